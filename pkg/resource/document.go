package resource

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// document is one document of a request.
type document struct {
	tree *tree
	file string
	// index counts the documents of the request.
	index int
	// placed is false when positions mean nothing to the caller, such as those of a merged patch.
	placed bool
	value  any
	ref    contract.Ref
	// archived is nil when the document doesn't say.
	archived *bool
	// shape lists what is wrong with the document by itself: its schema, or being there twice.
	shape []finding
	// ignored are the unknown fields that have no value.
	ignored []string
}

// broken reports whether the document is wrong by itself. Its own rules are looked at all the same, but others don't build
// on what it says.
func (d *document) broken() bool { return d != nil && len(d.shape) > 0 }

// sound reports whether the part of the document at a path agrees with the schema.
func (d *document) sound(path string) bool {
	return d == nil || !slices.ContainsFunc(d.shape, func(f finding) bool {
		return f.path == path || strings.HasPrefix(f.path, path+"/") || strings.HasPrefix(path, f.path+"/")
	})
}

// computedMetadata are the fields of metadata that the server sets: ignored in documents.
var computedMetadata = []string{"version", "managedBy", "file", "createdAt", "createdBy", "updatedAt", "updatedBy"}

func newDocument(t *tree, file string, index int, placed bool) *document {
	d := &document{tree: t, file: file, index: index, placed: placed, value: t.value()}
	fields, ok := d.value.(map[string]any)
	if !ok {
		d.shape = checkShape(d.value)
		return d
	}
	delete(fields, "status")
	d.ref.Kind, _ = fields["kind"].(string)
	if metadata, ok := fields["metadata"].(map[string]any); ok {
		for _, name := range computedMetadata {
			delete(metadata, name)
		}
		d.ref.Name, _ = metadata["name"].(string)
		if archived, ok := metadata["archived"].(bool); ok {
			d.archived = &archived
		}
	}
	if schema := schemas()[d.ref.Kind]; schema != nil {
		d.ignored = schema.outline.clean(fields, "")
	}
	d.shape = checkShape(d.value)
	return d
}

// named reports whether the document says which resource it is about.
func (d *document) named() bool {
	_, known := contract.KindByName(d.ref.Kind)
	return known && d.ref.Name != "" && d.tree.get("spec") != nil
}

// json gives what is stored: apiVersion, kind, name, labels and spec, the spec with its fields in the order received.
func (d *document) json() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"apiVersion":%s,"kind":%s,"metadata":{"name":%s`, jsonText(contract.APIVersion), jsonText(d.ref.Kind), jsonText(d.ref.Name))
	if labels := d.tree.get("metadata").get("labels"); labels != nil && len(labels.keys) > 0 {
		b.WriteString(`,"labels":`)
		labels.appendJSON(&b)
	}
	b.WriteString(`},"spec":`)
	d.tree.get("spec").appendJSON(&b)
	b.WriteByte('}')
	return b.Bytes()
}

func (d *document) labels() map[string]string {
	labels := map[string]string{}
	if t := d.tree.get("metadata").get("labels"); t != nil {
		for i, key := range t.keys {
			labels[key.name] = t.children[i].string()
		}
	}
	return labels
}

// problem places a finding in the document.
func (d *document) problem(f finding) contract.ProblemItem {
	problem := f.problem(nil)
	if d.ref.Kind != "" && d.ref.Name != "" {
		ref := d.ref
		problem.Resource = &ref
	}
	if !d.placed {
		return problem
	}
	line, column := d.tree.place(f.path)
	return withPlace(problem, d.file, line, column)
}
