package review

import (
	"context"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// SeriesQuery asks about the meetings of a series that were planned to start in [From, To). Absent: all, everything known, the
// present.
type SeriesQuery struct {
	Series    string
	From, To  *time.Time
	AsOf, Now *time.Time
}

// SeriesDiscipline says how the meetings of a series keep to their plan, over time. *evaluate.NotFoundError when there is no such
// series, *evaluate.InvalidError when the range ends before it begins.
func (s *Service) SeriesDiscipline(ctx context.Context, f access.Filter, q SeriesQuery) (contract.SeriesDiscipline, error) {
	documents, err := s.Documents.Governance(ctx, f, q.AsOf)
	if err != nil {
		return contract.SeriesDiscipline{}, err
	}
	series, known := documents.Series[q.Series]
	if !known {
		return contract.SeriesDiscipline{}, &evaluate.NotFoundError{Kind: "ReviewSeries", Name: q.Series}
	}
	if q.From != nil && q.To != nil && q.To.Before(*q.From) {
		return contract.SeriesDiscipline{}, &evaluate.InvalidError{Field: "to", Message: "the range ends before it begins"}
	}
	names := []string{}
	for name, review := range documents.Reviews {
		if review.Series == q.Series {
			names = append(names, name)
		}
	}
	meetings, err := s.meetings(ctx, f, documents, names, MeetingQuery{AsOf: q.AsOf, Now: q.Now})
	if err != nil {
		return contract.SeriesDiscipline{}, err
	}
	input := governance.SeriesMeetings{Name: q.Series, Series: series, From: q.From, To: q.To}
	logs := map[string][]governance.Event{}
	for name, meeting := range meetings {
		input.Meetings = append(input.Meetings, meeting)
		logs[name] = meeting.Events
	}
	planner := governance.NewPlanner(documents, logs, s.present(q.Now, q.AsOf))
	input.Plan(planner, s.present(q.Now, q.AsOf))
	return governance.SeriesDisciplineOf(input), nil
}
