package evaluate

import (
	"iter"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// frame is where a node is scored: by the rules of one scorecard, at a unit and a period of the scorecard's calendar.
type frame struct {
	card   *card
	unit   int32
	period period.Period
}

// before is the frame n periods earlier.
func (f frame) before(n int) frame {
	f.period = f.period.Next(-n)
	return f
}

// Kinds of nodes.
const (
	kindScorecard   = "Scorecard"
	kindPerspective = "Perspective"
	kindObjective   = "Objective"
	kindKpi         = "Kpi"
	kindTheme       = "Theme"
)

// branch is one child of a node: a KPI, or an objective or perspective with the frame that it is scored in.
type branch struct {
	ref    contract.Ref
	weight float64
	frame  frame
	kpi    *kpi
	// perspective is set for perspectives only.
	perspective *contract.Perspective
}

type nodeKey struct {
	ref   contract.Ref
	frame frame
}

// weightAt is the weight in force in the last sub-period of the scorecard's frequency: that of the last step that has begun
// by then, else the fixed one, 1 by default.
func (f frame) weightAt(fixed *float64, steps []contract.WeightStep) float64 {
	weight := 1.0
	if fixed != nil {
		weight = *fixed
	}
	if len(steps) > 0 {
		cal := f.card.cal
		_, anchor := cal.Sub(f.period, f.card.freq)
		found, latest := false, 0
		for _, step := range steps {
			p, err := cal.Parse(step.From.Text())
			if err != nil {
				continue
			}
			from, _ := cal.Sub(p, f.card.freq)
			if from.Ordinal <= anchor.Ordinal && (!found || from.Ordinal >= latest) {
				found, latest, weight = true, from.Ordinal, step.Weight
			}
		}
	}
	return max(weight, 0)
}

// perspectives are the children of a scorecard.
func (e *evaluator) perspectives(f frame) []branch {
	branches := make([]branch, 0, len(f.card.spec.Perspectives))
	for i := range f.card.spec.Perspectives {
		p := &f.card.spec.Perspectives[i]
		branches = append(branches, branch{
			ref: contract.Ref{Kind: kindPerspective, Name: p.Name}, weight: f.weightAt(p.Weight, p.Weights), frame: f, perspective: p,
		})
	}
	return branches
}

// objectives are the children of a perspective.
func (e *evaluator) objectives(f frame, p *contract.Perspective) []branch {
	branches := make([]branch, 0, len(p.Objectives))
	for _, o := range p.Objectives {
		branches = append(branches, branch{
			ref: contract.Ref{Kind: kindObjective, Name: o.Objective}, weight: f.weightAt(o.Weight, o.Weights), frame: f,
		})
	}
	return branches
}

// measures are the children of an objective: its KPIs, then the objectives that contribute to it.
func (e *evaluator) measures(f frame, objective string) iter.Seq[branch] {
	return func(yield func(branch) bool) {
		for _, placed := range e.placed[objective] {
			if !yield(branch{
				ref: contract.Ref{Kind: kindKpi, Name: placed.Kpi}, weight: f.weightAt(placed.Weight, placed.Weights), frame: f,
				kpi: placed.kpi,
			}) {
				return
			}
		}
		for _, c := range e.contributors[objective] {
			if !yield(branch{
				ref:    contract.Ref{Kind: kindObjective, Name: c.objective},
				weight: f.weightAt(c.placement.Weight, c.placement.Weights), frame: e.home(f, c.objective),
			}) {
				return
			}
		}
	}
}

// home is the frame of a contributing objective: its own scorecard and that one's unit. An objective of the same scorecard,
// or of none, stays in the frame it contributes to.
func (e *evaluator) home(f frame, objective string) frame {
	var own *card
	for _, c := range e.placedIn[objective] {
		if c == f.card {
			return f
		}
		if own == nil && c.cal != nil && c.unit != noUnit && c.freq.Rank() >= 0 {
			own = c
		}
	}
	if own == nil {
		return f
	}
	return frame{own, own.unit, translate(f.period, f.card.cal, own.cal)}
}

// scoreOf is a branch's score.
func (e *evaluator) scoreOf(b branch) *float64 {
	if b.ref.Kind == kindKpi {
		if b.kpi == nil {
			return nil
		}
		return e.judge(b.kpi, b.frame.unit, b.frame.card, b.frame.card.cal, b.frame.period).score
	}
	return e.rolled(b).Score
}

// rolled is a node's score with its coverage, computed once per frame.
func (e *evaluator) rolled(b branch) Rolled {
	key := nodeKey{b.ref, b.frame}
	if known, ok := e.nodes[key]; ok {
		return known
	}
	if e.active[key] {
		return Rolled{Reason: sentence.CircularObjective}
	}
	e.active[key] = true
	below := e.below(b)
	children := make([]Child, 0, below.count)
	for child := range below.children {
		children = append(children, Child{Weight: child.weight, Score: e.scoreOf(child)})
	}
	r := RollUp(children, below.policy)
	delete(e.active, key)
	e.nodes[key] = r
	return r
}

// offspring are the children of a node, count many, and how they roll up.
type offspring struct {
	children iter.Seq[branch]
	count    int
	policy   Policy
}

// below are the children of a node; they roll up as the node says, field by field, else as the scorecard does.
func (e *evaluator) below(b branch) offspring {
	policy := b.frame.card.policy
	listed := func(branches []branch, policy Policy) offspring {
		return offspring{slices.Values(branches), len(branches), policy}
	}
	switch b.ref.Kind {
	case kindScorecard:
		return listed(e.perspectives(b.frame), policy)
	case kindPerspective:
		return listed(e.objectives(b.frame, b.perspective), policy.with(b.perspective.Rollup))
	case kindTheme:
		return listed(e.themed(b.frame, b.ref.Name), policy)
	}
	name := b.ref.Name
	return offspring{
		e.measures(b.frame, name), len(e.placed[name]) + len(e.contributors[name]), policy.with(e.defs.Objectives[name].Rollup),
	}
}

// themed are the objectives of the scorecard that belong to a theme, with equal weights unless they say otherwise.
func (e *evaluator) themed(f frame, theme string) []branch {
	var branches []branch
	seen := map[string]bool{}
	for _, p := range f.card.spec.Perspectives {
		for _, o := range p.Objectives {
			for _, membership := range e.defs.Objectives[o.Objective].Themes {
				name, weight := themeOf(membership)
				if name != theme || seen[o.Objective] {
					continue
				}
				seen[o.Objective] = true
				branches = append(branches, branch{
					ref: contract.Ref{Kind: kindObjective, Name: o.Objective}, weight: f.weightAt(weight, nil), frame: f,
				})
			}
		}
	}
	return branches
}

func themeOf(m contract.ThemeMembership) (name string, weight *float64) {
	switch {
	case m.ThemeWeight != nil:
		return m.ThemeWeight.Theme, m.ThemeWeight.Weight
	case m.String != nil:
		return *m.String, nil
	}
	return "", nil
}

// themesOf are the themes of the scorecard's objectives, in the order in which they are first met.
func (e *evaluator) themesOf(c *card) []string {
	var names []string
	seen := map[string]bool{}
	for _, p := range c.spec.Perspectives {
		for _, o := range p.Objectives {
			for _, membership := range e.defs.Objectives[o.Objective].Themes {
				if name, _ := themeOf(membership); name != "" && !seen[name] {
					seen[name] = true
					names = append(names, name)
				}
			}
		}
	}
	return names
}
