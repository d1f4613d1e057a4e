package evaluate

import (
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// SeriesRequest asks for a KPI over time. From and To are period ids, both included; of another frequency than the asked one
// they stand for the periods within them, or the one around them. By default Frequency is the KPI's own, To holds Now, From is
// 11 periods before To, and Unit is the scorecard's, else the KPI's only unit or the forest's only root. Scorecard gives the
// scheme; red, amber, green without one.
type SeriesRequest struct {
	Kpi       string
	Unit      string
	From      string
	To        string
	Frequency string
	Scorecard string
	Now       time.Time
}

// MaxPoints is the most points that a series has.
const MaxPoints = 5000

// seriesScope is what a request stands for.
type seriesScope struct {
	kpi  *kpi
	unit int32
	card *card
	freq period.Frequency
	run  run
}

// defaultPoints is how many points a series has that says only where it ends.
const defaultPoints = 12

func (m *Model) seriesScope(r SeriesRequest) (s seriesScope, err error) {
	if s.kpi, s.card, s.unit, err = m.subject(r.Kpi, r.Unit, r.Scorecard); err != nil {
		return s, err
	}
	cal := s.kpi.cal
	if s.freq = s.kpi.freq; r.Frequency != "" {
		if s.freq = period.Frequency(r.Frequency); s.freq.Rank() < 0 {
			return s, &InvalidError{"frequency", "must be day, week, month, quarter, half or year"}
		}
	}
	from, to := "", ""
	if from, to = r.From, r.To; to == "" {
		s.run.last = cal.At(r.Now, s.freq).Ordinal
	} else {
		p, err := cal.period("to", to)
		if err != nil {
			return s, err
		}
		_, last := cal.Sub(p, s.freq)
		s.run.last = last.Ordinal
	}
	if s.run.first = s.run.last - defaultPoints + 1; from != "" {
		p, err := cal.period("from", from)
		if err != nil {
			return s, err
		}
		first, _ := cal.Sub(p, s.freq)
		if s.run.first = first.Ordinal; to == "" {
			s.run.last = max(s.run.last, s.run.first)
		}
	}
	switch points := s.run.last - s.run.first + 1; {
	case points < 1:
		return s, &InvalidError{"from", "must not be after to"}
	case points > MaxPoints:
		return s, &InvalidError{"from", fmt.Sprintf("asks for %d periods; at most %d are given", points, MaxPoints)}
	}
	return s, nil
}

// subject finds the KPI, scorecard and unit of a request.
func (m *Model) subject(kpiName, unit, scorecard string) (k *kpi, c *card, u int32, err error) {
	if k, err = m.kpi(kpiName); err != nil {
		return nil, nil, noUnit, err
	}
	if k.cal == nil || k.rank < 0 {
		return nil, nil, noUnit, &InvalidError{"kpi", k.broken.Message}
	}
	if scorecard != "" {
		if c, err = m.card(scorecard); err != nil {
			return nil, nil, noUnit, err
		}
	}
	switch {
	case unit != "":
		u, err = m.unit(unit)
	case c != nil:
		u = c.unit
	case len(k.spec.Units) == 1:
		u, err = m.unit(k.spec.Units[0])
	case m.units.size() > 0 && m.units.end[0] == m.units.size():
		u = 0
	default:
		err = &InvalidError{"unit", "there are several trees of units: say which unit"}
	}
	return k, c, u, err
}

// SeriesNeeds lists the observations that Series reads for a request. Errors are as Series'.
func (m *Model) SeriesNeeds(r SeriesRequest) ([]Window, error) {
	s, err := m.seriesScope(r)
	if err != nil {
		return nil, err
	}
	d := m.demand(r.Now)
	d.judged(s.kpi, spanOver(s.kpi.cal, s.freq, s.run))
	return d.windows(), nil
}

// Series is a KPI over time. Errors are NotFoundError and InvalidError.
func (m *Model) Series(r SeriesRequest, o *Observations) (contract.Series, error) {
	s, err := m.seriesScope(r)
	if err != nil {
		return contract.Series{}, err
	}
	e, k := m.evaluator(o, r.Now), s.kpi
	series := contract.Series{
		Kpi: k.name, Unit: m.units.names[s.unit], Frequency: string(s.freq),
		Points: make([]contract.SeriesPoint, 0, s.run.last-s.run.first+1),
	}
	for ordinal := s.run.first; ordinal <= s.run.last; ordinal++ {
		p := period.Period{Frequency: s.freq, Ordinal: ordinal}
		j := e.judge(k, s.unit, s.card, k.cal, p)
		point := contract.SeriesPoint{
			Period: k.cal.ID(p), Start: period.InstantText(k.cal.Start(p)), End: period.InstantText(k.cal.End(p)), Value: j.number(),
			Target: j.amounts[target], Stretch: j.amounts[stretch], Baseline: j.amounts[baseline], Score: j.score,
			State: j.state.String(), Reason: j.unscored,
		}
		if j.score != nil {
			status := schemeFor(s.card).Status(*j.score)
			point.Status = &status
		}
		if j.carried {
			own := k.cal.ID(j.period)
			point.Carried = &own
		}
		if k.broken == nil {
			closes := period.InstantText(e.clock(k.cal).close(j.period, k.settleDays))
			point.ClosesAt = &closes
		}
		if j.hasScale {
			point.Bands = j.resolved.Bands(schemeFor(s.card))
		}
		series.Points = append(series.Points, point)
	}
	return series, nil
}
