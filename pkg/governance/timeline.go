package governance

import (
	"cmp"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Event is something that was logged of a review.
type Event struct {
	// At is when it happened, by the sender's clock.
	At time.Time
	// Actor is who sent it.
	Actor string
	contract.ReviewEvent
}

// States of a review.
const (
	ReviewPlanned   = "planned"
	ReviewOpen      = "open"
	ReviewClosed    = "closed"
	ReviewCancelled = "cancelled"
)

// Run is a stretch of time that a meeting spent on one thing.
type Run struct {
	// Item is the agenda item; empty in a block off the agenda, which has a title instead.
	Item      string
	OffAgenda string
	// Class is the class that the facilitator gave when it began; empty for that of the agenda.
	Class      string
	Start, End time.Time
}

// Minutes is how long it took.
func (r Run) Minutes() float64 { return r.End.Sub(r.Start).Minutes() }

// Timeline is what the log says of a meeting's course.
type Timeline struct {
	// Opened is when it began: the first open event, or the first item of a meeting that nobody opened. nil when neither is there.
	Opened *time.Time
	// Closed is when it ended; nil while it lasts, and of a meeting that nobody closed.
	Closed *time.Time
	// Runs are in the order of time and don't overlap. Time before the opening, in pauses and after the close is in none of them.
	Runs []Run
	// Running is what the clock stands on while the meeting is open; nil in a pause. Its end is the last event so far.
	Running *Run
}

// Held reports whether the meeting took place.
func (t Timeline) Held() bool { return t.Opened != nil || t.Closed != nil }

// began is when a held meeting was opened; its close, when nobody logged the opening.
func (t Timeline) began() time.Time {
	if t.Opened != nil {
		return *t.Opened
	}
	return *t.Closed
}

// State is one of the states of a review that isn't cancelled.
func (t Timeline) State() string {
	switch {
	case t.Closed != nil:
		return ReviewClosed
	case t.Opened != nil:
		return ReviewOpen
	}
	return ReviewPlanned
}

// TimelineOf reads a meeting's course from its events, in whatever order they came. One clock runs for all note takers: an
// item begins when anybody begins it and ends what ran before. An item begun before the opening counts from the opening; what
// comes after the close counts only when the meeting was opened again. A meeting that nobody closed lasts until its last event.
func TimelineOf(events []Event) Timeline {
	ordered := inOrder(events)
	c := clock{opens: slices.ContainsFunc(ordered, func(e Event) bool { return e.Type == "open" })}
	for _, e := range ordered {
		c.take(e)
	}
	return c.finish()
}

// inOrder sorts events by instant; of those at the same one, an opening comes first and a close last, the others as they came.
func inOrder(events []Event) []Event {
	rank := func(e Event) int {
		switch e.Type {
		case "open":
			return 0
		case "close":
			return 2
		}
		return 1
	}
	ordered := slices.Clone(events)
	slices.SortStableFunc(ordered, func(a, b Event) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(rank(a), rank(b)))
	})
	return ordered
}

// clock is the facilitator's clock while a log is read.
type clock struct {
	Timeline
	// opens says that the log holds an opening, so that nothing else opens the meeting.
	opens bool
	// pending is an item begun before the opening.
	pending *Run
	last    time.Time
}

func (c *clock) take(e Event) {
	switch e.Type {
	case "open":
		c.open(e.At)
	case "item":
		run := Run{Class: text(e.Class), Start: e.At, Item: text(e.Item), OffAgenda: text(e.OffAgenda)}
		switch {
		case c.Closed != nil:
		case c.Opened == nil && c.opens:
			c.pending = &run
		default:
			c.open(e.At)
			c.stop(e.At)
			c.Running = &run
		}
	case "pause":
		c.pending = nil
		c.stop(e.At)
	case "close":
		c.close(e.At)
	case "prepare", "pulse", "prompt":
		return // before and after the meeting
	}
	if c.Closed == nil {
		c.last = e.At
	}
}

func (c *clock) open(at time.Time) {
	c.Closed = nil
	if c.Opened != nil {
		return
	}
	c.Opened = &at
	if c.pending != nil {
		c.pending.Start = at
		c.Running, c.pending = c.pending, nil
	}
}

// close ends the meeting. A close before the opening, from a clock that goes wrong, ends nothing.
func (c *clock) close(at time.Time) {
	if c.Closed != nil || c.Opened == nil && c.opens {
		return
	}
	c.stop(at)
	c.Closed = &at
}

func (c *clock) stop(at time.Time) {
	if c.Running != nil {
		c.Running.End = at
		if at.After(c.Running.Start) {
			c.Runs = append(c.Runs, *c.Running)
		}
		c.Running = nil
	}
}

// finish counts what still runs until the last event.
func (c *clock) finish() Timeline {
	t := c.Timeline
	if t.Running != nil {
		t.Running.End = c.last
		if c.last.After(t.Running.Start) {
			t.Runs = append(t.Runs, *t.Running)
		}
	}
	return t
}

// text is what an optional field says, "" when it says nothing.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
