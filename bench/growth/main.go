// Command growth measures how the page and the store behave at 10, 100 and 1,000 KPIs: npm run bench -- growth.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/views"
)

func main() {
	table := report.New("growth: 50 units × 36 months", "KPIs", "observations", "recorded a second", "store", "view warm, p95",
		"cold, median", "13 periods, median", "statements cold / warm", "resident")
	table.Exit(measure(context.Background(), table))
}

func measure(ctx context.Context, table *report.Table) error {
	for _, kpis := range []int{10, 100, 1000} {
		if err := row(ctx, table, company.Size{Kpis: kpis, Units: 50, Months: 36}); err != nil {
			return err
		}
	}
	return nil
}

func row(ctx context.Context, table *report.Table, size company.Size) error {
	folder, err := os.MkdirTemp("", "bsc-growth-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	took, err := size.Fill(ctx, folder, company.Manual)
	if err != nil {
		return err
	}
	file, err := os.Stat(filepath.Join(folder, "scorecard.db"))
	if err != nil {
		return err
	}
	page, err := views.Measure(ctx, folder, nil, "")
	if err != nil {
		return err
	}
	table.Row(size.Kpis, size.Observations(), float64(size.Observations())/took.Seconds(), fmt.Sprintf("%.1f MB", float64(file.Size())/1e6),
		page.Warm.Quantile(0.95), page.Cold.Median(), page.Sparkline.Median(),
		fmt.Sprintf("%.0f / %.0f", page.Statements, page.StatementsWarm), fmt.Sprintf("%.0f MB", page.Resident))
	return nil
}
