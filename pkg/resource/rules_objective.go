package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkObjective(c *check, spec *contract.ObjectiveSpec) {
	kpis := make([]string, len(spec.Kpis))
	for i, placement := range spec.Kpis {
		kpis[i] = placement.Kpi
		var calendar *period.Calendar
		if kpi := find[contract.KpiSpec](c.state, "Kpi", placement.Kpi); kpi != nil {
			calendar = c.calendar(kpi.Calendar)
		}
		c.weights(calendar, placement.Weights, item("/spec/kpis", i))
	}
	c.duplicates(kpis, func(i int) string { return item("/spec/kpis", i) + "/kpi" }, sentence.KpiTwice)

	themes := make([]string, len(spec.Themes))
	for i, membership := range spec.Themes {
		if membership.ThemeWeight != nil {
			themes[i] = membership.ThemeWeight.Theme
		} else if membership.String != nil {
			themes[i] = *membership.String
		}
	}
	c.duplicates(themes, func(i int) string { return item("/spec/themes", i) }, sentence.ThemeTwice)
	c.contributions(spec)
}

func (c *check) contributions(spec *contract.ObjectiveSpec) {
	cycle := c.goalCycles()[c.entry.ref.Name]
	inCycle := map[string]bool{}
	for _, name := range cycle {
		inCycle[name] = true
	}
	targets := make([]string, len(spec.ContributesTo))
	for i, placement := range spec.ContributesTo {
		targets[i] = placement.Objective
		path := item("/spec/contributesTo", i)
		if inCycle[placement.Objective] {
			c.refuse(path+"/objective", sentence.OwnChild(strings.Join(append(cycle, cycle[0]), " → ")))
		}
		c.weights(c.calendarOfObjective(placement.Objective), placement.Weights, path)
	}
	c.duplicates(targets, func(i int) string { return item("/spec/contributesTo", i) + "/objective" }, sentence.ObjectiveTwice)
}

// calendarOfObjective is the calendar of a scorecard that places the objective; nil when none does.
func (c *check) calendarOfObjective(name string) *period.Calendar {
	for _, placed := range c.placements()[name] {
		if scorecard := find[contract.ScorecardSpec](c.state, "Scorecard", placed); scorecard != nil {
			return c.calendar(scorecard.Calendar)
		}
	}
	return nil
}
