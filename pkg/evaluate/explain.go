package evaluate

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// ExplainRequest asks how a KPI's value and score came about. By default Period holds Now and Unit is the scorecard's, else
// the KPI's only unit or the forest's only root. Scorecard gives the scheme; red, amber, green without one.
type ExplainRequest struct {
	Kpi       string
	Unit      string
	Period    string
	Scorecard string
	Now       time.Time
}

// maxSteps bounds an explanation; what comes after is shown with its value, without what it was made from.
const maxSteps = 3000

func (m *Model) explainScope(r ExplainRequest) (k *kpi, c *card, u int32, p period.Period, err error) {
	if k, c, u, err = m.subject(r.Kpi, r.Unit, r.Scorecard); err != nil {
		return k, c, u, p, err
	}
	if p = k.cal.At(r.Now, k.freq); r.Period != "" {
		p, err = k.cal.period("period", r.Period)
	}
	return k, c, u, p, err
}

// ExplainNeeds lists the observations that Explain reads for a request. Errors are as Explain's.
func (m *Model) ExplainNeeds(r ExplainRequest) ([]Window, error) {
	k, _, _, p, err := m.explainScope(r)
	if err != nil {
		return nil, err
	}
	d := m.demand(r.Now)
	d.judged(k, spanOf(k.cal, p))
	return d.windows(), nil
}

// Explain is the computation of one value and its score as a tree, from the score down to observations. Steps of kind
// observation carry KPI, unit and period of their cell; those of a collected target have the TargetSet as the resource of
// their origin and "/spec/columns/<field>" as its path. Who recorded an observation, and the version of a definition, isn't
// known here. Errors are NotFoundError and InvalidError.
func (m *Model) Explain(r ExplainRequest, o *Observations) (contract.Explain, error) {
	k, c, u, p, err := m.explainScope(r)
	if err != nil {
		return contract.Explain{}, err
	}
	x := &explainer{evaluator: m.evaluator(o, r.Now)}
	j := x.judge(k, u, c, k.cal, p)
	result := contract.Explain{
		Kpi: k.name, Unit: m.units.names[u], Period: k.cal.ID(p), Value: j.number(), Target: j.amounts[target], Score: j.score,
		State: j.state.String(), Reason: j.unscored,
	}
	if j.score != nil {
		status := schemeFor(c).Status(*j.score)
		result.Status = &status
	}
	result.Root = x.score(k, u, p, j, c)
	return result, nil
}

// explainer builds the steps of an explanation.
type explainer struct {
	*evaluator
	steps int
}

func (x *explainer) step(kind, label string) contract.ExplainStep {
	x.steps++
	return contract.ExplainStep{Kind: kind, Label: label, Inputs: []contract.ExplainStep{}}
}

// saying is a step whose label is a sentence, not a title.
func saying(s contract.ExplainStep, label *contract.Reason) contract.ExplainStep {
	s.Label, s.Said = label.Message, label
	return s
}

// cellStep is a step about a KPI's value at a unit and period.
func (x *explainer) cellStep(kind, label string, k *kpi, u int32, p period.Period, c cell) contract.ExplainStep {
	s := x.step(kind, label)
	unit, id, cellState := x.units.names[u], k.cal.ID(p), c.state.String()
	s.Kpi, s.Unit, s.Period, s.State = &k.name, &unit, &id, &cellState
	s.Value, s.Reason = c.number(), c.why
	s.Origin = resourceOrigin(kindKpi, k.name, "")
	return s
}

func resourceOrigin(kind, name, path string) *contract.ExplainOrigin {
	origin := &contract.ExplainOrigin{Resource: &contract.Ref{Kind: kind, Name: name}}
	if path != "" {
		origin.Path = &path
	}
	return origin
}

func (x *explainer) score(k *kpi, u int32, p period.Period, j *judgement, c *card) contract.ExplainStep {
	s := saying(x.step("score", ""), sentence.ScoreOf(k.spec.Title))
	s.Value, s.Reason = j.score, j.unscored
	if c != nil {
		s.Origin = resourceOrigin(kindScorecard, c.name, "/spec/scheme")
	}
	s.Inputs = append(s.Inputs, x.kpi(k, u, p))
	if j.set == nil {
		return s
	}
	scale := saying(x.step("scale", ""), sentence.ScaleOf(j.set.name))
	method := describeScale(j)
	scale.Method, scale.How, scale.Origin = &method, scaleInWords(j), resourceOrigin("TargetSet", j.set.name, "/spec/scale")
	scale.Inputs = append(scale.Inputs, x.targets(k, u, j)...)
	s.Inputs = append(s.Inputs, scale)
	return s
}

// kpi explains a KPI's value at a unit and any period of its calendar.
func (x *explainer) kpi(k *kpi, u int32, p period.Period) contract.ExplainStep {
	v := x.value(k, u, k.cal, p)
	rank := p.Frequency.Rank()
	switch {
	case k.broken != nil || !k.relevant.has(u):
		return x.cellStep("kpi", k.spec.Title, k, u, p, v)
	case rank < k.rank:
		s := x.cellStep("carried", k.spec.Title, k, u, p, v)
		if v.carried && x.steps < maxSteps {
			s.Inputs = append(s.Inputs, x.kpi(k, u, period.Period{Frequency: k.freq, Ordinal: v.own}))
		}
		return s
	case k.calculated() && (!k.perPeriod || rank == k.rank):
		return x.formula(k, u, spanOf(k.cal, p), x.cellStep("formula", k.spec.Title, k, u, p, v))
	case rank == k.rank:
		return x.overUnits(k, u, p, v)
	}
	return x.time(k, u, spanOf(k.cal, p), x.cellStep("time", k.spec.Title, k, u, p, v))
}

// time explains an aggregate over the begun periods of a window.
func (x *explainer) time(k *kpi, u int32, s span, step contract.ExplainStep) contract.ExplainStep {
	method := k.describe(k.time)
	step.Method, step.How, step.Origin = &method, k.inWords(k.time), resourceOrigin(kindKpi, k.name, "/spec/aggregation/time")
	for _, r := range s.within(k) {
		for ordinal := r.first; ordinal <= x.clock(k.cal).begunOf(k.freq, r.last) && x.steps < maxSteps; ordinal++ {
			p := period.Period{Frequency: k.freq, Ordinal: ordinal}
			step.Inputs = append(step.Inputs, x.kpi(k, u, p))
			step.Inputs = x.withWeight(step.Inputs, k, k.time, u, p)
		}
	}
	return step
}

// overUnits explains a value of the KPI's own frequency: the unit's observation, or what its units below make.
func (x *explainer) overUnits(k *kpi, u int32, p period.Period, v cell) contract.ExplainStep {
	page := x.facts.page(x.pages(k), k.cal, k.freq, p.Ordinal)
	own := page.at(u) != nil && k.usesOwn(x.evaluator, u)
	if own || !k.hasBelow(x.evaluator, u) || k.units == none || k.rollup == ownOnly {
		return x.cellStep("observation", k.spec.Title, k, u, p, v)
	}
	s := x.cellStep("units", k.spec.Title, k, u, p, v)
	method := k.describe(k.units)
	s.Method, s.How, s.Origin = &method, k.inWords(k.units), resourceOrigin(kindKpi, k.name, "/spec/aggregation/units")
	for c := range x.units.children(u) {
		if x.steps >= maxSteps {
			break
		}
		if k.relevant.has(c) {
			s.Inputs = append(s.Inputs, x.kpi(k, c, p))
			s.Inputs = x.withWeight(s.Inputs, k, k.units, c, p)
		}
	}
	return s
}

// withWeight adds the weight of the item that was added last.
func (x *explainer) withWeight(inputs []contract.ExplainStep, k *kpi, m method, u int32, p period.Period) []contract.ExplainStep {
	if m != weightedMean || k.weight == nil {
		return inputs
	}
	w := k.weight
	at := translate(p, k.cal, w.cal)
	return append(inputs, saying(x.cellStep("kpi", "", w, u, at, x.value(w, u, w.cal, at)), sentence.WeightOf(w.spec.Title)))
}

// formula explains a calculated value by what its formula may read.
func (x *explainer) formula(k *kpi, u int32, s span, step contract.ExplainStep) contract.ExplainStep {
	step.Method, step.Origin = k.spec.Source.Formula, resourceOrigin(kindKpi, k.name, "/spec/source/formula")
	r := &reader{evaluator: x.evaluator, kpi: k, unit: u, span: s, settled: final}
	for _, input := range k.formula.Inputs() {
		read, known := x.kpiIndex[input.Kpi]
		if !known || read.broken != nil || x.steps >= maxSteps {
			continue
		}
		windows := r.window(read, input)
		if len(windows.runs) == 0 {
			continue
		}
		given := x.over(read, u, windows.in(read.cal))
		if label, ok := lookBacks[input.LookBack]; ok {
			given = saying(given, label(given.Label))
		}
		step.Inputs = append(step.Inputs, given)
	}
	return step
}

// lookBacks say which other time of a KPI a formula reads.
var lookBacks = map[string]func(kpi string) *contract.Reason{
	formula.Prev: sentence.PrevOf, formula.Ytd: sentence.YtdOf, formula.Rolling: sentence.RollingOf,
	formula.SamePeriodLastYear: sentence.SamePeriodLastYearOf,
}

// over explains a value over a window.
func (x *explainer) over(k *kpi, u int32, s span) contract.ExplainStep {
	if p, one := s.requested(); one {
		return x.kpi(k, u, p)
	}
	v := x.evaluator.over(k, u, s)
	if k.calculated() && !k.perPeriod {
		return x.formula(k, u, s, x.cellStep("formula", k.spec.Title, k, u, s.last(), v))
	}
	return x.time(k, u, s, x.cellStep("time", k.spec.Title, k, u, s.last(), v))
}
