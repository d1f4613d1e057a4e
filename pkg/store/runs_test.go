package store

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

func TestRuns(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		ctx := t.Context()
		for i := range 5 {
			// Two runs share an instant.
			run := contract.Run{ID: fmt.Sprintf("run-%d", i), CreatedAt: at(i / 2).Format(time.RFC3339Nano), State: "queued"}
			if err := s.SaveRun(ctx, 1, run); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.RequestCancel(ctx, 1, "run-2"); err != nil {
			t.Fatal(err)
		}
		message := "stopped\x00"
		saved := contract.Run{ID: "run-2", CreatedAt: at(1).Format(time.RFC3339Nano), State: "cancelled", Message: &message,
			Kpis: []contract.RunKpi{{Kpi: "revenue", State: "failed", Observations: 3}}}
		if err := s.SaveRun(ctx, 1, saved); err != nil {
			t.Fatal(err)
		}
		if run := must(s.Run(ctx, 1, "run-2"))(t); !reflect.DeepEqual(run, saved) {
			t.Errorf("run %+v, want %+v", run, saved)
		}
		if !must(s.CancelRequested(ctx, 1, "run-2"))(t) || must(s.CancelRequested(ctx, 1, "run-3"))(t) {
			t.Error("a request to cancel is not kept with its run")
		}

		var ids []string
		cursor := ""
		for range 4 {
			runs, next, err := s.Runs(ctx, 1, 2, cursor)
			if err != nil {
				t.Fatal(err)
			}
			for _, run := range runs {
				ids = append(ids, run.ID)
			}
			if cursor = next; cursor == "" {
				break
			}
		}
		if want := []string{"run-4", "run-3", "run-2", "run-1", "run-0"}; !reflect.DeepEqual(ids, want) {
			t.Errorf("runs %v, want %v", ids, want)
		}

		if _, err := s.Run(ctx, 2, "run-2"); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("run of another org: %v", err)
		}
		if err := s.RequestCancel(ctx, 1, "none"); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("cancel an unknown run: %v", err)
		}
		if _, _, err := s.Runs(ctx, 1, 2, "none"); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("list from an unknown cursor: %v", err)
		}
		if err := s.SaveRun(ctx, 1, contract.Run{ID: "x", CreatedAt: "yesterday"}); err == nil {
			t.Error("a run without a time was saved")
		}
	})
}

func TestForgetRuns(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		for i, state := range []string{"running", "succeeded", "failed", "succeeded", "cancelled"} {
			run := contract.Run{ID: fmt.Sprint("run-", i), State: state, CreatedAt: at(i).Format(time.RFC3339Nano)}
			for _, org := range []int64{1, 2} {
				if err := s.SaveRun(ctx, org, run); err != nil {
					t.Fatal(err)
				}
			}
		}
		left := func(org int64) (ids []string) {
			runs, _, err := s.Runs(ctx, org, 10, "")
			if err != nil {
				t.Fatal(err)
			}
			for _, run := range runs {
				ids = append(ids, run.ID)
			}
			return ids
		}
		for _, step := range []struct {
			before, keep int
			want         []string
		}{
			{3, 3, []string{"run-4", "run-3", "run-2", "run-0"}}, // the third newest is old, and kept
			{3, 0, []string{"run-4", "run-3", "run-0"}},          // what is running is kept
			{9, 1, []string{"run-4", "run-0"}},
		} {
			if err := s.ForgetRuns(ctx, 1, at(step.before), step.keep); err != nil {
				t.Fatal(err)
			}
			if got := left(1); !reflect.DeepEqual(got, step.want) {
				t.Errorf("before %d, keeping %d: %v, want %v", step.before, step.keep, got, step.want)
			}
		}
		if got := left(2); len(got) != 5 {
			t.Errorf("another org has %v", got)
		}
	})
}
