package collection

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// world is a small organisation: acme over europe (germany, france) and america, with the SourceSystem erp.
type world struct {
	specs    evaluate.Definitions
	systems  map[string]contract.SourceSystemSpec
	datasets map[string]contract.DatasetSpec
}

func newWorld() *world {
	return &world{
		specs: evaluate.Definitions{
			Calendars: map[string]contract.CalendarSpec{
				"utc":    {TimeZone: "UTC"},
				"berlin": {TimeZone: "Europe/Berlin"},
				"fiscal": {TimeZone: "UTC", FiscalYearStartMonth: new(int64(4))},
			},
			Units: map[string]contract.OrgUnitSpec{
				"acme":    {},
				"europe":  {Parent: new("acme")},
				"germany": {Parent: new("europe"), Aliases: []string{"Deutschland", "49"}},
				"france":  {Parent: new("europe"), Aliases: []string{"France"}},
				"america": {Parent: new("acme")},
			},
			Kpis:       map[string]contract.KpiSpec{},
			TargetSets: map[string]contract.TargetSetSpec{},
		},
		systems:  map[string]contract.SourceSystemSpec{"erp": {Datasource: &contract.DatasourceRef{Uid: "erp"}}},
		datasets: map[string]contract.DatasetSpec{},
	}
}

// kpi adds a KPI from JSON over defaults: monthly, calendar utc, source erp.
func (w *world) kpi(t testing.TB, name, overrides string) {
	t.Helper()
	spec := contract.KpiSpec{Title: name, Calendar: "utc", Frequency: "month"}
	base := `{"source":{"type":"query","system":"erp","query":{"rawSql":"` + name + `"},"extract":{"mode":"table","time":"time","unit":"unit","value":"value"}}}`
	for _, text := range []string{base, overrides} {
		if text == "" {
			continue
		}
		if err := json.Unmarshal([]byte(text), &spec); err != nil {
			t.Fatal(err)
		}
	}
	w.specs.Kpis[name] = spec
}

// targetSet adds a TargetSet from JSON.
func (w *world) targetSet(t testing.TB, name, text string) {
	t.Helper()
	var spec contract.TargetSetSpec
	if err := json.Unmarshal([]byte(text), &spec); err != nil {
		t.Fatal(err)
	}
	w.specs.TargetSets[name] = spec
}

func (w *world) catalogue() *catalogue { return newCatalogue(w.specs, w.systems, w.datasets) }

func at(text string) time.Time {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return t
}

// column of a frame from plain values; nil is null.
func field[T any](name string, values ...any) *data.Field {
	cells := make([]*T, len(values))
	for i, v := range values {
		if v != nil {
			cells[i] = new(v.(T))
		}
	}
	return data.NewField(name, nil, cells)
}

func times(name string, texts ...string) *data.Field {
	values := make([]any, len(texts))
	for i, text := range texts {
		if text != "" {
			values[i] = at(text)
		}
	}
	return field[time.Time](name, values...)
}

func parse(t testing.TB, calendar *period.Calendar, id string) period.Period {
	t.Helper()
	p, err := calendar.Parse(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func decode[T any](t testing.TB, text string) (v T) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}
