package governance

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// Recurrence says when the meetings of a series are: a rule of RFC 5545 in the local time of a zone, days without meetings, and
// where a meeting goes that falls on a holiday. It is immutable.
type Recurrence struct {
	// options have every part of the rule spelled out. Their times are local wall-clock times, written as if they were UTC.
	options   rrule.ROption
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
	// maxCount and maxInterval bound what a rule may cost.
	maxCount    = 10_000
	maxInterval = 1_000
	// firstYear and lastYear are those in which a series may start.
	firstYear, lastYear = 1900, 2199
	day                 = 24 * time.Hour
)

// NewRecurrence reads a recurrence. Holidays are those of the calendar that counts. Problems are complete; with any the
// recurrence is nil.
func NewRecurrence(spec contract.Recurrence, holidays []contract.Holiday) (*Recurrence, []RecurrenceProblem) {
	var problems []RecurrenceProblem
	refuse := func(path, format string, args ...any) {
		problems = append(problems, RecurrenceProblem{path, fmt.Sprintf(format, args...)})
	}
	start, err := wallTime(spec.Start)
	switch {
	case err != nil:
		refuse("/start", "is no date and time that exists: write it like 2026-01-20T09:00")
	case start.Year() < firstYear || start.Year() > lastYear:
		refuse("/start", "must be of a year from %d to %d", firstYear, lastYear)
	}
	zone, zoneErr := period.Zone(spec.TimeZone)
	if zoneErr != nil {
		refuse("/timeZone", "%v", zoneErr)
		zone = time.UTC
	}
	option, err := readRule(spec.Rrule, zone)
	if err != nil {
		refuse("/rrule", "%v", err)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	option.Dtstart = start
	rule, err := rrule.NewRRule(*option)
	if err != nil {
		refuse("/rrule", "%v", err)
		return nil, problems
	}
	r := &Recurrence{
		options: rule.Options, zone: zone, except: map[string]bool{}, holidays: map[string]string{}, onHoliday: "next",
	}
	r.options.Dtstart, r.options.Count, r.options.Until = start, option.Count, option.Until
	if spec.OnHoliday != nil {
		r.onHoliday = *spec.OnHoliday
	}
	for _, d := range spec.Except {
		r.except[d] = true
	}
	for _, h := range holidays {
		r.holidays[h.Date] = text(h.Title)
	}
	if !r.happens() {
		refuse("/rrule", "there is no day on which it happens: see its start, its end and the days that it names")
		return nil, problems
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
	for _, wall := range r.walls(from.Add(-reach), to.Add(reach)) {
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

// walls lists the rule's wall-clock times in [from, to].
func (r *Recurrence) walls(from, to time.Time) []time.Time {
	options := r.options
	if options.Until.IsZero() || options.Until.After(to) {
		options.Until = to
	}
	if options.Count == 0 {
		options.Dtstart = r.near(from)
	}
	return occurrences(options, func(t time.Time) bool { return !t.Before(from) }, -1)
}

// near is a start from which the rule has the same occurrences from a time on, so that the years before need not be gone
// through: the beginning of the last of the rule's own steps before it.
func (r *Recurrence) near(from time.Time) time.Time {
	start, interval := r.options.Dtstart, max(1, r.options.Interval)
	if !from.After(start) {
		return start
	}
	clock := start.Sub(time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, time.UTC))
	at := func(year int, month time.Month, dayOfMonth int) time.Time {
		return time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Add(clock)
	}
	// steps is how many whole steps of a length lie before; one is kept so that a step in progress is whole.
	steps := func(units int) int { return (units/interval - 1) * interval }
	year, month, dayOfMonth := start.Date()
	days := int(from.Sub(start) / day)
	var shift int
	switch r.options.Freq {
	case rrule.YEARLY:
		if shift = steps(from.Year() - year); shift > 0 {
			return at(year+shift, time.January, 1)
		}
	case rrule.MONTHLY:
		if shift = steps((from.Year()-year)*12 + int(from.Month()-month)); shift > 0 {
			return at(year, month+time.Month(shift), 1)
		}
	case rrule.WEEKLY:
		if shift = steps(days / 7); shift > 0 {
			intoWeek := (int(start.Weekday()) + 6 - r.options.Wkst.Day()) % 7
			return at(year, month, dayOfMonth-intoWeek+7*shift)
		}
	default:
		if shift = steps(days); shift > 0 {
			return at(year, month, dayOfMonth+shift)
		}
	}
	return start
}

// happens reports whether the rule has any occurrence. The library searches until the year 9999; dates come back every 400
// years, so the search is made late in that time, where it ends soon.
func (r *Recurrence) happens() bool {
	options := r.options
	years := (9899 - options.Dtstart.Year()) / 400 * 400
	options.Dtstart = options.Dtstart.AddDate(years, 0, 0)
	if !options.Until.IsZero() {
		options.Until = options.Until.AddDate(years, 0, 0)
	}
	return len(occurrences(options, func(time.Time) bool { return true }, 1)) > 0
}

// occurrences lists the first n occurrences that are wanted, all of them when n is negative. A rule that the library stumbles over
// has none.
func occurrences(options rrule.ROption, wanted func(time.Time) bool, n int) (times []time.Time) {
	defer func() {
		if recover() != nil {
			times = nil
		}
	}()
	rule, err := rrule.NewRRule(options)
	if err != nil {
		return nil
	}
	next := rule.Iterator()
	for len(times) != n {
		t, ok := next()
		if !ok {
			break
		}
		if wanted(t) {
			times = append(times, t)
		}
	}
	return times
}

// ruleParts are the parts that a rule may have. Those of time may name one value: meetings are at most daily.
var ruleParts = map[string]bool{
	"FREQ": true, "INTERVAL": true, "COUNT": true, "UNTIL": true, "WKST": true, "BYDAY": true, "BYMONTH": true, "BYMONTHDAY": true,
	"BYYEARDAY": true, "BYWEEKNO": true, "BYSETPOS": true, "BYHOUR": true, "BYMINUTE": true, "BYSECOND": true,
}

// readRule reads a rule of RFC 5545.
func readRule(rule string, zone *time.Location) (*rrule.ROption, error) {
	if strings.Contains(strings.ToUpper(rule), "DTSTART") {
		return nil, fmt.Errorf("must not contain DTSTART: write it as start and timeZone")
	}
	parts, err := partsOf(rule)
	if err != nil {
		return nil, err
	}
	switch parts["FREQ"] {
	case "":
		return nil, fmt.Errorf("needs FREQ: DAILY, WEEKLY, MONTHLY or YEARLY")
	case "HOURLY", "MINUTELY", "SECONDLY":
		return nil, fmt.Errorf("must not be %s: reviews are at most daily", parts["FREQ"])
	}
	for _, name := range []string{"BYHOUR", "BYMINUTE", "BYSECOND"} {
		if strings.Contains(parts[name], ",") {
			return nil, fmt.Errorf("must not have several values for %s: reviews are at most daily", name)
		}
	}
	for name, most := range map[string]int{"INTERVAL": maxInterval, "COUNT": maxCount} {
		if n, err := strconv.Atoi(parts[name]); parts[name] != "" && (err != nil || n < 1 || n > most) {
			return nil, fmt.Errorf("%s must be a whole number from 1 to %d, not %s", name, most, strconv.Quote(parts[name]))
		}
	}
	if parts["COUNT"] != "" && parts["UNTIL"] != "" {
		return nil, fmt.Errorf("has either COUNT or UNTIL, not both")
	}
	option, err := rrule.StrToROptionInLocation(strings.TrimPrefix(strings.TrimSpace(rule), "RRULE:"), time.UTC)
	if err != nil {
		return nil, fmt.Errorf("is no recurrence rule of RFC 5545: %w", err)
	}
	option.Until = untilWall(parts["UNTIL"], option.Until, zone)
	return option, nil
}

// partsOf gives the values of a rule's parts by their names.
func partsOf(rule string) (map[string]string, error) {
	parts := map[string]string{}
	for _, part := range strings.Split(strings.TrimPrefix(strings.TrimSpace(rule), "RRULE:"), ";") {
		name, value, _ := strings.Cut(part, "=")
		switch {
		case !ruleParts[name]:
			return nil, fmt.Errorf("is no recurrence rule of RFC 5545: %s is none of its parts; write one like FREQ=MONTHLY;BYDAY=2WE", strconv.Quote(name))
		case value == "":
			return nil, fmt.Errorf("is no recurrence rule of RFC 5545: %s has no value", name)
		case parts[name] != "":
			return nil, fmt.Errorf("has %s twice: keep one", name)
		}
		parts[name] = value
	}
	return parts, nil
}

// untilWall is the last wall-clock time that a rule's end allows: an instant in the zone, a local time as it is, and of a day
// its end.
func untilWall(text string, until time.Time, zone *time.Location) time.Time {
	switch {
	case text == "":
		return time.Time{}
	case strings.HasSuffix(text, "Z"):
		return wallOf(until, zone)
	case len(text) == len("20060102"):
		return until.Add(day - time.Second)
	}
	return until
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
// it the instant at which they go on.
func instantAt(wall time.Time, zone *time.Location) time.Time {
	offset := func(t time.Time) time.Duration {
		_, seconds := t.In(zone).Zone()
		return time.Duration(seconds) * time.Second
	}
	before, after := offset(wall.Add(-day)), offset(wall.Add(day))
	if first := wall.Add(-before); offset(first) == before {
		return first
	}
	second := wall.Add(-after)
	if offset(second) == after {
		return second
	}
	_, change := second.In(zone).ZoneBounds()
	return change.UTC()
}
