// Package governance holds the pure rules of reviews and their follow-up: recurrence, discipline of meetings, escalation,
// calibration of decisions, intensity. It knows no clock and no store: what it needs to know, it is given.
package governance

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Documents are the specs of every resource that governance reads, by name, as they were at one time. Archived resources are
// among them. The maps are shared: callers don't change them.
type Documents struct {
	Charters     map[string]contract.GovernanceCharterSpec
	Signatures   map[string]contract.CharterSignatureSpec
	Templates    map[string]contract.ReportTemplateSpec
	Series       map[string]contract.ReviewSeriesSpec
	Reviews      map[string]contract.ReviewSpec
	AgendaItems  map[string]contract.AgendaItemSpec
	Decisions    map[string]contract.DecisionSpec
	Actions      map[string]contract.ActionSpec
	Commentaries map[string]contract.CommentarySpec
	ChangeEvents map[string]contract.ChangeEventSpec
	Proposals    map[string]contract.CadenceProposalSpec
	// Scorecards, Calendars, Units, Kpis and Objectives are what the above refer to.
	Scorecards map[string]contract.ScorecardSpec
	Calendars  map[string]contract.CalendarSpec
	Units      map[string]contract.OrgUnitSpec
	Kpis       map[string]contract.KpiSpec
	Objectives map[string]contract.ObjectiveSpec
	// Origins says of every one of them when and by whom it was written.
	Origins map[contract.Ref]Origin
}

// Origin is when and by whom a resource was written.
type Origin struct {
	Version   int
	CreatedAt time.Time
	CreatedBy string
	UpdatedAt time.Time
	UpdatedBy string
	Archived  bool
	// ManagedBy is ui, api or file; File the file that manages it, empty for none.
	ManagedBy, File string
	// MadeAhead says that the schedule made it, nobody has changed it since, and nothing refers to it.
	MadeAhead bool
}
