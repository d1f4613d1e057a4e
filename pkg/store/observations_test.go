package store

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

// observed is a revision of revenue in 2026-01 at unit north.
func observed(value float64, hours int) collection.Revision {
	run, digest := "run-1", "abc"
	return collection.Revision{
		Series: "revenue", Unit: "north", Period: "2026-01", Value: value, Outcome: "pass", CollectedAt: at(hours),
		RecordedBy: "ann", Source: contract.ObservationSource{Type: "query", Run: &run, QueryDigest: &digest},
	}
}

func quarantined(value float64, hours int) collection.Revision {
	r := observed(value, hours)
	r.Outcome = "quarantine"
	return r
}

func record(t testing.TB, s *Store, revisions ...collection.Revision) []bool {
	t.Helper()
	return must(s.Record(t.Context(), 1, revisions))(t)
}

// flat lists the cells of what was read as text by series, period and unit.
func flat(found *evaluate.Observations) map[string]evaluate.Cell {
	cells := map[string]evaluate.Cell{}
	for series, pages := range found.Pages {
		for period, page := range pages {
			for i, cell := range page.Cell {
				cells[series+" "+period+" "+found.Units[page.Unit[i]]] = cell
			}
		}
	}
	return cells
}

func TestRecordKeepsRevisions(t *testing.T) {
	cell := func(value float64, hours int, changed bool) *evaluate.Cell {
		return &evaluate.Cell{Value: value, ChangedAt: at(hours).UnixMilli(), Changed: changed}
	}
	type want struct {
		asOf int // hours; -1 for now
		cell *evaluate.Cell
	}
	held := func(value float64, hours int, changed bool) *evaluate.Cell {
		c := cell(value, hours, changed)
		c.Quarantined = true
		return c
	}
	warned := observed(100, 2)
	warned.Outcome = "warn"
	cases := []struct {
		name      string
		revisions []collection.Revision
		stored    []bool
		want      []want
	}{
		{"first value", []collection.Revision{observed(100, 1)}, []bool{true},
			[]want{{-1, cell(100, 1, false)}, {0, nil}, {1, cell(100, 1, false)}}},
		{"an equal value is no revision", []collection.Revision{observed(100, 1), observed(100*(1+5e-13), 2)}, []bool{true, false},
			[]want{{-1, cell(100, 1, false)}}},
		{"a value beyond 1e-12 is one", []collection.Revision{observed(100, 1), observed(100*(1+4e-12), 2)}, []bool{true, true},
			[]want{{-1, cell(100*(1+4e-12), 2, true)}}},
		{"zero and minus zero are equal", []collection.Revision{observed(0, 1), observed(math.Copysign(0, -1), 2)}, []bool{true, false},
			[]want{{-1, cell(0, 1, false)}}},
		{"another outcome is a revision without change of value", []collection.Revision{observed(100, 1), warned}, []bool{true, true},
			[]want{{-1, cell(100, 2, false)}}},
		{"restated", []collection.Revision{observed(100, 1), observed(110, 2)}, []bool{true, true},
			[]want{{-1, cell(110, 2, true)}, {1, cell(100, 1, false)}, {2, cell(110, 2, true)}}},
		{"restated back", []collection.Revision{observed(100, 1), observed(110, 2), observed(100, 3)}, []bool{true, true, true},
			[]want{{-1, cell(100, 3, true)}, {2, cell(110, 2, true)}}},
		{"same instant, later row wins", []collection.Revision{observed(100, 1), observed(110, 1)}, []bool{true, true},
			[]want{{-1, cell(110, 1, true)}}},
		{"collected earlier, stored later", []collection.Revision{observed(110, 2), observed(100, 1)}, []bool{true, true},
			[]want{{-1, cell(110, 2, true)}, {1, cell(100, 1, false)}}},
		{"between two", []collection.Revision{observed(100, 1), observed(100, 0), observed(120, 5), observed(110, 3)},
			[]bool{true, false, true, true}, []want{{-1, cell(120, 5, true)}, {4, cell(110, 3, true)}, {2, cell(100, 1, false)}}},
		{"repeats the one in force at its time", []collection.Revision{observed(100, 1), observed(120, 5), observed(100, 3)},
			[]bool{true, true, false}, []want{{-1, cell(120, 5, true)}, {4, cell(100, 1, false)}}},
		{"quarantined", []collection.Revision{quarantined(900, 1)}, []bool{true}, []want{{-1, held(900, 1, false)}}},
		{"a good value doesn't step in for a quarantined one", []collection.Revision{observed(100, 1), quarantined(900, 2)},
			[]bool{true, true}, []want{{-1, held(900, 2, false)}, {1, cell(100, 1, false)}}},
		{"released", []collection.Revision{observed(100, 1), quarantined(900, 2), observed(900, 3)}, []bool{true, true, true},
			[]want{{-1, cell(900, 3, true)}, {2, held(900, 2, false)}}},
		{"rejected", []collection.Revision{observed(100, 1), quarantined(900, 2), observed(100, 3)}, []bool{true, true, true},
			[]want{{-1, cell(100, 3, false)}}},
		{"first good value after a quarantined one", []collection.Revision{quarantined(900, 1), observed(100, 2)}, []bool{true, true},
			[]want{{-1, cell(100, 2, false)}}},
	}
	check := func(t *testing.T, s *Store, wants []want) {
		t.Helper()
		for _, w := range wants {
			var asOf *time.Time
			if w.asOf >= 0 {
				instant := at(w.asOf)
				asOf = &instant
			}
			found := must(s.Observations(t.Context(), 1, []evaluate.Window{{Series: "revenue", To: "2026-12"}}, asOf))(t)
			expected := map[string]evaluate.Cell{}
			if w.cell != nil {
				expected["revenue 2026-01 north"] = *w.cell
			}
			if got := flat(found); !reflect.DeepEqual(got, expected) {
				t.Errorf("as of %d h: %+v, want %+v", w.asOf, got, expected)
			}
		}
	}
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				clear := func() {
					for _, table := range []string{"observations", "observation_pages", "provenances"} {
						if _, err := s.DB().ExecContext(t.Context(), "DELETE FROM "+table); err != nil {
							t.Fatal(err)
						}
					}
				}
				clear()
				if got := record(t, s, c.revisions...); !slices.Equal(got, c.stored) {
					t.Errorf("in one call: stored %v, want %v", got, c.stored)
				}
				check(t, s, c.want)
				clear()
				var got []bool
				for _, r := range c.revisions {
					got = append(got, record(t, s, r)...)
				}
				if !slices.Equal(got, c.stored) {
					t.Errorf("one by one: stored %v, want %v", got, c.stored)
				}
				check(t, s, c.want)
			})
		}
	})
}

func TestRecordBumpsTheDataVersionWhenItStores(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		for i, step := range []struct {
			revisions []collection.Revision
			version   int64
		}{
			{nil, 0},
			{[]collection.Revision{observed(100, 1)}, 1},
			{[]collection.Revision{observed(100, 2)}, 1},
			{[]collection.Revision{observed(100, 3), observed(120, 4)}, 2},
		} {
			record(t, s, step.revisions...)
			if version := must(s.Versions(t.Context(), 1))(t).Data; version != step.version {
				t.Errorf("step %d: data version %d, want %d", i, version, step.version)
			}
		}
		put(t, s, 1, kpi("revenue", 1, 1))
		if versions := must(s.Versions(t.Context(), 1))(t); versions != (evaluate.Versions{Data: 3, Definitions: 3}) {
			t.Errorf("after a definition was written: %+v", versions)
		}
		record(t, s, observed(130, 5))
		if versions := must(s.Versions(t.Context(), 1))(t); versions != (evaluate.Versions{Data: 4, Definitions: 3}) {
			t.Errorf("after an observation was written: %+v", versions)
		}
	})
}

func TestRecordRefusesTheWholeBatchForABadRow(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		odd := observed(1, 1)
		odd.Outcome = "great"
		for _, bad := range []collection.Revision{observed(math.NaN(), 1), observed(math.Inf(-1), 1), odd} {
			if stored, err := s.Record(t.Context(), 1, []collection.Revision{observed(100, 1), bad}); err == nil {
				t.Errorf("%+v was stored: %v", bad, stored)
			}
		}
		if version := must(s.Versions(t.Context(), 1))(t).Data; version != 0 {
			t.Errorf("data version %d after refusals", version)
		}
	})
}

func TestWindows(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		var revisions []collection.Revision
		for _, series := range []string{"revenue", "cost", "targetset/budget/target"} {
			for i, period := range []string{"2025-11", "2025-12", "2026-01", "2026-02", "2026-Q1", "2026", "2026-01-15", "FY2026-P01"} {
				r := observed(float64(i), 1)
				r.Series, r.Period, r.Unit = series, period, fmt.Sprintf("unit-%d", i%3)
				revisions = append(revisions, r)
			}
		}
		record(t, s, revisions...)
		if _, err := s.Record(t.Context(), 2, revisions[:1]); err != nil {
			t.Fatal(err)
		}
		cases := []struct {
			windows []evaluate.Window
			want    []string
		}{
			{nil, []string{}},
			{[]evaluate.Window{{Series: "unknown", To: "2026-02"}}, []string{}},
			{[]evaluate.Window{{Series: "revenue", To: "2025-12"}}, []string{"revenue 2025-11 unit-0", "revenue 2025-12 unit-1"}},
			{[]evaluate.Window{{Series: "revenue", From: "2025-12", To: "2026-01"}, {Series: "cost", From: "2026", To: "2026"}},
				[]string{"cost 2026 unit-2", "revenue 2025-12 unit-1", "revenue 2026-01 unit-2"}},
			{[]evaluate.Window{{Series: "revenue", From: "2026-Q1"}}, []string{"revenue 2026-Q1 unit-1"}},
			{[]evaluate.Window{{Series: "targetset/budget/target", From: "FY2026-P01", To: "FY2026-P12"}},
				[]string{"targetset/budget/target FY2026-P01 unit-1"}},
			{[]evaluate.Window{{Series: "cost", From: "2026-01", To: "2026-01"}, {Series: "cost", From: "2026-01", To: "2026-02"}},
				[]string{"cost 2026-01 unit-2", "cost 2026-02 unit-0"}},
		}
		past := at(1)
		for i, c := range cases {
			for _, asOf := range []*time.Time{nil, &past} {
				got := []string{}
				for key := range flat(must(s.Observations(t.Context(), 1, c.windows, asOf))(t)) {
					got = append(got, key)
				}
				slices.Sort(got)
				if !slices.Equal(got, c.want) {
					t.Errorf("case %d as of %v: %q, want %q", i, asOf, got, c.want)
				}
			}
		}
	})
}

func TestRevisionsTellWhereTheyCameFrom(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		submission, file := "s-1", "import.xlsx"
		manual := observed(95, 2)
		manual.Unit, manual.RecordedBy, manual.Note = "south", "bob", "typed\x00 in"
		manual.Source = contract.ObservationSource{Type: "manual", Submission: &submission}
		imported := quarantined(110, 3)
		imported.Source = contract.ObservationSource{Type: "import", File: &file}
		february := observed(70, 4)
		february.Period = "2026-02"
		record(t, s, observed(100, 1), manual, imported, february)

		item := func(r collection.Revision, note *string) contract.Observation {
			return contract.Observation{Unit: r.Unit, Period: r.Period, Value: &r.Value, Outcome: r.Outcome, Source: r.Source,
				CollectedAt: r.CollectedAt.Format("2006-01-02T15:04:05.000Z"), RecordedBy: r.RecordedBy, Note: note}
		}
		note := "typed\uFFFD in"
		first, second, third, fourth := item(observed(100, 1), nil), item(manual, &note), item(imported, nil), item(february, nil)
		past := at(2)
		for i, c := range []struct {
			unit, from, to string
			asOf           *time.Time
			want           []contract.Observation
		}{
			{"", "", "", nil, []contract.Observation{fourth, third, second, first}},
			{"north", "", "2026-01", nil, []contract.Observation{third, first}},
			{"", "2026-02", "", nil, []contract.Observation{fourth}},
			{"", "", "", &past, []contract.Observation{second, first}},
			{"east", "", "", nil, nil},
		} {
			got := must(s.Revisions(t.Context(), 1, "revenue", c.unit, c.from, c.to, c.asOf))(t)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("case %d: %+v, want %+v", i, got, c.want)
			}
		}
		north := func(unit string) bool { return unit == "north" }
		for i, c := range []struct {
			part scorecard.RevisionPart
			want []contract.Observation
			more bool
		}{
			{scorecard.RevisionPart{Limit: 2}, []contract.Observation{fourth, third}, true},
			{scorecard.RevisionPart{Limit: 2, Skip: 2}, []contract.Observation{second, first}, false},
			{scorecard.RevisionPart{Limit: 2, Skip: 4}, nil, false},
			{scorecard.RevisionPart{Limit: 1, Sees: north, To: "2026-01"}, []contract.Observation{third}, true},
			{scorecard.RevisionPart{Limit: 1, Skip: 1, Sees: north, To: "2026-01"}, []contract.Observation{first}, false},
		} {
			c.part.Series = "revenue"
			got, more, err := s.RevisionPart(t.Context(), 1, c.part)
			if err != nil || more != c.more || !reflect.DeepEqual(got, c.want) {
				t.Errorf("part %d: %+v, more %v, %v, want %+v", i, got, more, err, c.want)
			}
		}
	})
}
