package collection

import (
	"context"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

const (
	// maxUnstored bounds the values that wait to be stored, so that memory doesn't grow with what a run brings.
	maxUnstored = 50_000
	// maxTogether is how many values one transaction takes of several calls; those of one call are never parted.
	maxTogether = 20_000
	// gatherTime is how long a transaction waits for what further calls bring.
	gatherTime = 120 * time.Millisecond
)

// recorder stores what calls bring while further calls are on their way. Calls that end soon after one another share a
// transaction: making it durable is what takes time.
type recorder struct {
	x       *execution
	room    *semaphore.Weighted
	batches chan *batch
	// last is closed when the last calls are on their way: what has come until then is stored while they are.
	last     chan struct{}
	finished sync.WaitGroup
	// revisions is room for those of one transaction after another.
	revisions []Revision
	ids       periodIDs
}

// newRecorder starts to store; end waits until everything is stored.
func (x *execution) newRecorder(ctx context.Context) *recorder {
	r := &recorder{x: x, room: semaphore.NewWeighted(maxUnstored), batches: make(chan *batch, 2*defaultBatchSize), last: make(chan struct{}), ids: periodIDs{}}
	r.finished.Go(func() {
		for first := range r.batches {
			r.store(ctx, r.together(first))
		}
	})
	return r
}

func (r *recorder) end() {
	close(r.batches)
	r.finished.Wait()
}

// add extracts the answers of one call and has their values stored. When the run stops first they are forgotten: who goes on
// with it asks again.
func (r *recorder) add(ctx context.Context, outcomes []outcome) {
	b := &batch{now: r.x.Now(), parts: make([]part, 0, len(outcomes))}
	for _, o := range outcomes {
		for _, reader := range o.query.readers {
			result, err := extract(o.frames, reader.item, reader.first, reader.last, b.now)
			if err != nil {
				r.x.progress.failReader(reader, err.Error())
				continue
			}
			b.add(reader, o.query.digest, result)
		}
	}
	if r.room.Acquire(ctx, b.weight()) == nil {
		r.batches <- b
	}
}

// together adds to a batch those that come soon after it.
func (r *recorder) together(first *batch) []*batch {
	group, rows := []*batch{first}, first.rows()
	enough := time.NewTimer(gatherTime)
	defer enough.Stop()
	for rows < maxTogether {
		select {
		case next, open := <-r.batches:
			if !open {
				return group
			}
			group, rows = append(group, next), rows+next.rows()
		case <-r.last:
			return group
		case <-enough.C:
			return group
		}
	}
	return group
}

// store records batches in one transaction and reports what became of each. What can't be stored together is tried once alone,
// so that no call fails for another.
func (r *recorder) store(ctx context.Context, group []*batch) {
	rows := 0
	for _, b := range group {
		rows += b.rows()
	}
	revisions := slices.Grow(r.revisions[:0], rows)
	for _, b := range group {
		revisions = b.appendRevisions(revisions, r.x.progress, r.ids)
		defer r.room.Release(b.weight())
	}
	r.revisions = revisions
	stored, err := r.x.store(ctx, revisions)
	if ctx.Err() != nil && err != nil {
		return
	}
	at := 0
	for _, b := range group {
		own, failure := []bool(nil), err
		switch {
		case err == nil && len(stored) > 0:
			own = stored[at : at+b.rows()]
		case err != nil && len(group) > 1:
			own, failure = r.x.Observations.Record(ctx, r.x.org, revisions[at:at+b.rows()])
		}
		if failure != nil && ctx.Err() != nil {
			return
		}
		at += b.rows()
		b.report(r.x.progress, own, failure)
	}
}
