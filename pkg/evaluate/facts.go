// Package evaluate turns facts (definitions, observations, targets) into values, targets, scores, roll-ups and reasons.
// It is pure: no I/O, no clock, no Grafana. The same functions serve stored facts, simulated ones and those of a past report.
package evaluate

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

// Definitions are the specs of every resource that evaluation reads, by name.
type Definitions struct {
	Calendars   map[string]contract.CalendarSpec
	Units       map[string]contract.OrgUnitSpec
	Kpis        map[string]contract.KpiSpec
	TargetSets  map[string]contract.TargetSetSpec
	Strategies  map[string]contract.StrategySpec
	Themes      map[string]contract.ThemeSpec
	Objectives  map[string]contract.ObjectiveSpec
	CausalLinks map[string]contract.CausalLinkSpec
	Scorecards  map[string]contract.ScorecardSpec
	Overrides   map[string]contract.StatusOverrideSpec
	// Gaps lists what a KPI lacks (owner, steward, driver, source), as its status reports it.
	Gaps map[string][]string
	// Archived names the KPIs that are archived: shown where they stand, and no longer collected.
	Archived map[string]bool
}

// Versions tell the states of an org apart. They only rise.
type Versions struct {
	// Data counts the writes of definitions and observations: the same number means the same facts.
	Data int64
	// Definitions is what Data was after the last write of a definition: the same number means the same definitions.
	Definitions int64
}

// Window asks for the observations of one series between two periods of the series' own frequency, both included.
// An empty From asks from the first observation on.
type Window struct {
	Series   string
	From, To string
}

// Cell is what is known of one series at one unit and period: its newest revision.
type Cell struct {
	// Value is the newest revision's value; meaningless when Quarantined.
	Value float64
	// ChangedAt is when the newest revision was collected, in Unix milliseconds.
	ChangedAt int64
	// Changed is true when an earlier revision had another value: after the close that makes the cell restated.
	Changed bool
	// Quarantined is true when the newest revision is quarantined.
	Quarantined bool
}

// Page holds the cells of one series and period, column by column.
type Page struct {
	// Unit holds, for each cell, the index of its unit in Observations.Units.
	Unit []int32
	Cell []Cell
}

// Observations are the newest revisions of some series, as known at one time.
//
// A series is a KPI's name, or "targetset/<name>/<field>" for an amount or threshold that a TargetSet collects.
type Observations struct {
	// Units names the units by the index that pages use.
	Units []string
	// Pages by series and period id.
	Pages map[string]map[string]Page
}

// TargetSeries names the series of one collected field of a TargetSet, such as "target" or "redFlag".
func TargetSeries(targetSet, field string) string { return "targetset/" + targetSet + "/" + field }
