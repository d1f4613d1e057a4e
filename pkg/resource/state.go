package resource

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// state is every resource of an org at one time. It is immutable; changed makes the next one.
type state struct {
	// shelves hold the resources of each kind there is any of.
	shelves map[string]*shelf
	// mark is how far the store was read for it.
	mark Mark
	// measured are versions that stay the same while measured values and what they come from do, as far as this process saw. They
	// are those of the mark at the latest.
	measured evaluate.Versions
	// dependencies are those of the org's committed states; nil for all others.
	dependencies *dependencies
	// looked is told of whatever is looked up; nil for nobody.
	looked *looks
	// origins are those of all resources, for governance.
	origins *lazy[map[contract.Ref]governance.Origin]
}

// shelf is every resource of one kind, with what is computed of them. States that differ in other kinds share it.
type shelf struct {
	kind    string
	entries map[string]*entry
	index   indexes
}

// newState reads stored resources, taking over from an earlier state what is the same there.
func newState(all []Stored, mark Mark, earlier *state) (*state, error) {
	s := &state{shelves: map[string]*shelf{}, mark: mark, measured: mark.Versions, origins: &lazy[map[contract.Ref]governance.Origin]{}}
	for _, stored := range all {
		ref := contract.Ref{Kind: stored.Kind, Name: stored.Name}
		e := earlier.get(ref)
		if e == nil || !e.stored.same(stored) {
			var err error
			if e, err = newEntry(stored); err != nil {
				return nil, err
			}
		}
		on := s.shelves[stored.Kind]
		if on == nil {
			on = &shelf{kind: stored.Kind, entries: map[string]*entry{}}
			s.shelves[stored.Kind] = on
		}
		on.entries[stored.Name] = e
	}
	return s, nil
}

// advanced is the state after what was committed since, in the order of the records.
func (s *state) advanced(records []HistoryRecord, mark Mark) (*state, error) {
	last := map[contract.Ref]HistoryRecord{}
	for _, record := range records {
		last[contract.Ref{Kind: record.Kind, Name: record.Name}] = record
	}
	var puts []*entry
	var deletes []contract.Ref
	for ref, record := range last {
		if record.Action == actionDeleted {
			deletes = append(deletes, ref)
			continue
		}
		e, err := newEntry(record.Stored)
		if err != nil {
			return nil, err
		}
		puts = append(puts, e)
	}
	next := s.changed(puts, deletes)
	next.mark, next.measured, next.dependencies = mark, mark.Versions, s.dependencies
	if !slices.ContainsFunc(records, func(r HistoryRecord) bool { return measuredKinds[r.Kind] }) {
		next.measured.Definitions = s.measured.Definitions
		if mark.Data == s.mark.Data+1 { // there was no write but that of these records
			next.measured.Data = s.measured.Data
		}
	}
	return next, nil
}

// observed is the same state after only values were recorded.
func (s *state) observed(mark Mark) *state {
	if mark == s.mark {
		return s
	}
	return &state{shelves: s.shelves, mark: mark, dependencies: s.dependencies, origins: s.origins,
		measured: evaluate.Versions{Data: mark.Data, Definitions: s.measured.Definitions}}
}

// same reports whether nothing was written between two readings of a resource.
func (s Stored) same(other Stored) bool {
	return s.Version == other.Version && s.Archived == other.Archived && s.ManagedBy == other.ManagedBy && s.File == other.File &&
		s.CreatedBy == other.CreatedBy && s.UpdatedBy == other.UpdatedBy &&
		s.CreatedAt.Equal(other.CreatedAt) && s.UpdatedAt.Equal(other.UpdatedAt) && bytes.Equal(s.Document, other.Document)
}

// changed is the state after the entries were put and the refs deleted.
func (s *state) changed(puts []*entry, deletes []contract.Ref) *state {
	next := &state{
		shelves: maps.Clone(s.shelves), mark: s.mark, measured: s.measured, origins: &lazy[map[contract.Ref]governance.Origin]{},
	}
	if next.shelves == nil {
		next.shelves = map[string]*shelf{}
	}
	own := map[string]*shelf{}
	open := func(kind string) *shelf {
		if own[kind] == nil {
			own[kind] = &shelf{kind: kind, entries: map[string]*entry{}}
			if known := s.shelves[kind]; known != nil {
				own[kind].entries = maps.Clone(known.entries)
			}
			next.shelves[kind] = own[kind]
		}
		return own[kind]
	}
	for _, ref := range deletes {
		delete(open(ref.Kind).entries, ref.Name)
	}
	for _, e := range puts {
		open(e.ref.Kind).entries[e.ref.Name] = e
	}
	return next
}

func (s *state) get(ref contract.Ref) *entry {
	if s == nil {
		return nil
	}
	s.looked.at(ref)
	if on := s.shelves[ref.Kind]; on != nil {
		return on.entries[ref.Name]
	}
	return nil
}

// shelf gives the resources of a kind; an empty one when there are none.
func (s *state) shelf(kind string) *shelf {
	s.looked.through(kind)
	if on := s.shelves[kind]; on != nil {
		return on
	}
	return &shelf{kind: kind}
}

// kinds lists the kinds that there are resources of, sorted.
func (s *state) kinds() []string { return slices.Sorted(maps.Keys(s.shelves)) }

// size is how many resources there are.
func (s *state) size() (n int) {
	for _, on := range s.shelves {
		n += len(on.entries)
	}
	return n
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

// all lists the entries by kind and name.
func (s *state) all() []*entry {
	result := make([]*entry, 0, s.size())
	for _, kind := range s.kinds() {
		result = append(result, s.sorted(kind)...)
	}
	return result
}

// sorted lists the entries of a kind by name. The list is shared: callers don't change it.
func (s *state) sorted(kind string) []*entry { return s.shelf(kind).sorted() }

func (on *shelf) sorted() []*entry {
	return on.index.sorted.get(func() []*entry {
		return slices.SortedFunc(maps.Values(on.entries), func(a, b *entry) int { return strings.Compare(a.ref.Name, b.ref.Name) })
	})
}

func refLess(a, b contract.Ref) bool { return compareRefs(a, b) < 0 }

func compareRefs(a, b contract.Ref) int {
	if a.Kind != b.Kind {
		return strings.Compare(a.Kind, b.Kind)
	}
	return strings.Compare(a.Name, b.Name)
}

func sortRefs(refs []contract.Ref) []contract.Ref {
	slices.SortFunc(refs, compareRefs)
	return refs
}
