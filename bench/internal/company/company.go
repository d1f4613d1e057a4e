// Package company makes organisations of any size to measure with: a company of five regions and their branches, monthly KPIs
// with a target each, ten to an objective, and a scorecard of them all.
package company

import (
	"cmp"
	"encoding/json"
	"fmt"
	"time"
)

// Size is how much there is of everything.
type Size struct {
	// Kpis are all on the scorecard.
	Kpis int
	// Units are the branches, each of which has a value per KPI and month.
	Units int
	// Months are those that end with LastPeriod; none without observations.
	Months int
	// Frequency is that of the KPIs; month when empty.
	Frequency string
}

// Names that the documents use.
const (
	Scorecard = "company"
	Unit      = "company"
	System    = "warehouse"
	// LastPeriod is the newest month with values; Now is an instant at which it has closed.
	LastPeriod = "2025-12"
	Now        = "2026-01-05T00:00:00Z"
	// datasource is the uid in bench/provisioning.
	datasource = "bench"

	regions      = 5
	perObjective = 10
)

// Pairs is the number of KPI-unit pairs.
func (s Size) Pairs() int { return s.Kpis * s.Units }

// Observations is the number of values in all months.
func (s Size) Observations() int { return s.Pairs() * s.Months }

func (s Size) String() string {
	return fmt.Sprintf("%d KPIs × %d units × %d months", s.Kpis, s.Units, s.Months)
}

// KpiName names the i-th KPI.
func KpiName(i int) string { return fmt.Sprintf("kpi-%05d", i) }

// UnitName names the i-th branch.
func UnitName(i int) string { return fmt.Sprintf("branch-%04d", i) }

// Period names the i-th of the months, counted from the first.
func (s Size) Period(i int) string { return s.Month(i).Format("2006-01") }

// Month is when the i-th month begins.
func (s Size) Month(i int) time.Time {
	last, err := time.Parse("2006-01", LastPeriod)
	if err != nil {
		panic(err) // a constant
	}
	return last.AddDate(0, i-s.Months+1, 0)
}

// Value is what a branch has in a month.
func Value(kpi, unit, month int) float64 { return float64((kpi*31+unit*17+month*7)%100) + 1 }

// Document is a resource as it is applied.
type Document map[string]any

// Source says where a KPI's values come from.
type Source func(kpi int) map[string]any

// Manual is the source of values that nobody queries.
func Manual(int) map[string]any { return map[string]any{"type": "manual"} }

// Query is a source that reads the columns time, unit and value of a statement.
func Query(sql func(kpi int) string) Source {
	return func(kpi int) map[string]any {
		return map[string]any{
			"type": "query", "system": System, "query": QueryModel(sql(kpi)),
			"extract": map[string]any{"mode": "table", "time": "time", "unit": "unit", "value": "value"},
		}
	}
}

// QueryModel is a query of Grafana's PostgreSQL data source.
func QueryModel(sql string) map[string]any { return map[string]any{"format": "table", "rawSql": sql} }

// Documents are everything that the organisation configures.
func (s Size) Documents(source Source) []Document {
	documents := []Document{
		document("Calendar", "months", map[string]any{"timeZone": "UTC"}),
		document("OrgUnit", Unit, map[string]any{"title": "Company"}),
		document("SourceSystem", System, map[string]any{
			"title": "Warehouse", "type": "other", "datasource": map[string]any{"uid": datasource, "type": "grafana-postgresql-datasource"},
		}),
		document("Strategy", "strategy", map[string]any{"title": "Strategy", "from": "2023", "to": "2026", "status": "active"}),
	}
	for i := range regions {
		documents = append(documents, document("OrgUnit", region(i), map[string]any{"parent": Unit}))
	}
	for i := range s.Units {
		documents = append(documents, document("OrgUnit", UnitName(i), map[string]any{"parent": region(i % regions)}))
	}
	for i := range s.Kpis {
		documents = append(documents,
			document("Kpi", KpiName(i), map[string]any{
				"calendar": "months", "frequency": cmp.Or(s.Frequency, "month"), "owner": "owner",
				"aggregation": map[string]any{"time": "sum", "units": "sum"}, "source": source(i),
			}),
			document("TargetSet", KpiName(i), map[string]any{
				"kpi": KpiName(i), "unit": Unit, "target": 50 * s.Units,
				"scale": map[string]any{"type": "goalRedFlag", "redFlag": "80%", "goal": "100%"},
			}))
	}
	return append(documents, s.strategy()...)
}

func region(i int) string { return fmt.Sprintf("region-%d", i) }

// strategy is the scorecard: objectives of ten KPIs, spread over four perspectives.
func (s Size) strategy() []Document {
	perspectives := []string{"financial", "customer", "internal-process", "learning-growth"}
	placed := make([][]any, len(perspectives))
	var documents []Document
	for first := 0; first < s.Kpis; first += perObjective {
		at := first / perObjective % len(perspectives)
		name := fmt.Sprintf("objective-%04d", first/perObjective)
		var kpis []any
		for i := first; i < min(first+perObjective, s.Kpis); i++ {
			kpis = append(kpis, map[string]any{"kpi": KpiName(i)})
		}
		documents = append(documents, document("Objective", name, map[string]any{
			"strategy": "strategy", "perspective": perspectives[at], "owner": "owner", "kpis": kpis,
		}))
		placed[at] = append(placed[at], map[string]any{"objective": name})
	}
	var shown []any
	for i, objectives := range placed {
		if len(objectives) > 0 {
			shown = append(shown, map[string]any{"name": perspectives[i], "title": perspectives[i], "objectives": objectives})
		}
	}
	return append(documents, document("Scorecard", Scorecard, map[string]any{
		"title": "Company", "strategy": "strategy", "calendar": "months", "frequency": "month", "unit": Unit, "perspectives": shown,
	}))
}

// document is a resource whose title is its name unless the spec says otherwise.
func document(kind, name string, spec map[string]any) Document {
	if _, titled := spec["title"]; !titled && kind != "TargetSet" {
		spec["title"] = name
	}
	return Document{"apiVersion": "scorecard/v1", "kind": kind, "metadata": map[string]any{"name": name}, "spec": spec}
}

// JSON is the body of an apply.
func JSON(documents []Document) ([]byte, error) { return json.Marshal(documents) }
