package scorecard

import "time"

// ViewQuery asks for the scored tree of a scorecard. Absent fields: the period that holds now, the scorecard's own unit,
// everything known, the present.
type ViewQuery struct {
	Scorecard string
	Period    string
	Unit      string
	// Sparkline is the number of periods of history with every node.
	Sparkline int
	AsOf      *time.Time
	Now       *time.Time
}

// MapQuery asks for a strategy map. Scorecard may be empty when exactly one uses the strategy.
type MapQuery struct {
	Strategy  string
	Scorecard string
	Period    string
	Unit      string
	AsOf      *time.Time
	Now       *time.Time
}

// SeriesQuery asks for a KPI over time. From and To are period ids of the frequency, both included. Absent fields: 12 periods
// up to the one that holds now, the KPI's frequency, the KPI's only unit or the root of the forest.
type SeriesQuery struct {
	Kpi       string
	Unit      string
	From      string
	To        string
	Frequency string
	// Scorecard names the status scheme; red, amber, green without one.
	Scorecard string
	AsOf      *time.Time
	Now       *time.Time
}

// ExplainQuery asks how one value and score came about.
type ExplainQuery struct {
	Kpi       string
	Unit      string
	Period    string
	Scorecard string
	AsOf      *time.Time
	Now       *time.Time
}

// ObservationsQuery asks for the revisions of a KPI. Period stands for From and To alike; "" is open.
type ObservationsQuery struct {
	Kpi    string
	Unit   string
	Period string
	From   string
	To     string
	// Limit bounds the page, 0 for the default of 100; Cursor is where the page before ended.
	Limit  int
	Cursor string
	AsOf   *time.Time
}
