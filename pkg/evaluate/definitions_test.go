package evaluate_test

import (
	"encoding/json"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

func emptyDefinitions() evaluate.Definitions {
	return evaluate.Definitions{
		Calendars: map[string]contract.CalendarSpec{}, Units: map[string]contract.OrgUnitSpec{},
		Kpis: map[string]contract.KpiSpec{}, TargetSets: map[string]contract.TargetSetSpec{},
		Strategies: map[string]contract.StrategySpec{}, Themes: map[string]contract.ThemeSpec{},
		Objectives: map[string]contract.ObjectiveSpec{}, CausalLinks: map[string]contract.CausalLinkSpec{},
		Scorecards: map[string]contract.ScorecardSpec{}, Overrides: map[string]contract.StatusOverrideSpec{},
		Gaps: map[string][]string{},
	}
}

// define puts one resource among the definitions; kinds that evaluation doesn't read are passed over.
func define(t testing.TB, d evaluate.Definitions, kind, name string, spec []byte) {
	t.Helper()
	switch kind {
	case "Calendar":
		decode(t, d.Calendars, name, spec)
	case "OrgUnit":
		decode(t, d.Units, name, spec)
	case "Kpi":
		decode(t, d.Kpis, name, spec)
	case "TargetSet":
		decode(t, d.TargetSets, name, spec)
	case "Strategy":
		decode(t, d.Strategies, name, spec)
	case "Theme":
		decode(t, d.Themes, name, spec)
	case "Objective":
		decode(t, d.Objectives, name, spec)
	case "CausalLink":
		decode(t, d.CausalLinks, name, spec)
	case "Scorecard":
		decode(t, d.Scorecards, name, spec)
	case "StatusOverride":
		decode(t, d.Overrides, name, spec)
	}
}

func decode[T any](t testing.TB, specs map[string]T, name string, spec []byte) {
	t.Helper()
	var decoded T
	if err := json.Unmarshal(spec, &decoded); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	specs[name] = decoded
}

// definitionsOf reads documents as an API request carries them.
func definitionsOf(t testing.TB, documents []map[string]any) evaluate.Definitions {
	t.Helper()
	d := emptyDefinitions()
	for _, document := range documents {
		encoded, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		var resource struct {
			Kind     string
			Metadata struct{ Name string }
			Spec     json.RawMessage
		}
		if err := json.Unmarshal(encoded, &resource); err != nil {
			t.Fatal(err)
		}
		define(t, d, resource.Kind, resource.Metadata.Name, resource.Spec)
	}
	return d
}
