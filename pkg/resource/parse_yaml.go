package resource

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// version12 is the directive of YAML 1.2, whose rules the reader follows, but whose number it refuses.
var version12 = regexp.MustCompile(`(?m)^%YAML 1\.2`)

// readYAML reads every document of a YAML stream. Dates stay text, anchors and merge keys are expanded within limits.
func readYAML(in Input) ([]*tree, error) {
	in.Data = version12.ReplaceAll(in.Data, []byte("%YAML 1.1"))
	decoder := yaml.NewDecoder(bytes.NewReader(in.Data))
	var roots []*tree
	for {
		var document yaml.Node
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return roots, nil
		}
		if err != nil {
			return nil, yamlError(in, err)
		}
		if len(document.Content) == 0 || isEmptyDocument(document.Content[0]) {
			continue
		}
		if len(roots) == MaxDocuments {
			return nil, tooManyDocuments()
		}
		r := &yamlReader{file: in.File, budget: newBudget()}
		root, err := r.root(document.Content[0])
		if err != nil {
			return nil, err
		}
		roots = append(roots, root)
	}
}

// isEmptyDocument tells what only separators and comments leave behind from a document that says null.
func isEmptyDocument(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && node.ShortTag() == "!!null"
}

type yamlReader struct {
	file   string
	budget *budget
}

// root converts a document; each item of a list of documents has its own limit.
func (r *yamlReader) root(node *yaml.Node) (*tree, error) {
	if node.Kind != yaml.SequenceNode {
		return r.value(node, 0)
	}
	result := &tree{kind: array, line: node.Line, column: node.Column}
	for _, element := range node.Content {
		if len(result.children) == MaxDocuments {
			return nil, tooManyDocuments()
		}
		r.budget = newBudget()
		converted, err := r.value(element, 1)
		if err != nil {
			return nil, err
		}
		result.children = append(result.children, converted)
	}
	return result, nil
}

func (r *yamlReader) fail(node *yaml.Node, format string, args ...any) error {
	return &ParseError{File: r.file, Line: node.Line, Column: node.Column, Message: fmt.Sprintf(format, args...)}
}

func (r *yamlReader) value(node *yaml.Node, depth int) (*tree, error) {
	if depth > maxDepth {
		return nil, r.fail(node, "nested more than %d levels deep, or an anchor that holds itself", maxDepth)
	}
	if err := r.budget.spend(1); err != nil {
		return nil, err
	}
	result := &tree{line: node.Line, column: node.Column}
	switch node.Kind {
	case yaml.AliasNode:
		expanded, err := r.value(node.Alias, depth+1)
		if err != nil {
			return nil, err
		}
		expanded.line, expanded.column = node.Line, node.Column
		return expanded, nil
	case yaml.MappingNode:
		result.kind = object
		return result, r.fields(result, node, depth)
	case yaml.SequenceNode:
		result.kind = array
		for _, element := range node.Content {
			converted, err := r.value(element, depth+1)
			if err != nil {
				return nil, err
			}
			result.children = append(result.children, converted)
		}
		return result, nil
	}
	text, err := r.scalar(node)
	if err != nil {
		return nil, err
	}
	result.text = text
	return result, r.budget.spend(len(text))
}

func (r *yamlReader) fields(result *tree, node *yaml.Node, depth int) error {
	seen := map[string]bool{}
	var merges []*yaml.Node
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.ShortTag() == "!!merge" {
			merges = append(merges, value)
			continue
		}
		name, err := r.key(key, depth)
		if err != nil {
			return err
		}
		if seen[name] {
			return r.fail(key, "the field %s stands here twice: keep one", quote(name))
		}
		seen[name] = true
		converted, err := r.value(value, depth+1)
		if err != nil {
			return err
		}
		result.keys = append(result.keys, treeKey{name, key.Line, key.Column})
		result.children = append(result.children, converted)
	}
	for _, merge := range merges {
		if err := r.merge(result, merge, seen, depth); err != nil {
			return err
		}
	}
	return nil
}

// merge adds the fields of a merge key's mappings that are not there yet: own fields win, then earlier mappings.
func (r *yamlReader) merge(result *tree, node *yaml.Node, seen map[string]bool, depth int) error {
	merged, err := r.value(node, depth+1)
	if err != nil {
		return err
	}
	sources := []*tree{merged}
	if merged.kind == array {
		sources = merged.children
	}
	for _, source := range sources {
		if source.kind != object {
			return r.fail(node, "<< takes a mapping or a list of mappings")
		}
		for i, key := range source.keys {
			if !seen[key.name] {
				seen[key.name] = true
				result.keys = append(result.keys, treeKey{key.name, node.Line, node.Column})
				result.children = append(result.children, source.children[i])
			}
		}
	}
	return nil
}

func (r *yamlReader) key(node *yaml.Node, depth int) (string, error) {
	if node.Kind == yaml.AliasNode && depth < maxDepth {
		return r.key(node.Alias, depth+1)
	}
	if node.Kind != yaml.ScalarNode {
		return "", r.fail(node, "the name of a field is text, not a list or mapping")
	}
	return node.Value, r.budget.spend(len(node.Value) + 4)
}

var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// scalar gives a YAML scalar as JSON. Dates and binary stay the text that was written; numbers that JSON can't write are
// rewritten (hexadecimal, underscores) or refused (infinity, not a number).
func (r *yamlReader) scalar(node *yaml.Node) (string, error) {
	switch node.ShortTag() {
	case "!!null":
		return "null", nil
	case "!!bool":
		var b bool
		if node.Decode(&b) == nil {
			return strconv.FormatBool(b), nil
		}
	case "!!int", "!!float":
		return r.number(node)
	}
	return jsonText(node.Value), nil
}

func (r *yamlReader) number(node *yaml.Node) (string, error) {
	text := strings.TrimPrefix(node.Value, "+")
	if !jsonNumber.MatchString(text) {
		var number any
		if err := node.Decode(&number); err != nil {
			return "", r.fail(node, "%s is not a number", quote(node.Value))
		}
		switch n := number.(type) {
		case float64:
			if math.IsNaN(n) || math.IsInf(n, 0) {
				return "", r.fail(node, "%s is not a finite number: leave the field out where there is none", quote(node.Value))
			}
			encoded, err := json.Marshal(n)
			if err != nil {
				return "", r.fail(node, "%s is not a number", quote(node.Value))
			}
			text = string(encoded)
		default:
			text = fmt.Sprint(number)
		}
	}
	if wrong := checkNumber(text); wrong != "" {
		return "", r.fail(node, "%s", wrong)
	}
	return text, nil
}

// yamlError places the parser's error, with what it was reading when it met it.
func yamlError(in Input, err error) error {
	result := &ParseError{File: in.File, Line: 1, Column: 1, Message: "not YAML: " + strings.TrimPrefix(err.Error(), "yaml: ")}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return result
	}
	result.Message = "not YAML: " + load.Message
	if load.ContextMsg != "" {
		result.Message += " " + load.ContextMsg
	}
	switch {
	case load.Mark.Line > 0:
		result.Line, result.Column = load.Mark.Line, max(load.Mark.Column, 1)
	case load.Mark.Index > 0:
		// The reader counts bytes only.
		before := in.Data[:min(load.Mark.Index, len(in.Data))]
		result.Line = bytes.Count(before, []byte("\n")) + 1
		result.Column = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	}
	return result
}
