package job

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

// months answers every query with a row for each month that it asks for; all have the same value.
type months struct {
	mu    sync.Mutex
	value float64
}

func (m *months) become(value float64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.value = value
}

func (m *months) Query(
	ctx context.Context, _ int64, _ contract.DatasourceRef, from, to time.Time, queries []collection.Query,
) ([]collection.Answer, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var times []time.Time
	var values []float64
	for t := from; t.Before(to); t = t.AddDate(0, 1, 0) {
		times, values = append(times, t), append(values, m.value)
	}
	answers := make([]collection.Answer, len(queries))
	for i := range answers {
		answers[i].Frames = data.Frames{data.NewFrame("", data.NewField("time", nil, times), data.NewField("value", nil, values))}
	}
	return answers, ctx.Err()
}

// trial is a process that collects some monthly KPIs by a clock that the test moves.
type trial struct {
	*clock
	store *store.Store
	jobs  *Jobs
	asked *months
}

const clockKpi = "kpi-0000"

func beginTrial(t *testing.T, config store.Config) *trial {
	s := open(t, config)
	seed(t, s)
	w := &trial{clock: newClock(), store: s, asked: &months{value: 1}}
	logger := slog.New(slog.DiscardHandler)
	w.jobs = New(Config{Store: s, Now: w.now, Logger: logger, Tick: 50 * time.Millisecond, LeaseTime: 400 * time.Millisecond})
	collector := collection.New(collection.Config{
		Definitions: company(3), Observations: s, Runs: s, Querier: w.asked, Queue: w.jobs, Now: w.now, Logger: logger,
	})
	if err := w.jobs.Start(t.Context(), collector, company(3), ready(true)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.jobs.Stop)
	return w
}

// runs are all runs, newest first.
func (w *trial) runs(t *testing.T) []contract.Run {
	t.Helper()
	runs, _, err := w.store.Runs(t.Context(), 1, 1000, "")
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

// settled waits until so many runs have ended, and makes sure that a few more looks start none.
func (w *trial) settled(t *testing.T, what string, want int) {
	t.Helper()
	eventually(t, what, func() bool {
		ended := 0
		for _, run := range w.runs(t) {
			if collection.Finished(run) {
				ended++
			}
		}
		marks, err := w.store.Marks(t.Context(), 1)
		mark := marks[clockKpi]
		return ended == want && err == nil && !mark.Taken.IsZero() && mark.Taken.Equal(mark.Succeeded)
	})
	for range 5 {
		w.jobs.tick(t.Context())
	}
	if runs := w.runs(t); len(runs) != want || runs[0].State != "succeeded" {
		t.Fatalf("%s: %d runs, want %d; the newest %s", what, len(runs), want, runs[0].State)
	}
}

// values are what is known of the KPI's months at a time.
func (w *trial) values(t *testing.T, asOf time.Time) map[string]float64 {
	t.Helper()
	found, err := w.store.Observations(t.Context(), 1, []evaluate.Window{{Series: clockKpi}}, &asOf)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]float64{}
	for id, page := range found.Pages[clockKpi] {
		for _, cell := range page.Cell {
			values[id] = cell.Value
		}
	}
	return values
}

// once fails the test when any value of the KPI was stored twice in a row.
func (w *trial) once(t *testing.T) {
	t.Helper()
	revisions, err := w.store.Revisions(t.Context(), 1, clockKpi, "", "", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range revisions {
		key := fmt.Sprint(r.Period, " ", *r.Value)
		if seen[key] {
			t.Errorf("%s was stored twice", key)
		}
		seen[key] = true
	}
}

const year = 365 * 24 * time.Hour

// The clock jumps a year ahead and stays there, as that of a machine does that was suspended: what the schedule has missed is
// collected, once.
func TestAClockThatIsSetForward(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		w := beginTrial(t, config)
		w.settled(t, "the first run", 1)
		before := w.now()
		w.move(year)
		w.settled(t, "the run after the jump", 2)
		values := w.values(t, w.now())
		for month := before; month.Before(w.now()); month = month.AddDate(0, 1, 0) {
			if _, ok := values[month.Format("2006-01")]; !ok {
				t.Errorf("%s is missing", month.Format("2006-01"))
			}
		}
		if known := w.values(t, before); len(known) != 2 {
			t.Errorf("known before the jump: %v", known)
		}
		w.move(6 * time.Hour)
		w.settled(t, "the next refresh", 3)
		w.once(t)
	})
}

// The clock was a year ahead and is set right: the schedule goes on at its usual pace, and reads as of now see what is
// collected now, not what the future holds.
func TestAClockThatIsSetBack(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		w := beginTrial(t, config)
		w.move(year)
		w.settled(t, "the run in the future", 1)
		w.move(-year)
		w.settled(t, "the run after the jump", 2)
		w.move(time.Hour)
		w.settled(t, "nothing new is due", 2)
		w.asked.become(2)
		w.move(5 * time.Hour)
		w.settled(t, "the next refresh", 3)
		month := w.now().Format("2006-01")
		if values := w.values(t, w.now()); values[month] != 2 {
			t.Errorf("as of now %v", values)
		}
		if values := w.values(t, w.now().Add(-time.Hour)); values[month] != 1 {
			t.Errorf("as of an hour ago %v", values)
		}
		if values := w.values(t, w.now().Add(year)); len(values) != 4 {
			t.Errorf("what the future holds %v", values)
		}
		w.once(t)
	})
}

// A process dies while its clock is ahead: the run that it has left is taken up once the clock is right.
func TestALeaseFromTheFutureHoldsNobodyUp(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		seed(t, s)
		c, r := newClock(), newRunner(s)
		begin(t, s, c.now, r, definitions(0), true)
		if _, err := s.Acquire(t.Context(), leaseName(1, "left"), "dead", c.now().Add(year), time.Minute); err != nil {
			t.Fatal(err)
		}
		saveRun(t, s, "left", "running")
		eventually(t, "the run", func() bool { return r.completed() == 1 })
	})
}
