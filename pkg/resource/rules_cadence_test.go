package resource

import (
	"strings"
	"testing"
)

func cadence(rest string) string {
	return doc("CadenceProposal", "p", "{scorecard: northwind, charter: northwind-governance, why: lively, "+rest+"}")
}

func TestCadenceRefusals(t *testing.T) {
	x := governed(t)
	for name, c := range map[string]struct{ document, path, says string }{
		"no step":                {cadence("tier: strategic, from: quarter, to: quarter"), "/spec/to", "must differ"},
		"two steps":              {cadence("tier: strategic, from: year, to: quarter"), "/spec/to", "one step"},
		"beyond often":           {cadence("tier: strategic, from: month, to: week"), "/spec/to", "no more often than every month"},
		"beyond seldom":          {cadence("tier: strategic, from: half, to: year"), "/spec/to", "no more seldom than every half"},
		"not promised":           {cadence("tier: operational, from: month, to: week"), "/spec/charter", "no operational review"},
		"series of another tier": {cadence("tier: strategic, from: quarter, to: month, series: northwind-tactical"), "/spec/series", "is tactical"},
		"unknown series":         {cadence("tier: strategic, from: quarter, to: month, series: nowhere"), "/spec/series", "there is no ReviewSeries"},
		"rejected without a reason": {
			cadence("tier: strategic, from: quarter, to: month, decision: {outcome: rejected, on: 1997-05-01}"), "/spec/decision/reason", "say why",
		},
		"decided before it was measured": {
			cadence("tier: strategic, from: quarter, to: month, reading: {at: 1997-05-03T00:00:00Z}, decision: {outcome: accepted, on: 1997-05-01}"),
			"/spec/decision/on", "before the reading",
		},
		"an event that ends before it begins": {
			doc("ChangeEvent", "e", "{title: Merger, kind: transition, from: 1997-05-02, to: 1997-05-01}"), "/spec/to", "before from",
		},
		"an impossible day": {doc("ChangeEvent", "e", "{title: Merger, kind: transition, from: 1997-02-30}"), "/spec/from", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(c.document)}, ApplyOptions{})
			var invalid *InvalidError
			if !asInvalid(err, &invalid) || len(invalid.Problems) != 1 || invalid.Problems[0].Path != c.path || !strings.Contains(invalid.Problems[0].Message, c.says) {
				t.Errorf("%v; expected %s %s", err, c.path, c.says)
			}
		})
	}
}

func TestAProposalStaysValidWhenTheCharterChanges(t *testing.T) {
	x := governed(t)
	proposal := cadence("tier: strategic, from: quarter, to: month, series: northwind-strategic, decision: {outcome: accepted, on: 1997-05-01}")
	x.mustApply(t, proposal)
	charter := doc("GovernanceCharter", "northwind-governance", `{title: Charter, committees: [
		{name: executive-board, title: Board}, {name: commercial, title: Commercial}, {name: logistics, title: Logistics}],
		reviews: [{scorecard: northwind, committee: executive-board, tier: strategic, every: quarter, bounds: {often: quarter}}]}`)
	x.mustApply(t, charter)
	if result := x.mustApply(t, proposal); len(result.Unchanged) != 1 {
		t.Errorf("applied again: %+v", result)
	}
}

func TestACadenceRestsAfterAStep(t *testing.T) {
	x := governed(t)
	step := func(name, from, to, decision string) string {
		return doc("CadenceProposal", name,
			"{scorecard: northwind, charter: northwind-governance, tier: strategic, why: lively, from: "+from+", to: "+to+", decision: {"+decision+"}}")
	}
	x.mustApply(t, step("first", "quarter", "month", "outcome: accepted, on: 1997-05-01"))
	for name, c := range map[string]struct {
		document string
		refused  bool
	}{
		"the same day":             {step("second", "month", "quarter", "outcome: accepted, on: 1997-05-01"), true},
		"two months less a day":    {step("second", "month", "quarter", "outcome: accepted, on: 1997-06-30"), true},
		"two months later":         {step("second", "month", "quarter", "outcome: accepted, on: 1997-07-01"), false},
		"shortly before":           {step("second", "half", "quarter", "outcome: accepted, on: 1997-02-01"), true},
		"two quarters before":      {step("second", "half", "quarter", "outcome: accepted, on: 1996-11-01"), false},
		"rejected on the next day": {step("second", "month", "quarter", "outcome: rejected, on: 1997-05-02, reason: too soon"), false},
		"the same decision again":  {step("first", "quarter", "month", "outcome: accepted, on: 1997-05-01"), false},
	} {
		_, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(c.document)}, ApplyOptions{WriteOptions: WriteOptions{DryRun: true}})
		var invalid *InvalidError
		refused := asInvalid(err, &invalid) && invalid.Problems[0].Path == "/spec/decision/on" && strings.Contains(invalid.Problems[0].Message, "first")
		if refused != c.refused || err != nil && !refused {
			t.Errorf("%s: %v", name, err)
		}
	}
}
