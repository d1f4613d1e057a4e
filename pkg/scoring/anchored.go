package scoring

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// goalRedFlag scores linearly between worst (0), redFlag (first cut-off), goal (last cut-off) and best (100).
type goalRedFlag struct{ redFlag, goal, worst, best amount }

func newGoalRedFlag(scale contract.Scale) (shape, []Problem) {
	var r reader
	return &goalRedFlag{
		redFlag: r.required("/redFlag", scale.RedFlag), goal: r.required("/goal", scale.Goal),
		worst: r.optional("/worst", scale.Worst), best: r.optional("/best", scale.Best),
	}, r.problems
}

func (g *goalRedFlag) check() []Problem {
	if !sameKind(g.redFlag, g.goal) {
		return nil
	}
	if g.redFlag.n == g.goal.n {
		return []Problem{{"/scale/goal", sentence.GoalIsRedFlag}}
	}
	var problems []Problem
	rising := g.goal.n > g.redFlag.n
	if sameKind(g.worst, g.redFlag) && !follows(g.redFlag.n, g.worst.n, rising) {
		problems = append(problems, Problem{"/scale/worst", sentence.WorstNotBeyond})
	}
	if sameKind(g.goal, g.best) && !follows(g.best.n, g.goal.n, rising) {
		problems = append(problems, Problem{"/scale/best", sentence.BestNotBeyond})
	}
	return problems
}

// follows is whether a comes after b in a rising or falling order.
func follows(a, b float64, rising bool) bool {
	if rising {
		return a > b
	}
	return a < b
}

func (g *goalRedFlag) resolve(r *resolver) shape {
	n := *g
	r.numbers(&n.redFlag, &n.goal, &n.worst, &n.best)
	if !n.worst.given {
		n.worst = absolute(n.redFlag.n - (n.goal.n - n.redFlag.n))
	}
	if !n.best.given {
		n.best = absolute(n.goal.n + (n.goal.n - n.redFlag.n))
	}
	r.finite(n.worst.n, n.best.n)
	return &n
}

func (g *goalRedFlag) vertices(s Scheme) [4]vertex {
	vertices := [4]vertex{
		{g.worst.n, minScore}, {g.redFlag.n, s.firstCutOff()}, {g.goal.n, s.lastCutOff()}, {g.best.n, maxScore},
	}
	ascending(vertices[:])
	return vertices
}

func (g *goalRedFlag) score(value float64, s Scheme) (float64, *Reason) {
	vertices := g.vertices(s)
	return interpolate(vertices[:], value), nil
}

func (g *goalRedFlag) bands(s Scheme) []contract.ScaleBand {
	vertices := g.vertices(s)
	return bandsOf(vertices[:], s)
}

// toTarget scores linearly from baseline (0) to target (100); absent ones are the period's own.
type toTarget struct{ baseline, target amount }

func newToTarget(scale contract.Scale) (shape, []Problem) {
	var r reader
	return &toTarget{
		baseline: r.optional("/baseline", scale.Baseline), target: r.optional("/target", scale.Target),
	}, r.problems
}

func (t *toTarget) check() []Problem {
	return t.checkAt(Problem{"/scale/target", sentence.TargetIsBaseline})
}

func (t *toTarget) checkAt(conflict Problem) []Problem {
	if sameKind(t.baseline, t.target) && t.baseline.n == t.target.n {
		return []Problem{conflict}
	}
	return nil
}

// checkWith also looks at the amounts that the TargetSet itself gives. Of a target of 0 all percentages are 0: such a period
// has no score, but the scale is as sound as any.
func (t *toTarget) checkWith(target, baseline *float64) []Problem {
	whole, conflict := *t, Problem{"/scale/target", sentence.TargetIsBaseline}
	if !whole.target.given { // all of the period's target
		whole.target = amount{n: 100, percent: true, given: true}
		if target == nil {
			conflict = Problem{"/scale/baseline", sentence.BaselineIsTarget}
		} else {
			conflict.Path = "/target"
			if !whole.baseline.percent {
				whole.target = absolute(*target)
			}
		}
	}
	if !whole.baseline.given && baseline != nil {
		whole.baseline = absolute(*baseline)
	}
	if target != nil && *target != 0 {
		for _, a := range []*amount{&whole.baseline, &whole.target} {
			if a.percent {
				*a = absolute(*target * (a.n / 100))
			}
		}
	}
	return whole.checkAt(conflict)
}

func (t *toTarget) resolve(r *resolver) shape {
	n := *t
	r.numbers(&n.baseline, &n.target)
	if !n.target.given {
		if r.amounts.Target == nil {
			r.fail(sentence.NoTargetToReach)
			return &n
		}
		n.target = absolute(*r.amounts.Target)
	}
	if !n.baseline.given {
		if r.amounts.Baseline == nil {
			r.fail(sentence.NoBaseline)
			return &n
		}
		n.baseline = absolute(*r.amounts.Baseline)
	}
	return &n
}

func (t *toTarget) vertices() [2]vertex {
	vertices := [2]vertex{{t.baseline.n, minScore}, {t.target.n, maxScore}}
	ascending(vertices[:])
	return vertices
}

func (t *toTarget) score(value float64, _ Scheme) (float64, *Reason) {
	vertices := t.vertices()
	return interpolate(vertices[:], value), nil
}

func (t *toTarget) bands(s Scheme) []contract.ScaleBand {
	vertices := t.vertices()
	return bandsOf(vertices[:], s)
}
