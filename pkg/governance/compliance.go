package governance

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// ComplianceRule is the version of the rules of this file.
const ComplianceRule = "compliance/1"

// pivotRight is the decision right by which a strategy is changed.
const pivotRight = "strategy"

// Compliance measures what a charter promises against what was held, and held with a quorum, in the periods that ended after
// from and not after to. The documents must have the charter. same reports whether a version of the charter says the same as the present one.
func (p *Planner) Compliance(name string, from, to time.Time, same func(version int64) bool) contract.Compliance {
	charter := p.documents.Charters[name]
	result := contract.Compliance{
		Charter: name, Version: int64(p.documents.Origins[contract.Ref{Kind: "GovernanceCharter", Name: name}].Version),
		From: instantOf(from), To: instantOf(to), Now: instantOf(p.now), Rule: ComplianceRule,
		Reviews: []contract.PromiseCompliance{}, Missed: []contract.MissedReview{}, Signatures: p.signatures(name, charter, same),
	}
	meetings := p.charterMeetings(name, from, to)
	for _, promise := range charter.Reviews {
		result.Reviews = append(result.Reviews, p.promise(charter, promise, from, to, meetings))
	}
	for _, promise := range result.Reviews {
		result.Promised += promise.Promised
		result.Held += promise.Held
		result.Quorate += promise.Quorate
	}
	result.Compliance = ratio(float64(result.Held), float64(result.Promised))
	switch {
	case result.Compliance != nil:
	case len(charter.Reviews) == 0:
		result.Reason = sentence.NothingPromised
	default:
		result.Reason = result.Reviews[0].Reason
		if slices.ContainsFunc(result.Reviews, func(r contract.PromiseCompliance) bool { return r.Reason == sentence.NoPeriodEnded }) {
			result.Reason = sentence.NoPeriodEnded
		}
	}
	if charter.Pivots != nil {
		result.Pivots = p.pivots(name, charter, from, to, meetings)
	}
	for _, m := range meetings {
		if m.State == OccurrenceMissed && !m.Start.Before(from) && m.Start.Before(to) {
			result.Missed = append(result.Missed, p.missed(m.Occurrence))
		}
	}
	return result
}

// charterMeeting is an occurrence of a series of a charter, and whether it counts as a review that was held.
type charterMeeting struct {
	Occurrence
	spec contract.ReviewSeriesSpec
	// began is when it was held; the planned start of one that was not.
	began time.Time
	// quorate is false of a held meeting only when attendance was noted and short of the quorum.
	quorate bool
}

func (m charterMeeting) held() bool { return m.State == OccurrenceHeld || m.State == OccurrenceOpen }

// charterMeetings lists the occurrences of a charter's series that may matter for a range, and those to come within a year, without
// those that a dissolved committee didn't hold any more.
func (p *Planner) charterMeetings(charter string, from, to time.Time) []charterMeeting {
	last := to
	if ahead := p.now.AddDate(1, 0, 0); ahead.After(last) {
		last = ahead
	}
	var meetings []charterMeeting
	for _, name := range slices.Sorted(maps.Keys(p.documents.Series)) {
		spec := p.documents.Series[name]
		if text(spec.Charter) != charter {
			continue
		}
		committee := p.committeeOf(name)
		// A period that ends within the range may have begun a year before it.
		for _, o := range p.Occurrences(name, from.AddDate(-1, 0, -7), last) {
			m := charterMeeting{Occurrence: o, spec: spec, began: o.Start, quorate: true}
			if m.held() {
				m.began, m.quorate = p.course(o.Review).began(), p.quorate(o)
			} else if dissolvedAt(committee, o.Start, p.Recurrence(name).ZoneAt(o.Start)) {
				continue
			}
			meetings = append(meetings, m)
		}
	}
	slices.SortStableFunc(meetings, func(a, b charterMeeting) int { return a.Start.Compare(b.Start) })
	return meetings
}

// quorate reports whether a held review had its quorum; true when nobody noted who was there.
func (p *Planner) quorate(o Occurrence) bool {
	review := p.documents.Reviews[o.Review]
	review.Quorum = p.engagement(o).quorum
	state := quorumOf(Meeting{Name: o.Review, Review: review, Committee: p.committeeOf(o.Series), Events: p.logs[o.Review]})
	return state.Met == nil || *state.Met
}

// promise compares one promise with the meetings of its committee and tier that review its scorecard.
func (p *Planner) promise(
	charter contract.GovernanceCharterSpec, promise contract.CharterReview, from, to time.Time, meetings []charterMeeting,
) contract.PromiseCompliance {
	result := contract.PromiseCompliance{
		Scorecard: promise.Scorecard, Committee: promise.Committee, Tier: promise.Tier, Every: promise.Every,
	}
	own := slices.DeleteFunc(slices.Clone(meetings), func(m charterMeeting) bool {
		return text(m.spec.Committee) != promise.Committee || m.spec.Tier != promise.Tier || !slices.Contains(m.spec.Scorecards, promise.Scorecard)
	})
	calendar, committee := p.calendar(promise.Scorecard), CommitteeNamed(charter, promise.Committee)
	until, lapsed := lapse(committee, calendar, to)
	result.Periods = p.periods(calendar, promise.Every, from, until, own, nil)
	result.Promised, result.Held, result.Quorate = countHeld(result.Periods)
	result.Compliance, result.Next = ratio(float64(result.Held), float64(result.Promised)), p.next(own)
	if result.Compliance == nil {
		result.Reason = lapsed
	}
	return result
}

// pivots compares how often the strategy was to be questioned with when it was: a strategic review of that committee was held,
// or it took a decision by the right "strategy". Periods are those of the first scorecard that the charter has it review.
func (p *Planner) pivots(name string, charter contract.GovernanceCharterSpec, from, to time.Time, meetings []charterMeeting) *contract.PivotCompliance {
	rule := charter.Pivots
	result := &contract.PivotCompliance{Committee: rule.Committee, Every: rule.Every}
	own := slices.DeleteFunc(slices.Clone(meetings), func(m charterMeeting) bool {
		return text(m.spec.Committee) != rule.Committee || m.spec.Tier != Strategic
	})
	calendar := p.pivotCalendar(charter, rule.Committee)
	var decided []time.Time
	for _, decision := range p.documents.Decisions {
		from := p.documents.ofDecision(decision)
		byIt := from.Charter == name && from.Committee == rule.Committee && samePerson(text(decision.Right), pivotRight)
		if !byIt || decision.DecidedOn == nil || decision.State != nil && *decision.State != "decided" {
			continue
		}
		if day, err := calendar.Parse(*decision.DecidedOn); err == nil && !calendar.Start(day).After(p.now) {
			decided = append(decided, calendar.Start(day))
		}
	}
	until, lapsed := lapse(CommitteeNamed(charter, rule.Committee), calendar, to)
	result.Periods = p.periods(calendar, rule.Every, from, until, own, decided)
	result.Promised, result.Held, result.Quorate = countHeld(result.Periods)
	result.Compliance, result.Next = ratio(float64(result.Held), float64(result.Promised)), p.next(own)
	if result.Compliance == nil {
		result.Reason = lapsed
	}
	return result
}

// lapse is until when a committee's promises count towards a time: until then, or until it was dissolved. The reason is why
// none counts if none does.
func lapse(committee *contract.Committee, calendar *period.Calendar, to time.Time) (until time.Time, none *contract.Reason) {
	if committee == nil || committee.Dissolved == nil || calendar == nil {
		return to, sentence.NoPeriodEnded
	}
	day, err := calendar.Parse(*committee.Dissolved)
	if err != nil || !calendar.Start(day).Before(to) {
		return to, sentence.NoPeriodEnded
	}
	return calendar.Start(day), sentence.CommitteeDissolved(committee.Title, *committee.Dissolved)
}

// pivotCalendar is that of the first scorecard that a committee reviews, else of the charter's first one; calendar years in UTC
// without any.
func (p *Planner) pivotCalendar(charter contract.GovernanceCharterSpec, committee string) *period.Calendar {
	promises := slices.Clone(charter.Reviews)
	slices.SortStableFunc(promises, func(a, b contract.CharterReview) int {
		first := func(r contract.CharterReview) int {
			if r.Committee == committee {
				return 0
			}
			return 1
		}
		return cmp.Compare(first(a), first(b))
	})
	for _, promise := range promises {
		if calendar := p.calendar(promise.Scorecard); calendar != nil {
			return calendar
		}
	}
	calendar, _ := period.New(contract.CalendarSpec{TimeZone: utc})
	return calendar
}

// periods lists those of a length that ended in (from, to] and until now, with the meetings that were held in each.
func (p *Planner) periods(calendar *period.Calendar, every string, from, to time.Time, meetings []charterMeeting, decided []time.Time) []contract.PromisePeriod {
	periods := []contract.PromisePeriod{}
	if calendar == nil {
		return periods
	}
	for at := calendar.At(from, period.Frequency(every)); ; at = at.Next(1) {
		start, end := calendar.Start(at), calendar.End(at)
		if end.After(to) || end.After(p.now) {
			return periods
		}
		within := func(t time.Time) bool { return !t.Before(start) && t.Before(end) }
		byDecision := slices.ContainsFunc(decided, within)
		entry := contract.PromisePeriod{
			Period: calendar.ID(at), Start: instantOf(start), End: instantOf(end), Reviews: []string{}, Held: byDecision, Quorate: byDecision,
		}
		for _, m := range meetings {
			if !m.held() || !within(m.began) {
				continue
			}
			entry.Reviews, entry.Held = append(entry.Reviews, m.Review), true
			entry.Quorate = entry.Quorate || m.quorate
		}
		switch {
		case !entry.Held:
			entry.Reason = sentence.NoReviewHeld
		case !entry.Quorate:
			entry.Reason = sentence.BelowQuorum
		}
		periods = append(periods, entry)
	}
}

func countHeld(periods []contract.PromisePeriod) (promised, held, quorate int64) {
	for _, entry := range periods {
		promised++
		if entry.Held {
			held++
		}
		if entry.Quorate {
			quorate++
		}
	}
	return promised, held, quorate
}

// next is when the next of the meetings is planned; nil when none is.
func (p *Planner) next(meetings []charterMeeting) *string {
	for _, m := range meetings {
		if !m.Start.Before(p.now) && (m.State == OccurrencePlanned || m.State == OccurrenceMade) {
			return instantText(&m.Start)
		}
	}
	return nil
}

// missed tells of a missed review whom it escalated to, and when: the chair of its committee, when the days of grace were over,
// unless the committee was dissolved by then.
func (p *Planner) missed(o Occurrence) contract.MissedReview {
	m := contract.MissedReview{Series: o.Series, Start: instantOf(o.Start), Review: named(o.Review)}
	at, committee := p.Deadline(o), p.committeeOf(o.Series)
	if committee != nil && filled(committee.Chair) != nil && !dissolvedAt(committee, at, p.Recurrence(o.Series).ZoneAt(at)) {
		m.EscalatedTo, m.EscalatedAt = committee.Chair, instantText(&at)
	}
	return m
}

// signatures lists the members of a charter's committees and whoever else signed it, with the latest version that each signed.
func (p *Planner) signatures(name string, charter contract.GovernanceCharterSpec, same func(version int64) bool) []contract.SignatureState {
	states := []contract.SignatureState{}
	index := map[string]int{}
	person := func(who string) *contract.SignatureState {
		i, known := index[personKey(who)]
		if !known {
			i = len(states)
			index[personKey(who)] = i
			states = append(states, contract.SignatureState{Person: who, Committees: []string{}})
		}
		return &states[i]
	}
	for _, committee := range charter.Committees {
		for _, who := range votersOf(&committee) {
			state := person(who)
			state.Committees = append(state.Committees, committee.Name)
		}
	}
	for _, signatureName := range slices.Sorted(maps.Keys(p.documents.Signatures)) {
		signature := p.documents.Signatures[signatureName]
		archived := p.documents.Origins[contract.Ref{Kind: "CharterSignature", Name: signatureName}].Archived
		if signature.Charter != name || archived {
			continue
		}
		state := person(signature.Person)
		if state.Version == nil || signature.Version > *state.Version {
			state.Version, state.SignedOn, state.Current = &signature.Version, &signature.SignedOn, same(signature.Version)
		}
	}
	return states
}
