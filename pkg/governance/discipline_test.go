package governance

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// log builds the events of a meeting: minutes after 09:00 on 4 March 2026 and what happens then.
type log []Event

var nine = time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)

func (l log) at(minute float64, kind string, change ...func(*Event)) log {
	e := Event{At: nine.Add(time.Duration(minute * float64(time.Minute))), Actor: "x"}
	e.Type = kind
	for _, c := range change {
		c(&e)
	}
	return append(l, e)
}

func item(name string) func(*Event)       { return func(e *Event) { e.Item = &name } }
func offAgenda(title string) func(*Event) { return func(e *Event) { e.OffAgenda = &title } }
func class(name string) func(*Event)      { return func(e *Event) { e.Class = &name } }
func who(person, state string) func(*Event) {
	return func(e *Event) { e.Person, e.State = &person, &state }
}

func meeting(events log) Meeting {
	return Meeting{
		Name: "r", Tier: Strategic, Review: contract.ReviewSpec{Series: "s", Start: nine.Format(time.RFC3339)},
		Agenda: []contract.AgendaEntry{
			{Name: "a", Title: "A", Minutes: 30, Class: Strategic}, {Name: "b", Title: "B", Minutes: 10, Class: Operational},
		},
		Events: events,
	}
}

func TestTheClockOfAMeeting(t *testing.T) {
	started := log{}.at(0, "open").at(0, "item", item("a"))
	for name, c := range map[string]struct {
		events log
		a, b   float64
		off    float64
		state  string
	}{
		"plain":                        {started.at(20, "item", item("b")).at(25, "close"), 20, 5, 0, ReviewClosed},
		"a pause stops the clock":      {started.at(10, "pause").at(20, "item", item("a")).at(25, "close"), 15, 0, 0, ReviewClosed},
		"an item in several parts":     {started.at(10, "item", item("b")).at(20, "item", item("a")).at(30, "close"), 20, 10, 0, ReviewClosed},
		"two tabs begin the same item": {started.at(1, "item", item("a")).at(12, "close"), 12, 0, 0, ReviewClosed},
		"two tabs disagree":            {started.at(5, "item", item("b")).at(6, "item", item("a")).at(10, "close"), 9, 1, 0, ReviewClosed},
		"opened twice":                 {started.at(5, "open").at(10, "close"), 10, 0, 0, ReviewClosed},
		"off the agenda":               {started.at(5, "item", offAgenda("roster")).at(8, "close"), 5, 0, 3, ReviewClosed},
		"over midnight":                {log{}.at(14*60, "open").at(14*60, "item", item("a")).at(16*60, "close"), 120, 0, 0, ReviewClosed},
		"nobody closed":                {started.at(7, "item", item("b")).at(9, "note"), 7, 2, 0, ReviewOpen},
		"a pulse afterwards is no time of the meeting": {started.at(9, "note").at(500, "pulse"), 9, 0, 0, ReviewOpen},
		"nobody opened":                {log{}.at(3, "item", item("a")).at(10, "close"), 7, 0, 0, ReviewClosed},
		"begun before the opening":     {log{}.at(-5, "item", item("a")).at(0, "open").at(10, "close"), 10, 0, 0, ReviewClosed},
		"after the close":              {started.at(10, "close").at(12, "item", item("b")).at(20, "pause"), 10, 0, 0, ReviewClosed},
		"opened again":                 {started.at(10, "close").at(12, "open").at(12, "item", item("b")).at(20, "close"), 10, 8, 0, ReviewClosed},
		"closed before it was opened":  {log{}.at(-9, "close").at(0, "open").at(0, "item", item("a")).at(4, "note"), 4, 0, 0, ReviewOpen},
		"nothing was timed":            {log{}.at(0, "open").at(30, "close"), 0, 0, 0, ReviewClosed},
		"an item of no length":         {started.at(0, "item", item("b")).at(5, "close"), 0, 5, 0, ReviewClosed},
		"nothing happened":             {log{}, 0, 0, 0, ReviewPlanned},
		"only who is coming":           {log{}.at(-60, "attendance", who("ceo", "present")), 0, 0, 0, ReviewPlanned},
		"an item that left the agenda": {started.at(5, "item", item("gone")).at(9, "close"), 5, 0, 4, ReviewClosed},
	} {
		t.Run(name, func(t *testing.T) {
			d := DisciplineOf(meeting(c.events))
			off := 0.0
			for _, b := range d.OffAgenda {
				off += b.Minutes
			}
			if d.Titles["a"] != "A" || d.Titles["b"] != "B" {
				t.Errorf("titles %v", d.Titles)
			}
			if d.Minutes[0].Actual != c.a || d.Minutes[1].Actual != c.b || off != c.off {
				t.Errorf("a %v, b %v, off %v", d.Minutes[0].Actual, d.Minutes[1].Actual, off)
			}
			if state := TimelineOf(c.events).State(); state != c.state {
				t.Errorf("state %s", state)
			}
			if timed := c.a+c.b+c.off > 0; (d.Adherence != nil) != timed || (d.Drift != nil) != timed {
				t.Errorf("adherence %v, drift %v", d.Adherence, d.Drift)
			}
			if _, explained := d.Reasons["adherence"]; explained != (d.Adherence == nil) {
				t.Errorf("reasons %v", d.Reasons)
			}
		})
	}
}

func TestTheOrderOfArrivalChangesNothing(t *testing.T) {
	events := log{}.at(0, "open").at(0, "attendance", who("ceo", "present")).at(0, "item", item("a")).
		at(4, "item", item("b")).at(9, "pause").at(11, "item", offAgenda("x")).at(20, "attendance", who("ceo", "absent")).at(30, "close")
	m := meeting(events)
	m.Review.Roles = &contract.ReviewRoles{Required: []string{"ceo"}}
	want, _ := json.Marshal(DisciplineOf(m))
	for range 200 {
		shuffled := append(log(nil), events...)
		rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		m.Events = shuffled
		if got, _ := json.Marshal(DisciplineOf(m)); string(got) != string(want) {
			t.Fatalf("got %s\nwant %s\nof %v", got, want, shuffled)
		}
	}
}

func TestSharesStayBetweenNoneAndAll(t *testing.T) {
	kinds := []string{"open", "item", "item", "item", "pause", "close", "note", "attendance"}
	for range 3000 {
		var events log
		for range rand.IntN(12) {
			var change func(*Event)
			switch rand.IntN(3) {
			case 0:
				change = item("a")
			case 1:
				change = item("b")
			default:
				change = offAgenda("x")
			}
			events = events.at(float64(rand.IntN(60)), kinds[rand.IntN(len(kinds))], change, who("ceo", "delegate"))
		}
		d := DisciplineOf(meeting(events))
		for name, share := range map[string]*float64{"adherence": d.Adherence, "drift": d.Drift, "attendance": d.Attendance} {
			if share != nil && (*share < 0 || *share > 1 || math.IsNaN(*share)) {
				t.Fatalf("%s = %v of %v", name, *share, events)
			}
		}
		previous := time.Time{}
		for _, run := range TimelineOf(events).Runs {
			if run.Start.Before(previous) || !run.End.After(run.Start) {
				t.Fatalf("runs overlap: %v", TimelineOf(events).Runs)
			}
			previous = run.End
		}
	}
}

func TestAnotherClassHoldsForTheMeeting(t *testing.T) {
	d := DisciplineOf(meeting(log{}.at(0, "item", item("b"), class(Strategic)).at(10, "item", item("a"), class(Operational)).at(20, "close")))
	if d.Minutes[1].Class != Strategic || d.Minutes[0].Class != Operational || *d.Drift != 0.5 {
		t.Errorf("%+v", d)
	}
}

func TestAttendanceAndQuorum(t *testing.T) {
	three, cfo := int64(3), "cfo"
	committee := &contract.Committee{Name: "board", Chair: &cfo, Members: []string{"ceo", "coo"}, Delegates: map[string]string{"coo": "logistics"}}
	for name, c := range map[string]struct {
		events  log
		share   float64
		present int64
		met     bool
	}{
		"all":                        {log{}.at(0, "open").at(0, "attendance", who("CEO", "present")).at(0, "attendance", who("cfo", "present")).at(0, "attendance", who("coo", "present")), 1, 3, true},
		"a delegate":                 {log{}.at(0, "open").at(0, "attendance", who("ceo", "present")).at(0, "attendance", who("cfo", "delegate")), 0.75, 2, false},
		"the delegate's own name":    {log{}.at(0, "open").at(0, "attendance", who("logistics", "present")).at(0, "attendance", who("ceo", "present")), 0.5, 2, false},
		"the last word counts":       {log{}.at(0, "open").at(0, "attendance", who("ceo", "absent")).at(9, "attendance", who("ceo", "present")), 0.5, 1, false},
		"a guest is no quorum":       {log{}.at(0, "open").at(0, "attendance", who("guest", "present")), 0, 0, false},
		"noted before it was opened": {log{}.at(-9, "attendance", who("ceo", "present")), 0.5, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			m := meeting(c.events)
			m.Review.Roles, m.Review.Quorum, m.Committee = &contract.ReviewRoles{Required: []string{"ceo", "cfo"}}, &three, committee
			d := DisciplineOf(m)
			if d.Attendance == nil || *d.Attendance != c.share || d.Quorum.Present != c.present || *d.Quorum.Met != c.met {
				t.Errorf("attendance %v of %v, quorum %+v", d.Attendance, c.share, d.Quorum)
			}
		})
	}
	m := meeting(log{}.at(0, "open"))
	m.Review.Roles = &contract.ReviewRoles{Required: []string{"ceo"}}
	if d := DisciplineOf(m); d.Attendance != nil || d.Reasons["attendance"].Code != "notRecorded" || d.Quorum.Met != nil {
		t.Errorf("nobody noted attendance: %+v", d)
	}
}

// loggedMeeting is a case of tests/examples/governance/meetings.json.
type loggedMeeting struct {
	Series, Review, Start string
	Events                []contract.ReviewEvent
	Expect                struct {
		Adherence, Drift, Attendance, LateMinutes *float64
		Minutes                                   []contract.ItemMinutes
	}
}

func TestQuorumWithoutACommittee(t *testing.T) {
	two := int64(2)
	m := meeting(log{}.at(0, "open").at(0, "attendance", who("ceo", "present")).at(0, "attendance", who("cfo", "delegate")).at(0, "attendance", who("cso", "absent")))
	m.Review.Quorum, m.Committee = &two, nil
	if q := DisciplineOf(m).Quorum; q.Present != 2 || q.Met == nil || !*q.Met {
		t.Errorf("whoever was there or had a delegate: %+v", q)
	}
}

func TestLoggedMeetingsEqualHandComputation(t *testing.T) {
	data, err := os.ReadFile("../../tests/examples/governance/meetings.json")
	if err != nil {
		t.Fatal(err)
	}
	var meetings []loggedMeeting
	if err := json.Unmarshal(data, &meetings); err != nil {
		t.Fatal(err)
	}
	required := map[string][]string{"northwind-strategic": {"ceo", "cfo", "coo"}, "northwind-tactical": {"sales-director", "sales-operations"}}
	for _, logged := range meetings {
		m := Meeting{Name: logged.Review, Review: contract.ReviewSpec{
			Series: logged.Series, Start: logged.Start, Roles: &contract.ReviewRoles{Required: required[logged.Series]},
		}}
		for _, minutes := range logged.Expect.Minutes {
			m.Agenda = append(m.Agenda, contract.AgendaEntry{Name: minutes.Item, Class: minutes.Class, Minutes: minutes.Planned})
		}
		for _, e := range logged.Events {
			at, err := time.Parse(time.RFC3339, e.At)
			if err != nil {
				t.Fatal(err)
			}
			m.Events = append(m.Events, Event{At: at, ReviewEvent: e})
		}
		d := DisciplineOf(m)
		same(t, logged.Review+" adherence", d.Adherence, logged.Expect.Adherence)
		same(t, logged.Review+" drift", d.Drift, logged.Expect.Drift)
		same(t, logged.Review+" attendance", d.Attendance, logged.Expect.Attendance)
		same(t, logged.Review+" lateMinutes", d.LateMinutes, logged.Expect.LateMinutes)
		got, _ := json.Marshal(d.Minutes)
		want, _ := json.Marshal(logged.Expect.Minutes)
		if string(got) != string(want) {
			t.Errorf("%s: minutes %s, want %s", logged.Review, got, want)
		}
	}
	if len(meetings) != 5 {
		t.Errorf("%d meetings", len(meetings))
	}
}

func TestPunctualityTakesATenthOfTheInterval(t *testing.T) {
	const week = 7 * day
	for name, c := range map[string]struct {
		late time.Duration
		want float64
	}{
		"on time": {0, 1}, "a tenth late": {week / 10, 1}, "more than a tenth late": {week/10 + time.Second, 0},
		"a tenth early": {-week / 10, 1}, "more than a tenth early": {-week/10 - time.Second, 0},
	} {
		t.Run(name, func(t *testing.T) {
			first, second := meeting(log{}.at(0, "open")), meeting(log{}.at((week+c.late).Minutes(), "open"))
			second.Name, second.Review.Start = "r2", nine.Add(week).Format(time.RFC3339)
			d := SeriesDisciplineOf(SeriesMeetings{
				Meetings: []Meeting{first, second}, PlannedInterval: func(time.Time) (time.Duration, bool) { return week, true },
			})
			same(t, "punctuality", d.Punctuality, &c.want)
		})
	}
}

func same(t *testing.T, what string, got, want *float64) {
	t.Helper()
	switch {
	case (got == nil) != (want == nil):
		t.Errorf("%s: %v, want %v", what, got, want)
	case got != nil && math.Abs(*got-*want) > 1e-9:
		t.Errorf("%s: %v, want %v", what, *got, *want)
	}
}
