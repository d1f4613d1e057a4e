package job

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// collectWorker executes one run.
type collectWorker struct {
	river.WorkerDefaults[collectArgs]
	jobs *Jobs
}

// Work implements river.Worker. It leaves a run alone that another process works on.
func (w *collectWorker) Work(ctx context.Context, job *river.Job[collectArgs]) error {
	org, id := job.Args.Org, job.Args.Run
	_, err := w.jobs.withLease(ctx, leaseName(org, id), func(ctx context.Context) error {
		before, err := w.jobs.Store.Run(ctx, org, id)
		if err != nil || collection.Finished(before) {
			return err
		}
		run, err := w.jobs.runner.Execute(ctx, org, id)
		if err != nil {
			return err
		}
		w.jobs.Logger.Info("collected", "org", org, "run", id, "state", run.State, "kpis", len(run.Kpis))
		return w.jobs.schedule.Settle(ctx, org, run)
	})
	if errors.Is(err, resource.ErrNotFound) {
		return river.JobCancel(err)
	}
	return err
}

// Timeout implements river.Worker.
func (w *collectWorker) Timeout(*river.Job[collectArgs]) time.Duration { return longestRun }

// NextRetry implements river.Worker: soon, and never less often than once a minute.
func (w *collectWorker) NextRetry(job *river.Job[collectArgs]) time.Time {
	return time.Now().Add(min(time.Minute, time.Second<<min(job.Attempt-1, 6)))
}
