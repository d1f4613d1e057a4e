package resource

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// measuredKinds are those that measured values and scores come from: a change of others leaves all of these as they are.
var measuredKinds = map[string]bool{
	"Calendar": true, "CausalLink": true, "Dataset": true, "Kpi": true, "Objective": true, "OrgUnit": true, "Scorecard": true,
	"SourceSystem": true, "StatusOverride": true, "Strategy": true, "TargetSet": true, "Theme": true,
}

// facts are the definitions of one version, for evaluation.
type facts struct {
	version     int64
	definitions evaluate.Definitions
	versions    map[contract.Ref]int
}

// Definitions gives the specs of every resource that evaluation reads, as they are now or were at a time, with the
// org's versions at present and the version of each resource of these kinds. Writes of other kinds leave the versions as they were.
// Archived resources are among them: others may refer to them. The maps are shared: callers don't change them.
func (e *Engine) Definitions(ctx context.Context, f access.Filter, asOf *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return evaluate.Definitions{}, evaluate.Versions{}, nil, err
	}
	if asOf != nil {
		s, versions, err := e.past(ctx, f.Org(), *asOf)
		if err != nil {
			return evaluate.Definitions{}, evaluate.Versions{}, nil, err
		}
		past := factsOf(s)
		return past.definitions, versions, past.versions, nil
	}
	s, err := e.current(ctx, f.Org())
	if err != nil {
		return evaluate.Definitions{}, evaluate.Versions{}, nil, err
	}
	e.mu.Lock()
	known := e.facts[f.Org()]
	e.mu.Unlock()
	if known == nil || known.version != s.measured.Definitions {
		known = factsOf(s)
		e.mu.Lock()
		e.facts[f.Org()] = known
		e.mu.Unlock()
	}
	return known.definitions, s.measured, known.versions, nil
}

// Compose gives the definitions that documents make by themselves, without any store: they are held to the same rules as
// an apply to an empty org. The error is a *ParseError, *TooLargeError or *InvalidError.
func Compose(in Input) (evaluate.Definitions, error) {
	request, err := readRequest([]Input{in})
	if err != nil {
		return evaluate.Definitions{}, err
	}
	empty := &state{}
	c := planned(empty, request.puts(), deletion{}, author{managedBy: ManagedByAPI})
	if problems := request.problems(c); len(problems) > 0 {
		return evaluate.Definitions{}, &InvalidError{problems}
	}
	return factsOf(c.after).definitions, nil
}

// ComposeDocuments is Compose for documents that have been decoded already.
func ComposeDocuments(documents []map[string]any) (evaluate.Definitions, error) {
	encoded, err := json.Marshal(documents)
	if err != nil {
		return evaluate.Definitions{}, fmt.Errorf("encode documents: %w", err)
	}
	return Compose(Input{Data: encoded, Format: JSON})
}

func factsOf(s *state) *facts {
	d := evaluate.Definitions{
		Calendars: map[string]contract.CalendarSpec{}, Units: map[string]contract.OrgUnitSpec{}, Kpis: map[string]contract.KpiSpec{},
		TargetSets: map[string]contract.TargetSetSpec{}, Strategies: map[string]contract.StrategySpec{},
		Themes: map[string]contract.ThemeSpec{}, Objectives: map[string]contract.ObjectiveSpec{},
		CausalLinks: map[string]contract.CausalLinkSpec{}, Scorecards: map[string]contract.ScorecardSpec{},
		Overrides: map[string]contract.StatusOverrideSpec{}, Gaps: map[string][]string{}, Archived: map[string]bool{},
	}
	versions := map[contract.Ref]int{}
	for _, e := range s.measuredEntries() {
		ref := e.ref
		versions[ref] = e.stored.Version
		switch spec := e.spec.(type) {
		case *contract.CalendarSpec:
			d.Calendars[ref.Name] = *spec
		case *contract.OrgUnitSpec:
			d.Units[ref.Name] = *spec
		case *contract.KpiSpec:
			d.Kpis[ref.Name] = *spec
			d.Gaps[ref.Name] = s.gaps(spec)
			if e.stored.Archived {
				d.Archived[ref.Name] = true
			}
		case *contract.TargetSetSpec:
			d.TargetSets[ref.Name] = *spec
		case *contract.StrategySpec:
			d.Strategies[ref.Name] = *spec
		case *contract.ThemeSpec:
			d.Themes[ref.Name] = *spec
		case *contract.ObjectiveSpec:
			d.Objectives[ref.Name] = *spec
		case *contract.CausalLinkSpec:
			d.CausalLinks[ref.Name] = *spec
		case *contract.ScorecardSpec:
			d.Scorecards[ref.Name] = *spec
		case *contract.StatusOverrideSpec:
			d.Overrides[ref.Name] = *spec
		}
	}
	return &facts{version: s.measured.Definitions, definitions: d, versions: versions}
}

// measuredEntries lists the entries of measuredKinds.
func (s *state) measuredEntries() (entries []*entry) {
	for kind := range measuredKinds {
		entries = append(entries, slices.Collect(maps.Values(s.shelf(kind).entries))...)
	}
	return entries
}

// Sources gives the specs that collection reads beside the definitions: source systems and datasets, by name. The maps are shared:
// callers don't change them.
func (e *Engine) Sources(ctx context.Context, f access.Filter) (systems map[string]contract.SourceSystemSpec, datasets map[string]contract.DatasetSpec, err error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return nil, nil, err
	}
	s, err := e.current(ctx, f.Org())
	if err != nil {
		return nil, nil, err
	}
	return specsOf[contract.SourceSystemSpec](s, "SourceSystem"), specsOf[contract.DatasetSpec](s, "Dataset"), nil
}

// specsOf gives the sound specs of a kind by name. The map is shared: callers don't change it.
func specsOf[T any](s *state, kind string) map[string]T {
	on := s.shelf(kind)
	return on.index.specs.get(func() any {
		result := make(map[string]T, len(on.entries))
		for name, e := range on.entries {
			if spec, ok := e.spec.(*T); ok && !e.origin.broken() {
				result[name] = *spec
			}
		}
		return result
	}).(map[string]T)
}
