package collection

import (
	"maps"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// unitIndex finds units by the keys that source systems use, and knows their forest.
type unitIndex struct {
	specs map[string]contract.OrgUnitSpec
	// byKey holds keys as they are compared.
	byKey map[string]string
	// parents holds every unit that is somebody's parent.
	parents map[string]bool
}

func newUnitIndex(specs map[string]contract.OrgUnitSpec) *unitIndex {
	x := &unitIndex{specs: specs, byKey: map[string]string{}, parents: map[string]bool{}}
	for name, spec := range specs {
		for _, alias := range spec.Aliases {
			x.byKey[unitKey(alias)] = name
		}
		if spec.Parent != nil {
			x.parents[*spec.Parent] = true
		}
	}
	for name := range specs { // a name goes before an alias of the same text
		x.byKey[unitKey(name)] = name
	}
	return x
}

// unitKey is how names and aliases are compared: without case and outer blanks.
func unitKey(text string) string { return strings.ToLower(strings.TrimSpace(text)) }

// find is the unit with this name or alias.
func (x *unitIndex) find(key string) (string, bool) {
	name, ok := x.byKey[key]
	if !ok { // most keys are written as they are compared
		name, ok = x.byKey[unitKey(key)]
	}
	return name, ok
}

func (x *unitIndex) exists(name string) bool { _, ok := x.specs[name]; return ok }

// under reports whether a unit is the other one or below it.
func (x *unitIndex) under(unit, top string) bool {
	for range len(x.specs) + 1 { // a broken store can't make this endless
		if unit == top {
			return true
		}
		parent := x.specs[unit].Parent
		if parent == nil {
			return false
		}
		unit = *parent
	}
	return false
}

// leaves are the units without children, in order.
func (x *unitIndex) leaves() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(x.specs)), func(name string) bool { return x.parents[name] })
}

// leavesAmong are those of some units that exist and have none of the others below them, in order.
func (x *unitIndex) leavesAmong(units []string) []string {
	above := map[string]bool{}
	for _, unit := range units {
		parent := x.specs[unit].Parent
		for steps := 0; parent != nil && steps <= len(x.specs); steps++ {
			above[*parent] = true
			parent = x.specs[*parent].Parent
		}
	}
	sorted := slices.Clone(units)
	slices.Sort(sorted)
	return slices.DeleteFunc(slices.Compact(sorted), func(name string) bool { return above[name] || !x.exists(name) })
}

// unitScope says which units a definition may have observations of.
type unitScope struct {
	index *unitIndex
	// allowed reports whether the definition is measured at the unit; why says so otherwise.
	allowed func(unit string) bool
	why     string
	// single is the unit of rows without a unit column; "" when there is no such unit.
	single string
	// zero lists the units of emptyAs: zero.
	zero func() []string
	// only limits what is recorded to the units of the request; nil for all.
	only map[string]bool
}

func kpiScope(index *unitIndex, kpi contract.KpiSpec) unitScope {
	if len(kpi.Units) == 0 {
		return unitScope{index: index, allowed: index.exists, zero: index.leaves}
	}
	units := kpi.Units // the functions below keep what they name, and the rest of the KPI isn't wanted
	named := map[string]bool{}
	for _, unit := range units {
		named[unit] = true
	}
	scope := unitScope{
		index:   index,
		allowed: func(unit string) bool { return named[unit] && index.exists(unit) },
		why:     "it is not among the KPI's units",
		zero:    func() []string { return index.leavesAmong(units) },
	}
	if len(named) == 1 && index.exists(units[0]) {
		scope.single = units[0]
	}
	return scope
}

// targetScope lets a TargetSet have amounts of its own unit and of those below.
func targetScope(index *unitIndex, set contract.TargetSetSpec) unitScope {
	scope := unitScope{
		index:   index,
		allowed: func(unit string) bool { return index.under(unit, set.Unit) },
		why:     "it is not at or below the set's unit " + set.Unit,
		single:  set.Unit,
		zero:    func() []string { return []string{set.Unit} },
	}
	if set.Source.Extract.Unit != nil {
		scope.zero = func() []string {
			return slices.DeleteFunc(index.leaves(), func(unit string) bool { return !index.under(unit, set.Unit) })
		}
	}
	return scope
}

// limit returns the scope narrowed to the units of a request; none means all.
func (s unitScope) limit(units []string) unitScope {
	if len(units) == 0 {
		return s
	}
	s.only = map[string]bool{}
	for _, unit := range units {
		s.only[unit] = true
	}
	return s
}
