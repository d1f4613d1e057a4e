package store

import (
	"reflect"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func queuedRun(id string, createdAt time.Time) contract.Run {
	return contract.Run{ID: id, State: "queued", CreatedAt: createdAt.Format(time.RFC3339Nano)}
}

func TestDueIsTakenOnce(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		ctx := t.Context()
		if marks := must(s.Marks(ctx, 1))(t); len(marks) != 0 {
			t.Errorf("marks of an empty store: %v", marks)
		}
		// Several processes read the same marks and take the same KPIs.
		before := map[string]collection.Mark{"revenue": {}, "orders": {}}
		var winners atomic.Int32
		var all sync.WaitGroup
		for i := range 6 {
			all.Go(func() {
				taken, err := s.TakeDue(ctx, 1, queuedRun(string(rune('a'+i)), at(1)), at(1), before)
				if err != nil {
					t.Error(err)
				}
				if taken {
					winners.Add(1)
				}
			})
		}
		all.Wait()
		if ids := must(s.UnfinishedRuns(ctx, 1))(t); winners.Load() != 1 || len(ids) != 1 {
			t.Fatalf("%d of them took the KPIs and saved %v", winners.Load(), ids)
		}
		// Whoever has not seen that gets none of a set, whoever has gets it.
		stale := map[string]collection.Mark{"revenue": {}, "new": {}}
		if must(s.TakeDue(ctx, 1, queuedRun("x", at(2)), at(2), stale))(t) {
			t.Error("a KPI was taken on what was known before")
		}
		marks := must(s.Marks(ctx, 1))(t)
		if want := (map[string]collection.Mark{"revenue": {Taken: at(1)}, "orders": {Taken: at(1)}}); !reflect.DeepEqual(marks, want) {
			t.Errorf("marks %v, want %v", marks, want)
		}
		if err := s.MarkSucceeded(ctx, 1, []string{"revenue"}, at(1)); err != nil {
			t.Fatal(err)
		}
		if !must(s.TakeDue(ctx, 1, queuedRun("y", at(3)), at(3), must(s.Marks(ctx, 1))(t)))(t) {
			t.Error("marks that are current were refused")
		}
		if err := s.MarkSucceeded(ctx, 1, []string{"revenue", "unknown"}, at(0)); err != nil { // a late, older success
			t.Fatal(err)
		}
		marks = must(s.Marks(ctx, 1))(t)
		if want := (map[string]collection.Mark{"revenue": {Taken: at(3), Succeeded: at(1)}, "orders": {Taken: at(3)}}); !reflect.DeepEqual(marks, want) {
			t.Errorf("marks %v, want %v", marks, want)
		}
		if marks := must(s.Marks(ctx, 2))(t); len(marks) != 0 {
			t.Errorf("another org sees %v", marks)
		}
	})
}

func TestUnfinishedRuns(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		ctx := t.Context()
		for id, state := range map[string]string{"b": "queued", "a": "running", "c": "partial", "d": "cancelled"} {
			run := queuedRun(id, at(int(id[0])-'a'))
			run.State = state
			if err := s.SaveRun(ctx, 1, run); err != nil {
				t.Fatal(err)
			}
		}
		if ids := must(s.UnfinishedRuns(ctx, 1))(t); !reflect.DeepEqual(ids, []string{"a", "b"}) {
			t.Errorf("unfinished %v", ids)
		}
		run := queuedRun("a", at(0))
		run.State = "succeeded"
		if err := s.SaveRun(ctx, 1, run); err != nil {
			t.Fatal(err)
		}
		if ids := must(s.UnfinishedRuns(ctx, 1))(t); !reflect.DeepEqual(ids, []string{"b"}) {
			t.Errorf("unfinished %v", ids)
		}
	})
}

func TestLeases(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		ctx := t.Context()
		expect := func(what string, got, want bool) {
			t.Helper()
			if got != want {
				t.Errorf("%s: %v", what, got)
			}
		}
		expect("free", must(s.Acquire(ctx, "run", "a", at(0), time.Hour))(t), true)
		expect("held by another", must(s.Acquire(ctx, "run", "b", at(0), time.Hour))(t), false)
		expect("renewed", must(s.Acquire(ctx, "run", "a", at(0), 2*time.Hour))(t), true)
		expect("leased", must(s.Leased(ctx, "run", at(1)))(t), true)
		expect("run out", must(s.Leased(ctx, "run", at(2)))(t), false)
		expect("taken over", must(s.Acquire(ctx, "run", "b", at(2), time.Hour))(t), true)
		if err := s.Release(ctx, "run", "a"); err != nil { // it isn't a's any more
			t.Fatal(err)
		}
		expect("still b's", must(s.Leased(ctx, "run", at(2)))(t), true)
		if err := s.Release(ctx, "run", "b"); err != nil {
			t.Fatal(err)
		}
		expect("released", must(s.Leased(ctx, "run", at(2)))(t), false)
		expect("free again", must(s.Acquire(ctx, "run", "c", at(2), time.Hour))(t), true)
		if err := s.ReleaseAll(ctx); err != nil {
			t.Fatal(err)
		}
		expect("all released", must(s.Acquire(ctx, "run", "d", at(2), time.Hour))(t), true)
	})
}
