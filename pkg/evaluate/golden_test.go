package evaluate_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

func golden(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile("../../tests/golden/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

func close(a, b *float64) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return math.Abs(*a-*b) <= 1e-6*math.Max(1, math.Max(math.Abs(*a), math.Abs(*b)))
}

func show(v *float64) string {
	if v == nil {
		return "nothing"
	}
	return fmt.Sprint(*v)
}

func TestGoldenAggregation(t *testing.T) {
	var cases []struct {
		Method                        string
		Values, Weights, Denominators []*float64
		Result                        *float64
	}
	golden(t, "aggregation", &cases)
	for i, c := range cases {
		got := evaluate.Aggregate(c.Method, c.Values, c.Weights)
		if c.Method == "ratio" {
			got = ratio(t, c.Values, c.Denominators)
		}
		if !close(got, c.Result) {
			t.Errorf("%d: %s of %v: got %s, want %s", i, c.Method, c.Values, show(got), show(c.Result))
		}
	}
}

// ratio asks for a calculated KPI of a year whose inputs have the given values in its months.
func ratio(t *testing.T, values, denominators []*float64) *float64 {
	w := newWorld(t)
	w.unit("company", "")
	w.kpi("a", `{"frequency":"month","source":{"type":"manual"}}`)
	w.kpi("b", `{"frequency":"month","source":{"type":"manual"}}`)
	w.kpi("ratio", `{"frequency":"month","source":{"type":"calculated","formula":"a / b"}}`)
	w.measure("ratio")
	for i := range values {
		for kpi, v := range map[string]*float64{"a": values[i], "b": denominators[i]} {
			if v != nil {
				w.observe(kpi, "company", fmt.Sprintf("2025-%02d", i+1), *v)
			}
		}
	}
	return w.node("2025", "company", "2026-06-01T00:00:00Z", "/card/p/o/ratio").Value
}

func TestGoldenRollUp(t *testing.T) {
	var cases []struct {
		Children        []evaluate.Child
		Missing, Method string
		MinCoverage     float64
		Score, Coverage *float64
	}
	golden(t, "rollup", &cases)
	for i, c := range cases {
		got := evaluate.RollUp(c.Children, evaluate.Policy{Method: c.Method, Missing: c.Missing, MinCoverage: c.MinCoverage})
		if !close(got.Score, c.Score) || !close(&got.Coverage, c.Coverage) {
			t.Errorf("%d: got %s, %v, want %s, %s", i, show(got.Score), got.Coverage, show(c.Score), show(c.Coverage))
		}
		if (got.Score == nil) != (got.Reason != nil) {
			t.Errorf("%d: score %s with reason %v", i, show(got.Score), got.Reason)
		}
	}
}

// paths flattens a tree by the names of its nodes.
func paths(n contract.Node, above string, into map[string]contract.Node) map[string]contract.Node {
	path := above + "/" + n.Ref.Name
	into[path] = n
	for _, child := range n.Children {
		paths(child, path, into)
	}
	return into
}

func TestGoldenScenarios(t *testing.T) {
	var cases []struct {
		Rule, Why string
		Request   contract.SimulateRequest
		Expect    map[string]map[string]any
	}
	golden(t, "scenarios", &cases)
	for i, c := range cases {
		t.Run(fmt.Sprintf("%d", i), func(t *testing.T) {
			view, err := evaluate.Simulate(definitionsOf(t, c.Request.Resources), c.Request, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
			if err != nil {
				t.Fatal(err)
			}
			nodes := paths(view.Node, "", map[string]contract.Node{})
			for path, fields := range c.Expect {
				node, ok := nodes[path]
				if !ok {
					t.Errorf("%s: no node %s", c.Rule, path)
					continue
				}
				for field, want := range fields {
					if got := fieldOf(t, node, field); !same(got, want) {
						t.Errorf("%s: %s at %s: got %v, want %v\n%s", c.Rule, field, path, got, want, c.Why)
					}
				}
			}
		})
	}
}

// fieldOf reads a field of a node as JSON has it; a dot goes into objects.
func fieldOf(t *testing.T, node contract.Node, field string) any {
	t.Helper()
	if field == "hasReason" {
		return node.Reason != nil && node.Reason.Code != "" && node.Reason.Message != ""
	}
	data, err := json.Marshal(node)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Split(field, ".") {
		value = value.(map[string]any)[name]
	}
	return value
}

func same(got, want any) bool {
	a, number := got.(float64)
	b, alike := want.(float64)
	if number && alike {
		return close(&a, &b)
	}
	return got == want
}
