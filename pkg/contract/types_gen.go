// Code generated from src/contract by npm run contract. DO NOT EDIT.

package contract

import "bytes"
import "errors"

import "encoding/json"

type Aggregation struct {
	Time  *string `json:"time,omitempty"`
	Units *string `json:"units,omitempty"`
	// The KPI that weighs a weightedMean.
	Weight *string `json:"weight,omitempty"`
}

type ApplyResult struct {
	Changed []ChangedResource `json:"changed"`
	Created []Ref             `json:"created"`
	Deleted []Ref             `json:"deleted"`
	// Resources whose computed values may change.
	Impact    []Ref    `json:"impact"`
	Unchanged []Ref    `json:"unchanged"`
	Warnings  []string `json:"warnings,omitempty"`
}

type ChangedResource struct {
	Diff []Change `json:"diff"`
	Ref  Ref      `json:"ref"`
}

type Change struct {
	From interface{} `json:"from,omitempty"`
	Path string      `json:"path"`
	To   interface{} `json:"to,omitempty"`
}

// Kind and name of a resource.
//
// The node; a perspective is {kind: Perspective, name} of the scorecard.
type Ref struct {
	Kind string `json:"kind"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name string `json:"name"`
}

type SubmissionRow struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi    string      `json:"kpi"`
	Note   *string     `json:"note,omitempty"`
	Period *PeriodText `json:"period"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit  string  `json:"unit"`
	Value float64 `json:"value"`
}

type TargetPoint struct {
	Baseline *float64    `json:"baseline,omitempty"`
	Period   *PeriodText `json:"period"`
	Stretch  *float64    `json:"stretch,omitempty"`
	Target   *float64    `json:"target,omitempty"`
}

type TargetSetSpec struct {
	Baseline *float64 `json:"baseline,omitempty"`
	// With source: the column of each amount or threshold; target is extract.value when left
	// out.
	Columns     map[string]string `json:"columns,omitempty"`
	Description *string           `json:"description,omitempty"`
	From        *PeriodText       `json:"from,omitempty"`
	// Name of a resource of kind Kpi.
	Kpi       string        `json:"kpi"`
	Method    *string       `json:"method,omitempty"`
	Path      *string       `json:"path,omitempty"`
	Points    []TargetPoint `json:"points,omitempty"`
	Rationale *string       `json:"rationale,omitempty"`
	Scale     *Scale        `json:"scale,omitempty"`
	// seasonal: the year’s amount by period, normalised.
	Shares []float64 `json:"shares,omitempty"`
	// Amounts from a database, such as a budget table.
	Source  *QuerySource `json:"source,omitempty"`
	Stretch *float64     `json:"stretch,omitempty"`
	Target  *float64     `json:"target,omitempty"`
	// What people call it.
	Title *string     `json:"title,omitempty"`
	To    *PeriodText `json:"to,omitempty"`
	// Name of a resource of kind OrgUnit.
	Unit string `json:"unit"`
}

// How a value becomes a score of 0…100.
type Scale struct {
	Best      *Threshold   `json:"best,omitempty"`
	Goal      *Threshold   `json:"goal,omitempty"`
	RedFlag   *Threshold   `json:"redFlag,omitempty"`
	Type      string       `json:"type"`
	Worst     *Threshold   `json:"worst,omitempty"`
	Baseline  *Threshold   `json:"baseline,omitempty"`
	Target    *Threshold   `json:"target,omitempty"`
	High      *Threshold   `json:"high,omitempty"`
	Low       *Threshold   `json:"low,omitempty"`
	Tolerance *Threshold   `json:"tolerance,omitempty"`
	Op        *string      `json:"op,omitempty"`
	Value     *Threshold   `json:"value,omitempty"`
	Ranges    []ScaleRange `json:"ranges,omitempty"`
	// [value, score] pairs; scores 0…100.
	Points [][]Threshold `json:"points,omitempty"`
}

type ScaleRange struct {
	From  *Threshold `json:"from,omitempty"`
	Level string     `json:"level"`
	To    *Threshold `json:"to,omitempty"`
}

// Amounts from a database, such as a budget table.
type QuerySource struct {
	// Name of a resource of kind Dataset.
	Dataset    *string                `json:"dataset,omitempty"`
	Datasource *DatasourceRef         `json:"datasource,omitempty"`
	Extract    Extract                `json:"extract"`
	Query      map[string]interface{} `json:"query,omitempty"`
	// Name of a resource of kind SourceSystem.
	System *string `json:"system,omitempty"`
	Type   string  `json:"type"`
}

type DatasourceRef struct {
	Type *string `json:"type,omitempty"`
	Uid  string  `json:"uid"`
}

type Extract struct {
	// zero stores 0 where the query succeeded without a row.
	EmptyAs *string `json:"emptyAs,omitempty"`
	// Reads times without zone as wall-clock time of the calendar.
	LocalTime  *bool    `json:"localTime,omitempty"`
	Mode       string   `json:"mode"`
	Multiplier *float64 `json:"multiplier,omitempty"`
	Offset     *float64 `json:"offset,omitempty"`
	// Column with a period id, instead of time.
	Period *string `json:"period,omitempty"`
	// Column with the time of the row.
	Time *string `json:"time,omitempty"`
	// Column with a unit’s name or alias.
	Unit *string `json:"unit,omitempty"`
	// Column with the value; may be left out when only one is numeric.
	Value *string `json:"value,omitempty"`
}

type ThemeWeight struct {
	// Name of a resource of kind Theme.
	Theme string `json:"theme"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight *float64 `json:"weight,omitempty"`
}

type ThemeSpec struct {
	// Stripe on the map, as #rrggbb.
	Color       *string `json:"color,omitempty"`
	Description *string `json:"description,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Sponsor *string `json:"sponsor,omitempty"`
	// Name of a resource of kind Strategy.
	Strategy string `json:"strategy"`
	// What people call it.
	Title string `json:"title"`
}

type ToTargetScale struct {
	Baseline *Threshold `json:"baseline,omitempty"`
	Target   *Threshold `json:"target,omitempty"`
	Type     string     `json:"type"`
}

type Trend struct {
	Delta     *float64 `json:"delta"`
	Direction string   `json:"direction"`
	// Score of the previous period.
	Score *float64 `json:"score"`
}

type View struct {
	AsOf   *string    `json:"asOf"`
	Node   Node       `json:"node"`
	Now    string     `json:"now"`
	Period ViewPeriod `json:"period"`
	Scheme Scheme     `json:"scheme"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Scorecard string `json:"scorecard"`
	Themes    []Node `json:"themes"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit string `json:"unit"`
}

type Node struct {
	// Bands of values per level, for bullet graphs; open ends are null.
	Bands    []ScaleBand `json:"bands"`
	Baseline *float64    `json:"baseline"`
	// Id of the KPI’s own period whose value is shown.
	Carried  *string `json:"carried"`
	Children []Node  `json:"children"`
	// When the cell closes.
	ClosesAt *string `json:"closesAt"`
	// Weight of the direct children with a score by the weight of all; null on KPIs.
	Coverage      *float64     `json:"coverage"`
	Decimals      *int64       `json:"decimals"`
	Gaps          []string     `json:"gaps"`
	Override      *Override    `json:"override,omitempty"`
	Owner         *string      `json:"owner"`
	Reason        *Reason      `json:"reason,omitempty"`
	Ref           Ref          `json:"ref"`
	Score         *float64     `json:"score"`
	Sparkline     []SparkPoint `json:"sparkline"`
	State         *string      `json:"state"`
	Status        *string      `json:"status"`
	Steward       *string      `json:"steward"`
	Stretch       *float64     `json:"stretch"`
	Target        *float64     `json:"target"`
	Title         string       `json:"title"`
	Trend         Trend        `json:"trend"`
	Type          *string      `json:"type"`
	UnitOfMeasure *string      `json:"unitOfMeasure"`
	Value         *float64     `json:"value"`
	Weight        float64      `json:"weight"`
}

type ScaleBand struct {
	From  *float64 `json:"from"`
	Level string   `json:"level"`
	To    *float64 `json:"to"`
}

type Override struct {
	Author  string  `json:"author"`
	Expires *string `json:"expires"`
	Reason  string  `json:"reason"`
	Status  string  `json:"status"`
}

type Reason struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

type SparkPoint struct {
	Period string   `json:"period"`
	Score  *float64 `json:"score"`
	Value  *float64 `json:"value"`
}

type ViewPeriod struct {
	End   string `json:"end"`
	ID    string `json:"id"`
	Start string `json:"start"`
	State string `json:"state"`
}

// Named levels from the lowest (from 0) to the best; red, amber, green at thirds by default.
type Scheme struct {
	Levels []Level `json:"levels"`
}

type Level struct {
	From float64 `json:"from"`
	Name string  `json:"name"`
}

type CollectionRequest struct {
	From *PeriodText `json:"from,omitempty"`
	Kpis []string    `json:"kpis,omitempty"`
	// Source systems; all of their KPIs.
	Sources []string    `json:"sources,omitempty"`
	To      *PeriodText `json:"to,omitempty"`
	Units   []string    `json:"units,omitempty"`
}

type WeightStep struct {
	From *PeriodText `json:"from"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight float64 `json:"weight"`
}

type Contributor struct {
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Person string   `json:"person"`
	Units  []string `json:"units,omitempty"`
}

type DatasetSpec struct {
	Datasource  *DatasourceRef `json:"datasource,omitempty"`
	Description *string        `json:"description,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner *string                `json:"owner,omitempty"`
	Query map[string]interface{} `json:"query"`
	// Name of a resource of kind SourceSystem.
	System *string `json:"system,omitempty"`
	// What people call it.
	Title string `json:"title"`
}

// What the latest run that asked a data source got of it.
type DataSourceStatus struct {
	At      string `json:"at"`
	Message string `json:"message"`
	Ok      bool   `json:"ok"`
	Uid     string `json:"uid"`
}

type Explain struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi    string      `json:"kpi"`
	Period string      `json:"period"`
	Reason *Reason     `json:"reason,omitempty"`
	Root   ExplainStep `json:"root"`
	Score  *float64    `json:"score"`
	State  string      `json:"state"`
	Status *string     `json:"status"`
	Target *float64    `json:"target"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit  string   `json:"unit"`
	Value *float64 `json:"value"`
}

type ExplainStep struct {
	Inputs []ExplainStep `json:"inputs"`
	Kind   string        `json:"kind"`
	Kpi    *string       `json:"kpi,omitempty"`
	Label  string        `json:"label"`
	// Aggregation, formula or scale in words.
	Method *string        `json:"method,omitempty"`
	Origin *ExplainOrigin `json:"origin,omitempty"`
	Period *string        `json:"period,omitempty"`
	Reason *Reason        `json:"reason,omitempty"`
	State  *string        `json:"state,omitempty"`
	Unit   *string        `json:"unit,omitempty"`
	Value  *float64       `json:"value"`
}

type ExplainOrigin struct {
	Observation *Observation `json:"observation,omitempty"`
	Path        *string      `json:"path,omitempty"`
	Resource    *Ref         `json:"resource,omitempty"`
	// Version of the definition used.
	Version *int64 `json:"version,omitempty"`
}

type Observation struct {
	CollectedAt string            `json:"collectedAt"`
	Note        *string           `json:"note"`
	Outcome     string            `json:"outcome"`
	Period      string            `json:"period"`
	RecordedBy  string            `json:"recordedBy"`
	Source      ObservationSource `json:"source"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit  string   `json:"unit"`
	Value *float64 `json:"value"`
}

type ObservationSource struct {
	File *string `json:"file,omitempty"`
	// SHA-256 of the query as it was sent.
	QueryDigest *string `json:"queryDigest,omitempty"`
	Run         *string `json:"run,omitempty"`
	Submission  *string `json:"submission,omitempty"`
	Type        string  `json:"type"`
}

type BetweenScale struct {
	High      *Threshold `json:"high"`
	Low       *Threshold `json:"low"`
	Tolerance *Threshold `json:"tolerance"`
	Type      string     `json:"type"`
}

type GoalRedFlagScale struct {
	Best    *Threshold `json:"best,omitempty"`
	Goal    *Threshold `json:"goal"`
	RedFlag *Threshold `json:"redFlag"`
	Type    string     `json:"type"`
	Worst   *Threshold `json:"worst,omitempty"`
}

type GrafanaStatus struct {
	Credentials string `json:"credentials"`
	Message     string `json:"message"`
	Ok          bool   `json:"ok"`
}

type History struct {
	Items []HistoryEntry `json:"items"`
	Next  *string        `json:"next"`
}

type HistoryEntry struct {
	Action    string    `json:"action"`
	At        string    `json:"at"`
	By        string    `json:"by"`
	Diff      []Change  `json:"diff"`
	Document  *Resource `json:"document,omitempty"`
	ManagedBy string    `json:"managedBy"`
	Reason    *string   `json:"reason,omitempty"`
	Version   int64     `json:"version"`
}

type Resource struct {
	APIVersion string                 `json:"apiVersion"`
	Kind       string                 `json:"kind"`
	Metadata   Metadata               `json:"metadata"`
	Spec       map[string]interface{} `json:"spec"`
	Status     map[string]interface{} `json:"status,omitempty"`
}

type Metadata struct {
	Archived  *bool   `json:"archived,omitempty"`
	CreatedAt *string `json:"createdAt,omitempty"`
	CreatedBy *string `json:"createdBy,omitempty"`
	// The file that manages the resource.
	File      *string           `json:"file,omitempty"`
	Labels    map[string]string `json:"labels,omitempty"`
	ManagedBy *string           `json:"managedBy,omitempty"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name      string  `json:"name"`
	UpdatedAt *string `json:"updatedAt,omitempty"`
	UpdatedBy *string `json:"updatedBy,omitempty"`
	Version   *int64  `json:"version,omitempty"`
}

type ImportResult struct {
	DryRun bool        `json:"dryRun"`
	Rows   []ImportRow `json:"rows"`
}

type ImportRow struct {
	Errors  []ProblemItem `json:"errors"`
	Outcome string        `json:"outcome"`
	Ref     *Ref          `json:"ref,omitempty"`
	// Counts from 1, the header included.
	Row int64 `json:"row"`
	// The kind, as the sheet is called.
	Sheet string `json:"sheet"`
}

type ProblemItem struct {
	Column   *int64  `json:"column,omitempty"`
	File     *string `json:"file,omitempty"`
	Line     *int64  `json:"line,omitempty"`
	Message  string  `json:"message"`
	Path     string  `json:"path"`
	Resource *Ref    `json:"resource,omitempty"`
}

type KindInfo struct {
	Kind   string `json:"kind"`
	Plural string `json:"plural"`
	// Address of the JSON Schema, relative to the API’s base.
	Schema  string `json:"schema"`
	Summary string `json:"summary"`
	// What the caller may do.
	Verbs []string `json:"verbs"`
}

type KindList struct {
	Items []KindInfo `json:"items"`
	Next  *string    `json:"next"`
}

type KpiPlacement struct {
	// Name of a resource of kind Kpi.
	Kpi string `json:"kpi"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight  *float64     `json:"weight,omitempty"`
	Weights []WeightStep `json:"weights,omitempty"`
}

type BinaryScale struct {
	Op    string     `json:"op"`
	Type  string     `json:"type"`
	Value *Threshold `json:"value"`
}

// Where values come from; a KPI without one is a reported gap.
//
// Amounts from a database, such as a budget table.
type KpiSource struct {
	// Name of a resource of kind Dataset.
	Dataset    *string                `json:"dataset,omitempty"`
	Datasource *DatasourceRef         `json:"datasource,omitempty"`
	Extract    *Extract               `json:"extract,omitempty"`
	Query      map[string]interface{} `json:"query,omitempty"`
	// Name of a resource of kind SourceSystem.
	System *string `json:"system,omitempty"`
	Type   string  `json:"type"`
	// A value waits in quarantine until a second person submits the same.
	Approval *bool `json:"approval,omitempty"`
	// Who may submit, for which units; every editor when left out.
	Contributors []Contributor `json:"contributors,omitempty"`
	Evaluate     *string       `json:"evaluate,omitempty"`
	Formula      *string       `json:"formula,omitempty"`
}

type KpiSpec struct {
	Aggregation *Aggregation `json:"aggregation,omitempty"`
	// Name of a resource of kind Calendar.
	Calendar string `json:"calendar"`
	// Days from period end to close; 0 by default.
	CloseDays *int64 `json:"closeDays,omitempty"`
	// Operational dashboards behind the number.
	Dashboards  []Link  `json:"dashboards,omitempty"`
	Description *string `json:"description,omitempty"`
	Frequency   string  `json:"frequency"`
	Missing     *string `json:"missing,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner *string `json:"owner,omitempty"`
	// Where values come from; a KPI without one is a reported gap.
	Source KpiSource `json:"source,omitzero"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Steward *string `json:"steward,omitempty"`
	// What people call it.
	Title string  `json:"title"`
	Type  *string `json:"type,omitempty"`
	// Grafana unit id and the decimals shown.
	UnitOfMeasure *UnitOfMeasure `json:"unitOfMeasure,omitempty"`
	UnitRollup    *string        `json:"unitRollup,omitempty"`
	// Units where it is measured; everywhere when left out.
	Units []string `json:"units,omitempty"`
	// What value the measure drives.
	ValueDriver *string `json:"valueDriver,omitempty"`
}

// Title and address; addresses within Grafana start with a slash.
type Link struct {
	// What people call it.
	Title string `json:"title"`
	URL   string `json:"url"`
}

// Grafana unit id and the decimals shown.
type UnitOfMeasure struct {
	Decimals *int64  `json:"decimals,omitempty"`
	Unit     *string `json:"unit,omitempty"`
}

// How long the effect takes.
type Lag struct {
	Frequency string `json:"frequency"`
	Periods   int64  `json:"periods"`
}

type Lineage struct {
	// KPIs, objectives and scorecards that read this KPI.
	Dependants []Ref `json:"dependants"`
	// KPIs that the formula or the weights read.
	Inputs []string `json:"inputs"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi     string        `json:"kpi"`
	Rules   []Ref         `json:"rules"`
	Source  LineageSource `json:"source"`
	Targets []Ref         `json:"targets"`
}

type LineageSource struct {
	Dataset    *string                `json:"dataset"`
	Datasource *string                `json:"datasource"`
	Formula    *string                `json:"formula"`
	Query      map[string]interface{} `json:"query"`
	System     *string                `json:"system"`
	Type       string                 `json:"type"`
}

type ManualSource struct {
	// A value waits in quarantine until a second person submits the same.
	Approval *bool `json:"approval,omitempty"`
	// Who may submit, for which units; every editor when left out.
	Contributors []Contributor `json:"contributors,omitempty"`
	// Name of a resource of kind SourceSystem.
	System *string `json:"system,omitempty"`
	Type   string  `json:"type"`
}

type MapLink struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	From       string  `json:"from"`
	Hypothesis *string `json:"hypothesis"`
	// 95 % interval of the strength: low, high.
	Interval []float64 `json:"interval"`
	Lag      *Lag      `json:"lag"`
	// Pairs of periods the strength was computed from.
	Pairs  int64   `json:"pairs"`
	Reason *Reason `json:"reason,omitempty"`
	Ref    Ref     `json:"ref"`
	State  string  `json:"state"`
	// Lagged correlation of the two scores’ changes, −1…1.
	Strength *float64 `json:"strength"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	To string `json:"to"`
}

type CalculatedSource struct {
	Evaluate *string `json:"evaluate,omitempty"`
	Formula  string  `json:"formula"`
	Type     string  `json:"type"`
}

type MapObjective struct {
	Coverage    *float64  `json:"coverage"`
	Kpis        []Node    `json:"kpis"`
	Override    *Override `json:"override,omitempty"`
	Owner       *string   `json:"owner"`
	Perspective string    `json:"perspective"`
	Reason      *Reason   `json:"reason,omitempty"`
	Ref         Ref       `json:"ref"`
	Score       *float64  `json:"score"`
	Status      *string   `json:"status"`
	Themes      []string  `json:"themes"`
	Title       string    `json:"title"`
	Trend       Trend     `json:"trend"`
}

type MapPeriod struct {
	End   string `json:"end"`
	ID    string `json:"id"`
	Start string `json:"start"`
	State string `json:"state"`
}

type MapPerspective struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name       string         `json:"name"`
	Objectives []MapObjective `json:"objectives"`
	Score      *float64       `json:"score"`
	Status     *string        `json:"status"`
	Title      string         `json:"title"`
}

type MapTheme struct {
	Color *string `json:"color"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name  string `json:"name"`
	Title string `json:"title"`
}

type ObjectivePlacement struct {
	// Name of a resource of kind Objective.
	Objective string `json:"objective"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight  *float64     `json:"weight,omitempty"`
	Weights []WeightStep `json:"weights,omitempty"`
}

type ObjectiveSpec struct {
	// Objectives, usually of a parent unit, of which this one is a child.
	ContributesTo []ObjectivePlacement `json:"contributesTo,omitempty"`
	Description   *string              `json:"description,omitempty"`
	Kpis          []KpiPlacement       `json:"kpis,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner *string `json:"owner,omitempty"`
	// Name of the perspective in the scorecards that place it.
	Perspective string  `json:"perspective"`
	Rollup      *Rollup `json:"rollup,omitempty"`
	// Name of a resource of kind Strategy.
	Strategy string            `json:"strategy"`
	Themes   []ThemeMembership `json:"themes,omitempty"`
	// What people call it.
	Title string `json:"title"`
}

// How children become a score; what is absent is inherited (weightedMean, exclude, 0.5).
type Rollup struct {
	Method      *string  `json:"method,omitempty"`
	MinCoverage *float64 `json:"minCoverage,omitempty"`
	Missing     *string  `json:"missing,omitempty"`
}

type ObservationList struct {
	Items []Observation `json:"items"`
	Next  *string       `json:"next"`
}

type CalendarSpec struct {
	Description          *string `json:"description,omitempty"`
	FiscalYearStartMonth *int64  `json:"fiscalYearStartMonth,omitempty"`
	// Weeks of each quarter’s three periods; needs yearEnd.
	Pattern *string `json:"pattern,omitempty"`
	// IANA name, such as Europe/Berlin.
	TimeZone string `json:"timeZone"`
	// What people call it.
	Title string `json:"title"`
	// Orders days on display only; weeks are ISO 8601.
	WeekStart *string `json:"weekStart,omitempty"`
	// The fiscal year ends on the last such weekday of the month, or on the one nearest to its
	// end.
	YearEnd *YearEnd `json:"yearEnd,omitempty"`
}

// The fiscal year ends on the last such weekday of the month, or on the one nearest to its
// end.
type YearEnd struct {
	Month   int64  `json:"month"`
	Rule    string `json:"rule"`
	Weekday string `json:"weekday"`
}

type OrgUnitSpec struct {
	// Keys that source systems use; compared without case and outer blanks, unique in the org.
	Aliases     []string `json:"aliases,omitempty"`
	Description *string  `json:"description,omitempty"`
	// What the unit is there for.
	Mandate *string `json:"mandate,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner *string `json:"owner,omitempty"`
	// Name of a resource of kind OrgUnit.
	Parent *string `json:"parent,omitempty"`
	// What people call it.
	Title string `json:"title"`
	// company, division, region, site … in your own words.
	Type *string `json:"type,omitempty"`
}

type Period struct {
	End   string `json:"end"`
	ID    string `json:"id"`
	Start string `json:"start"`
}

type Perspective struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name       string               `json:"name"`
	Objectives []ScorecardObjective `json:"objectives,omitempty"`
	Rollup     *Rollup              `json:"rollup,omitempty"`
	// What people call it.
	Title string `json:"title"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight  *float64     `json:"weight,omitempty"`
	Weights []WeightStep `json:"weights,omitempty"`
}

type ScorecardObjective struct {
	// Name of a resource of kind Objective.
	Objective string `json:"objective"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight  *float64     `json:"weight,omitempty"`
	Weights []WeightStep `json:"weights,omitempty"`
}

type PointsScale struct {
	// [value, score] pairs; scores 0…100.
	Points [][]Threshold `json:"points"`
	Type   string        `json:"type"`
}

type Preview struct {
	Dropped int64          `json:"dropped"`
	Errors  []CellError    `json:"errors"`
	Frames  []PreviewFrame `json:"frames"`
	Scores  []PreviewScore `json:"scores"`
	Values  []PreviewValue `json:"values"`
}

type CellError struct {
	Message string  `json:"message"`
	Period  *string `json:"period,omitempty"`
	Unit    *string `json:"unit,omitempty"`
}

type PreviewFrame struct {
	Fields []PreviewField `json:"fields"`
	Name   string         `json:"name"`
	Rows   int64          `json:"rows"`
	// The first rows, at most 20.
	Sample [][]interface{} `json:"sample"`
}

type PreviewField struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

type PreviewScore struct {
	Period string   `json:"period"`
	Reason *Reason  `json:"reason,omitempty"`
	Score  *float64 `json:"score"`
	Status *string  `json:"status"`
	Target *float64 `json:"target"`
	Unit   string   `json:"unit"`
	Value  *float64 `json:"value"`
}

type PreviewValue struct {
	Period string   `json:"period"`
	Unit   string   `json:"unit"`
	Value  *float64 `json:"value"`
}

type CausalLinkSpec struct {
	// Name of a resource of kind Objective.
	From       string  `json:"from"`
	Hypothesis *string `json:"hypothesis,omitempty"`
	Lag        *Lag    `json:"lag,omitempty"`
	// What people call it.
	Title *string `json:"title,omitempty"`
	// Name of a resource of kind Objective.
	To string `json:"to"`
}

type PreviewRequest struct {
	From *PeriodText `json:"from"`
	// The spec of a KPI, saved or not.
	Kpi map[string]interface{} `json:"kpi"`
	// Name of the KPI when it is saved already, so that its targets hold.
	Name  *string     `json:"name,omitempty"`
	To    *PeriodText `json:"to"`
	Units []string    `json:"units,omitempty"`
}

type Problem struct {
	// 412: the resource as it is now.
	Current interface{}   `json:"current,omitempty"`
	Detail  *string       `json:"detail,omitempty"`
	Errors  []ProblemItem `json:"errors,omitempty"`
	// 409: what still refers to the resource.
	Referrers []Ref  `json:"referrers,omitempty"`
	Status    int64  `json:"status"`
	Title     string `json:"title"`
	Type      string `json:"type"`
}

type Progress struct {
	Done  int64 `json:"done"`
	Total int64 `json:"total"`
}

type ProvisionedFile struct {
	Errors    []ProblemItem `json:"errors"`
	File      string        `json:"file"`
	LoadedAt  *string       `json:"loadedAt"`
	Resources int64         `json:"resources"`
}

type ProvisioningStatus struct {
	Files []ProvisionedFile `json:"files"`
	Path  *string           `json:"path"`
}

type RangesScale struct {
	Ranges []ScaleRange `json:"ranges"`
	Type   string       `json:"type"`
}

type ResourceList struct {
	Items []Resource `json:"items"`
	Next  *string    `json:"next"`
}

type Run struct {
	CreatedAt   string   `json:"createdAt"`
	FinishedAt  *string  `json:"finishedAt"`
	ID          string   `json:"id"`
	Kpis        []RunKpi `json:"kpis"`
	Message     *string  `json:"message,omitempty"`
	Progress    Progress `json:"progress"`
	RequestedBy string   `json:"requestedBy"`
	StartedAt   *string  `json:"startedAt"`
	State       string   `json:"state"`
	Trigger     string   `json:"trigger"`
	// The only units recorded; all when left out.
	Units []string `json:"units,omitempty"`
}

type RunKpi struct {
	// Rows of other periods.
	Dropped int64       `json:"dropped"`
	Errors  []CellError `json:"errors"`
	// First period asked for, of the KPI’s own frequency.
	From *string `json:"from,omitempty"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi string `json:"kpi"`
	// Revisions stored; an equal value is none.
	Observations int64  `json:"observations"`
	State        string `json:"state"`
	// Last period asked for, included.
	To *string `json:"to,omitempty"`
}

type RunList struct {
	Items []Run   `json:"items"`
	Next  *string `json:"next"`
}

type ScheduleStatus struct {
	LastRun *string `json:"lastRun"`
	Message string  `json:"message"`
	NextDue *string `json:"nextDue"`
	Ok      bool    `json:"ok"`
}

type ScorecardSpec struct {
	// Name of a resource of kind Calendar.
	Calendar    string  `json:"calendar"`
	Dashboards  []Link  `json:"dashboards,omitempty"`
	Description *string `json:"description,omitempty"`
	Frequency   string  `json:"frequency"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner        *string       `json:"owner,omitempty"`
	Perspectives []Perspective `json:"perspectives"`
	Rollup       *Rollup       `json:"rollup,omitempty"`
	Scheme       *Scheme       `json:"scheme,omitempty"`
	// Name of a resource of kind Strategy.
	Strategy string `json:"strategy"`
	// What people call it.
	Title string `json:"title"`
	// Name of a resource of kind OrgUnit.
	Unit string `json:"unit"`
}

type Series struct {
	Frequency string `json:"frequency"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi    string        `json:"kpi"`
	Points []SeriesPoint `json:"points"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit string `json:"unit"`
}

type SeriesPoint struct {
	// The scale in force; absent without one.
	Bands    []ScaleBand `json:"bands,omitempty"`
	Baseline *float64    `json:"baseline"`
	Carried  *string     `json:"carried,omitempty"`
	// When the cell closes; absent where the KPI can’t be computed.
	ClosesAt *string  `json:"closesAt,omitempty"`
	End      string   `json:"end"`
	Period   string   `json:"period"`
	Reason   *Reason  `json:"reason,omitempty"`
	Score    *float64 `json:"score"`
	Start    string   `json:"start"`
	State    string   `json:"state"`
	Status   *string  `json:"status"`
	Stretch  *float64 `json:"stretch"`
	Target   *float64 `json:"target"`
	Value    *float64 `json:"value"`
}

type ServerStatus struct {
	Dashboards []Link `json:"dashboards,omitempty"`
	// By uid; a data source that no recent run has asked is not among them.
	DataSources  []DataSourceStatus `json:"dataSources"`
	Grafana      GrafanaStatus      `json:"grafana"`
	Provisioning ProvisioningStatus `json:"provisioning"`
	Schedule     ScheduleStatus     `json:"schedule"`
	Store        StoreStatus        `json:"store"`
	Version      string             `json:"version"`
}

type StoreStatus struct {
	Engine  string `json:"engine"`
	Message string `json:"message"`
	Ok      bool   `json:"ok"`
}

type SimulatedObservation struct {
	CollectedAt *string     `json:"collectedAt,omitempty"`
	Kpi         string      `json:"kpi"`
	Period      *PeriodText `json:"period"`
	Unit        string      `json:"unit"`
	Value       *float64    `json:"value"`
}

type SimulateRequest struct {
	AsOf         *string                  `json:"asOf,omitempty"`
	Now          *string                  `json:"now,omitempty"`
	Observations []SimulatedObservation   `json:"observations,omitempty"`
	Period       *PeriodText              `json:"period"`
	Resources    []map[string]interface{} `json:"resources"`
	Scorecard    string                   `json:"scorecard"`
	Sparkline    *int64                   `json:"sparkline,omitempty"`
	Unit         string                   `json:"unit"`
}

type SourceSystemSpec struct {
	Datasource  *DatasourceRef `json:"datasource,omitempty"`
	Description *string        `json:"description,omitempty"`
	Limits      *Limits        `json:"limits,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner *string `json:"owner,omitempty"`
	// What people call it.
	Title string `json:"title"`
	// erp, crm, hris … in your own words.
	Type *string `json:"type,omitempty"`
}

type Limits struct {
	// Queries per call; 10 by default.
	BatchSize *int64 `json:"batchSize,omitempty"`
	// Calls at a time; 2 by default.
	Concurrency *int64 `json:"concurrency,omitempty"`
	// Per query; 60 by default.
	TimeoutSeconds *int64 `json:"timeoutSeconds,omitempty"`
}

type StatusOverrideSpec struct {
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Author  string  `json:"author"`
	Expires *string `json:"expires,omitempty"`
	// The node; a perspective is {kind: Perspective, name} of the scorecard.
	Node   Ref         `json:"node"`
	Period *PeriodText `json:"period"`
	Reason string      `json:"reason"`
	// Name of a resource of kind Scorecard.
	Scorecard string `json:"scorecard"`
	// Name of a level of the scorecard’s scheme.
	Status string `json:"status"`
	// What people call it.
	Title *string `json:"title,omitempty"`
	// Name of a resource of kind OrgUnit.
	Unit string `json:"unit"`
}

type StrategyMap struct {
	AsOf         *string          `json:"asOf"`
	Links        []MapLink        `json:"links"`
	Now          string           `json:"now"`
	Period       MapPeriod        `json:"period"`
	Perspectives []MapPerspective `json:"perspectives"`
	Scheme       Scheme           `json:"scheme"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Scorecard string `json:"scorecard"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Strategy string     `json:"strategy"`
	Themes   []MapTheme `json:"themes"`
	Title    string     `json:"title"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit string `json:"unit"`
}

type StrategySpec struct {
	Description *string     `json:"description,omitempty"`
	From        *PeriodText `json:"from,omitempty"`
	Mission     *string     `json:"mission,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner  *string `json:"owner,omitempty"`
	Status *string `json:"status,omitempty"`
	// What people call it.
	Title  string      `json:"title"`
	To     *PeriodText `json:"to,omitempty"`
	Vision *string     `json:"vision,omitempty"`
}

type Submission struct {
	Draft *bool           `json:"draft,omitempty"`
	Rows  []SubmissionRow `json:"rows"`
}

type SubmissionOutcome struct {
	Message *string `json:"message,omitempty"`
	Outcome string  `json:"outcome"`
}

type SubmissionResult struct {
	Rows []SubmissionOutcome `json:"rows"`
}

// Period id: 2026-03-14, 2026-W11, 2026-03, 2026-Q1, 2026-H1, 2026, or FY… in fiscal
// calendars.
type PeriodText struct {
	Integer *int64
	String  *string
}

func (x *PeriodText) UnmarshalJSON(data []byte) error {
	object, err := unmarshalUnion(data, &x.Integer, nil, nil, &x.String, false, nil, false, nil, false, nil, false, nil, false)
	if err != nil {
		return err
	}
	if object {
	}
	return nil
}

func (x *PeriodText) MarshalJSON() ([]byte, error) {
	return marshalUnion(x.Integer, nil, nil, x.String, false, nil, false, nil, false, nil, false, nil, false)
}

// An amount, or percent of the target such as "80%".
type Threshold struct {
	Double *float64
	String *string
}

func (x *Threshold) UnmarshalJSON(data []byte) error {
	object, err := unmarshalUnion(data, nil, &x.Double, nil, &x.String, false, nil, false, nil, false, nil, false, nil, false)
	if err != nil {
		return err
	}
	if object {
	}
	return nil
}

func (x *Threshold) MarshalJSON() ([]byte, error) {
	return marshalUnion(nil, x.Double, nil, x.String, false, nil, false, nil, false, nil, false, nil, false)
}

type ThemeMembership struct {
	String      *string
	ThemeWeight *ThemeWeight
}

func (x *ThemeMembership) UnmarshalJSON(data []byte) error {
	x.ThemeWeight = nil
	var c ThemeWeight
	object, err := unmarshalUnion(data, nil, nil, nil, &x.String, false, nil, true, &c, false, nil, false, nil, false)
	if err != nil {
		return err
	}
	if object {
		x.ThemeWeight = &c
	}
	return nil
}

func (x *ThemeMembership) MarshalJSON() ([]byte, error) {
	return marshalUnion(nil, nil, nil, x.String, false, nil, x.ThemeWeight != nil, x.ThemeWeight, false, nil, false, nil, false)
}

func unmarshalUnion(data []byte, pi **int64, pf **float64, pb **bool, ps **string, haveArray bool, pa interface{}, haveObject bool, pc interface{}, haveMap bool, pm interface{}, haveEnum bool, pe interface{}, nullable bool) (bool, error) {
	if pi != nil {
		*pi = nil
	}
	if pf != nil {
		*pf = nil
	}
	if pb != nil {
		*pb = nil
	}
	if ps != nil {
		*ps = nil
	}

	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	tok, err := dec.Token()
	if err != nil {
		return false, err
	}

	switch v := tok.(type) {
	case json.Number:
		if pi != nil {
			i, err := v.Int64()
			if err == nil {
				*pi = &i
				return false, nil
			}
		}
		if pf != nil {
			f, err := v.Float64()
			if err == nil {
				*pf = &f
				return false, nil
			}
			return false, errors.New("Unparsable number")
		}
		return false, errors.New("Union does not contain number")
	case float64:
		return false, errors.New("Decoder should not return float64")
	case bool:
		if pb != nil {
			*pb = &v
			return false, nil
		}
		return false, errors.New("Union does not contain bool")
	case string:
		if haveEnum {
			return false, json.Unmarshal(data, pe)
		}
		if ps != nil {
			*ps = &v
			return false, nil
		}
		return false, errors.New("Union does not contain string")
	case nil:
		if nullable {
			return false, nil
		}
		return false, errors.New("Union does not contain null")
	case json.Delim:
		if v == '{' {
			if haveObject {
				return true, json.Unmarshal(data, pc)
			}
			if haveMap {
				return false, json.Unmarshal(data, pm)
			}
			return false, errors.New("Union does not contain object")
		}
		if v == '[' {
			if haveArray {
				return false, json.Unmarshal(data, pa)
			}
			return false, errors.New("Union does not contain array")
		}
		return false, errors.New("Cannot handle delimiter")
	}
	return false, errors.New("Cannot unmarshal union")
}

func marshalUnion(pi *int64, pf *float64, pb *bool, ps *string, haveArray bool, pa interface{}, haveObject bool, pc interface{}, haveMap bool, pm interface{}, haveEnum bool, pe interface{}, nullable bool) ([]byte, error) {
	if pi != nil {
		return json.Marshal(*pi)
	}
	if pf != nil {
		return json.Marshal(*pf)
	}
	if pb != nil {
		return json.Marshal(*pb)
	}
	if ps != nil {
		return json.Marshal(*ps)
	}
	if haveArray {
		return json.Marshal(pa)
	}
	if haveObject {
		return json.Marshal(pc)
	}
	if haveMap {
		return json.Marshal(pm)
	}
	if haveEnum {
		return json.Marshal(pe)
	}
	if nullable {
		return json.Marshal(nil)
	}
	return nil, errors.New("Union must not be null")
}
