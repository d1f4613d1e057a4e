package scoring_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

// shown writes bands as "red ..40 amber 40..60 green 60..".
func shown(bands []contract.ScaleBand) string {
	end := func(n *float64) string {
		if n == nil {
			return ""
		}
		return fmt.Sprintf("%.6g", *n)
	}
	var words []string
	for _, band := range bands {
		words = append(words, band.Level+" "+end(band.From)+".."+end(band.To))
	}
	return strings.Join(words, " ")
}

func TestBands(t *testing.T) {
	cases := []struct {
		name, scale string
		scheme      scoring.Scheme
		want        string
	}{
		{"higher is better", `{"type":"goalRedFlag","redFlag":40,"goal":60}`, scoring.DefaultScheme(), "red ..40 amber 40..60 green 60.."},
		{"lower is better", `{"type":"goalRedFlag","redFlag":60,"goal":40}`, scoring.DefaultScheme(), "green ..40 amber 40..60 red 60.."},
		{"five levels", `{"type":"goalRedFlag","redFlag":0,"goal":70}`, fiveLevels, "e ..0 d 0..20 c 20..30 b 30..70 a 70.."},
		{"toTarget", `{"type":"toTarget","baseline":0,"target":30}`, scoring.DefaultScheme(), "red ..10 amber 10..20 green 20.."},
		{
			"between", `{"type":"between","low":10,"high":20,"tolerance":3}`, scoring.DefaultScheme(),
			"red ..8 amber 8..9 green 9..21 amber 21..22 red 22..",
		},
		{"between without tolerance", `{"type":"between","low":10,"high":20,"tolerance":0}`, scoring.DefaultScheme(), "red ..10 green 10..20 red 20.."},
		{"binary gte", `{"type":"binary","op":"gte","value":5}`, scoring.DefaultScheme(), "red ..5 green 5.."},
		{"binary lt", `{"type":"binary","op":"lt","value":5}`, scoring.DefaultScheme(), "green ..5 red 5.."},
		{"binary eq", `{"type":"binary","op":"eq","value":5}`, scoring.DefaultScheme(), "red ..5 green 5..5 red 5.."},
		{
			"ranges in falling order", `{"type":"ranges","ranges":[{"level":"red","from":9},{"level":"green","from":3,"to":9},{"level":"red","to":3}]}`,
			scoring.DefaultScheme(), "red ..3 green 3..9 red 9..",
		},
		{"ranges with closed ends", `{"type":"ranges","ranges":[{"level":"red","from":3,"to":9}]}`, scoring.DefaultScheme(), "red 3..9"},
		{"points", `{"type":"points","points":[[90,0],[60,100],[0,50]]}`, scoring.DefaultScheme(), "amber ..20 green 20..70 amber 70..80 red 80.."},
		{"points within one level", `{"type":"points","points":[[0,70],[10,90]]}`, scoring.DefaultScheme(), "green .."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			resolved, reason := scoring.Parse(scaleOf(t, c.scale)).Resolve(scoring.Amounts{}, 1)
			if reason != nil {
				t.Fatal(reason.Message)
			}
			if got := shown(resolved.Bands(c.scheme)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func anyScale(t *rapid.T) contract.Scale {
	threshold := func(label string) *contract.Threshold {
		n := float64(rapid.IntRange(-1000, 1000).Draw(t, label)) / 8
		return &contract.Threshold{Double: &n}
	}
	after := func(a *contract.Threshold, label string) *contract.Threshold {
		n := *a.Double + float64(rapid.IntRange(1, 1000).Draw(t, label))/8
		return &contract.Threshold{Double: &n}
	}
	first := threshold("first")
	second := after(first, "second")
	third := after(second, "third")
	switch rapid.SampledFrom([]string{"rising", "falling", "toTarget", "between", "points", "binary", "ranges"}).Draw(t, "scale") {
	case "rising":
		return contract.Scale{Type: "goalRedFlag", RedFlag: first, Goal: second, Best: third}
	case "falling":
		return contract.Scale{Type: "goalRedFlag", Goal: first, RedFlag: second, Worst: third}
	case "toTarget":
		return contract.Scale{Type: "toTarget", Baseline: second, Target: first}
	case "between":
		tolerance := float64(rapid.IntRange(0, 50).Draw(t, "tolerance"))
		return contract.Scale{Type: "between", Low: first, High: second, Tolerance: &contract.Threshold{Double: &tolerance}}
	case "binary":
		op := rapid.SampledFrom([]string{"gt", "gte", "lt", "lte", "eq"}).Draw(t, "op")
		return contract.Scale{Type: "binary", Op: &op, Value: first}
	case "ranges":
		return contract.Scale{Type: "ranges", Ranges: []contract.ScaleRange{
			{Level: "amber", To: first}, {Level: "green", From: first, To: second}, {Level: "red", From: second},
		}}
	}
	score := func(label string) contract.Threshold {
		n := float64(rapid.IntRange(0, 100).Draw(t, label))
		return contract.Threshold{Double: &n}
	}
	return contract.Scale{Type: "points", Points: [][]contract.Threshold{
		{*first, score("score 1")}, {*second, score("score 2")}, {*third, score("score 3")},
	}}
}

func resolve(t *rapid.T, scale contract.Scale) scoring.Resolved {
	if problems := scoring.Validate(scale, nil, nil); len(problems) > 0 {
		t.Fatal(problems)
	}
	resolved, reason := scoring.Parse(scale).Resolve(scoring.Amounts{}, 1)
	if reason != nil {
		t.Fatal(reason.Message)
	}
	return resolved
}

func TestBandsAgreeWithScores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		resolved := resolve(t, anyScale(t))
		scheme := scoring.DefaultScheme()
		bands := resolved.Bands(scheme)
		if bands[0].From != nil || bands[len(bands)-1].To != nil {
			t.Fatalf("bands aren't open at both ends: %s", shown(bands))
		}
		for i, band := range bands {
			from, to := -1e6, 1e6
			if band.From != nil {
				from = *band.From
			}
			if band.To != nil {
				to = *band.To
			}
			if i > 0 && bands[i-1].To != band.From && *bands[i-1].To != from {
				t.Fatalf("a gap: %s", shown(bands))
			}
			value := from + (to-from)*float64(rapid.IntRange(1, 999).Draw(t, "position"))/1000
			score, reason := resolved.Score(value, scheme)
			if reason != nil {
				t.Fatal(reason.Message)
			}
			if got := scheme.Status(score); got != band.Level {
				t.Fatalf("%v has score %v, %s, but lies in %s", value, score, got, shown(bands))
			}
		}
	})
}

func TestScoresAreMonotoneAndBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := anyScale(t)
		resolved := resolve(t, scale)
		scheme := rapid.SampledFrom([]scoring.Scheme{scoring.DefaultScheme(), {{Name: "red"}, {Name: "amber", From: 60}, {Name: "green", From: 75}}}).Draw(t, "scheme")
		low := rapid.Float64Range(-500, 500).Draw(t, "low")
		high := low + rapid.Float64Range(0, 500).Draw(t, "width")
		a, _ := resolved.Score(low, scheme)
		b, _ := resolved.Score(high, scheme)
		if min(a, b) < 0 || max(a, b) > 100 {
			t.Fatalf("scores %v and %v", a, b)
		}
		rising, monotone := direction(scale)
		if monotone && (rising && a > b+1e-9 || !rising && a < b-1e-9) {
			t.Fatalf("%v has score %v, %v has %v", low, a, high, b)
		}
	})
}

// direction says whether greater values score higher; the second result is false where neither direction holds.
func direction(scale contract.Scale) (rising, monotone bool) {
	switch scale.Type {
	case "goalRedFlag":
		return *scale.Goal.Double > *scale.RedFlag.Double, true
	case "toTarget":
		return *scale.Target.Double > *scale.Baseline.Double, true
	case "binary":
		return strings.HasPrefix(*scale.Op, "g"), *scale.Op != "eq"
	}
	return false, false
}
