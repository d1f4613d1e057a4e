package evaluate_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// company is a scorecard of many KPIs over a company of regions with leaves, every leaf observed in the months before
// 2026-01: as many pages as the view asks for.
func company(t testing.TB, kpis, leaves, months int) (*evaluate.Model, *evaluate.Observations) {
	w := newWorld(t)
	w.unit("company", "")
	units := []string{"company"}
	for i := range leaves {
		region := fmt.Sprintf("region-%02d", i%7)
		if i < 7 {
			w.unit(region, "company")
			units = append(units, region)
		}
		leaf := fmt.Sprintf("leaf-%04d", i)
		w.unit(leaf, region)
		units = append(units, leaf)
	}
	const perObjective = 10
	perspectives := []map[string]any{}
	var placed []map[string]string
	for i := range kpis {
		name := fmt.Sprintf("k%d", i)
		w.kpi(name, `{"frequency":"month","source":{"type":"manual"}}`)
		w.targets(name, fmt.Sprintf(`{"kpi":%q,"unit":"company","target":%d,"scale":{"type":"goalRedFlag","redFlag":"80%%","goal":"100%%"}}`, name, leaves*50))
		placed = append(placed, map[string]string{"kpi": name})
		if len(placed) == perObjective || i == kpis-1 {
			objective := fmt.Sprintf("o%d", i/perObjective)
			w.objective(objective, "{}", map[string]any{"kpis": placed})
			placed = nil
			at := len(perspectives) - 1
			if i/perObjective%25 == 0 {
				at++
				perspectives = append(perspectives, map[string]any{"name": fmt.Sprintf("p%d", at), "title": "p", "objectives": []any{}})
			}
			perspectives[at]["objectives"] = append(perspectives[at]["objectives"].([]any), map[string]string{"objective": objective})
		}
	}
	w.card("card", with(t, `{"unit":"company"}`, map[string]any{"perspectives": perspectives}))
	m, err := evaluate.Compile(w.defs)
	if err != nil {
		t.Fatal(err)
	}
	o := &evaluate.Observations{Units: units, Pages: map[string]map[string]evaluate.Page{}}
	for i := range kpis {
		pages := map[string]evaluate.Page{}
		for month := range months {
			page := evaluate.Page{}
			for u, name := range units {
				if name[0] == 'l' {
					page.Unit = append(page.Unit, int32(u))
					page.Cell = append(page.Cell, evaluate.Cell{Value: float64((i*31 + u*17 + month*7) % 100)})
				}
			}
			pages[time.Date(2025, time.Month(12-month), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")] = page
		}
		o.Pages[fmt.Sprintf("k%d", i)] = pages
	}
	return m, o
}

func benchmarkView(b *testing.B, kpis, leaves, sparkline int) {
	m, o := company(b, kpis, leaves, max(2, sparkline))
	r := evaluate.Request{
		Scorecard: "card", Period: "2025-12", Unit: "company", Now: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Sparkline: sparkline,
	}
	b.ReportAllocs()
	for b.Loop() {
		view, err := m.View(r, o)
		if err != nil || view.Node.Score == nil {
			b.Fatal(err, view.Node.Reason)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(kpis*leaves*max(2, sparkline)), "ns/cell")
}

// The budgets: 100,000 KPI-unit pairs in 250 ms, and ten times the cells in at most eleven times the time.
func BenchmarkRollUp10kPairs(b *testing.B)  { benchmarkView(b, 200, 50, 0) }
func BenchmarkRollUp100kPairs(b *testing.B) { benchmarkView(b, 2000, 50, 0) }

// A page: 1,000 KPIs at 50 units, without and with 13 periods of sparklines.
func BenchmarkView1000(b *testing.B)          { benchmarkView(b, 1000, 50, 0) }
func BenchmarkView1000Sparkline(b *testing.B) { benchmarkView(b, 1000, 50, 13) }

func BenchmarkCompile1000(b *testing.B) {
	w := newWorld(b)
	w.unit("company", "")
	for i := range 1000 {
		w.kpi(fmt.Sprintf("k%d", i), `{"frequency":"month","source":{"type":"calculated","formula":"1 + 2 * 3"}}`)
	}
	for b.Loop() {
		if _, err := evaluate.Compile(w.defs); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNeeds1000(b *testing.B) {
	m, _ := company(b, 1000, 50, 1)
	r := evaluate.Request{Scorecard: "card", Period: "2025-12", Now: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Sparkline: 13}
	for b.Loop() {
		if windows, err := m.Needs(r); err != nil || len(windows) != 1000 {
			b.Fatal(err, len(windows))
		}
	}
}
