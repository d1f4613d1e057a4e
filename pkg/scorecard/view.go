package scorecard

import (
	"context"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// View gives the scored tree. Errors are those of evaluate.
func (s *Service) View(ctx context.Context, f access.Filter, query ViewQuery) (contract.View, error) {
	m, data, err := s.modelAndData(ctx, f, query.AsOf)
	if err != nil {
		return contract.View{}, err
	}
	now := s.present(query.Now, query.AsOf)
	request, err := m.viewRequest(f, query, now)
	if err != nil {
		return contract.View{}, err
	}
	computed := false
	load := func(ctx context.Context) (view contract.View, err error) {
		computed = true
		ctx, end := s.observer.ComputeView(ctx)
		defer func() { end(err) }()
		windows, err := m.Needs(request)
		if err != nil {
			return contract.View{}, err
		}
		facts, err := s.facts(ctx, f, windows, query.AsOf)
		if err != nil {
			return contract.View{}, err
		}
		return m.View(request, facts)
	}
	key := viewKey{
		org: f.Org(), data: data, asOf: millis(query.AsOf),
		scorecard: request.Scorecard, unit: request.Unit, period: request.Period, sparkline: request.Sparkline,
		scope: f.Scope(), moment: m.moment(now),
	}
	view, err := s.views.get(ctx, key, load)
	if err != nil {
		return contract.View{}, err
	}
	if !computed {
		s.observer.CachedView()
	}
	view.Now = period.InstantText(now)
	return view, nil
}

// viewRequest completes a query, so that equal questions have equal keys, and checks that the caller may see the unit.
func (m *model) viewRequest(f access.Filter, query ViewQuery, now time.Time) (evaluate.Request, error) {
	spec, ok := m.specs.Scorecards[query.Scorecard]
	if !ok || !f.SeesResource("Scorecard", query.Scorecard) {
		return evaluate.Request{}, &evaluate.NotFoundError{Kind: "Scorecard", Name: query.Scorecard}
	}
	request := evaluate.Request{
		Scorecard: query.Scorecard, Period: query.Period, Unit: query.Unit, Now: now, AsOf: query.AsOf, Sparkline: query.Sparkline,
	}
	if request.Unit == "" {
		request.Unit = spec.Unit
	}
	id, err := m.PeriodID(request)
	if err != nil {
		return evaluate.Request{}, err
	}
	request.Period = id
	return request, seesUnit(f, request.Unit)
}

// moment names an interval of the present within which no state changes.
func (m *model) moment(now time.Time) int64 {
	grain := stateGrain
	for _, override := range m.specs.Overrides {
		if override.Expires != nil {
			grain = overrideGrain
		}
	}
	return now.UnixNano() / int64(grain)
}

// clockSkew is by how much the clocks of processes that share a store may differ.
const clockSkew = 5 * time.Minute

// facts loads what the windows ask for, as known at asOf or now: what was collected while a clock was ahead doesn't hide what is
// collected since it is right again.
func (s *Service) facts(ctx context.Context, f access.Filter, windows []evaluate.Window, asOf *time.Time) (*evaluate.Observations, error) {
	if asOf == nil {
		now := s.now().Add(clockSkew)
		asOf = &now
	}
	facts, err := s.observations.Observations(ctx, f.Org(), windows, asOf)
	if err != nil {
		return nil, fmt.Errorf("load observations: %w", err)
	}
	return facts, nil
}
