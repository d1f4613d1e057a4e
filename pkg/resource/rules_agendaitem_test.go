package resource

import (
	"strings"
	"testing"
)

func TestOperationalItemsStayOffStrategicAgendas(t *testing.T) {
	about := func(refs string) string { return "{title: T, series: northwind-strategic, about: [" + refs + "]" }
	const kpi = "{kind: Kpi, name: revenue-growth}"
	for name, c := range map[string]struct {
		spec string
		// class is what the item gets, refused what the refusal says.
		class, refused string
	}{
		"one KPI":                        {about(kpi) + "}", "", "/spec/class: an operational item needs a reason (classReason) to be on the agenda of the strategic series “northwind-strategic”; put it on the agenda of “northwind-tactical”"},
		"said to be operational":         {about("") + ", class: operational}", "", "put it on the agenda of “northwind-tactical”"},
		"a blank reason":                 {about(kpi) + ", classReason: ' '}", "", "/spec/class"},
		"with a reason":                  {about(kpi) + ", classReason: The board asked for it}", "operational", ""},
		"another class":                  {about(kpi) + ", class: strategic}", "strategic", ""},
		"an objective":                   {about(kpi+", {kind: Objective, name: grow-revenue}") + "}", "strategic", ""},
		"several KPIs":                   {about(kpi+", {kind: Kpi, name: discount-rate}") + "}", "tactical", ""},
		"about nothing":                  {about("") + "}", "strategic", ""},
		"already resolved":               {about(kpi) + ", state: resolved}", "operational", ""},
		"on a tactical agenda":           {"{title: T, series: northwind-tactical, about: [" + kpi + "]}", "operational", ""},
		"of another series' review":      {"{title: T, series: northwind-strategic, review: talk}", "", "/spec/review: is a review of the series “northwind-tactical”"},
		"routed down by a review":        {"{title: T, series: northwind-tactical, review: board, about: [" + kpi + "]}", "operational", ""},
		"a series that doesn't exist":    {"{title: T, series: nope, class: operational}", "", "/spec/series"},
		"a review that doesn't exist":    {"{title: T, series: northwind-tactical, review: nope}", "", "/spec/review"},
		"a class that there is none":     {"{title: T, series: northwind-tactical, class: urgent}", "", "/spec/class"},
		"more minutes than a day holds":  {"{title: T, series: northwind-tactical, minutes: 2000}", "", "/spec/minutes"},
		"without anything to talk about": {"{title: ' ', series: northwind-tactical}", "", "/spec/title"},
	} {
		t.Run(name, func(t *testing.T) {
			x := governed(t)
			x.mustApply(t, doc("Review", "board", "{series: northwind-strategic, start: 1997-04-15T08:00:00Z}")+"\n---\n"+
				doc("Review", "talk", "{series: northwind-tactical, start: 1997-04-09T13:00:00Z}"))
			_, err := x.Apply(x.ctx, x.editor, body(doc("AgendaItem", "i", c.spec)), ApplyOptions{})
			if c.refused != "" {
				if err == nil || !strings.Contains(problemsText(err), c.refused) {
					t.Errorf("got %v", problemsText(err))
				}
				return
			}
			if err != nil {
				t.Fatal(problemsText(err))
			}
			documents, err := x.Governance(x.ctx, x.viewer, nil)
			if err != nil {
				t.Fatal(err)
			}
			if item := documents.AgendaItems["i"]; *item.Class != c.class || item.Raised == nil {
				t.Errorf("class %s, raised %v", *item.Class, item.Raised)
			}
		})
	}
}

func TestAnAgendaItemOpensAgain(t *testing.T) {
	x := governed(t)
	item := func(state string) string {
		return doc("AgendaItem", "i", "{title: T, series: northwind-tactical, state: "+state+"}")
	}
	for _, state := range []string{"open", "resolved", "open"} {
		x.mustApply(t, item(state))
		documents, err := x.Governance(x.ctx, x.viewer, nil)
		if err != nil {
			t.Fatal(err)
		}
		if resolved := documents.AgendaItems["i"].Resolved; (resolved != nil) != (state == "resolved") {
			t.Errorf("%s: resolved %v", state, resolved)
		}
	}
}

func TestCreateMissingLeavesAloneWhatIsThere(t *testing.T) {
	x := newFixture(t)
	stream := doc("Action", "a", "{title: First}") + "\n---\n" + doc("Action", "b", "{title: Second}")
	x.mustApply(t, doc("Action", "a", "{title: Kept}"))
	for range 2 {
		if err := x.CreateMissing(x.ctx, x.editor, body(stream), WriteOptions{}); err != nil {
			t.Fatal(problemsText(err))
		}
	}
	documents, err := x.Governance(x.ctx, x.viewer, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := documents.Actions["a"].Title, documents.Actions["b"].Title; a != "Kept" || b != "Second" {
		t.Errorf("a %s, b %s", a, b)
	}
	if err := x.CreateMissing(x.ctx, x.viewer, body(stream), WriteOptions{}); err == nil {
		t.Error("a viewer may create")
	}
	if err := x.CreateMissing(x.ctx, x.editor, body(doc("Action", "c", "{title: C}")+"\n---\n"+doc("Action", "d", "{title: D, kpi: none}")), WriteOptions{}); err == nil {
		t.Error("a dangling reference is accepted")
	}
	documents, _ = x.Governance(x.ctx, x.viewer, nil)
	if len(documents.Actions) != 2 {
		t.Errorf("a refused request left %d actions", len(documents.Actions))
	}
}
