package api_test

import (
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func golden[T any](t *testing.T, name string) []T {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../tests/golden", name))
	if err != nil {
		t.Fatal(err)
	}
	var cases []T
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) == 0 {
		t.Fatal("no cases in", name)
	}
	return cases
}

func TestGoldenScenariosThroughSimulate(t *testing.T) {
	type scenario struct {
		Rule    string
		Request json.RawMessage
		Expect  map[string]map[string]any
	}
	s := newServer(t)
	for i, c := range golden[scenario](t, "scenarios.json") {
		t.Run(fmt.Sprintf("%02d %s", i, c.Rule), func(t *testing.T) {
			var view contract.View
			s.must(200, "POST", "/simulate", []byte(c.Request)).into(t, &view)
			for path, fields := range c.Expect {
				node := nodeAt(view.Node, strings.Split(path, "/")[1:])
				if node == nil {
					t.Fatalf("no node at %s", path)
				}
				for field, want := range fields {
					if got := fieldOf(*node, field); !agrees(got, want) {
						t.Errorf("%s %s = %v, want %v", path, field, got, want)
					}
				}
			}
		})
	}
}

// nodeAt follows names from a node downwards.
func nodeAt(node contract.Node, names []string) *contract.Node {
	if len(names) == 0 || node.Ref.Name != names[0] {
		return nil
	}
	if len(names) == 1 {
		return &node
	}
	for _, child := range node.Children {
		if found := nodeAt(child, names[1:]); found != nil {
			return found
		}
	}
	return nil
}

func fieldOf(node contract.Node, field string) any {
	if field == "hasReason" {
		return node.Reason != nil
	}
	encoded, _ := json.Marshal(node)
	var fields map[string]any
	_ = json.Unmarshal(encoded, &fields)
	var value any = fields
	for _, name := range strings.Split(field, ".") {
		value = value.(map[string]any)[name]
	}
	return value
}

func agrees(got, want any) bool {
	a, isNumber := want.(float64)
	b, ok := got.(float64)
	if isNumber && ok {
		return math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(a))
	}
	return got == want
}

func TestGoldenPeriodsThroughCalendarPeriod(t *testing.T) {
	type periodCase struct {
		TimeZone             string         `json:"timeZone"`
		FiscalYearStartMonth int            `json:"fiscalYearStartMonth"`
		Pattern              string         `json:"pattern"`
		YearEnd              map[string]any `json:"yearEnd"`
		Frequency            string         `json:"frequency"`
		Instant              string         `json:"instant"`
		Period               string         `json:"period"`
		Start                string         `json:"start"`
		End                  string         `json:"end"`
	}
	s := newServer(t)
	cases := append(golden[periodCase](t, "period.json"), golden[periodCase](t, "period-patterns.json")...)
	for i, c := range cases {
		spec := map[string]any{"title": "c", "timeZone": c.TimeZone}
		if c.FiscalYearStartMonth > 0 {
			spec["fiscalYearStartMonth"] = c.FiscalYearStartMonth
		}
		if c.Pattern != "" {
			spec["pattern"], spec["yearEnd"] = c.Pattern, c.YearEnd
		}
		name := fmt.Sprintf("c%d", i)
		s.must(201, "POST", "/calendars", map[string]any{
			"apiVersion": "scorecard/v1", "kind": "Calendar", "metadata": map[string]any{"name": name}, "spec": spec,
		})
		query := url.Values{"calendar": {name}, "frequency": {c.Frequency}, "at": {c.Instant}}
		var got contract.Period
		s.must(200, "GET", "/calendar/period?"+query.Encode(), nil).into(t, &got)
		if want := (contract.Period{ID: c.Period, Start: c.Start, End: c.End}); got != want {
			t.Errorf("case %d: %+v, want %+v", i, got, want)
		}
	}
}

func TestGoldenRefusalsThroughApply(t *testing.T) {
	type refusal struct {
		Rule      string
		Resources []json.RawMessage
		Path      string
		Kind      string
		Name      string
		Also      []string
	}
	for i, c := range golden[refusal](t, "refusals.json") {
		t.Run(fmt.Sprintf("%02d %s", i, c.Rule), func(t *testing.T) {
			s := newServer(t)
			problem := s.must(422, "POST", "/apply", c.Resources).problem(t)
			for _, name := range append([]string{c.Name}, c.Also...) {
				if !slices.ContainsFunc(problem.Errors, func(e contract.ProblemItem) bool {
					return e.Path == c.Path && e.Resource != nil && e.Resource.Kind == c.Kind && e.Resource.Name == name
				}) {
					t.Errorf("no error at %s of %s %s in %+v", c.Path, c.Kind, name, problem.Errors)
				}
			}
			var kept contract.ResourceList
			s.must(200, "GET", "/calendars", nil).into(t, &kept)
			if len(kept.Items) != 0 {
				t.Error("a refused apply wrote something")
			}
		})
	}
}
