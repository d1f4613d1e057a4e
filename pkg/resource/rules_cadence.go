package resource

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkChangeEvent(c *check, spec *contract.ChangeEventSpec) {
	if spec.To != nil && *spec.To < spec.From {
		c.refuse("/spec/to", sentence.EndsBeforeItBegins)
	}
}

func checkCadenceProposal(c *check, spec *contract.CadenceProposalSpec) {
	switch steps := period.Frequency(spec.To).Rank() - period.Frequency(spec.From).Rank(); {
	case steps == 0:
		c.refuse("/spec/to", sentence.SameCadence)
	case steps < -1 || steps > 1:
		c.refuse("/spec/to", sentence.SeveralSteps(spec.From))
	}
	if spec.Decision == nil {
		return
	}
	if spec.Decision.Outcome == "rejected" && spec.Decision.Reason == nil {
		c.refuse("/spec/decision/reason", sentence.RejectionUnexplained)
	}
	if spec.Reading != nil {
		if at, err := time.Parse(time.RFC3339, spec.Reading.At); err == nil && spec.Decision.On < at.UTC().AddDate(0, 0, -1).Format(time.DateOnly) {
			c.refuse("/spec/decision/on", sentence.BeforeItsReading)
		}
	}
	if other := otherStep(c, spec); other != "" {
		c.refuse("/spec/decision/on", sentence.CadenceRests(governance.RestCycles, other))
	}
}

// otherStep names a proposal by which the cadence of the same promise was changed too shortly before or after; "" when there is
// none. A cadence rests for two cycles of the shorter of the cadences before and after a step.
func otherStep(c *check, spec *contract.CadenceProposalSpec) string {
	if spec.Decision == nil || spec.Decision.Outcome != "accepted" {
		return ""
	}
	for _, e := range c.sorted("CadenceProposal") {
		other, ok := e.spec.(*contract.CadenceProposalSpec)
		if !ok || e.origin.broken() || e.ref == c.entry.ref || e.stored.Archived || other.Decision == nil || other.Decision.Outcome != "accepted" {
			continue
		}
		samePromise := other.Charter == spec.Charter && other.Scorecard == spec.Scorecard && other.Tier == spec.Tier
		if samePromise && spec.Decision.On < restedAfter(other) && other.Decision.On < restedAfter(spec) {
			return e.ref.Name
		}
	}
	return ""
}

// restedAfter is the first day on which the cadence may change again after an accepted step; "" when its day can't be read.
func restedAfter(spec *contract.CadenceProposalSpec) string {
	day, err := time.Parse(time.DateOnly, spec.Decision.On)
	if err != nil {
		return ""
	}
	before, after := governance.AfterCycles(day, spec.From, governance.RestCycles), governance.AfterCycles(day, spec.To, governance.RestCycles)
	if after.Before(before) {
		before = after
	}
	return before.Format(time.DateOnly)
}

// completeCadenceProposal adds nothing: it holds a proposal to the charter and the series as they are when it is made. They may
// change later without making what was once decided invalid.
func completeCadenceProposal(c *completion) {
	spec := c.entry.spec.(*contract.CadenceProposalSpec)
	if c.known != nil {
		if known, ok := c.known.spec.(*contract.CadenceProposalSpec); ok && sameStep(known, spec) {
			return
		}
	}
	charter, _ := found[contract.GovernanceCharterSpec](c, "GovernanceCharter", spec.Charter)
	if charter != nil {
		promise := promiseOf(charter, spec)
		if promise == nil {
			c.refuse("/spec/charter", sentence.CharterLacksReview(spec.Charter, spec.Tier, spec.Scorecard))
		} else {
			refuseBeyond(c, promise.Bounds, spec.To)
		}
	}
	if spec.Series == nil {
		return
	}
	series, ok := found[contract.ReviewSeriesSpec](c, "ReviewSeries", *spec.Series)
	if !ok {
		return
	}
	if series.Charter == nil || *series.Charter != spec.Charter {
		c.refuse("/spec/series", sentence.SeriesOfOtherCharter(*spec.Series, spec.Charter))
	} else if series.Tier != spec.Tier {
		c.refuse("/spec/series", sentence.SeriesOfOtherTier(*spec.Series, series.Tier, spec.Tier))
	}
}

func sameStep(a, b *contract.CadenceProposalSpec) bool {
	series := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	return a.Charter == b.Charter && a.Scorecard == b.Scorecard && a.Tier == b.Tier && a.To == b.To && series(a.Series) == series(b.Series)
}

func promiseOf(charter *contract.GovernanceCharterSpec, spec *contract.CadenceProposalSpec) *contract.CharterReview {
	for i, promise := range charter.Reviews {
		if promise.Scorecard == spec.Scorecard && promise.Tier == spec.Tier {
			return &charter.Reviews[i]
		}
	}
	return nil
}

// refuseBeyond refuses a cadence outside the charter's bounds.
func refuseBeyond(c *completion, bounds *contract.CadenceBounds, to string) {
	if bounds == nil {
		return
	}
	rank := period.Frequency(to).Rank()
	if bounds.Often != nil && rank < period.Frequency(*bounds.Often).Rank() {
		c.refuse("/spec/to", sentence.TooOften(*bounds.Often))
	}
	if bounds.Seldom != nil && rank > period.Frequency(*bounds.Seldom).Rank() {
		c.refuse("/spec/to", sentence.TooSeldom(*bounds.Seldom))
	}
}

// found is the spec of a resource as it will be; false when there is none.
func found[T any](c *completion, kind, name string) (*T, bool) {
	e := c.find(contract.Ref{Kind: kind, Name: name})
	if e == nil {
		return nil, false
	}
	spec, ok := e.spec.(*T)
	return spec, ok
}
