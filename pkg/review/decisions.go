package review

import (
	"context"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// DecisionsQuery asks for the decisions made in [From, To). Empty names restrict nothing.
type DecisionsQuery struct {
	From, To       time.Time
	Scorecard, Kpi string
}

// Decisions lists what was decided, oldest first.
func (s *Service) Decisions(ctx context.Context, f access.Filter, query DecisionsQuery) ([]governance.Decided, error) {
	documents, err := s.Documents.Governance(ctx, f, nil)
	if err != nil {
		return nil, err
	}
	decided := governance.DecidedBetween(documents, query.From, query.To)
	return slices.DeleteFunc(decided, func(d governance.Decided) bool {
		return query.Scorecard != "" && !slices.Contains(d.Scorecards, query.Scorecard) || query.Kpi != "" && !d.Concerns(query.Kpi)
	}), nil
}
