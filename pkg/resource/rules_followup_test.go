package resource

import (
	"slices"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestActionsAndDecisionsThatAreRefused(t *testing.T) {
	action := func(rest string) string { return doc("Action", "a", "{title: A, "+rest+"}") }
	decision := func(rest string) string { return doc("Decision", "d", "{title: D, "+rest+"}") }
	for name, c := range map[string]struct{ document, place, message string }{
		"closed in the future":     {action("state: done, closedOn: 2999-01-01"), "/spec/closedOn", "future"},
		"closed and open":          {action("state: open, closedOn: 2026-01-01"), "/spec/closedOn", "only what is over"},
		"first due, not due":       {action("firstDue: 2026-01-01"), "/spec/due", "missing"},
		"due on no day":            {action("due: 2026-02-30"), "/spec/due", ""},
		"unknown state":            {action("state: late"), "/spec/state", ""},
		"unknown source":           {action("source: {kind: Review, name: nowhere}"), "/spec/source/name", "no Review"},
		"effect's period":          {action("effect: {kpi: sales, sign: up, by: FY2026-Q1, probability: 0.5}"), "/spec/effect/by", "not an id of this calendar"},
		"options twice":            {decision("options: [a, b, a]"), "/spec/options/2", "twice"},
		"one option":               {decision("options: [a]"), "/spec/options", ""},
		"chosen elsewhere":         {decision("options: [a, b], chosen: c"), "/spec/chosen", "one of the options"},
		"revisited before decided": {decision("decidedOn: 2026-03-01, revisitOn: 2026-02-28"), "/spec/revisitOn", "2026-03-01"},
		"open and decided":         {decision("state: open, decidedOn: 2026-03-01"), "/spec/decidedOn", "open decision"},
		"by no period":             {decision("expectedEffect: {kpi: sales, sign: up, by: 2026-13, probability: 0.5}"), "/spec/expectedEffect/by", ""},
		"by no day":                {decision("expectedEffect: {kpi: sales, sign: up, by: 2026-02-30, probability: 0.5}"), "/spec/expectedEffect/by", "days go from 1 to 28"},
		"no size":                  {decision("expectedEffect: {kpi: sales, sign: up, size: -2, by: 2026-03, probability: 0.5}"), "/spec/expectedEffect/size", "above 0"},
		"more than certain":        {decision("expectedEffect: {kpi: sales, sign: up, by: 2026-03, probability: 1.5}"), "/spec/expectedEffect/probability", ""},
		"effect on nothing":        {decision("expectedEffect: {kpi: nowhere, sign: up, by: 2026-03, probability: 0.5}"), "/spec/expectedEffect/kpi", "no Kpi"},
	} {
		t.Run(name, func(t *testing.T) { refusedOnce(t, c.document, c.place, c.message) })
	}
}

func TestActionsAndDecisionsThatAreAccepted(t *testing.T) {
	for name, document := range map[string]string{
		"brought forward":       doc("Action", "a", "{title: A, firstDue: 2026-05-01, due: 2026-04-01}"),
		"done without evidence": doc("Action", "a", "{title: A, state: done}"),
		"without anything":      doc("Action", "a", "{title: A}"),
		"by a week":             doc("Decision", "d", "{title: D, expectedEffect: {kpi: sales, sign: down, by: 2026-W11, probability: 0}}"),
		"revisited long ago":    doc("Decision", "d", "{title: D, revisitOn: 1998-01-01}"),
	} {
		t.Run(name, func(t *testing.T) {
			x := newFixture(t)
			x.mustApply(t, base)
			x.mustApply(t, document)
			if again := x.mustApply(t, document); len(again.Unchanged) != 1 {
				t.Errorf("again: %+v", again)
			}
		})
	}
}

func TestWhenADecisionWasMade(t *testing.T) {
	x := governed(t)
	x.mustApply(t, doc("Review", "april", "{series: northwind-strategic, start: 1997-04-15T08:00:00Z}"))
	for _, document := range []string{
		doc("Decision", "in-review", "{title: D, review: april}"),
		doc("Decision", "raised-there", "{title: D, review: april, state: open}"),
		doc("Decision", "revisit", "{title: D, revisitOn: 1998-01-01}"),
	} {
		x.mustApply(t, document)
	}
	x.mustApply(t, doc("Decision", "raised-there", "{title: D, review: april}"))
	documents, err := x.Governance(x.ctx, x.viewer, nil)
	if err != nil {
		t.Fatal(err)
	}
	decided := func(name string) string { return text(documents.Decisions[name].DecidedOn) }
	if decided("in-review") != "1997-04-15" || decided("revisit") != "1998-01-01" {
		t.Errorf("decided on %s and %s", decided("in-review"), decided("revisit"))
	}
	if raised := documents.Decisions["raised-there"].RaisedOn; text(raised) != "1997-04-15" || decided("raised-there") < "2000" {
		t.Errorf("raised on %s, decided on %s", text(raised), decided("raised-there"))
	}
}

func TestAnActionThatIsOpenedAgainHasNoEnd(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, doc("Action", "a", "{title: A, state: done, closedOn: 2020-01-01}"))
	x.mustApply(t, doc("Action", "a", "{title: A, state: open}"))
	list, err := x.List(x.ctx, x.viewer, "Action", ListOptions{})
	if err != nil || slices.ContainsFunc(list.Items, func(r contract.Resource) bool { return r.Spec["closedOn"] != nil }) {
		t.Errorf("%+v, %v", list.Items, err)
	}
}
