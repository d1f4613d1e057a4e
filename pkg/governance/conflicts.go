package governance

import (
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// engagement is an occurrence with whom it needs.
type engagement struct {
	Occurrence
	committee *contract.Committee
	// charter and body name the committee; body is empty without one.
	charter, body string
	required      []string
	quorum        *int64
}

func (p *Planner) engagement(o Occurrence) engagement {
	series, review := p.documents.Series[o.Series], p.documents.Reviews[o.Review]
	e := engagement{
		Occurrence: o, committee: p.committeeOf(o.Series), charter: text(series.Charter), body: text(series.Committee), quorum: series.Quorum,
	}
	if roles := series.Roles; roles != nil {
		e.required = roles.Required
	}
	if review.Roles != nil {
		e.required = review.Roles.Required
	}
	if e.quorum == nil && e.committee != nil {
		e.quorum = e.committee.Quorum
	}
	if review.Quorum != nil {
		e.quorum = review.Quorum
	}
	return e
}

// ref names what a conflict is with.
func (e engagement) ref() contract.Ref {
	if e.Review != "" {
		return contract.Ref{Kind: "Review", Name: e.Review}
	}
	return contract.Ref{Kind: "ReviewSeries", Name: e.Series}
}

// conflicts lists what a planner should know about the i-th of the meetings, which are in the order of their starts. A cancelled
// one has none and is in nobody's way.
func (p *Planner) conflicts(meetings []engagement, i int) []contract.Conflict {
	conflicts := []contract.Conflict{}
	this := meetings[i]
	if this.State == OccurrenceCancelled {
		return conflicts
	}
	zone := p.Recurrence(this.Series).ZoneAt(this.Start)
	add := func(said *contract.Reason, with ...contract.Ref) {
		conflicts = append(conflicts, contract.Conflict{
			Code: said.Code, Message: said.Message, Sentence: said.Sentence, Params: said.Params, With: append([]contract.Ref{}, with...),
		})
	}
	if id, closes := p.PeriodReviewed(this.Occurrence); closes != nil && this.Start.Before(*closes) {
		with := []contract.Ref{}
		for _, name := range p.documents.Series[this.Series].Scorecards {
			with = append(with, contract.Ref{Kind: "Scorecard", Name: name})
		}
		add(sentence.BeforeDataClose(id, closes.In(zone)), with...)
	}
	if this.Holiday != nil {
		if *this.Holiday == "" {
			add(sentence.Holiday)
		} else {
			add(sentence.NamedHoliday(*this.Holiday))
		}
	}
	if dissolvedAt(this.committee, this.Start, zone) {
		charter := contract.Ref{Kind: "GovernanceCharter", Name: this.charter}
		add(sentence.CommitteeDissolved(this.committee.Title, *this.committee.Dissolved), charter)
	}
	var busy []string
	for _, other := range overlapping(meetings, i) {
		shared := sharedPeople(this.required, other.required)
		busy = append(busy, other.required...)
		sameBody := this.body != "" && this.body == other.body && this.charter == other.charter
		title, people := p.documents.Series[other.Series].Title, strings.Join(shared, ", ")
		switch {
		case sameBody:
			add(sentence.Overlap(title), other.ref())
		case len(shared) > 0:
			add(sentence.OverlapOfPeople(title, people), other.ref())
		}
		if len(shared) > 0 {
			add(sentence.PeopleElsewhere(title, people), other.ref())
		}
	}
	if this.quorum != nil {
		if seats, known := this.seats(busy); known && int64(seats) < *this.quorum {
			add(sentence.TooFewForQuorum(int(*this.quorum), seats))
		}
	}
	return conflicts
}

// overlapping lists the other meetings that take place, at least in part, during the i-th one.
func overlapping(meetings []engagement, i int) []engagement {
	var found []engagement
	this := meetings[i]
	for j := i - 1; j >= 0 && this.Start.Sub(meetings[j].Start) < day; j-- {
		if meetings[j].End.After(this.Start) {
			found = append(found, meetings[j])
		}
	}
	for j := i + 1; j < len(meetings) && meetings[j].Start.Before(this.End); j++ {
		found = append(found, meetings[j])
	}
	return slices.DeleteFunc(found, func(other engagement) bool { return other.State == OccurrenceCancelled })
}

// sharedPeople lists those of a list who are in another one too.
func sharedPeople(people, others []string) []string {
	var shared []string
	for _, person := range people {
		if slices.ContainsFunc(others, func(other string) bool { return samePerson(person, other) }) {
			shared = append(shared, person)
		}
	}
	return shared
}

// seats is how many of those who count for the quorum can be there, themselves or by a delegate, while others are busy elsewhere.
// Without a committee whose members are named those who are required count. Unknown when nobody is named.
func (e engagement) seats(busy []string) (seats int, known bool) {
	free := func(person string) bool {
		return !slices.ContainsFunc(busy, func(other string) bool { return samePerson(person, other) })
	}
	voters := votersOf(e.committee)
	if len(voters) == 0 {
		voters = e.required
	}
	for _, person := range voters {
		if free(person) || e.committee != nil && slices.ContainsFunc(delegatesOf(e.committee, person), free) {
			seats++
		}
	}
	return seats, len(voters) > 0
}

// delegatesOf lists who stands in for a member.
func delegatesOf(committee *contract.Committee, member string) []string {
	var delegates []string
	for replaced, delegate := range committee.Delegates {
		if samePerson(replaced, member) {
			delegates = append(delegates, delegate)
		}
	}
	return delegates
}

// dissolvedAt reports whether a committee no longer exists on the local day of an instant.
func dissolvedAt(committee *contract.Committee, at time.Time, zone *time.Location) bool {
	return DissolvedOn(committee, at.In(zone).Format(dateForm))
}

// DissolvedOn reports whether a committee no longer exists on a day; nil is none that was dissolved.
func DissolvedOn(committee *contract.Committee, day string) bool {
	return committee != nil && committee.Dissolved != nil && day >= *committee.Dissolved
}
