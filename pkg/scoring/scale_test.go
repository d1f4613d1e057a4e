package scoring_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func ptr[T any](v T) *T { return &v }

func scaleOf(t testing.TB, text string) contract.Scale {
	t.Helper()
	var scale contract.Scale
	if err := json.Unmarshal([]byte(text), &scale); err != nil {
		t.Fatal(err)
	}
	return scale
}

var fiveLevels = scoring.Scheme{{Name: "e", From: 0}, {Name: "d", From: 20}, {Name: "c", From: 40}, {Name: "b", From: 50}, {Name: "a", From: 90}}

func TestScore(t *testing.T) {
	thirds := scoring.DefaultScheme()
	target := func(n float64) scoring.Amounts { return scoring.Amounts{Target: &n} }
	cases := []struct {
		name    string
		scale   string
		amounts scoring.Amounts
		factor  float64
		scheme  scoring.Scheme
		value   float64
		want    float64
	}{
		{"cut-offs are the scheme's: redFlag", `{"type":"goalRedFlag","redFlag":80,"goal":100}`, scoring.Amounts{}, 1, fiveLevels, 80, 20},
		{"cut-offs are the scheme's: goal", `{"type":"goalRedFlag","redFlag":80,"goal":100}`, scoring.Amounts{}, 1, fiveLevels, 100, 90},
		{"cut-offs are the scheme's: between", `{"type":"goalRedFlag","redFlag":80,"goal":100}`, scoring.Amounts{}, 1, fiveLevels, 90, 55},
		{"default worst", `{"type":"goalRedFlag","redFlag":80,"goal":100}`, scoring.Amounts{}, 1, fiveLevels, 60, 0},
		{"default best", `{"type":"goalRedFlag","redFlag":80,"goal":100}`, scoring.Amounts{}, 1, fiveLevels, 110, 95},
		{"percent of the target", `{"type":"goalRedFlag","redFlag":"80%","goal":"100%"}`, target(50), 1, thirds, 45, 50},
		{"percent isn't multiplied", `{"type":"goalRedFlag","redFlag":"80%","goal":"100%"}`, target(50), 3, thirds, 45, 50},
		{"absolute is multiplied", `{"type":"goalRedFlag","redFlag":80,"goal":100}`, scoring.Amounts{}, 3, thirds, 270, 50},
		{"percent beside absolute", `{"type":"goalRedFlag","redFlag":10,"goal":"100%"}`, target(50), 2, thirds, 35, 50},
		{"toTarget from the period", `{"type":"toTarget"}`, scoring.Amounts{Target: ptr(30.0), Baseline: ptr(10.0)}, 3, thirds, 15, 25},
		{"toTarget with its own baseline", `{"type":"toTarget","baseline":5}`, scoring.Amounts{Target: ptr(30.0)}, 2, thirds, 15, 25},
		{"toTarget downwards", `{"type":"toTarget","baseline":20,"target":0}`, scoring.Amounts{}, 1, thirds, 5, 75},
		{"between inside", `{"type":"between","low":10,"high":20,"tolerance":4}`, scoring.Amounts{}, 1, thirds, 10, 100},
		{"between outside", `{"type":"between","low":10,"high":20,"tolerance":4}`, scoring.Amounts{}, 1, thirds, 21, 75},
		{"between below", `{"type":"between","low":10,"high":20,"tolerance":4}`, scoring.Amounts{}, 1, thirds, 9, 75},
		{"between multiplied", `{"type":"between","low":10,"high":20,"tolerance":4}`, scoring.Amounts{}, 2, thirds, 42, 75},
		{"between without tolerance", `{"type":"between","low":10,"high":20,"tolerance":0}`, scoring.Amounts{}, 1, thirds, 20.5, 0},
		{"between with percent tolerance", `{"type":"between","low":"90%","high":"95%","tolerance":"60%"}`, target(100), 1, thirds, 125, 50},
		{"binary of percent", `{"type":"binary","op":"gte","value":"100%"}`, target(0.07), 1, thirds, 0.07, 100},
		{"binary multiplied", `{"type":"binary","op":"lte","value":7}`, scoring.Amounts{}, 2, thirds, 14, 100},
		{"range of percent", `{"type":"ranges","ranges":[{"level":"e","to":"50%"},{"level":"a","from":"50%"}]}`, target(10), 1, fiveLevels, 5, 95},
		{"range multiplied", `{"type":"ranges","ranges":[{"level":"e","to":10},{"level":"d","from":10}]}`, scoring.Amounts{}, 2, fiveLevels, 19, 10},
		{"points of percent", `{"type":"points","points":[["50%",0],["100%",80]]}`, target(10), 1, thirds, 7.5, 40},
		{"points falling", `{"type":"points","points":[[90,0],[40,60],[10,100]]}`, scoring.Amounts{}, 1, thirds, 25, 80},
		{"points multiplied", `{"type":"points","points":[[0,0],[100,100]]}`, scoring.Amounts{}, 4, thirds, 100, 25},
		{"points turned by a negative target", `{"type":"points","points":[["50%",0],["100%",80]]}`, target(-10), 1, thirds, -7.5, 40},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			resolved, reason := scoring.Parse(scaleOf(t, c.scale)).Resolve(c.amounts, c.factor)
			if reason != nil {
				t.Fatal(reason.Message)
			}
			got, reason := resolved.Score(c.value, c.scheme)
			if reason != nil {
				t.Fatal(reason.Message)
			}
			if math.Abs(got-c.want) > 1e-9 {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestReasons(t *testing.T) {
	cases := []struct {
		name    string
		scale   string
		amounts scoring.Amounts
		code    string
	}{
		{"percent without target", `{"type":"goalRedFlag","redFlag":"80%","goal":"100%"}`, scoring.Amounts{}, sentence.CodeNoTarget},
		{"one percent suffices", `{"type":"goalRedFlag","redFlag":80,"goal":100,"best":"200%"}`, scoring.Amounts{}, sentence.CodeNoTarget},
		{"percent of 0", `{"type":"binary","op":"gte","value":"100%"}`, scoring.Amounts{Target: ptr(0.0)}, sentence.CodeZeroTarget},
		{"points of 0", `{"type":"points","points":[["50%",0],["100%",80]]}`, scoring.Amounts{Target: ptr(0.0)}, sentence.CodeZeroTarget},
		{"ranges of 0", `{"type":"ranges","ranges":[{"level":"red","to":"50%"}]}`, scoring.Amounts{Target: ptr(0.0)}, sentence.CodeZeroTarget},
		{"toTarget without target", `{"type":"toTarget"}`, scoring.Amounts{Baseline: ptr(1.0)}, sentence.CodeNoTarget},
		{"toTarget without baseline", `{"type":"toTarget"}`, scoring.Amounts{Target: ptr(1.0)}, sentence.CodeNoBaseline},
		{"zero width in this period", `{"type":"toTarget"}`, scoring.Amounts{Target: ptr(1.0), Baseline: ptr(1.0)}, sentence.CodeInvalidScale},
		{"percent meets absolute", `{"type":"goalRedFlag","redFlag":8,"goal":"100%"}`, scoring.Amounts{Target: ptr(8.0)}, sentence.CodeInvalidScale},
		{"unordered in this period", `{"type":"points","points":[["50%",0],[4,50],["100%",80]]}`, scoring.Amounts{Target: ptr(1.0)}, sentence.CodeInvalidScale},
		{"gap in this period", `{"type":"ranges","ranges":[{"level":"red","to":"50%"},{"level":"green","from":4}]}`, scoring.Amounts{Target: ptr(1.0)}, sentence.CodeInvalidScale},
		{"collected goal is missing", `{"type":"goalRedFlag","redFlag":8}`, scoring.Amounts{}, sentence.CodeInvalidScale},
		{"too large", `{"type":"goalRedFlag","redFlag":-1e308,"goal":1e308}`, scoring.Amounts{}, sentence.CodeInvalidScale},
		{"no such scale", `{"type":"thermometer"}`, scoring.Amounts{}, sentence.CodeInvalidScale},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, reason := scoring.Parse(scaleOf(t, c.scale)).Resolve(c.amounts, 1)
			if reason == nil || reason.Code != c.code || reason.Message == "" {
				t.Errorf("got %+v, want %s", reason, c.code)
			}
		})
	}
}

func TestRangesMayNotScore(t *testing.T) {
	scale := scaleOf(t, `{"type":"ranges","ranges":[{"level":"red","from":0,"to":10},{"level":"purple","from":10,"to":20}]}`)
	resolved, reason := scoring.Parse(scale).Resolve(scoring.Amounts{}, 1)
	if reason != nil {
		t.Fatal(reason.Message)
	}
	for value, code := range map[float64]string{-1: sentence.CodeOutsideRanges, 20: sentence.CodeOutsideRanges, 10: sentence.CodeUnknownLevel} {
		if _, reason := resolved.Score(value, scoring.DefaultScheme()); reason == nil || reason.Code != code {
			t.Errorf("%v: got %+v, want %s", value, reason, code)
		}
	}
}

func TestValidate(t *testing.T) {
	cases := []struct {
		name             string
		scale            string
		target, baseline *float64
		paths            string
	}{
		{"fine", `{"type":"goalRedFlag","redFlag":80,"goal":100,"worst":0,"best":120}`, nil, nil, ""},
		{"lower is better", `{"type":"goalRedFlag","redFlag":"120%","goal":"100%","worst":"150%","best":"50%"}`, nil, nil, ""},
		{"percent beside absolute can't be told", `{"type":"goalRedFlag","redFlag":80,"goal":"80%","worst":"90%","best":10}`, nil, nil, ""},
		{"both ends wrong", `{"type":"goalRedFlag","redFlag":40,"goal":80,"worst":40,"best":80}`, nil, nil, "/scale/worst /scale/best"},
		{"goal missing", `{"type":"goalRedFlag","redFlag":40}`, nil, nil, "/scale/goal"},
		{"toTarget of the set's own", `{"type":"toTarget","baseline":5}`, ptr(5.0), nil, "/target"},
		{"toTarget beside the set's", `{"type":"toTarget","target":5}`, ptr(7.0), ptr(5.0), "/scale/target"},
		{"toTarget in percent of the set's", `{"type":"toTarget","baseline":"50%","target":5}`, ptr(10.0), nil, "/scale/target"},
		{"toTarget from all of the target", `{"type":"toTarget","baseline":"100%"}`, nil, nil, "/scale/baseline"},
		{"toTarget of other sets", `{"type":"toTarget"}`, nil, ptr(5.0), ""},
		{"toTarget in percent of 0", `{"type":"toTarget","baseline":"20%","target":"50%"}`, ptr(0.0), nil, ""},
		{"toTarget from percent of 0", `{"type":"toTarget","baseline":"20%"}`, ptr(0.0), nil, ""},
		{"toTarget from all of 0", `{"type":"toTarget","baseline":"100%"}`, ptr(0.0), nil, "/target"},
		{"toTarget of 0 from 0", `{"type":"toTarget","baseline":0}`, ptr(0.0), nil, "/target"},
		{"between a point", `{"type":"between","low":36,"high":36,"tolerance":0}`, nil, nil, ""},
		{"between twice wrong", `{"type":"between","low":9,"high":1,"tolerance":-1}`, nil, nil, "/scale/high /scale/tolerance"},
		{"between percent and absolute", `{"type":"between","low":9,"high":"1%","tolerance":1}`, nil, nil, ""},
		{"binary with a strange op", `{"type":"binary","op":"ne","value":1}`, nil, nil, "/scale/op"},
		{"binary without op", `{"type":"binary"}`, nil, nil, "/scale/value /scale/op"},
		{"ranges in falling order", `{"type":"ranges","ranges":[{"level":"c","from":5},{"level":"b","from":2,"to":5},{"level":"a","to":2}]}`, nil, nil, ""},
		{"ranges with closed ends", `{"type":"ranges","ranges":[{"level":"a","from":0,"to":2},{"level":"b","from":2,"to":5}]}`, nil, nil, ""},
		{"one range for all", `{"type":"ranges","ranges":[{"level":"a"}]}`, nil, nil, ""},
		{"two ranges for all", `{"type":"ranges","ranges":[{"level":"a"},{"level":"b"}]}`, nil, nil, "/scale/ranges"},
		{"no ranges", `{"type":"ranges","ranges":[]}`, nil, nil, "/scale/ranges"},
		{"empty range", `{"type":"ranges","ranges":[{"level":"a","from":2,"to":2}]}`, nil, nil, "/scale/ranges"},
		{"same range twice", `{"type":"ranges","ranges":[{"level":"a","from":0,"to":2},{"level":"b","from":0,"to":2}]}`, nil, nil, "/scale/ranges"},
		{"ranges in percent with a gap", `{"type":"ranges","ranges":[{"level":"a","to":"2%"},{"level":"b","from":"3%"}]}`, nil, nil, "/scale/ranges"},
		{"ranges of both sorts can't be told", `{"type":"ranges","ranges":[{"level":"a","to":2},{"level":"b","from":"3%"}]}`, nil, nil, ""},
		{"ranges of both sorts, twice open", `{"type":"ranges","ranges":[{"level":"a","to":2},{"level":"b","to":"3%"}]}`, nil, nil, "/scale/ranges"},
		{"one point", `{"type":"points","points":[[1,1]]}`, nil, nil, "/scale/points"},
		{"half a point", `{"type":"points","points":[[1,1],[2]]}`, nil, nil, "/scale/points/1"},
		{"impossible scores", `{"type":"points","points":[[1,-1],[2,101],[3,"50%"]]}`, nil, nil, "/scale/points/0/1 /scale/points/1/1 /scale/points/2/1"},
		{"points of both sorts can't be told", `{"type":"points","points":[[5,0],["80%",50],[9,60],["70%",70]]}`, nil, nil, ""},
		{"points of both sorts, unordered", `{"type":"points","points":[[5,0],["80%",50],[9,60],[7,70]]}`, nil, nil, "/scale/points"},
		{"not a percentage", `{"type":"binary","op":"eq","value":"much"}`, nil, nil, "/scale/value"},
		{"not finite", `{"type":"binary","op":"eq","value":"NaN%"}`, nil, nil, "/scale/value"},
		{"no such scale", `{"type":"thermometer"}`, nil, nil, "/scale/type"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var paths []string
			for _, problem := range scoring.Validate(scaleOf(t, c.scale), c.target, c.baseline) {
				paths = append(paths, problem.Path)
				if problem.Said.Message == "" {
					t.Errorf("%s: no message", problem.Path)
				}
			}
			if got := strings.Join(paths, " "); got != c.paths {
				t.Errorf("got %q, want %q", got, c.paths)
			}
		})
	}
}

func BenchmarkResolveAndScore(b *testing.B) {
	scale := scaleOf(b, `{"type":"goalRedFlag","redFlag":"80%","goal":"100%"}`)
	target, scheme := 120.0, scoring.DefaultScheme()
	b.ReportAllocs()
	for b.Loop() {
		resolved, reason := scoring.Parse(scale).Resolve(scoring.Amounts{Target: &target}, 1)
		if reason != nil {
			b.Fatal(reason.Message)
		}
		resolved.Score(110, scheme)
	}
}
