package api_test

import (
	"context"
	"fmt"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

// hold logs a meeting of an hour.
func (s *server) hold(t *testing.T, name, began string, present ...string) {
	t.Helper()
	start, err := time.Parse(time.RFC3339, began)
	if err != nil {
		t.Fatal(err)
	}
	at := func(minutes int) string { return start.Add(time.Duration(minutes) * time.Minute).Format(time.RFC3339) }
	list := []map[string]any{{"id": "o", "at": at(0), "type": "open"}, {"id": "c", "at": at(60), "type": "close"}}
	for _, person := range present {
		list = append(list, map[string]any{"id": "a-" + person, "at": at(1), "type": "attendance", "person": person, "state": "present"})
	}
	s.must(200, "POST", "/reviews/"+name+"/events", map[string]any{"events": list})
}

func calendarOf(t *testing.T, s *server, query string) contract.ReviewCalendar {
	t.Helper()
	var calendar contract.ReviewCalendar
	s.must(200, "GET", "/reviews/calendar?"+query, nil).into(t, &calendar)
	return calendar
}

func TestTheCalendarOfNorthwind(t *testing.T) {
	s := governed(t)
	s.plan("spring", "northwind-strategic", "1997-04-15T08:00:00Z")
	s.hold(t, "spring", "1997-04-15T08:00:00Z")
	calendar := calendarOf(t, s.as(access.Viewer), "from=1997-01-01T00:00:00Z&to=1998-01-01T00:00:00Z&now=1997-05-01T00:00:00Z")
	var strategic []string
	tactical := 0
	for _, o := range calendar.Items {
		if o.Series == "northwind-tactical" {
			tactical++
			continue
		}
		strategic = append(strategic, fmt.Sprintf("%s %s %s", o.Start, *o.Period, o.State))
	}
	want := []string{
		"1997-01-21T09:00:00.000Z 1996-Q4 missed", "1997-04-15T08:00:00.000Z 1997-Q1 held",
		"1997-07-15T08:00:00.000Z 1997-Q2 planned", "1997-10-21T08:00:00.000Z 1997-Q3 planned",
	}
	if strings.Join(strategic, "\n") != strings.Join(want, "\n") || tactical != 12 {
		t.Errorf("%d tactical and\n%s", tactical, strings.Join(strategic, "\n"))
	}
	if len(calendar.DataCloses) < 16 {
		t.Errorf("%d data closes", len(calendar.DataCloses))
	}
	around := calendarOf(t, s, "now=1997-05-01T00:00:00Z")
	if around.From != "1996-11-01T00:00:00.000Z" || around.To != "1997-11-01T00:00:00.000Z" {
		t.Errorf("without a range it is from %s to %s", around.From, around.To)
	}
}

func TestACalendarAsItWasKnown(t *testing.T) {
	s := governed(t)
	const year = "from=1997-01-01T00:00:00Z&to=1998-01-01T00:00:00Z&now=1997-05-01T00:00:00Z"
	if known := calendarOf(t, s, year+"&asOf=1997-05-01T00:00:00Z"); len(known.Items) != 0 {
		t.Errorf("before anything was written there were %d occurrences", len(known.Items))
	}
	s.plan("spring", "northwind-strategic", "1997-04-15T08:00:00Z")
	planned := time.Now()
	for time.Now().UnixMilli() <= planned.UnixMilli() { // what was known is told apart by the millisecond
		runtime.Gosched()
	}
	before := planned.UTC().Format("2006-01-02T15:04:05.000Z")
	s.hold(t, "spring", "1997-04-15T08:00:00Z")
	state := func(query string) string {
		t.Helper()
		for _, o := range calendarOf(t, s, query).Items {
			if o.Review != nil {
				return o.State
			}
		}
		return "none"
	}
	if then, now := state(year+"&asOf="+before), state(year); then != "missed" || now != "held" {
		t.Errorf("it was known as %s, and is %s", then, now)
	}
	s.must(404, "GET", "/governancecharters/northwind-governance/compliance?asOf=1997-05-01T00:00:00Z", nil)
}

func TestCalendarsThatAreRefused(t *testing.T) {
	s := governed(t)
	for query, field := range map[string]string{
		"from=1997-01-01T00:00:00Z&to=1997-01-01T00:00:00Z": "to",
		"from=1998-01-01T00:00:00Z&to=1997-01-01T00:00:00Z": "to",
		"from=1997-01-01T00:00:00Z&to=2002-01-02T00:00:00Z": "to",
		"from=1997": "from", "to=soon": "to", "now=later": "now",
	} {
		for _, path := range []string{"/reviews/calendar", "/governancecharters/northwind-governance/compliance"} {
			problem := s.must(422, "GET", path+"?"+query, nil).problem(t)
			if len(problem.Errors) != 1 || problem.Errors[0].Path != "/query/"+field {
				t.Errorf("%s?%s: %+v", path, query, problem)
			}
		}
	}
	calendarOf(t, s, "from=1997-01-01T00:00:00Z&to=2002-01-01T00:00:00Z")
	s.as(access.None).must(401, "GET", "/reviews/calendar", nil)
	s.must(404, "GET", "/governancecharters/nowhere/compliance", nil)
	s.must(404, "GET", "/reviews/nowhere/agenda", nil)
}

func TestWhenAnUnsavedSeriesWouldMeet(t *testing.T) {
	s := governed(t)
	preview := func(rule, now string) map[string]any {
		return map[string]any{"now": now, "series": map[string]any{
			"title": "New", "tier": "operational", "scorecards": []string{"northwind"}, "charter": "northwind-governance", "committee": "commercial",
			"recurrence": map[string]any{"rrule": rule, "start": "1997-01-06T14:30", "timeZone": "Europe/London"},
		}}
	}
	var got contract.SeriesPreview
	s.must(200, "POST", "/reviewseries/preview", preview("FREQ=WEEKLY;BYDAY=WE", "1997-03-01T00:00:00Z")).into(t, &got)
	if len(got.Items) != 5 || got.Items[0].Start != "1997-03-05T14:30:00.000Z" || len(got.Items[2].Conflicts) != 0 {
		t.Errorf("preview %+v", got)
	}
	if second := got.Items[1]; len(second.Conflicts) == 0 || second.Conflicts[0].Code != "overlap" {
		t.Errorf("12 March meets the commercial review: %+v", second)
	}
	problem := s.must(422, "POST", "/reviewseries/preview", preview("FREQ=HOURLY", "1997-03-01T00:00:00Z")).problem(t)
	if len(problem.Errors) != 1 || problem.Errors[0].Path != "/series/recurrence/rrule" {
		t.Errorf("problem %+v", problem)
	}
	wrong := preview("FREQ=HOURLY", "1997-03-01T00:00:00Z")
	wrong["series"].(map[string]any)["recurrence"].(map[string]any)["timeZone"] = "Mars"
	if problem := s.must(422, "POST", "/reviewseries/preview", wrong).problem(t); len(problem.Errors) != 2 {
		t.Errorf("not everything that is wrong: %+v", problem)
	}
	s.as(access.Viewer).must(403, "POST", "/reviewseries/preview", preview("FREQ=DAILY", "1997-03-01T00:00:00Z"))
	if calendar := calendarOf(t, s, "now=1997-03-01T00:00:00Z"); len(calendar.Items) == 0 {
		t.Error("the calendar is gone")
	} else {
		for _, o := range calendar.Items {
			if o.Title == "New" {
				t.Error("the preview was saved")
			}
		}
	}
}

func TestUnresolvedItemsGoUpATier(t *testing.T) {
	s := governed(t)
	s.must(201, "POST", "/agendaitems", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "AgendaItem", "metadata": map[string]any{"name": "discounts"},
		"spec": map[string]any{"title": "Discounts", "series": "northwind-tactical", "raised": "1997-03-01T09:00:00Z", "raisedBy": "cfo"},
	})
	s.plan("march", "northwind-tactical", "1997-03-12T14:00:00Z")
	s.plan("april", "northwind-tactical", "1997-04-09T13:00:00Z")
	s.plan("board", "northwind-strategic", "1997-04-15T08:00:00Z")
	s.hold(t, "march", "1997-03-12T14:00:00Z")
	agenda := func(name, now string) contract.ReviewAgenda {
		t.Helper()
		var a contract.ReviewAgenda
		s.must(200, "GET", "/reviews/"+name+"/agenda?now="+url.QueryEscape(now), nil).into(t, &a)
		return a
	}
	if a := agenda("april", "1997-03-20T00:00:00Z"); len(a.Items) != 1 || a.Items[0].Why != "raised" || len(a.Items[0].Meetings) != 1 || len(a.Template) != 3 {
		t.Errorf("after one meeting: %+v", a)
	}
	s.hold(t, "april", "1997-04-09T13:00:00Z")
	if a := agenda("board", "1997-04-09T13:59:59Z"); len(a.Items) != 0 {
		t.Errorf("before the second one was over: %+v", a)
	}
	board := agenda("board", "1997-04-09T14:00:00Z")
	if len(board.Items) != 1 || len(board.Template) != 5 {
		t.Fatalf("the board's agenda: %+v", board)
	}
	item := board.Items[0]
	if item.Item != "discounts" || item.RaisedIn != "northwind-tactical" || item.Why != "unresolved" || len(item.Escalations) != 1 ||
		item.Escalations[0].From != "northwind-tactical" || *item.Escalations[0].Review != "april" || *item.RaisedBy != "cfo" {
		t.Errorf("item %+v", item)
	}
	if a := agenda("april", "1997-04-20T00:00:00Z"); len(a.Sent) != 1 || a.Sent[0].Escalations[0].To != "northwind-strategic" {
		t.Errorf("the tactical review doesn't tell where it went: %+v", a)
	}

	var got struct {
		Status contract.AgendaItemStatus `json:"status"`
	}
	s.must(200, "GET", "/agendaitems/discounts", nil).into(t, &got)
	if *got.Status.AgendaOf != "northwind-strategic" || len(got.Status.Meetings) != 2 || got.Status.Rule == "" {
		t.Errorf("status of the item %+v", got.Status)
	}
	for name, counts := range map[string][2]int{"northwind-strategic": {1, 0}, "northwind-tactical": {0, 1}} {
		var series struct {
			Status contract.ReviewSeriesStatus `json:"status"`
		}
		s.must(200, "GET", "/reviewseries/"+name, nil).into(t, &series)
		if len(series.Status.AgendaItems) != counts[0] || len(series.Status.SentItems) != counts[1] || series.Status.Next == nil {
			t.Errorf("status of %s: %+v", name, series.Status)
		}
	}
	if status := s.must(200, "GET", "/reviews/april", nil).review(t); len(status.SentItems) != 1 || len(status.AgendaItems) != 1 {
		t.Errorf("status of the review: %+v", status)
	}
}

func TestComplianceWithTheCharter(t *testing.T) {
	s := governed(t)
	s.plan("spring", "northwind-strategic", "1997-04-15T08:00:00Z")
	s.hold(t, "spring", "1997-04-15T08:00:00Z", "ceo", "cfo")
	sign := func(name, person string, version int) {
		s.must(201, "POST", "/chartersignatures", map[string]any{
			"apiVersion": "scorecard/v1", "kind": "CharterSignature", "metadata": map[string]any{"name": name},
			"spec": map[string]any{"charter": "northwind-governance", "person": person, "version": version, "signedOn": "1997-01-02"},
		})
	}
	sign("ceo-1", "ceo", 1)
	compliance := func() contract.Compliance {
		t.Helper()
		var c contract.Compliance
		s.must(200, "GET", "/governancecharters/northwind-governance/compliance?from=1997-01-01T00:00:00Z&to=1998-01-01T00:00:00Z&now=1998-01-05T00:00:00Z", nil).into(t, &c)
		return c
	}
	current := func(person string) bool {
		t.Helper()
		for _, state := range compliance().Signatures {
			if state.Person == person {
				return state.Current
			}
		}
		t.Fatalf("%s is missing", person)
		return false
	}
	c := compliance()
	if board := c.Reviews[0]; board.Promised != 4 || board.Held != 1 || board.Quorate != 0 || len(c.Missed) == 0 || c.Pivots == nil || c.Pivots.Promised != 2 {
		t.Errorf("compliance %+v", c)
	}
	if !current("ceo") || current("cfo") {
		t.Error("who signed isn't told from who didn't")
	}
	s.must(200, "PATCH", "/governancecharters/northwind-governance", map[string]any{"metadata": map[string]any{"labels": map[string]any{"of": "board"}}}, "If-Match", `"1"`)
	if !current("ceo") {
		t.Error("a label undid a signature")
	}
	s.must(200, "PATCH", "/governancecharters/northwind-governance", map[string]any{"spec": map[string]any{"purpose": "Another one"}}, "If-Match", `"2"`)
	if current("ceo") {
		t.Error("the signature counts for what was never signed")
	}
	sign("ceo-3", "ceo", 3)
	if !current("ceo") {
		t.Error("signed again, and not current")
	}
}

func TestADissolvedCommitteeOwesNothingAfterwards(t *testing.T) {
	s := governed(t)
	var charter contract.Resource
	s.must(200, "GET", "/governancecharters/northwind-governance", nil).into(t, &charter)
	board := charter.Spec["reviews"].([]any)[0].(map[string]any)["committee"]
	for _, committee := range charter.Spec["committees"].([]any) {
		if c := committee.(map[string]any); c["name"] == board {
			c["dissolved"] = "1997-07-01"
		}
	}
	s.must(200, "PUT", "/governancecharters/northwind-governance", charter, "If-Match", `"1"`)
	promised := func(query string) contract.PromiseCompliance {
		t.Helper()
		var c contract.Compliance
		s.must(200, "GET", "/governancecharters/northwind-governance/compliance?now=1998-01-05T00:00:00Z&"+query, nil).into(t, &c)
		return c.Reviews[0]
	}
	if year := promised("from=1997-01-01T00:00:00Z&to=1998-01-01T00:00:00Z"); year.Promised != 2 || year.Next != nil {
		t.Errorf("of the year of its end %+v", year)
	}
	if after := promised("from=1997-08-01T00:00:00Z&to=1998-01-01T00:00:00Z"); after.Compliance != nil || after.Reason == nil || after.Reason.Code != "committee" {
		t.Errorf("after its end %+v", after)
	}
}

func TestReviewsAreMadeAheadOnce(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		s.govern(t)
		now := time.Date(1997, time.April, 4, 12, 0, 0, 0, time.UTC)
		engine := resource.New(s.store, resource.Options{Now: func() time.Time { return now }})
		made := func() []string {
			t.Helper()
			var list struct {
				Items []contract.Resource `json:"items"`
			}
			s.must(200, "GET", "/reviews", nil).into(t, &list)
			var names []string
			for _, r := range list.Items {
				names = append(names, r.Metadata.Name)
				if *r.Metadata.CreatedBy != resource.Schedule || r.Spec["agenda"] == nil {
					t.Errorf("made %+v", r)
				}
			}
			return names
		}
		replica := func() *review.Service {
			return review.New(review.Config{Documents: engine, Resources: engine, Events: s.store, Snapshots: s.store, Now: func() time.Time { return now }})
		}
		var running sync.WaitGroup
		for range 4 {
			running.Go(func() {
				if err := replica().MakeAhead(context.Background(), 1); err != nil {
					t.Error(err)
				}
			})
		}
		running.Wait()
		if got := strings.Join(made(), " "); got != "northwind-strategic-1997-04-15 northwind-tactical-1997-04-09" {
			t.Errorf("made %s", got)
		}
		now = now.AddDate(0, 0, 21)
		if err := replica().MakeAhead(context.Background(), 1); err != nil || len(made()) != 2 {
			t.Errorf("made %v, %v", made(), err)
		}
		calendar := calendarOf(t, s, "from=1997-04-01T00:00:00Z&to=1997-05-01T00:00:00Z&now=1997-04-05T00:00:00Z")
		for _, o := range calendar.Items {
			if o.State != "made" || o.Review == nil {
				t.Errorf("occurrence %+v", o)
			}
		}
	})
}

func TestTheCalendarEndsWithTheYear9999(t *testing.T) {
	s := governed(t)
	for _, query := range []string{"now=9999-12-31T23:59:59Z", "from=9999-12-01T00:00:00Z"} {
		calendar := calendarOf(t, s, query)
		instants := []string{calendar.From, calendar.To}
		for _, o := range calendar.Items {
			instants = append(instants, o.Start, o.End)
			if o.DataClose != nil {
				instants = append(instants, *o.DataClose)
			}
		}
		for _, c := range calendar.DataCloses {
			instants = append(instants, c.At)
		}
		for _, instant := range instants {
			if _, err := time.Parse(time.RFC3339, instant); err != nil {
				t.Errorf("%s: %v", query, err)
			}
		}
	}
	s.must(422, "GET", "/reviews/calendar?from=9999-12-31&to=9999-12-31T00:00:00Z", nil)
}
