package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// marks is the part of a schema that leads to annotated fields: x-ref (a reference) and x-person (somebody by name).
// Branches of unions are merged: a field is what it is in whichever branch knows it.
type marks struct {
	// ref is the kind that a bare name refers to, "*" for a {kind, name}, "" for no reference.
	ref        string
	person     bool
	properties map[string]*marks
	items      *marks
	additional *marks
}

// reference is a field of a document that names a resource.
type reference struct {
	// path is the field that is wrong when there is no such resource.
	path   string
	target contract.Ref
}

// marksOf compiles a schema document; nil when it annotates nothing.
func marksOf(schema map[string]any) *marks {
	definitions, _ := schema["$defs"].(map[string]any)
	c := &marksCompiler{definitions: definitions, open: map[string]bool{}}
	return c.compile(schema)
}

type marksCompiler struct {
	definitions map[string]any
	// open holds the definitions being compiled: schemas of documents end where they would repeat themselves.
	open map[string]bool
}

func (c *marksCompiler) compile(schema map[string]any) *marks {
	result := &marks{}
	result.ref, _ = schema["x-ref"].(string)
	result.person, _ = schema["x-person"].(bool)
	if ref, ok := schema["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		if definition, ok := c.definitions[name].(map[string]any); ok && !c.open[name] {
			c.open[name] = true
			result = mergeMarks(result, c.compile(definition))
			delete(c.open, name)
		}
	}
	for _, keyword := range []string{"anyOf", "oneOf", "allOf"} {
		branches, _ := schema[keyword].([]any)
		for _, branch := range branches {
			if branch, ok := branch.(map[string]any); ok {
				result = mergeMarks(result, c.compile(branch))
			}
		}
	}
	own := &marks{}
	properties, _ := schema["properties"].(map[string]any)
	for name, property := range properties {
		if property, ok := property.(map[string]any); ok {
			if m := c.compile(property); m != nil {
				own = mergeMarks(own, &marks{properties: map[string]*marks{name: m}})
			}
		}
	}
	if items, ok := schema["items"].(map[string]any); ok {
		own.items = c.compile(items)
	}
	if additional, ok := schema["additionalProperties"].(map[string]any); ok {
		own.additional = c.compile(additional)
	}
	result = mergeMarks(result, own)
	if result.ref == "" && !result.person && result.properties == nil && result.items == nil && result.additional == nil {
		return nil
	}
	return result
}

func mergeMarks(a, b *marks) *marks {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	merged := &marks{ref: a.ref, person: a.person || b.person}
	if merged.ref == "" {
		merged.ref = b.ref
	}
	for _, properties := range []map[string]*marks{a.properties, b.properties} {
		for name, m := range properties {
			if merged.properties == nil {
				merged.properties = map[string]*marks{}
			}
			merged.properties[name] = mergeMarks(merged.properties[name], m)
		}
	}
	merged.items = mergeMarks(a.items, b.items)
	merged.additional = mergeMarks(a.additional, b.additional)
	return merged
}

// walk calls visit with every value at an annotated place, in the document's order of fields by name.
func (m *marks) walk(value any, path string, visit func(m *marks, path string, value any)) {
	if m == nil {
		return
	}
	if m.ref != "" || m.person {
		visit(m, path, value)
	}
	switch v := value.(type) {
	case map[string]any:
		for name, next := range m.properties {
			if field, ok := v[name]; ok {
				next.walk(field, child(path, name), visit)
			}
		}
		if m.additional != nil {
			for name, field := range v {
				if _, known := m.properties[name]; !known {
					m.additional.walk(field, child(path, name), visit)
				}
			}
		}
	case []any:
		for i, element := range v {
			m.items.walk(element, item(path, i), visit)
		}
	}
}

// marked returns the references and people of a document. Values that don't have the right shape are skipped: the schema
// reports those.
func (m *marks) marked(document any) (references []reference, people []string) {
	m.walk(document, "", func(m *marks, path string, value any) {
		name, isText := value.(string)
		switch {
		case m.person && isText:
			people = append(people, name)
		case m.ref == "*":
			fields, _ := value.(map[string]any)
			kind, _ := fields["kind"].(string)
			if name, ok := fields["name"].(string); ok && kind != "" {
				references = append(references, reference{child(path, "name"), contract.Ref{Kind: kind, Name: name}})
			}
		case m.ref != "" && isText:
			references = append(references, reference{path, contract.Ref{Kind: m.ref, Name: name}})
		}
	})
	return references, people
}
