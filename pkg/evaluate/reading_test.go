package evaluate_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

func TestSeries(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.scored("k", "n1", 10, 40, 80)
	w.kpi("q", `{"frequency":"quarter","units":["n1"],"source":{"type":"manual"}}`)
	w.observe("q", "n1", "2025-Q4", 4)
	w.measure("k", "q")
	w.card("odd", `{"unit":"north","scheme":{"levels":[{"name":"bad","from":0},{"name":"good","from":50}]},"perspectives":[{"name":"p","title":"p"}]}`)
	m, o := w.compile()
	for _, c := range []struct {
		request evaluate.SeriesRequest
		want    string
	}{
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", From: "2026-01", To: "2026-04"}, "n1 month 2026-01 10 red final;2026-02 40 amber final;2026-03 80 green final;2026-04 nothing - stale noObservation;"},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", From: "2026-01", To: "2026-02", Scorecard: "odd"}, "n1 month 2026-01 10 bad final;2026-02 40 bad final;"},
		{evaluate.SeriesRequest{Kpi: "k", From: "2026-Q1", To: "2026-Q1", Scorecard: "odd"}, "north month 2026-01 10 bad final;2026-02 40 bad final;2026-03 80 good final;"},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", From: "2026-01", To: "2026", Frequency: "year"}, "n1 year 2026 43.333333333333336 amber stale;"},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", From: "2026-Q1", Frequency: "quarter", To: "2026-Q1"}, "n1 quarter 2026-Q1 43.333333333333336 amber final;"},
		{evaluate.SeriesRequest{Kpi: "q", From: "2026-01", To: "2026-02", Frequency: "month"}, "n1 month 2026-01 4 - final (2025-Q4) noScale;2026-02 4 - final (2025-Q4) noScale;"},
	} {
		c.request.Now = at(t, later)
		got, err := m.Series(c.request, o)
		if err != nil {
			t.Errorf("%+v: %v", c.request, err)
			continue
		}
		text := got.Unit + " " + got.Frequency + " "
		for _, p := range got.Points {
			status := "-"
			if p.Status != nil {
				status = *p.Status
			}
			text += fmt.Sprintf("%s %s %s %s", p.Period, show(p.Value), status, p.State)
			if p.Carried != nil {
				text += " (" + *p.Carried + ")"
			}
			if p.Reason != nil {
				text += " " + p.Reason.Code
			}
			text += ";"
		}
		if text != c.want {
			t.Errorf("%+v:\ngot  %s\nwant %s", c.request, text, c.want)
		}
	}
	defaults, err := m.Series(evaluate.SeriesRequest{Kpi: "k", Now: at(t, "2026-03-10T00:00:00Z")}, o)
	if err != nil || len(defaults.Points) != 12 || defaults.Points[0].Period != "2025-04" || defaults.Unit != "company" {
		t.Errorf("by default: %v, %+v", err, defaults)
	}
}

func TestSeriesErrors(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.unit("products", "")
	w.scored("k", "n1", 10)
	w.measure("k")
	m, o := w.compile()
	for _, c := range []struct {
		request evaluate.SeriesRequest
		want    string
	}{
		{evaluate.SeriesRequest{Kpi: "none"}, "there is no Kpi"},
		{evaluate.SeriesRequest{Kpi: "k"}, "unit: there are several trees"},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "none"}, "there is no OrgUnit"},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", Scorecard: "none"}, "there is no Scorecard"},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", Frequency: "fortnight"}, "frequency: "},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", From: "x"}, "from: "},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", To: "x"}, "to: "},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", From: "2026-02", To: "2026-01"}, "from: must not be after to"},
		{evaluate.SeriesRequest{Kpi: "k", Unit: "n1", From: "1000", To: "9999", Frequency: "day"}, "from: asks for"},
	} {
		c.request.Now = at(t, later)
		_, err := m.Series(c.request, o)
		_, again := m.SeriesNeeds(c.request)
		if err == nil || again == nil || !strings.HasPrefix(err.Error(), c.want) || err.Error() != again.Error() {
			t.Errorf("%+v: %v, %v", c.request, err, again)
		}
	}
}

// outline writes the steps of an explanation with their values, nested by brackets.
func outline(s contract.ExplainStep) string {
	text := s.Kind
	if s.Unit != nil {
		text += " " + *s.Unit + " " + *s.Period
	}
	text += "=" + show(s.Value)
	if len(s.Inputs) > 0 {
		parts := make([]string, len(s.Inputs))
		for i, input := range s.Inputs {
			parts[i] = outline(input)
		}
		text += "[" + strings.Join(parts, " ") + "]"
	}
	return text
}

func TestExplain(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("x", summed)
	w.kpi("y", `{"frequency":"month","aggregation":{"time":"weightedMean","units":"weightedMean","weight":"x"},"source":{"type":"manual"}}`)
	w.kpi("z", `{"frequency":"quarter","units":["n1"],"source":{"type":"manual"}}`)
	w.calculated("k", "x / prev(x)", "{}")
	w.measure("x", "y", "k")
	w.targets("north", `{"kpi":"x","unit":"north","scale":`+percent+`}`)
	w.targets("n1", `{"kpi":"x","unit":"n1","target":5}`)
	w.targets("n2", `{"kpi":"x","unit":"n2","points":[{"period":"2026-01","target":6}]}`)
	for i, unit := range []string{"n1", "n2"} {
		w.observe("x", unit, "2026-01", float64(1+i))
		w.observe("x", unit, "2026-02", float64(3+i))
		w.observe("y", unit, "2026-01", float64(10*(1+i)))
	}
	w.observe("z", "n1", "2025-Q4", 8)
	m, o := w.compile()
	for _, c := range []struct{ kpi, unit, period, want string }{
		{"x", "n1", "2026-01", "score=0[observation n1 2026-01=1 scale=nothing[target n1 2026-01=5]]"},
		{"x", "north", "2026-01", "score=0[units north 2026-01=3[observation n1 2026-01=1 observation n2 2026-01=2] scale=nothing[target north 2026-01=11[target n1 2026-01=5 target n2 2026-01=6]]]"},
		{"x", "n1", "2026-Q1", "score=0[time n1 2026-Q1=4[observation n1 2026-01=1 observation n1 2026-02=3 observation n1 2026-03=nothing] scale=nothing[target n1 2026-Q1=15[target n1 2026-01=5 target n1 2026-02=5 target n1 2026-03=5]]]"},
		{"y", "north", "2026-01", "score=nothing[units north 2026-01=16.666666666666668[observation n1 2026-01=10 kpi n1 2026-01=1 observation n2 2026-01=20 kpi n2 2026-01=2]]"},
		{"k", "n1", "2026-02", "score=nothing[formula n1 2026-02=3[observation n1 2026-02=3 observation n1 2026-01=1]]"},
		{"z", "n1", "2026-02", "score=nothing[carried n1 2026-02=8[observation n1 2025-Q4=8]]"},
		{"z", "n2", "2026-02", "score=nothing[kpi n2 2026-02=nothing]"},
	} {
		got, err := m.Explain(evaluate.ExplainRequest{Kpi: c.kpi, Unit: c.unit, Period: c.period, Now: at(t, later)}, o)
		if err != nil {
			t.Fatal(err)
		}
		if text := outline(got.Root); text != c.want {
			t.Errorf("%s %s %s:\ngot  %s\nwant %s", c.kpi, c.unit, c.period, text, c.want)
		}
	}
	got, err := m.Explain(evaluate.ExplainRequest{Kpi: "x", Unit: "north", Period: "2026-01", Scorecard: "card", Now: at(t, later)}, o)
	if err != nil {
		t.Fatal(err)
	}
	scale := got.Root.Inputs[1]
	if *got.Score != 0 || *got.Status != "red" || *got.Target != 11 || got.State != "final" {
		t.Errorf("%+v", got)
	}
	if *scale.Origin.Resource != (contract.Ref{Kind: "TargetSet", Name: "north"}) || !strings.Contains(*scale.Method, "redFlag 80%") {
		t.Errorf("%+v", scale)
	}
	leaf := scale.Inputs[0].Inputs[1]
	if *leaf.Origin.Resource != (contract.Ref{Kind: "TargetSet", Name: "n2"}) || *leaf.Origin.Path != "/spec/points" {
		t.Errorf("%+v", leaf.Origin)
	}
	if _, err := m.Explain(evaluate.ExplainRequest{Kpi: "x", Unit: "north", Period: "x", Now: at(t, later)}, o); err == nil {
		t.Error("accepts a period of no calendar")
	}
}

func TestExplainIsBounded(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	for i := range 100 {
		w.unit(fmt.Sprintf("u%02d", i), "company")
	}
	w.kpi("x", `{"frequency":"day","source":{"type":"manual"}}`)
	w.observe("x", "u01", "2026-05-05", 1)
	m, o := w.compile()
	got, err := m.Explain(evaluate.ExplainRequest{Kpi: "x", Unit: "company", Period: "2026", Now: at(t, later)}, o)
	if err != nil {
		t.Fatal(err)
	}
	if n := countSteps(got.Root); n > 3200 || *got.Value != 1 {
		t.Errorf("%d steps, %s", n, show(got.Value))
	}
}

func countSteps(s contract.ExplainStep) int {
	n := 1
	for _, input := range s.Inputs {
		n += countSteps(input)
	}
	return n
}

func TestExplainCollectedTargets(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("k", summed)
	w.targets("budget", `{"kpi":"k","unit":"company","scale":`+percent+`,`+fromBudget+`}`)
	m, _ := w.compile()
	o := &evaluate.Observations{Units: []string{"n1"}, Pages: map[string]map[string]evaluate.Page{
		"targetset/budget/target": {"2026-01": {Unit: []int32{0}, Cell: []evaluate.Cell{{Value: 9}}}},
	}}
	got, err := m.Explain(evaluate.ExplainRequest{Kpi: "k", Unit: "n1", Period: "2026-01", Now: at(t, later)}, o)
	if err != nil {
		t.Fatal(err)
	}
	leaf := got.Root.Inputs[1].Inputs[0].Inputs[0]
	if leaf.Kind != "observation" || *leaf.Origin.Path != "/spec/columns/target" || *leaf.Unit != "n1" || *leaf.Value != 9 {
		t.Errorf("%+v", leaf)
	}
}

// linked is a map of two objectives whose changes are given; the effect comes a month after its cause.
func linked(t *testing.T, causes, effects []float64) contract.MapLink {
	w := newWorld(t)
	w.unit("company", "")
	w.add("Theme", "growth", `{"title":"Growth","strategy":"s","color":"#112233"}`)
	w.scored("a", "company")
	w.scored("b", "company")
	w.objective("x", `{"kpis":[{"kpi":"a"}],"themes":["growth"],"owner":"ann"}`, nil)
	w.objective("y", `{"kpis":[{"kpi":"b"}]}`, nil)
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"P","objectives":[{"objective":"x"},{"objective":"y"}]}]}`)
	w.add("CausalLink", "l", `{"from":"x","to":"y","hypothesis":"so","lag":{"periods":1,"frequency":"month"}}`)
	w.add("CausalLink", "gone", `{"from":"x","to":"z"}`)
	for kpi, changes := range map[string][]float64{"a": causes, "b": effects} {
		score := 50.0
		for i := 0; i <= len(changes); i++ {
			if i > 0 {
				score += changes[i-1]
			}
			month := i
			if kpi == "b" {
				month++
			}
			w.observe(kpi, "company", fmt.Sprintf("%d-%02d", 2024+month/12, month%12+1), score)
		}
	}
	m, o := w.compile()
	last := fmt.Sprintf("%d-%02d", 2024+(len(causes)+1)/12, (len(causes)+1)%12+1)
	got, err := m.Map(evaluate.MapRequest{Strategy: "s", Period: last, Now: at(t, later)}, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Links) != 1 || len(got.Perspectives) != 1 || len(got.Perspectives[0].Objectives) != 2 || got.Themes[0].Name != "growth" {
		t.Fatalf("%+v", got)
	}
	if o := got.Perspectives[0].Objectives[0]; o.Ref.Name != "x" || *o.Owner != "ann" || o.Themes[0] != "growth" || len(o.Kpis) != 1 {
		t.Errorf("%+v", o)
	}
	return got.Links[0]
}

func TestLinks(t *testing.T) {
	zigzag := []float64{1, -2, 3, -1, 2, -3, 1, 2, -1, -2, 3, -3}
	negated := make([]float64, len(zigzag))
	for i, v := range zigzag {
		negated[i] = -v
	}
	unrelated := []float64{2, 2, -1, -1, 2, 2, -1, -1, 2, 2, -1, -1}
	flat := make([]float64, len(zigzag))
	for _, c := range []struct {
		name            string
		causes, effects []float64
		state           string
		strength        float64
		pairs           int64
	}{
		{"the same", zigzag, zigzag, "supported", 1, 12},
		{"the opposite", zigzag, negated, "broken", -1, 12},
		{"neither", zigzag, unrelated, "inconclusive", -0.385758, 12},
		{"no change", zigzag, flat, "untested", math.NaN(), 12},
		{"too few", zigzag[:7], zigzag[:7], "untested", math.NaN(), 7},
		{"at most 24", append(append(zigzag[:12:12], zigzag...), zigzag...), append(append(zigzag[:12:12], zigzag...), zigzag...), "supported", 1, 24},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := linked(t, c.causes, c.effects)
			if l.State != c.state || l.Pairs != c.pairs {
				t.Errorf("got %s of %d pairs (%s, %v), want %s of %d", l.State, l.Pairs, show(l.Strength), l.Interval, c.state, c.pairs)
			}
			if math.IsNaN(c.strength) {
				if l.Strength != nil || l.Interval != nil || l.Reason == nil {
					t.Errorf("%+v", l)
				}
				return
			}
			if math.Abs(*l.Strength-c.strength) > 1e-4 || len(l.Interval) != 2 || l.Interval[0] > *l.Strength || l.Interval[1] < *l.Strength {
				t.Errorf("strength %s in %v, want %v", show(l.Strength), l.Interval, c.strength)
			}
			if c.name == "neither" && (math.Abs(l.Interval[0]+0.7686239326377753) > 1e-6 || math.Abs(l.Interval[1]-0.20058489603315394) > 1e-6) {
				t.Errorf("interval %v", l.Interval) // 12 pairs are worth 13.32 independent ones
			}
		})
	}
}

func TestMapScorecard(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.add("Strategy", "unused", `{"title":"u"}`)
	w.scored("k", "company", 10)
	w.measure("k")
	w.card("second", `{"unit":"company","perspectives":[{"name":"p","title":"p"}]}`)
	m, o := w.compile()
	for _, c := range []struct {
		request evaluate.MapRequest
		want    string
	}{
		{evaluate.MapRequest{Strategy: "none"}, "there is no Strategy"},
		{evaluate.MapRequest{Strategy: "unused"}, "scorecard: no scorecard uses"},
		{evaluate.MapRequest{Strategy: "s"}, "scorecard: several use the strategy: say one of card, second"},
		{evaluate.MapRequest{Strategy: "unused", Scorecard: "card"}, "scorecard: card doesn't use"},
		{evaluate.MapRequest{Strategy: "s", Scorecard: "none"}, "there is no Scorecard"},
	} {
		c.request.Now = at(t, later)
		_, err := m.Map(c.request, o)
		_, again := m.MapNeeds(c.request)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || again == nil || again.Error() != err.Error() {
			t.Errorf("%+v: %v, %v", c.request, err, again)
		}
	}
	got, err := m.Map(evaluate.MapRequest{Strategy: "s", Scorecard: "card", Period: "2026-01", Now: at(t, later)}, o)
	if err != nil || got.Period.State != "final" || *got.Perspectives[0].Score != 10 || *got.Perspectives[0].Status != "red" {
		t.Errorf("%v %+v", err, got)
	}
}

func TestPreview(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("x", summed)
	w.kpi("saved", summed)
	w.targets("saved", `{"kpi":"saved","unit":"north","scale":{"type":"points","points":[[0,0],[10,100]]}}`)
	w.observe("x", "n1", "2026-01", 4)
	m, o := w.compile()
	five := 5.0
	spec := contract.KpiSpec{Title: "t", Calendar: "c", Frequency: "month"}
	values := []contract.PreviewValue{{Unit: "n1", Period: "2026-01", Value: &five}, {Unit: "north", Period: "2026-02", Value: &five}, {Unit: "n2", Period: "2026-01"}}
	scores, err := m.Preview(evaluate.PreviewRequest{Name: "saved", Spec: spec, From: "2026-01", To: "2026-02", Units: []string{"north"}, Values: values, Now: at(t, later)}, o)
	if err != nil || len(scores) != 2 || *scores[0].Value != 5 || *scores[0].Score != 50 || *scores[0].Status != "amber" || *scores[1].Score != 50 {
		t.Errorf("%v %+v", err, scores)
	}
	scores, err = m.Preview(evaluate.PreviewRequest{Spec: spec, From: "2026-01", To: "2026-01", Values: values, Now: at(t, later)}, nil)
	if err != nil || len(scores) != 3 || scores[0].Unit != "n1" || scores[0].Reason.Code != "noScale" {
		t.Errorf("%v %+v", err, scores)
	}
	formula := "2 * x"
	spec.Source = contract.KpiSource{Type: "calculated", Formula: &formula}
	request := evaluate.PreviewRequest{Spec: spec, From: "2026-01", To: "2026-01", Now: at(t, later)}
	windows, err := m.PreviewNeeds(request)
	if err != nil || fmt.Sprint(windows) != "[{x 2026-01 2026-01}]" {
		t.Errorf("%v %v", err, windows)
	}
	scores, err = m.Preview(request, o)
	if err != nil || len(scores) != 1 || scores[0].Unit != "company" || *scores[0].Value != 8 {
		t.Errorf("%v %+v", err, scores)
	}
	formula = "2 *"
	var invalid *evaluate.InvalidError
	if _, err := m.Preview(request, o); !errors.As(err, &invalid) {
		t.Errorf("a formula that can't be read: %v", err)
	}
}

func TestImpact(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.unit("elsewhere", "")
	w.add("Calendar", "other", `{"title":"o","timeZone":"UTC"}`)
	w.kpi("x", summed)
	w.kpi("w", `{"frequency":"month","units":["elsewhere"],"source":{"type":"query","system":"erp","dataset":"d"}}`)
	w.kpi("weighted", `{"frequency":"month","aggregation":{"units":"weightedMean","weight":"w"},"units":["s1"],"source":{"type":"manual"}}`)
	w.calculated("k", "prev(x)", "{}")
	w.kpi("apart", `{"calendar":"other","frequency":"month","units":["s1"],"source":{"type":"manual"}}`)
	w.targets("of-x", `{"kpi":"x","unit":"n1","target":1,"source":{"type":"query","system":"crm","extract":{"mode":"table"}}}`)
	w.objective("ox", `{"kpis":[{"kpi":"x"}],"contributesTo":[{"objective":"top"}]}`, nil)
	w.objective("ok", `{"kpis":[{"kpi":"k"}]}`, nil)
	w.objective("top", `{}`, nil)
	w.card("low", `{"unit":"n1","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"ox"},{"objective":"ok"}]}]}`)
	w.card("high", `{"unit":"company","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"top"}]}]}`)
	m, _ := w.compile()
	for ref, want := range map[contract.Ref]string{
		{Kind: "Kpi", Name: "x"}:             "Kpi k, Kpi x, Objective ok, Objective ox, Objective top, Scorecard high, Scorecard low",
		{Kind: "Kpi", Name: "k"}:             "Kpi k, Objective ok, Scorecard low",
		{Kind: "Kpi", Name: "w"}:             "Kpi w, Kpi weighted",
		{Kind: "TargetSet", Name: "of-x"}:    "Kpi x, Objective ox, Objective top, Scorecard high, Scorecard low",
		{Kind: "Objective", Name: "ok"}:      "Objective ok, Scorecard low",
		{Kind: "Scorecard", Name: "high"}:    "Objective top, Scorecard high",
		{Kind: "Calendar", Name: "other"}:    "Kpi apart",
		{Kind: "OrgUnit", Name: "elsewhere"}: "Kpi k, Kpi w, Kpi weighted, Kpi x, Objective ok, Objective ox, Objective top, Scorecard high, Scorecard low",
		{Kind: "Dataset", Name: "d"}:         "Kpi w, Kpi weighted",
		{Kind: "SourceSystem", Name: "erp"}:  "Kpi w, Kpi weighted",
		{Kind: "SourceSystem", Name: "crm"}:  "Kpi x, Objective ox, Objective top, Scorecard high, Scorecard low",
		{Kind: "Theme", Name: "growth"}:      "",
	} {
		var got []string
		for _, r := range m.Impact([]contract.Ref{ref}) {
			got = append(got, r.Kind+" "+r.Name)
		}
		if text := strings.Join(got, ", "); text != want {
			t.Errorf("%v:\ngot  %s\nwant %s", ref, text, want)
		}
	}
	if got := fmt.Sprint(m.Inputs("k"), m.Inputs("weighted"), m.Inputs("none"), m.Dependants("k")); got != "[x] [w] [] [{Objective ok} {Scorecard low}]" {
		t.Error(got)
	}
}
