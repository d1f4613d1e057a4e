package evaluate

import (
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

// Model is a set of definitions, parsed and indexed. It is immutable: safe for concurrent use.
type Model struct {
	defs      Definitions
	calendars map[string]*calendar
	units     forest
	kpis      []*kpi
	kpiIndex  map[string]*kpi
	cards     map[string]*card
	// placedIn are the scorecards that place an objective, by name.
	placedIn map[string][]*card
	// placed are the KPIs of an objective, by its name.
	placed map[string][]placedKpi
	// contributors are the objectives that name an objective in contributesTo, in the order of their names.
	contributors map[string][]contribution
}

// calendar is a parsed Calendar resource.
type calendar struct {
	*period.Calendar
	name string
}

// placedKpi is one KPI's place among the children of an objective; kpi is nil for an unknown one.
type placedKpi struct {
	contract.KpiPlacement
	kpi *kpi
}

// contribution is one objective's place among the children of another.
type contribution struct {
	objective string
	placement contract.ObjectivePlacement
}

// card is a scorecard ready for scoring.
type card struct {
	name   string
	spec   contract.ScorecardSpec
	cal    *calendar
	freq   period.Frequency
	unit   int32
	scheme scoring.Scheme
	policy Policy
	// overrides are the StatusOverrides of its nodes, in the order of their names.
	overrides []heldOverride
}

// Compile parses calendars and formulas and builds the indexes that evaluation needs. Definitions were validated when they
// were saved; what contradicts itself all the same makes the numbers that need it absent, with a reason. The error is for
// what no number could be computed from.
func Compile(d Definitions) (*Model, error) {
	m := &Model{
		defs: d, calendars: map[string]*calendar{}, units: newForest(d.Units), kpiIndex: map[string]*kpi{},
		cards: map[string]*card{}, placedIn: map[string][]*card{}, placed: map[string][]placedKpi{}, contributors: map[string][]contribution{},
	}
	for name, spec := range d.Calendars {
		parsed, err := period.New(spec)
		if err != nil {
			continue // what names it says so
		}
		m.calendars[name] = &calendar{Calendar: parsed, name: name}
	}
	m.compileKpis()
	m.compileTargets()
	m.compileCards()
	m.compileOverrides()
	return m, nil
}

func (m *Model) compileCards() {
	for _, name := range sortedNames(m.defs.Scorecards) {
		spec := m.defs.Scorecards[name]
		c := &card{
			name: name, spec: spec, cal: m.calendars[spec.Calendar], freq: period.Frequency(spec.Frequency), unit: noUnit,
			scheme: schemeOf(spec.Scheme), policy: DefaultPolicy.with(spec.Rollup),
		}
		if u, ok := m.units.index[spec.Unit]; ok {
			c.unit = u
		}
		m.cards[name] = c
		for _, p := range spec.Perspectives {
			for _, o := range p.Objectives {
				m.placedIn[o.Objective] = append(m.placedIn[o.Objective], c)
			}
		}
	}
	for _, name := range sortedNames(m.defs.Objectives) {
		for _, placement := range m.defs.Objectives[name].Kpis {
			m.placed[name] = append(m.placed[name], placedKpi{placement, m.kpiIndex[placement.Kpi]})
		}
		for _, to := range m.defs.Objectives[name].ContributesTo {
			m.contributors[to.Objective] = append(m.contributors[to.Objective], contribution{name, to})
		}
	}
}

func schemeOf(s *contract.Scheme) scoring.Scheme {
	if s == nil || len(s.Levels) < 2 {
		return scoring.DefaultScheme()
	}
	return scoring.NewScheme(s)
}

func (m *Model) card(name string) (*card, error) {
	c, ok := m.cards[name]
	switch {
	case !ok:
		return nil, &NotFoundError{"Scorecard", name}
	case c.cal == nil:
		return nil, &InvalidError{"scorecard", "its calendar " + c.spec.Calendar + " can't be used"}
	case c.unit == noUnit:
		return nil, &InvalidError{"scorecard", "its unit " + c.spec.Unit + " is unknown"}
	case c.freq.Rank() < 0:
		return nil, &InvalidError{"scorecard", "its frequency " + c.spec.Frequency + " is unknown"}
	}
	return c, nil
}

func (m *Model) unit(name string) (int32, error) {
	if u, ok := m.units.index[name]; ok {
		return u, nil
	}
	return noUnit, &NotFoundError{"OrgUnit", name}
}

func (m *Model) kpi(name string) (*kpi, error) {
	if k, ok := m.kpiIndex[name]; ok {
		return k, nil
	}
	return nil, &NotFoundError{"Kpi", name}
}

func sortedNames[T any](byName map[string]T) []string {
	names := make([]string, 0, len(byName))
	for name := range byName {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// period reads a period id of a request.
func (c *calendar) period(field, id string) (period.Period, error) {
	p, err := c.Parse(id)
	if err != nil {
		return p, &InvalidError{field, err.Error()}
	}
	return p, nil
}
