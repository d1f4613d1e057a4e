package evaluate

import (
	"sort"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// Needs lists the observations that View reads for a request, one window for each series. Errors are as View's.
func (m *Model) Needs(r Request) ([]Window, error) {
	f, err := m.frame(r)
	if err != nil {
		return nil, err
	}
	d := m.demand(r.Now)
	d.card(f, max(1, r.Sparkline-1))
	return d.windows(), nil
}

// demand collects which observations an evaluation will read, by going the ways of evaluator without numbers.
type demand struct {
	*evaluator
	wanted map[string]*wanted
	seen   map[seenKey]bool
	chain  map[nodeKey]bool
}

// wanted are the periods first … last of a series, or all up to last.
type wanted struct {
	cal         *calendar
	freq        period.Frequency
	first, last int
	whole       bool
}

type seenKey struct {
	kpi   *kpi
	freq  period.Frequency
	run   run
	whole bool
}

func (m *Model) demand(now time.Time) *demand {
	return &demand{
		evaluator: &evaluator{Model: m, now: now, clocks: map[*calendar]*clock{}}, wanted: map[string]*wanted{}, seen: map[seenKey]bool{}, chain: map[nodeKey]bool{},
	}
}

// card asks for everything of a scorecard, from back periods before the frame's on.
func (d *demand) card(f frame, back int) {
	for _, p := range d.perspectives(f) {
		for _, o := range d.objectives(f, p.perspective) {
			d.objective(o, back)
		}
	}
}

func (d *demand) objective(b branch, back int) {
	key := nodeKey{b.ref, b.frame}
	if d.chain[key] {
		return
	}
	d.chain[key] = true
	defer delete(d.chain, key)
	for child := range d.measures(b.frame, b.ref.Name) {
		switch {
		case child.ref.Kind == kindObjective:
			d.objective(child, back)
		case child.kpi != nil:
			p := child.frame.period
			d.judged(child.kpi, spanOver(child.frame.card.cal, p.Frequency, run{p.Ordinal - back, p.Ordinal}))
		}
	}
}

// judged asks for a KPI's values in a window of one run and for what they are judged by.
func (d *demand) judged(k *kpi, s span) {
	if k.broken != nil {
		return
	}
	d.kpi(k, s)
	own := s.in(k.cal).reach(k)
	for _, set := range k.collected {
		for field := range set.collects {
			d.want(TargetSeries(set.name, field), k, own, false)
		}
	}
}

// kpi asks for a KPI's values in a window of one run.
func (d *demand) kpi(k *kpi, s span) {
	if k.broken != nil {
		return
	}
	s = s.in(k.cal)
	if d.visited(seenKey{k, s.freq, s.runs[0], false}) {
		return
	}
	own := s.reach(k)
	ownSpan := spanOver(k.cal, k.freq, own)
	if k.weight != nil {
		d.kpi(k.weight, ownSpan)
	}
	if !k.calculated() {
		d.want(k.name, k, own, false)
		return
	}
	if k.perPeriod || s.freq.Rank() < k.rank {
		s = ownSpan
	}
	for _, input := range k.inputs {
		switch k.lookBack[input] {
		case wholeHistory:
			d.history(input, s)
		case yearBack:
			if input.broken == nil {
				d.kpi(input, d.withYearBefore(input, s.in(input.cal)))
			}
		default:
			d.kpi(input, s)
		}
	}
}

// withYearBefore is a window in the KPI's own periods that begins with the counterpart of its first one a year before.
func (d *demand) withYearBefore(k *kpi, s span) span {
	own := s.reach(k)
	begin := own.first
	for first := own.first; ; first-- {
		if counterpart, ok := k.cal.Counterpart(period.Period{Frequency: k.freq, Ordinal: first}); ok {
			begin = counterpart.Ordinal
			break
		}
	}
	if s.freq.Rank() > k.rank { // the weeks of a month a year before may begin earlier
		if before, ok := k.cal.Counterpart(s.first()); ok {
			first, _ := k.cal.Sub(before, k.freq)
			begin = min(begin, first.Ordinal)
		}
	}
	return spanOver(k.cal, k.freq, run{begin, own.last})
}

// history asks for a KPI's values from its first observation to the end of a window.
func (d *demand) history(k *kpi, s span) {
	if k.broken != nil {
		return
	}
	s = s.in(k.cal)
	if d.visited(seenKey{k, s.freq, run{last: s.last().Ordinal}, true}) {
		return
	}
	own := s.reach(k)
	for _, read := range k.reads() { // over the window, and at the KPI's own periods, which may end later
		d.history(read, s)
		d.history(read, spanOver(k.cal, k.freq, own))
	}
	if !k.calculated() {
		d.want(k.name, k, own, true)
	}
}

func (d *demand) visited(key seenKey) bool {
	if d.seen[key] {
		return true
	}
	d.seen[key] = true
	return false
}

func (d *demand) want(series string, k *kpi, r run, whole bool) {
	w, ok := d.wanted[series]
	if !ok {
		d.wanted[series] = &wanted{k.cal, k.freq, r.first, r.last, whole}
		return
	}
	w.first, w.last, w.whole = min(w.first, r.first), max(w.last, r.last), w.whole || whole
}

// windows are what was asked for, ordered by series.
func (d *demand) windows() []Window {
	windows := make([]Window, 0, len(d.wanted))
	for series, w := range d.wanted {
		window := Window{Series: series, To: w.cal.ID(period.Period{Frequency: w.freq, Ordinal: w.last})}
		if !w.whole {
			window.From = w.cal.ID(period.Period{Frequency: w.freq, Ordinal: w.first})
		}
		windows = append(windows, window)
	}
	sort.Slice(windows, func(i, j int) bool { return windows[i].Series < windows[j].Series })
	return windows
}
