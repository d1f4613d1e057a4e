package collection

import (
	"context"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Revision is one value of a series at a unit and period, with where it came from.
// A series is a KPI's name, or what evaluate.TargetSeries names.
type Revision struct {
	Series      string
	Unit        string
	Period      string
	Value       float64
	Outcome     string // pass, warn or quarantine
	CollectedAt time.Time
	RecordedBy  string
	Source      contract.ObservationSource
	Note        string
}

// ObservationStore appends revisions and tells what was recorded before. Nothing is overwritten.
type ObservationStore interface {
	// Record appends the revisions in one transaction and bumps the data version. A value that equals the newest revision
	// within 1e-12 relative, with the same outcome, is not a revision. It returns which rows were stored.
	Record(ctx context.Context, org int64, revisions []Revision) (stored []bool, err error)
	// Revisions lists every revision of one series, newest first. unit "" means all; from and to are period ids, both
	// included, "" for open.
	Revisions(ctx context.Context, org int64, series, unit, from, to string, asOf *time.Time) ([]contract.Observation, error)
}

// RunStore keeps collection runs.
type RunStore interface {
	// SaveRun creates or replaces the run's record.
	SaveRun(ctx context.Context, org int64, run contract.Run) error
	// Run returns one run; resource.ErrNotFound when there is none.
	Run(ctx context.Context, org int64, id string) (contract.Run, error)
	// Runs lists runs, newest first. cursor is the id after which to go on, "" for the start; next is "" at the end.
	Runs(ctx context.Context, org int64, limit int, cursor string) (runs []contract.Run, next string, err error)
	// RequestCancel marks a run as to be cancelled; resource.ErrNotFound when there is none.
	RequestCancel(ctx context.Context, org int64, id string) error
	// CancelRequested reports whether the run is to be cancelled.
	CancelRequested(ctx context.Context, org int64, id string) (bool, error)
}

// Mark is what the schedule remembers of a KPI.
type Mark struct {
	// Taken is when a scheduled run last included the KPI; zero when none has.
	Taken time.Time
	// Succeeded is when the last scheduled run that brought values of it was planned; zero when none has.
	Succeeded time.Time
}

// ScheduleStore remembers what scheduled runs have taken, so that each due time takes effect once.
type ScheduleStore interface {
	// Marks returns the mark of every KPI that has one.
	Marks(ctx context.Context, org int64) (map[string]Mark, error)
	// TakeDue saves the run and marks its KPIs as taken at a time, in one transaction. before holds their marks as they were
	// read: when another process has taken one of them since, nothing is written and taken is false.
	TakeDue(ctx context.Context, org int64, run contract.Run, at time.Time, before map[string]Mark) (taken bool, err error)
	// MarkSucceeded notes that a scheduled run planned at a time brought values of the KPIs.
	MarkSucceeded(ctx context.Context, org int64, kpis []string, at time.Time) error
}
