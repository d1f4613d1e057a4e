// Package review is the use case of governance: what was logged in meetings, their discipline, the calendar of reviews,
// compliance with the charter, agendas across tiers, and how intense reviewing should be.
package review

import (
	"context"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// Documents gives what governance configures. resource.Engine does.
type Documents interface {
	// Governance gives the documents as they are now, or were at a time.
	Governance(ctx context.Context, f access.Filter, asOf *time.Time) (governance.Documents, error)
}

// Config makes a Service.
type Config struct {
	Documents Documents
	Events    EventStore
	Now       func() time.Time
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
