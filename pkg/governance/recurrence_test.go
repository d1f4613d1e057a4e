package governance

import (
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func at(t testing.TB, text string) time.Time {
	t.Helper()
	instant, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

// recurring is a recurrence in Europe/Berlin, with holidays.
func recurring(t *testing.T, rule, start string, change func(*contract.Recurrence), holidays ...string) *Recurrence {
	t.Helper()
	spec := contract.Recurrence{Rrule: rule, Start: start, TimeZone: "Europe/Berlin"}
	if change != nil {
		change(&spec)
	}
	var days []contract.Holiday
	for _, date := range holidays {
		days = append(days, contract.Holiday{Date: date})
	}
	r, problems := NewRecurrence(spec, days)
	if len(problems) > 0 {
		t.Fatalf("%s from %s: %v", rule, start, problems)
	}
	return r
}

func starts(slots []Slot) string {
	texts := make([]string, len(slots))
	for i, slot := range slots {
		texts[i] = slot.Start.Format("2006-01-02T15:04Z")
	}
	return strings.Join(texts, " ")
}

func TestOccurrences(t *testing.T) {
	onHoliday := func(what string) func(*contract.Recurrence) {
		return func(r *contract.Recurrence) { r.OnHoliday = &what }
	}
	for name, c := range map[string]struct {
		rule, start string
		change      func(*contract.Recurrence)
		holidays    []string
		from, to    string
		want        string
	}{
		"local time is kept over daylight saving": {"FREQ=WEEKLY", "2026-03-16T09:00", nil, nil, "2026-03-01T00:00:00Z", "2026-04-10T00:00:00Z",
			"2026-03-16T08:00Z 2026-03-23T08:00Z 2026-03-30T07:00Z 2026-04-06T07:00Z"},
		"a skipped time is as far into the day": {"FREQ=DAILY", "2026-03-28T02:30", nil, nil, "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z",
			"2026-03-28T01:30Z 2026-03-29T01:30Z 2026-03-30T00:30Z"},
		"in any case": {"rrule:freq=monthly;byday=2we;until=20260312t000000z", "2026-01-14T09:00", nil, nil, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z",
			"2026-01-14T08:00Z 2026-02-11T08:00Z 2026-03-11T08:00Z"},
		"a repeated time is its first": {"FREQ=DAILY", "2026-10-25T02:30", nil, nil, "2026-10-25T00:00:00Z", "2026-10-26T00:00:00Z", "2026-10-25T00:30Z"},
		"the nth weekday": {"FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", "1997-01-21T09:00", nil, nil, "1997-01-01T00:00:00Z", "1998-01-01T00:00:00Z",
			"1997-01-21T08:00Z 1997-04-15T07:00Z 1997-07-15T07:00Z 1997-10-21T07:00Z"},
		"from is included, to is not": {"FREQ=DAILY", "2026-06-01T10:00", nil, nil, "2026-06-02T08:00:00Z", "2026-06-03T08:00:00Z", "2026-06-02T08:00Z"},
		"count":                       {"FREQ=DAILY;COUNT=2", "2026-06-01T10:00", nil, nil, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", "2026-06-01T08:00Z 2026-06-02T08:00Z"},
		"count is counted from the start": {"FREQ=DAILY;COUNT=3", "2026-06-01T10:00", nil, nil, "2026-06-03T00:00:00Z", "2027-01-01T00:00:00Z",
			"2026-06-03T08:00Z"},
		"until a day includes it":    {"FREQ=DAILY;UNTIL=20260602", "2026-06-01T10:00", nil, nil, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", "2026-06-01T08:00Z 2026-06-02T08:00Z"},
		"until an instant in UTC":    {"FREQ=DAILY;UNTIL=20260602T075959Z", "2026-06-01T10:00", nil, nil, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", "2026-06-01T08:00Z"},
		"until a local time":         {"FREQ=DAILY;UNTIL=20260602T100000", "2026-06-01T10:00", nil, nil, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", "2026-06-01T08:00Z 2026-06-02T08:00Z"},
		"the 31st falls out in June": {"FREQ=MONTHLY", "2026-05-31T10:00", nil, nil, "2026-05-01T00:00:00Z", "2026-08-01T00:00:00Z", "2026-05-31T08:00Z 2026-07-31T08:00Z"},
		"far from its start a rule keeps its step": {"FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR", "1997-01-08T10:00", nil, nil, "2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z",
			"2026-06-15T08:00Z 2026-06-19T08:00Z"},
		"a holiday moves to the next working day": {"FREQ=WEEKLY", "2026-12-25T10:00", nil, []string{"2026-12-25", "2026-12-28"}, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z",
			"2026-12-29T09:00Z"},
		"to the previous one":           {"FREQ=WEEKLY", "2026-12-28T10:00", onHoliday("previous"), []string{"2026-12-25", "2026-12-28"}, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z", "2026-12-24T09:00Z"},
		"or falls out":                  {"FREQ=WEEKLY", "2026-12-25T10:00", onHoliday("skip"), []string{"2026-12-25"}, "2026-12-01T00:00:00Z", "2027-01-04T00:00:00Z", "2027-01-01T09:00Z"},
		"or stays":                      {"FREQ=WEEKLY", "2026-12-25T10:00", onHoliday("keep"), []string{"2026-12-25"}, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z", "2026-12-25T09:00Z"},
		"weekends alone move nothing":   {"FREQ=WEEKLY", "2026-12-26T10:00", nil, []string{"2026-12-25"}, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z", "2026-12-26T09:00Z"},
		"two on one day fall together":  {"FREQ=DAILY", "2026-12-23T10:00", nil, []string{"2026-12-23"}, "2026-12-01T00:00:00Z", "2026-12-25T00:00:00Z", "2026-12-24T09:00Z"},
		"a moved one is seen from afar": {"FREQ=WEEKLY", "2026-12-25T10:00", nil, []string{"2026-12-25"}, "2026-12-26T00:00:00Z", "2026-12-30T00:00:00Z", "2026-12-28T09:00Z"},
		"days without a meeting": {"FREQ=DAILY", "2026-06-01T10:00", func(r *contract.Recurrence) { r.Except = []string{"2026-06-02"} }, nil, "2026-06-01T00:00:00Z", "2026-06-04T00:00:00Z",
			"2026-06-01T08:00Z 2026-06-03T08:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			r := recurring(t, c.rule, c.start, c.change, c.holidays...)
			if got := starts(r.Between(at(t, c.from), at(t, c.to))); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestAWindowHasWhatTheWholeHas(t *testing.T) {
	for _, rule := range []string{
		"FREQ=DAILY;INTERVAL=5", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU", "FREQ=MONTHLY;BYMONTHDAY=31",
		"FREQ=MONTHLY;INTERVAL=7;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1", "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=20;BYDAY=TH", "FREQ=YEARLY",
		"FREQ=DAILY;COUNT=900", "FREQ=DAILY;UNTIL=20270101T000000Z",
	} {
		r := recurring(t, rule, "2024-02-29T09:00", nil, "2026-05-01", "2028-02-29", "2026-06-30")
		first, last := at(t, "2024-01-01T00:00:00Z"), at(t, "2033-01-01T00:00:00Z")
		whole := r.Between(first, last)
		if len(whole) == 0 {
			t.Errorf("%s has no occurrence", rule)
		}
		var parts []Slot
		for from := first; from.Before(last); from = from.AddDate(0, 1, 3) {
			to := from.AddDate(0, 1, 3)
			if to.After(last) {
				to = last
			}
			parts = append(parts, r.Between(from, to)...)
		}
		if starts(parts) != starts(whole) {
			t.Errorf("%s: month by month %s\nat once %s", rule, starts(parts), starts(whole))
		}
	}
}

func TestRecurrencesThatAreRefused(t *testing.T) {
	sound := contract.Recurrence{Rrule: "FREQ=MONTHLY", Start: "2026-01-01T09:00", TimeZone: "UTC"}
	for name, c := range map[string]struct {
		rule, start, zone string
		want              string
	}{
		"sound":              {"", "", "", ""},
		"a named rule":       {"RRULE:FREQ=DAILY", "", "", ""},
		"no rule":            {"every month", "", "", "/rrule none of its parts"},
		"no frequency":       {"BYDAY=MO", "", "", "/rrule needs FREQ"},
		"unknown frequency":  {"FREQ=SOMETIMES", "", "", "/rrule no recurrence rule"},
		"hourly":             {"FREQ=HOURLY", "", "", "/rrule at most daily"},
		"minutely":           {"FREQ=MINUTELY", "", "", "/rrule at most daily"},
		"secondly":           {"FREQ=SECONDLY;COUNT=5", "", "", "/rrule at most daily"},
		"several hours":      {"FREQ=DAILY;BYHOUR=9,10", "", "", "/rrule at most daily"},
		"with its start":     {"DTSTART:20260101T090000Z\nRRULE:FREQ=DAILY", "", "", "/rrule DTSTART"},
		"start as a part":    {"FREQ=DAILY;DTSTART=20260101T090000Z", "", "", "/rrule DTSTART"},
		"two lines":          {"FREQ=DAILY\nFREQ=DAILY", "", "", "/rrule"},
		"easter":             {"FREQ=YEARLY;BYEASTER=1", "", "", "/rrule none of its parts"},
		"twice":              {"FREQ=DAILY;FREQ=WEEKLY", "", "", "/rrule twice"},
		"empty part":         {"FREQ=DAILY;", "", "", "/rrule none of its parts"},
		"no interval":        {"FREQ=DAILY;INTERVAL=0", "", "", "/rrule INTERVAL"},
		"huge interval":      {"FREQ=DAILY;INTERVAL=1000000", "", "", "/rrule INTERVAL"},
		"huge count":         {"FREQ=DAILY;COUNT=1000000", "", "", "/rrule COUNT"},
		"count and until":    {"FREQ=DAILY;COUNT=2;UNTIL=20270101", "", "", "/rrule not both"},
		"never":              {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "", "", "/rrule no day"},
		"never, daily":       {"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "", "", "/rrule no day"},
		"ends before":        {"FREQ=DAILY;UNTIL=20200101", "", "", "/rrule no day"},
		"month out of range": {"FREQ=YEARLY;BYMONTH=13", "", "", "/rrule bymonth"},
		"no such day":        {"", "2026-02-30T09:00", "", "/start exists"},
		"too early":          {"", "0001-01-01T09:00", "", "/start 1900"},
		"no zone":            {"", "", "Mars/Olympus", "/timeZone IANA"},
		"host's zone":        {"", "", "Local", "/timeZone IANA"},
	} {
		t.Run(name, func(t *testing.T) {
			spec := sound
			for field, value := range map[*string]string{&spec.Rrule: c.rule, &spec.Start: c.start, &spec.TimeZone: c.zone} {
				if value != "" {
					*field = value
				}
			}
			_, problems := NewRecurrence(spec, nil)
			if c.want == "" {
				if len(problems) > 0 {
					t.Fatalf("refused: %v", problems)
				}
				return
			}
			path, message, _ := strings.Cut(c.want, " ")
			if len(problems) != 1 || problems[0].Path != path || !strings.Contains(problems[0].Said.Message, message) {
				t.Errorf("got %v, want %s", problems, c.want)
			}
		})
	}
}

func FuzzRecurrence(f *testing.F) {
	for _, rule := range []string{"FREQ=MONTHLY;BYDAY=2WE", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU", "FREQ=DAILY;BYSETPOS=-1;BYYEARDAY=366", "FREQ=WEEKLY;WKST=SU;BYDAY=-3MO"} {
		f.Add(rule, "2026-01-20T09:00")
	}
	f.Fuzz(func(t *testing.T, rule, start string) {
		began := time.Now()
		r, problems := NewRecurrence(contract.Recurrence{Rrule: rule, Start: start, TimeZone: "Europe/Berlin"}, nil)
		if (r == nil) == (len(problems) == 0) {
			t.Fatalf("%v, %v", r, problems)
		}
		if r != nil {
			from := at(t, "2400-01-01T00:00:00Z")
			for _, slot := range r.Between(from, from.AddDate(5, 0, 0)) {
				if slot.Start.Before(from) {
					t.Errorf("%s is before %s", slot.Start, from)
				}
			}
		}
		if spent := time.Since(began); spent > 5*time.Second {
			t.Errorf("took %s", spent)
		}
	})
}
