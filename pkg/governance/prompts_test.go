package governance

import (
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func kpiNode(name, kind, status string, sparkline ...float64) contract.Node {
	score := 50.0
	n := contract.Node{Ref: contract.Ref{Kind: "Kpi", Name: name}, Title: name, Type: &kind, Status: &status, Score: &score}
	for i := range sparkline {
		n.Sparkline = append(n.Sparkline, contract.SparkPoint{Value: &sparkline[i]})
	}
	return n
}

func objectiveNode(name string, kpis ...contract.Node) contract.Node {
	return contract.Node{Ref: contract.Ref{Kind: "Objective", Name: name}, Title: name, Children: kpis}
}

func shown(links []contract.MapLink, objectives ...contract.Node) []Evidence {
	return []Evidence{{
		View: contract.View{
			Scorecard: "card", Unit: "company", Period: contract.ViewPeriod{ID: "2026-01"},
			Scheme: contract.Scheme{Levels: []contract.Level{{Name: "green", From: 66}, {Name: "red", From: 0}, {Name: "amber", From: 33}}},
			Node:   contract.Node{Children: []contract.Node{{Ref: contract.Ref{Kind: "Perspective", Name: "p"}, Children: objectives}}},
		},
		Links: links,
	}}
}

// restless is a KPI's history whose last value is far outside of what was usual.
func restless() []float64 {
	var values []float64
	for i := range 30 {
		values = append(values, 100+float64(i%3))
	}
	return append(values, 200)
}

func TestPromptsAreRankedByWhatTheyMayChange(t *testing.T) {
	link := func(from, to, state string) contract.MapLink {
		return contract.MapLink{Ref: contract.Ref{Kind: "CausalLink", Name: from + "-" + to}, From: from, To: to, State: state}
	}
	twice := []contract.DueChange{{Due: "2026-01-01"}, {Due: "2026-02-01"}}
	done, revisit, review, later := "done", "2026-03-01", "before", "2026-04-01"
	documents := Documents{
		Objectives: map[string]contract.ObjectiveSpec{"learn": {Title: "Learn faster"}, "serve": {Title: "Serve better"}},
		Reviews:    map[string]contract.ReviewSpec{"before": {Series: "s"}, "elsewhere": {Series: "other"}},
		Actions: map[string]contract.ActionSpec{
			"ours":     {Title: "Ours", Source: &contract.Ref{Kind: "Review", Name: "before"}, DueHistory: twice},
			"decided":  {Title: "Decided", Source: &contract.Ref{Kind: "Decision", Name: "again"}, DueHistory: twice},
			"about":    {Title: "About", About: []contract.Ref{{Kind: "Kpi", Name: "calls"}}, DueHistory: twice},
			"done":     {Title: "Done", Source: &contract.Ref{Kind: "Review", Name: "before"}, DueHistory: twice, State: &done},
			"once":     {Title: "Once", Source: &contract.Ref{Kind: "Review", Name: "before"}, DueHistory: twice[:1]},
			"stranger": {Title: "Stranger", Source: &contract.Ref{Kind: "Review", Name: "elsewhere"}, DueHistory: twice},
		},
		Decisions: map[string]contract.DecisionSpec{
			"again": {Title: "Again", RevisitOn: &revisit, Review: &review}, "later": {Title: "Later", RevisitOn: &later, Review: &review},
		},
		Commentaries: map[string]contract.CommentarySpec{
			"c": {Kpi: "returns", Unit: "company", Period: &contract.PeriodText{String: pointerTo("2026-01")}},
			"o": {Kpi: "calls", Unit: "company", Period: &contract.PeriodText{String: pointerTo("2025-12")}},
		},
	}
	evidence := shown(
		[]contract.MapLink{link("learn", "serve", "broken"), link("serve", "learn", "supported")},
		objectiveNode("learn", kpiNode("training", "leading", "red"), kpiNode("odd", "lagging", "amber", restless()...)),
		objectiveNode("serve", kpiNode("loyalty", "lagging", "green"), kpiNode("returns", "lagging", "red"), kpiNode("calls", "leading", "red")),
	)
	prompt := func(e *Event) { id := "signal:odd:company:2026-01"; e.Prompt = &id }
	m := meeting(log{}.at(0, "prompt", prompt))
	m.Review.Series = "s"
	prompts := Prompts(documents, m, evidence, nine)
	var ids []string
	for _, p := range prompts {
		ids = append(ids, p.ID)
		if p.ID == "signal:odd:company:2026-01" && (!p.Shown || p.Answered) {
			t.Errorf("%+v", p)
		}
	}
	want := []string{
		"assumption:learn-serve", "leadingRed:training:loyalty", "leadingRed:calls:loyalty",
		"signal:calls:company:2026-01", "signal:odd:company:2026-01", "signal:training:company:2026-01",
		"postponed:about", "postponed:decided", "postponed:ours", "decision:again",
	}
	if strings.Join(ids, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(ids, "\n"), strings.Join(want, "\n"))
	}
	if text := prompts[0].Text; !strings.Contains(text, "Learn faster") || !strings.Contains(text, "Serve better") {
		t.Errorf("text %s", text)
	}
}

func pointerTo(s string) *string { return &s }

func TestYieldAndLatency(t *testing.T) {
	m := meeting(log{}.at(0, "item", item("a")).at(30, "item", item("b")).at(60, "close"))
	if yield, _ := YieldOf(m, 2); *yield != 4 {
		t.Errorf("yield %v: two decisions in half a strategic hour", *yield)
	}
	if yield, why := YieldOf(meeting(log{}.at(0, "item", item("b")).at(60, "close")), 2); yield != nil || why.Code != "noStrategicTime" {
		t.Errorf("yield without strategic time: %v", yield)
	}
	raised := "2026-03-02T09:00:00.000Z"
	documents := Documents{
		AgendaItems: map[string]contract.AgendaItemSpec{"i": {Raised: &raised}},
		Decisions: map[string]contract.DecisionSpec{
			"a": {RaisedOn: pointerTo("2026-03-01"), DecidedOn: pointerTo("2026-03-04")},
			"b": {About: []contract.Ref{{Kind: "AgendaItem", Name: "i"}}, DecidedOn: pointerTo("2026-03-04")},
			"c": {DecidedOn: pointerTo("2026-03-04")},
		},
	}
	ref := func(name string) contract.Ref { return contract.Ref{Kind: "Decision", Name: name} }
	if days, _ := LatencyOf(documents, []contract.Ref{ref("a"), ref("b"), ref("c")}); *days != 2.5 {
		t.Errorf("latency %v", *days)
	}
	if days, why := LatencyOf(documents, []contract.Ref{ref("c")}); days != nil || why.Code != "notRaised" {
		t.Errorf("latency of an undated decision: %v", days)
	}
}

func TestThePulseIsShownFromFourAnswersOn(t *testing.T) {
	answer := func(person string, heard int64) func(*Event) {
		return func(e *Event) {
			three := int64(3)
			e.ID = person
			e.Heard, e.Evidence, e.Clear = &heard, &three, &three
			if person != "" {
				e.Person = &person
			}
		}
	}
	events := log{}.at(0, "pulse", answer("a", 1)).at(1, "pulse", answer("b", 2)).at(2, "pulse", answer("c", 3)).at(3, "pulse", answer("a", 5))
	if pulse := PulseOf(events); pulse.N != 3 || pulse.Heard != nil || pulse.Reason == nil {
		t.Errorf("three people: %+v", pulse)
	}
	if pulse := PulseOf(events.at(4, "pulse", answer("d", 2))); pulse.N != 4 || *pulse.Heard != 3 || *pulse.Clear != 3 {
		t.Errorf("four people: %+v", pulse)
	}
}

func TestDriftAlertsInTheSecondMeetingRunning(t *testing.T) {
	course := func(drifts ...float64) []contract.Discipline {
		var meetings []contract.Discipline
		for _, drift := range drifts {
			d := contract.Discipline{}
			if drift >= 0 {
				d.Drift = &drift
			}
			meetings = append(meetings, d)
		}
		return meetings
	}
	limit := 0.5
	for name, c := range map[string]struct {
		series contract.ReviewSeriesSpec
		course []contract.Discipline
		alert  bool
	}{
		"once":                       {contract.ReviewSeriesSpec{Tier: Strategic}, course(0.1, 0.9), false},
		"twice":                      {contract.ReviewSeriesSpec{Tier: Strategic}, course(0.1, 0.9, 0.3), true},
		"at the limit":               {contract.ReviewSeriesSpec{Tier: Strategic}, course(0.25, 0.25), false},
		"not running":                {contract.ReviewSeriesSpec{Tier: Strategic}, course(0.9, 0.1, 0.9), false},
		"one between isn't measured": {contract.ReviewSeriesSpec{Tier: Strategic}, course(0.9, -1, 0.9), true},
		"below a limit of its own":   {contract.ReviewSeriesSpec{Tier: Strategic, DriftLimit: &limit}, course(0.4, 0.4), false},
		"operational by nature":      {contract.ReviewSeriesSpec{Tier: Operational}, course(1, 1), false},
		"operational with a limit":   {contract.ReviewSeriesSpec{Tier: Operational, DriftLimit: &limit}, course(1, 1), true},
		"no meeting":                 {contract.ReviewSeriesSpec{Tier: Strategic}, nil, false},
	} {
		if alert := driftAlert(c.series, c.course); alert != c.alert {
			t.Errorf("%s: %t", name, alert)
		}
	}
}

func TestOperationalItemsAreRoutedToTheSeriesClosestToTheWork(t *testing.T) {
	charter, other := "charter", "other"
	series := map[string]contract.ReviewSeriesSpec{
		"board":   {Tier: Strategic, Charter: &charter, Scorecards: []string{"a"}},
		"monthly": {Tier: Tactical, Charter: &charter, Scorecards: []string{"b"}},
		"weekly":  {Tier: Operational, Charter: &other, Scorecards: []string{"a"}},
		"daily":   {Tier: Operational, Charter: &other, Scorecards: []string{"a"}},
		"foreign": {Tier: Operational, Scorecards: []string{"c"}},
	}
	for from, want := range map[string]string{"board": "daily", "monthly": "", "daily": "", "unknown": ""} {
		if got := RouteDown(from, series); got != want {
			t.Errorf("from %s to %q, want %q", from, got, want)
		}
	}
}
