package evaluate

// Aggregate makes one value of many; nil stands for a missing one. method is sum, mean, weightedMean, min, max, count, first
// or last; weights are as many as values and only read by weightedMean, which leaves out items without value or weight and
// has no value when the weights add up to 0. Nothing to aggregate gives nil, but count gives 0. An unknown method gives nil.
func Aggregate(name string, values, weights []*float64) *float64 {
	m, known := methodNamed(name)
	if !known || m == none {
		return nil
	}
	var a accumulator
	for i, v := range values {
		switch {
		case v == nil:
		case m != weightedMean:
			a.add(*v)
		case i < len(weights) && weights[i] != nil:
			a.addWeighted(*v, *weights[i])
		}
	}
	if v, ok := a.result(m); ok {
		return &v
	}
	return nil
}
