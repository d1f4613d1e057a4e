package period

import (
	"sort"
	"time"
)

// Civil days are counted from 1970-01-01, day 0, in the proleptic Gregorian calendar.
const (
	secondsPerDay = 24 * 60 * 60
	daysPerWeek   = 7
	// farthestOffset is more than any zone was ever away from UTC, in seconds.
	farthestOffset = 16 * 60 * 60
)

func dayOf(year int, month time.Month, day int) int {
	return int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

func dateOf(day int) (year int, month time.Month, dayOfMonth int) {
	return time.Unix(int64(day)*secondsPerDay, 0).UTC().Date()
}

// daysIn is the length of a month.
func daysIn(year int, month time.Month) int {
	return dayOf(year, month+1, 1) - dayOf(year, month, 1)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

func offsetAt(second int64, zone *time.Location) int64 {
	_, offset := time.Unix(second, 0).In(zone).Zone()
	return int64(offset)
}

// startOfDay is the Unix second at which a civil day begins in a zone: the first instant whose local time is not before
// the day's midnight. Where clocks skip midnight that is the end of the gap, where they repeat it the first occurrence.
func startOfDay(day int, zone *time.Location) int64 {
	midnight := int64(day) * secondsPerDay
	low, high := midnight-farthestOffset, midnight+farthestOffset
	before, after := offsetAt(low, zone), offsetAt(high, zone)
	if before == after {
		return midnight - before
	}
	change := low + int64(sort.Search(int(high-low), func(i int) bool { return offsetAt(low+int64(i), zone) != before }))
	if start := midnight - before; start < change {
		return start
	}
	return max(change, midnight-after)
}

// localDay is the civil day whose interval holds a Unix second in a zone.
func localDay(second int64, zone *time.Location) int {
	day := floorDiv(int(second+offsetAt(second, zone)), secondsPerDay)
	// After clocks were set back over midnight the local date is yesterday's, but today has begun.
	for startOfDay(day+1, zone) <= second {
		day++
	}
	return day
}
