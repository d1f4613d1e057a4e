package collection

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// What a preview shows at most.
const (
	previewRows    = 20
	previewFrames  = 20
	previewValues  = 5_000
	previewQueries = 24
)

// Preview asks the query of a KPI that need not be saved and returns frames, extracted values and errors; it writes nothing.
// Scores are left empty: they are the scorecard's. A KPI without a query has nothing to preview here. Failed queries are
// errors in the answer; a spec or range that can't be read is a resource.InvalidError.
func (c *Collector) Preview(ctx context.Context, f access.Filter, request contract.PreviewRequest) (contract.Preview, error) {
	empty := contract.Preview{
		Frames: []contract.PreviewFrame{}, Values: []contract.PreviewValue{}, Scores: []contract.PreviewScore{}, Errors: []contract.CellError{},
	}
	if err := f.Require(access.Editor, "previewing"); err != nil {
		return empty, err
	}
	known, err := loadCatalogue(ctx, c.Definitions, f)
	if err != nil {
		return empty, err
	}
	spec, ask, err := known.previewed(f, request, c.Now())
	if err != nil || spec.Source.Type != sourceQuery {
		return empty, err
	}
	it, err := known.newKpiItem("", spec, ask, request.Units)
	p := &previewing{preview: empty, item: &it}
	if err != nil {
		p.errors.add(contract.CellError{Message: err.Error()})
		if p.unmapped = errors.As(err, new(*unmappedError)); !p.unmapped {
			return p.result(), nil
		}
	}
	x := &execution{Collector: c, org: f.Org(), known: known}
	for _, l := range plan(queriesOf(readersOf(&it)), known.systems) {
		for _, call := range l.calls {
			for _, o := range x.send(ctx, call, l.limits.withDefaults()) {
				p.add(o, c.Now())
			}
		}
	}
	return p.result(), ctx.Err()
}

// previewed reads the spec and the range of a preview, and lists what is wrong with them.
func (c *catalogue) previewed(f access.Filter, request contract.PreviewRequest, now time.Time) (spec contract.KpiSpec, ask periods, err error) {
	var found problems
	text, err := json.Marshal(request.Kpi)
	if err == nil {
		err = json.Unmarshal(text, &spec)
	}
	if err != nil {
		found.add("/kpi", "%v", err)
		return spec, ask, found.err()
	}
	frequency := period.Frequency(spec.Frequency)
	if frequency.Rank() < 0 {
		found.add("/kpi/frequency", "%q is no frequency", spec.Frequency)
	}
	if _, ok := c.calendars[spec.Calendar]; !ok {
		found.add("/kpi/calendar", "there is no Calendar %q", spec.Calendar)
	}
	for _, place := range []struct {
		path  string
		units []string
	}{{"/kpi/units/", spec.Units}, {"/units/", request.Units}} {
		for i, unit := range place.units {
			if !c.units.exists(unit) || !f.SeesUnit(unit) {
				found.add(place.path+strconv.Itoa(i), "there is no OrgUnit %q", unit)
			}
		}
	}
	if err := found.err(); err != nil {
		return spec, ask, err
	}
	from := c.bound([]string{spec.Calendar}, "/from", request.From, &found)
	to := c.bound([]string{spec.Calendar}, "/to", request.To, &found)
	if err := found.err(); err != nil {
		return spec, ask, err
	}
	ask = c.askedRange(spec, from, to, now)
	count := period.Count(ask.first, ask.last)
	scalar := spec.Source.Extract != nil && spec.Source.Extract.Mode == modeScalar
	switch {
	case count == 0:
		found.add("/to", "%s is before from", request.To.Text())
	case count > maxPeriods:
		found.add("/from", "the range has %d periods; a preview asks for at most %d", count, maxPeriods)
	case scalar && count > previewQueries:
		found.add("/from", "the range has %d periods and scalar asks once for each; a preview does so at most %d times", count, previewQueries)
	}
	return spec, ask, found.err()
}

// previewing gathers a preview from the answers.
type previewing struct {
	preview contract.Preview
	item    *item
	errors  errorList
	cut     int
	// unmapped: the rows are shown, so that columns can be chosen, and nothing is read from them.
	unmapped bool
}

func (p *previewing) add(o outcome, now time.Time) {
	if o.err != nil {
		if !errors.Is(o.err, context.Canceled) {
			p.errors.add(contract.CellError{Message: clip(o.err.Error())})
		}
		return
	}
	for _, frame := range o.frames {
		if frame != nil && len(p.preview.Frames) < previewFrames {
			p.preview.Frames = append(p.preview.Frames, frameShown(frame))
		}
	}
	if p.unmapped {
		return
	}
	for _, r := range o.query.readers {
		result, err := extract(o.frames, r.item, r.first, r.last, now)
		if err != nil {
			p.errors.add(contract.CellError{Message: err.Error()})
			continue
		}
		p.preview.Dropped += result.dropped
		p.errors.addAll(result.errors)
		for _, v := range result.values {
			if len(p.preview.Values) == previewValues {
				p.cut++
				continue
			}
			value := v.value
			p.preview.Values = append(p.preview.Values,
				contract.PreviewValue{Unit: v.unit, Period: p.item.calendar.ID(v.period), Value: &value})
		}
	}
}

func (p *previewing) result() contract.Preview {
	p.preview.Errors = p.errors.report()
	if p.cut > 0 {
		p.preview.Errors = append(p.preview.Errors, contract.CellError{
			Message: fmt.Sprintf("the preview shows the first %d values and leaves out %d", previewValues, p.cut),
		})
	}
	return p.preview
}

func frameShown(frame *data.Frame) contract.PreviewFrame {
	rows := frame.Rows()
	shown := contract.PreviewFrame{Name: frame.Name, Rows: int64(rows), Fields: []contract.PreviewField{}, Sample: [][]any{}}
	for _, field := range frame.Fields {
		name := field.Name
		if len(field.Labels) > 0 {
			name += " {" + field.Labels.String() + "}"
		}
		shown.Fields = append(shown.Fields, contract.PreviewField{Name: name, Type: field.Type().NonNullableType().ItemTypeString()})
	}
	for row := range min(rows, previewRows) {
		cells := make([]any, len(frame.Fields))
		for i, field := range frame.Fields {
			cells[i] = cellShown(field, row)
		}
		shown.Sample = append(shown.Sample, cells)
	}
	return shown
}

// cellShown is a cell as JSON can carry it: null, number, text or boolean.
func cellShown(field *data.Field, row int) any {
	cell, ok := field.ConcreteAt(row)
	if !ok {
		return nil
	}
	switch v := cell.(type) {
	case time.Time:
		return instantText(v)
	case string:
		return clip(v)
	case bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64:
		return v
	case float64:
		return finiteShown(v)
	case float32:
		return finiteShown(float64(v))
	}
	return clip(fmt.Sprint(cell))
}

func finiteShown(v float64) any {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return fmt.Sprint(v)
	}
	return v
}
