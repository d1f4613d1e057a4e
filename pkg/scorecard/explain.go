package scorecard

import (
	"context"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// Explain gives the computation of one value and score as a tree, every leaf with the observation it rests on and every
// step with the version of the definition it used. Errors are those of evaluate.
func (s *Service) Explain(ctx context.Context, f access.Filter, query ExplainQuery) (contract.Explain, error) {
	m, err := s.modelWithKpi(ctx, f, query.Kpi, query.AsOf)
	if err != nil {
		return contract.Explain{}, err
	}
	request := evaluate.ExplainRequest{
		Kpi: query.Kpi, Unit: query.Unit, Period: query.Period, Scorecard: query.Scorecard, Now: s.present(query.Now, query.AsOf),
	}
	windows, err := m.ExplainNeeds(request)
	if err != nil {
		return contract.Explain{}, err
	}
	facts, err := s.facts(ctx, f, windows, query.AsOf)
	if err != nil {
		return contract.Explain{}, err
	}
	explained, err := m.Explain(request, facts)
	if err != nil {
		return contract.Explain{}, err
	}
	if err := seesUnit(f, explained.Unit); err != nil {
		return contract.Explain{}, err
	}
	p := &provenance{ctx: ctx, service: s, filter: f, model: m, asOf: query.AsOf, spans: spansOf(windows), series: map[string]cells{}}
	if err := p.complete(&explained.Root); err != nil {
		return contract.Explain{}, err
	}
	return explained, nil
}

// cells holds the newest revision of each cell of a series.
type cells map[[2]string]contract.Observation

// provenance completes the steps of an explanation with what the store knows. A series is read once, over the periods that the
// explanation was made from.
type provenance struct {
	ctx     context.Context
	service *Service
	filter  access.Filter
	model   *model
	asOf    *time.Time
	spans   map[string]evaluate.Window
	series  map[string]cells
}

// spansOf gives the window around all windows of each series. Ids of one series sort as text; an empty From is open.
func spansOf(windows []evaluate.Window) map[string]evaluate.Window {
	spans := map[string]evaluate.Window{}
	for _, w := range windows {
		if span, ok := spans[w.Series]; ok {
			w.From, w.To = min(w.From, span.From), max(w.To, span.To)
		}
		spans[w.Series] = w
	}
	return spans
}

func (p *provenance) complete(step *contract.ExplainStep) error {
	if origin := step.Origin; origin != nil && origin.Resource != nil {
		if version, ok := p.model.versions[*origin.Resource]; ok {
			v := int64(version)
			origin.Version = &v
		}
	}
	if step.Kind == "observation" {
		if err := p.observe(step); err != nil {
			return err
		}
	}
	for i := range step.Inputs {
		if err := p.complete(&step.Inputs[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *provenance) observe(step *contract.ExplainStep) error {
	series := seriesOf(step)
	if series == "" || step.Unit == nil || step.Period == nil || !p.filter.SeesUnit(*step.Unit) {
		return nil
	}
	known, ok := p.series[series]
	if !ok {
		span := p.spans[series]
		revisions, err := p.service.observations.Revisions(p.ctx, p.filter.Org(), series, "", span.From, span.To, p.asOf)
		if err != nil {
			return fmt.Errorf("list observations: %w", err)
		}
		known = cells{}
		for _, revision := range revisions {
			cell := [2]string{revision.Unit, revision.Period}
			if _, newer := known[cell]; !newer {
				known[cell] = revision
			}
		}
		p.series[series] = known
	}
	if observation, ok := known[[2]string{*step.Unit, *step.Period}]; ok {
		if step.Origin == nil {
			step.Origin = &contract.ExplainOrigin{}
		}
		step.Origin.Observation = &observation
	}
	return nil
}

// seriesOf names the series of an observation step: a KPI's, or the collected field of a TargetSet.
func seriesOf(step *contract.ExplainStep) string {
	if origin := step.Origin; origin != nil && origin.Resource != nil && origin.Resource.Kind == "TargetSet" && origin.Path != nil {
		var field string
		if _, err := fmt.Sscanf(*origin.Path, "/spec/columns/%s", &field); err == nil {
			return evaluate.TargetSeries(origin.Resource.Name, field)
		}
	}
	if step.Kpi == nil {
		return ""
	}
	return *step.Kpi
}
