package resource

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// completeReview copies agenda, roles, quorum and length from the series when a review is made; a later change of the series
// leaves reviews as they were.
func completeReview(c *completion) {
	spec := c.entry.spec.(*contract.ReviewSpec)
	var series *contract.ReviewSeriesSpec
	if e := c.find(contract.Ref{Kind: "ReviewSeries", Name: spec.Series}); e != nil {
		series, _ = e.spec.(*contract.ReviewSeriesSpec)
	}
	if c.known != nil || series == nil {
		for _, field := range []string{"agenda", "roles", "quorum", "minutes"} {
			c.keep(field)
		}
		return
	}
	if len(series.Agenda) > 0 {
		c.keepOr("agenda", series.Agenda)
	}
	if series.Roles != nil {
		c.keepOr("roles", series.Roles)
	}
	if quorum := quorumOf(c, series); quorum != nil {
		c.keepOr("quorum", *quorum)
	}
	if series.Recurrence.Minutes != nil {
		c.keepOr("minutes", *series.Recurrence.Minutes)
	}
}

// quorumOf is the quorum of a series: its own, else that of its committee.
func quorumOf(c *completion, series *contract.ReviewSeriesSpec) *int64 {
	if series.Quorum != nil || series.Charter == nil || series.Committee == nil {
		return series.Quorum
	}
	e := c.find(contract.Ref{Kind: "GovernanceCharter", Name: *series.Charter})
	if e == nil {
		return nil
	}
	if charter, ok := e.spec.(*contract.GovernanceCharterSpec); ok {
		if committee := governance.CommitteeNamed(*charter, *series.Committee); committee != nil {
			return committee.Quorum
		}
	}
	return nil
}

// reviewStart is when a review is planned to begin; long ago when that can't be read.
func reviewStart(e *entry) time.Time {
	start, _ := time.Parse(time.RFC3339, e.spec.(*contract.ReviewSpec).Start)
	return start
}

// reservedReviewName is an address of the API beside the reviews.
const reservedReviewName = "calendar"

func checkReview(c *check, spec *contract.ReviewSpec) {
	if c.entry.ref.Name == reservedReviewName {
		c.refuse("/metadata/name", sentence.ReservedName(reservedReviewName))
	}
	c.duplicates(agendaNames(spec.Agenda), func(i int) string { return indexed("/spec/agenda", i, "name") }, sentence.ItemTwice)
	c.roles(spec.Roles)
	c.reviewedPeriod(spec)
}

// reviewedPeriod refuses a period that the calendar of the series' first scorecard doesn't have.
func (c *check) reviewedPeriod(spec *contract.ReviewSpec) {
	series := find[contract.ReviewSeriesSpec](c.state, "ReviewSeries", spec.Series)
	if spec.Period == nil || series == nil || len(series.Scorecards) == 0 {
		return
	}
	scorecard := find[contract.ScorecardSpec](c.state, "Scorecard", series.Scorecards[0])
	if scorecard == nil {
		return
	}
	if calendar := c.calendar(scorecard.Calendar); calendar != nil {
		if _, err := calendar.Parse(spec.Period.Text()); err != nil {
			c.refuse("/spec/period", sentence.Of(err))
		}
	}
}
