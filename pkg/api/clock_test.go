package api_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// What was collected while the clock was ahead doesn't hide what is collected since it is right, and is still there for those who
// ask as of then.
func TestValuesOfAClockThatWasAhead(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		var documents struct{ Resources []json.RawMessage }
		if err := json.Unmarshal(golden[scenario](t, "scenarios.json")[0].Request, &documents); err != nil {
			t.Fatal(err)
		}
		s.must(200, "POST", "/apply", documents.Resources)
		now := time.Now()
		for _, known := range []struct {
			at    time.Time
			value float64
		}{{now.AddDate(1, 0, 0), 9}, {now.Add(-time.Minute), 5}} {
			_, err := s.store.Record(t.Context(), s.caller.Org, []collection.Revision{{
				Series: "orders", Unit: "east", Period: "2023-W46", Value: known.value, Outcome: "pass", CollectedAt: known.at,
				RecordedBy: "schedule", Source: contract.ObservationSource{Type: "run"},
			}})
			if err != nil {
				t.Fatal(err)
			}
		}
		const series = "/kpis/orders/series?unit=east&from=2023-W46&to=2023-W46"
		for query, want := range map[string]float64{
			"": 5,
			"&asOf=" + now.AddDate(2, 0, 0).UTC().Format(time.RFC3339): 9,
		} {
			var got contract.Series
			s.must(200, "GET", series+query, nil).into(t, &got)
			if len(got.Points) != 1 || got.Points[0].Value == nil || *got.Points[0].Value != want {
				t.Errorf("%q: %+v, want %v", query, got.Points, want)
			}
		}
	})
}
