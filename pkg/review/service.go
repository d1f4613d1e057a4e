// Package review is the use case of governance: what was logged in meetings, their discipline, the calendar of reviews,
// compliance with the charter, agendas across tiers, and how intense reviewing should be.
package review

import (
	"context"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Documents gives what governance configures. resource.Engine does.
type Documents interface {
	// Governance gives the documents as they are now, or were at a time.
	Governance(ctx context.Context, f access.Filter, asOf *time.Time) (governance.Documents, error)
	// History gives every version of a resource.
	History(ctx context.Context, f access.Filter, kind, name string) (contract.History, error)
}

// Resources makes what comes out of meetings. resource.Engine does.
type Resources interface {
	// CreateMissing makes the resources of a stream that aren't there yet and leaves the others alone.
	CreateMissing(ctx context.Context, f access.Filter, stream resource.Input, options resource.WriteOptions) error
	// CreateMissingWith does the same, and writes something else in the same transaction.
	CreateMissingWith(
		ctx context.Context, f access.Filter, stream resource.Input, options resource.WriteOptions, beside func(context.Context, resource.Tx) error,
	) error
	// DeletePassing deletes those of the named resources of a kind that the schedule made for a time to come, that nobody has touched
	// and nothing refers to.
	DeletePassing(ctx context.Context, f access.Filter, kind string, names []string, options resource.WriteOptions) error
}

// Config makes a Service.
type Config struct {
	Documents Documents
	Resources Resources
	Events    EventStore
	Snapshots Snapshots
	// Scores are what prompts are found in.
	Scores Scores
	// Measurements are what intensity is measured from.
	Measurements Measurements
	Now          func() time.Time
}

// Service is the use case of governance. It is safe for concurrent use.
type Service struct {
	Config
}

// New makes a Service.
func New(config Config) *Service { return &Service{Config: config} }

// present is the instant that a question is about: the one given, else asOf, else the clock's.
func (s *Service) present(now, asOf *time.Time) time.Time {
	switch {
	case now != nil:
		return now.UTC()
	case asOf != nil:
		return asOf.UTC()
	}
	return s.Now().UTC()
}
