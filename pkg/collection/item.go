package collection

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// Values of extract.mode.
const (
	modeScalar = "scalar"
	modeTable  = "table"
)

// column is a column of values and the series that it belongs to. An empty name means the only numeric one.
type column struct {
	series string
	name   string
}

// item is one definition that is collected: a KPI, or the amounts of a TargetSet.
type item struct {
	// kpi is the KPI under which the outcome is reported.
	kpi string
	// label goes before its messages: "" for the KPI itself.
	label      string
	datasource contract.DatasourceRef
	// model is the query model as JSON with sorted keys, without refId and datasource.
	model json.RawMessage
	// limits of the SourceSystem that the definition names.
	limits    *contract.Limits
	extract   contract.Extract
	columns   []column
	calendar  *period.Calendar
	frequency period.Frequency
	scope     unitScope
	// first and last are the periods to ask for, both included.
	first, last period.Period
}

// periods are the bounds of what is asked for, both included.
type periods struct{ first, last period.Period }

// newKpiItem prepares a KPI with a query. The problem, if any, is one of its definition.
func (c *catalogue) newKpiItem(name string, spec contract.KpiSpec, ask periods, units []string) (item, error) {
	if spec.Source.Extract == nil {
		return item{}, errors.New("the source has no extract")
	}
	source := contract.QuerySource{
		Dataset: spec.Source.Dataset, Datasource: spec.Source.Datasource, Extract: *spec.Source.Extract,
		Query: spec.Source.Query, System: spec.Source.System,
	}
	it := item{kpi: name, scope: kpiScope(c.units, spec).limit(units)}
	it.columns = []column{{series: name, name: optional(source.Extract.Value)}}
	return c.complete(it, spec, source, ask)
}

// newTargetItem prepares a TargetSet with a source, whose periods are those of its KPI.
func (c *catalogue) newTargetItem(name string, ask periods, units []string) (item, error) {
	set := c.TargetSets[name]
	it := item{kpi: set.Kpi, label: "TargetSet " + name + ": ", scope: targetScope(c.units, set).limit(units)}
	for _, field := range slices.Sorted(maps.Keys(set.Columns)) {
		it.columns = append(it.columns, column{series: evaluate.TargetSeries(name, field), name: set.Columns[field]})
	}
	value := optional(set.Source.Extract.Value)
	if _, named := set.Columns[fieldTarget]; !named && (value != "" || len(set.Columns) == 0) {
		it.columns = append(it.columns, column{series: evaluate.TargetSeries(name, fieldTarget), name: value})
	}
	return c.complete(it, c.Kpis[set.Kpi], *set.Source, ask)
}

// fieldTarget is the field of a TargetSet that extract.value is read into.
const fieldTarget = "target"

func (c *catalogue) complete(it item, kpi contract.KpiSpec, source contract.QuerySource, ask periods) (item, error) {
	it.extract, it.frequency = source.Extract, period.Frequency(kpi.Frequency)
	it.first, it.last = ask.first, ask.last
	calendar, ok := c.calendars[kpi.Calendar]
	if !ok {
		return item{}, fmt.Errorf("the calendar %q is missing or invalid", kpi.Calendar)
	}
	it.calendar = calendar
	if err := c.resolve(&it, source); err != nil {
		return item{}, err
	}
	return it, it.mapped()
}

// unmappedError says why rows can't become observations, though the query itself can be asked.
type unmappedError struct{ reason string }

func (e *unmappedError) Error() string { return e.reason }

// mapped is nil when extract says of which unit and period a row is.
func (it *item) mapped() error {
	if it.extract.Unit == nil && it.scope.single == "" {
		return &unmappedError{"without extract.unit the KPI must name exactly one unit"}
	}
	if it.extract.Mode == modeTable && it.extract.Time == nil && it.extract.Period == nil {
		return &unmappedError{"extract needs a time or a period column"}
	}
	return nil
}

// resolve finds query and data source. The data source is the query's own, else the source's, else the Dataset's, else the
// SourceSystem's.
func (c *catalogue) resolve(it *item, source contract.QuerySource) (err error) {
	model, system := source.Query, source.System
	candidates := []*contract.DatasourceRef{nil, source.Datasource}
	if source.Dataset != nil {
		dataset, ok := c.datasets[*source.Dataset]
		if !ok {
			return fmt.Errorf("there is no Dataset %q", *source.Dataset)
		}
		if model == nil {
			model = dataset.Query
		}
		if system == nil {
			system = dataset.System
		}
		candidates = append(candidates, dataset.Datasource)
	}
	if model == nil {
		return errors.New("the source has neither query nor dataset")
	}
	candidates[0] = ownDatasource(model)
	if system != nil {
		spec, ok := c.systems[*system]
		if !ok {
			return fmt.Errorf("there is no SourceSystem %q", *system)
		}
		it.limits = spec.Limits
		candidates = append(candidates, spec.Datasource)
	}
	for _, candidate := range candidates {
		if candidate != nil {
			it.datasource = *candidate
			it.model, err = json.Marshal(strip(model))
			return err
		}
	}
	return errors.New("no data source: neither the query, the source, its Dataset nor its SourceSystem names one")
}

// ownDatasource is the data source that a query model names itself, as an object or as a bare uid.
func ownDatasource(model map[string]any) *contract.DatasourceRef {
	switch own := model["datasource"].(type) {
	case string:
		if own != "" {
			return &contract.DatasourceRef{Uid: own}
		}
	case map[string]any:
		if uid, _ := own["uid"].(string); uid != "" {
			ref := &contract.DatasourceRef{Uid: uid}
			if kind, _ := own["type"].(string); kind != "" {
				ref.Type = &kind
			}
			return ref
		}
	}
	return nil
}

// strip leaves out what belongs to a place in a panel and not to the query.
func strip(model map[string]any) map[string]any {
	kept := maps.Clone(model)
	for _, key := range []string{"refId", "datasource", "hide", "key"} {
		delete(kept, key)
	}
	return kept
}

// rangeOf is the time range to ask for some periods: from the start of the first to the end of the last − 1 ms, since the
// usual macros include both ends. With localTime a query may compare the range with wall-clock times or with instants, so
// the range covers the periods in both senses.
func (it *item) rangeOf(first, last period.Period) (from, to time.Time) {
	from, to = it.calendar.Start(first), it.calendar.End(last)
	if it.extract.LocalTime != nil && *it.extract.LocalTime && it.extract.Mode != modeScalar {
		if shown := asUTC(from, it.calendar.Location()); shown.Before(from) {
			from = shown
		}
		if shown := asUTC(to, it.calendar.Location()); shown.After(to) {
			to = shown
		}
	}
	return from, to.Add(-time.Millisecond)
}

// asUTC is the instant whose UTC time is what clocks in the zone show at t.
func asUTC(t time.Time, zone *time.Location) time.Time {
	_, offset := t.In(zone).Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}

func optional(text *string) string {
	if text == nil {
		return ""
	}
	return strings.TrimSpace(*text)
}
