package governance

import (
	"cmp"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Decided is a decision that was made, and when.
type Decided struct {
	Name string
	// At is the start of its review where that was on the day of the decision, else the beginning of that day in the zone of the
	// series.
	At time.Time
	Provenance
	// CommitteeTitle, ReviewTitle and KpiTitle are what people call the committee, the review and the KPI that it is expected to move;
	// "" without one.
	CommitteeTitle, ReviewTitle, KpiTitle string
	// Scorecards are those of the review's series, and those that it is about.
	Scorecards []string
	Spec       contract.DecisionSpec
}

// DecidedBetween lists the decisions made in [from, to), oldest first. Archived, open and withdrawn ones, and those without a day,
// are left out.
func DecidedBetween(d Documents, from, to time.Time) []Decided {
	var all []Decided
	for name, spec := range d.Decisions {
		decided := spec.State == nil || *spec.State == "decided"
		if !decided || spec.DecidedOn == nil || d.Origins[contract.Ref{Kind: "Decision", Name: name}].Archived {
			continue
		}
		p := d.ofDecision(spec)
		at, ok := d.decidedAt(spec, p)
		if !ok || at.Before(from) || !at.Before(to) {
			continue
		}
		all = append(all, Decided{
			Name: name, At: at, Provenance: p, CommitteeTitle: d.CommitteeTitle(p.Charter, p.Committee), ReviewTitle: d.ReviewTitle(p.Review),
			KpiTitle: d.KpiTitle(text(effectKpi(spec.ExpectedEffect))), Scorecards: d.scorecardsOf(p, spec.About), Spec: spec,
		})
	}
	slices.SortFunc(all, func(a, b Decided) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Name, b.Name)) })
	return all
}

func (d Documents) decidedAt(spec contract.DecisionSpec, p Provenance) (time.Time, bool) {
	zone, err := time.LoadLocation(p.TimeZone)
	if err != nil {
		zone = time.UTC
	}
	if start, err := time.Parse(time.RFC3339, d.Reviews[p.Review].Start); err == nil && start.In(zone).Format(time.DateOnly) == *spec.DecidedOn {
		return start.UTC(), true
	}
	day, err := time.ParseInLocation(time.DateOnly, *spec.DecidedOn, zone)
	return day.UTC(), err == nil
}

// scorecardsOf lists the scorecards of a series, and those among what something is about.
func (d Documents) scorecardsOf(p Provenance, about []contract.Ref) []string {
	scorecards := slices.Clone(d.Series[p.Series].Scorecards)
	for _, ref := range about {
		if ref.Kind == "Scorecard" && !slices.Contains(scorecards, ref.Name) {
			scorecards = append(scorecards, ref.Name)
		}
	}
	return scorecards
}

// Concerns reports whether the decision is about a KPI: it names it, or expects to move it.
func (d Decided) Concerns(kpi string) bool {
	return slices.Contains(d.Spec.About, contract.Ref{Kind: "Kpi", Name: kpi}) || d.Spec.ExpectedEffect != nil && d.Spec.ExpectedEffect.Kpi == kpi
}
