package scoring

import (
	"slices"
	"sort"
	"strconv"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// points scores linearly between given vertices.
type points struct {
	values []amount
	scores []float64
	// vertices are the points in ascending order of values, once resolved.
	vertices []vertex
}

func newPoints(scale contract.Scale) (shape, []Problem) {
	var r reader
	var p points
	if len(scale.Points) < 2 {
		r.refuse("/points", sentence.PointsTooFew)
	}
	for i, point := range scale.Points {
		place := "/points/" + strconv.Itoa(i)
		if len(point) != 2 {
			r.refuse(place, sentence.NoPoint)
			continue
		}
		p.values = append(p.values, r.required(place+"/0", &point[0]))
		score := r.required(place+"/1", &point[1])
		if score.given && (score.percent || score.n < minScore || score.n > maxScore) {
			r.refuse(place+"/1", sentence.ScoreOutOfRange)
		}
		p.scores = append(p.scores, score.n)
	}
	return &p, r.problems
}

// check looks at amounts and percentages apart: how they lie to each other depends on the target.
func (p *points) check() []Problem {
	for _, percent := range []bool{false, true} {
		var known []float64
		for _, a := range p.values {
			if a.given && a.percent == percent {
				known = append(known, a.n)
			}
		}
		for i := 1; i < len(known); i++ {
			if !follows(known[i], known[i-1], known[1] > known[0]) {
				return []Problem{{"/scale/points", sentence.PointsUnordered}}
			}
		}
	}
	return nil
}

func (p *points) resolve(r *resolver) shape {
	n := points{values: slices.Clone(p.values), scores: p.scores, vertices: make([]vertex, len(p.values))}
	for i := range n.values {
		r.numbers(&n.values[i])
		n.vertices[i] = vertex{n.values[i].n, n.scores[i]}
	}
	ascending(n.vertices)
	return &n
}

func (p *points) score(value float64, _ Scheme) (float64, *Reason) {
	return interpolate(p.vertices, value), nil
}

func (p *points) bands(s Scheme) []contract.ScaleBand { return bandsOf(p.vertices, s) }

// ranges names the level of every range of values; the score is the middle of that level's band.
type ranges []levelRange

// levelRange goes from an included to an excluded value; absent ends are open.
type levelRange struct {
	level    string
	from, to amount
}

func newRanges(scale contract.Scale) (shape, []Problem) {
	var r reader
	list := make(ranges, len(scale.Ranges))
	if len(list) == 0 {
		r.refuse("/ranges", sentence.RangesMissing)
	}
	for i, item := range scale.Ranges {
		place := "/ranges/" + strconv.Itoa(i)
		list[i] = levelRange{item.Level, r.optional(place+"/from", item.From), r.optional(place+"/to", item.To)}
	}
	return list, r.problems
}

func (l ranges) check() []Problem {
	refuse := func(said *contract.Reason) []Problem { return []Problem{{"/scale/ranges", said}} }
	var edges []amount
	openFrom, openTo := 0, 0
	for _, item := range l {
		if sameKind(item.from, item.to) && item.from.n >= item.to.n {
			return refuse(sentence.RangeEmpty(item.level))
		}
		for _, end := range []struct {
			amount
			open *int
		}{{item.from, &openFrom}, {item.to, &openTo}} {
			if end.given {
				edges = append(edges, end.amount)
			} else {
				*end.open++
			}
		}
	}
	if openFrom > 1 || openTo > 1 {
		return refuse(sentence.RangesOpen)
	}
	if len(edges) > 0 && !sameKind(edges...) {
		return nil
	}
	sorted := l.ascending()
	for i := 1; i < len(sorted); i++ {
		before, item := sorted[i-1], sorted[i]
		switch {
		case !before.to.given || item.from.n < before.to.n:
			return refuse(sentence.RangesOverlap(before.level, item.level))
		case item.from.n > before.to.n:
			return refuse(sentence.RangesApart(before.level, item.level))
		}
	}
	return nil
}

// ascending orders ranges by where they begin.
func (l ranges) ascending() ranges {
	sorted := append(ranges(nil), l...)
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i].from, sorted[j].from
		return !a.given && b.given || a.given && b.given && a.n < b.n
	})
	return sorted
}

func (l ranges) resolve(r *resolver) shape {
	n := slices.Clone(l)
	for i := range n {
		r.numbers(&n[i].from, &n[i].to)
	}
	return n
}

func (l ranges) score(value float64, s Scheme) (float64, *Reason) {
	for _, item := range l {
		if item.from.given && value < item.from.n || item.to.given && value >= item.to.n {
			continue
		}
		score, ok := s.middle(item.level)
		if !ok {
			return 0, sentence.UnknownLevel(item.level)
		}
		return score, nil
	}
	return 0, sentence.OutsideRanges(value)
}

func (l ranges) bands(Scheme) []contract.ScaleBand {
	bands := make([]contract.ScaleBand, len(l))
	for i, item := range l.ascending() {
		bands[i] = contract.ScaleBand{Level: item.level, From: item.from.end(), To: item.to.end()}
	}
	return bands
}

// end is nil for an open end.
func (a amount) end() *float64 {
	if !a.given {
		return nil
	}
	return &a.n
}
