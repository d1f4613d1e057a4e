package followup

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func trialsOf(entries []governance.Entry) []governance.Trial {
	var trials []governance.Trial
	for _, e := range entries {
		if e.Trial != nil {
			trials = append(trials, *e.Trial)
		}
	}
	return trials
}

// pendingTrial is a trial that measured values decide.
type pendingTrial struct {
	governance.Trial
	check contract.EffectCheck
	ask   governance.Measurement
}

// place is where values are measured.
type place struct{ kpi, unit string }

// checks says of each trial what came of it, by what is on trial. Every KPI and unit is read once.
func (s *Service) checks(
	ctx context.Context, f access.Filter, documents governance.Documents, trials []governance.Trial, m Moment,
) (map[contract.Ref]*contract.EffectCheck, error) {
	result := make(map[contract.Ref]*contract.EffectCheck, len(trials))
	waiting := map[place][]pendingTrial{}
	now := s.present(m)
	for _, trial := range trials {
		check, ask := trial.Begin(documents, now)
		if ask == nil {
			result[trial.Ref] = &check
			continue
		}
		at := place{ask.Kpi, ask.Unit}
		waiting[at] = append(waiting[at], pendingTrial{trial, check, *ask})
	}
	breaks := map[string][]time.Time{}
	for at, group := range waiting {
		points, unit, reason, err := s.measured(ctx, f, at, group, m)
		if err != nil {
			return nil, err
		}
		if _, known := breaks[at.kpi]; !known {
			if breaks[at.kpi], err = s.definitionBreaks(ctx, f, at.kpi); err != nil {
				return nil, err
			}
		}
		for _, t := range group {
			if unit != "" {
				t.check.Unit = &unit
			}
			check := t.check
			if reason != nil {
				check.State, check.Reason = governance.TrialNotEvaluable, reason
			} else {
				broken := slices.ContainsFunc(breaks[at.kpi], t.ask.Broken)
				check = t.Judge(t.check, points[t.ask.Before], points[t.ask.After], broken, now)
			}
			result[t.Ref] = &check
		}
	}
	return result, nil
}

// measured reads the values of one KPI and unit that a group of trials needs, by period, and the unit they belong to. What
// can't be measured at all is a reason, not an error.
func (s *Service) measured(
	ctx context.Context, f access.Filter, at place, group []pendingTrial, m Moment,
) (points map[string]*contract.SeriesPoint, unit string, reason *contract.Reason, err error) {
	first := slices.MinFunc(group, func(a, b pendingTrial) int { return cmp.Compare(a.ask.Before, b.ask.Before) })
	last := slices.MaxFunc(group, func(a, b pendingTrial) int { return cmp.Compare(a.ask.After, b.ask.After) })
	now := s.present(m)
	series, err := s.Series.Series(ctx, f, scorecard.SeriesQuery{
		Kpi: at.kpi, Unit: at.unit, From: first.ask.Before, To: last.ask.After, AsOf: m.AsOf, Now: &now,
	})
	var invalid *evaluate.InvalidError
	var unknown *evaluate.NotFoundError
	switch {
	case errors.As(err, &invalid):
		return nil, "", sentence.NotMeasurable(invalid.Message), nil
	case errors.As(err, &unknown):
		return nil, "", sentence.NothingToMeasure(unknown.Kind, unknown.Name), nil
	case err != nil:
		return nil, "", nil, err
	}
	points = make(map[string]*contract.SeriesPoint, len(series.Points))
	for i := range series.Points {
		points[series.Points[i].Period] = &series.Points[i]
	}
	return points, series.Unit, nil, nil
}

// breaking are the parts of a KPI's definition whose change parts its values: those before mean something else.
var breaking = []string{"/spec/source", "/spec/unitOfMeasure/unit", "/spec/frequency", "/spec/calendar"}

// definitionBreaks are the instants at which a KPI began to be measured otherwise. A formula is computed anew for every
// period, so changing one breaks nothing.
func (s *Service) definitionBreaks(ctx context.Context, f access.Filter, kpi string) ([]time.Time, error) {
	history, err := s.Documents.History(ctx, f, "Kpi", kpi)
	if err != nil {
		return nil, err
	}
	var breaks []time.Time
	for _, version := range history.Items {
		at, err := time.Parse(time.RFC3339, version.At)
		if err != nil || version.Action == "created" {
			continue
		}
		if slices.ContainsFunc(version.Diff, func(c contract.Change) bool { return partsValues(c.Path) }) {
			breaks = append(breaks, at)
		}
	}
	return breaks, nil
}

// partsValues tells whether a change at a path of the definition makes earlier values incomparable.
func partsValues(path string) bool {
	return !strings.HasPrefix(path, "/spec/source/formula") && !strings.HasPrefix(path, "/spec/source/contributors") &&
		slices.ContainsFunc(breaking, func(prefix string) bool { return path == prefix || strings.HasPrefix(path, prefix+"/") })
}
