// Command rollup measures scoring and rolling up 100,000 KPI-unit pairs in memory, against a plain loop over arrays that
// gives the same score: npm run bench -- rollup.
package main

import (
	"fmt"
	"math"
	"syscall"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const (
	times  = 25
	budget = 250 * time.Millisecond
	// growth is what ten times the cells may cost.
	growth = 11
)

func main() {
	table := report.New("rollup: KPI-unit pairs in memory", "what", "median", "processor, median", "ns per pair", "plain loop", "budget", "met")
	table.Exit(measure(table))
}

func measure(table *report.Table) error {
	var costs []time.Duration // of the processor: what else the machine does doesn't count
	for _, size := range []company.Size{
		{Kpis: 200, Units: 50, Months: 2}, {Kpis: 2000, Units: 50, Months: 2}, {Kpis: 2000, Units: 500, Months: 2},
	} {
		model, facts, err := build(size)
		if err != nil {
			return err
		}
		request := evaluate.Request{Scorecard: company.Scorecard, Period: company.LastPeriod, Unit: company.Unit}
		if request.Now, err = time.Parse(time.RFC3339, company.Now); err != nil {
			return err
		}
		var score float64
		var processor report.Times
		ours, err := report.Measure(times, func() error {
			before := used()
			view, err := model.View(request, facts)
			processor = append(processor, used()-before)
			if err == nil && view.Node.Score == nil {
				err = fmt.Errorf("no score: %+v", view.Node.Reason)
			}
			if err == nil {
				score = *view.Node.Score
			}
			return err
		})
		if err != nil {
			return err
		}
		arrays := valuesOf(size)
		var plain float64
		loop, err := report.Measure(times, func() error { plain = plainScore(size, arrays); return nil })
		if err != nil {
			return err
		}
		if math.Abs(score-plain) > 1e-9 {
			return fmt.Errorf("%s: scored %v, the plain loop says %v", size, score, plain)
		}
		allowed, met := "", ""
		if size.Pairs() == 100_000 {
			allowed, met = fmt.Sprint(budget), table.Met(ours.Median() < budget)
		}
		table.Row(fmt.Sprintf("%d pairs (%d KPIs × %d units)", size.Pairs(), size.Kpis, size.Units), ours.Median(), processor.Median(),
			float64(processor.Median().Nanoseconds())/float64(size.Pairs()), loop.Median(), allowed, met)
		costs = append(costs, processor.Median())
	}
	for i := range costs[1:] {
		factor := float64(costs[i+1]) / float64(costs[i])
		table.Row("ten times the cells", "", fmt.Sprintf("%.1f ×", factor), "", "", fmt.Sprintf("≤ %d ×", growth), table.Met(factor <= growth))
	}
	table.Note("The plain loop adds up arrays of numbers that are there already: it knows neither missing values, states, reasons, " +
		"coverage, trends nor labels, and makes no tree. It is the floor, not a rival.")
	return nil
}

// used is the processor time of this process so far.
func used() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// build makes the model of the organisation, and its observations as the store gives them.
func build(size company.Size) (*evaluate.Model, *evaluate.Observations, error) {
	body, err := company.JSON(size.Documents(company.Manual))
	if err != nil {
		return nil, nil, err
	}
	definitions, err := resource.Compose(resource.Input{Data: body, Format: resource.JSON})
	if err != nil {
		return nil, nil, err
	}
	model, err := evaluate.Compile(definitions)
	facts := &evaluate.Observations{Pages: map[string]map[string]evaluate.Page{}}
	for unit := range size.Units {
		facts.Units = append(facts.Units, company.UnitName(unit))
	}
	for kpi := range size.Kpis {
		pages := map[string]evaluate.Page{}
		for month := range size.Months {
			page := evaluate.Page{}
			for unit := range size.Units {
				page.Unit = append(page.Unit, int32(unit))
				page.Cell = append(page.Cell, evaluate.Cell{Value: company.Value(kpi, unit, month)})
			}
			pages[size.Period(month)] = page
		}
		facts.Pages[company.KpiName(kpi)] = pages
	}
	return model, facts, err
}

// valuesOf are the values of the newest two months: month, KPI, unit.
func valuesOf(size company.Size) [][][]float64 {
	all := make([][][]float64, size.Months)
	for month := range all {
		all[month] = make([][]float64, size.Kpis)
		for kpi := range all[month] {
			all[month][kpi] = make([]float64, size.Units)
			for unit := range all[month][kpi] {
				all[month][kpi][unit] = company.Value(kpi, unit, month)
			}
		}
	}
	return all
}

// plainScore adds up every KPI over its units in both months, as a view with its trend does, and rolls the newer one up:
// objectives of ten KPIs, four perspectives.
func plainScore(size company.Size, values [][][]float64) float64 {
	const perObjective, perspectives = 10, 4
	goal := float64(50 * size.Units)
	redFlag := 0.8 * goal
	score := 0.0
	for _, month := range values { // the last one counts
		var sums, counts [perspectives]float64
		for first := 0; first < size.Kpis; first += perObjective {
			objective := 0.0
			for _, units := range month[first : first+perObjective] {
				sum := 0.0
				for _, value := range units {
					sum += value
				}
				objective += plainScale(sum, redFlag, goal)
			}
			at := first / perObjective % perspectives
			sums[at] += objective / perObjective
			counts[at]++
		}
		score = 0
		for at := range perspectives {
			score += sums[at] / counts[at] / perspectives
		}
	}
	return score
}

// plainScale is the scale goalRedFlag: a third of 100 at the red flag, two thirds at the goal, a straight line through both.
func plainScale(value, redFlag, goal float64) float64 {
	return math.Min(100, math.Max(0, 100.0/3+(value-redFlag)/(goal-redFlag)*100.0/3))
}
