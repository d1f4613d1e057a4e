package governance

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func ptr[T any](v T) *T { return &v }

func moment(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// nobodyKnown is a directory that can't be asked.
func nobodyKnown(string) *bool { return nil }

// followed is an organisation with a strategic review in London whose board's chair is the ceo.
func followed() Documents {
	d := Documents{
		Charters: map[string]contract.GovernanceCharterSpec{"charter": {
			Committees: []contract.Committee{{Name: "board", Title: "Board", Chair: ptr("ceo")}},
		}},
		Series: map[string]contract.ReviewSeriesSpec{"strategic": {
			Title: "Strategic", Charter: ptr("charter"), Committee: ptr("board"), Scorecards: []string{"card"},
			Recurrence: contract.Recurrence{TimeZone: "Europe/London"},
		}},
		Reviews:    map[string]contract.ReviewSpec{"april": {Series: "strategic", Start: "2026-04-21T08:00:00Z"}},
		Scorecards: map[string]contract.ScorecardSpec{"card": {Calendar: "cal"}},
		Calendars: map[string]contract.CalendarSpec{"cal": {
			TimeZone: "America/New_York", Holidays: []contract.Holiday{{Date: "2026-05-04"}},
		}},
		Units: map[string]contract.OrgUnitSpec{
			"company": {Owner: ptr("Coo")}, "north": {Parent: ptr("company"), Owner: ptr("anna")}, "depot": {Parent: ptr("north")},
		},
		Actions: map[string]contract.ActionSpec{}, Decisions: map[string]contract.DecisionSpec{},
		Origins: map[contract.Ref]Origin{},
	}
	return d
}

func (d Documents) only(t *testing.T, now string, knows Knows) Entry {
	t.Helper()
	entries := Register(d, moment(t, now), knows)
	if len(entries) != 1 {
		t.Fatalf("%d entries", len(entries))
	}
	return entries[0]
}

func TestAnActionIsOverdueWhenTheDueDayHasEndedWhereItsReviewIs(t *testing.T) {
	for name, c := range map[string]struct {
		source      *contract.Ref
		before, end string
	}{
		"the zone of the series":    {&contract.Ref{Kind: "Review", Name: "april"}, "2026-05-04T22:59:59Z", "2026-05-04T23:00:00Z"},
		"the scorecard's calendar":  {&contract.Ref{Kind: "Scorecard", Name: "card"}, "2026-05-05T03:59:59Z", "2026-05-05T04:00:00Z"},
		"UTC without":               {nil, "2026-05-04T23:59:59Z", "2026-05-05T00:00:00Z"},
		"UTC of an unknown":         {&contract.Ref{Kind: "Theme", Name: "growth"}, "2026-05-04T23:59:59Z", "2026-05-05T00:00:00Z"},
		"through a decision":        {&contract.Ref{Kind: "Decision", Name: "d"}, "2026-05-04T22:59:59Z", "2026-05-04T23:00:00Z"},
		"a source that goes around": {&contract.Ref{Kind: "Action", Name: "a"}, "2026-05-04T23:59:59Z", "2026-05-05T00:00:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			d := followed()
			d.Actions["a"] = contract.ActionSpec{Title: "A", Due: ptr("2026-05-04"), Source: c.source}
			d.Decisions["d"] = contract.DecisionSpec{Title: "D", Review: ptr("april")}
			d.Origins[contract.Ref{Kind: "Decision", Name: "d"}] = Origin{Archived: true}
			if e := d.only(t, c.before, nobodyKnown); e.Row.Overdue || e.Row.OnTime != nil || !sameInstant(t, *e.Row.DueAt, c.end) {
				t.Errorf("a second before: %+v", e.Row)
			}
			if e := d.only(t, c.end, nobodyKnown); !e.Row.Overdue || e.Row.OnTime == nil || *e.Row.OnTime {
				t.Errorf("at the end: %+v", e.Row)
			}
		})
	}
}

func sameInstant(t *testing.T, a, b string) bool { return moment(t, a).Equal(moment(t, b)) }

func TestEscalationToTheMinute(t *testing.T) {
	april := &contract.Ref{Kind: "Review", Name: "april"}
	slips := func(at ...string) []contract.DueChange {
		changes := []contract.DueChange{}
		for i, instant := range at {
			changes = append(changes, contract.DueChange{Due: fmt.Sprintf("2026-05-%02d", i+1), ChangedAt: instant})
		}
		return changes
	}
	for name, c := range map[string]struct {
		action contract.ActionSpec
		follow *contract.FollowUpRule
		at     string
		to     *string
		code   string
	}{
		"seven days after the due day": {
			contract.ActionSpec{Due: ptr("2026-05-04"), Source: april, Owner: ptr("anna")}, nil, "2026-05-11T23:00:00Z", ptr("ceo"), sentence.CodeOverdue,
		},
		"the charter's days": {
			contract.ActionSpec{Due: ptr("2026-05-04"), Source: april}, &contract.FollowUpRule{EscalateAfterDays: ptr(int64(2))},
			"2026-05-06T23:00:00Z", ptr("ceo"), sentence.CodeOverdue,
		},
		"at once": {
			contract.ActionSpec{Due: ptr("2026-05-04"), Source: april}, &contract.FollowUpRule{EscalateAfterDays: ptr(int64(0))},
			"2026-05-04T23:00:00Z", ptr("ceo"), sentence.CodeOverdue,
		},
		"over the change of clocks": {
			contract.ActionSpec{Due: ptr("2026-10-20"), Source: april}, nil, "2026-10-28T00:00:00Z", ptr("ceo"), sentence.CodeOverdue,
		},
		"at the second slip": {
			contract.ActionSpec{Due: ptr("2026-06-30"), Source: april, DueHistory: slips("2026-05-01T09:00:00Z", "2026-05-02T10:30:00Z")}, nil,
			"2026-05-02T10:30:00Z", ptr("ceo"), sentence.CodeSlippedTwice,
		},
		"the owner is the chair: to the line": {
			contract.ActionSpec{Due: ptr("2026-05-04"), Source: april, Owner: ptr("CEO"), Unit: ptr("depot")}, nil,
			"2026-05-11T23:00:00Z", ptr("anna"), sentence.CodeOverdue,
		},
		"no review: to who owns the unit above": {
			contract.ActionSpec{Due: ptr("2026-05-04"), Owner: ptr("anna"), Unit: ptr("depot")}, nil, "2026-05-12T00:00:00Z", ptr("Coo"), sentence.CodeOverdue,
		},
		"no unit: above the owner's own": {
			contract.ActionSpec{Due: ptr("2026-05-04"), Owner: ptr("Anna ")}, nil, "2026-05-12T00:00:00Z", ptr("Coo"), sentence.CodeOverdue,
		},
		"nobody above": {
			contract.ActionSpec{Due: ptr("2026-05-04"), Owner: ptr("coo")}, nil, "2026-05-12T00:00:00Z", nil, sentence.CodeOverdue,
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := followed()
			charter := d.Charters["charter"]
			charter.FollowUp = c.follow
			d.Charters["charter"] = charter
			c.action.Title = "A"
			d.Actions["a"] = c.action
			before := moment(t, c.at).Add(-time.Millisecond).Format(time.RFC3339Nano)
			if e := d.only(t, before, nobodyKnown); e.Row.Escalation != nil {
				t.Errorf("before its time: %+v", e.Row.Escalation)
			}
			got := d.only(t, c.at, nobodyKnown).Row.Escalation
			if got == nil || !sameInstant(t, got.At, c.at) || text(got.To) != text(c.to) || got.Reason.Code != c.code {
				t.Errorf("escalation %+v", got)
			}
		})
	}
}

func TestWhatIsOverOrBroughtForwardDoesNotEscalate(t *testing.T) {
	forward := []contract.DueChange{
		{Due: "2026-07-01", ChangedAt: "2026-05-01T00:00:00Z"}, {Due: "2026-06-01", ChangedAt: "2026-05-02T00:00:00Z"},
	}
	for name, action := range map[string]contract.ActionSpec{
		"done":            {State: ptr("done"), Due: ptr("2026-01-01"), ClosedOn: ptr("2026-03-01")},
		"cancelled":       {State: ptr("cancelled"), Due: ptr("2026-01-01"), ClosedOn: ptr("2026-03-01")},
		"brought forward": {Due: ptr("2026-05-20"), DueHistory: forward},
		"never due":       {},
	} {
		t.Run(name, func(t *testing.T) {
			d := followed()
			d.Actions["a"] = action
			if row := d.only(t, "2026-05-10T00:00:00Z", nobodyKnown).Row; row.Escalation != nil || row.Overdue || row.Slips != 0 {
				t.Errorf("row %+v", row)
			}
		})
	}
}

func TestADissolvedCommitteeHandsOverToTheLine(t *testing.T) {
	d := followed()
	d.Charters["charter"].Committees[0].Dissolved = ptr("2026-05-01")
	d.Actions["a"] = contract.ActionSpec{Due: ptr("2026-05-04"), Owner: ptr("anna"), Unit: ptr("north"), Source: &contract.Ref{Kind: "Review", Name: "april"}}
	if got := d.only(t, "2026-06-01T00:00:00Z", nobodyKnown).Row.Escalation; text(got.To) != "Coo" {
		t.Errorf("escalation %+v", got)
	}
}

func TestWhoIsToActWhenTheOwnerIsGone(t *testing.T) {
	d := followed()
	d.Actions["a"] = contract.ActionSpec{Due: ptr("2026-05-04"), Owner: ptr("gone"), Unit: ptr("depot")}
	for name, c := range map[string]struct {
		knows    Knows
		waitsFor string
	}{
		"known":         {func(string) *bool { return ptr(true) }, "gone"},
		"unknown":       {func(string) *bool { return ptr(false) }, "anna"},
		"can't be told": {nobodyKnown, "gone"},
	} {
		if got := d.only(t, "2026-05-01T00:00:00Z", c.knows).Row; text(got.WaitsFor) != c.waitsFor {
			t.Errorf("%s: waits for %s", name, text(got.WaitsFor))
		}
	}
}

func TestADecisionThatNobodyOwnsWaitsForTheChair(t *testing.T) {
	d := followed()
	d.Decisions["d"] = contract.DecisionSpec{State: ptr("open"), Review: ptr("april")}
	if got := d.only(t, "2026-05-01T00:00:00Z", nobodyKnown).Row; text(got.WaitsFor) != "ceo" {
		t.Errorf("waits for %s", text(got.WaitsFor))
	}
}

func TestOnTimeSlipsRemindersAndGaps(t *testing.T) {
	d := followed()
	history := []contract.DueChange{{Due: "2026-04-01", ChangedAt: "2026-03-20T00:00:00Z"}}
	d.Actions = map[string]contract.ActionSpec{
		"in-time":   {Title: "x", Owner: ptr("o"), State: ptr("done"), FirstDue: ptr("2026-04-01"), Due: ptr("2026-04-01"), ClosedOn: ptr("2026-04-01"), Evidence: ptr("mail")},
		"late":      {Title: "x", Owner: ptr("o"), State: ptr("done"), FirstDue: ptr("2026-04-01"), Due: ptr("2026-04-11"), ClosedOn: ptr("2026-04-02"), DueHistory: history},
		"overdue":   {Title: "Ship  it!", Owner: ptr("o"), Due: ptr("2026-04-01")},
		"soon":      {Title: "ship it", Owner: ptr("O"), Due: ptr("2026-05-04"), Source: &contract.Ref{Kind: "Review", Name: "april"}},
		"bare":      {Title: "x"},
		"undated":   {Title: "x", Owner: ptr("o"), State: ptr("done"), ClosedOn: ptr("2026-04-02"), Evidence: ptr(" ")},
		"cancelled": {Title: "x", State: ptr("cancelled"), Due: ptr("2026-04-01"), ClosedOn: ptr("2026-04-30")},
	}
	rows := map[string]contract.RegisterRow{}
	entries := Register(d, moment(t, "2026-05-01T00:00:00+01:00"), nobodyKnown)
	for _, e := range entries {
		rows[e.Row.Ref.Name] = e.Row
	}
	if r := rows["in-time"]; !*r.OnTime || len(r.Gaps) != 0 || *r.ClosedOn != "2026-04-01" {
		t.Errorf("in time: %+v", r)
	}
	if r := rows["late"]; *r.OnTime || r.Slips != 1 || r.SlipDays != 10 || !slices.Equal(r.Gaps, []string{GapEvidence}) {
		t.Errorf("late: %+v", r)
	}
	if r := rows["soon"]; !r.Reminder || !r.DueOnHoliday || r.Overdue || len(r.Duplicates) != 1 || r.Duplicates[0].Name != "overdue" {
		t.Errorf("soon: %+v", r)
	}
	if r := rows["bare"]; !slices.Equal(r.Gaps, []string{GapDue, GapOwner}) || r.OnTime != nil || r.Reminder {
		t.Errorf("bare: %+v", r)
	}
	s := Summarize(entries)
	if s.Total != 7 || s.Open != 3 || s.Closed != 3 || s.Overdue != 1 || s.Escalated != 1 || s.OnTime == nil || *s.OnTime != 1.0/3 || *s.MeanSlipDays != 2 {
		t.Errorf("summary %+v, on time %v, slip %v", s, *s.OnTime, *s.MeanSlipDays)
	}
}

func TestNothingDueIsNotMeasured(t *testing.T) {
	d := followed()
	d.Actions["a"] = contract.ActionSpec{Title: "x", Due: ptr("2030-01-01")}
	s := Summarize(Register(d, moment(t, "2026-05-01T00:00:00Z"), nobodyKnown))
	if s.OnTime != nil || s.Reason == nil || s.Open != 1 {
		t.Errorf("summary %+v", s)
	}
}

func TestDecisionsWaitUntilTheyAreMadeAndRevisited(t *testing.T) {
	for name, c := range map[string]struct {
		spec             contract.DecisionSpec
		waiting, overdue bool
		closedOn, due    string
	}{
		"open":      {contract.DecisionSpec{State: ptr("open"), Due: ptr("2026-04-30")}, true, true, "", "2026-04-30"},
		"decided":   {contract.DecisionSpec{DecidedOn: ptr("2026-04-21")}, false, false, "2026-04-21", ""},
		"revisit":   {contract.DecisionSpec{DecidedOn: ptr("2026-04-21"), RevisitOn: ptr("2026-06-01")}, true, false, "", "2026-06-01"},
		"withdrawn": {contract.DecisionSpec{State: ptr("withdrawn"), Due: ptr("2026-04-30")}, false, false, "", "2026-04-30"},
	} {
		t.Run(name, func(t *testing.T) {
			d := followed()
			c.spec.Owner = ptr("o")
			d.Decisions["d"] = c.spec
			row := d.only(t, "2026-05-02T00:00:00Z", nobodyKnown).Row
			if row.Waiting != c.waiting || row.Overdue != c.overdue || text(row.ClosedOn) != c.closedOn || text(row.Due) != c.due {
				t.Errorf("row %+v", row)
			}
		})
	}
}

// Whatever the documents say: what isn't waiting is neither overdue nor escalated, overdue is never early, on time is a share.
func TestRegisterHoldsForAnyActions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := followed()
		day := func(label string) *string {
			if rapid.Bool().Draw(t, label+"?") {
				return nil
			}
			return ptr(time.Date(2026, 1, rapid.IntRange(1, 365).Draw(t, label), 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
		}
		for i := range rapid.IntRange(0, 8).Draw(t, "n") {
			d.Actions[fmt.Sprint(i)] = contract.ActionSpec{
				Title: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "title"), FirstDue: day("first"), Due: day("due"), ClosedOn: day("closed"),
				State:  rapid.SampledFrom([]*string{nil, ptr("open"), ptr("blocked"), ptr("done"), ptr("cancelled")}).Draw(t, "state"),
				Source: rapid.SampledFrom([]*contract.Ref{nil, {Kind: "Review", Name: "april"}}).Draw(t, "source"),
			}
		}
		now := time.Date(2026, 1, 1, rapid.IntRange(0, 24*400).Draw(t, "now"), 0, 0, 0, time.UTC)
		entries := Register(d, now, nobodyKnown)
		for _, e := range entries {
			row := e.Row
			if !row.Waiting && (row.Overdue || row.Escalation != nil || row.Reminder) {
				t.Fatalf("over, and still asked for: %+v", row)
			}
			if row.Overdue && row.Reminder || row.Overdue && now.Before(e.dueAt) || row.AgeDays < 0 {
				t.Fatalf("row %+v", row)
			}
			for _, other := range row.Duplicates {
				if other == row.Ref {
					t.Fatalf("a duplicate of itself: %+v", row)
				}
			}
		}
		if s := Summarize(entries); s.OnTime != nil && (*s.OnTime < 0 || *s.OnTime > 1) || (s.OnTime == nil) != (s.Reason != nil) || int(s.Total) != len(d.Actions) {
			t.Fatalf("summary %+v", s)
		}
	})
}
