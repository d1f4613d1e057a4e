// Package formula reads and evaluates the formulas of calculated KPIs: arithmetic over other KPIs with conditions, a few
// functions and look-back in time. It is pure; where inputs come from is the caller's Env.
//
// The grammar is that of github.com/expr-lang/expr, whose parser does the reading. Nothing else of it is used: tokens that
// formulas don't have are refused before parsing, and evaluation is a tree of our own, so that a missing input has a
// reason, no branch is evaluated in vain, and there are no values but finite numbers.
package formula

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Reason says why there is no value: that a divisor is 0, that a result is too large to be a number, or what an Env gave.
type Reason = contract.Reason

// Env gives the inputs of one evaluation: of one unit and one period. A nil Reason means that there is a value, which must
// be finite.
type Env interface {
	// Value is a KPI's value of the period.
	Value(kpi string) (float64, *Reason)
	// Prev is its value of the n-th period before, n ≥ 1.
	Prev(kpi string, n int) (float64, *Reason)
	// Ytd is its value from the start of the fiscal year to the end of the period.
	Ytd(kpi string) (float64, *Reason)
	// Rolling is its value of the n periods that end with the period, n ≥ 1.
	Rolling(kpi string, n int) (float64, *Reason)
	// SamePeriodLastYear is its value of the same period a year before, of like with like.
	SamePeriodLastYear(kpi string) (float64, *Reason)
}

// The look-backs that an Input can have.
const (
	Prev               = "prev"
	Ytd                = "ytd"
	Rolling            = "rolling"
	SamePeriodLastYear = "samePeriodLastYear"
)

// Input is something that a formula reads: a KPI, as it is when LookBack is "", or at another time.
type Input struct {
	Kpi string
	// LookBack is "", Prev, Ytd, Rolling or SamePeriodLastYear.
	LookBack string
	// N is how many periods Prev goes back or Rolling spans; 0 with the others.
	N int
}

// Formula is a formula that has been read. It is immutable: safe for concurrent use.
type Formula struct {
	root   numeric
	inputs []Input
}

// Inputs lists everything that the formula may read, each once, in the order of the text. An evaluation reads only what
// the branches taken need.
func (f *Formula) Inputs() []Input { return append([]Input(nil), f.inputs...) }

// Eval computes the formula's value, which is finite, or says why there is none.
func (f *Formula) Eval(env Env) (float64, *Reason) {
	n, reason := f.root(env)
	if reason != nil {
		return 0, reason
	}
	return n + 0, nil // never -0
}

// numeric and logical are the two kinds of expression.
type (
	numeric func(Env) (float64, *Reason)
	logical func(Env) (bool, *Reason)
)

// finite refuses results that are no numbers.
func finite(n float64) (float64, *Reason) {
	if math.IsInf(n, 0) || math.IsNaN(n) {
		return 0, sentence.NotFinite
	}
	return n, nil
}

func constant(n float64) numeric {
	return func(Env) (float64, *Reason) { return n, nil }
}

func read(input Input) numeric {
	return func(env Env) (float64, *Reason) {
		n, reason := input.from(env)
		if reason != nil {
			return 0, reason
		}
		return finite(n)
	}
}

func (i Input) from(env Env) (float64, *Reason) {
	switch i.LookBack {
	case Prev:
		return env.Prev(i.Kpi, i.N)
	case Ytd:
		return env.Ytd(i.Kpi)
	case Rolling:
		return env.Rolling(i.Kpi, i.N)
	case SamePeriodLastYear:
		return env.SamePeriodLastYear(i.Kpi)
	}
	return env.Value(i.Kpi)
}

func negative(x numeric) numeric {
	return func(env Env) (float64, *Reason) {
		n, reason := x(env)
		return -n, reason
	}
}

// both evaluates two operands from left to right, the second even when the first has no value: what a formula has read
// doesn't depend on the order in which it is written. The reason is the first one.
func both(a, b numeric, env Env) (x, y float64, reason *Reason) {
	x, reason = a(env)
	y, second := b(env)
	if reason == nil {
		reason = second
	}
	return x, y, reason
}

func arithmetic(operator string, a, b numeric) numeric {
	return func(env Env) (float64, *Reason) {
		x, y, reason := both(a, b, env)
		if reason != nil {
			return 0, reason
		}
		switch operator {
		case "+":
			return finite(x + y)
		case "-":
			return finite(x - y)
		case "*":
			return finite(x * y)
		}
		if y == 0 {
			return 0, sentence.DivisionByZero
		}
		if operator == "/" {
			return finite(x / y)
		}
		return finite(math.Mod(x, y))
	}
}

func conditional(condition logical, then, otherwise numeric) numeric {
	return func(env Env) (float64, *Reason) {
		holds, reason := condition(env)
		switch {
		case reason != nil:
			return 0, reason
		case holds:
			return then(env)
		}
		return otherwise(env)
	}
}

func comparison(operator string, a, b numeric) logical {
	return func(env Env) (bool, *Reason) {
		x, y, reason := both(a, b, env)
		if reason != nil {
			return false, reason
		}
		switch operator {
		case "<":
			return x < y, nil
		case "<=":
			return x <= y, nil
		case ">":
			return x > y, nil
		case ">=":
			return x >= y, nil
		case "!=":
			return x != y, nil
		}
		return x == y, nil
	}
}

func not(x logical) logical {
	return func(env Env) (bool, *Reason) {
		holds, reason := x(env)
		return !holds && reason == nil, reason
	}
}

// connective is "and", or "or" when decisive is true: the second operand is evaluated only when the first doesn't decide.
func connective(decisive bool, a, b logical) logical {
	return func(env Env) (bool, *Reason) {
		holds, reason := a(env)
		if reason != nil || holds == decisive {
			return holds, reason
		}
		return b(env)
	}
}
