package evaluate

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// amountAt is an amount at one period of the KPI's own frequency. Of the sets that give it: the unit's own with the latest
// from; else the sum of the units below when the KPI is summed over units, and the nearest ancestor's when it is not.
func (e *evaluator) amountAt(k *kpi, a amount, u int32, ordinal int) (float64, bool) {
	if v, giver := e.ownAmount(k, a, u, ordinal); giver != nil {
		return v, true
	}
	if k.summedOverUnits {
		return e.amountBelow(k, a, u, ordinal)
	}
	for up := e.units.parent[u]; up != noUnit; up = e.units.parent[up] {
		if v, giver := e.ownAmount(k, a, up, ordinal); giver != nil {
			return v, true
		}
	}
	return 0, false
}

// ownAmount is what the unit's own sets give, and which of them gives it, nil when none does. Of two that begin together one made
// for the unit is before one that only collects for it.
func (e *evaluator) ownAmount(k *kpi, a amount, u int32, ordinal int) (float64, *targetSet) {
	at := k.setsAt(u)
	// Both lists begin with the latest from; a set that is in both is met in at first.
	for i, j := 0, 0; i < len(at) || j < len(k.collected); {
		var s *targetSet
		if i < len(at) && (j >= len(k.collected) || at[i].from >= k.collected[j].from) {
			s = at[i]
			i++
		} else {
			s = k.collected[j]
			j++
		}
		if v, ok := e.setAmount(k, s, a, u, ordinal); ok {
			return v, s
		}
	}
	return 0, nil
}

// setAmount is what one set gives for a unit: what it has collected for it, and what it says when it is the unit's own.
func (e *evaluator) setAmount(k *kpi, s *targetSet, a amount, u int32, ordinal int) (float64, bool) {
	if !s.holds(ordinal) {
		return 0, false
	}
	if s.collects[amountNames[a]] {
		if c := e.collected(k, s, amountNames[a], u, ordinal); c != nil {
			return c.Value, !c.Quarantined
		}
	}
	if s.unit != u {
		return 0, false
	}
	var in place
	if s.paths[a].kind == "seasonal" {
		in = e.placeInYear(k, ordinal)
	}
	return s.paths[a].at(ordinal, in)
}

// collected is what a set has collected for a unit, nil when nothing.
func (e *evaluator) collected(k *kpi, s *targetSet, field string, u int32, ordinal int) *Cell {
	page := e.facts.page(e.facts.of(TargetSeries(s.name, field)), k.cal, k.freq, ordinal)
	return page.at(u)
}

func (e *evaluator) placeInYear(k *kpi, ordinal int) place {
	begin, end := k.cal.Sub(k.cal.FiscalYear(period.Period{Frequency: k.freq, Ordinal: ordinal}), k.freq)
	return place{ordinal - begin.Ordinal, period.Count(begin, end)}
}

// amountBelow is the sum of the amounts of the units below where the KPI is measured, when all of them have one.
func (e *evaluator) amountBelow(k *kpi, a amount, u int32, ordinal int) (float64, bool) {
	if !k.setsWithin(u+1, e.units.end[u]) {
		return 0, false
	}
	total, any := 0.0, false
	for c := range e.units.children(u) {
		if !k.relevant.has(c) {
			continue
		}
		v, giver := e.ownAmount(k, a, c, ordinal)
		if giver == nil {
			var ok bool
			if v, ok = e.amountBelow(k, a, c, ordinal); !ok {
				return 0, false
			}
		}
		total, any = total+v, true
	}
	return total, any
}

// amountOver is an amount for a run of the KPI's own periods: their sum where the KPI is summed over time, else their mean,
// and none when one of them has none.
func (e *evaluator) amountOver(k *kpi, a amount, u int32, r run) *float64 {
	total := 0.0
	for ordinal := r.first; ordinal <= r.last; ordinal++ {
		v, ok := e.amountAt(k, a, u, ordinal)
		if !ok {
			return nil
		}
		total += v
	}
	if !k.summedOverTime {
		total /= float64(r.last - r.first + 1)
	}
	if !finite(total) {
		return nil
	}
	return &total
}

// scaleAt is the scale at one period of the KPI's own frequency, with the thresholds that were collected for it. It returns
// the set that gives it, nil when none does.
func (e *evaluator) scaleAt(k *kpi, u int32, ordinal int) (*contract.Scale, *targetSet, why) {
	for at, own := u, true; at != noUnit; at, own = e.units.parent[at], false {
		for _, s := range k.setsAt(at) {
			if s.scale == nil || !s.holds(ordinal) || !own && k.summedOverUnits && !s.inherits {
				continue
			}
			return e.withCollected(k, s, u, at, ordinal)
		}
		if !own {
			continue
		}
		for _, s := range k.collected {
			if s.scale != nil && s.holds(ordinal) && e.hasThreshold(k, s, u, ordinal) {
				return e.withCollected(k, s, u, u, ordinal)
			}
		}
	}
	return nil, nil, sentence.NoScale
}

func (e *evaluator) hasThreshold(k *kpi, s *targetSet, u int32, ordinal int) bool {
	for _, field := range s.threshold {
		if e.collected(k, s, field, u, ordinal) != nil {
			return true
		}
	}
	return false
}

// withCollected puts collected thresholds in the place of those that the set's scale says: the unit's own, else those of the
// unit that the scale comes from.
func (e *evaluator) withCollected(k *kpi, s *targetSet, u, giver int32, ordinal int) (*contract.Scale, *targetSet, why) {
	scale := s.scale
	places := map[string]**contract.Threshold(nil)
	for _, set := range k.collected {
		if !set.holds(ordinal) {
			continue
		}
		for _, field := range set.threshold {
			c := e.collected(k, set, field, u, ordinal)
			if c == nil && giver != u {
				c = e.collected(k, set, field, giver, ordinal)
			}
			if c == nil {
				continue
			}
			if c.Quarantined {
				return scale, s, sentence.QuarantinedThreshold(field)
			}
			if places == nil {
				changed := *s.scale
				scale = &changed
				places = thresholdsOf(scale)
			}
			v := c.Value
			*places[field] = &contract.Threshold{Double: &v}
		}
	}
	return scale, s, nil
}
