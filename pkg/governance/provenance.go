package governance

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Provenance is where an action or a decision comes from: empty names where that can't be told.
type Provenance struct {
	Review, Series, Charter, Committee string
	// TimeZone is that of the series' or scorecard's calendar; UTC without.
	TimeZone string
	// Calendar names the one whose holidays count.
	Calendar string
}

// maxSources is how many sources are followed: an action may come from a decision, which comes from a review.
const maxSources = 8

// provenanceOf follows a source to the review, series and committee that it belongs to.
func (d Documents) provenanceOf(source *contract.Ref) Provenance { return d.follow(source, maxSources) }

func (d Documents) follow(source *contract.Ref, steps int) Provenance {
	if source == nil || steps == 0 {
		return Provenance{TimeZone: utc}
	}
	switch source.Kind {
	case "Review":
		if review, ok := d.Reviews[source.Name]; ok {
			p := d.ofSeries(review.Series)
			p.Review = source.Name
			return p
		}
	case "ReviewSeries":
		return d.ofSeries(source.Name)
	case "AgendaItem":
		if item, ok := d.AgendaItems[source.Name]; ok {
			p := d.ofSeries(item.Series)
			p.Review = text(item.Review)
			return p
		}
	case "Decision":
		if decision, ok := d.Decisions[source.Name]; ok {
			return d.ofDecision(decision)
		}
	case "Action":
		return d.follow(d.Actions[source.Name].Source, steps-1)
	case "Scorecard":
		return d.onCalendar(d.Scorecards[source.Name].Calendar)
	case "Kpi":
		return d.onCalendar(d.Kpis[source.Name].Calendar)
	}
	return Provenance{TimeZone: utc}
}

func (d Documents) ofSeries(name string) Provenance {
	series, ok := d.Series[name]
	if !ok {
		return Provenance{TimeZone: utc}
	}
	p := Provenance{
		Series: name, Charter: text(series.Charter), Committee: text(series.Committee),
		TimeZone: series.Recurrence.TimeZone, Calendar: text(series.Recurrence.Calendar),
	}
	for _, scorecard := range series.Scorecards {
		if p.Calendar == "" {
			p.Calendar = d.Scorecards[scorecard].Calendar
		}
	}
	return p
}

// ofDecision is where a decision was made; what it says itself of charter and committee comes first.
func (d Documents) ofDecision(spec contract.DecisionSpec) Provenance {
	p := Provenance{TimeZone: utc}
	if spec.Review != nil {
		p = d.provenanceOf(&contract.Ref{Kind: "Review", Name: *spec.Review})
		p.Review = *spec.Review
	}
	if spec.Charter != nil {
		if p.Charter != *spec.Charter {
			p.Committee = ""
		}
		p.Charter = *spec.Charter
	}
	if spec.Committee != nil {
		p.Committee = *spec.Committee
	}
	return p
}

func (d Documents) onCalendar(name string) Provenance {
	p := Provenance{TimeZone: utc, Calendar: name}
	if calendar, ok := d.Calendars[name]; ok {
		p.TimeZone = calendar.TimeZone
	}
	return p
}

// chair is who leads the committee at a time; "" when there is nobody, or no committee any more.
func (d Documents) chair(p Provenance, at time.Time) string {
	committee := CommitteeNamed(d.Charters[p.Charter], p.Committee)
	if committee == nil || dissolvedAt(committee, at, time.UTC) {
		return ""
	}
	return text(committee.Chair)
}

// utc is the time zone of what no calendar says one for.
const utc = "UTC"
