package review

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// MeetingQuery asks about one review. Absent instants: everything known, the present.
type MeetingQuery struct {
	Review    string
	AsOf, Now *time.Time
}

// meetings gives the meetings of the named reviews with what was logged of them. Events that came in after
// asOf, or happened after an explicit now, are left out.
func (s *Service) meetings(
	ctx context.Context, f access.Filter, documents governance.Documents, names []string, q MeetingQuery,
) (map[string]governance.Meeting, error) {
	stored, err := s.Events.Events(ctx, f.Org(), names)
	if err != nil {
		return nil, err
	}
	events := map[string][]governance.Event{}
	for _, e := range stored {
		if q.AsOf != nil && e.ReceivedAt.After(*q.AsOf) || q.Now != nil && e.At.After(*q.Now) {
			continue
		}
		event, err := readEvent(e)
		if err != nil {
			return nil, err
		}
		events[e.Review] = append(events[e.Review], event)
	}
	meetings := make(map[string]governance.Meeting, len(names))
	for _, name := range names {
		if review, ok := documents.Reviews[name]; ok {
			meetings[name] = governance.MeetingOf(documents, name, review, events[name])
		}
	}
	return meetings, nil
}

// readEvent reads a stored event.
func readEvent(e Event) (governance.Event, error) {
	event := governance.Event{At: e.At, Actor: e.Actor}
	if err := json.Unmarshal(e.Body, &event.ReviewEvent); err != nil {
		return event, fmt.Errorf("event %s of the review %s: %w", e.ID, e.Review, err)
	}
	return event, nil
}

// meeting gives one meeting. *evaluate.NotFoundError when there is no such review.
func (s *Service) meeting(ctx context.Context, f access.Filter, q MeetingQuery) (governance.Meeting, governance.Documents, error) {
	documents, err := s.Documents.Governance(ctx, f, q.AsOf)
	if err != nil {
		return governance.Meeting{}, documents, err
	}
	if _, known := documents.Reviews[q.Review]; !known {
		return governance.Meeting{}, documents, &evaluate.NotFoundError{Kind: "Review", Name: q.Review}
	}
	meetings, err := s.meetings(ctx, f, documents, []string{q.Review}, q)
	return meetings[q.Review], documents, err
}

// Discipline says how a meeting kept to its plan.
func (s *Service) Discipline(ctx context.Context, f access.Filter, q MeetingQuery) (contract.Discipline, error) {
	meeting, _, err := s.meeting(ctx, f, q)
	if err != nil {
		return contract.Discipline{}, err
	}
	return governance.DisciplineOf(meeting), nil
}

// pulseAnswers are fields that the log doesn't tell: what each person answered is theirs, and only means are shown.
var pulseAnswers = []string{"heard", "evidence", "clear"}

// Log is everything that was logged of a review, in the order of time; events as they were sent, with who sent them and when
// they arrived, but for the answers to the pulse.
type Log struct {
	Review string           `json:"review"`
	Items  []map[string]any `json:"items"`
}

// Log gives the log of a review. *evaluate.NotFoundError when there is no such review.
func (s *Service) Log(ctx context.Context, f access.Filter, q MeetingQuery) (Log, error) {
	documents, err := s.Documents.Governance(ctx, f, q.AsOf)
	if err != nil {
		return Log{}, err
	}
	if _, known := documents.Reviews[q.Review]; !known {
		return Log{}, &evaluate.NotFoundError{Kind: "Review", Name: q.Review}
	}
	stored, err := s.Events.Events(ctx, f.Org(), []string{q.Review})
	if err != nil {
		return Log{}, err
	}
	log := Log{Review: q.Review, Items: []map[string]any{}}
	for _, e := range stored {
		if q.AsOf != nil && e.ReceivedAt.After(*q.AsOf) {
			continue
		}
		var item map[string]any
		if err := json.Unmarshal(e.Body, &item); err != nil {
			return log, fmt.Errorf("event %s of the review %s: %w", e.ID, e.Review, err)
		}
		for _, answer := range pulseAnswers {
			delete(item, answer)
		}
		maps.Copy(item, map[string]any{"actor": e.Actor, "receivedAt": contract.InstantText(e.ReceivedAt)})
		log.Items = append(log.Items, item)
	}
	return log, nil
}

// Statuses implements resource.StatusProvider for reviews: what their logs make of them, by one query for all.
func (s *Service) Statuses(ctx context.Context, f access.Filter, _ string, names []string) (map[string]map[string]any, error) {
	documents, planner, err := s.planning(ctx, f, nil, s.present(nil, nil), courseTypes)
	if err != nil {
		return nil, err
	}
	meetings, err := s.meetings(ctx, f, documents, names, MeetingQuery{})
	if err != nil {
		return nil, err
	}
	results := governance.ResultsOf(documents)
	courses := planner.ItemCourses()
	statuses := make(map[string]map[string]any, len(meetings))
	for name, meeting := range meetings {
		status := governance.StatusOf(meeting, results[name])
		status.AgendaItems, status.SentItems = carriedBy(planner, courses, name)
		if statuses[name], err = fieldsOf(status); err != nil {
			return nil, err
		}
	}
	return statuses, nil
}
