package review

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

const charterKind = "GovernanceCharter"

// Compliance measures what a charter promises against what was held, over the last 12 months when the range isn't said.
// *evaluate.NotFoundError when there is no such charter, *evaluate.InvalidError when the range is empty or too long.
func (s *Service) Compliance(ctx context.Context, f access.Filter, q RangeQuery) (contract.Compliance, error) {
	now := s.present(q.Now, nil)
	from, to, err := q.within(now.AddDate(-1, 0, 0), now)
	if err != nil {
		return contract.Compliance{}, err
	}
	documents, planner, err := s.planning(ctx, f, now, attendanceTypes)
	if err != nil {
		return contract.Compliance{}, err
	}
	if _, known := documents.Charters[q.Name]; !known {
		return contract.Compliance{}, &evaluate.NotFoundError{Kind: charterKind, Name: q.Name}
	}
	same, err := s.sameAsNow(ctx, f, q.Name)
	if err != nil {
		return contract.Compliance{}, err
	}
	return planner.Compliance(q.Name, from, to, same), nil
}

// sameAsNow tells of every version of a charter whether it says what the present one says. Labels are not part of that.
func (s *Service) sameAsNow(ctx context.Context, f access.Filter, charter string) (func(version int64) bool, error) {
	history, err := s.Documents.History(ctx, f, charterKind, charter)
	if err != nil {
		return nil, err
	}
	said := map[int64]string{}
	for _, entry := range history.Items {
		if entry.Document == nil {
			continue
		}
		spec, err := json.Marshal(entry.Document.Spec) // keys of a map are written in order
		if err != nil {
			return nil, err
		}
		said[entry.Version] = string(spec)
	}
	if len(history.Items) == 0 {
		return func(int64) bool { return false }, nil
	}
	newest := slices.MaxFunc(history.Items, func(a, b contract.HistoryEntry) int { return int(a.Version - b.Version) })
	return func(version int64) bool {
		text, known := said[version]
		return known && text == said[newest.Version]
	}, nil
}
