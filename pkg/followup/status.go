package followup

import (
	"context"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

var _ resource.StatusProvider = (*Service)(nil)

// Statuses implements resource.StatusProvider for actions and decisions: what the register says of them.
func (s *Service) Statuses(ctx context.Context, f access.Filter, kind string, names []string) (map[string]map[string]any, error) {
	documents, entries, err := s.entries(ctx, f, Moment{})
	if err != nil {
		return nil, err
	}
	wanted := make(map[contract.Ref]bool, len(names))
	for _, name := range names {
		wanted[contract.Ref{Kind: kind, Name: name}] = true
	}
	entries = slices.DeleteFunc(entries, func(e governance.Entry) bool { return !wanted[e.Row.Ref] })
	checks, err := s.checks(ctx, f, documents, trialsOf(entries), Moment{})
	if err != nil {
		return nil, err
	}
	now := instantText(s.Now())
	result := make(map[string]map[string]any, len(entries))
	for _, e := range entries {
		row := e.Row
		result[row.Ref.Name] = map[string]any{
			"waiting": row.Waiting, "waitsFor": row.WaitsFor, "dueAt": row.DueAt, "overdue": row.Overdue, "onTime": row.OnTime,
			"slips": row.Slips, "slipDays": row.SlipDays, "ageDays": row.AgeDays, "escalation": row.Escalation,
			"reminder": row.Reminder, "effect": checks[row.Ref], "dueOnHoliday": row.DueOnHoliday, "duplicates": row.Duplicates,
			"gaps": row.Gaps, "rule": governance.RegisterRule,
			"inputs": map[string]any{
				"now": now, "timeZone": e.TimeZone, "review": e.Review, "series": e.Series, "charter": e.Charter,
				"committee": e.Committee, "escalateAfterDays": e.EscalateAfterDays, "remindBeforeDays": e.RemindBeforeDays,
			},
		}
	}
	return result, nil
}
