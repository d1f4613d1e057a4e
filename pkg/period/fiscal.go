package period

import "time"

// fiscalYear is how a calendar divides time into months, quarters, halves and years, in civil days.
type fiscalYear interface {
	// containing is the ordinal of the period of a frequency from Month on that holds a day.
	containing(day int, f Frequency) int
	// firstDay is the first day of such a period.
	firstDay(f Frequency, ordinal int) int
}

const (
	monthsPerYear   = 12
	quartersPerYear = 4
	halvesPerYear   = 2
)

// perYear is how many periods of a frequency from Month on a year has.
func perYear(f Frequency) int {
	switch f {
	case Month:
		return monthsPerYear
	case Quarter:
		return quartersPerYear
	case Half:
		return halvesPerYear
	}
	return 1
}

// monthYear is a fiscal year of calendar months. A month's ordinal counts calendar months from year 0; the other ordinals
// count fiscal quarters, halves and years.
type monthYear struct {
	// shift is how many months the fiscal year is ahead of the calendar year: 0 when it begins in January, else 9 when it
	// begins in April, since it is named by the year in which it ends.
	shift int
}

func newMonthYear(firstMonth int) monthYear {
	return monthYear{shift: (monthsPerYear + 1 - firstMonth) % monthsPerYear}
}

func (y monthYear) containing(day int, f Frequency) int {
	year, month, _ := dateOf(day)
	index := year*monthsPerYear + int(month) - 1
	if f == Month {
		return index
	}
	return floorDiv(index+y.shift, monthsPerYear/perYear(f))
}

func (y monthYear) firstDay(f Frequency, ordinal int) int {
	index := ordinal
	if f != Month {
		index = ordinal*(monthsPerYear/perYear(f)) - y.shift
	}
	return dayOf(floorDiv(index, monthsPerYear), time.Month(floorMod(index, monthsPerYear)+1), 1)
}

const (
	weeksPerQuarter = 13
	weeksPerYear    = quartersPerYear * weeksPerQuarter
)

// weekYear is a fiscal year of whole weeks. Ordinals count from fiscal year 0.
type weekYear struct {
	endMonth   time.Month
	endWeekday time.Weekday
	nearest    bool
	// starts are the weeks of a quarter before each of its three periods, such as 0, 4, 8.
	starts [3]int
}

// lastDay is the last day of a fiscal year. It is arithmetic on two dates, so nothing needs to be remembered.
func (y *weekYear) lastDay(fiscal int) int {
	monthEnd := dayOf(fiscal, y.endMonth+1, 1) - 1
	weekday := floorMod(monthEnd+int(time.Thursday), daysPerWeek) // day 0 was a Thursday
	after := floorMod(weekday-int(y.endWeekday), daysPerWeek)
	if y.nearest && after > daysPerWeek/2 {
		after -= daysPerWeek
	}
	return monthEnd - after
}

// year is the fiscal year that holds a day, and its first day.
func (y *weekYear) year(day int) (fiscal, first int) {
	fiscal, _, _ = dateOf(day)
	for day > y.lastDay(fiscal) {
		fiscal++
	}
	for first = y.lastDay(fiscal-1) + 1; day < first; first = y.lastDay(fiscal-1) + 1 {
		fiscal--
	}
	return fiscal, first
}

func (y *weekYear) containing(day int, f Frequency) int {
	fiscal, first := y.year(day)
	week := min((day-first)/daysPerWeek, weeksPerYear-1) // a 53rd week goes to the last period
	switch f {
	case Month:
		quarter, rest := week/weeksPerQuarter, week%weeksPerQuarter
		inQuarter := 0
		for inQuarter < 2 && rest >= y.starts[inQuarter+1] {
			inQuarter++
		}
		return fiscal*monthsPerYear + quarter*3 + inQuarter
	case Quarter:
		return fiscal*quartersPerYear + week/weeksPerQuarter
	case Half:
		return fiscal*halvesPerYear + week/(2*weeksPerQuarter)
	}
	return fiscal
}

func (y *weekYear) firstDay(f Frequency, ordinal int) int {
	n := perYear(f)
	fiscal, position := floorDiv(ordinal, n), floorMod(ordinal, n)
	week := position * (weeksPerYear / n)
	if f == Month {
		week = position/3*weeksPerQuarter + y.starts[position%3]
	}
	return y.lastDay(fiscal-1) + 1 + week*daysPerWeek
}
