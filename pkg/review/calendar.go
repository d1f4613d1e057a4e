package review

import (
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const (
	// calendarMonths is how far a calendar reaches to both sides of now when it isn't said.
	calendarMonths = 6
	// longestRange is how many years a calendar spans at most.
	longestRange = 5
	// defaultPreview is how many occurrences a preview gives.
	defaultPreview = 5
	// unsaved stands for the name of a series that has none yet.
	unsaved = "unsaved-series"
)

// Types of events that tell what became of a review, and who was there.
var (
	courseTypes     = []string{"open", "close"}
	attendanceTypes = []string{"open", "close", "attendance"}
)

// RangeQuery asks about a time. Absent instants: see who asks; everything known, and the present.
type RangeQuery struct {
	// Name is the charter that is asked about; empty in questions about all reviews.
	Name                string
	From, To, AsOf, Now *time.Time
}

// Calendar lists the occurrences of all series in a range, those of the 12 months around now when it isn't said.
// *evaluate.InvalidError when the range is empty or longer than five years.
func (s *Service) Calendar(ctx context.Context, f access.Filter, q RangeQuery) (contract.ReviewCalendar, error) {
	now := s.present(q.Now, q.AsOf)
	from, to, err := q.within(now.AddDate(0, -calendarMonths, 0), now.AddDate(0, calendarMonths, 0))
	if err != nil {
		return contract.ReviewCalendar{}, err
	}
	_, planner, err := s.planning(ctx, f, q.AsOf, now, courseTypes)
	if err != nil {
		return contract.ReviewCalendar{}, err
	}
	return planner.Calendar(from, to), nil
}

// Preview gives the next occurrences of an unsaved series, as they would be beside those that there are; it writes nothing.
// *resource.InvalidError with everything that is wrong with its recurrence.
func (s *Service) Preview(ctx context.Context, f access.Filter, request contract.SeriesPreviewRequest) (contract.SeriesPreview, error) {
	if err := f.Require(access.Editor, "previewing a series"); err != nil {
		return contract.SeriesPreview{}, err
	}
	now := s.present(nil, nil)
	var problems []contract.ProblemItem
	if request.Now != nil {
		given, err := time.Parse(time.RFC3339, *request.Now)
		if err != nil {
			problems = append(problems, contract.ProblemItem{Path: "/now", Message: "is no instant such as 2026-03-31T12:00:00Z"})
		}
		now = given.UTC()
	}
	_, wrong := governance.NewRecurrence(request.Series.Recurrence, nil)
	for _, p := range wrong {
		problems = append(problems, contract.ProblemItem{Path: "/series/recurrence" + p.Path, Message: p.Said.Message, Said: p.Said})
	}
	if len(problems) > 0 {
		return contract.SeriesPreview{}, &resource.InvalidError{Problems: problems}
	}
	documents, logs, err := s.logged(ctx, f, nil, courseTypes)
	if err != nil {
		return contract.SeriesPreview{}, err
	}
	name, count := unsaved, defaultPreview
	if request.Name != nil {
		name = *request.Name
	}
	if request.Count != nil {
		count = int(*request.Count)
	}
	documents.Series = maps.Clone(documents.Series)
	documents.Series[name] = request.Series
	planner := governance.NewPlanner(documents, logs, now)
	return contract.SeriesPreview{Now: contract.InstantText(now), Items: planner.Next(name, count)}, nil
}

// within is the range that is asked for, each end as given or else as by default. Where only one is given the other one is as far
// away as in the default.
func (q RangeQuery) within(from, to time.Time) (time.Time, time.Time, error) {
	length := to.Sub(from)
	switch {
	case q.From != nil && q.To != nil:
		from, to = *q.From, *q.To
	case q.From != nil:
		from, to = *q.From, q.From.Add(length)
	case q.To != nil:
		from, to = q.To.Add(-length), *q.To
	}
	if to.After(governance.LastInstant) {
		to = governance.LastInstant
	}
	if !from.Before(to) {
		return from, to, &evaluate.InvalidError{Field: "to", Message: fmt.Sprintf("must be after from, %s", contract.InstantText(from))}
	}
	if to.After(from.AddDate(longestRange, 0, 0)) {
		return from, to, &evaluate.InvalidError{Field: "to", Message: fmt.Sprintf("must be at most %d years after from, %s", longestRange, contract.InstantText(from))}
	}
	return from, to, nil
}

// planner plans by what the caller may see, and by events of some types.
func (s *Service) planner(ctx context.Context, f access.Filter, now time.Time, types []string) (*governance.Planner, error) {
	_, planner, err := s.planning(ctx, f, nil, now, types)
	return planner, err
}

// planning is planner as things were known at a time, nil for now, with the documents that it plans by.
func (s *Service) planning(
	ctx context.Context, f access.Filter, asOf *time.Time, now time.Time, types []string,
) (governance.Documents, *governance.Planner, error) {
	documents, logs, err := s.logged(ctx, f, asOf, types)
	if err != nil {
		return documents, nil, err
	}
	return documents, governance.NewPlanner(documents, logs, now), nil
}

// logged gives the documents that the caller may see, and the events of some types by their reviews, as known at a time.
func (s *Service) logged(
	ctx context.Context, f access.Filter, asOf *time.Time, types []string,
) (governance.Documents, map[string][]governance.Event, error) {
	documents, err := s.Documents.Governance(ctx, f, asOf)
	if err != nil {
		return documents, nil, err
	}
	stored, err := s.Events.EventsOfTypes(ctx, f.Org(), types)
	if err != nil {
		return documents, nil, err
	}
	logs := map[string][]governance.Event{}
	for _, e := range stored {
		if asOf != nil && e.ReceivedAt.After(*asOf) {
			continue
		}
		event, err := readEvent(e)
		if err != nil {
			return documents, nil, err
		}
		logs[e.Review] = append(logs[e.Review], event)
	}
	return documents, logs, nil
}
