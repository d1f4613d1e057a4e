package evaluate

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// value is a KPI's value at a unit and any period of a calendar: its own cell, an aggregate over time, or a carried one.
func (e *evaluator) value(k *kpi, u int32, c *calendar, p period.Period) cell {
	if k.broken != nil {
		return absent(k.broken, notYet)
	}
	p = translate(p, c, k.cal)
	key, cells := keyOf(u, p), &e.known[k.index].cells
	if known, ok := cells.get(key); ok {
		return known
	}
	v := e.compute(k, u, p).checked()
	cells.put(key, v)
	return v
}

func (e *evaluator) compute(k *kpi, u int32, p period.Period) cell {
	clock := e.clock(k.cal)
	at := clock.phase(p, k.closeDays)
	rank := p.Frequency.Rank()
	switch {
	case !k.relevant.has(u):
		return absent(sentence.NotMeasured, at.phase.missing())
	case rank < k.rank:
		return e.carried(k, u, p, at.phase)
	case rank == k.rank && !k.calculated():
		return e.overUnits(k, u, p.Ordinal, at)
	}
	var v cell
	if k.calculated() && (!k.perPeriod || rank == k.rank) {
		v = e.calculate(k, u, at.phase, spanOf(k.cal, p))
	} else {
		v = e.overTime(k, u, spanOf(k.cal, p))
	}
	v.state = at.phase.within(v.state)
	return v
}

// carriedFor is for how many of its own periods a value is carried at most.
const carriedFor = 2

// carried shows the newest of the KPI's own periods that has a value and has ended by the end of p and by now; at most
// carriedFor before the one that holds the end of p.
func (e *evaluator) carried(k *kpi, u int32, p period.Period, at phase) cell {
	clock := e.clock(k.cal)
	holder := k.cal.At(clock.end(p), k.freq)
	for back := 1; back <= carriedFor; back++ {
		own := holder.Next(-back)
		if !clock.ended(own) {
			continue
		}
		if v := e.value(k, u, k.cal, own); v.has() {
			v.carried, v.own = true, own.Ordinal
			return v
		}
	}
	return absent(sentence.NothingCarried, at.missing())
}

// overUnits is the value of a collected KPI at one period of its own frequency: the unit's own observation, or what its
// units below make together.
func (e *evaluator) overUnits(k *kpi, u int32, ordinal int, at phaseAt) cell {
	page := e.facts.page(e.pages(k), k.cal, k.freq, ordinal)
	i := page.from(u)
	if i < len(page.units) && page.units[i] == u && k.usesOwn(e, u) {
		return ownCell(page.cell(i), at)
	}
	leaf := !k.hasBelow(e, u)
	if leaf || k.units == none || k.rollup == ownOnly {
		return absent(sentence.NoObservation, at.phase.missing())
	}
	g := e.gather(k, u, &page, i, ordinal, at)
	if k.require && e.incomplete(k, u, &page) {
		return absent(sentence.MissingChild, min(g.settled, g.missing))
	}
	v, ok := g.result(k.units)
	switch {
	case ok && g.n > 0:
		return cell{value: v, state: g.settled, n: g.n}
	case ok: // a count of nothing
		return cell{value: v, state: g.missing}
	case g.valued && g.n == 0:
		return absent(sentence.NoWeight, g.unweighed)
	case g.valued:
		return absent(sentence.NoWeight, g.settled)
	}
	if g.quarantined {
		return absent(sentence.Quarantined, g.missing)
	}
	return absent(sentence.NoObservation, g.missing)
}

func ownCell(c *Cell, at phaseAt) cell {
	if c.Quarantined {
		return absent(sentence.Quarantined, at.phase.within(quarantined))
	}
	changed := c.Changed && c.ChangedAt > at.closesAt
	return cell{value: c.Value, state: at.phase.valued(changed), n: 1}
}

// usesOwn is whether an observation at the unit counts.
func (k *kpi) usesOwn(e *evaluator, u int32) bool {
	return k.measured.has(u) && (k.rollup != childrenOnly || !k.hasBelow(e, u))
}

// hasBelow is whether the KPI is measured at any unit below.
func (k *kpi) hasBelow(e *evaluator, u int32) bool {
	if k.relevant == nil {
		return !e.units.isLeaf(u)
	}
	for c := range e.units.children(u) {
		if k.relevant[c] {
			return true
		}
	}
	return false
}

// gathered is what the units with values of their own below a unit make together.
type gathered struct {
	accumulator
	// settled is the least settled state of those that count and of their weights, unweighed that of those left out for want
	// of a weight, missing that of those without a value.
	settled, unweighed, missing state
	// valued is whether there is any value, weighed or not, quarantined whether one waits in quarantine.
	valued, quarantined bool
}

// gather goes through the observations below u from place i of the page on. What lies below a unit that uses its own is left
// out, so that every value counts once.
func (e *evaluator) gather(k *kpi, u int32, page *boundPage, i, ordinal int, at phaseAt) gathered {
	g := gathered{settled: final, unweighed: final, missing: at.phase.missing()}
	own := period.Period{Frequency: k.freq, Ordinal: ordinal}
	units := page.units
	for end := e.units.end[u]; i < len(units) && units[i] < end; {
		unit := units[i]
		if !k.usesOwn(e, unit) || unit == u {
			i++
			continue
		}
		c := ownCell(page.cell(i), at)
		below := e.units.end[unit]
		for i++; i < len(units) && units[i] < below; {
			i++
		}
		if !c.has() {
			g.missing, g.quarantined = min(g.missing, c.state), true
			continue
		}
		g.valued = true
		if k.units != weightedMean {
			g.add(c.value)
			g.settled = min(g.settled, c.state)
			continue
		}
		if k.weight == nil {
			continue
		}
		w := e.value(k.weight, unit, k.cal, own)
		if !w.has() {
			g.unweighed = min(g.unweighed, c.state, w.state)
			continue
		}
		g.addWeighted(c.value, w.value)
		g.settled = min(g.settled, c.state, w.state)
	}
	return g
}

// incomplete is whether any unit below u that should have a value has none.
func (e *evaluator) incomplete(k *kpi, u int32, page *boundPage) bool {
	for c := range e.units.children(u) {
		if !k.relevant.has(c) {
			continue
		}
		if k.usesOwn(e, c) {
			if own := page.at(c); own != nil {
				if own.Quarantined {
					return true
				}
				continue
			}
		}
		if !k.hasBelow(e, c) || e.incomplete(k, c, page) {
			return true
		}
	}
	return false
}

// overTime aggregates the cells of the KPI's own periods in a span that have begun.
func (e *evaluator) overTime(k *kpi, u int32, s span) cell {
	clock, runs := e.clock(k.cal), s.within(k)
	if len(runs) == 0 {
		return absent(sentence.NoObservation, clock.phase(s.in(k.cal).last(), k.closeDays).phase.missing())
	}
	var parts timeParts
	for _, r := range runs {
		for ordinal := r.first; ordinal <= clock.begunOf(k.freq, r.last); ordinal++ {
			own := period.Period{Frequency: k.freq, Ordinal: ordinal}
			v := e.value(k, u, k.cal, own)
			if !parts.take(&v) {
				continue
			}
			if k.time != weightedMean {
				parts.add(v.value)
			} else if k.weight != nil {
				w := e.value(k.weight, u, k.cal, own)
				parts.settled = min(parts.settled, w.state)
				if w.has() {
					parts.addWeighted(v.value, w.value)
				}
			}
		}
	}
	return parts.cell(k)
}

// timeParts are the sub-periods of a longer period.
type timeParts struct {
	accumulator
	parts, missing            int
	settled                   state
	firstMissing, lastMissing bool
	// why is the reason of those without a value as long as all have the same.
	why why
}

// take counts a sub-period and is whether it has a value.
func (t *timeParts) take(v *cell) bool {
	t.lastMissing = !v.has()
	if t.parts == 0 {
		t.settled, t.firstMissing = v.state, t.lastMissing
	}
	t.settled = min(t.settled, v.state)
	t.parts++
	if v.has() {
		return true
	}
	if t.missing == 0 {
		t.why = v.why
	} else if t.why.Code != v.why.Code {
		t.why = sentence.NoObservation
	}
	t.missing++
	return false
}

func (t *timeParts) cell(k *kpi) cell {
	if t.parts == 0 {
		return absent(sentence.NotBegun, notYet)
	}
	lacking := t.missing > 0
	switch k.time {
	case first:
		lacking = t.firstMissing
	case last:
		lacking = t.lastMissing
	}
	if k.require && lacking {
		return absent(sentence.MissingPeriod, t.settled)
	}
	v, ok := t.result(k.time)
	switch {
	case ok:
		return cell{value: v, state: t.settled, n: t.n}
	case t.missing < t.parts:
		return absent(sentence.NoWeight, t.settled)
	}
	return absent(t.why, t.settled)
}
