package resource

import (
	"bytes"
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// state is every resource of an org at one time. It is immutable; changed makes the next one.
type state struct {
	entries map[contract.Ref]*entry
	// version is that of the definitions that the resources were read at.
	version int64
	index   indexes
}

// newState reads stored resources, reusing entries of an earlier state whose documents are the same.
func newState(all []Stored, version int64, earlier *state) (*state, error) {
	s := &state{entries: make(map[contract.Ref]*entry, len(all)), version: version}
	for _, stored := range all {
		ref := contract.Ref{Kind: stored.Kind, Name: stored.Name}
		if known := earlier.get(ref); known != nil && bytes.Equal(known.stored.Document, stored.Document) {
			same := *known
			same.stored, same.origin = stored, nil
			s.entries[ref] = &same
			continue
		}
		e, err := newEntry(stored)
		if err != nil {
			return nil, err
		}
		s.entries[ref] = e
	}
	return s, nil
}

// changed is the state after the entries were put and the refs deleted.
func (s *state) changed(puts []*entry, deletes []contract.Ref) *state {
	next := &state{entries: make(map[contract.Ref]*entry, len(s.entries)+len(puts)), version: s.version}
	for ref, e := range s.entries {
		next.entries[ref] = e
	}
	for _, ref := range deletes {
		delete(next.entries, ref)
	}
	for _, e := range puts {
		next.entries[e.ref] = e
	}
	return next
}

func (s *state) get(ref contract.Ref) *entry {
	if s == nil {
		return nil
	}
	return s.entries[ref]
}

// find returns the spec of a resource; nil when there is none, or one that is broken by itself.
func find[T any](s *state, kind, name string) *T {
	e := s.get(contract.Ref{Kind: kind, Name: name})
	if e == nil || e.origin.broken() {
		return nil
	}
	spec, _ := e.spec.(*T)
	return spec
}

// calendar returns a sound calendar, or nil.
func (s *state) calendar(name string) *period.Calendar {
	if e := s.get(contract.Ref{Kind: "Calendar", Name: name}); e != nil {
		return e.calendar
	}
	return nil
}

// sorted lists the entries, of one kind or of all (""), by kind and name.
func (s *state) sorted(kind string) []*entry {
	var result []*entry
	for ref, e := range s.entries {
		if kind == "" || ref.Kind == kind {
			result = append(result, e)
		}
	}
	sort.Slice(result, func(i, j int) bool { return refLess(result[i].ref, result[j].ref) })
	return result
}

func refLess(a, b contract.Ref) bool {
	if a.Kind != b.Kind {
		return a.Kind < b.Kind
	}
	return a.Name < b.Name
}

func sortRefs(refs []contract.Ref) []contract.Ref {
	sort.Slice(refs, func(i, j int) bool { return refLess(refs[i], refs[j]) })
	return refs
}
