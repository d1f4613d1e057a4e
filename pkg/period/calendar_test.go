package period_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

func ptr[T any](v T) *T { return &v }

func mustNew(t testing.TB, spec contract.CalendarSpec) *period.Calendar {
	t.Helper()
	calendar, err := period.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	return calendar
}

func iso(t testing.TB) *period.Calendar {
	return mustNew(t, contract.CalendarSpec{TimeZone: "UTC"})
}

func fiscal(t testing.TB) *period.Calendar {
	return mustNew(t, contract.CalendarSpec{TimeZone: "UTC", FiscalYearStartMonth: ptr(int64(4))})
}

func retail(t testing.TB) *period.Calendar {
	return mustNew(t, contract.CalendarSpec{
		TimeZone: "UTC", Pattern: ptr("4-5-4"),
		YearEnd: &contract.YearEnd{Month: 1, Weekday: "saturday", Rule: "nearest"},
	})
}

func TestNewRefusals(t *testing.T) {
	yearEnd := &contract.YearEnd{Month: 1, Weekday: "saturday", Rule: "last"}
	cases := map[string]struct {
		spec  contract.CalendarSpec
		paths []string
	}{
		"unknown zone":           {contract.CalendarSpec{TimeZone: "Europe/Atlantis"}, []string{"/timeZone"}},
		"no zone":                {contract.CalendarSpec{}, []string{"/timeZone"}},
		"the host's zone":        {contract.CalendarSpec{TimeZone: "Local"}, []string{"/timeZone"}},
		"zone with leap seconds": {contract.CalendarSpec{TimeZone: "right/Europe/Berlin"}, []string{"/timeZone"}},
		"a path":                 {contract.CalendarSpec{TimeZone: "../../etc/passwd"}, []string{"/timeZone"}},
		"month 13": {
			contract.CalendarSpec{TimeZone: "UTC", FiscalYearStartMonth: ptr(int64(13))}, []string{"/fiscalYearStartMonth"},
		},
		"pattern without yearEnd": {contract.CalendarSpec{TimeZone: "UTC", Pattern: ptr("4-4-5")}, []string{"/yearEnd"}},
		"yearEnd without pattern": {contract.CalendarSpec{TimeZone: "UTC", YearEnd: yearEnd}, []string{"/yearEnd"}},
		"pattern and first month": {
			contract.CalendarSpec{TimeZone: "UTC", Pattern: ptr("4-4-5"), YearEnd: yearEnd, FiscalYearStartMonth: ptr(int64(4))},
			[]string{"/pattern"},
		},
		"everything at once": {
			contract.CalendarSpec{
				TimeZone: "Mars", FiscalYearStartMonth: ptr(int64(0)), Pattern: ptr("4-4-4"),
				YearEnd: &contract.YearEnd{Month: 13, Weekday: "Sunday", Rule: "first"},
			},
			[]string{"/timeZone", "/fiscalYearStartMonth", "/pattern", "/pattern", "/yearEnd/weekday", "/yearEnd/month", "/yearEnd/rule"},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := period.New(c.spec)
			var problems period.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("got %v, want Problems", err)
			}
			var paths []string
			for _, problem := range problems {
				paths = append(paths, problem.Path)
				if !strings.Contains(err.Error(), problem.Said.Message) || problem.Said.Message == "" {
					t.Errorf("the error %q doesn't say %q", err, problem.Said.Message)
				}
			}
			if strings.Join(paths, " ") != strings.Join(c.paths, " ") {
				t.Errorf("got %v, want %v", problems, c.paths)
			}
		})
	}
}

func TestFirstMonthJanuaryGoesWithPattern(t *testing.T) {
	mustNew(t, contract.CalendarSpec{
		TimeZone: "UTC", Pattern: ptr("4-4-5"), FiscalYearStartMonth: ptr(int64(1)),
		YearEnd: &contract.YearEnd{Month: 1, Weekday: "saturday", Rule: "last"},
	})
}

func TestContainingAndSub(t *testing.T) {
	cases := []struct {
		calendar    *period.Calendar
		outer       string
		f           period.Frequency
		first, last string
	}{
		{iso(t), "2026-03", period.Day, "2026-03-01", "2026-03-31"},
		{iso(t), "2026-01", period.Week, "2026-W01", "2026-W05"},
		{iso(t), "2026-W01", period.Day, "2025-12-29", "2026-01-04"},
		{iso(t), "2021-Q1", period.Week, "2021-W01", "2021-W12"},
		{iso(t), "2020", period.Week, "2020-W01", "2020-W53"},
		{iso(t), "2026-H2", period.Quarter, "2026-Q3", "2026-Q4"},
		{fiscal(t), "FY2027-Q1", period.Month, "2026-04", "2026-06"},
		{fiscal(t), "FY2022", period.Week, "2021-W13", "2022-W13"},
		{fiscal(t), "FY2027", period.Half, "FY2027-H1", "FY2027-H2"},
		{retail(t), "FY2023-P12", period.Week, "FY2023-W49", "FY2023-W52"},
		{retail(t), "FY2024-P12", period.Week, "FY2024-W49", "FY2024-W53"},
		{retail(t), "FY2024-W53", period.Day, "2024-01-28", "2024-02-03"},
		{retail(t), "FY2024-H2", period.Month, "FY2024-P07", "FY2024-P12"},
	}
	for _, c := range cases {
		outer, err := c.calendar.Parse(c.outer)
		if err != nil {
			t.Fatal(err)
		}
		first, last := c.calendar.Sub(outer, c.f)
		if c.calendar.ID(first) != c.first || c.calendar.ID(last) != c.last {
			t.Errorf("Sub(%s, %s): got %s … %s, want %s … %s",
				c.outer, c.f, c.calendar.ID(first), c.calendar.ID(last), c.first, c.last)
		}
		if got := c.calendar.Containing(outer, c.f); got != first {
			t.Errorf("Containing(%s, %s): got %s, want %s", c.outer, c.f, c.calendar.ID(got), c.first)
		}
		if a, b := c.calendar.Sub(last, outer.Frequency); a != outer || b != outer {
			t.Errorf("Sub(%s, %s): got %s … %s, want %s", c.last, outer.Frequency, c.calendar.ID(a), c.calendar.ID(b), c.outer)
		}
	}
}

func TestCounterpart(t *testing.T) {
	cases := []struct {
		calendar *period.Calendar
		id, want string
	}{
		{iso(t), "2025-02-28", "2024-02-28"},
		{iso(t), "2024-02-29", ""},
		{iso(t), "2021-W07", "2020-W07"},
		{iso(t), "2020-W53", ""},
		{iso(t), "2021-W52", "2020-W52"},
		{iso(t), "2026-W52", "2025-W52"}, // the last one of both years
		{iso(t), "2026-01", "2025-01"},
		{fiscal(t), "2026-01", "2025-01"},
		{fiscal(t), "2021-W13", "2020-W13"}, // ISO weeks are named by the calendar year, whatever the fiscal one
		{fiscal(t), "2022-W13", "2021-W13"}, // though it is the 53rd of its fiscal year
		{fiscal(t), "2020-W53", ""},
		{fiscal(t), "FY2026-Q3", "FY2025-Q3"},
		{retail(t), "FY2024-W53", ""},
		{retail(t), "FY2025-W01", "FY2024-W01"},
		{retail(t), "FY2025-P12", "FY2024-P12"},
		{retail(t), "2024-02-29", ""},
		{retail(t), "FY2025", "FY2024"},
	}
	for _, c := range cases {
		p, err := c.calendar.Parse(c.id)
		if err != nil {
			t.Fatal(err)
		}
		counterpart, ok := c.calendar.Counterpart(p)
		switch {
		case !ok && c.want != "":
			t.Errorf("%s: none, want %s", c.id, c.want)
		case ok && c.calendar.ID(counterpart) != c.want:
			t.Errorf("%s: got %s, want %q", c.id, c.calendar.ID(counterpart), c.want)
		}
	}
}

// Days begin where their local date first exists, whatever the zone's clocks do at midnight. The expected instants are
// found by walking minute by minute.
func TestDaysStartAtTheirFirstInstant(t *testing.T) {
	cases := []struct{ zone, around string }{
		{"America/Sao_Paulo", "2018-11-04"}, // midnight skipped
		{"America/Sao_Paulo", "2018-02-18"}, // set back at midnight
		{"America/Havana", "2018-11-04"},    // midnight repeated
		{"America/St_Johns", "2006-10-29"},  // set back one minute after midnight
		{"Pacific/Apia", "2011-12-30"},      // a day skipped
		{"Pacific/Kwajalein", "1969-09-30"}, // a day repeated
		{"Asia/Beirut", "2023-03-26"},
		{"Australia/Lord_Howe", "2024-10-06"},
	}
	for _, c := range cases {
		t.Run(c.zone+" "+c.around, func(t *testing.T) {
			calendar := mustNew(t, contract.CalendarSpec{TimeZone: c.zone})
			middle, err := calendar.Parse(c.around)
			if err != nil {
				t.Fatal(err)
			}
			begun := "0000"
			at, _ := time.Parse(time.DateOnly, c.around)
			for at = at.AddDate(0, 0, -3); begun <= calendar.ID(middle.Next(1)); at = at.Add(time.Minute) {
				local := at.In(calendar.Location()).Format(time.DateOnly)
				if begun < local && begun != "0000" {
					p, err := calendar.Parse(local)
					if err != nil {
						t.Fatal(err)
					}
					if start := calendar.Start(p); !start.Equal(at) {
						t.Errorf("%s starts at %s, want %s", local, start, at)
					}
				}
				begun = max(begun, local)
				if got := calendar.ID(calendar.At(at, period.Day)); got != begun {
					t.Fatalf("%s is in %s, want %s", at, got, begun)
				}
			}
		})
	}
}

func TestArithmeticDoesNotAllocate(t *testing.T) {
	for name, calendar := range map[string]*period.Calendar{"iso": iso(t), "fiscal": fiscal(t), "pattern": retail(t)} {
		at := time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC)
		allocated := testing.AllocsPerRun(100, func() {
			for _, f := range period.Frequencies() {
				p := calendar.At(at, f)
				calendar.End(p)
				calendar.Sub(calendar.FiscalYear(p), f)
				calendar.Counterpart(p)
			}
		})
		if allocated > 0 {
			t.Errorf("%s: %v allocations", name, allocated)
		}
	}
}

func BenchmarkAt(b *testing.B) {
	calendar := mustNew(b, contract.CalendarSpec{TimeZone: "Europe/Berlin"})
	at := time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC)
	for b.Loop() {
		calendar.At(at, period.Month)
	}
}

func BenchmarkContaining(b *testing.B) {
	calendar := retail(b)
	p := calendar.At(time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC), period.Week)
	for b.Loop() {
		calendar.Containing(p, period.Quarter)
	}
}

func TestCloseCountsLocalDays(t *testing.T) {
	berlin := mustNew(t, contract.CalendarSpec{TimeZone: "Europe/Berlin"})
	for _, c := range []struct {
		id   string
		days int
		want string
	}{
		{"2026-02", 0, "2026-02-28T23:00:00Z"},
		{"2026-02", 28, "2026-03-28T23:00:00Z"},
		{"2026-02", 40, "2026-04-09T22:00:00Z"}, // summer time began meanwhile
		{"2026-09", 40, "2026-11-09T23:00:00Z"}, // and ended
		{"2026-09-30", 1, "2026-10-01T22:00:00Z"},
	} {
		p, err := berlin.Parse(c.id)
		if err != nil {
			t.Fatal(err)
		}
		if got := berlin.Close(p, c.days).Format(time.RFC3339); got != c.want {
			t.Errorf("%s closes after %d days at %s, want %s", c.id, c.days, got, c.want)
		}
	}
}
