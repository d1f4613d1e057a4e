package period_test

import (
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

func TestParseRefusals(t *testing.T) {
	cases := []struct {
		calendar *period.Calendar
		id, says string
	}{
		{iso(t), "", "expected a day such as 2026-03-14"},
		{iso(t), "2026-13", "there is no month 13 in 2026: they go from 1 to 12"},
		{iso(t), "2026-00", "there is no month 0"},
		{iso(t), "2026-W60", "there is no week 60 in 2026: they go from 1 to 53"},
		{iso(t), "2025-W53", "there is no week 53 in 2025: they go from 1 to 52"},
		{iso(t), "2026-W00", "there is no week 0"},
		{iso(t), "2026-W7", "a week such as 2026-W11"},
		{iso(t), "2026-3", "a month such as 2026-03"},
		{iso(t), "2026-03-1", "a day such as 2026-03-14"},
		{iso(t), "2026-02-29", "there is no 29 February in 2026: days go from 1 to 28"},
		{iso(t), "2026-02-00", "there is no 0 February"},
		{iso(t), "2026-13-01", "there is no month 13"},
		{iso(t), "2026-Q5", "there is no quarter 5"},
		{iso(t), "2026-Q01", "a quarter such as 2026-Q1"},
		{iso(t), "2026-H3", "there is no half 3"},
		{iso(t), "2026-H0", "there is no half 0"},
		{iso(t), "0999", "years go from 1000 to 9999"},
		{iso(t), "12026", "a year such as 2026"},
		{iso(t), "2026-", "a year such as 2026"},
		{iso(t), "2026-W", "expected"},
		{iso(t), "2026-03-14T00:00", "expected"},
		{iso(t), " 2026", "expected"},
		{iso(t), "2026 ", "expected"},
		{iso(t), "２０２６", "expected"},
		{iso(t), "2026-w11", "expected"},
		{iso(t), "+026", "expected"},
		{iso(t), "FY2026", "not an id of this calendar, which has a day such as 2026-03-14"},
		{iso(t), "FY2026-Q1", "a quarter such as 2026-Q1"},
		{iso(t), "FY2026-W07", "a week such as 2026-W11"},
		{iso(t), "FY2026-P03", "a month such as 2026-03"},
		{iso(t), "FY2026-03", "not an id of this calendar"},
		{iso(t), "2026-P03", "not an id of this calendar"},
		{fiscal(t), "2026", "a year such as FY2026"},
		{fiscal(t), "2026-Q1", "a quarter such as FY2026-Q1"},
		{fiscal(t), "2026-H1", "a half such as FY2026-H1"},
		{fiscal(t), "FY2026-03", "a month such as 2026-03"},
		{fiscal(t), "FY2026-03-14", "a day such as 2026-03-14"},
		{fiscal(t), "FY2026-W11", "a week such as 2026-W11"},
		{fiscal(t), "FY2026-P03", "a month such as 2026-03"},
		{retail(t), "2026-03", "a month such as FY2026-P03"},
		{retail(t), "FY2026-P3", "a month such as FY2026-P03"},
		{retail(t), "FY2026-P13", "there is no month 13"},
		{retail(t), "2026-W11", "a week such as FY2026-W11"},
		{retail(t), "2026", "a year such as FY2026"},
		{retail(t), "FY2025-W53", "there is no week 53 in 2025"},
		{retail(t), "2024-P03", "not an id of this calendar"},
		{iso(t), strings.Repeat("9", 10_000), "…"},
	}
	for _, c := range cases {
		p, err := c.calendar.Parse(c.id)
		if err == nil {
			t.Errorf("%q: got %v, want an error", c.id, p)
			continue
		}
		if !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: the error %q doesn't say %q", c.id, err, c.says)
		}
		if len(err.Error()) > 400 {
			t.Errorf("%q: the error is too long", c.id)
		}
	}
}

func TestParseAcceptsTheEndsOfTime(t *testing.T) {
	for _, id := range []string{"1000-01-01", "1000-W01", "1000", "9999-12-31", "9999-W52", "9999-12", "9999-H2"} {
		calendar := iso(t)
		p, err := calendar.Parse(id)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := calendar.ID(p); got != id {
			t.Errorf("got %s, want %s", got, id)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, id := range []string{
		"2026-03-14", "2026-W11", "2026-03", "2026-Q1", "2026-H1", "2026", "FY2026-W53", "FY2026-P03", "FY2026-Q1", "FY2026",
		"2026-13", "0999", "FY", "2026-02-30", "2026-W60",
	} {
		f.Add(id)
	}
	calendars := []*period.Calendar{iso(f), fiscal(f), retail(f)}
	f.Fuzz(func(t *testing.T, id string) {
		for _, calendar := range calendars {
			p, err := calendar.Parse(id)
			if err != nil {
				continue
			}
			if got := calendar.ID(p); got != id {
				t.Errorf("%q is read as %q", id, got)
			}
			if got := calendar.At(calendar.Start(p), p.Frequency); got != p {
				t.Errorf("%q starts in %q", id, calendar.ID(got))
			}
		}
	})
}
