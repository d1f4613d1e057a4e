package governance

import (
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// States of an occurrence of a series.
const (
	// OccurrencePlanned has no review yet, OccurrenceMade has one.
	OccurrencePlanned = "planned"
	OccurrenceMade    = "made"
	// OccurrenceOpen is under way, OccurrenceHeld took place.
	OccurrenceOpen = "open"
	OccurrenceHeld = "held"
	// OccurrenceMissed was not held until its days of grace were over.
	OccurrenceMissed    = "missed"
	OccurrenceCancelled = "cancelled"
)

const (
	// defaultGraceDays is after how many days a review that was not held counts as missed, where the charter doesn't say.
	defaultGraceDays = 7
	// defaultMinutes is the length of a review with neither a length nor an agenda.
	defaultMinutes = 60
	// longestOpen is how long after its planned end a meeting that nobody closed counts as under way.
	longestOpen = day
	// matchReach is how far beyond a range the occurrences and reviews are looked at that belong together.
	matchReach = 370 * day
)

// Occurrence is one meeting of a series: planned by its rule, with or without a review made for it, or a review outside the rule.
type Occurrence struct {
	Series string
	// Planned is when it begins by the rule; Start when it does, or did by plan: moved by a holiday, or by its review.
	Planned, Start, End time.Time
	// Review is the one made for it; empty while there is none.
	Review string
	State  string
	// Holiday is the title of the holiday it falls on; nil on any other day.
	Holiday *string
}

// Planner answers when reviews are and what became of them, from the documents and logs of one time. It keeps what it has worked
// out, so it serves one question and is not safe for concurrent use.
type Planner struct {
	documents Documents
	now       time.Time
	logs      map[string][]Event
	bySeries  map[string][]string
	// recurrences and calendars are nil where they can't be read.
	recurrences map[string]*Recurrence
	calendars   map[string]*period.Calendar
	courses     map[string]Timeline
	// kpis are those of scorecards; contributors those of objectives.
	kpis         map[string][]string
	contributors map[string][]string
}

// NewPlanner makes a planner as of now. Logs are what was logged of reviews by their names, at least when they were opened and
// closed and who attended; what is later than now is left out.
func NewPlanner(documents Documents, logs map[string][]Event, now time.Time) *Planner {
	p := &Planner{
		documents: documents, now: now, logs: map[string][]Event{}, bySeries: map[string][]string{},
		recurrences: map[string]*Recurrence{}, calendars: map[string]*period.Calendar{}, courses: map[string]Timeline{}, kpis: map[string][]string{},
	}
	for name, log := range logs {
		for _, event := range log {
			if !event.At.After(now) {
				p.logs[name] = append(p.logs[name], event)
			}
		}
	}
	for name, review := range documents.Reviews {
		p.bySeries[review.Series] = append(p.bySeries[review.Series], name)
	}
	for _, names := range p.bySeries {
		slices.Sort(names)
	}
	return p
}

// Occurrences lists the occurrences of a series that start in [from, to), by start.
func (p *Planner) Occurrences(series string, from, to time.Time) []Occurrence {
	spec, known := p.documents.Series[series]
	recurrence := p.Recurrence(series)
	if !known || recurrence == nil {
		return nil
	}
	first, last := from.Add(-matchReach), to.Add(matchReach)
	slots := recurrence.Between(first, p.until(contract.Ref{Kind: "ReviewSeries", Name: series}, last))
	var result []Occurrence
	for _, m := range matched(slots, p.reviewsOf(series, first, last)) {
		o := Occurrence{Series: series, Planned: m.slot.Planned, Start: m.slot.Start, Holiday: m.slot.Holiday, Review: m.review.name}
		if m.review.name != "" {
			o.Start = m.review.start
			o.Holiday = recurrence.holidayAt(o.Start)
		}
		if o.Start.Before(from) || !o.Start.Before(to) {
			continue
		}
		o.End = o.Start.Add(time.Duration(p.minutes(spec, o.Review)) * time.Minute)
		o.State = p.state(o)
		result = append(result, o)
	}
	slices.SortStableFunc(result, func(a, b Occurrence) int { return a.Start.Compare(b.Start) })
	return result
}

// until is a time up to which a resource has occurrences: they end when it was archived.
func (p *Planner) until(ref contract.Ref, to time.Time) time.Time {
	origin := p.documents.Origins[ref]
	if origin.Archived && origin.UpdatedAt.Before(to) {
		return origin.UpdatedAt
	}
	return to
}

// reviewsOf lists the reviews of a series that start in a range. An archived one counts when it was held.
func (p *Planner) reviewsOf(series string, from, to time.Time) []plannedReview {
	var reviews []plannedReview
	for _, name := range p.bySeries[series] {
		review, ok := p.planned(name)
		archived := p.documents.Origins[contract.Ref{Kind: "Review", Name: name}].Archived
		if !ok || review.start.Before(from) || !review.start.Before(to) || archived && !p.course(name).Held() {
			continue
		}
		reviews = append(reviews, review)
	}
	return reviews
}

// planned is when a review is planned; false where its start can't be read.
func (p *Planner) planned(name string) (plannedReview, bool) {
	spec := p.documents.Reviews[name]
	start, ok := parseInstant(spec.Start)
	review := plannedReview{name: name, start: start}
	if spec.Occurrence != nil {
		if occurrence, ok := parseInstant(*spec.Occurrence); ok {
			review.occurrence = &occurrence
		}
	}
	return review, ok
}

// course is what was logged of a review's beginning and end.
func (p *Planner) course(review string) Timeline {
	course, known := p.courses[review]
	if !known {
		course = TimelineOf(p.logs[review])
		p.courses[review] = course
	}
	return course
}

func (p *Planner) state(o Occurrence) string {
	course := p.course(o.Review)
	switch {
	case o.Review != "" && p.documents.Reviews[o.Review].Cancelled != nil:
		return OccurrenceCancelled
	case o.Review != "" && course.Closed == nil && course.Opened != nil && p.now.Before(o.End.Add(longestOpen)):
		return OccurrenceOpen
	case o.Review != "" && course.Held():
		return OccurrenceHeld
	case p.now.After(p.Deadline(o)):
		return OccurrenceMissed
	case o.Review != "":
		return OccurrenceMade
	}
	return OccurrencePlanned
}

// Deadline is until when an occurrence must be held: the charter's days of grace after its planned start, at the same local time.
func (p *Planner) Deadline(o Occurrence) time.Time {
	days := defaultGraceDays
	if charter := p.charterOf(o.Series); charter != nil && charter.FollowUp != nil && charter.FollowUp.ReviewGraceDays != nil {
		days = int(*charter.FollowUp.ReviewGraceDays)
	}
	zone := p.Recurrence(o.Series).ZoneAt(o.Start)
	return instantAt(wallOf(o.Start, zone).AddDate(0, 0, days), zone)
}

// minutes is how long a review of a series takes by plan.
func (p *Planner) minutes(series contract.ReviewSeriesSpec, review string) float64 {
	made, agenda := p.documents.Reviews[review], series.Agenda
	if made.Agenda != nil {
		agenda = made.Agenda
	}
	switch {
	case made.Minutes != nil:
		return float64(*made.Minutes)
	case series.Recurrence.Minutes != nil:
		return float64(*series.Recurrence.Minutes)
	}
	sum := 0.0
	for _, item := range agenda {
		sum += item.Minutes
	}
	if sum == 0 {
		return defaultMinutes
	}
	return sum
}

// Recurrence is that of a series, on the holidays that count; nil where it can't be read.
func (p *Planner) Recurrence(series string) *Recurrence {
	r, known := p.recurrences[series]
	if !known {
		holidays := p.documents.Calendars[p.documents.ofSeries(series).Calendar].Holidays
		r, _ = NewRecurrence(p.documents.Series[series].Recurrence, holidays)
		p.recurrences[series] = r
	}
	return r
}

// calendar is that of a scorecard; nil where it can't be read.
func (p *Planner) calendar(scorecard string) *period.Calendar {
	name := p.documents.Scorecards[scorecard].Calendar
	c, known := p.calendars[name]
	if !known {
		if spec, ok := p.documents.Calendars[name]; ok {
			c, _ = period.New(spec)
		}
		p.calendars[name] = c
	}
	return c
}

// charterOf is the charter of a series; nil without one.
func (p *Planner) charterOf(series string) *contract.GovernanceCharterSpec {
	if charter, ok := p.documents.Charters[text(p.documents.Series[series].Charter)]; ok {
		return &charter
	}
	return nil
}

// committeeOf is the committee of a series; nil without one.
func (p *Planner) committeeOf(series string) *contract.Committee {
	return committeeOf(p.documents, p.documents.Series[series])
}

// Due lists the occurrences that start in [from, to) and have no review yet, of the series that still meet then.
func (p *Planner) Due(from, to time.Time) []Occurrence {
	var due []Occurrence
	for _, o := range p.all(from, to) {
		dissolved := dissolvedAt(p.committeeOf(o.Series), o.Start, p.Recurrence(o.Series).ZoneAt(o.Start))
		if o.Review == "" && !dissolved && p.active(o.Series) {
			due = append(due, o)
		}
	}
	return due
}

// holidayAt is the title of the holiday on which an instant falls; nil on any other day.
func (r *Recurrence) holidayAt(t time.Time) *string {
	if title, ok := r.holidays[t.In(r.ZoneAt(t)).Format(dateForm)]; ok {
		return &title
	}
	return nil
}
