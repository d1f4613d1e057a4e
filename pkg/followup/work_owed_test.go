package followup

import (
	"context"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

// views answers with what a scorecard shows, whatever it is asked for, and notes that.
type views struct {
	node  contract.Node
	asked []scorecard.ViewQuery
}

func (v *views) View(_ context.Context, _ access.Filter, q scorecard.ViewQuery) (contract.View, error) {
	v.asked = append(v.asked, q)
	if q.Scorecard == "broken" {
		return contract.View{}, &evaluate.InvalidError{Field: "period", Message: "of another calendar"}
	}
	return contract.View{
		Scorecard: q.Scorecard, Unit: "company", Period: contract.ViewPeriod{ID: q.Period, Start: "2026-04-01T00:00:00.000Z", End: "2026-05-01T00:00:00.000Z"}, Node: v.node,
		Scheme: contract.Scheme{Levels: []contract.Level{{Name: "green", From: 67}, {Name: "red", From: 0}, {Name: "amber", From: 33}}},
	}, nil
}

func scored(kpi, status string) contract.Node {
	return contract.Node{Ref: contract.Ref{Kind: "Kpi", Name: kpi}, Title: "Title of " + kpi, Status: ptr(status)}
}

func TestExplanationsThatAreOwed(t *testing.T) {
	w := stewarded()
	w.documents.Kpis = map[string]contract.KpiSpec{
		"late": {Owner: ptr("anna")}, "running": {Owner: ptr("anna")}, "silent": {Owner: ptr("anna")}, "planned": {Owner: ptr("anna")}, "amber": {Owner: ptr("anna")},
		"others": {Owner: ptr("ben")}, "team": {Owner: ptr("team:Logistics")},
	}
	w.roll = roll{members: map[string][]string{"logistics": {"anna"}}}
	w.documents.Objectives = map[string]contract.ObjectiveSpec{
		"o": {Strategy: "s", Kpis: []contract.KpiPlacement{{Kpi: "late"}}}, "p": {Strategy: "foreign", Kpis: []contract.KpiPlacement{{Kpi: "others"}}},
	}
	monthly := contract.ScorecardSpec{Strategy: "s", Calendar: "cal", Frequency: "month", Unit: "company"}
	foreign := monthly
	foreign.Strategy = "foreign"
	w.documents.Scorecards = map[string]contract.ScorecardSpec{
		"corporate": monthly, "same": monthly, "broken": monthly, "foreign": foreign, "old": monthly, "uncalendared": {Strategy: "s", Frequency: "month"},
	}
	w.documents.Origins = map[contract.Ref]governance.Origin{
		{Kind: "Scorecard", Name: "old"}: {Archived: true}, {Kind: "Commentary", Name: "taken-back"}: {Archived: true},
	}
	on := func(kpi, period string, plan bool) contract.CommentarySpec {
		c := contract.CommentarySpec{Kpi: kpi, Unit: "company", Period: &contract.PeriodText{String: &period}, Explanation: "Why"}
		if plan {
			c.Countermeasure, c.RecoveryDate = ptr("What"), ptr("2026-04-01")
			if period == "2025-04" {
				c.RecoveryDate = ptr("2026-03-31")
			}
		}
		return c
	}
	w.documents.Commentaries = map[string]contract.CommentarySpec{
		"a": on("late", "2026-04", false), "b": on("planned", "2026-04", true), "c": on("silent", "2025-04", true), "d": on("running", "2026-03", true),
		"e": on("silent", "2026-W12", true), "taken-back": on("silent", "2026-04", true),
	}
	w.views.node = contract.Node{Ref: contract.Ref{Kind: "Scorecard"}, Children: []contract.Node{
		{Ref: contract.Ref{Kind: "Objective", Name: "o"}, Children: []contract.Node{
			scored("late", "red"), scored("silent", "red"), scored("running", "red"), scored("planned", "red"), scored("amber", "amber"), scored("others", "red"), scored("team", "red"),
		}},
		{Ref: contract.Ref{Kind: "Objective", Name: "again"}, Children: []contract.Node{scored("late", "red")}},
	}}
	got := map[string]string{}
	for _, item := range w.work(t).Items {
		if item.Type == "explanation" {
			got[item.Ref.Name] = item.Why + or(item.Team, "")
			if *item.Unit != "company" || *item.Period != "2026-04" {
				t.Errorf("%s of %s in %s", item.Ref.Name, *item.Unit, *item.Period)
			}
		}
	}
	want := map[string]string{
		"late": "It is red in 2026-04 and has no recovery plan yet.", "silent": "It is red in 2026-04 and nobody has said why.",
		"team": "It is red in 2026-04 and nobody has said why.Logistics",
	}
	if len(got) != len(want) {
		t.Errorf("owed: %v", got)
	}
	for kpi, why := range want {
		if got[kpi] != why {
			t.Errorf("%s: %q", kpi, got[kpi])
		}
	}
	if len(w.views.asked) != 3 {
		t.Errorf("asked %+v: only what shows a KPI of hers and can be asked", w.views.asked)
	}
}

func TestAgendaItemsThatTheCallerRaised(t *testing.T) {
	w := stewarded()
	w.documents.Series = map[string]contract.ReviewSeriesSpec{"monthly": {Title: "Monthly review"}}
	w.raised = []review.RaisedItem{
		{CarriedItem: contract.CarriedItem{Item: "labels", Title: "Labels", AgendaOf: ptr("monthly"), Meetings: []string{"april"}}, Next: "2026-05-08T09:00:00.000Z"},
	}
	item := only(t, w.work(t), "agendaItem")
	if item == nil || *item.Due != "2026-05-08T09:00:00.000Z" || item.Urgency != urgentSoon || item.Overdue ||
		item.Why != "You raised it, and it is open on the agenda of Monthly review. Meetings that had it: 1." {
		t.Errorf("item %+v", item)
	}
	w.raised[0].Next = ""
	if item := only(t, w.work(t), "agendaItem"); item == nil || item.Due != nil || item.Urgency != urgentUndated {
		t.Errorf("without a meeting: %+v", item)
	}
}

func TestProposalsWaitForTheCommitteeThatDecides(t *testing.T) {
	promised := func(committee string) contract.GovernanceCharterSpec {
		return contract.GovernanceCharterSpec{
			Committees: []contract.Committee{{Name: "board", Members: []string{"ben", "anna"}}, {Name: "team", Chair: ptr("ben")}},
			Reviews:    []contract.CharterReview{{Scorecard: "card", Committee: committee, Tier: "tactical"}},
		}
	}
	proposal := contract.CadenceProposalSpec{
		Scorecard: "card", Charter: "charter", Tier: "tactical", From: "quarter", To: "month", Why: "Values move twice as much.",
	}
	decided, otherTier := proposal, proposal
	decided.Decision, otherTier.Tier = &contract.CadenceDecision{Outcome: "rejected"}, "strategic"
	for name, c := range map[string]struct {
		committee string
		proposal  contract.CadenceProposalSpec
		mine      bool
	}{
		"hers":                        {"board", proposal, true},
		"of a committee without her":  {"team", proposal, false},
		"decided":                     {"board", decided, false},
		"of a tier that isn't theirs": {"board", otherTier, false},
	} {
		w := stewarded()
		w.documents.Scorecards = map[string]contract.ScorecardSpec{"card": {Title: "Corporate"}}
		w.documents.Charters = map[string]contract.GovernanceCharterSpec{"charter": promised(c.committee)}
		w.documents.Proposals = map[string]contract.CadenceProposalSpec{"more": c.proposal}
		item := only(t, w.work(t), "proposal")
		if (item != nil) != c.mine {
			t.Errorf("%s: %+v", name, item)
		}
		if item != nil && (item.Title != "Corporate" || item.Ref.Name != "card" ||
			item.Why != "Your committee is to decide whether it is reviewed every month instead of every quarter: Values move twice as much.") {
			t.Errorf("%s: %+v", name, item)
		}
	}
}
