package plugin

import (
	"fmt"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// seriesFields are the numbers of a series that a query can ask for alone.
var seriesFields = []string{"score", "value", "target", "stretch", "baseline"}

// computesOn tells whether a request comes from an alert rule or an expression. Grafana computes on numbers over time only:
// text beside them is an error there, and two numbers with the same labels can't be told apart.
func computesOn(req *backend.QueryDataRequest) bool {
	for name := range req.Headers {
		switch strings.ToLower(strings.TrimPrefix(name, "http_")) {
		case "fromalert", "x-grafana-from-expr":
			return true
		}
	}
	return false
}

// narrow keeps of a series the time and the one number that the query wants. Without a wish everything stays, but for what
// Grafana computes on: that gets the score.
func narrow(frames data.Frames, field string, computed bool) (data.Frames, error) {
	if field == "" && computed {
		field = "score"
	}
	if field == "" {
		return frames, nil
	}
	if !slices.Contains(seriesFields, field) {
		return nil, fmt.Errorf("field %q is none of %s", field, strings.Join(seriesFields, ", "))
	}
	for _, frame := range frames {
		kept := slices.DeleteFunc(slices.Clone(frame.Fields), func(f *data.Field) bool { return f.Name != "time" && f.Name != field })
		if len(kept) < 2 {
			return nil, fmt.Errorf("%s has no %s over time", frame.Name, field)
		}
		frame.Fields = kept
	}
	return frames, nil
}
