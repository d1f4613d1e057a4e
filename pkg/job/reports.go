package job

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// ReportWork is what is done for reports in the background. report.Service does it.
type ReportWork interface {
	// Tick freezes what is due in an org.
	Tick(ctx context.Context, org int64) error
	// Deliver sends an org's frozen reports to whom they are due. It takes as long as the slowest server that it sends to.
	Deliver(ctx context.Context, org int64) error
	// MakeBatch brings a batch of files to its end, or does nothing when it has come there.
	MakeBatch(ctx context.Context, org int64, id string) error
	// UnfinishedBatches lists the batches that have not come to their end.
	UnfinishedBatches(ctx context.Context, org int64) ([]string, error)
}

// Reports has the background work of reports done from now on; it is called before Start.
func (j *Jobs) Reports(work ReportWork) { j.reports = work }

// EnqueueBatch implements report.Queue: the batch begins at once. Should it be interrupted, the next look at unfinished batches
// takes it up, in this process or another.
func (j *Jobs) EnqueueBatch(_ context.Context, org int64, id string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.queue == nil {
		return errNotStarted
	}
	j.beginBatch(org, id)
	return nil
}

// beginBatch makes a batch unless somebody is at it.
func (j *Jobs) beginBatch(org int64, id string) {
	j.running.Go(func() {
		ctx, cancel := context.WithTimeout(j.ctx, longestRun)
		defer cancel()
		_, err := j.withLease(ctx, fmt.Sprintf("batch/%d/%s", org, id), func(ctx context.Context) error {
			return j.reports.MakeBatch(ctx, org, id)
		})
		if err != nil && j.ctx.Err() == nil && !errors.Is(err, resource.ErrNotFound) {
			j.Logger.Warn("a batch of reports was interrupted and is tried again", "org", org, "batch", id, "error", err)
		}
	})
}

// watchReports looks for what is due until its context ends: apart from collection, which must not wait for a mail server.
func (j *Jobs) watchReports(ctx context.Context) {
	ticker := time.NewTicker(j.Tick)
	defer ticker.Stop()
	last := ""
	for {
		problem := ""
		if err := j.reportsOfEachOrg(ctx); err != nil && ctx.Err() == nil {
			problem = err.Error()
		}
		if problem != "" && problem != last {
			j.Logger.Error("what is due of reports could not be done", "error", problem)
		}
		last = problem
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (j *Jobs) reportsOfEachOrg(ctx context.Context) error {
	orgs, err := j.Store.Orgs(ctx)
	if err != nil {
		return err
	}
	var problems []error
	for _, org := range orgs {
		problems = append(problems, j.dueReports(ctx, org))
	}
	return errors.Join(problems...)
}

// dueReports takes up the org's unfinished batches, freezes what is due and begins to deliver.
func (j *Jobs) dueReports(ctx context.Context, org int64) error {
	batches, err := j.reports.UnfinishedBatches(ctx, org)
	if err != nil {
		return err
	}
	for _, id := range batches {
		j.beginBatch(org, id)
	}
	_, err = j.withLease(ctx, fmt.Sprintf("reports/%d", org), func(ctx context.Context) error { return j.reports.Tick(ctx, org) })
	j.beginDeliveries(org)
	return err
}

// beginDeliveries has an org's reports delivered unless somebody is at it: beside everything else, since a mail server that hangs
// must hold up no freeze and no other org.
func (j *Jobs) beginDeliveries(org int64) {
	j.running.Go(func() {
		_, err := j.withLease(j.ctx, fmt.Sprintf("deliveries/%d", org), func(ctx context.Context) error {
			return j.reports.Deliver(ctx, org)
		})
		if err != nil && j.ctx.Err() == nil {
			j.Logger.Warn("reports could not be delivered and are tried again", "org", org, "error", err)
		}
	})
}
