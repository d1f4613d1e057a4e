package store

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// bruteForce reads cells from the rows of the table alone, by the words of the rules.
func bruteForce(t *rapid.T, s *Store, until int64) map[string]evaluate.Cell {
	rows, err := s.DB().Query(`SELECT s.name, o.period, u.name, o.value, o.outcome, o.collected_at
		FROM observations o JOIN series s ON s.org = o.org AND s.id = o.series_id JOIN units u ON u.org = o.org AND u.id = o.unit_id
		WHERE o.org = 1 ORDER BY o.collected_at, o.seq`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	cells := map[string]evaluate.Cell{}
	values := map[string][]float64{}
	for rows.Next() {
		var series, period, unit string
		var value float64
		var outcome, at int64
		if err := rows.Scan(&series, &period, &unit, &value, &outcome, &at); err != nil {
			t.Fatal(err)
		}
		if at > until {
			continue
		}
		key := series + " " + period + " " + unit
		if outcome != quarantine {
			values[key] = append(values[key], value)
		}
		changed := slices.ContainsFunc(values[key], func(v float64) bool { return v != values[key][0] })
		cells[key] = evaluate.Cell{Value: value, ChangedAt: at, Changed: changed, Quarantined: outcome == quarantine}
	}
	return cells
}

func TestPagesAgreeWithTheTable(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		windows := []evaluate.Window{{Series: "a", To: "2026-12"}, {Series: "b", To: "2026-12"}}
		row := rapid.Custom(func(t *rapid.T) collection.Revision {
			r := observed(float64(rapid.IntRange(1, 4).Draw(t, "value")), rapid.IntRange(0, 9).Draw(t, "hours"))
			r.Series = rapid.SampledFrom([]string{"a", "b"}).Draw(t, "series")
			r.Period = rapid.SampledFrom([]string{"2026-01", "2026-02"}).Draw(t, "period")
			r.Unit = rapid.SampledFrom([]string{"x", "y", "z"}).Draw(t, "unit")
			r.Outcome = rapid.SampledFrom([]string{"pass", "pass", "warn", "quarantine"}).Draw(t, "outcome")
			return r
		})
		rapid.Check(t, func(rt *rapid.T) {
			for _, table := range []string{"observations", "observation_pages", "provenances", "series", "units"} {
				if _, err := s.DB().Exec("DELETE FROM " + table); err != nil {
					rt.Fatal(err)
				}
			}
			for range rapid.IntRange(1, 4).Draw(rt, "calls") {
				if _, err := s.Record(t.Context(), 1, rapid.SliceOfN(row, 1, 15).Draw(rt, "rows")); err != nil {
					rt.Fatal(err)
				}
			}
			for hours := -1; hours < 10; hours++ {
				var asOf *time.Time
				if instant := at(hours); hours >= 0 {
					asOf = &instant
				}
				found, err := s.Observations(t.Context(), 1, windows, asOf)
				if err != nil {
					rt.Fatal(err)
				}
				if got, want := flat(found), bruteForce(rt, s, until(asOf)); !reflect.DeepEqual(got, want) {
					rt.Fatalf("as of %d h: %+v, want %+v", hours, got, want)
				}
			}
		})
	})
}

func TestPackedPageGivesBackItsCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cells []cell
		unit := int64(0)
		for range rapid.IntRange(0, 60).Draw(t, "cells") {
			unit += rapid.Int64Range(1, 1<<20).Draw(t, "step")
			cells = append(cells, cell{changed: rapid.Bool().Draw(t, "changed"), revision: revision{
				unit: unit, at: rapid.Int64Range(-1<<48, 1<<48).Draw(t, "at"), value: rapid.Float64().Draw(t, "value"),
				outcome: uint8(rapid.IntRange(pass, quarantine).Draw(t, "outcome")),
			}})
		}
		packed := packPage(cells)
		read := func(page []byte) (got []cell, err error) {
			err = unpackPage(page, func(int) {}, func(c cell) { got = append(got, c) })
			return got, err
		}
		got, err := read(packed)
		if err != nil || !reflect.DeepEqual(got, cells) {
			t.Fatalf("%v, %+v, want %+v", err, got, cells)
		}
		if cut := rapid.IntRange(0, len(packed)-1).Draw(t, "cut"); cut < len(packed) {
			if _, err := read(packed[:cut]); err == nil {
				t.Fatalf("a page cut from %d to %d bytes was read", len(packed), cut)
			}
		}
	})
}

func FuzzDamagedPage(f *testing.F) {
	page := packPage([]cell{{revision: revision{unit: 3, at: 1e12, value: 4}}, {revision: revision{unit: 7, at: 2e12, value: 5}}})
	f.Add(page)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		damaged := slices.Clone(page)
		damaged[random.IntN(len(damaged))] ^= byte(1 << random.IntN(8))
		f.Add(damaged)
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		n := 0
		_ = unpackPage(page, func(cells int) {
			if cells > len(page) {
				t.Fatal(fmt.Sprint("room for ", cells, " cells"))
			}
		}, func(cell) { n++ })
		if n > len(page) {
			t.Fatalf("%d cells in %d bytes", n, len(page))
		}
	})
}
