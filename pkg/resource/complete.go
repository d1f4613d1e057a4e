package resource

import (
	"encoding/json"

	jsonpatch "github.com/evanphx/json-patch/v5"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// completion is what a kind adds to a document before it is checked and kept: fields that the server fills in when a resource
// is made, such as a review's copy of its series' agenda, and keeps when a later document leaves them out.
type completion struct {
	entry *entry
	// known is the resource as it was; nil when it is made.
	known *entry
	by    author
	// find gives a resource as it will be after the change; nil when there is none.
	find func(ref contract.Ref) *entry
	// fields are those of the spec to set; nil values delete.
	fields map[string]any
}

// has reports whether the document says something of a field of its spec.
func (c *completion) has(field string) bool {
	spec, _ := c.entry.value["spec"].(map[string]any)
	_, ok := spec[field]
	return ok
}

// knownField is a field of the spec as the resource had it; nil when it had none.
func (c *completion) knownField(field string) any {
	if c.known == nil {
		return nil
	}
	spec, _ := c.known.value["spec"].(map[string]any)
	return spec[field]
}

// keepOr fills in a field that the document leaves out: as the resource had it, or else as given. nil gives nothing.
func (c *completion) keepOr(field string, otherwise any) {
	switch {
	case c.has(field):
	case c.knownField(field) != nil:
		c.set(field, c.knownField(field))
	case otherwise != nil:
		c.set(field, otherwise)
	}
}

// keep fills in a field that the document leaves out as the resource had it.
func (c *completion) keep(field string) { c.keepOr(field, nil) }

func (c *completion) set(field string, value any) { c.fields[field] = value }

// refuse reports a field that may not say what it says.
func (c *completion) refuse(path string, said *contract.Reason) {
	c.entry.origin.shape = append(c.entry.origin.shape, findingOf(path, said))
}

// completed lets the kinds of the entries fill in what the server adds.
func completed(entries []*entry, before *state, by author) []*entry {
	coming := make(map[contract.Ref]*entry, len(entries))
	for _, e := range entries {
		coming[e.ref] = e
	}
	find := func(ref contract.Ref) *entry {
		if e := coming[ref]; e != nil {
			return e
		}
		return before.get(ref)
	}
	result := make([]*entry, len(entries))
	for i, e := range entries {
		result[i] = e
		rule, ok := kindRules[e.ref.Kind]
		if !ok || rule.complete == nil || e.spec == nil || e.origin.broken() {
			continue
		}
		c := &completion{entry: e, known: before.get(e.ref), by: by, find: find, fields: map[string]any{}}
		rule.complete(c)
		if len(c.fields) > 0 {
			result[i] = e.with(c.fields)
		}
	}
	return result
}

// with is the entry with fields of its spec set, or deleted where they are nil.
func (e *entry) with(fields map[string]any) *entry {
	patch, err := json.Marshal(map[string]any{"spec": fields})
	if err != nil {
		return e
	}
	stored := e.stored
	if stored.Document, err = jsonpatch.MergePatch(e.stored.Document, patch); err != nil {
		return e
	}
	value, err := decodeValue(stored.Document)
	if err != nil {
		return e
	}
	document, _ := value.(map[string]any)
	next := readEntry(stored, document)
	next.origin = e.origin
	return next
}
