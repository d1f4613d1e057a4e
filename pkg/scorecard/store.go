package scorecard

import (
	"context"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// ObservationReader reads what was observed.
type ObservationReader interface {
	// Observations loads the newest revisions in the windows, in a number of SQL statements that does not grow with them.
	// With asOf it answers with what was known then: revisions with collectedAt ≤ asOf.
	Observations(ctx context.Context, org int64, windows []evaluate.Window, asOf *time.Time) (*evaluate.Observations, error)
	// Revisions lists every revision of one series, newest first. unit "" means all; from and to are period ids, both
	// included, "" for open.
	Revisions(ctx context.Context, org int64, series, unit, from, to string, asOf *time.Time) ([]contract.Observation, error)
	// RevisionPart lists a part of the revisions of one series, newest first, and tells whether there are more after it. It
	// holds no more than the part in memory.
	RevisionPart(ctx context.Context, org int64, part RevisionPart) (revisions []contract.Observation, more bool, err error)
}

// RevisionPart is a part of the revisions of one series.
type RevisionPart struct {
	Series string
	// Unit "" means all; From and To are period ids, both included, "" for open.
	Unit, From, To string
	AsOf           *time.Time
	// Sees tells of which units revisions are listed; nil of all.
	Sees func(unit string) bool
	// Skip is how many of them come before the part, Limit how many it has at most.
	Skip, Limit int
}
