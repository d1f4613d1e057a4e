package governance

import (
	"maps"
	"math"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// TrialRule is the version of the rules by which expected effects are checked.
const TrialRule = "trial/1"

// States of a check.
const (
	TrialPending      = "pending"
	TrialHeld         = "held"
	TrialFailed       = "failed"
	TrialNotEvaluable = "notEvaluable"
)

// Trial is a decision or an action on trial: what it is expected to do, and since when it could.
type Trial struct {
	Ref    contract.Ref
	Effect contract.ExpectedEffect
	// Since is the day on which it was decided or done; "" while it wasn't.
	Since string
	// Scorecards are those of the series that it comes from, and those that it is about. An effect that names no unit is looked for
	// at theirs.
	Scorecards []string
	// NotBefore is a day at whose end it is checked at the earliest; "" for none.
	NotBefore string
	// Undirected says that nothing was expected: the KPI's movement is shown, not judged.
	Undirected bool
}

func (d Documents) trialOfDecision(ref contract.Ref, spec contract.DecisionSpec) *Trial {
	if spec.ExpectedEffect == nil || or(spec.State, "decided") == "withdrawn" {
		return nil
	}
	t := &Trial{Ref: ref, Effect: *spec.ExpectedEffect, Scorecards: d.scorecardsOf(d.ofDecision(spec), spec.About)}
	if or(spec.State, "decided") == "decided" {
		t.Since = text(spec.DecidedOn)
	}
	return t
}

func (d Documents) trialOfAction(ref contract.Ref, spec contract.ActionSpec) *Trial {
	state := or(spec.State, "open")
	if state == "cancelled" || spec.Effect == nil && (spec.EffectCheckOn == nil || spec.Kpi == nil) {
		return nil
	}
	t := &Trial{Ref: ref, NotBefore: text(spec.EffectCheckOn), Scorecards: d.scorecardsOf(d.provenanceOf(spec.Source), spec.About)}
	if spec.Effect != nil {
		t.Effect = *spec.Effect
	} else {
		t.Undirected = true
		t.Effect = contract.ExpectedEffect{Kpi: *spec.Kpi, Unit: spec.Unit, By: &contract.PeriodText{String: spec.EffectCheckOn}}
	}
	if state == "done" {
		t.Since = text(spec.ClosedOn)
	}
	return t
}

// Measurement asks for the two values by which a trial is decided: periods of the KPI's own frequency.
type Measurement struct {
	Kpi string
	// Unit is the one to measure at; "" where the KPI's own is left to find.
	Unit          string
	Before, After string
	calendar      *period.Calendar
	since, ends   time.Time
}

// Broken reports whether a change of the KPI's definition at an instant parts the two values.
func (m Measurement) Broken(at time.Time) bool { return at.After(m.since) && at.Before(m.ends) }

// Begin gives the check of a trial as far as it can be told without values; with a Measurement where the values decide.
func (t Trial) Begin(d Documents, now time.Time) (contract.EffectCheck, *Measurement) {
	check := contract.EffectCheck{State: TrialPending, Kpi: t.Effect.Kpi, KpiTitle: d.KpiTitle(t.Effect.Kpi), Unit: t.Effect.Unit, Rule: TrialRule}
	if !t.Undirected {
		probability := t.Effect.Probability
		check.Probability = &probability
	}
	kpi, ok := d.Kpis[t.Effect.Kpi]
	if !ok {
		return notEvaluable(check, sentence.KpiGone(t.Effect.Kpi)), nil
	}
	calendar, err := period.New(d.Calendars[kpi.Calendar])
	if err != nil {
		return notEvaluable(check, sentence.NoCalendar), nil
	}
	by, err := calendar.Parse(t.Effect.By.Text())
	if err != nil {
		return notEvaluable(check, sentence.NoPeriod(err.Error())), nil
	}
	after := lastWithin(calendar, by, period.Frequency(kpi.Frequency))
	due := later(calendar.End(by), calendar.End(after))
	if day, err := calendar.Parse(t.NotBefore); err == nil {
		due = later(due, calendar.End(day))
	}
	at := instantOf(due)
	check.DueAt = &at
	if check.Unit == nil {
		check.Unit = named(t.unit(d, kpi))
	}
	if now.Before(due) {
		return check, nil
	}
	since, err := calendar.Parse(t.Since)
	if err != nil {
		return t.unstarted(check), nil
	}
	begun := calendar.Start(since)
	before := calendar.At(begun, after.Frequency).Next(-1)
	if before.Ordinal >= after.Ordinal {
		return notEvaluable(check, sentence.TooEarly(calendar.ID(after), t.Since)), nil
	}
	return check, &Measurement{
		Kpi: t.Effect.Kpi, Unit: text(check.Unit), Before: calendar.ID(before), After: calendar.ID(after), calendar: calendar,
		since: begun, ends: calendar.End(after),
	}
}

// unit is where the effect is measured when it names no unit: the only one of the KPI, else that of the first of the trial's
// scorecards, else the first one of the KPI; "" where the KPI's own is left to find.
func (t Trial) unit(d Documents, kpi contract.KpiSpec) string {
	if len(kpi.Units) == 1 {
		return kpi.Units[0]
	}
	for _, name := range t.Scorecards {
		if scorecard, ok := d.Scorecards[name]; ok {
			return scorecard.Unit
		}
	}
	if len(kpi.Units) > 0 {
		return kpi.Units[0]
	}
	return ""
}

// lastWithin is the last period of a frequency within a period, or the one around it.
func lastWithin(calendar *period.Calendar, by period.Period, frequency period.Frequency) period.Period {
	_, last := calendar.Sub(by, frequency)
	return last
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// unstarted is the check of what was to have an effect by now and was neither decided nor done.
func (t Trial) unstarted(check contract.EffectCheck) contract.EffectCheck {
	if t.Ref.Kind == "Decision" {
		return notEvaluable(check, sentence.NotDecided)
	}
	return notEvaluable(check, sentence.NotDone)
}

func notEvaluable(check contract.EffectCheck, reason *contract.Reason) contract.EffectCheck {
	check.State, check.Reason = TrialNotEvaluable, reason
	return check
}

// tolerance is the relative error of values that counts as none.
const tolerance = 1e-9

// Judge decides a trial by the two values. now tells whether a missing value may still come.
func (t Trial) Judge(check contract.EffectCheck, before, after *contract.SeriesPoint, broken bool, now time.Time) contract.EffectCheck {
	if before != nil {
		check.Before = before.Value
	}
	if after != nil {
		check.After = after.Value
	}
	switch {
	case check.After == nil && after != nil && stillOpen(after, now):
		check.Reason = sentence.NoValueYet
		return check
	case check.Before == nil:
		return notEvaluable(check, sentence.NoValueBefore)
	case check.After == nil:
		return notEvaluable(check, sentence.NoValueAfter)
	}
	change := *check.After - *check.Before
	check.Change = &change
	switch {
	case broken:
		return notEvaluable(check, sentence.DefinitionBreak)
	case t.Undirected:
		return notEvaluable(check, sentence.NothingExpected)
	}
	moved := change
	if t.Effect.Sign == "down" {
		moved = -change
	}
	least := 0.0
	if t.Effect.Size != nil {
		least = *t.Effect.Size
	}
	slack := tolerance * math.Max(math.Abs(*check.Before), math.Max(math.Abs(*check.After), least))
	outcome := 0.0
	check.State = TrialFailed
	if moved > slack && moved >= least-slack {
		check.State, outcome = TrialHeld, 1
	}
	brier := (t.Effect.Probability - outcome) * (t.Effect.Probability - outcome)
	check.Brier = &brier
	return check
}

// stillOpen reports whether a period closes only later.
func stillOpen(point *contract.SeriesPoint, now time.Time) bool {
	if point.ClosesAt == nil {
		return false
	}
	closes, ok := parseInstant(*point.ClosesAt)
	return ok && now.Before(closes)
}

// CommitteeTrial is a decision on trial, with the committee that made it; "" where that can't be told.
type CommitteeTrial struct {
	Trial
	Committee string
}

// OnTrial lists the decisions on trial that were made under a charter, by name.
func OnTrial(d Documents, charter string) []CommitteeTrial {
	var trials []CommitteeTrial
	for _, name := range slices.Sorted(maps.Keys(d.Decisions)) {
		ref := contract.Ref{Kind: "Decision", Name: name}
		if t := d.trialOfDecision(ref, d.Decisions[name]); t != nil && !d.Origins[ref].Archived {
			if from := d.ofDecision(d.Decisions[name]); from.Charter == charter {
				trials = append(trials, CommitteeTrial{*t, from.Committee})
			}
		}
	}
	return trials
}
