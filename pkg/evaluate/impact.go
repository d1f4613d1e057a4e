package evaluate

import (
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Inputs are the KPIs that a KPI reads directly, by its formula or as weight, ordered by name.
func (m *Model) Inputs(name string) []string {
	inputs := []string{}
	if k, ok := m.kpiIndex[name]; ok {
		for _, read := range k.reads() {
			if !slices.Contains(inputs, read.name) {
				inputs = append(inputs, read.name)
			}
		}
	}
	slices.Sort(inputs)
	return inputs
}

// Dependants are the KPIs, objectives and scorecards whose numbers come from a KPI, directly or not.
func (m *Model) Dependants(name string) []contract.Ref {
	refs := m.Impact([]contract.Ref{{Kind: kindKpi, Name: name}})
	return slices.DeleteFunc(refs, func(r contract.Ref) bool { return r.Kind == kindKpi && r.Name == name })
}

// Impact lists the KPIs, objectives and scorecards whose computed values or scores may change when the given resources do,
// those themselves included, ordered by kind and name.
func (m *Model) Impact(changed []contract.Ref) []contract.Ref {
	i := &impact{Model: m, reached: map[contract.Ref]bool{}, values: map[string]bool{}}
	for _, k := range m.kpis {
		for _, read := range k.reads() {
			if i.readers == nil {
				i.readers = map[string][]*kpi{}
			}
			i.readers[read.name] = append(i.readers[read.name], k)
		}
	}
	for _, ref := range changed {
		i.change(ref)
	}
	refs := make([]contract.Ref, 0, len(i.reached))
	for ref := range i.reached {
		refs = append(refs, ref)
	}
	slices.SortFunc(refs, func(a, b contract.Ref) int {
		if c := strings.Compare(a.Kind, b.Kind); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	return refs
}

// impact follows what reads what.
type impact struct {
	*Model
	reached map[contract.Ref]bool
	// values are the KPIs whose values, not only scores, may change.
	values  map[string]bool
	readers map[string][]*kpi
}

func (i *impact) change(ref contract.Ref) {
	switch ref.Kind {
	case kindKpi:
		i.value(ref.Name)
	case "TargetSet":
		if spec, ok := i.defs.TargetSets[ref.Name]; ok {
			i.score(spec.Kpi)
		}
	case kindObjective:
		i.objective(ref.Name)
	case kindScorecard:
		i.scorecard(ref.Name)
	case "Calendar":
		i.where(func(s contract.KpiSpec) bool { return s.Calendar == ref.Name })
		for _, c := range i.cards {
			if c.spec.Calendar == ref.Name {
				i.scorecard(c.name)
			}
		}
	case "OrgUnit":
		i.unit(ref.Name)
	case "Dataset":
		i.where(func(s contract.KpiSpec) bool { return s.Source.Dataset != nil && *s.Source.Dataset == ref.Name })
		i.collected(func(s contract.QuerySource) bool { return s.Dataset != nil && *s.Dataset == ref.Name })
	case "SourceSystem":
		i.where(func(s contract.KpiSpec) bool { return s.Source.System != nil && *s.Source.System == ref.Name })
		i.collected(func(s contract.QuerySource) bool { return s.System != nil && *s.System == ref.Name })
	}
}

func (i *impact) where(uses func(contract.KpiSpec) bool) {
	for _, k := range i.kpis {
		if uses(k.spec) {
			i.value(k.name)
		}
	}
}

func (i *impact) collected(uses func(contract.QuerySource) bool) {
	for _, spec := range i.defs.TargetSets {
		if spec.Source != nil && uses(*spec.Source) {
			i.score(spec.Kpi)
		}
	}
}

// unit reaches the KPIs that are measured at a unit, above or below it, and the scorecards at it.
func (i *impact) unit(name string) {
	u, known := i.units.index[name]
	i.where(func(s contract.KpiSpec) bool {
		if s.Units == nil || !known {
			return true
		}
		for _, unit := range s.Units {
			if v, ok := i.units.index[unit]; ok && (i.units.holds(u, v) || i.units.holds(v, u)) {
				return true
			}
		}
		return false
	})
	for _, c := range i.cards {
		if c.spec.Unit == name {
			i.scorecard(c.name)
		}
	}
}

// value reaches a KPI and all that read it.
func (i *impact) value(name string) {
	if i.values[name] {
		return
	}
	i.values[name] = true
	i.score(name)
	for _, reader := range i.readers[name] {
		i.value(reader.name)
	}
}

// score reaches a KPI and the objectives that it measures.
func (i *impact) score(name string) {
	if !i.reach(kindKpi, name) {
		return
	}
	for objective, spec := range i.defs.Objectives {
		if slices.ContainsFunc(spec.Kpis, func(p contract.KpiPlacement) bool { return p.Kpi == name }) {
			i.objective(objective)
		}
	}
}

// objective reaches an objective, those that it contributes to, and the scorecards that place it.
func (i *impact) objective(name string) {
	if !i.reach(kindObjective, name) {
		return
	}
	for _, to := range i.defs.Objectives[name].ContributesTo {
		i.objective(to.Objective)
	}
	for _, c := range i.placedIn[name] {
		i.reach(kindScorecard, c.name)
	}
}

// scorecard reaches a scorecard that is changed itself: by its rules the objectives that it places are scored.
func (i *impact) scorecard(name string) {
	i.reach(kindScorecard, name)
	c, ok := i.cards[name]
	if !ok {
		return
	}
	for _, p := range c.spec.Perspectives {
		for _, o := range p.Objectives {
			i.objective(o.Objective)
		}
	}
}

func (i *impact) reach(kind, name string) bool {
	ref := contract.Ref{Kind: kind, Name: name}
	if i.reached[ref] {
		return false
	}
	i.reached[ref] = true
	return true
}
