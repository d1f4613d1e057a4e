package review

import (
	"context"
	"encoding/json"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

const charterKind = "GovernanceCharter"

// Compliance measures what a charter promises against what was held, over the last 12 months when the range isn't said.
// *evaluate.NotFoundError when there is no such charter, *evaluate.InvalidError when the range is empty or too long.
func (s *Service) Compliance(ctx context.Context, f access.Filter, q RangeQuery) (contract.Compliance, error) {
	now := s.present(q.Now, q.AsOf)
	from, to, err := q.within(now.AddDate(-1, 0, 0), now)
	if err != nil {
		return contract.Compliance{}, err
	}
	documents, planner, err := s.planning(ctx, f, q.AsOf, now, attendanceTypes)
	if err != nil {
		return contract.Compliance{}, err
	}
	if _, known := documents.Charters[q.Name]; !known {
		return contract.Compliance{}, &evaluate.NotFoundError{Kind: charterKind, Name: q.Name}
	}
	version := documents.Origins[contract.Ref{Kind: charterKind, Name: q.Name}].Version
	same, err := s.sameAs(ctx, f, q.Name, int64(version))
	if err != nil {
		return contract.Compliance{}, err
	}
	return planner.Compliance(q.Name, from, to, same), nil
}

// sameAs tells of every version of a charter whether it says what a certain one says. Labels are not part of that.
func (s *Service) sameAs(ctx context.Context, f access.Filter, charter string, certain int64) (func(version int64) bool, error) {
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
	return func(version int64) bool {
		text, known := said[version]
		return known && text == said[certain]
	}, nil
}
