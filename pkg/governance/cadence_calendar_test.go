package governance

import (
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestAtCadence(t *testing.T) {
	for _, c := range []struct{ rule, every, want string }{
		{"FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", "month", "FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU"},
		{"FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", "half", "FREQ=MONTHLY;INTERVAL=6;BYDAY=3TU"},
		{"FREQ=MONTHLY;BYDAY=2WE", "week", "FREQ=WEEKLY;BYDAY=WE"},
		{"FREQ=MONTHLY;BYDAY=1MO,3MO", "week", "FREQ=WEEKLY;BYDAY=MO"},
		{"FREQ=MONTHLY;BYMONTHDAY=15", "week", "FREQ=WEEKLY"},
		{"FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20301231", "quarter", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15;UNTIL=20301231"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "quarter", "FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"},
		{"FREQ=WEEKLY;BYDAY=TH", "month", "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TH"},
		{"FREQ=WEEKLY;BYDAY=TH", "day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
		{"FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO", "quarter", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO"},
		{"FREQ=MONTHLY;INTERVAL=6", "year", "FREQ=MONTHLY;INTERVAL=12"},
		{"never", "month", "never"},
	} {
		got := AtCadence(contract.Recurrence{Rrule: c.rule, Start: "2026-01-08T09:00", TimeZone: "Europe/Berlin"}, c.every)
		if got.Rrule != c.want {
			t.Errorf("%s every %s: %s, expected %s", c.rule, c.every, got.Rrule, c.want)
		}
	}
}

func TestCalendarAtKeepsTheLocalTime(t *testing.T) {
	quarterly := contract.Recurrence{Rrule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", Start: "2026-01-20T09:00", TimeZone: "Europe/Berlin"}
	from := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	got := CalendarAt(quarterly, "month", nil, from, from.AddDate(1, 0, 0))
	if len(got) != 12 {
		t.Fatalf("%d reviews in a year: %v", len(got), got)
	}
	for i, want := range []string{"2026-02-17T08:00:00Z", "2026-03-17T08:00:00Z", "2026-04-21T07:00:00Z"} {
		if got[i].UTC().Format(time.RFC3339) != want {
			t.Errorf("%s, expected %s", got[i].UTC(), want)
		}
	}
	if got := CalendarAt(contract.Recurrence{Rrule: "never"}, "month", nil, from, from.AddDate(1, 0, 0)); got != nil {
		t.Errorf("of a rule that can't be read: %v", got)
	}
}
