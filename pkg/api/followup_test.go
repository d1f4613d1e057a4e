package api_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	ical "github.com/emersion/go-ical"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func document(kind, name string, spec map[string]any) map[string]any {
	return map[string]any{"apiVersion": "scorecard/v1", "kind": kind, "metadata": map[string]any{"name": name}, "spec": spec}
}

type object = map[string]any

// followed is a server with an organisation that reviews its sales under a charter, and the people who ask.
func followed(t *testing.T) *server {
	t.Helper()
	s := newServer(t)
	s.must(200, "POST", "/apply", []any{
		document("Calendar", "cal", object{"title": "Cal", "timeZone": "UTC"}),
		document("OrgUnit", "company", object{"title": "Company", "owner": "coo"}),
		document("Strategy", "s", object{"title": "S"}),
		document("Kpi", "sales", object{
			"title": "Sales", "calendar": "cal", "frequency": "month", "source": object{"type": "manual"}, "units": []any{"company"},
			"steward": "anna", "closeDays": 5,
		}),
		document("Objective", "grow", object{"title": "Grow", "strategy": "s", "perspective": "fin", "kpis": []any{object{"kpi": "sales"}}}),
		document("Scorecard", "card", object{
			"title": "Card", "strategy": "s", "calendar": "cal", "frequency": "month", "unit": "company",
			"perspectives": []any{object{"name": "fin", "title": "Fin", "objectives": []any{object{"objective": "grow"}}}},
		}),
		document("GovernanceCharter", "charter", object{
			"title": "Charter", "committees": []any{object{"name": "board", "title": "Board", "chair": "ceo", "members": []any{"ceo", "anna"}}},
		}),
		document("ReviewSeries", "monthly", object{
			"title": "Monthly review", "tier": "tactical", "charter": "charter", "committee": "board", "scorecards": []any{"card"},
			"recurrence":  object{"rrule": "FREQ=MONTHLY", "start": "2026-01-05T09:00", "timeZone": "Europe/Berlin", "minutes": 90},
			"facilitator": "ben", "roles": object{"required": []any{"ceo"}, "optional": []any{"anna"}},
		}),
		document("Review", "april", object{"series": "monthly", "start": "2026-04-05T07:00:00Z"}),
	})
	return s
}

// called gives the same server, asked by a person.
func (s *server) called(login string, role access.Role) *server {
	s.caller = access.Caller{Org: 1, Login: login, Email: login + "@example.org", Role: role}
	return s
}

func (s *server) register(t *testing.T, query string) contract.Register {
	t.Helper()
	var register contract.Register
	s.must(200, "GET", "/register?"+query, nil).into(t, &register)
	return register
}

func namesOf(register contract.Register) string {
	names := make([]string, len(register.Items))
	for i, row := range register.Items {
		names[i] = row.Ref.Name
	}
	return strings.Join(names, " ")
}

func TestRegisterOfAllSources(t *testing.T) {
	s := followed(t)
	april := object{"kind": "Review", "name": "april"}
	s.must(200, "POST", "/apply", []any{
		document("Action", "ship", object{"title": "Ship earlier", "owner": "anna", "due": "2026-05-04", "source": april, "kpi": "sales"}),
		document("Action", "call", object{"title": "Call everybody", "owner": "ben", "due": "2026-06-01", "state": "blocked", "about": []any{object{"kind": "Objective", "name": "grow"}}}),
		document("Action", "told", object{"title": "Told", "owner": "anna", "due": "2026-03-01", "state": "done", "closedOn": "2026-02-20", "evidence": "mail"}),
		document("Decision", "price", object{"title": "Raise the price", "owner": "anna", "state": "open", "due": "2026-05-20", "review": "april", "options": []any{"yes", "no"}}),
	})
	const now = "&now=2026-05-11T22:00:00Z" // the end of 11 May in Berlin
	for query, want := range map[string]string{
		"":                       "ship price call told",
		"mine=true":              "ship price told",
		"owner=BEN":              "call",
		"state=blocked,done":     "call told",
		"state=waiting":          "ship price call",
		"state=closed":           "told",
		"overdue=true":           "ship",
		"escalated=true":         "ship",
		"type=decision":          "price",
		"kpi=sales":              "ship",
		"objective=grow":         "call",
		"review=april":           "ship price",
		"series=monthly":         "ship price",
		"committee=board":        "ship price",
		"q=EVERY":                "call",
		"sort=title":             "call price ship told",
		"sort=-title":            "told ship price call",
		"sort=owner&type=action": "ship told call",
	} {
		if got := namesOf(s.called("anna", access.Viewer).register(t, query+now)); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	all := s.register(t, now[1:])
	ship := all.Items[0]
	if e := ship.Escalation; e == nil || e.To == nil || *e.To != "ceo" || e.At != "2026-05-11T22:00:00.000Z" {
		t.Errorf("escalation %+v", e)
	}
	if sum := all.Summary; sum.Total != 4 || sum.Open != 3 || sum.Overdue != 1 || sum.Closed != 1 || sum.OnTime == nil || *sum.OnTime != 0.5 {
		t.Errorf("summary %+v", sum)
	}
	var pages []string
	for cursor := ""; ; {
		page := s.register(t, "limit=1&sort=due"+now+"&cursor="+url.QueryEscape(cursor))
		pages = append(pages, namesOf(page))
		if page.Summary.Total != 4 {
			t.Errorf("summary of a page %+v", page.Summary)
		}
		if page.Next == nil {
			break
		}
		cursor = *page.Next
	}
	if got := strings.Join(pages, " "); got != "told ship price call" {
		t.Errorf("page by page: %s", got)
	}
	for _, query := range []string{"state=late", "type=review", "sort=colour", "sort=-", "limit=0", "limit=1001", "cursor=!", "cursor=garbage", "mine=maybe", "now=yesterday"} {
		s.must(422, "GET", "/register?"+query, nil).problem(t)
	}
}

func TestStatusOfAnActionSaysWhatTheRegisterSays(t *testing.T) {
	s := followed(t)
	s.must(201, "POST", "/actions", document("Action", "ship", object{"title": "Ship", "owner": "anna", "due": "2026-01-05"}))
	var action contract.Resource
	s.must(200, "GET", "/actions/ship", nil).into(t, &action)
	inputs, _ := action.Status["inputs"].(object)
	if action.Status["overdue"] != true || action.Status["rule"] != "register/1" || inputs["escalateAfterDays"] != 7.0 || inputs["timeZone"] != "UTC" {
		t.Errorf("status %+v", action.Status)
	}
	var list contract.ResourceList
	s.must(200, "GET", "/actions", nil).into(t, &list)
	if len(list.Items) != 1 || list.Items[0].Status["overdue"] != true {
		t.Errorf("list %+v", list.Items)
	}
}

func TestDecisionsOnTrial(t *testing.T) {
	s := followed(t)
	rows := []any{}
	for month, value := range []float64{100, 110, 120, 130, 125} {
		rows = append(rows, object{"kpi": "sales", "unit": "company", "period": fmt.Sprintf("2026-%02d", month+1), "value": value})
	}
	s.must(200, "POST", "/submissions", object{"rows": rows})
	decide := func(name, sign string, size any, by string, p float64) any {
		effect := object{"kpi": "sales", "sign": sign, "by": by, "probability": p}
		if size != nil {
			effect["size"] = size
		}
		return document("Decision", name, object{"title": name, "charter": "charter", "committee": "board", "decidedOn": "2026-03-10", "expectedEffect": effect})
	}
	s.must(200, "POST", "/apply", []any{
		decide("held", "up", 20, "2026-04", 0.9), decide("failed", "up", 20, "2026-05", 0.8), decide("moved", "up", nil, "2026-05-31", 0.6),
		decide("later", "up", nil, "2026-09", 0.5), decide("unmeasured", "down", nil, "2026-06", 0.5),
	})
	var c contract.Calibration
	s.must(200, "GET", "/governancecharters/charter/calibration?now=2026-07-20T00:00:00Z", nil).into(t, &c)
	states := map[string]string{}
	for _, d := range c.Decisions {
		states[d.Ref.Name] = d.Effect.State
	}
	if want := "map[failed:failed held:held later:pending moved:held unmeasured:notEvaluable]"; fmt.Sprint(states) != want {
		t.Errorf("states %v", states)
	}
	// (0.9−1)² = 0.01, (0.8−0)² = 0.64, (0.6−1)² = 0.16: together 0.81, of three 0.27.
	board := c.Committees[0]
	if board.Checked != 3 || board.Pending != 1 || board.NotEvaluable != 1 || board.Brier == nil || *board.Brier < 0.2699999 || *board.Brier > 0.2700001 {
		t.Errorf("board %+v", board)
	}
	register := s.register(t, "kpi=sales&q=failed&now=2026-07-20T00:00:00Z")
	effect := register.Items[0].Effect
	if effect == nil || *effect.Before != 110 || *effect.After != 125 || *effect.Change != 15 || effect.State != "failed" || *effect.Unit != "company" {
		t.Errorf("effect %+v", effect)
	}
	s.must(404, "GET", "/governancecharters/none/calibration", nil).problem(t)
	s.must(200, "GET", "/governancecharters/charter/calibration?now=2026-03-11T00:00:00Z", nil).into(t, &c)
	if c.Committees[0].Brier != nil || c.Committees[0].Reason == nil {
		t.Errorf("before any came out: %+v", c.Committees[0])
	}
}

func (s *server) calendar(t *testing.T, path string) (string, map[string]*ical.Component) {
	t.Helper()
	answer := s.must(200, "GET", path, nil)
	if got := answer.header.Get("Content-Type"); !strings.HasPrefix(got, "text/calendar") {
		t.Errorf("content type %s", got)
	}
	calendar, err := ical.NewDecoder(strings.NewReader(string(answer.raw))).Decode()
	if err != nil {
		t.Fatalf("an independent parser can't read it: %v\n%s", err, answer.raw)
	}
	events := map[string]*ical.Component{}
	for _, child := range calendar.Children {
		events[child.Props.Get(ical.PropUID).Value] = child
	}
	return string(answer.raw), events
}

func property(t *testing.T, c *ical.Component, name string) string {
	t.Helper()
	if c == nil || c.Props.Get(name) == nil {
		t.Fatalf("no %s in %+v", name, c)
	}
	value, err := c.Props.Text(name)
	if err != nil {
		return c.Props.Get(name).Value
	}
	return value
}

func TestCalendarFeed(t *testing.T) {
	s := followed(t)
	awkward := "Résumé; “50 %”, back\\slash: " + strings.Repeat("länge ", 25) + "\nsecond line"
	s.must(200, "POST", "/apply", []any{
		document("Action", "ship", object{"title": "Ship, soon; or later", "description": awkward, "owner": "ANNA@example.org", "due": "2026-05-04"}),
		document("Action", "gone", object{"title": "Gone", "owner": "anna", "due": "2026-05-04", "state": "cancelled"}),
		document("Action", "done", object{"title": "Done", "owner": "anna", "due": "2026-05-04", "state": "done"}),
		document("Action", "other", object{"title": "Other", "owner": "ben", "due": "2026-05-04"}),
		document("Decision", "price", object{"title": "Price", "owner": "anna", "state": "open", "due": "2026-05-20"}),
	})
	anna := s.called("anna", access.Viewer)
	var made contract.FeedToken
	anna.must(201, "POST", "/feedtokens", object{"title": "Phone"}).into(t, &made)
	if made.Token == nil || made.Path == nil || made.Person != "anna" || len(*made.Token) < 40 {
		t.Fatalf("made %+v", made)
	}
	raw, events := anna.calendar(t, *made.Path)
	for _, line := range strings.Split(strings.TrimSuffix(raw, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	if len(events) != 4 {
		t.Fatalf("events %v", raw)
	}
	ship := events["action-ship.org1@bsc-scorecard-app"]
	if got := property(t, ship, "SUMMARY"); got != "Due: Ship, soon; or later" {
		t.Errorf("summary %q", got)
	}
	if got := property(t, ship, "DESCRIPTION"); !strings.HasSuffix(got, awkward) {
		t.Errorf("description %q", got)
	}
	if property(t, ship, "DTSTART") != "20260504" || property(t, ship, "DTEND") != "20260505" || property(t, ship, "SEQUENCE") != "1" {
		t.Errorf("event %+v", ship.Props)
	}
	if got := property(t, events["action-gone.org1@bsc-scorecard-app"], "STATUS"); got != "CANCELLED" {
		t.Errorf("status %s", got)
	}
	april := events["review-april.org1@bsc-scorecard-app"]
	if property(t, april, "DTSTART") != "20260405T070000Z" || property(t, april, "DTEND") != "20260405T083000Z" || property(t, april, "SUMMARY") != "Monthly review" {
		t.Errorf("review %+v", april.Props)
	}

	s.called("admin", access.Admin).must(200, "POST", "/apply", []any{
		document("Action", "ship", object{"title": "Ship", "owner": "anna", "due": "2026-05-11"}),
	})
	_, later := s.called("anna", access.Viewer).calendar(t, *made.Path)
	if got := property(t, later["action-ship.org1@bsc-scorecard-app"], "SEQUENCE"); got != "2" {
		t.Errorf("sequence after a change: %s", got)
	}
}

func TestFeedTokensArePersonalSecretAndRevocable(t *testing.T) {
	s := followed(t)
	var anna, ben, list contract.FeedToken
	s.called("anna", access.Viewer).must(201, "POST", "/feedtokens", nil).into(t, &anna)
	s.called("ben", access.Viewer).must(201, "POST", "/feedtokens", object{}).into(t, &ben)
	s.must(422, "POST", "/feedtokens", object{"person": "anna"}).problem(t)
	var own contract.FeedTokenList
	raw := s.must(200, "GET", "/feedtokens", nil)
	raw.into(t, &own)
	if len(own.Items) != 1 || own.Items[0].ID != ben.ID || strings.Contains(string(raw.raw), *ben.Token) {
		t.Errorf("ben's feeds: %s", raw.raw)
	}
	s.must(404, "DELETE", "/feedtokens/"+anna.ID, nil).problem(t)
	s.must(200, "GET", *anna.Path, nil)
	s.must(404, "GET", *anna.Path+"x", nil).problem(t)
	s.must(404, "GET", "/actions/feed.ics", nil).problem(t)
	s.called("anna", access.Viewer).must(204, "DELETE", "/feedtokens/"+anna.ID, nil)
	s.must(404, "GET", *anna.Path, nil).problem(t)
	s.called("admin", access.Admin).must(200, "GET", "/feedtokens", nil).into(t, &own)
	if len(own.Items) != 2 {
		t.Errorf("an administrator sees %+v", own.Items)
	}
	s.must(204, "DELETE", "/feedtokens/"+ben.ID, nil)
	s.must(404, "GET", *ben.Path, nil).problem(t)
	for _, item := range own.Items {
		if item.ID == anna.ID {
			list = item
		}
	}
	if list.LastUsedAt == nil || list.RevokedAt == nil || list.Token != nil {
		t.Errorf("anna's feed %+v", list)
	}
}

func TestMyWork(t *testing.T) {
	s := followed(t)
	// The month before closed with its end, so that its value is overdue on every day of this month.
	s.must(200, "PATCH", "/kpis/sales", object{"spec": object{"closeDays": 0}}, "If-Match", `"1"`)
	due := time.Now().UTC().AddDate(0, 0, 2).Format(time.DateOnly)
	s.must(200, "POST", "/apply", []any{
		document("Action", "late", object{"title": "Late", "owner": "anna", "due": "2026-01-04", "source": object{"kind": "Review", "name": "april"}}),
		document("Action", "soon", object{"title": "Soon", "owner": "anna", "due": due}),
		document("Action", "theirs", object{"title": "Theirs", "owner": "ben", "due": due}),
		document("Review", "next", object{"series": "monthly", "start": due + "T07:00:00Z"}),
	})
	work := func(login string) contract.MyWork {
		t.Helper()
		var work contract.MyWork
		s.called(login, access.Viewer).must(200, "GET", "/mywork", nil).into(t, &work)
		return work
	}
	types := func(work contract.MyWork) string {
		var seen []string
		for _, item := range work.Items {
			name := ""
			if item.Ref != nil {
				name = " " + item.Ref.Name
			}
			seen = append(seen, item.Type+name)
		}
		return strings.Join(seen, ", ")
	}
	anna := work("anna")
	if got := types(anna); got != "action late, submission sales, review next, action soon, signature charter" {
		t.Errorf("anna's work: %s", got)
	}
	if got := types(work("ceo")); got != "escalation late, missedReview monthly, review next, signature charter" {
		t.Errorf("ceo's work: %s", got)
	}
	if got := anna.Items[2].Why; got != "You may take part. Its report is not frozen yet." {
		t.Errorf("the review: %s", got)
	}
	if anna.SeenAt != nil || len(anna.Changes) == 0 {
		t.Errorf("changes %+v", anna.Changes)
	}
	s.called("anna", access.Viewer).must(204, "POST", "/mywork/seen", nil)
	if again := work("anna"); again.SeenAt == nil || len(again.Changes) != 0 {
		t.Errorf("after looking: %+v", again)
	}
}

func TestRegisterOf5000Actions(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	s := followed(t)
	documents := make([]any, 5000)
	for i := range documents {
		documents[i] = document("Action", fmt.Sprintf("a-%04d", i), object{
			"title": fmt.Sprintf("Action %d", i%1000), "owner": fmt.Sprintf("p%d", i%50), "due": fmt.Sprintf("2026-%02d-%02d", i%12+1, i%28+1),
			"source": object{"kind": "Review", "name": "april"},
		})
	}
	s.must(200, "POST", "/apply", documents)
	s.register(t, "limit=1")
	fastest := time.Hour
	for range 5 {
		start := time.Now()
		if got := s.register(t, "limit=100&sort=due"); got.Summary.Total != 5000 || len(got.Items) != 100 || got.Next == nil {
			t.Fatalf("summary %+v", got.Summary)
		}
		fastest = min(fastest, time.Since(start))
	}
	if fastest > 300*time.Millisecond {
		t.Errorf("a page of 5,000 took %v", fastest)
	}
	t.Log("a page of 5,000:", fastest)
}
