package collection

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// What one run may ask of one KPI.
const (
	// maxPeriods is a hundred years of days.
	maxPeriods = 36_600
	// maxScalars bounds KPIs that are asked once per period.
	maxScalars = 2_000
)

// resolveRequest turns a request into the KPIs to collect with their ranges, each in periods of the KPI's own frequency.
// Without a range that is the open period and the one before. Every problem is listed.
func (c *catalogue) resolveRequest(f access.Filter, request contract.CollectionRequest, now time.Time) ([]contract.RunKpi, error) {
	var found problems
	names := c.selected(f, request, &found)
	for i, unit := range request.Units {
		if !c.units.exists(unit) || !f.SeesUnit(unit) {
			found.add("/units/"+strconv.Itoa(i), "there is no OrgUnit %q", unit)
		}
	}
	calendars := c.calendarsOf(names)
	from := c.bound(calendars, "/from", request.From, &found)
	to := c.bound(calendars, "/to", request.To, &found)
	kpis := make([]contract.RunKpi, 0, len(names))
	reported := map[string]bool{}
	for _, name := range names {
		spec := c.Kpis[name]
		calendar, ok := c.calendars[spec.Calendar]
		if !ok || len(found) > 0 {
			kpis = append(kpis, newRunKpi(name, "", ""))
			continue
		}
		ask := c.askedRange(spec, from, to, now)
		count := period.Count(ask.first, ask.last)
		once := func(path, format string, args ...any) { // one range for all KPIs: say it once
			if !reported[path] {
				found.add(path, format, args...)
				reported[path] = true
			}
		}
		switch {
		case ask.last.Ordinal < ask.first.Ordinal:
			once("/to", "%s is before from", request.To.Text())
		case count > maxPeriods:
			once("/from", "the range has %d periods of KPI %s; a run asks for at most %d", count, name, maxPeriods)
		case spec.Source.Extract != nil && spec.Source.Extract.Mode == modeScalar && count > maxScalars:
			once("/from", "the range has %d periods of KPI %s, which is asked once per period; a run does so at most %d times", count, name, maxScalars)
		}
		kpis = append(kpis, newRunKpi(name, calendar.ID(ask.first), calendar.ID(ask.last)))
	}
	return kpis, found.err()
}

func newRunKpi(name, from, to string) contract.RunKpi {
	k := contract.RunKpi{Kpi: name, State: stateQueued, Errors: []contract.CellError{}}
	if from != "" {
		k.From, k.To = &from, &to
	}
	return k
}

// selected names the KPIs of a request, in order: those named, those of the sources named, or all that are collected.
func (c *catalogue) selected(f access.Filter, request contract.CollectionRequest, found *problems) []string {
	chosen := map[string]bool{}
	for i, name := range request.Kpis {
		spec, ok := c.Kpis[name]
		path := "/kpis/" + strconv.Itoa(i)
		switch {
		case !ok || !f.SeesResource("Kpi", name):
			found.add(path, "there is no Kpi %q", name)
		case c.Archived[name]:
			found.add(path, "KPI %s is archived and is not collected any more", name)
		case !c.hasQuery(name):
			found.add(path, "KPI %s is %s: there is no query to collect it with", name, spec.Source.Type)
		default:
			chosen[name] = true
		}
	}
	for i, source := range request.Sources {
		if _, ok := c.systems[source]; !ok || !f.SeesResource("SourceSystem", source) {
			found.add("/sources/"+strconv.Itoa(i), "there is no SourceSystem %q", source)
			continue
		}
		for name, spec := range c.Kpis {
			if c.collects(name) && c.system(spec) == source && f.SeesResource("Kpi", name) {
				chosen[name] = true
			}
		}
	}
	if len(request.Kpis) == 0 && len(request.Sources) == 0 {
		for name := range c.Kpis {
			if c.collects(name) && f.SeesResource("Kpi", name) {
				chosen[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(chosen))
}

// askedPeriod is a period id of a request with the calendars that know it, by name.
type askedPeriod struct {
	in map[string]period.Period
	// start and end are those of the first calendar that knows it.
	start, end time.Time
}

// calendarsOf names the calendars of some KPIs, in order.
func (c *catalogue) calendarsOf(kpis []string) []string {
	names := map[string]bool{}
	for _, name := range kpis {
		names[c.Kpis[name].Calendar] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// bound reads a bound of the range. A KPI whose calendar has no such id gets its own periods of the same time.
func (c *catalogue) bound(calendars []string, path string, text *contract.PeriodText, found *problems) *askedPeriod {
	id := text.Text()
	if id == "" {
		return nil
	}
	asked := &askedPeriod{in: map[string]period.Period{}}
	var reason error
	for _, name := range calendars {
		calendar, ok := c.calendars[name]
		if !ok {
			continue
		}
		p, err := calendar.Parse(id)
		if err != nil {
			reason = err
			continue
		}
		if len(asked.in) == 0 {
			asked.start, asked.end = calendar.Start(p), calendar.End(p)
		}
		asked.in[name] = p
	}
	if len(asked.in) == 0 {
		if reason != nil {
			found.add(path, "%v", reason)
		}
		return nil
	}
	return asked
}

// askedRange gives the bounds as periods of the KPI's frequency: of a coarser period its first and last, of a finer one the
// period that it belongs to.
func (c *catalogue) askedRange(kpi contract.KpiSpec, from, to *askedPeriod, now time.Time) periods {
	calendar, frequency := c.calendars[kpi.Calendar], period.Frequency(kpi.Frequency)
	within := func(asked *askedPeriod) periods {
		if p, ok := asked.in[kpi.Calendar]; ok {
			first, last := calendar.Sub(p, frequency)
			return periods{first, last}
		}
		return periods{calendar.At(asked.start, frequency), calendar.At(asked.end.Add(-time.Millisecond), frequency)}
	}
	open := calendar.At(now, frequency)
	switch {
	case from == nil && to == nil:
		return periods{open.Next(-1), open}
	case to == nil:
		first := within(from).first
		return periods{first, period.Period{Frequency: frequency, Ordinal: max(first.Ordinal, open.Ordinal)}}
	case from == nil:
		return within(to)
	}
	return periods{within(from).first, within(to).last}
}
