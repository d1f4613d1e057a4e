package collection

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

// fussy is a store that refuses every batch with a value of the series, and holds the first one until others wait.
type fussy struct {
	*memory
	series string
	hold   chan struct{}
	once   sync.Once
}

func (s *fussy) Record(ctx context.Context, org int64, revisions []Revision) ([]bool, error) {
	s.once.Do(func() { <-s.hold })
	for _, r := range revisions {
		if r.Series == s.series {
			return nil, errors.New("refused")
		}
	}
	return s.memory.Record(ctx, org, revisions)
}

func TestCallsThatWaitShareATransactionAndNoFailure(t *testing.T) {
	const kpis = 6 * defaultBatchSize
	w, m := newWorld(), newMemory()
	for i := range kpis {
		w.kpi(t, fmt.Sprintf("kpi-%02d", i), "")
	}
	s := &source{answer: one(1)}
	store := &fussy{memory: m, series: "kpi-25", hold: make(chan struct{})}
	var calls atomic.Int64
	s.whole = func([]asked) error {
		if calls.Add(1) == kpis/defaultBatchSize { // the last call: all before it wait
			close(store.hold)
		}
		return nil
	}
	c := newCollector(t, w, m, s)
	c.Observations = store
	run := collect(t, c, months("2026-01", "2026-01"))
	failed := 0
	for _, kpi := range run.Kpis {
		if kpi.State == stateFailed {
			failed++
		}
	}
	if failed != defaultBatchSize || len(m.revisions) != kpis-defaultBatchSize {
		t.Errorf("%d KPIs failed with the one that can't be stored, %d values were stored", failed, len(m.revisions))
	}
	if run.Progress.Done != kpis {
		t.Errorf("%d of %d KPIs are done", run.Progress.Done, kpis)
	}
}
