package followup

import (
	"errors"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// fromReviews adds the reviews of the next days in which the caller has a part.
func (w *worklist) fromReviews() error {
	for _, name := range slices.Sorted(maps.Keys(w.documents.Reviews)) {
		ref, spec := contract.Ref{Kind: "Review", Name: name}, w.documents.Reviews[name]
		start, err := time.Parse(time.RFC3339, spec.Start)
		if err != nil || start.Before(w.now) || start.Sub(w.now) > soon || spec.Cancelled != nil || w.documents.Origins[ref].Archived {
			continue
		}
		part := partIn(w.filter, w.documents, spec)
		if part == nil {
			continue
		}
		why := said(part)
		frozen, err := w.frozen(name)
		if err != nil {
			return err
		}
		if !frozen {
			why = append(why, *sentence.NotFrozen)
		}
		due := contract.InstantText(start)
		w.add(contract.WorkItem{
			Type: "review", Ref: &ref, Title: w.documents.ReviewTitle(name), Said: why, Due: &due, Urgency: urgentSoon,
		})
	}
	return nil
}

// frozen reports whether a review has its report.
func (w *worklist) frozen(name string) (bool, error) {
	var missing *report.MissingError
	switch _, err := w.Reports.Snapshot(w.ctx, w.filter, name); {
	case errors.As(err, &missing):
		return false, nil
	case err != nil:
		return false, err
	}
	return true, nil
}

// missedNews is for how long a missed review is news.
const missedNews = 92 * 24 * time.Hour

// fromChair adds what the chair of a committee is told: reviews that were missed, and drift.
func (w *worklist) fromChair() error {
	chaired := w.chaired()
	if len(chaired) == 0 {
		return nil
	}
	from := w.now.Add(-missedNews)
	calendar, err := w.Reviews.Calendar(w.ctx, w.filter, review.RangeQuery{From: &from, To: &w.now, Now: &w.now})
	if err != nil {
		return err
	}
	missed := map[string][]contract.Occurrence{}
	for _, o := range calendar.Items {
		if o.State == "missed" {
			missed[o.Series] = append(missed[o.Series], o)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(chaired)) {
		if len(missed[name]) > 0 {
			w.add(missedItem(missed[name], chaired[name]))
		}
		discipline, err := w.Reviews.SeriesDiscipline(w.ctx, w.filter, review.SeriesQuery{Series: name, AsOf: w.moment.AsOf, Now: &w.now})
		if err != nil {
			return err
		}
		if discipline.DriftAlert {
			w.add(contract.WorkItem{
				Type: "drift", Ref: &contract.Ref{Kind: "ReviewSeries", Name: name}, Team: chaired[name], Title: w.documents.Series[name].Title,
				Said: said(sentence.Drifted(discipline.DriftLimit)), Urgency: urgentBroken,
			})
		}
	}
	return nil
}

// missedItem tells of the reviews of one series that were missed.
func missedItem(missed []contract.Occurrence, team *string) contract.WorkItem {
	first := missed[0]
	days := make([]string, len(missed))
	for i, o := range missed {
		days[i] = o.Start[:len(time.DateOnly)]
	}
	return contract.WorkItem{
		Type: "missedReview", Ref: &contract.Ref{Kind: "ReviewSeries", Name: first.Series}, Team: team, Title: first.Title, Since: &first.Start,
		Urgency: urgentBroken, Said: said(sentence.Missed(days)),
	}
}

// chaired gives the series whose committee the caller leads, each with the team through which they do; nil for by name.
func (w *worklist) chaired() map[string]*string {
	led := map[string]*string{}
	for name, series := range w.documents.Series {
		for _, committee := range w.documents.Charters[or(series.Charter, "")].Committees {
			if mine, team := w.is(committee.Chair); mine && committee.Name == or(series.Committee, "") {
				led[name] = team
			}
		}
	}
	return led
}

// fromAgendas adds the open agenda items that the caller raised. Each is due when a meeting has it next.
func (w *worklist) fromAgendas() error {
	raised, err := w.Reviews.RaisedItems(w.ctx, w.filter, w.moment.AsOf, w.now)
	if err != nil {
		return err
	}
	for _, r := range raised {
		item := contract.WorkItem{
			Type: "agendaItem", Ref: &contract.Ref{Kind: "AgendaItem", Name: r.Item}, Title: r.Title, Since: &r.Raised, Urgency: urgentUndated,
			Said: said(sentence.Raised(w.documents.Series[or(r.AgendaOf, "")].Title)),
		}
		_, item.Team = w.is(r.RaisedBy)
		if held := len(r.Meetings); held > 0 {
			item.Said = append(item.Said, *sentence.MeetingsHadIt(held))
		}
		if next, err := time.Parse(time.RFC3339, r.Next); err == nil {
			item.Due, item.Urgency = &r.Next, w.dated(&next)
		}
		w.add(item)
	}
	return nil
}

// reportNews is for how long a report is news to somebody who never said that they had seen anything.
const reportNews = 30 * 24 * time.Hour

// fromReports adds the reports that came since the caller last looked.
func (w *worklist) fromReports() error {
	deliveries, err := w.Reports.Inbox(w.ctx, w.filter, w.since(reportNews))
	if err != nil {
		return err
	}
	for _, d := range deliveries {
		at := contract.InstantText(d.At)
		w.add(contract.WorkItem{
			Type: "report", Ref: &contract.Ref{Kind: "Review", Name: d.Review}, Since: &at, Urgency: urgentToKnow,
			Title: w.documents.ReviewTitle(d.Review), Said: said(sentence.ReportCame),
		})
	}
	return nil
}
