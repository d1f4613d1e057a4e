package scoring

import (
	"math"
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// vertex is one point of a scale: the score of a value.
type vertex struct{ value, score float64 }

// ascending orders vertices by value; they rise or fall.
func ascending(vertices []vertex) []vertex {
	if vertices[0].value > vertices[len(vertices)-1].value {
		for i, j := 0, len(vertices)-1; i < j; i, j = i+1, j-1 {
			vertices[i], vertices[j] = vertices[j], vertices[i]
		}
	}
	return vertices
}

// interpolate is the score of a value: linear between vertices in ascending order, clamped outside.
func interpolate(vertices []vertex, value float64) float64 {
	last := len(vertices) - 1
	switch {
	case value <= vertices[0].value:
		return vertices[0].score
	case value >= vertices[last].value:
		return vertices[last].score
	}
	i := sort.Search(last, func(i int) bool { return value < vertices[i+1].value })
	a, b := vertices[i], vertices[i+1]
	return a.score + share(a.value, b.value, value)*(b.score-a.score)
}

// share is how far a value is from a to b, from 0 to 1. It holds for the greatest numbers too, whose distance overflows.
func share(a, b, value float64) float64 {
	if width := b - a; !math.IsInf(width, 0) {
		return (value - a) / width
	}
	return (value/2 - a/2) / (b/2 - a/2)
}

// bandsOf splits the values of a scale, given by vertices in ascending order, where its score crosses a cut-off.
func bandsOf(vertices []vertex, s Scheme) []contract.ScaleBand {
	b := bander{scheme: s, bands: make([]contract.ScaleBand, 0, len(s))}
	b.until(vertices[0].value, vertices[0].score)
	for i, v := range vertices[:len(vertices)-1] {
		from, next := v.score, vertices[i+1]
		for _, cut := range crossings(v.score, next.score, s) {
			t := share(v.score, next.score, cut)
			b.until(v.value*(1-t)+next.value*t, (from+cut)/2)
			from = cut
		}
		b.until(next.value, (from+next.score)/2)
	}
	return b.rest(vertices[len(vertices)-1].score)
}

// crossings lists the cut-offs strictly between two scores, in the direction from a to b.
func crossings(a, b float64, s Scheme) []float64 {
	var cuts []float64
	for _, level := range s[1:] {
		if level.From > min(a, b)+tolerance && level.From < max(a, b)-tolerance {
			cuts = append(cuts, level.From)
		}
	}
	if a > b {
		sort.Sort(sort.Reverse(sort.Float64Slice(cuts)))
	}
	return cuts
}

// bander joins neighbouring intervals of one level.
type bander struct {
	scheme Scheme
	bands  []contract.ScaleBand
	// edge is where the next band begins; nil before the first.
	edge *float64
}

// until adds the values from the last edge to the next, whose score lies within one level.
func (b *bander) until(edge, score float64) {
	if b.edge != nil && edge <= *b.edge {
		return
	}
	b.add(b.scheme.Status(score), &edge)
	b.edge = &edge
}

// rest adds the values beyond the last edge.
func (b *bander) rest(score float64) []contract.ScaleBand {
	b.add(b.scheme.Status(score), nil)
	return b.bands
}

func (b *bander) add(level string, to *float64) {
	if n := len(b.bands); n > 0 && b.bands[n-1].Level == level {
		b.bands[n-1].To = to
		return
	}
	b.bands = append(b.bands, contract.ScaleBand{Level: level, From: b.edge, To: to})
}
