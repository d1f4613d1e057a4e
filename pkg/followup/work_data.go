package followup

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// stewardship is a KPI that the caller owns or is steward of.
type stewardship struct {
	name string
	spec contract.KpiSpec
	// team is the team of the caller that does so; nil when the caller does by name.
	team     *string
	calendar *period.Calendar
	// first and last are the periods that are looked at; last is the newest one that has ended.
	first, last period.Period
}

// watchedPeriods is how many ended periods are looked through for values that wait.
const watchedPeriods = 13

// inStewardship lists the KPIs that the caller looks after, by name.
func (w *worklist) inStewardship() []stewardship {
	var kpis []stewardship
	for _, name := range slices.Sorted(maps.Keys(w.documents.Kpis)) {
		spec := w.documents.Kpis[name]
		mine, team := w.is(spec.Owner, spec.Steward)
		if !mine || w.documents.Origins[contract.Ref{Kind: "Kpi", Name: name}].Archived {
			continue
		}
		calendar, err := period.New(w.documents.Calendars[spec.Calendar])
		if err != nil {
			continue
		}
		open := calendar.At(w.now, period.Frequency(spec.Frequency))
		kpis = append(kpis, stewardship{name, spec, team, calendar, open.Next(-watchedPeriods), open.Next(-1)})
	}
	return kpis
}

// fromData adds values that wait for approval or in quarantine, and submissions that are due.
func (w *worklist) fromData() error {
	kpis := w.inStewardship()
	if len(kpis) == 0 {
		return nil
	}
	windows := make([]evaluate.Window, len(kpis))
	for i, k := range kpis {
		windows[i] = evaluate.Window{Series: k.name, From: k.calendar.ID(k.first), To: k.calendar.ID(k.last.Next(1))}
	}
	observed, err := w.Observations.Observations(w.ctx, w.filter.Org(), windows, w.moment.AsOf)
	if err != nil {
		return err
	}
	for _, k := range kpis {
		w.quarantined(k, observed)
		if k.spec.Source.Type == "manual" {
			w.submission(k, observed)
		}
	}
	return nil
}

// quarantined adds the KPI's values that don't count until somebody releases them.
func (w *worklist) quarantined(k stewardship, observed *evaluate.Observations) {
	waiting, periods := 0, []string{}
	var since int64
	for _, id := range slices.Sorted(maps.Keys(observed.Pages[k.name])) {
		page := observed.Pages[k.name][id]
		found := 0
		for i, cell := range page.Cell {
			if cell.Quarantined && w.filter.SeesUnit(observed.Units[page.Unit[i]]) {
				found++
				if since == 0 || cell.ChangedAt < since {
					since = cell.ChangedAt
				}
			}
		}
		if found > 0 {
			waiting, periods = waiting+found, append(periods, id)
		}
	}
	if waiting == 0 {
		return
	}
	at := contract.InstantText(time.UnixMilli(since))
	item := contract.WorkItem{
		Type: "quarantine", Ref: &contract.Ref{Kind: "Kpi", Name: k.name}, Team: k.team, Title: k.spec.Title, Since: &at, Urgency: urgentBroken,
		Said: said(sentence.InQuarantine(waiting, periods)),
	}
	if approval := k.spec.Source.Approval; approval != nil && *approval {
		item.Type = "approval"
		item.Said = said(sentence.AwaitsApproval(waiting, periods))
	}
	w.add(item)
}

// submission adds the newest period that has ended when a unit has no value of it. It is due when the period closes.
func (w *worklist) submission(k stewardship, observed *evaluate.Observations) {
	id := k.calendar.ID(k.last)
	page := observed.Pages[k.name][id]
	reported := map[string]bool{}
	for i, unit := range page.Unit {
		if !page.Cell[i].Quarantined || k.spec.Source.Approval != nil {
			w.report(reported, observed.Units[unit])
		}
	}
	var missing []string
	for _, unit := range k.spec.Units {
		if !reported[unit] && w.filter.SeesUnit(unit) {
			missing = append(missing, unit)
		}
	}
	if len(missing) == 0 && (len(k.spec.Units) > 0 || len(page.Unit) > 0) {
		return
	}
	ended := k.calendar.End(k.last)
	closeDays := 0
	if k.spec.CloseDays != nil {
		closeDays = int(*k.spec.CloseDays)
	}
	due := k.calendar.End(k.calendar.At(ended, period.Day).Next(closeDays))
	since, dueText := contract.InstantText(ended), contract.InstantText(due)
	why := sentence.NotSubmitted(id)
	if len(missing) > 0 {
		why = sentence.NotSubmittedBy(id, strings.Join(missing, ", "))
	}
	w.add(contract.WorkItem{
		Type: "submission", Ref: &contract.Ref{Kind: "Kpi", Name: k.name}, Team: k.team, Title: k.spec.Title, Said: said(why), Since: &since, Due: &dueText,
		Overdue: !w.now.Before(due), Urgency: w.dated(&due),
	})
}

// report notes that a unit, and with it those above, has a value.
func (w *worklist) report(reported map[string]bool, unit string) {
	for unit != "" && !reported[unit] {
		reported[unit] = true
		unit = or(w.documents.Units[unit].Parent, "")
	}
}

// recentRuns is how many runs are looked through for failures.
const recentRuns = 50

// fromRuns adds the KPIs that the caller looks after whose newest collection failed.
func (w *worklist) fromRuns() error {
	mine := map[string]stewardship{}
	for _, k := range w.inStewardship() {
		mine[k.name] = k
	}
	if len(mine) == 0 {
		return nil
	}
	runs, _, err := w.Runs.List(w.ctx, w.filter, recentRuns, "")
	if err != nil {
		return err
	}
	for _, run := range runs {
		if run.FinishedAt == nil {
			continue
		}
		for _, kpi := range run.Kpis {
			k, looked := mine[kpi.Kpi]
			if !looked {
				continue
			}
			delete(mine, kpi.Kpi) // only the newest run counts
			if kpi.State == "failed" {
				w.add(failedRun(run, kpi, k))
			}
		}
	}
	return nil
}

func failedRun(run contract.Run, kpi contract.RunKpi, k stewardship) contract.WorkItem {
	why := sentence.CollectionFailed
	switch {
	case len(kpi.Errors) > 0:
		why = sentence.CollectionFailedBy(kpi.Errors[0].Message)
	case run.Message != nil:
		why = sentence.CollectionFailedBy(*run.Message)
	}
	return contract.WorkItem{
		Type: "run", Ref: &contract.Ref{Kind: "Kpi", Name: kpi.Kpi}, ID: &run.ID, Team: k.team, Title: k.spec.Title, Said: said(why), Since: run.FinishedAt,
		Urgency: urgentBroken,
	}
}
