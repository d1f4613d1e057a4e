// Package period is the arithmetic of calendars: which periods there are, what they are called, when they begin and end,
// and which hold which. It is pure: no clock, no I/O beyond reading the time-zone database.
package period

// Frequency is the length of a period, as the contract writes it.
type Frequency string

// The frequencies, from the finest to the coarsest.
const (
	Day     Frequency = "day"
	Week    Frequency = "week"
	Month   Frequency = "month"
	Quarter Frequency = "quarter"
	Half    Frequency = "half"
	Year    Frequency = "year"
)

// Frequencies lists every frequency from the finest to the coarsest.
func Frequencies() []Frequency { return []Frequency{Day, Week, Month, Quarter, Half, Year} }

// Rank orders frequencies from the finest, Day 0, to the coarsest, Year 5. It is -1 for a word that is no frequency.
func (f Frequency) Rank() int {
	switch f {
	case Day:
		return 0
	case Week:
		return 1
	case Month:
		return 2
	case Quarter:
		return 3
	case Half:
		return 4
	case Year:
		return 5
	}
	return -1
}

// Period is one period of a calendar. Periods of one calendar are equal when they compare equal with ==, and the period
// after p is p with the next Ordinal. Ordinals of different frequencies or calendars have nothing to do with each other.
type Period struct {
	Frequency Frequency
	Ordinal   int
}

// Next is the period n periods later, or earlier when n is negative.
func (p Period) Next(n int) Period { return Period{p.Frequency, p.Ordinal + n} }

// Count is how many periods there are from first to last, both included, of one frequency; 0 when last is before first.
func Count(first, last Period) int { return max(0, last.Ordinal-first.Ordinal+1) }
