package evaluate_test

import (
	"fmt"
	"testing"
)

// calculated is a KPI of a formula, monthly unless the spec says otherwise.
func (w *world) calculated(name, formula, spec string) {
	w.Helper()
	merged := with(w.TB, spec, map[string]any{"frequency": "month"})
	source := map[string]any{"type": "calculated", "formula": formula}
	if spec != "{}" {
		source["evaluate"] = "perPeriod"
	}
	w.kpi(name, with(w.TB, merged, map[string]any{"source": source}))
}

// history observes x at n1 in the months of 2025 (1 … 12) and 2026-01 … 2026-06 (101 … 106), and y from 2025-03 on as 2.
func history(t *testing.T) *world {
	w := newWorld(t)
	forest(w)
	w.kpi("x", `{"frequency":"month","source":{"type":"manual"}}`)
	w.kpi("y", `{"frequency":"month","source":{"type":"manual"}}`)
	for month := 1; month <= 18; month++ {
		value, period := float64(month), fmt.Sprintf("2025-%02d", month)
		if month > 12 {
			value, period = float64(month-12+100), fmt.Sprintf("2026-%02d", month-12)
		}
		w.observe("x", "n1", period, value)
		if month >= 3 {
			w.observe("y", "n1", period, 2)
		}
	}
	return w
}

func TestFormulas(t *testing.T) {
	for _, c := range []struct {
		formula, period, now string
		want                 any
	}{
		{"x / y", "2026-Q1", later, 306.0 / 6},
		{"x / y", "2025-Q1", later, 6.0 / 2}, // each input on its own
		{"x / (y - 2)", "2026-01", later, "divisionByZero"},
		{"x + unknown", "2026-01", later, "unknownKpi"},
		{"x +", "2026-01", later, "invalidDefinition"},
		{"coalesce(y, 0)", "2025-01", later, 0.0},
		{"y == 0 ? x / y : x", "2026-01", later, 101.0},
		{"1 + 1", "2026-01", later, 2.0},
		{"x * 1e308", "2026-01", later, "notFinite"},

		{"prev(x)", "2026-01", later, 12.0},
		{"prev(x, 3)", "2026-Q2", later, 24.0}, // 2025-Q3 is 7 + 8 + 9
		{"prev(x, 3)", "2026-03", later, 12.0},
		{"prev(x)", "2025-01", later, "missingInput"},
		{"prev(x, 18)", "2026-06", later, "missingInput"},
		{"prev(y)", "2025-Q2", later, "missingInput"}, // the window begins in January
		{"prev(y)", "2025-Q3", later, 6.0},

		{"ytd(x)", "2026-02", later, 203.0},
		{"ytd(x)", "2026-Q2", later, 621.0},
		{"ytd(x)", "2026-05", "2026-04-10T00:00:00Z", 410.0}, // May has not begun
		{"ytd(y)", "2025-06", later, "missingInput"},
		{"ytd(y)", "2026-06", later, 12.0},
		{"ytd(ratio)", "2026-06", later, 621.0 / 12},

		{"rolling(x, 3)", "2026-01", later, 124.0},
		{"rolling(x, 3)", "2026-Q1", later, 306.0},
		{"rolling(x, 13)", "2026-01", later, 179.0},
		{"rolling(x, 14)", "2026-01", later, "missingInput"},
		{"rolling(ratio, 2)", "2026-01", later, 113.0 / 4},
		{"rolling(mean, 2)", "2026-01", later, 56.5},

		{"samePeriodLastYear(x)", "2026-02", later, 2.0},
		{"samePeriodLastYear(x)", "2026-Q3", later, "missingInput"}, // no value this year
		{"samePeriodLastYear(x)", "2026", later, 21.0},              // January to June
		{"samePeriodLastYear(x)", "2025-05", later, "missingInput"},
		{"samePeriodLastYear(y)", "2026-Q1", later, "missingInput"}, // January and February have none last year
		{"samePeriodLastYear(ratio)", "2026-Q2", later, 15.0 / 6},
		{"x / samePeriodLastYear(x) - 1", "2026-01", later, 100.0},

		{"prev(constant)", "2026-01", later, 7.0},
		{"prev(sparse)", "2025-05", later, "missingInput"},
		{"prev(sparse)", "2025-08", later, 7 + 70.0}, // both inputs have one from July on
	} {
		t.Run(c.formula+" "+c.period, func(t *testing.T) {
			w := history(t)
			w.kpi("late", `{"frequency":"month","source":{"type":"manual"}}`)
			w.observe("late", "n1", "2025-07", 70)
			w.observe("late", "n1", "2025-12", 120)
			w.calculated("ratio", "x / y", "{}")
			w.calculated("mean", "x", `{"aggregation":{"time":"mean"}}`)
			w.calculated("constant", "7", "{}")
			w.calculated("sparse", "x + late", "{}")
			w.calculated("k", c.formula, "{}")
			w.measure("k")
			n := w.value("k", c.period, "n1", c.now)
			expect(t, n, c.want)
			if c.want != "invalidDefinition" {
				// The units above have the same: only n1 has values.
				expect(t, w.value("k", c.period, "company", c.now), c.want)
			}
		})
	}
}

func TestFormulaOfItself(t *testing.T) {
	w := history(t)
	w.calculated("a", "b + 1", "{}")
	w.calculated("b", "a + 1", "{}")
	w.calculated("c", "coalesce(a, 5)", "{}")
	w.measure("a", "b", "c")
	expect(t, w.value("a", "2026-01", "n1", later), "invalidDefinition")
	expect(t, w.value("b", "2026-01", "n1", later), "invalidDefinition")
	expect(t, w.value("c", "2026-01", "n1", later), 5.0)
}

func TestPerPeriod(t *testing.T) {
	w := history(t)
	w.calculated("mean", "x / y", `{"aggregation":{"time":"mean"}}`)
	w.calculated("sum", "x / y", `{"aggregation":{"time":"sum"}}`)
	w.calculated("strict", "x / y", `{"aggregation":{"time":"sum"},"missing":"require"}`)
	w.calculated("weighted", "x / y", `{"aggregation":{"time":"weightedMean","weight":"x"}}`)
	w.calculated("never", "x / 0", `{"aggregation":{"time":"sum"}}`)
	w.measure("mean", "sum", "strict", "weighted", "never")
	w.targets("sum", `{"kpi":"sum","unit":"company","target":10,"scale":{"type":"goalRedFlag","redFlag":1,"goal":2}}`)
	w.targets("mean", `{"kpi":"mean","unit":"company","target":10,"scale":{"type":"goalRedFlag","redFlag":1,"goal":2}}`)
	expect(t, w.value("mean", "2026-Q1", "n1", later), (101+102+103)/6.0)
	expect(t, w.value("sum", "2025-Q1", "n1", later), 1.5)
	expect(t, w.value("strict", "2025-Q1", "n1", later), "missingPeriod")
	expect(t, w.value("strict", "2025-Q2", "n1", later), 7.5)
	expect(t, w.value("weighted", "2025-Q2", "n1", later), (4*2+5*2.5+6*3)/15)
	expect(t, w.value("never", "2025-Q2", "n1", later), "divisionByZero")
	expect(t, w.value("mean", "2026-Q2", "n1", "2026-05-10T00:00:00Z"), 52.25) // April and May have begun
	if n := w.value("sum", "2026-Q1", "n1", later); *n.Target != 30 {
		t.Errorf("a sum over time has the sum of targets, not %v", *n.Target)
	}
	if n := w.value("mean", "2026-Q1", "n1", later); *n.Target != 10 {
		t.Errorf("a mean over time has the mean of targets, not %v", *n.Target)
	}
}

func TestCalculatedStates(t *testing.T) {
	w := history(t)
	w.kpi("slow", `{"frequency":"month","closeDays":20,"source":{"type":"manual"}}`)
	w.observe("slow", "n1", "2026-05", 1)
	w.calculated("k", "x + slow", "{}")
	w.calculated("branch", "x > 0 ? x : y", "{}")
	w.calculated("missing", "coalesce(slow, 0)", "{}")
	w.calculated("constant", "7", "{}")
	w.calculated("lacking", "slow + z", "{}")
	w.calculated("turned", "max(z, slow)", "{}")
	w.kpi("z", `{"frequency":"month","source":{"type":"manual"}}`)
	w.measure("k", "branch", "missing", "constant", "lacking", "turned")
	for _, c := range []struct{ kpi, period, now, want string }{
		{"k", "2026-05", "2026-06-10T00:00:00Z", "provisional"},
		{"k", "2026-05", "2026-06-25T00:00:00Z", "final"},
		{"k", "2026-06", "2026-06-25T00:00:00Z", "open"},
		{"k", "2026-07", "2026-06-25T00:00:00Z", "none"},
		{"branch", "2025-01", later, "final"}, // y, which has none, was not read
		{"missing", "2026-06", later, "stale"},
		{"lacking", "2026-06", "2026-07-10T00:00:00Z", "stale"}, // slow may still come, z is late
		{"turned", "2026-06", "2026-07-10T00:00:00Z", "stale"},
		{"constant", "2026-06", later, "final"},
	} {
		t.Run(c.kpi+" "+c.period, func(t *testing.T) { expectState(t, w.value(c.kpi, c.period, "n1", c.now), c.want) })
	}
}

func TestCalculatedOverUnits(t *testing.T) {
	w := newWorld(t)
	forest(w)
	w.kpi("x", `{"frequency":"month","source":{"type":"manual"}}`)
	w.kpi("y", `{"frequency":"month","source":{"type":"manual"}}`)
	w.calculated("k", "x / y", "{}")
	w.kpi("somewhere", `{"frequency":"month","units":["north"],"source":{"type":"calculated","formula":"x / y"}}`)
	w.measure("k", "somewhere")
	for unit, v := range map[string][2]float64{"n1": {10, 2}, "n2": {20, 8}, "s1": {30, 40}} {
		w.observe("x", unit, "2026-01", v[0])
		w.observe("y", unit, "2026-01", v[1])
	}
	expect(t, w.value("k", "2026-01", "north", later), 3.0)
	expect(t, w.value("k", "2026-01", "company", later), 60.0/50)
	expect(t, w.value("somewhere", "2026-01", "north", later), 3.0)
	expect(t, w.value("somewhere", "2026-01", "n1", later), "notMeasured")
	expect(t, w.value("somewhere", "2026-01", "south", later), "notMeasured")
	expect(t, w.value("somewhere", "2026-01", "company", later), 60.0/50)
}

// Days of the same date, weeks of the same number: what has no counterpart has no value.
func TestCounterparts(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.kpi("daily", `{"frequency":"day","source":{"type":"manual"}}`)
	w.kpi("weekly", `{"frequency":"week","source":{"type":"manual"}}`)
	w.kpi("d", `{"frequency":"day","source":{"type":"calculated","formula":"samePeriodLastYear(daily)"}}`)
	w.kpi("v", `{"frequency":"week","source":{"type":"calculated","formula":"samePeriodLastYear(weekly)"}}`)
	w.measure("d", "v")
	for period, v := range map[string]float64{"2023-02-27": 1, "2023-02-28": 2, "2024-02-28": 10, "2024-02-29": 20, "2025-03-01": 5, "2024-03-01": 6} {
		w.observe("daily", "company", period, v)
	}
	for period, v := range map[string]float64{"2019-W52": 1, "2020-W52": 2, "2020-W53": 3, "2021-W01": 4, "2020-W01": 5} {
		w.observe("weekly", "company", period, v)
	}
	expect(t, w.value("d", "2024-02-28", "company", later), 2.0)
	expect(t, w.value("d", "2024-02-29", "company", later), "missingInput")
	expect(t, w.value("d", "2024-02", "company", later), "missingInput")
	expect(t, w.value("d", "2025-03", "company", later), 6.0)
	expect(t, w.value("v", "2020-W52", "company", later), 1.0)
	expect(t, w.value("v", "2020-W53", "company", later), "missingInput")
	expect(t, w.value("v", "2021-W01", "company", later), 5.0)
	expect(t, w.value("v", "2020-12", "company", later), "missingInput") // holds W53
}

// The weeks of a month are compared with those of the same month a year before, by their position there: May 2026 has four
// weeks, W19 … W22, and May 2025 five, W18 … W22.
func TestCounterpartsOfWeeksInLongerPeriods(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.kpi("weekly", `{"frequency":"week","source":{"type":"manual"}}`)
	w.kpi("k", `{"frequency":"month","source":{"type":"calculated","formula":"samePeriodLastYear(weekly)"}}`)
	w.measure("k")
	for week := 14; week <= 27; week++ {
		w.observe("weekly", "company", fmt.Sprintf("2025-W%02d", week), float64(week))
		w.observe("weekly", "company", fmt.Sprintf("2026-W%02d", week), 1)
		w.observe("weekly", "company", fmt.Sprintf("2027-W%02d", week-1), 1)
	}
	expect(t, w.value("k", "2026-05", "company", later), 18.0+19+20+21)
	expect(t, w.value("k", "2026-04", "company", later), "missingInput")        // a fifth week, W18, which April 2025 lacks
	expect(t, w.value("k", "2026-Q2", "company", later), 14.0*13+78)            // W14 … W26 both years
	expect(t, w.value("k", "2027-Q2", "company", "2027-12-01T00:00:00Z"), 13.0) // W13 … W25, compared with W14 … W26 of 2026
}

// A week is compared with the one of its number, whatever the fiscal year.
func TestCounterpartsOfWeeksInFiscalYears(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.add("Calendar", "c", `{"title":"c","timeZone":"UTC","fiscalYearStartMonth":4}`)
	w.kpi("weekly", `{"frequency":"week","source":{"type":"manual"}}`)
	w.kpi("v", `{"frequency":"week","source":{"type":"calculated","formula":"samePeriodLastYear(weekly)"}}`)
	w.measure("v")
	for period, v := range map[string]float64{"2025-W52": 1, "2026-W01": 2, "2026-W13": 3, "2026-W14": 4, "2026-W53": 5, "2027-W13": 6} {
		w.observe("weekly", "company", period, v)
	}
	expect(t, w.value("v", "2026-W53", "company", later), "missingInput")
	expect(t, w.value("v", "2027-W13", "company", later), 3.0)
}

// A look-back window aggregates over time even where it is a single period.
func TestWindowsOfOnePeriodAggregate(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.kpi("visits", `{"frequency":"month","source":{"type":"manual"},"aggregation":{"time":"count"}}`)
	w.kpi("weekly", `{"frequency":"week","source":{"type":"manual"},"aggregation":{"time":"count"}}`)
	w.calculated("year", "ytd(visits)", "{}")
	w.calculated("recent", "rolling(visits, 1)", "{}")
	w.calculated("before", "prev(visits)", "{}")
	w.calculated("again", "samePeriodLastYear(weekly)", "{}")
	w.calculated("month", "samePeriodLastYear(visits)", "{}")
	w.measure("year", "recent", "before", "again", "month")
	for _, period := range []string{"2025-01", "2025-12", "2026-01", "2026-02"} {
		w.observe("visits", "company", period, 40)
	}
	for _, period := range []string{"2025-W02", "2025-W03", "2026-W02"} {
		w.observe("weekly", "company", period, 40)
	}
	expect(t, w.value("year", "2026-01", "company", later), 1.0)
	expect(t, w.value("year", "2026-02", "company", later), 2.0)
	expect(t, w.value("recent", "2026-02", "company", later), 1.0)
	expect(t, w.value("before", "2026-02", "company", later), 40.0) // the value of that month
	expect(t, w.value("month", "2026-01", "company", later), 40.0)
	expect(t, w.value("again", "2026-01", "company", later), 1.0)
}

// A formula may read KPIs of other frequencies and calendars.
func TestMixedInputs(t *testing.T) {
	w := newWorld(t)
	w.unit("company", "")
	w.add("Calendar", "fiscal", `{"title":"f","timeZone":"Asia/Tokyo","fiscalYearStartMonth":4}`)
	w.kpi("weekly", `{"frequency":"week","source":{"type":"manual"}}`)
	w.kpi("quarterly", `{"frequency":"quarter","source":{"type":"manual"}}`)
	w.kpi("elsewhere", `{"calendar":"fiscal","frequency":"month","source":{"type":"manual"}}`)
	w.calculated("k", "weekly + quarterly", "{}")
	w.calculated("past", "ytd(quarterly)", "{}")
	w.calculated("year", "ytd(elsewhere)", "{}")
	w.measure("k", "past", "year")
	for week := 1; week <= 26; week++ {
		w.observe("weekly", "company", fmt.Sprintf("2026-W%02d", week), 1)
	}
	w.observe("quarterly", "company", "2025-Q4", 1000)
	w.observe("quarterly", "company", "2026-Q1", 100)
	for month := 1; month <= 6; month++ {
		w.observe("elsewhere", "company", fmt.Sprintf("2026-%02d", month), 10)
	}
	expect(t, w.value("k", "2026-02", "company", later), 1004.0)
	expect(t, w.value("k", "2026-04", "company", later), 105.0) // five Thursdays
	expect(t, w.value("k", "2026-Q1", "company", later), 113.0)
	expect(t, w.value("past", "2026-05", "company", later), 100.0)
	expect(t, w.value("past", "2026-02", "company", later), "missingInput")
	expect(t, w.value("year", "2026-05", "company", later), 50.0) // the fiscal year of the formula's calendar
}
