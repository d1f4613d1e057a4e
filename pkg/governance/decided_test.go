package governance

import (
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestDecidedBetween(t *testing.T) {
	d := Documents{
		Series: map[string]contract.ReviewSeriesSpec{
			"board": {Scorecards: []string{"card"}, Recurrence: contract.Recurrence{TimeZone: "Europe/Berlin"}},
		},
		Reviews: map[string]contract.ReviewSpec{"april": {Series: "board", Start: "2026-04-15T08:00:00Z"}},
		Decisions: map[string]contract.DecisionSpec{
			"in-review": {Title: "A", DecidedOn: new("2026-04-15"), Review: new("april"), About: []contract.Ref{{Kind: "Kpi", Name: "margin"}}},
			"day-after": {Title: "B", DecidedOn: new("2026-04-16"), Review: new("april"), About: []contract.Ref{{Kind: "Scorecard", Name: "other"}}},
			"alone":     {Title: "C", DecidedOn: new("2026-04-15"), ExpectedEffect: &contract.ExpectedEffect{Kpi: "sales"}},
			"open":      {Title: "D", DecidedOn: new("2026-04-15"), State: new("open")},
			"undated":   {Title: "E"},
			"archived":  {Title: "F", DecidedOn: new("2026-04-15")},
			"earlier":   {Title: "G", DecidedOn: new("2026-03-31")},
		},
		Origins: map[contract.Ref]Origin{{Kind: "Decision", Name: "archived"}: {Archived: true}},
	}
	april := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	got := DecidedBetween(d, april, april.AddDate(0, 1, 0))
	want := []struct{ name, at string }{
		{"alone", "2026-04-15T00:00:00Z"}, {"in-review", "2026-04-15T08:00:00Z"}, {"day-after", "2026-04-15T22:00:00Z"},
	}
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i, w := range want {
		if got[i].Name != w.name || got[i].At.Format(time.RFC3339) != w.at {
			t.Errorf("%s at %s, expected %s at %s", got[i].Name, got[i].At, w.name, w.at)
		}
	}
	if !got[0].Concerns("sales") || !got[1].Concerns("margin") || got[1].Concerns("sales") {
		t.Error("a decision concerns the KPIs that it names or expects to move")
	}
	if s := got[2].Scorecards; len(s) != 2 || s[0] != "card" || s[1] != "other" {
		t.Errorf("scorecards %v", s)
	}
}
