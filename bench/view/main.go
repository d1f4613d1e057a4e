// Command view measures the data of a scorecard page of 1,000 KPIs, against a dashboard with one stat query per KPI on the
// same data: npm run bench -- view.
package main

import (
	"context"
	"flag"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/host"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/postgres"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/views"
)

var size = company.Size{Kpis: 1000, Units: 50, Months: 36}

func main() {
	profile := flag.String("profile", "", "file for a CPU profile of the plugin's process while views are cold")
	flag.Parse()
	table := report.New("view: a scorecard page, "+size.String(), "what", "median", "p95", "budget", "met")
	table.Exit(measure(context.Background(), table, *profile))
}

func measure(ctx context.Context, table *report.Table, profile string) error {
	database, err := postgres.Open(ctx, 4)
	if err != nil {
		return err
	}
	defer database.Close()
	if err := load(ctx, database); err != nil {
		return err
	}
	folder, err := size.Filled(ctx)
	if err != nil {
		return err
	}
	page, err := views.Measure(ctx, folder, database.Env(), profile)
	if err != nil {
		return err
	}
	small := company.Size{Kpis: 100, Units: size.Units, Months: size.Months}
	smallFolder, err := small.Filled(ctx)
	if err != nil {
		return err
	}
	smallPage, err := views.Measure(ctx, smallFolder, database.Env(), "")
	if err != nil {
		return err
	}
	row := func(what string, times report.Times, of float64, budget time.Duration) {
		table.Row(what, times.Median(), times.Quantile(0.95), budget, table.Met(times.Quantile(of) < budget))
	}
	row("view, warm", page.Warm, 0.95, 50*time.Millisecond)
	row("view, cold: an observation was written", page.Cold, 0.5, 300*time.Millisecond)
	row("view, cold, 13 periods of history", page.Sparkline, 0.5, time.Second)
	table.Row("view, the first of a process", page.Start.Median(), page.Start.Quantile(0.95), "", "")
	if err := dashboard(ctx, table, folder, database.Env()); err != nil {
		return err
	}
	table.Row("SQL statements of a cold view", page.Statements, "", fmt.Sprintf("as with 100 KPIs: %.0f", smallPage.Statements),
		table.Met(page.Statements == smallPage.Statements))
	table.Row("SQL statements of a warm view", page.StatementsWarm, "", fmt.Sprintf("as with 100 KPIs: %.0f", smallPage.StatementsWarm),
		table.Met(page.StatementsWarm == smallPage.StatementsWarm))
	return nil
}

// load makes the same observations a table of an operational database.
func load(ctx context.Context, database *postgres.Database) error {
	columns := []string{"kpi", "unit", "month", "value"}
	return database.Load(ctx, "facts", "kpi text, unit text, month date, value float8", columns, size.Observations(),
		func(i int) ([]any, error) {
			month, kpi, unit := i/size.Pairs(), i/size.Units%size.Kpis, i%size.Units
			return []any{company.KpiName(kpi), company.UnitName(unit), size.Month(month), company.Value(kpi, unit, month)}, nil
		}, "CREATE INDEX ON facts (kpi, month)")
}

// dashboard measures one stat query per KPI: as a dashboard sends them, one call per panel and six at a time as browsers do,
// and in calls of ten.
func dashboard(ctx context.Context, table *report.Table, folder string, env []string) error {
	h, err := host.Start(ctx, host.Options{DataPath: folder, Env: env})
	if err != nil {
		return err
	}
	defer h.Stop()
	month := size.Month(size.Months - 1)
	queries := make([]map[string]any, size.Kpis)
	for i := range queries {
		queries[i] = company.QueryModel(fmt.Sprintf("SELECT sum(value) FROM facts WHERE kpi = '%s' AND month = '%s'",
			company.KpiName(i), month.Format(time.DateOnly)))
	}
	for _, way := range []struct{ perCall, atATime int }{{1, 6}, {10, 2}} {
		times, err := report.Measure(3, func() error { return h.QueryAll(ctx, month, month.AddDate(0, 1, 0), queries, way.perCall, way.atATime) })
		if err != nil {
			return err
		}
		table.Row(fmt.Sprintf("dashboard: one stat query per KPI, %d a call, %d calls at a time", way.perCall, way.atATime),
			times.Median(), times.Quantile(0.95), "", "")
	}
	return nil
}
