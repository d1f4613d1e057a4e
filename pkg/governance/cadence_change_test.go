package governance

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func TestCadenceOf(t *testing.T) {
	for rule, want := range map[string]string{
		"FREQ=DAILY": "day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "day", "FREQ=WEEKLY;BYDAY=MO,WE,FR": "",
		"FREQ=WEEKLY": "week", "FREQ=WEEKLY;INTERVAL=2": "", "FREQ=WEEKLY;INTERVAL=4": "month", "FREQ=WEEKLY;INTERVAL=13": "quarter",
		"FREQ=MONTHLY;BYDAY=2WE": "month", "FREQ=MONTHLY;BYDAY=1MO,3MO": "", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12": "month",
		"FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU": "quarter", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1TU": "quarter",
		"FREQ=MONTHLY;INTERVAL=5": "", "FREQ=MONTHLY;INTERVAL=6": "half", "FREQ=YEARLY": "year", "FREQ=YEARLY;INTERVAL=2": "",
		"FREQ=MONTHLY;COUNT=1": "month", "FREQ=MONTHLY;UNTIL=20260201": "month", "never": "",
	} {
		if got := CadenceOf(contract.Recurrence{Rrule: rule, Start: "2026-01-08T09:00", TimeZone: "Europe/Berlin"}); got != want {
			t.Errorf("%s is every %q, expected %q", rule, got, want)
		}
	}
}

// Whatever a rule is, it has the cadence that it is changed to, and nothing of what was planned before changes.
func TestChangeCadenceKeepsThePast(t *testing.T) {
	now := at(t, "2026-05-20T10:00:00Z")
	for _, rule := range []string{
		"FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY",
		"FREQ=YEARLY;BYMONTH=5;BYDAY=4MO", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=2WE;BYHOUR=14", "FREQ=MONTHLY;BYDAY=2WE;COUNT=60",
	} {
		for _, every := range []string{"day", "week", "month", "quarter", "half", "year"} {
			recurrence := contract.Recurrence{Rrule: rule, Start: "2024-01-20T09:00", TimeZone: "Europe/Berlin"}
			changed, reason := ChangeCadence(recurrence, every, now)
			if reason != nil {
				t.Errorf("%s every %s: %s", rule, every, reason.Message)
				continue
			}
			before, after := must(t, recurrence), must(t, changed)
			tomorrow := at(t, "2026-05-20T22:00:00Z")
			if got, want := starts(after.Between(at(t, "2023-01-01T00:00:00Z"), tomorrow)), starts(before.Between(at(t, "2023-01-01T00:00:00Z"), tomorrow)); got != want {
				t.Errorf("%s every %s: the past is %s, was %s", rule, every, got, want)
			}
			coming := after.Between(tomorrow, now.AddDate(3, 0, 0))
			if len(coming) == 0 || starts(coming) != starts(must(t, AtCadence(recurrence, every)).Between(tomorrow, now.AddDate(3, 0, 0))) {
				t.Errorf("%s every %s: to come are %s", rule, every, starts(coming))
			}
			if got := CadenceOf(changed); got != every && !strings.Contains(rule, "BYMONTHDAY=31") {
				t.Errorf("%s every %s became every %q by %s", rule, every, got, changed.Rrule)
			}
			if again, _ := ChangeCadence(changed, every, now); len(again.Earlier) != 1 || again.Start != changed.Start {
				t.Errorf("%s every %s, changed twice in a day: %+v", rule, every, again)
			}
		}
	}
}

func must(t *testing.T, recurrence contract.Recurrence) *Recurrence {
	t.Helper()
	r, problems := NewRecurrence(recurrence, nil)
	if len(problems) > 0 {
		t.Fatalf("%+v: %v", recurrence, problems)
	}
	return r
}

func TestChangeCadenceOfWhatHasNotBegunOrIsOver(t *testing.T) {
	now := at(t, "2026-05-20T10:00:00Z")
	later := contract.Recurrence{Rrule: "FREQ=MONTHLY;BYDAY=2WE", Start: "2026-09-01T09:00", TimeZone: "Europe/Berlin"}
	if got, reason := ChangeCadence(later, "quarter", now); reason != nil || got.Start != later.Start || got.Earlier != nil || CadenceOf(got) != "quarter" {
		t.Errorf("of one that has not begun: %+v %v", got, reason)
	}
	over := contract.Recurrence{Rrule: "FREQ=MONTHLY;BYDAY=2WE;COUNT=3", Start: "2026-01-01T09:00", TimeZone: "Europe/Berlin"}
	if got, reason := ChangeCadence(over, "week", now); codeOf(reason) != sentence.CodeEnded || got.Rrule != over.Rrule {
		t.Errorf("of one that is over: %+v %v", got, reason)
	}
	last := contract.Recurrence{Rrule: "FREQ=WEEKLY;COUNT=4", Start: "2026-05-06T09:00", TimeZone: "Europe/Berlin"}
	if got, _ := ChangeCadence(last, "day", now); !strings.HasSuffix(got.Rrule, "UNTIL=20260527") {
		t.Errorf("one that counts ends at another time: %s", got.Rrule)
	}
}

func TestEarlierRulesThatAreRefused(t *testing.T) {
	for path, earlier := range map[string][]contract.EarlierRule{
		"/earlier/0/rrule": {{Rrule: "FREQ=HOURLY", Start: "2025-01-07T09:00", Until: "2025-06-30"}},
		"/earlier/0/start": {{Rrule: "FREQ=WEEKLY", Start: "2025-02-30T09:00", Until: "2025-06-30"}},
		"/earlier/0/until": {{Rrule: "FREQ=WEEKLY", Start: "2025-01-07T09:00", Until: "2025-01-06"}},
		"/earlier/1/until": {{Rrule: "FREQ=WEEKLY", Start: "2025-01-07T09:00", Until: "2025-06-30"}, {Rrule: "FREQ=WEEKLY", Start: "2025-07-08T09:00", Until: "2025-07-07"}},
		"/earlier/2/until": {{Rrule: "FREQ=WEEKLY", Start: "2025-01-07T09:00", Until: "2025-06-30"}, {Rrule: "FREQ=DAILY", Start: "2025-01-07T09:00", Until: "2025-07-01"},
			{Rrule: "FREQ=WEEKLY", Start: "2025-01-07T09:00", Until: "2025-07-01"}},
		"/earlier/0/timeZone":  {{Rrule: "FREQ=WEEKLY", Start: "2025-01-07T09:00", Until: "2025-06-30", TimeZone: new("Mars/Base")}},
		"/earlier/0/except":    {{Rrule: "FREQ=WEEKLY", Start: "2025-01-07T09:00", Until: "2025-06-30", Except: []string{"2025-01-14"}}},
		"/earlier/0/onHoliday": {{Rrule: "FREQ=WEEKLY", Start: "2025-01-07T09:00", Until: "2025-06-30", OnHoliday: new("skip")}},
	} {
		_, problems := NewRecurrence(contract.Recurrence{Rrule: "FREQ=MONTHLY", Start: "2026-01-20T09:00", TimeZone: "UTC", Earlier: earlier}, nil)
		if len(problems) != 1 || problems[0].Path != path {
			t.Errorf("%s: %v", path, problems)
		}
	}
}

// A rule keeps its own start, and with it which months are its third ones, although it applies later only.
func TestARuleAppliesFromTheEndOfTheOneBefore(t *testing.T) {
	got := must(t, contract.Recurrence{Rrule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", Start: "2026-01-20T09:00", TimeZone: "Europe/Berlin", Earlier: []contract.EarlierRule{
		{Rrule: "FREQ=MONTHLY;BYDAY=2WE", Start: "2026-01-01T10:00", Until: "2026-03-11"},
		{Rrule: "FREQ=WEEKLY", Start: "2026-01-07T09:00", Until: "2026-03-25"},
	}})
	const want = "2026-01-14T09:00Z 2026-02-11T09:00Z 2026-03-11T09:00Z 2026-03-18T08:00Z 2026-03-25T08:00Z " +
		"2026-04-21T07:00Z 2026-07-21T07:00Z"
	if slots := starts(got.Between(at(t, "2026-01-01T00:00:00Z"), at(t, "2026-09-01T00:00:00Z"))); slots != want {
		t.Errorf("planned %s\nwant %s", slots, want)
	}
}

// Of three rules on Wednesdays the first is on its own days, the second on the present ones.
func TestAnEarlierRuleMayHaveDaysOfItsOwn(t *testing.T) {
	r, problems := NewRecurrence(contract.Recurrence{
		Rrule: "FREQ=WEEKLY", Start: "2026-01-07T09:00", TimeZone: "America/New_York", Except: []string{"2026-01-14", "2026-02-18", "2026-03-25"},
		OnHoliday: new("next"),
		Earlier: []contract.EarlierRule{
			{Rrule: "FREQ=WEEKLY", Start: "2026-01-07T09:00", Until: "2026-02-04", TimeZone: new("Europe/Berlin"), Except: []string{"2026-01-21"}, OnHoliday: new("skip")},
			{Rrule: "FREQ=WEEKLY", Start: "2026-01-07T10:00", Until: "2026-03-04"},
		},
	}, []contract.Holiday{{Date: "2026-01-28"}, {Date: "2026-02-25"}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	const want = "2026-01-07T08:00Z 2026-01-14T08:00Z 2026-02-04T08:00Z 2026-02-11T15:00Z 2026-02-26T15:00Z 2026-03-04T15:00Z " +
		"2026-03-11T13:00Z 2026-03-18T13:00Z"
	if slots := starts(r.Between(at(t, "2026-01-01T00:00:00Z"), at(t, "2026-04-01T00:00:00Z"))); slots != want {
		t.Errorf("planned %s\nwant %s", slots, want)
	}
	for instant, want := range map[string]string{
		"1990-01-01T00:00:00Z": "Europe/Berlin", "2026-02-04T22:59:00Z": "Europe/Berlin", "2026-02-04T23:00:00Z": "America/New_York",
		"2026-03-04T12:00:00Z": "America/New_York", "2026-06-01T00:00:00Z": "America/New_York",
	} {
		if zone := r.ZoneAt(at(t, instant)).String(); zone != want {
			t.Errorf("at %s the zone is %s, want %s", instant, zone, want)
		}
	}
}

// What was planned and held before a series moved to another zone stays as it was, where the rule before says its zone.
func TestThePastStaysWhenTheZoneChanges(t *testing.T) {
	recurrence := contract.Recurrence{Rrule: "FREQ=WEEKLY", Start: "2026-03-04T09:00", TimeZone: "Europe/Berlin"}
	documents := Documents{
		Series: map[string]contract.ReviewSeriesSpec{"board": {Title: "Board", Recurrence: recurrence}},
		// Held in the evening, on a day that was over in Tokyo by then.
		Reviews: map[string]contract.ReviewSpec{"late": {Series: "board", Start: "2026-03-11T17:00:00Z", Occurrence: new("2026-03-11T17:00:00Z")}},
	}
	past := func() string {
		planner := NewPlanner(documents, nil, at(t, "2026-05-12T12:00:00Z"))
		var texts []string
		for _, o := range planner.Occurrences("board", at(t, "2026-03-01T00:00:00Z"), at(t, "2026-04-09T12:00:00Z")) {
			texts = append(texts, fmt.Sprint(o, planner.Deadline(o)))
		}
		return strings.Join(texts, "\n")
	}
	was := past()
	if strings.Count(was, "missed") != 6 {
		t.Fatalf("planned\n%s", was)
	}
	kept := contract.EarlierRule{Rrule: recurrence.Rrule, Start: recurrence.Start, Until: "2026-04-09", TimeZone: &recurrence.TimeZone}
	moved := contract.Recurrence{Rrule: recurrence.Rrule, Start: recurrence.Start, TimeZone: "Asia/Tokyo", Except: []string{"2026-03-18"}, Earlier: []contract.EarlierRule{kept}}
	documents.Series["board"] = contract.ReviewSeriesSpec{Title: "Board", Recurrence: moved}
	if got := past(); got != was {
		t.Errorf("the past was\n%s\nand is\n%s", was, got)
	}
	moved.Earlier = nil
	documents.Series["board"] = contract.ReviewSeriesSpec{Title: "Board", Recurrence: moved}
	if past() == was {
		t.Error("without the rule before nothing is planned anew: this test can't tell")
	}
}

// madeAhead adds reviews of the board's series that the schedule made, by their starts.
func madeAhead(t *testing.T, documents Documents, days ...string) {
	t.Helper()
	for _, d := range days {
		documents.Reviews["board-"+d] = review(t, "board", d+"T07:00:00Z", "")
		documents.Origins[contract.Ref{Kind: "Review", Name: "board-" + d}] = Origin{MadeAhead: true}
	}
}

func TestWhatAnotherRuleDoesToReviews(t *testing.T) {
	d := company(t)
	// The rule has 21 July, 20 October; monthly adds those between them; half-yearly takes 20 October away.
	madeAhead(t, d, "2026-07-21", "2026-10-20")
	now := at(t, "2026-07-10T12:00:00Z")
	logs := map[string][]Event{}
	dates := func(occurrences []Occurrence) string {
		var texts []string
		for _, o := range occurrences {
			texts = append(texts, strings.TrimSpace(o.Start.Format(time.DateOnly)+" "+o.Review))
		}
		return strings.Join(texts, ", ")
	}
	moved := func(every string, firm map[string]string) MovedDates {
		t.Helper()
		changed, reason := ChangeCadence(d.Series["board"].Recurrence, every, now)
		if reason != nil {
			t.Fatal(reason.Message)
		}
		return NewPlanner(d, logs, now).Moved("board", changed, at(t, "2027-01-01T00:00:00Z"), firm)
	}
	if got := moved("month", nil); dates(got.Added) != "2026-08-18, 2026-09-15, 2026-11-17, 2026-12-15" || len(got.Removed)+len(got.Kept) != 0 || got.Unchanged != 2 {
		t.Errorf("monthly: %+v", got)
	}
	if got := moved("half", nil); dates(got.Removed) != "2026-10-20 board-2026-10-20" || len(got.Added)+len(got.Kept) != 0 || got.Unchanged != 1 {
		t.Errorf("half-yearly: %+v", got)
	}
	kept := func(want string, got MovedDates) {
		t.Helper()
		if len(got.Removed) != 0 || len(got.Kept) != 1 || got.Kept[0].Review != "board-2026-10-20" || got.Kept[0].Why != want {
			t.Errorf("%s: %+v", want, got)
		}
	}
	kept("frozen", moved("half", map[string]string{"board-2026-10-20": "frozen"}))
	logs["board-2026-10-20"] = heldAt(t, "2026-07-10T07:00:00Z")
	kept("held", moved("half", nil))
	logs["board-2026-10-20"] = logs["board-2026-10-20"][:1]
	kept("opened", moved("half", nil))
	delete(logs, "board-2026-10-20")

	touched := contract.Ref{Kind: "Review", Name: "board-2026-10-20"}
	d.Origins[touched] = Origin{}
	kept("prepared", moved("half", nil))
	d.Reviews[touched.Name] = review(t, "board", "2026-10-20T07:00:00Z", `, "cancelled": "fair"`)
	kept("cancelled", moved("half", nil))
	d.Reviews[touched.Name] = review(t, "board", "2026-10-22T07:00:00Z", `, "occurrence": "2026-10-20T07:00:00Z"`)
	kept("moved", moved("half", nil))
	if got := moved("month", nil); len(got.Kept)+len(got.Removed) != 0 || len(got.Added) != 4 {
		t.Errorf("moved within a rule that still has its occurrence: %+v", got)
	}
}

func TestSupersededReviews(t *testing.T) {
	d := company(t)
	madeAhead(t, d, "2026-07-21", "2026-10-20", "2026-01-22")
	d.Reviews["board-2026-10-21"] = review(t, "board", "2026-10-21T07:00:00Z", "")
	now := at(t, "2026-07-10T12:00:00Z")
	superseded := func(firm map[string]string) string {
		return strings.Join(NewPlanner(d, nil, now).Superseded("board", firm), " ")
	}
	if got := superseded(nil); got != "" {
		t.Errorf("%s, though the rule has them", got)
	}
	d.Series["board"] = series(t, "strategic", "board", "FREQ=MONTHLY;INTERVAL=6;BYDAY=3TU", "2026-01-20T09:00", "")
	if got := superseded(nil); got != "board-2026-10-20" {
		t.Errorf("the schedule's own and only that goes: %q", got)
	}
	if got := superseded(map[string]string{"board-2026-10-20": "frozen"}); got != "" {
		t.Errorf("%s, though it is firm", got)
	}
	// A holiday moves a meeting away from its planned day; that is still the rule's.
	d.Reviews["moved"] = review(t, "board", "2026-07-22T07:00:00Z", `, "occurrence": "2026-07-21T07:00:00Z"`)
	d.Origins[contract.Ref{Kind: "Review", Name: "moved"}] = Origin{MadeAhead: true}
	if got := superseded(nil); got != "board-2026-10-20" {
		t.Errorf("moved by a holiday: %q", got)
	}
	d.Origins[contract.Ref{Kind: "ReviewSeries", Name: "board"}] = Origin{Archived: true, UpdatedAt: now}
	if got := superseded(nil); got != "" {
		t.Errorf("%s of a series that no longer meets", got)
	}
}

func TestProposalStatus(t *testing.T) {
	d := company(t)
	propose := func(to, rest string) {
		d.Proposals = map[string]contract.CadenceProposalSpec{"p": read[contract.CadenceProposalSpec](t, fmt.Sprintf(
			`{"scorecard": "card", "charter": "charter", "tier": "strategic", "from": "quarter", "to": %q, "why": "lively"%s}`, to, rest))}
	}
	state := func(want string) {
		t.Helper()
		if got := d.ProposalStatus("p"); got.State != want || *got.Committee != "board" || len(got.Series) != 1 || got.Series[0].Series != "board" {
			t.Errorf("%+v, expected %s", got, want)
		}
	}
	accepted := `, "decision": {"outcome": "accepted", "on": "2026-05-01"}`
	propose("month", "")
	state(ProposalOpen)
	propose("month", `, "decision": {"outcome": "rejected", "on": "2026-05-01", "reason": "season"}`)
	state(ProposalRejected)
	propose("month", accepted)
	state(ProposalAccepted)
	spec := d.Series["board"]
	spec.Recurrence = AtCadence(spec.Recurrence, "month")
	d.Series["board"] = spec
	state(ProposalCarriedOut)
	second := d.Series["board"]
	second.Recurrence.Rrule = "FREQ=WEEKLY"
	d.Series["second"] = second
	if got := d.ProposalStatus("p"); got.State != ProposalAccepted || !slices.Contains(got.Series, contract.SeriesCadence{Series: "board", Cadence: got.Series[0].Cadence, CarriedOut: true}) {
		t.Errorf("one of two series: %+v", got)
	}
	delete(d.Series, "second")
	later := d.Proposals["p"]
	later.From, later.To, later.Decision = "month", "quarter", &contract.CadenceDecision{Outcome: "accepted", On: "2026-08-01"}
	d.Proposals["q"] = later
	state(ProposalReplaced)
	delete(d.Series, "board")
	if got := d.ProposalStatus("q"); got.State != ProposalAccepted || len(got.Series) != 0 {
		t.Errorf("without a series: %+v", got)
	}
}
