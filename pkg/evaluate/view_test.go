package evaluate_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// scored adds a monthly mean KPI whose score is its value, with values at a unit in 2026-01, 2026-02 and so on.
func (w *world) scored(name, unit string, values ...float64) {
	w.Helper()
	w.kpi(name, `{"frequency":"month","aggregation":{"time":"mean","units":"mean"},"source":{"type":"manual"}}`)
	w.targets(name, `{"kpi":"`+name+`","unit":"company","scale":{"type":"points","points":[[0,0],[100,100]]}}`)
	for i, v := range values {
		w.observe(name, unit, "2026-0"+string(rune('1'+i)), v)
	}
}

func TestTrendsAndSparklines(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.scored("k", "company", 50, 51, 52.5, 40)
	w.measure("k")
	for period, want := range map[string]string{"2026-01": "none", "2026-02": "flat", "2026-03": "up", "2026-04": "down", "2026-05": "none", "2026-Q2": "down"} {
		view := w.view(evaluate.Request{Period: period, Now: at(t, later)})
		for path, n := range paths(view.Node, "", map[string]contract.Node{}) {
			if n.Trend.Direction != want {
				t.Errorf("%s %s: got %s, want %s", period, path, n.Trend.Direction, want)
			}
			if (n.Trend.Delta == nil) != (want == "none") {
				t.Errorf("%s %s: delta %s", period, path, show(n.Trend.Delta))
			}
			if n.Ref.Kind != "Kpi" && n.Sparkline != nil || n.Ref.Kind == "Kpi" && len(n.Sparkline) != 0 {
				t.Errorf("%s: a sparkline nobody asked for", path)
			}
		}
	}
	view := w.view(evaluate.Request{Period: "2026-05", Now: at(t, later), Sparkline: 4})
	for path, n := range paths(view.Node, "", map[string]contract.Node{}) {
		data, _ := json.Marshal(n.Sparkline)
		want := `[{"period":"2026-02","score":51,"value":51},{"period":"2026-03","score":52.5,"value":52.5},{"period":"2026-04","score":40,"value":40},{"period":"2026-05","score":null,"value":null}]`
		if n.Ref.Kind != "Kpi" {
			want = `[{"period":"2026-02","score":51,"value":null},{"period":"2026-03","score":52.5,"value":null},{"period":"2026-04","score":40,"value":null},{"period":"2026-05","score":null,"value":null}]`
		}
		if string(data) != want {
			t.Errorf("%s: %s", path, data)
		}
	}
}

func TestWeightsOverTime(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.scored("a", "company", 10, 10, 10, 10, 10, 10)
	w.scored("b", "company", 40, 40, 40, 40, 40, 40)
	w.objective("o", `{"kpis":[{"kpi":"a","weight":7,"weights":[{"from":"2026-Q2","weight":0},{"from":"2026-02","weight":2}]},{"kpi":"b"}]}`, nil)
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"o"}]}]}`)
	for period, want := range map[string]float64{
		"2026-01": (7*10 + 40) / 8.0, "2026-02": 20, "2026-03": 20, "2026-Q1": 20, "2026-04": 40, "2026-H1": 40,
		"2026-04-15": 20, // the last month that has ended is carried, with the weights of April
	} {
		n := w.node(period, "company", later, "/card/p/o")
		if period == "2026-04-15" {
			want = 40
		}
		if !close(n.Score, &want) {
			t.Errorf("%s: got %s, want %v", period, show(n.Score), want)
		}
	}
	n := w.node("2026-04", "company", later, "/card/p/o")
	if n.Children[0].Weight != 0 || *n.Coverage != 1 || n.Children[0].Score == nil {
		t.Errorf("a weight of 0 is shown, not counted: %+v", n.Children[0])
	}
}

func TestCoverage(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.scored("a", "company", 10)
	w.scored("b", "company")
	w.objective("o", `{"kpis":[{"kpi":"a","weight":1},{"kpi":"b","weight":3}]}`, nil)
	w.objective("empty", `{}`, nil)
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"o"},{"objective":"empty"}]}]}`)
	for path, want := range map[string]string{"/card/p/o": "lowCoverage", "/card/p/empty": "noChildren", "/card/p": "nothingScored", "/card": "nothingScored"} {
		n := w.node("2026-01", "company", later, path)
		if n.Score != nil || n.Status != nil || n.Reason == nil || n.Reason.Code != want || n.Coverage == nil {
			t.Errorf("%s: score %s, reason %v, want %s", path, show(n.Score), n.Reason, want)
		}
	}
}

func TestContributions(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.add("Calendar", "fiscal", `{"title":"f","timeZone":"UTC","fiscalYearStartMonth":4}`)
	w.scored("top", "n1", 20, 20, 20)
	w.scored("low", "s1", 80, 80, 80)
	w.add("Kpi", "low", with(t, `{"calendar":"fiscal"}`, map[string]any{
		"title": "low", "frequency": "month", "aggregation": map[string]string{"time": "mean", "units": "mean"}, "source": map[string]string{"type": "manual"},
	}))
	w.scored("loose", "n1", 50, 50, 50)
	w.objective("o", `{"kpis":[{"kpi":"top"}]}`, nil)
	w.objective("below", `{"kpis":[{"kpi":"low"}],"contributesTo":[{"objective":"o","weight":2}]}`, nil)
	w.objective("unplaced", `{"kpis":[{"kpi":"loose"}],"contributesTo":[{"objective":"below"}]}`, nil)
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"o"}]}]}`)
	w.card("southern", `{"unit":"south","calendar":"fiscal","rollup":{"missing":"zero"},"perspectives":[{"name":"p","title":"p","objectives":[{"objective":"below"}]}]}`)
	// "loose" has no value in the south, which counts as 0 by the southern scorecard's roll-up.
	for period, want := range map[string]float64{"2026-01": (20 + 2*40) / 3.0, "2026-Q1": (20 + 2*40) / 3.0} {
		n := w.node(period, "north", later, "/card/p/o")
		if !close(n.Score, &want) || *n.Coverage != 1 {
			t.Errorf("%s: got %s, want %v", period, show(n.Score), want)
		}
		if len(n.Children) != 2 || n.Children[1].Ref.Name != "below" || n.Children[1].Weight != 2 {
			t.Errorf("%s: the contributor comes after the KPIs: %+v", period, n.Children)
		}
	}
	if n := w.node("2026-01", "company", later, "/card/p/o/below/low"); n.Value == nil || *n.Value != 80 {
		t.Errorf("scored at its own scorecard's unit: %s", show(n.Value))
	}
}

func TestContributionsInACircle(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.scored("k", "company", 50)
	w.objective("o", `{"kpis":[{"kpi":"k"}],"contributesTo":[{"objective":"b"}]}`, nil)
	w.objective("b", `{"contributesTo":[{"objective":"o"}]}`, nil)
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"o"}]}]}`)
	if n := w.node("2026-01", "company", later, "/card/p/o"); n.Score == nil || *n.Score != 50 || *n.Coverage != 0.5 {
		t.Errorf("got %s", show(n.Score))
	}
	m, _ := w.compile()
	if windows, err := m.Needs(evaluate.Request{Scorecard: "card", Period: "2026-01", Now: at(t, later)}); err != nil || len(windows) != 1 {
		t.Errorf("needs %v, %v", windows, err)
	}
}

func TestThemes(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.scored("a", "company", 10)
	w.scored("b", "company", 70)
	w.add("Theme", "growth", `{"title":"Growth","strategy":"s"}`)
	w.add("Theme", "unused", `{"title":"Unused","strategy":"s"}`)
	w.objective("x", `{"kpis":[{"kpi":"a"}],"themes":["growth"]}`, nil)
	w.objective("y", `{"kpis":[{"kpi":"b"}],"themes":[{"theme":"growth","weight":2},"care"]}`, nil)
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"p","weight":5,"objectives":[{"objective":"x","weight":9},{"objective":"y"}]}]}`)
	view := w.view(evaluate.Request{Period: "2026-01", Now: at(t, later)})
	if len(view.Themes) != 2 {
		t.Fatalf("%d themes", len(view.Themes))
	}
	growth, want := view.Themes[0], 50.0
	if growth.Ref != (contract.Ref{Kind: "Theme", Name: "growth"}) || growth.Title != "Growth" || !close(growth.Score, &want) || *growth.Status != "amber" {
		t.Errorf("%+v", growth)
	}
	if len(growth.Children) != 2 || growth.Children[1].Weight != 2 || *growth.Children[1].Score != 70 {
		t.Errorf("%+v", growth.Children)
	}
	if care := view.Themes[1]; care.Ref.Name != "care" || *care.Score != 70 {
		t.Errorf("%+v", care)
	}
}

func TestOverrides(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.scored("k", "n1", 10, 20)
	w.measure("k")
	for name, node := range map[string]string{"on-kpi": `{"kind":"Kpi","name":"k"}`, "on-p": `{"kind":"Perspective","name":"p"}`, "on-card": `{"kind":"Scorecard","name":"card"}`} {
		w.add("StatusOverride", name, `{"scorecard":"card","node":`+node+`,"unit":"north","period":"2026-02","status":"green","author":"ann","reason":"a strike","expires":"2026-04-30"}`)
	}
	w.add("StatusOverride", "instant", `{"scorecard":"card","node":{"kind":"Objective","name":"o"},"unit":"north","period":"2026-02","status":"green","author":"ann","reason":"a strike","expires":"2026-04-30T12:00:00Z"}`)
	w.add("StatusOverride", "other", `{"scorecard":"other","node":{"kind":"Objective","name":"o"},"unit":"north","period":"2026-02","status":"red","author":"ann","reason":"x"}`)
	for _, c := range []struct {
		unit, period, now, path string
		overridden              bool
	}{
		{"north", "2026-02", "2026-04-30T23:59:59Z", "/card/p/o/k", true},
		{"north", "2026-02", "2026-05-01T00:00:00Z", "/card/p/o/k", false},
		{"north", "2026-02", "2026-04-30T11:59:59Z", "/card/p/o", true},
		{"north", "2026-02", "2026-04-30T12:00:00Z", "/card/p/o", false},
		{"north", "2026-02", "2026-03-01T00:00:00Z", "/card/p", true},
		{"north", "2026-02", "2026-03-01T00:00:00Z", "/card", true},
		{"north", "2026-01", "2026-03-01T00:00:00Z", "/card", false},
		{"company", "2026-02", "2026-03-01T00:00:00Z", "/card", false},
	} {
		n := w.node(c.period, c.unit, c.now, c.path)
		if (n.Override != nil) != c.overridden {
			t.Errorf("%+v: got %+v", c, n.Override)
		}
		if n.Override != nil && (n.Override.Status != "green" || n.Override.Author != "ann" || n.Override.Reason != "a strike" || n.Override.Expires == nil) {
			t.Errorf("%+v", n.Override)
		}
		if c.period == "2026-02" && (*n.Score != 20 || *n.Status != "red") {
			t.Errorf("%+v changes the score to %v, %v", c, *n.Score, *n.Status)
		}
	}
}

func TestViewBody(t *testing.T) {
	w := newWorld(t)
	w.add("Calendar", "c", `{"title":"c","timeZone":"Europe/Berlin"}`)
	forest(w)
	w.scored("k", "n1", 10, 20)
	w.scored("late", "n1", 10)
	w.kpi("elsewhere", `{"frequency":"month","units":["s1"],"source":{"type":"manual"}}`)
	w.measure("k", "late", "elsewhere")
	asOf := at(t, "2026-03-05T10:00:00+02:00")
	view := w.view(evaluate.Request{Period: "2026-02", Unit: "north", Now: at(t, "2026-03-10T00:00:00Z"), AsOf: &asOf})
	if view.Scorecard != "card" || view.Unit != "north" || *view.AsOf != "2026-03-05T08:00:00Z" || view.Now != "2026-03-10T00:00:00Z" {
		t.Errorf("%+v", view)
	}
	if p := view.Period; p != (contract.ViewPeriod{ID: "2026-02", Start: "2026-01-31T23:00:00Z", End: "2026-02-28T23:00:00Z", State: "stale"}) {
		t.Errorf("%+v", p)
	}
	if len(view.Scheme.Levels) != 3 || view.Scheme.Levels[1].Name != "amber" {
		t.Errorf("%+v", view.Scheme)
	}
	if view.Node.Value != nil || view.Node.State != nil || view.Node.Gaps != nil || view.Node.Bands != nil || *view.Node.Coverage != 0 {
		t.Errorf("%+v", view.Node)
	}
	for _, c := range [][3]string{
		{"2026-01", "2026-03-10T00:00:00Z", "final"}, // what isn't measured here isn't late
		{"2026-03", "2026-03-10T00:00:00Z", "open"},
		{"2026-04", "2026-03-10T00:00:00Z", "none"},
	} {
		if got := w.view(evaluate.Request{Period: c[0], Unit: "north", Now: at(t, c[1])}).Period.State; got != c[2] {
			t.Errorf("%s: state %s, want %s", c[0], got, c[2])
		}
	}
	if got := w.view(evaluate.Request{Now: at(t, "2026-01-31T23:30:00Z")}); got.Period.ID != "2026-02" || got.Unit != "company" {
		t.Errorf("by default: %s %s", got.Period.ID, got.Unit)
	}
}

func TestRequestErrors(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.scored("k", "n1", 10)
	w.measure("k")
	m, o := w.compile()
	for _, c := range []struct {
		request evaluate.Request
		want    string
	}{
		{evaluate.Request{Scorecard: "none"}, `there is no Scorecard "none"`},
		{evaluate.Request{Scorecard: "card", Unit: "none"}, `there is no OrgUnit "none"`},
		{evaluate.Request{Scorecard: "card", Period: "FY2026-Q1"}, "period: "},
		{evaluate.Request{Scorecard: "card", Period: "2026-13"}, "period: "},
		{evaluate.Request{Scorecard: "card", Sparkline: -1}, "sparkline: "},
		{evaluate.Request{Scorecard: "card", Sparkline: evaluate.MaxSparkline + 1}, "sparkline: "},
	} {
		c.request.Now = at(t, later)
		_, err := m.View(c.request, o)
		_, again := m.Needs(c.request)
		if err == nil || again == nil || !strings.HasPrefix(err.Error(), c.want) || err.Error() != again.Error() {
			t.Errorf("%+v: %v, %v", c.request, err, again)
		}
		var missing *evaluate.NotFoundError
		var invalid *evaluate.InvalidError
		if !errors.As(err, &missing) && !errors.As(err, &invalid) {
			t.Errorf("%T", err)
		}
	}
}

// Definitions that contradict each other give numbers without a value, never a panic.
func TestInconsistentDefinitions(t *testing.T) {
	w := newWorld(t)
	w.add("OrgUnit", "company", `{"title":"c","parent":"gone"}`)
	w.add("OrgUnit", "a", `{"title":"a","parent":"b"}`)
	w.add("OrgUnit", "b", `{"title":"b","parent":"a"}`)
	w.add("Calendar", "bad", `{"title":"c","timeZone":"Nowhere/Land"}`)
	w.kpi("bad-calendar", `{"calendar":"bad","frequency":"month","source":{"type":"manual"}}`)
	w.kpi("bad-frequency", `{"frequency":"fortnight","source":{"type":"manual"}}`)
	w.kpi("bad-units", `{"frequency":"month","units":["gone"],"source":{"type":"manual"}}`)
	w.kpi("bad-weight", `{"frequency":"month","aggregation":{"time":"weightedMean","units":"weightedMean","weight":"gone"},"source":{"type":"manual"}}`)
	w.kpi("own-weight", `{"frequency":"month","aggregation":{"time":"weightedMean","weight":"own-weight"},"source":{"type":"manual"}}`)
	w.kpi("no-formula", `{"frequency":"month","source":{"type":"calculated"}}`)
	w.kpi("no-source", `{"frequency":"month"}`)
	w.kpi("reads-bad", `{"frequency":"month","source":{"type":"calculated","formula":"kpi(\"bad-calendar\") + prev(kpi(\"bad-frequency\")) + samePeriodLastYear(kpi(\"bad-calendar\"))"}}`)
	w.kpi("looks-bad", `{"frequency":"month","source":{"type":"calculated","formula":"ytd(kpi(\"reads-bad\")) + samePeriodLastYear(kpi(\"bad-calendar\"))"}}`)
	for i, set := range []string{`"unit":"gone"`, `"unit":"company","from":"FY1"`, `"unit":"company","to":"x"`, `"unit":"company","points":[{"period":"?","target":1}]`, `"unit":"company","scale":{"type":"?"}`} {
		w.targets("t"+string(rune('0'+i)), `{"kpi":"no-source",`+set+`}`)
	}
	w.targets("t9", `{"kpi":"gone","unit":"company"}`)
	w.measure("bad-calendar", "bad-frequency", "bad-units", "bad-weight", "own-weight", "no-formula", "no-source", "reads-bad", "looks-bad", "gone")
	w.card("broken", `{"calendar":"bad","unit":"company","perspectives":[]}`)
	w.card("lost", `{"unit":"gone","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"gone"}]}]}`)
	w.add("StatusOverride", "x", `{"scorecard":"gone","node":{"kind":"Kpi","name":"k"},"unit":"u","period":"2026","status":"red","author":"a","reason":"r"}`)
	w.add("StatusOverride", "y", `{"scorecard":"card","node":{"kind":"Kpi","name":"k"},"unit":"u","period":"x","status":"red","author":"a","reason":"r"}`)
	w.add("StatusOverride", "z", `{"scorecard":"card","node":{"kind":"Kpi","name":"k"},"unit":"u","period":"2026-01","status":"red","author":"a","reason":"r","expires":"soon"}`)
	view := w.view(evaluate.Request{Period: "2026-01", Now: at(t, later), Sparkline: 3})
	for _, n := range view.Node.Children[0].Children[0].Children {
		if n.Value != nil || n.Reason == nil {
			t.Errorf("%s: %s, %v", n.Ref.Name, show(n.Value), n.Reason)
		}
	}
	m, _ := w.compile()
	for _, card := range []string{"broken", "lost"} {
		var invalid *evaluate.InvalidError
		if _, err := m.View(evaluate.Request{Scorecard: card, Now: at(t, later)}, nil); !errors.As(err, &invalid) {
			t.Errorf("%s: %v", card, err)
		}
	}
	for name := range w.defs.Kpis {
		for _, unit := range []string{"company", "a", "b"} {
			_, _ = m.Series(evaluate.SeriesRequest{Kpi: name, Unit: unit, Now: at(t, later)}, nil)
			_, _ = m.Explain(evaluate.ExplainRequest{Kpi: name, Unit: unit, Now: at(t, later)}, nil)
		}
	}
}
