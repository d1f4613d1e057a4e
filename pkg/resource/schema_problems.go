package resource

import (
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// finding is one thing wrong at a place of a document. said is the sentence that the message is; nil where it is none yet.
type finding struct {
	path, message string
	said          *contract.Reason
}

func findingOf(path string, said *contract.Reason) finding { return finding{path, said.Message, said} }

// same reports whether two findings say the same of the same place.
func (f finding) same(other finding) bool { return f.path == other.path && f.message == other.message }

// problem is the finding as an answer has it, for the resource that it is about.
func (f finding) problem(ref *contract.Ref) contract.ProblemItem {
	return contract.ProblemItem{Path: f.path, Message: f.message, Said: f.said, Resource: ref}
}

// checkShape lists what is wrong with a document by the schema of its kind. Whatever the server computes (status, version,
// who and when) has to be left out of the value before.
func checkShape(value any) []finding {
	fields, ok := value.(map[string]any)
	if !ok {
		return []finding{{path: "", message: "a document is a mapping with apiVersion, kind, metadata and spec, not " + describe(value)}}
	}
	var findings []finding
	if version, ok := fields["apiVersion"]; ok && version != contract.APIVersion {
		findings = append(findings, finding{path: "/apiVersion", message: fmt.Sprintf("must be %s; this release knows no other version", quote(contract.APIVersion))})
	}
	name, _ := fields["kind"].(string)
	schema, known := schemas()[name]
	if !known && fields["apiVersion"] == nil {
		findings = append(findings, finding{path: "/apiVersion", message: "is missing: write " + quote(contract.APIVersion)})
	}
	switch {
	case fields["kind"] == nil:
		return append(findings, finding{path: "/kind", message: "is missing: say which kind of resource this is, such as " + quote("Kpi")})
	case !known:
		return append(findings, findingOf("/kind", orNear(sentence.NoKind(fmt.Sprint(fields["kind"])), name, kindNames())))
	}
	err := schema.compiled.Validate(value)
	if err == nil {
		return findings
	}
	invalid, ok := err.(*jsonschema.ValidationError)
	if !ok {
		return append(findings, finding{message: err.Error()})
	}
	t := &translator{schema: schema, document: value, findings: findings}
	t.walk(invalid)
	return t.findings
}

func kindNames() []string {
	var names []string
	for _, k := range contract.Kinds() {
		names = append(names, k.Kind)
	}
	return names
}

// translator turns the validator's tree of errors into one sentence per place.
type translator struct {
	schema   *kindSchema
	document any
	findings []finding
}

func (t *translator) add(path string, said *contract.Reason) { t.put(findingOf(path, said)) }

func (t *translator) put(found finding) {
	// apiVersion has its own check, and branches of a union may repeat each other.
	version := found.path == "/apiVersion"
	if !version && !slices.ContainsFunc(t.findings, found.same) || version && len(t.findings) == 0 {
		t.findings = append(t.findings, found)
	}
}

// wrongType is the finding of a value that is of another JSON type than it may be.
func wrongType(path string, types []string, value any) finding {
	return finding{path: path, message: fmt.Sprintf("must be %s, not %s", typeWords(types), describe(value))}
}

func (t *translator) walk(e *jsonschema.ValidationError) {
	path := pointerOf(e.InstanceLocation)
	switch k := e.ErrorKind.(type) {
	case *kind.AnyOf:
		t.union(e)
	case *kind.OneOf:
		t.union(e)
	case *kind.AdditionalProperties:
		known := t.properties(e)
		for _, name := range k.Properties {
			t.add(child(path, name), orNear(sentence.NoField, name, known))
		}
	case *kind.Required:
		for _, name := range k.Missing {
			t.add(child(path, name), sentence.Missing)
		}
	case *kind.PropertyNames:
		t.add(child(path, k.Property), sentence.NoKey(k.Property))
	case *kind.Type:
		t.put(wrongType(path, k.Want, t.value(e.InstanceLocation)))
	default:
		if said := valueWords(e.ErrorKind); said != nil {
			t.add(path, said)
			return
		}
		for _, cause := range e.Causes {
			t.walk(cause)
		}
	}
}

// union reports the errors of the branch that the document means: the one whose constant field (type) agrees, else the one
// of the value's JSON type.
func (t *translator) union(e *jsonschema.ValidationError) {
	path := pointerOf(e.InstanceLocation)
	value := t.value(e.InstanceLocation)
	if fields, ok := value.(map[string]any); ok && t.discriminate(path, fields, e.Causes) {
		return
	}
	var meant []*jsonschema.ValidationError
	var types []string
	for _, branch := range e.Causes {
		if k := typeMismatch(branch, len(e.InstanceLocation)); k != nil {
			types = append(types, k.Want...)
		} else {
			meant = append(meant, branch)
		}
	}
	if len(meant) == 0 {
		t.put(wrongType(path, types, value))
		return
	}
	t.walk(meant[0])
}

// discriminate reports the errors of an object by the field that says which branch it is. false when no field does.
func (t *translator) discriminate(path string, fields map[string]any, branches []*jsonschema.ValidationError) bool {
	byConstant := map[string]*jsonschema.ValidationError{}
	field, wants := "", []string(nil)
	for _, branch := range branches {
		properties, _ := t.schemaOf(branch)["properties"].(map[string]any)
		for name, property := range properties {
			property, _ := property.(map[string]any)
			if want, ok := property["const"].(string); ok {
				field, wants = name, append(wants, want)
				byConstant[want] = branch
			}
		}
	}
	if field == "" {
		return false
	}
	got, present := fields[field]
	text, _ := got.(string)
	switch branch := byConstant[text]; {
	case !present:
		t.add(child(path, field), sentence.MissingOneOf(wants))
	case branch == nil:
		t.add(child(path, field), orNear(sentence.NoneOf(wants), text, wants))
	default:
		t.walk(branch)
	}
	return true
}

// typeMismatch finds the error that a branch has because the value at the depth is of another JSON type.
func typeMismatch(e *jsonschema.ValidationError, depth int) *kind.Type {
	if k, ok := e.ErrorKind.(*kind.Type); ok && len(e.InstanceLocation) == depth {
		return k
	}
	for _, cause := range e.Causes {
		if found := typeMismatch(cause, depth); found != nil {
			return found
		}
	}
	return nil
}

// value returns the part of the document at a location.
func (t *translator) value(location []string) any { return valueAt(t.document, location) }

// schemaOf returns the subschema that an error, or the reference that leads to it, comes from.
func (t *translator) schemaOf(e *jsonschema.ValidationError) map[string]any {
	url := e.SchemaURL
	if ref, ok := e.ErrorKind.(*kind.Reference); ok {
		url = ref.URL
	}
	_, fragment, _ := strings.Cut(url, "#")
	return t.schema.at(tokens(fragment))
}

func (t *translator) properties(e *jsonschema.ValidationError) []string {
	properties, _ := t.schemaOf(e)["properties"].(map[string]any)
	names := make([]string, 0, len(properties))
	for name := range properties {
		names = append(names, name)
	}
	return names
}
