package review

import (
	"context"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Measurements gives what scorecards measure. scorecard.Service does.
type Measurements interface {
	View(ctx context.Context, f access.Filter, query scorecard.ViewQuery) (contract.View, error)
	ManySeries(ctx context.Context, f access.Filter, query scorecard.ManySeriesQuery) ([]contract.Series, error)
}

// IntensityQuery asks how lively a scorecard's KPIs are. Absent fields: the last period that has ended, the scorecard's own unit,
// everything known, the present. A period that has not ended stands for the last one that has.
type IntensityQuery struct {
	Scorecard string
	Period    string
	Unit      string
	AsOf      *time.Time
	Now       *time.Time
}

const (
	// spareHistory is how many periods more than needed are read, so that gaps don't shorten the base.
	spareHistory = 12
	// namedDrivers is how many KPIs a proposal names.
	namedDrivers = 5
)

// Intensity measures how lively the KPIs of a scorecard are, and says what follows for its reviews. Errors are those of evaluate.
func (s *Service) Intensity(ctx context.Context, f access.Filter, query IntensityQuery) (contract.Intensity, error) {
	documents, err := s.Documents.Governance(ctx, f, query.AsOf)
	if err != nil {
		return contract.Intensity{}, err
	}
	now := s.present(query.Now, query.AsOf)
	view, err := s.Measurements.View(ctx, f, scorecard.ViewQuery{
		Scorecard: query.Scorecard, Period: query.Period, Unit: query.Unit, AsOf: query.AsOf, Now: &now,
	})
	if err != nil {
		return contract.Intensity{}, err
	}
	spec := documents.Scorecards[query.Scorecard]
	calendar, err := period.New(documents.Calendars[spec.Calendar])
	if err != nil {
		return contract.Intensity{}, err
	}
	judged, err := judgedPeriod(calendar, period.Frequency(spec.Frequency), view.Period.ID, now)
	if err != nil {
		return contract.Intensity{}, err
	}
	m := &movement{calendar: calendar, judged: judged, unit: view.Unit, kpis: measuredKpis(view.Node, documents.Kpis, judged.Frequency)}
	if m.series, err = s.Measurements.ManySeries(ctx, f, m.questions(query.AsOf, now)); err != nil {
		return contract.Intensity{}, err
	}
	answer := contract.Intensity{
		Scorecard: query.Scorecard, Unit: view.Unit, Period: calendar.ID(judged), Now: now.Format(time.RFC3339), Rule: governance.IntensityRule,
	}
	m.judge(&answer)
	readings := m.readings(&answer)
	today := now.In(calendar.Location()).Format(time.DateOnly)
	answer.Events = declaredEvents(documents, query.Scorecard, today)
	answer.Proposals = cadenceSteps(documents, query.Scorecard, now, today, advice(readings, answer))
	for i := range answer.Proposals {
		if step := &answer.Proposals[i]; step.Blocked == nil && step.Decided == nil {
			answer.Proposal = step
			break
		}
	}
	return answer, nil
}

// judgedPeriod is the last period of the scorecard's frequency that lies in the one asked for and has ended, or the last one that
// has ended at all.
func judgedPeriod(calendar *period.Calendar, frequency period.Frequency, id string, now time.Time) (period.Period, error) {
	asked, err := calendar.Parse(id)
	if err != nil {
		return period.Period{}, &evaluate.InvalidError{Field: "period", Message: err.Error()}
	}
	_, last := calendar.Sub(asked, frequency)
	if ended := calendar.At(now, frequency).Next(-1); last.Ordinal > ended.Ordinal {
		last = ended
	}
	return last, nil
}

// measuredKpi is a KPI below a scorecard and how often it is judged: never more often than it is measured.
type measuredKpi struct {
	name      string
	spec      contract.KpiSpec
	frequency period.Frequency
}

// measuredKpis are the KPIs below a node, each once, in the order of the tree.
func measuredKpis(node contract.Node, specs map[string]contract.KpiSpec, frequency period.Frequency) []measuredKpi {
	var kpis []measuredKpi
	seen := map[string]bool{}
	var visit func(node contract.Node)
	visit = func(node contract.Node) {
		if spec, known := specs[node.Ref.Name]; node.Ref.Kind == "Kpi" && known && !seen[node.Ref.Name] {
			seen[node.Ref.Name] = true
			k := measuredKpi{name: node.Ref.Name, spec: spec, frequency: frequency}
			if own := period.Frequency(spec.Frequency); own.Rank() > frequency.Rank() {
				k.frequency = own
			}
			kpis = append(kpis, k)
		}
		for _, child := range node.Children {
			visit(child)
		}
	}
	visit(node)
	return kpis
}

// movement is the course of a scorecard's KPIs up to the judged period.
type movement struct {
	calendar *period.Calendar
	judged   period.Period
	unit     string
	kpis     []measuredKpi
	series   []contract.Series
	// outcomes are what came of the KPIs; nil of those that couldn't be judged.
	outcomes []*governance.KpiVolatility
}

// newest is the last period of a frequency that has ended by the end of a period of the scorecard's.
func (m *movement) newest(at period.Period, frequency period.Frequency) period.Period {
	p := m.calendar.Containing(at, frequency)
	if m.calendar.End(p).After(m.calendar.End(at)) {
		p = p.Next(-1)
	}
	return p
}

// first is the first period that is read of a KPI.
func (m *movement) first(k measuredKpi) period.Period {
	return m.newest(m.judged, k.frequency).Next(-(governance.BasePeriods + governance.JudgedPeriods + spareHistory - 1))
}

func (m *movement) questions(asOf *time.Time, now time.Time) scorecard.ManySeriesQuery {
	query := scorecard.ManySeriesQuery{AsOf: asOf, Now: &now}
	for _, k := range m.kpis {
		query.Series = append(query.Series, scorecard.SeriesQuery{
			Kpi: k.name, Unit: m.unit, Frequency: string(k.frequency),
			From: m.calendar.ID(m.first(k)), To: m.calendar.ID(m.newest(m.judged, k.frequency)),
		})
	}
	return query
}

// judge fills in drivers, excluded KPIs and how many could be judged.
func (m *movement) judge(answer *contract.Intensity) {
	answer.Drivers, answer.Excluded = []contract.VolatilityDriver{}, []contract.ExcludedKpi{}
	for i, k := range m.kpis {
		points := m.series[i].Points
		values := make([]*float64, len(points))
		for j, p := range points {
			values[j] = p.Value
		}
		judged, reason := governance.Volatility(values)
		if reason != nil {
			m.outcomes = append(m.outcomes, nil)
			answer.Excluded = append(answer.Excluded, contract.ExcludedKpi{Kpi: k.name, Reason: *reason})
			continue
		}
		m.outcomes = append(m.outcomes, &judged)
		answer.Drivers = append(answer.Drivers, m.driver(k, judged, points))
	}
	slices.SortStableFunc(answer.Drivers, func(a, b contract.VolatilityDriver) int {
		switch {
		case a.Effect > b.Effect:
			return -1
		case a.Effect < b.Effect:
			return 1
		}
		return 0
	})
	answer.Kpis = int64(len(answer.Drivers))
	if answer.Kpis == 0 {
		answer.Reason = sentence.NothingJudged
	}
}

func (m *movement) driver(k measuredKpi, judged governance.KpiVolatility, points []contract.SeriesPoint) contract.VolatilityDriver {
	driver := contract.VolatilityDriver{
		Kpi: k.name, Title: k.spec.Title, Unit: m.unit, Residuals: judged.Residuals, SigmaBase: judged.SigmaBase, Periods: int64(len(judged.Points)),
	}
	if u := k.spec.UnitOfMeasure; u != nil {
		driver.UnitOfMeasure, driver.Decimals = u.Unit, u.Decimals
	}
	for i, p := range judged.Points {
		driver.Points = append(driver.Points, contract.VolatilityPoint{
			Period: points[judged.First+i].Period, Value: p.Value, Centre: p.Centre, Lower: p.Lower, Upper: p.Upper, Outside: p.Outside,
		})
	}
	newest := judged.Points[len(judged.Points)-1]
	driver.Ratio, driver.SigmaNow, driver.Effect = newest.Ratio, newest.SigmaNow, newest.Effect()
	driver.Value, driver.Centre, driver.Lower, driver.Upper, driver.Outside = newest.Value, newest.Centre, newest.Lower, newest.Upper, newest.Outside
	return driver
}

// readings fills in the course of volatility and shift share, oldest first, and gives it.
func (m *movement) readings(answer *contract.Intensity) []governance.IntensityReading {
	readings := make([]governance.IntensityReading, governance.JudgedPeriods)
	for n := range readings {
		at := m.judged.Next(n - governance.JudgedPeriods + 1)
		var points []governance.VolatilityPoint
		for i, outcome := range m.outcomes {
			if outcome == nil {
				continue
			}
			index := m.newest(at, m.kpis[i].frequency).Ordinal - m.first(m.kpis[i]).Ordinal - outcome.First
			if index >= 0 {
				points = append(points, outcome.Points[index])
			}
		}
		readings[n] = governance.ReadIntensity(points)
		answer.History = append(answer.History, contract.IntensityPoint{
			Period: m.calendar.ID(at), Volatility: readings[n].Volatility, ShiftShare: readings[n].ShiftShare,
		})
	}
	newest := readings[len(readings)-1]
	answer.Volatility, answer.ShiftShare = newest.Volatility, newest.ShiftShare
	return readings
}
