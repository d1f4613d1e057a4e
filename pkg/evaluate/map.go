package evaluate

import (
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// MapRequest asks for a strategy map. Scorecard may be empty when exactly one uses the strategy; the other fields are as in
// Request.
type MapRequest struct {
	Strategy  string
	Scorecard string
	Period    string
	Unit      string
	Now       time.Time
	AsOf      *time.Time
}

// mapFrame checks what the request names.
func (m *Model) mapFrame(r MapRequest) (frame, error) {
	if _, ok := m.defs.Strategies[r.Strategy]; !ok {
		return frame{}, &NotFoundError{"Strategy", r.Strategy}
	}
	if r.Scorecard == "" {
		var using []string
		for _, name := range sortedNames(m.cards) {
			if m.cards[name].spec.Strategy == r.Strategy {
				using = append(using, name)
			}
		}
		switch len(using) {
		case 0:
			return frame{}, &InvalidError{"scorecard", "no scorecard uses the strategy " + r.Strategy}
		case 1:
			r.Scorecard = using[0]
		default:
			return frame{}, &InvalidError{"scorecard", "several use the strategy: say one of " + strings.Join(using, ", ")}
		}
	}
	f, err := m.frame(Request{Scorecard: r.Scorecard, Period: r.Period, Unit: r.Unit, Now: r.Now})
	if err != nil {
		return f, err
	}
	if f.card.spec.Strategy != r.Strategy {
		return f, &InvalidError{"scorecard", r.Scorecard + " doesn't use the strategy " + r.Strategy}
	}
	return f, nil
}

// MapNeeds lists the observations that Map reads for a request. Errors are as Map's.
func (m *Model) MapNeeds(r MapRequest) ([]Window, error) {
	f, err := m.mapFrame(r)
	if err != nil {
		return nil, err
	}
	d := m.demand(r.Now)
	d.card(f, 1)
	for _, l := range m.linksOf(f.card) {
		h := d.historyOf(f, l.spec.Lag)
		d.objective(h.end(l.spec.From), linkPeriods+h.lag)
		d.objective(h.end(l.spec.To), linkPeriods)
	}
	return d.windows(), nil
}

// Map is a strategy's map with the scores of one scorecard. Errors are NotFoundError and InvalidError.
func (m *Model) Map(r MapRequest, o *Observations) (contract.StrategyMap, error) {
	f, err := m.mapFrame(r)
	if err != nil {
		return contract.StrategyMap{}, err
	}
	v := &viewer{evaluator: m.evaluator(o, r.Now), root: f, settled: final}
	result := contract.StrategyMap{
		Strategy: r.Strategy, Title: m.defs.Strategies[r.Strategy].Title, Scorecard: f.card.name, Unit: m.units.names[f.unit],
		AsOf: instantOf(r.AsOf), Now: period.InstantText(r.Now), Scheme: schemeBody(f.card),
		Perspectives: []contract.MapPerspective{}, Links: []contract.MapLink{}, Themes: v.mapThemes(),
	}
	for _, p := range v.perspectives(f) {
		score := v.rolled(p).Score
		lane := contract.MapPerspective{
			Name: p.ref.Name, Title: p.perspective.Title, Score: score, Status: v.status(score),
			Objectives: []contract.MapObjective{},
		}
		for _, o := range v.objectives(f, p.perspective) {
			lane.Objectives = append(lane.Objectives, v.mapObjective(o, p.ref.Name))
		}
		result.Perspectives = append(result.Perspectives, lane)
	}
	for _, l := range m.linksOf(f.card) {
		result.Links = append(result.Links, v.mapLink(l))
	}
	result.Period = v.period()
	return result, nil
}

func (v *viewer) mapObjective(b branch, perspective string) contract.MapObjective {
	spec, r := v.defs.Objectives[b.ref.Name], v.rolled(b)
	coverage := r.Coverage
	o := contract.MapObjective{
		Ref: b.ref, Title: spec.Title, Perspective: perspective, Themes: []string{}, Owner: spec.Owner, Score: r.Score,
		Status: v.status(r.Score), Coverage: &coverage, Trend: v.trend(b, r.Score), Override: v.override(b.ref, b.frame),
		Reason: r.Reason, Kpis: []contract.Node{},
	}
	for _, membership := range spec.Themes {
		if theme, _ := themeOf(membership); theme != "" {
			o.Themes = append(o.Themes, theme)
		}
	}
	for child := range v.measures(b.frame, b.ref.Name) {
		if child.ref.Kind == kindKpi {
			o.Kpis = append(o.Kpis, v.kpiNode(child))
		}
	}
	return o
}

func (v *viewer) mapThemes() []contract.MapTheme {
	themes := []contract.MapTheme{}
	used := v.themesOf(v.root.card)
	for _, name := range sortedNames(v.defs.Themes) {
		theme := v.defs.Themes[name]
		if theme.Strategy == v.root.card.spec.Strategy || slices.Contains(used, name) {
			themes = append(themes, contract.MapTheme{Name: name, Title: theme.Title, Color: theme.Color})
		}
	}
	return themes
}
