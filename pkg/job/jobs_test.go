package job

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

func TestMain(m *testing.M) {
	if url := os.Getenv(processVariable); url != "" {
		if err := collectUntilKilled(url); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	pgtest.Main(m)
}

// onBothEngines runs a test on an empty store of each engine.
func onBothEngines(t *testing.T, test func(t *testing.T, config store.Config)) {
	t.Run(store.SQLite, func(t *testing.T) { test(t, store.Config{DataPath: t.TempDir()}) })
	t.Run(store.Postgres, func(t *testing.T) { test(t, store.Config{DatabaseURL: pgtest.URL(t)}) })
}

func open(t *testing.T, config store.Config) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// definitions are some monthly KPIs with a query.
type definitions int

func (n definitions) Definitions(context.Context, access.Filter, *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error) {
	d := evaluate.Definitions{
		Calendars: map[string]contract.CalendarSpec{"utc": {TimeZone: "UTC"}},
		Units:     map[string]contract.OrgUnitSpec{"acme": {}},
		Kpis:      map[string]contract.KpiSpec{},
	}
	for i := range int(n) {
		d.Kpis[fmt.Sprintf("kpi-%03d", i)] = contract.KpiSpec{
			Calendar: "utc", Frequency: "month", Source: contract.KpiSource{Type: "query"},
		}
	}
	return d, evaluate.Versions{Data: 1, Definitions: 1}, nil, nil
}

func (definitions) Sources(context.Context, access.Filter) (map[string]contract.SourceSystemSpec, map[string]contract.DatasetSpec, error) {
	return nil, nil, nil
}

// runner executes runs by marking every KPI as succeeded.
type runner struct {
	store *store.Store
	// before, when set, is called first; an error fails the attempt.
	before func(ctx context.Context, id string) error

	mu   sync.Mutex
	done map[string]int // completed executions by run
	kpis map[string]int // and by KPI
	now  map[string]int
	twin bool // whether one run was ever executed twice at a time
}

func newRunner(s *store.Store) *runner {
	return &runner{store: s, done: map[string]int{}, kpis: map[string]int{}, now: map[string]int{}}
}

func (r *runner) Execute(ctx context.Context, org int64, id string) (contract.Run, error) {
	run, err := r.store.Run(ctx, org, id)
	if err != nil || collection.Finished(run) {
		return run, err
	}
	r.enter(id, 1)
	defer r.enter(id, -1)
	run.State = "running"
	if err := r.store.SaveRun(ctx, org, run); err != nil {
		return run, err
	}
	if r.before != nil {
		if err := r.before(ctx, id); err != nil {
			return run, err
		}
	}
	if err := ctx.Err(); err != nil {
		return run, err
	}
	for i := range run.Kpis {
		run.Kpis[i].State = "succeeded"
	}
	run.State = "succeeded"
	if err := r.store.SaveRun(ctx, org, run); err != nil {
		return run, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done[id]++
	for _, kpi := range run.Kpis {
		r.kpis[kpi.Kpi]++
	}
	return run, nil
}

func (r *runner) enter(id string, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now[id] += n
	r.twin = r.twin || r.now[id] > 1
}

func (r *runner) completed() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for _, times := range r.done {
		n += times
	}
	return n
}

type ready bool

func (r ready) Ready(int64) bool { return bool(r) }

// clock is a time that tests set.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func newClock() *clock { return &clock{t: time.Date(2026, 3, 15, 12, 30, 0, 0, time.UTC)} }

// begin starts the jobs of one process; its leases run out quickly.
func begin(t *testing.T, s *store.Store, now func() time.Time, r Runner, d collection.Definitions, credentials ready) *Jobs {
	t.Helper()
	j := New(Config{Store: s, Now: now, Logger: slog.New(slog.DiscardHandler), Tick: 100 * time.Millisecond, LeaseTime: 400 * time.Millisecond})
	if err := j.Start(t.Context(), r, d, credentials); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(j.Stop)
	return j
}

func eventually(t *testing.T, what string, condition func() bool) {
	t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for !condition() {
		if time.Now().After(deadline) {
			t.Fatalf("not in time: %s", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// seed makes the org known to the store, as its first resource does.
func seed(t *testing.T, s *store.Store) {
	t.Helper()
	err := s.Update(t.Context(), 1, func(tx resource.Tx) error {
		return tx.Put(t.Context(), resource.HistoryRecord{Action: "created", Stored: resource.Stored{
			Kind: "OrgUnit", Name: "acme", Version: 1, Document: []byte(`{}`), ManagedBy: "api",
		}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func saveRun(t *testing.T, s *store.Store, id, state string) {
	t.Helper()
	err := s.SaveRun(t.Context(), 1, contract.Run{
		ID: id, State: state, Trigger: "manual", CreatedAt: time.Now().UTC().Format(time.RFC3339Nano), Kpis: []contract.RunKpi{},
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestQueuedRunsAreExecuted(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		r := newRunner(s)
		j := begin(t, s, time.Now, r, definitions(0), true)
		for i := range 20 {
			id := fmt.Sprint("run-", i)
			saveRun(t, s, id, "queued")
			for range 2 { // asked twice, done once
				if err := j.Enqueue(t.Context(), 1, id); err != nil {
					t.Fatal(err)
				}
			}
		}
		started := time.Now()
		eventually(t, "20 runs", func() bool { return r.completed() >= 20 })
		if wait := time.Since(started); wait > 10*time.Second {
			t.Errorf("20 runs took %s", wait)
		}
		j.Stop()
		if r.completed() != 20 || r.twin {
			t.Errorf("%d executions, two at a time: %v", r.completed(), r.twin)
		}
	})
}

func TestAFailedAttemptIsRepeated(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		r := newRunner(s)
		attempts := 0
		r.before = func(context.Context, string) error {
			if attempts++; attempts < 3 {
				return errors.New("the store is out of reach")
			}
			return nil
		}
		j := begin(t, s, time.Now, r, definitions(0), true)
		saveRun(t, s, "run", "queued")
		if err := j.Enqueue(t.Context(), 1, "run"); err != nil {
			t.Fatal(err)
		}
		eventually(t, "the third attempt", func() bool { return r.completed() == 1 })
	})
}

func TestAnUnknownRunIsForgotten(t *testing.T) {
	s := open(t, store.Config{DataPath: t.TempDir()})
	r := newRunner(s)
	j := begin(t, s, time.Now, r, definitions(0), true)
	if err := j.Enqueue(t.Context(), 1, "none"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "its job is over", func() bool {
		var open int
		err := s.DB().QueryRow(`SELECT COUNT(*) FROM river_job WHERE kind = 'collect' AND finalized_at IS NULL`).Scan(&open)
		return err == nil && open == 0
	})
}

// A process that dies leaves runs that are queued or running; the next one takes them up, with nobody asking.
func TestUnfinishedRunsAreTakenUp(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		seed(t, s)
		saveRun(t, s, "never-queued", "queued")
		saveRun(t, s, "left-running", "running")
		saveRun(t, s, "finished", "succeeded")
		// The dead process held a lease and its job is still marked as running.
		if _, err := s.Acquire(t.Context(), leaseName(1, "left-running"), "dead", time.Now(), 300*time.Millisecond); err != nil {
			t.Fatal(err)
		}
		r := newRunner(s)
		begin(t, s, time.Now, r, definitions(0), false)
		eventually(t, "both runs", func() bool { return r.completed() == 2 })
		if r.done["finished"] != 0 || r.twin {
			t.Errorf("executed %v", r.done)
		}
	})
}

// A process that stops hands its runs to the next one.
func TestStopInterruptsAndTheNextProcessGoesOn(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		seed(t, s)
		first := newRunner(s)
		entered := make(chan struct{}, 10)
		first.before = func(ctx context.Context, _ string) error {
			entered <- struct{}{}
			<-ctx.Done()
			return ctx.Err()
		}
		j := begin(t, s, time.Now, first, definitions(0), true)
		saveRun(t, s, "run", "queued")
		if err := j.Enqueue(t.Context(), 1, "run"); err != nil {
			t.Fatal(err)
		}
		<-entered
		j.Stop()
		if err := j.Enqueue(t.Context(), 1, "run"); !errors.Is(err, errNotStarted) {
			t.Errorf("queued after the end: %v", err)
		}
		second := newRunner(s)
		begin(t, s, time.Now, second, definitions(0), true)
		eventually(t, "the run", func() bool { return second.completed() == 1 })
		if first.completed() != 0 {
			t.Error("the first process went on")
		}
	})
}

func TestWhatIsDueIsStarted(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		seed(t, s)
		c, r := newClock(), newRunner(s)
		j := begin(t, s, c.now, r, definitions(3), true)
		eventually(t, "the first run", func() bool { return r.completed() == 1 })
		settled := func() bool {
			marks, err := s.Marks(t.Context(), 1)
			return err == nil && len(marks) == 3 && marks["kpi-000"].Succeeded.Equal(marks["kpi-000"].Taken)
		}
		eventually(t, "the first run is settled", settled)
		status := j.Status(t.Context(), 1)
		if !status.Ok || status.LastRun == nil || status.NextDue == nil || *status.NextDue != "2026-03-15T18:00:00Z" {
			t.Errorf("status %+v next %v", status, status.NextDue)
		}
		for range 5 {
			j.tick(t.Context())
		}
		if n := r.completed(); n != 1 {
			t.Errorf("%d runs where nothing new is due", n)
		}
		c.move(6 * time.Hour)
		eventually(t, "the refresh", func() bool { return r.completed() == 2 && settled() })
	})
}

func TestOldRunsAreForgotten(t *testing.T) {
	s := open(t, store.Config{DataPath: t.TempDir()})
	seed(t, s)
	for i := range runsKept + 3 {
		saveRun(t, s, fmt.Sprintf("run-%03d", i), "succeeded")
	}
	c := &clock{t: time.Now()}
	begin(t, s, c.now, newRunner(s), definitions(0), true).tick(t.Context())
	count := func() int {
		runs, _, err := s.Runs(t.Context(), 1, 2*runsKept, "")
		if err != nil {
			t.Fatal(err)
		}
		return len(runs)
	}
	if n := count(); n != runsKept+3 {
		t.Fatalf("%d of today's runs are left", n)
	}
	c.move(runsKeptFor + time.Hour)
	begin(t, s, c.now, newRunner(s), definitions(0), true).tick(t.Context())
	eventually(t, "old runs are forgotten", func() bool { return count() == runsKept })
}

// A run that panics is an attempt that failed; the process goes on.
func TestAPanicIsAFailedAttempt(t *testing.T) {
	s := open(t, store.Config{DataPath: t.TempDir()})
	r := newRunner(s)
	var once sync.Once
	r.before = func(context.Context, string) error {
		once.Do(func() { panic("a fault of ours") })
		return nil
	}
	j := begin(t, s, time.Now, r, definitions(0), true)
	saveRun(t, s, "run", "queued")
	if err := j.Enqueue(t.Context(), 1, "run"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the second attempt", func() bool { return r.completed() == 1 })
}

func TestWithoutCredentialsNothingIsScheduled(t *testing.T) {
	s := open(t, store.Config{DataPath: t.TempDir()})
	seed(t, s)
	r := newRunner(s)
	j := begin(t, s, newClock().now, r, definitions(1), false)
	j.tick(t.Context())
	runs, _, err := s.Runs(t.Context(), 1, 10, "")
	if err != nil || len(runs) != 0 {
		t.Errorf("runs %v, %v", runs, err)
	}
	if status := j.Status(t.Context(), 1); status.Ok || status.NextDue == nil || status.LastRun != nil {
		t.Errorf("status %+v", status)
	}
}

// Several processes on one PostgreSQL, of which one fails in the middle of the run: every due KPI is collected once.
func TestSeveralProcessesCollectWhatIsDueOnce(t *testing.T) {
	config := store.Config{DatabaseURL: pgtest.URL(t)}
	var all []*runner
	var processes []*Jobs
	var fault sync.Once
	c := newClock()
	seed(t, open(t, config))
	for range 3 {
		s := open(t, config)
		r := newRunner(s)
		r.before = func(ctx context.Context, _ string) (err error) {
			fault.Do(func() { err = errors.New("out of memory") })
			return err
		}
		all = append(all, r)
		processes = append(processes, begin(t, s, c.now, r, definitions(200), true))
	}
	total := func() (runs int) {
		for _, r := range all {
			runs += r.completed()
		}
		return runs
	}
	eventually(t, "the run", func() bool { return total() >= 1 })
	for _, j := range processes { // nothing more is due for anybody
		j.tick(t.Context())
		if left, err := j.Store.UnfinishedRuns(t.Context(), 1); err != nil || len(left) > 0 {
			t.Errorf("unfinished %v, %v", left, err)
		}
	}
	kpis := map[string]int{}
	for _, r := range all {
		r.mu.Lock()
		for kpi, n := range r.kpis {
			kpis[kpi] += n
		}
		if r.twin {
			t.Error("one run was executed twice at a time")
		}
		r.mu.Unlock()
	}
	if len(kpis) != 200 || total() != 1 {
		t.Errorf("%d KPIs in %d runs", len(kpis), total())
	}
	for kpi, n := range kpis {
		if n != 1 {
			t.Errorf("%s was collected %d times", kpi, n)
		}
	}
}

func TestALostLeaseEndsTheWork(t *testing.T) {
	s := open(t, store.Config{DataPath: t.TempDir()})
	j := New(Config{Store: s, Now: time.Now, Logger: slog.New(slog.DiscardHandler), LeaseTime: 200 * time.Millisecond})
	held, err := j.withLease(t.Context(), "x", func(ctx context.Context) error {
		if held, err := j.withLease(ctx, "x", func(context.Context) error { return nil }); held || err != nil {
			t.Errorf("held twice: %v, %v", held, err)
		}
		if err := s.ReleaseAll(ctx); err != nil {
			return err
		}
		if ok, err := s.Acquire(ctx, "x", "other", time.Now(), time.Minute); !ok || err != nil {
			return fmt.Errorf("%v %w", ok, err)
		}
		<-ctx.Done()
		return context.Cause(ctx)
	})
	if !held || !errors.Is(err, errLeaseLost) {
		t.Errorf("%v, %v", held, err)
	}
	if held, err := j.withLease(t.Context(), "x", func(context.Context) error { return nil }); held || err != nil {
		t.Errorf("taken from its new holder: %v, %v", held, err)
	}
}

// The calls to one data source stay within its slots over two processes.
func TestSlotsHoldAcrossProcesses(t *testing.T) {
	config := store.Config{DatabaseURL: pgtest.URL(t)}
	var mu sync.Mutex
	now, busiest, calls := 0, 0, 0
	enter := func(n int) {
		mu.Lock()
		defer mu.Unlock()
		now += n
		busiest = max(busiest, now)
		calls += max(n, 0)
	}
	var all sync.WaitGroup
	for range 2 {
		j := New(Config{Store: open(t, config), Now: time.Now, Logger: slog.New(slog.DiscardHandler)})
		slots := j.Slots()
		for range 4 {
			all.Go(func() {
				for range 5 {
					release, err := slots.Acquire(t.Context(), 1, "erp", 2)
					if err != nil {
						t.Error(err)
						return
					}
					enter(1)
					time.Sleep(time.Millisecond) // so that calls overlap if they may
					enter(-1)
					release()
				}
			})
		}
	}
	all.Wait()
	if busiest > 2 || calls != 40 {
		t.Errorf("%d calls, %d at a time", calls, busiest)
	}
	ctx, cancel := context.WithCancel(t.Context())
	j := New(Config{Store: open(t, config), Now: time.Now, Logger: slog.New(slog.DiscardHandler)})
	release, err := j.Slots().Acquire(ctx, 1, "erp", 1)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	cancel()
	if _, err := j.Slots().Acquire(ctx, 1, "erp", 1); !errors.Is(err, context.Canceled) {
		t.Errorf("waited for a slot: %v", err)
	}
}

func TestAloneThereIsNothingToShare(t *testing.T) {
	j := New(Config{Store: open(t, store.Config{DataPath: t.TempDir()}), Now: time.Now})
	if slots := j.Slots(); slots != nil {
		t.Errorf("slots %v", slots)
	}
}
