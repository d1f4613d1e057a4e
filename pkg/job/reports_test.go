package job

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

// batches are files to be made, shared by processes as the store shares them.
type batches struct {
	mu sync.Mutex
	// open are those to be made, made how often each was.
	open map[string]bool
	made map[string]int
	// running are those at work; twin is whether one was made twice at a time.
	running map[string]int
	twin    bool
	ticks   int
	// postmen are those on their way, who come back when hanging is closed; nil lets them come back at once.
	postmen int
	hanging chan struct{}
	// fail fails the next so many attempts.
	fail int
}

func newBatches(ids ...string) *batches {
	b := &batches{open: map[string]bool{}, made: map[string]int{}, running: map[string]int{}}
	for _, id := range ids {
		b.open[id] = true
	}
	return b
}

func (b *batches) Tick(context.Context, int64) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ticks++
	return nil
}

func (b *batches) Deliver(ctx context.Context, _ int64) error {
	b.mu.Lock()
	b.postmen++
	b.mu.Unlock()
	if b.hanging == nil {
		return nil
	}
	select {
	case <-ctx.Done():
	case <-b.hanging:
	}
	return context.Cause(ctx)
}

func (b *batches) UnfinishedBatches(context.Context, int64) ([]string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var ids []string
	for id := range b.open {
		ids = append(ids, id)
	}
	return ids, nil
}

func (b *batches) MakeBatch(_ context.Context, _ int64, id string) error {
	if !b.enter(id) {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.running[id]--
	if b.fail > 0 {
		b.fail--
		return errors.New("the store is out of reach")
	}
	delete(b.open, id)
	b.made[id]++
	return nil
}

func (b *batches) enter(id string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.open[id] {
		return false
	}
	b.running[id]++
	b.twin = b.twin || b.running[id] > 1
	return true
}

func (b *batches) done(n int) func() bool {
	return func() bool {
		b.mu.Lock()
		defer b.mu.Unlock()
		return len(b.open) == 0 && len(b.made) == n && b.ticks > 0
	}
}

func beginReports(t *testing.T, s *store.Store, b *batches) *Jobs {
	t.Helper()
	j := New(Config{Store: s, Now: time.Now, Logger: slog.New(slog.DiscardHandler), Tick: 50 * time.Millisecond, LeaseTime: 400 * time.Millisecond})
	j.Reports(b)
	if err := j.Start(t.Context(), newRunner(s), definitions(0), ready(true)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(j.Stop)
	return j
}

func TestBatchesAreMadeOnceByManyProcesses(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		seed(t, s)
		b := newBatches("left-behind", "another")
		b.fail = 2
		first, second := beginReports(t, s, b), beginReports(t, s, b)
		for _, j := range []*Jobs{first, second} {
			if err := j.EnqueueBatch(t.Context(), 1, "another"); err != nil {
				t.Fatal(err)
			}
		}
		eventually(t, "both batches", b.done(2))
		first.Stop()
		second.Stop()
		if b.made["left-behind"] != 1 || b.made["another"] != 1 || b.twin {
			t.Errorf("made %v, two at a time: %v", b.made, b.twin)
		}
	})
}

func TestAMailServerThatHangsHoldsUpNothing(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config store.Config) {
		s := open(t, config)
		seed(t, s)
		b := newBatches()
		b.hanging = make(chan struct{})
		beginReports(t, s, b)
		beginReports(t, s, b)
		eventually(t, "looks at what is due", func() bool {
			b.mu.Lock()
			defer b.mu.Unlock()
			return b.ticks >= 10
		})
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.postmen != 1 {
			t.Errorf("%d processes deliver at a time", b.postmen)
		}
		close(b.hanging)
	})
}

func TestABatchWaitsForTheStart(t *testing.T) {
	j := New(Config{Store: open(t, store.Config{DataPath: t.TempDir()}), Now: time.Now, Logger: slog.New(slog.DiscardHandler)})
	j.Reports(newBatches())
	if err := j.EnqueueBatch(t.Context(), 1, "early"); !errors.Is(err, errNotStarted) {
		t.Error(err)
	}
}
