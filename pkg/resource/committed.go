package resource

import (
	"context"
)

// reader reads the resources of one org, within a transaction or not.
type reader interface {
	Snapshot(ctx context.Context) ([]Stored, Mark, error)
	Since(ctx context.Context, after Mark, limit int) ([]HistoryRecord, Mark, error)
	FirmReviews(ctx context.Context) ([]string, error)
}

// storeReader reads what is committed.
type storeReader struct {
	store Store
	org   int64
}

func (r storeReader) Snapshot(ctx context.Context) ([]Stored, Mark, error) {
	return r.store.Snapshot(ctx, r.org, nil)
}

func (r storeReader) Since(ctx context.Context, after Mark, limit int) ([]HistoryRecord, Mark, error) {
	return r.store.Since(ctx, r.org, after, limit)
}

func (r storeReader) FirmReviews(ctx context.Context) ([]string, error) {
	return r.store.FirmReviews(ctx, r.org)
}

// fewestChanges are read as changes whatever the size of the org.
const fewestChanges = 100

// committed is the org's state as the reader sees it. Of what is known already (nil for nothing) only what was written since is
// read, unless that is more than there is in all, or the store isn't ahead of what is known: then it is another one, such as a
// restored copy.
func committed(ctx context.Context, known *state, from reader) (*state, error) {
	if known != nil {
		limit := max(fewestChanges, known.size())
		records, mark, err := from.Since(ctx, known.mark, limit)
		switch {
		case err != nil:
			return nil, err
		case mark.Definitions == known.mark.Definitions && len(records) == 0:
			return known.observed(mark), nil
		case mark.Definitions > known.mark.Definitions && 0 < len(records) && len(records) < limit:
			return known.advanced(records, mark)
		}
	}
	all, mark, err := from.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	next, err := newState(all, mark, known)
	if err != nil {
		return nil, err
	}
	next.dependencies = &dependencies{}
	if known != nil {
		next.dependencies = known.dependencies
	}
	return next, nil
}
