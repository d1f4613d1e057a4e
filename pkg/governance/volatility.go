package governance

import (
	"math"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// IntensityRule names the version of the rules of volatility and cadence.
const IntensityRule = "intensity/1"

const (
	// BasePeriods is how many periods say what is usual for a KPI; they lie before the judged ones and are never judged.
	BasePeriods = 24
	// JudgedPeriods is how many of the newest periods are held against them, at most.
	JudgedPeriods = 12
	// decay is the weight of what was known in the moving average of ranges; the newest range has the rest.
	decay = 0.8
	// meanRange and medianRange are mean and median of the range of two normal values, in standard deviations.
	meanRange, medianRange = 1.128, 0.954
	// limitRanges is how many mean moving ranges the control limits lie from the centre: 3 / 1.128.
	limitRanges = 2.66
	// leastRanges is how many of the base's moving ranges must be known: half of them.
	leastRanges = BasePeriods / 2
)

// autocorrelated is the lag-1 coefficient from which on a base of 24 is taken for autocorrelated: one-sided, at 5 %.
var autocorrelated = 1.645 / math.Sqrt(BasePeriods)

// KpiVolatility is how lively a KPI was in its judged periods, held against the base before them.
type KpiVolatility struct {
	// Residuals tells that not the values were judged but what a lag-1 fit of the base leaves of them.
	Residuals bool
	// SigmaBase is the standard deviation that is usual, from the median moving range of the base.
	SigmaBase float64
	// First is the index of the first judged period; Points begin there and end with the series.
	First  int
	Points []VolatilityPoint
}

// VolatilityPoint is a judged period. What needs a value is nil where there is none.
type VolatilityPoint struct {
	// SigmaNow is the standard deviation by the moving average of ranges, Ratio that by SigmaBase.
	SigmaNow, Ratio float64
	Value           *float64
	// Lower and Upper are the control limits of this period's value.
	Centre, Lower, Upper *float64
	Outside              *bool
}

// Effect is how far the point goes towards a step up: 1 is at a limit, be it of variation or of control.
func (p VolatilityPoint) Effect() float64 {
	effect := p.Ratio / UpVolatility
	if p.Value != nil && p.Centre != nil && *p.Upper > *p.Centre {
		effect = max(effect, math.Abs(*p.Value-*p.Centre)/(*p.Upper-*p.Centre))
	}
	return effect
}

// Volatility judges the newest periods of a series, at most 12 of them, by the 24 with a value before those; a shorter
// history leaves fewer to be judged. Values are of periods that follow each other, nil where there is none; the newest is the
// last. A KPI that can't be judged has the reason instead.
func Volatility(values []*float64) (KpiVolatility, *contract.Reason) {
	first, known := splitBase(values)
	if first < 0 {
		return KpiVolatility{}, sentence.TooFewPeriods(known, BasePeriods)
	}
	if values[len(values)-1] == nil {
		return KpiVolatility{}, sentence.NoValue
	}
	result := KpiVolatility{First: first}
	coefficient, fits := lagOne(values[:first])
	result.Residuals = fits && coefficient > autocorrelated
	judged, expected := values, make([]*float64, len(values))
	if result.Residuals {
		judged, expected = residuals(values, coefficient)
	}
	begin := baseBegin(values, first)
	// A base's first range reaches back to the value before it, where there is one.
	ranges := movingRanges(judged[max(0, begin-1):first])
	if len(ranges) < leastRanges {
		return KpiVolatility{}, sentence.TooManyGaps(len(ranges), BasePeriods, leastRanges)
	}
	result.SigmaBase = median(ranges) / medianRange
	centre, width := meanOf(present(judged[begin:first])), limitRanges*meanOf(ranges)
	if result.SigmaBase <= math.Abs(centre)*1e-12 {
		return KpiVolatility{}, sentence.NothingChanged(BasePeriods)
	}
	average := result.SigmaBase * meanRange
	for i := first; i < len(values); i++ {
		if judged[i] != nil && judged[i-1] != nil {
			average = decay*average + (1-decay)*math.Abs(*judged[i]-*judged[i-1])
		}
		point := VolatilityPoint{SigmaNow: average / meanRange, Value: values[i]}
		point.Ratio = point.SigmaNow / result.SigmaBase
		if level := limitCentre(result.Residuals, centre, expected[i]); level != nil {
			point.Centre, point.Lower, point.Upper = level, new(*level-width), new(*level+width)
			if values[i] != nil {
				point.Outside = new(*values[i] < *point.Lower || *values[i] > *point.Upper)
			}
		}
		if !point.isFinite() || !isFinite(centre+width) {
			return KpiVolatility{}, sentence.TooLarge
		}
		result.Points = append(result.Points, point)
	}
	return result, nil
}

// residuals are what a fit on the value before leaves of each value, and what the fit expects, both without its constant; nil
// where the value before is not known.
func residuals(values []*float64, coefficient float64) (left, expected []*float64) {
	left, expected = make([]*float64, len(values)), make([]*float64, len(values))
	for i := 1; i < len(values); i++ {
		if values[i-1] == nil {
			continue
		}
		expected[i] = new(coefficient * *values[i-1])
		if values[i] != nil {
			left[i] = new(*values[i] - *expected[i])
		}
	}
	return left, expected
}

// isFinite reports whether all of the point are numbers that can be told.
func (p VolatilityPoint) isFinite() bool {
	return isFinite(p.Effect()) && (p.Centre == nil || isFinite(*p.Lower) && isFinite(*p.Upper))
}

func isFinite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// limitCentre is where a value is expected: at the base's mean, or at what the fit makes of the value before it.
func limitCentre(residuals bool, centre float64, expected *float64) *float64 {
	switch {
	case !residuals:
		return &centre
	case expected == nil:
		return nil
	}
	return new(centre + *expected)
}

// splitBase finds the first judged index: 12 from the end, or later where fewer than 24 values would lie before it; -1 where
// even the last has fewer. known is how many values there are.
func splitBase(values []*float64) (first, known int) {
	known = len(present(values))
	first = max(len(values)-JudgedPeriods, 0)
	before := len(present(values[:first]))
	for ; before < BasePeriods && first < len(values); first++ {
		if values[first] != nil {
			before++
		}
	}
	if first >= len(values) {
		return -1, known
	}
	return first, known
}

// baseBegin is the index of the first of the 24 values before the judged periods.
func baseBegin(values []*float64, first int) int {
	begin := first
	for count := 0; count < BasePeriods; {
		begin--
		if values[begin] != nil {
			count++
		}
	}
	return begin
}

// lagOne is the least-squares coefficient of each value of a base on the one before it; false when it has no variation.
func lagOne(base []*float64) (float64, bool) {
	begin := max(0, baseBegin(base, len(base))-1)
	var before, after []float64
	for i := begin + 1; i < len(base); i++ {
		if base[i-1] != nil && base[i] != nil {
			before, after = append(before, *base[i-1]), append(after, *base[i])
		}
	}
	if len(before) < leastRanges {
		return 0, false
	}
	mx, my := meanOf(before), meanOf(after)
	var xx, xy float64
	for i := range before {
		xx += (before[i] - mx) * (before[i] - mx)
		xy += (before[i] - mx) * (after[i] - my)
	}
	return xy / xx, xx > 0
}

// movingRanges are the changes from each value to the next, without sign, where both are known.
func movingRanges(values []*float64) []float64 {
	var ranges []float64
	for i := 1; i < len(values); i++ {
		if values[i-1] != nil && values[i] != nil {
			ranges = append(ranges, math.Abs(*values[i]-*values[i-1]))
		}
	}
	return ranges
}

func present(values []*float64) []float64 {
	known := make([]float64, 0, len(values))
	for _, v := range values {
		if v != nil {
			known = append(known, *v)
		}
	}
	return known
}

// median is the middle of at least one number.
func median(numbers []float64) float64 {
	sorted := slices.Sorted(slices.Values(numbers))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// meanOf is that of at least one number.
func meanOf(numbers []float64) float64 {
	total := 0.0
	for _, n := range numbers {
		total += n
	}
	return total / float64(len(numbers))
}
