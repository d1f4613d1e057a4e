package resource

import (
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// closedStates are those of an action that is over.
var closedStates = []string{"done", "cancelled"}

// farthestEast is how far local time is ahead of UTC at most.
const farthestEast = 14 * time.Hour

// completeAction keeps the first due date and those that were moved, and dates an action's end.
func completeAction(c *completion) {
	spec := c.entry.spec.(*contract.ActionSpec)
	if spec.Due != nil {
		c.keepOr("firstDue", *spec.Due)
	} else {
		c.keep("firstDue")
	}
	if c.known != nil {
		c.keepDueHistory(spec)
	}
	closed := spec.State != nil && slices.Contains(closedStates, *spec.State)
	switch {
	case closed:
		c.keepOr("closedOn", c.by.at.Format(time.DateOnly))
	case c.has("closedOn") && c.knownField("closedOn") != nil:
		c.set("closedOn", nil) // it was opened again
	}
	if spec.ClosedOn != nil && !c.by.at.IsZero() && *spec.ClosedOn > c.by.at.Add(farthestEast).Format(time.DateOnly) {
		c.refuse("/spec/closedOn", sentence.ClosedInFuture)
	}
}

// keepDueHistory adds the due date that a change moves to those moved before. Whoever changes an action can't change them.
func (c *completion) keepDueHistory(spec *contract.ActionSpec) {
	known, ok := c.known.spec.(*contract.ActionSpec)
	if !ok {
		return
	}
	if first := known.FirstDue; first != nil && spec.FirstDue != nil && *first != *spec.FirstDue {
		c.refuse("/spec/firstDue", sentence.FirstDueStays(*first))
		return
	}
	history := known.DueHistory
	if known.Due != nil && (spec.Due == nil || *spec.Due != *known.Due) {
		moved := contract.DueChange{Due: *known.Due, ChangedAt: contract.InstantText(c.by.at), ChangedBy: &c.by.actor}
		if c.by.reason != "" {
			moved.Reason = &c.by.reason
		}
		history = append(slices.Clone(history), moved)
	}
	switch {
	case len(history) > 0:
		c.set("dueHistory", history)
	case c.has("dueHistory"):
		c.set("dueHistory", nil)
	}
}

func checkAction(c *check, spec *contract.ActionSpec) {
	if spec.FirstDue != nil && spec.Due == nil && len(spec.DueHistory) == 0 {
		c.refuse("/spec/due", sentence.DueMissing)
	}
	if spec.ClosedOn != nil && (spec.State == nil || !slices.Contains(closedStates, *spec.State)) {
		c.refuse("/spec/closedOn", sentence.ClosedWhileOpen)
	}
	c.effect(spec.Effect, "/spec/effect")
}

// effect refuses an expected effect that could never be checked: by when must be a day or period of the KPI's calendar, and
// its size, where there is one, above zero, since sign says which way.
func (c *check) effect(effect *contract.ExpectedEffect, path string) {
	if effect == nil {
		return
	}
	if effect.Size != nil && *effect.Size <= 0 {
		c.refuse(path+"/size", sentence.SizeNotAbove)
	}
	if kpi := find[contract.KpiSpec](c.state, "Kpi", effect.Kpi); kpi != nil {
		c.period(c.calendar(kpi.Calendar), effect.By, path+"/by")
	}
}
