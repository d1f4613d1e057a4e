package evaluate

import (
	"math"
	"slices"
)

// method is how values become one.
type method uint8

const (
	sum method = iota
	mean
	weightedMean
	minimum
	maximum
	count
	first
	last
	none
)

var methodNames = [...]string{
	sum: "sum", mean: "mean", weightedMean: "weightedMean", minimum: "min", maximum: "max", count: "count", first: "first",
	last: "last", none: "none",
}

// methodNamed is false for a word that is no method.
func methodNamed(name string) (method, bool) {
	i := slices.Index(methodNames[:], name)
	return method(max(i, 0)), i >= 0
}

// accumulator takes values one by one. The zero value is empty.
type accumulator struct {
	n                         int
	sum, min, max             float64
	first, last               float64
	weightedSum, weightsTotal float64
}

func (a *accumulator) add(v float64) {
	if a.n == 0 {
		a.min, a.max, a.first = v, v, v
	} else {
		a.min, a.max = min(a.min, v), max(a.max, v)
	}
	a.n++
	a.sum += v
	a.last = v
}

// addWeighted adds a value that has a weight; only weightedMean may be asked for then.
func (a *accumulator) addWeighted(v, weight float64) {
	a.n++
	a.weightedSum += v * weight
	a.weightsTotal += weight
}

// result is false when there is no value.
func (a *accumulator) result(m method) (float64, bool) {
	switch {
	case m == count:
		return float64(a.n), true
	case a.n == 0:
		return 0, false
	}
	switch m {
	case sum:
		return a.sum, true
	case mean:
		return a.sum / float64(a.n), true
	case weightedMean:
		return a.weightedSum / a.weightsTotal, a.weightsTotal != 0
	case minimum:
		return a.min, true
	case maximum:
		return a.max, true
	case first:
		return a.first, true
	case last:
		return a.last, true
	}
	return 0, false
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
