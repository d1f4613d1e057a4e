package governance

import (
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// titled is a decision and an action of a review whose committee, series and KPI have titles.
func titled() Documents {
	expected := &contract.ExpectedEffect{Kpi: "sales", Sign: "up", By: &contract.PeriodText{String: ptr("2026-Q3")}, Probability: 0.5}
	return Documents{
		Charters: map[string]contract.GovernanceCharterSpec{
			"charter": {Committees: []contract.Committee{{Name: "board", Title: "Executive board"}}},
		},
		Series: map[string]contract.ReviewSeriesSpec{
			"monthly": {Title: "Monthly review", Charter: ptr("charter"), Committee: ptr("board"), Recurrence: contract.Recurrence{TimeZone: utc}},
		},
		Reviews: map[string]contract.ReviewSpec{
			"april": {Series: "monthly", Title: ptr("Review of the spring"), Start: "2026-04-15T08:00:00Z"},
			"may":   {Series: "monthly", Start: "2026-05-15T08:00:00Z"},
			"lost":  {Series: "gone"},
		},
		Kpis:      map[string]contract.KpiSpec{"sales": {Title: "Sales of the year"}},
		Decisions: map[string]contract.DecisionSpec{"price": {Title: "Price", Review: ptr("april"), DecidedOn: ptr("2026-04-15"), ExpectedEffect: expected}},
		Actions: map[string]contract.ActionSpec{
			"train": {Title: "Train", Kpi: ptr("margin"), Source: &contract.Ref{Kind: "Decision", Name: "price"}},
			"alone": {Title: "Alone"},
		},
	}
}

func TestTitles(t *testing.T) {
	d := titled()
	for got, want := range map[string]string{
		d.ReviewTitle("april"): "Review of the spring", d.ReviewTitle("may"): "Monthly review", d.ReviewTitle("lost"): "gone",
		d.ReviewTitle("never"): "never", d.SeriesTitle("gone"): "gone", d.KpiTitle("margin"): "margin",
		d.CommitteeTitle("charter", "board"): "Executive board", d.CommitteeTitle("charter", "audit"): "audit",
		d.CommitteeTitle("other", "board"): "board",
	} {
		if got != want {
			t.Errorf("%q, expected %q", got, want)
		}
	}
}

func TestRowsOfTheRegisterHaveTitles(t *testing.T) {
	rows := map[string]contract.RegisterRow{}
	for _, e := range Register(titled(), moment(t, "2026-05-01T00:00:00Z"), nobodyKnown) {
		rows[e.Row.Ref.Name] = e.Row
	}
	for _, c := range []struct{ row, kpi, kpiTitle string }{{"price", "sales", "Sales of the year"}, {"train", "margin", "margin"}} {
		r := rows[c.row]
		if text(r.Review) != "april" || text(r.ReviewTitle) != "Review of the spring" || text(r.SeriesTitle) != "Monthly review" ||
			text(r.CommitteeTitle) != "Executive board" || text(r.Kpi) != c.kpi || text(r.KpiTitle) != c.kpiTitle {
			t.Errorf("%s: %+v", c.row, r)
		}
	}
	if r := rows["alone"]; r.Review != nil || r.ReviewTitle != nil || r.SeriesTitle != nil || r.CommitteeTitle != nil || r.Kpi != nil || r.KpiTitle != nil {
		t.Errorf("alone: %+v", r)
	}
}

func TestDecisionsHaveTitles(t *testing.T) {
	april := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	decided := DecidedBetween(titled(), april, april.AddDate(0, 1, 0))
	if len(decided) != 1 || decided[0].CommitteeTitle != "Executive board" || decided[0].ReviewTitle != "Review of the spring" ||
		decided[0].KpiTitle != "Sales of the year" {
		t.Errorf("%+v", decided)
	}
}

func TestOccurrencesHaveTitles(t *testing.T) {
	april := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	d := titled()
	d.Series["monthly"] = contract.ReviewSeriesSpec{
		Title: "Monthly review", Charter: ptr("charter"), Committee: ptr("board"),
		Recurrence: contract.Recurrence{Rrule: "FREQ=MONTHLY", Start: "2026-04-15T08:00", TimeZone: utc},
	}
	items := NewPlanner(d, nil, april).Calendar(april, april.AddDate(0, 2, 0)).Items
	if len(items) != 2 || items[0].Title != "Review of the spring" || items[1].Title != "Monthly review" {
		t.Fatalf("%+v", items)
	}
	for _, o := range items {
		if o.SeriesTitle != "Monthly review" || text(o.CommitteeTitle) != "Executive board" {
			t.Errorf("%+v", o)
		}
	}
}
