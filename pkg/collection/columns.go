package collection

import (
	"fmt"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// reading says where the rows of one frame hold what an item wants.
type reading struct {
	frame *data.Frame
	// time or period is nil when the rows don't say when.
	time, period *data.Field
	unit         *data.Field
	values       []valueField
}

// valueField is a field of values. Its rows belong to unitKey when the unit is a label instead of a column.
type valueField struct {
	column  int // index in item.columns
	field   *data.Field
	unitKey *string
}

// readings finds the columns that an item names in every frame. The error lists the columns seen.
func (it *item) readings(frames data.Frames) ([]reading, error) {
	var all []reading
	found := make([]bool, len(it.columns))
	anyField := false
	for _, frame := range frames {
		if frame == nil || len(frame.Fields) == 0 {
			continue
		}
		anyField = true
		if _, err := frame.RowLen(); err != nil {
			return nil, err
		}
		r, err := it.reading(frame)
		if err != nil {
			return nil, err
		}
		for _, value := range r.values {
			found[value.column] = true
		}
		if len(r.values) > 0 {
			all = append(all, r)
		}
	}
	if !anyField { // some data sources answer "no rows" without any column
		return nil, nil
	}
	for i, ok := range found {
		if !ok {
			return nil, missing("value", it.columns[i].name, frames)
		}
	}
	return all, nil
}

func (it *item) reading(frame *data.Frame) (reading, error) {
	r := reading{frame: frame}
	var err error
	if it.extract.Mode != modeScalar {
		if err = it.findTime(&r); err != nil {
			return r, err
		}
	}
	unitName := optional(it.extract.Unit)
	if unitName != "" {
		r.unit = byName(frame, unitName)
	}
	for i, wanted := range it.columns {
		fields, err := it.valueFields(&r, wanted)
		if err != nil {
			return r, err
		}
		unlabelled := 0
		for _, field := range fields {
			value := valueField{column: i, field: field}
			if unitName != "" && r.unit == nil {
				key, ok := field.Labels[unitName]
				if !ok {
					return r, missing("unit", unitName, data.Frames{frame})
				}
				value.unitKey = &key
			} else if unlabelled++; unlabelled > 1 {
				return r, fmt.Errorf("several series of values (%s): name the label that holds the unit in extract.unit", labelsOf(fields))
			}
			r.values = append(r.values, value)
		}
	}
	return r, nil
}

// findTime finds the column that says when: the one named, else in series mode the only one with times.
func (it *item) findTime(r *reading) error {
	if name := optional(it.extract.Period); name != "" {
		if r.period = byName(r.frame, name); r.period == nil {
			return missing("period", name, data.Frames{r.frame})
		}
		return nil
	}
	if name := optional(it.extract.Time); name != "" {
		if r.time = byName(r.frame, name); r.time == nil {
			return missing("time", name, data.Frames{r.frame})
		}
		if kind := r.time.Type(); !kind.Time() && kind.NonNullableType() != data.FieldTypeString {
			return fmt.Errorf("the time column %q holds %s, not times", name, kind.NonNullableType().ItemTypeString())
		}
		return nil
	}
	for _, field := range r.frame.Fields {
		if field.Type().Time() {
			if r.time != nil {
				return fmt.Errorf("several columns with times (%s): name one in extract.time", seen(data.Frames{r.frame}))
			}
			r.time = field
		}
	}
	if r.time == nil {
		return fmt.Errorf("no column with times; columns seen: %s", seen(data.Frames{r.frame}))
	}
	return nil
}

// valueFields are the fields of a column: several when each is the series of one set of labels.
func (it *item) valueFields(r *reading, wanted column) ([]*data.Field, error) {
	var fields []*data.Field
	for _, field := range r.frame.Fields {
		taken := field == r.time || field == r.period || field == r.unit
		if wanted.name != "" && named(field, wanted.name) || wanted.name == "" && !taken && field.Type().Numeric() {
			fields = append(fields, field)
		}
	}
	if wanted.name == "" && len(fields) > 1 && !sameName(fields) {
		return nil, fmt.Errorf("several numeric columns (%s): name one in extract.value", namesOf(fields))
	}
	return fields, nil
}

// sameName reports whether fields are one column, split by labels.
func sameName(fields []*data.Field) bool {
	return !slices.ContainsFunc(fields, func(f *data.Field) bool { return f.Name != fields[0].Name || len(f.Labels) == 0 })
}

func byName(frame *data.Frame, name string) *data.Field {
	for _, field := range frame.Fields {
		if named(field, name) {
			return field
		}
	}
	return nil
}

// named reports whether a field has this name, or is shown under it by its data source.
func named(field *data.Field, name string) bool {
	return field.Name == name || field.Config != nil && field.Config.DisplayNameFromDS == name
}

func missing(what, name string, frames data.Frames) error {
	if name == "" {
		return fmt.Errorf("no numeric column for the %s; columns seen: %s", what, seen(frames))
	}
	return fmt.Errorf("no %s column %q; columns seen: %s", what, name, seen(frames))
}

// seen lists the columns of frames for a message.
func seen(frames data.Frames) string {
	var names []string
	for _, frame := range frames {
		if frame == nil {
			continue
		}
		for _, field := range frame.Fields {
			name := fmt.Sprintf("%s (%s)", field.Name, field.Type().NonNullableType().ItemTypeString())
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return clip(strings.Join(names, ", "))
}

func namesOf(fields []*data.Field) string {
	names := make([]string, len(fields))
	for i, field := range fields {
		names[i] = field.Name
	}
	return clip(strings.Join(names, ", "))
}

func labelsOf(fields []*data.Field) string {
	labels := make([]string, len(fields))
	for i, field := range fields {
		labels[i] = strings.TrimSpace(field.Name + " " + field.Labels.String())
	}
	return clip(strings.Join(labels, "; "))
}

// maxMessage keeps messages readable, in bytes.
const maxMessage = 500

func clip(text string) string {
	if len(text) <= maxMessage {
		return text
	}
	return strings.ToValidUTF8(text[:maxMessage], "") + " …"
}
