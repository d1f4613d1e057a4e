package resource

import (
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

func checkReviewSeries(c *check, spec *contract.ReviewSeriesSpec) {
	c.duplicates(agendaNames(spec.Agenda), func(i int) string { return indexed("/spec/agenda", i, "name") }, "item")
	c.duplicates(spec.Scorecards, func(i int) string { return item("/spec/scorecards", i) }, "scorecard")
	c.duplicates(spec.Units, func(i int) string { return item("/spec/units", i) }, "unit")
	_, problems := governance.NewRecurrence(spec.Recurrence, nil)
	for _, problem := range problems {
		c.refuse("/spec/recurrence"+problem.Path, "%s", problem.Message)
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
	c.distinctPeople(roles.Required, "/spec/roles/required", "role")
	c.distinctPeople(roles.Optional, "/spec/roles/optional", "role")
	for i, person := range roles.Optional {
		if hasPerson(roles.Required, person) {
			c.refuse(item("/spec/roles/optional", i), "%s is required: nobody is both", quote(person))
		}
	}
}

// escalation refuses a way for unresolved items that doesn't lead up.
func (c *check) escalation(spec *contract.ReviewSeriesSpec) {
	if spec.EscalatesTo == nil {
		return
	}
	if *spec.EscalatesTo == c.entry.ref.Name {
		c.refuse("/spec/escalatesTo", "must be another series: items go up a tier")
		return
	}
	to := find[contract.ReviewSeriesSpec](c.state, "ReviewSeries", *spec.EscalatesTo)
	if to != nil && !governance.HigherTier(to.Tier, spec.Tier) {
		c.refuse("/spec/escalatesTo", "%s is %s and this series %s: items go to a higher tier", quote(*spec.EscalatesTo), to.Tier, spec.Tier)
	}
}

// seriesCommittee refuses a committee that the charter doesn't have.
func (c *check) seriesCommittee(spec *contract.ReviewSeriesSpec) {
	if spec.Committee == nil {
		return
	}
	if spec.Charter == nil {
		c.refuse("/spec/committee", "needs the charter whose committee it is")
		return
	}
	charter := find[contract.GovernanceCharterSpec](c.state, "GovernanceCharter", *spec.Charter)
	if charter != nil && committeeOf(charter, *spec.Committee) == nil {
		c.refuse("/spec/committee", "the charter %s has no committee %s%s",
			quote(*spec.Charter), quote(*spec.Committee), suggestion(*spec.Committee, committeeNames(charter)))
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
