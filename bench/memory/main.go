// Command memory measures the memory of the plugin's process over a store of 1.8 million observations, after views of every
// month: npm run bench -- memory.
package main

import (
	"context"
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/host"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/views"
)

// budget is in MB.
const budget = 250

var size = company.Size{Kpis: 1000, Units: 50, Months: 36}

func main() {
	table := report.New("memory: "+size.String(), "what", "resident", "budget", "met")
	table.Exit(measure(context.Background(), table))
}

func measure(ctx context.Context, table *report.Table) error {
	folder, err := size.Filled(ctx)
	if err != nil {
		return err
	}
	h, err := host.Start(ctx, host.Options{DataPath: folder})
	if err != nil {
		return err
	}
	defer h.Stop()
	look := func(what string, periods, units, sparkline int) error {
		for i := range periods {
			for unit := range units {
				if err := views.Look(ctx, h, size.Period(size.Months-1-i), unitName(unit), sparkline); err != nil {
					return err
				}
			}
		}
		resident, err := h.Resident(ctx)
		table.Row(what, fmt.Sprintf("%.0f MB", resident), fmt.Sprintf("< %d MB", budget), table.Met(resident < budget))
		return err
	}
	if err := look("after the start", 0, 0, 0); err != nil {
		return err
	}
	if err := look("after a view", 1, 1, 0); err != nil {
		return err
	}
	if err := look("after views of every month", size.Months, 1, 0); err != nil {
		return err
	}
	return look("after views of 12 months at 6 units, 13 periods of history", 12, 6, views.History)
}

// unitName is the company, then its branches.
func unitName(i int) string {
	if i == 0 {
		return company.Unit
	}
	return company.UnitName(i - 1)
}
