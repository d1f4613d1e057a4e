package governance

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// recovery is what was written last on a KPI for the unit and period of a view, and whose plan it is by which the KPI recovers: that
// one's, else the newest of an earlier period by which it is to recover no sooner than the period begins. Empty where there is none.
//
// The browser has the same rule, in src/components/commentary/commentary.ts; tests/examples/governance/recovery-plans.json holds both to it.
func recovery(d Documents, kpi string, view contract.View) (explanation, plan string) {
	begins := firstDay(view.Period)
	running := ""
	period := func(name string) string { return d.Commentaries[name].Period.Text() }
	later := func(name, than string) bool { return d.commentaryChanged(name).After(d.commentaryChanged(than)) }
	for _, name := range slices.Sorted(maps.Keys(d.Commentaries)) {
		commentary := d.Commentaries[name]
		if commentary.Kpi != kpi || commentary.Unit != view.Unit || d.Origins[contract.Ref{Kind: commentaryKind, Name: name}].Archived {
			continue
		}
		switch {
		case period(name) == view.Period.ID:
			if explanation == "" || later(name, explanation) {
				explanation = name
			}
		case !hasPlan(commentary) || *commentary.RecoveryDate < begins || !isEarlier(period(name), view.Period.ID):
		case running == "", isEarlier(period(running), period(name)), period(running) == period(name) && later(name, running):
			running = name
		}
	}
	if explanation != "" && hasPlan(d.Commentaries[explanation]) {
		return explanation, explanation
	}
	return explanation, running
}

const commentaryKind = "Commentary"

func (d Documents) commentaryChanged(name string) time.Time {
	return d.Origins[contract.Ref{Kind: commentaryKind, Name: name}].UpdatedAt
}

// hasPlan reports whether a commentary says what is done, and until when the KPI recovers.
func hasPlan(commentary contract.CommentarySpec) bool {
	return text(commentary.Countermeasure) != "" && commentary.RecoveryDate != nil
}

// firstDay is the day on which a period begins where its calendar is. It begins there at midnight: 13 hours later it is that day in UTC,
// too, from UTC−10 to UTC+13.
func firstDay(p contract.ViewPeriod) string {
	start, err := time.Parse(time.RFC3339, p.Start)
	if err != nil {
		return ""
	}
	return start.UTC().Add(13 * time.Hour).Format(dateForm)
}

// isEarlier reports whether a period comes before another of the same frequency, by their ids.
func isEarlier(period, than string) bool { return shape(period) == shape(than) && period < than }

// shape is what an id looks like: its digits are not told apart.
func shape(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, id)
}

// Owed is a KPI of a view that is off track, at the lowest level of the scheme, and lacks a plan by which it recovers.
type Owed struct {
	Kpi contract.Node
	// Explained says that there is at least an explanation.
	Explained bool
}

// OwedExplanations lists the KPIs of a view that are off track without an explanation or without a recovery plan, each once, in
// the view's order.
func OwedExplanations(d Documents, view contract.View) []Owed {
	lowest, _ := ends(view.Scheme)
	seen := map[string]bool{}
	var owed []Owed
	for _, objective := range objectivesOf(view.Node) {
		for _, kpi := range kpisBelow(objective) {
			if text(kpi.Status) != lowest || seen[kpi.Ref.Name] {
				continue
			}
			seen[kpi.Ref.Name] = true
			if explanation, plan := recovery(d, kpi.Ref.Name, view); plan == "" {
				owed = append(owed, Owed{kpi, explanation != ""})
			}
		}
	}
	return owed
}
