package evaluate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

const (
	summed  = `{"frequency":"month","source":{"type":"manual"}}`
	meaned  = `{"frequency":"month","aggregation":{"time":"mean","units":"mean"},"source":{"type":"manual"}}`
	weekly  = `{"frequency":"week","source":{"type":"manual"}}`
	percent = `{"type":"goalRedFlag","redFlag":"80%","goal":"100%"}`
)

func TestTargets(t *testing.T) {
	weeks := "[" + strings.Repeat("3,", 52) + "3]" // for the years that have 53, too
	cases := []struct {
		name, kpi    string
		sets         []string
		unit, period string
		now          string
		want         float64 // −1: none
	}{
		{"own", summed, []string{`{"unit":"n1","target":5}`}, "n1", "2026-01", later, 5},
		{"latest from", summed, []string{`{"unit":"n1","target":5}`, `{"unit":"n1","from":"2026-01","target":6}`, `{"unit":"n1","from":"2026-02","target":7}`}, "n1", "2026-01", later, 6},
		{"to is included", summed, []string{`{"unit":"n1","to":"2026-01","target":5}`}, "n1", "2026-01", later, 5},
		{"after to", summed, []string{`{"unit":"n1","to":"2025-12","target":5}`}, "n1", "2026-01", later, -1},
		{"a year as range", summed, []string{`{"unit":"n1","from":2026,"to":"2026","target":5}`}, "n1", "2026-12", later, 5},
		{"outside a year", summed, []string{`{"unit":"n1","from":2026,"to":"2026","target":5}`}, "n1", "2027-01", later, -1},
		{"a field of its own", summed, []string{`{"unit":"n1","target":5}`, `{"unit":"n1","from":"2026-01","stretch":6}`}, "n1", "2026-01", later, 5},

		{"ancestor's of a mean", meaned, []string{`{"unit":"company","target":5}`}, "n1", "2026-01", later, 5},
		{"nearest ancestor's", meaned, []string{`{"unit":"company","target":5}`, `{"unit":"north","target":6}`}, "n1", "2026-01", later, 6},
		{"a mean isn't summed upwards", meaned, []string{`{"unit":"n1","target":5}`, `{"unit":"n2","target":5}`}, "north", "2026-01", later, -1},
		{"not inherited by a sum", summed, []string{`{"unit":"company","target":5}`}, "n1", "2026-01", later, -1},
		{"sum of children", summed, []string{`{"unit":"n1","target":5}`, `{"unit":"n2","target":6}`}, "north", "2026-01", later, 11},
		{"recursively", summed, []string{`{"unit":"n1","target":5}`, `{"unit":"n2","target":6}`, `{"unit":"south","target":1}`}, "company", "2026-01", later, 12},
		{"one child has none", summed, []string{`{"unit":"n1","target":5}`}, "north", "2026-01", later, -1},
		{"only where it is measured", `{"frequency":"month","units":["n1","s1"],"source":{"type":"manual"}}`, []string{`{"unit":"n1","target":5}`, `{"unit":"s1","target":6}`}, "company", "2026-01", later, 11},
		{"own before the children's", summed, []string{`{"unit":"north","target":50}`, `{"unit":"n1","target":5}`, `{"unit":"n2","target":6}`}, "north", "2026-01", later, 50},

		{"before the first point", summed, []string{`{"unit":"n1","points":[{"period":"2026-02","target":5}]}`}, "n1", "2026-01", later, -1},
		{"step", summed, []string{`{"unit":"n1","points":[{"period":"2026-03","target":9},{"period":"2026-01","target":5}]}`}, "n1", "2026-02", later, 5},
		{"linear", summed, []string{`{"unit":"n1","path":"linear","points":[{"period":"2026-01","target":5},{"period":"2026-05","target":9}]}`}, "n1", "2026-02", later, 6},
		{"after the last point", summed, []string{`{"unit":"n1","path":"linear","points":[{"period":"2026-01","target":5},{"period":"2026-05","target":9}]}`}, "n1", "2026-12", later, 9},
		{"points without the field", summed, []string{`{"unit":"n1","path":"linear","points":[{"period":"2026-01","target":5},{"period":"2026-02","stretch":1},{"period":"2026-05","target":9}]}`}, "n1", "2026-02", later, 6},
		{"seasonal", summed, []string{`{"unit":"n1","path":"seasonal","target":120,"shares":[1,3,1,1,1,1,1,1,1,1,1,1]}`}, "n1", "2026-02", later, 120 * 3 / 14.0},
		{"seasonal year", summed, []string{`{"unit":"n1","path":"seasonal","target":120,"shares":[1,3,1,1,1,1,1,1,1,1,1,1]}`}, "n1", "2026", later, 120},
		{"seasonal with yearly points", summed, []string{`{"unit":"n1","path":"seasonal","points":[{"period":2026,"target":120},{"period":2027,"target":240}],"shares":[2,2,2,2,2,2,2,2,2,2,2,2]}`}, "n1", "2027-03", later, 20},
		{"seasonal without shares for the period", summed, []string{`{"unit":"n1","path":"seasonal","target":120,"shares":[1,1]}`}, "n1", "2026-03", later, -1},

		{"seasonal weeks", weekly, []string{`{"unit":"n1","path":"seasonal","target":106,"shares":` + weeks + `}`}, "n1", "2020-W53", later, 2},
		{"seasonal weeks of a year with 53", weekly, []string{`{"unit":"n1","path":"seasonal","target":106,"shares":` + weeks + `}`}, "n1", "2020", later, 106},
		{"seasonal weeks of a year with 52", weekly, []string{`{"unit":"n1","path":"seasonal","target":106,"shares":` + weeks + `}`}, "n1", "2021", later, 106},

		{"sum over time", summed, []string{`{"unit":"n1","target":5}`}, "n1", "2026-Q1", later, 15},
		{"mean over time", meaned, []string{`{"unit":"n1","target":5}`, `{"unit":"n1","from":"2026-03","target":8}`}, "n1", "2026-Q1", later, 6},
		{"none when a month has none", meaned, []string{`{"unit":"n1","from":"2026-02","target":5}`}, "n1", "2026-Q1", later, -1},
		{"what has begun", summed, []string{`{"unit":"n1","target":5}`}, "n1", "2026-Q1", "2026-02-10T00:00:00Z", 10},
		{"all of it before it begins", summed, []string{`{"unit":"n1","target":5}`}, "n1", "2026-Q1", "2025-12-10T00:00:00Z", 15},
		{"children's that no number can hold", summed, []string{`{"unit":"n1","target":1.7e308}`, `{"unit":"n2","target":1.7e308}`}, "north", "2026-01", later, -1},
		{"a sum over time that no number can hold", summed, []string{`{"unit":"n1","target":1.7e308}`}, "n1", "2026-Q1", later, -1},
		{"children's over time", summed, []string{`{"unit":"n1","target":5}`, `{"unit":"n2","target":6}`}, "north", "2026-Q1", later, 33},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			forest(w)
			w.kpi("k", c.kpi)
			w.measure("k")
			for i, set := range c.sets {
				w.targets(fmt.Sprintf("t%d", i), with(t, set, map[string]any{"kpi": "k"}))
			}
			n := w.value("k", c.period, c.unit, c.now)
			want := &c.want
			if c.want < 0 {
				want = nil
			}
			if !close(n.Target, want) {
				t.Errorf("got %s, want %s", show(n.Target), show(want))
			}
		})
	}
}

func TestScales(t *testing.T) {
	cases := []struct {
		name, kpi    string
		sets         []string
		unit, period string
		now          string
		want         any // score, or why there is none
	}{
		{"percent is inherited by a sum", summed, []string{`{"unit":"company","scale":` + percent + `}`, `{"unit":"n1","target":10}`}, "n1", "2026-01", later, 100.0},
		{"amounts are not", summed, []string{`{"unit":"company","scale":{"type":"goalRedFlag","redFlag":1,"goal":2}}`}, "n1", "2026-01", later, "noScale"},
		{"one amount is enough not to", summed, []string{`{"unit":"company","scale":{"type":"goalRedFlag","redFlag":"80%","goal":"100%","worst":1}}`, `{"unit":"n1","target":10}`}, "n1", "2026-01", later, "noScale"},
		{"by ranges either", summed, []string{`{"unit":"company","scale":{"type":"ranges","ranges":[{"level":"red","to":5},{"level":"green","from":5}]}}`}, "n1", "2026-01", later, "noScale"},
		{"nor points", summed, []string{`{"unit":"company","scale":{"type":"points","points":[[0,0],[20,100]]}}`}, "n1", "2026-01", later, "noScale"},
		{"toTarget has none of its own", summed, []string{`{"unit":"company","scale":{"type":"toTarget"}}`, `{"unit":"n1","target":20,"baseline":0}`}, "n1", "2026-01", later, 60.0},
		{"a mean inherits all", meaned, []string{`{"unit":"company","scale":{"type":"points","points":[[0,0],[20,100]]}}`}, "n1", "2026-01", later, 60.0},
		{"percent without a target", summed, []string{`{"unit":"n1","scale":` + percent + `}`}, "n1", "2026-01", later, "noTarget"},
		{"percent of 0", summed, []string{`{"unit":"n1","target":0,"scale":` + percent + `}`}, "n1", "2026-01", later, "zeroTarget"},
		{"no baseline", summed, []string{`{"unit":"n1","target":5,"scale":{"type":"toTarget"}}`}, "n1", "2026-01", later, "noBaseline"},
		{"baseline is the target of the period", summed, []string{`{"unit":"n1","target":5,"baseline":5,"scale":{"type":"toTarget"}}`}, "n1", "2026-01", later, "invalidScale"},
		{"no value", summed, []string{`{"unit":"n1","target":5,"scale":` + percent + `}`}, "n1", "2026-05", later, "noObservation"},
		{"times the begun months", summed, []string{`{"unit":"n1","scale":{"type":"points","points":[[0,0],[20,100]]}}`}, "n1", "2026-Q1", "2026-02-10T00:00:00Z", 60.0},
		{"between times three", summed, []string{`{"unit":"n1","scale":{"type":"between","low":20,"high":30,"tolerance":16}}`}, "n1", "2026-Q1", later, 50.0},
		{"not times for a mean", meaned, []string{`{"unit":"n1","scale":{"type":"points","points":[[0,0],[20,100]]}}`}, "n1", "2026-Q1", later, 60.0},
		{"that of the last begun month", meaned, []string{
			`{"unit":"n1","scale":{"type":"points","points":[[0,0],[20,100]]}}`, `{"unit":"n1","from":"2026-02","scale":{"type":"points","points":[[0,0],[24,100]]}}`,
			`{"unit":"n1","from":"2026-03","scale":{"type":"points","points":[[0,0],[48,100]]}}`,
		}, "n1", "2026-Q1", "2026-02-10T00:00:00Z", 50.0},
		{"unknown level", summed, []string{`{"unit":"n1","scale":{"type":"ranges","ranges":[{"level":"purple"}]}}`}, "n1", "2026-01", later, "unknownLevel"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			forest(w)
			w.kpi("k", c.kpi)
			w.measure("k")
			for i, set := range c.sets {
				w.targets(fmt.Sprintf("t%d", i), with(t, set, map[string]any{"kpi": "k"}))
			}
			for _, period := range []string{"2026-01", "2026-02", "2026-03"} {
				w.observe("k", "n1", period, 12)
			}
			expectScore(t, w.value("k", c.period, c.unit, c.now), c.want)
		})
	}
}

func expectScore(t testing.TB, n contract.Node, want any) {
	t.Helper()
	switch want := want.(type) {
	case string:
		if n.Score != nil || n.Status != nil || n.Reason == nil || n.Reason.Code != want {
			t.Errorf("got score %s with reason %v, want none for %s", show(n.Score), n.Reason, want)
		}
	case float64:
		if !close(n.Score, &want) || n.Reason != nil {
			t.Errorf("got score %s, %v, want %v", show(n.Score), n.Reason, want)
		}
	}
}

// budget is a model whose targets and thresholds come from a database, by unit.
func budget(t *testing.T, kpi, set string) (*evaluate.Model, func(field, unit, period string, value float64), func(unit, period string) contract.Node) {
	w := newWorld(t)
	forest(w)
	w.kpi("k", kpi)
	w.measure("k")
	w.targets("budget", set)
	m, _ := w.compile()
	units := []string{"n1", "n2", "s1", "north", "south", "company"}
	o := &evaluate.Observations{Units: units, Pages: map[string]map[string]evaluate.Page{}}
	put := func(series, unit, period string, value float64) {
		if o.Pages[series] == nil {
			o.Pages[series] = map[string]evaluate.Page{}
		}
		page := o.Pages[series][period]
		for i, name := range units {
			if name == unit {
				page.Unit, page.Cell = append(page.Unit, int32(i)), append(page.Cell, evaluate.Cell{Value: value})
			}
		}
		o.Pages[series][period] = page
	}
	for _, unit := range []string{"n1", "n2", "s1"} {
		for _, period := range []string{"2026-01", "2026-02", "2026-03"} {
			put("k", unit, period, 12)
		}
	}
	collect := func(field, unit, period string, value float64) {
		put(evaluate.TargetSeries("budget", field), unit, period, value)
	}
	node := func(unit, period string) contract.Node {
		view, err := m.View(evaluate.Request{Scorecard: "card", Period: period, Unit: unit, Now: at(t, later)}, o)
		if err != nil {
			t.Fatal(err)
		}
		return view.Node.Children[0].Children[0].Children[0]
	}
	return m, collect, node
}

const fromBudget = `"source":{"type":"query","query":{},"extract":{"mode":"table","unit":"unit","value":"amount"}}`

func TestCollectedTargets(t *testing.T) {
	m, collect, node := budget(t, summed, `{"kpi":"k","unit":"company","scale":`+percent+`,`+fromBudget+`}`)
	for unit, v := range map[string]float64{"n1": 10, "n2": 20, "s1": 30} {
		collect("target", unit, "2026-01", v)
		collect("target", unit, "2026-02", v)
	}
	for unit, want := range map[string]float64{"n1": 10, "n2": 20, "north": 30, "company": 60} {
		if n := node(unit, "2026-01"); !close(n.Target, &want) {
			t.Errorf("%s: target %s, want %v", unit, show(n.Target), want)
		}
	}
	collect("target", "company", "2026-02", 100)
	want := 100.0
	if n := node("company", "2026-02"); !close(n.Target, &want) {
		t.Errorf("the company's own: %s", show(n.Target))
	}
	if n := node("company", "2026-03"); n.Target != nil || n.Reason.Code != "noTarget" {
		t.Errorf("nothing collected: %s", show(n.Target))
	}
	expectScore(t, node("n1", "2026-01"), 100.0)
	windows, err := m.Needs(evaluate.Request{Scorecard: "card", Period: "2026-03", Now: at(t, later)})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(windows); got != "[{k 2026-02 2026-03} {targetset/budget/target 2026-02 2026-03}]" {
		t.Errorf("needs %s", got)
	}
}

func TestAUnitsOwnTargetIsBeforeOneCollectedForIt(t *testing.T) {
	for _, c := range []struct {
		name, from, giver string
		want              float64
	}{
		{"begun together", "2026-01", "own", 5}, {"collected later", "2026-02", "budget", 7}, {"collected earlier", "2025-12", "own", 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			forest(w)
			w.kpi("k", summed)
			w.measure("k")
			w.targets("budget", `{"kpi":"k","unit":"company","from":"`+c.from+`","scale":`+percent+`,`+fromBudget+`}`)
			w.targets("own", `{"kpi":"k","unit":"n1","from":"2026-01","target":5}`)
			m, _ := w.compile()
			page := map[string]evaluate.Page{"2026-02": {Unit: []int32{0}, Cell: []evaluate.Cell{{Value: 7}}}}
			o := &evaluate.Observations{Units: []string{"n1"}, Pages: map[string]map[string]evaluate.Page{
				"k": page, evaluate.TargetSeries("budget", "target"): page,
			}}
			view, err := m.View(evaluate.Request{Scorecard: "card", Period: "2026-02", Unit: "n1", Now: at(t, later)}, o)
			if err != nil {
				t.Fatal(err)
			}
			if n := view.Node.Children[0].Children[0].Children[0]; !close(n.Target, &c.want) {
				t.Errorf("got %s, want %v", show(n.Target), c.want)
			}
			explained, err := m.Explain(evaluate.ExplainRequest{Kpi: "k", Unit: "n1", Period: "2026-02", Now: at(t, later)}, o)
			if err != nil {
				t.Fatal(err)
			}
			if origin := explained.Root.Inputs[1].Inputs[0].Origin; origin.Resource.Name != c.giver {
				t.Errorf("explained by %s, want %s", origin.Resource.Name, c.giver)
			}
		})
	}
}

func TestCollectedThresholds(t *testing.T) {
	scale := `{"type":"goalRedFlag","redFlag":"80%","goal":"100%"}`
	_, collect, node := budget(t, summed, `{"kpi":"k","unit":"company","scale":`+scale+`,"columns":{"redFlag":"low","goal":"high"},`+fromBudget+`}`)
	collect("redFlag", "n1", "2026-01", 6)
	collect("goal", "n1", "2026-01", 18)
	collect("redFlag", "n1", "2026-02", 6)
	collect("goal", "n1", "2026-02", 12)
	expectScore(t, node("n1", "2026-01"), 50.0)
	expectScore(t, node("n1", "2026-02"), 200/3.0)
	expectScore(t, node("n2", "2026-01"), "noScale")       // amounts of others
	expectScore(t, node("company", "2026-01"), "noTarget") // percent of no target
	collect("redFlag", "company", "2026-01", 12)
	collect("goal", "company", "2026-01", 36)
	expectScore(t, node("company", "2026-01"), 200/3.0)
	expectScore(t, node("n2", "2026-01"), "noScale")

	_, collect, node = budget(t, meaned, `{"kpi":"k","unit":"company","scale":`+scale+`,"columns":{"redFlag":"low","goal":"high"},`+fromBudget+`}`)
	collect("redFlag", "company", "2026-01", 6)
	collect("goal", "company", "2026-01", 18)
	expectScore(t, node("n2", "2026-01"), 50.0) // a mean's are inherited
}

func TestBandsHoldForThePeriod(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("k", summed)
	w.measure("k")
	w.targets("t", `{"kpi":"k","unit":"company","scale":{"type":"goalRedFlag","redFlag":10,"goal":20}}`)
	n := w.value("k", "2026-Q1", "company", later)
	if n.Value != nil || len(n.Bands) != 3 || *n.Bands[1].From != 30 || *n.Bands[1].To != 60 || n.Bands[0].From != nil {
		t.Errorf("bands: %+v", n.Bands)
	}
}
