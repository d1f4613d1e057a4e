package resource

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

func checkCommentary(c *check, spec *contract.CommentarySpec) {
	if kpi := find[contract.KpiSpec](c.state, "Kpi", spec.Kpi); kpi != nil {
		c.period(c.calendar(kpi.Calendar), spec.Period, "/spec/period")
	}
}
