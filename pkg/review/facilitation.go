package review

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

// Scores gives what scorecards and maps show in a period. scorecard.Service does.
type Scores interface {
	View(ctx context.Context, f access.Filter, query scorecard.ViewQuery) (contract.View, error)
	Map(ctx context.Context, f access.Filter, query scorecard.MapQuery) (contract.StrategyMap, error)
}

// Facilitation gives what the facilitator of a meeting needs beside its log: the questions to put, what is on the agenda, how
// fruitful the meeting was, and its pulse. *evaluate.NotFoundError when there is no such review.
func (s *Service) Facilitation(ctx context.Context, f access.Filter, q MeetingQuery) (contract.Facilitation, error) {
	meeting, documents, err := s.meeting(ctx, f, q)
	if err != nil {
		return contract.Facilitation{}, err
	}
	now := s.present(q.Now, q.AsOf)
	planner, err := s.planner(ctx, f, now, courseTypes)
	if err != nil {
		return contract.Facilitation{}, err
	}
	evidence, err := s.evidence(ctx, f, documents, meeting, planner, q)
	if err != nil {
		return contract.Facilitation{}, err
	}
	result := contract.Facilitation{
		Review: q.Review, Prompts: governance.Prompts(documents, meeting, evidence, now),
		Agenda: s.agendaNow(planner, meeting), Pulse: governance.PulseOf(meeting.Events),
		Reasons: map[string]contract.Reason{}, Rule: governance.FacilitationRule,
	}
	decisions := governance.ResultsOf(documents)[q.Review].Decisions
	var why *contract.Reason
	if result.Yield, why = governance.YieldOf(meeting, len(decisions)); why != nil {
		result.Reasons["yield"] = *why
	}
	if result.LatencyDays, why = governance.LatencyOf(documents, decisions); why != nil {
		result.Reasons["latencyDays"] = *why
	}
	return result, nil
}

// agendaNow is a meeting's agenda with the raised items that are on it.
func (s *Service) agendaNow(planner *governance.Planner, meeting governance.Meeting) []contract.AgendaEntry {
	agenda := append([]contract.AgendaEntry{}, meeting.Agenda...)
	for _, course := range planner.ItemCourses() {
		known := slices.ContainsFunc(agenda, func(e contract.AgendaEntry) bool { return e.Name == course.Name })
		if !known && planner.OnAgenda(meeting.Name, course) {
			agenda = append(agenda, governance.EntryOf(course.Name, course.Item))
		}
	}
	return agenda
}

// evidence is what the scorecards of a meeting's series show in the period that it looks at. A scorecard that shows nothing of
// that period gives none.
func (s *Service) evidence(
	ctx context.Context, f access.Filter, documents governance.Documents, meeting governance.Meeting, planner *governance.Planner, q MeetingQuery,
) ([]governance.Evidence, error) {
	start, err := time.Parse(time.RFC3339, meeting.Review.Start)
	if err != nil {
		return nil, err
	}
	period, _ := planner.PeriodReviewed(governance.Occurrence{Series: meeting.Review.Series, Review: meeting.Name, Start: start})
	var all []governance.Evidence
	for _, name := range documents.Series[meeting.Review.Series].Scorecards {
		view, err := s.Scores.View(ctx, f, scorecard.ViewQuery{
			Scorecard: name, Period: period, Sparkline: governance.BasePeriods + governance.JudgedPeriods, AsOf: q.AsOf, Now: q.Now,
		})
		if unanswerable(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		strategy, err := s.Scores.Map(ctx, f, scorecard.MapQuery{
			Strategy: documents.Scorecards[name].Strategy, Scorecard: name, Period: period, AsOf: q.AsOf, Now: q.Now,
		})
		if err != nil && !unanswerable(err) {
			return nil, err
		}
		all = append(all, governance.Evidence{View: view, Links: strategy.Links})
	}
	return all, nil
}

// unanswerable reports whether a question can't be asked of a scorecard, such as for a period of another calendar.
func unanswerable(err error) bool {
	var unknown *evaluate.NotFoundError
	var invalid *evaluate.InvalidError
	return errors.As(err, &unknown) || errors.As(err, &invalid)
}
