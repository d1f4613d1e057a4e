package scorecard

import (
	"context"
	"encoding/json"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// Map gives a strategy map. Errors are those of evaluate.
func (s *Service) Map(ctx context.Context, f access.Filter, query MapQuery) (contract.StrategyMap, error) {
	m, err := s.model(ctx, f, query.AsOf)
	if err != nil {
		return contract.StrategyMap{}, err
	}
	request := evaluate.MapRequest{
		Strategy: query.Strategy, Scorecard: query.Scorecard, Period: query.Period, Unit: query.Unit,
		Now: s.present(query.Now, query.AsOf), AsOf: query.AsOf,
	}
	if !f.SeesResource("Strategy", query.Strategy) {
		return contract.StrategyMap{}, &evaluate.NotFoundError{Kind: "Strategy", Name: query.Strategy}
	}
	windows, err := m.MapNeeds(request)
	if err != nil {
		return contract.StrategyMap{}, err
	}
	facts, err := s.facts(ctx, f, windows, query.AsOf)
	if err != nil {
		return contract.StrategyMap{}, err
	}
	strategyMap, err := m.Map(request, facts)
	if err != nil {
		return contract.StrategyMap{}, err
	}
	return strategyMap, seesUnit(f, strategyMap.Unit)
}

// Series gives a KPI over time. Errors are those of evaluate.
func (s *Service) Series(ctx context.Context, f access.Filter, query SeriesQuery) (contract.Series, error) {
	m, err := s.modelWithKpi(ctx, f, query.Kpi, query.AsOf)
	if err != nil {
		return contract.Series{}, err
	}
	request := evaluate.SeriesRequest{
		Kpi: query.Kpi, Unit: query.Unit, From: query.From, To: query.To, Frequency: query.Frequency, Scorecard: query.Scorecard,
		Now: s.present(query.Now, query.AsOf),
	}
	windows, err := m.SeriesNeeds(request)
	if err != nil {
		return contract.Series{}, err
	}
	facts, err := s.facts(ctx, f, windows, query.AsOf)
	if err != nil {
		return contract.Series{}, err
	}
	series, err := m.Series(request, facts)
	if err != nil {
		return contract.Series{}, err
	}
	return series, seesUnit(f, series.Unit)
}

// modelWithKpi is the model, where the caller may see the KPI.
func (s *Service) modelWithKpi(ctx context.Context, f access.Filter, kpi string, asOf *time.Time) (*model, error) {
	m, err := s.model(ctx, f, asOf)
	if err != nil {
		return nil, err
	}
	if _, ok := m.specs.Kpis[kpi]; !ok || !f.SeesResource("Kpi", kpi) {
		return nil, &evaluate.NotFoundError{Kind: "Kpi", Name: kpi}
	}
	return m, nil
}

// ScorePreview adds to a preview how its values would score: by the targets of the KPI of the request's name, if it has one.
func (s *Service) ScorePreview(
	ctx context.Context, f access.Filter, request contract.PreviewRequest, preview contract.Preview,
) (contract.Preview, error) {
	m, err := s.model(ctx, f, nil)
	if err != nil {
		return preview, err
	}
	encoded, err := json.Marshal(request.Kpi)
	if err != nil {
		return preview, err
	}
	scored := evaluate.PreviewRequest{
		From: request.From.Text(), To: request.To.Text(), Units: request.Units, Values: preview.Values, Now: s.present(nil, nil),
	}
	if request.Name != nil {
		scored.Name = *request.Name
	}
	if err := json.Unmarshal(encoded, &scored.Spec); err != nil {
		return preview, &evaluate.InvalidError{Field: "kpi", Message: err.Error()}
	}
	windows, err := m.PreviewNeeds(scored)
	if err != nil {
		return preview, err
	}
	facts, err := s.facts(ctx, f, windows, nil)
	if err != nil {
		return preview, err
	}
	preview.Scores, err = m.Preview(scored, facts)
	return preview, err
}

// Simulate answers a view from the documents and observations of the request alone; the documents are held to the rules of
// an apply to an empty org. It reads and writes nothing.
func (s *Service) Simulate(_ context.Context, f access.Filter, request contract.SimulateRequest) (contract.View, error) {
	if err := f.Require(access.Viewer, "simulating"); err != nil {
		return contract.View{}, err
	}
	definitions, err := s.compose(request.Resources)
	if err != nil {
		return contract.View{}, err
	}
	return evaluate.Simulate(definitions, request, s.now())
}
