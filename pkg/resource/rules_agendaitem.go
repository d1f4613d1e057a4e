package resource

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

// completeAgendaItem notes since when an item is open, and when it was resolved.
func completeAgendaItem(c *completion) {
	c.keepOr("raised", instantText(c.by.at))
	if state := c.entry.spec.(*contract.AgendaItemSpec).State; state != nil && *state != "open" {
		c.keepOr("resolved", instantText(c.by.at))
	}
}

func checkAgendaItem(c *check, spec *contract.AgendaItemSpec) {
	if spec.Review == nil {
		return
	}
	review := find[contract.ReviewSpec](c.state, "Review", *spec.Review)
	if review != nil && review.Series != spec.Series {
		c.refuse("/spec/review", "is a review of the series %s, not of %s", quote(review.Series), quote(spec.Series))
	}
}
