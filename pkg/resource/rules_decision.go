package resource

import (
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// completeDecision dates a decision that doesn't say when it was raised or made.
func completeDecision(c *completion) {
	spec := c.entry.spec.(*contract.DecisionSpec)
	day := c.by.at.Format("2006-01-02")
	decided := spec.State == nil || *spec.State == "decided"
	if decided {
		c.keepOr("decidedOn", day)
	}
	if spec.DecidedOn == nil {
		c.keepOr("raisedOn", day)
	}
}

func checkDecision(c *check, spec *contract.DecisionSpec) {
	if spec.Chosen != nil && len(spec.Options) > 0 && !slices.Contains(spec.Options, *spec.Chosen) {
		c.refuse("/spec/chosen", "must be one of the options: %s", list(spec.Options))
	}
	if spec.Committee != nil && spec.Charter != nil {
		charter := find[contract.GovernanceCharterSpec](c.state, "GovernanceCharter", *spec.Charter)
		if charter != nil && committeeOf(charter, *spec.Committee) == nil {
			c.refuse("/spec/committee", "the charter %s has no committee %s%s",
				quote(*spec.Charter), quote(*spec.Committee), suggestion(*spec.Committee, committeeNames(charter)))
		}
	}
}
