// Command collect measures collecting 1,000 KPIs, each with a SQL query of its own, against the same queries sent by a bare
// client through the query API and straight to the database: npm run bench -- collect.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/host"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/postgres"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
)

const (
	times = 5
	// pairs is how often our run and the bare client are measured in turns.
	pairs = 9
	// budget is how much longer than the bare client's best a run may take.
	budget = 1.3
	// mostConnections is how many connections a run may use.
	mostConnections = 20
	// sharing is how many KPIs read one shared query.
	sharing = 100
)

var size = company.Size{Kpis: 1000, Units: 5, Months: 2}

func main() {
	profile := flag.String("profile", "", "file for a CPU profile of the plugin's process during the runs")
	flag.Parse()
	table := report.New(fmt.Sprintf("collect: %d KPIs with a query each, %d values a query", size.Kpis, size.Units*size.Months),
		"what", "median", "p95", "most connections", "budget", "met")
	table.Exit(measure(context.Background(), table, *profile))
}

func measure(ctx context.Context, table *report.Table, profile string) error {
	database, err := postgres.Open(ctx, 10)
	if err != nil {
		return err
	}
	defer database.Close()
	if err := load(ctx, database); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "bsc-collect-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	empty := company.Size{Kpis: size.Kpis, Units: size.Units}
	if _, err := empty.Fill(ctx, filepath.Join(folder, "own"), company.Query(statement)); err != nil {
		return err
	}
	m := measurement{ctx: ctx, database: database, table: table, options: host.Options{
		DataPath: filepath.Join(folder, "own"), Env: database.Env(), Profiling: profile != "",
	}}
	best, err := m.bare()
	if err != nil {
		return err
	}
	straight, err := report.Measure(times, m.straight)
	if err != nil {
		return err
	}
	table.Row("straight to PostgreSQL, 10 connections", straight.Median(), straight.Quantile(0.95), "", "", "")
	if err := m.compare(best, profile); err != nil {
		return err
	}
	return m.shared(filepath.Join(folder, "shared"))
}

// compare measures our run and the bare client's best way in turns, so that what else the machine does burdens both alike.
func (m measurement) compare(best way, profile string) error {
	h, err := m.start()
	if err != nil {
		return err
	}
	defer h.Stop()
	if profile != "" {
		defer h.ProfileCPU(m.ctx, profile)()
	}
	var ours, bare, waited report.Times
	var factors []float64
	most := 0
	for turn := range pairs {
		run, connections, err := m.repeat(1, func() (time.Duration, error) {
			run, err := h.Collect(m.ctx, size.Period(0), size.Period(size.Months-1))
			waited = append(waited, run.Waited())
			if err == nil && run.Observations() != size.Observations() {
				err = fmt.Errorf("%d values were stored, want %d", run.Observations(), size.Observations())
			}
			return run.Took(), err
		})
		if err != nil {
			return err
		}
		client, _, err := m.repeat(1, timed(func() error { return send(m.ctx, h, best) }))
		if err != nil {
			return err
		}
		if turn == 0 { // afterwards the data source also has those that the client left it with
			most = connections
		}
		ours, bare = append(ours, run...), append(bare, client...)
		factors = append(factors, float64(run[0])/float64(client[0]))
	}
	slices.Sort(factors)
	factor := factors[len(factors)/2]
	m.table.Row("in turns: our run (asked, extracted, validated, stored)", ours.Median(), ours.Quantile(0.95), most,
		fmt.Sprintf("≤ %d connections", mostConnections), m.table.Met(most <= mostConnections))
	m.table.Row("of that, from the call to the run's start", waited.Median(), waited.Quantile(0.95), "", "", "")
	m.table.Row("in turns: bare client, "+best.String(), bare.Median(), bare.Quantile(0.95), "", "", "")
	m.table.Row("our run / bare client, median of the turns", fmt.Sprintf("%.2f ×", factor), "", "", fmt.Sprintf("≤ %.1f ×", budget), m.table.Met(factor <= budget))
	return nil
}

// way is how a bare client sends its queries.
type way struct{ perCall, atATime int }

func (w way) String() string {
	return fmt.Sprintf("%d a call, %d calls at a time", w.perCall, w.atATime)
}

type measurement struct {
	ctx      context.Context
	database *postgres.Database
	options  host.Options
	table    *report.Table
}

// start starts a host of its own, with no connection to the database yet, and waits until it has done what the schedule says.
func (m measurement) start() (*host.Host, error) {
	h, err := host.Start(m.ctx, m.options)
	if err != nil {
		return nil, err
	}
	return h, h.Settle(m.ctx)
}

// timed makes a call that takes its own time.
func timed(call func() error) func() (time.Duration, error) {
	return func() (time.Duration, error) {
		started := time.Now()
		err := call()
		return time.Since(started), err
	}
}

// repeat measures a call as often as said, each time over other values, with the most connections that it used.
func (m measurement) repeat(times int, call func() (time.Duration, error)) (all report.Times, most int, err error) {
	for range times {
		if err := m.change(); err != nil {
			return nil, 0, err
		}
		stop, err := m.database.WatchConnections(m.ctx)
		if err != nil {
			return nil, 0, err
		}
		took, err := call()
		connections, watching := stop()
		if err != nil {
			return nil, 0, err
		}
		if watching != nil {
			return nil, 0, watching
		}
		all, most = append(all, took), max(most, connections)
	}
	return all, most, nil
}

// load makes the table that the KPIs are read from.
func load(ctx context.Context, database *postgres.Database) error {
	return database.Load(ctx, "readings", "kpi int, unit text, month timestamptz, value float8", []string{"kpi", "unit", "month", "value"},
		size.Observations(), func(i int) ([]any, error) {
			month, kpi, unit := i/size.Pairs(), i/size.Units%size.Kpis, i%size.Units
			return []any{kpi, company.UnitName(unit), size.Month(month), company.Value(kpi, unit, month)}, nil
		}, "CREATE INDEX ON readings (kpi, month)")
}

// change makes every value another one, so that a run has something to store.
func (m measurement) change() error {
	for _, statement := range []string{"UPDATE readings SET value = value + 1", "VACUUM ANALYZE readings"} {
		if _, err := m.database.Exec(m.ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// statement is the query of a KPI, in the words of Grafana's macros.
func statement(kpi int) string {
	return fmt.Sprintf("SELECT month AS time, unit, value FROM readings WHERE kpi = %d AND $__timeFilter(month)", kpi)
}

func span() (from, to time.Time) {
	return size.Month(0), size.Month(size.Months).Add(-time.Millisecond)
}

// bare measures a client that only sends the queries and reads the answers, and gives its best way.
func (m measurement) bare() (best way, err error) {
	h, err := m.start()
	if err != nil {
		return best, err
	}
	defer h.Stop()
	fastest := time.Duration(0)
	for _, w := range []way{{1, 1}, {10, 1}, {10, 2}, {25, 1}, {50, 1}} {
		all, connections, err := m.repeat(times, timed(func() error { return send(m.ctx, h, w) }))
		if err != nil {
			return best, err
		}
		m.table.Row("bare client: "+w.String(), all.Median(), all.Quantile(0.95), connections, "", "")
		if median := all.Median(); fastest == 0 || median < fastest {
			fastest, best = median, w
		}
	}
	return best, nil
}

func send(ctx context.Context, h *host.Host, w way) error {
	queries := make([]map[string]any, size.Kpis)
	for i := range queries {
		queries[i] = company.QueryModel(statement(i))
	}
	from, to := span()
	return h.QueryAll(ctx, from, to, queries, w.perCall, w.atATime)
}

// straight sends the queries to the database itself, over ten connections.
func (m measurement) straight() error {
	from, to := span()
	kpis := make(chan int)
	failures := make(chan error, 10)
	var workers sync.WaitGroup
	for range 10 {
		workers.Go(func() {
			var failure error
			for kpi := range kpis {
				if failure == nil {
					failure = m.read(kpi, from, to)
				}
			}
			failures <- failure
		})
	}
	for kpi := range size.Kpis {
		kpis <- kpi
	}
	close(kpis)
	workers.Wait()
	for range 10 {
		if err := <-failures; err != nil {
			return err
		}
	}
	return nil
}

func (m measurement) read(kpi int, from, to time.Time) error {
	filter := fmt.Sprintf("month BETWEEN '%s' AND '%s'", from.Format(time.RFC3339Nano), to.Format(time.RFC3339Nano))
	rows, err := m.database.Query(m.ctx, strings.Replace(statement(kpi), "$__timeFilter(month)", filter, 1))
	if err != nil {
		return err
	}
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// shared lets a hundred KPIs read the same query, which counts in the database how often it is executed.
func (m measurement) shared(folder string) error {
	if _, err := m.database.Exec(m.ctx, "CREATE SEQUENCE IF NOT EXISTS asked"); err != nil {
		return err
	}
	same := func(int) string {
		return "SELECT month AS time, unit, value FROM readings, (SELECT nextval('asked') AS n OFFSET 0) counted WHERE kpi = 0 AND n > 0 AND $__timeFilter(month)"
	}
	few := company.Size{Kpis: sharing, Units: size.Units}
	if _, err := few.Fill(m.ctx, folder, company.Query(same)); err != nil {
		return err
	}
	h, err := host.Start(m.ctx, host.Options{DataPath: folder, Env: m.database.Env()})
	if err != nil {
		return err
	}
	defer h.Stop()
	before, err := m.asked()
	if err != nil {
		return err
	}
	run, err := h.Collect(m.ctx, size.Period(0), size.Period(size.Months-1))
	if err != nil {
		return err
	}
	after, err := m.asked()
	if err != nil {
		return err
	}
	m.table.Row(fmt.Sprintf("executions of one query that %d KPIs share (%d values stored)", sharing, run.Observations()),
		after-before, "", "", "once", m.table.Met(after-before == 1))
	return nil
}

func (m measurement) asked() (n int64, err error) {
	err = m.database.QueryRow(m.ctx, "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM asked").Scan(&n)
	return n, err
}
