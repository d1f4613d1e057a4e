package governance

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// RegisterRule is the version of the rules by which the follow-up register is computed.
const RegisterRule = "register/1"

// What a charter that says nothing of it means: days after the due day until an entry escalates, and before it when its
// owner is reminded.
const (
	DefaultEscalateAfterDays = 7
	DefaultRemindBeforeDays  = 3
)

// Gaps of an entry.
const (
	GapOwner    = "owner"
	GapDue      = "due"
	GapEvidence = "evidence"
)

// slipsTolerated is how often a due date may be put off before the entry escalates.
const slipsTolerated = 1

// Entry is one entry of the follow-up register, with what its row was computed from.
type Entry struct {
	Row contract.RegisterRow
	Provenance
	EscalateAfterDays, RemindBeforeDays int
	// Description is searched, Closed counts as closed in the summary, UpdatedAt is when it was last written.
	Description string
	Closed      bool
	UpdatedAt   time.Time
	// Trial is what the entry is expected to do; nil when nothing.
	Trial *Trial
	// concerns are the resources that the entry is about, in any of its fields.
	concerns []contract.Ref
	// dueSince is when the due day begins, dueAt when it ends; zero without one.
	dueSince, dueAt time.Time
	// line is who stands above the owner.
	line string
}

// Concerns reports whether the entry is about the resource: it names it, comes from it or is expected to move it.
func (e Entry) Concerns(ref contract.Ref) bool { return slices.Contains(e.concerns, ref) }

// Knows tells whether Grafana knows a person; nil where that can't be told.
type Knows func(person string) *bool

// Register works out every entry as of now, by kind and name. Archived actions and decisions are no entries.
func Register(d Documents, now time.Time, knows Knows) []Entry {
	r := register{
		Documents: d, now: now, knows: knows, days: map[string]*period.Calendar{}, holidays: map[string]map[string]bool{},
		owned: ownedUnits(d.Units),
	}
	entries := make([]Entry, 0, len(d.Actions)+len(d.Decisions))
	for name, spec := range d.Actions {
		if ref := (contract.Ref{Kind: "Action", Name: name}); !d.Origins[ref].Archived {
			entries = append(entries, r.action(ref, spec))
		}
	}
	for name, spec := range d.Decisions {
		if ref := (contract.Ref{Kind: "Decision", Name: name}); !d.Origins[ref].Archived {
			entries = append(entries, r.decision(ref, spec))
		}
	}
	slices.SortFunc(entries, func(a, b Entry) int { return compareRefs(a.Row.Ref, b.Row.Ref) })
	markDuplicates(entries)
	return entries
}

func compareRefs(a, b contract.Ref) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name))
}

// register is one computation.
type register struct {
	Documents
	now   time.Time
	knows Knows
	// days are calendars by time zone, holidays the days off by calendar.
	days     map[string]*period.Calendar
	holidays map[string]map[string]bool
	// owned are units by the person who owns them.
	owned map[string]string
}

func (r *register) action(ref contract.Ref, spec contract.ActionSpec) Entry {
	state := or(spec.State, "open")
	e := r.entry(ref, spec.Title, r.provenanceOf(spec.Source))
	e.Description = text(spec.Description)
	row := &e.Row
	row.Owner, row.Source, row.State, row.Due, row.Evidence = spec.Owner, spec.Source, state, spec.Due, filled(spec.Evidence)
	row.About = append(row.About, spec.About...)
	r.onKpi(row, cmp.Or(effectKpi(spec.Effect), spec.Kpi))
	row.FirstDue = firstDue(spec)
	row.Waiting = state != "done" && state != "cancelled"
	e.Closed = state == "done"
	slips := slipsOf(spec)
	row.Slips = int64(len(slips))
	if !row.Waiting {
		row.ClosedOn = spec.ClosedOn
	}
	e.concerns = concerns(spec.About, spec.Source, spec.Kpi, spec.Unit, effectKpi(spec.Effect))
	e.line = r.lineOf(text(spec.Owner), spec.Unit, spec.About, spec.Effect)
	r.judge(&e, r.raised(ref, spec.Source, earliestSlip(spec)), slips)
	if e.Closed && row.FirstDue != nil && row.ClosedOn != nil {
		onTime := *row.ClosedOn <= *row.FirstDue
		row.OnTime = &onTime
	}
	if e.Closed && row.Evidence == nil {
		row.Gaps = append(row.Gaps, GapEvidence)
	}
	e.Trial = r.trialOfAction(ref, spec)
	return e
}

func (r *register) decision(ref contract.Ref, spec contract.DecisionSpec) Entry {
	state := or(spec.State, "decided")
	e := r.entry(ref, spec.Title, r.ofDecision(spec))
	e.Description = strings.TrimSpace(text(spec.Question) + " " + text(spec.Description))
	row := &e.Row
	row.Owner, row.State = spec.Owner, state
	row.About = append(row.About, spec.About...)
	r.onKpi(row, effectKpi(spec.ExpectedEffect))
	var source *contract.Ref
	if spec.Review != nil {
		source = &contract.Ref{Kind: "Review", Name: *spec.Review}
	}
	row.Source, row.Due = source, spec.Due
	switch {
	case state == "open":
		row.Waiting = true
	case state == "decided" && spec.RevisitOn != nil:
		row.Waiting, row.Due = true, spec.RevisitOn
	default:
		row.ClosedOn = spec.DecidedOn
		e.Closed = state == "decided"
	}
	row.FirstDue = row.Due
	e.concerns = concerns(spec.About, source, nil, nil, effectKpi(spec.ExpectedEffect))
	e.line = r.lineOf(text(spec.Owner), nil, spec.About, spec.ExpectedEffect)
	r.judge(&e, r.raised(ref, source, or(spec.RaisedOn, text(spec.DecidedOn))), nil)
	if e.Closed && row.Due != nil && row.ClosedOn != nil {
		onTime := *row.ClosedOn <= *row.Due
		row.OnTime = &onTime
	}
	e.Trial = r.trialOfDecision(ref, spec)
	return e
}

// entry begins a row.
func (r *register) entry(ref contract.Ref, title string, from Provenance) Entry {
	e := Entry{Provenance: from, EscalateAfterDays: DefaultEscalateAfterDays, RemindBeforeDays: DefaultRemindBeforeDays}
	e.UpdatedAt = r.Origins[ref].UpdatedAt
	if rule := r.Charters[from.Charter].FollowUp; rule != nil {
		if rule.EscalateAfterDays != nil {
			e.EscalateAfterDays = int(*rule.EscalateAfterDays)
		}
		if rule.RemindBeforeDays != nil {
			e.RemindBeforeDays = int(*rule.RemindBeforeDays)
		}
	}
	e.Row = contract.RegisterRow{
		Ref: ref, Title: title, About: []contract.Ref{}, Duplicates: []contract.Ref{}, Gaps: []string{},
		Version: int64(r.Origins[ref].Version), Review: named(from.Review), ReviewTitle: named(r.ReviewTitle(from.Review)),
		Series: named(from.Series), SeriesTitle: named(r.SeriesTitle(from.Series)),
		Committee: named(from.Committee), CommitteeTitle: named(r.CommitteeTitle(from.Charter, from.Committee)),
	}
	return e
}

// onKpi names the KPI that a row is to move; none when nil.
func (r *register) onKpi(row *contract.RegisterRow, kpi *string) {
	row.Kpi, row.KpiTitle = kpi, named(r.KpiTitle(text(kpi)))
}

// judge works out what follows from owner, due date and time. raised is the day since which the entry is there.
func (r *register) judge(e *Entry, raised time.Time, slips []time.Time) {
	row := &e.Row
	days := r.zone(e.TimeZone)
	if row.FirstDue != nil && row.Due != nil {
		row.SlipDays = daysBetween(*row.FirstDue, *row.Due)
	}
	until := r.now
	if row.ClosedOn != nil {
		if closed, err := days.Parse(*row.ClosedOn); err == nil {
			until = days.End(closed)
		}
	}
	row.AgeDays = int64(max(0, math.Floor(until.Sub(raised).Hours()/24)))
	if row.Due != nil {
		if day, err := days.Parse(*row.Due); err == nil {
			e.dueSince, e.dueAt = days.Start(day), days.End(day)
			at := instantOf(e.dueAt)
			row.DueAt = &at
			row.DueOnHoliday = row.Waiting && r.isHoliday(e.Calendar, *row.Due)
			row.Overdue = row.Waiting && !r.now.Before(e.dueAt)
			remindFrom := days.Start(day.Next(-e.RemindBeforeDays))
			row.Reminder = row.Waiting && row.Owner != nil && !row.Overdue && !r.now.Before(remindFrom)
		}
	}
	r.address(e)
	if row.Waiting {
		row.Escalation = r.escalation(e, days, slips)
		if row.Due == nil {
			row.Gaps = append(row.Gaps, GapDue)
		}
	}
	if row.Owner == nil && (row.Waiting || e.Closed) {
		row.Gaps = append(row.Gaps, GapOwner)
	}
	if row.Overdue {
		late := false
		row.OnTime = &late
	}
}

// address says who is to act: the owner; of what nobody owns the line of its unit, and without one the chair of the committee
// that it comes from. What belongs to an owner whom Grafana doesn't know goes to the owner's line, if there is one: many an
// owner is a role in words.
func (r *register) address(e *Entry) {
	row := &e.Row
	if row.Owner == nil {
		row.WaitsFor = named(cmp.Or(e.line, r.chair(e.Provenance, r.now)))
		return
	}
	row.WaitsFor = row.Owner
	row.OwnerKnown = r.knows(*row.Owner)
	if row.OwnerKnown != nil && !*row.OwnerKnown && e.line != "" {
		row.WaitsFor = &e.line
	}
}

// escalation is since when somebody above should know, and who: since the days after the due day that the charter gives, or
// since the second time that the due date was put off, whichever came first; nil when neither has come yet.
func (r *register) escalation(e *Entry, days *period.Calendar, slips []time.Time) *contract.Escalation {
	var at time.Time
	var why *contract.Reason
	if !e.dueAt.IsZero() {
		day := days.At(e.dueSince, period.Day)
		at = days.End(day.Next(e.EscalateAfterDays))
		if why = sentence.Overdue; e.EscalateAfterDays > 0 {
			why = sentence.OverdueByDays(e.EscalateAfterDays)
		}
	}
	if len(slips) > slipsTolerated {
		if second := slips[slipsTolerated]; at.IsZero() || second.Before(at) {
			at = second
			why = sentence.SlippedTwice
		}
	}
	if at.IsZero() || r.now.Before(at) {
		return nil
	}
	return &contract.Escalation{To: named(r.above(e, at)), At: instantOf(at), Reason: *why}
}

// above is to whom an entry escalates: the chair of the committee that it comes from, unless that is the owner; else the
// owner's line.
func (r *register) above(e *Entry, at time.Time) string {
	chair := r.chair(e.Provenance, at)
	if chair != "" && !samePerson(chair, text(e.Row.Owner)) || e.line == "" {
		return chair
	}
	return e.line
}

// lineOf is who stands above the owner: the owner of the entry's unit, or of the nearest unit above that somebody else owns.
// Without a unit, the owner's own unit is where the search begins.
func (r *register) lineOf(owner string, unit *string, about []contract.Ref, effect *contract.ExpectedEffect) string {
	start := text(unit)
	for _, ref := range about {
		if start == "" && ref.Kind == "OrgUnit" {
			start = ref.Name
		}
	}
	if start == "" && effect != nil {
		start = text(effect.Unit)
	}
	if start == "" && owner != "" {
		start = r.owned[personKey(owner)]
	}
	seen := map[string]bool{}
	for start != "" && !seen[start] {
		seen[start] = true
		spec := r.Units[start]
		if above := text(spec.Owner); above != "" && !samePerson(above, owner) {
			return above
		}
		start = text(spec.Parent)
	}
	return ""
}

// ownedUnits gives the first unit, by name, of everybody who owns one.
func ownedUnits(units map[string]contract.OrgUnitSpec) map[string]string {
	owned := make(map[string]string, len(units))
	for name, spec := range units {
		key := personKey(text(spec.Owner))
		if first, known := owned[key]; !known || name < first {
			owned[key] = name
		}
	}
	return owned
}

// raised is since when an entry is there: the earliest of when it was written down, the review that it comes from, and the
// day or instant that it names itself.
func (r *register) raised(ref contract.Ref, source *contract.Ref, own string) time.Time {
	earliest := r.Origins[ref].CreatedAt
	consider := func(t time.Time, ok bool) {
		if ok && (earliest.IsZero() || t.Before(earliest)) {
			earliest = t
		}
	}
	if source != nil && source.Kind == "Review" {
		consider(parseInstant(r.Reviews[source.Name].Start))
	}
	consider(parseInstant(own))
	if earliest.IsZero() {
		return r.now
	}
	return earliest
}

func (r *register) zone(name string) *period.Calendar {
	if known := r.days[name]; known != nil {
		return known
	}
	calendar, err := period.New(contract.CalendarSpec{TimeZone: name})
	if err != nil {
		calendar, _ = period.New(contract.CalendarSpec{TimeZone: utc})
	}
	r.days[name] = calendar
	return calendar
}

func (r *register) isHoliday(calendar, day string) bool {
	days, known := r.holidays[calendar]
	if !known {
		days = map[string]bool{}
		for _, holiday := range r.Calendars[calendar].Holidays {
			days[holiday.Date] = true
		}
		r.holidays[calendar] = days
	}
	return days[day]
}
