package followup

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Scores gives what a scorecard shows in a period. scorecard.Service does.
type Scores interface {
	View(ctx context.Context, f access.Filter, query scorecard.ViewQuery) (contract.View, error)
}

// fromScores adds the KPIs of the caller that were off track in the last period of a scorecard that has ended, and lack an
// explanation or a recovery plan there. A KPI that several scorecards show for one unit and period is added once.
func (w *worklist) fromScores() error {
	owned := w.ownedKpis()
	added := map[[3]string]bool{}
	for _, name := range w.scorecardsOf(owned) {
		view, err := w.lastView(name)
		if unanswerable(err) {
			continue
		}
		if err != nil {
			return err
		}
		for _, owed := range governance.OwedExplanations(w.documents, view) {
			kpi := owed.Kpi.Ref.Name
			team, mine := owned[kpi]
			if key := [3]string{kpi, view.Unit, view.Period.ID}; mine && !added[key] {
				added[key] = true
				w.add(owedItem(owed, view, team))
			}
		}
	}
	return nil
}

func owedItem(owed governance.Owed, view contract.View, team *string) contract.WorkItem {
	why := sentence.Unexplained(or(owed.Kpi.Status, ""), view.Period.ID)
	if owed.Explained {
		why = sentence.Unplanned(or(owed.Kpi.Status, ""), view.Period.ID)
	}
	return contract.WorkItem{
		Type: "explanation", Ref: &owed.Kpi.Ref, Team: team, Unit: &view.Unit, Period: &view.Period.ID, Title: owed.Kpi.Title, Said: said(why),
		Since: &view.Period.End, Urgency: urgentBroken,
	}
}

// ownedKpis gives the KPIs that the caller answers for, each with the team through which they do; nil for by name.
func (w *worklist) ownedKpis() map[string]*string {
	owned := map[string]*string{}
	for name, spec := range w.documents.Kpis {
		if mine, team := w.is(spec.Owner); mine && !w.documents.Origins[contract.Ref{Kind: "Kpi", Name: name}].Archived {
			owned[name] = team
		}
	}
	return owned
}

// scorecardsOf lists the scorecards whose strategy measures an objective by one of the KPIs, by name.
func (w *worklist) scorecardsOf(kpis map[string]*string) []string {
	strategies := map[string]bool{}
	for _, objective := range w.documents.Objectives {
		strategies[objective.Strategy] = strategies[objective.Strategy] || slices.ContainsFunc(objective.Kpis, func(p contract.KpiPlacement) bool {
			_, mine := kpis[p.Kpi]
			return mine
		})
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(w.documents.Scorecards)), func(name string) bool {
		return !strategies[w.documents.Scorecards[name].Strategy] || w.documents.Origins[contract.Ref{Kind: "Scorecard", Name: name}].Archived
	})
}

// lastView is what a scorecard shows of its last period that has ended.
func (w *worklist) lastView(name string) (contract.View, error) {
	spec := w.documents.Scorecards[name]
	calendar, err := period.New(w.documents.Calendars[spec.Calendar])
	if err != nil {
		return contract.View{}, &evaluate.InvalidError{Field: "calendar", Message: err.Error()}
	}
	last := calendar.At(w.now, period.Frequency(spec.Frequency)).Next(-1)
	return w.Scores.View(w.ctx, w.filter, scorecard.ViewQuery{
		Scorecard: name, Period: calendar.ID(last), AsOf: w.moment.AsOf, Now: w.moment.Now,
	})
}

// unanswerable reports whether a question can't be asked of a scorecard, such as for a calendar that is missing.
func unanswerable(err error) bool {
	var unknown *evaluate.NotFoundError
	var invalid *evaluate.InvalidError
	return errors.As(err, &unknown) || errors.As(err, &invalid)
}
