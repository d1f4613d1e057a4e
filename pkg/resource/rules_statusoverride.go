package resource

import (
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkStatusOverride(c *check, spec *contract.StatusOverrideSpec) {
	scorecard := find[contract.ScorecardSpec](c.state, "Scorecard", spec.Scorecard)
	if scorecard == nil {
		return
	}
	c.period(c.calendar(scorecard.Calendar), spec.Period, "/spec/period")
	if levels := levelNames(scorecard); !slices.Contains(levels, spec.Status) {
		c.refuse("/spec/status", sentence.NoSuchLevel(levels))
	}
	c.node(scorecard, spec)
}

// node checks that the overridden node is one of the scorecard's.
func (c *check) node(scorecard *contract.ScorecardSpec, spec *contract.StatusOverrideSpec) {
	var nodes []string
	switch spec.Node.Kind {
	case "Scorecard":
		nodes = []string{spec.Scorecard}
	case perspectiveKind:
		for _, perspective := range scorecard.Perspectives {
			nodes = append(nodes, perspective.Name)
		}
	case "Objective":
		nodes = c.objectivesBelow(scorecard)
	case "Kpi":
		for _, name := range c.objectivesBelow(scorecard) {
			if objective := find[contract.ObjectiveSpec](c.state, "Objective", name); objective != nil {
				for _, placement := range objective.Kpis {
					nodes = append(nodes, placement.Kpi)
				}
			}
		}
	case "Theme":
		for _, e := range c.sorted("Theme") {
			if theme, ok := e.spec.(*contract.ThemeSpec); ok && theme.Strategy == scorecard.Strategy {
				nodes = append(nodes, e.ref.Name)
			}
		}
	default:
		if schemas()[spec.Node.Kind] != nil {
			c.refuse("/spec/node/kind", sentence.NoNode([]string{"Scorecard", perspectiveKind, "Objective", "Kpi", "Theme"}))
		}
		return
	}
	exists := spec.Node.Kind == perspectiveKind || c.get(spec.Node) != nil
	if exists && !slices.Contains(nodes, spec.Node.Name) {
		c.refuse("/spec/node/name", orNear(
			sentence.NotUnderScorecard(spec.Scorecard, spec.Node.Kind, spec.Node.Name), spec.Node.Name, nodes))
	}
}

func levelNames(scorecard *contract.ScorecardSpec) (names []string) {
	for _, level := range scoring.NewScheme(scorecard.Scheme) {
		names = append(names, level.Name)
	}
	return names
}
