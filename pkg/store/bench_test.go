package store

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

const (
	benchSeries  = 1000
	benchUnits   = 50
	benchPeriods = 36
)

func benchEngines(b *testing.B, bench func(b *testing.B, config Config)) {
	b.Run(SQLite, func(b *testing.B) { bench(b, Config{DataPath: b.TempDir()}) })
	b.Run(Postgres, func(b *testing.B) { bench(b, Config{DatabaseURL: pgtest.URL(b)}) })
}

func benchPeriod(p int) string { return fmt.Sprintf("%d-%02d", 2024+p/12, 1+p%12) }

// benchRow is the n-th observation of the series, by unit within period.
func benchRow(series, n int) collection.Revision {
	r := observed(float64(series*n)/7, 1)
	r.Series, r.Unit, r.Period = fmt.Sprintf("kpi-%d", series), fmt.Sprintf("unit-%d", n%benchUnits), benchPeriod(n/benchUnits%benchPeriods)
	return r
}

// BenchmarkBackfill records observations of series after series in batches of 10,000 rows.
func BenchmarkBackfill(b *testing.B) {
	benchEngines(b, func(b *testing.B, config Config) {
		s := open(b, config)
		batch := make([]collection.Revision, 10_000)
		n := 0
		b.ResetTimer()
		for b.Loop() {
			for i := range batch {
				batch[i] = benchRow(n/(benchUnits*benchPeriods), n%(benchUnits*benchPeriods))
				n++
			}
			if stored := record(b, s, batch...); !stored[len(batch)-1] {
				b.Fatal("not stored")
			}
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "obs/s")
		b.ReportMetric(residentMB(), "rss-MB")
	})
}

// BenchmarkRecollect records another value for the same 10,000 cells, 1,000 series of 5 units and 2 months, each from a query of
// its own, in the four transactions that a run takes for them.
func BenchmarkRecollect(b *testing.B) {
	const transactions, months, units = 4, 2, 5
	run := "0198c0de-0000-7000-8000-000000000000"
	benchEngines(b, func(b *testing.B, config Config) {
		s := open(b, config)
		var rows []collection.Revision
		for series := range benchSeries {
			digest := fmt.Sprintf("%064x", series)
			for n := range months * units {
				r := benchRow(series, n)
				r.Unit, r.Period = fmt.Sprintf("unit-%d", n%units), benchPeriod(n/units)
				r.Source = contract.ObservationSource{Type: "run", Run: &run, QueryDigest: &digest}
				rows = append(rows, r)
			}
		}
		times := 0
		b.ReportAllocs()
		b.ResetTimer()
		for b.Loop() {
			times++
			for i := range rows {
				rows[i].Value, rows[i].CollectedAt = float64(times), at(times)
			}
			for batch := range slices.Chunk(rows, len(rows)/transactions) {
				if stored := record(b, s, batch...); !stored[len(batch)-1] {
					b.Fatal("not stored")
				}
			}
		}
	})
}

// BenchmarkRead reads windows of 1,000 series × 50 units from a store of 1.8 million observations.
func BenchmarkRead(b *testing.B) {
	benchEngines(b, func(b *testing.B, config Config) {
		s := open(b, config)
		for p := range benchPeriods { // month by month, as scheduled collection writes
			var batch []collection.Revision
			for series := range benchSeries {
				for unit := range benchUnits {
					batch = append(batch, benchRow(series, p*benchUnits+unit))
				}
			}
			record(b, s, batch...)
		}
		past, early := at(1), at(0)
		for _, c := range []struct {
			name    string
			periods int
			asOf    *time.Time
		}{{"2 periods", 2, nil}, {"14 periods", 14, nil}, {"14 periods, asOf", 14, &past}, {"14 periods, asOf before all", 14, &early}} {
			b.Run(c.name, func(b *testing.B) {
				windows := benchWindows(c.periods)
				for b.Loop() {
					found := must(s.Observations(b.Context(), 1, windows, c.asOf))(b)
					if c.asOf != &early && len(found.Pages) != benchSeries {
						b.Fatalf("%d series", len(found.Pages))
					}
				}
				b.ReportMetric(residentMB(), "rss-MB")
			})
		}
		b.Run("14 periods, asOf before all was restated", func(b *testing.B) {
			restate(b, s, benchPeriods-14)
			windows := benchWindows(14)
			for b.Loop() {
				if found := must(s.Observations(b.Context(), 1, windows, &past))(b); len(found.Pages) != benchSeries {
					b.Fatalf("%d series", len(found.Pages))
				}
			}
			b.ReportMetric(residentMB(), "rss-MB")
		})
	})
}

// restate records another value for every cell from a period on.
func restate(b *testing.B, s *Store, from int) {
	for p := from; p < benchPeriods; p++ {
		var batch []collection.Revision
		for series := range benchSeries {
			for unit := range benchUnits {
				r := benchRow(series, p*benchUnits+unit)
				r.Value, r.CollectedAt = r.Value+1, at(5)
				batch = append(batch, r)
			}
		}
		record(b, s, batch...)
	}
}

// benchWindows ask for the last periods of every series.
func benchWindows(periods int) []evaluate.Window {
	windows := make([]evaluate.Window, benchSeries)
	for i := range windows {
		windows[i] = evaluate.Window{Series: fmt.Sprintf("kpi-%d", i),
			From: benchPeriod(benchPeriods - periods), To: benchPeriod(benchPeriods - 1)}
	}
	return windows
}

// residentMB is the memory of this process that is in RAM, as Linux tells it; 0 elsewhere.
func residentMB() float64 {
	runtime.GC()
	status, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, resident int64
	if _, err := fmt.Sscan(string(status), &size, &resident); err != nil {
		return 0
	}
	return float64(resident) * float64(os.Getpagesize()) / (1 << 20)
}
