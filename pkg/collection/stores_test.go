package collection

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Definitions implements Definitions for the world.
func (w *world) Definitions(context.Context, access.Filter, *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error) {
	return w.specs, evaluate.Versions{Data: 1, Definitions: 1}, nil, nil
}

// Sources implements Definitions.
func (w *world) Sources(context.Context, access.Filter) (map[string]contract.SourceSystemSpec, map[string]contract.DatasetSpec, error) {
	return w.systems, w.datasets, nil
}

// memory keeps observations, runs and the schedule.
type memory struct {
	mu        sync.Mutex
	revisions []Revision
	batches   int
	failing   int // how many of the next calls of Record fail
	runs      map[string]contract.Run
	cancel    map[string]bool
	marks     map[string]Mark
}

func newMemory() *memory {
	return &memory{runs: map[string]contract.Run{}, cancel: map[string]bool{}, marks: map[string]Mark{}}
}

func (m *memory) Record(_ context.Context, _ int64, revisions []Revision) ([]bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failing > 0 {
		m.failing--
		return nil, errors.New("disk full")
	}
	m.batches++
	stored := make([]bool, len(revisions))
	for i, r := range revisions {
		newest, ok := m.newest(r.Series, r.Unit, r.Period)
		if ok && math.Abs(newest.Value-r.Value) <= 1e-12*math.Abs(r.Value) {
			continue
		}
		m.revisions = append(m.revisions, r)
		stored[i] = true
	}
	return stored, nil
}

func (m *memory) Revisions(
	_ context.Context, _ int64, series, unit, from, to string, _ *time.Time,
) ([]contract.Observation, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var found []contract.Observation
	for _, r := range slices.Backward(m.revisions) {
		if r.Series == series && (unit == "" || r.Unit == unit) && r.Period >= from && (to == "" || r.Period <= to) {
			found = append(found, contract.Observation{
				Unit: r.Unit, Period: r.Period, Value: &r.Value, RecordedBy: r.RecordedBy, Outcome: r.Outcome,
			})
		}
	}
	return found, nil
}

func (m *memory) newest(series, unit, period string) (Revision, bool) {
	for _, r := range slices.Backward(m.revisions) {
		if r.Series == series && r.Unit == unit && r.Period == period {
			return r, true
		}
	}
	return Revision{}, false
}

// values lists everything stored as "series unit period value", sorted.
func (m *memory) values() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []string
	for _, r := range m.revisions {
		all = append(all, fmt.Sprintf("%s %s %s %v", r.Series, r.Unit, r.Period, r.Value))
	}
	slices.Sort(all)
	return all
}

func (m *memory) SaveRun(_ context.Context, _ int64, run contract.Run) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.runs[run.ID] = run
	return nil
}

func (m *memory) Run(_ context.Context, _ int64, id string) (contract.Run, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	run, ok := m.runs[id]
	if !ok {
		return run, resource.ErrNotFound
	}
	return run, nil
}

func (m *memory) Runs(context.Context, int64, int, string) ([]contract.Run, string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []contract.Run
	for _, run := range m.runs {
		all = append(all, run)
	}
	return all, "", nil
}

func (m *memory) RequestCancel(_ context.Context, _ int64, id string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.cancel[id] = true
	return nil
}

func (m *memory) CancelRequested(_ context.Context, _ int64, id string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.cancel[id], nil
}

func (m *memory) Enqueue(context.Context, int64, string) error { return nil }

func (m *memory) Marks(context.Context, int64) (map[string]Mark, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	marks := map[string]Mark{}
	for kpi, mark := range m.marks {
		marks[kpi] = mark
	}
	return marks, nil
}

func (m *memory) TakeDue(_ context.Context, _ int64, run contract.Run, at time.Time, before map[string]Mark) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for kpi, mark := range before {
		if !m.marks[kpi].Taken.Equal(mark.Taken) {
			return false, nil
		}
	}
	for kpi := range before {
		m.marks[kpi] = Mark{Taken: at, Succeeded: m.marks[kpi].Succeeded}
	}
	m.runs[run.ID] = run
	return true, nil
}

func (m *memory) MarkSucceeded(_ context.Context, _ int64, kpis []string, at time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, kpi := range kpis {
		m.marks[kpi] = Mark{Taken: m.marks[kpi].Taken, Succeeded: at}
	}
	return nil
}

// asked is one query that the data source saw.
type asked struct {
	datasource string
	sql        string
	from, to   time.Time
	among      int // queries of the same call
}

// source is a data source that answers by function.
type source struct {
	answer func(asked) (data.Frames, error)
	// whole, when it gives an error, fails the whole call.
	whole func(queries []asked) error

	mu      sync.Mutex
	seen    []asked
	calls   int
	now     map[string]int // calls at this moment, by data source
	busiest map[string]int
}

func (s *source) Query(
	ctx context.Context, _ int64, ds contract.DatasourceRef, from, to time.Time, queries []Query,
) ([]Answer, error) {
	all := make([]asked, len(queries))
	for i, q := range queries {
		var model struct{ RawSQL string }
		if err := json.Unmarshal(q.Model, &model); err != nil {
			return nil, err
		}
		all[i] = asked{ds.Uid, model.RawSQL, from.UTC(), to.UTC(), len(queries)}
	}
	s.enter(ds.Uid, all)
	defer s.leave(ds.Uid)
	if s.whole != nil {
		if err := s.whole(all); err != nil {
			return nil, err
		}
	}
	answers := make([]Answer, len(queries))
	for i, a := range all {
		answers[i].Frames, answers[i].Err = s.answer(a)
	}
	return answers, ctx.Err()
}

func (s *source) enter(uid string, all []asked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.now == nil {
		s.now, s.busiest = map[string]int{}, map[string]int{}
	}
	s.calls++
	s.seen = append(s.seen, all...)
	s.now[uid]++
	s.busiest[uid] = max(s.busiest[uid], s.now[uid])
}

func (s *source) leave(uid string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now[uid]--
}

// times counts how often a query was asked.
func (s *source) times(sql string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, a := range s.seen {
		if a.sql == sql {
			n++
		}
	}
	return n
}

// one answers with one row: germany in the month of from + 10 days.
func one(value float64) func(asked) (data.Frames, error) {
	return func(a asked) (data.Frames, error) {
		return table(data.NewField("time", nil, []time.Time{a.from.Add(10 * day)}),
			data.NewField("unit", nil, []string{"germany"}), data.NewField("value", nil, []float64{value})), nil
	}
}

var quick = Waits{
	Retry: time.Millisecond, Busy: time.Millisecond, BusyMax: 2 * time.Millisecond, BusyTotal: 50 * time.Millisecond,
	Cancel: time.Millisecond, Save: time.Millisecond,
}

// now is the tests' time.
const now = "2026-03-15T12:00:00Z"

func newCollector(t testing.TB, w *world, m *memory, s Querier) *Collector {
	t.Helper()
	return New(Config{
		Definitions: w, Observations: m, Runs: m, Querier: s, Queue: m, Now: func() time.Time { return at(now) },
		Logger: slog.New(slog.DiscardHandler), Waits: &quick,
	})
}

var editor = access.For(access.Caller{Org: 1, Login: "ed", Role: access.Editor})

// collect starts and executes a run.
func collect(t testing.TB, c *Collector, request contract.CollectionRequest) contract.Run {
	t.Helper()
	run, err := c.Start(t.Context(), editor, request, TriggerManual)
	if err != nil {
		t.Fatal(err)
	}
	if run, err = c.Execute(t.Context(), 1, run.ID); err != nil {
		t.Fatal(err)
	}
	return run
}

func months(from, to string) contract.CollectionRequest {
	return contract.CollectionRequest{From: &contract.PeriodText{String: &from}, To: &contract.PeriodText{String: &to}}
}

func expectState(t testing.TB, run contract.Run, state string, kpis ...string) {
	t.Helper()
	var got []string
	for _, k := range run.Kpis {
		got = append(got, k.Kpi+" "+k.State)
	}
	if run.State != state || !slices.Equal(got, kpis) {
		t.Errorf("run is %s with %v, want %s with %v\n%s", run.State, got, state, kpis, asJSON(run))
	}
}

// newNaN answers with a value that JSON can't carry.
func newNaN() func(asked) (data.Frames, error) { return one(math.NaN()) }
