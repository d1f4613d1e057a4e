package resource

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// problemsOf lists what a change does wrong: everything wrong with the documents of the request in the state after it, and
// whatever other resources suffer from it. What was wrong with others before is not the request's fault.
func problemsOf(c *change) []contract.ProblemItem {
	var problems []contract.ProblemItem
	for _, e := range c.requested() {
		for _, f := range checkEntry(c.after, e) {
			problems = append(problems, e.origin.problem(f))
		}
	}
	gone := c.gone()
	for _, e := range c.before.seeing(c.touched()) {
		if found := checkEntry(c.after, e); len(found) > 0 {
			problems = append(problems, broken(c.before, e, found, gone)...)
		}
	}
	return problems
}

// requested lists the entries of a change as the request has them.
func (c *change) requested() []*entry {
	entries := slices.Concat(c.created, c.changed, c.unchanged)
	slices.SortFunc(entries, func(a, b *entry) int {
		return cmp.Or(a.origin.index-b.origin.index, compareRefs(a.ref, b.ref))
	})
	return entries
}

// touched are the resources that others may see changed.
func (c *change) touched() touched {
	t := newTouched()
	for _, entries := range [][]*entry{c.created, c.changed, c.unchanged, c.deleted} {
		for _, e := range entries {
			t.add(e.ref)
		}
	}
	return t
}

// broken lists the findings of a resource outside the request that it didn't have before. References to what the request
// deletes are left out: they stop the deletion, which is a conflict of its own.
func broken(before *state, e *entry, found []finding, deleted map[contract.Ref]bool) []contract.ProblemItem {
	known := checkEntry(before, e)
	toDeleted := map[string]bool{}
	for _, r := range e.references {
		if deleted[r.target] {
			toDeleted[r.path] = true
		}
	}
	var problems []contract.ProblemItem
	for _, f := range found {
		if slices.ContainsFunc(known, f.same) || toDeleted[f.path] {
			continue
		}
		ref := e.ref
		broken := finding{path: f.path, message: fmt.Sprintf("this change would break %s: %s", refText(ref), f.message)}
		if f.said != nil {
			broken.said = sentence.WouldBreak(ref.Kind, ref.Name, f.said)
		}
		problems = append(problems, broken.problem(&ref))
	}
	return problems
}

// referrersOf lists what still refers to deleted resources in the state after.
func referrersOf(after *state, deleted map[contract.Ref]bool) []contract.Ref {
	seen := map[contract.Ref]bool{}
	result := []contract.Ref{}
	for ref := range deleted {
		for _, referrer := range after.referrers(ref) {
			if !seen[referrer] {
				seen[referrer] = true
				result = append(result, referrer)
			}
		}
	}
	return sortRefs(result)
}
