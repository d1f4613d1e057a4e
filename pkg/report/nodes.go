package report

import (
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

const kindKpi = "Kpi"

// placed is a node with how deep it stands.
type placed struct {
	contract.Node
	depth int
	// objective is the title of the objective that a KPI stands under.
	objective string
}

// flat lists a tree, parents before children.
func flat(root contract.Node) []placed {
	var nodes []placed
	var visit func(n contract.Node, depth int, objective string)
	visit = func(n contract.Node, depth int, objective string) {
		nodes = append(nodes, placed{n, depth, objective})
		if n.Ref.Kind == "Objective" {
			objective = n.Title
		}
		for _, child := range n.Children {
			visit(child, depth+1, objective)
		}
	}
	visit(root, 0, "")
	return nodes
}

// kpisOf lists the KPIs of a view, each once, where it stands first.
func kpisOf(view contract.View) []placed {
	seen := map[string]bool{}
	var kpis []placed
	for _, n := range flat(view.Node) {
		if n.Ref.Kind == kindKpi && !seen[n.Ref.Name] {
			seen[n.Ref.Name] = true
			kpis = append(kpis, n)
		}
	}
	return kpis
}

func measured(n contract.Node) bool {
	return n.Reason == nil || n.Reason.Code != sentence.CodeNotMeasured
}

// stale is the state of a cell that has closed without a value.
const stale = "stale"

// settled are the states in which nothing is expected any more: what was to come has come, or is late.
var settled = []string{"final", "restated", stale}

// prematureOf lists the values of the views that may still change before they are due: those that are open, provisional,
// quarantined or still to come. A KPI that isn't measured at the unit is none of them; one that is late is missing.
func prematureOf(views []contract.View) []contract.PrematureValue {
	values := []contract.PrematureValue{}
	for _, view := range views {
		for _, kpi := range kpisOf(view) {
			if kpi.State == nil || !measured(kpi.Node) || slices.Contains(settled, *kpi.State) {
				continue
			}
			period := view.Period.ID
			if kpi.Carried != nil {
				period = *kpi.Carried
			}
			values = append(values, contract.PrematureValue{
				Scorecard: view.Scorecard, Kpi: kpi.Ref.Name, Unit: view.Unit, Period: period, State: *kpi.State,
			})
		}
	}
	return values
}

// exceptional lists the KPIs of a view whose status is one of the given; the lowest of the scheme when none is given.
func exceptional(view contract.View, statuses []string) []placed {
	if len(statuses) == 0 {
		statuses = []string{view.Scheme.Levels[0].Name}
	}
	return slices.DeleteFunc(kpisOf(view), func(kpi placed) bool {
		return kpi.Status == nil || !slices.Contains(statuses, *kpi.Status)
	})
}

// kpisThat names the KPIs of the views for which something holds, each once.
func kpisThat(views []contract.View, holds func(contract.Node) bool) []string {
	var titles []string
	for _, view := range views {
		for _, kpi := range kpisOf(view) {
			if holds(kpi.Node) && !slices.Contains(titles, kpi.Title) {
				titles = append(titles, kpi.Title)
			}
		}
	}
	return titles
}

// late reports whether a KPI has closed without a value.
func late(kpi contract.Node) bool { return measured(kpi) && kpi.State != nil && *kpi.State == stale }
