package resource

import (
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkReviewSeries(c *check, spec *contract.ReviewSeriesSpec) {
	c.duplicates(agendaNames(spec.Agenda), func(i int) string { return indexed("/spec/agenda", i, "name") }, sentence.ItemTwice)
	c.duplicates(spec.Scorecards, func(i int) string { return item("/spec/scorecards", i) }, sentence.ScorecardTwice)
	c.duplicates(spec.Units, func(i int) string { return item("/spec/units", i) }, sentence.UnitTwice)
	_, problems := governance.NewRecurrence(spec.Recurrence, nil)
	for _, problem := range problems {
		c.refuse("/spec/recurrence"+problem.Path, problem.Said)
	}
	c.roles(spec.Roles)
	c.escalation(spec)
	c.seriesCommittee(spec)
}

// roles refuses people who are named twice, or both required and optional.
func (c *check) roles(roles *contract.ReviewRoles) {
	if roles == nil {
		return
	}
	c.distinctPeople(roles.Required, "/spec/roles/required", sentence.RoleTwice)
	c.distinctPeople(roles.Optional, "/spec/roles/optional", sentence.RoleTwice)
	for i, person := range roles.Optional {
		if hasPerson(roles.Required, person) {
			c.refuse(item("/spec/roles/optional", i), sentence.RequiredToo(person))
		}
	}
}

// escalation refuses a way for unresolved items that doesn't lead up.
func (c *check) escalation(spec *contract.ReviewSeriesSpec) {
	if spec.EscalatesTo == nil {
		return
	}
	if *spec.EscalatesTo == c.entry.ref.Name {
		c.refuse("/spec/escalatesTo", sentence.EscalatesToItself)
		return
	}
	to := find[contract.ReviewSeriesSpec](c.state, "ReviewSeries", *spec.EscalatesTo)
	if to != nil && !governance.HigherTier(to.Tier, spec.Tier) {
		c.refuse("/spec/escalatesTo", sentence.EscalatesNotUp(*spec.EscalatesTo, to.Tier, spec.Tier))
	}
}

// seriesCommittee refuses a committee that the charter doesn't have.
func (c *check) seriesCommittee(spec *contract.ReviewSeriesSpec) {
	if spec.Committee == nil {
		return
	}
	if spec.Charter == nil {
		c.refuse("/spec/committee", sentence.CharterNeeded)
		return
	}
	charter := find[contract.GovernanceCharterSpec](c.state, "GovernanceCharter", *spec.Charter)
	if charter != nil && governance.CommitteeNamed(*charter, *spec.Committee) == nil {
		c.refuse("/spec/committee", orNear(
			sentence.CharterLacksCommittee(*spec.Charter, *spec.Committee), *spec.Committee, committeeNames(charter)))
	}
}

func agendaNames(agenda []contract.AgendaEntry) []string {
	names := make([]string, len(agenda))
	for i, entry := range agenda {
		names[i] = entry.Name
	}
	return names
}

// indexed is the JSON Pointer of a field of a list's element.
func indexed(list string, i int, field string) string { return fmt.Sprintf("%s/%d/%s", list, i, field) }
