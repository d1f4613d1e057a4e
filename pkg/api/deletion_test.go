package api_test

import (
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// A KPI that falls out of a file by mistake and comes back has lost nothing.
func TestTheValuesOfADeletedKpiAreThoseOfTheNextOfItsName(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		s.must(200, "POST", "/apply", reviewed, "Content-Type", "application/yaml")
		const visitors = "{apiVersion: scorecard/v1, kind: Kpi, metadata: {name: visitors}, spec: {title: Visitors, calendar: months, frequency: month, source: {type: manual}}}"
		s.must(201, "POST", "/kpis", visitors, "Content-Type", "application/yaml")
		s.report("visitors", "north", 7)
		s.must(204, "DELETE", "/kpis/visitors", nil, "If-Match", `"1"`)
		s.must(404, "GET", "/kpis/visitors/observations", nil)
		s.must(201, "POST", "/kpis", visitors, "Content-Type", "application/yaml")
		var kept contract.ObservationList
		s.must(200, "GET", "/kpis/visitors/observations", nil).into(t, &kept)
		if len(kept.Items) != 1 || kept.Items[0].Value == nil || *kept.Items[0].Value != 7 {
			t.Errorf("of what was reported there is %+v", kept.Items)
		}
	})
}
