// Package views measures the scorecard page's data through the plugin in its process.
package views

import (
	"context"
	"fmt"
	"math"
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/host"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
)

// Repeats of each measurement.
const (
	warmTimes  = 200
	coldTimes  = 15
	startTimes = 3
	// History is how many periods a sparkline has.
	History = 13
)

// Result is what one organisation's page costs.
type Result struct {
	// Start is the first view after the process was started; Cold one after an observation was written; Sparkline the same
	// with History; Warm one that is known.
	Start, Cold, Sparkline, Warm report.Times
	// Statements is the number of SQL statements of a cold view, StatementsWarm that of one that is known.
	Statements, StatementsWarm float64
	// Resident is the process's memory after all of that, in MB.
	Resident float64
}

// Measure measures the page of an organisation whose store is in the folder. profile is a file for a CPU profile of the plugin's
// process while views are cold; "" for none.
func Measure(ctx context.Context, folder string, env []string, profile string) (r Result, err error) {
	options := host.Options{DataPath: folder, Env: env}
	for range startTimes {
		err := with(ctx, options, func(p page) error {
			once, err := report.Measure(1, func() error { return p.view(0) })
			r.Start = append(r.Start, once...)
			return err
		})
		if err != nil {
			return r, err
		}
	}
	options.Profiling = profile != ""
	err = with(ctx, options, func(p page) error {
		if err := p.view(0); err != nil {
			return err
		}
		if r.Warm, err = report.Measure(warmTimes, func() error { return p.view(0) }); err != nil {
			return err
		}
		if profile != "" {
			defer p.host.ProfileCPU(ctx, profile)()
		}
		if r.Cold, err = p.cold(0); err != nil {
			return err
		}
		if r.Sparkline, err = p.cold(History); err != nil {
			return err
		}
		if err := p.count(&r); err != nil {
			return err
		}
		r.Resident, err = p.host.Resident(ctx)
		return err
	})
	return r, err
}

// Look asks for the page's data once.
func Look(ctx context.Context, h *host.Host, period, unit string, sparkline int) error {
	return h.Call(ctx, http.MethodGet, fmt.Sprintf("scorecards/%s/view?period=%s&unit=%s&now=%s&sparkline=%d",
		company.Scorecard, period, unit, company.Now, sparkline), nil, nil)
}

// with calls fn while a host runs.
func with(ctx context.Context, options host.Options, fn func(page) error) error {
	h, err := host.Start(ctx, options)
	if err != nil {
		return err
	}
	defer h.Stop()
	return fn(page{ctx, h})
}

// page is the page of a running host.
type page struct {
	ctx  context.Context
	host *host.Host
}

func (p page) view(sparkline int) error {
	return Look(p.ctx, p.host, company.LastPeriod, company.Unit, sparkline)
}

// cold measures views none of which is known.
func (p page) cold(sparkline int) (all report.Times, err error) {
	for i := range coldTimes {
		if err := p.write(sparkline*coldTimes + i); err != nil {
			return nil, err
		}
		once, err := report.Measure(1, func() error { return p.view(sparkline) })
		if err != nil {
			return nil, err
		}
		all = append(all, once...)
	}
	return all, nil
}

// write writes an observation, after which no view is known.
func (p page) write(value int) error {
	var result struct {
		Rows []struct{ Outcome, Message string }
	}
	err := p.host.Call(p.ctx, http.MethodPost, "submissions", map[string]any{"rows": []map[string]any{{
		"kpi": company.KpiName(0), "unit": company.UnitName(0), "period": company.LastPeriod, "value": value,
	}}}, &result)
	if err == nil && result.Rows[0].Outcome != "accepted" {
		err = fmt.Errorf("the value was not taken: %s", result.Rows[0].Message)
	}
	return err
}

// count counts the statements of views, as the process itself does, over many of them: reading the counter and background work
// send some as well.
func (p page) count(r *Result) error {
	const months = 30
	each := func(call func(month int) error) (float64, error) {
		before, err := p.host.Metrics(p.ctx)
		if err != nil {
			return 0, err
		}
		for month := range months {
			if err := call(month); err != nil {
				return 0, err
			}
		}
		after, err := p.host.Metrics(p.ctx)
		return math.Round((after[statements] - before[statements]) / months), err
	}
	look := func(month int) error {
		period := company.Size{Months: months + 1}.Period(month) // not the newest, which is known
		return Look(p.ctx, p.host, period, company.Unit, 0)
	}
	if err := p.write(-1); err != nil {
		return err
	}
	var err error
	if r.Statements, err = each(look); err != nil {
		return err
	}
	r.StatementsWarm, err = each(func(int) error { return p.view(0) })
	return err
}

// statements is the counter of the store's statements.
const statements = "bsc_store_statements_total"
