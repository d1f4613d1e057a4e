package resource

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
)

// readJSON reads one JSON value. Positions come from the decoder's offsets.
func readJSON(in Input) ([]*tree, error) {
	r := &jsonReader{file: in.File, data: in.Data, decoder: json.NewDecoder(bytes.NewReader(in.Data)), budget: newBudget()}
	r.decoder.UseNumber()
	for i, b := range in.Data {
		if b == '\n' {
			r.lineEnds = append(r.lineEnds, i)
		}
	}
	token, line, column, err := r.next()
	if err != nil {
		return nil, err
	}
	root, err := r.value(token, line, column, 0)
	if err != nil {
		return nil, err
	}
	if _, line, column, err := r.next(); !errors.Is(err, io.EOF) {
		return nil, &ParseError{File: in.File, Line: line, Column: column, Message: "more text after the end of the JSON value"}
	}
	return []*tree{root}, nil
}

type jsonReader struct {
	file     string
	data     []byte
	decoder  *json.Decoder
	lineEnds []int
	budget   *budget
}

// next returns the next token and where it starts. io.EOF at the end of the data is returned as it is.
func (r *jsonReader) next() (token json.Token, line, column int, err error) {
	start := int(r.decoder.InputOffset())
	for start < len(r.data) && bytes.IndexByte([]byte(" \t\r\n,:"), r.data[start]) >= 0 {
		start++
	}
	line, column = r.position(start)
	token, err = r.decoder.Token()
	if err == nil {
		return token, line, column, nil
	}
	if errors.Is(err, io.EOF) && start >= len(r.data) && r.decoder.InputOffset() > 0 {
		return nil, line, column, io.EOF
	}
	var syntax *json.SyntaxError
	message := "not JSON: " + err.Error()
	switch {
	case errors.As(err, &syntax):
		line, column = r.position(max(int(syntax.Offset)-1, 0))
		message = "not JSON: " + syntax.Error()
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		line, column = r.position(len(r.data))
		message = "not JSON: the text ends too early"
	}
	return nil, line, column, &ParseError{File: r.file, Line: line, Column: column, Message: message}
}

func (r *jsonReader) position(offset int) (line, column int) {
	line = sort.SearchInts(r.lineEnds, offset)
	start := 0
	if line > 0 {
		start = r.lineEnds[line-1] + 1
	}
	return line + 1, offset - start + 1
}

func (r *jsonReader) fail(line, column int, format string, args ...any) error {
	return &ParseError{File: r.file, Line: line, Column: column, Message: fmt.Sprintf(format, args...)}
}

func (r *jsonReader) value(token json.Token, line, column, depth int) (*tree, error) {
	if depth > maxDepth {
		return nil, r.fail(line, column, "nested more than %d levels deep", maxDepth)
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
			return unexpectedEnd(err, r)
		}
		name, ok := token.(string)
		if !ok {
			return r.fail(line, column, "not JSON: a field needs a name in quotes")
		}
		if seen[name] {
			return r.fail(line, column, "the field %s stands here twice: keep one", quote(name))
		}
		seen[name] = true
		if err := r.budget.spend(len(name) + 4); err != nil {
			return err
		}
		token, valueLine, valueColumn, err := r.next()
		if err != nil {
			return unexpectedEnd(err, r)
		}
		value, err := r.value(token, valueLine, valueColumn, depth+1)
		if err != nil {
			return err
		}
		result.keys = append(result.keys, treeKey{name, line, column})
		result.children = append(result.children, value)
	}
	_, _, _, err := r.next()
	return unexpectedEnd(err, r)
}

func (r *jsonReader) elements(result *tree, depth int) error {
	for r.decoder.More() {
		token, line, column, err := r.next()
		if err != nil {
			return unexpectedEnd(err, r)
		}
		if depth == 0 {
			// The items of an array of documents each have their own limit.
			if len(result.children) == MaxDocuments {
				return tooManyDocuments()
			}
			r.budget = newBudget()
		}
		if err := r.budget.spend(1); err != nil {
			return err
		}
		element, err := r.value(token, line, column, depth+1)
		if err != nil {
			return err
		}
		result.children = append(result.children, element)
	}
	_, _, _, err := r.next()
	return unexpectedEnd(err, r)
}

func unexpectedEnd(err error, r *jsonReader) error {
	if errors.Is(err, io.EOF) {
		line, column := r.position(len(r.data))
		return r.fail(line, column, "not JSON: the text ends too early")
	}
	return err
}
