package plugin

import (
	"context"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

// office is what governance answers in these tests, and what it was asked.
type office struct {
	calendar  contract.ReviewCalendar
	decided   []governance.Decided
	pages     []contract.Register
	asked     review.RangeQuery
	decisions review.DecisionsQuery
	register  []followup.RegisterQuery
}

func (o *office) Calendar(_ context.Context, _ access.Filter, q review.RangeQuery) (contract.ReviewCalendar, error) {
	o.asked = q
	return o.calendar, nil
}

func (o *office) Decisions(_ context.Context, _ access.Filter, q review.DecisionsQuery) ([]governance.Decided, error) {
	o.decisions = q
	return o.decided, nil
}

func (o *office) Register(_ context.Context, _ access.Filter, q followup.RegisterQuery) (contract.Register, error) {
	o.register = append(o.register, q)
	return o.pages[len(o.register)-1], nil
}

var (
	viewer = access.For(access.Caller{Org: 1, Login: "vic", Role: access.Viewer})
	spring = backend.TimeRange{From: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}
)

func (o *office) answer(t *testing.T, query string, span backend.TimeRange, computed bool) (*data.Frame, error) {
	t.Helper()
	frames, err := (&dataQueries{reviews: o, register: o, computed: computed}).answer(context.Background(), viewer, backend.DataQuery{
		JSON: []byte(query), TimeRange: span,
	})
	if err != nil {
		return nil, err
	}
	if len(frames) != 1 {
		t.Fatalf("%d frames", len(frames))
	}
	return frames[0], nil
}

func at(t *testing.T, frame *data.Frame, field string, row int) any {
	t.Helper()
	f, _ := frame.FieldByName(field)
	if f == nil {
		t.Fatalf("no field %s in %v", field, frame)
	}
	value, _ := f.ConcreteAt(row)
	return value
}

func TestReviewsAsAnnotations(t *testing.T) {
	o := &office{calendar: contract.ReviewCalendar{Items: []contract.Occurrence{
		{Title: "Board", Tier: "strategic", State: "held", Start: "2026-04-15T08:00:00Z", End: "2026-04-15T10:00:00Z", Scorecards: []string{"card"},
			SeriesTitle: "Board reviews", CommitteeTitle: new("Executive board"), Period: new("2026-Q1"), Conflicts: []contract.Conflict{{Message: "before its data close"}}},
		{Title: "Other", Tier: "tactical", State: "missed", Start: "2026-04-16T08:00:00Z", End: "2026-04-16T10:00:00Z", Scorecards: []string{"other"}},
	}}}
	frame, err := o.answer(t, `{"queryType": "reviews", "scorecard": "card"}`, spring, false)
	if err != nil || frame.Rows() != 1 {
		t.Fatalf("%v, %v", frame, err)
	}
	if !o.asked.From.Equal(spring.From) || !o.asked.To.Equal(spring.To) {
		t.Errorf("asked for %v … %v", o.asked.From, o.asked.To)
	}
	for field, want := range map[string]any{
		"title": "Board", "text": "strategic review, held; of 2026-Q1; before its data close", "tags": "review,strategic,held",
		"time": time.Date(2026, 4, 15, 8, 0, 0, 0, time.UTC), "timeEnd": time.Date(2026, 4, 15, 10, 0, 0, 0, time.UTC), "tier": "strategic",
		"seriesTitle": "Board reviews", "committeeTitle": "Executive board",
	} {
		if got := at(t, frame, field, 0); got != want {
			t.Errorf("%s is %v, expected %v", field, got, want)
		}
	}
	if frame, err := o.answer(t, `{"queryType": "reviews"}`, spring, false); err != nil || frame.Rows() != 2 {
		t.Errorf("of every scorecard: %v, %v", frame, err)
	}
}

func TestLongTimeRangesAreCutAtTheirBeginning(t *testing.T) {
	o := &office{}
	long := backend.TimeRange{From: time.Unix(0, 0), To: spring.To}
	if _, err := o.answer(t, `{"queryType": "reviews"}`, long, false); err != nil || !o.asked.From.Equal(spring.To.AddDate(-5, 0, 0)) {
		t.Errorf("asked from %v, %v", o.asked.From, err)
	}
	o.asked = review.RangeQuery{}
	if frame, err := o.answer(t, `{"queryType": "reviews"}`, backend.TimeRange{From: spring.To, To: spring.To}, false); err != nil || frame.Rows() != 0 || o.asked.From != nil {
		t.Errorf("of no time: %v, %v", frame, err)
	}
}

func TestTheNextReviews(t *testing.T) {
	o := &office{}
	if _, err := o.answer(t, `{"queryType": "reviews", "show": "next"}`, spring, false); err != nil ||
		!o.asked.From.Equal(spring.To) || !o.asked.To.Equal(time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("asked for %v … %v, %v", o.asked.From, o.asked.To, err)
	}
}

func TestDecisionsAsAnnotations(t *testing.T) {
	o := &office{decided: []governance.Decided{{
		Name: "price", At: spring.From, Provenance: governance.Provenance{Committee: "board", Review: "april"},
		CommitteeTitle: "Executive board", ReviewTitle: "April review", KpiTitle: "Margin",
		Spec: contract.DecisionSpec{Title: "Raise prices", Chosen: new("by 2 %"), Rationale: new("Costs rose."),
			ExpectedEffect: &contract.ExpectedEffect{Kpi: "margin", Sign: "up", Probability: 0.7}},
	}}}
	frame, err := o.answer(t, `{"queryType": "decisions", "scorecard": "card", "kpi": "margin"}`, spring, false)
	if err != nil || frame.Rows() != 1 || o.decisions.Scorecard != "card" || o.decisions.Kpi != "margin" {
		t.Fatalf("%v, %v", frame, err)
	}
	for field, want := range map[string]any{
		"time": spring.From, "title": "Raise prices", "text": "Chosen: by 2 %\nCosts rose.\nExpected: Margin up, 70 % likely",
		"tags": "decision,board", "kpi": "margin", "review": "april", "decision": "price",
		"committeeTitle": "Executive board", "kpiTitle": "Margin", "reviewTitle": "April review",
	} {
		if got := at(t, frame, field, 0); got != want {
			t.Errorf("%s is %q, expected %q", field, got, want)
		}
	}
}

func TestRegisterAsRowsAndAsOneNumber(t *testing.T) {
	row := contract.RegisterRow{
		Ref: contract.Ref{Kind: "Action", Name: "train"}, Title: "Train", State: "open", Due: new("2026-05-01"), Overdue: true, Slips: 2,
		Escalation:     &contract.Escalation{Reason: contract.Reason{Message: "20 days overdue"}},
		CommitteeTitle: new("Executive board"), KpiTitle: new("Margin"), SeriesTitle: new("Board reviews"), ReviewTitle: new("April review"),
	}
	pages := []contract.Register{{Items: []contract.RegisterRow{row}, Next: new("more")}, {Items: []contract.RegisterRow{row}}}
	o := &office{pages: pages}
	frame, err := o.answer(t, `{"queryType": "register", "owner": "ann", "kpi": "margin"}`, spring, false)
	if err != nil || frame.Rows() != 2 || len(o.register) != 2 || o.register[1].Cursor != "more" {
		t.Fatalf("%v, %v, asked %+v", frame, err, o.register)
	}
	if q := o.register[0]; len(q.States) != 1 || q.States[0] != followup.Waiting || q.Owner != "ann" || q.Kpi != "margin" {
		t.Errorf("asked %+v", q)
	}
	for field, want := range map[string]any{
		"title": "Train", "type": "action", "due": time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC), "overdue": true, "slips": int64(2), "escalated": "20 days overdue",
		"committeeTitle": "Executive board", "kpiTitle": "Margin", "seriesTitle": "Board reviews", "reviewTitle": "April review",
	} {
		if got := at(t, frame, field, 0); got != want {
			t.Errorf("%s is %v, expected %v", field, got, want)
		}
	}
	counted := contract.Register{Summary: contract.RegisterSummary{Overdue: 3, Open: 9, Escalated: 1}}
	for _, c := range []struct {
		query    string
		computed bool
		field    string
		want     float64
	}{
		{`{"queryType": "register"}`, true, "overdue", 3},
		{`{"queryType": "register", "field": "open"}`, false, "open", 9},
		{`{"queryType": "register", "field": "escalated"}`, true, "escalated", 1},
	} {
		o := &office{pages: []contract.Register{counted}}
		frame, err := o.answer(t, c.query, spring, c.computed)
		if err != nil || len(frame.Fields) != 2 || at(t, frame, c.field, 0) != c.want || at(t, frame, "time", 0) != spring.To {
			t.Errorf("%s: %v, %v", c.query, frame, err)
		}
	}
}

func TestGovernanceQueriesRefuse(t *testing.T) {
	for _, query := range []string{
		`{"queryType": "register", "field": "score"}`, `{"queryType": "register", "show": "some"}`, `{"queryType": "reviews", "show": "overdue"}`, `{"queryType": "meetings", "scorecard": "card"}`,
	} {
		if _, err := (&office{pages: make([]contract.Register, 1)}).answer(t, query, spring, false); err == nil {
			t.Errorf("%s is answered", query)
		}
	}
}
