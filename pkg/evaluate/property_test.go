package evaluate_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

func near(a, b float64) bool {
	return math.Abs(a-b) <= 1e-9*math.Max(1, math.Max(math.Abs(a), math.Abs(b)))
}

func TestRollUpDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		children := rapid.SliceOf(rapid.Custom(func(t *rapid.T) evaluate.Child {
			return evaluate.Child{
				Weight: rapid.SampledFrom([]float64{0, 0.5, 1, 2, 1e9, 1e308}).Draw(t, "weight"),
				Score:  rapid.Ptr(rapid.Float64Range(0, 100), true).Draw(t, "score"),
			}
		})).Draw(t, "children")
		policy := evaluate.Policy{
			Method:      rapid.SampledFrom([]string{"weightedMean", "worst"}).Draw(t, "method"),
			Missing:     rapid.SampledFrom([]string{"exclude", "zero", "fail"}).Draw(t, "missing"),
			MinCoverage: rapid.Float64Range(0, 1).Draw(t, "minCoverage"),
		}
		a := evaluate.RollUp(children, policy)
		b := evaluate.RollUp(rapid.Permutation(children).Draw(t, "order"), policy)
		if (a.Score == nil) != (b.Score == nil) || a.Score != nil && !near(*a.Score, *b.Score) || !near(a.Coverage, b.Coverage) {
			t.Fatalf("%+v and %+v", a, b)
		}
		if a.Score != nil && (*a.Score < 0 || *a.Score > 100+1e-9) || a.Coverage < 0 || a.Coverage > 1+1e-9 || (a.Score == nil) != (a.Reason != nil) {
			t.Fatalf("%+v", a)
		}
	})
}

// tree draws a forest of one root, and values for some of the units without any below.
func tree(t *rapid.T, w *world) (units, leaves []string) {
	w.unit("company", "")
	units = []string{"company"}
	isParent := map[string]bool{}
	for i := range rapid.IntRange(1, 14).Draw(t, "units") {
		parent := rapid.SampledFrom(units).Draw(t, "parent")
		name := fmt.Sprintf("u%02d", i)
		w.unit(name, parent)
		isParent[parent] = true
		units = append(units, name)
	}
	for _, u := range units {
		if !isParent[u] {
			leaves = append(leaves, u)
		}
	}
	return units, leaves
}

func TestUnitsAggregateLikeTheirLeaves(outer *testing.T) {
	rapid.Check(outer, func(t *rapid.T) {
		w := newWorld(outer)
		_, leaves := tree(t, w)
		var kpis []string
		for _, method := range []string{"sum", "mean", "count", "min", "max", "weightedMean"} {
			w.kpi("k-"+slug(method), fmt.Sprintf(`{"frequency":"month","aggregation":{"units":%q,"weight":"weight"},"source":{"type":"manual"}}`, method))
			kpis = append(kpis, "k-"+slug(method))
		}
		w.kpi("weight", summed)
		w.measure(kpis...)
		var values, weights []*float64
		for _, leaf := range leaves {
			v := rapid.Ptr(rapid.Float64Range(-1e6, 1e6), true).Draw(t, "value")
			weight := rapid.Ptr(rapid.Float64Range(0, 100), true).Draw(t, "weight")
			values, weights = append(values, v), append(weights, weight)
			if weight != nil {
				w.observe("weight", leaf, "2026-01", *weight)
			}
			for _, k := range kpis {
				if v != nil {
					w.observe(k, leaf, "2026-01", *v)
				}
			}
		}
		view := w.view(evaluate.Request{Period: "2026-01", Now: at(outer, later)})
		for i, n := range view.Node.Children[0].Children[0].Children {
			method := []string{"sum", "mean", "count", "min", "max", "weightedMean"}[i]
			want := evaluate.Aggregate(method, values, weights)
			if (n.Value == nil) != (want == nil) || want != nil && !near(*n.Value, *want) {
				t.Fatalf("%s of %d leaves: got %s, want %s", method, len(leaves), show(n.Value), show(want))
			}
		}
	})
}

// slug makes a slug of a method's name.
func slug(method string) string {
	if method == "weightedMean" {
		return "weighted-mean"
	}
	return method
}

func TestLongerPeriodsAggregateLikeTheirParts(outer *testing.T) {
	rapid.Check(outer, func(t *rapid.T) {
		w := newWorld(outer)
		w.unit("company", "")
		methods := []string{"sum", "min", "max"}
		for _, method := range methods {
			w.kpi(method, fmt.Sprintf(`{"frequency":"month","aggregation":{"time":%q},"source":{"type":"manual"}}`, method))
		}
		for month := range 12 {
			if v := rapid.Ptr(rapid.Float64Range(-1e6, 1e6), true).Draw(t, "value"); v != nil {
				for _, method := range methods {
					w.observe(method, "company", fmt.Sprintf("2025-%02d", month+1), *v)
				}
			}
		}
		m, o := w.compile()
		for _, method := range methods {
			values := map[string][]*float64{}
			for _, frequency := range []string{"quarter", "half", "year"} {
				s, err := m.Series(evaluate.SeriesRequest{Kpi: method, From: "2025", To: "2025", Frequency: frequency, Now: at(outer, later)}, o)
				if err != nil {
					t.Fatal(err)
				}
				for _, p := range s.Points {
					values[frequency] = append(values[frequency], p.Value)
				}
			}
			year := values["year"][0]
			for _, parts := range [][]*float64{values["quarter"], values["half"]} {
				got := evaluate.Aggregate(method, parts, nil)
				if (got == nil) != (year == nil) || got != nil && !near(*got, *year) {
					t.Fatalf("%s: %s by parts, %s at once", method, show(got), show(year))
				}
			}
		}
	})
}

func TestScoreIsMonotoneInTheValue(outer *testing.T) {
	rapid.Check(outer, func(t *rapid.T) {
		w := newWorld(outer)
		forest(w)
		redFlag, goal := rapid.Float64Range(-1e3, 1e3).Draw(t, "redFlag"), rapid.Float64Range(-1e3, 1e3).Draw(t, "goal")
		if math.Abs(redFlag-goal) < 1e-3 {
			t.Skip("zero width")
		}
		w.kpi("k", `{"frequency":"month","aggregation":{"units":"mean"},"source":{"type":"manual"}}`)
		w.targets("k", fmt.Sprintf(`{"kpi":"k","unit":"company","scale":{"type":"goalRedFlag","redFlag":%v,"goal":%v}}`, redFlag, goal))
		w.measure("k")
		values := rapid.SliceOfN(rapid.Float64Range(-3e3, 3e3), 3, 3).Draw(t, "values")
		slices.Sort(values)
		var scores []float64
		for i, unit := range []string{"n1", "n2", "s1"} {
			w.observe("k", unit, "2026-01", values[i])
		}
		for _, unit := range []string{"n1", "n2", "s1"} {
			scores = append(scores, *w.value("k", "2026-01", unit, later).Score)
		}
		if goal < redFlag {
			slices.Reverse(scores)
		}
		if !slices.IsSorted(scores) {
			t.Fatalf("%v score %v", values, scores)
		}
	})
}

// within keeps of the observations what a store would load for the windows.
func within(o *evaluate.Observations, windows []evaluate.Window) *evaluate.Observations {
	kept := &evaluate.Observations{Units: o.Units, Pages: map[string]map[string]evaluate.Page{}}
	for _, w := range windows {
		pages := map[string]evaluate.Page{}
		for period, page := range o.Pages[w.Series] {
			if (w.From == "" || period >= w.From) && period <= w.To {
				pages[period] = page
			}
		}
		kept.Pages[w.Series] = pages
	}
	return kept
}

// organisation draws definitions that use every way of reading observations.
func organisation(outer *testing.T, t *rapid.T) *world {
	w := newWorld(outer)
	if rapid.Bool().Draw(t, "fiscal") {
		w.add("Calendar", "c", `{"title":"c","timeZone":"Europe/Berlin","fiscalYearStartMonth":7}`)
	}
	units, _ := tree(t, w)
	frequencies := []string{"day", "week", "month", "month", "quarter", "year"}
	formulas := []string{
		"a + b", "a / prev(b, 2)", "ytd(a) - b", "rolling(b, 3)", "a / samePeriodLastYear(a)", "coalesce(prev(c), samePeriodLastYear(b), a)",
		"samePeriodLastYear(c) + a",
	}
	for _, name := range []string{"a", "b"} {
		spec := fmt.Sprintf(`{"frequency":%q,"aggregation":{"time":%q,"units":%q,"weight":"w"},"missing":%q,"source":{"type":"manual"}}`,
			rapid.SampledFrom(frequencies).Draw(t, "frequency"),
			rapid.SampledFrom([]string{"sum", "mean", "last", "weightedMean", "count"}).Draw(t, "time"),
			rapid.SampledFrom([]string{"sum", "mean", "max", "weightedMean"}).Draw(t, "units"),
			rapid.SampledFrom([]string{"skip", "require"}).Draw(t, "missing"))
		w.kpi(name, spec)
	}
	w.kpi("w", fmt.Sprintf(`{"frequency":%q,"source":{"type":"manual"}}`, rapid.SampledFrom(frequencies).Draw(t, "frequency")))
	w.kpi("c", `{"frequency":"month","source":{"type":"calculated","formula":"a - b"}}`)
	for _, name := range []string{"d", "e"} {
		w.calculated(name, rapid.SampledFrom(formulas).Draw(t, "formula"),
			rapid.SampledFrom([]string{`{}`, `{"aggregation":{"time":"mean"}}`, `{"frequency":"quarter","aggregation":{"time":"sum"}}`}).Draw(t, "spec"))
	}
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		w.targets(name, fmt.Sprintf(`{"kpi":%q,"unit":"company","target":100,"scale":{"type":"toTarget","baseline":0}}`, name))
	}
	w.objective("o", `{"kpis":[{"kpi":"a"},{"kpi":"b"},{"kpi":"c"},{"kpi":"d"},{"kpi":"e"}]}`, nil)
	w.objective("q", `{"kpis":[{"kpi":"b"}],"contributesTo":[{"objective":"o"}]}`, nil)
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"o"},{"objective":"q"}]}]}`)
	w.add("CausalLink", "l", fmt.Sprintf(`{"from":"o","to":"q","lag":{"periods":%d,"frequency":%q}}`,
		rapid.IntRange(0, 3).Draw(t, "lag"), rapid.SampledFrom(frequencies[2:]).Draw(t, "frequency")))
	observe(t, w, units)
	return w
}

// observe draws observations of a, b and w, up to 2026.
func observe(t *rapid.T, w *world, units []string) {
	m, _ := w.compile()
	for _, name := range []string{"a", "b", "w"} {
		series, err := m.Series(evaluate.SeriesRequest{
			Kpi: name, Unit: "company", From: rapid.SampledFrom([]string{"2024-11-01", "2025-06-01", "2026-01-01"}).Draw(t, "since"),
			To: "2026-05-31", Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC),
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range series.Points {
			if unit := rapid.IntRange(-1, len(units)-1).Draw(t, "unit"); unit >= 0 {
				w.observe(name, units[unit], p.Period, float64(1+len(p.Period)+unit+len(w.rows)%17))
			}
		}
	}
}

func TestNeedsAreEnough(outer *testing.T) {
	rapid.Check(outer, func(t *rapid.T) {
		w := organisation(outer, t)
		m, o := w.compile()
		now := at(outer, rapid.SampledFrom([]string{"2026-05-14T10:00:00Z", "2026-09-01T00:00:00Z"}).Draw(t, "now"))
		fiscal := w.defs.Calendars["c"].FiscalYearStartMonth != nil
		id := rapid.SampledFrom([]string{"2026-03-14", "2026-W11", "2026-03", "2026-Q2", "2026-H1", "2026"}).Draw(t, "period")
		if fiscal && len(id) < 8 && id != "2026-03" {
			id = "FY" + id
		}
		request := evaluate.Request{Scorecard: "card", Period: id, Now: now, Sparkline: rapid.IntRange(0, 4).Draw(t, "sparkline")}
		windows, err := m.Needs(request)
		if err != nil {
			t.Fatal(err)
		}
		all, err := m.View(request, o)
		if err != nil {
			t.Fatal(err)
		}
		some, err := m.View(request, within(o, windows))
		if err != nil {
			t.Fatal(err)
		}
		equal(t, all, some)

		onMap := evaluate.MapRequest{Strategy: "s", Period: id, Now: now}
		if windows, err = m.MapNeeds(onMap); err != nil {
			t.Fatal(err)
		}
		wholeMap, err := m.Map(onMap, o)
		if err != nil {
			t.Fatal(err)
		}
		neededMap, _ := m.Map(onMap, within(o, windows))
		equal(t, wholeMap, neededMap)

		for _, kpi := range []string{"a", "d", "e"} {
			explain := evaluate.ExplainRequest{Kpi: kpi, Unit: "company", Period: id, Now: now}
			if windows, err = m.ExplainNeeds(explain); err != nil {
				t.Fatal(err)
			}
			whole, err := m.Explain(explain, o)
			if err != nil {
				t.Fatal(err)
			}
			needed, _ := m.Explain(explain, within(o, windows))
			equal(t, whole, needed)
			node := find(all.Node, kpi)
			if !close(node.Value, whole.Value) || !close(node.Score, whole.Score) || !close(whole.Root.Inputs[0].Value, whole.Value) {
				t.Fatalf("%s: the view says %s, the explanation %s", kpi, show(node.Value), show(whole.Value))
			}
		}
	})
}

func find(n contract.Node, kpi string) contract.Node {
	for _, found := range paths(n, "", map[string]contract.Node{}) {
		if found.Ref.Kind == "Kpi" && found.Ref.Name == kpi {
			return found
		}
	}
	return contract.Node{}
}

func equal(t *rapid.T, a, b any) {
	x, err := json.Marshal(a) // also fails for NaN
	if err != nil {
		t.Fatal(err)
	}
	y, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if string(x) != string(y) {
		t.Fatalf("with all observations:\n%s\nwith those needed:\n%s", x, y)
	}
}
