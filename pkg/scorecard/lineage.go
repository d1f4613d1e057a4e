package scorecard

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Lineage says what a KPI is made from, and what is made from it. Errors are those of evaluate.
func (s *Service) Lineage(ctx context.Context, f access.Filter, kpi string, asOf *time.Time) (contract.Lineage, error) {
	m, err := s.modelWithKpi(ctx, f, kpi, asOf)
	if err != nil {
		return contract.Lineage{}, err
	}
	source := m.specs.Kpis[kpi].Source
	lineage := contract.Lineage{
		Kpi: kpi, Inputs: []string{}, Rules: []contract.Ref{}, Targets: []contract.Ref{}, Dependants: []contract.Ref{},
		Source: contract.LineageSource{
			Type: source.Type, System: source.System, Dataset: source.Dataset, Query: source.Query, Formula: source.Formula,
		},
	}
	if err := s.readFrom(ctx, f, source, &lineage.Source); err != nil {
		return contract.Lineage{}, err
	}
	for _, input := range m.Inputs(kpi) {
		if f.SeesResource("Kpi", input) {
			lineage.Inputs = append(lineage.Inputs, input)
		}
	}
	for name, set := range m.specs.TargetSets {
		if ref := (contract.Ref{Kind: "TargetSet", Name: name}); set.Kpi == kpi && f.SeesResource(ref.Kind, name) {
			lineage.Targets = append(lineage.Targets, ref)
		}
	}
	slices.SortFunc(lineage.Targets, func(a, b contract.Ref) int { return strings.Compare(a.Name, b.Name) })
	for _, ref := range m.Dependants(kpi) {
		if f.SeesResource(ref.Kind, ref.Name) {
			lineage.Dependants = append(lineage.Dependants, ref)
		}
	}
	return lineage, nil
}

// readFrom fills in the query of a shared Dataset, and the data source: the query's own, else the Dataset's, else the system's.
func (s *Service) readFrom(ctx context.Context, f access.Filter, source contract.KpiSource, lineage *contract.LineageSource) error {
	systems, datasets, err := s.definitions.Sources(ctx, f)
	if err != nil {
		return err
	}
	candidates := []*contract.DatasourceRef{source.Datasource}
	if source.Dataset != nil {
		dataset := datasets[*source.Dataset]
		lineage.Query = dataset.Query
		candidates = append(candidates, dataset.Datasource)
		if lineage.System == nil {
			lineage.System = dataset.System
		}
	}
	if lineage.System != nil {
		candidates = append(candidates, systems[*lineage.System].Datasource)
	}
	for _, candidate := range candidates {
		if candidate != nil {
			lineage.Datasource = &candidate.Uid
			return nil
		}
	}
	return nil
}
