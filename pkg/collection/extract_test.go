package collection

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// extractCase is one answer of a data source and what it means for a KPI asked for 2026-01 … 2026-03.
type extractCase struct {
	name   string
	spec   string // of the KPI, over the fixture's defaults
	only   []string
	frames data.Frames
	// want lists "unit period value" in any order.
	want    []string
	dropped int64
	// errors are parts of messages, with "unit period: " before them, in order.
	errors []string
	// fails is part of the error of the whole answer.
	fails string
}

func table(fields ...*data.Field) data.Frames { return data.Frames{data.NewFrame("", fields...)} }

func labelled(name, key, value string, values ...any) *data.Field {
	f := field[float64](name, values...)
	f.Labels = data.Labels{key: value}
	return f
}

const jan, feb = "2026-01-10T00:00:00Z", "2026-02-10T00:00:00Z"

var extractCases = []extractCase{
	{
		name:   "units by name and alias, without case and outer blanks",
		frames: table(times("time", jan, jan, feb), field[string]("unit", " DEUTSCHLAND ", "france", "Germany"), field[float64]("value", 1.0, 2.0, 3.0)),
		want:   []string{"germany 2026-01 1", "france 2026-01 2", "germany 2026-02 3"},
	},
	{
		name:   "keys that are whole numbers",
		frames: table(times("time", jan), field[int64]("unit", int64(49)), field[float64]("value", 1.0)),
		want:   []string{"germany 2026-01 1"},
	},
	{
		name:   "an unknown key is an error on its row",
		frames: table(times("time", jan, jan), field[string]("unit", "Atlantis", "france"), field[float64]("value", 1.0, 2.0)),
		want:   []string{"france 2026-01 2"},
		errors: []string{`Atlantis 2026-01: row 1: no unit has the name or alias "Atlantis"`},
	},
	{
		name:   "a unit outside the KPI's units is an error on its row",
		spec:   `{"units":["germany","france"]}`,
		frames: table(times("time", jan, jan), field[string]("unit", "america", "france"), field[float64]("value", 1.0, 2.0)),
		want:   []string{"france 2026-01 2"},
		errors: []string{"america 2026-01: row 1: unit america"},
	},
	{
		name:   "an empty unit is an error on its row",
		frames: table(times("time", jan), field[string]("unit", nil), field[float64]("value", 1.0)),
		errors: []string{` 2026-01: row 1: the unit column "unit" is empty`},
	},
	{
		name:    "rows of other periods are dropped and counted",
		frames:  table(times("time", "2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-03-31T23:59:59Z", "2026-04-01T00:00:00Z"), field[string]("unit", "france", "france", "france", "Atlantis"), field[float64]("value", 1.0, 2.0, 3.0, 4.0)),
		want:    []string{"france 2026-01 2", "france 2026-03 3"},
		dropped: 2,
	},
	{
		name:    "rows of units that were not asked for are dropped and counted",
		only:    []string{"france"},
		frames:  table(times("time", jan, jan), field[string]("unit", "germany", "france"), field[float64]("value", 1.0, 2.0)),
		want:    []string{"france 2026-01 2"},
		dropped: 1,
	},
	{
		name:   "two rows for one cell: an error for it, nothing stored, others kept",
		frames: table(times("time", jan, "2026-01-20T00:00:00Z", feb), field[string]("unit", "france", "France", "france"), field[float64]("value", 1.0, 2.0, 3.0)),
		want:   []string{"france 2026-02 3"},
		errors: []string{"france 2026-01: row 2: two rows for one cell"},
	},
	{
		name:   "a third row for the cell doesn't revive it",
		frames: table(times("time", jan, jan, jan), field[string]("unit", "france", "france", "france"), field[float64]("value", 1.0, 1.0, 1.0)),
		errors: []string{"france 2026-01: row 2: two rows"},
	},
	{
		name:   "values that are not finite are errors of their cell",
		frames: table(times("time", jan, feb, jan, feb), field[string]("unit", "france", "france", "germany", "germany"), field[float64]("value", math.NaN(), math.Inf(1), math.Inf(-1), 4.0)),
		want:   []string{"germany 2026-02 4"},
		errors: []string{"france 2026-01: row 1: NaN is not a finite", "france 2026-02: row 2: +Inf", "germany 2026-01: row 3: -Inf"},
	},
	{
		name:   "a good row beside a bad one of the same cell is not stored",
		frames: table(times("time", jan, jan), field[string]("unit", "france", "france"), field[float64]("value", math.NaN(), 2.0)),
		errors: []string{"france 2026-01: row 1: NaN"},
	},
	{
		name:   "null is no value, and no row",
		frames: table(times("time", jan, jan), field[string]("unit", "france", "france"), field[float64]("value", nil, 2.0)),
		want:   []string{"france 2026-01 2"},
	},
	{
		name:   "decimal text counts as a number, other text and booleans don't",
		frames: table(times("time", jan, feb), field[string]("unit", "france", "france"), field[string]("value", " -12.50 ", "12,5")),
		want:   []string{"france 2026-01 -12.5"},
		errors: []string{`france 2026-02: row 2: "12,5" is not a number`},
	},
	{
		name:   "text like NaN, hexadecimal and huge numbers",
		frames: table(times("time", jan, jan, feb), field[string]("unit", "france", "germany", "france"), field[string]("value", "NaN", "0x1F", "1e999")),
		errors: []string{`france 2026-01: row 1: "NaN" is not`, `germany 2026-01: row 2: "0x1F" is not`, `france 2026-02: row 3: "1e999" is not`},
	},
	{
		name:   "booleans",
		frames: table(times("time", jan), field[string]("unit", "france"), field[bool]("value", true)),
		errors: []string{"france 2026-01: row 1: true (bool) is not a number"},
	},
	{
		name:   "whole numbers of every size",
		frames: table(times("time", jan, feb), field[string]("unit", "france", "france"), field[uint64]("value", uint64(7), uint64(1<<40))),
		want:   []string{"france 2026-01 7", "france 2026-02 1.099511627776e+12"},
	},
	{
		name:   "value × multiplier + offset",
		spec:   `{"source":{"extract":{"mode":"table","time":"time","unit":"unit","value":"value","multiplier":0.5,"offset":-1}}}`,
		frames: table(times("time", jan), field[string]("unit", "france"), field[float64]("value", 10.0)),
		want:   []string{"france 2026-01 4"},
	},
	{
		name:   "a product that is not finite",
		spec:   `{"source":{"extract":{"mode":"table","time":"time","unit":"unit","value":"value","multiplier":1e300}}}`,
		frames: table(times("time", jan), field[string]("unit", "france"), field[float64]("value", 1e300)),
		errors: []string{"france 2026-01: row 1: 1e+300 is not finite after multiplier"},
	},
	{
		name:   "the value column may be left out when one is numeric",
		spec:   `{"source":{"extract":{"mode":"table","time":"time","unit":"unit","value":null}}}`,
		frames: table(times("time", jan), field[string]("unit", "france"), field[string]("note", "x"), field[int32]("n", int32(5))),
		want:   []string{"france 2026-01 5"},
	},
	{
		name:   "several numeric columns",
		spec:   `{"source":{"extract":{"mode":"table","time":"time","unit":"unit","value":null}}}`,
		frames: table(times("time", jan), field[string]("unit", "france"), field[int32]("a", int32(5)), field[int32]("b", int32(5))),
		fails:  "several numeric columns (a, b): name one in extract.value",
	},
	{
		name:   "no numeric column",
		spec:   `{"source":{"extract":{"mode":"table","time":"time","unit":"unit","value":null}}}`,
		frames: table(times("time", jan), field[string]("unit", "france"), field[string]("a", "x")),
		fails:  "no numeric column for the value; columns seen: time (time.Time), unit (string), a (string)",
	},
	{
		name:   "a missing value column lists the columns seen",
		frames: table(times("time", jan), field[string]("unit", "france"), field[float64]("amount", 1.0)),
		fails:  `no value column "value"; columns seen: time (time.Time), unit (string), amount (float64)`,
	},
	{
		name:   "a missing unit column",
		frames: table(times("time", jan), field[float64]("value", 1.0)),
		fails:  `no unit column "unit"`,
	},
	{
		name:   "a missing time column, even without rows",
		frames: table(times("when"), field[string]("unit"), field[float64]("value")),
		fails:  `no time column "time"`,
	},
	{
		name:   "numbers are no times",
		frames: table(field[float64]("time", 1.0), field[string]("unit", "france"), field[float64]("value", 1.0)),
		fails:  `the time column "time" holds float64, not times`,
	},
	{
		name:   "times in text",
		frames: table(field[string]("time", "2026-01-31T23:30:00-02:00", "2026-03-01", "2026-01-15 12:00:00", "soon"), field[string]("unit", "france", "france", "france", "france"), field[float64]("value", 1.0, 2.0, 3.0, 4.0)),
		want:   []string{"france 2026-02 1", "france 2026-03 2", "france 2026-01 3"},
		errors: []string{` : row 4: "soon" is not an ISO 8601 time`},
	},
	{
		name:   "an empty time is an error on its row",
		frames: table(times("time", "", jan), field[string]("unit", "france", "france"), field[float64]("value", 1.0, 2.0)),
		want:   []string{"france 2026-01 2"},
		errors: []string{` : row 1: the time column "time" is empty`},
	},
	{
		name:   "no frame, or one without columns, is an answer without rows",
		frames: data.Frames{data.NewFrame("")},
	},
	{
		name:    "period ids in text and as whole numbers",
		spec:    `{"frequency":"year","source":{"extract":{"mode":"table","period":"p","time":null,"unit":"unit","value":"value"}}}`,
		frames:  table(field[float64]("p", 2026.0, 2025.0, 2026.5), field[string]("unit", "france", "france", "france"), field[float64]("value", 1.0, 2.0, 3.0)),
		want:    []string{"france 2026 1"},
		dropped: 1,
		errors:  []string{" : row 3: 2026.5 is no period id"},
	},
	{
		name:   "period ids of another frequency, and of none",
		spec:   `{"source":{"extract":{"mode":"table","period":"p","time":null,"unit":"unit","value":"value"}}}`,
		frames: table(field[string]("p", "2026-02", "2026-Q1", "Feb", nil), field[string]("unit", "france", "france", "france", "france"), field[float64]("value", 1.0, 2.0, 3.0, 4.0)),
		want:   []string{"france 2026-02 1"},
		errors: []string{" : row 2: 2026-Q1 is a quarter, but the KPI's frequency is month", " : row 3: ", ` : row 4: the period column "p" is empty`},
	},
	{
		name:   "an instant falls into the period that holds it in the calendar's zone",
		spec:   `{"calendar":"berlin"}`,
		frames: table(times("time", "2026-01-31T23:30:00Z"), field[string]("unit", "france"), field[float64]("value", 1.0)),
		want:   []string{"france 2026-02 1"},
	},
	{
		name:   "localTime reads wall-clock time of the calendar",
		spec:   `{"calendar":"berlin","source":{"extract":{"mode":"table","time":"time","unit":"unit","value":"value","localTime":true}}}`,
		frames: table(times("time", "2026-01-31T23:30:00Z", "2026-02-01T00:00:00Z"), field[string]("unit", "france", "france"), field[float64]("value", 1.0, 2.0)),
		want:   []string{"france 2026-01 1", "france 2026-02 2"},
	},
	{
		name:   "series: the only column of times, the unit that the KPI names",
		spec:   `{"units":["acme"],"source":{"extract":{"mode":"series","time":null,"unit":null,"value":null}}}`,
		frames: table(times("Time", jan, feb), field[float64]("Value", 1.0, 2.0)),
		want:   []string{"acme 2026-01 1", "acme 2026-02 2"},
	},
	{
		name:   "series: the unit may be a label, in one wide frame",
		spec:   `{"source":{"extract":{"mode":"series","time":null,"unit":"country","value":null}}}`,
		frames: table(times("Time", jan, feb), labelled("Value", "country", "France", 1.0, nil), labelled("Value", "country", "Deutschland", 2.0, 3.0)),
		want:   []string{"france 2026-01 1", "germany 2026-01 2", "germany 2026-02 3"},
	},
	{
		name: "series: the unit may be a label, in a frame for each",
		spec: `{"source":{"extract":{"mode":"series","time":null,"unit":"country","value":null}}}`,
		frames: append(table(times("Time", jan), labelled("Value", "country", "France", 1.0)),
			data.NewFrame("", times("Time", jan), labelled("Value", "country", "Atlantis", 2.0))),
		want:   []string{"france 2026-01 1"},
		errors: []string{"Atlantis 2026-01: row 1: no unit has"},
	},
	{
		name:   "series: several series and no unit",
		spec:   `{"units":["acme"],"source":{"extract":{"mode":"series","time":null,"unit":null,"value":null}}}`,
		frames: table(times("Time", jan), labelled("Value", "country", "France", 1.0), labelled("Value", "country", "Deutschland", 2.0)),
		fails:  "name the label that holds the unit in extract.unit",
	},
	{
		name:   "series: no column of times",
		spec:   `{"units":["acme"],"source":{"extract":{"mode":"series","time":null,"unit":null,"value":null}}}`,
		frames: table(field[float64]("Value", 1.0)),
		fails:  "no column with times; columns seen: Value (float64)",
	},
	{
		name:   "emptyAs zero fills leaves of the forest where there is no row",
		spec:   `{"source":{"extract":{"mode":"table","time":"time","unit":"unit","value":"value","offset":5,"emptyAs":"zero"}}}`,
		frames: table(times("time", jan, feb, feb), field[string]("unit", "france", "france", "germany"), field[float64]("value", 1.0, nil, math.NaN())),
		want:   []string{"france 2026-01 6", "germany 2026-01 0", "america 2026-01 0", "france 2026-02 0", "america 2026-02 0"},
		errors: []string{"germany 2026-02: row 3: NaN"}, // an error is no empty cell; 2026-03 has not begun
	},
	{
		name:   "emptyAs zero fills the leaves among the KPI's units",
		spec:   `{"units":["acme","germany"],"source":{"extract":{"mode":"table","time":"time","unit":"unit","value":"value","emptyAs":"zero"}}}`,
		frames: table(times("time"), field[string]("unit"), field[float64]("value")),
		want:   []string{"germany 2026-01 0", "germany 2026-02 0"},
	},
	{
		name:   "emptyAs zero fills the KPI's single unit, leaf or not",
		spec:   `{"units":["acme"],"source":{"extract":{"mode":"series","time":null,"unit":null,"value":null,"emptyAs":"zero"}}}`,
		frames: data.Frames{},
		want:   []string{"acme 2026-01 0", "acme 2026-02 0"},
	},
}

func TestExtract(t *testing.T) {
	for _, tc := range extractCases {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld()
			w.kpi(t, "revenue", tc.spec)
			c := w.catalogue()
			spec := w.specs.Kpis["revenue"]
			calendar := c.calendars[spec.Calendar]
			ask := periods{parse(t, calendar, "2026-01"), parse(t, calendar, "2026-03")}
			if spec.Frequency == "year" {
				ask = periods{parse(t, calendar, "2026"), parse(t, calendar, "2026")}
			}
			it, err := c.newKpiItem("revenue", spec, ask, tc.only)
			if err != nil {
				t.Fatal(err)
			}
			result, err := extract(tc.frames, &it, ask.first, ask.last, at("2026-02-15T00:00:00Z"))
			if tc.fails != "" {
				if err == nil || !strings.Contains(err.Error(), tc.fails) {
					t.Fatalf("error %v, want one with %q", err, tc.fails)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, v := range result.values {
				got = append(got, fmt.Sprintf("%s %s %v", v.unit, calendar.ID(v.period), v.value))
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(tc.want))
			if !slices.Equal(got, want) {
				t.Errorf("values %q, want %q", got, want)
			}
			if result.dropped != tc.dropped {
				t.Errorf("%d rows dropped, want %d", result.dropped, tc.dropped)
			}
			compareErrors(t, result.errors.report(), tc.errors)
		})
	}
}

func compareErrors(t *testing.T, got []contract.CellError, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d errors, want %d: %s", len(got), len(want), asJSON(got))
		return
	}
	for i, e := range got {
		text := fmt.Sprintf("%s %s: %s", optional(e.Unit), optional(e.Period), e.Message)
		if !strings.Contains(text, want[i]) {
			t.Errorf("error %q, want %q", text, want[i])
		}
	}
}

func asJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

func TestTargetSetsAreExtractedByColumn(t *testing.T) {
	w := newWorld()
	w.kpi(t, "revenue", "")
	w.targetSet(t, "budget", `{"kpi":"revenue","unit":"europe","columns":{"goal":"g","redFlag":"r"},
		"source":{"type":"query","system":"erp","query":{"rawSql":"b"},"extract":{"mode":"table","time":"time","unit":"unit","value":"amount"}}}`)
	c := w.catalogue()
	calendar := c.calendars["utc"]
	p := parse(t, calendar, "2026-01")
	it, err := c.newTargetItem("budget", periods{p, p}, nil)
	if err != nil {
		t.Fatal(err)
	}
	frames := table(times("time", jan, jan, jan), field[string]("unit", "europe", "germany", "america"), field[float64]("amount", 1.0, 2.0, 3.0),
		field[float64]("g", 4.0, 5.0, 6.0), field[float64]("r", nil, 7.0, 8.0))
	result, err := extract(frames, &it, p, p, at("2026-06-01T00:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range result.values {
		got = append(got, fmt.Sprint(v.series, " ", v.unit, " ", v.value))
	}
	slices.Sort(got)
	want := []string{
		"targetset/budget/goal europe 4", "targetset/budget/goal germany 5", "targetset/budget/redFlag germany 7",
		"targetset/budget/target europe 1", "targetset/budget/target germany 2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	compareErrors(t, result.errors.report(), []string{"america 2026-01: TargetSet budget: row 3: unit america"})
}

func TestTargetSetsWithoutUnitColumnBelongToTheirUnit(t *testing.T) {
	w := newWorld()
	w.kpi(t, "revenue", "")
	w.targetSet(t, "budget", `{"kpi":"revenue","unit":"europe","source":{"type":"query","system":"erp","query":{"rawSql":"b"},"extract":{"mode":"series"}}}`)
	c := w.catalogue()
	p := parse(t, c.calendars["utc"], "2026-01")
	it, err := c.newTargetItem("budget", periods{p, p}, nil)
	if err != nil {
		t.Fatal(err)
	}
	result, err := extract(table(times("t", jan), field[float64]("v", 9.0)), &it, p, p, at("2026-06-01T00:00:00Z"))
	if err != nil || len(result.values) != 1 {
		t.Fatalf("%v %v", result, err)
	}
	if v := result.values[0]; v.series != "targetset/budget/target" || v.unit != "europe" || v.value != 9 {
		t.Errorf("%+v", v)
	}
}

func TestErrorsAreCounted(t *testing.T) {
	var list errorList
	for i := range maxErrors + 5 {
		list.add(contract.CellError{Message: fmt.Sprint(i)})
		list.add(contract.CellError{Message: fmt.Sprint(i)})
	}
	report := list.report()
	if len(report) != maxErrors+1 || report[maxErrors].Message != "and 5 more" {
		t.Errorf("%d errors, the last: %v", len(report), report[len(report)-1])
	}
}

func TestWallClock(t *testing.T) {
	for _, tc := range []struct{ zone, shown, want string }{
		{"Europe/Berlin", "2026-01-31T23:30:00Z", "2026-01-31T22:30:00Z"},
		{"Europe/Berlin", "2026-03-29T02:30:00Z", "2026-03-29T01:00:00Z"},     // skipped: the end of the gap
		{"Europe/Berlin", "2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z"},     // twice: the first
		{"America/Sao_Paulo", "2018-11-04T00:00:00Z", "2018-11-04T03:00:00Z"}, // midnight skipped
		{"Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-30T10:00:00Z"},      // the day does not exist
		{"Pacific/Apia", "2011-12-31T00:30:00Z", "2011-12-30T10:30:00Z"},
		{"America/New_York", "2026-07-01T00:00:00Z", "2026-07-01T04:00:00Z"},
	} {
		zone, err := time.LoadLocation(tc.zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := wallClock(at(tc.shown), zone); !got.Equal(at(tc.want)) {
			t.Errorf("%s in %s: %s, want %s", tc.shown, tc.zone, got, tc.want)
		}
	}
}

// FuzzExtract feeds frames as Grafana's JSON: whatever comes, every value is finite, asked for and stored once.
func FuzzExtract(f *testing.F) {
	for _, tc := range extractCases {
		if text, err := json.Marshal(tc.frames); err == nil {
			f.Add(text, tc.spec)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, overrides string) {
		var frames data.Frames
		if !decodes(text, &frames) {
			return
		}
		w := newWorld()
		spec := contract.KpiSpec{}
		w.kpi(t, "revenue", "")
		spec = w.specs.Kpis["revenue"]
		if json.Unmarshal([]byte(overrides), &spec) != nil {
			return
		}
		c := w.catalogue()
		calendar := c.calendars["utc"]
		ask := periods{parse(t, calendar, "2026-01"), parse(t, calendar, "2026-03")}
		spec.Calendar, spec.Frequency = "utc", "month"
		it, err := c.newKpiItem("revenue", spec, ask, nil)
		if err != nil {
			return
		}
		result, err := extract(frames, &it, ask.first, ask.last, at("2026-02-15T00:00:00Z"))
		if err != nil {
			return
		}
		cells := map[string]bool{}
		for _, v := range result.values {
			key := fmt.Sprint(v.series, v.unit, v.period)
			if cells[key] || math.IsNaN(v.value) || math.IsInf(v.value, 0) || !c.units.exists(v.unit) ||
				v.period.Ordinal < ask.first.Ordinal || v.period.Ordinal > ask.last.Ordinal {
				t.Errorf("stored %+v", v)
			}
			cells[key] = true
		}
	})
}

// decodes reads frames; the SDK's decoder panics on some that are malformed.
func decodes(text []byte, into *data.Frames) (ok bool) {
	defer func() { ok = recover() == nil && ok }()
	return json.Unmarshal(text, into) == nil
}
