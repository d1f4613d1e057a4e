package review

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// declaredEvents lists the events that concern a scorecard, the latest first. today is a day of its calendar.
func declaredEvents(documents governance.Documents, scorecard, today string) []contract.DeclaredEvent {
	events := []contract.DeclaredEvent{}
	for _, name := range slices.Sorted(maps.Keys(documents.ChangeEvents)) {
		spec, ref := documents.ChangeEvents[name], contract.Ref{Kind: "ChangeEvent", Name: name}
		if documents.Origins[ref].Archived || len(spec.Scorecards) > 0 && !slices.Contains(spec.Scorecards, scorecard) {
			continue
		}
		events = append(events, contract.DeclaredEvent{
			Ref: ref, Title: spec.Title, Kind: spec.Kind, From: spec.From, To: spec.To, By: spec.By,
			Open: spec.From <= today && (spec.To == nil || today <= *spec.To),
		})
	}
	slices.SortStableFunc(events, func(a, b contract.DeclaredEvent) int { return cmp.Compare(b.From, a.From) })
	return events
}

// advised is a direction, why, and which KPIs drive it.
type advised struct {
	direction governance.Direction
	said      []contract.Reason
	drivers   []string
}

func advice(readings []governance.IntensityReading, answer contract.Intensity) advised {
	var open []string
	for _, e := range answer.Events {
		if e.Open {
			open = append(open, e.Title)
		}
	}
	a := advised{drivers: []string{}}
	a.direction, a.said = governance.Advise(readings, open)
	for _, d := range answer.Drivers[:min(namedDrivers, len(answer.Drivers))] {
		a.drivers = append(a.drivers, d.Kpi)
	}
	return a
}

// cadenceSteps are what a direction means for each promise of a charter to review the scorecard; none where it asks for none.
func cadenceSteps(documents governance.Documents, scorecard string, now time.Time, today string, a advised) []contract.CadenceStep {
	steps := []contract.CadenceStep{}
	if a.direction == governance.Stay {
		return steps
	}
	for _, name := range slices.Sorted(maps.Keys(documents.Charters)) {
		if documents.Origins[contract.Ref{Kind: "GovernanceCharter", Name: name}].Archived {
			continue
		}
		charter := documents.Charters[name]
		for _, promise := range charter.Reviews {
			if promise.Scorecard == scorecard && !governance.DissolvedOn(governance.CommitteeNamed(charter, promise.Committee), today) {
				p := &promised{documents: documents, charter: name, CharterReview: promise}
				steps = append(steps, p.step(a, now, today))
			}
		}
	}
	return steps
}

// promised is a charter's promise to review a scorecard.
type promised struct {
	documents governance.Documents
	charter   string
	contract.CharterReview
}

func (p *promised) step(a advised, now time.Time, today string) contract.CadenceStep {
	step := contract.CadenceStep{
		Charter: p.charter, Committee: p.Committee, CommitteeTitle: p.documents.CommitteeTitle(p.charter, p.Committee), Tier: p.Tier, From: p.Every, Direction: string(a.direction),
		Why: sentence.Text(a.said), Said: a.said, Drivers: a.drivers, Calendar: []string{},
	}
	step.To, step.Blocked = governance.Step(p.Every, a.direction, p.Bounds)
	if rests := p.restsUntil(); step.Blocked == nil && today < rests {
		step.Blocked = sentence.TooSoon(governance.RestCycles, rests)
	}
	step.Decided = p.decided(step.To, today)
	series, ok := p.series()
	if !ok {
		return step
	}
	step.Series = &series
	spec := p.documents.Series[series]
	for _, start := range governance.CalendarAt(spec.Recurrence, step.To, p.holidays(spec), now, now.AddDate(1, 0, 0)) {
		step.Calendar = append(step.Calendar, start.UTC().Format(time.RFC3339))
	}
	return step
}

// series is the series that keeps the promise: the first by name of its charter, committee and tier that has the scorecard.
func (p *promised) series() (string, bool) {
	for _, name := range slices.Sorted(maps.Keys(p.documents.Series)) {
		spec := p.documents.Series[name]
		if spec.Charter != nil && *spec.Charter == p.charter && spec.Committee != nil && *spec.Committee == p.Committee && spec.Tier == p.Tier &&
			slices.Contains(spec.Scorecards, p.Scorecard) && !p.documents.Origins[contract.Ref{Kind: "ReviewSeries", Name: name}].Archived {
			return name, true
		}
	}
	return "", false
}

func (p *promised) holidays(series contract.ReviewSeriesSpec) []contract.Holiday {
	calendar := p.documents.Scorecards[p.Scorecard].Calendar
	if series.Recurrence.Calendar != nil {
		calendar = *series.Recurrence.Calendar
	}
	return p.documents.Calendars[calendar].Holidays
}

// restsUntil is the day from which the cadence may be changed again; empty where it wasn't changed.
func (p *promised) restsUntil() string {
	latest := ""
	for _, proposal := range p.documents.Proposals {
		if p.decides(proposal) && proposal.Decision.Outcome == "accepted" {
			latest = max(latest, p.rested(proposal.Decision.On))
		}
	}
	return latest
}

// decided names the proposal by which the committee lately decided on a step; nil where it didn't. A decision holds for as many
// cycles as a cadence rests after a step.
func (p *promised) decided(to, today string) *string {
	var found *string
	latest := ""
	for _, name := range slices.Sorted(maps.Keys(p.documents.Proposals)) {
		proposal := p.documents.Proposals[name]
		if p.decides(proposal) && proposal.From == p.Every && proposal.To == to && today < p.rested(proposal.Decision.On) &&
			proposal.Decision.On >= latest {
			latest, found = proposal.Decision.On, &name
		}
	}
	return found
}

func (p *promised) decides(proposal contract.CadenceProposalSpec) bool {
	return proposal.Charter == p.charter && proposal.Scorecard == p.Scorecard && proposal.Tier == p.Tier && proposal.Decision != nil
}

// rested is the first day on which a decision of a day no longer holds the cadence where it is.
func (p *promised) rested(on string) string {
	day, err := time.Parse(time.DateOnly, on)
	if err != nil {
		return ""
	}
	return governance.AfterCycles(day, p.Every, governance.RestCycles).Format(time.DateOnly)
}
