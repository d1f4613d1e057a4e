package evaluate_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// world is a small organisation under construction: calendar "c" (UTC, from January), strategy "s", and by measure one
// scorecard "card" with perspective "p" and objective "o".
type world struct {
	testing.TB
	defs evaluate.Definitions
	rows []contract.SimulatedObservation
}

func newWorld(t testing.TB) *world {
	w := &world{TB: t, defs: emptyDefinitions()}
	w.add("Calendar", "c", `{"title":"c","timeZone":"UTC"}`)
	w.add("Strategy", "s", `{"title":"s"}`)
	return w
}

func (w *world) add(kind, name, spec string) {
	w.Helper()
	define(w.TB, w.defs, kind, name, []byte(spec))
}

func (w *world) unit(name, parent string) {
	w.Helper()
	if parent == "" {
		w.add("OrgUnit", name, fmt.Sprintf(`{"title":%q}`, name))
		return
	}
	w.add("OrgUnit", name, fmt.Sprintf(`{"title":%q,"parent":%q}`, name, parent))
}

// kpi adds a KPI of calendar c; the spec lacks title and calendar.
func (w *world) kpi(name, spec string) {
	w.Helper()
	w.add("Kpi", name, with(w.TB, spec, map[string]any{"title": name, "calendar": "c"}))
}

// targets adds a TargetSet.
func (w *world) targets(name, spec string) {
	w.Helper()
	w.add("TargetSet", name, spec)
}

// measure places KPIs in objective o of scorecard card at unit company.
func (w *world) measure(kpis ...string) {
	w.Helper()
	placed := []map[string]string{}
	for _, k := range kpis {
		placed = append(placed, map[string]string{"kpi": k})
	}
	w.objective("o", "{}", map[string]any{"kpis": placed})
	w.card("card", `{"unit":"company","perspectives":[{"name":"p","title":"p","objectives":[{"objective":"o"}]}]}`)
}

func (w *world) objective(name, spec string, more map[string]any) {
	w.Helper()
	base := map[string]any{"title": name, "strategy": "s", "perspective": "p"}
	for field, value := range more {
		base[field] = value
	}
	w.add("Objective", name, with(w.TB, spec, base))
}

// card adds a monthly scorecard of calendar c and strategy s.
func (w *world) card(name, spec string) {
	w.Helper()
	w.add("Scorecard", name, with(w.TB, spec, map[string]any{"title": name, "strategy": "s", "calendar": "c", "frequency": "month"}))
}

func (w *world) observe(kpi, unit, period string, value float64) {
	w.rows = append(w.rows, contract.SimulatedObservation{
		Kpi: kpi, Unit: unit, Period: &contract.PeriodText{String: &period}, Value: &value,
	})
}

func (w *world) observeAt(kpi, unit, period string, value float64, collectedAt string) {
	w.observe(kpi, unit, period, value)
	w.rows[len(w.rows)-1].CollectedAt = &collectedAt
}

func (w *world) compile() (*evaluate.Model, *evaluate.Observations) {
	w.Helper()
	m, err := evaluate.Compile(w.defs)
	if err != nil {
		w.Fatal(err)
	}
	o, err := m.Observe(w.rows, nil)
	if err != nil {
		w.Fatal(err)
	}
	return m, o
}

func (w *world) view(r evaluate.Request) contract.View {
	w.Helper()
	m, o := w.compile()
	if r.Scorecard == "" {
		r.Scorecard = "card"
	}
	view, err := m.View(r, o)
	if err != nil {
		w.Fatal(err)
	}
	return view
}

// node is one node of the card's view.
func (w *world) node(period, unit, now, path string) contract.Node {
	w.Helper()
	view := w.view(evaluate.Request{Period: period, Unit: unit, Now: at(w.TB, now)})
	node, ok := paths(view.Node, "", map[string]contract.Node{})[path]
	if !ok {
		w.Fatalf("no node %s", path)
	}
	return node
}

// value is the node of a KPI placed by measure.
func (w *world) value(kpi, period, unit, now string) contract.Node {
	w.Helper()
	return w.node(period, unit, now, "/card/p/o/"+kpi)
}

func at(t testing.TB, instant string) time.Time {
	t.Helper()
	parsed, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// with puts fields into a JSON object that doesn't have them.
func with(t testing.TB, object string, fields map[string]any) string {
	t.Helper()
	var merged map[string]any
	if err := json.Unmarshal([]byte(object), &merged); err != nil {
		t.Fatalf("%v: %s", err, object)
	}
	for name, value := range fields {
		if _, given := merged[name]; !given {
			merged[name] = value
		}
	}
	data, err := json.Marshal(merged)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
