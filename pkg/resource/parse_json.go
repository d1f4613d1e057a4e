package resource

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// readJSON reads one JSON value. Positions come from the decoder's offsets. The whole, or each item of an array, has a
// budget of its own.
func readJSON(in Input, newBudget func() *budget) ([]*tree, error) {
	r := &jsonReader{
		file: in.File, data: in.Data, decoder: json.NewDecoder(bytes.NewReader(in.Data)),
		newBudget: newBudget, budget: newBudget(),
	}
	r.decoder.UseNumber()
	for i, b := range in.Data {
		if b == '\n' {
			r.lineEnds = append(r.lineEnds, i)
		}
	}
	if err := r.checkSyntax(); err != nil {
		return nil, err
	}
	root, err := r.value(0)
	if err != nil {
		return nil, err
	}
	return []*tree{root}, nil
}

type jsonReader struct {
	file     string
	data     []byte
	decoder  *json.Decoder
	lineEnds []int
	// counted is the offset up to which characters of the current line are counted.
	counted, characters int
	// newBudget gives the budget of the next document.
	newBudget func() *budget
	budget    *budget
}

// checkSyntax reads everything once, so that what follows meets valid JSON: the decoder's own errors don't say where.
func (r *jsonReader) checkSyntax() error {
	var whole json.RawMessage
	err := json.Unmarshal(r.data, &whole)
	if err == nil {
		return nil
	}
	offset := len(r.data)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && !strings.HasPrefix(syntax.Error(), "unexpected end") {
		offset = max(int(syntax.Offset)-1, 0)
	}
	line, column := r.position(offset)
	return r.fail(line, column, "not JSON: %v", err)
}

// next returns the next token and where it starts.
func (r *jsonReader) next() (token json.Token, line, column int, err error) {
	start := int(r.decoder.InputOffset())
	for start < len(r.data) && strings.IndexByte(" \t\r\n,:", r.data[start]) >= 0 {
		start++
	}
	line, column = r.position(start)
	token, err = r.decoder.Token()
	if err != nil {
		return nil, line, column, r.fail(line, column, "not JSON: %v", err)
	}
	return token, line, column, nil
}

// position counts lines and characters from 1, as editors do. It goes on from where it was asked last: a document may be one line.
func (r *jsonReader) position(offset int) (line, column int) {
	line = sort.SearchInts(r.lineEnds, offset)
	start := 0
	if line > 0 {
		start = r.lineEnds[line-1] + 1
	}
	if r.counted < start || r.counted > offset {
		r.counted, r.characters = start, 0
	}
	r.characters += utf8.RuneCount(r.data[r.counted:offset])
	r.counted = offset
	return line + 1, r.characters + 1
}

func (r *jsonReader) fail(line, column int, format string, args ...any) error {
	return &ParseError{File: r.file, Line: line, Column: column, Message: fmt.Sprintf(format, args...)}
}

func (r *jsonReader) value(depth int) (*tree, error) {
	token, line, column, err := r.next()
	if err != nil {
		return nil, err
	}
	if depth > maxDepth {
		return nil, r.fail(line, column, "nested more than %d levels deep", maxDepth)
	}
	if err := r.budget.spend(1); err != nil {
		return nil, err
	}
	result := &tree{line: line, column: column}
	switch token := token.(type) {
	case json.Delim:
		if token == '{' {
			result.kind = object
			return result, r.fields(result, depth)
		}
		result.kind = array
		return result, r.elements(result, depth)
	case json.Number:
		if wrong := checkNumber(token.String()); wrong != "" {
			return nil, r.fail(line, column, "%s", wrong)
		}
		result.text = token.String()
	case string:
		result.text = jsonText(token)
	case bool:
		result.text = fmt.Sprint(token)
	default:
		result.text = "null"
	}
	return result, r.budget.spend(len(result.text))
}

func (r *jsonReader) fields(result *tree, depth int) error {
	seen := map[string]bool{}
	for r.decoder.More() {
		token, line, column, err := r.next()
		if err != nil {
			return err
		}
		name := token.(string) // checkSyntax made sure
		if seen[name] {
			return r.fail(line, column, "the field %s stands here twice: keep one", quote(name))
		}
		seen[name] = true
		if err := r.budget.spend(len(name) + 4); err != nil {
			return err
		}
		value, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		result.keys = append(result.keys, treeKey{name, line, column})
		result.children = append(result.children, value)
	}
	_, _, _, err := r.next()
	return err
}

func (r *jsonReader) elements(result *tree, depth int) error {
	for r.decoder.More() {
		if depth == 0 {
			// The items of an array of documents each have their own limit.
			if len(result.children) == MaxDocuments {
				return tooManyDocuments()
			}
			r.budget = r.newBudget()
		}
		element, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		result.children = append(result.children, element)
	}
	_, _, _, err := r.next()
	return err
}
