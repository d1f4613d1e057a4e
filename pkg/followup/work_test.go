package followup

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

func ptr[T any](v T) *T { return &v }

func day(text string) time.Time {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return at
}

// world stands in for everything that the service asks.
type world struct {
	documents   governance.Documents
	observed    evaluate.Observations
	runs        []contract.Run
	seen        map[string]time.Time
	history     []resource.HistoryRecord
	occurrences []contract.Occurrence
	drifted     map[string]bool
	frozen      map[string]bool
	deliveries  []report.Delivery
	raised      []review.RaisedItem
	views       views
	roll        roll
	now         time.Time
}

func (w *world) Governance(context.Context, access.Filter, *time.Time) (governance.Documents, error) {
	return w.documents, nil
}

func (w *world) History(context.Context, access.Filter, string, string) (contract.History, error) {
	return contract.History{}, nil
}

func (w *world) Observations(context.Context, int64, []evaluate.Window, *time.Time) (*evaluate.Observations, error) {
	return &w.observed, nil
}

func (w *world) List(context.Context, access.Filter, int, string) ([]contract.Run, string, error) {
	return w.runs, "", nil
}

func (w *world) Seen(_ context.Context, _ int64, person string) (time.Time, error) {
	return w.seen[person], nil
}

func (w *world) MarkSeen(_ context.Context, _ int64, person string, at time.Time) error {
	w.seen[person] = at
	return nil
}

func (w *world) Changes(_ context.Context, _ int64, since time.Time, limit int) ([]resource.HistoryRecord, error) {
	var found []resource.HistoryRecord
	for _, record := range w.history {
		if record.UpdatedAt.After(since) && len(found) < limit {
			found = append(found, record)
		}
	}
	return found, nil
}

func (w *world) Calendar(context.Context, access.Filter, review.RangeQuery) (contract.ReviewCalendar, error) {
	return contract.ReviewCalendar{Items: w.occurrences}, nil
}

func (w *world) SeriesDiscipline(_ context.Context, _ access.Filter, q review.SeriesQuery) (contract.SeriesDiscipline, error) {
	return contract.SeriesDiscipline{DriftAlert: w.drifted[q.Series], DriftLimit: 0.25}, nil
}

func (w *world) Snapshot(_ context.Context, _ access.Filter, name string) (contract.Snapshot, error) {
	if !w.frozen[name] {
		return contract.Snapshot{}, &report.MissingError{Detail: "not frozen"}
	}
	return contract.Snapshot{}, nil
}

func (w *world) Inbox(context.Context, access.Filter, time.Time) ([]report.Delivery, error) {
	return w.deliveries, nil
}

func (w *world) RaisedItems(context.Context, access.Filter, *time.Time, time.Time) ([]review.RaisedItem, error) {
	return w.raised, nil
}

func (w *world) service() *Service {
	return New(Config{
		Documents: w, Observations: w, Runs: w, Work: w, Reviews: w, Reports: w, Teams: &w.roll, Scores: &w.views, Now: func() time.Time { return w.now },
	})
}

var anna = access.For(access.Caller{Org: 1, Login: "anna", Role: access.Editor})

// stewarded is a world in which anna is steward of a manual KPI at two units, on 4 May 2026.
func stewarded() *world {
	return &world{
		documents: governance.Documents{
			Calendars: map[string]contract.CalendarSpec{"cal": {TimeZone: "UTC"}},
			Units: map[string]contract.OrgUnitSpec{
				"company": {}, "north": {Parent: ptr("company")}, "south": {Parent: ptr("company")}, "depot": {Parent: ptr("south")},
			},
			Kpis: map[string]contract.KpiSpec{"surveys": {
				Title: "Surveys", Calendar: "cal", Frequency: "month", Steward: ptr("Anna"), Units: []string{"north", "south"},
				Source: contract.KpiSource{Type: "manual"}, CloseDays: ptr(int64(5)),
			}},
		},
		observed: evaluate.Observations{Units: []string{"north", "south", "depot"}},
		seen:     map[string]time.Time{},
		now:      day("2026-05-04"),
	}
}

func (w *world) work(t *testing.T) contract.MyWork {
	t.Helper()
	work, err := w.service().MyWork(t.Context(), anna, Moment{})
	if err != nil {
		t.Fatal(err)
	}
	return work
}

func only(t *testing.T, work contract.MyWork, kind string) *contract.WorkItem {
	t.Helper()
	var found *contract.WorkItem
	for i := range work.Items {
		if work.Items[i].Type == kind {
			if found != nil {
				t.Fatalf("several of %s: %+v", kind, work.Items)
			}
			found = &work.Items[i]
		}
	}
	return found
}

func pages(period string, cells map[int32]evaluate.Cell) map[string]map[string]evaluate.Page {
	var page evaluate.Page
	for unit := range int32(3) {
		if cell, ok := cells[unit]; ok {
			page.Unit, page.Cell = append(page.Unit, unit), append(page.Cell, cell)
		}
	}
	return map[string]map[string]evaluate.Page{"surveys": {period: page}}
}

func TestSubmissionsThatAreDue(t *testing.T) {
	for name, c := range map[string]struct {
		cells   map[int32]evaluate.Cell
		now     string
		why     string
		overdue bool
	}{
		"nobody has reported":      {nil, "2026-05-04", "by north, south", false},
		"one unit has":             {map[int32]evaluate.Cell{0: {Value: 1}}, "2026-05-05", "by south", false},
		"a unit below has":         {map[int32]evaluate.Cell{0: {Value: 1}, 2: {Value: 1}}, "2026-05-04", "", false},
		"the period has closed":    {nil, "2026-05-07", "by north, south", true},
		"what is in quarantine":    {map[int32]evaluate.Cell{0: {Value: 1}, 1: {Quarantined: true}}, "2026-05-04", "by south", false},
		"everybody reported early": {map[int32]evaluate.Cell{0: {}, 1: {}}, "2026-05-04", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			w := stewarded()
			w.now, w.observed.Pages = day(c.now), pages("2026-04", c.cells)
			item := only(t, w.work(t), "submission")
			if c.why == "" {
				if item != nil {
					t.Errorf("item %+v", item)
				}
				return
			}
			if item == nil || !strings.Contains(item.Why, "2026-04 "+c.why+".") || item.Overdue != c.overdue || *item.Due != "2026-05-07T00:00:00.000Z" {
				t.Errorf("item %+v", item)
			}
		})
	}
}

func TestValuesThatWait(t *testing.T) {
	w := stewarded()
	w.observed.Pages = pages("2026-04", map[int32]evaluate.Cell{
		0: {Quarantined: true, ChangedAt: day("2026-05-02").UnixMilli()}, 1: {Quarantined: true, ChangedAt: day("2026-05-01").UnixMilli()},
	})
	item := only(t, w.work(t), "quarantine")
	if item == nil || item.Why != "2 values of 2026-04 are in quarantine." || *item.Since != "2026-05-01T00:00:00.000Z" {
		t.Errorf("item %+v", item)
	}
	kpi := w.documents.Kpis["surveys"]
	kpi.Source.Approval = ptr(true)
	w.documents.Kpis["surveys"] = kpi
	if item := only(t, w.work(t), "approval"); item == nil || item.Why != "2 values of 2026-04 wait for a second person." {
		t.Errorf("item %+v", item)
	}
	if item := only(t, w.work(t), "submission"); item != nil {
		t.Errorf("submitted and waiting is submitted: %+v", item)
	}
}

func TestOnlyTheNewestRunOfAKpiCounts(t *testing.T) {
	run := func(id, state string, finished bool) contract.Run {
		r := contract.Run{ID: id, Kpis: []contract.RunKpi{
			{Kpi: "surveys", State: state, Errors: []contract.CellError{{Message: "timeout"}}}, {Kpi: "other", State: "failed"},
		}}
		if finished {
			r.FinishedAt = ptr("2026-05-03T00:00:00Z")
		}
		return r
	}
	for name, c := range map[string]struct {
		runs []contract.Run
		id   string
	}{
		"failed":                     {[]contract.Run{run("2", "failed", true), run("1", "succeeded", true)}, "2"},
		"succeeded since":            {[]contract.Run{run("2", "succeeded", true), run("1", "failed", true)}, ""},
		"another one is on its way":  {[]contract.Run{run("3", "queued", false), run("2", "failed", true)}, "2"},
		"somebody else's KPI failed": {nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := stewarded()
			w.runs = c.runs
			item := only(t, w.work(t), "run")
			if (item == nil) != (c.id == "") || item != nil && (*item.ID != c.id || item.Why != "Its collection failed: timeout") {
				t.Errorf("item %+v", item)
			}
		})
	}
}

func TestWhatAChairAndAParticipantAreTold(t *testing.T) {
	w := stewarded()
	w.documents.Charters = map[string]contract.GovernanceCharterSpec{"charter": {
		Title: "Charter", Committees: []contract.Committee{{Name: "board", Chair: ptr("anna")}},
	}}
	w.documents.Series = map[string]contract.ReviewSeriesSpec{
		"monthly": {Title: "Monthly", Charter: ptr("charter"), Committee: ptr("board"), Facilitator: ptr("anna")},
		"others":  {Title: "Others", Charter: ptr("charter"), Committee: ptr("other")},
	}
	w.documents.Reviews = map[string]contract.ReviewSpec{
		"may": {Series: "monthly", Start: "2026-05-10T09:00:00Z"}, "june": {Series: "monthly", Start: "2026-06-10T09:00:00Z"},
		"off": {Series: "monthly", Start: "2026-05-08T09:00:00Z", Cancelled: ptr("holiday")},
	}
	w.occurrences = []contract.Occurrence{
		{Series: "monthly", Title: "Monthly", State: "missed", Start: "2026-03-10T09:00:00Z"},
		{Series: "monthly", Title: "Monthly", State: "held", Start: "2026-04-10T09:00:00Z"},
		{Series: "others", Title: "Others", State: "missed", Start: "2026-03-10T09:00:00Z"},
	}
	w.drifted = map[string]bool{"monthly": true, "others": true}
	w.deliveries = []report.Delivery{{Review: "may", At: day("2026-05-03")}}
	work := w.work(t)
	if item := only(t, work, "missedReview"); item == nil || item.Ref.Name != "monthly" || !strings.Contains(item.Why, "2026-03-10.") {
		t.Errorf("missed %+v", item)
	}
	if item := only(t, work, "drift"); item == nil || item.Ref.Name != "monthly" {
		t.Errorf("drift %+v", item)
	}
	if item := only(t, work, "review"); item == nil || item.Ref.Name != "may" || item.Why != "You facilitate it. Its report is not frozen yet." {
		t.Errorf("review %+v", item)
	}
	if item := only(t, work, "report"); item == nil || item.Title != "Monthly" {
		t.Errorf("report %+v", item)
	}
	if item := only(t, work, "signature"); item == nil {
		t.Errorf("no signature in %+v", work.Items)
	}
	w.documents.Signatures = map[string]contract.CharterSignatureSpec{"s": {Charter: "charter", Person: "ANNA", Version: 0}}
	w.frozen = map[string]bool{"may": true}
	work = w.work(t)
	if only(t, work, "signature") != nil || only(t, work, "review").Why != "You facilitate it." {
		t.Errorf("items %+v", work.Items)
	}
}

func TestWhatChanged(t *testing.T) {
	w := stewarded()
	change := func(kind, name, by, at, spec string) resource.HistoryRecord {
		return resource.HistoryRecord{Action: "changed", Stored: resource.Stored{
			Kind: kind, Name: name, UpdatedBy: by, UpdatedAt: day(at), Document: []byte(`{"spec": ` + spec + `}`),
		}}
	}
	w.history = []resource.HistoryRecord{
		change("Kpi", "own", "ben", "2026-05-03", `{"title": "Own", "owner": "anna"}`),
		change("Kpi", "by-herself", "anna", "2026-05-03", `{"owner": "anna"}`),
		change("Kpi", "others", "ben", "2026-05-03", `{"owner": "ben"}`),
		change("Scorecard", "card", "ben", "2026-05-02", `{"title": "Card"}`),
		change("Scorecard", "old", "ben", "2026-04-01", `{"title": "Old"}`),
	}
	names := func() string {
		var names []string
		for _, c := range w.work(t).Changes {
			names = append(names, c.Ref.Name)
		}
		return strings.Join(names, " ")
	}
	if got := names(); got != "own card" {
		t.Errorf("at the first look: %s", got)
	}
	w.seen["anna"] = day("2026-05-02")
	if got := names(); got != "own" {
		t.Errorf("since the last: %s", got)
	}
	w.seen["anna"] = day("2027-05-02")
	if got := names(); got != "own card" {
		t.Errorf("seen by a clock that was ahead: %s", got)
	}
	w.history = nil
	for range 60 {
		w.history = append(w.history, change("Scorecard", "card", "ben", "2026-05-03", `{}`))
	}
	if work := w.work(t); len(work.Changes) != 50 || work.MoreChanges != 10 {
		t.Errorf("%d changes and %d more", len(work.Changes), work.MoreChanges)
	}
}
