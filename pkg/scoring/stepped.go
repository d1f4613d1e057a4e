package scoring

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// between scores 100 from low to high, both included, and falls linearly to 0 at a distance of tolerance outside.
type between struct{ low, high, tolerance amount }

func newBetween(scale contract.Scale) (shape, []Problem) {
	var r reader
	return &between{
		low: r.required("/low", scale.Low), high: r.required("/high", scale.High),
		tolerance: r.required("/tolerance", scale.Tolerance),
	}, r.problems
}

func (b *between) check() []Problem {
	var problems []Problem
	if sameKind(b.low, b.high) && b.low.n > b.high.n {
		problems = append(problems, Problem{"/scale/high", sentence.HighBelowLow})
	}
	if b.tolerance.n < 0 {
		problems = append(problems, Problem{"/scale/tolerance", sentence.ToleranceNegative})
	}
	return problems
}

func (b *between) resolve(r *resolver) shape {
	n := *b
	r.numbers(&n.low, &n.high, &n.tolerance)
	r.finite(n.low.n-n.tolerance.n, n.high.n+n.tolerance.n)
	return &n
}

func (b *between) score(value float64, _ Scheme) (float64, *Reason) {
	outside := max(b.low.n-value, value-b.high.n, 0)
	switch {
	case outside == 0:
		return maxScore, nil
	case outside >= b.tolerance.n:
		return minScore, nil
	}
	return maxScore * (1 - outside/b.tolerance.n), nil
}

func (b *between) bands(s Scheme) []contract.ScaleBand {
	return bandsOf([]vertex{
		{b.low.n - b.tolerance.n, minScore}, {b.low.n, maxScore}, {b.high.n, maxScore}, {b.high.n + b.tolerance.n, minScore},
	}, s)
}

// binary scores 100 where the comparison holds, else 0.
type binary struct {
	op    string
	value amount
}

func newBinary(scale contract.Scale) (shape, []Problem) {
	var r reader
	b := &binary{value: r.required("/value", scale.Value)}
	if scale.Op != nil {
		b.op = *scale.Op
	}
	switch b.op {
	case "gt", "gte", "lt", "lte", "eq":
	default:
		r.refuse("/op", sentence.NoComparison)
	}
	return b, r.problems
}

func (b *binary) check() []Problem { return nil }

func (b *binary) resolve(r *resolver) shape {
	n := *b
	r.numbers(&n.value)
	return &n
}

func (b *binary) score(value float64, _ Scheme) (float64, *Reason) {
	holds := false
	switch b.op {
	case "gt":
		holds = value > b.value.n
	case "gte":
		holds = value >= b.value.n
	case "lt":
		holds = value < b.value.n
	case "lte":
		holds = value <= b.value.n
	case "eq":
		holds = value == b.value.n
	}
	if holds {
		return maxScore, nil
	}
	return minScore, nil
}

func (b *binary) bands(s Scheme) []contract.ScaleBand {
	bad, good, edge := s.Status(minScore), s.Status(maxScore), &b.value.n
	switch b.op {
	case "gt", "gte":
		return []contract.ScaleBand{{Level: bad, To: edge}, {Level: good, From: edge}}
	case "lt", "lte":
		return []contract.ScaleBand{{Level: good, To: edge}, {Level: bad, From: edge}}
	}
	return []contract.ScaleBand{{Level: bad, To: edge}, {Level: good, From: edge, To: edge}, {Level: bad, From: edge}}
}
