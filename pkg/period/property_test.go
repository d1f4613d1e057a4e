package period_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

var zones = []string{
	"UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "America/Havana", "Pacific/Apia",
	"America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Kwajalein", "America/Juneau", "Asia/Manila",
}

func anySpec(t *rapid.T) contract.CalendarSpec {
	spec := contract.CalendarSpec{TimeZone: rapid.SampledFrom(zones).Draw(t, "zone")}
	if rapid.Bool().Draw(t, "patterned") {
		pattern := rapid.SampledFrom([]string{"4-4-5", "4-5-4", "5-4-4"}).Draw(t, "pattern")
		spec.Pattern = &pattern
		spec.YearEnd = &contract.YearEnd{
			Month: rapid.Int64Range(1, 12).Draw(t, "month"),
			Weekday: rapid.SampledFrom([]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}).
				Draw(t, "weekday"),
			Rule: rapid.SampledFrom([]string{"last", "nearest"}).Draw(t, "rule"),
		}
		return spec
	}
	first := rapid.Int64Range(1, 12).Draw(t, "first month")
	spec.FiscalYearStartMonth = &first
	return spec
}

func anyCalendar(t *rapid.T) *period.Calendar {
	calendar, err := period.New(anySpec(t))
	if err != nil {
		t.Fatal(err)
	}
	return calendar
}

func anyPeriod(t *rapid.T, calendar *period.Calendar, f period.Frequency) period.Period {
	from := time.Date(1001, 2, 1, 0, 0, 0, 0, time.UTC).Unix()
	to := time.Date(9998, 12, 1, 0, 0, 0, 0, time.UTC).Unix()
	return calendar.At(time.Unix(rapid.Int64Range(from, to).Draw(t, "instant"), 0), f)
}

func anyFrequency(t *rapid.T, label string) period.Frequency {
	return rapid.SampledFrom(period.Frequencies()).Draw(t, label)
}

func TestIDsParseBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendar := anyCalendar(t)
		p := anyPeriod(t, calendar, anyFrequency(t, "frequency"))
		id := calendar.ID(p)
		parsed, err := calendar.Parse(id)
		if err != nil || parsed != p {
			t.Fatalf("%s: got %v, %v, want %v", id, parsed, err, p)
		}
	})
}

func TestIDsSortAsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendar, f := anyCalendar(t), anyFrequency(t, "frequency")
		p := anyPeriod(t, calendar, f)
		later := p.Next(rapid.IntRange(1, 400).Draw(t, "later"))
		if calendar.Start(later).Year() >= 9999 {
			t.Skip("the later one may have no id")
		}
		if a, b := calendar.ID(p), calendar.ID(later); a >= b {
			t.Fatalf("%s should sort before %s", a, b)
		}
	})
}

func TestPeriodsFollowEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendar, f := anyCalendar(t), anyFrequency(t, "frequency")
		p := anyPeriod(t, calendar, f)
		start, end := calendar.Start(p), calendar.End(p)
		if !end.Equal(calendar.Start(p.Next(1))) {
			t.Fatalf("%s ends at %s, its successor starts at %s", calendar.ID(p), end, calendar.Start(p.Next(1)))
		}
		if !start.Before(end) {
			// Only a day that the zone skipped altogether is empty.
			if f != period.Day || !start.Equal(end) {
				t.Fatalf("%s goes from %s to %s", calendar.ID(p), start, end)
			}
			return
		}
		for _, instant := range []time.Time{start, end.Add(-time.Nanosecond)} {
			if got := calendar.At(instant, f); got != p {
				t.Fatalf("At(%s) is %s, want %s", instant, calendar.ID(got), calendar.ID(p))
			}
		}
		if got := calendar.At(end, f); got.Ordinal <= p.Ordinal {
			t.Fatalf("At(%s) is %s, want later than %s", end, calendar.ID(got), calendar.ID(p))
		}
	})
}

func TestSubInvertsContaining(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendar, fine, coarse := anyCalendar(t), anyFrequency(t, "fine"), anyFrequency(t, "coarse")
		if fine.Rank() > coarse.Rank() {
			fine, coarse = coarse, fine
		}
		outer := anyPeriod(t, calendar, coarse)
		first, last := calendar.Sub(outer, fine)
		if period.Count(first, last) < 1 {
			t.Fatalf("%s holds no %s", calendar.ID(outer), fine)
		}
		inner := first.Next(rapid.IntRange(0, period.Count(first, last)-1).Draw(t, "position"))
		for p, want := range map[period.Period]period.Period{
			first: outer, last: outer, inner: outer, first.Next(-1): outer.Next(-1), last.Next(1): outer.Next(1),
		} {
			if got := calendar.Containing(p, coarse); got != want {
				t.Fatalf("%s belongs to %s, want %s", calendar.ID(p), calendar.ID(got), calendar.ID(want))
			}
		}
	})
}

// Days nest in everything, months and longer in each other; under a week pattern weeks do too.
func TestNestingAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spec := anySpec(t)
		calendar, err := period.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		fine, coarse := anyFrequency(t, "fine"), anyFrequency(t, "coarse")
		if fine.Rank() > coarse.Rank() {
			fine, coarse = coarse, fine
		}
		if fine == period.Week && spec.Pattern == nil {
			fine = period.Day
		}
		p := anyPeriod(t, calendar, fine)
		outer := calendar.Containing(p, coarse)
		if calendar.Start(p).Before(calendar.Start(outer)) || calendar.End(p).After(calendar.End(outer)) {
			t.Fatalf("%s isn't within %s", calendar.ID(p), calendar.ID(outer))
		}
		if calendar.Containing(calendar.Containing(p, fine), coarse) != outer {
			t.Fatalf("%s: nesting depends on the way", calendar.ID(p))
		}
	})
}

func TestWeekPatternsHave52Or53Weeks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spec := anySpec(t)
		if spec.Pattern == nil {
			t.Skip("no pattern")
		}
		calendar, err := period.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		year := anyPeriod(t, calendar, period.Year)
		weeks := period.Count(calendar.Sub(year, period.Week))
		if weeks != 52 && weeks != 53 {
			t.Fatalf("%s has %d weeks", calendar.ID(year), weeks)
		}
		var lengths []string
		for first, last := calendar.Sub(year, period.Month); first.Ordinal <= last.Ordinal; first = first.Next(1) {
			lengths = append(lengths, string(rune('0'+period.Count(calendar.Sub(first, period.Week)))))
		}
		want := []byte(strings.Repeat(*spec.Pattern+"-", 4))[:23]
		want[22] += byte(weeks - 52)
		if got := strings.Join(lengths, "-"); got != string(want) {
			t.Fatalf("%s has periods of %s weeks, want %s", calendar.ID(year), got, want)
		}
	})
}

func TestCounterpartIsOneYearBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendar, f := anyCalendar(t), anyFrequency(t, "frequency")
		p := anyPeriod(t, calendar, f)
		counterpart, ok := calendar.Counterpart(p)
		if !ok {
			if f != period.Day && f != period.Week {
				t.Fatalf("%s has no counterpart", calendar.ID(p))
			}
			return
		}
		switch id, before := calendar.ID(p), calendar.ID(counterpart); f {
		case period.Day:
		case period.Week:
			if id[len(id)-len("W01"):] != before[len(before)-len("W01"):] {
				t.Fatalf("%s has the counterpart %s", id, before)
			}
		default:
			if calendar.FiscalYear(counterpart) != calendar.FiscalYear(p).Next(-1) {
				t.Fatalf("%s has the counterpart %s", id, before)
			}
		}
		if days := calendar.Start(p).Sub(calendar.Start(counterpart)).Hours() / 24; days < 357 || days > 378 {
			t.Fatalf("%s is %.0f days after %s", calendar.ID(p), days, calendar.ID(counterpart))
		}
	})
}
