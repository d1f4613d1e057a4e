package job

import (
	"context"
)

// Cadence makes what meetings need ahead of time. review.Service does.
type Cadence interface {
	// MakeAhead makes the reviews of an org that start soon and aren't there yet; what is there stays as it is.
	MakeAhead(ctx context.Context, org int64) error
}

// Reviews has reviews made ahead from now on; it is called before Start.
func (j *Jobs) Reviews(cadence Cadence) { j.cadence = cadence }

// makeAhead makes the reviews of an org that start soon.
func (j *Jobs) makeAhead(ctx context.Context, org int64) error {
	if j.cadence == nil {
		return nil
	}
	return j.cadence.MakeAhead(ctx, org)
}
