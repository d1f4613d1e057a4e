package resource

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// entry is one resource of a state with everything that checks and reads need of it, computed once. It is immutable.
type entry struct {
	ref    contract.Ref
	stored Stored
	// value is the stored document with numbers as written, without fields that have no value.
	value map[string]any
	// spec points to the contract's type for the kind; nil when the document can't be read as one.
	spec       any
	references []reference
	people     []string
	// formula is that of a calculated KPI, when it can be read.
	formula *formula.Formula
	// calendar is that of a Calendar, when its rules are sound.
	calendar *period.Calendar
	// origin is the document of the request that brings the entry; nil for what was there before.
	origin *document
}

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
	problem := contract.ProblemItem{Path: f.path, Message: f.message}
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

// newEntry reads a stored document.
func newEntry(stored Stored) (*entry, error) {
	value, err := decodeValue(stored.Document)
	if err != nil {
		return nil, fmt.Errorf("stored document of %s %s: %w", stored.Kind, stored.Name, err)
	}
	fields, ok := value.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("stored document of %s %s is not an object", stored.Kind, stored.Name)
	}
	return readEntry(stored, fields), nil
}

// readEntry interprets a document. One that doesn't agree with its schema gets no spec, and rules leave it alone.
func readEntry(stored Stored, fields map[string]any) *entry {
	e := &entry{ref: contract.Ref{Kind: stored.Kind, Name: stored.Name}, stored: stored, value: fields}
	if schema := schemas()[stored.Kind]; schema != nil {
		schema.outline.clean(fields, "")
		e.references, e.people = schema.outline.marked(fields)
	}
	if support, ok := kindRules[stored.Kind]; ok {
		spec := support.newSpec()
		if decodeSpec(fields["spec"], spec) == nil {
			e.spec = spec
		}
	}
	switch spec := e.spec.(type) {
	case *contract.KpiSpec:
		if spec.Source.Formula != nil {
			e.formula, _ = formula.Parse(*spec.Source.Formula)
		}
	case *contract.CalendarSpec:
		e.calendar, _ = period.New(*spec)
	}
	if e.formula != nil {
		for _, kpi := range inputsOf(e.formula) {
			e.references = append(e.references, reference{formulaPath, contract.Ref{Kind: "Kpi", Name: kpi}})
		}
	}
	return e
}

// inputsOf lists the KPIs that a formula reads, each once.
func inputsOf(f *formula.Formula) []string {
	var kpis []string
	for _, input := range f.Inputs() {
		kpis = append(kpis, input.Kpi)
	}
	return unique(kpis)
}

const formulaPath = "/spec/source/formula"

// sameContent reports whether two entries say the same: document by meaning, and archived.
func (e *entry) sameContent(other *entry) bool {
	return e.stored.Archived == other.stored.Archived && equal(e.value, other.value)
}

// content is what histories compare: the document, with archived where it is set.
func content(document []byte, archived bool) any {
	value, err := decodeValue(document)
	if err != nil {
		return nil
	}
	if fields, ok := value.(map[string]any); ok && archived {
		if metadata, ok := fields["metadata"].(map[string]any); ok {
			metadata["archived"] = true
		}
	}
	return value
}

// resource gives the entry as it travels, with what the server knows and computes.
func (s *state) resource(e *entry) contract.Resource {
	instant := func(t interface{ Format(string) string }) *string { text := t.Format(timeLayout); return &text }
	version := int64(e.stored.Version)
	result := contract.Resource{
		APIVersion: contract.APIVersion,
		Kind:       e.ref.Kind,
		Metadata: contract.Metadata{
			Name: e.ref.Name, Version: &version, Labels: e.stored.Labels, ManagedBy: &e.stored.ManagedBy,
			CreatedAt: instant(e.stored.CreatedAt.UTC()), CreatedBy: &e.stored.CreatedBy,
			UpdatedAt: instant(e.stored.UpdatedAt.UTC()), UpdatedBy: &e.stored.UpdatedBy,
		},
		Status: s.status(e),
	}
	if e.stored.File != "" {
		result.Metadata.File = &e.stored.File
	}
	if e.stored.Archived {
		result.Metadata.Archived = &e.stored.Archived
	}
	result.Spec, _ = e.value["spec"].(map[string]any)
	return result
}

const timeLayout = "2006-01-02T15:04:05.000Z07:00"

// status is what the server computes of a resource; nil for kinds without any.
func (s *state) status(e *entry) map[string]any {
	if kpi, ok := e.spec.(*contract.KpiSpec); ok {
		return map[string]any{"gaps": s.gaps(kpi)}
	}
	return nil
}
