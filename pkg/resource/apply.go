package resource

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// ApplyOptions say how documents are applied.
type ApplyOptions struct {
	WriteOptions
	// Prune deletes resources that the stream lacks, among those that ManagedBy and Selector choose.
	Prune bool
	// ManagedBy chooses what prune looks at; "" means what the caller's own source manages.
	ManagedBy string
	// Selector is a label selector that narrows what prune looks at.
	Selector string
}

// Apply writes many documents in one transaction, in any order: all or nothing. Documents go by name, need no version, and
// what they say of status and computed metadata is ignored. The error is a *ParseError, *TooLargeError, *InvalidError with
// every problem of every document, or *ConflictError.
func (e *Engine) Apply(ctx context.Context, f access.Filter, stream Input, options ApplyOptions) (contract.ApplyResult, error) {
	if err := f.Require(access.Editor, "applying documents"); err != nil {
		return contract.ApplyResult{}, err
	}
	selector, err := parseSelector(options.Selector)
	if err != nil {
		return contract.ApplyResult{}, err
	}
	r, err := readRequest([]Input{stream})
	if err != nil {
		return contract.ApplyResult{}, err
	}
	for _, p := range r.puts() {
		if err := mayWrite(f, p.document.ref.Kind); err != nil {
			return contract.ApplyResult{}, err
		}
	}
	by := e.author(f, options.Source, options.Reason)
	scope := pruneScope{managedBy: options.ManagedBy, selector: selector}
	if scope.managedBy == "" {
		scope.managedBy = by.managedBy
	}
	var left []string
	done, err := e.commit(ctx, f, by, options.DryRun, func(before *state, from reader) (*change, error) {
		var deletes deletion
		if options.Prune {
			firm, err := firmReviews(ctx, from)
			if err != nil {
				return nil, err
			}
			deletes, left = deletion{scope.lacking(before, r, f, by.at), firm}.sparingFirm(before)
		}
		c := planned(before, r.puts(), deletes, by)
		return c, c.judge(r, by)
	})
	if err != nil {
		return contract.ApplyResult{}, shown(f, err)
	}
	result := done.result(f)
	result.Warnings = slices.Concat(r.warnings(), left, e.unknownPeople(ctx, f, done))
	return result, nil
}

// pruneScope chooses which resources prune may delete.
type pruneScope struct {
	managedBy string
	selector  selector
}

// lacking lists the resources in scope that the request doesn't have, but for passing ones: a stream needn't know of what is nobody's
// document.
func (p pruneScope) lacking(before *state, r *request, f access.Filter, now time.Time) []contract.Ref {
	kept := map[contract.Ref]bool{}
	for _, d := range r.documents {
		kept[d.ref] = true
	}
	var refs []contract.Ref
	for _, e := range before.all() {
		if !kept[e.ref] && !e.passing(now) && e.stored.ManagedBy == p.managedBy && p.selector.matches(e.stored.Labels) &&
			f.SeesResource(e.ref.Kind, e.ref.Name) && f.MayWrite(e.ref.Kind) {
			refs = append(refs, e.ref)
		}
	}
	return refs
}

// result is what a change did, as the caller may see it.
func (c *change) result(f access.Filter) contract.ApplyResult {
	result := contract.ApplyResult{
		Created: refsOf(c.created), Unchanged: refsOf(c.unchanged), Deleted: refsOf(c.deleted),
		Changed: []contract.ChangedResource{}, Impact: visibleRefs(f, c.impact()),
	}
	for _, e := range c.changed {
		known := c.before.get(e.ref)
		result.Changed = append(result.Changed, contract.ChangedResource{
			Ref:  e.ref,
			Diff: diff(content(known.stored.Document, known.stored.Archived), content(e.stored.Document, e.stored.Archived)),
		})
	}
	return result
}

func refsOf(entries []*entry) []contract.Ref {
	refs := make([]contract.Ref, len(entries))
	for i, e := range entries {
		refs[i] = e.ref
	}
	return refs
}

// impact lists the resources whose computed values may change: of what was deleted, or referred elsewhere, as things were, of the rest
// as they are. Definitions are compiled for each of the two that there is something of.
func (c *change) impact() []contract.Ref {
	impact := map[contract.Ref]bool{}
	add := func(s *state, refs []contract.Ref) {
		if refs = slices.DeleteFunc(refs, func(ref contract.Ref) bool { return !measuredKinds[ref.Kind] }); len(refs) == 0 {
			return
		}
		model, err := evaluate.Compile(factsOf(s).definitions)
		if err != nil {
			return
		}
		for _, ref := range model.Impact(refs) {
			impact[ref] = true
		}
	}
	were := refsOf(c.deleted)
	if len(were) > 0 || slices.ContainsFunc(c.changed, func(e *entry) bool { return !slices.Equal(e.references, c.before.get(e.ref).references) }) {
		were = append(were, refsOf(c.changed)...)
	}
	add(c.before, were)
	add(c.after, append(refsOf(c.created), refsOf(c.changed)...))
	refs := make([]contract.Ref, 0, len(impact))
	for ref := range impact {
		refs = append(refs, ref)
	}
	return sortRefs(refs)
}

// unknownPeople warns of people in the changed documents that Grafana doesn't know. Whoever can't be looked up is no reason
// to refuse a change.
func (e *Engine) unknownPeople(ctx context.Context, f access.Filter, c *change) []string {
	if e.people == nil {
		return nil
	}
	mentions := map[string][]string{}
	for _, entry := range append(append([]*entry(nil), c.created...), c.changed...) {
		for _, person := range unique(entry.people) {
			mentions[person] = append(mentions[person], refText(entry.ref))
		}
	}
	people := make([]string, 0, len(mentions))
	for person := range mentions {
		people = append(people, person)
	}
	sort.Strings(people)
	unknown, err := e.people.Unknown(ctx, f.Org(), people)
	if err != nil {
		return []string{"people could not be looked up in Grafana: " + err.Error()}
	}
	var warnings []string
	for _, person := range unknown {
		where := mentions[person]
		text := strings.Join(where[:min(len(where), 3)], ", ")
		if more := len(where) - 3; more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		warnings = append(warnings, fmt.Sprintf("%s matches no Grafana user or team: %s", quote(person), text))
	}
	return warnings
}
