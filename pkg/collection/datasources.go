package collection

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// statusRuns is how many of the latest runs are asked about data sources.
const statusRuns = 20

// DataSources says, by uid, what the latest run that asked a data source got of it. A data source is not ok when none of its
// KPIs had an answer. It returns access.ErrForbidden to callers below Admin.
func (c *Collector) DataSources(ctx context.Context, f access.Filter) ([]contract.DataSourceStatus, error) {
	if err := f.Require(access.Admin, "reading the state of data sources"); err != nil {
		return nil, err
	}
	known, err := loadCatalogue(ctx, c.Definitions, f)
	if err != nil {
		return nil, err
	}
	runs, _, err := c.Runs.Runs(ctx, f.Org(), statusRuns, "")
	if err != nil {
		return nil, fmt.Errorf("list the runs: %w", err)
	}
	uids := known.datasources()
	latest := map[string]contract.DataSourceStatus{}
	for _, run := range runs {
		for uid, r := range reached(run, uids) {
			if _, newer := latest[uid]; !newer {
				latest[uid] = r.status(uid, run)
			}
		}
	}
	statuses := []contract.DataSourceStatus{}
	for _, uid := range slices.Sorted(maps.Keys(latest)) {
		statuses = append(statuses, latest[uid])
	}
	return statuses, nil
}

// datasources gives the uid of the data source of every KPI that has a sound query.
func (c *catalogue) datasources() map[string]string {
	uids := map[string]string{}
	for name, spec := range c.Kpis {
		if spec.Source.Type != sourceQuery {
			continue
		}
		var it item
		source := contract.QuerySource{
			Dataset: spec.Source.Dataset, Datasource: spec.Source.Datasource, Query: spec.Source.Query, System: spec.Source.System,
		}
		if c.resolve(&it, source) == nil {
			uids[name] = it.datasource.Uid
		}
	}
	return uids
}

// reach is how the KPIs of one data source fared in one run.
type reach struct {
	answered, failed int
	// first is the first failure's message.
	first string
}

// reached counts the KPIs of a run that have come to an end, by data source.
func reached(run contract.Run, uids map[string]string) map[string]*reach {
	found := map[string]*reach{}
	for _, kpi := range run.Kpis {
		uid, ok := uids[kpi.Kpi]
		if !ok || !finished(kpi.State) || kpi.State == stateCancelled {
			continue
		}
		r := found[uid]
		if r == nil {
			r = &reach{}
			found[uid] = r
		}
		if kpi.State != stateFailed {
			r.answered++
			continue
		}
		r.failed++
		if r.first == "" && len(kpi.Errors) > 0 {
			r.first = kpi.Kpi + ": " + kpi.Errors[0].Message
		}
	}
	return found
}

func (r *reach) status(uid string, run contract.Run) contract.DataSourceStatus {
	status := contract.DataSourceStatus{Uid: uid, Ok: r.answered > 0, At: run.CreatedAt}
	if run.FinishedAt != nil {
		status.At = *run.FinishedAt
	}
	total := r.answered + r.failed
	switch {
	case r.failed == 0:
		status.Message = fmt.Sprintf("%d of %d KPIs had an answer.", total, total)
	case r.answered > 0:
		status.Message = fmt.Sprintf("%d of %d KPIs had an answer. %s", r.answered, total, r.first)
	default:
		status.Message = fmt.Sprintf("None of %d KPIs had an answer. %s", total, r.first)
	}
	return status
}
