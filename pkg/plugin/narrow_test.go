package plugin

import (
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

func names(frame *data.Frame) string {
	all := make([]string, len(frame.Fields))
	for i, f := range frame.Fields {
		all[i] = f.Name
	}
	return strings.Join(all, " ")
}

func kpiFrames() data.Frames {
	value := 3.0
	point := contract.SeriesPoint{Period: "2026-03", Start: "2026-03-01T00:00:00Z", Value: &value, Score: &value, State: "final"}
	return data.Frames{kpiFrame(contract.Series{Kpi: "revenue", Unit: "company", Points: []contract.SeriesPoint{point}})}
}

func nodeFrames() data.Frames {
	node := contract.Node{Ref: contract.Ref{Kind: "Objective", Name: "sales"}, Title: "Sales"}
	period := contract.Period{ID: "2026-03", Start: "2026-03-01T00:00:00Z"}
	return data.Frames{nodeFrame(node, []contract.Period{period}, scoring.DefaultScheme())}
}

func TestNarrow(t *testing.T) {
	tests := map[string]struct {
		frames   data.Frames
		field    string
		computed bool
		want     string
		err      string
	}{
		"a dashboard sees everything":           {frames: kpiFrames(), want: "time value target stretch baseline score status state"},
		"one number":                            {frames: kpiFrames(), field: "value", want: "time value"},
		"an alert rule gets the score of a KPI": {frames: kpiFrames(), computed: true, want: "time score"},
		"an alert rule on the value":            {frames: kpiFrames(), field: "value", computed: true, want: "time value"},
		"an alert rule on a node":               {frames: nodeFrames(), computed: true, want: "time score"},
		"a node without that number":            {frames: nodeFrames(), field: "target", err: "Sales has no target over time"},
		"no such number":                        {frames: kpiFrames(), field: "status", err: `field "status" is none of`},
		"nothing to show":                       {frames: nil, computed: true, want: ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			frames, err := narrow(test.frames, test.field, test.computed)
			switch {
			case test.err != "":
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Fatalf("error = %v, want %q", err, test.err)
				}
			case err != nil:
				t.Fatal(err)
			case test.want == "":
				if len(frames) != 0 {
					t.Errorf("frames = %v", frames)
				}
			case names(frames[0]) != test.want:
				t.Errorf("fields = %s, want %s", names(frames[0]), test.want)
			}
		})
	}
}

// Grafana's expressions take wide series only, and tell them apart by their labels.
func TestWhatIsComputedOnIsAWideSeries(t *testing.T) {
	for name, frames := range map[string]data.Frames{"kpi": kpiFrames(), "node": nodeFrames()} {
		narrowed, err := narrow(frames, "", true)
		if err != nil {
			t.Fatal(err)
		}
		schema := narrowed[0].TimeSeriesSchema()
		if schema.Type != data.TimeSeriesTypeWide || len(schema.ValueIndices) != 1 {
			t.Errorf("%s: %v with %d numbers", name, schema.Type, len(schema.ValueIndices))
		}
	}
}

func TestComputesOn(t *testing.T) {
	for header, want := range map[string]bool{
		"FromAlert": true, "http_Fromalert": true, "http_X-Grafana-From-Expr": true, "http_X-Dashboard-Uid": false,
	} {
		req := &backend.QueryDataRequest{Headers: map[string]string{header: "true"}}
		if got := computesOn(req); got != want {
			t.Errorf("%s: %v", header, got)
		}
	}
}

func TestFramesCarryInstants(t *testing.T) {
	at, ok := kpiFrames()[0].Fields[0].At(0).(time.Time)
	if !ok || !at.Equal(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("time = %v", at)
	}
}
