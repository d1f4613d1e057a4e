package evaluate

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// amountLabels are what people call the amounts.
var amountLabels = [amounts]*contract.Reason{baseline: sentence.Baseline, target: sentence.Target, stretch: sentence.Stretch}

// targets explains the amounts of a judgement.
func (x *explainer) targets(k *kpi, u int32, j *judgement) []contract.ExplainStep {
	var steps []contract.ExplainStep
	own := x.judgedRun(k, j)
	for a := range amounts {
		if j.amounts[a] == nil {
			continue
		}
		if own.first == own.last {
			steps = append(steps, x.amount(k, a, u, own.first))
			continue
		}
		s := x.amountStep(k, a, u, j.period, j.amounts[a])
		how := sentence.Mean
		if k.summedOverTime {
			how = sentence.Sum
		}
		s.Method, s.How = &how.Message, []contract.Reason{*how}
		for ordinal := own.first; ordinal <= own.last && x.steps < maxSteps; ordinal++ {
			s.Inputs = append(s.Inputs, x.amount(k, a, u, ordinal))
		}
		steps = append(steps, s)
	}
	return steps
}

func (x *explainer) amountStep(k *kpi, a amount, u int32, p period.Period, value *float64) contract.ExplainStep {
	s := saying(x.step("target", ""), amountLabels[a])
	unit, id := x.units.names[u], k.cal.ID(p)
	s.Kpi, s.Unit, s.Period, s.Value = &k.name, &unit, &id, value
	return s
}

// amount explains an amount at one of the KPI's own periods by the set, or the units below, that give it.
func (x *explainer) amount(k *kpi, a amount, u int32, ordinal int) contract.ExplainStep {
	p := period.Period{Frequency: k.freq, Ordinal: ordinal}
	v, ok := x.amountAt(k, a, u, ordinal)
	if !ok {
		return x.amountStep(k, a, u, p, nil)
	}
	s := x.amountStep(k, a, u, p, &v)
	for at := u; at != noUnit; at = x.units.parent[at] {
		if _, set := x.ownAmount(k, a, at, ordinal); set != nil {
			return x.given(s, k, set, a, at, p)
		}
		if k.summedOverUnits {
			break
		}
	}
	s.Method, s.How = &sentence.SumBelow.Message, []contract.Reason{*sentence.SumBelow}
	for c := range x.units.children(u) {
		if k.relevant.has(c) && x.steps < maxSteps {
			s.Inputs = append(s.Inputs, x.amount(k, a, c, ordinal))
		}
	}
	return s
}

// given says which set an amount is from and, when it was collected, which cell.
func (x *explainer) given(s contract.ExplainStep, k *kpi, set *targetSet, a amount, u int32, p period.Period) contract.ExplainStep {
	s.Origin = resourceOrigin("TargetSet", set.name, "/spec/"+amountNames[a])
	switch {
	case set.collects[amountNames[a]] && x.collected(k, set, amountNames[a], u, p.Ordinal) != nil:
		leaf := x.amountStep(k, a, u, p, s.Value)
		leaf.Kind, leaf.Origin = "observation", resourceOrigin("TargetSet", set.name, "/spec/columns/"+amountNames[a])
		s.Inputs = append(s.Inputs, leaf)
	case len(set.paths[a].points) > 0:
		s.Origin = resourceOrigin("TargetSet", set.name, "/spec/points")
		s.Method, s.How = &set.paths[a].kind, pathInWords(set.paths[a].kind)
	case set.paths[a].kind == "seasonal":
		s.Method, s.How = &set.paths[a].kind, pathInWords(set.paths[a].kind)
	}
	return s
}

// describeScale writes a scale with the thresholds that hold.
func describeScale(j *judgement) string {
	scale := j.scale
	parts := []string{scale.Type}
	places := thresholdsOf(scale)
	for _, name := range []string{"worst", "redFlag", "goal", "best", "baseline", "target", "low", "high", "tolerance", "value"} {
		if t := *places[name]; t != nil {
			parts = append(parts, name+" "+thresholdText(t))
		}
	}
	if scale.Op != nil {
		parts = append(parts, *scale.Op)
	}
	for _, r := range scale.Ranges {
		parts = append(parts, fmt.Sprintf("%s from %s to %s", r.Level, thresholdText(r.From), thresholdText(r.To)))
	}
	for _, p := range scale.Points {
		if len(p) == 2 {
			parts = append(parts, thresholdText(&p[0])+" → "+thresholdText(&p[1]))
		}
	}
	text := strings.Join(parts, ", ")
	if j.factor != 1 && hasAbsolute(*scale) {
		text += fmt.Sprintf("; amounts × %s", strconv.FormatFloat(j.factor, 'f', -1, 64))
	}
	return text
}

func thresholdText(t *contract.Threshold) string {
	switch {
	case t == nil:
		return "open"
	case t.Double != nil:
		return strconv.FormatFloat(*t.Double, 'f', -1, 64)
	case t.String != nil:
		return *t.String
	}
	return ""
}
