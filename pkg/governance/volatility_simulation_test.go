package governance

import (
	"math"
	"math/rand/v2"
	"testing"
)

// world is a simulated kind of scorecard: normal values with lag-1 autocorrelation phi, a base and a judged year.
type world struct {
	kpis int
	phi  float64
	// scale multiplies the variation of the judged year.
	scale float64
	// shift moves the level of the judged year, in standard deviations, in the share moved of the KPIs.
	shift, moved float64
}

// values are the base, the period before it and the judged year.
func (w world) values(random *rand.Rand, moved bool) []*float64 {
	values := make([]*float64, 1+BasePeriods+JudgedPeriods)
	stationary := 1 / math.Sqrt(1-w.phi*w.phi)
	x := random.NormFloat64() * stationary
	for i := range values {
		x = w.phi*x + random.NormFloat64()
		value := x
		if i > BasePeriods {
			value *= w.scale
			if moved {
				value += w.shift * stationary
			}
		}
		values[i] = &value
	}
	return values
}

// firsts are the judged periods, counted from 1, at which steps were advised for the first time; 0 is never.
type firsts struct{ byVolatility, byShift, up, down int }

func (w world) year(random *rand.Rand) firsts {
	judged := make([]KpiVolatility, w.kpis)
	for i := range judged {
		judged[i], _ = Volatility(w.values(random, float64(i) < w.moved*float64(w.kpis)))
	}
	var f firsts
	var readings, volatility, shift []IntensityReading
	for n := range JudgedPeriods {
		points := make([]VolatilityPoint, len(judged))
		for i, k := range judged {
			points[i] = k.Points[n]
		}
		r := ReadIntensity(points)
		readings = append(readings, r)
		volatility = append(volatility, IntensityReading{Volatility: r.Volatility})
		shift = append(shift, IntensityReading{ShiftShare: r.ShiftShare})
		note := func(first *int, readings []IntensityReading, direction Direction) {
			if advised, _ := Advise(readings, nil); advised == direction && *first == 0 {
				*first = n + 1
			}
		}
		note(&f.byVolatility, volatility, Up)
		note(&f.byShift, shift, Up)
		note(&f.up, readings, Up)
		note(&f.down, readings, Down)
	}
	return f
}

// rates are the shares of years in which a step was advised, and the median period of the first step up.
type rates struct{ byVolatility, byShift, up, down, median float64 }

func (w world) rates(seed uint64) rates {
	const years = 2000
	random := rand.New(rand.NewPCG(seed, 56))
	var r rates
	var when []float64
	for range years {
		f := w.year(random)
		count := func(rate *float64, first int) {
			if first > 0 {
				*rate += 1.0 / years
			}
		}
		count(&r.byVolatility, f.byVolatility)
		count(&r.byShift, f.byShift)
		count(&r.up, f.up)
		count(&r.down, f.down)
		if f.up > 0 {
			when = append(when, float64(f.up))
		}
	}
	if len(when) > 0 {
		r.median = median(when)
	}
	return r
}

func TestRatesOnSimulatedYears(t *testing.T) {
	between := func(what string, got, least, most float64) {
		t.Helper()
		if got < least || got > most {
			t.Errorf("%s: %.3f, expected from %.3f to %.3f", what, got, least, most)
		}
	}
	t.Run("a quiet year of 5 KPIs", func(t *testing.T) {
		r := world{kpis: 5, scale: 1}.rates(1)
		between("false steps up", r.up, 0, 0.03) // 2.5 %; docs/decisions.md
		between("false steps down", r.down, 0, 0.03)
	})
	t.Run("a quiet year of 10 KPIs", func(t *testing.T) {
		r := world{kpis: 10, scale: 1}.rates(1)
		between("false steps up", r.up, 0, 0.005)
		between("false steps down", r.down, 0, 0.005)
	})
	t.Run("doubled variation is found", func(t *testing.T) {
		for _, kpis := range []int{5, 10, 20} {
			r := world{kpis: kpis, scale: 2}.rates(2)
			between("by volatility", r.byVolatility, 0.91, 0.995)
			between("median period", r.median, 5, 6)
		}
	})
	t.Run("a shock of the level is missed by volatility and found by limits", func(t *testing.T) {
		for _, kpis := range []int{5, 10, 20} {
			r := world{kpis: kpis, scale: 1, shift: 3, moved: 1}.rates(3)
			between("all move, by volatility", r.byVolatility, 0, 0.13)
			between("all move, by limits", r.byShift, 0.98, 1)
			between("40 % move, by limits", world{kpis: kpis, scale: 1, shift: 3, moved: 0.4}.rates(4).byShift, 0.4, 0.7)
		}
	})
	t.Run("autocorrelated KPIs are no livelier", func(t *testing.T) {
		r := world{kpis: 5, phi: 0.6, scale: 1}.rates(5)
		between("false steps up", r.up, 0, 0.04)
		between("false steps down", r.down, 0, 0.03)
	})
}

// falseSignals is the share of judged years in which one KPI that doesn't change lies outside its limits at least once.
func falseSignals(phi float64, limits func(values []*float64) []VolatilityPoint) float64 {
	const years = 4000
	random := rand.New(rand.NewPCG(9, 56))
	found := 0
	for range years {
		for _, p := range limits(world{phi: phi, scale: 1}.values(random, false)) {
			if *p.Outside {
				found++
				break
			}
		}
	}
	return float64(found) / years
}

func TestLimitsOfAutocorrelatedKpis(t *testing.T) {
	plain := func(values []*float64) []VolatilityPoint {
		base := present(values[1 : BasePeriods+1])
		centre, width := meanOf(base), limitRanges*meanOf(movingRanges(values[:BasePeriods+1]))
		var points []VolatilityPoint
		for _, v := range values[BasePeriods+1:] {
			points = append(points, VolatilityPoint{Outside: new(math.Abs(*v-centre) > width)})
		}
		return points
	}
	ours := func(values []*float64) []VolatilityPoint {
		judged, _ := Volatility(values)
		return judged.Points
	}
	for _, c := range []struct {
		what        string
		phi         float64
		limits      func([]*float64) []VolatilityPoint
		least, most float64
	}{
		{"plain limits, independent", 0, plain, 0.07, 0.11},
		{"plain limits, autocorrelated", 0.6, plain, 0.45, 0.53},
		{"ours, independent", 0, ours, 0.07, 0.11},
		{"ours, autocorrelated", 0.6, ours, 0.14, 0.22},
	} {
		if got := falseSignals(c.phi, c.limits); got < c.least || got > c.most {
			t.Errorf("%s: %.3f of the years have a false signal, expected from %.2f to %.2f", c.what, got, c.least, c.most)
		}
	}
}
