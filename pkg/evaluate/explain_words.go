package evaluate

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// methodsInWords are what people call the methods of aggregation.
var methodsInWords = [...]*contract.Reason{
	sum: sentence.Sum, mean: sentence.Mean, weightedMean: sentence.WeightedMean, minimum: sentence.Min, maximum: sentence.Max,
	count: sentence.Count, first: sentence.First, last: sentence.Last, none: nil,
}

// inWords says how a KPI aggregates; nil when it doesn't.
func (k *kpi) inWords(m method) []contract.Reason {
	switch {
	case m == weightedMean && k.weight != nil:
		return []contract.Reason{*sentence.WeightedMeanBy(k.weight.spec.Title)}
	case methodsInWords[m] == nil:
		return nil
	}
	return []contract.Reason{*methodsInWords[m]}
}

// pathInWords says how a target runs between its points.
func pathInWords(kind string) []contract.Reason {
	switch kind {
	case "linear":
		return []contract.Reason{*sentence.LinearPath}
	case "seasonal":
		return []contract.Reason{*sentence.SeasonalPath}
	}
	return []contract.Reason{*sentence.StepPath}
}

// operators say when a binary scale gives its full score.
var operators = map[string]func(value *contract.Threshold) *contract.Reason{
	"gt": sentence.Above, "gte": sentence.AtLeast, "lt": sentence.Below, "lte": sentence.AtMost, "eq": sentence.Exactly,
}

// scaleInWords says how a scale scores, with the thresholds that hold.
func scaleInWords(j *judgement) []contract.Reason {
	scale := j.scale
	var words []contract.Reason
	say := func(r *contract.Reason) { words = append(words, *r) }
	given := func(threshold *contract.Threshold, r func(*contract.Threshold) *contract.Reason) {
		if threshold != nil {
			say(r(threshold))
		}
	}
	switch {
	case scale.Type == "goalRedFlag" && scale.RedFlag != nil && scale.Goal != nil:
		say(sentence.GoalRedFlag(scale.RedFlag, scale.Goal))
	case scale.Type == "toTarget":
		say(sentence.ToTarget)
	case scale.Type == "between" && scale.Low != nil && scale.High != nil && scale.Tolerance != nil:
		say(sentence.Between(scale.Low, scale.High, scale.Tolerance))
	case scale.Type == "binary" && scale.Op != nil && operators[*scale.Op] != nil:
		given(scale.Value, operators[*scale.Op])
	}
	if scale.Type != "between" && scale.Type != "binary" {
		given(scale.Worst, sentence.Worst)
		given(scale.Best, sentence.Best)
		given(scale.Baseline, sentence.Worst)
		given(scale.Target, sentence.Best)
	}
	for _, r := range scale.Ranges {
		say(rangeInWords(r))
	}
	for _, p := range scale.Points {
		if len(p) == 2 {
			say(sentence.Point(&p[1], &p[0]))
		}
	}
	if j.factor != 1 && hasAbsolute(*scale) {
		say(sentence.Factor(j.factor))
	}
	return words
}

func rangeInWords(r contract.ScaleRange) *contract.Reason {
	switch {
	case r.From != nil && r.To != nil:
		return sentence.Range(r.Level, r.From, r.To)
	case r.From != nil:
		return sentence.RangeFrom(r.Level, r.From)
	case r.To != nil:
		return sentence.RangeTo(r.Level, r.To)
	}
	return sentence.Everywhere(r.Level)
}
