package collection

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// newestFirst answers runs as a store does.
type newestFirst struct {
	RunStore
	runs []contract.Run
}

func (r newestFirst) Runs(_ context.Context, _ int64, limit int, _ string) ([]contract.Run, string, error) {
	return r.runs[:min(limit, len(r.runs))], "", nil
}

func TestDataSourcesTellWhatTheLatestRunsGot(t *testing.T) {
	w := newWorld()
	w.kpi(t, "revenue", "")
	w.kpi(t, "cost", "")
	w.kpi(t, "tickets", `{"source":{"system":null,"datasource":{"uid":"crm"}}}`)
	w.kpi(t, "staff", `{"source":{"system":null,"datasource":{"uid":"hris"}}}`)
	w.kpi(t, "survey", `{"source":{"type":"manual"}}`)
	run := func(at, state string, kpis ...string) contract.Run {
		r := contract.Run{State: state, CreatedAt: at + "T00:00:00Z"}
		if finished(state) {
			r.FinishedAt = new(at + "T00:05:00Z")
		}
		for i := 0; i < len(kpis); i += 2 {
			kpi := contract.RunKpi{Kpi: kpis[i], State: kpis[i+1]}
			if kpi.State == stateFailed {
				kpi.Errors = []contract.CellError{{Message: "connection refused"}}
			}
			r.Kpis = append(r.Kpis, kpi)
		}
		return r
	}
	c := &Collector{Config: Config{Definitions: w, Runs: newestFirst{runs: []contract.Run{
		run("2026-03-04", stateRunning, "staff", stateQueued, "survey", stateFailed, "gone", stateFailed),
		run("2026-03-03", stateFailed, "tickets", stateFailed, "staff", stateCancelled),
		run("2026-03-02", statePartial, "revenue", statePartial, "cost", stateFailed, "tickets", stateSucceeded),
		run("2026-03-01", stateFailed, "revenue", stateFailed, "staff", stateSucceeded),
	}}}}
	found, err := c.DataSources(t.Context(), access.For(access.Caller{Org: 1, Login: "ada", Role: access.Admin}))
	if err != nil {
		t.Fatal(err)
	}
	want := []contract.DataSourceStatus{
		{Uid: "crm", Ok: false, At: "2026-03-03T00:05:00Z", Message: "None of 1 KPIs had an answer. tickets: connection refused"},
		{Uid: "erp", Ok: true, At: "2026-03-02T00:05:00Z", Message: "1 of 2 KPIs had an answer. cost: connection refused"},
		{Uid: "hris", Ok: true, At: "2026-03-01T00:05:00Z", Message: "1 of 1 KPIs had an answer."},
	}
	if !slices.Equal(found, want) {
		t.Errorf("%s", asJSON(found))
	}
	if _, err := c.DataSources(t.Context(), access.For(access.Caller{Org: 1, Login: "ed", Role: access.Editor})); !errors.Is(err, access.ErrForbidden) {
		t.Errorf("an editor: %v", err)
	}
}
