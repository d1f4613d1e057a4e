package period

import "time"

// lastInstant is the last one that ISO 8601 writes with a year of four digits.
var lastInstant = time.Date(maxYear, time.December, 31, 23, 59, 59, 999_000_000, time.UTC)

// InstantText writes an instant in UTC, to the nanosecond where it has them. The last periods of the year 9999 end after it; that end
// is written as the last instant there is.
func InstantText(t time.Time) string {
	if t.After(lastInstant) {
		t = lastInstant
	}
	return t.UTC().Format(time.RFC3339Nano)
}
