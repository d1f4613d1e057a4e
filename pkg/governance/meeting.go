package governance

import (
	"cmp"
	"maps"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// pulseFrom is how many answers a pulse needs to be shown, so that nobody's is recognised.
const pulseFrom = 4

// MeetingOf gives a review with what its series and charter say of it.
func MeetingOf(documents Documents, name string, review contract.ReviewSpec, events []Event) Meeting {
	series := documents.Series[review.Series]
	return Meeting{
		Name: name, Review: review, Tier: series.Tier, Agenda: agendaOf(documents, review, events),
		Committee: committeeOf(documents, series), Events: events,
	}
}

// committeeOf is the committee that holds the meetings of a series; nil when it names none.
func committeeOf(documents Documents, series contract.ReviewSeriesSpec) *contract.Committee {
	if series.Charter == nil || series.Committee == nil {
		return nil
	}
	return CommitteeNamed(documents.Charters[*series.Charter], *series.Committee)
}

// CommitteeNamed is a committee of a charter; nil when it has none of that name.
func CommitteeNamed(charter contract.GovernanceCharterSpec, name string) *contract.Committee {
	i := slices.IndexFunc(charter.Committees, func(c contract.Committee) bool { return c.Name == name })
	if i < 0 {
		return nil
	}
	return &charter.Committees[i]
}

// agendaOf is a review's agenda, and after it the raised items that were begun in it: they came onto it after it was made.
func agendaOf(documents Documents, review contract.ReviewSpec, events []Event) []contract.AgendaEntry {
	agenda := slices.Clone(review.Agenda)
	for _, e := range inOrder(events) {
		name := text(e.Item)
		item, raised := documents.AgendaItems[name]
		known := slices.ContainsFunc(agenda, func(entry contract.AgendaEntry) bool { return entry.Name == name })
		if e.Type == "item" && raised && !known {
			agenda = append(agenda, EntryOf(name, item))
		}
	}
	return agenda
}

// EntryOf is an agenda item as an entry of a meeting's agenda.
func EntryOf(name string, item contract.AgendaItemSpec) contract.AgendaEntry {
	entry := contract.AgendaEntry{Name: name, Title: item.Title, Class: ProposeClass(item.About)}
	if item.Class != nil {
		entry.Class = *item.Class
	}
	if item.Minutes != nil {
		entry.Minutes = *item.Minutes
	}
	return entry
}

// Results are the resources that came out of a review.
type Results struct{ Decisions, Actions, Parked []contract.Ref }

// ResultsOf gives what came out of every review, by its name.
func ResultsOf(documents Documents) map[string]Results {
	results := map[string]Results{}
	for _, name := range slices.Sorted(maps.Keys(documents.Decisions)) {
		if review := documents.Decisions[name].Review; review != nil {
			r := results[*review]
			r.Decisions = append(r.Decisions, contract.Ref{Kind: "Decision", Name: name})
			results[*review] = r
		}
	}
	for _, name := range slices.Sorted(maps.Keys(documents.Actions)) {
		if source := documents.Actions[name].Source; source != nil && source.Kind == "Review" {
			r := results[source.Name]
			r.Actions = append(r.Actions, contract.Ref{Kind: "Action", Name: name})
			results[source.Name] = r
		}
	}
	for _, name := range slices.Sorted(maps.Keys(documents.AgendaItems)) {
		if review := documents.AgendaItems[name].Review; review != nil {
			r := results[*review]
			r.Parked = append(r.Parked, contract.Ref{Kind: "AgendaItem", Name: name})
			results[*review] = r
		}
	}
	return results
}

// StatusOf is the computed status of a review: what its log says of it, and what came out of it.
func StatusOf(m Meeting, results Results) contract.ReviewStatus {
	timeline, d := TimelineOf(m.Events), DisciplineOf(m)
	status := contract.ReviewStatus{
		State: timeline.State(), Opened: d.Opened, Closed: d.Closed, Running: runningOf(m, timeline),
		Attendance: attendanceList(m), Minutes: d.Minutes, OffAgenda: d.OffAgenda,
		Decisions: listed(results.Decisions), Actions: listed(results.Actions), Parked: listed(results.Parked),
		Notes: notesOf(m.Events), Events: int64(len(m.Events)), Pulse: PulseOf(m.Events),
		Discipline: contract.DisciplineFigures{
			Adherence: d.Adherence, Drift: d.Drift, Attendance: d.Attendance, LateMinutes: d.LateMinutes,
			Quorum: d.Quorum, Reasons: d.Reasons, Rule: d.Rule,
		},
	}
	if m.Review.Cancelled != nil {
		status.State = ReviewCancelled
	}
	return status
}

// listed is a list that JSON writes as one also when it is empty.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func runningOf(m Meeting, timeline Timeline) *contract.RunningItem {
	run := timeline.Running
	if run == nil {
		return nil
	}
	class := cmp.Or(run.Class, Operational)
	running := &contract.RunningItem{Since: *instantText(&run.Start)}
	if run.Item == "" {
		running.OffAgenda = &run.OffAgenda
	} else {
		running.Item = &run.Item
		if i := slices.IndexFunc(m.Agenda, func(e contract.AgendaEntry) bool { return e.Name == run.Item }); i >= 0 {
			class = cmp.Or(classesGiven(m.Events)[run.Item], m.Agenda[i].Class)
		}
	}
	running.Class = class
	return running
}

// attendanceList has the required and optional roles first, then everybody else whose presence was noted.
func attendanceList(m Meeting) []contract.AttendanceState {
	states, list := presence(m.Events), []contract.AttendanceState{}
	add := func(person string, required bool) {
		key := personKey(person)
		if slices.ContainsFunc(list, func(a contract.AttendanceState) bool { return personKey(a.Person) == key }) {
			return
		}
		state := contract.AttendanceState{Person: person, Required: required}
		if noted, ok := states[key]; ok {
			state.State = &noted
		}
		list = append(list, state)
	}
	if m.Review.Roles != nil {
		for _, person := range m.Review.Roles.Required {
			add(person, true)
		}
		for _, person := range m.Review.Roles.Optional {
			add(person, false)
		}
	}
	for _, e := range inOrder(m.Events) {
		if e.Type == "attendance" && e.Person != nil {
			add(*e.Person, false)
		}
	}
	return list
}

func notesOf(events []Event) []contract.ReviewNote {
	notes := []contract.ReviewNote{}
	for _, e := range inOrder(events) {
		if e.Type == "note" {
			notes = append(notes, contract.ReviewNote{ID: e.ID, At: *instantText(&e.At), Actor: e.Actor, Text: text(e.Text)})
		}
	}
	return notes
}

// PulseOf gives the means of the three questions. From fewer than four answers nothing is shown. Of several answers of one
// person the last one counts.
func PulseOf(events []Event) contract.Pulse {
	answers := map[string]Event{}
	for _, e := range inOrder(events) {
		if e.Type == "pulse" {
			answers[cmp.Or(personKey(text(e.Person)), e.Actor+"/"+e.ID)] = e
		}
	}
	pulse := contract.Pulse{N: int64(len(answers))}
	if len(answers) < pulseFrom {
		pulse.Reason = sentence.TooFewAnswers
		return pulse
	}
	var heard, evidence, clear average
	for _, e := range answers {
		heard.add(whole(e.Heard))
		evidence.add(whole(e.Evidence))
		clear.add(whole(e.Clear))
	}
	pulse.Heard, pulse.Evidence, pulse.Clear = heard.value(), evidence.value(), clear.value()
	return pulse
}

func whole(n *int64) *float64 {
	if n == nil {
		return nil
	}
	value := float64(*n)
	return &value
}
