package collection

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// wallClock is the instant at which clocks in the zone show what t shows in UTC. Where they skip that time it is the end of
// the gap, where they show it twice the first of both.
func wallClock(t time.Time, zone *time.Location) time.Time {
	t = t.UTC()
	// No zone changes its offset twice within a day: the offset in force is that of the day before or of the day after.
	offset := func(at time.Time) time.Duration {
		_, seconds := at.In(zone).Zone()
		return time.Duration(seconds) * time.Second
	}
	before, after := offset(t.Add(-day)), offset(t.Add(day))
	early, late := t.Add(-before), t.Add(-after)
	switch {
	case before == after:
		return early
	case offset(early) == before: // still the old offset, also where the hour repeats
		return early
	case offset(late) == after:
		return late
	}
	return gapEnd(early, zone)
}

// gapEnd is the instant of the change of offset shortly before t.
func gapEnd(t time.Time, zone *time.Location) time.Time {
	start, _ := t.In(zone).ZoneBounds()
	return start.UTC()
}

const day = 24 * time.Hour

// textTime reads a time from text: ISO 8601 with zone, or without, which counts as UTC.
func textTime(text string) (time.Time, error) {
	text = strings.TrimSpace(text)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is not an ISO 8601 time", text)
}

// periodID reads a period id from a cell: text, or a whole number such as 1997.
func periodID(cell any, calendar *period.Calendar, frequency period.Frequency) (period.Period, error) {
	id, ok := wholeText(cell)
	if !ok {
		return period.Period{}, fmt.Errorf("%v is no period id: it must be text or a whole number", cell)
	}
	p, err := calendar.Parse(strings.TrimSpace(id))
	if err != nil {
		return period.Period{}, err
	}
	if p.Frequency != frequency {
		return period.Period{}, fmt.Errorf("%s is a %s, but the KPI's frequency is %s", id, p.Frequency, frequency)
	}
	return p, nil
}

// wholeText gives text as it is and whole numbers as text.
func wholeText(cell any) (string, bool) {
	switch v := cell.(type) {
	case string:
		return v, true
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1e15 {
			return strconv.FormatFloat(v, 'f', -1, 64), true
		}
	}
	return "", false
}
