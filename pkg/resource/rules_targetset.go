package resource

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

const seasonal = "seasonal"

func checkTargetSet(c *check, spec *contract.TargetSetSpec) {
	kpi := find[contract.KpiSpec](c.state, "Kpi", spec.Kpi)
	var calendar *period.Calendar
	if kpi != nil {
		calendar = c.calendar(kpi.Calendar)
		c.shares(spec, period.Frequency(kpi.Frequency))
	}
	c.span(calendar, spec.From, spec.To, "/spec/from", "/spec/to")
	points := make([]*contract.PeriodText, len(spec.Points))
	for i := range spec.Points {
		points[i] = spec.Points[i].Period
	}
	c.distinct(calendar, points, func(i int) string { return item("/spec/points", i) + "/period" })
	if spec.Scale != nil && c.entry.origin.sound("/spec/scale") {
		for _, problem := range scoring.Validate(*spec.Scale, spec.Target, spec.Baseline) {
			c.refuse("/spec"+problem.Path, "%s", problem.Message)
		}
	}
	if spec.Source != nil {
		c.query(spec.Source.Dataset, spec.Source.Query, "/spec/source")
		c.extract(&spec.Source.Extract, "/spec/source/extract")
	} else if spec.Columns != nil {
		c.refuse("/spec/columns", "there is no source whose columns these could be: add one, or remove the columns")
	}
}

// sharesOfYear is how many periods of a frequency a year has, where that doesn't change from year to year.
var sharesOfYear = map[period.Frequency]int{period.Month: 12, period.Quarter: 4, period.Half: 2, period.Year: 1}

func (c *check) shares(spec *contract.TargetSetSpec, frequency period.Frequency) {
	if text(spec.Path) != seasonal {
		return
	}
	if len(spec.Shares) == 0 {
		c.refuse("/spec/shares", "is missing: a seasonal path spreads the year's amount by them, one per period of the KPI")
		return
	}
	if want, fixed := sharesOfYear[frequency]; fixed && len(spec.Shares) != want {
		c.refuse("/spec/shares", "has %d items, but a year has %d periods of frequency %s", len(spec.Shares), want, frequency)
	}
	total := 0.0
	for _, share := range spec.Shares {
		total += share
	}
	if total <= 0 {
		c.refuse("/spec/shares", "add up to 0: at least one must be more")
	}
}
