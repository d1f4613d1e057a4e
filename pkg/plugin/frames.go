package plugin

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

// kpiFrame has one row per period: its start, then value, target, stretch, baseline, score, status and state.
func kpiFrame(series contract.Series) *data.Frame {
	n := len(series.Points)
	times := make([]time.Time, n)
	numbers := map[string][]*float64{}
	columns := []string{"value", "target", "stretch", "baseline", "score"}
	for _, c := range columns {
		numbers[c] = make([]*float64, n)
	}
	statuses, states := make([]*string, n), make([]string, n)
	for i, p := range series.Points {
		times[i] = instantOf(p.Start)
		numbers["value"][i], numbers["target"][i], numbers["stretch"][i] = p.Value, p.Target, p.Stretch
		numbers["baseline"][i], numbers["score"][i] = p.Baseline, p.Score
		statuses[i], states[i] = p.Status, string(p.State)
	}
	frame := data.NewFrame(series.Kpi, data.NewField("time", nil, times))
	labels := data.Labels{"kpi": series.Kpi, "unit": series.Unit}
	for _, c := range columns {
		frame.Fields = append(frame.Fields, data.NewField(c, labels, numbers[c]))
	}
	frame.Fields = append(frame.Fields, data.NewField("status", nil, statuses), data.NewField("state", nil, states))
	return frame
}

// nodeFrame has one row per period: its start, then the node's score, value (of a KPI) and status.
func nodeFrame(node contract.Node, periods []contract.Period, scheme scoring.Scheme) *data.Frame {
	points := make(map[string]contract.SparkPoint, len(node.Sparkline))
	for _, p := range node.Sparkline {
		points[p.Period] = p
	}
	times := make([]time.Time, len(periods))
	scores, values := make([]*float64, len(periods)), make([]*float64, len(periods))
	statuses := make([]*string, len(periods))
	for i, p := range periods {
		times[i] = instantOf(p.Start)
		point := points[p.ID]
		scores[i], values[i], statuses[i] = point.Score, point.Value, statusOf(point.Score, scheme)
	}
	labels := data.Labels{"kind": node.Ref.Kind, "node": node.Ref.Name}
	frame := data.NewFrame(node.Title, data.NewField("time", nil, times), data.NewField("score", labels, scores))
	if node.Ref.Kind == "Kpi" {
		frame.Fields = append(frame.Fields, data.NewField("value", labels, values))
	}
	frame.Fields = append(frame.Fields, data.NewField("status", nil, statuses))
	return frame
}

// tableFrame has one row per node, parents before their children.
func tableFrame(root contract.Node, view contract.View) *data.Frame {
	frame := data.NewFrame(view.Node.Title,
		data.NewField("kind", nil, []string{}), data.NewField("name", nil, []string{}), data.NewField("title", nil, []string{}),
		data.NewField("level", nil, []int64{}), data.NewField("weight", nil, []float64{}),
		data.NewField("status", nil, []*string{}), data.NewField("score", nil, []*float64{}),
		data.NewField("value", nil, []*float64{}), data.NewField("target", nil, []*float64{}),
		data.NewField("coverage", nil, []*float64{}), data.NewField("trend", nil, []string{}),
		data.NewField("state", nil, []*string{}), data.NewField("owner", nil, []*string{}))
	var visit func(node contract.Node, level int64)
	visit = func(node contract.Node, level int64) {
		frame.AppendRow(node.Ref.Kind, node.Ref.Name, node.Title, level, node.Weight, node.Status, node.Score,
			node.Value, node.Target, node.Coverage, node.Trend.Direction, stringOf(node.State), node.Owner)
		for _, child := range node.Children {
			visit(child, level+1)
		}
	}
	visit(root, 0)
	return frame
}

// statusOf names the level that a score belongs to; nil without a score.
func statusOf(score *float64, scheme scoring.Scheme) *string {
	if score == nil {
		return nil
	}
	status := scheme.Status(*score)
	return &status
}

func stringOf[T ~string](value *T) *string {
	if value == nil {
		return nil
	}
	text := string(*value)
	return &text
}

func instantOf(text string) time.Time {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}
