package followup

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

var _ resource.StatusProvider = (*Service)(nil)

// Statuses implements resource.StatusProvider for actions and decisions: their rows of the register, with what they were
// computed from.
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
	now := contract.InstantText(s.Now())
	result := make(map[string]map[string]any, len(entries))
	for _, e := range entries {
		e.Row.Effect = checks[e.Row.Ref]
		status, err := fieldsOf(e.Row)
		if err != nil {
			return nil, err
		}
		status["rule"] = governance.RegisterRule
		status["inputs"] = map[string]any{
			"now": now, "timeZone": e.TimeZone, "review": e.Review, "series": e.Series, "charter": e.Charter,
			"committee": e.Committee, "escalateAfterDays": e.EscalateAfterDays, "remindBeforeDays": e.RemindBeforeDays,
		}
		result[e.Row.Ref.Name] = status
	}
	return result, nil
}

// fieldsOf gives a row as the register's answer has it.
func fieldsOf(row contract.RegisterRow) (fields map[string]any, err error) {
	encoded, err := json.Marshal(row)
	if err != nil {
		return nil, fmt.Errorf("status of %s: %w", row.Ref.Name, err)
	}
	return fields, json.Unmarshal(encoded, &fields)
}
