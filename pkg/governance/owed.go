package governance

import (
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// commentaryOn tells whether a KPI has an explanation for the unit and period of a view, and a plan by which it recovers: one of
// that period, or of an earlier one by which it is to recover no sooner than the period begins.
func commentaryOn(d Documents, kpi string, view contract.View) (explained, planned bool) {
	for name, commentary := range d.Commentaries {
		if commentary.Kpi != kpi || commentary.Unit != view.Unit || d.Origins[contract.Ref{Kind: "Commentary", Name: name}].Archived {
			continue
		}
		plan := commentary.Countermeasure != nil && commentary.RecoveryDate != nil
		switch written := commentary.Period.Text(); {
		case written == view.Period.ID:
			explained, planned = true, planned || plan
		case plan && isEarlier(written, view.Period.ID) && *commentary.RecoveryDate >= view.Period.Start[:len(time.DateOnly)]:
			planned = true
		}
	}
	return explained, planned
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
			if explained, planned := commentaryOn(d, kpi.Ref.Name, view); !planned {
				owed = append(owed, Owed{kpi, explained})
			}
		}
	}
	return owed
}
