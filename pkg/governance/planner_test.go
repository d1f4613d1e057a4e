package governance

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// read decodes a spec from JSON.
func read[T any](t testing.TB, text string) T {
	t.Helper()
	var spec T
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&spec); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return spec
}

// company is an organisation with one scorecard, whose monthly KPI closes after 10 days and whose quarterly one after 20, three
// committees, and a series of each tier.
func company(t testing.TB) Documents {
	t.Helper()
	return Documents{
		Calendars: map[string]contract.CalendarSpec{"cal": read[contract.CalendarSpec](t, `{"title": "C", "timeZone": "Europe/Berlin",
			"holidays": [{"date": "2026-04-06", "title": "Easter Monday"}, {"date": "2026-05-13"}]}`)},
		Kpis: map[string]contract.KpiSpec{
			"sales": read[contract.KpiSpec](t, `{"title": "Sales", "calendar": "cal", "frequency": "month", "closeDays": 10, "source": {"type": "manual"}}`),
			"trust": read[contract.KpiSpec](t, `{"title": "Trust", "calendar": "cal", "frequency": "quarter", "closeDays": 20, "source": {"type": "manual"}}`),
		},
		Objectives: map[string]contract.ObjectiveSpec{
			"grow": read[contract.ObjectiveSpec](t, `{"title": "Grow", "strategy": "s", "perspective": "p", "kpis": [{"kpi": "sales"}]}`),
			"bind": read[contract.ObjectiveSpec](t, `{"title": "Bind", "strategy": "s", "perspective": "p", "kpis": [{"kpi": "trust"}], "contributesTo": [{"objective": "grow"}]}`),
		},
		Scorecards: map[string]contract.ScorecardSpec{"card": read[contract.ScorecardSpec](t, `{"title": "Card", "strategy": "s", "calendar": "cal",
			"frequency": "month", "unit": "u", "perspectives": [{"name": "p", "title": "P", "objectives": [{"objective": "grow"}]}]}`)},
		Charters: map[string]contract.GovernanceCharterSpec{"charter": read[contract.GovernanceCharterSpec](t, `{"title": "Charter",
			"committees": [
				{"name": "board", "title": "Board", "chair": "ceo", "members": ["ceo", "cfo", "coo"], "delegates": {"coo": "planner"}, "quorum": 2, "decides": ["strategy", "funding"]},
				{"name": "sales", "title": "Sales", "chair": "cso", "members": ["cso", "cfo"], "decides": ["countermeasures"]},
				{"name": "floor", "title": "Floor", "members": ["lead"]}],
			"reviews": [
				{"scorecard": "card", "committee": "board", "tier": "strategic", "every": "quarter"},
				{"scorecard": "card", "committee": "sales", "tier": "tactical", "every": "month"}],
			"pivots": {"committee": "board", "every": "half"}}`)},
		Series: map[string]contract.ReviewSeriesSpec{
			"board": series(t, "strategic", "board", "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", "2026-01-20T09:00", `, "period": "quarter", "roles": {"required": ["ceo", "cfo", "coo"]}`),
			"sales": series(t, "tactical", "sales", "FREQ=MONTHLY;BYDAY=2WE", "2026-01-14T14:00", `, "roles": {"required": ["cso"]}`),
			"floor": series(t, "operational", "floor", "FREQ=WEEKLY;BYDAY=MO", "2026-01-05T08:00", `, "period": "week"`),
		},
		Reviews: map[string]contract.ReviewSpec{}, AgendaItems: map[string]contract.AgendaItemSpec{}, Decisions: map[string]contract.DecisionSpec{},
		Signatures: map[string]contract.CharterSignatureSpec{}, Origins: map[contract.Ref]Origin{},
	}
}

func series(t testing.TB, tier, committee, rule, start, rest string) contract.ReviewSeriesSpec {
	t.Helper()
	return read[contract.ReviewSeriesSpec](t, fmt.Sprintf(`{"title": "The %s review", "tier": %q, "charter": "charter", "committee": %q, "scorecards": ["card"],
		"recurrence": {"rrule": %q, "start": %q, "timeZone": "Europe/Berlin", "minutes": 60}%s}`, committee, tier, committee, rule, start, rest))
}

func review(t testing.TB, series, start, rest string) contract.ReviewSpec {
	t.Helper()
	return read[contract.ReviewSpec](t, fmt.Sprintf(`{"series": %q, "start": %q%s}`, series, start, rest))
}

// heldAt is the log of a meeting of an hour, with who was there.
func heldAt(t testing.TB, began string, present ...string) []Event {
	t.Helper()
	events := log{}
	start := at(t, began)
	add := func(after time.Duration, kind string, change ...func(*Event)) {
		e := Event{At: start.Add(after), ReviewEvent: contract.ReviewEvent{Type: kind}}
		for _, c := range change {
			c(&e)
		}
		events = append(events, e)
	}
	add(0, "open")
	for _, person := range present {
		add(0, "attendance", who(person, "present"))
	}
	add(time.Hour, "close")
	return events
}

func TestStatesOfOccurrences(t *testing.T) {
	for name, c := range map[string]struct {
		review, now string
		events      []Event
		want        string
	}{
		"without a review":            {"", "2026-01-01T00:00:00Z", nil, OccurrencePlanned},
		"with a review":               {`{}`, "2026-01-01T00:00:00Z", nil, OccurrenceMade},
		"within the days of grace":    {`{}`, "2026-01-27T08:00:00Z", nil, OccurrenceMade},
		"after the days of grace":     {`{}`, "2026-01-27T08:00:00.001Z", nil, OccurrenceMissed},
		"missed without a review":     {"", "2026-01-28T00:00:00Z", nil, OccurrenceMissed},
		"under way":                   {`{}`, "2026-01-20T08:30:00Z", heldAt(t, "2026-01-20T08:10:00Z"), OccurrenceOpen},
		"held":                        {`{}`, "2026-01-20T09:30:00Z", heldAt(t, "2026-01-20T08:10:00Z"), OccurrenceHeld},
		"held later than now":         {`{}`, "2026-01-20T08:00:00Z", heldAt(t, "2026-01-20T08:10:00Z"), OccurrenceMade},
		"never closed":                {`{}`, "2026-01-22T00:00:00Z", heldAt(t, "2026-01-20T08:10:00Z")[:1], OccurrenceHeld},
		"cancelled":                   {`{"cancelled": "strike"}`, "2026-03-01T00:00:00Z", nil, OccurrenceCancelled},
		"cancelled, whatever came in": {`{"cancelled": "strike"}`, "2026-03-01T00:00:00Z", heldAt(t, "2026-01-20T08:10:00Z"), OccurrenceCancelled},
	} {
		t.Run(name, func(t *testing.T) {
			d := company(t)
			if c.review != "" {
				rest := strings.TrimSuffix(strings.TrimPrefix(c.review, "{"), "}")
				if rest != "" {
					rest = ", " + rest
				}
				d.Reviews["r"] = review(t, "board", "2026-01-20T08:00:00Z", rest)
			}
			p := NewPlanner(d, map[string][]Event{"r": c.events}, at(t, c.now))
			found := p.Occurrences("board", at(t, "2026-01-01T00:00:00Z"), at(t, "2026-02-01T00:00:00Z"))
			if len(found) != 1 || found[0].State != c.want {
				t.Errorf("got %+v, want %s", found, c.want)
			}
		})
	}
}

func TestReviewsBelongToOccurrences(t *testing.T) {
	for name, c := range map[string]struct {
		reviews map[string]contract.ReviewSpec
		want    string
	}{
		"of its day":                    {map[string]contract.ReviewSpec{"r": review(t, "sales", "2026-02-11T10:00:00Z", "")}, "01-14 02-11=r 03-11"},
		"the nearest one":               {map[string]contract.ReviewSpec{"r": review(t, "sales", "2026-02-16T10:00:00Z", "")}, "01-14 02-16=r 03-11"},
		"the one it names":              {map[string]contract.ReviewSpec{"r": review(t, "sales", "2026-03-09T10:00:00Z", `, "occurrence": "2026-02-11T13:00:00Z"`)}, "01-14 03-09=r 03-11"},
		"one outside the rule":          {map[string]contract.ReviewSpec{"r": review(t, "sales", "2026-03-09T10:00:00Z", `, "occurrence": "2026-02-27T13:00:00Z"`)}, "01-14 02-11 03-09=r 03-11"},
		"each used once":                {map[string]contract.ReviewSpec{"a": review(t, "sales", "2026-02-12T10:00:00Z", ""), "b": review(t, "sales", "2026-02-13T10:00:00Z", "")}, "01-14 02-12=a 02-13=b 03-11"},
		"the surest first":              {map[string]contract.ReviewSpec{"a": review(t, "sales", "2026-02-10T10:00:00Z", ""), "b": review(t, "sales", "2026-02-11T18:00:00Z", "")}, "01-14 02-10=a 02-11=b 03-11"},
		"of a day in the series' zone":  {map[string]contract.ReviewSpec{"r": review(t, "sales", "2026-02-10T23:30:00Z", "")}, "01-14 02-10=r 03-11"},
		"of another series":             {map[string]contract.ReviewSpec{"r": review(t, "board", "2026-02-11T10:00:00Z", "")}, "01-14 02-11 03-11"},
		"two half an interval from one": {map[string]contract.ReviewSpec{"r": review(t, "sales", "2026-02-25T12:59:00Z", "")}, "01-14 02-25=r 03-11"},
	} {
		t.Run(name, func(t *testing.T) {
			d := company(t)
			d.Reviews = c.reviews
			var got []string
			for _, o := range NewPlanner(d, nil, at(t, "2026-01-01T00:00:00Z")).Occurrences("sales", at(t, "2026-01-01T00:00:00Z"), at(t, "2026-04-01T00:00:00Z")) {
				text := o.Start.Format("01-02")
				if o.Review != "" {
					text += "=" + o.Review
				}
				got = append(got, text)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %s, want %s", strings.Join(got, " "), c.want)
			}
		})
	}
}

func TestTheCalendarOfAYear(t *testing.T) {
	d := company(t)
	d.Reviews["may"] = review(t, "sales", "2026-05-13T12:00:00Z", "")
	calendar := NewPlanner(d, nil, at(t, "2026-01-01T00:00:00Z")).Calendar(at(t, "2026-01-01T00:00:00Z"), at(t, "2027-01-01T00:00:00Z"))
	find := func(series, month string) contract.Occurrence {
		t.Helper()
		i := slices.IndexFunc(calendar.Items, func(o contract.Occurrence) bool { return o.Series == series && o.Start[5:7] == month })
		if i < 0 {
			t.Fatalf("no %s in %s", series, month)
		}
		return calendar.Items[i]
	}
	april := find("board", "04")
	if april.Period == nil || *april.Period != "2026-Q1" || april.DataClose == nil || *april.DataClose != "2026-04-20T22:00:00.000Z" {
		t.Errorf("April reviews %v, whose data close at %v", *april.Period, *april.DataClose)
	}
	if len(april.Conflicts) != 0 {
		t.Errorf("the review on 21 April is after the close: %+v", april.Conflicts)
	}
	if february := find("sales", "02"); *february.Period != "2026-01" || *february.DataClose != "2026-02-10T23:00:00.000Z" || len(february.Conflicts) != 0 {
		t.Errorf("February %+v", february)
	}
	if july := find("sales", "07"); *july.DataClose != "2026-07-20T22:00:00.000Z" || codes(july) != sentence.CodeBeforeDataClose {
		t.Errorf("the quarter that ends with June closes later: %+v", july)
	}
	if may := find("sales", "05"); codes(may) != sentence.CodeHoliday || *may.Review != "may" {
		t.Errorf("May %+v", may)
	}
	if i := slices.IndexFunc(calendar.Items, func(o contract.Occurrence) bool { return o.Planned == "2026-04-06T06:00:00.000Z" }); i < 0 || calendar.Items[i].Start != "2026-04-07T06:00:00.000Z" {
		t.Error("Easter Monday's meeting doesn't move to Tuesday")
	}
	if len(calendar.Holidays) != 2 || *calendar.Holidays[0].Title != "Easter Monday" || calendar.Holidays[1].Title != nil {
		t.Errorf("holidays %+v", calendar.Holidays)
	}
	closes := map[string]int{}
	for _, c := range calendar.DataCloses {
		closes[c.Frequency]++
	}
	if closes["month"] != 12 || closes["quarter"] != 4 || closes["week"] != 52 && closes["week"] != 53 {
		t.Errorf("closes %v", closes)
	}
}

func codes(o contract.Occurrence) string {
	var list []string
	for _, c := range o.Conflicts {
		list = append(list, c.Code)
	}
	return strings.Join(list, " ")
}

func TestConflicts(t *testing.T) {
	dissolved := "2026-04-01"
	for name, c := range map[string]struct {
		change func(d Documents)
		want   string
	}{
		"none": {func(Documents) {}, ""},
		"before the data close": {func(d Documents) {
			d.Reviews["r"] = review(t, "board", "2026-04-20T09:00:00Z", "")
		}, "beforeDataClose"},
		"another meeting of the committee": {func(d Documents) {
			d.Series["other"] = series(t, "tactical", "board", "FREQ=YEARLY", "2026-04-21T09:30", `, "period": "year"`)
		}, "overlap"},
		"a person at two places": {func(d Documents) {
			d.Series["other"] = series(t, "tactical", "sales", "FREQ=YEARLY", "2026-04-21T09:30", `, "period": "year", "roles": {"required": ["CFO", "cso"]}`)
		}, "overlap person"},
		"one right after the other": {func(d Documents) {
			d.Series["other"] = series(t, "tactical", "board", "FREQ=YEARLY", "2026-04-21T10:00", `, "period": "year"`)
		}, ""},
		"one right before the other": {func(d Documents) {
			d.Series["other"] = series(t, "tactical", "board", "FREQ=YEARLY", "2026-04-21T08:00", `, "period": "year"`)
		}, ""},
		"a cancelled one is in nobody's way": {func(d Documents) {
			d.Series["other"] = series(t, "tactical", "board", "FREQ=YEARLY", "2026-04-21T09:30", "")
			d.Reviews["o"] = review(t, "other", "2026-04-21T07:30:00Z", `, "cancelled": "no"`)
		}, ""},
		"a dissolved committee": {func(d Documents) { d.Charters["charter"].Committees[0].Dissolved = &dissolved }, "committee"},
		"a quorum of more than there are": {func(d Documents) {
			s := d.Series["board"]
			five := int64(5)
			s.Quorum = &five
			d.Series["board"] = s
		}, "quorum"},
		"a quorum that delegates save": {func(d Documents) {
			d.Series["other"] = series(t, "tactical", "sales", "FREQ=YEARLY", "2026-04-21T09:30", `, "period": "year", "roles": {"required": ["cfo", "coo"]}`)
		}, "overlap person"},
		"a quorum that delegates can't save": {func(d Documents) {
			d.Series["other"] = series(t, "tactical", "sales", "FREQ=YEARLY", "2026-04-21T09:30", `, "period": "year", "roles": {"required": ["cfo", "coo", "planner"]}`)
		}, "overlap person quorum"},
	} {
		t.Run(name, func(t *testing.T) {
			d := company(t)
			c.change(d)
			calendar := NewPlanner(d, nil, at(t, "2026-01-01T00:00:00Z")).Calendar(at(t, "2026-04-20T00:00:00Z"), at(t, "2026-04-22T00:00:00Z"))
			i := slices.IndexFunc(calendar.Items, func(o contract.Occurrence) bool { return o.Series == "board" })
			if got := codes(calendar.Items[i]); got != c.want {
				t.Errorf("got %q, want %q: %+v", got, c.want, calendar.Items[i].Conflicts)
			}
			for _, conflict := range calendar.Items[i].Conflicts {
				if conflict.Message == "" || conflict.With == nil {
					t.Errorf("conflict %+v says too little", conflict)
				}
			}
		})
	}
}

func TestDueReviews(t *testing.T) {
	dissolved := "2026-01-14"
	for name, c := range map[string]struct {
		change func(d Documents)
		want   string
	}{
		"all that have none": {func(Documents) {}, "floor sales floor"},
		"but those that are there": {func(d Documents) {
			d.Reviews["r"] = review(t, "sales", "2026-01-14T13:00:00Z", "")
		}, "floor floor"},
		"nor those that were moved": {func(d Documents) {
			d.Reviews["r"] = review(t, "sales", "2026-02-02T13:00:00Z", `, "occurrence": "2026-01-14T13:00:00Z"`)
		}, "floor floor"},
		"nor of a dissolved committee": {func(d Documents) { d.Charters["charter"].Committees[1].Dissolved = &dissolved }, "floor floor"},
		"nor of an archived series": {func(d Documents) {
			d.Origins[contract.Ref{Kind: "ReviewSeries", Name: "floor"}] = Origin{Archived: true, UpdatedAt: at(t, "2026-01-02T00:00:00Z")}
		}, "sales"},
		"nor of an archived charter": {func(d Documents) {
			d.Origins[contract.Ref{Kind: "GovernanceCharter", Name: "charter"}] = Origin{Archived: true}
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := company(t)
			c.change(d)
			now := at(t, "2026-01-05T08:00:00Z")
			var due []string
			for _, o := range NewPlanner(d, nil, now).Due(now, now.AddDate(0, 0, 14)) {
				due = append(due, o.Series)
			}
			if got := strings.Join(due, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func BenchmarkAYearOfTwentySeries(b *testing.B) {
	d := company(b)
	for n := range 20 {
		d.Series[fmt.Sprintf("s%d", n)] = series(b, "tactical", "sales", "FREQ=WEEKLY", fmt.Sprintf("1997-01-08T%02d:%02d", 8+n/4, n%4*15), `, "roles": {"required": ["cso"]}`)
	}
	from := at(b, "2026-01-01T00:00:00Z")
	for week := range 52 {
		for n := range 20 {
			d.Reviews[fmt.Sprintf("r%d-%d", n, week)] = contract.ReviewSpec{Series: fmt.Sprintf("s%d", n), Start: instantOf(at(b, "2026-01-07T13:00:00Z").AddDate(0, 0, 7*week))}
		}
	}
	for b.Loop() {
		if items := NewPlanner(d, nil, from).Calendar(from, from.AddDate(1, 0, 0)).Items; len(items) < 1000 {
			b.Fatal(len(items))
		}
	}
}
