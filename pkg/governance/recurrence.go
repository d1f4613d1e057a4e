package governance

import (
	"fmt"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// Recurrence says when the meetings of a series are: a rule of RFC 5545 in the local time of a zone, those that applied before it,
// days without meetings, and where a meeting goes that falls on a holiday. It is immutable.
type Recurrence struct {
	rule
	// earlier are the rules before this one, oldest first, each until the end of its last day.
	earlier   []rule
	zone      *time.Location
	except    map[string]bool
	holidays  map[string]string
	onHoliday string
}

// Slot is one occurrence of a recurrence.
type Slot struct {
	// Planned is when it begins by the rule, Start after a holiday moved it.
	Planned, Start time.Time
	// Holiday is the title of the holiday on which it takes place; nil on any other day.
	Holiday *string
}

// RecurrenceProblem is one reason why a recurrence is refused. Path is a JSON pointer relative to it, such as "/rrule".
type RecurrenceProblem struct{ Path, Message string }

const (
	// dateForm is how the contract writes a day.
	dateForm = time.DateOnly
	// maxMove is how many days a meeting is moved at most to find a working day; then it falls out.
	maxMove = 60
	day     = 24 * time.Hour
)

// NewRecurrence reads a recurrence. Holidays are those of the calendar that counts. Problems are complete; with any the
// recurrence is nil.
func NewRecurrence(spec contract.Recurrence, holidays []contract.Holiday) (*Recurrence, []RecurrenceProblem) {
	var problems []RecurrenceProblem
	refuse := func(path, format string, args ...any) {
		problems = append(problems, RecurrenceProblem{path, fmt.Sprintf(format, args...)})
	}
	zone, zoneErr := period.Zone(spec.TimeZone)
	if zoneErr != nil {
		refuse("/timeZone", "%v", zoneErr)
		zone = time.UTC
	}
	r := &Recurrence{zone: zone, except: map[string]bool{}, holidays: map[string]string{}, onHoliday: "next"}
	r.rule = readRule(spec.Rrule, spec.Start, zone, refuse)
	r.earlier, r.applies = readEarlier(spec, zone, refuse)
	if len(problems) > 0 {
		return nil, problems
	}
	if spec.OnHoliday != nil {
		r.onHoliday = *spec.OnHoliday
	}
	for _, d := range spec.Except {
		r.except[d] = true
	}
	for _, h := range holidays {
		r.holidays[h.Date] = text(h.Title)
	}
	return r, nil
}

// Zone is the time zone in which the meetings keep their local time.
func (r *Recurrence) Zone() *time.Location { return r.zone }

// Between lists the slots that start in [from, to), in the order of time. Meetings that a holiday moves onto another one of the
// series fall together with it.
func (r *Recurrence) Between(from, to time.Time) []Slot {
	reach := 2 * day // a wall-clock time is that far from its instant at most
	if len(r.holidays) > 0 {
		reach += maxMove * day
	}
	var slots []Slot
	for _, wall := range r.allWalls(from.Add(-reach), to.Add(reach)) {
		slot, ok := r.slot(wall)
		if ok && !slot.Start.Before(from) && slot.Start.Before(to) {
			slots = append(slots, slot)
		}
	}
	slices.SortStableFunc(slots, func(a, b Slot) int { return a.Start.Compare(b.Start) })
	return slices.CompactFunc(slots, func(a, b Slot) bool { return a.Start.Equal(b.Start) })
}

// slot is the occurrence of a wall-clock time; false where there is none.
func (r *Recurrence) slot(wall time.Time) (Slot, bool) {
	date := wall.Format(dateForm)
	if r.except[date] {
		return Slot{}, false
	}
	planned := instantAt(wall, r.zone)
	title, holiday := r.holidays[date]
	switch {
	case !holiday:
		return Slot{Planned: planned, Start: planned}, true
	case r.onHoliday == "keep":
		return Slot{Planned: planned, Start: planned, Holiday: &title}, true
	case r.onHoliday == "skip":
		return Slot{}, false
	}
	step := 1
	if r.onHoliday == "previous" {
		step = -1
	}
	for moved := 1; moved <= maxMove; moved++ {
		if other := wall.AddDate(0, 0, step*moved); r.working(other) {
			return Slot{Planned: planned, Start: instantAt(other, r.zone)}, true
		}
	}
	return Slot{}, false
}

// working reports whether a day is one on which people meet.
func (r *Recurrence) working(wall time.Time) bool {
	date := wall.Format(dateForm)
	_, holiday := r.holidays[date]
	return !holiday && !r.except[date] && wall.Weekday() != time.Saturday && wall.Weekday() != time.Sunday
}

// allWalls lists the wall-clock times of the rules in [from, to], of each while it applies.
func (r *Recurrence) allWalls(from, to time.Time) []time.Time {
	var walls []time.Time
	for _, past := range r.earlier {
		walls = append(walls, past.walls(from, to)...)
	}
	return append(walls, r.walls(from, to)...)
}

// wallTime reads a local date and time, with or without seconds.
func wallTime(text string) (time.Time, error) {
	if t, err := time.Parse("2006-01-02T15:04", text); err == nil {
		return t, nil
	}
	return time.Parse("2006-01-02T15:04:05", text)
}

// wallOf is what the clocks of a zone show at an instant, written as if it were UTC.
func wallOf(t time.Time, zone *time.Location) time.Time {
	local := t.In(zone)
	return time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), 0, time.UTC)
}

// instantAt is when the clocks of a zone show a wall-clock time: the first time where they show it twice, and where they skip
// it when they would have shown it had they not been put forward (RFC 5545, 3.3.5).
func instantAt(wall time.Time, zone *time.Location) time.Time {
	offset := func(t time.Time) time.Duration {
		_, seconds := t.In(zone).Zone()
		return time.Duration(seconds) * time.Second
	}
	before, after := offset(wall.Add(-day)), offset(wall.Add(day))
	first, second := wall.Add(-before), wall.Add(-after)
	if offset(first) != before && offset(second) == after {
		return second
	}
	return first
}
