package scorecard

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// world is an org with one KPI on one scorecard; tests change its versions and its value.
type world struct {
	specs    evaluate.Definitions
	versions evaluate.Versions
	value    float64
	reads    int
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{versions: evaluate.Versions{Data: 7, Definitions: 5}, value: 90}
	err := json.Unmarshal([]byte(`{
		"Calendars": {"months": {"timeZone": "UTC"}},
		"Units": {"company": {"title": "Company"}},
		"Kpis": {"revenue": {"title": "Revenue", "calendar": "months", "frequency": "month", "source": {"type": "manual"}}},
		"TargetSets": {"revenue": {"kpi": "revenue", "unit": "company", "target": 100,
			"scale": {"type": "goalRedFlag", "redFlag": "80%", "goal": "100%"}}},
		"Strategies": {"strategy": {"title": "Strategy"}},
		"Objectives": {"grow": {"title": "Grow", "strategy": "strategy", "perspective": "financial", "kpis": [{"kpi": "revenue"}]}},
		"Scorecards": {"card": {"title": "Card", "strategy": "strategy", "calendar": "months", "frequency": "month", "unit": "company",
			"perspectives": [{"name": "financial", "title": "Financial", "objectives": [{"objective": "grow"}]}]}}
	}`), &w.specs)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *world) Definitions(context.Context, access.Filter, *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error) {
	return w.specs, w.versions, nil, nil
}

func (w *world) Sources(context.Context, access.Filter) (map[string]contract.SourceSystemSpec, map[string]contract.DatasetSpec, error) {
	return nil, nil, nil
}

func (w *world) Observations(context.Context, int64, []evaluate.Window, *time.Time) (*evaluate.Observations, error) {
	w.reads++
	page := evaluate.Page{Unit: []int32{0}, Cell: []evaluate.Cell{{Value: w.value}}}
	return &evaluate.Observations{
		Units: []string{"company"}, Pages: map[string]map[string]evaluate.Page{"revenue": {"2026-01": page}},
	}, nil
}

func (w *world) Revisions(context.Context, int64, string, string, string, string, *time.Time) ([]contract.Observation, error) {
	return nil, nil
}

func (w *world) RevisionPart(context.Context, int64, RevisionPart) ([]contract.Observation, bool, error) {
	return nil, false, nil
}

// tally is an observer that counts.
type tally struct{ cached, computed, failed int }

func (c *tally) CachedView() { c.cached++ }
func (c *tally) ComputeView(ctx context.Context) (context.Context, func(error)) {
	return ctx, func(err error) {
		c.computed++
		if err != nil {
			c.failed++
		}
	}
}

func TestPeriodOfAView(t *testing.T) {
	w := newWorld(t)
	now := time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)
	s := New(w, w, nil, func() time.Time { return now })
	viewer := access.For(access.Caller{Org: 1, Login: "vic", Role: access.Viewer})
	past := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		query ViewQuery
		want  string
	}{
		{ViewQuery{}, "2026-02"},
		{ViewQuery{Period: "lastEnded"}, "2026-01"},
		{ViewQuery{Period: "lastEnded", Now: &past}, "2025-12"},
		{ViewQuery{Period: "2025-Q4"}, "2025-Q4"},
	} {
		c.query.Scorecard = "card"
		view, err := s.View(t.Context(), viewer, c.query)
		if err != nil || view.Period.ID != c.want {
			t.Errorf("%+v: %s, %v, want %s", c.query, view.Period.ID, err, c.want)
		}
		m, err := s.Map(t.Context(), viewer, MapQuery{Strategy: "strategy", Scorecard: "card", Period: c.query.Period, Now: c.query.Now})
		if err != nil || m.Period.ID != c.want {
			t.Errorf("map of %+v: %s, %v, want %s", c.query, m.Period.ID, err, c.want)
		}
	}
}

func TestViewsAreKnownUntilSomethingIsWritten(t *testing.T) {
	w, seen := newWorld(t), &tally{}
	now := time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)
	s := New(w, w, nil, func() time.Time { return now })
	s.Observe(seen)
	viewer := access.For(access.Caller{Org: 1, Login: "vic", Role: access.Viewer})
	score := func() float64 {
		t.Helper()
		view, err := s.View(t.Context(), viewer, ViewQuery{Scorecard: "card", Period: "2026-01"})
		if err != nil || view.Node.Score == nil {
			t.Fatalf("%+v, %v", view.Node.Reason, err)
		}
		return *view.Node.Score
	}
	model := func() *model {
		t.Helper()
		m, err := s.model(t.Context(), viewer, nil)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	first, compiled := score(), model()
	if again := score(); again != first || *seen != (tally{cached: 1, computed: 1}) || w.reads != 1 {
		t.Errorf("the second time: %v after %v, %+v, %d reads", again, first, *seen, w.reads)
	}

	w.value, w.versions.Data = 100, 8
	if after := score(); after <= first || seen.computed != 2 {
		t.Errorf("after an observation: %v after %v, %+v", after, first, *seen)
	}
	if model() != compiled {
		t.Error("an observation had the definitions compiled again")
	}

	spec := w.specs.TargetSets["revenue"]
	spec.Target = new(200.0)
	w.specs.TargetSets = map[string]contract.TargetSetSpec{"revenue": spec}
	w.versions = evaluate.Versions{Data: 9, Definitions: 9}
	if after := score(); after >= first || model() == compiled {
		t.Errorf("after a definition: %v after %v", after, first)
	}
}
