package evaluate

import (
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// noUnit is the parent of a root.
const noUnit int32 = -1

// forest holds the units in preorder: those below unit u are u+1 … end[u]-1, so a subtree is a range of indexes.
type forest struct {
	names  []string
	index  map[string]int32
	parent []int32
	end    []int32
}

// newForest orders siblings by name. A unit whose parent is unknown is a root, and so is one unit of each cycle.
func newForest(units map[string]contract.OrgUnitSpec) forest {
	names := make([]string, 0, len(units))
	for name := range units {
		names = append(names, name)
	}
	sort.Strings(names)
	below := map[string][]string{}
	var roots []string
	for _, name := range names {
		parent := units[name].Parent
		if parent == nil {
			roots = append(roots, name)
		} else if _, known := units[*parent]; !known {
			roots = append(roots, name)
		} else {
			below[*parent] = append(below[*parent], name)
		}
	}
	f := forest{index: make(map[string]int32, len(names))}
	var visit func(name string, parent int32)
	visit = func(name string, parent int32) {
		if _, seen := f.index[name]; seen {
			return
		}
		u := int32(len(f.names))
		f.names, f.parent, f.end = append(f.names, name), append(f.parent, parent), append(f.end, 0)
		f.index[name] = u
		for _, child := range below[name] {
			visit(child, u)
		}
		f.end[u] = int32(len(f.names))
	}
	for _, name := range append(roots, names...) { // what roots don't reach is in a cycle
		visit(name, noUnit)
	}
	return f
}

func (f *forest) size() int32 { return int32(len(f.names)) }

func (f *forest) isLeaf(u int32) bool { return f.end[u] == u+1 }

// children calls yield with each direct child until it returns false.
func (f *forest) children(u int32) func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		for c := u + 1; c < f.end[u]; c = f.end[c] {
			if !yield(c) {
				return
			}
		}
	}
}

// unitSet is a set of units; nil holds all.
type unitSet []bool

func (s unitSet) has(u int32) bool { return s == nil || s[u] }

// above is the set with every ancestor of its members.
func (s unitSet) above(f *forest) unitSet {
	if s == nil {
		return nil
	}
	wide := append(unitSet(nil), s...)
	for u := f.size() - 1; u >= 0; u-- { // children come after their parents
		if p := f.parent[u]; p != noUnit && wide[u] {
			wide[p] = true
		}
	}
	return wide
}

// holds is whether v is u or below it.
func (f *forest) holds(u, v int32) bool { return u <= v && v < f.end[u] }
