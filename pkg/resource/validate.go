package resource

import (
	"fmt"
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// problemsOf lists what a change does wrong: everything wrong with the documents of the request in the state after it, and
// whatever other resources suffer from it. What was wrong with others before is not the request's fault.
func problemsOf(before, after *state, deleted map[contract.Ref]bool) []contract.ProblemItem {
	var problems []contract.ProblemItem
	for _, e := range byOrder(after) {
		found := checkEntry(after, e)
		switch {
		case len(found) == 0:
		case e.origin != nil:
			for _, f := range found {
				problems = append(problems, e.origin.problem(f))
			}
		default:
			problems = append(problems, broken(before, e, found, deleted)...)
		}
	}
	return problems
}

// broken lists the findings of a resource outside the request that it didn't have before. References to what the request
// deletes are left out: they stop the deletion, which is a conflict of its own.
func broken(before *state, e *entry, found []finding, deleted map[contract.Ref]bool) []contract.ProblemItem {
	known := map[finding]bool{}
	for _, f := range checkEntry(before, e) {
		known[f] = true
	}
	toDeleted := map[string]bool{}
	for _, r := range e.references {
		if deleted[r.target] {
			toDeleted[r.path] = true
		}
	}
	var problems []contract.ProblemItem
	for _, f := range found {
		if known[f] || toDeleted[f.path] {
			continue
		}
		ref := e.ref
		problems = append(problems, contract.ProblemItem{
			Path: f.path, Resource: &ref,
			Message: fmt.Sprintf("this change would break %s: %s", refText(ref), f.message),
		})
	}
	return problems
}

// byOrder lists entries as the request has them, then the others by kind and name.
func byOrder(s *state) []*entry {
	all := s.sorted("")
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i].origin, all[j].origin
		switch {
		case a != nil && b != nil:
			return a.index < b.index
		case a != nil || b != nil:
			return a != nil
		}
		return false
	})
	return all
}

// referrersOf lists what still refers to deleted resources in the state after.
func referrersOf(after *state, deleted map[contract.Ref]bool) []contract.Ref {
	seen := map[contract.Ref]bool{}
	result := []contract.Ref{}
	for ref := range deleted {
		for _, referrer := range after.referrers()[ref] {
			if !seen[referrer] {
				seen[referrer] = true
				result = append(result, referrer)
			}
		}
	}
	return sortRefs(result)
}
