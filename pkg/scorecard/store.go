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
}
