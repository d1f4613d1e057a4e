package collection

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// Definitions says what there is to collect. The resource engine implements it.
type Definitions interface {
	// Definitions returns the specs that the filter lets through, with the org's versions and the resources' versions.
	Definitions(ctx context.Context, f access.Filter, asOf *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error)
	// Sources returns the specs of SourceSystems and Datasets by name.
	Sources(ctx context.Context, f access.Filter) (map[string]contract.SourceSystemSpec, map[string]contract.DatasetSpec, error)
}

// catalogue is one consistent look at the definitions, prepared for collecting.
type catalogue struct {
	evaluate.Definitions
	systems   map[string]contract.SourceSystemSpec
	datasets  map[string]contract.DatasetSpec
	units     *unitIndex
	calendars map[string]*period.Calendar
	// targetSets names the TargetSets with a source, by KPI, in order.
	targetSets map[string][]string
}

func loadCatalogue(ctx context.Context, definitions Definitions, f access.Filter) (*catalogue, error) {
	specs, _, _, err := definitions.Definitions(ctx, f, nil)
	if err != nil {
		return nil, fmt.Errorf("read the definitions: %w", err)
	}
	systems, datasets, err := definitions.Sources(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("read the sources: %w", err)
	}
	return newCatalogue(specs, systems, datasets), nil
}

func newCatalogue(
	specs evaluate.Definitions, systems map[string]contract.SourceSystemSpec, datasets map[string]contract.DatasetSpec,
) *catalogue {
	c := &catalogue{
		Definitions: specs,
		systems:     systems,
		datasets:    datasets,
		units:       newUnitIndex(specs.Units),
		calendars:   map[string]*period.Calendar{},
		targetSets:  map[string][]string{},
	}
	for name, spec := range specs.Calendars {
		if calendar, err := period.New(spec); err == nil {
			c.calendars[name] = calendar
		}
	}
	for _, name := range slices.Sorted(maps.Keys(specs.TargetSets)) {
		if set := specs.TargetSets[name]; set.Source != nil {
			c.targetSets[set.Kpi] = append(c.targetSets[set.Kpi], name)
		}
	}
	return c
}

// collects reports whether anything of the KPI comes from a query, its values or amounts of its TargetSets, and it is not
// archived.
func (c *catalogue) collects(kpi string) bool {
	return !c.Archived[kpi] && c.hasQuery(kpi)
}

func (c *catalogue) hasQuery(kpi string) bool {
	return c.Kpis[kpi].Source.Type == sourceQuery || len(c.targetSets[kpi]) > 0
}

// system names the SourceSystem that a KPI is read from: its own, else its Dataset's; "" for none.
func (c *catalogue) system(kpi contract.KpiSpec) string {
	if kpi.Source.System != nil {
		return *kpi.Source.System
	}
	if kpi.Source.Dataset != nil {
		if system := c.datasets[*kpi.Source.Dataset].System; system != nil {
			return *system
		}
	}
	return ""
}

// Values of a KPI's source.type.
const (
	sourceQuery  = "query"
	sourceManual = "manual"
)
