package store

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const benchFrame = `
{apiVersion: scorecard/v1, kind: Calendar, metadata: {name: cal}, spec: {title: Calendar, timeZone: UTC, fiscalYearStartMonth: 1}}
---
{apiVersion: scorecard/v1, kind: OrgUnit, metadata: {name: company}, spec: {title: Company}}
---
{apiVersion: scorecard/v1, kind: Strategy, metadata: {name: s}, spec: {title: Strategy}}
---
{apiVersion: scorecard/v1, kind: Objective, metadata: {name: goal}, spec: {title: Goal, strategy: s, perspective: money, kpis: [{kpi: kpi-0}]}}
---
{apiVersion: scorecard/v1, kind: Kpi, metadata: {name: kpi-0}, spec: {title: Sales, calendar: cal, frequency: month, source: {type: manual}}}
---
{apiVersion: scorecard/v1, kind: Scorecard, metadata: {name: card}, spec: {title: Card, strategy: s, calendar: cal, frequency: month,
  unit: company, perspectives: [{name: money, title: Money, objectives: [{objective: goal}]}]}}
---
{apiVersion: scorecard/v1, kind: ReviewSeries, metadata: {name: monthly}, spec: {title: Monthly, tier: tactical, scorecards: [card],
  recurrence: {rrule: "FREQ=MONTHLY;BYDAY=1MO", start: "2026-01-05T09:00", timeZone: UTC}}}
---
{apiVersion: scorecard/v1, kind: Review, metadata: {name: first}, spec: {series: monthly, start: "2026-01-05T09:00:00Z"}}
`

// benchDocument is one of an organisation that grows: of ten resources two are KPIs, two their targets, five actions about
// them and one an item on an agenda.
func benchDocument(i int, title string) string {
	kind, kpi := "Action", i/10*10
	spec := fmt.Sprintf("{title: %q, kpi: kpi-%d, source: {kind: Review, name: first}, owner: ada, due: 2026-05-01}", title, kpi)
	switch i % 10 {
	case 0, 5:
		kind, spec = "Kpi", fmt.Sprintf("{title: %q, calendar: cal, frequency: month, units: [company], owner: ada, source: {type: manual}}", title)
	case 1, 6:
		kind, spec = "TargetSet", fmt.Sprintf("{kpi: kpi-%d, unit: company, from: 2026-01, target: 100, scale: {type: goalRedFlag, redFlag: \"80%%\", goal: \"100%%\"}}", kpi)
	case 9:
		kind, spec = "AgendaItem", fmt.Sprintf("{title: %q, series: monthly, review: first, about: [{kind: Kpi, name: kpi-%d}]}", title, kpi)
	}
	return fmt.Sprintf("{apiVersion: scorecard/v1, kind: %s, metadata: {name: %s-%d}, spec: %s}", kind, strings.ToLower(kind), i, spec)
}

// benchFill applies the documents of an organisation of a size.
func benchFill(b *testing.B, engine *resource.Engine, f access.Filter, size int) {
	b.Helper()
	const together = 1000
	documents := []string{benchFrame}
	for i := 1; i <= size; i++ {
		if i < size {
			documents = append(documents, benchDocument(i, "As it was"))
		}
		if i == size || len(documents) == together {
			if _, err := engine.Apply(b.Context(), f, resource.Input{Data: []byte(strings.Join(documents, "\n---\n"))}, resource.ApplyOptions{}); err != nil {
				b.Fatal(err)
			}
			documents = nil
		}
	}
}

// BenchmarkWrite changes one document of organisations of growing size, and reads it as the next request does; alone, and beside
// another process that writes in turns. cpu-ms is the processor time of this process for each change.
func BenchmarkWrite(b *testing.B) {
	f := access.For(access.Caller{Org: 1, Login: "ada", Role: access.Editor})
	for _, size := range []int{100, 1000, 5000, 20_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			benchEngines(b, func(b *testing.B, config Config) {
				one, other := resource.New(open(b, config), resource.Options{}), resource.New(open(b, config), resource.Options{})
				benchFill(b, one, f, size)
				for _, way := range []struct {
					name    string
					i       int
					engines []*resource.Engine
				}{
					{"action", 7, []*resource.Engine{one}},
					{"kpi", 5, []*resource.Engine{one}},
					{"in-turns", 7, []*resource.Engine{one, other}},
				} {
					b.Run(way.name, func(b *testing.B) { benchWrites(b, f, way.i, way.engines) })
				}
			})
		})
	}
}

// benchWrites changes the i-th document on engine after engine.
func benchWrites(b *testing.B, f access.Filter, i int, engines []*resource.Engine) {
	n := 0
	write := func() {
		n++
		engine := engines[n%len(engines)]
		document := resource.Input{Data: []byte(benchDocument(i, fmt.Sprintf("%s, change %d", b.Name(), n)))}
		if _, err := engine.Apply(b.Context(), f, document, resource.ApplyOptions{}); err != nil {
			b.Fatal(err)
		}
		if _, err := engine.Get(b.Context(), f, "Kpi", "kpi-0", nil); err != nil {
			b.Fatal(err)
		}
	}
	for range engines {
		write()
	}
	from := processorTime()
	b.ReportAllocs()
	for b.Loop() {
		write()
	}
	b.ReportMetric(float64((processorTime()-from).Microseconds())/1000/float64(b.N), "cpu-ms")
}

// processorTime is what this process has used so far.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
