package collection

import (
	"context"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// scheduler is who asks for scheduled runs.
const scheduler = "schedule"

// Schedule decides from definitions and store what is due. It is safe for concurrent use, also by several processes.
type Schedule struct {
	Definitions Definitions
	Store       ScheduleStore
	Now         func() time.Time
}

// StartDue saves one run for everything that is due in the org and returns its id; "" when nothing is, or when another
// process was faster.
func (s *Schedule) StartDue(ctx context.Context, org int64) (string, error) {
	known, err := loadCatalogue(ctx, s.Definitions, access.System(org, scheduler))
	if err != nil {
		return "", err
	}
	marks, err := s.Store.Marks(ctx, org)
	if err != nil {
		return "", fmt.Errorf("read the schedule: %w", err)
	}
	now := s.Now()
	kpis := known.dueKpis(marks, now)
	if len(kpis) == 0 {
		return "", nil
	}
	run, err := newRun(scheduler, TriggerSchedule, nil, kpis, now)
	if err != nil {
		return "", err
	}
	before := map[string]Mark{}
	for _, kpi := range kpis {
		before[kpi.Kpi] = marks[kpi.Kpi]
	}
	taken, err := s.Store.TakeDue(ctx, org, run, now, before)
	if err != nil || !taken {
		return "", err
	}
	return run.ID, nil
}

// Settle notes what a finished run means for the schedule: KPIs that a scheduled run brought values of are done until their
// next moment, the others are tried again.
func (s *Schedule) Settle(ctx context.Context, org int64, run contract.Run) error {
	if run.Trigger != TriggerSchedule {
		return nil
	}
	planned, err := time.Parse(time.RFC3339, run.CreatedAt)
	if err != nil {
		return fmt.Errorf("run %s: %w", run.ID, err)
	}
	var done []string
	for _, kpi := range run.Kpis {
		if kpi.State == stateSucceeded || kpi.State == statePartial {
			done = append(done, kpi.Kpi)
		}
	}
	if len(done) == 0 {
		return nil
	}
	return s.Store.MarkSucceeded(ctx, org, done, planned)
}

// Lag is for how long the KPI of the org that waits longest has been due; 0 when nothing is due.
func (s *Schedule) Lag(ctx context.Context, org int64) (time.Duration, error) {
	known, err := loadCatalogue(ctx, s.Definitions, access.System(org, scheduler))
	if err != nil {
		return 0, err
	}
	marks, err := s.Store.Marks(ctx, org)
	if err != nil {
		return 0, fmt.Errorf("read the schedule: %w", err)
	}
	longest, now := time.Duration(0), s.Now()
	for name, spec := range known.Kpis {
		if a, ok := known.agendaOf(spec); ok && known.collects(name) {
			longest = max(longest, a.waiting(marks[name], now))
		}
	}
	return longest, nil
}

// NextDue is when the next KPI of the org is due; nil when there is nothing to collect.
func (s *Schedule) NextDue(ctx context.Context, org int64) (*time.Time, error) {
	known, err := loadCatalogue(ctx, s.Definitions, access.System(org, scheduler))
	if err != nil {
		return nil, err
	}
	marks, err := s.Store.Marks(ctx, org)
	if err != nil {
		return nil, fmt.Errorf("read the schedule: %w", err)
	}
	var next *time.Time
	now := s.Now()
	for name, spec := range known.Kpis {
		a, ok := known.agendaOf(spec)
		if !ok || !known.collects(name) {
			continue
		}
		if due := a.nextDue(marks[name], now); next == nil || due.Before(*next) {
			next = &due
		}
	}
	return next, nil
}
