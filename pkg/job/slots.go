package job

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
)

// Slots limits the calls to a data source across all processes that share the store; nil where this process is alone with
// it, since then collection's own limit is enough.
func (j *Jobs) Slots() collection.Slots {
	if j.Store.Pool() == nil {
		return nil
	}
	return leasedSlots{j}
}

// leasedSlots takes a lease for every slot.
type leasedSlots struct{ jobs *Jobs }

// slotPause is about how long a taken slot is looked at again.
const slotPause = 50 * time.Millisecond

// Acquire implements collection.Slots.
func (s leasedSlots) Acquire(ctx context.Context, org int64, datasource string, slots int) (func(), error) {
	holder := uuid.NewString()
	for {
		first := rand.IntN(slots)
		for i := range slots {
			name := fmt.Sprintf("slot/%d/%s/%d", org, datasource, (first+i)%slots)
			held, err := s.jobs.Store.Acquire(ctx, name, holder, s.jobs.Now(), s.jobs.LeaseTime)
			if err != nil {
				return nil, err
			}
			if held {
				return s.hold(ctx, name, holder), nil
			}
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(slotPause + rand.N(slotPause)):
		}
	}
}

// hold renews a slot until it is released.
func (s leasedSlots) hold(ctx context.Context, name, holder string) (release func()) {
	held, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	renewed := make(chan struct{})
	go func() {
		defer close(renewed)
		s.jobs.renew(held, name, holder, cancel)
	}()
	return func() {
		cancel(context.Canceled)
		<-renewed
		s.jobs.release(ctx, name, holder)
	}
}
