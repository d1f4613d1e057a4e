// Code generated from src/contract by npm run contract. DO NOT EDIT.

package contract

import "bytes"
import "errors"

import "encoding/json"

type ActionSpec struct {
	About       []Ref   `json:"about,omitempty"`
	ClosedOn    *string `json:"closedOn,omitempty"`
	Description *string `json:"description,omitempty"`
	Due         *string `json:"due,omitempty"`
	// Earlier due dates; kept by the server when `due` changes.
	DueHistory []DueChange `json:"dueHistory,omitempty"`
	// What the action is expected to do.
	Effect        *ExpectedEffect `json:"effect,omitempty"`
	EffectCheckOn *string         `json:"effectCheckOn,omitempty"`
	Evidence      *string         `json:"evidence,omitempty"`
	// The first due date; it never changes.
	FirstDue *string `json:"firstDue,omitempty"`
	// Name of a resource of kind Kpi.
	Kpi *string `json:"kpi,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner *string `json:"owner,omitempty"`
	// Where it comes from: a review, a decision, a KPI …
	Source *Ref `json:"source,omitempty"`
	// open when left out.
	State *string `json:"state,omitempty"`
	// What people call it.
	Title string `json:"title"`
	// Name of a resource of kind OrgUnit.
	Unit *string `json:"unit,omitempty"`
}

// Kind and name of a resource.
//
// Where it comes from: a review, a decision, a KPI …
//
// The node; a perspective is {kind: Perspective, name} of the scorecard.
type Ref struct {
	Kind string `json:"kind"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name string `json:"name"`
}

// A due date that held until it was moved.
type DueChange struct {
	ChangedAt string  `json:"changedAt"`
	ChangedBy *string `json:"changedBy,omitempty"`
	Due       string  `json:"due"`
	Reason    *string `json:"reason,omitempty"`
}

// What the action is expected to do.
type ExpectedEffect struct {
	// Day or period at whose end the effect is checked.
	By *PeriodText `json:"by"`
	// Name of a resource of kind Kpi.
	Kpi string `json:"kpi"`
	// How likely the deciders hold the effect, 0…1.
	Probability float64 `json:"probability"`
	// Which way the KPI’s value is expected to move.
	Sign string `json:"sign"`
	// By at least how much, in the KPI’s unit of measure, without sign.
	Size *float64 `json:"size,omitempty"`
	// Name of a resource of kind OrgUnit.
	Unit *string `json:"unit,omitempty"`
}

type AgendaEntry struct {
	Class string `json:"class"`
	// Time box in minutes.
	Minutes float64 `json:"minutes"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name string `json:"name"`
	// What the item is discussed from.
	Source *string `json:"source,omitempty"`
	Title  string  `json:"title"`
}

// How seldom and how often the cadence may be set.
type CadenceBounds struct {
	Often  *string `json:"often,omitempty"`
	Seldom *string `json:"seldom,omitempty"`
}

type MapPerspective struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name       string         `json:"name"`
	Objectives []MapObjective `json:"objectives"`
	Score      *float64       `json:"score"`
	Status     *string        `json:"status"`
	Title      string         `json:"title"`
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

type Node struct {
	// Bands of values per level, for bullet graphs; open ends are null.
	Bands    []ScaleBand `json:"bands"`
	Baseline *float64    `json:"baseline"`
	// Id of the KPI’s own period whose value is shown.
	Carried  *string `json:"carried"`
	Children []Node  `json:"children"`
	// When the cell closes; a calculated one closes with its inputs.
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
	Cause *Reason `json:"cause,omitempty"`
	Code  string  `json:"code"`
	// The sentence in English.
	Message string `json:"message"`
	// What stands in its places, by name: numbers, shares 0…1, days and instants as ISO 8601,
	// names.
	Params map[string]interface{} `json:"params,omitempty"`
	// Which of its code’s sentences it is, where it has several.
	Sentence *string `json:"sentence,omitempty"`
}

type SparkPoint struct {
	Period string   `json:"period"`
	Score  *float64 `json:"score"`
	Value  *float64 `json:"value"`
}

type Trend struct {
	Delta     *float64 `json:"delta"`
	Direction string   `json:"direction"`
	// Score of the previous period.
	Score *float64 `json:"score"`
}

type MapTheme struct {
	Color *string `json:"color"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name  string `json:"name"`
	Title string `json:"title"`
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

type MissedReview struct {
	EscalatedAt *string `json:"escalatedAt"`
	EscalatedTo *string `json:"escalatedTo"`
	Review      *string `json:"review"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series string `json:"series"`
	Start  string `json:"start"`
}

type MyWork struct {
	Changes     []WorkChange `json:"changes"`
	Items       []WorkItem   `json:"items"`
	MoreChanges int64        `json:"moreChanges"`
	Now         string       `json:"now"`
	Person      string       `json:"person"`
	// When the caller last said that they had seen this.
	SeenAt *string `json:"seenAt"`
	// Whether Grafana said who is in which team; what waits for teams is missing where it
	// didn’t.
	TeamsKnown bool `json:"teamsKnown"`
}

type WorkChange struct {
	Action string `json:"action"`
	At     string `json:"at"`
	By     string `json:"by"`
	Ref    Ref    `json:"ref"`
	Title  string `json:"title"`
}

type WorkItem struct {
	Due *string `json:"due"`
	// Id of a run.
	ID      *string `json:"id"`
	Overdue bool    `json:"overdue"`
	// Period of the value that lacks an explanation.
	Period *string  `json:"period"`
	Ref    *Ref     `json:"ref"`
	Said   []Reason `json:"said"`
	Since  *string  `json:"since"`
	// Name of the Grafana team through which it waits for the caller; null when it does so by
	// name.
	Team  *string `json:"team"`
	Title string  `json:"title"`
	Type  string  `json:"type"`
	// Unit of the value that lacks an explanation.
	Unit *string `json:"unit"`
	// Lower comes first.
	Urgency int64  `json:"urgency"`
	Why     string `json:"why"`
}

type NextOccurrence struct {
	Period *string `json:"period"`
	Review *string `json:"review"`
	Start  string  `json:"start"`
}

type ObjectivePlacement struct {
	// Name of a resource of kind Objective.
	Objective string `json:"objective"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight  *float64     `json:"weight,omitempty"`
	Weights []WeightStep `json:"weights,omitempty"`
}

type WeightStep struct {
	From *PeriodText `json:"from"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight float64 `json:"weight"`
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

type KpiPlacement struct {
	// Name of a resource of kind Kpi.
	Kpi string `json:"kpi"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight  *float64     `json:"weight,omitempty"`
	Weights []WeightStep `json:"weights,omitempty"`
}

// How children become a score; what is absent is inherited (weightedMean, exclude, 0.5).
type Rollup struct {
	Method      *string  `json:"method,omitempty"`
	MinCoverage *float64 `json:"minCoverage,omitempty"`
	Missing     *string  `json:"missing,omitempty"`
}

type ThemeWeight struct {
	// Name of a resource of kind Theme.
	Theme string `json:"theme"`
	// Relative to its siblings; 0 is shown but never counted.
	Weight *float64 `json:"weight,omitempty"`
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

type CadenceChange struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Charter   string  `json:"charter"`
	Committee *string `json:"committee"`
	From      string  `json:"from"`
	Now       string  `json:"now"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Proposal string `json:"proposal"`
	Rule     string `json:"rule"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Scorecard string         `json:"scorecard"`
	Series    []SeriesChange `json:"series"`
	State     string         `json:"state"`
	Tier      string         `json:"tier"`
	To        string         `json:"to"`
	Until     string         `json:"until"`
}

type SeriesChange struct {
	Added      []ChangedDate `json:"added"`
	Cadence    *string       `json:"cadence"`
	CarriedOut *CarriedOut   `json:"carriedOut"`
	File       *string       `json:"file"`
	// Reviews to come that stay although the rule no longer has them.
	Kept      []KeptReview `json:"kept"`
	ManagedBy string       `json:"managedBy"`
	// Null where there is nothing to change, or no date to change.
	Proposed   *Recurrence   `json:"proposed"`
	Reason     *Reason       `json:"reason"`
	Recurrence Recurrence    `json:"recurrence"`
	Removed    []ChangedDate `json:"removed"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series string `json:"series"`
	Title  string `json:"title"`
	// Dates that both rules have.
	Unchanged int64 `json:"unchanged"`
	// The version that the change is based on: its If-Match.
	Version int64 `json:"version"`
}

type ChangedDate struct {
	// The review made for it.
	Review *string `json:"review"`
	Start  string  `json:"start"`
}

type CarriedOut struct {
	At      string `json:"at"`
	By      string `json:"by"`
	Version int64  `json:"version"`
}

type KeptReview struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	Start  string `json:"start"`
	// prepared: somebody made or changed it, or something was written down about it.
	Why string `json:"why"`
}

type Recurrence struct {
	// Whose holidays count; the scorecard’s when left out.
	Calendar *string `json:"calendar,omitempty"`
	// Rules that applied before, oldest first, each from the day after the one before it: what
	// they planned stays planned.
	Earlier []EarlierRule `json:"earlier,omitempty"`
	// Days on which there is no meeting.
	Except []string `json:"except,omitempty"`
	// Length; the sum of the agenda when left out.
	Minutes *int64 `json:"minutes,omitempty"`
	// Where a meeting on a holiday goes: the next working day when left out.
	OnHoliday *string `json:"onHoliday,omitempty"`
	// RFC 5545 recurrence rule, such as FREQ=MONTHLY;BYDAY=2WE.
	Rrule string `json:"rrule"`
	// Local date and time of the first occurrence: 1997-01-21T09:00.
	Start string `json:"start"`
	// IANA name; meetings keep their local time over the year.
	TimeZone string `json:"timeZone"`
}

type EarlierRule struct {
	// Days on which it had no meeting; needs timeZone.
	Except []string `json:"except,omitempty"`
	// Where its meetings on a holiday went: the next working day when left out; needs timeZone.
	OnHoliday *string `json:"onHoliday,omitempty"`
	// RFC 5545 recurrence rule, such as FREQ=MONTHLY;BYDAY=2WE.
	Rrule string `json:"rrule"`
	// Local date and time of its first occurrence.
	Start string `json:"start"`
	// The zone in which it applied. With it, except and onHoliday are its own as well; without
	// it all three are the present ones.
	TimeZone *string `json:"timeZone,omitempty"`
	// The last day on which it applied.
	Until string `json:"until"`
}

type ObservationList struct {
	Items []Observation `json:"items"`
	Next  *string       `json:"next"`
}

type Occurrence struct {
	Charter        *string    `json:"charter"`
	Committee      *string    `json:"committee"`
	CommitteeTitle *string    `json:"committeeTitle"`
	Conflicts      []Conflict `json:"conflicts"`
	// When the last value of that period closes.
	DataClose *string `json:"dataClose"`
	End       string  `json:"end"`
	// Id of the period that is reviewed.
	Period *string `json:"period"`
	// Start by the rule, before holidays moved it.
	Planned string `json:"planned"`
	// The review made for it; null while there is none.
	Review     *string  `json:"review"`
	Scorecards []string `json:"scorecards"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series      string `json:"series"`
	SeriesTitle string `json:"seriesTitle"`
	Start       string `json:"start"`
	State       string `json:"state"`
	Tier        string `json:"tier"`
	Title       string `json:"title"`
}

type Conflict struct {
	Cause *Reason `json:"cause,omitempty"`
	Code  string  `json:"code"`
	// The sentence in English.
	Message string `json:"message"`
	// What stands in its places, by name: numbers, shares 0…1, days and instants as ISO 8601,
	// names.
	Params map[string]interface{} `json:"params,omitempty"`
	// Which of its code’s sentences it is, where it has several.
	Sentence *string `json:"sentence,omitempty"`
	With     []Ref   `json:"with"`
}

type OffAgendaBlock struct {
	Class   string  `json:"class"`
	Minutes float64 `json:"minutes"`
	Title   string  `json:"title"`
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

type PivotCompliance struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Committee string `json:"committee"`
	// held / promised, 0…1.
	Compliance *float64 `json:"compliance"`
	Every      string   `json:"every"`
	// Those in which such a review was held.
	Held int64 `json:"held"`
	// When the next such review is planned.
	Next    *string         `json:"next"`
	Periods []PromisePeriod `json:"periods"`
	// Periods of the promised length that ended after `from` and not after `to`, while the
	// committee existed.
	Promised int64 `json:"promised"`
	// Those in which one was held with its quorum.
	Quorate int64   `json:"quorate"`
	Reason  *Reason `json:"reason,omitempty"`
}

type PromisePeriod struct {
	End    string `json:"end"`
	Held   bool   `json:"held"`
	Period string `json:"period"`
	// Held with its quorum, as far as attendance was noted.
	Quorate bool     `json:"quorate"`
	Reason  *Reason  `json:"reason,omitempty"`
	Reviews []string `json:"reviews"`
	Start   string   `json:"start"`
}

type CadenceDecision struct {
	// A Grafana login or e-mail, team:<name>, or a role in words.
	By      *string `json:"by,omitempty"`
	On      string  `json:"on"`
	Outcome string  `json:"outcome"`
	Reason  *string `json:"reason,omitempty"`
}

// Who questions the strategy itself, and how often.
type PivotRule struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Committee string `json:"committee"`
	Every     string `json:"every"`
}

type PointsScale struct {
	// [value, score] pairs; scores 0…100.
	Points [][]Threshold `json:"points"`
	Type   string        `json:"type"`
}

type PrematureValue struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi    string `json:"kpi"`
	Period string `json:"period"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Scorecard string `json:"scorecard"`
	State     string `json:"state"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit string `json:"unit"`
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

type ProblemItem struct {
	Column   *int64  `json:"column,omitempty"`
	File     *string `json:"file,omitempty"`
	Line     *int64  `json:"line,omitempty"`
	Message  string  `json:"message"`
	Path     string  `json:"path"`
	Resource *Ref    `json:"resource,omitempty"`
	Said     *Reason `json:"said,omitempty"`
}

type CadenceProposalSpec struct {
	// Name of a resource of kind GovernanceCharter.
	Charter  string             `json:"charter"`
	Decision *CadenceDecision   `json:"decision,omitempty"`
	From     string             `json:"from"`
	Reading  *VolatilityReading `json:"reading,omitempty"`
	// Name of a resource of kind Scorecard.
	Scorecard string `json:"scorecard"`
	// Name of a resource of kind ReviewSeries.
	Series *string `json:"series,omitempty"`
	Tier   string  `json:"tier"`
	// What people call it.
	Title *string `json:"title,omitempty"`
	To    string  `json:"to"`
	Why   string  `json:"why"`
}

// What was measured when it was proposed, and by which rule.
type VolatilityReading struct {
	At         string   `json:"at"`
	Rule       *string  `json:"rule,omitempty"`
	ShiftShare *float64 `json:"shiftShare,omitempty"`
	Volatility *float64 `json:"volatility,omitempty"`
}

type Progress struct {
	Done  int64 `json:"done"`
	Total int64 `json:"total"`
}

type PromiseCompliance struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Committee string `json:"committee"`
	// held / promised, 0…1.
	Compliance *float64 `json:"compliance"`
	Every      string   `json:"every"`
	// Those in which such a review was held.
	Held int64 `json:"held"`
	// When the next such review is planned.
	Next    *string         `json:"next"`
	Periods []PromisePeriod `json:"periods"`
	// Periods of the promised length that ended after `from` and not after `to`, while the
	// committee existed.
	Promised int64 `json:"promised"`
	// Those in which one was held with its quorum.
	Quorate int64   `json:"quorate"`
	Reason  *Reason `json:"reason,omitempty"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Scorecard string `json:"scorecard"`
	Tier      string `json:"tier"`
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

// Means of 1…5, shown from four answers on.
type Pulse struct {
	Clear    *float64 `json:"clear"`
	Evidence *float64 `json:"evidence"`
	Heard    *float64 `json:"heard"`
	N        int64    `json:"n"`
	Reason   *Reason  `json:"reason,omitempty"`
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

type CadenceProposalStatus struct {
	Committee *string `json:"committee"`
	Rule      string  `json:"rule"`
	// The series of that committee, tier and scorecard.
	Series []SeriesCadence `json:"series"`
	State  string          `json:"state"`
}

type SeriesCadence struct {
	// How often it meets by its rule; null for none of these.
	Cadence    *string `json:"cadence"`
	CarriedOut bool    `json:"carriedOut"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series string `json:"series"`
}

type QuorumState struct {
	Met      *bool  `json:"met"`
	Present  int64  `json:"present"`
	Required *int64 `json:"required"`
}

type RangesScale struct {
	Ranges []ScaleRange `json:"ranges"`
	Type   string       `json:"type"`
}

type ScaleRange struct {
	From  *Threshold `json:"from,omitempty"`
	Level string     `json:"level"`
	To    *Threshold `json:"to,omitempty"`
}

type Register struct {
	Items   []RegisterRow   `json:"items"`
	Next    *string         `json:"next"`
	Now     string          `json:"now"`
	Rule    string          `json:"rule"`
	Summary RegisterSummary `json:"summary"`
	// Names of the Grafana teams that own an entry, whatever the filters leave.
	Teams []string `json:"teams"`
}

type RegisterRow struct {
	About          []Ref   `json:"about"`
	AgeDays        int64   `json:"ageDays"`
	ClosedOn       *string `json:"closedOn"`
	Committee      *string `json:"committee"`
	CommitteeTitle *string `json:"committeeTitle"`
	Due            *string `json:"due"`
	// The end of the due day.
	DueAt        *string `json:"dueAt"`
	DueOnHoliday bool    `json:"dueOnHoliday"`
	// Open entries that say the same.
	Duplicates []Ref        `json:"duplicates"`
	Effect     *EffectCheck `json:"effect"`
	Escalation *Escalation  `json:"escalation"`
	Evidence   *string      `json:"evidence"`
	FirstDue   *string      `json:"firstDue"`
	Gaps       []string     `json:"gaps"`
	// The KPI that it is to move; of an action without an expected effect the one that it names.
	Kpi      *string `json:"kpi"`
	KpiTitle *string `json:"kpiTitle"`
	// Closed by firstDue; null while it waits and isn’t overdue, and of what was cancelled or
	// never had a due date.
	OnTime  *bool   `json:"onTime"`
	Overdue bool    `json:"overdue"`
	Owner   *string `json:"owner"`
	// Whether Grafana knows the owner; null without one, or where nobody can be asked.
	OwnerKnown *bool `json:"ownerKnown"`
	Ref        Ref   `json:"ref"`
	// The owner is being reminded.
	Reminder bool `json:"reminder"`
	// The review that it comes from, be it through a decision or an item.
	Review      *string `json:"review"`
	ReviewTitle *string `json:"reviewTitle"`
	Series      *string `json:"series"`
	SeriesTitle *string `json:"seriesTitle"`
	// due − firstDue in days.
	SlipDays int64 `json:"slipDays"`
	// How often the due date was put off.
	Slips   int64  `json:"slips"`
	Source  *Ref   `json:"source"`
	State   string `json:"state"`
	Title   string `json:"title"`
	Version int64  `json:"version"`
	// Still to be done, to be decided, or to be revisited.
	Waiting bool `json:"waiting"`
	// Who is to act: the owner, or the owner’s line where Grafana doesn’t know the owner; of
	// what nobody owns the line, else the chair.
	WaitsFor *string `json:"waitsFor"`
}

type EffectCheck struct {
	// Value of the period that `by` names or lies in.
	After *float64 `json:"after"`
	// Value of the last period before the decision.
	Before *float64 `json:"before"`
	// (probability − outcome)², of a check that came out.
	Brier  *float64 `json:"brier"`
	Change *float64 `json:"change"`
	// From when on it is checked.
	DueAt *string `json:"dueAt"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi         string   `json:"kpi"`
	KpiTitle    string   `json:"kpiTitle"`
	Probability *float64 `json:"probability"`
	Reason      *Reason  `json:"reason,omitempty"`
	Rule        string   `json:"rule"`
	State       string   `json:"state"`
	Unit        *string  `json:"unit"`
}

// Who should know, since when, and why.
type Escalation struct {
	At     string  `json:"at"`
	Reason Reason  `json:"reason"`
	To     *string `json:"to"`
}

type RegisterSummary struct {
	// Done or decided; what was cancelled or withdrawn is neither open nor closed.
	Closed       int64    `json:"closed"`
	Escalated    int64    `json:"escalated"`
	MeanSlipDays *float64 `json:"meanSlipDays"`
	// Closed by firstDue / (closed + overdue), 0…1, among what ever had a due date.
	OnTime *float64 `json:"onTime"`
	// What waits.
	Open    int64   `json:"open"`
	Overdue int64   `json:"overdue"`
	Reason  *Reason `json:"reason,omitempty"`
	Total   int64   `json:"total"`
}

type Report struct {
	AsOf            string           `json:"asOf"`
	DataVersion     int64            `json:"dataVersion"`
	FrozenAt        string           `json:"frozenAt"`
	FrozenBy        string           `json:"frozenBy"`
	Period          string           `json:"period"`
	Premature       []PrematureValue `json:"premature"`
	PrematureReason *string          `json:"prematureReason"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	// Levels of the first scorecard, from the lowest.
	Scheme     Scheme                 `json:"scheme"`
	Scorecards []string               `json:"scorecards"`
	Sections   []ReportSectionContent `json:"sections"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series          string  `json:"series"`
	Start           string  `json:"start"`
	Template        *string `json:"template"`
	TemplateVersion int64   `json:"templateVersion"`
	Tier            string  `json:"tier"`
	Title           string  `json:"title"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit      string `json:"unit"`
	UnitTitle string `json:"unitTitle"`
}

// Levels of the first scorecard, from the lowest.
//
// Named levels from the lowest (from 0) to the best; red, amber, green at thirds by default.
type Scheme struct {
	Levels []Level `json:"levels"`
}

type Level struct {
	From float64 `json:"from"`
	Name string  `json:"name"`
}

type ReportSectionContent struct {
	Commentary []CommentaryEntry `json:"commentary"`
	Filled     bool              `json:"filled"`
	// What is missing, where the section is empty or incomplete.
	Gap *Reason `json:"gap"`
	// The strategy maps that the section shows.
	Maps []StrategyMap `json:"maps"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name     string        `json:"name"`
	Required bool          `json:"required"`
	Said     *Reason       `json:"said,omitempty"`
	Tables   []ReportTable `json:"tables"`
	Text     *string       `json:"text"`
	Title    string        `json:"title"`
	Type     string        `json:"type"`
	// The scored trees that the section shows.
	Views []View `json:"views"`
}

type CommentaryEntry struct {
	Cause          *string `json:"cause"`
	Countermeasure *string `json:"countermeasure"`
	Explanation    *string `json:"explanation"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi          string  `json:"kpi"`
	Owner        *string `json:"owner"`
	RecoveryDate *string `json:"recoveryDate"`
	Status       *string `json:"status"`
	Title        string  `json:"title"`
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

// How long the effect takes.
type Lag struct {
	Frequency string `json:"frequency"`
	Periods   int64  `json:"periods"`
}

type MapPeriod struct {
	End   string `json:"end"`
	ID    string `json:"id"`
	Start string `json:"start"`
	State string `json:"state"`
}

type ReportTable struct {
	Columns []ReportColumn `json:"columns"`
	// Decimals of a row, for number columns that have none of their own; null when no row has
	// any.
	RowDecimals []*int64 `json:"rowDecimals"`
	// A text, a number or null for every column.
	Rows [][]interface{} `json:"rows"`
	// Grafana unit of a row’s numbers in the same columns; null when no row has any.
	RowUnits []*string `json:"rowUnits"`
	Title    *string   `json:"title"`
}

type ReportColumn struct {
	Decimals *int64 `json:"decimals"`
	Name     string `json:"name"`
	Title    string `json:"title"`
	Type     string `json:"type"`
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

type ViewPeriod struct {
	End   string `json:"end"`
	ID    string `json:"id"`
	Start string `json:"start"`
	State string `json:"state"`
}

type ReportBatch struct {
	CreatedAt  string        `json:"createdAt"`
	CreatedBy  string        `json:"createdBy"`
	FinishedAt *string       `json:"finishedAt"`
	Formats    []string      `json:"formats"`
	ID         string        `json:"id"`
	Message    *string       `json:"message"`
	Progress   BatchProgress `json:"progress"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string   `json:"review"`
	State  string   `json:"state"`
	Units  []string `json:"units"`
}

type BatchProgress struct {
	Done  int64 `json:"done"`
	Total int64 `json:"total"`
}

type CadenceStep struct {
	// Why the step may not be taken: bounds, or a step too recent.
	Blocked *Reason `json:"blocked"`
	// The reviews of the next year if it is accepted.
	Calendar []string `json:"calendar"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Charter string `json:"charter"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Committee      string `json:"committee"`
	CommitteeTitle string `json:"committeeTitle"`
	// The CadenceProposal that already records it.
	Decided *string `json:"decided"`
	// up: more often.
	Direction string   `json:"direction"`
	Drivers   []string `json:"drivers"`
	From      string   `json:"from"`
	Said      []Reason `json:"said"`
	Series    *string  `json:"series"`
	Tier      string   `json:"tier"`
	To        string   `json:"to"`
	Why       string   `json:"why"`
}

type ReportBatchRequest struct {
	Formats []string `json:"formats"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string   `json:"review"`
	Units  []string `json:"units,omitempty"`
}

type ReportSection struct {
	// Which KPIs a kpiDetail shows.
	Kpis []string `json:"kpis,omitempty"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name string `json:"name"`
	// Counts as a gap while it is empty.
	Required *bool `json:"required,omitempty"`
	// Levels that make an exception; the lowest when left out.
	Statuses []string `json:"statuses,omitempty"`
	Text     *string  `json:"text,omitempty"`
	// What people call it.
	Title *string `json:"title,omitempty"`
	Type  string  `json:"type"`
}

type ReportTemplateSpec struct {
	Description *string `json:"description,omitempty"`
	// The schedule freezes and sends the report so many hours before each review.
	FreezeHoursBefore *int64          `json:"freezeHoursBefore,omitempty"`
	Sections          []ReportSection `json:"sections"`
	Subscribers       []Subscriber    `json:"subscribers,omitempty"`
	// What people call it.
	Title string `json:"title"`
}

// A person (in the app, by e-mail), or the webhook of the settings.
type Subscriber struct {
	Channel *string `json:"channel,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Person *string `json:"person,omitempty"`
}

type Resource struct {
	APIVersion string                 `json:"apiVersion"`
	Kind       string                 `json:"kind"`
	Metadata   Metadata               `json:"metadata"`
	Spec       map[string]interface{} `json:"spec"`
	Status     map[string]interface{} `json:"status,omitempty"`
}

type ResourceList struct {
	Items []Resource `json:"items"`
	Next  *string    `json:"next"`
}

type ReviewAgenda struct {
	Items []CarriedItem `json:"items"`
	Now   string        `json:"now"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	Rule   string `json:"rule"`
	// Items that went on to another tier after this review.
	Sent []CarriedItem `json:"sent"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series   string        `json:"series"`
	Template []AgendaEntry `json:"template"`
	Tier     string        `json:"tier"`
}

type CarriedItem struct {
	// The series whose agenda it is on; null once it is settled.
	AgendaOf    *string          `json:"agendaOf"`
	Class       string           `json:"class"`
	Escalations []ItemEscalation `json:"escalations"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Item string `json:"item"`
	// Held reviews that had it on their agenda, oldest first.
	Meetings []string `json:"meetings"`
	Minutes  *float64 `json:"minutes"`
	Raised   string   `json:"raised"`
	RaisedBy *string  `json:"raisedBy"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	RaisedIn string `json:"raisedIn"`
	Reason   string `json:"reason"`
	Since    string `json:"since"`
	Title    string `json:"title"`
	Why      string `json:"why"`
}

type ItemEscalation struct {
	At string `json:"at"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	From   string `json:"from"`
	Reason string `json:"reason"`
	// The meeting after which it went; null when it went at once.
	Review *string `json:"review"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	To  string `json:"to"`
	Why string `json:"why"`
}

type ReviewCalendar struct {
	DataCloses []DataClose       `json:"dataCloses"`
	From       string            `json:"from"`
	Holidays   []CalendarHoliday `json:"holidays"`
	Items      []Occurrence      `json:"items"`
	Now        string            `json:"now"`
	To         string            `json:"to"`
}

type DataClose struct {
	At        string `json:"at"`
	Frequency string `json:"frequency"`
	Period    string `json:"period"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Scorecard string `json:"scorecard"`
}

type CalendarHoliday struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Calendar string  `json:"calendar"`
	Date     string  `json:"date"`
	Title    *string `json:"title"`
}

type CalculatedSource struct {
	Evaluate *string `json:"evaluate,omitempty"`
	Formula  string  `json:"formula"`
	Type     string  `json:"type"`
}

type ReviewEvent struct {
	About  []Ref   `json:"about,omitempty"`
	At     string  `json:"at"`
	Chosen *string `json:"chosen,omitempty"`
	// item, park: another class than the agenda or the links say.
	Class *string `json:"class,omitempty"`
	// pulse: are the decisions clear, 1…5.
	Clear   *int64  `json:"clear,omitempty"`
	Dissent *string `json:"dissent,omitempty"`
	Due     *string `json:"due,omitempty"`
	// pulse: was evidence used, 1…5.
	Evidence       *int64          `json:"evidence,omitempty"`
	ExpectedEffect *ExpectedEffect `json:"expectedEffect,omitempty"`
	// pulse: was everybody heard, 1…5.
	Heard *int64 `json:"heard,omitempty"`
	ID    string `json:"id"`
	// item: which item of the agenda begins.
	Item *string `json:"item,omitempty"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi *string `json:"kpi,omitempty"`
	// item: a block outside the agenda begins.
	OffAgenda *string  `json:"offAgenda,omitempty"`
	Options   []string `json:"options,omitempty"`
	Owner     *string  `json:"owner,omitempty"`
	Person    *string  `json:"person,omitempty"`
	// prompt: id of the prompt that was shown or answered.
	Prompt    *string `json:"prompt,omitempty"`
	Question  *string `json:"question,omitempty"`
	Rationale *string `json:"rationale,omitempty"`
	Reason    *string `json:"reason,omitempty"`
	RevisitOn *string `json:"revisitOn,omitempty"`
	// attendance: present, delegate or absent.
	State *string `json:"state,omitempty"`
	// What was noted, decided, agreed or parked.
	Text  *string `json:"text,omitempty"`
	Title *string `json:"title,omitempty"`
	Type  string  `json:"type"`
}

type ReviewEvents struct {
	Events []ReviewEvent `json:"events"`
}

type ReviewLog struct {
	Items []LoggedEvent `json:"items"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
}

type LoggedEvent struct {
	Actor      string `json:"actor"`
	At         string `json:"at"`
	ID         string `json:"id"`
	ReceivedAt string `json:"receivedAt"`
	Type       string `json:"type"`
}

type ReviewNote struct {
	Actor string `json:"actor"`
	At    string `json:"at"`
	ID    string `json:"id"`
	Text  string `json:"text"`
}

// People or roles in words; attendance counts the required ones.
type ReviewRoles struct {
	Optional []string `json:"optional,omitempty"`
	Required []string `json:"required,omitempty"`
}

type ReviewSeriesSpec struct {
	Agenda []AgendaEntry `json:"agenda,omitempty"`
	// Name of a resource of kind GovernanceCharter.
	Charter *string `json:"charter,omitempty"`
	// A committee of the charter.
	Committee   *string `json:"committee,omitempty"`
	Description *string `json:"description,omitempty"`
	// Drift above which the chair is told, the second time; 0.25 when left out.
	DriftLimit *float64 `json:"driftLimit,omitempty"`
	// Meetings after which an unresolved item goes to the next tier.
	EscalateAfter *int64 `json:"escalateAfter,omitempty"`
	// The series of the next tier; when left out, one of the same charter or scorecard.
	EscalatesTo *string `json:"escalatesTo,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Facilitator *string `json:"facilitator,omitempty"`
	// Length of the periods that are reviewed.
	Period *string `json:"period,omitempty"`
	// The committee’s when left out.
	Quorum     *int64       `json:"quorum,omitempty"`
	Recurrence Recurrence   `json:"recurrence"`
	Roles      *ReviewRoles `json:"roles,omitempty"`
	Scorecards []string     `json:"scorecards"`
	// Name of a resource of kind ReportTemplate.
	Template *string `json:"template,omitempty"`
	Tier     string  `json:"tier"`
	// What people call it.
	Title string `json:"title"`
	// Units that get a report each; the scorecards’ own when left out.
	Units []string `json:"units,omitempty"`
}

type ReviewSeriesStatus struct {
	// Open items that its next review has to settle.
	AgendaItems []CarriedItem   `json:"agendaItems"`
	Next        *NextOccurrence `json:"next"`
	Rule        string          `json:"rule"`
	// Items that left its agenda for that of another series.
	SentItems []CarriedItem `json:"sentItems"`
}

type ReviewSpec struct {
	Agenda []AgendaEntry `json:"agenda,omitempty"`
	// Why it doesn’t take place.
	Cancelled   *string `json:"cancelled,omitempty"`
	Description *string `json:"description,omitempty"`
	Minutes     *int64  `json:"minutes,omitempty"`
	// The occurrence of the series it stands for, when it was moved.
	Occurrence *string `json:"occurrence,omitempty"`
	// What is reviewed; the last period that ended before it starts.
	Period *PeriodText  `json:"period,omitempty"`
	Quorum *int64       `json:"quorum,omitempty"`
	Roles  *ReviewRoles `json:"roles,omitempty"`
	// Name of a resource of kind ReviewSeries.
	Series string `json:"series"`
	// When it is planned to begin.
	Start string `json:"start"`
	// What people call it.
	Title *string `json:"title,omitempty"`
}

type ReviewStatus struct {
	Actions []Ref `json:"actions"`
	// Open items that it had, or has, to settle.
	AgendaItems []CarriedItem     `json:"agendaItems"`
	Attendance  []AttendanceState `json:"attendance"`
	Closed      *string           `json:"closed"`
	Decisions   []Ref             `json:"decisions"`
	Discipline  DisciplineFigures `json:"discipline"`
	// How many events were logged.
	Events    int64            `json:"events"`
	Minutes   []ItemMinutes    `json:"minutes"`
	Notes     []ReviewNote     `json:"notes"`
	OffAgenda []OffAgendaBlock `json:"offAgenda"`
	Opened    *string          `json:"opened"`
	Parked    []Ref            `json:"parked"`
	Pulse     Pulse            `json:"pulse"`
	Running   *RunningItem     `json:"running"`
	// Items that went on to another tier after it.
	SentItems []CarriedItem `json:"sentItems"`
	State     string        `json:"state"`
}

// The last word on a person; null when nothing was noted.
type AttendanceState struct {
	Person   string  `json:"person"`
	Required bool    `json:"required"`
	State    *string `json:"state"`
}

type DisciplineFigures struct {
	// Σ min(planned, actual) / Σ max over items and off-agenda blocks, 0…1.
	Adherence *float64 `json:"adherence"`
	// Required roles present, a delegate counts half, 0…1.
	Attendance *float64 `json:"attendance"`
	// Share of logged minutes spent on operational items and off the agenda, 0…1.
	Drift *float64 `json:"drift"`
	// Minutes from the planned start to the opening; 0 when early.
	LateMinutes *float64    `json:"lateMinutes"`
	Quorum      QuorumState `json:"quorum"`
	// Why a figure is null, by its name.
	Reasons map[string]Reason `json:"reasons"`
	// Version of the rule that computed the figures.
	Rule string `json:"rule"`
}

type ItemMinutes struct {
	Actual float64 `json:"actual"`
	Class  string  `json:"class"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Item    string  `json:"item"`
	Planned float64 `json:"planned"`
}

type RunningItem struct {
	Class     string  `json:"class"`
	Item      *string `json:"item"`
	OffAgenda *string `json:"offAgenda"`
	Since     string  `json:"since"`
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

type ScheduleStatus struct {
	LastRun *string `json:"lastRun"`
	Message string  `json:"message"`
	NextDue *string `json:"nextDue"`
	Ok      bool    `json:"ok"`
}

type CalendarSpec struct {
	Description          *string `json:"description,omitempty"`
	FiscalYearStartMonth *int64  `json:"fiscalYearStartMonth,omitempty"`
	// They move reviews; periods don’t know them.
	Holidays []Holiday `json:"holidays,omitempty"`
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

// A day on which nobody meets.
type Holiday struct {
	Date string `json:"date"`
	// What people call it.
	Title *string `json:"title,omitempty"`
}

// The fiscal year ends on the last such weekday of the month, or on the one nearest to its
// end.
type YearEnd struct {
	Month   int64  `json:"month"`
	Rule    string `json:"rule"`
	Weekday string `json:"weekday"`
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

// Title and address; addresses within Grafana start with a slash.
type Link struct {
	// What people call it.
	Title string `json:"title"`
	URL   string `json:"url"`
}

type SectionComparison struct {
	Comparability *float64      `json:"comparability"`
	Items         []UnitSection `json:"items"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Section string `json:"section"`
}

type UnitSection struct {
	Section ReportSectionContent `json:"section"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit      string `json:"unit"`
	UnitTitle string `json:"unitTitle"`
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
	// When the cell closes, a calculated one with its inputs; absent where the KPI can’t be
	// computed.
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

type SeriesDiscipline struct {
	Adherence  *float64 `json:"adherence"`
	Attendance *float64 `json:"attendance"`
	Cancelled  int64    `json:"cancelled"`
	// Who is told of drift: the chair of the committee.
	Chair   *string        `json:"chair"`
	Classes []ClassMinutes `json:"classes"`
	// Every meeting, oldest first.
	Course []Discipline `json:"course"`
	Drift  *float64     `json:"drift"`
	// Drift above the limit in the last two measured meetings: the chair is to know.
	DriftAlert  bool     `json:"driftAlert"`
	DriftLimit  float64  `json:"driftLimit"`
	From        *string  `json:"from"`
	Held        int64    `json:"held"`
	LateMinutes *float64 `json:"lateMinutes"`
	// Sums over the meetings.
	Minutes []ItemMinutes `json:"minutes"`
	Missed  int64         `json:"missed"`
	// Occurrences until now.
	Planned int64 `json:"planned"`
	// Share of meetings held within 10 % of the planned interval to the meeting before.
	Punctuality *float64          `json:"punctuality"`
	Reasons     map[string]Reason `json:"reasons"`
	Rule        string            `json:"rule"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series string `json:"series"`
	Tier   string `json:"tier"`
	// What people call the items of `minutes`, by their names.
	Titles map[string]string `json:"titles"`
	To     *string           `json:"to"`
}

type ClassMinutes struct {
	Actual  float64 `json:"actual"`
	Class   string  `json:"class"`
	Planned float64 `json:"planned"`
}

type Discipline struct {
	// Σ min(planned, actual) / Σ max over items and off-agenda blocks, 0…1.
	Adherence *float64 `json:"adherence"`
	// Required roles present, a delegate counts half, 0…1.
	Attendance *float64 `json:"attendance"`
	Closed     *string  `json:"closed"`
	// Share of logged minutes spent on operational items and off the agenda, 0…1.
	Drift *float64 `json:"drift"`
	// Minutes from the planned start to the opening; 0 when early.
	LateMinutes *float64         `json:"lateMinutes"`
	Minutes     []ItemMinutes    `json:"minutes"`
	OffAgenda   []OffAgendaBlock `json:"offAgenda"`
	Opened      *string          `json:"opened"`
	Quorum      QuorumState      `json:"quorum"`
	// Why a figure is null, by its name.
	Reasons map[string]Reason `json:"reasons"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	// Version of the rule that computed the figures.
	Rule string `json:"rule"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series string `json:"series"`
	Start  string `json:"start"`
	Tier   string `json:"tier"`
	// What people call the items of `minutes`, by their names.
	Titles map[string]string `json:"titles"`
}

type SeriesPreview struct {
	// Its next occurrences.
	Items []Occurrence `json:"items"`
	Now   string       `json:"now"`
}

type SeriesPreviewRequest struct {
	// How many occurrences; 5 when left out.
	Count *int64 `json:"count,omitempty"`
	// The series that it replaces.
	Name   *string          `json:"name,omitempty"`
	Now    *string          `json:"now,omitempty"`
	Series ReviewSeriesSpec `json:"series"`
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

// What the latest run that asked a data source got of it.
type DataSourceStatus struct {
	At      string `json:"at"`
	Message string `json:"message"`
	Ok      bool   `json:"ok"`
	Uid     string `json:"uid"`
}

type GrafanaStatus struct {
	Credentials string `json:"credentials"`
	Message     string `json:"message"`
	Ok          bool   `json:"ok"`
}

type StoreStatus struct {
	Engine  string `json:"engine"`
	Message string `json:"message"`
	Ok      bool   `json:"ok"`
}

type CalibratedDecision struct {
	Committee      string      `json:"committee"`
	CommitteeTitle string      `json:"committeeTitle"`
	Effect         EffectCheck `json:"effect"`
	Ref            Ref         `json:"ref"`
	Title          string      `json:"title"`
}

type SignatureState struct {
	Committees []string `json:"committees"`
	Current    bool     `json:"current"`
	Person     string   `json:"person"`
	SignedOn   *string  `json:"signedOn"`
	Version    *int64   `json:"version"`
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

type Snapshot struct {
	AsOf string `json:"asOf"`
	// Sections filled alike over all units, 0…1.
	Comparability *float64 `json:"comparability"`
	DataVersion   int64    `json:"dataVersion"`
	FrozenAt      string   `json:"frozenAt"`
	FrozenBy      string   `json:"frozenBy"`
	// SHA-256 of the frozen reports.
	Hash            string           `json:"hash"`
	Period          string           `json:"period"`
	Premature       []PrematureValue `json:"premature"`
	PrematureReason *string          `json:"prematureReason"`
	// Minutes of active editing before; null where nobody edited.
	PreparationMinutes *float64 `json:"preparationMinutes"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	// Version of the rule that computed preparation and comparability.
	Rule string `json:"rule"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Series string `json:"series"`
	// null for the default template.
	Template *string `json:"template"`
	// 0 for the default template.
	TemplateVersion int64    `json:"templateVersion"`
	Units           []string `json:"units"`
}

type SnapshotList struct {
	Items []Snapshot `json:"items"`
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

type AgendaItemSpec struct {
	About []Ref `json:"about,omitempty"`
	// Proposed from what it is about when left out.
	Class *string `json:"class,omitempty"`
	// Why an operational item is put on the agenda of a strategic review all the same.
	ClassReason *string  `json:"classReason,omitempty"`
	Description *string  `json:"description,omitempty"`
	Minutes     *float64 `json:"minutes,omitempty"`
	// Since when it is open; when it was written down when left out.
	Raised *string `json:"raised,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	RaisedBy   *string `json:"raisedBy,omitempty"`
	Resolution *string `json:"resolution,omitempty"`
	Resolved   *string `json:"resolved,omitempty"`
	// The meeting that raised it.
	Review *string `json:"review,omitempty"`
	// The decision right that it needs.
	Right *string `json:"right,omitempty"`
	// Where it was raised.
	Series string  `json:"series"`
	State  *string `json:"state,omitempty"`
	// What people call it.
	Title string `json:"title"`
}

type Calibration struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Charter    string                 `json:"charter"`
	Committees []CommitteeCalibration `json:"committees"`
	Decisions  []CalibratedDecision   `json:"decisions"`
	Now        string                 `json:"now"`
	Rule       string                 `json:"rule"`
}

type CommitteeCalibration struct {
	Bins []CalibrationBin `json:"bins"`
	// Mean (probability − outcome)²; 0 is perfect, 0.25 is a coin.
	Brier           *float64 `json:"brier"`
	Checked         int64    `json:"checked"`
	Committee       string   `json:"committee"`
	Decisions       int64    `json:"decisions"`
	HeldShare       *float64 `json:"heldShare"`
	MeanProbability *float64 `json:"meanProbability"`
	NotEvaluable    int64    `json:"notEvaluable"`
	Pending         int64    `json:"pending"`
	Reason          *Reason  `json:"reason,omitempty"`
	Title           string   `json:"title"`
}

type CalibrationBin struct {
	From            float64  `json:"from"`
	HeldShare       *float64 `json:"heldShare"`
	MeanProbability *float64 `json:"meanProbability"`
	N               int64    `json:"n"`
	To              float64  `json:"to"`
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

type SubmissionRow struct {
	Kpi    string      `json:"kpi"`
	Note   *string     `json:"note,omitempty"`
	Period *PeriodText `json:"period"`
	Unit   string      `json:"unit"`
	Value  float64     `json:"value"`
}

type SubmissionOutcome struct {
	Message *string `json:"message,omitempty"`
	Outcome string  `json:"outcome"`
}

type SubmissionResult struct {
	Rows []SubmissionOutcome `json:"rows"`
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

type VolatilityDriver struct {
	Centre   *float64 `json:"centre"`
	Decimals *int64   `json:"decimals"`
	// How far it goes towards a step up; 1 is at a limit, of variation or of control.
	Effect float64 `json:"effect"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi   string   `json:"kpi"`
	Lower *float64 `json:"lower"`
	// Whether its newest value lies outside its control limits.
	Outside *bool `json:"outside"`
	// Judged periods, this one included; 24 more with a value lie before them.
	Periods int64 `json:"periods"`
	// The judged periods, oldest first, with the control limits of each.
	Points []VolatilityPoint `json:"points"`
	// σ now by σ before: how much livelier the KPI has become.
	Ratio float64 `json:"ratio"`
	// Judged on the residuals of a lag-1 fit, since the KPI is autocorrelated.
	Residuals bool    `json:"residuals"`
	SigmaBase float64 `json:"sigmaBase"`
	SigmaNow  float64 `json:"sigmaNow"`
	Title     string  `json:"title"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit          string   `json:"unit"`
	UnitOfMeasure *string  `json:"unitOfMeasure"`
	Upper         *float64 `json:"upper"`
	Value         *float64 `json:"value"`
}

type VolatilityPoint struct {
	Centre  *float64 `json:"centre"`
	Lower   *float64 `json:"lower"`
	Outside *bool    `json:"outside"`
	Period  string   `json:"period"`
	Upper   *float64 `json:"upper"`
	Value   *float64 `json:"value"`
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

type ChallengePrompt struct {
	About    []Ref  `json:"about"`
	Answered bool   `json:"answered"`
	ID       string `json:"id"`
	Said     Reason `json:"said"`
	Shown    bool   `json:"shown"`
	Source   string `json:"source"`
	Text     string `json:"text"`
}

type Change struct {
	From interface{} `json:"from,omitempty"`
	Path string      `json:"path"`
	To   interface{} `json:"to,omitempty"`
}

type AgendaItemStatus struct {
	// The series whose agenda it is on; null once it is settled.
	AgendaOf    *string          `json:"agendaOf"`
	Escalations []ItemEscalation `json:"escalations"`
	// Held reviews that had it on their agenda, oldest first.
	Meetings []string `json:"meetings"`
	Reason   string   `json:"reason"`
	Rule     string   `json:"rule"`
	Since    string   `json:"since"`
	Why      string   `json:"why"`
}

type ChangedResource struct {
	Diff []Change `json:"diff"`
	Ref  Ref      `json:"ref"`
}

type ChangeEventSpec struct {
	// A Grafana login or e-mail, team:<name>, or a role in words.
	By          *string `json:"by,omitempty"`
	Description *string `json:"description,omitempty"`
	From        string  `json:"from"`
	Kind        string  `json:"kind"`
	// Which scorecards it concerns; all when left out.
	Scorecards []string `json:"scorecards,omitempty"`
	// What people call it.
	Title string `json:"title"`
	// Its last day; open when left out.
	To *string `json:"to,omitempty"`
}

// A promise: this committee reviews this scorecard that often.
type CharterReview struct {
	Bounds *CadenceBounds `json:"bounds,omitempty"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Committee string `json:"committee"`
	Every     string `json:"every"`
	// Name of a resource of kind Scorecard.
	Scorecard string `json:"scorecard"`
	Tier      string `json:"tier"`
}

type CharterSignatureSpec struct {
	// Name of a resource of kind GovernanceCharter.
	Charter string  `json:"charter"`
	Note    *string `json:"note,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Person   string `json:"person"`
	SignedOn string `json:"signedOn"`
	// What people call it.
	Title *string `json:"title,omitempty"`
	// The version of the charter that was signed.
	Version int64 `json:"version"`
}

type CollectionRequest struct {
	From *PeriodText `json:"from,omitempty"`
	Kpis []string    `json:"kpis,omitempty"`
	// Source systems; all of their KPIs.
	Sources []string    `json:"sources,omitempty"`
	To      *PeriodText `json:"to,omitempty"`
	Units   []string    `json:"units,omitempty"`
}

type CommentarySpec struct {
	Actions        []string `json:"actions,omitempty"`
	Cause          *string  `json:"cause,omitempty"`
	Countermeasure *string  `json:"countermeasure,omitempty"`
	Explanation    string   `json:"explanation"`
	// Name of a resource of kind Kpi.
	Kpi string `json:"kpi"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner        *string     `json:"owner,omitempty"`
	Period       *PeriodText `json:"period"`
	RecoveryDate *string     `json:"recoveryDate,omitempty"`
	// What people call it.
	Title *string `json:"title,omitempty"`
	// Name of a resource of kind OrgUnit.
	Unit string `json:"unit"`
}

type Committee struct {
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Chair *string `json:"chair,omitempty"`
	// Its decision rights.
	Decides []string `json:"decides,omitempty"`
	// Who stands in, by the member replaced.
	Delegates map[string]string `json:"delegates,omitempty"`
	// First day on which the committee no longer exists.
	Dissolved *string  `json:"dissolved,omitempty"`
	Members   []string `json:"members,omitempty"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Name string `json:"name"`
	// Members or delegates who must be there.
	Quorum *int64 `json:"quorum,omitempty"`
	// What people call it.
	Title string `json:"title"`
}

type Aggregation struct {
	Time  *string `json:"time,omitempty"`
	Units *string `json:"units,omitempty"`
	// The KPI that weighs a weightedMean.
	Weight *string `json:"weight,omitempty"`
}

type Compliance struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Charter    string              `json:"charter"`
	Compliance *float64            `json:"compliance"`
	From       string              `json:"from"`
	Held       int64               `json:"held"`
	Missed     []MissedReview      `json:"missed"`
	Now        string              `json:"now"`
	Pivots     *PivotCompliance    `json:"pivots"`
	Promised   int64               `json:"promised"`
	Quorate    int64               `json:"quorate"`
	Reason     *Reason             `json:"reason,omitempty"`
	Reviews    []PromiseCompliance `json:"reviews"`
	Rule       string              `json:"rule"`
	Signatures []SignatureState    `json:"signatures"`
	To         string              `json:"to"`
	Version    int64               `json:"version"`
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

type DecisionSpec struct {
	About []Ref `json:"about,omitempty"`
	// Name of a resource of kind GovernanceCharter.
	Charter *string `json:"charter,omitempty"`
	// One of the options.
	Chosen *string `json:"chosen,omitempty"`
	// The committee that decides; that of the review when left out.
	Committee   *string `json:"committee,omitempty"`
	DecidedOn   *string `json:"decidedOn,omitempty"`
	Description *string `json:"description,omitempty"`
	Dissent     *string `json:"dissent,omitempty"`
	// When an open one is to be decided.
	Due            *string         `json:"due,omitempty"`
	ExpectedEffect *ExpectedEffect `json:"expectedEffect,omitempty"`
	Options        []string        `json:"options,omitempty"`
	// A Grafana login or e-mail, team:<name>, or a role in words.
	Owner     *string `json:"owner,omitempty"`
	Question  *string `json:"question,omitempty"`
	RaisedOn  *string `json:"raisedOn,omitempty"`
	Rationale *string `json:"rationale,omitempty"`
	// Name of a resource of kind Review.
	Review    *string `json:"review,omitempty"`
	RevisitOn *string `json:"revisitOn,omitempty"`
	// The decision right that was used.
	Right *string `json:"right,omitempty"`
	// decided when left out.
	State *string `json:"state,omitempty"`
	// What people call it.
	Title string `json:"title"`
}

type DeclaredEvent struct {
	By    *string `json:"by"`
	From  string  `json:"from"`
	Kind  string  `json:"kind"`
	Open  bool    `json:"open"`
	Ref   Ref     `json:"ref"`
	Title string  `json:"title"`
	To    *string `json:"to"`
}

type Deliveries struct {
	Items []Delivery `json:"items"`
}

type Delivery struct {
	At      string  `json:"at"`
	Channel string  `json:"channel"`
	Message *string `json:"message"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	State  string `json:"state"`
	To     string `json:"to"`
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

type ExcludedKpi struct {
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Kpi    string `json:"kpi"`
	Reason Reason `json:"reason"`
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
	How    []Reason      `json:"how,omitempty"`
	Inputs []ExplainStep `json:"inputs"`
	Kind   string        `json:"kind"`
	Kpi    *string       `json:"kpi,omitempty"`
	Label  string        `json:"label"`
	// Aggregation, formula or scale in words.
	Method *string        `json:"method,omitempty"`
	Origin *ExplainOrigin `json:"origin,omitempty"`
	Period *string        `json:"period,omitempty"`
	Reason *Reason        `json:"reason,omitempty"`
	Said   *Reason        `json:"said,omitempty"`
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

type Facilitation struct {
	Agenda []AgendaEntry `json:"agenda"`
	// Median days from raised to decided.
	LatencyDays *float64          `json:"latencyDays"`
	Prompts     []ChallengePrompt `json:"prompts"`
	Pulse       Pulse             `json:"pulse"`
	Reasons     map[string]Reason `json:"reasons"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Review string `json:"review"`
	// Version of the rule that found and ranked the prompts.
	Rule string `json:"rule"`
	// Decisions per strategic hour.
	Yield *float64 `json:"yield"`
}

type FeedToken struct {
	CreatedAt  string  `json:"createdAt"`
	ID         string  `json:"id"`
	LastUsedAt *string `json:"lastUsedAt"`
	// Address of the feed, relative to the API’s base.
	Path      *string `json:"path,omitempty"`
	Person    string  `json:"person"`
	RevokedAt *string `json:"revokedAt"`
	Title     *string `json:"title"`
	Token     *string `json:"token,omitempty"`
}

type FeedTokenList struct {
	Items []FeedToken `json:"items"`
	Next  *string     `json:"next"`
}

type FeedTokenRequest struct {
	Title *string `json:"title,omitempty"`
}

// Days after its due date when an action escalates (7), before it when its owner is
// reminded (3), and after its planned day when a review that was not held counts as missed
// (7).
type FollowUpRule struct {
	EscalateAfterDays *int64 `json:"escalateAfterDays,omitempty"`
	RemindBeforeDays  *int64 `json:"remindBeforeDays,omitempty"`
	ReviewGraceDays   *int64 `json:"reviewGraceDays,omitempty"`
}

type FreezeRequest struct {
	// Why the report is frozen although some values are not final.
	Premature *string `json:"premature,omitempty"`
	// Units that get a report; those of the series when left out.
	Units []string `json:"units,omitempty"`
}

type GoalRedFlagScale struct {
	Best    *Threshold `json:"best,omitempty"`
	Goal    *Threshold `json:"goal"`
	RedFlag *Threshold `json:"redFlag"`
	Type    string     `json:"type"`
	Worst   *Threshold `json:"worst,omitempty"`
}

type GovernanceCharterSpec struct {
	Committees  []Committee     `json:"committees"`
	Description *string         `json:"description,omitempty"`
	FollowUp    *FollowUpRule   `json:"followUp,omitempty"`
	Pivots      *PivotRule      `json:"pivots,omitempty"`
	Purpose     *string         `json:"purpose,omitempty"`
	Reviews     []CharterReview `json:"reviews,omitempty"`
	// What people call it.
	Title string `json:"title"`
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

type Intensity struct {
	// Every judged KPI, the largest effect first.
	Drivers  []VolatilityDriver `json:"drivers"`
	Events   []DeclaredEvent    `json:"events"`
	Excluded []ExcludedKpi      `json:"excluded"`
	History  []IntensityPoint   `json:"history"`
	// KPIs that could be judged.
	Kpis int64  `json:"kpis"`
	Now  string `json:"now"`
	// The judged period: the last one that has ended by the one asked for.
	Period string `json:"period"`
	// The first that is neither blocked nor decided.
	Proposal *CadenceStep `json:"proposal"`
	// A step for each promise of a charter to review it.
	Proposals []CadenceStep `json:"proposals"`
	Reason    *Reason       `json:"reason,omitempty"`
	Rule      string        `json:"rule"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Scorecard string `json:"scorecard"`
	// Share of KPIs outside their control limits, 0…1.
	ShiftShare *float64 `json:"shiftShare"`
	// Lower-case letters, digits and hyphens; starts and ends with a letter or digit.
	Unit string `json:"unit"`
	// Median over KPIs of σ now / σ before.
	Volatility *float64 `json:"volatility"`
}

type IntensityPoint struct {
	Period     string   `json:"period"`
	ShiftShare *float64 `json:"shiftShare"`
	Volatility *float64 `json:"volatility"`
}

type BetweenScale struct {
	High      *Threshold `json:"high"`
	Low       *Threshold `json:"low"`
	Tolerance *Threshold `json:"tolerance"`
	Type      string     `json:"type"`
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

// Grafana unit id and the decimals shown.
type UnitOfMeasure struct {
	Decimals *int64  `json:"decimals,omitempty"`
	Unit     *string `json:"unit,omitempty"`
}

type BinaryScale struct {
	Op    string     `json:"op"`
	Type  string     `json:"type"`
	Value *Threshold `json:"value"`
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

// Day or period at whose end the effect is checked.
//
// Period id: 2026-03-14, 2026-W11, 2026-03, 2026-Q1, 2026-H1, 2026, or FY… in fiscal
// calendars.
//
// What is reviewed; the last period that ended before it starts.
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
