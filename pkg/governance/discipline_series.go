package governance

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// punctualWithin is how far the interval between two meetings may be from the planned one, as a share of it.
const punctualWithin = 0.1

// countedYears is over how many years before its end a range's occurrences are counted at most.
const countedYears = 50

// driftAlertAfter is after how many meetings running above the limit the chair is told.
const driftAlertAfter = 2

// SeriesMeetings are the meetings of a series that its discipline is computed from.
type SeriesMeetings struct {
	Name   string
	Series contract.ReviewSeriesSpec
	// Meetings are those of the series, also before the range that is asked for: the first one in it needs the one before.
	Meetings []Meeting
	// From and To bound the planned starts that are looked at; nil is open, To is excluded.
	From, To *time.Time
	// Chair is who is told of drift; nil when the series names no committee with one.
	Chair *string
	// PlannedInterval is the time from the occurrence before a planned start to that start; false when the recurrence has none.
	PlannedInterval func(start time.Time) (time.Duration, bool)
	// Planned, Missed and Cancelled count the occurrences of the range until now.
	Planned, Missed, Cancelled int
}

// Plan takes from a planner what was planned until now; without a range from the first review of the series on.
func (s *SeriesMeetings) Plan(planner *Planner, now time.Time) {
	if committee := planner.committeeOf(s.Name); committee != nil {
		s.Chair = committee.Chair
	}
	recurrence := planner.Recurrence(s.Name)
	if recurrence == nil {
		return
	}
	s.PlannedInterval = recurrence.IntervalBefore
	from, to := s.From, now
	for _, m := range s.Meetings {
		if start, ok := parseInstant(m.Review.Start); ok && s.From == nil && (from == nil || start.Before(*from)) {
			from = &start
		}
	}
	if s.To != nil && s.To.Before(now) {
		to = *s.To
	}
	if from == nil {
		return
	}
	if earliest := to.AddDate(-countedYears, 0, 0); from.Before(earliest) {
		from = &earliest
	}
	for _, o := range planner.Occurrences(s.Name, *from, to) {
		s.Planned++
		switch o.State {
		case OccurrenceMissed:
			s.Missed++
		case OccurrenceCancelled:
			s.Cancelled++
		}
	}
}

// SeriesDisciplineOf measures a series over time: adherence and drift of the sums over its meetings, the mean attendance and
// lateness of those where they were measured, and the share of meetings held within 10 % of the planned interval to the one
// before. Meetings that weren't held are in none of these figures.
func SeriesDisciplineOf(s SeriesMeetings) contract.SeriesDiscipline {
	d := contract.SeriesDiscipline{
		Series: s.Name, Tier: s.Series.Tier, From: instantText(s.From), To: instantText(s.To),
		Planned: int64(s.Planned), Missed: int64(s.Missed), Cancelled: int64(s.Cancelled),
		Titles: map[string]string{}, Course: []contract.Discipline{}, Reasons: map[string]contract.Reason{}, Rule: DisciplineRule,
	}
	held := heldMeetings(s.Meetings)
	sum, rows := sumOf(nil, nil), newItemSums()
	var attendance, late average
	var intervals, punctual int
	for i, meeting := range held {
		if !s.within(meeting.start) {
			continue
		}
		course := DisciplineOf(meeting.Meeting)
		d.Course = append(d.Course, course)
		sum.add(course.Minutes, course.OffAgenda)
		if course.Adherence != nil {
			rows.add(course.Minutes)
			maps.Copy(d.Titles, course.Titles) // the last title that an item had
		}
		attendance.add(course.Attendance)
		late.add(course.LateMinutes)
		if planned, ok := s.plannedInterval(meeting); ok && i > 0 {
			intervals++
			if actual := meeting.began.Sub(held[i-1].began); math.Abs(float64(actual-planned)) <= punctualWithin*float64(planned) {
				punctual++
			}
		}
	}
	d.Held = int64(len(d.Course))
	d.Adherence, d.Drift, d.Attendance, d.LateMinutes = sum.adherence(), sum.drift(), attendance.value(), late.value()
	d.Punctuality = ratio(float64(punctual), float64(intervals))
	d.Minutes, d.Classes = rows.list, sum.classes()
	d.DriftLimit, d.DriftAlert = driftLimit(s.Series), driftAlert(s.Series, d.Course)
	d.Chair = s.Chair
	s.explain(&d)
	return d
}

// explain says of every absent figure why it is absent.
func (s SeriesMeetings) explain(d *contract.SeriesDiscipline) {
	for name, value := range map[string]*float64{
		"adherence": d.Adherence, "drift": d.Drift, "attendance": d.Attendance, "lateMinutes": d.LateMinutes, "punctuality": d.Punctuality,
	} {
		switch {
		case value != nil:
		case d.Held == 0:
			d.Reasons[name] = *sentence.NoMeetings
		case name == "punctuality":
			d.Reasons[name] = *sentence.TooFewMeetings
		case name == "attendance":
			d.Reasons[name] = *sentence.AttendanceUnmeasured
		default:
			d.Reasons[name] = *sentence.NothingTimed
		}
	}
}

func (s SeriesMeetings) within(start time.Time) bool {
	return (s.From == nil || !start.Before(*s.From)) && (s.To == nil || start.Before(*s.To))
}

func (s SeriesMeetings) plannedInterval(m heldMeeting) (time.Duration, bool) {
	if s.PlannedInterval == nil {
		return 0, false
	}
	planned := m.start
	if at, ok := parseInstant(text(m.Review.Occurrence)); ok {
		planned = at
	}
	return s.PlannedInterval(planned)
}

// heldMeeting is a meeting that took place.
type heldMeeting struct {
	Meeting
	// start is when it was planned to begin, began when it did.
	start, began time.Time
}

// heldMeetings are those that took place, oldest first.
func heldMeetings(meetings []Meeting) []heldMeeting {
	var held []heldMeeting
	for _, m := range meetings {
		timeline := TimelineOf(m.Events)
		start, ok := parseInstant(m.Review.Start)
		if !ok || !timeline.Held() || m.Review.Cancelled != nil {
			continue
		}
		began := timeline.Opened
		if began == nil {
			began = timeline.Closed
		}
		held = append(held, heldMeeting{Meeting: m, start: start, began: *began})
	}
	slices.SortFunc(held, func(a, b heldMeeting) int {
		return cmp.Or(a.began.Compare(b.began), cmp.Compare(a.Name, b.Name))
	})
	return held
}

func driftLimit(series contract.ReviewSeriesSpec) float64 {
	if series.DriftLimit != nil {
		return *series.DriftLimit
	}
	return DefaultDriftLimit
}

// driftAlert reports whether the last two measured meetings drifted above the limit. What is operational is the subject of an
// operational review: such a series alerts only by a limit of its own.
func driftAlert(series contract.ReviewSeriesSpec, course []contract.Discipline) bool {
	if series.Tier == Operational && series.DriftLimit == nil {
		return false
	}
	above := 0
	for i := len(course) - 1; i >= 0 && above < driftAlertAfter; i-- {
		switch drift := course[i].Drift; {
		case drift == nil:
		case *drift > driftLimit(series):
			above++
		default:
			return false
		}
	}
	return above == driftAlertAfter
}

// itemSums adds up the minutes of agenda items over meetings, by name and class, in the order of their first appearance.
type itemSums struct {
	list []contract.ItemMinutes
	at   map[string]int
}

func newItemSums() *itemSums {
	return &itemSums{list: []contract.ItemMinutes{}, at: map[string]int{}}
}

func (s *itemSums) add(minutes []contract.ItemMinutes) {
	for _, m := range minutes {
		key := m.Item + "/" + m.Class
		i, known := s.at[key]
		if !known {
			i = len(s.list)
			s.at[key] = i
			s.list = append(s.list, contract.ItemMinutes{Item: m.Item, Class: m.Class})
		}
		s.list[i].Planned += m.Planned
		s.list[i].Actual += m.Actual
	}
}

// average is the mean of the values that are there.
type average struct {
	sum float64
	n   int
}

func (m *average) add(value *float64) {
	if value != nil {
		m.sum += *value
		m.n++
	}
}

func (m *average) value() *float64 { return ratio(m.sum, float64(m.n)) }

// IntervalBefore is the time from the last occurrence before a planned start to that start, of an occurrence or of a review near
// one; false when there is none within the last two years.
func (r *Recurrence) IntervalBefore(start time.Time) (time.Duration, bool) {
	for _, reach := range []time.Duration{40 * day, 800 * day} {
		slots := r.Between(start.Add(-reach), start)
		if len(slots) > 0 {
			return start.Sub(slots[len(slots)-1].Start), true
		}
	}
	return 0, false
}
