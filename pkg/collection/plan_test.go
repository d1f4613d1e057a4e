package collection

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// The data source is the query's own, else the source's, else the Dataset's, else the SourceSystem's.
func TestWhichDataSource(t *testing.T) {
	for _, tc := range []struct{ name, source, want string }{
		{"the query's own", `{"query":{"datasource":{"uid":"own","type":"t"}},"datasource":{"uid":"kpi"},"dataset":"full","system":"erp"}`, "own"},
		{"the query's own, as a bare uid", `{"query":{"datasource":"own"},"datasource":{"uid":"kpi"}}`, "own"},
		{"the source's", `{"query":{"datasource":{"uid":""}},"datasource":{"uid":"kpi"},"system":"erp"}`, "kpi"},
		{"the source's before the Dataset's", `{"query":null,"datasource":{"uid":"kpi"},"dataset":"full"}`, "kpi"},
		{"the Dataset's query's own", `{"query":null,"dataset":"own","system":"erp"}`, "dataset-query"},
		{"the Dataset's", `{"query":null,"dataset":"full","system":"erp"}`, "dataset"},
		{"the SourceSystem's", `{"query":null,"dataset":"bare","system":"erp"}`, "erp"},
		{"the Dataset's SourceSystem's", `{"query":null,"dataset":"bare","system":null}`, "crm"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld()
			w.systems["crm"] = contract.SourceSystemSpec{Datasource: &contract.DatasourceRef{Uid: "crm"}}
			own := map[string]any{"datasource": map[string]any{"uid": "dataset-query"}}
			w.datasets["own"] = contract.DatasetSpec{Query: own, Datasource: &contract.DatasourceRef{Uid: "dataset"}, System: new("crm")}
			w.datasets["full"] = contract.DatasetSpec{Query: map[string]any{"q": 1}, Datasource: &contract.DatasourceRef{Uid: "dataset"}, System: new("crm")}
			w.datasets["bare"] = contract.DatasetSpec{Query: map[string]any{"q": 1}, System: new("crm")}
			w.kpi(t, "revenue", `{"source":`+tc.source+`}`)
			c := w.catalogue()
			p := parse(t, c.calendars["utc"], "2026-01")
			it, err := c.newKpiItem("revenue", w.specs.Kpis["revenue"], periods{p, p}, nil)
			if err != nil || it.datasource.Uid != tc.want {
				t.Errorf("%q, %v", it.datasource.Uid, err)
			}
			if strings.Contains(string(it.model), "datasource") {
				t.Errorf("the data source is still in the model %s", it.model)
			}
		})
	}
}

func TestRanges(t *testing.T) {
	for _, tc := range []struct{ name, spec, from, to string }{
		{"UTC", `{}`, "2026-02-01T00:00:00Z", "2026-02-28T23:59:59.999Z"},
		{"the calendar's zone", `{"calendar":"berlin"}`, "2026-01-31T23:00:00Z", "2026-02-28T22:59:59.999Z"},
		{
			"localTime covers instants and wall-clock times", `{"calendar":"berlin","source":{"extract":{"mode":"table","time":"time","unit":"unit","localTime":true}}}`,
			"2026-01-31T23:00:00Z", "2026-02-28T23:59:59.999Z",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld()
			w.kpi(t, "revenue", tc.spec)
			c := w.catalogue()
			spec := w.specs.Kpis["revenue"]
			p := parse(t, c.calendars[spec.Calendar], "2026-02")
			it, err := c.newKpiItem("revenue", spec, periods{p, p}, nil)
			if err != nil {
				t.Fatal(err)
			}
			from, to := it.rangeOf(p, p)
			if !from.Equal(at(tc.from)) || !to.Equal(at(tc.to)) {
				t.Errorf("%s … %s", from, to)
			}
		})
	}
}

func TestTheStrictestLimitsHold(t *testing.T) {
	w := newWorld()
	limited := func(uid string, batch, concurrency, seconds int64) contract.SourceSystemSpec {
		return contract.SourceSystemSpec{
			Datasource: &contract.DatasourceRef{Uid: uid},
			Limits:     &contract.Limits{BatchSize: &batch, Concurrency: &concurrency, TimeoutSeconds: &seconds},
		}
	}
	w.systems["erp"] = limited("erp", 20, 4, 30)
	w.systems["erp-reports"] = limited("erp", 30, 1, 90)
	w.systems["other"] = limited("other", 1, 1, 1)
	w.kpi(t, "a", "")
	w.kpi(t, "b", `{"source":{"datasource":{"uid":"free"},"system":null}}`)
	c := w.catalogue()
	p := parse(t, c.calendars["utc"], "2026-01")
	var readers []reader
	for _, name := range []string{"a", "b"} {
		it, err := c.newKpiItem(name, w.specs.Kpis[name], periods{p, p}, nil)
		if err != nil {
			t.Fatal(err)
		}
		readers = append(readers, readersOf(&it)...)
	}
	lanes := plan(queriesOf(readers), w.systems)
	var got []string
	for _, l := range lanes {
		got = append(got, fmt.Sprint(l.datasource.Uid, l.limits.withDefaults()))
	}
	want := []string{fmt.Sprint("erp", limits{20, 1, 30 * time.Second}), fmt.Sprint("free", limits{10, 2, 60 * time.Second})}
	if !slices.Equal(got, want) {
		t.Errorf("lanes %v, want %v", got, want)
	}
}

func TestDigestsTellQueriesApart(t *testing.T) {
	from, to := at("2026-01-01T00:00:00Z"), at("2026-02-01T00:00:00Z")
	erp := contract.DatasourceRef{Uid: "erp"}
	seen := map[string]string{}
	for name, sum := range map[string]string{
		"one":                 digest(erp, []byte(`{"a":1}`), from, to),
		"another model":       digest(erp, []byte(`{"a":2}`), from, to),
		"another data source": digest(contract.DatasourceRef{Uid: "crm"}, []byte(`{"a":1}`), from, to),
		"another range":       digest(erp, []byte(`{"a":1}`), from, to.Add(time.Millisecond)),
	} {
		if twin, ok := seen[sum]; ok || len(sum) != 64 {
			t.Errorf("%s: %s, as %s", name, sum, twin)
		}
		seen[sum] = name
	}
}

func TestLeavesAmong(t *testing.T) {
	x := newUnitIndex(newWorld().specs.Units)
	for _, tc := range []struct{ units, want []string }{
		{[]string{"europe", "germany", "france"}, []string{"france", "germany"}},
		{[]string{"acme", "germany"}, []string{"germany"}},
		{[]string{"europe", "america"}, []string{"america", "europe"}},
		{[]string{"acme"}, []string{"acme"}},
		{[]string{"germany", "gone"}, []string{"germany"}},
	} {
		if got := x.leavesAmong(tc.units); !slices.Equal(got, tc.want) {
			t.Errorf("%v: %v", tc.units, got)
		}
	}
	if got := x.leaves(); !slices.Equal(got, []string{"america", "france", "germany"}) {
		t.Errorf("leaves %v", got)
	}
}

// Definitions can outlive what they name: nothing is collected for a unit that is gone.
func TestAKpiOfAUnitThatIsGone(t *testing.T) {
	w := newWorld()
	w.kpi(t, "revenue", `{"units":["gone"]}`)
	scope := kpiScope(w.catalogue().units, w.specs.Kpis["revenue"])
	if scope.single != "" || scope.allowed("gone") || len(scope.zero()) != 0 {
		t.Errorf("single %q, allowed %v, zero %v", scope.single, scope.allowed("gone"), scope.zero())
	}
}

func TestLongRangesOfManyUnitsAreAskedInParts(t *testing.T) {
	w := newWorld()
	for i := range 995 { // 1000 with the others
		w.specs.Units[fmt.Sprint("unit-", i)] = contract.OrgUnitSpec{}
	}
	w.kpi(t, "revenue", `{"frequency":"day"}`)
	c := w.catalogue()
	calendar := c.calendars["utc"]
	it, err := c.newKpiItem("revenue", w.specs.Kpis["revenue"], periods{parse(t, calendar, "2025-01-01"), parse(t, calendar, "2025-05-31")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range readersOf(&it) {
		got = append(got, calendar.ID(r.first)+" "+calendar.ID(r.last))
	}
	want := []string{"2025-01-01 2025-02-19", "2025-02-20 2025-04-10", "2025-04-11 2025-05-30", "2025-05-31 2025-05-31"}
	if !slices.Equal(got, want) {
		t.Errorf("asked %q", got)
	}
}
