package period

import (
	"strings"
	"time"
	_ "time/tzdata" // zones don't depend on what the host has installed

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Calendar answers every question about periods for one Calendar resource. It is immutable: safe for concurrent use.
type Calendar struct {
	zone   *time.Location
	fiscal fiscalYear
	// weekYear is fiscal of a calendar with a week pattern, else nil: then weeks are ISO 8601.
	weekYear *weekYear
	// weekStart is the first civil day of week 0.
	weekStart int
	// prefix is "FY" where the fiscal year isn't the calendar year, else "".
	prefix string
}

// Problem is one reason why a calendar is refused. Path is a JSON pointer relative to the spec, such as "/timeZone".
type Problem struct {
	Path string
	Said *contract.Reason
}

// Problems are all reasons why a calendar is refused; New returns them as its error.
type Problems []Problem

// Error lists every problem with its place.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Path + ": " + problem.Said.Message
	}
	return "calendar: " + strings.Join(lines, "; ")
}

// isoWeekStart is the Monday of 1970's first ISO week.
const isoWeekStart = -3

// New makes the calendar that a spec describes. The error, if any, is Problems and complete.
func New(spec contract.CalendarSpec) (*Calendar, error) {
	var problems Problems
	refuse := func(path string, said *contract.Reason) {
		problems = append(problems, Problem{path, said})
	}
	zone, err := loadZone(spec.TimeZone)
	if err != nil {
		refuse("/timeZone", sentence.Of(err))
	}
	firstMonth := 1
	if spec.FiscalYearStartMonth != nil {
		firstMonth = int(*spec.FiscalYearStartMonth)
	}
	if firstMonth < 1 || firstMonth > monthsPerYear {
		refuse("/fiscalYearStartMonth", sentence.NoMonth(firstMonth))
	}
	calendar := &Calendar{zone: zone, weekStart: isoWeekStart}
	switch {
	case spec.Pattern == nil && spec.YearEnd == nil:
		calendar.fiscal = newMonthYear(firstMonth)
		if firstMonth != 1 {
			calendar.prefix = fiscalPrefix
		}
	case spec.Pattern == nil:
		refuse("/yearEnd", sentence.YearEndWithoutPattern)
	case spec.YearEnd == nil:
		refuse("/yearEnd", sentence.YearEndNeeded)
	default:
		if firstMonth != 1 {
			refuse("/pattern", sentence.PatternAndMonth)
		}
		year := newWeekYear(*spec.Pattern, *spec.YearEnd, refuse)
		calendar.fiscal, calendar.weekYear, calendar.prefix = year, year, fiscalPrefix
		calendar.weekStart = floorMod(year.lastDay(1970)+1, daysPerWeek)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return calendar, nil
}

// loadZone finds an IANA zone. Names that Go or the host know beside IANA's are refused: they mean something else elsewhere.
func loadZone(name string) (*time.Location, error) {
	private := name == "" || name == "Local" || name == "localtime" || name == "posixrules" || name == "Factory" ||
		strings.HasPrefix(name, "posix/") || strings.HasPrefix(name, "right/")
	if !private {
		if zone, err := time.LoadLocation(name); err == nil {
			return zone, nil
		}
	}
	return nil, &sentence.Error{Said: sentence.NoTimeZone(name)}
}

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
}

// patterns gives the weeks of a quarter before each of its periods.
var patterns = map[string][3]int{"4-4-5": {0, 4, 8}, "4-5-4": {0, 4, 9}, "5-4-4": {0, 5, 9}}

func newWeekYear(pattern string, end contract.YearEnd, refuse func(path string, said *contract.Reason)) *weekYear {
	starts, ok := patterns[pattern]
	if !ok {
		refuse("/pattern", sentence.NoPattern(pattern))
	}
	weekday, ok := weekdays[end.Weekday]
	if !ok {
		refuse("/yearEnd/weekday", sentence.NoWeekday(end.Weekday))
	}
	if end.Month < 1 || end.Month > monthsPerYear {
		refuse("/yearEnd/month", sentence.NoMonth(int(end.Month)))
	}
	if end.Rule != "last" && end.Rule != "nearest" {
		refuse("/yearEnd/rule", sentence.NoYearEndRule(end.Rule))
	}
	return &weekYear{endMonth: time.Month(end.Month), endWeekday: weekday, nearest: end.Rule == "nearest", starts: starts}
}

// Location is the calendar's time zone.
func (c *Calendar) Location() *time.Location { return c.zone }

// Start is the instant at which a period begins, in UTC. A day starts at its first existing instant.
func (c *Calendar) Start(p Period) time.Time {
	return time.Unix(startOfDay(c.firstDay(p), c.zone), 0).UTC()
}

// End is the instant at which a period ends, in UTC. It isn't part of the period: the next one starts there.
func (c *Calendar) End(p Period) time.Time { return c.Start(p.Next(1)) }

// At is the period of a frequency that holds an instant.
func (c *Calendar) At(t time.Time, f Frequency) Period {
	return c.holding(localDay(t.Unix(), c.zone), f)
}

// Containing is the period of a coarser frequency to which a period belongs. An ISO week belongs where its Thursday lies.
// Of a finer frequency it is the first period that belongs to p.
func (c *Calendar) Containing(p Period, f Frequency) Period {
	if f.Rank() <= p.Frequency.Rank() {
		first, _ := c.Sub(p, f)
		return first
	}
	return c.holding(c.anchor(p), f)
}

// Sub gives the first and the last of the periods of a finer frequency that belong to a period: those whose Containing it
// is. Of a coarser frequency both are the one to which p belongs.
func (c *Calendar) Sub(p Period, f Frequency) (first, last Period) {
	switch {
	case f == p.Frequency:
		return p, p
	case f.Rank() > p.Frequency.Rank():
		outer := c.Containing(p, f)
		return outer, outer
	}
	begin, end := c.firstDay(p), c.firstDay(p.Next(1))
	if f == Week {
		// The week whose fourth day is the first one on or after begin holds begin + 3.
		return c.holding(begin+weekMiddle, Week), c.holding(end+weekMiddle, Week).Next(-1)
	}
	return c.holding(begin, f), c.holding(end-1, f)
}

// FiscalYear is the fiscal year to which a period belongs.
func (c *Calendar) FiscalYear(p Period) Period { return c.Containing(p, Year) }

// Counterpart is the same period a year before: the same month, quarter or half of the fiscal year before, the week of the
// same number one year before, the same month and day of the calendar year before. It is false where there is none: for
// 29 February, and for a 53rd week unless that year has one too.
func (c *Calendar) Counterpart(p Period) (Period, bool) {
	switch p.Frequency {
	case Day:
		year, month, day := dateOf(p.Ordinal)
		if day > daysIn(year-1, month) {
			return Period{}, false
		}
		return Period{Day, dayOf(year-1, month, day)}, true
	case Week:
		year, week := c.weekNumber(p.Ordinal)
		if week > c.weeksIn(year-1) {
			return Period{}, false
		}
		return Period{Week, c.firstWeek(year-1) + week - 1}, true
	}
	return p.Next(-perYear(p.Frequency)), true
}

// weekMiddle is how many days after its first day a week's fourth day is: the Thursday of an ISO week.
const weekMiddle = 3

func (c *Calendar) firstDay(p Period) int {
	switch p.Frequency {
	case Day:
		return p.Ordinal
	case Week:
		return c.weekStart + p.Ordinal*daysPerWeek
	}
	return c.fiscal.firstDay(p.Frequency, p.Ordinal)
}

// anchor is the day by which a period belongs to coarser ones.
func (c *Calendar) anchor(p Period) int {
	if p.Frequency == Week {
		return c.firstDay(p) + weekMiddle
	}
	return c.firstDay(p)
}

func (c *Calendar) holding(day int, f Frequency) Period {
	switch f {
	case Day:
		return Period{Day, day}
	case Week:
		return Period{Week, floorDiv(day-c.weekStart, daysPerWeek)}
	}
	return Period{f, c.fiscal.containing(day, f)}
}

// Close is when the values of a period are final: a number of calendar days after its end.
func (c *Calendar) Close(p Period, days int) time.Time {
	end := c.End(p)
	if days == 0 {
		return end
	}
	return c.Start(c.At(end, Day).Next(days))
}

// Zone finds an IANA time zone by its name; the error says what to write instead.
func Zone(name string) (*time.Location, error) { return loadZone(name) }
