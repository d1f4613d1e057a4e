package evaluate

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"

// span is a window of time: runs of periods of one frequency and calendar, in ascending order and never empty. A requested
// period is a span of one; look-back makes others.
type span struct {
	cal  *calendar
	freq period.Frequency
	runs []run
	// whole is true for a window that is aggregated over time even when it is a single period: the first month of a year
	// to date is counted like all others.
	whole bool
}

// run is first … last, both included.
type run struct{ first, last int }

func spanOf(c *calendar, p period.Period) span {
	return spanOver(c, p.Frequency, run{p.Ordinal, p.Ordinal})
}

func (s span) first() period.Period {
	return period.Period{Frequency: s.freq, Ordinal: s.runs[0].first}
}

func (s span) last() period.Period {
	return period.Period{Frequency: s.freq, Ordinal: s.runs[len(s.runs)-1].last}
}

// spanOver is the window of one run of periods.
func spanOver(c *calendar, f period.Frequency, r run) span {
	return span{cal: c, freq: f, runs: []run{r}}
}

// requested is the period that a span of one stands for, unless it is to be aggregated over time all the same.
func (s span) requested() (period.Period, bool) {
	p, one := s.single()
	return p, one && !s.whole
}

// single is the only period of a span of one.
func (s span) single() (period.Period, bool) {
	return s.first(), len(s.runs) == 1 && s.runs[0].first == s.runs[0].last
}

// shifted is the span n periods before.
func (s span) shifted(n int) span {
	earlier := make([]run, len(s.runs))
	for i, r := range s.runs {
		earlier[i] = run{r.first - n, r.last - n}
	}
	return span{s.cal, s.freq, earlier, s.whole}
}

// in is the same window in another calendar.
func (s span) in(c *calendar) span {
	if s.cal == c {
		return s
	}
	runs := make([]run, len(s.runs))
	for i, r := range s.runs {
		runs[i] = run{
			translate(period.Period{Frequency: s.freq, Ordinal: r.first}, s.cal, c).Ordinal,
			translate(period.Period{Frequency: s.freq, Ordinal: r.last}, s.cal, c).Ordinal,
		}
	}
	return span{c, s.freq, runs, s.whole}
}

// within are the KPI's own periods in the window: those that belong to it or, when they are longer than its periods, that
// lie in it as a whole.
func (s span) within(k *kpi) []run {
	s = s.in(k.cal)
	if k.freq == s.freq {
		return s.runs
	}
	runs := make([]run, 0, len(s.runs))
	for _, r := range s.runs {
		begin, end := period.Period{Frequency: s.freq, Ordinal: r.first}, period.Period{Frequency: s.freq, Ordinal: r.last}
		var own run
		if k.rank < s.freq.Rank() {
			a, _ := k.cal.Sub(begin, k.freq)
			_, b := k.cal.Sub(end, k.freq)
			own = run{a.Ordinal, b.Ordinal}
		} else {
			a := k.cal.At(k.cal.Start(begin), k.freq)
			if k.cal.Start(a).Before(k.cal.Start(begin)) {
				a = a.Next(1)
			}
			own = run{a.Ordinal, k.cal.At(k.cal.End(end), k.freq).Ordinal - 1}
		}
		if own.first <= own.last {
			runs = append(runs, own)
		}
	}
	return runs
}

// reach are the first and the last of the KPI's own periods that a window of its calendar reads, carried ones included.
func (s span) reach(k *kpi) run {
	if s.freq.Rank() >= k.rank {
		first, _ := k.cal.Sub(s.first(), k.freq)
		_, last := k.cal.Sub(s.last(), k.freq)
		return run{first.Ordinal, last.Ordinal}
	}
	first, last := k.cal.At(k.cal.End(s.first()), k.freq), k.cal.At(k.cal.End(s.last()), k.freq)
	return run{first.Ordinal - carriedFor, last.Ordinal - 1}
}

// counterpart is where a period that belongs to the window is found a year before: at the same position of the same period.
// Only the weeks of months, quarters, halves and years have no fixed place there.
func (s span) counterpart(p period.Period) (period.Period, bool) {
	if p.Frequency != period.Week || s.freq.Rank() <= p.Frequency.Rank() {
		return s.cal.Counterpart(p)
	}
	outer := s.cal.Containing(p, s.freq)
	before, exists := s.cal.Counterpart(outer)
	first, _ := s.cal.Sub(outer, p.Frequency)
	begin, end := s.cal.Sub(before, p.Frequency)
	at := begin.Next(p.Ordinal - first.Ordinal)
	return at, exists && at.Ordinal <= end.Ordinal
}

// yearBefore is the window made of the counterparts of a KPI's own periods in this one.
func (s span) yearBefore(k *kpi, counterparts []int) span {
	return span{k.cal, k.freq, runsOf(counterparts), s.whole || s.freq.Rank() > k.rank}
}

// runsOf joins ascending ordinals.
func runsOf(ordinals []int) []run {
	var runs []run
	for _, o := range ordinals {
		if n := len(runs); n > 0 && runs[n-1].last == o-1 {
			runs[n-1].last = o
		} else {
			runs = append(runs, run{o, o})
		}
	}
	return runs
}
