package resource

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// kindSchema is what the contract says of one kind, compiled once.
type kindSchema struct {
	compiled *jsonschema.Schema
	// raw is the schema document, for what messages quote from it.
	raw     map[string]any
	outline *outline
}

var schemas = sync.OnceValue(compileSchemas)

// compileSchemas panics when the embedded contract is broken: that is a fault of the build, not of any input.
func compileSchemas() map[string]*kindSchema {
	compiler := jsonschema.NewCompiler()
	result := map[string]*kindSchema{}
	for _, kind := range contract.Kinds() {
		data, err := contract.Schema(kind.Kind)
		if err != nil {
			panic(err)
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			panic(fmt.Sprintf("resource: schema of %s: %v", kind.Kind, err))
		}
		if err := compiler.AddResource(schemaURL(kind.Kind), document); err != nil {
			panic(fmt.Sprintf("resource: schema of %s: %v", kind.Kind, err))
		}
		raw := document.(map[string]any)
		result[kind.Kind] = &kindSchema{raw: raw, outline: outlineOf(raw)}
	}
	for kind, schema := range result {
		schema.compiled = compiler.MustCompile(schemaURL(kind))
	}
	return result
}

func schemaURL(kind string) string { return "contract:///" + kind + ".json" }

// at resolves a JSON Pointer within the schema document.
func (s *kindSchema) at(pointer []string) map[string]any {
	var node any = s.raw
	for _, token := range pointer {
		fields, ok := node.(map[string]any)
		if !ok {
			return nil
		}
		node = fields[token]
	}
	fields, _ := node.(map[string]any)
	return fields
}
