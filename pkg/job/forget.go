package job

import (
	"context"
	"time"
)

const (
	// runsKeptFor is for how long finished runs are kept at least; runsKept is how many of the newest always are.
	runsKeptFor = 90 * 24 * time.Hour
	runsKept    = 100
	// forgetEvery is how often old runs are looked for.
	forgetEvery = time.Hour
)

// forgetOldRuns deletes the records of old runs, once in a while. What they have collected stays.
func (j *Jobs) forgetOldRuns(ctx context.Context, org int64) error {
	j.mu.Lock()
	last, looked := j.forgotten[org]
	due := !looked || time.Since(last) >= forgetEvery // monotonic: a clock that is set back or forth doesn't matter
	if due {
		j.forgotten[org] = time.Now()
	}
	j.mu.Unlock()
	if !due {
		return nil
	}
	return j.Store.ForgetRuns(ctx, org, j.Now().Add(-runsKeptFor), runsKept)
}
