package resource

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
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
		target, baseline := spec.Target, spec.Baseline
		if text(spec.Path) == seasonal && (isAmount(spec.Scale.Target) || isAmount(spec.Scale.Baseline)) {
			target, baseline = nil, nil // of a year, where the scale's are of one period
		}
		for _, problem := range scoring.Validate(*spec.Scale, target, baseline) {
			c.refuse("/spec"+problem.Path, problem.Said)
		}
	}
	if spec.Source != nil {
		c.query(spec.Source.Dataset, spec.Source.Query, "/spec/source")
		c.extract(&spec.Source.Extract, "/spec/source/extract")
	} else if spec.Columns != nil {
		c.refuse("/spec/columns", sentence.ColumnsOfNothing)
	}
}

func isAmount(t *contract.Threshold) bool {
	if t == nil {
		return false
	}
	_, percent, ok := t.Amount()
	return ok && !percent
}

// sharesOfYear is how many periods of a frequency a year has: at least and at most.
var sharesOfYear = map[period.Frequency][2]int{
	period.Day: {365, 366}, period.Week: {52, 53}, period.Month: {12, 12}, period.Quarter: {4, 4}, period.Half: {2, 2}, period.Year: {1, 1},
}

func (c *check) shares(spec *contract.TargetSetSpec, frequency period.Frequency) {
	if text(spec.Path) != seasonal {
		return
	}
	if len(spec.Shares) == 0 {
		c.refuse("/spec/shares", sentence.SharesMissing)
		return
	}
	want, known := sharesOfYear[frequency]
	switch {
	case !known || want[0] <= len(spec.Shares) && len(spec.Shares) <= want[1]:
	case want[0] < want[1]:
		c.refuse("/spec/shares", sentence.SharesCountVaries(len(spec.Shares), want[0], want[1], string(frequency)))
	default:
		c.refuse("/spec/shares", sentence.SharesCount(len(spec.Shares), want[0], string(frequency)))
	}
	total := 0.0
	for _, share := range spec.Shares {
		total += share
	}
	if total <= 0 {
		c.refuse("/spec/shares", sentence.SharesAddUpToNothing)
	}
}
