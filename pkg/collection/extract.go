package collection

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// extraction is what the answer to one query gave for one item.
type extraction struct {
	values []extracted
	// dropped counts rows of other periods, and of units that were not asked for.
	dropped int64
	errors  errorList
}

// extracted is one value for one cell.
type extracted struct {
	series string
	unit   string
	period period.Period
	value  float64
}

// errorList keeps the first errors and counts them all. The same one twice in a row is one: such as that of both halves of a
// query.
type errorList struct {
	kept  []contract.CellError
	last  contract.CellError
	total int
}

// maxErrors is how many errors of a KPI are kept with a run.
const maxErrors = 100

func (l *errorList) add(e contract.CellError) {
	if l.total > 0 && reflect.DeepEqual(l.last, e) {
		return
	}
	l.last = e
	l.total++
	if len(l.kept) < maxErrors {
		l.kept = append(l.kept, e)
	}
}

func (l *errorList) addAll(other errorList) {
	l.kept = append(l.kept, other.kept[:min(len(other.kept), maxErrors-len(l.kept))]...)
	l.total += other.total
}

// report is the errors kept, and a last one that counts those that are not.
func (l *errorList) report() []contract.CellError {
	all := append([]contract.CellError{}, l.kept...)
	if more := l.total - len(l.kept); more > 0 {
		all = append(all, contract.CellError{Message: fmt.Sprintf("and %d more", more)})
	}
	return all
}

// cellKey is one cell of one column of an item.
type cellKey struct {
	column, ordinal int
	unit            string
}

// extractor turns frames into values for the periods first … last of an item.
type extractor struct {
	item        *item
	first, last period.Period
	result      extraction
	// index finds a cell's place in result.values; −1 marks a cell with an error.
	index map[cellKey]int

	known      period.Period // the period of the instants from start to before end
	start, end time.Time
}

// extract reads the observations of an item from an answer for the periods first … last. now limits emptyAs: zero, which
// says nothing about periods that have not begun. The error concerns the answer as a whole, such as a missing column.
func extract(frames data.Frames, it *item, first, last period.Period, now time.Time) (extraction, error) {
	readings, err := it.readings(frames)
	if err != nil {
		return extraction{}, err
	}
	x := &extractor{item: it, first: first, last: last}
	cells := 0
	for _, r := range readings {
		cells += r.frame.Rows() * len(r.values)
	}
	cells = min(cells, maxCells)
	x.index = make(map[cellKey]int, cells)
	x.result.values = make([]extracted, 0, cells)
	for _, r := range readings {
		x.readFrame(r)
	}
	x.removeErrors()
	if it.extract.EmptyAs != nil && *it.extract.EmptyAs == "zero" {
		x.fillZeros(now)
	}
	return x.result, nil
}

func (x *extractor) readFrame(r reading) {
	for row := range r.frame.Rows() {
		p, err := x.periodOf(r, row)
		if err != nil {
			x.fail(row, "", nil, err.Error())
			continue
		}
		if p.Ordinal < x.first.Ordinal || p.Ordinal > x.last.Ordinal {
			x.result.dropped++
			continue
		}
		if r.unit != nil || r.values[0].unitKey == nil {
			if unit, ok := x.rowUnit(r, row, p); ok {
				x.readRow(r, row, p, unit)
			}
			continue
		}
		x.readLabelled(r, row, p)
	}
}

// readLabelled reads a row whose values name their unit by a label.
func (x *extractor) readLabelled(r reading, row int, p period.Period) {
	for _, v := range r.values {
		if _, ok := v.field.ConcreteAt(row); !ok {
			continue
		}
		unit, asked := x.unit(*v.unitKey, row, p)
		switch {
		case unit == "":
		case !asked:
			x.result.dropped++
		default:
			x.readValue(v, row, p, unit)
		}
	}
}

func (x *extractor) readRow(r reading, row int, p period.Period, unit string) {
	for _, v := range r.values {
		x.readValue(v, row, p, unit)
	}
}

// periodOf is the period of a row: that of its instant or id, in scalar mode the one asked for.
func (x *extractor) periodOf(r reading, row int) (period.Period, error) {
	switch {
	case r.period != nil:
		cell, ok := r.period.ConcreteAt(row)
		if !ok {
			return period.Period{}, fmt.Errorf("the period column %q is empty", r.period.Name)
		}
		if n, ok := number(r.period, row); ok {
			cell = n
		}
		return periodID(cell, x.item.calendar, x.item.frequency)
	case r.time != nil:
		t, err := x.instant(r.time, row)
		if err != nil {
			return period.Period{}, err
		}
		return x.periodAt(t), nil
	}
	return x.first, nil
}

func (x *extractor) instant(field *data.Field, row int) (time.Time, error) {
	cell, ok := field.ConcreteAt(row)
	if !ok {
		return time.Time{}, fmt.Errorf("the time column %q is empty", field.Name)
	}
	t, ok := cell.(time.Time)
	if !ok {
		var err error
		if t, err = textTime(fmt.Sprint(cell)); err != nil {
			return t, err
		}
	}
	if year := t.UTC().Year(); year < 1000 || year > 9998 {
		return t, fmt.Errorf("the time is outside the years 1000 to 9998")
	}
	if x.item.extract.LocalTime != nil && *x.item.extract.LocalTime {
		t = wallClock(t, x.item.calendar.Location())
	}
	return t, nil
}

// periodAt is the period that holds an instant. Rows mostly come in order, so the last answer is tried first.
func (x *extractor) periodAt(t time.Time) period.Period {
	if t.Before(x.start) || !t.Before(x.end) {
		x.known = x.item.calendar.At(t, x.item.frequency)
		x.start, x.end = x.item.calendar.Start(x.known), x.item.calendar.End(x.known)
	}
	return x.known
}

// number is a cell of a field of numbers that holds one.
func number(field *data.Field, row int) (float64, bool) {
	if !field.Type().Numeric() {
		return 0, false
	}
	n, err := field.NullableFloatAt(row)
	if err != nil || n == nil {
		return 0, false
	}
	return *n, true
}

// rowUnit is the unit of a row with a unit column or without any unit. ok is false when the row is not to be read.
func (x *extractor) rowUnit(r reading, row int, p period.Period) (unit string, ok bool) {
	if r.unit == nil {
		unit = x.item.scope.single
		if only := x.item.scope.only; only != nil && !only[unit] {
			x.result.dropped++
			return "", false
		}
		return unit, true
	}
	cell, ok := r.unit.ConcreteAt(row)
	if !ok {
		x.fail(row, "", &p, fmt.Sprintf("the unit column %q is empty", r.unit.Name))
		return "", false
	}
	if n, ok := number(r.unit, row); ok {
		cell = n
	}
	key, ok := wholeText(cell)
	if !ok {
		key = fmt.Sprint(cell)
	}
	unit, asked := x.unit(key, row, p)
	if unit != "" && !asked {
		x.result.dropped++
	}
	return unit, unit != "" && asked
}

// unit finds the unit of a key; "" after noting the error when there is none, or none that the item is measured for.
func (x *extractor) unit(key string, row int, p period.Period) (name string, asked bool) {
	scope := x.item.scope
	name, _ = scope.index.find(key)
	switch {
	case name == "":
		x.fail(row, key, &p, fmt.Sprintf("no unit has the name or alias %q", clip(key)))
		return "", false
	case !scope.allowed(name):
		x.fail(row, name, &p, fmt.Sprintf("unit %s (%q) has no observations here: %s", name, clip(key), scope.why))
		return "", false
	}
	return name, scope.only == nil || scope.only[name]
}

// readValue notes the value of one cell, or the error that keeps it from having one. Null is no value.
func (x *extractor) readValue(v valueField, row int, p period.Period, unit string) {
	cell, ok := v.field.ConcreteAt(row)
	if !ok {
		return
	}
	key := cellKey{v.column, p.Ordinal, unit}
	at, exists := x.index[key]
	if exists && at >= 0 {
		x.index[key] = -1
		x.result.values[at].unit = "" // taken out by removeErrors
		x.fail(row, unit, &p, "two rows for one cell: nothing is stored for it")
		return
	}
	value, err := x.number(v.field, cell, row)
	if err != nil {
		x.index[key] = -1
		x.fail(row, unit, &p, err.Error())
		return
	}
	if exists {
		return
	}
	x.index[key] = len(x.result.values)
	x.result.values = append(x.result.values, extracted{x.item.columns[v.column].series, unit, p, value})
}

// decimal is a number in text, as some data sources deliver them.
var decimal = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// number reads a value and converts its unit of measure: value × multiplier + offset.
func (x *extractor) number(field *data.Field, cell any, row int) (float64, error) {
	var n float64
	switch {
	case field.Type().Numeric():
		f, err := field.NullableFloatAt(row)
		if err != nil || f == nil {
			return 0, fmt.Errorf("%v is not a number", cell)
		}
		n = *f
	case field.Type().NonNullableType() == data.FieldTypeString:
		text := strings.TrimSpace(cell.(string))
		f, err := strconv.ParseFloat(text, 64)
		if !decimal.MatchString(text) || err != nil {
			return 0, fmt.Errorf("%q is not a number", clip(text))
		}
		n = f
	default:
		return 0, fmt.Errorf("%v (%s) is not a number", cell, field.Type().NonNullableType().ItemTypeString())
	}
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, fmt.Errorf("%v is not a finite number", n)
	}
	if m := x.item.extract.Multiplier; m != nil {
		n *= *m
	}
	if o := x.item.extract.Offset; o != nil {
		n += *o
	}
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return 0, fmt.Errorf("%v is not finite after multiplier and offset", cell)
	}
	return n, nil
}

// removeErrors takes out the cells that got an error after their first row.
func (x *extractor) removeErrors() {
	good := x.result.values[:0]
	for _, v := range x.result.values {
		if v.unit != "" {
			good = append(good, v)
		}
	}
	x.result.values = good
}

// maxZeros bounds what emptyAs: zero may store for one query.
const maxZeros = 2_000_000

// fillZeros stores 0 where no row spoke of a cell, in periods that have begun.
func (x *extractor) fillZeros(now time.Time) {
	last := min(x.last.Ordinal, x.item.calendar.At(now, x.item.frequency).Ordinal)
	units := x.item.scope.zero()
	cells := (last - x.first.Ordinal + 1) * len(units) * len(x.item.columns)
	if cells > maxZeros {
		x.result.errors.add(contract.CellError{
			Message: fmt.Sprintf("%semptyAs: zero would fill %d cells: ask for fewer periods", x.item.label, cells),
		})
		return
	}
	for ordinal := x.first.Ordinal; ordinal <= last; ordinal++ {
		for _, unit := range units {
			if only := x.item.scope.only; only != nil && !only[unit] {
				continue
			}
			for i, c := range x.item.columns {
				if _, exists := x.index[cellKey{i, ordinal, unit}]; !exists {
					x.result.values = append(x.result.values, extracted{c.series, unit, period.Period{Frequency: x.item.frequency, Ordinal: ordinal}, 0})
				}
			}
		}
	}
}

// fail notes an error of one row, with the cell where it is known.
func (x *extractor) fail(row int, unit string, p *period.Period, message string) {
	e := contract.CellError{Message: fmt.Sprintf("%srow %d: %s", x.item.label, row+1, message)}
	if unit != "" {
		e.Unit = &unit
	}
	if p != nil {
		id := x.item.calendar.ID(*p)
		e.Period = &id
	}
	x.result.errors.add(e)
}
