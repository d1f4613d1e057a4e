package resource

import (
	"sort"
	"strings"
	"sync"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// indexes hold what several rules look up in a state, each computed when first needed.
type indexes struct {
	names         lazy[map[string][]string]
	referrers     lazy[map[contract.Ref][]contract.Ref]
	formulaCycles lazy[map[string][]string]
	unitCycles    lazy[map[string][]string]
	goalCycles    lazy[map[string][]string]
	contributors  lazy[map[string][]string]
	placements    lazy[map[string][]string]
	aliases       lazy[map[string][]aliasUse]
}

type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(compute func() T) T {
	l.once.Do(func() { l.value = compute() })
	return l.value
}

// referrers gives, for each resource, the others that name it, sorted.
func (s *state) referrers() map[contract.Ref][]contract.Ref {
	return s.index.referrers.get(func() map[contract.Ref][]contract.Ref {
		result := map[contract.Ref][]contract.Ref{}
		for _, e := range s.sorted("") {
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
	return s.index.formulaCycles.get(func() map[string][]string {
		return cycles(s.names("Kpi"), func(name string) []string {
			if f := s.get(contract.Ref{Kind: "Kpi", Name: name}).formula; f != nil {
				return inputsOf(f)
			}
			return nil
		})
	})
}

// unitCycles gives, for each unit that is below itself, the units of that cycle.
func (s *state) unitCycles() map[string][]string {
	return s.index.unitCycles.get(func() map[string][]string {
		return cycles(s.names("OrgUnit"), func(name string) []string {
			unit, _ := s.get(contract.Ref{Kind: "OrgUnit", Name: name}).spec.(*contract.OrgUnitSpec)
			if unit == nil || unit.Parent == nil {
				return nil
			}
			return []string{*unit.Parent}
		})
	})
}

// goalCycles gives, for each objective that contributes to itself, the objectives of that cycle.
func (s *state) goalCycles() map[string][]string {
	return s.index.goalCycles.get(func() map[string][]string {
		return cycles(s.names("Objective"), func(name string) (targets []string) {
			objective, _ := s.get(contract.Ref{Kind: "Objective", Name: name}).spec.(*contract.ObjectiveSpec)
			if objective != nil {
				for _, placement := range objective.ContributesTo {
					targets = append(targets, placement.Objective)
				}
			}
			return targets
		})
	})
}

// contributors gives, for each objective, those that contribute to it directly.
func (s *state) contributors() map[string][]string {
	return s.index.contributors.get(func() map[string][]string {
		result := map[string][]string{}
		for _, e := range s.sorted("Objective") {
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
	return s.index.placements.get(func() map[string][]string {
		result := map[string][]string{}
		for _, e := range s.sorted("Scorecard") {
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
	return s.index.aliases.get(func() map[string][]aliasUse {
		result := map[string][]aliasUse{}
		units := s.sorted("OrgUnit")
		sort.SliceStable(units, func(i, j int) bool { return orderOf(units[i]) < orderOf(units[j]) })
		for _, e := range units {
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
func (s *state) names(kind string) []string {
	return s.index.names.get(func() map[string][]string {
		result := map[string][]string{}
		for _, e := range s.sorted("") {
			result[e.ref.Kind] = append(result[e.ref.Kind], e.ref.Name)
		}
		return result
	})[kind]
}
