package period

import (
	"strconv"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Ids exist for periods that are named by these years.
const (
	minYear = 1000
	maxYear = 9999
)

const fiscalPrefix = "FY"

// ID is the period's id, such as 2026-03-14, 2026-W11, 2026-03, 2026-Q1, 2026-H1, 2026 or, in fiscal calendars, FY2026-Q1.
// Ids of one frequency sort as text in the order of time. Only those of the years 1000 to 9999 can be parsed again.
func (c *Calendar) ID(p Period) string {
	var buffer [16]byte
	id := buffer[:0]
	switch p.Frequency {
	case Day:
		year, month, day := dateOf(p.Ordinal)
		return string(appendPadded(appendPadded(appendYear(id, year), "-", int(month)), "-", day))
	case Week:
		year, week := c.weekNumber(p.Ordinal)
		if c.weekYear != nil {
			id = append(id, fiscalPrefix...)
		}
		return string(appendPadded(appendYear(id, year), "-W", week))
	case Month:
		year, month := floorDiv(p.Ordinal, monthsPerYear), floorMod(p.Ordinal, monthsPerYear)+1
		if c.weekYear != nil {
			return string(appendPadded(appendYear(append(id, fiscalPrefix...), year), "-P", month))
		}
		return string(appendPadded(appendYear(id, year), "-", month))
	}
	n := perYear(p.Frequency)
	id = appendYear(append(id, c.prefix...), floorDiv(p.Ordinal, n))
	switch p.Frequency {
	case Quarter:
		id = strconv.AppendInt(append(id, "-Q"...), int64(floorMod(p.Ordinal, n)+1), 10)
	case Half:
		id = strconv.AppendInt(append(id, "-H"...), int64(floorMod(p.Ordinal, n)+1), 10)
	}
	return string(id)
}

// weekNumber is the year by which a week is named and its number there, from 1.
func (c *Calendar) weekNumber(ordinal int) (year, week int) {
	middle := c.weekStart + ordinal*daysPerWeek + weekMiddle
	if c.weekYear != nil {
		fiscal, first := c.weekYear.year(middle)
		return fiscal, (middle-first)/daysPerWeek + 1
	}
	year, _, _ = dateOf(middle)
	return year, (middle-dayOf(year, time.January, 1))/daysPerWeek + 1
}

// firstWeek is the ordinal of the first week that is named by a year, weeksIn how many there are.
func (c *Calendar) firstWeek(year int) int {
	if c.weekYear != nil {
		return c.holding(c.weekYear.lastDay(year-1)+1, Week).Ordinal
	}
	return c.holding(dayOf(year, time.January, 1)+weekMiddle, Week).Ordinal
}

func (c *Calendar) weeksIn(year int) int { return c.firstWeek(year+1) - c.firstWeek(year) }

func appendYear(id []byte, year int) []byte {
	for limit := 1000; limit > 1 && year < limit; limit /= 10 {
		id = append(id, '0')
	}
	return strconv.AppendInt(id, int64(year), 10)
}

func appendPadded(id []byte, prefix string, n int) []byte {
	id = append(id, prefix...)
	if n < 10 {
		id = append(id, '0')
	}
	return strconv.AppendInt(id, int64(n), 10)
}

// Parse reads an id as ID writes it, and nothing else. The error says what was expected.
func (c *Calendar) Parse(id string) (Period, error) {
	p, said := c.parse(id)
	if said != nil {
		return Period{}, &sentence.Error{Said: sentence.IdOfNoPeriod(quote(id), said)}
	}
	return p, nil
}

// shape is what an id is made of: a year and the position in it of a period of one frequency.
type shape struct {
	fiscal    bool
	frequency Frequency
	// period marks the months of week patterns, such as FY2026-P03.
	period         bool
	year, position int
	// day is the day of the month; only of days.
	day int
}

// parse is Parse with what is wrong as a sentence, nil for nothing.
func (c *Calendar) parse(id string) (Period, *contract.Reason) {
	s, ok := shapeOf(id)
	if !ok {
		return Period{}, sentence.PeriodExpected(c.examples())
	}
	if s.year < minYear {
		return Period{}, sentence.YearOutOfRange(strconv.Itoa(minYear), strconv.Itoa(maxYear))
	}
	if s.period != (c.weekYear != nil && s.frequency == Month) || s.fiscal != c.fiscalIDs(s.frequency) {
		return Period{}, sentence.IdOfOtherCalendar(c.examples())
	}
	number := func(f Frequency, last int) *contract.Reason {
		if s.position < 1 || s.position > last {
			return sentence.NoSuchPart(string(f), s.position, strconv.Itoa(s.year), last)
		}
		return nil
	}
	switch s.frequency {
	case Day:
		if said := number(Month, monthsPerYear); said != nil {
			return Period{}, said
		}
		month := time.Month(s.position)
		if last := daysIn(s.year, month); s.day < 1 || s.day > last {
			return Period{}, sentence.NoSuchDay(s.day, month, strconv.Itoa(s.year), last)
		}
		return Period{Day, dayOf(s.year, month, s.day)}, nil
	case Week:
		if said := number(Week, c.weeksIn(s.year)); said != nil {
			return Period{}, said
		}
		return Period{Week, c.firstWeek(s.year) + s.position - 1}, nil
	}
	n := perYear(s.frequency)
	if said := number(s.frequency, n); said != nil {
		return Period{}, said
	}
	return Period{s.frequency, s.year*n + s.position - 1}, nil
}

// fiscalIDs is whether ids of a frequency begin with FY.
func (c *Calendar) fiscalIDs(f Frequency) bool {
	switch f {
	case Day:
		return false
	case Week, Month:
		return c.weekYear != nil
	}
	return c.prefix != ""
}

// expected describes the ids of the calendar by examples.
func (c *Calendar) examples() (week, month, quarter, half, year string) {
	week, month = "2026-W11", "2026-03"
	if c.weekYear != nil {
		week, month = "FY2026-W11", "FY2026-P03"
	}
	return week, month, c.prefix + "2026-Q1", c.prefix + "2026-H1", c.prefix + "2026"
}

// shapeOf splits an id of any calendar, without looking at the numbers. False when no calendar writes ids like this.
func shapeOf(id string) (shape, bool) {
	rest, fiscal := strings.CutPrefix(id, fiscalPrefix)
	s := shape{fiscal: fiscal, frequency: Year, position: 1}
	var ok bool
	if s.year, rest, ok = cutDigits(rest, 4); !ok {
		return s, false
	}
	if rest == "" {
		return s, true
	}
	if len(rest) < 2 || rest[0] != '-' {
		return s, false
	}
	letter, width := rest[1], 2
	switch letter {
	case 'W':
		s.frequency = Week
	case 'P':
		s.frequency, s.period = Month, true
	case 'Q':
		s.frequency, width = Quarter, 1
	case 'H':
		s.frequency, width = Half, 1
	default:
		s.frequency = Month
		return monthOrDay(s, rest[1:])
	}
	s.position, rest, ok = cutDigits(rest[2:], width)
	return s, ok && rest == ""
}

func monthOrDay(s shape, rest string) (shape, bool) {
	var ok bool
	if s.position, rest, ok = cutDigits(rest, 2); !ok || rest == "" {
		return s, ok
	}
	if rest, ok = strings.CutPrefix(rest, "-"); !ok {
		return s, false
	}
	s.frequency = Day
	s.day, rest, ok = cutDigits(rest, 2)
	return s, ok && rest == ""
}

// cutDigits takes exactly n decimal digits from the front.
func cutDigits(text string, n int) (number int, rest string, ok bool) {
	if len(text) < n {
		return 0, text, false
	}
	for i := range n {
		digit := text[i] - '0'
		if digit > 9 {
			return 0, text, false
		}
		number = number*10 + int(digit)
	}
	return number, text[n:], true
}

const quotedLength = 40

// quote shows an id in a message; a long one shortened.
func quote(id string) string {
	if len(id) > quotedLength {
		return strconv.Quote(id[:quotedLength]) + "…"
	}
	return strconv.Quote(id)
}
