package resource

import (
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkScorecard(c *check, spec *contract.ScorecardSpec) {
	c.sharedCalendar(spec)
	if spec.Scheme != nil && c.entry.origin.sound("/spec/scheme") {
		for _, problem := range scoring.ValidateScheme(*spec.Scheme) {
			c.refuse("/spec"+problem.Path, problem.Said)
		}
	}
	calendar := c.calendar(spec.Calendar)
	names := make([]string, len(spec.Perspectives))
	var placed, paths []string
	for i, perspective := range spec.Perspectives {
		names[i] = perspective.Name
		path := item("/spec/perspectives", i)
		c.weights(calendar, perspective.Weights, path)
		for j, placement := range perspective.Objectives {
			objectivePath := item(path+"/objectives", j)
			c.weights(calendar, placement.Weights, objectivePath)
			c.placement(spec, perspective.Name, placement.Objective, objectivePath+"/objective")
			placed, paths = append(placed, placement.Objective), append(paths, objectivePath+"/objective")
		}
	}
	c.duplicates(names, func(i int) string { return item("/spec/perspectives", i) + "/name" }, sentence.PerspectiveTwice)
	c.duplicates(placed, func(i int) string { return paths[i] }, sentence.ObjectiveTwice)
}

// placement checks an objective against where the scorecard places it.
func (c *check) placement(spec *contract.ScorecardSpec, perspective, name, path string) {
	objective := find[contract.ObjectiveSpec](c.state, "Objective", name)
	if objective == nil {
		return
	}
	if objective.Perspective != perspective {
		c.refuse(path, sentence.OtherPerspective(objective.Perspective))
	}
	if objective.Strategy != spec.Strategy {
		c.refuse(path, sentence.OtherStrategy(objective.Strategy, spec.Strategy))
	}
}

// sharedCalendar refuses a scorecard with KPIs of another calendar: their periods would not be its periods.
func (c *check) sharedCalendar(spec *contract.ScorecardSpec) {
	others := map[string]string{}
	for _, name := range c.objectivesBelow(spec) {
		objective := find[contract.ObjectiveSpec](c.state, "Objective", name)
		if objective == nil {
			continue
		}
		for _, placement := range objective.Kpis {
			kpi := find[contract.KpiSpec](c.state, "Kpi", placement.Kpi)
			if kpi != nil && kpi.Calendar != spec.Calendar {
				others[placement.Kpi] = kpi.Calendar
			}
		}
	}
	names := make([]string, 0, len(others))
	for name := range others {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		c.refuse("/spec/calendar", sentence.OtherCalendar(name, others[name], spec.Calendar))
	}
}
