package governance

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func sameContent(int64) bool { return true }

// kept writes which of a promise's periods were held.
func kept(periods []contract.PromisePeriod) string {
	var parts []string
	for _, p := range periods {
		text := p.Period
		if p.Held {
			text += " yes"
		}
		if p.Reason != nil {
			text += " " + p.Reason.Code
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

func TestPromisesAgainstWhatWasHeld(t *testing.T) {
	d, logs := company(t), map[string][]Event{}
	d.Reviews["q1"] = review(t, "board", "2026-01-20T08:00:00Z", "")
	logs["q1"] = heldAt(t, "2026-01-20T08:05:00Z", "ceo", "planner", "cfo")
	d.Reviews["q2"] = review(t, "board", "2026-04-21T07:00:00Z", "")
	logs["q2"] = heldAt(t, "2026-04-21T07:00:00Z", "ceo")
	d.Reviews["late"] = review(t, "board", "2026-09-02T07:00:00Z", "")
	logs["late"] = heldAt(t, "2026-09-02T07:00:00Z") // nobody noted who was there
	now := at(t, "2027-01-05T00:00:00Z")
	got := NewPlanner(d, logs, now).Compliance("charter", at(t, "2025-12-31T23:00:00Z"), at(t, "2026-12-31T23:00:00Z"), sameContent)
	board := got.Reviews[0]
	if want := "2026-Q1 yes, 2026-Q2 yes belowQuorum, 2026-Q3 yes, 2026-Q4 notHeld"; kept(board.Periods) != want {
		t.Errorf("the board kept %s, want %s", kept(board.Periods), want)
	}
	if board.Promised != 4 || board.Held != 3 || board.Quorate != 2 || *board.Compliance != 0.75 || *board.Next != "2027-01-19T08:00:00.000Z" {
		t.Errorf("board %+v", board)
	}
	if sales := got.Reviews[1]; sales.Promised != 12 || sales.Held != 0 || *sales.Compliance != 0 {
		t.Errorf("sales %+v", sales)
	}
	if got.Promised != 16 || got.Held != 3 || got.Quorate != 2 || *got.Compliance != 0.1875 {
		t.Errorf("in all %d of %d", got.Held, got.Promised)
	}
	if want := "2026-H1 yes, 2026-H2 yes"; kept(got.Pivots.Periods) != want {
		t.Errorf("pivots %s, want %s", kept(got.Pivots.Periods), want)
	}
	missed := 0
	for _, m := range got.Missed {
		if m.Series == "board" {
			missed++
			if *m.EscalatedTo != "ceo" || *m.EscalatedAt <= m.Start {
				t.Errorf("missed %+v", m)
			}
		}
		if m.Series == "floor" && m.EscalatedTo != nil {
			t.Errorf("a committee without a chair escalates to %s", *m.EscalatedTo)
		}
	}
	if missed != 1 { // in October; what was held in September stands for July
		t.Errorf("%d reviews of the board were missed", missed)
	}
}

func TestWhomAMissedReviewEscalatesTo(t *testing.T) {
	d := company(t)
	charter := d.Charters["charter"]
	dissolved := "2026-04-28"
	charter.Committees[0].Dissolved = &dissolved
	got := NewPlanner(d, nil, at(t, "2027-01-05T00:00:00Z")).Compliance("charter", at(t, "2025-12-31T23:00:00Z"), at(t, "2026-12-31T23:00:00Z"), sameContent)
	var told []string
	for _, m := range got.Missed {
		if m.Series == "board" {
			told = append(told, m.Start[:10]+" "+or(m.EscalatedTo, "nobody"))
		}
	}
	if want := "2026-01-20 ceo, 2026-04-21 nobody"; strings.Join(told, ", ") != want {
		t.Errorf("told %v, want %s", told, want)
	}
}

func TestPromisesOfADissolvedCommitteeCountUntilThen(t *testing.T) {
	for name, c := range map[string]struct {
		dissolved string
		// since is the range; the year unless it is said.
		since        string
		board, pivot string
		why          string
	}{
		"at the end of a period":            {"2026-07-01", "", "2026-Q1 yes, 2026-Q2 yes", "2026-H1 yes", ""},
		"a day before a period ends":        {"2026-06-30", "", "2026-Q1 yes", "", "committee"},
		"after the range":                   {"2027-01-01", "", "2026-Q1 yes, 2026-Q2 yes, 2026-Q3 notHeld, 2026-Q4 notHeld", "2026-H1 yes, 2026-H2 notHeld", ""},
		"before the range":                  {"2026-07-01", "2026-06-30T22:00:00Z", "", "", "committee"},
		"when it met all the same later on": {"2026-04-01", "", "2026-Q1 yes", "", "committee"},
	} {
		t.Run(name, func(t *testing.T) {
			d, logs := company(t), map[string][]Event{}
			d.Charters["charter"].Committees[0].Dissolved = &c.dissolved
			d.Reviews["q1"] = review(t, "board", "2026-01-20T08:00:00Z", "")
			logs["q1"] = heldAt(t, "2026-01-20T08:05:00Z", "ceo", "cfo")
			d.Reviews["q2"] = review(t, "board", "2026-04-21T07:00:00Z", "")
			logs["q2"] = heldAt(t, "2026-04-21T07:00:00Z", "ceo", "cfo")
			from, to := at(t, cmp.Or(c.since, "2025-12-31T23:00:00Z")), at(t, "2026-12-31T23:00:00Z")
			got := NewPlanner(d, logs, at(t, "2027-01-05T00:00:00Z")).Compliance("charter", from, to, sameContent)
			board := got.Reviews[0]
			if kept(board.Periods) != c.board || kept(got.Pivots.Periods) != c.pivot {
				t.Errorf("kept %q and %q, want %q and %q", kept(board.Periods), kept(got.Pivots.Periods), c.board, c.pivot)
			}
			if reason := got.Pivots.Reason; c.why == "" && reason != nil || c.why != "" && (reason == nil || reason.Code != c.why) {
				t.Errorf("pivots: %+v, want %q", reason, c.why)
			}
			if c.board == "" && (board.Compliance != nil || board.Reason == nil || board.Reason.Code != "committee") {
				t.Errorf("nothing was promised by a committee that is gone, yet %+v", board)
			}
			for _, m := range got.Missed {
				if m.Series == "board" && m.Start[:10] >= c.dissolved {
					t.Errorf("a committee that is gone missed %s", m.Start)
				}
			}
			if c.dissolved < "2027-01-01" && board.Next != nil {
				t.Errorf("a committee that is gone meets next on %s", *board.Next)
			}
		})
	}
}

func TestACharterOfDissolvedCommitteesSaysSo(t *testing.T) {
	d := company(t)
	dissolved := "2026-01-01"
	from, to := at(t, "2026-01-02T00:00:00Z"), at(t, "2026-03-31T22:00:00Z")
	d.Charters["charter"].Committees[0].Dissolved = &dissolved
	if one := NewPlanner(d, nil, to).Compliance("charter", from, to, sameContent); one.Promised != 3 || one.Reason != nil {
		t.Errorf("the months of the other committee count no more: %+v", one)
	}
	d.Charters["charter"].Committees[1].Dissolved = &dissolved
	if all := NewPlanner(d, nil, to).Compliance("charter", from, to, sameContent); all.Compliance != nil || all.Reason == nil || all.Reason.Code != "committee" {
		t.Errorf("all committees are gone: %+v", all.Reason)
	}
}

func TestPivotsByDecision(t *testing.T) {
	for name, c := range map[string]struct {
		decision string
		want     string
	}{
		"by the board":          {`"committee": "board", "right": "strategy", "decidedOn": "2026-05-01"`, "2026-H1 yes, 2026-H2 notHeld"},
		"another right":         {`"committee": "board", "right": "funding", "decidedOn": "2026-05-01"`, "2026-H1 notHeld, 2026-H2 notHeld"},
		"another committee":     {`"committee": "sales", "right": "strategy", "decidedOn": "2026-05-01"`, "2026-H1 notHeld, 2026-H2 notHeld"},
		"not decided yet":       {`"committee": "board", "right": "strategy", "state": "open", "decidedOn": "2026-05-01"`, "2026-H1 notHeld, 2026-H2 notHeld"},
		"on the last day of H1": {`"committee": "board", "right": "strategy", "decidedOn": "2026-06-30"`, "2026-H1 yes, 2026-H2 notHeld"},
	} {
		t.Run(name, func(t *testing.T) {
			d := company(t)
			d.Decisions["d"] = read[contract.DecisionSpec](t, fmt.Sprintf(`{"title": "D", "charter": "charter", %s}`, c.decision))
			got := NewPlanner(d, nil, at(t, "2027-01-05T00:00:00Z")).Compliance("charter", at(t, "2025-12-31T23:00:00Z"), at(t, "2026-12-31T23:00:00Z"), sameContent)
			if kept(got.Pivots.Periods) != c.want {
				t.Errorf("got %s, want %s", kept(got.Pivots.Periods), c.want)
			}
		})
	}
}

func TestNothingPromisedIsNotKept(t *testing.T) {
	d := company(t)
	from, to := at(t, "2026-01-02T00:00:00Z"), at(t, "2026-01-20T00:00:00Z")
	short := NewPlanner(d, nil, to).Compliance("charter", from, to, sameContent)
	if short.Compliance != nil || short.Reason.Code != "noPeriodEnded" || short.Reviews[0].Compliance != nil || short.Reviews[0].Reason.Code != "noPeriodEnded" {
		t.Errorf("no period has ended: %+v", short)
	}
	charter := d.Charters["charter"]
	charter.Reviews, charter.Pivots = nil, nil
	d.Charters["charter"] = charter
	none := NewPlanner(d, nil, to).Compliance("charter", from, to, sameContent)
	if none.Compliance != nil || none.Reason.Code != "nothingPromised" || none.Pivots != nil {
		t.Errorf("nothing is promised: %+v", none)
	}
	future := NewPlanner(company(t), nil, from).Compliance("charter", from, from.AddDate(1, 0, 0), sameContent)
	if future.Promised != 0 || future.Compliance != nil {
		t.Errorf("periods to come count as promised: %+v", future)
	}
}

func TestSignatures(t *testing.T) {
	d := company(t)
	d.Origins[contract.Ref{Kind: "GovernanceCharter", Name: "charter"}] = Origin{Version: 3}
	sign := func(name, person string, version int64) {
		d.Signatures[name] = contract.CharterSignatureSpec{Charter: "charter", Person: person, Version: version, SignedOn: "2026-01-02"}
	}
	sign("a", "CEO", 1)
	sign("b", "ceo", 3)
	sign("c", "cfo", 1)
	sign("d", "cso", 2)
	sign("e", "auditor", 3)
	same := func(version int64) bool { return version != 1 } // the second version only changed labels
	var got []string
	for _, s := range NewPlanner(d, nil, time.Time{}).Compliance("charter", at(t, "2026-01-01T00:00:00Z"), at(t, "2026-02-01T00:00:00Z"), same).Signatures {
		text := s.Person + ":" + strings.Join(s.Committees, "+")
		if s.Version != nil {
			text += fmt.Sprintf(" v%d %t", *s.Version, s.Current)
		}
		got = append(got, text)
	}
	if want := "ceo:board v3 true, cfo:board+sales v1 false, coo:board, cso:sales v2 true, lead:floor, auditor: v3 true"; strings.Join(got, ", ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, ", "), want)
	}
}

func TestADecisionCountsOnItsDayWhereTheCompanyIs(t *testing.T) {
	d := company(t)
	calendar := d.Calendars["cal"]
	calendar.TimeZone = "Pacific/Kiritimati" // fourteen hours ahead of UTC
	d.Calendars["cal"] = calendar
	for day, want := range map[string]string{
		"2026-06-30": "2026-H1 yes, 2026-H2 notHeld",
		"2026-07-01": "2026-H1 notHeld, 2026-H2 yes",
	} {
		d.Decisions["pivot"] = read[contract.DecisionSpec](t, fmt.Sprintf(
			`{"title": "Another way", "charter": "charter", "committee": "board", "right": "strategy", "decidedOn": %q}`, day))
		got := NewPlanner(d, nil, at(t, "2027-01-05T00:00:00Z")).Compliance("charter", at(t, "2025-12-31T10:00:00Z"), at(t, "2026-12-31T10:00:00Z"), sameContent)
		if kept(got.Pivots.Periods) != want {
			t.Errorf("decided on %s: pivots %s, want %s", day, kept(got.Pivots.Periods), want)
		}
	}
}
