package collection

import (
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// The schedule. A KPI is collected when its period ends, again when the period closes (closeDays later), and refreshed
// while a period is open: days every hour, weeks and months every six, longer periods once a day. Refreshes count from the
// period's start, so they don't drift.
func refreshEvery(frequency period.Frequency) time.Duration {
	switch frequency {
	case period.Day:
		return time.Hour
	case period.Week, period.Month:
		return 6 * time.Hour
	}
	return day
}

const (
	// retryAfter is when a KPI whose scheduled collection failed is tried again.
	retryAfter = 15 * time.Minute
	// maxCatchUp is how many periods back a scheduled run goes after an outage.
	maxCatchUp = 400
)

// agenda is when one KPI is to be collected.
type agenda struct {
	calendar  *period.Calendar
	frequency period.Frequency
	closeDays int
}

func (c *catalogue) agendaOf(kpi contract.KpiSpec) (agenda, bool) {
	calendar, ok := c.calendars[kpi.Calendar]
	a := agenda{calendar: calendar, frequency: period.Frequency(kpi.Frequency)}
	if kpi.CloseDays != nil {
		a.closeDays = int(*kpi.CloseDays)
	}
	return a, ok && a.frequency.Rank() >= 0
}

// closeOf is when a period closes: closeDays calendar days after its end.
func (a agenda) closeOf(p period.Period) time.Time {
	return a.calendar.Close(p, a.closeDays)
}

// firstClosingAfter is the earliest period that closes after an instant.
func (a agenda) firstClosingAfter(t time.Time) period.Period {
	p := a.calendar.At(t.AddDate(0, 0, -a.closeDays-1), a.frequency)
	for !a.closeOf(p).After(t) {
		p = p.Next(1)
	}
	for a.closeOf(p.Next(-1)).After(t) {
		p = p.Next(-1)
	}
	return p
}

// around gives the newest moment to collect at that is not after now, and the next one.
func (a agenda) around(now time.Time) (last, next time.Time) {
	open := a.calendar.At(now, a.frequency)
	start, every := a.calendar.Start(open), refreshEvery(a.frequency)
	last = start.Add(now.Sub(start).Truncate(every))
	next = earlier(last.Add(every), a.calendar.End(open))
	closing := a.firstClosingAfter(now)
	if closed := a.closeOf(closing.Next(-1)); closed.After(last) {
		last = closed
	}
	return last, earlier(next, a.closeOf(closing))
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// due reports whether the KPI is to be collected now.
func (a agenda) due(mark Mark, now time.Time) bool {
	taken, succeeded := sane(mark.Taken, now), sane(mark.Succeeded, now)
	last, _ := a.around(now)
	return last.After(taken) || succeeded.Before(taken) && now.Sub(taken) >= retryAfter
}

// waiting is for how long the KPI has been due; 0 when it isn't. What no scheduled run has ever taken waits since the newest
// moment to collect at.
func (a agenda) waiting(mark Mark, now time.Time) time.Duration {
	if !a.due(mark, now) {
		return 0
	}
	since, _ := a.around(now)
	if taken := sane(mark.Taken, now); !taken.IsZero() {
		_, since = a.around(taken)
		if sane(mark.Succeeded, now).Before(taken) {
			since = earlier(since, taken.Add(retryAfter))
		}
	}
	return now.Sub(since)
}

// nextDue is when the KPI is to be collected next; now when it is due.
func (a agenda) nextDue(mark Mark, now time.Time) time.Time {
	if a.due(mark, now) {
		return now
	}
	_, next := a.around(now)
	if taken := sane(mark.Taken, now); sane(mark.Succeeded, now).Before(taken) {
		return earlier(next, taken.Add(retryAfter))
	}
	return next
}

// sane forgets a time from the future: the clock was wrong then.
func sane(t, now time.Time) time.Time {
	if t.After(now) {
		return time.Time{}
	}
	return t
}

// ask is the range of a scheduled collection: what has not closed since the last success, at least the period before the
// open one, up to the open one.
func (a agenda) ask(mark Mark, now time.Time) periods {
	open := a.calendar.At(now, a.frequency)
	since := sane(mark.Succeeded, now)
	if since.IsZero() {
		since = now
	}
	first := a.firstClosingAfter(since).Ordinal
	first = max(min(first, open.Ordinal-1), open.Ordinal-maxCatchUp)
	return periods{period.Period{Frequency: a.frequency, Ordinal: first}, open}
}

// dueKpis lists what a scheduled run has to collect now, in order.
func (c *catalogue) dueKpis(marks map[string]Mark, now time.Time) []contract.RunKpi {
	var kpis []contract.RunKpi
	for _, name := range slices.Sorted(maps.Keys(c.Kpis)) {
		a, ok := c.agendaOf(c.Kpis[name])
		if !ok || !c.collects(name) || !a.due(marks[name], now) {
			continue
		}
		ask := a.ask(marks[name], now)
		kpis = append(kpis, newRunKpi(name, a.calendar.ID(ask.first), a.calendar.ID(ask.last)))
	}
	return kpis
}
