package evaluate

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Child is what a node's score is made from. Score is nil when the child has none; Weight is at least 0, and a child of
// weight 0 is never counted.
type Child struct {
	Weight float64
	Score  *float64
}

// Policy says how children become a score: Method weightedMean or worst, Missing exclude, zero or fail. MinCoverage, 0…1,
// holds under exclude.
type Policy struct {
	Method      string
	Missing     string
	MinCoverage float64
}

// DefaultPolicy holds where neither the node nor the scorecard says otherwise.
var DefaultPolicy = Policy{Method: "weightedMean", Missing: "exclude", MinCoverage: 0.5}

// with replaces what a rollup says, field by field.
func (p Policy) with(r *contract.Rollup) Policy {
	if r == nil {
		return p
	}
	if r.Method != nil {
		p.Method = *r.Method
	}
	if r.Missing != nil {
		p.Missing = *r.Missing
	}
	if r.MinCoverage != nil {
		p.MinCoverage = *r.MinCoverage
	}
	return p
}

// Rolled is a node's score, nil with a Reason, and its Coverage: the weight of the children with a score by that of all,
// 0 when all weights are 0.
type Rolled struct {
	Score    *float64
	Coverage float64
	Reason   *contract.Reason
}

// tolerance is within which a score equals a cut-off, a coverage its minimum, a change the flat band.
const tolerance = 1e-9

// RollUp makes a node's score from its children's.
func RollUp(children []Child, p Policy) Rolled {
	largest := 0.0
	for _, c := range children {
		largest = max(largest, c.Weight)
	}
	if largest == 0 {
		if len(children) == 0 {
			return Rolled{Reason: sentence.NoChildren}
		}
		return Rolled{Reason: sentence.AllWeightsZero}
	}
	var total, scored, points float64
	worst, missing := 100.0, 0
	for _, c := range children {
		if c.Weight <= 0 {
			continue
		}
		weight := c.Weight / largest // so that no weight is too large to add up
		total += weight
		switch {
		case c.Score != nil:
			scored += weight
			points += weight * *c.Score
			worst = min(worst, *c.Score)
		default:
			missing++
			if p.Missing == "zero" {
				worst = 0
			}
		}
	}
	r := Rolled{Coverage: scored / total}
	switch {
	case p.Missing == "fail" && missing > 0:
		r.Reason = sentence.MissingParts(missing)
	case p.Missing == "zero":
		r.Score = p.combine(points, total, worst)
	case scored == 0:
		r.Reason = sentence.NothingScored
	case r.Coverage < p.MinCoverage-tolerance:
		r.Reason = sentence.LowCoverage(r.Coverage, p.MinCoverage)
	default:
		r.Score = p.combine(points, scored, worst)
	}
	return r
}

func (p Policy) combine(points, weight, worst float64) *float64 {
	if p.Method == "worst" {
		return &worst
	}
	score := points / weight
	return &score
}
