package job

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// collectWorker executes one run.
type collectWorker struct {
	river.WorkerDefaults[collectArgs]
	jobs *Jobs
}

// Work implements river.Worker.
func (w *collectWorker) Work(ctx context.Context, job *river.Job[collectArgs]) error {
	if err := w.jobs.room.Acquire(ctx, 1); err != nil {
		return err
	}
	defer w.jobs.room.Release(1)
	err := w.jobs.collect(ctx, job.Args.Org, job.Args.Run)
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
