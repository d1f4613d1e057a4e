package review

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// ChangeQuery asks what carrying out a proposal does. Absent instants: everything known, the present.
type ChangeQuery struct {
	Proposal  string
	AsOf, Now *time.Time
}

// CadenceChange gives the rules that the series of a committee get by a proposal, and which dates come and go within a year.
// *evaluate.NotFoundError when there is no such proposal.
func (s *Service) CadenceChange(ctx context.Context, f access.Filter, q ChangeQuery) (contract.CadenceChange, error) {
	now := s.present(q.Now, q.AsOf)
	documents, planner, err := s.planning(ctx, f, q.AsOf, now, courseTypes)
	if err != nil {
		return contract.CadenceChange{}, err
	}
	spec, known := documents.Proposals[q.Proposal]
	if !known {
		return contract.CadenceChange{}, &evaluate.NotFoundError{Kind: "CadenceProposal", Name: q.Proposal}
	}
	status := documents.ProposalStatus(q.Proposal)
	until := now.AddDate(1, 0, 0)
	change := contract.CadenceChange{
		Proposal: q.Proposal, State: status.State, Scorecard: spec.Scorecard, Charter: spec.Charter, Committee: status.Committee, Tier: spec.Tier,
		From: spec.From, To: spec.To, Now: contract.InstantText(now), Until: contract.InstantText(until), Series: []contract.SeriesChange{}, Rule: status.Rule,
	}
	for _, cadence := range status.Series {
		firm, err := s.firm(ctx, f, planner.Passing(cadence.Series))
		if err != nil {
			return change, err
		}
		one := changeOf(documents, planner, cadence, spec.To, now, until, firm)
		if cadence.CarriedOut {
			if one.CarriedOut, err = s.carriedOut(ctx, f, cadence.Series, spec.To, q.AsOf); err != nil {
				return change, err
			}
		}
		change.Series = append(change.Series, one)
	}
	return change, nil
}

// changeOf is what a cadence makes of a series that hasn't got it.
func changeOf(
	documents governance.Documents, planner *governance.Planner, cadence contract.SeriesCadence, to string, now, until time.Time, firm map[string]string,
) contract.SeriesChange {
	series, origin := documents.Series[cadence.Series], documents.Origins[contract.Ref{Kind: "ReviewSeries", Name: cadence.Series}]
	change := contract.SeriesChange{
		Series: cadence.Series, Title: series.Title, Version: int64(origin.Version), ManagedBy: origin.ManagedBy, Cadence: cadence.Cadence,
		Recurrence: series.Recurrence, Removed: []contract.ChangedDate{}, Added: []contract.ChangedDate{}, Kept: []contract.KeptReview{},
	}
	if origin.File != "" {
		change.File = &origin.File
	}
	if cadence.CarriedOut {
		return change
	}
	proposed, reason := governance.ChangeCadence(series.Recurrence, to, now)
	if reason != nil {
		change.Reason = reason
		return change
	}
	moved := planner.Moved(cadence.Series, proposed, until, firm)
	change.Proposed, change.Unchanged = &proposed, int64(moved.Unchanged)
	change.Removed, change.Added = changedDates(moved.Removed), changedDates(moved.Added)
	change.Kept = append(change.Kept, moved.Kept...)
	return change
}

func changedDates(occurrences []governance.Occurrence) []contract.ChangedDate {
	dates := make([]contract.ChangedDate, len(occurrences))
	for i, o := range occurrences {
		dates[i].Start = contract.InstantText(o.Start)
		if o.Review != "" {
			dates[i].Review = &o.Review
		}
	}
	return dates
}

// carriedOut is the version of a series since which it meets at a cadence, as known at a time; nil when it doesn't.
func (s *Service) carriedOut(ctx context.Context, f access.Filter, series, cadence string, asOf *time.Time) (*contract.CarriedOut, error) {
	history, err := s.Documents.History(ctx, f, "ReviewSeries", series)
	if err != nil {
		return nil, err
	}
	var since *contract.CarriedOut
	for _, entry := range history.Items { // the newest first
		if at, err := time.Parse(time.RFC3339, entry.At); err == nil && asOf != nil && at.After(*asOf) {
			continue
		}
		if entry.Document == nil {
			break
		}
		encoded, err := json.Marshal(entry.Document.Spec)
		if err != nil {
			return nil, err
		}
		var spec contract.ReviewSeriesSpec
		if err := json.Unmarshal(encoded, &spec); err != nil {
			return nil, fmt.Errorf("version %d of %s: %w", entry.Version, series, err)
		}
		if governance.CadenceOf(spec.Recurrence) != cadence {
			break
		}
		since = &contract.CarriedOut{Version: entry.Version, At: entry.At, By: entry.By}
	}
	return since, nil
}

// firm tells of reviews that were made ahead which of them stay whatever their series' rule says, and why: those that are frozen,
// and those of which something was logged.
func (s *Service) firm(ctx context.Context, f access.Filter, reviews []string) (map[string]string, error) {
	firm := map[string]string{}
	if len(reviews) == 0 {
		return firm, nil
	}
	events, err := s.Events.Events(ctx, f.Org(), reviews)
	if err != nil {
		return nil, err
	}
	for _, event := range events {
		firm[event.Review] = "prepared"
	}
	frozen, err := s.Snapshots.FrozenReviews(ctx, f.Org())
	if err != nil {
		return nil, err
	}
	for _, review := range frozen {
		firm[review] = "frozen"
	}
	return firm, nil
}

// CadenceStatuses computes what became of proposals of cadence. It implements resource.StatusProvider.
type CadenceStatuses struct{ *Service }

// Statuses implements resource.StatusProvider.
func (c CadenceStatuses) Statuses(ctx context.Context, f access.Filter, _ string, names []string) (map[string]map[string]any, error) {
	documents, err := c.Documents.Governance(ctx, f, nil)
	if err != nil {
		return nil, err
	}
	statuses := make(map[string]map[string]any, len(names))
	for _, name := range names {
		if _, visible := documents.Proposals[name]; !visible {
			continue
		}
		if statuses[name], err = fieldsOf(documents.ProposalStatus(name)); err != nil {
			return nil, err
		}
	}
	return statuses, nil
}
