package resource

import (
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// outline is what the engine needs of a schema beside validation: which fields there are, and which of them are annotated
// as a reference (x-ref) or as somebody by name (x-person). Branches of unions are merged: a field is what it is in
// whichever branch knows it.
type outline struct {
	// ref is the kind that a bare name refers to, "*" for a {kind, name}, "" for no reference.
	ref    string
	person bool
	// filled is true for texts that can't be empty.
	filled bool
	// free is true for mappings whose content is not ours, such as query models.
	free       bool
	properties map[string]*outline
	items      *outline
	additional *outline
}

// reference is a field of a document that names a resource.
type reference struct {
	// path is the field that is wrong when there is no such resource.
	path   string
	target contract.Ref
}

// outlineOf compiles a schema document.
func outlineOf(schema map[string]any) *outline {
	definitions, _ := schema["$defs"].(map[string]any)
	c := &outliner{definitions: definitions, open: map[string]bool{}}
	return c.compile(schema)
}

type outliner struct {
	definitions map[string]any
	// open holds the definitions being compiled: schemas of documents end where they would repeat themselves.
	open map[string]bool
}

func (c *outliner) compile(schema map[string]any) *outline {
	result := &outline{}
	result.ref, _ = schema["x-ref"].(string)
	result.person, _ = schema["x-person"].(bool)
	result.filled = schema["minLength"] != nil
	if ref, ok := schema["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		if definition, ok := c.definitions[name].(map[string]any); ok && !c.open[name] {
			c.open[name] = true
			result = mergeOutlines(result, c.compile(definition))
			delete(c.open, name)
		}
	}
	for _, keyword := range []string{"anyOf", "oneOf", "allOf"} {
		branches, _ := schema[keyword].([]any)
		for _, branch := range branches {
			if branch, ok := branch.(map[string]any); ok {
				result = mergeOutlines(result, c.compile(branch))
			}
		}
	}
	own := &outline{}
	properties, _ := schema["properties"].(map[string]any)
	for name, property := range properties {
		if property, ok := property.(map[string]any); ok {
			own = mergeOutlines(own, &outline{properties: map[string]*outline{name: c.compile(property)}})
		}
	}
	if items, ok := schema["items"].(map[string]any); ok {
		own.items = c.compile(items)
	}
	if additional, ok := schema["additionalProperties"].(map[string]any); ok {
		own.free = len(additional) == 0
		own.additional = c.compile(additional)
	}
	return mergeOutlines(result, own)
}

func mergeOutlines(a, b *outline) *outline {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	merged := &outline{ref: a.ref, person: a.person || b.person, filled: a.filled || b.filled, free: a.free || b.free}
	if merged.ref == "" {
		merged.ref = b.ref
	}
	for _, properties := range []map[string]*outline{a.properties, b.properties} {
		for name, m := range properties {
			if merged.properties == nil {
				merged.properties = map[string]*outline{}
			}
			merged.properties[name] = mergeOutlines(merged.properties[name], m)
		}
	}
	merged.items = mergeOutlines(a.items, b.items)
	merged.additional = mergeOutlines(a.additional, b.additional)
	return merged
}

// walk calls visit with every value at an annotated place, or where a text must not be empty.
func (o *outline) walk(value any, path string, visit func(o *outline, path string, value any)) {
	if o == nil || o.free {
		return
	}
	if o.ref != "" || o.person || o.filled {
		visit(o, path, value)
	}
	switch v := value.(type) {
	case map[string]any:
		for name, field := range v {
			next, known := o.properties[name]
			if !known {
				next = o.additional
			}
			next.walk(field, child(path, name), visit)
		}
	case []any:
		for i, element := range v {
			o.items.walk(element, item(path, i), visit)
		}
	}
}

// marked returns the references of a document, by path, and the people it names. Values that don't have the right shape are
// skipped: the schema reports those.
func (o *outline) marked(document any) (references []reference, people []string) {
	o.walk(document, "", func(o *outline, path string, value any) {
		name, isText := value.(string)
		switch {
		case o.person && isText:
			people = append(people, name)
		case o.ref == "*":
			fields, _ := value.(map[string]any)
			kind, _ := fields["kind"].(string)
			if name, ok := fields["name"].(string); ok && kind != "" {
				references = append(references, reference{child(path, "name"), contract.Ref{Kind: kind, Name: name}})
			}
		case o.ref != "" && isText:
			references = append(references, reference{path, contract.Ref{Kind: o.ref, Name: name}})
		}
	})
	slices.SortFunc(references, func(a, b reference) int { return strings.Compare(a.path, b.path) })
	slices.Sort(people)
	return references, people
}

// blanks are the places of texts that must not be empty and consist of blanks: nobody can see what they say.
func (o *outline) blanks(document any) (paths []string) {
	o.walk(document, "", func(o *outline, path string, value any) {
		if words, ok := value.(string); ok && o.filled && words != "" && strings.TrimSpace(words) == "" {
			paths = append(paths, path)
		}
	})
	slices.Sort(paths)
	return paths
}

// clean removes fields without a value (null) in place: they count as left out. Those that the schema doesn't know are
// named: in YAML, a text with a comma in braces reads as a text and a field. What is not ours stays as it is.
func (o *outline) clean(value any, path string) (unknown []string) {
	if o != nil && o.free {
		return nil
	}
	switch v := value.(type) {
	case map[string]any:
		for name, field := range v {
			var next *outline
			if o != nil {
				next = o.properties[name]
			}
			switch {
			case field != nil:
				unknown = append(unknown, next.clean(field, child(path, name))...)
			case o == nil || o.additional == nil:
				if next == nil {
					unknown = append(unknown, child(path, name))
				}
				delete(v, name)
			}
		}
	case []any:
		var next *outline
		if o != nil {
			next = o.items
		}
		for i, element := range v {
			unknown = append(unknown, next.clean(element, item(path, i))...)
		}
	}
	slices.Sort(unknown)
	return unknown
}
