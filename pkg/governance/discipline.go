package governance

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// DisciplineRule is the version of the formulas of this file, which every figure carries.
const DisciplineRule = "discipline/1"

// DefaultDriftLimit is the drift above which a committee's chair is told, of a series that sets none.
const DefaultDriftLimit = 0.25

// Classes of agenda items, and tiers of reviews.
const (
	Operational = "operational"
	Tactical    = "tactical"
	Strategic   = "strategic"
)

// Meeting is what the discipline of one review is computed from.
type Meeting struct {
	Name   string
	Review contract.ReviewSpec
	Tier   string
	// Agenda is the review's, with the open items that came onto it.
	Agenda []contract.AgendaEntry
	// Committee decides; nil when the series names none.
	Committee *contract.Committee
	Events    []Event
}

// DisciplineOf measures how a meeting kept to its plan. What was not measured is nil, with the reason under its name.
//
// adherence = Σ min(planned, actual) / Σ max(planned, actual) over planned items and blocks off the agenda (planned 0);
// drift = (operational + off-agenda minutes) / logged minutes; attendance = required roles present, a delegate ½, of all required.
func DisciplineOf(m Meeting) contract.Discipline {
	timeline := TimelineOf(m.Events)
	minutes, blocks := itemMinutes(m.Agenda, timeline.Runs, classesGiven(m.Events))
	d := contract.Discipline{
		Review: m.Name, Series: m.Review.Series, Tier: m.Tier, Start: m.Review.Start,
		Opened: instantText(timeline.Opened), Closed: instantText(timeline.Closed),
		Minutes: minutes, Titles: titlesOf(m.Agenda), OffAgenda: blocks, Quorum: quorumOf(m),
		Reasons: map[string]contract.Reason{}, Rule: DisciplineRule,
	}
	untimed := sentence.NotTimed
	if !timeline.Held() {
		untimed = sentence.NotHeld
	}
	sum := sumOf(minutes, blocks)
	d.Adherence = sum.adherence()
	d.Drift = sum.drift()
	for name, value := range map[string]*float64{"adherence": d.Adherence, "drift": d.Drift} {
		if value == nil {
			d.Reasons[name] = *untimed
		}
	}
	if share, why := attendanceOf(m, timeline); why == nil {
		d.Attendance = &share
	} else {
		d.Reasons["attendance"] = *why
	}
	start, err := time.Parse(time.RFC3339, m.Review.Start)
	switch {
	case timeline.Opened != nil && err == nil:
		late := math.Max(0, timeline.Opened.Sub(start).Minutes())
		d.LateMinutes = &late
	case timeline.Held():
		d.Reasons["lateMinutes"] = *sentence.NotOpened
	default:
		d.Reasons["lateMinutes"] = *sentence.NotHeld
	}
	return d
}

// classesGiven are the classes that the facilitator gave to items of the agenda; the last one of each holds for the meeting.
func classesGiven(events []Event) map[string]string {
	given := map[string]string{}
	for _, e := range inOrder(events) {
		if e.Type == "item" && e.Item != nil && e.Class != nil {
			given[*e.Item] = *e.Class
		}
	}
	return given
}

// titlesOf are the titles of an agenda's entries, by their names.
func titlesOf(agenda []contract.AgendaEntry) map[string]string {
	titles := make(map[string]string, len(agenda))
	for _, entry := range agenda {
		titles[entry.Name] = entry.Title
	}
	return titles
}

// itemMinutes adds up the runs: of every item of the agenda, also of those never begun, and of the blocks off the agenda.
func itemMinutes(agenda []contract.AgendaEntry, runs []Run, given map[string]string) ([]contract.ItemMinutes, []contract.OffAgendaBlock) {
	minutes, at := make([]contract.ItemMinutes, len(agenda)), make(map[string]int, len(agenda))
	for i, entry := range agenda {
		class := entry.Class
		if other, ok := given[entry.Name]; ok {
			class = other
		}
		minutes[i] = contract.ItemMinutes{Item: entry.Name, Class: class, Planned: entry.Minutes}
		at[entry.Name] = i
	}
	blocks := []contract.OffAgendaBlock{}
	for _, run := range runs {
		if i, planned := at[run.Item]; planned {
			minutes[i].Actual += run.Minutes()
			continue
		}
		title, class := run.OffAgenda, run.Class
		if title == "" {
			title = run.Item // an item that has left the agenda since
		}
		if class == "" {
			class = Operational
		}
		i := slices.IndexFunc(blocks, func(b contract.OffAgendaBlock) bool { return b.Title == title && b.Class == class })
		if i < 0 {
			i = len(blocks)
			blocks = append(blocks, contract.OffAgendaBlock{Title: title, Class: class})
		}
		blocks[i].Minutes += run.Minutes()
	}
	return minutes, blocks
}

// timeSum adds up minutes of one or several meetings.
type timeSum struct {
	lower, upper    float64 // Σ min and Σ max of planned and actual
	logged, drifted float64
	planned, spent  map[string]float64 // by class
}

func sumOf(minutes []contract.ItemMinutes, blocks []contract.OffAgendaBlock) *timeSum {
	s := &timeSum{planned: map[string]float64{}, spent: map[string]float64{}}
	s.add(minutes, blocks)
	return s
}

// add takes a meeting in. One in which nothing was timed was not measured, and counts nowhere.
func (s *timeSum) add(minutes []contract.ItemMinutes, blocks []contract.OffAgendaBlock) {
	logged := 0.0
	for _, m := range minutes {
		logged += m.Actual
	}
	for _, b := range blocks {
		logged += b.Minutes
	}
	if logged == 0 {
		return
	}
	s.logged += logged
	for _, m := range minutes {
		s.lower += math.Min(m.Planned, m.Actual)
		s.upper += math.Max(m.Planned, m.Actual)
		s.planned[m.Class] += m.Planned
		s.spent[m.Class] += m.Actual
		if m.Class == Operational {
			s.drifted += m.Actual
		}
	}
	for _, b := range blocks {
		s.upper += b.Minutes
		s.drifted += b.Minutes
		s.spent[b.Class] += b.Minutes
	}
}

func (s *timeSum) adherence() *float64 { return ratio(s.lower, s.upper) }

func (s *timeSum) drift() *float64 { return ratio(s.drifted, s.logged) }

func (s *timeSum) classes() []contract.ClassMinutes {
	classes := make([]contract.ClassMinutes, 0, 3)
	for _, class := range []string{Strategic, Tactical, Operational} {
		classes = append(classes, contract.ClassMinutes{Class: class, Planned: s.planned[class], Actual: s.spent[class]})
	}
	return classes
}

func ratio(part, whole float64) *float64 {
	if whole == 0 {
		return nil
	}
	share := part / whole
	return &share
}

// presence is who was there by the last word on each person, by the person in lower case.
func presence(events []Event) map[string]string {
	states := map[string]string{}
	for _, e := range inOrder(events) {
		if e.Type == "attendance" && e.Person != nil {
			states[personKey(*e.Person)] = text(e.State)
		}
	}
	return states
}

func personKey(person string) string { return strings.ToLower(strings.TrimSpace(person)) }

// attended is what a person's presence counts: themselves 1, a delegate ½. A delegate whom the committee names stands in also
// when only their own presence was noted.
func attended(person string, states map[string]string, committee *contract.Committee) float64 {
	switch states[personKey(person)] {
	case "present":
		return 1
	case "delegate":
		return 0.5
	}
	if committee != nil {
		for member, delegate := range committee.Delegates {
			if personKey(member) == personKey(person) && states[personKey(delegate)] == "present" {
				return 0.5
			}
		}
	}
	return 0
}

func attendanceOf(m Meeting, timeline Timeline) (float64, *contract.Reason) {
	states := presence(m.Events)
	switch {
	case !timeline.Held() && len(states) == 0:
		return 0, sentence.NotHeld
	case m.Review.Roles == nil || len(m.Review.Roles.Required) == 0:
		return 0, sentence.NoRequiredRoles
	case len(states) == 0:
		return 0, sentence.NotRecorded
	}
	sum := 0.0
	for _, person := range m.Review.Roles.Required {
		sum += attended(person, states, m.Committee)
	}
	return sum / float64(len(m.Review.Roles.Required)), nil
}

// quorumOf counts the committee's members who were there or had a delegate; without a committee, whoever was there. Whether
// the quorum was met is unknown where none is set or nobody noted attendance.
func quorumOf(m Meeting) contract.QuorumState {
	states := presence(m.Events)
	q := contract.QuorumState{Required: m.Review.Quorum}
	if voters := votersOf(m.Committee); len(voters) > 0 {
		for _, person := range voters {
			if attended(person, states, m.Committee) > 0 {
				q.Present++
			}
		}
	} else {
		for _, state := range states {
			if state == "present" || state == "delegate" {
				q.Present++
			}
		}
	}
	if q.Required != nil && len(states) > 0 {
		met := q.Present >= *q.Required
		q.Met = &met
	}
	return q
}

// votersOf are a committee's members and its chair, each once.
func votersOf(committee *contract.Committee) []string {
	if committee == nil {
		return nil
	}
	voters := slices.Clone(committee.Members)
	isVoter := func(person string) bool {
		return slices.ContainsFunc(voters, func(v string) bool { return personKey(v) == personKey(person) })
	}
	if chair := committee.Chair; chair != nil && !isVoter(*chair) {
		voters = append(voters, *chair)
	}
	return voters
}

// instantText writes an instant as the API does; nil stays nil.
func instantText(t *time.Time) *string {
	if t == nil {
		return nil
	}
	written := instantOf(*t)
	return &written
}
