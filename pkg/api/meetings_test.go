package api_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// governed is a fresh organisation with Northwind's scorecard and its governance, and a review of each tier.
func governed(t *testing.T) *server {
	t.Helper()
	s := newServer(t)
	s.govern(t)
	return s
}

func (s *server) govern(t *testing.T) {
	t.Helper()
	var documents []string
	for _, file := range []string{"northwind/units.yaml", "northwind/kpis.yaml", "northwind/scorecard.yaml", "governance/governance.yaml"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "tests", "examples", filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		documents = append(documents, string(data))
	}
	s.must(200, "POST", "/apply", strings.Join(documents, "\n---\n"), "Content-Type", "application/yaml")
}

// plan makes a review of a series.
func (s *server) plan(name, series, start string) {
	s.t.Helper()
	s.must(201, "POST", "/reviews", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "Review", "metadata": map[string]any{"name": name},
		"spec": map[string]any{"series": series, "start": start},
	})
}

// event is one of a request; the rest are its fields beside id, at and type.
func event(id, at, kind string, rest ...any) map[string]any {
	e := map[string]any{"id": id, "at": "1997-04-15T" + at + "Z", "type": kind}
	for i := 0; i+1 < len(rest); i += 2 {
		e[rest[i].(string)] = rest[i+1]
	}
	return e
}

func events(list ...map[string]any) map[string]any { return map[string]any{"events": list} }

// reviewAnswer is a review with its computed status.
type reviewAnswer struct {
	Status contract.ReviewStatus `json:"status"`
}

func (a answer) review(t *testing.T) contract.ReviewStatus {
	t.Helper()
	var r reviewAnswer
	a.into(t, &r)
	return r.Status
}

func TestLoggedMeetingsEqualHandComputation(t *testing.T) {
	s := governed(t)
	data, err := os.ReadFile("../../tests/examples/governance/meetings.json")
	if err != nil {
		t.Fatal(err)
	}
	var meetings []struct {
		Series, Review, Start string
		Events                []json.RawMessage
		Expect                contract.Discipline
	}
	if err := json.Unmarshal(data, &meetings); err != nil {
		t.Fatal(err)
	}
	for _, m := range meetings {
		s.plan(m.Review, m.Series, m.Start)
		s.must(200, "POST", "/reviews/"+m.Review+"/events", map[string]any{"events": m.Events})
		var d contract.Discipline
		s.must(200, "GET", "/reviews/"+m.Review+"/discipline", nil).into(t, &d)
		for name, pair := range map[string][2]*float64{
			"adherence": {d.Adherence, m.Expect.Adherence}, "drift": {d.Drift, m.Expect.Drift},
			"attendance": {d.Attendance, m.Expect.Attendance}, "lateMinutes": {d.LateMinutes, m.Expect.LateMinutes},
		} {
			got, want := pair[0], pair[1]
			if (got == nil) != (want == nil) || got != nil && math.Abs(*got-*want) > 1e-9 {
				t.Errorf("%s: %s is %v, want %v", m.Review, name, d.Reasons[name], want)
			}
		}
		got, _ := json.Marshal(d.Minutes)
		want, _ := json.Marshal(m.Expect.Minutes)
		if string(got) != string(want) {
			t.Errorf("%s: minutes %s, want %s", m.Review, got, want)
		}
	}

	var strategic, tactical contract.SeriesDiscipline
	s.must(200, "GET", "/reviewseries/northwind-strategic/discipline?now=1997-12-31T00:00:00Z", nil).into(t, &strategic)
	if strategic.Held != 3 || strategic.Planned != 3 || strategic.Missed != 0 || *strategic.Punctuality != 1 || len(strategic.Course) != 3 {
		t.Errorf("strategic: %+v", strategic)
	}
	// Σ min = 120+40+85, Σ max = 120+190+135; drift = (10+80+0)/(120+110+100).
	if want := 245.0 / 445; math.Abs(*strategic.Adherence-want) > 1e-9 || math.Abs(*strategic.Drift-90.0/330) > 1e-9 {
		t.Errorf("strategic: adherence %v, drift %v", *strategic.Adherence, *strategic.Drift)
	}
	if strategic.DriftAlert || *strategic.Chair != "ceo" {
		t.Errorf("strategic: drift in one meeting of three alerts: %+v", strategic)
	}
	s.must(200, "GET", "/reviewseries/northwind-tactical/discipline?now=1997-12-31T00:00:00Z", nil).into(t, &tactical)
	// October's was missed, and November's came 63 days after September's; December's is not there either.
	if tactical.Held != 2 || tactical.Planned != 4 || tactical.Missed != 2 || *tactical.Punctuality != 0 {
		t.Errorf("tactical: held %d of %d, missed %d, punctuality %v", tactical.Held, tactical.Planned, tactical.Missed, *tactical.Punctuality)
	}
	s.must(200, "GET", "/reviewseries/northwind-strategic/discipline?from=1997-07-01T00:00:00Z&to=1997-08-01T00:00:00Z", nil).into(t, &strategic)
	if strategic.Held != 1 || strategic.Planned != 1 || *strategic.Punctuality != 1 || *strategic.Drift != 80.0/110 {
		t.Errorf("July: %+v", strategic)
	}
	s.must(404, "GET", "/reviewseries/northwind-strategic/discipline?asOf=1997-07-20T00:00:00Z", nil)
	s.must(404, "GET", "/reviews/northwind-strategic-1997-04-15/discipline?asOf=1997-07-20T00:00:00Z", nil)
}

func TestSeriesWithoutMeetingsAreNotMeasured(t *testing.T) {
	s := governed(t)
	var d contract.SeriesDiscipline
	s.must(200, "GET", "/reviewseries/northwind-strategic/discipline", nil).into(t, &d)
	if d.Adherence != nil || d.Punctuality != nil || d.Held != 0 || d.Reasons["adherence"].Code != "noMeetings" {
		t.Errorf("%+v", d)
	}
	s.must(404, "GET", "/reviewseries/nope/discipline", nil)
	s.must(422, "GET", "/reviewseries/northwind-strategic/discipline?from=1998-01-01T00:00:00Z&to=1997-01-01T00:00:00Z", nil)
	s.plan("april", "northwind-strategic", "1997-04-15T08:00:00Z")
	var one contract.Discipline
	s.must(200, "GET", "/reviews/april/discipline", nil).into(t, &one)
	if one.Adherence != nil || one.LateMinutes != nil || one.Reasons["lateMinutes"].Code != "notHeld" || len(one.Minutes) != 5 {
		t.Errorf("%+v", one)
	}
}

func TestEventsAreKeptOnce(t *testing.T) {
	onBothEngines(t, eventsAreKeptOnce)
}

func eventsAreKeptOnce(t *testing.T, s *server) {
	s.govern(t)
	s.plan("april", "northwind-strategic", "1997-04-15T08:00:00Z")
	body := events(
		event("1", "08:00:00", "open"), event("2", "08:00:00", "item", "item", "map"),
		event("3", "08:20:00", "decision", "text", "Keep the map", "chosen", "keep", "options", []string{"keep", "change"}, "owner", "ceo"),
		event("4", "08:25:00", "action", "text", "Ask the customers", "owner", "cfo", "due", "1997-05-01"),
		event("5", "08:26:00", "park", "text", "Pricing", "about", []map[string]string{{"kind": "Objective", "name": "grow-revenue"}}),
		event("6", "08:27:00", "note", "text", "Quiet room", "colour", "blue"),
	)
	var waiting sync.WaitGroup
	for range 8 {
		waiting.Go(func() { s.call("POST", "/reviews/april/events", body) })
	}
	waiting.Wait()
	status := s.must(200, "POST", "/reviews/april/events", body).review(t)
	if status.Events != 6 || len(status.Decisions) != 1 || len(status.Actions) != 1 || len(status.Parked) != 1 || len(status.Notes) != 1 {
		t.Fatalf("%+v", status)
	}
	if status.State != "open" || *status.Running.Item != "map" || status.Running.Class != "strategic" {
		t.Errorf("%+v", status)
	}
	var decision, action, item struct {
		Spec     map[string]any
		Metadata contract.Metadata
	}
	s.must(200, "GET", "/decisions/"+status.Decisions[0].Name, nil).into(t, &decision)
	if decision.Spec["decidedOn"] != "1997-04-15" || decision.Spec["review"] != "april" || decision.Spec["title"] != "Keep the map" || *decision.Metadata.Version != 1 {
		t.Errorf("decision %v", decision)
	}
	s.must(200, "GET", "/actions/"+status.Actions[0].Name, nil).into(t, &action)
	if source, _ := json.Marshal(action.Spec["source"]); action.Spec["firstDue"] != "1997-05-01" || string(source) != `{"kind":"Review","name":"april"}` {
		t.Errorf("action %v", action)
	}
	s.must(200, "GET", "/agendaitems/"+status.Parked[0].Name, nil).into(t, &item)
	if item.Spec["class"] != "strategic" || item.Spec["series"] != "northwind-strategic" || item.Spec["review"] != "april" {
		t.Errorf("item %v", item)
	}
	// Another text under a known id changes nothing; a parked item may be begun.
	again := s.must(200, "POST", "/reviews/april/events", events(
		event("6", "08:28:00", "note", "text", "Another"), event("7", "08:30:00", "item", "item", status.Parked[0].Name),
		event("8", "08:31:00", "close"))).review(t)
	if again.Events != 8 || again.Notes[0].Text != "Quiet room" || len(again.Minutes) != 6 || again.Minutes[5].Actual != 1 || again.State != "closed" {
		t.Errorf("%+v", again)
	}
	var log struct{ Items []map[string]any }
	s.must(200, "GET", "/reviews/april/log", nil).into(t, &log)
	if len(log.Items) != 8 || log.Items[5]["colour"] != "blue" || log.Items[5]["actor"] != "admin" || log.Items[5]["receivedAt"] == nil {
		t.Errorf("log %v", log.Items)
	}
	var list struct{ Items []reviewAnswer }
	s.must(200, "GET", "/reviews", nil).into(t, &list)
	if list.Items[0].Status.State != "closed" {
		t.Errorf("list %+v", list.Items)
	}
}

func TestTheHistoryOfWhatWasDecidedSaysWhy(t *testing.T) {
	s := governed(t)
	s.plan("spring", "northwind-strategic", "1997-04-15T08:00:00Z")
	for reason, want := range map[string]string{"": "logged in the review spring", "as agreed on the phone": "as agreed on the phone"} {
		var answer reviewAnswer
		body := events(event("d"+reason, "08:00:00", "decision", "text", "Wait"+reason))
		s.must(200, "POST", "/reviews/spring/events", body, "X-Change-Reason", reason).into(t, &answer)
		found := false
		for _, decision := range answer.Status.Decisions {
			var history contract.History
			s.must(200, "GET", "/decisions/"+decision.Name+"/history", nil).into(t, &history)
			found = found || history.Items[0].Reason != nil && *history.Items[0].Reason == want
		}
		if !found {
			t.Errorf("no decision was made because of %q", want)
		}
	}
}

func TestArrivalOrderAndDelayChangeNothing(t *testing.T) {
	s := governed(t)
	s.plan("april", "northwind-strategic", "1997-04-15T08:00:00Z")
	for _, e := range []map[string]any{
		event("4", "09:00:00", "close"), event("3", "08:40:00", "item", "item", "themes"), event("2", "08:10:00", "item", "item", "map"),
		event("1", "08:05:00", "open"),
	} {
		s.must(200, "POST", "/reviews/april/events", events(e))
	}
	var d contract.Discipline
	s.must(200, "GET", "/reviews/april/discipline", nil).into(t, &d)
	if d.Minutes[0].Actual != 30 || d.Minutes[1].Actual != 20 || *d.LateMinutes != 5 {
		t.Errorf("%+v", d)
	}
	s.must(200, "GET", "/reviews/april/discipline?now=1997-04-15T08:45:00Z", nil).into(t, &d)
	if d.Minutes[0].Actual != 30 || d.Minutes[1].Actual != 0 || d.Closed != nil {
		t.Errorf("at 08:45: %+v", d)
	}
}

func TestEventsThatAreRefused(t *testing.T) {
	s := governed(t)
	s.plan("april", "northwind-strategic", "1997-04-15T08:00:00Z")
	tomorrow := event("x", "08:00:00", "open")
	tomorrow["at"] = time.Now().Add(30 * time.Hour).Format(time.RFC3339)
	for name, c := range map[string]struct {
		event map[string]any
		path  string
	}{
		"an item of another agenda":       {event("x", "08:00:00", "item", "item", "exceptions"), "/events/1/item"},
		"no item at all":                  {event("x", "08:00:00", "item"), "/events/1/item"},
		"on and off the agenda":           {event("x", "08:00:00", "item", "item", "map", "offAgenda", "roster"), "/events/1/offAgenda"},
		"off the agenda without a title":  {event("x", "08:00:00", "item", "offAgenda", " "), "/events/1/offAgenda"},
		"attendance of nobody":            {event("x", "08:00:00", "attendance", "state", "present"), "/events/1/person"},
		"attendance without a state":      {event("x", "08:00:00", "attendance", "person", "ceo"), "/events/1/state"},
		"attendance in another state":     {event("x", "08:00:00", "attendance", "person", "ceo", "state", "late"), "/events/1/state"},
		"a pulse without an answer":       {event("x", "08:00:00", "pulse", "heard", 3, "clear", 4), "/events/1/evidence"},
		"a pulse out of range":            {event("x", "08:00:00", "pulse", "heard", 6, "clear", 4, "evidence", 1), "/events/1/heard"},
		"an empty note":                   {event("x", "08:00:00", "note", "text", "  "), "/events/1/text"},
		"a decision of nothing":           {event("x", "08:00:00", "decision"), "/events/1/text"},
		"one option":                      {event("x", "08:00:00", "decision", "text", "T", "options", []string{"a"}), "/events/1/options"},
		"none of the options":             {event("x", "08:00:00", "decision", "text", "T", "options", []string{"a", "b"}, "chosen", "c"), "/events/1/chosen"},
		"a due date that doesn't exist":   {event("x", "08:00:00", "action", "text", "T", "due", "1997-02-30"), "/events/1/due"},
		"a KPI that doesn't exist":        {event("x", "08:00:00", "action", "text", "T", "kpi", "nope"), "/events/1/kpi"},
		"a KPI that a decision is about":  {event("x", "08:00:00", "decision", "text", "T", "kpi", "nope"), "/events/1/kpi"},
		"about what doesn't exist":        {event("x", "08:00:00", "park", "text", "T", "about", []map[string]string{{"kind": "Kpi", "name": "nope"}}), "/events/1/about/0/name"},
		"an effect on an unknown KPI":     {event("x", "08:00:00", "action", "text", "T", "expectedEffect", map[string]any{"kpi": "nope", "sign": "up", "by": "1998", "probability": 0.5}), "/events/1/expectedEffect/kpi"},
		"a prompt without a name":         {event("x", "08:00:00", "prompt"), "/events/1/prompt"},
		"another type":                    {event("x", "08:00:00", "sing"), "/events/1/type"},
		"no id":                           {event("", "08:00:00", "note", "text", "T"), "/events/1/id"},
		"a clock a day ahead":             {tomorrow, "/events/1/at"},
		"a class that there is none":      {event("x", "08:00:00", "item", "item", "map", "class", "urgent"), "/events/1/class"},
		"a time without a zone":           {map[string]any{"id": "x", "at": "1997-04-15T08:00:00", "type": "open"}, "/events/1/at"},
		"a whole number with a point":     {event("x", "08:00:00", "pulse", "heard", json.RawMessage("3.0"), "clear", 4, "evidence", 1), "/events/1"},
		"a character that ends texts":     {event("x\x00", "08:00:00", "note", "text", "T"), "/events/1/id"},
		"a title of more than one screen": {event("x", "08:00:00", "action", "title", strings.Repeat("x", 501)), "/events/1/title"},
	} {
		t.Run(name, func(t *testing.T) {
			a := s.call("POST", "/reviews/april/events", events(event("good", "08:00:00", "open"), c.event))
			p := a.problem(t)
			if a.status != 422 || len(p.Errors) != 1 || p.Errors[0].Path != c.path {
				t.Errorf("errors %+v", p.Errors)
			}
		})
	}
	var log struct{ Items []map[string]any }
	if s.must(200, "GET", "/reviews/april/log", nil).into(t, &log); len(log.Items) != 0 {
		t.Errorf("a refused request was kept in part: %v", log.Items)
	}
	p := s.must(422, "POST", "/reviews/april/events", events(
		event("1", "08:00:00", "item"), event("2", "08:00:00", "sing"), event("3", "08:00:00", "pulse"))).problem(t)
	if len(p.Errors) != 5 {
		t.Errorf("not all problems at once: %+v", p.Errors)
	}
	s.must(422, "POST", "/reviews/april/events", map[string]any{"events": []any{}})
	s.must(422, "POST", "/reviews/april/events", `{"events": [1]}`)
	s.must(400, "POST", "/reviews/april/events", "{")
	s.must(404, "POST", "/reviews/nope/events", events(event("1", "08:00:00", "open")))
	s.as(access.Viewer).must(403, "POST", "/reviews/april/events", events(event("1", "08:00:00", "open")))
	s.must(404, "GET", "/reviews/nope/log", nil)
	s.must(404, "GET", "/reviews/nope/discipline", nil)
	s.must(404, "GET", "/reviews/nope/facilitation", nil)
	s.must(200, "POST", "/reviews/april/events?dryRun=true", events(event("1", "08:00:00", "action", "text", "T")))
	if s.must(200, "GET", "/reviews/april/log", nil).into(t, &log); len(log.Items) != 0 {
		t.Errorf("a dry run was kept: %v", log.Items)
	}
	s.must(200, "PATCH", "/reviews/april", `{"spec": {"cancelled": "Storm"}}`, "If-Match", `"1"`)
	s.must(409, "POST", "/reviews/april/events", events(event("1", "08:00:00", "open")))
	if status := s.must(200, "GET", "/reviews/april", nil).review(t); status.State != "cancelled" {
		t.Errorf("state %s", status.State)
	}
}

func TestWhatIsParkedIsRouted(t *testing.T) {
	s := governed(t)
	s.plan("april", "northwind-strategic", "1997-04-15T08:00:00Z")
	long := strings.Repeat("word ", 100)
	status := s.must(200, "POST", "/reviews/april/events", events(
		event("operational", "08:00:00", "park", "text", "One KPI", "kpi", "revenue-growth"),
		event("kept", "08:00:00", "park", "text", "One KPI, here", "kpi", "revenue-growth", "reason", "The board wants it"),
		event("long", "08:00:00", "park", "text", "First line\n"+long, "class", "strategic", "owner", "cfo"),
		event("question", "08:00:00", "decision", "question", long+"?"),
	)).review(t)
	bySeries := map[string]int{}
	for _, ref := range status.Parked {
		var item struct{ Spec contract.AgendaItemSpec }
		s.must(200, "GET", "/agendaitems/"+ref.Name, nil).into(t, &item)
		bySeries[fmt.Sprintf("%s %s %t", item.Spec.Series, *item.Spec.Class, item.Spec.ClassReason != nil)]++
		if item.Spec.Title == "First line" && (*item.Spec.RaisedBy != "cfo" || !strings.Contains(*item.Spec.Description, "word")) {
			t.Errorf("%+v", item.Spec)
		}
	}
	for _, want := range []string{"northwind-tactical operational false", "northwind-strategic operational true", "northwind-strategic strategic false"} {
		if bySeries[want] != 1 {
			t.Errorf("no %s among %v", want, bySeries)
		}
	}
	var decision struct{ Spec contract.DecisionSpec }
	s.must(200, "GET", "/decisions/"+status.Decisions[0].Name, nil).into(t, &decision)
	if len([]rune(decision.Spec.Title)) > 200 || decision.Spec.Owner != nil {
		t.Errorf("%+v", decision.Spec)
	}
}

func TestFacilitation(t *testing.T) {
	s := governed(t)
	s.plan("april", "northwind-strategic", "1997-04-15T08:00:00Z")
	s.plan("july", "northwind-strategic", "1997-07-15T08:00:00Z")
	s.must(200, "POST", "/reviews/april/events", events(
		event("1", "08:00:00", "open"), event("2", "08:00:00", "item", "item", "map"),
		event("3", "08:30:00", "decision", "text", "Cut discounts", "revisitOn", "1997-07-01"),
		event("4", "09:00:00", "close"),
		event("5", "08:30:00", "action", "text", "Call the carrier", "owner", "coo", "due", "1997-05-01")))
	var log struct{ Items []map[string]any }
	s.must(200, "POST", "/reviews/april/events", events(event("6", "09:10:00", "pulse", "heard", 1, "evidence", 2, "clear", 3)))
	s.must(200, "GET", "/reviews/april/log", nil).into(t, &log)
	if last := log.Items[5]; last["type"] != "pulse" || last["heard"] != nil || last["evidence"] != nil || last["clear"] != nil {
		t.Errorf("the log tells what somebody answered: %v", last)
	}
	var f contract.Facilitation
	s.must(200, "GET", "/reviews/april/facilitation", nil).into(t, &f)
	if *f.Yield != 1 || f.LatencyDays != nil || f.Pulse.Heard != nil || f.Pulse.Reason == nil || len(f.Agenda) != 5 {
		t.Errorf("%+v", f)
	}
	action := s.must(200, "GET", "/reviews/april", nil).review(t).Actions[0].Name
	for i, due := range []string{"1997-06-01", "1997-07-01"} {
		s.must(200, "PATCH", "/actions/"+action, fmt.Sprintf(`{"spec": {"due": %q}}`, due), "If-Match", fmt.Sprintf(`"%d"`, i+1))
	}
	for i := range 4 {
		s.must(200, "POST", "/reviews/july/events", events(event(fmt.Sprint("p", i), "09:00:00", "pulse", "heard", i+1, "evidence", 5, "clear", 3)))
	}
	s.must(200, "POST", "/reviews/july/events", events(event("shown", "09:00:00", "prompt", "prompt", "postponed:"+action, "state", "answered")))
	f = contract.Facilitation{}
	s.must(200, "GET", "/reviews/july/facilitation?now=1997-07-15T09:00:00Z", nil).into(t, &f)
	if *f.Pulse.Heard != 2.5 || f.Pulse.N != 4 || f.Pulse.Reason != nil {
		t.Errorf("pulse %+v", f.Pulse)
	}
	sources := []string{}
	for _, p := range f.Prompts {
		sources = append(sources, p.Source)
		if p.Source == "postponed" && (!p.Shown || !p.Answered) {
			t.Errorf("%+v", p)
		}
	}
	if strings.Join(sources, " ") != "postponed decision" {
		t.Errorf("prompts %+v", f.Prompts)
	}
}
