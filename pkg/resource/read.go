package resource

import (
	"context"
	"encoding/base64"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// MaxPage is how many resources one page of a list has at most, and by default.
const MaxPage = 1000

// Kinds lists the kinds that the caller may read, with what else they may do.
func (e *Engine) Kinds(_ context.Context, f access.Filter) (contract.KindList, error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return contract.KindList{}, err
	}
	list := contract.KindList{Items: []contract.KindInfo{}}
	for _, kind := range contract.Kinds() {
		if !f.SeesKind(kind.Kind) {
			continue
		}
		verbs := []string{"read"}
		if f.MayWrite(kind.Kind) {
			verbs = append(verbs, "write", "delete")
		}
		list.Items = append(list.Items, contract.KindInfo{
			Kind: kind.Kind, Plural: kind.Plural, Summary: kind.Summary, Schema: "schemas/" + kind.Kind + ".json", Verbs: verbs,
		})
	}
	return list, nil
}

// ListOptions choose which resources of a kind a list has.
type ListOptions struct {
	// LabelSelector is a comma-separated list of key=value, key!=value, key, !key, key in (a,b), key notin (a,b).
	LabelSelector string
	// Query is looked for in name, title and description, without case.
	Query string
	// Limit is the size of a page; 0 means MaxPage.
	Limit int
	// Cursor is what the page before gave as next; "" for the first.
	Cursor string
}

// List gives a page of the kind's resources, by name. A selector or cursor that can't be read is an *evaluate.InvalidError.
func (e *Engine) List(ctx context.Context, f access.Filter, kind string, options ListOptions) (contract.ResourceList, error) {
	list := contract.ResourceList{Items: []contract.Resource{}}
	if err := mayRead(f, kind); err != nil {
		return list, err
	}
	selector, err := parseSelector(options.LabelSelector)
	if err != nil {
		return list, err
	}
	after, err := base64.RawURLEncoding.DecodeString(options.Cursor)
	if err != nil || !utf8.Valid(after) {
		return list, &evaluate.InvalidError{Field: "cursor", Message: "not one that a list gave; start again without it"}
	}
	limit := options.Limit
	if limit <= 0 || limit > MaxPage {
		limit = MaxPage
	}
	current, err := e.current(ctx, f.Org())
	if err != nil {
		return list, err
	}
	for _, entry := range current.sorted(kind) {
		if entry.ref.Name <= string(after) || !f.SeesResource(kind, entry.ref.Name) ||
			!selector.matches(entry.stored.Labels) || !entry.mentions(options.Query) {
			continue
		}
		if len(list.Items) == limit {
			next := base64.RawURLEncoding.EncodeToString([]byte(list.Items[limit-1].Metadata.Name))
			list.Next = &next
			break
		}
		list.Items = append(list.Items, current.resource(entry))
	}
	return list, e.withStatus(ctx, f, kind, list.Items)
}

// mentions looks for a text in name, title and description.
func (e *entry) mentions(query string) bool {
	query = strings.ToLower(strings.TrimSpace(query))
	if query == "" || strings.Contains(e.ref.Name, query) {
		return true
	}
	for _, field := range []string{"title", "description"} {
		if found, ok := valueAt(e.value, []string{"spec", field}).(string); ok && strings.Contains(strings.ToLower(found), query) {
			return true
		}
	}
	return false
}

// Get gives one resource, as it is now or as it was at a time. ErrNotFound when there is none that the caller may see.
func (e *Engine) Get(ctx context.Context, f access.Filter, kind, name string, asOf *time.Time) (contract.Resource, error) {
	if err := mayRead(f, kind); err != nil {
		return contract.Resource{}, err
	}
	s, err := e.at(ctx, f.Org(), asOf)
	if err != nil {
		return contract.Resource{}, err
	}
	found, err := visible(s, f, contract.Ref{Kind: kind, Name: name})
	if err != nil {
		return contract.Resource{}, err
	}
	if asOf != nil { // what a provider computes is of the present
		return s.resource(found), nil
	}
	return e.oneWithStatus(ctx, f, s.resource(found))
}

// History gives every version of a resource, newest first, also of a deleted one, each with what it changed.
func (e *Engine) History(ctx context.Context, f access.Filter, kind, name string) (contract.History, error) {
	history := contract.History{Items: []contract.HistoryEntry{}}
	if err := mayRead(f, kind); err != nil {
		return history, err
	}
	if !f.SeesResource(kind, name) {
		return history, ErrNotFound
	}
	records, err := e.store.History(ctx, f.Org(), kind, name)
	if err != nil {
		return history, err
	}
	if len(records) == 0 {
		return history, ErrNotFound
	}
	for i, record := range records {
		entry := contract.HistoryEntry{
			Version: int64(record.Version), At: contract.InstantText(record.UpdatedAt), By: record.UpdatedBy,
			Action: record.Action, ManagedBy: record.ManagedBy, Diff: []contract.Change{},
		}
		if record.Reason != "" {
			entry.Reason = &record.Reason
		}
		if i+1 < len(records) && record.Action != actionCreated && record.Action != actionDeleted {
			before := records[i+1]
			entry.Diff = diff(content(before.Document, before.Archived), content(record.Document, record.Archived))
		}
		stored, err := newEntry(record.Stored)
		if err != nil {
			return history, err
		}
		document := (&state{}).resource(stored)
		document.Status = nil
		entry.Document = &document
		history.Items = append(history.Items, entry)
	}
	return history, nil
}
