package collection

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestRunRecordsWithProvenance(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	s := &source{answer: one(7)}
	c := newCollector(t, w, m, s)
	run := collect(t, c, months("2026-02", "2026-03"))
	expectState(t, run, "succeeded", "revenue succeeded")
	if run.Kpis[0].Observations != 1 || run.Progress != (contract.Progress{Done: 1, Total: 1}) || run.StartedAt == nil || run.FinishedAt == nil {
		t.Errorf("run %s", asJSON(run))
	}
	if s.calls != 1 || s.seen[0].datasource != "erp" || s.seen[0].from != at("2026-02-01T00:00:00Z") || s.seen[0].to != at("2026-03-31T23:59:59.999Z") {
		t.Errorf("asked %+v", s.seen)
	}
	r := m.revisions[0]
	if r.RecordedBy != "ed" || r.Outcome != "pass" || !r.CollectedAt.Equal(at(now)) || r.Source.Type != "run" || *r.Source.Run != run.ID || len(*r.Source.QueryDigest) != 64 {
		t.Errorf("revision %s", asJSON(r))
	}
	// The same values again are no revisions; the same query has the same digest.
	again := collect(t, c, months("2026-02", "2026-03"))
	if again.Kpis[0].Observations != 0 || again.State != "succeeded" || len(m.revisions) != 1 {
		t.Errorf("second run %s", asJSON(again))
	}
	stored, err := m.Run(t.Context(), 1, run.ID)
	if err != nil || asJSON(stored) != asJSON(run) {
		t.Errorf("stored %s", asJSON(stored))
	}
}

func TestEqualQueriesAreSentOnce(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.datasets["sales"] = contract.DatasetSpec{Query: map[string]any{"rawSql": "shared"}, System: new("erp")}
	for _, name := range []string{"a", "b"} {
		w.kpi(t, name, `{"source":{"dataset":"sales","system":null,"query":null}}`)
	}
	w.kpi(t, "c", `{"source":{"query":{"rawSql":"shared","refId":"X","hide":true}}}`)
	s := &source{answer: one(1)}
	run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-02"))
	expectState(t, run, "succeeded", "a succeeded", "b succeeded", "c succeeded")
	if s.times("shared") != 1 || len(m.revisions) != 3 || m.batches != 1 {
		t.Errorf("asked %d times, %d revisions in %d batches", s.times("shared"), len(m.revisions), m.batches)
	}
}

func TestScalarIsAskedOncePerPeriodThatHasBegun(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "headcount", `{"units":["acme"],"source":{"extract":{"mode":"scalar","time":null,"unit":null,"value":null}}}`)
	s := &source{answer: func(a asked) (data.Frames, error) {
		return table(data.NewField("n", nil, []int64{int64(a.from.Month())})), nil
	}}
	run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-05"))
	expectState(t, run, "succeeded", "headcount succeeded")
	want := []string{"headcount acme 2026-01 1", "headcount acme 2026-02 2", "headcount acme 2026-03 3"}
	if !slices.Equal(m.values(), want) || s.calls != 3 {
		t.Errorf("stored %q in %d calls", m.values(), s.calls)
	}
}

func TestScalarWithSeveralRows(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "headcount", `{"units":["acme"],"source":{"extract":{"mode":"scalar","time":null,"unit":null,"value":null}}}`)
	s := &source{answer: func(asked) (data.Frames, error) {
		return table(data.NewField("n", nil, []int64{1, 2})), nil
	}}
	run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-01"))
	expectState(t, run, "failed", "headcount failed")
	compareErrors(t, run.Kpis[0].Errors, []string{"acme 2026-01: row 2: two rows"})
}

func TestLimitsOfTheDataSource(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.systems["erp"] = contract.SourceSystemSpec{
		Datasource: &contract.DatasourceRef{Uid: "erp"},
		Limits:     &contract.Limits{BatchSize: new(int64(3)), Concurrency: new(int64(2))},
	}
	for i := range 20 {
		w.kpi(t, fmt.Sprintf("k%02d", i), "")
	}
	s := &source{answer: func(a asked) (data.Frames, error) {
		time.Sleep(time.Millisecond) // so that calls overlap if they may
		return one(1)(a)
	}}
	run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-01"))
	if run.State != "succeeded" || s.calls != 7 || s.busiest["erp"] > 2 {
		t.Errorf("%s in %d calls, %d at a time", run.State, s.calls, s.busiest["erp"])
	}
	for _, a := range s.seen {
		if a.among > 3 {
			t.Errorf("%d queries in a call", a.among)
		}
	}
}

// A KPI that fails never fails its neighbours, however the call reports it.
func TestFailuresStayWithTheirKpi(t *testing.T) {
	bad := &QueryError{BadQuery, "syntax error"}
	for name, s := range map[string]*source{
		"in its own result": {},
		"as a call without results": {whole: func(queries []asked) error {
			if slices.ContainsFunc(queries, func(a asked) bool { return a.sql == "broken" }) {
				return bad
			}
			return nil
		}},
		"with collateral damage": {answer: func(a asked) (data.Frames, error) {
			if a.sql == "broken" || a.among > 1 && a.sql == "z" {
				return nil, bad
			}
			return one(1)(a)
		}},
		"by its slowness": {whole: func(queries []asked) error {
			if slices.ContainsFunc(queries, func(a asked) bool { return a.sql == "broken" }) {
				return &QueryError{Timeout, "syntax error, or so"}
			}
			return nil
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w, m := newWorld(), newMemory()
			for _, kpi := range []string{"a", "broken", "z"} {
				w.kpi(t, kpi, "")
			}
			if s.answer == nil {
				s.answer = func(a asked) (data.Frames, error) {
					if a.sql == "broken" {
						return nil, bad
					}
					return one(1)(a)
				}
			}
			run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-01"))
			expectState(t, run, "partial", "a succeeded", "broken failed", "z succeeded")
			compareErrors(t, run.Kpis[1].Errors, []string{"syntax error"})
			if n := s.times("broken"); n != 2 { // among the others, and once alone
				t.Errorf("the broken query was sent %d times", n)
			}
			if len(m.revisions) != 2 {
				t.Errorf("stored %q", m.values())
			}
		})
	}
}

func TestRetries(t *testing.T) {
	for _, tc := range []struct {
		kind  ErrorKind
		fails int // how many times before it answers
		sent  int
		state string
	}{
		{Transport, 3, 4, "succeeded"},
		{Transport, 99, 4, "failed"},
		{Busy, 10, 11, "succeeded"},
		{BadQuery, 1, 1, "failed"},
		{Timeout, 1, 1, "failed"},
		{NotFound, 1, 1, "failed"},
		{Unauthorised, 1, 1, "failed"},
	} {
		for _, whole := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s %d times, whole call %v", tc.kind, tc.fails, whole), func(t *testing.T) {
				w, m := newWorld(), newMemory()
				w.kpi(t, "revenue", "")
				left := tc.fails
				fail := func() error {
					if left--; left >= 0 {
						return &QueryError{tc.kind, "no luck"}
					}
					return nil
				}
				s := &source{answer: one(1)}
				if whole {
					s.whole = func([]asked) error { return fail() }
				} else {
					s.answer = func(a asked) (data.Frames, error) {
						if err := fail(); err != nil {
							return nil, err
						}
						return one(1)(a)
					}
				}
				run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-01"))
				expectState(t, run, tc.state, "revenue "+tc.state)
				if s.calls != tc.sent {
					t.Errorf("sent %d times, want %d", s.calls, tc.sent)
				}
			})
		}
	}
}

func TestABusyDatabaseIsNotWaitedForForEver(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	s := &source{answer: func(asked) (data.Frames, error) { return nil, &QueryError{Busy, "too many connections"} }}
	run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-01"))
	expectState(t, run, "failed", "revenue failed")
	compareErrors(t, run.Kpis[0].Errors, []string{"too many connections"})
}

// hanging never answers before its context ends.
type hanging struct{ entered chan struct{} }

func (h hanging) Query(ctx context.Context, _ int64, _ contract.DatasourceRef, _, _ time.Time, _ []Query) ([]Answer, error) {
	select {
	case h.entered <- struct{}{}:
	default:
	}
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestTimeoutNamesItself(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.systems["erp"] = contract.SourceSystemSpec{
		Datasource: &contract.DatasourceRef{Uid: "erp"}, Limits: &contract.Limits{TimeoutSeconds: new(int64(1))},
	}
	w.kpi(t, "revenue", "")
	run := collect(t, newCollector(t, w, m, hanging{}), months("2026-01", "2026-01"))
	expectState(t, run, "failed", "revenue failed")
	compareErrors(t, run.Kpis[0].Errors, []string{"the data source erp did not answer within 1s"})
}

func TestCancellation(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	entered := make(chan struct{})
	c := newCollector(t, w, m, hanging{entered})
	run, err := c.Start(t.Context(), editor, months("2026-01", "2026-01"), TriggerManual)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan contract.Run)
	go func() {
		run, err := c.Execute(context.Background(), 1, run.ID)
		if err != nil {
			t.Error(err)
		}
		done <- run
	}()
	<-entered
	if _, err := c.Cancel(t.Context(), editor, run.ID); err != nil {
		t.Fatal(err)
	}
	select {
	case run = <-done:
	case <-time.After(time.Second):
		t.Fatal("not cancelled within a second")
	}
	expectState(t, run, "cancelled", "revenue cancelled")
	if run.Progress.Done != 0 {
		t.Errorf("progress %+v", run.Progress)
	}
}

func TestCancelledBeforeItBegan(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	s := &source{answer: one(1)}
	c := newCollector(t, w, m, s)
	run, err := c.Start(t.Context(), editor, months("2026-01", "2026-01"), TriggerManual)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Cancel(t.Context(), editor, run.ID); err != nil {
		t.Fatal(err)
	}
	if run, err = c.Execute(t.Context(), 1, run.ID); err != nil {
		t.Fatal(err)
	}
	expectState(t, run, "cancelled", "revenue cancelled")
	if s.calls != 0 {
		t.Errorf("asked %d times", s.calls)
	}
}

func TestAnInterruptedRunGoesOn(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.systems["slow"] = contract.SourceSystemSpec{Datasource: &contract.DatasourceRef{Uid: "slow"}}
	w.kpi(t, "quick", "")
	w.kpi(t, "slow", `{"source":{"system":"slow"}}`)
	ctx, stop := context.WithCancel(t.Context())
	s := &source{}
	s.answer = func(a asked) (data.Frames, error) {
		if a.datasource == "slow" && s.times("slow") == 1 {
			for { // the process stops once the other KPI is done
				if run, _ := m.Run(context.Background(), 1, onlyRun(m)); run.Kpis[0].State == "succeeded" {
					break
				}
				time.Sleep(time.Millisecond)
			}
			stop()
		}
		return one(1)(a)
	}
	c := newCollector(t, w, m, s)
	run, err := c.Start(t.Context(), editor, months("2026-01", "2026-01"), TriggerManual)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Execute(ctx, 1, run.ID); !errors.Is(err, context.Canceled) {
		t.Fatalf("interrupted: %v", err)
	}
	run, err = m.Run(t.Context(), 1, run.ID)
	if err != nil || run.State != "running" || run.FinishedAt != nil {
		t.Errorf("after the interruption %s", asJSON(run))
	}
	if run, err = c.Execute(t.Context(), 1, run.ID); err != nil {
		t.Fatal(err)
	}
	expectState(t, run, "succeeded", "quick succeeded", "slow succeeded")
	if s.times("quick") != 1 || s.times("slow") != 2 || run.Progress.Done != 2 {
		t.Errorf("asked %+v, progress %+v", s.seen, run.Progress)
	}
	again, err := c.Execute(t.Context(), 1, run.ID)
	if err != nil || asJSON(again) != asJSON(run) || s.times("slow") != 2 {
		t.Errorf("a finished run was done again: %v", err)
	}
}

func onlyRun(m *memory) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	for id := range m.runs {
		return id
	}
	return ""
}

func TestAnswersTooLargeAreAskedInParts(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	w.kpi(t, "quarterly", `{"frequency":"quarter","source":{"query":{"rawSql":"revenue"}}}`)
	s := &source{answer: func(a asked) (data.Frames, error) {
		if a.to.Sub(a.from) > 100*day {
			return nil, &QueryError{TooLarge, "larger than the limit of 16 MiB"}
		}
		return one(1)(a)
	}}
	run := collect(t, newCollector(t, w, m, s), months("2025-01", "2025-12"))
	expectState(t, run, "succeeded", "quarterly succeeded", "revenue succeeded")
	want := []string{
		"quarterly germany 2025-Q1 1", "quarterly germany 2025-Q2 1", "quarterly germany 2025-Q3 1", "quarterly germany 2025-Q4 1",
		"revenue germany 2025-01 1", "revenue germany 2025-04 1", "revenue germany 2025-07 1", "revenue germany 2025-10 1",
	}
	if !slices.Equal(m.values(), want) || s.calls != 7 {
		t.Errorf("stored %q in %d calls", m.values(), s.calls)
	}
}

func TestADataSourceThatIgnoresTheRangeIsNotAskedForEver(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	w.kpi(t, "other", "")
	s := &source{answer: func(a asked) (data.Frames, error) {
		if a.sql == "revenue" {
			return nil, &QueryError{TooLarge, "larger than the limit of 16 MiB"}
		}
		return one(1)(a)
	}}
	run := collect(t, newCollector(t, w, m, s), months("2016-01", "2025-12"))
	expectState(t, run, "partial", "other succeeded", "revenue failed")
	compareErrors(t, run.Kpis[1].Errors, []string{"limit of 16 MiB"})
	if n := s.times("revenue"); n > maxDepth+2 {
		t.Errorf("asked %d times", n)
	}
}

func TestDefinitionsThatCannotBeCollected(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "a-good", "")
	w.kpi(t, "no-calendar", `{"calendar":"gone"}`)
	w.kpi(t, "no-dataset", `{"source":{"dataset":"gone","query":null}}`)
	w.kpi(t, "no-datasource", `{"source":{"system":null}}`)
	w.kpi(t, "no-system", `{"source":{"system":"gone"}}`)
	w.kpi(t, "no-unit", `{"source":{"extract":{"mode":"series","unit":null}}}`)
	run := collect(t, newCollector(t, w, m, &source{answer: one(1)}), contract.CollectionRequest{})
	expectState(t, run, "partial", "a-good succeeded", "no-calendar failed", "no-dataset failed", "no-datasource failed", "no-system failed", "no-unit failed")
	for i, want := range []string{"", `calendar "gone"`, `no Dataset "gone"`, "no data source", `no SourceSystem "gone"`, "exactly one unit"} {
		if want != "" && (len(run.Kpis[i].Errors) != 1 || !strings.Contains(run.Kpis[i].Errors[0].Message, want)) {
			t.Errorf("%s: %s", run.Kpis[i].Kpi, asJSON(run.Kpis[i].Errors))
		}
	}
}

func TestAKpiThatChangedWhileItsRunWaited(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "gone", "")
	w.kpi(t, "weekly", "")
	c := newCollector(t, w, m, &source{answer: one(1)})
	run, err := c.Start(t.Context(), editor, months("2026-01", "2026-01"), TriggerManual)
	if err != nil {
		t.Fatal(err)
	}
	delete(w.specs.Kpis, "gone")
	w.kpi(t, "weekly", `{"frequency":"week"}`)
	if run, err = c.Execute(t.Context(), 1, run.ID); err != nil {
		t.Fatal(err)
	}
	expectState(t, run, "failed", "gone failed", "weekly failed")
	compareErrors(t, run.Kpis[0].Errors, []string{"the KPI is gone"})
	compareErrors(t, run.Kpis[1].Errors, []string{"the KPI's frequency is week now"})
}

func TestAFailingStore(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	c := newCollector(t, w, m, &source{answer: one(1)})
	m.failing = retries
	run := collect(t, c, months("2026-01", "2026-01"))
	expectState(t, run, "succeeded", "revenue succeeded")
	m.failing = retries + 1
	run = collect(t, c, months("2026-01", "2026-01"))
	expectState(t, run, "failed", "revenue failed")
	compareErrors(t, run.Kpis[0].Errors, []string{"the values could not be stored: disk full"})
}

func TestPartialKpis(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	s := &source{answer: func(asked) (data.Frames, error) {
		return table(times("time", jan, jan), field[string]("unit", "germany", "Atlantis"), field[float64]("value", 1.0, 2.0)), nil
	}}
	run := collect(t, newCollector(t, w, m, s), months("2026-01", "2026-01"))
	expectState(t, run, "partial", "revenue partial")
	compareErrors(t, run.Kpis[0].Errors, []string{"Atlantis 2026-01: row 2"})
	if len(m.revisions) != 1 {
		t.Errorf("stored %q", m.values())
	}
}

func TestTargetSetsAreCollectedWithTheirKpi(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "margin", `{"source":{"type":"calculated","formula":"1"}}`)
	w.targetSet(t, "budget", `{"kpi":"margin","unit":"germany","source":{"type":"query","system":"erp","query":{"rawSql":"b"},"extract":{"mode":"series"}}}`)
	s := &source{answer: func(a asked) (data.Frames, error) {
		return table(times("t", "2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z"), field[float64]("v", 1.0, 12.0)), nil
	}}
	c := newCollector(t, w, m, s)
	run := collect(t, c, months("2026-01", "2026-02"))
	expectState(t, run, "succeeded", "margin succeeded")
	if run.Kpis[0].Dropped != 1 || !slices.Equal(m.values(), []string{"targetset/budget/target germany 2026-01 1"}) {
		t.Errorf("stored %q, run %s", m.values(), asJSON(run))
	}
	// A scheduled run reads the budget of the whole fiscal year.
	schedule := &Schedule{Definitions: w, Store: m, Now: c.Now}
	id, err := schedule.StartDue(t.Context(), 1)
	if err != nil || id == "" {
		t.Fatalf("%q, %v", id, err)
	}
	if run, err = c.Execute(t.Context(), 1, id); err != nil {
		t.Fatal(err)
	}
	expectState(t, run, "succeeded", "margin succeeded")
	if last := s.seen[len(s.seen)-1]; last.from != at("2026-01-01T00:00:00Z") || last.to != at("2026-12-31T23:59:59.999Z") {
		t.Errorf("asked for %+v", last)
	}
	if got := m.revisions[len(m.revisions)-1]; got.Period != "2026-12" || got.RecordedBy != "schedule" {
		t.Errorf("stored %s", asJSON(got))
	}
}

func TestOnlyTheUnitsAskedFor(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "revenue", "")
	s := &source{answer: func(asked) (data.Frames, error) {
		return table(times("time", jan, jan), field[string]("unit", "germany", "france"), field[float64]("value", 1.0, 2.0)), nil
	}}
	request := months("2026-01", "2026-01")
	request.Units = []string{"france"}
	run := collect(t, newCollector(t, w, m, s), request)
	expectState(t, run, "succeeded", "revenue succeeded")
	if !slices.Equal(m.values(), []string{"revenue france 2026-01 2"}) || run.Kpis[0].Dropped != 1 {
		t.Errorf("stored %q, run %s", m.values(), asJSON(run))
	}
}
