package resource

import (
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// completeDecision dates a decision that doesn't say when it was raised or made: by the review that it belongs to, else by
// the day it was written down, but not after it is to be revisited.
func completeDecision(c *completion) {
	spec := c.entry.spec.(*contract.DecisionSpec)
	day := c.by.at.Format(time.DateOnly)
	if held := c.reviewDay(spec.Review); held != "" && c.known == nil {
		day = min(day, held)
	}
	if spec.RevisitOn != nil {
		day = min(day, *spec.RevisitOn)
	}
	if isDecided(spec) {
		c.keepOr("decidedOn", day)
	}
	if spec.DecidedOn == nil {
		c.keepOr("raisedOn", day)
	}
}

func isDecided(spec *contract.DecisionSpec) bool {
	return spec.State == nil || *spec.State == "decided"
}

// reviewDay is the day in UTC on which a review begins; "" when there is no such review.
func (c *completion) reviewDay(name *string) string {
	if name == nil {
		return ""
	}
	found := c.find(contract.Ref{Kind: "Review", Name: *name})
	if found == nil {
		return ""
	}
	review, _ := found.spec.(*contract.ReviewSpec)
	if review == nil {
		return ""
	}
	start, err := time.Parse(time.RFC3339, review.Start)
	if err != nil {
		return ""
	}
	return start.UTC().Format(time.DateOnly)
}

func checkDecision(c *check, spec *contract.DecisionSpec) {
	c.duplicates(spec.Options, func(i int) string { return item("/spec/options", i) }, sentence.OptionTwice)
	if spec.Chosen != nil && len(spec.Options) > 0 && !slices.Contains(spec.Options, *spec.Chosen) {
		c.refuse("/spec/chosen", sentence.NoSuchOption(spec.Options))
	}
	if spec.DecidedOn != nil && spec.State != nil && *spec.State == "open" {
		c.refuse("/spec/decidedOn", sentence.DecidedWhileOpen)
	}
	if spec.RevisitOn != nil && spec.DecidedOn != nil && *spec.RevisitOn < *spec.DecidedOn {
		c.refuse("/spec/revisitOn", sentence.RevisitBeforeDecision(*spec.DecidedOn))
	}
	c.effect(spec.ExpectedEffect, "/spec/expectedEffect")
	c.committee(spec)
}

// committee refuses a committee that the decision's charter doesn't have.
func (c *check) committee(spec *contract.DecisionSpec) {
	if spec.Committee == nil || spec.Charter == nil {
		return
	}
	charter := find[contract.GovernanceCharterSpec](c.state, "GovernanceCharter", *spec.Charter)
	if charter != nil && governance.CommitteeNamed(*charter, *spec.Committee) == nil {
		c.refuse("/spec/committee", orNear(
			sentence.CharterLacksCommittee(*spec.Charter, *spec.Committee), *spec.Committee, committeeNames(charter)))
	}
}
