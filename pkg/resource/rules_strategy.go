package resource

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

// checkStrategy knows no calendar: scorecards of several calendars may use one strategy.
func checkStrategy(c *check, spec *contract.StrategySpec) {
	c.span(nil, spec.From, spec.To, "/spec/from", "/spec/to")
}
