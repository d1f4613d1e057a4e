package report

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// scheduleReason is why the schedule freezes premature data.
const scheduleReason = "frozen by the schedule"

// keptBatches is how long the files of a batch are kept.
const keptBatches = 7 * 24 * time.Hour

// Tick does what is due in an org: it freezes the reports whose time has come, and forgets old files. One process at a time does it.
func (s *Service) Tick(ctx context.Context, org int64) error {
	f := access.System(org, "schedule")
	docs, err := s.Documents.Governance(ctx, f, nil)
	if err != nil {
		return err
	}
	var problems []error
	for _, review := range dueReviews(docs, s.Now()) {
		if err := s.freezeDue(ctx, f, review); err != nil {
			problems = append(problems, fmt.Errorf("freeze the report of %s: %w", review, err))
		}
	}
	problems = append(problems, s.Store.ForgetBatches(ctx, org, s.Now().Add(-keptBatches)))
	return errors.Join(problems...)
}

// dueReviews lists the reviews whose report the schedule freezes at an instant: from so many hours before they start, as the
// template says, until they start.
func dueReviews(docs governance.Documents, now time.Time) []string {
	var due []string
	for _, name := range slices.Sorted(maps.Keys(docs.Reviews)) {
		spec := docs.Reviews[name]
		series := docs.Series[spec.Series]
		archived := docs.Origins[contract.Ref{Kind: "Review", Name: name}].Archived
		if spec.Cancelled != nil || archived || series.Template == nil {
			continue
		}
		hours := docs.Templates[*series.Template].FreezeHoursBefore
		start, err := time.Parse(time.RFC3339, spec.Start)
		if hours == nil || err != nil {
			continue
		}
		if from := start.Add(-time.Duration(*hours) * time.Hour); !now.Before(from) && now.Before(start) {
			due = append(due, name)
		}
	}
	return due
}

func (s *Service) freezeDue(ctx context.Context, f access.Filter, review string) error {
	if _, err := s.Store.FrozenSnapshot(ctx, f.Org(), review); !errors.Is(err, resource.ErrNotFound) {
		return err
	}
	why := scheduleReason
	_, err := s.Freeze(ctx, f, FreezeQuery{Review: review, FreezeRequest: contract.FreezeRequest{Premature: &why}})
	var conflict *resource.ConflictError
	if errors.As(err, &conflict) { // somebody was faster
		return nil
	}
	return err
}
