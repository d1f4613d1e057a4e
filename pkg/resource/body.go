package resource

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

const bodiesURL = "contract:///bodies.json"

// bodySchemas compiles the schema of a request body, each once.
var bodySchemas = sync.OnceValue(func() func(id string) *kindSchema {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(contract.Bodies()))
	if err != nil {
		panic(fmt.Sprintf("resource: schema of bodies: %v", err))
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(bodiesURL, document); err != nil {
		panic(fmt.Sprintf("resource: schema of bodies: %v", err))
	}
	var mu sync.Mutex
	byID := map[string]*kindSchema{}
	return func(id string) *kindSchema {
		mu.Lock()
		defer mu.Unlock()
		if byID[id] == nil {
			byID[id] = &kindSchema{raw: document.(map[string]any), compiled: compiler.MustCompile(bodiesURL + "#/$defs/" + id)}
		}
		return byID[id]
	}
})

// ReadBody decodes a JSON request body after checking it against the contract's schema of that id. The error is a
// *ParseError, or an *InvalidError with everything that is wrong.
func ReadBody(data []byte, id string, into any) error {
	value, err := jsonValue(data)
	if err != nil {
		return err
	}
	schema := bodySchemas()(id)
	var invalid *jsonschema.ValidationError
	if err := schema.compiled.Validate(value); errors.As(err, &invalid) {
		t := &translator{schema: schema, document: value}
		t.walk(invalid)
		problems := make([]contract.ProblemItem, len(t.findings))
		for i, found := range t.findings {
			problems[i] = found.problem(nil)
		}
		return &InvalidError{problems}
	} else if err != nil {
		return &InvalidError{[]contract.ProblemItem{{Message: err.Error()}}}
	}
	if err := json.Unmarshal(data, into); err != nil {
		return &ParseError{Message: err.Error()}
	}
	return nil
}

// jsonValue reads exactly one JSON value of any size, with the same checks as documents.
func jsonValue(data []byte) (any, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &ParseError{Message: "the body is empty; it must be JSON"}
	}
	trees, err := readJSON(Input{Data: data, Format: JSON}, unlimited)
	if err != nil {
		return nil, err
	}
	return trees[0].value(), nil
}
