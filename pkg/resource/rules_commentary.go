package resource

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// checkCommentary wants a period of the KPI's calendar, and a recovery that doesn't come before what it recovers from.
func checkCommentary(c *check, spec *contract.CommentarySpec) {
	kpi := find[contract.KpiSpec](c.state, "Kpi", spec.Kpi)
	if kpi == nil {
		return
	}
	calendar := c.calendar(kpi.Calendar)
	p, ok := c.period(calendar, spec.Period, "/spec/period")
	if !ok || spec.RecoveryDate == nil {
		return
	}
	if day, err := time.Parse("2006-01-02", *spec.RecoveryDate); err == nil && day.Before(calendar.Start(p).Truncate(24*time.Hour)) {
		c.refuse("/spec/recoveryDate", sentence.RecoveryBeforePeriod(spec.Period.Text()))
	}
}
