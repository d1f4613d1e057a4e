// Package followup is the use case of what reviews leave behind: the register of actions and decisions, decisions on trial,
// calendar feeds, and what waits for one person.
package followup

import (
	"context"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

// Documents gives what governance configures. resource.Engine does.
type Documents interface {
	// Governance gives the documents as they are now, or were at a time.
	Governance(ctx context.Context, f access.Filter, asOf *time.Time) (governance.Documents, error)
	// History gives every version of a resource, newest first.
	History(ctx context.Context, f access.Filter, kind, name string) (contract.History, error)
}

// Series gives a KPI over time. scorecard.Service does.
type Series interface {
	Series(ctx context.Context, f access.Filter, query scorecard.SeriesQuery) (contract.Series, error)
}

// Observations reads the newest revisions of series. store.Store does.
type Observations interface {
	Observations(ctx context.Context, org int64, windows []evaluate.Window, asOf *time.Time) (*evaluate.Observations, error)
}

// Config makes a Service.
type Config struct {
	Documents Documents
	Series    Series
	// Observations tells what was measured of KPIs that somebody looks after.
	Observations Observations
	Runs         Runs
	FeedTokens   FeedStore
	Work         WorkStore
	// People tells whom Grafana knows; without it nobody is looked up.
	People Directory
	// Teams tells what the caller does as a member of a team; without it nobody is in any.
	Teams   Teams
	Reviews Reviews
	Reports Reports
	// Scores tells which KPIs are off track.
	Scores Scores
	Now    func() time.Time
}

// Service is the use case of follow-up. It is safe for concurrent use.
type Service struct {
	Config
	people *people
	teams  *teams
}

// New makes a Service.
func New(config Config) *Service {
	return &Service{Config: config, people: newPeople(config.People, config.Now), teams: newTeams(config.Teams, config.Now)}
}

// Moment is what a question is about: as of when it asks, and which instant is its present.
type Moment struct {
	// Now is the present; AsOf, else the clock's, when nil.
	Now *time.Time
	// AsOf restricts what is known to what was known then; everything when nil.
	AsOf *time.Time
}

// present is the instant that a question is about.
func (s *Service) present(m Moment) time.Time {
	switch {
	case m.Now != nil:
		return m.Now.UTC()
	case m.AsOf != nil:
		return m.AsOf.UTC()
	}
	return s.Now().UTC()
}

// entries works out the whole register of what the caller may see.
func (s *Service) entries(ctx context.Context, f access.Filter, m Moment) (governance.Documents, []governance.Entry, error) {
	documents, err := s.Documents.Governance(ctx, f, m.AsOf)
	if err != nil {
		return documents, nil, err
	}
	return documents, governance.Register(documents, s.present(m), s.people.known(ctx, f.Org(), owners(documents))), nil
}
