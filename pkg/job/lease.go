package job

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/google/uuid"
)

// Leases make sure that one process at a time does a thing. The store keeps them, so they hold across processes.
type Leases interface {
	// Acquire takes a lease, or renews it, until now + ttl. It is false while another holder has it.
	Acquire(ctx context.Context, name, holder string, now time.Time, ttl time.Duration) (bool, error)
	// Release gives a lease back if the holder has it.
	Release(ctx context.Context, name, holder string) error
	// Leased reports whether anybody holds the lease.
	Leased(ctx context.Context, name string, now time.Time) (bool, error)
	// ReleaseAll forgets every lease.
	ReleaseAll(ctx context.Context) error
}

func leaseName(org int64, run string) string { return fmt.Sprintf("run/%d/%s", org, run) }

// errLeaseLost is the cause of a context whose lease another process has taken.
var errLeaseLost = errors.New("another process has taken over")

// withLease runs fn while it holds the lease. held is false when another process has it. fn's context ends when the lease
// is lost, which happens to a process that could not renew it in time.
func (j *Jobs) withLease(ctx context.Context, name string, fn func(context.Context) error) (held bool, err error) {
	holder := uuid.NewString() // two jobs of this process are as different as those of two
	held, err = j.Store.Acquire(ctx, name, holder, j.Now(), j.LeaseTime)
	if err != nil || !held {
		return held, err
	}
	leased, cancel := context.WithCancelCause(ctx)
	renewed := make(chan struct{})
	go func() {
		defer close(renewed)
		j.renew(leased, name, holder, cancel)
	}()
	err = unbroken(func() error { return fn(leased) })
	cancel(context.Canceled)
	<-renewed
	j.release(ctx, name, holder)
	return true, err
}

// unbroken makes an error of a panic: the lease of who panicked is given back, and the attempt is one that failed.
func unbroken(fn func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("panic: %v\n%s", fault, debug.Stack())
		}
	}()
	return fn()
}

// release gives a lease back, even when ctx has ended.
func (j *Jobs) release(ctx context.Context, name, holder string) {
	last, done := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer done()
	if err := j.Store.Release(last, name, holder); err != nil {
		j.Logger.Warn("a lease runs out by itself", "lease", name, "error", err)
	}
}

// renew keeps a lease until its context ends, or ends it when the lease can't be kept.
func (j *Jobs) renew(ctx context.Context, name, holder string, cancel context.CancelCauseFunc) {
	ticker := time.NewTicker(j.LeaseTime / 4)
	defer ticker.Stop()
	kept := time.Now() // monotonic: a clock that is set back or forth doesn't matter
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		held, err := j.Store.Acquire(ctx, name, holder, j.Now(), j.LeaseTime)
		switch {
		case ctx.Err() != nil:
			return
		case err == nil && held:
			kept = time.Now()
		case err == nil || time.Since(kept) >= j.LeaseTime:
			cancel(errLeaseLost)
			return
		}
	}
}
