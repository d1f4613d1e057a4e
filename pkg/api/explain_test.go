package api_test

import (
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestExplainLeadsToTheNewestObservation(t *testing.T) {
	s := newServer(t)
	s.must(201, "POST", "/orgunits", unit("north"))
	s.must(201, "POST", "/calendars", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "Calendar", "metadata": map[string]any{"name": "c"},
		"spec": map[string]any{"title": "c", "timeZone": "UTC"},
	})
	define := func(name string, source map[string]any) {
		s.must(201, "POST", "/kpis", map[string]any{
			"apiVersion": "scorecard/v1", "kind": "Kpi", "metadata": map[string]any{"name": name},
			"spec": map[string]any{"title": name, "calendar": "c", "frequency": "month", "source": source},
		})
	}
	define("audits", map[string]any{"type": "manual"})
	define("rise", map[string]any{"type": "calculated", "formula": "audits - prev(audits)"})
	for _, row := range []string{"2026-01,4", "2026-02,9", "2026-01,5"} {
		s.must(200, "POST", "/submissions", "kpi,unit,period,value\naudits,north,"+row+"\n", "Content-Type", "text/csv")
	}
	var explained contract.Explain
	s.must(200, "GET", "/kpis/rise/explain?unit=north&period=2026-02", nil).into(t, &explained)
	if explained.Value == nil || *explained.Value != 4 {
		t.Fatalf("value = %v", explained.Value)
	}
	found := map[string]float64{}
	var visit func(step contract.ExplainStep)
	visit = func(step contract.ExplainStep) {
		if step.Origin != nil && step.Origin.Observation != nil {
			o := step.Origin.Observation
			found[o.Period] = *o.Value
			if o.RecordedBy != "admin" || o.Source.Type != "submission" {
				t.Errorf("provenance of %s = %+v", o.Period, o)
			}
		}
		for _, input := range step.Inputs {
			visit(input)
		}
	}
	visit(explained.Root)
	if len(found) != 2 || found["2026-01"] != 5 || found["2026-02"] != 9 {
		t.Errorf("observations behind the value: %v", found)
	}
}
