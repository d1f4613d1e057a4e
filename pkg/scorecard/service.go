// Package scorecard answers what is read from scorecards: views, maps, series, explanations. It loads the facts and hands
// them to evaluate; the same facts give the same answer, now and later.
package scorecard

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

// Definitions gives what was defined; the resource engine implements it.
type Definitions interface {
	// Definitions returns the specs that the filter lets through, now or as of a time, with the org's versions and the
	// version of each resource.
	Definitions(ctx context.Context, f access.Filter, asOf *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error)
	// Sources returns the specs of source systems and datasets by name.
	Sources(ctx context.Context, f access.Filter) (map[string]contract.SourceSystemSpec, map[string]contract.DatasetSpec, error)
}

// Service answers reads.
type Service struct {
	definitions  Definitions
	observations ObservationReader
	compose      Compose
	now          func() time.Time
	models       *modelCache
	views        *viewCache
	observer     Observer
}

// Observer is told how views come about. It must be safe for concurrent use.
type Observer interface {
	// CachedView tells that a view was still known.
	CachedView()
	// ComputeView begins the computation of a view. It returns its context and what is called with its error, or nil, at the end.
	ComputeView(ctx context.Context) (context.Context, func(err error))
}

// nobody is the observer of a service that none was given.
type nobody struct{}

func (nobody) CachedView() {}
func (nobody) ComputeView(ctx context.Context) (context.Context, func(error)) {
	return ctx, func(error) {}
}

// Compose reads documents that stand by themselves, by the rules of an apply to an empty org.
type Compose func(documents []map[string]any) (evaluate.Definitions, error)

// New makes a service. now is the clock for requests that don't set their own.
func New(definitions Definitions, observations ObservationReader, compose Compose, now func() time.Time) *Service {
	return &Service{
		definitions: definitions, observations: observations, compose: compose, now: now,
		models: newModelCache(), views: newViewCache(), observer: nobody{},
	}
}

// Observe has an observer told from now on; it is called before the service is used.
func (s *Service) Observe(o Observer) { s.observer = o }

// model is the compiled state of an org's definitions.
type model struct {
	*evaluate.Model
	specs    evaluate.Definitions
	versions map[contract.Ref]int
}

func (s *Service) model(ctx context.Context, f access.Filter, asOf *time.Time) (*model, error) {
	m, _, err := s.modelAndData(ctx, f, asOf)
	return m, err
}

// modelAndData also gives the org's data version: the same number means the same facts.
func (s *Service) modelAndData(ctx context.Context, f access.Filter, asOf *time.Time) (*model, int64, error) {
	specs, versions, resources, err := s.definitions.Definitions(ctx, f, asOf)
	if err != nil {
		return nil, 0, err
	}
	m, err := s.models.get(modelKey{org: f.Org(), definitions: versions.Definitions, asOf: millis(asOf)}, func() (*model, error) {
		compiled, err := evaluate.Compile(specs)
		if err != nil {
			return nil, fmt.Errorf("compile the definitions: %w", err)
		}
		return &model{Model: compiled, specs: specs, versions: resources}, nil
	})
	return m, versions.Data, err
}

// present is the instant a request is answered for: its own now, else the time as of which it asks, else the clock's.
func (s *Service) present(now, asOf *time.Time) time.Time {
	switch {
	case now != nil:
		return now.UTC()
	case asOf != nil:
		return asOf.UTC()
	}
	return s.now().UTC()
}

// seesUnit answers a unit that the caller may not see as unknown.
func seesUnit(f access.Filter, unit string) error {
	if !f.SeesUnit(unit) {
		return &evaluate.NotFoundError{Kind: "OrgUnit", Name: unit}
	}
	return nil
}

func (m *model) calendarOf(ref contract.Ref) (name, frequency string, err error) {
	switch ref.Kind {
	case "Scorecard":
		if spec, ok := m.specs.Scorecards[ref.Name]; ok {
			return spec.Calendar, string(spec.Frequency), nil
		}
	case "Kpi":
		if spec, ok := m.specs.Kpis[ref.Name]; ok {
			return spec.Calendar, string(spec.Frequency), nil
		}
	}
	return "", "", &evaluate.NotFoundError{Kind: ref.Kind, Name: ref.Name}
}

func (m *model) calendar(name string) (*period.Calendar, error) {
	spec, ok := m.specs.Calendars[name]
	if !ok {
		return nil, &evaluate.NotFoundError{Kind: "Calendar", Name: name}
	}
	return period.New(spec)
}

// PeriodAt gives the period of the frequency that holds the instant, now when nil. The calendar's name may be left out when
// there is one calendar.
func (s *Service) PeriodAt(ctx context.Context, f access.Filter, calendar, frequency string, at *time.Time) (contract.Period, error) {
	m, err := s.model(ctx, f, nil)
	if err != nil {
		return contract.Period{}, err
	}
	if calendar == "" {
		if len(m.specs.Calendars) != 1 {
			names := slices.Sorted(maps.Keys(m.specs.Calendars))
			return contract.Period{}, &evaluate.InvalidError{Field: "calendar", Message: fmt.Sprintf("say which calendar; there are %v", names)}
		}
		for name := range m.specs.Calendars {
			calendar = name
		}
	}
	c, err := m.calendar(calendar)
	if err != nil {
		return contract.Period{}, err
	}
	return periodOf(c, c.At(s.present(at, nil), period.Frequency(frequency))), nil
}

// PeriodsOf lists the periods of a scorecard's or KPI's calendar that touch [from, to], at most max of them: the last ones.
// An empty frequency means the scorecard's or KPI's own.
func (s *Service) PeriodsOf(
	ctx context.Context, f access.Filter, ref contract.Ref, frequency string, from, to time.Time, max int,
) ([]contract.Period, error) {
	m, err := s.model(ctx, f, nil)
	if err != nil {
		return nil, err
	}
	name, own, err := m.calendarOf(ref)
	if err != nil {
		return nil, err
	}
	if frequency == "" {
		frequency = own
	}
	if frequencies := period.Frequencies(); !slices.Contains(frequencies, period.Frequency(frequency)) {
		return nil, &evaluate.InvalidError{Field: "frequency", Message: fmt.Sprintf("%q is none of %v", frequency, frequencies)}
	}
	c, err := m.calendar(name)
	if err != nil {
		return nil, err
	}
	first, last := c.At(from, period.Frequency(frequency)), c.At(to, period.Frequency(frequency))
	if last.Ordinal-first.Ordinal >= max {
		first.Ordinal = last.Ordinal - max + 1
	}
	periods := make([]contract.Period, 0, last.Ordinal-first.Ordinal+1)
	for p := first; p.Ordinal <= last.Ordinal; p.Ordinal++ {
		periods = append(periods, periodOf(c, p))
	}
	return periods, nil
}

func periodOf(c *period.Calendar, p period.Period) contract.Period {
	return contract.Period{ID: c.ID(p), Start: period.InstantText(c.Start(p)), End: period.InstantText(c.End(p))}
}

func millis(t *time.Time) int64 {
	if t == nil {
		return 0
	}
	return t.UnixMilli()
}
