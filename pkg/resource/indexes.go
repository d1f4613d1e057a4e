package resource

import (
	"slices"
	"strings"
	"sync"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// indexes hold what several rules look up among the resources of one kind, each computed when first needed.
type indexes struct {
	sorted    lazy[[]*entry]
	names     lazy[[]string]
	specs     lazy[any]
	referrers lazy[map[contract.Ref][]contract.Ref]
	// cycles are those of formulas, of units or of objectives, as the kind is.
	cycles       lazy[map[string][]string]
	contributors lazy[map[string][]string]
	placements   lazy[map[string][]string]
	aliases      lazy[map[string][]aliasUse]
}

type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(compute func() T) T {
	l.once.Do(func() { l.value = compute() })
	return l.value
}

// referrers lists the other resources that name one, sorted.
func (s *state) referrers(ref contract.Ref) []contract.Ref {
	var result []contract.Ref
	for _, kind := range s.kinds() {
		result = append(result, s.shelf(kind).referrers()[ref]...)
	}
	return result
}

// referrers gives, for each resource, those on the shelf that name it and are others, sorted.
func (on *shelf) referrers() map[contract.Ref][]contract.Ref {
	return on.index.referrers.get(func() map[contract.Ref][]contract.Ref {
		result := map[contract.Ref][]contract.Ref{}
		for _, e := range on.sorted() {
			seen := map[contract.Ref]bool{e.ref: true}
			for _, r := range e.references {
				if !seen[r.target] {
					seen[r.target] = true
					result[r.target] = append(result[r.target], e.ref)
				}
			}
		}
		return result
	})
}

// formulaCycles gives, for each KPI whose formula needs itself, the KPIs of that cycle.
func (s *state) formulaCycles() map[string][]string {
	return s.shelf("Kpi").cycles(func(e *entry) []string {
		if e.formula != nil {
			return inputsOf(e.formula)
		}
		return nil
	})
}

// unitCycles gives, for each unit that is below itself, the units of that cycle.
func (s *state) unitCycles() map[string][]string {
	return s.shelf("OrgUnit").cycles(func(e *entry) []string {
		unit, _ := e.spec.(*contract.OrgUnitSpec)
		if unit == nil || unit.Parent == nil {
			return nil
		}
		return []string{*unit.Parent}
	})
}

// goalCycles gives, for each objective that contributes to itself, the objectives of that cycle.
func (s *state) goalCycles() map[string][]string {
	return s.shelf("Objective").cycles(func(e *entry) (targets []string) {
		objective, _ := e.spec.(*contract.ObjectiveSpec)
		if objective != nil {
			for _, placement := range objective.ContributesTo {
				targets = append(targets, placement.Objective)
			}
		}
		return targets
	})
}

// cycles gives, for each resource that leads to itself, those of that cycle. A kind has one sort of edges.
func (on *shelf) cycles(edges func(*entry) []string) map[string][]string {
	return on.index.cycles.get(func() map[string][]string {
		return cycles(on.names(), func(name string) []string { return edges(on.entries[name]) })
	})
}

// contributors gives, for each objective, those that contribute to it directly.
func (s *state) contributors() map[string][]string {
	objectives := s.shelf("Objective")
	return objectives.index.contributors.get(func() map[string][]string {
		result := map[string][]string{}
		for _, e := range objectives.sorted() {
			if objective, ok := e.spec.(*contract.ObjectiveSpec); ok && !e.origin.broken() {
				for _, placement := range objective.ContributesTo {
					result[placement.Objective] = append(result[placement.Objective], e.ref.Name)
				}
			}
		}
		return result
	})
}

// placements gives, for each objective, the scorecards that place it.
func (s *state) placements() map[string][]string {
	scorecards := s.shelf("Scorecard")
	return scorecards.index.placements.get(func() map[string][]string {
		result := map[string][]string{}
		for _, e := range scorecards.sorted() {
			if scorecard, ok := e.spec.(*contract.ScorecardSpec); ok && !e.origin.broken() {
				for _, name := range placedObjectives(scorecard) {
					result[name] = append(result[name], e.ref.Name)
				}
			}
		}
		return result
	})
}

func placedObjectives(scorecard *contract.ScorecardSpec) (names []string) {
	for _, perspective := range scorecard.Perspectives {
		for _, placement := range perspective.Objectives {
			names = append(names, placement.Objective)
		}
	}
	return names
}

// objectivesBelow gives the objectives of a scorecard: those placed, and whatever contributes to them.
func (s *state) objectivesBelow(scorecard *contract.ScorecardSpec) []string {
	seen := map[string]bool{}
	todo := placedObjectives(scorecard)
	var result []string
	for len(todo) > 0 {
		name := todo[0]
		todo = todo[1:]
		if !seen[name] {
			seen[name] = true
			result = append(result, name)
			todo = append(todo, s.contributors()[name]...)
		}
	}
	return result
}

// aliasUse is one key under which a unit can be found in a source: an alias, or its own name (path is that of the name).
type aliasUse struct {
	unit *entry
	path string
	// own is true for the unit's name.
	own bool
}

// aliases gives the uses of each key, those in place before the request first, then in the order of its documents.
func (s *state) aliases() map[string][]aliasUse {
	units := s.shelf("OrgUnit")
	return units.index.aliases.get(func() map[string][]aliasUse {
		result := map[string][]aliasUse{}
		inOrder := slices.Clone(units.sorted())
		slices.SortStableFunc(inOrder, func(a, b *entry) int { return orderOf(a) - orderOf(b) })
		for _, e := range inOrder {
			result[e.ref.Name] = append(result[e.ref.Name], aliasUse{e, "/metadata/name", true})
			if unit, ok := e.spec.(*contract.OrgUnitSpec); ok {
				for i, alias := range unit.Aliases {
					key := foldAlias(alias)
					result[key] = append(result[key], aliasUse{e, item("/spec/aliases", i), false})
				}
			}
		}
		return result
	})
}

// foldAlias is how unit aliases are compared: without case and outer blanks.
func foldAlias(alias string) string { return strings.ToLower(strings.TrimSpace(alias)) }

func orderOf(e *entry) int {
	if e.origin == nil {
		return -1
	}
	return e.origin.index
}

// names lists the resources of a kind, sorted.
func (s *state) names(kind string) []string { return s.shelf(kind).names() }

func (on *shelf) names() []string {
	return on.index.names.get(func() []string {
		names := make([]string, 0, len(on.entries))
		for _, e := range on.sorted() {
			names = append(names, e.ref.Name)
		}
		return names
	})
}
