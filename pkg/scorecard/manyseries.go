package scorecard

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// ManySeriesQuery asks for several KPIs over time, as they were known and at a present that they share. The series' own AsOf and
// Now are not looked at.
type ManySeriesQuery struct {
	Series []SeriesQuery
	AsOf   *time.Time
	Now    *time.Time
}

// ManySeries gives several KPIs over time, in the order asked for. All observations are read at once, so the number of SQL
// statements does not grow with them. Errors are those of evaluate.
func (s *Service) ManySeries(ctx context.Context, f access.Filter, query ManySeriesQuery) ([]contract.Series, error) {
	m, err := s.model(ctx, f, query.AsOf)
	if err != nil {
		return nil, err
	}
	now := s.present(query.Now, query.AsOf)
	requests := make([]evaluate.SeriesRequest, len(query.Series))
	windows := map[string]evaluate.Window{}
	for i, q := range query.Series {
		if _, ok := m.specs.Kpis[q.Kpi]; !ok || !f.SeesResource("Kpi", q.Kpi) {
			return nil, &evaluate.NotFoundError{Kind: "Kpi", Name: q.Kpi}
		}
		requests[i] = evaluate.SeriesRequest{
			Kpi: q.Kpi, Unit: q.Unit, From: q.From, To: q.To, Frequency: q.Frequency, Scorecard: q.Scorecard, Now: now,
		}
		needed, err := m.SeriesNeeds(requests[i])
		if err != nil {
			return nil, err
		}
		for _, w := range needed {
			windows[w.Series] = union(windows, w)
		}
	}
	facts, err := s.facts(ctx, f, slices.Collect(maps.Values(windows)), query.AsOf)
	if err != nil {
		return nil, err
	}
	all := make([]contract.Series, len(requests))
	for i, request := range requests {
		if all[i], err = m.Series(request, facts); err != nil {
			return nil, err
		}
		if err := seesUnit(f, all[i].Unit); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// union is the window of a series that holds the known one, if there is one, and another. Ids of one frequency sort as text;
// an empty From is open.
func union(known map[string]evaluate.Window, other evaluate.Window) evaluate.Window {
	w, ok := known[other.Series]
	if !ok {
		return other
	}
	if other.From == "" || w.From == "" {
		w.From = ""
	} else {
		w.From = min(w.From, other.From)
	}
	w.To = max(w.To, other.To)
	return w
}
