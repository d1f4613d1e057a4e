package resource

import (
	"maps"
	"slices"
	"sync"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// looks are what was looked up in a state while an entry was checked: single resources, there or not, and kinds of which all
// were looked at. As long as these are the same, the check comes to the same end.
type looks struct {
	refs  []contract.Ref
	kinds []string
}

// mostRefs bounds what is kept of a check: one that looks at more resources is taken to look at all of their kinds.
const mostRefs = 64

func (l *looks) at(ref contract.Ref) {
	if l != nil {
		l.refs = append(l.refs, ref)
	}
}

func (l *looks) through(kind string) {
	if l != nil {
		l.kinds = append(l.kinds, kind)
	}
}

// looksOf checks an entry and says what it looked at.
func looksOf(s *state, e *entry) looks {
	var l looks
	checkEntry(&state{shelves: s.shelves, looked: &l}, e)
	l.refs = slices.Compact(sortRefs(l.refs))
	if len(l.refs) > mostRefs {
		for _, ref := range l.refs {
			l.kinds = append(l.kinds, ref.Kind)
		}
		l.refs = nil
	}
	slices.Sort(l.kinds)
	return looks{refs: slices.Clip(l.refs), kinds: slices.Clip(slices.Compact(l.kinds))}
}

// touched are resources that differ between two states.
type touched struct {
	refs  map[contract.Ref]bool
	kinds map[string]bool
}

func newTouched() touched { return touched{refs: map[contract.Ref]bool{}, kinds: map[string]bool{}} }

func (t touched) add(ref contract.Ref) {
	t.refs[ref] = true
	t.kinds[ref.Kind] = true
}

// seenBy reports whether a check looked at any of them.
func (t touched) seenBy(l looks) bool {
	for _, kind := range l.kinds {
		if t.kinds[kind] {
			return true
		}
	}
	for _, ref := range l.refs {
		if t.kinds[ref.Kind] && t.refs[ref] {
			return true
		}
	}
	return false
}

// dependencies know what the rules of each resource of an org look at, so that a change is held against those resources only
// that it can matter to. They follow the committed states that changes are made to.
type dependencies struct {
	mu    sync.Mutex
	of    *state
	looks map[contract.Ref]looks
}

// seeing lists the entries of a state, by kind and name, whose rules look at what is touched, but for what is touched itself. A
// state that isn't a committed one gives all.
func (s *state) seeing(t touched) []*entry {
	d := s.dependencies
	if d == nil {
		return slices.DeleteFunc(s.all(), func(e *entry) bool { return t.refs[e.ref] })
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.follow(s)
	var refs []contract.Ref
	for ref, l := range d.looks {
		if !t.refs[ref] && t.seenBy(l) {
			refs = append(refs, ref)
		}
	}
	entries := make([]*entry, len(refs))
	for i, ref := range sortRefs(refs) {
		entries[i] = s.get(ref)
	}
	return entries
}

// follow looks again at what differs from the state followed so far, and at what looks at that.
func (d *dependencies) follow(s *state) {
	if d.of == s {
		return
	}
	if d.looks == nil {
		d.of, d.looks = &state{}, make(map[contract.Ref]looks, s.size())
	}
	t := differing(d.of, s)
	for ref := range t.refs {
		if e := s.get(ref); e != nil {
			d.looks[ref] = looksOf(s, e)
		} else {
			delete(d.looks, ref)
		}
	}
	for ref, l := range d.looks {
		if !t.refs[ref] && t.seenBy(l) {
			d.looks[ref] = looksOf(s, s.get(ref))
		}
	}
	d.of = s
}

// differing are the resources that two states don't share.
func differing(a, b *state) touched {
	t := newTouched()
	for _, kind := range slices.Concat(slices.Collect(maps.Keys(a.shelves)), slices.Collect(maps.Keys(b.shelves))) {
		before, after := a.shelves[kind], b.shelves[kind]
		if before == after {
			continue
		}
		if before == nil {
			before = &shelf{}
		}
		if after == nil {
			after = &shelf{}
		}
		for name, e := range before.entries {
			if after.entries[name] != e {
				t.add(contract.Ref{Kind: kind, Name: name})
			}
		}
		for name, e := range after.entries {
			if before.entries[name] != e {
				t.add(contract.Ref{Kind: kind, Name: name})
			}
		}
	}
	return t
}
