package governance

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// workdays are those of a daily review.
const workdays = "MO,TU,WE,TH,FR"

// monthsOf are the months between reviews of a cadence of months.
var monthsOf = map[period.Frequency]int{period.Month: 1, period.Quarter: 3, period.Half: 6, period.Year: 12}

// AtCadence is a recurrence with another distance between its meetings: same time of day, same weekdays, and where the new
// rule counts in months the same place in the month. Daily reviews are on workdays. It ends when the recurrence does.
func AtCadence(recurrence contract.Recurrence, every string) contract.Recurrence {
	parts, err := partsOf(recurrence.Rrule)
	if err != nil {
		return recurrence
	}
	rule := []string{}
	switch frequency := period.Frequency(every); frequency {
	case period.Day:
		rule = append(rule, "FREQ=WEEKLY", "BYDAY="+workdays)
	case period.Week:
		rule = append(rule, "FREQ=WEEKLY")
		if days := weekdaysOf(parts["BYDAY"]); days != "" {
			rule = append(rule, "BYDAY="+days)
		}
	default:
		rule = append(rule, "FREQ=MONTHLY", fmt.Sprintf("INTERVAL=%d", monthsOf[frequency]))
		rule = append(rule, placeInMonth(parts, recurrence.Start)...)
	}
	for _, name := range []string{"BYHOUR", "BYMINUTE", "BYSECOND"} {
		if value := parts[name]; value != "" {
			rule = append(rule, name+"="+value)
		}
	}
	if until := cmp.Or(parts["UNTIL"], lastDay(recurrence, parts)); until != "" {
		rule = append(rule, "UNTIL="+until)
	}
	recurrence.Rrule = strings.Join(rule, ";")
	return recurrence
}

// lastDay is the day of the last meeting of a rule that counts its meetings, as UNTIL writes it; empty of any other rule.
func lastDay(recurrence contract.Recurrence, parts map[string]string) string {
	r, problems := NewRecurrence(recurrence, nil)
	if parts["COUNT"] == "" || len(problems) > 0 {
		return ""
	}
	walls := occurrences(r.options, func(time.Time) bool { return true }, -1)
	return walls[len(walls)-1].Format("20060102")
}

// weekdaysOf are the weekdays of a BYDAY without their places in the month, each once.
func weekdaysOf(byDay string) string {
	var days []string
	seen := map[string]bool{}
	for _, entry := range strings.Split(byDay, ",") {
		if name := strings.TrimLeft(entry, "+-0123456789"); name != "" && !seen[name] {
			seen[name] = true
			days = append(days, name)
		}
	}
	return strings.Join(days, ",")
}

// placeInMonth are the parts that say where in a month a meeting is. A rule that only names weekdays, or several, stands for the
// first of them as often in the month as the start is.
func placeInMonth(parts map[string]string, start string) []string {
	byDay := parts["BYDAY"]
	switch {
	case byDay == "" && parts["BYMONTHDAY"] != "":
		return []string{"BYMONTHDAY=" + parts["BYMONTHDAY"]}
	case byDay == "":
		return nil
	case strings.ContainsAny(byDay, "0123456789"):
		return []string{"BYDAY=" + byDay}
	case parts["BYSETPOS"] != "":
		return []string{"BYDAY=" + byDay, "BYSETPOS=" + parts["BYSETPOS"]}
	}
	first, _, _ := strings.Cut(byDay, ",")
	place := 1
	if begin, err := wallTime(start); err == nil {
		place = min((begin.Day()-1)/7+1, 4)
	}
	return []string{fmt.Sprintf("BYDAY=%d%s", place, first)}
}

// CalendarAt lists when the meetings of a recurrence would start in [from, to) at another cadence; none where the recurrence
// can't be read.
func CalendarAt(recurrence contract.Recurrence, every string, holidays []contract.Holiday, from, to time.Time) []time.Time {
	r, problems := NewRecurrence(AtCadence(recurrence, every), holidays)
	if len(problems) > 0 {
		return nil
	}
	var starts []time.Time
	for _, slot := range r.Between(from, to) {
		starts = append(starts, slot.Start)
	}
	return starts
}
