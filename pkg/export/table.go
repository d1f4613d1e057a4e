// Package export turns resources into tables for people, and tables back into documents: CSV for one kind, XLSX with a sheet
// per kind. The first row names the columns: name, labels.<label>, and the fields of the spec by their path. What comes out
// goes back in unchanged.
package export

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Sheet is one kind's resources: the first row holds the names of the columns.
type Sheet struct {
	Kind string
	Rows [][]string
	// DecimalComma says that commas separate no columns, as where numbers have a decimal comma.
	DecimalComma bool
}

// Document is a resource as it travels.
type Document struct {
	APIVersion string         `json:"apiVersion"`
	Kind       string         `json:"kind"`
	Metadata   Metadata       `json:"metadata"`
	Spec       map[string]any `json:"spec"`
}

// Metadata is what a table holds of a resource's metadata.
type Metadata struct {
	Name   string            `json:"name"`
	Labels map[string]string `json:"labels,omitempty"`
}

// Place says where a document stood; rows count from 1, the header included.
type Place struct {
	Sheet string
	Row   int
}

const (
	nameColumn  = "name"
	labelPrefix = "labels."
	separator   = "."
)

// Sheets lays documents out, a sheet per kind in the contract's order.
func Sheets(documents []Document) ([]Sheet, error) {
	byKind := map[string][]map[string]string{}
	for _, d := range documents {
		cells := map[string]string{nameColumn: text(d.Metadata.Name)}
		for label, value := range d.Metadata.Labels {
			cells[labelPrefix+label] = text(value)
		}
		if err := flatten("", d.Spec, cells); err != nil {
			return nil, fmt.Errorf("%s %s: %w", d.Kind, d.Metadata.Name, err)
		}
		byKind[d.Kind] = append(byKind[d.Kind], cells)
	}
	var sheets []Sheet
	for _, kind := range contract.Kinds() {
		if rows := byKind[kind.Kind]; len(rows) > 0 {
			sheets = append(sheets, sheetOf(kind.Kind, rows))
		}
	}
	return sheets, nil
}

func sheetOf(kind string, rows []map[string]string) Sheet {
	columns := map[string]bool{}
	for _, cells := range rows {
		for column := range cells {
			columns[column] = true
		}
	}
	delete(columns, nameColumn)
	header := slices.SortedFunc(maps.Keys(columns), func(a, b string) int {
		// What a thing is called comes first, then labels, then the rest.
		return strings.Compare(rank(a)+a, rank(b)+b)
	})
	header = append([]string{nameColumn}, header...)
	sheet := Sheet{Kind: kind, Rows: [][]string{header}}
	for _, cells := range rows {
		row := make([]string, len(header))
		for i, column := range header {
			row[i] = cells[column]
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}

func rank(column string) string {
	switch {
	case column == "title":
		return "0"
	case column == "description":
		return "1"
	case strings.HasPrefix(column, labelPrefix):
		return "9"
	}
	return "5"
}

// flatten writes objects field by field; lists, and objects whose names can't be told from a path, as JSON.
func flatten(path string, value any, cells map[string]string) error {
	if fields, ok := value.(map[string]any); ok && len(fields) > 0 && !ambiguous(fields) {
		for name, field := range fields {
			inner := name
			if path != "" {
				inner = path + separator + name
			}
			if err := flatten(inner, field, cells); err != nil {
				return err
			}
		}
		return nil
	}
	if s, ok := value.(string); ok {
		cells[path] = text(s)
		return nil
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		return err
	}
	cells[path] = string(encoded)
	return nil
}

func ambiguous(fields map[string]any) bool {
	for name := range fields {
		if name == "" || strings.Contains(name, separator) || strings.TrimSpace(name) != name {
			return true
		}
	}
	return false
}

// text writes a string as it is, unless it would be read as something else or run as a formula: then as JSON.
func text(s string) string {
	if s == "" || json.Valid([]byte(s)) || strings.TrimSpace(s) != s || strings.ContainsAny(s[:1], "=+-@\t\r'") {
		encoded, _ := json.Marshal(s)
		return string(encoded)
	}
	return s
}

// Documents reads sheets back. Problems name their cell; documents of rows with problems are left out.
func Documents(sheets []Sheet) (documents []Document, places []Place, problems []Problem) {
	for _, sheet := range sheets {
		if len(sheet.Rows) == 0 {
			continue
		}
		kind, ok := kindOf(sheet.Kind)
		if !ok {
			problems = append(problems, Problem{Place{sheet.Kind, 1}, "there is no kind of this name"})
			continue
		}
		header := sheet.Rows[0]
		for i, row := range sheet.Rows[1:] {
			if IsEmpty(row) {
				continue
			}
			place := Place{sheet.Kind, i + 2}
			document, err := documentOf(kind, header, row)
			if err != nil {
				problems = append(problems, Problem{place, err.Error()})
				continue
			}
			documents = append(documents, document)
			places = append(places, place)
		}
	}
	return documents, places, problems
}

// Problem is what is wrong with a row.
type Problem struct {
	Place   Place
	Message string
}

func kindOf(name string) (string, bool) {
	if kind, ok := contract.KindByName(name); ok {
		return kind.Kind, true
	}
	kind, ok := contract.KindByPlural(strings.ToLower(name))
	return kind.Kind, ok
}

// IsEmpty reports whether a row has blank cells only.
func IsEmpty(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

func documentOf(kind string, header, row []string) (Document, error) {
	d := Document{APIVersion: contract.APIVersion, Kind: kind, Spec: map[string]any{}}
	for i, column := range header {
		column = strings.TrimSpace(column)
		if i >= len(row) || strings.TrimSpace(row[i]) == "" {
			continue
		}
		if column == "" {
			return d, fmt.Errorf("column %d has a value and no name", i+1)
		}
		value := valueOf(row[i])
		label, isLabel := strings.CutPrefix(column, labelPrefix)
		switch {
		case column == nameColumn:
			d.Metadata.Name = plain(value)
		case isLabel:
			if d.Metadata.Labels == nil {
				d.Metadata.Labels = map[string]string{}
			}
			d.Metadata.Labels[label] = plain(value)
		default:
			if err := put(d.Spec, strings.Split(column, separator), value); err != nil {
				return d, fmt.Errorf("column %s: %w", column, err)
			}
		}
	}
	if d.Metadata.Name == "" {
		return d, fmt.Errorf("the column %q is empty", nameColumn)
	}
	return d, nil
}

// valueOf reads a cell: JSON where it is JSON, else text.
func valueOf(cell string) any {
	decoder := json.NewDecoder(strings.NewReader(cell))
	decoder.UseNumber()
	var value any
	if json.Valid([]byte(cell)) && decoder.Decode(&value) == nil {
		return value
	}
	return strings.TrimSpace(cell)
}

// plain is a value as text, for fields that hold nothing else.
func plain(value any) string { return fmt.Sprint(value) }

func put(fields map[string]any, path []string, value any) error {
	for _, name := range path[:len(path)-1] {
		inner, ok := fields[name].(map[string]any)
		if !ok {
			if _, taken := fields[name]; taken {
				return fmt.Errorf("%s has a value of its own", name)
			}
			inner = map[string]any{}
			fields[name] = inner
		}
		fields = inner
	}
	last := path[len(path)-1]
	if _, taken := fields[last]; taken {
		return fmt.Errorf("is given twice")
	}
	fields[last] = value
	return nil
}
