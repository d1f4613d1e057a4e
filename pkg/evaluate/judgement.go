package evaluate

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

// judgement is a KPI's value at a unit and period with what it is measured by.
type judgement struct {
	cell
	// period is the KPI's own one when the value is carried, in the KPI's calendar.
	period  period.Period
	amounts [amounts]*float64
	// set gives the scale, nil when there is none; scale is that of the period's last begun sub-period. It may be the set's own:
	// nobody changes it.
	set   *targetSet
	scale *contract.Scale
	// factor is how often absolute thresholds count.
	factor float64
	// resolved is only meaningful when hasScale.
	resolved scoring.Resolved
	hasScale bool
	// score is nil when there is none, and unscored says why.
	score    *float64
	unscored why
}

type judgementKey struct {
	cell cellKey
	// scheme by the scorecard that has it, nil for the default.
	card *card
}

// judge scores a KPI by the scheme of a scorecard, or by the default one for nil.
func (e *evaluator) judge(k *kpi, u int32, by *card, c *calendar, p period.Period) *judgement {
	if k.broken == nil {
		p = translate(p, c, k.cal)
	}
	key, judgements := judgementKey{keyOf(u, p), by}, &e.known[k.index].judgements
	if known, ok := judgements.get(key); ok {
		return known
	}
	j := &judgement{cell: e.value(k, u, k.cal, p), period: p}
	judgements.put(key, j)
	if k.broken != nil {
		j.unscored = k.broken
		return j
	}
	e.judgeBy(k, u, schemeFor(by), j)
	return j
}

func schemeFor(by *card) scoring.Scheme {
	if by == nil {
		return scoring.DefaultScheme()
	}
	return by.scheme
}

func (e *evaluator) judgeBy(k *kpi, u int32, scheme scoring.Scheme, j *judgement) {
	switch {
	case j.carried:
		j.period = period.Period{Frequency: k.freq, Ordinal: j.own}
	case j.period.Frequency.Rank() < k.rank: // nothing to carry, so nothing to judge
		j.unscored = j.why
		return
	}
	own := e.judgedRun(k, j)
	for a := range amounts {
		j.amounts[a] = e.amountOver(k, a, u, own)
	}
	j.factor = 1
	if k.summedOverTime {
		j.factor = float64(own.last - own.first + 1)
	}
	var reason why
	if j.scale, j.set, reason = e.scaleAt(k, u, own.last); reason == nil {
		parsed := j.set.parsed
		if j.scale != j.set.scale { // with collected thresholds
			parsed = scoring.Parse(*j.scale)
		}
		j.resolved, reason = parsed.Resolve(scoring.Amounts{Target: j.amounts[target], Baseline: j.amounts[baseline]}, j.factor)
	}
	j.hasScale = reason == nil
	switch {
	case !j.has():
		j.unscored = j.why
	case reason != nil:
		j.unscored = reason
	default:
		score, unscored := j.resolved.Score(j.value, scheme)
		if j.unscored = unscored; unscored == nil {
			j.score = &score
		}
	}
}

// judgedRun are the KPI's own periods that targets and thresholds come from: those of the judged period that have begun, all
// of them before it begins.
func (e *evaluator) judgedRun(k *kpi, j *judgement) run {
	first, last := k.ownRange(j.period)
	if begun := e.clock(k.cal).begunOf(k.freq, last); begun >= first {
		last = begun
	}
	return run{first, last}
}
