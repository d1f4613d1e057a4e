package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// classOf is the class of an item that doesn't say one: by what it is about, and of one about nothing in particular the tier of the
// series that it was raised in.
func classOf(c *completion, spec *contract.AgendaItemSpec) string {
	if series, ok := found[contract.ReviewSeriesSpec](c, "ReviewSeries", spec.Series); ok && len(spec.About) == 0 {
		return series.Tier
	}
	return governance.ProposeClass(spec.About)
}

// completeAgendaItem proposes the class of an item, and notes since when it is open and when it was
// resolved.
func completeAgendaItem(c *completion) {
	spec := c.entry.spec.(*contract.AgendaItemSpec)
	c.keepOr("class", classOf(c, spec))
	c.keepOr("raised", contract.InstantText(c.by.at))
	if state := spec.State; state != nil && *state != "open" {
		c.keepOr("resolved", contract.InstantText(c.by.at))
	} else if spec.Resolved != nil {
		c.set("resolved", nil) // it was opened again
	}
}

func checkAgendaItem(c *check, spec *contract.AgendaItemSpec) {
	c.keepOffStrategicAgendas(spec)
	if spec.Review == nil {
		return
	}
	review := find[contract.ReviewSpec](c.state, "Review", *spec.Review)
	if review == nil || review.Series == spec.Series {
		return
	}
	if routed := governance.RouteDown(review.Series, c.seriesSpecs()); routed != spec.Series {
		c.refuse("/spec/review", sentence.ReviewOfOtherSeries(review.Series, spec.Series))
	}
}

// keepOffStrategicAgendas refuses operational items on the agenda of a strategic series that say no reason.
func (c *check) keepOffStrategicAgendas(spec *contract.AgendaItemSpec) {
	series := find[contract.ReviewSeriesSpec](c.state, "ReviewSeries", spec.Series)
	if series == nil || series.Tier != governance.Strategic || spec.Class == nil || *spec.Class != governance.Operational {
		return
	}
	if spec.ClassReason != nil && strings.TrimSpace(*spec.ClassReason) != "" || spec.State != nil && *spec.State != "open" {
		return
	}
	if to := governance.RouteDown(spec.Series, c.seriesSpecs()); to != "" {
		c.refuse("/spec/class", sentence.OperationalOnStrategic(spec.Series, to))
		return
	}
	c.refuse("/spec/class", sentence.OperationalNowhere(spec.Series))
}

func (c *check) seriesSpecs() map[string]contract.ReviewSeriesSpec {
	return specsOf[contract.ReviewSeriesSpec](c.state, "ReviewSeries")
}
