package evaluate

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// evaluator answers one request: the model, what was observed, the clock, and everything computed so far.
// It is not safe for concurrent use.
type evaluator struct {
	*Model
	facts *binding
	now   time.Time

	clocks map[*calendar]*clock
	known  []known // by index of the KPI
	nodes  map[nodeKey]Rolled
	active map[nodeKey]bool
}

// known is what was computed of one KPI so far.
type known struct {
	pages      seriesCells
	cells      few[cellKey, cell]
	firsts     few[int32, firstValue] // by unit
	judgements few[judgementKey, *judgement]
	// missingInputs are what formulas that read it say, by why it has no value.
	missingInputs map[why]why
}

// cellKey is a unit and period.
type cellKey struct{ unit, rank, ordinal int32 }

func keyOf(u int32, p period.Period) cellKey {
	return cellKey{u, int32(p.Frequency.Rank()), int32(p.Ordinal)}
}

// remember puts a value into a map that is made when it gets its first one.
func remember[K comparable, V any](in *map[K]V, key K, value V) {
	if *in == nil {
		*in = map[K]V{}
	}
	(*in)[key] = value
}

func (m *Model) evaluator(o *Observations, now time.Time) *evaluator {
	return &evaluator{
		Model: m, facts: newBinding(m, o), now: now, clocks: map[*calendar]*clock{}, known: make([]known, len(m.kpis)),
		nodes: map[nodeKey]Rolled{}, active: map[nodeKey]bool{},
	}
}

// clock remembers what a request asks of one calendar again and again.
type clock struct {
	cal *calendar
	now time.Time
	// current is the ordinal of the period in progress, by rank of the frequency.
	current [6]int
	ends    map[period.Period]time.Time
	phases  map[closeKey]phaseAt
}

type closeKey struct {
	period    period.Period
	closeDays int
}

type phaseAt struct {
	phase phase
	// closesAt is in Unix milliseconds; only that of periods that have ended.
	closesAt int64
}

func (e *evaluator) clock(c *calendar) *clock {
	k, ok := e.clocks[c]
	if !ok {
		k = &clock{cal: c, now: e.now, ends: map[period.Period]time.Time{}, phases: map[closeKey]phaseAt{}}
		for _, f := range period.Frequencies() {
			k.current[f.Rank()] = c.At(e.now, f).Ordinal
		}
		e.clocks[c] = k
	}
	return k
}

func (k *clock) end(p period.Period) time.Time {
	t, ok := k.ends[p]
	if !ok {
		t = k.cal.End(p)
		k.ends[p] = t
	}
	return t
}

// close is when a period closes: closeDays days after its end, in the calendar's zone.
func (k *clock) close(p period.Period, closeDays int) time.Time {
	end := k.end(p)
	if closeDays == 0 {
		return end
	}
	return k.cal.Start(k.cal.At(end, period.Day).Next(closeDays))
}

func (k *clock) begun(p period.Period) bool { return p.Ordinal <= k.current[p.Frequency.Rank()] }

func (k *clock) ended(p period.Period) bool { return p.Ordinal < k.current[p.Frequency.Rank()] }

// phase of a period with the moment at which it closes.
func (k *clock) phase(p period.Period, closeDays int) phaseAt {
	key := closeKey{p, closeDays}
	at, ok := k.phases[key]
	if ok {
		return at
	}
	switch {
	case !k.begun(p):
		at.phase = future
	case !k.ended(p):
		at.phase = running
	default:
		closesAt := k.close(p, closeDays)
		at = phaseAt{closed, closesAt.UnixMilli()}
		if k.now.Before(closesAt) {
			at.phase = ended
		}
	}
	k.phases[key] = at
	return at
}

// begunOf is the last of the periods up to an ordinal that has begun.
func (k *clock) begunOf(f period.Frequency, last int) int { return min(last, k.current[f.Rank()]) }

// translate finds the period of another calendar in which the middle of p lies.
func translate(p period.Period, from, to *calendar) period.Period {
	if from == to {
		return p
	}
	start, end := from.Start(p), from.End(p)
	return to.At(start.Add(end.Sub(start)/2), p.Frequency)
}

// cell is the value of a KPI at a unit and period.
type cell struct {
	value float64
	// why is nil when there is a value.
	why why
	// own is the KPI's own period whose value is shown, when that is a carried one.
	own int
	// n counts the observations, or sub-periods with a value, that it was made from.
	n       int
	state   state
	carried bool
}

func (c *cell) has() bool { return c.why == nil }

// number is the value, nil when there is none.
func (c *cell) number() *float64 {
	if c.why != nil {
		return nil
	}
	v := c.value
	return &v
}

func absent(reason why, s state) cell { return cell{why: reason, state: s} }

func (c cell) checked() cell {
	if c.why == nil && !finite(c.value) {
		return absent(sentence.NotFinite, c.state)
	}
	return c
}

func (e *evaluator) pages(k *kpi) *seriesCells {
	known := &e.known[k.index]
	if known.pages.raw == nil {
		known.pages.raw = e.facts.observations.Pages[k.name]
	}
	return &known.pages
}
