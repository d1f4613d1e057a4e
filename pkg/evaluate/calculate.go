package evaluate

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// over is a KPI's value at a unit over a window.
func (e *evaluator) over(k *kpi, u int32, s span) cell {
	s = s.in(k.cal)
	if p, one := s.requested(); one {
		return e.value(k, u, k.cal, p)
	}
	at := e.clock(k.cal).phase(s.last(), k.closeDays).phase
	switch {
	case !k.relevant.has(u):
		return absent(sentence.NotMeasured, at.missing())
	case k.calculated() && !k.perPeriod:
		return e.calculate(k, u, at, s).checked()
	}
	return e.overTime(k, u, s).checked()
}

// calculate evaluates a formula at a unit and window. Its state is the least settled of what it has read.
func (e *evaluator) calculate(k *kpi, u int32, at phase, s span) cell {
	reader := &reader{evaluator: e, kpi: k, unit: u, span: s, settled: final}
	v, reason := k.formula.Eval(reader)
	if reader.reads == 0 { // a constant
		reader.settled = at.valued(false)
		if reason != nil {
			reader.settled = at.missing()
		}
	}
	if reason != nil {
		return absent(reason, reader.settled)
	}
	return cell{value: v, state: reader.settled, n: 1}
}

// reader gives a formula its inputs.
type reader struct {
	*evaluator
	kpi     *kpi
	unit    int32
	span    span
	settled state
	reads   int
}

var _ formula.Env = (*reader)(nil)

// Value is an input at the formula's own unit and window.
func (r *reader) Value(name string) (float64, *formula.Reason) {
	return r.read(name, func(k *kpi) cell { return r.over(k, r.unit, r.span) })
}

// Prev is an input n periods of the requested frequency before.
func (r *reader) Prev(name string, n int) (float64, *formula.Reason) {
	return r.lookBack(formula.Input{Kpi: name, LookBack: formula.Prev, N: n})
}

// Ytd is an input from the start of the fiscal year to the end of the requested period.
func (r *reader) Ytd(name string) (float64, *formula.Reason) {
	return r.lookBack(formula.Input{Kpi: name, LookBack: formula.Ytd})
}

// Rolling is an input over the n periods of the formula's own frequency that end with the requested one.
func (r *reader) Rolling(name string, n int) (float64, *formula.Reason) {
	return r.lookBack(formula.Input{Kpi: name, LookBack: formula.Rolling, N: n})
}

// SamePeriodLastYear is an input a year before, over those of its periods that have a value this year.
func (r *reader) SamePeriodLastYear(name string) (float64, *formula.Reason) {
	return r.read(name, func(k *kpi) cell { return r.lastYear(k, r.unit, r.span.in(k.cal)) })
}

// window is the time of an input. That of samePeriodLastYear depends on what has a value and may be empty.
func (r *reader) window(k *kpi, i formula.Input) span {
	cal, last := r.span.cal, r.span.last()
	switch i.LookBack {
	case formula.Prev:
		return r.span.shifted(i.N)
	case formula.Ytd:
		begin, _ := cal.Sub(cal.FiscalYear(last), last.Frequency)
		return span{cal, last.Frequency, []run{{begin.Ordinal, last.Ordinal}}, true}
	case formula.Rolling:
		_, own := cal.Sub(last, r.kpi.freq)
		return span{cal, own.Frequency, []run{{own.Ordinal - i.N + 1, own.Ordinal}}, true}
	case formula.SamePeriodLastYear:
		s := r.span.in(k.cal)
		counterparts, _ := r.counterparts(k, r.unit, s)
		return s.yearBefore(k, counterparts)
	}
	return r.span
}

func (r *reader) read(name string, find func(*kpi) cell) (float64, *formula.Reason) {
	k, known := r.kpiIndex[name]
	if !known {
		return 0, sentence.UnknownKpi(name)
	}
	c := absent(k.broken, notYet)
	if k.broken == nil {
		c = find(k)
	}
	r.reads++
	r.settled = min(r.settled, c.state)
	if !c.has() {
		return 0, r.missingInput(k, c.why)
	}
	return c.value, nil
}

// missingInput is why there is nothing without a KPI, made once for each reason of the KPI's: cells are many.
func (e *evaluator) missingInput(k *kpi, cause why) why {
	inputs := &e.known[k.index].missingInputs
	reason, ok := (*inputs)[cause]
	if !ok {
		reason = sentence.MissingInput(k.name, cause)
		remember(inputs, cause, reason)
	}
	return reason
}

func (r *reader) lookBack(i formula.Input) (float64, *formula.Reason) {
	return r.read(i.Kpi, func(k *kpi) cell {
		s := r.window(k, i)
		if r.beforeFirst(k, r.unit, s.in(k.cal)) {
			at := r.clock(r.span.cal).phase(r.span.last(), k.closeDays).phase
			return absent(sentence.LookBackTooShort, at.missing())
		}
		return r.over(k, r.unit, s)
	})
}

// lastYear compares like with like: of the same period a year before, the KPI's own periods whose counterparts have a value.
func (e *evaluator) lastYear(k *kpi, u int32, s span) cell {
	counterparts, lacking := e.counterparts(k, u, s)
	if lacking != nil {
		return *lacking
	}
	return e.over(k, u, s.yearBefore(k, counterparts))
}

// counterparts are the periods a year before those of the window that have a value; lacking says why they can't be compared.
func (e *evaluator) counterparts(k *kpi, u int32, s span) (ordinals []int, lacking *cell) {
	at := e.clock(k.cal).phase(s.last(), k.closeDays).phase
	none := func(reason why, settled state) ([]int, *cell) {
		c := absent(reason, settled)
		return ordinals, &c
	}
	for _, p := range e.valued(k, u, s) {
		before, exists := s.counterpart(p)
		if !exists {
			return none(sentence.NoCounterpart(k.cal.ID(p)), at.missing())
		}
		v := e.value(k, u, k.cal, before)
		if !v.has() {
			return none(sentence.NoValueYearBefore(k.cal.ID(before), v.why), v.state)
		}
		ordinals = append(ordinals, before.Ordinal)
	}
	if len(ordinals) == 0 {
		return none(sentence.NothingToCompare, at.missing())
	}
	return ordinals, nil
}

// valued are the KPI's own periods in a window that have a value; of a window in shorter periods the carried one.
func (e *evaluator) valued(k *kpi, u int32, s span) []period.Period {
	if p, one := s.single(); one && p.Frequency.Rank() < k.rank {
		if v := e.value(k, u, k.cal, p); v.has() {
			return []period.Period{{Frequency: k.freq, Ordinal: v.own}}
		}
		return nil
	}
	var own []period.Period
	clock := e.clock(k.cal)
	for _, r := range s.within(k) {
		for ordinal := r.first; ordinal <= clock.begunOf(k.freq, r.last); ordinal++ {
			p := period.Period{Frequency: k.freq, Ordinal: ordinal}
			if v := e.value(k, u, k.cal, p); v.has() {
				own = append(own, p)
			}
		}
	}
	return own
}

// firstValue is the ordinal of a KPI's first period with a value at a unit.
type firstValue struct {
	ordinal int
	known   bool
}

// beforeFirst is whether a window begins before the KPI's first observation at the unit.
func (e *evaluator) beforeFirst(k *kpi, u int32, s span) bool {
	if k.constant() {
		return false
	}
	seen := e.firstSeen(k, u)
	reach := s.reach(k)
	switch {
	case !seen.known || seen.ordinal > reach.last:
		return true
	case seen.ordinal == math.MinInt:
		return false
	case k.rank <= s.freq.Rank():
		return reach.first < seen.ordinal
	}
	return k.cal.Start(s.first()).Before(k.cal.Start(period.Period{Frequency: k.freq, Ordinal: seen.ordinal}))
}

func (e *evaluator) firstSeen(k *kpi, u int32) firstValue {
	firsts := &e.known[k.index].firsts
	seen, ok := firsts.get(u)
	if !ok {
		if k.calculated() {
			seen = e.firstCalculated(k, u)
		} else {
			seen = e.firstObserved(k, u)
		}
		firsts.put(u, seen)
	}
	return seen
}

func (e *evaluator) firstObserved(k *kpi, u int32) firstValue {
	if !k.relevant.has(u) {
		return firstValue{}
	}
	for _, ordinal := range e.facts.all(e.pages(k), k.cal, k.freq) {
		v := e.value(k, u, k.cal, period.Period{Frequency: k.freq, Ordinal: ordinal})
		if v.has() && v.n > 0 {
			return firstValue{ordinal, true}
		}
	}
	return firstValue{}
}

// firstCalculated is the first period at which all inputs of a formula have a value.
func (e *evaluator) firstCalculated(k *kpi, u int32) firstValue {
	from := math.MinInt
	for _, input := range k.inputs {
		if input.broken != nil {
			return firstValue{}
		}
		if input.constant() {
			continue
		}
		seen := e.firstSeen(input, u)
		if !seen.known {
			return firstValue{}
		}
		p := translate(period.Period{Frequency: input.freq, Ordinal: seen.ordinal}, input.cal, k.cal)
		begin, _ := k.cal.Sub(p, k.freq)
		from = max(from, begin.Ordinal)
	}
	if from == math.MinInt { // all inputs are constants
		return firstValue{from, true}
	}
	for ordinal := from; ordinal <= e.clock(k.cal).current[k.rank]; ordinal++ {
		if e.allHave(k.inputs, u, k.cal, period.Period{Frequency: k.freq, Ordinal: ordinal}) {
			return firstValue{ordinal, true}
		}
	}
	return firstValue{}
}

func (e *evaluator) allHave(inputs []*kpi, u int32, c *calendar, p period.Period) bool {
	for _, input := range inputs {
		if v := e.value(input, u, c, p); !v.has() {
			return false
		}
	}
	return true
}
