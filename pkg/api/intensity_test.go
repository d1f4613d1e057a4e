package api_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// lively is an organisation with a scorecard of monthly KPIs that became three times as lively in 2025, of which one is constant
// and one young, with a quarterly one beside them.
func lively(t *testing.T) *server {
	t.Helper()
	s := newServer(t)
	documents := `
{apiVersion: scorecard/v1, kind: Calendar, metadata: {name: cal}, spec: {title: Cal, timeZone: Europe/Berlin, holidays: [{date: 2026-02-17}]}}
---
{apiVersion: scorecard/v1, kind: OrgUnit, metadata: {name: company}, spec: {title: Company}}
---
{apiVersion: scorecard/v1, kind: Strategy, metadata: {name: s}, spec: {title: S}}
---
{apiVersion: scorecard/v1, kind: Objective, metadata: {name: o}, spec: {title: O, strategy: s, perspective: p, kpis: [{kpi: a}, {kpi: b}, {kpi: c}, {kpi: flat}, {kpi: young}, {kpi: slow}]}}
---
{apiVersion: scorecard/v1, kind: Scorecard, metadata: {name: card}, spec: {title: Card, strategy: s, calendar: cal, frequency: month, unit: company, perspectives: [{name: p, title: P, objectives: [{objective: o}]}]}}
---
{apiVersion: scorecard/v1, kind: GovernanceCharter, metadata: {name: charter}, spec: {title: Charter,
  committees: [{name: board, title: Board}, {name: team, title: Team}, {name: old, title: Old, dissolved: 2025-01-01}],
  reviews: [
    {scorecard: card, committee: board, tier: strategic, every: quarter, bounds: {often: month, seldom: half}},
    {scorecard: card, committee: team, tier: tactical, every: month, bounds: {often: month}},
    {scorecard: card, committee: old, tier: operational, every: week}]}}
---
{apiVersion: scorecard/v1, kind: ReviewSeries, metadata: {name: board}, spec: {title: Board review, tier: strategic, charter: charter, committee: board, scorecards: [card],
  recurrence: {rrule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", start: "2026-01-20T09:00", timeZone: Europe/Berlin, minutes: 60}}}
---
{apiVersion: scorecard/v1, kind: ChangeEvent, metadata: {name: merger}, spec: {title: Merger, kind: transition, from: 2024-01-01, to: 2024-06-30}}
`
	var rows []map[string]any
	add := func(kpi, period string, value float64) {
		rows = append(rows, map[string]any{"kpi": kpi, "unit": "company", "period": period, "value": value})
	}
	for _, kpi := range []string{"a", "b", "c", "flat", "young"} {
		documents += fmt.Sprintf("---\n{apiVersion: scorecard/v1, kind: Kpi, metadata: {name: %s}, spec: {title: K %s, calendar: cal, frequency: month, source: {type: manual}}}\n", kpi, kpi)
		for n := range 36 {
			period, value := fmt.Sprintf("%d-%02d", 2023+n/12, n%12+1), 100+float64(2*(n%2)-1)
			if n >= 24 {
				value = 100 + 3*float64(2*(n%2)-1)
			}
			switch {
			case kpi == "flat":
				add(kpi, period, 7)
			case kpi == "c" && n == 35:
				add(kpi, period, 200)
			case kpi != "young" || n >= 24:
				add(kpi, period, value)
			}
		}
	}
	documents += "---\n{apiVersion: scorecard/v1, kind: Kpi, metadata: {name: slow}, spec: {title: Slow, calendar: cal, frequency: quarter, source: {type: manual}}}\n"
	for n := range 40 {
		add("slow", fmt.Sprintf("%d-Q%d", 2016+n/4, n%4+1), 50+float64(2*(n%2)-1))
	}
	s.must(200, "POST", "/apply", documents, "Content-Type", "application/yaml")
	s.must(200, "POST", "/submissions", map[string]any{"rows": rows})
	return s
}

const livelyNow = "?now=2026-01-05T12:00:00Z"

func intensityOf(t *testing.T, s *server, query string) contract.Intensity {
	t.Helper()
	var answer contract.Intensity
	s.must(200, "GET", "/scorecards/card/intensity"+query, nil).into(t, &answer)
	return answer
}

func TestIntensityMeasuresAndProposes(t *testing.T) {
	got := intensityOf(t, lively(t), livelyNow)
	if got.Period != "2025-12" || got.Unit != "company" || got.Rule != governance.IntensityRule || got.Reason != nil {
		t.Fatalf("%+v", got)
	}
	// A range of 4 and eleven of 6 after a base of ranges of 2, whose own is what the average begins with.
	base, left := 2/0.954, math.Pow(0.8, 11)
	ratio := 0.8*left + (0.2*left*4+(1-left)*6)/1.128/base
	if got.Kpis != 4 || got.Volatility == nil || math.Abs(*got.Volatility-ratio) > 1e-9 {
		t.Errorf("V %v of %d KPIs, expected %v", *got.Volatility, got.Kpis, ratio)
	}
	if got.ShiftShare == nil || *got.ShiftShare != 0.25 {
		t.Errorf("S %v: one of four lies outside", *got.ShiftShare)
	}
	first := got.Drivers[0]
	if first.Kpi != "c" || first.Outside == nil || !*first.Outside || *first.Value != 200 || len(first.Points) != 12 || first.Points[11].Period != "2025-12" {
		t.Errorf("the first driver is %+v", first)
	}
	slow := got.Drivers[3]
	if slow.Kpi != "slow" || math.Abs(slow.Ratio-1) > 0.2 || slow.Points[0].Period != "2023-Q1" || *slow.Outside {
		t.Errorf("the quarterly one is %+v", slow)
	}
	reasons := map[string]string{}
	for _, e := range got.Excluded {
		reasons[e.Kpi] = e.Reason.Code
	}
	if len(reasons) != 2 || reasons["flat"] != sentence.CodeConstant || reasons["young"] != sentence.CodeTooFewPeriods {
		t.Errorf("left out: %v", reasons)
	}
	if len(got.History) != 12 || got.History[0].Period != "2025-01" || *got.History[11].Volatility != *got.Volatility {
		t.Errorf("course: %+v", got.History)
	}
	if len(got.Events) != 1 || got.Events[0].Open || *got.Events[0].To != "2024-06-30" {
		t.Errorf("events: %+v", got.Events)
	}
	if len(got.Proposals) != 2 || got.Proposal == nil || got.Proposal.Tier != "strategic" {
		t.Fatalf("proposals: %+v", got.Proposals)
	}
	p := got.Proposal
	if p.From != "quarter" || p.To != "month" || p.Direction != "up" || *p.Series != "board" || p.Blocked != nil || p.Decided != nil ||
		!strings.Contains(p.Why, "times what is usual") || len(p.Drivers) != 4 || p.Drivers[0] != "c" {
		t.Errorf("proposal: %+v", p)
	}
	// Third Tuesdays at nine in Berlin; the one on the holiday is a day later.
	if len(p.Calendar) != 12 || p.Calendar[0] != "2026-01-20T08:00:00Z" || p.Calendar[1] != "2026-02-18T08:00:00Z" || p.Calendar[3] != "2026-04-21T07:00:00Z" {
		t.Errorf("calendar: %v", p.Calendar)
	}
	if second := got.Proposals[1]; second.Blocked == nil || second.Blocked.Code != sentence.CodeBounds || second.Series != nil || len(second.Calendar) != 0 {
		t.Errorf("beyond the bounds: %+v", second)
	}
}

func TestIntensityKnowsWhatWasDecided(t *testing.T) {
	s := lively(t)
	decide := func(name, outcome, on string) {
		s.must(201, "POST", "/cadenceproposals", fmt.Sprintf(`{"apiVersion": "scorecard/v1", "kind": "CadenceProposal", "metadata": {"name": %q},
			"spec": {"scorecard": "card", "charter": "charter", "tier": "strategic", "series": "board", "from": "quarter", "to": "month", "why": "lively",
			"decision": {"outcome": %q, "on": %q, "reason": "so"}}}`, name, outcome, on))
	}
	decide("old", "accepted", "2025-07-05") // rests until 2026-01-05
	if p := intensityOf(t, s, livelyNow).Proposal; p == nil || p.Blocked != nil || p.Decided != nil {
		t.Errorf("two cycles later: %+v", p)
	}
	before := intensityOf(t, s, "?now=2026-01-04T12:00:00Z")
	if p := before.Proposals[0]; before.Proposal != nil || p.Blocked == nil || p.Blocked.Code != sentence.CodeTooSoon || p.Decided == nil || *p.Decided != "old" {
		t.Errorf("a day before: %+v", p)
	}
	decide("new", "rejected", "2026-01-04")
	after := intensityOf(t, s, livelyNow)
	if p := after.Proposals[0]; after.Proposal != nil || p.Blocked != nil || p.Decided == nil || *p.Decided != "new" {
		t.Errorf("after the rejection: %+v", p)
	}
}

func TestIntensityOfAnOpenEvent(t *testing.T) {
	s := lively(t)
	// In June 2025 a year was judged of which half was quiet; the merger of 2024 is over by then, and open on its last day.
	quiet := intensityOf(t, s, "?now=2024-07-01T12:00:00Z")
	if quiet.Kpis != 1 || quiet.Proposal != nil || len(quiet.Proposals) != 0 {
		t.Errorf("after the event: %+v", quiet.Proposals)
	}
	open := intensityOf(t, s, "?now=2024-06-30T12:00:00Z")
	if open.Proposal == nil || open.Proposal.Direction != "up" || !strings.Contains(open.Proposal.Why, "Merger") || !open.Events[0].Open {
		t.Errorf("on its last day: %+v", open.Proposal)
	}
}

func TestIntensityWithoutHistory(t *testing.T) {
	got := intensityOf(t, lively(t), "?now=2015-01-05T12:00:00Z")
	if got.Volatility != nil || got.ShiftShare != nil || got.Reason == nil || got.Kpis != 0 || len(got.Excluded) != 6 || len(got.History) != 12 {
		t.Errorf("%+v", got)
	}
}

func TestIntensityOfAPeriod(t *testing.T) {
	s := lively(t)
	for query, want := range map[string]string{
		"": "2025-12", "&period=2025-11": "2025-11", "&period=2026-01": "2025-12", "&period=2029-01": "2025-12", "&period=2025-Q2": "2025-06",
	} {
		if got := intensityOf(t, s, livelyNow+query).Period; got != want {
			t.Errorf("%s judges %s, expected %s", query, got, want)
		}
	}
}

func TestIntensityRefuses(t *testing.T) {
	s := lively(t)
	s.must(404, "GET", "/scorecards/nowhere/intensity", nil)
	s.must(404, "GET", "/scorecards/card/intensity?unit=nowhere", nil)
	s.must(422, "GET", "/scorecards/card/intensity?period=soon", nil)
	s.must(422, "GET", "/scorecards/card/intensity?now=soon", nil)
}
