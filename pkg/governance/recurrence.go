package governance

import (
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Recurrence says when the meetings of a series are: by a rule, and by those that applied before it. It is immutable.
type Recurrence struct {
	rule
	// earlier are the rules before this one, oldest first, each until the end of its last day.
	earlier  []rule
	holidays map[string]string
}

// Slot is one occurrence of a recurrence.
type Slot struct {
	// Planned is when it begins by the rule, Start after a holiday moved it.
	Planned, Start time.Time
	// Holiday is the title of the holiday on which it takes place; nil on any other day.
	Holiday *string
	// zone is the one whose days its rule counts.
	zone *time.Location
}

// RecurrenceProblem is one reason why a recurrence is refused. Path is a JSON pointer relative to it, such as "/rrule".
type RecurrenceProblem struct {
	Path string
	Said *contract.Reason
}

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
	refuse := func(path string, said *contract.Reason) {
		problems = append(problems, RecurrenceProblem{path, said})
	}
	days := readDays(spec.TimeZone, spec.Except, spec.OnHoliday, refuse)
	r := &Recurrence{holidays: map[string]string{}}
	r.rule = readRule(spec.Rrule, spec.Start, days, refuse)
	r.earlier, r.applies = readEarlier(spec, days, refuse)
	if len(problems) > 0 {
		return nil, problems
	}
	for _, h := range holidays {
		r.holidays[h.Date] = text(h.Title)
	}
	return r, nil
}

// ZoneAt is the time zone in which the meetings keep their local time at an instant.
func (r *Recurrence) ZoneAt(t time.Time) *time.Location {
	for i, past := range r.earlier {
		next := r.rule
		if i+1 < len(r.earlier) {
			next = r.earlier[i+1]
		}
		if wallOf(t, past.zone).Before(next.applies) {
			return past.zone
		}
	}
	return r.zone
}

// Between lists the slots that start in [from, to), in the order of time. Meetings that a holiday moves onto another one of the
// series fall together with it.
func (r *Recurrence) Between(from, to time.Time) []Slot {
	reach := 2 * day // a wall-clock time is that far from its instant at most
	if len(r.holidays) > 0 {
		reach += maxMove * day
	}
	var slots []Slot
	for _, each := range append(slices.Clone(r.earlier), r.rule) {
		for _, wall := range each.walls(from.Add(-reach), to.Add(reach)) {
			slot, ok := each.slot(wall, r.holidays)
			if ok && !slot.Start.Before(from) && slot.Start.Before(to) {
				slots = append(slots, slot)
			}
		}
	}
	slices.SortStableFunc(slots, func(a, b Slot) int { return a.Start.Compare(b.Start) })
	return slices.CompactFunc(slots, func(a, b Slot) bool { return a.Start.Equal(b.Start) })
}

// slot is the occurrence of a wall-clock time; false where there is none.
func (r ruleDays) slot(wall time.Time, holidays map[string]string) (Slot, bool) {
	date := wall.Format(dateForm)
	if r.except[date] {
		return Slot{}, false
	}
	planned := instantAt(wall, r.zone)
	title, holiday := holidays[date]
	switch {
	case !holiday:
		return Slot{Planned: planned, Start: planned, zone: r.zone}, true
	case r.onHoliday == "keep":
		return Slot{Planned: planned, Start: planned, Holiday: &title, zone: r.zone}, true
	case r.onHoliday == "skip":
		return Slot{}, false
	}
	step := 1
	if r.onHoliday == "previous" {
		step = -1
	}
	for moved := 1; moved <= maxMove; moved++ {
		if other := wall.AddDate(0, 0, step*moved); r.working(other, holidays) {
			return Slot{Planned: planned, Start: instantAt(other, r.zone), zone: r.zone}, true
		}
	}
	return Slot{}, false
}

// working reports whether a day is one on which people meet.
func (r ruleDays) working(wall time.Time, holidays map[string]string) bool {
	date := wall.Format(dateForm)
	_, holiday := holidays[date]
	return !holiday && !r.except[date] && wall.Weekday() != time.Saturday && wall.Weekday() != time.Sunday
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
