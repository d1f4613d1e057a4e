package resource

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Export writes resources as documents that Apply takes back without any change: a YAML stream, or a JSON array. kinds
// limits them (names or plurals); all when empty. Calendars and units come first, in the contract's order of kinds.
func (e *Engine) Export(ctx context.Context, f access.Filter, kinds []string, format Format) ([]byte, error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return nil, err
	}
	wanted, err := kindsNamed(kinds)
	if err != nil {
		return nil, err
	}
	current, err := e.current(ctx, f.Org())
	if err != nil {
		return nil, err
	}
	var documents [][]byte
	for _, kind := range contract.Kinds() {
		if wanted != nil && !wanted[kind.Kind] {
			continue
		}
		for _, entry := range current.sorted(kind.Kind) {
			if f.SeesResource(entry.ref.Kind, entry.ref.Name) {
				documents = append(documents, exported(entry))
			}
		}
	}
	if format == JSON {
		return jsonArray(documents), nil
	}
	return yamlStream(documents)
}

func kindsNamed(names []string) (map[string]bool, error) {
	if len(names) == 0 {
		return nil, nil
	}
	wanted := map[string]bool{}
	for _, name := range names {
		kind, ok := contract.KindByName(name)
		if !ok {
			kind, ok = contract.KindByPlural(strings.ToLower(name))
		}
		if !ok {
			return nil, &evaluate.InvalidError{Field: "kinds", Message: orNear(sentence.NoKind(name), name, kindNames()).Message}
		}
		wanted[kind.Kind] = true
	}
	return wanted, nil
}

// exported is the stored document, with archived where it is set.
func exported(e *entry) []byte {
	if !e.stored.Archived {
		return e.stored.Document
	}
	name := []byte(`"metadata":{`)
	return bytes.Replace(e.stored.Document, name, append(name, `"archived":true,`...), 1)
}

func jsonArray(documents [][]byte) []byte {
	var joined bytes.Buffer
	joined.WriteByte('[')
	joined.Write(bytes.Join(documents, []byte(",")))
	joined.WriteByte(']')
	var indented bytes.Buffer
	// Stored documents are JSON; the compact form would do as well.
	if json.Indent(&indented, joined.Bytes(), "", "  ") != nil {
		return joined.Bytes()
	}
	indented.WriteByte('\n')
	return indented.Bytes()
}

// AsYAML writes JSON as YAML, its fields in their order.
func AsYAML(document []byte) ([]byte, error) { return yamlStream([][]byte{document}) }

func yamlStream(documents [][]byte) ([]byte, error) {
	if len(documents) == 0 {
		return []byte{}, nil
	}
	var b bytes.Buffer
	encoder := yaml.NewEncoder(&b)
	encoder.SetIndent(2)
	for _, document := range documents {
		trees, err := readJSON(Input{Data: document, Format: JSON}, unlimited)
		if err != nil {
			return nil, fmt.Errorf("export: %w", err)
		}
		if err := encoder.Encode(trees[0].yaml()); err != nil {
			return nil, fmt.Errorf("export: %w", err)
		}
	}
	if err := encoder.Close(); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return b.Bytes(), nil
}

// yaml gives the value as a YAML node with its fields in their order.
func (t *tree) yaml() *yaml.Node {
	switch t.kind {
	case object:
		node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for i, key := range t.keys {
			node.Content = append(node.Content, yamlText(key.name), t.children[i].yaml())
		}
		return node
	case array:
		node := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for _, element := range t.children {
			node.Content = append(node.Content, element.yaml())
		}
		return node
	}
	switch t.text[0] {
	case '"':
		return yamlText(t.string())
	case 't', 'f':
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: t.text}
	case 'n':
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}
	}
	tag := "!!float"
	if isWhole(t.text) {
		tag = "!!int"
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: t.text}
}

// oldBooleans are words that YAML 1.1 readers, such as those of other tools, take for true or false.
var oldBooleans = map[string]bool{"y": true, "n": true, "yes": true, "no": true, "on": true, "off": true}

func yamlText(s string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch {
	case oldBooleans[strings.ToLower(s)]:
		node.Style = yaml.DoubleQuotedStyle
	case strings.Contains(s, "\n"):
		node.Style = yaml.LiteralStyle
	}
	return node
}
