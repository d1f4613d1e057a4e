package governance

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// When reviews should come more or less often.
const (
	// UpVolatility and UpShift ask for more reviews when one of them is reached in UpPeriods periods running.
	UpVolatility = 1.5
	UpShift      = 0.25
	UpPeriods    = 2
	// DownVolatility allows fewer when it is not exceeded in DownPeriods periods running.
	DownVolatility = 0.7
	DownPeriods    = 4
	// RestCycles is how many cycles a cadence stays as it is after a step.
	RestCycles = 2
)

// Direction is where a cadence should go.
type Direction string

// Directions of a cadence.
const (
	Up   Direction = "up"
	Down Direction = "down"
	Stay Direction = ""
)

// IntensityReading sums up the KPIs of a scorecard at one period. Both are nil where no KPI was judged.
type IntensityReading struct {
	// Volatility is the median over the KPIs of their ratio.
	Volatility *float64
	// ShiftShare is the share of the KPIs with a value whose value lies outside its limits.
	ShiftShare *float64
}

// ReadIntensity sums up the points of a scorecard's KPIs at one period.
func ReadIntensity(points []VolatilityPoint) IntensityReading {
	var ratios []float64
	valued, outside := 0, 0
	for _, p := range points {
		ratios = append(ratios, p.Ratio)
		if p.Outside != nil {
			valued++
			if *p.Outside {
				outside++
			}
		}
	}
	var reading IntensityReading
	if len(ratios) > 0 {
		reading.Volatility = new(median(ratios))
	}
	if valued > 0 {
		reading.ShiftShare = new(float64(outside) / float64(valued))
	}
	return reading
}

func (r IntensityReading) lively() bool {
	return r.Volatility != nil && *r.Volatility >= UpVolatility || r.ShiftShare != nil && *r.ShiftShare >= UpShift
}

func (r IntensityReading) calm() bool {
	return r.Volatility != nil && *r.Volatility <= DownVolatility
}

// Advise says where the cadence should go, and why, in one sentence or two, by the readings of the last periods, oldest first, and the titles of the
// open events.
func Advise(readings []IntensityReading, events []string) (Direction, []contract.Reason) {
	all := func(n int, holds func(IntensityReading) bool) bool {
		if len(readings) < n {
			return false
		}
		for _, r := range readings[len(readings)-n:] {
			if !holds(r) {
				return false
			}
		}
		return true
	}
	lively := all(UpPeriods, IntensityReading.lively)
	switch {
	case len(events) > 0 && lively:
		return Up, []contract.Reason{*whyLively(readings[len(readings)-1]), *sentence.EventToo(events[0])}
	case len(events) > 0:
		return Up, []contract.Reason{*sentence.EventDeclared(events[0])}
	case lively:
		return Up, []contract.Reason{*whyLively(readings[len(readings)-1])}
	case all(DownPeriods, IntensityReading.calm):
		return Down, []contract.Reason{*sentence.Calm(*readings[len(readings)-1].Volatility, DownVolatility, DownPeriods)}
	}
	return Stay, []contract.Reason{}
}

func whyLively(r IntensityReading) *contract.Reason {
	varied, shifted := r.Volatility != nil && *r.Volatility >= UpVolatility, r.ShiftShare != nil && *r.ShiftShare >= UpShift
	switch {
	case !varied:
		return sentence.LivelyShare(UpPeriods, *r.ShiftShare, UpShift)
	case !shifted:
		return sentence.LivelyVariation(UpPeriods, *r.Volatility, UpVolatility)
	}
	return sentence.LivelyBoth(UpPeriods, *r.Volatility, UpVolatility, *r.ShiftShare, UpShift)
}

// Step is the next cadence in a direction within the bounds; the reason says why there is none. to is then where the step
// would lead, or the cadence itself at the end of the ladder.
func Step(every string, direction Direction, bounds *contract.CadenceBounds) (to string, blocked *contract.Reason) {
	ladder := period.Frequencies()
	rank := period.Frequency(every).Rank()
	next := rank + 1
	if direction == Up {
		next = rank - 1
	}
	if next < 0 || next >= len(ladder) {
		return every, sentence.NoStep(every)
	}
	to = string(ladder[next])
	if bounds == nil {
		return to, nil
	}
	if often := bounds.Often; direction == Up && often != nil && next < period.Frequency(*often).Rank() {
		return to, sentence.TooOften(*often)
	}
	if seldom := bounds.Seldom; direction == Down && seldom != nil && next > period.Frequency(*seldom).Rank() {
		return to, sentence.TooSeldom(*seldom)
	}
	return to, nil
}

// AfterCycles is the day n cycles of a cadence after a day.
func AfterCycles(day time.Time, every string, n int) time.Time {
	switch period.Frequency(every) {
	case period.Day:
		return day.AddDate(0, 0, n)
	case period.Week:
		return day.AddDate(0, 0, 7*n)
	case period.Month:
		return day.AddDate(0, n, 0)
	case period.Quarter:
		return day.AddDate(0, 3*n, 0)
	case period.Half:
		return day.AddDate(0, 6*n, 0)
	}
	return day.AddDate(n, 0, 0)
}
