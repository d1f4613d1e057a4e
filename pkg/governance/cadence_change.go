package governance

import (
	"maps"
	"math"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

const (
	// sampledMeetings is how many meetings of a rule tell how far they are apart.
	sampledMeetings = 60
	// sameCadence is how far that distance may be from a cadence's, as a share of it.
	sameCadence = 0.1
	// longestDaily is the mean distance in days up to which a rule is daily: workdays are 1.4 days apart.
	longestDaily = 1.5
)

// daysOf are the days from one meeting to the next of each cadence, on average.
var daysOf = map[period.Frequency]float64{
	period.Week: 7, period.Month: 365.25 / 12, period.Quarter: 365.25 / 4, period.Half: 365.25 / 2, period.Year: 365.25,
}

// CadenceOf is how often a recurrence meets by its rule: the cadence whose distance is within a tenth of the mean one, holidays and
// the rule's end left out. Every four weeks is every month, every two weeks is none; empty of none, and of a rule that can't be read.
func CadenceOf(recurrence contract.Recurrence) string {
	r, problems := NewRecurrence(recurrence, nil)
	if len(problems) > 0 {
		return ""
	}
	options := r.options
	options.Count, options.Until = 0, time.Time{}
	walls := occurrences(options, func(time.Time) bool { return true }, sampledMeetings)
	if len(walls) < 2 {
		return ""
	}
	mean := float64(walls[len(walls)-1].Sub(walls[0])) / float64(day) / float64(len(walls)-1)
	if mean <= longestDaily {
		return string(period.Day)
	}
	for _, frequency := range period.Frequencies() {
		if days := daysOf[frequency]; days > 0 && math.Abs(mean/days-1) <= sameCadence {
			return string(frequency)
		}
	}
	return ""
}

// ChangeCadence is a recurrence that goes on at another cadence from the day after now: what its rule planned until then stays
// planned, by an earlier rule. The reason says why it can't; the recurrence is then as it was.
func ChangeCadence(recurrence contract.Recurrence, every string, now time.Time) (contract.Recurrence, *contract.Reason) {
	changed := AtCadence(recurrence, every)
	r, problems := NewRecurrence(changed, nil)
	if len(problems) > 0 {
		return recurrence, sentence.Ended
	}
	today := now.In(r.ZoneAt(now)).Format(dateForm)
	next, ok := r.after(wallOf(now, r.zone), func(wall time.Time) bool { return wall.Format(dateForm) > today })
	if !ok {
		return recurrence, sentence.Ended
	}
	if hasApplied(recurrence, today) {
		changed.Earlier = append(slices.Clone(recurrence.Earlier), contract.EarlierRule{Rrule: recurrence.Rrule, Start: recurrence.Start, Until: today})
		changed.Start = next.Format("2006-01-02T15:04")
	}
	return changed, nil
}

// hasApplied reports whether the present rule of a recurrence applied on a day or before: it has started, and the rule before it
// has ended.
func hasApplied(recurrence contract.Recurrence, today string) bool {
	earlier := recurrence.Earlier
	return dayOf(recurrence.Start) <= today && (len(earlier) == 0 || earlier[len(earlier)-1].Until < today)
}

// MovedDates are what another recurrence does to the meetings of a series that are to come.
type MovedDates struct {
	// Removed and Added are by start. A removed one may have a review, which goes with it.
	Removed, Added []Occurrence
	// Kept are reviews that stay although the rule no longer has their dates.
	Kept []contract.KeptReview
	// Unchanged is how many dates stay.
	Unchanged int
}

// Moved tells what another recurrence does to the meetings of a series from now until a time. Firm are the reviews made ahead that
// stay whatever the rule says, and why.
func (p *Planner) Moved(series string, recurrence contract.Recurrence, to time.Time, firm map[string]string) MovedDates {
	after := p.with(series, recurrence, nil)
	after = p.with(series, recurrence, after.Superseded(series, firm))
	type meeting struct {
		start  int64
		review string
	}
	were := map[meeting]bool{}
	before := p.Occurrences(series, p.now, to)
	for _, o := range before {
		were[meeting{o.Start.UnixNano(), o.Review}] = true
	}
	var moved MovedDates
	for _, o := range after.Occurrences(series, p.now, to) {
		key := meeting{o.Start.UnixNano(), o.Review}
		switch {
		case !were[key]:
			moved.Added = append(moved.Added, o)
		case o.Review != "" && !after.onRule(o.Review):
			moved.Kept = append(moved.Kept, contract.KeptReview{Review: o.Review, Start: instantOf(o.Start), Why: after.whyKept(o, firm)})
		default:
			moved.Unchanged++
		}
		delete(were, key)
	}
	for _, o := range before {
		if were[meeting{o.Start.UnixNano(), o.Review}] {
			moved.Removed = append(moved.Removed, o)
		}
	}
	return moved
}

// with is a planner of the same time and logs where a series has another recurrence, and some reviews aren't there.
func (p *Planner) with(series string, recurrence contract.Recurrence, without []string) *Planner {
	documents := p.documents
	spec := documents.Series[series]
	spec.Recurrence = recurrence
	documents.Series, documents.Reviews = maps.Clone(documents.Series), maps.Clone(documents.Reviews)
	documents.Series[series] = spec
	for _, name := range without {
		delete(documents.Reviews, name)
	}
	return NewPlanner(documents, p.logs, p.now)
}

func (p *Planner) whyKept(o Occurrence, firm map[string]string) string {
	course, spec := p.course(o.Review), p.documents.Reviews[o.Review]
	switch {
	case spec.Cancelled != nil:
		return "cancelled"
	case course.Closed != nil:
		return "held"
	case course.Opened != nil:
		return "opened"
	case firm[o.Review] != "":
		return firm[o.Review]
	case spec.Occurrence != nil:
		return "moved"
	}
	return "prepared"
}

// Passing lists the reviews of a series to come that the schedule made and nobody has touched, by name.
func (p *Planner) Passing(series string) []string {
	var names []string
	for _, review := range p.reviewsOf(series, p.now, p.now.Add(matchReach)) {
		origin := p.documents.Origins[contract.Ref{Kind: "Review", Name: review.name}]
		if origin.MadeAhead && !p.course(review.name).Held() {
			names = append(names, review.name)
		}
	}
	return names
}

// Superseded lists the passing reviews of a series whose day its rule no longer has, but for those that are firm. A series that
// no longer meets, or whose rule can't be read, supersedes none.
func (p *Planner) Superseded(series string, firm map[string]string) []string {
	if !p.active(series) {
		return nil
	}
	return slices.DeleteFunc(p.Passing(series), func(name string) bool { return firm[name] != "" || p.onRule(name) })
}

// onRule reports whether a review stands for an occurrence of its series: the one that it names, or that of its day.
func (p *Planner) onRule(name string) bool {
	review, ok := p.planned(name)
	if !ok {
		return false
	}
	first, last := review.start, review.start
	if o := review.occurrence; o != nil && o.Before(first) {
		first = *o
	} else if o != nil && o.After(last) {
		last = *o
	}
	recurrence := p.Recurrence(p.documents.Reviews[name].Series)
	slots := recurrence.Between(first.Add(-2*day), last.Add((maxMove+2)*day))
	for s := range slots {
		if way, _, ok := belongs(review, slots, s); ok && way != nearby {
			return true
		}
	}
	return false
}
