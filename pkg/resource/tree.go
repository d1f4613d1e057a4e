package resource

import (
	"bytes"
	"encoding/json"
	"strconv"
)

type treeKind int

const (
	scalar treeKind = iota
	object
	array
)

// tree is a JSON value that remembers the order of its fields and where each part was written. What YAML and JSON readers
// produce is this, so that everything after them is one code.
type tree struct {
	kind treeKind
	// keys names the fields of an object; children[i] belongs to keys[i].
	keys     []treeKey
	children []*tree
	// text is a scalar as JSON.
	text string
	// line and column count from 1.
	line, column int
}

type treeKey struct {
	name         string
	line, column int
}

// get returns a field of an object, or nil.
func (t *tree) get(name string) *tree {
	if t == nil || t.kind != object {
		return nil
	}
	for i, key := range t.keys {
		if key.name == name {
			return t.children[i]
		}
	}
	return nil
}

// string returns the text of a string, else "".
func (t *tree) string() string {
	if t == nil || t.kind != scalar {
		return ""
	}
	var s string
	if json.Unmarshal([]byte(t.text), &s) != nil {
		return ""
	}
	return s
}

// appendJSON writes the value as compact JSON with its fields in the order in which they were written.
func (t *tree) appendJSON(b *bytes.Buffer) {
	switch t.kind {
	case scalar:
		b.WriteString(t.text)
	case object:
		b.WriteByte('{')
		for i, key := range t.keys {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(jsonText(key.name))
			b.WriteByte(':')
			t.children[i].appendJSON(b)
		}
		b.WriteByte('}')
	case array:
		b.WriteByte('[')
		for i, element := range t.children {
			if i > 0 {
				b.WriteByte(',')
			}
			element.appendJSON(b)
		}
		b.WriteByte(']')
	}
}

// value returns the value as encoding/json would with UseNumber.
func (t *tree) value() any {
	switch t.kind {
	case object:
		fields := make(map[string]any, len(t.keys))
		for i, key := range t.keys {
			fields[key.name] = t.children[i].value()
		}
		return fields
	case array:
		elements := make([]any, len(t.children))
		for i, element := range t.children {
			elements[i] = element.value()
		}
		return elements
	}
	switch t.text[0] {
	case '"':
		return t.string()
	case 't':
		return true
	case 'f':
		return false
	case 'n':
		return nil
	}
	return json.Number(t.text)
}

// place finds where the value at a JSON Pointer was written: at its key, or where it would stand when it is missing.
func (t *tree) place(pointer string) (line, column int) {
	line, column = t.line, t.column
	at := t
	for _, token := range tokens(pointer) {
		next := (*tree)(nil)
		switch at.kind {
		case object:
			for i, key := range at.keys {
				if key.name == token {
					next, line, column = at.children[i], key.line, key.column
				}
			}
		case array:
			if index, err := strconv.Atoi(token); err == nil && index >= 0 && index < len(at.children) {
				next = at.children[index]
				line, column = next.line, next.column
			}
		}
		if next == nil {
			return line, column
		}
		at = next
	}
	return line, column
}

// jsonText writes a string as JSON without escaping what only HTML minds.
func jsonText(s string) string {
	if isPlain(s) {
		return `"` + s + `"`
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	// A string always encodes; invalid UTF-8 becomes U+FFFD.
	_ = encoder.Encode(s)
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}
