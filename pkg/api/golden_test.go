package api_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
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

// scenario is a company with observations, and what its scorecard shows of it.
type scenario struct {
	Rule    string
	Request json.RawMessage
	Expect  map[string]map[string]any
}

func (c scenario) check(t *testing.T, view contract.View) {
	t.Helper()
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
}

func TestGoldenScenariosThroughSimulate(t *testing.T) {
	s := newServer(t)
	for i, c := range golden[scenario](t, "scenarios.json") {
		t.Run(fmt.Sprintf("%02d %s", i, c.Rule), func(t *testing.T) {
			var view contract.View
			s.must(200, "POST", "/simulate", []byte(c.Request)).into(t, &view)
			c.check(t, view)
		})
	}
}

// The same scenarios applied, recorded, and read from the store.
func TestGoldenScenariosThroughTheStore(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		for i, c := range golden[scenario](t, "scenarios.json") {
			t.Run(fmt.Sprintf("%02d %s", i, c.Rule), func(t *testing.T) {
				s.enter(t, i+2)
				var documents struct{ Resources []json.RawMessage }
				var request contract.SimulateRequest
				if err := errors.Join(json.Unmarshal(c.Request, &documents), json.Unmarshal(c.Request, &request)); err != nil {
					t.Fatal(err)
				}
				s.must(200, "POST", "/apply", documents.Resources)
				s.record(t, request.Observations)
				query := url.Values{"period": {request.Period.Text()}, "unit": {request.Unit}, "now": {*request.Now}}
				var view contract.View
				s.must(200, "GET", "/scorecards/"+request.Scorecard+"/view?"+query.Encode(), nil).into(t, &view)
				c.check(t, view)
			})
		}
	})
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// record stores observations as a run would have: when they say, else at the end of their period, as far as it has come.
func (s *server) record(t *testing.T, observations []contract.SimulatedObservation) {
	t.Helper()
	var revisions []collection.Revision
	for _, o := range observations {
		var kpi struct{ Spec contract.KpiSpec }
		s.must(200, "GET", "/kpis/"+o.Kpi, nil).into(t, &kpi)
		var calendar struct{ Spec contract.CalendarSpec }
		s.must(200, "GET", "/calendars/"+kpi.Spec.Calendar, nil).into(t, &calendar)
		parsed, err := period.New(calendar.Spec)
		if err != nil {
			t.Fatal(err)
		}
		in, err := parsed.Parse(o.Period.Text())
		if err != nil {
			t.Fatal(err)
		}
		collected := earlier(parsed.End(in), time.Now())
		if o.CollectedAt != nil {
			if collected, err = time.Parse(time.RFC3339Nano, *o.CollectedAt); err != nil {
				t.Fatal(err)
			}
		}
		revisions = append(revisions, collection.Revision{
			Series: o.Kpi, Unit: o.Unit, Period: parsed.ID(in), Value: *o.Value, Outcome: "pass", CollectedAt: collected,
			RecordedBy: "admin", Source: contract.ObservationSource{Type: "run"},
		})
	}
	if _, err := s.store.Record(t.Context(), s.caller.Org, revisions); err != nil {
		t.Fatal(err)
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
	cases := append(golden[periodCase](t, "period.json"), golden[periodCase](t, "period-patterns.json")...)
	onBothEngines(t, func(t *testing.T, s *server) {
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
	})
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
	onBothEngines(t, func(t *testing.T, s *server) {
		for i, c := range golden[refusal](t, "refusals.json") {
			t.Run(fmt.Sprintf("%02d %s", i, c.Rule), func(t *testing.T) {
				s.enter(t, i+2)
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
	})
}
