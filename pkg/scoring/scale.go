package scoring

import (
	"math"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Reason says why a value has no score.
type Reason = contract.Reason

// Amounts are a period's own target and baseline; nil when there is none.
type Amounts struct {
	Target   *float64
	Baseline *float64
}

// shape is a scale: thresholds as written until resolved, then numbers.
type shape interface {
	// check lists contradictions among thresholds; of a percentage and an amount none can be told.
	check() []Problem
	// resolve is the same shape with a number for every threshold.
	resolve(*resolver) shape
	// score and bands need numbers.
	score(value float64, s Scheme) (float64, *Reason)
	bands(s Scheme) []contract.ScaleBand
}

// shapeOf reads a scale. The problems are thresholds that are missing or unreadable.
func shapeOf(scale contract.Scale) (shape, []Problem) {
	switch scale.Type {
	case "goalRedFlag":
		return newGoalRedFlag(scale)
	case "toTarget":
		return newToTarget(scale)
	case "between":
		return newBetween(scale)
	case "binary":
		return newBinary(scale)
	case "ranges":
		return newRanges(scale)
	case "points":
		return newPoints(scale)
	}
	return nil, []Problem{{"/scale/type", sentence.NoScaleType}}
}

// Parsed is a scale whose thresholds were read. It is immutable.
type Parsed struct {
	shape    shape
	problems []Problem
}

// Parse reads a scale, once for all periods in which it holds.
func Parse(scale contract.Scale) Parsed {
	shape, problems := shapeOf(scale)
	return Parsed{shape, problems}
}

// Resolved is a scale whose thresholds are numbers, for one period.
type Resolved struct{ shape shape }

// Resolve turns the thresholds into the numbers of one period: percentages are of the period's target, absolute ones are
// multiplied by factor, the count of sub-periods for which they hold one by one. The reason says why the scale can't score in
// this period.
func (p Parsed) Resolve(amounts Amounts, factor float64) (Resolved, *Reason) {
	resolved, problems := p.shape, p.problems
	if len(problems) == 0 {
		r := &resolver{amounts: amounts, factor: factor}
		resolved = p.shape.resolve(r)
		if r.reason != nil {
			return Resolved{}, r.reason
		}
		problems = resolved.check()
	}
	if len(problems) > 0 {
		return Resolved{}, sentence.InvalidScale(strings.TrimPrefix(problems[0].Path, "/scale/"), problems[0].Said.Message)
	}
	return Resolved{resolved}, nil
}

// Score is the score of a finite value, from 0 to 100. The reason says why there is none.
func (r Resolved) Score(value float64, s Scheme) (float64, *Reason) { return r.shape.score(value, s) }

// Bands says which values have which level, in ascending order of the values, without gaps where the scale scores every
// value. An open end is nil. A level can have several bands.
func (r Resolved) Bands(s Scheme) []contract.ScaleBand { return r.shape.bands(s) }

// Validate lists what is wrong with the scale of a TargetSet whose own fixed target and baseline are given, if any. Paths
// are relative to the TargetSet's spec. Levels of ranges aren't looked at: the scheme is a scorecard's.
func Validate(scale contract.Scale, target, baseline *float64) []Problem {
	parsed, problems := shapeOf(scale)
	switch parsed := parsed.(type) {
	case nil:
		return problems
	case *toTarget:
		return append(problems, parsed.checkWith(target, baseline)...)
	}
	return append(problems, parsed.check()...)
}

// amount is a threshold: a number, percent of the target when percent is true; absent unless given.
type amount struct {
	n       float64
	percent bool
	given   bool
}

func absolute(n float64) amount { return amount{n: n, given: true} }

// sameKind is whether all amounts are given, and all as numbers or all as percent. Only then conflicts among them can be
// told before the target is known; its sign turns the order of all percentages round, which changes no conflict.
func sameKind(amounts ...amount) bool {
	for _, a := range amounts {
		if !a.given || a.percent != amounts[0].percent {
			return false
		}
	}
	return true
}

// reader collects the thresholds of a scale and what is wrong with them.
type reader struct{ problems []Problem }

func (r *reader) refuse(path string, said *contract.Reason) {
	r.problems = append(r.problems, Problem{"/scale" + path, said})
}

func (r *reader) optional(path string, t *contract.Threshold) amount {
	if t == nil {
		return amount{}
	}
	n, percent, ok := t.Amount()
	if !ok || math.IsInf(n, 0) || math.IsNaN(n) {
		r.refuse(path, sentence.NoThreshold)
		return amount{}
	}
	return amount{n: n, percent: percent, given: true}
}

func (r *reader) required(path string, t *contract.Threshold) amount {
	if t == nil {
		r.refuse(path, sentence.Missing)
	}
	return r.optional(path, t)
}

// resolver turns amounts into numbers. Its reason is that of the first one that can't be.
type resolver struct {
	amounts Amounts
	factor  float64
	reason  *Reason
}

func (r *resolver) fail(reason *Reason) {
	if r.reason == nil {
		r.reason = reason
	}
}

// numbers resolves amounts in place; absent ones stay absent.
func (r *resolver) numbers(amounts ...*amount) {
	for _, a := range amounts {
		switch {
		case !a.given:
			continue
		case !a.percent:
			a.n *= r.factor
		case r.amounts.Target == nil:
			r.fail(sentence.NoTarget)
		case *r.amounts.Target == 0:
			r.fail(sentence.ZeroTarget)
		default:
			a.n, a.percent = *r.amounts.Target*(a.n/100), false
		}
		r.finite(a.n)
	}
}

// finite refuses thresholds that are too large to reckon with.
func (r *resolver) finite(numbers ...float64) {
	for _, n := range numbers {
		if math.IsInf(n, 0) || math.IsNaN(n) {
			r.fail(sentence.ThresholdsTooLarge)
		}
	}
}
