package evaluate

import (
	"encoding/json"
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// NewDefinitions is an empty set of definitions, to be filled with Add.
func NewDefinitions() Definitions {
	return Definitions{
		Calendars: map[string]contract.CalendarSpec{}, Units: map[string]contract.OrgUnitSpec{},
		Kpis: map[string]contract.KpiSpec{}, TargetSets: map[string]contract.TargetSetSpec{},
		Strategies: map[string]contract.StrategySpec{}, Themes: map[string]contract.ThemeSpec{},
		Objectives: map[string]contract.ObjectiveSpec{}, CausalLinks: map[string]contract.CausalLinkSpec{},
		Scorecards: map[string]contract.ScorecardSpec{}, Overrides: map[string]contract.StatusOverrideSpec{},
		Gaps: map[string][]string{},
	}
}

// Add puts the spec of one resource, as JSON, among the definitions. Kinds that evaluation doesn't read are passed over.
func (d Definitions) Add(kind, name string, spec []byte) error {
	var err error
	switch kind {
	case "Calendar":
		err = decodeInto(d.Calendars, name, spec)
	case "OrgUnit":
		err = decodeInto(d.Units, name, spec)
	case kindKpi:
		err = decodeInto(d.Kpis, name, spec)
	case "TargetSet":
		err = decodeInto(d.TargetSets, name, spec)
	case "Strategy":
		err = decodeInto(d.Strategies, name, spec)
	case kindTheme:
		err = decodeInto(d.Themes, name, spec)
	case kindObjective:
		err = decodeInto(d.Objectives, name, spec)
	case "CausalLink":
		err = decodeInto(d.CausalLinks, name, spec)
	case kindScorecard:
		err = decodeInto(d.Scorecards, name, spec)
	case "StatusOverride":
		err = decodeInto(d.Overrides, name, spec)
	}
	if err != nil {
		return fmt.Errorf("%s %s: %w", kind, name, err)
	}
	return nil
}

func decodeInto[T any](specs map[string]T, name string, spec []byte) error {
	var decoded T
	if err := json.Unmarshal(spec, &decoded); err != nil {
		return err
	}
	specs[name] = decoded
	return nil
}
