package governance

import (
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// strategicKinds are what only a strategic review can settle.
var strategicKinds = []string{"Objective", "CausalLink", "Assumption", "Theme", "Strategy", "StageGate"}

// ProposeClass proposes the class of an agenda item from what it is about: objectives, hypotheses and themes are strategic; one
// KPI alone is operational; all else is tactical.
func ProposeClass(about []contract.Ref) string {
	if slices.ContainsFunc(about, func(r contract.Ref) bool { return slices.Contains(strategicKinds, r.Kind) }) {
		return Strategic
	}
	if len(about) == 1 && about[0].Kind == "Kpi" {
		return Operational
	}
	return Tactical
}

// tierRank orders tiers from the one closest to the work.
func tierRank(tier string) int { return slices.Index([]string{Operational, Tactical, Strategic}, tier) }

// HigherTier reports whether a tier is above another one.
func HigherTier(tier, other string) bool { return tierRank(tier) > tierRank(other) }

// RouteDown names the series that takes an operational item which is kept off a strategic agenda: of the series of lower tiers
// that share its charter or a scorecard, the one closest to the work, by name among several. Empty when there is none.
func RouteDown(from string, all map[string]contract.ReviewSeriesSpec) string {
	origin := all[from]
	best := ""
	for name, series := range all {
		if name == from || tierRank(series.Tier) >= tierRank(origin.Tier) || !related(origin, series) {
			continue
		}
		better := best == "" || tierRank(series.Tier) < tierRank(all[best].Tier)
		if better || tierRank(series.Tier) == tierRank(all[best].Tier) && name < best {
			best = name
		}
	}
	return best
}

// related reports whether two series follow one charter or review a scorecard in common.
func related(a, b contract.ReviewSeriesSpec) bool {
	if a.Charter != nil && b.Charter != nil && *a.Charter == *b.Charter {
		return true
	}
	return slices.ContainsFunc(a.Scorecards, func(name string) bool { return slices.Contains(b.Scorecards, name) })
}
