// Command backfill measures one query that brings 1,000,000 observations, against bare inserts of the same values:
// npm run bench -- backfill.
package main

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver that the store uses

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/host"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/postgres"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
)

const (
	// units and days make a million values of one daily KPI.
	units, days = 1000, 1000
	// budget is in observations a second.
	budget = 50_000
	// A long run takes about as much memory as one a quarter as long: the collector of garbage leaves more or less of it.
	quarter, flat = days / 4, 1.5
	// batch is how many rows a transaction of bare inserts has.
	batch = 10_000
)

var firstDay = time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)

func main() {
	profile := flag.String("profile", "", "file for a CPU profile of the plugin's process during the run")
	flag.Parse()
	table := report.New("backfill: one query, 1,000,000 observations", "what", "time", "observations/s", "memory before", "most memory", "budget", "met")
	table.Exit(measure(context.Background(), table, *profile))
}

func measure(ctx context.Context, table *report.Table, profile string) error {
	database, err := postgres.Open(ctx, 2)
	if err != nil {
		return err
	}
	defer database.Close()
	err = database.Load(ctx, "history", "unit text, day timestamptz, value float8", []string{"unit", "day", "value"}, units*days,
		func(i int) ([]any, error) {
			return []any{company.UnitName(i % units), firstDay.AddDate(0, 0, i/units), float64(i) / 7}, nil
		}, "CREATE INDEX ON history (day)")
	if err != nil {
		return err
	}
	var peaks []float64
	for _, n := range []int{quarter, days} {
		file := ""
		if n == days {
			file = profile
		}
		peak, err := run(ctx, table, database.Env(), n, file)
		if err != nil {
			return err
		}
		peaks = append(peaks, peak)
	}
	growth := peaks[1] / peaks[0]
	table.Row("most memory, four times the observations", "", "", "", fmt.Sprintf("%.2f ×", growth), fmt.Sprintf("≤ %.2f ×", flat), table.Met(growth <= flat))
	return bare(ctx, table)
}

// run back-fills so many days in a store of its own, and gives the most memory that the plugin's process had.
func run(ctx context.Context, table *report.Table, env []string, n int, profile string) (peak float64, err error) {
	folder, err := os.MkdirTemp("", "bsc-backfill-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	source := company.Query(func(int) string { return "SELECT day AS time, unit, value FROM history WHERE $__timeFilter(day)" })
	if _, err := (company.Size{Kpis: 1, Units: units, Frequency: "day"}).Fill(ctx, folder, source); err != nil {
		return 0, err
	}
	h, err := host.Start(ctx, host.Options{DataPath: folder, Env: env, Profiling: profile != ""})
	if err != nil {
		return 0, err
	}
	defer h.Stop()
	before, err := h.Resident(ctx)
	if err != nil {
		return 0, err
	}
	if profile != "" {
		defer h.ProfileCPU(ctx, profile)()
	}
	stop := watch(ctx, h)
	done, err := h.Collect(ctx, firstDay.Format(time.DateOnly), firstDay.AddDate(0, 0, n-1).Format(time.DateOnly))
	took := done.Took()
	peak = stop()
	if err != nil {
		return 0, err
	}
	if done.Observations() != n*units {
		return 0, fmt.Errorf("%d values were stored, want %d", done.Observations(), n*units)
	}
	rate, allowed, met := float64(n*units)/took.Seconds(), "", ""
	if n == days {
		allowed, met = fmt.Sprintf("≥ %d/s", budget), table.Met(rate >= budget)
	}
	table.Row(fmt.Sprintf("our run, %d observations, SQLite", n*units), took, rate, fmt.Sprintf("%.0f MB", before), fmt.Sprintf("%.0f MB", peak), allowed, met)
	return peak, nil
}

// watch looks at the memory of the plugin's process until stop is called, which gives the most there was, in MB.
func watch(ctx context.Context, h *host.Host) (stop func() float64) {
	done := make(chan struct{})
	most := 0.0
	var watching sync.WaitGroup
	watching.Go(func() {
		for {
			if now, err := h.Resident(ctx); err == nil {
				most = max(most, now)
			}
			select {
			case <-done:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	})
	return func() float64 {
		close(done)
		watching.Wait()
		return most
	}
}

// bare inserts the same values into a plain table, with the store's settings for safety.
func bare(ctx context.Context, table *report.Table) error {
	folder, err := os.MkdirTemp("", "bsc-inserts-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	db, err := sql.Open("sqlite", "file:"+filepath.Join(folder, "plain.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, "CREATE TABLE plain (kpi TEXT, unit TEXT, day TEXT, value REAL, at INTEGER, PRIMARY KEY (kpi, day, unit)) WITHOUT ROWID")
	if err != nil {
		return err
	}
	started := time.Now()
	for from := 0; from < units*days; from += batch {
		if err := insert(ctx, db, from); err != nil {
			return err
		}
	}
	took := time.Since(started)
	table.Row("bare inserts into a SQLite table, one statement a row", took, float64(units*days)/took.Seconds(), "", "", "", "")
	return nil
}

func insert(ctx context.Context, db *sql.DB, from int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	statement, err := tx.PrepareContext(ctx, "INSERT INTO plain VALUES (?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	defer statement.Close()
	for i := from; i < from+batch; i++ {
		day := firstDay.AddDate(0, 0, i/units)
		_, err := statement.ExecContext(ctx, company.KpiName(0), company.UnitName(i%units), day.Format(time.DateOnly), float64(i)/7, day.UnixMilli())
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}
