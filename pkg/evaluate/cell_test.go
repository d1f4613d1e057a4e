package evaluate_test

import (
	"fmt"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// later is after every period of the tests has closed.
const later = "2027-06-01T00:00:00Z"

// expect compares a node's value, and its reason's code when it has none.
func expect(t testing.TB, n contract.Node, want any) {
	t.Helper()
	switch want := want.(type) {
	case string:
		if n.Value != nil || n.Reason == nil || n.Reason.Code != want {
			t.Errorf("got %s with reason %v, want none for %s", show(n.Value), n.Reason, want)
		}
	case float64:
		if !close(n.Value, &want) {
			t.Errorf("got %s, %v, want %v", show(n.Value), n.Reason, want)
		}
	}
}

func expectState(t testing.TB, n contract.Node, want string) {
	t.Helper()
	if n.State == nil || *n.State != want {
		t.Errorf("state: got %v, want %s", *n.State, want)
	}
}

// forest is company > north (n1, n2), south (s1).
func forest(w *world) {
	w.unit("company", "")
	w.unit("north", "company")
	w.unit("south", "company")
	w.unit("n1", "north")
	w.unit("n2", "north")
	w.unit("s1", "south")
}

func TestUnits(t *testing.T) {
	own := map[string]float64{"n1": 10, "n2": 20, "s1": 60}
	both := map[string]float64{"n1": 10, "n2": 20, "s1": 60, "north": 5}
	cases := []struct {
		name, spec string
		values     map[string]float64
		unit       string
		want       any
	}{
		{"sum by default", `{}`, own, "company", 90.0},
		{"mean over leaves, not levels", `{"aggregation":{"units":"mean"}}`, own, "company", 30.0},
		{"count", `{"aggregation":{"units":"count"}}`, own, "company", 3.0},
		{"count of nothing", `{"aggregation":{"units":"count"}}`, nil, "company", 0.0},
		{"a unit's own shadows what is below", `{}`, both, "company", 65.0},
		{"mean with a level's own value", `{"aggregation":{"units":"mean"}}`, both, "company", 32.5},
		{"children only", `{"unitRollup":"children"}`, both, "north", 30.0},
		{"children only, above", `{"unitRollup":"children"}`, both, "company", 90.0},
		{"children only in a leaf", `{"unitRollup":"children"}`, both, "s1", 60.0},
		{"own only", `{"unitRollup":"own"}`, both, "north", 5.0},
		{"own only has none", `{"unitRollup":"own"}`, own, "company", "noObservation"},
		{"no aggregation", `{"aggregation":{"units":"none"}}`, both, "north", 5.0},
		{"no aggregation above", `{"aggregation":{"units":"none"}}`, own, "company", "noObservation"},
		{"measured below", `{"units":["n1","s1"]}`, own, "company", 70.0},
		{"an observation where it isn't measured", `{"units":["n1","s1"]}`, both, "north", 10.0},
		{"not measured", `{"units":["n1","s1"]}`, own, "n2", "notMeasured"},
		{"below a measured unit", `{"units":["north"]}`, both, "n1", "notMeasured"},
		{"measured at a level", `{"units":["north"]}`, both, "company", 5.0},
		{"require all", `{"missing":"require"}`, own, "company", 90.0},
		{"require and one missing", `{"missing":"require"}`, map[string]float64{"n1": 10, "s1": 60}, "company", "missingChild"},
		{"require is satisfied by a level's own", `{"missing":"require"}`, map[string]float64{"north": 10, "s1": 60}, "company", 70.0},
		{"require looks where it is measured", `{"missing":"require","units":["n1","s1"]}`, own, "company", 70.0},
		{"skip", `{}`, map[string]float64{"n1": 10}, "company", 10.0},
		{"nothing", `{}`, nil, "company", "noObservation"},
		{"overflow is no number", `{}`, map[string]float64{"n1": 1.7e308, "n2": 1.7e308}, "company", "notFinite"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			forest(w)
			w.kpi("k", with(t, c.spec, map[string]any{"frequency": "month", "source": map[string]any{"type": "manual"}}))
			w.measure("k")
			for unit, v := range c.values {
				w.observe("k", unit, "2026-01", v)
			}
			expect(t, w.value("k", "2026-01", c.unit, later), c.want)
		})
	}
}

func TestWeightedMeanIsPairwiseAtTheLeaves(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("orders", `{"frequency":"month","source":{"type":"manual"}}`)
	w.kpi("days", `{"frequency":"month","source":{"type":"manual"},"aggregation":{"time":"weightedMean","units":"weightedMean","weight":"orders"}}`)
	w.measure("days")
	for unit, v := range map[string][2]float64{"n1": {4, 10}, "n2": {8, 30}} {
		w.observe("days", unit, "2026-01", v[0])
		w.observe("orders", unit, "2026-01", v[1])
	}
	w.observe("orders", "s1", "2026-01", 1000) // a weight without a value
	expect(t, w.value("days", "2026-01", "company", later), 7.0)
	w.observe("days", "s1", "2026-02", 3) // a value without a weight
	expect(t, w.value("days", "2026-02", "company", later), "noWeight")
	w.observe("days", "n1", "2026-03", 5)
	w.observe("orders", "n1", "2026-03", 60)
	// Over time the weights are those of the unit itself: 1040 in January, 60 in March.
	expect(t, w.value("days", "2026-Q1", "company", later), (7*1040.0+5*60)/1100)
}

// A weighted mean is made from its weights too.
func TestWeightedMeanStates(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("orders", `{"frequency":"month","closeDays":20,"source":{"type":"manual"}}`)
	w.kpi("days", `{"frequency":"month","source":{"type":"manual"},"aggregation":{"time":"weightedMean","units":"weightedMean","weight":"orders"}}`)
	w.measure("days")
	for _, period := range []string{"2026-01", "2026-02", "2026-03"} {
		w.observe("days", "n1", period, 4)
		w.observe("days", "s1", period, 6)
		w.observe("orders", "n1", period, 10)
	}
	for _, c := range []struct{ period, unit, now, want string }{
		{"2026-03", "n1", "2026-04-10T00:00:00Z", "final"}, // an observation of its own
		{"2026-03", "north", "2026-04-10T00:00:00Z", "provisional"},
		{"2026-03", "north", "2026-04-21T00:00:00Z", "final"},
		{"2026-03", "company", "2026-04-21T00:00:00Z", "final"}, // s1 has no weight and is left out
		{"2026-03", "south", "2026-04-10T00:00:00Z", "none"},    // nothing else is there
		{"2026-Q1", "n1", "2026-04-10T00:00:00Z", "provisional"},
		{"2026-Q1", "n1", "2026-04-21T00:00:00Z", "final"},
		{"2026-Q1", "s1", "2026-04-21T00:00:00Z", "stale"}, // no month has a weight
	} {
		t.Run(c.period+" "+c.unit+" "+c.now, func(t *testing.T) { expectState(t, w.value("days", c.period, c.unit, c.now), c.want) })
	}
}

func TestTime(t *testing.T) {
	all := map[string]float64{"2026-01": 10, "2026-02": 20, "2026-03": 60}
	gap := map[string]float64{"2026-01": 10, "2026-03": 60}
	cases := []struct {
		name, spec string
		values     map[string]float64
		period     string
		now        string
		want       any
		state      string
	}{
		{"sum by default", `{}`, all, "2026-Q1", later, 90.0, "final"},
		{"mean", `{"aggregation":{"time":"mean"}}`, all, "2026-Q1", later, 30.0, "final"},
		{"a missing month makes the quarter stale", `{}`, gap, "2026-Q1", later, 70.0, "stale"},
		{"count of what is there", `{"aggregation":{"time":"count"}}`, gap, "2026-Q1", later, 2.0, "stale"},
		{"count of nothing", `{"aggregation":{"time":"count"}}`, nil, "2026-Q1", later, 0.0, "stale"},
		{"first", `{"aggregation":{"time":"first"}}`, all, "2026-Q1", later, 10.0, "final"},
		{"last", `{"aggregation":{"time":"last"}}`, all, "2026-Q1", later, 60.0, "final"},
		{"require", `{"missing":"require"}`, gap, "2026-Q1", later, "missingPeriod", "stale"},
		{"require the first only", `{"missing":"require","aggregation":{"time":"first"}}`, gap, "2026-Q1", later, 10.0, "stale"},
		{"nothing", `{}`, nil, "2026-Q1", later, "noObservation", "stale"},
		{"in progress", `{}`, all, "2026-Q1", "2026-02-10T00:00:00Z", 30.0, "open"},
		{"in progress, a missing month is not required yet", `{"missing":"require"}`, all, "2026-Q2", "2026-02-10T00:00:00Z", "notBegun", "none"},
		{"in progress with a stale month", `{}`, gap, "2026-Q1", "2026-03-10T00:00:00Z", 70.0, "open"},
		{"not begun", `{"aggregation":{"time":"count"}}`, all, "2026-Q3", "2026-02-10T00:00:00Z", "notBegun", "none"},
		{"between end and close", `{"closeDays":10}`, all, "2026-Q1", "2026-04-05T00:00:00Z", 90.0, "provisional"},
		{"own period in progress", `{}`, all, "2026-02", "2026-02-10T00:00:00Z", 20.0, "open"},
		{"own period without a value", `{"closeDays":10}`, nil, "2026-03", "2026-04-05T00:00:00Z", "noObservation", "none"},
		{"closed without a value", `{"closeDays":10}`, nil, "2026-03", "2026-04-11T00:00:00Z", "noObservation", "stale"},
		{"closed on the last day", `{"closeDays":10}`, all, "2026-03", "2026-04-10T23:59:59Z", 60.0, "provisional"},
		{"closed", `{"closeDays":10}`, all, "2026-03", "2026-04-11T00:00:00Z", 60.0, "final"},
		{"two levels", `{}`, all, "2026", later, 90.0, "stale"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			forest(w)
			w.kpi("k", with(t, c.spec, map[string]any{"frequency": "month", "source": map[string]any{"type": "manual"}}))
			w.measure("k")
			for period, v := range c.values {
				w.observe("k", "n1", period, v)
			}
			n := w.value("k", c.period, "n1", c.now)
			expect(t, n, c.want)
			expectState(t, n, c.state)
		})
	}
}

func TestRestatements(t *testing.T) {
	cases := []struct {
		name  string
		rows  [][2]any
		state string
		value float64
	}{
		{"changed after the close", [][2]any{{1.0, "2026-02-03T00:00:00Z"}, {2.0, "2026-02-20T00:00:00Z"}}, "restated", 2},
		{"changed before the close", [][2]any{{1.0, "2026-02-03T00:00:00Z"}, {2.0, "2026-02-05T00:00:00Z"}}, "final", 2},
		{"changed at the close", [][2]any{{1.0, "2026-02-03T00:00:00Z"}, {2.0, "2026-02-06T00:00:00Z"}}, "final", 2},
		{"late but the first", [][2]any{{1.0, "2026-03-03T00:00:00Z"}}, "final", 1},
		{"late and changed", [][2]any{{1.0, "2026-03-03T00:00:00Z"}, {2.0, "2026-03-04T00:00:00Z"}}, "restated", 2},
		{"equal within 1e-12", [][2]any{{1.0, "2026-02-03T00:00:00Z"}, {1 + 1e-13, "2026-03-04T00:00:00Z"}}, "final", 1},
		{"in any order", [][2]any{{2.0, "2026-02-20T00:00:00Z"}, {1.0, "2026-02-03T00:00:00Z"}}, "restated", 2},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.unit("company", "")
			w.kpi("k", `{"frequency":"month","closeDays":5,"source":{"type":"manual"}}`)
			w.measure("k")
			for _, row := range c.rows {
				w.observeAt("k", "company", "2026-01", row[0].(float64), row[1].(string))
			}
			n := w.value("k", "2026-01", "company", later)
			expect(t, n, c.value)
			expectState(t, n, c.state)
		})
	}
}

// stored is one KPI's pages as a store gives them.
func stored(units []string, cells map[string]map[string]evaluate.Cell) *evaluate.Observations {
	o := &evaluate.Observations{Units: units, Pages: map[string]map[string]evaluate.Page{"k": {}}}
	for period, byUnit := range cells {
		page := evaluate.Page{}
		for i, unit := range units {
			if c, ok := byUnit[unit]; ok {
				page.Unit, page.Cell = append(page.Unit, int32(i)), append(page.Cell, c)
			}
		}
		o.Pages["k"][period] = page
	}
	return o
}

func TestQuarantine(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("k", `{"frequency":"month","source":{"type":"manual"}}`)
	w.measure("k")
	m, _ := w.compile()
	bad := evaluate.Cell{Value: 7, Quarantined: true, Changed: true, ChangedAt: at(t, later).UnixMilli()}
	o := stored([]string{"s1", "n2", "n1", "north", "unknown"}, map[string]map[string]evaluate.Cell{
		"2026-01": {"n1": {Value: 1}, "n2": bad, "unknown": {Value: 100}},
		"2026-02": {"n1": {Value: 2}, "north": bad},
		"2026-03": {"n1": {Value: 3}},
		"2026-04": {"n1": bad},
	})
	view := func(unit, period, now string) contract.Node {
		v, err := m.View(evaluate.Request{Scorecard: "card", Period: period, Unit: unit, Now: at(t, now)}, o)
		if err != nil {
			t.Fatal(err)
		}
		return v.Node.Children[0].Children[0].Children[0]
	}
	for i, c := range []struct {
		unit, period, now string
		want              any
		state             string
	}{
		{"n2", "2026-01", later, "quarantined", "quarantined"},
		{"north", "2026-01", later, 1.0, "final"},                        // a child skipped as missing doesn't count
		{"north", "2026-02", later, "quarantined", "quarantined"},        // its own, so what is below doesn't step in
		{"company", "2026-02", later, "quarantined", "quarantined"},      // all are missing
		{"north", "2026-Q1", later, 4.0, "quarantined"},                  // a missing sub-period counts
		{"n1", "2026-04", "2026-04-10T00:00:00Z", "quarantined", "open"}, // in progress
		{"north", "2026-Q2", later, "noObservation", "quarantined"},
	} {
		n := view(c.unit, c.period, c.now)
		t.Run(fmt.Sprintf("%d %s %s", i, c.unit, c.period), func(t *testing.T) {
			expect(t, n, c.want)
			expectState(t, n, c.state)
			if c.want == "quarantined" && n.Score != nil {
				t.Error("a quarantined value has a score")
			}
		})
	}
}

func TestCarried(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.kpi("k", `{"frequency":"quarter","closeDays":40,"source":{"type":"manual"}}`)
	w.kpi("double", `{"frequency":"quarter","source":{"type":"calculated","formula":"2 * k"}}`)
	w.measure("k", "double")
	w.targets("k", `{"kpi":"k","unit":"company","target":8,"scale":{"type":"toTarget","baseline":0}}`)
	w.targets("k-2", `{"kpi":"k","unit":"company","from":"2026-Q3","target":80}`)
	w.observe("k", "company", "2025-Q4", 4)
	w.observe("k", "company", "2026-Q2", 6)
	for _, c := range []struct {
		period, now string
		want        any
		carried     string
		state       string
	}{
		{"2026-05", later, 4.0, "2025-Q4", "final"},                        // Q1 has none, Q2 has not ended
		{"2026-07", later, 6.0, "2026-Q2", "final"},                        // its own target, not that of Q3
		{"2026-07-15", later, 6.0, "2026-Q2", "final"},                     // at any finer frequency
		{"2026-W30", later, 6.0, "2026-Q2", "final"},                       //
		{"2026-06", later, 6.0, "2026-Q2", "final"},                        // ends with the month
		{"2026-06", "2026-06-20T00:00:00Z", "nothingCarried", "", "open"},  // Q2 has not ended by now, Q4 is too old
		{"2026-07", "2026-07-20T00:00:00Z", 6.0, "2026-Q2", "provisional"}, // though July is in progress
		{"2026-11", later, 6.0, "2026-Q2", "final"},                        // two before Q4
		{"2026-12", later, "nothingCarried", "", "stale"},                  // the end lies in 2027-Q1
		{"2027-01", "2027-01-10T00:00:00Z", "nothingCarried", "", "open"},  //
		{"2027-03", "2026-10-10T00:00:00Z", "nothingCarried", "", "none"},  //
		{"2026-Q2", later, 6.0, "", "final"},                               // its own frequency
	} {
		t.Run(c.period+" "+c.now, func(t *testing.T) {
			n := w.value("k", c.period, "company", c.now)
			expect(t, n, c.want)
			expectState(t, n, c.state)
			if got := n.Carried; got == nil && c.carried != "" || got != nil && *got != c.carried {
				t.Errorf("carried: got %v, want %q", got, c.carried)
			}
			if c.carried == "2026-Q2" && (n.Target == nil || *n.Target != 8 || *n.Score != 75) {
				t.Errorf("target %s, score %s: want those of 2026-Q2", show(n.Target), show(n.Score))
			}
		})
	}
	n := w.value("double", "2026-07", "company", later)
	expect(t, n, 12.0)
	if n.Carried == nil || *n.Carried != "2026-Q2" {
		t.Errorf("a calculated value is carried too: %v", n.Carried)
	}
}

func TestACalculatedCellClosesWithItsInputs(t *testing.T) {
	w := newWorld(t)
	w.add("Calendar", "c", `{"title":"c","timeZone":"UTC"}`)
	w.unit("company", "")
	w.kpi("orders", `{"frequency":"month","closeDays":3,"source":{"type":"manual"}}`)
	w.kpi("complaints", `{"frequency":"month","closeDays":5,"source":{"type":"manual"}}`)
	w.kpi("rate", `{"frequency":"month","source":{"type":"calculated","formula":"complaints / orders"}}`)
	w.kpi("rest", `{"frequency":"month","closeDays":9,"source":{"type":"calculated","formula":"1 - rate"}}`)
	w.kpi("mean", `{"frequency":"month","source":{"type":"manual"},"aggregation":{"units":"weightedMean","weight":"orders"}}`)
	w.kpi("goal", `{"frequency":"month","closeDays":2,"source":{"type":"calculated","formula":"7"}}`)
	for name, day := range map[string]string{"rate": "06", "rest": "06", "mean": "04", "goal": "03"} {
		w.measure(name)
		n := w.value(name, "2026-02", "company", later)
		if want := "2026-03-" + day + "T00:00:00Z"; n.ClosesAt == nil || *n.ClosesAt != want {
			t.Errorf("%s closes at %v, want %s", name, *n.ClosesAt, want)
		}
	}
}

func TestClosesAtAndNames(t *testing.T) {
	w := newWorld(t)
	w.add("Calendar", "c", `{"title":"c","timeZone":"Europe/Berlin"}`)
	w.unit("company", "")
	w.kpi("k", `{"frequency":"month","closeDays":30,"source":{"type":"manual"},"owner":"ann","steward":"bob","type":"leading","unitOfMeasure":{"unit":"short","decimals":2}}`)
	w.measure("k")
	w.defs.Gaps["k"] = []string{"driver"}
	n := w.value("k", "2026-02", "company", later)
	if n.ClosesAt == nil || *n.ClosesAt != "2026-03-30T22:00:00Z" { // 31 March, after the clocks went forward
		t.Errorf("closesAt: %v", *n.ClosesAt)
	}
	if *n.Owner != "ann" || *n.Steward != "bob" || *n.Type != "leading" || *n.UnitOfMeasure != "short" || *n.Decimals != 2 {
		t.Errorf("fields of the definition: %+v", n)
	}
	if len(n.Gaps) != 1 || n.Coverage != nil || len(n.Children) != 0 || n.Children == nil || n.Sparkline == nil {
		t.Errorf("fields of a KPI node: %+v", n)
	}
}
