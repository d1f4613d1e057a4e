package governance

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// Calendar lists the occurrences of all series that start in [from, to), with their conflicts, when the data that they review
// close, and the holidays of their calendars.
func (p *Planner) Calendar(from, to time.Time) contract.ReviewCalendar {
	calendar := contract.ReviewCalendar{
		From: instantOf(from), To: instantOf(to), Now: instantOf(p.now),
		Items: []contract.Occurrence{}, DataCloses: p.dataCloses(from, to), Holidays: p.holidays(from, to),
	}
	// What overlaps with an occurrence may begin up to a day earlier.
	all := p.all(from.Add(-day), to.Add(day))
	meetings := make([]engagement, len(all))
	for i, o := range all {
		meetings[i] = p.engagement(o)
	}
	for i, o := range all {
		if o.Start.Before(from) || !o.Start.Before(to) {
			continue
		}
		calendar.Items = append(calendar.Items, p.entry(o, p.conflicts(meetings, i)))
	}
	return calendar
}

// Next lists the next occurrences of a series that are not held or cancelled, at most n of the next ten years, with their
// conflicts.
func (p *Planner) Next(series string, n int) []contract.Occurrence {
	items := []contract.Occurrence{}
	for _, o := range p.Occurrences(series, p.now, p.now.AddDate(10, 0, 0)) {
		if len(items) == n {
			break
		}
		if o.State != OccurrencePlanned && o.State != OccurrenceMade {
			continue
		}
		around := p.all(o.Start.Add(-day), o.End)
		meetings := make([]engagement, len(around))
		for i, other := range around {
			meetings[i] = p.engagement(other)
		}
		i := slices.IndexFunc(around, func(other Occurrence) bool { return other.Series == o.Series && other.Start.Equal(o.Start) })
		items = append(items, p.entry(o, p.conflicts(meetings, i)))
	}
	return items
}

// all lists the occurrences of all series that start in [from, to), by start.
func (p *Planner) all(from, to time.Time) []Occurrence {
	var all []Occurrence
	for _, series := range slices.Sorted(maps.Keys(p.documents.Series)) {
		all = append(all, p.Occurrences(series, from, to)...)
	}
	slices.SortStableFunc(all, func(a, b Occurrence) int { return a.Start.Compare(b.Start) })
	return all
}

// entry is an occurrence as the API gives it.
func (p *Planner) entry(o Occurrence, conflicts []contract.Conflict) contract.Occurrence {
	series := p.documents.Series[o.Series]
	entry := contract.Occurrence{
		Series: o.Series, SeriesTitle: series.Title, Title: cmp.Or(text(p.documents.Reviews[o.Review].Title), series.Title), Tier: series.Tier,
		Charter: filled(series.Charter), Committee: filled(series.Committee),
		CommitteeTitle: named(p.documents.CommitteeTitle(text(series.Charter), text(series.Committee))),
		Scorecards:     series.Scorecards, Start: instantOf(o.Start), End: instantOf(o.End), Planned: instantOf(o.Planned),
		Review: named(o.Review), State: o.State, Conflicts: conflicts,
	}
	if id, closes := p.PeriodReviewed(o); id != "" {
		entry.Period, entry.DataClose = &id, instantText(closes)
	}
	return entry
}

// PeriodReviewed is the id of the period that an occurrence looks at: the review's own, else the last one that ended before the
// start, on the calendar of the series' first scorecard. Empty where there is none. Closes is when its last value closes, over
// all scorecards of the series; nil when the period is none of the calendar's.
func (p *Planner) PeriodReviewed(o Occurrence) (id string, closes *time.Time) {
	series := p.documents.Series[o.Series]
	if len(series.Scorecards) == 0 {
		return "", nil
	}
	calendar := p.calendar(series.Scorecards[0])
	if calendar == nil {
		return "", nil
	}
	reviewed, err := p.periodOf(o, calendar)
	if err != nil {
		return p.documents.Reviews[o.Review].Period.Text(), nil
	}
	closing := calendar.End(reviewed)
	for _, scorecard := range series.Scorecards {
		own := p.calendar(scorecard)
		if own == nil {
			continue
		}
		// The scorecard's own period of that length with the same end.
		counterpart := own.At(calendar.End(reviewed).Add(-time.Second), reviewed.Frequency)
		if at := p.closeOf(scorecard, own, counterpart); at.After(closing) {
			closing = at
		}
	}
	return calendar.ID(reviewed), &closing
}

func (p *Planner) periodOf(o Occurrence, calendar *period.Calendar) (period.Period, error) {
	if own := p.documents.Reviews[o.Review].Period; own != nil {
		return calendar.Parse(own.Text())
	}
	frequency := p.frequencyOf(p.documents.Series[o.Series])
	return calendar.At(o.Start, frequency).Next(-1), nil
}

// frequencyOf is the length of the periods that a series reviews: its own, else that of its first scorecard.
func (p *Planner) frequencyOf(series contract.ReviewSeriesSpec) period.Frequency {
	if series.Period != nil {
		return period.Frequency(*series.Period)
	}
	return period.Frequency(p.documents.Scorecards[series.Scorecards[0]].Frequency)
}

// closeOf is when the last value of a scorecard's KPIs for a period closes. KPIs of a coarser frequency count where their own
// period ends with it.
func (p *Planner) closeOf(scorecard string, calendar *period.Calendar, reviewed period.Period) time.Time {
	end := calendar.End(reviewed)
	last := end
	for _, name := range p.kpisOf(scorecard) {
		kpi := p.documents.Kpis[name]
		_, own := calendar.Sub(reviewed, period.Frequency(kpi.Frequency))
		if own.Frequency.Rank() > reviewed.Frequency.Rank() && !calendar.End(own).Equal(end) {
			continue
		}
		days := 0
		if kpi.CloseDays != nil {
			days = int(*kpi.CloseDays)
		}
		if at := calendar.Close(own, days); at.After(last) {
			last = at
		}
	}
	return last
}

// kpisOf lists the KPIs of a scorecard: of the objectives that it places, and of those that contribute to them.
func (p *Planner) kpisOf(scorecard string) []string {
	if kpis, known := p.kpis[scorecard]; known {
		return kpis
	}
	var todo []string
	for _, perspective := range p.documents.Scorecards[scorecard].Perspectives {
		for _, placed := range perspective.Objectives {
			todo = append(todo, placed.Objective)
		}
	}
	contributors := p.contributorsOf()
	seen, kpis := map[string]bool{}, map[string]bool{}
	for len(todo) > 0 {
		name := todo[0]
		todo = todo[1:]
		if seen[name] {
			continue
		}
		seen[name] = true
		for _, placement := range p.documents.Objectives[name].Kpis {
			if _, visible := p.documents.Kpis[placement.Kpi]; visible {
				kpis[placement.Kpi] = true
			}
		}
		todo = append(todo, contributors[name]...)
	}
	p.kpis[scorecard] = slices.Sorted(maps.Keys(kpis))
	return p.kpis[scorecard]
}

// contributorsOf gives, for each objective, those that contribute to it directly.
func (p *Planner) contributorsOf() map[string][]string {
	if p.contributors == nil {
		p.contributors = map[string][]string{}
		for name, objective := range p.documents.Objectives {
			for _, placement := range objective.ContributesTo {
				p.contributors[placement.Objective] = append(p.contributors[placement.Objective], name)
			}
		}
	}
	return p.contributors
}

// dataCloses lists when data close in [from, to), for each scorecard that is reviewed and each length of its reviewed periods.
func (p *Planner) dataCloses(from, to time.Time) []contract.DataClose {
	wanted := map[string]map[period.Frequency]bool{}
	for name, series := range p.documents.Series {
		if p.documents.Origins[contract.Ref{Kind: "ReviewSeries", Name: name}].Archived {
			continue
		}
		for _, scorecard := range series.Scorecards {
			if wanted[scorecard] == nil {
				wanted[scorecard] = map[period.Frequency]bool{}
			}
			wanted[scorecard][p.frequencyOf(series)] = true
		}
	}
	closes := []contract.DataClose{}
	for scorecard, frequencies := range wanted {
		calendar := p.calendar(scorecard)
		if calendar == nil {
			continue
		}
		for frequency := range frequencies {
			for reviewed := calendar.At(from.Add(-p.longestClose(scorecard)), frequency); calendar.End(reviewed).Before(to); reviewed = reviewed.Next(1) {
				at := p.closeOf(scorecard, calendar, reviewed)
				if !at.Before(from) && at.Before(to) {
					closes = append(closes, contract.DataClose{
						Scorecard: scorecard, Period: calendar.ID(reviewed), Frequency: string(frequency), At: instantOf(at),
					})
				}
			}
		}
	}
	slices.SortFunc(closes, func(a, b contract.DataClose) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Scorecard, b.Scorecard), cmp.Compare(a.Frequency, b.Frequency))
	})
	return closes
}

// longestClose is at least how long after its end a period of the scorecard closes.
func (p *Planner) longestClose(scorecard string) time.Duration {
	const slack = 10 * day // weeks end up to three days after what they belong to; clocks change
	longest := int64(0)
	for _, name := range p.kpisOf(scorecard) {
		if days := p.documents.Kpis[name].CloseDays; days != nil {
			longest = max(longest, *days)
		}
	}
	return time.Duration(longest)*day + slack
}

// holidays lists those of the calendars by which reviews are planned.
func (p *Planner) holidays(from, to time.Time) []contract.CalendarHoliday {
	names := map[string]bool{}
	for series := range p.documents.Series {
		names[p.documents.ofSeries(series).Calendar] = true
	}
	holidays := []contract.CalendarHoliday{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		spec, ok := p.documents.Calendars[name]
		zone, err := period.Zone(spec.TimeZone)
		if !ok || err != nil {
			continue
		}
		first, last := from.In(zone).Format(dateForm), to.Add(-time.Nanosecond).In(zone).Format(dateForm)
		for _, holiday := range spec.Holidays {
			if holiday.Date >= first && holiday.Date <= last {
				holidays = append(holidays, contract.CalendarHoliday{Calendar: name, Date: holiday.Date, Title: filled(holiday.Title)})
			}
		}
	}
	slices.SortStableFunc(holidays, func(a, b contract.CalendarHoliday) int { return cmp.Compare(a.Date, b.Date) })
	return holidays
}
