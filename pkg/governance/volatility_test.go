package governance

import (
	"math"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// given are values that follow each other; NaN stands for none.
func given(numbers ...float64) []*float64 {
	values := make([]*float64, len(numbers))
	for i, n := range numbers {
		if !math.IsNaN(n) {
			values[i] = &n
		}
	}
	return values
}

// zigzag is n values that change by 2 each time, around 10.
func zigzag(n int) []float64 {
	numbers := make([]float64, n)
	for i := range numbers {
		numbers[i] = 9 + 2*float64(i%2)
	}
	return numbers
}

func TestVolatilityByHand(t *testing.T) {
	// The base changes by 2 throughout: σ 2 / 0.954, centre 10, limits 10 ± 5.32. The judged value is 11 → 16 beyond the last 11.
	judged, reason := Volatility(given(append(zigzag(BasePeriods), 16)...))
	if reason != nil {
		t.Fatal(reason)
	}
	if judged.Residuals || judged.First != BasePeriods || len(judged.Points) != 1 {
		t.Fatalf("%+v", judged)
	}
	base := 2 / 0.954
	now := (0.8*base*1.128 + 0.2*5) / 1.128
	point := judged.Points[0]
	for what, pair := range map[string][2]float64{
		"σ base": {judged.SigmaBase, base}, "σ now": {point.SigmaNow, now}, "ratio": {point.Ratio, now / base},
		"centre": {*point.Centre, 10}, "lower": {*point.Lower, 10 - 5.32}, "upper": {*point.Upper, 10 + 5.32},
		"effect": {point.Effect(), 6 / 5.32},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-9 {
			t.Errorf("%s is %v, expected %v", what, pair[0], pair[1])
		}
	}
	if !*point.Outside {
		t.Error("16 lies outside 15.32")
	}
}

func TestVolatilityTakesTheBaseBeforeTheJudgedYear(t *testing.T) {
	for _, c := range []struct{ values, first, points int }{
		{25, 24, 1}, {30, 24, 6}, {36, 24, 12}, {37, 25, 12}, {60, 48, 12},
	} {
		judged, reason := Volatility(given(zigzag(c.values)...))
		if reason != nil || judged.First != c.first || len(judged.Points) != c.points {
			t.Errorf("%d values: first %d, %d points, %v; expected %d and %d", c.values, judged.First, len(judged.Points), reason, c.first, c.points)
		}
	}
	// What lies before the base doesn't count, and neither does the judged year.
	wild := append(append([]float64{1e6, -1e6, 10}, zigzag(BasePeriods)...), 1e3, -1e3, 1e3, 0, 0, 0, 0, 0, 0, 0, 0, 11)
	judged, _ := Volatility(given(wild...))
	if math.Abs(judged.SigmaBase-2/0.954) > 1e-9 {
		t.Errorf("σ base is %v", judged.SigmaBase)
	}
}

func TestVolatilityOfGaps(t *testing.T) {
	none := math.NaN()
	// One gap moves the base one period back; no range reaches over it.
	values := zigzag(40)
	values[20] = none
	judged, reason := Volatility(given(values...))
	if reason != nil || judged.First != 28 || math.Abs(judged.SigmaBase-2/0.954) > 1e-9 {
		t.Errorf("%+v, %v", judged, reason)
	}
	// A judged period without a value keeps σ as it was and is neither inside nor outside.
	values[35] = none
	judged, _ = Volatility(given(values...))
	gap, before := judged.Points[35-28], judged.Points[34-28]
	if gap.Outside != nil || gap.Value != nil || gap.SigmaNow != before.SigmaNow {
		t.Errorf("%+v after %+v", gap, before)
	}
}

func TestVolatilityExcludes(t *testing.T) {
	none := math.NaN()
	last := append(zigzag(39), none)
	sparse := make([]float64, 60)
	for i := range sparse {
		if sparse[i] = none; i%2 == 1 {
			sparse[i] = float64(i % 7)
		}
	}
	constant := make([]float64, 40)
	huge := zigzag(40)
	for i := range huge {
		huge[i] = math.MaxFloat64 * float64(1-2*(i%2))
	}
	// The base varies by hardly anything, so that the effect of the judged value is beyond what can be told.
	leap := zigzag(40)
	for i := range leap {
		leap[i] = (leap[i] - 10) * 1e-5
	}
	leap[39] = 1e305
	for _, c := range []struct {
		code    string
		numbers []float64
	}{
		{sentence.CodeTooFewPeriods, zigzag(24)}, {sentence.CodeNoValue, last}, {sentence.CodeConstant, constant}, {sentence.CodeGaps, sparse},
		{sentence.CodeTooLarge, huge}, {sentence.CodeTooLarge, leap},
	} {
		if _, reason := Volatility(given(c.numbers...)); reason == nil || reason.Code != c.code {
			t.Errorf("expected %s, got %v", c.code, reason)
		}
	}
	if _, reason := Volatility(nil); reason == nil || reason.Code != sentence.CodeTooFewPeriods {
		t.Errorf("nothing: %v", reason)
	}
}

func TestLimitsAtTheCentreHaveNoEffect(t *testing.T) {
	// Beside a value as large as this the width of the limits is lost.
	level, value := 1e20, 2e20
	point := VolatilityPoint{Ratio: 3, Value: &value, Centre: &level, Lower: new(level - 1), Upper: new(level + 1)}
	if effect := point.Effect(); effect != 3/UpVolatility {
		t.Errorf("effect %v", effect)
	}
}

func TestVolatilityJudgesResidualsOfAutocorrelatedKpis(t *testing.T) {
	// A slow wave: each value is close to the one before.
	wave := make([]float64, 40)
	for i := range wave {
		wave[i] = 100 + 10*math.Sin(float64(i)/4) + 0.3*float64(i%3)
	}
	judged, reason := Volatility(given(wave...))
	if reason != nil || !judged.Residuals {
		t.Fatalf("%+v, %v", judged, reason)
	}
	// The limits follow the value before, in the KPI's own unit.
	if p := judged.Points[11]; *p.Lower > 110 || *p.Upper < 80 || *p.Upper <= *p.Lower {
		t.Errorf("limits %v … %v", *p.Lower, *p.Upper)
	}
}
