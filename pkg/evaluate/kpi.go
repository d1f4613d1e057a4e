package evaluate

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// rollupRule says where a unit's value comes from.
type rollupRule uint8

const (
	ownElseChildren rollupRule = iota
	ownOnly
	childrenOnly
)

// kpi is a KPI ready for evaluation.
type kpi struct {
	index int32
	name  string
	spec  contract.KpiSpec
	// gaps is what its definition lacks.
	gaps []string
	cal  *calendar
	freq period.Frequency
	rank int
	// time and units are how it aggregates; weight is the KPI that weighs a weightedMean, or nil.
	time, units method
	weight      *kpi
	rollup      rollupRule
	require     bool
	closeDays   int
	// settleDays is how many days after a period's end all that the value is made of has closed: for a calculated KPI that of its inputs.
	settleDays int
	// measured are the units where it is measured, relevant those and the ones above them.
	measured, relevant unitSet
	// formula is nil unless the KPI is calculated; inputs are the KPIs that it reads.
	formula   *formula.Formula
	inputs    []*kpi
	lookBack  map[*kpi]lookBack
	perPeriod bool
	// summedOverTime and summedOverUnits decide how targets of longer periods and of higher units come about.
	summedOverTime, summedOverUnits bool
	// broken is why it can't be evaluated at all, else nil.
	broken why
	// sets begin with the latest from; byUnit are the same by the unit that they are for.
	sets, byUnit []*targetSet
	// collected are the sets that take amounts or thresholds from a database, which may be for any unit.
	collected []*targetSet
}

// lookBack is how far an input is looked back on.
type lookBack uint8

const (
	plain lookBack = iota
	yearBack
	wholeHistory
)

func (m *Model) compileKpis() {
	for _, name := range sortedNames(m.defs.Kpis) {
		k := m.newKpi(name, m.defs.Kpis[name])
		k.index = int32(len(m.kpis))
		m.kpis = append(m.kpis, k)
		m.kpiIndex[name] = k
	}
	for _, k := range m.kpis {
		m.linkKpi(k)
	}
	m.breakCycles()
	m.settle()
}

// newKpi reads everything of a spec that needs no other KPI.
func (m *Model) newKpi(name string, spec contract.KpiSpec) *kpi {
	k := &kpi{
		name: name, spec: spec, gaps: m.defs.Gaps[name], cal: m.calendars[spec.Calendar], freq: period.Frequency(spec.Frequency),
		require: spec.Missing != nil && *spec.Missing == "require",
	}
	k.rank = k.freq.Rank()
	if k.cal == nil {
		k.broken = sentence.CalendarUnusable(spec.Calendar)
	} else if k.rank < 0 {
		k.broken = sentence.FrequencyUnknown(spec.Frequency)
	}
	if spec.CloseDays != nil {
		k.closeDays = int(min(max(*spec.CloseDays, 0), math.MaxInt16))
	}
	if spec.UnitRollup != nil {
		k.rollup = map[string]rollupRule{"own": ownOnly, "children": childrenOnly}[*spec.UnitRollup]
	}
	if spec.Units != nil {
		k.measured = make(unitSet, m.units.size())
		for _, unit := range spec.Units {
			if u, ok := m.units.index[unit]; ok {
				k.measured[u] = true
			}
		}
		k.relevant = k.measured.above(&m.units)
	}
	calculated := spec.Source.Type == "calculated"
	k.perPeriod = calculated && spec.Source.Evaluate != nil && *spec.Source.Evaluate == "perPeriod"
	aggregation := contract.Aggregation{}
	if spec.Aggregation != nil {
		aggregation = *spec.Aggregation
	}
	k.time, k.summedOverTime = methodOf(aggregation.Time, calculated)
	k.units, k.summedOverUnits = methodOf(aggregation.Units, calculated)
	return k
}

// methodOf is the method that a spec gives, else sum; only collected KPIs count as summed without saying so.
func methodOf(given *string, calculated bool) (m method, summed bool) {
	if given == nil {
		return sum, !calculated
	}
	m, _ = methodNamed(*given)
	return m, m == sum
}

// linkKpi finds the KPIs that a KPI reads.
func (m *Model) linkKpi(k *kpi) {
	if a := k.spec.Aggregation; a != nil && a.Weight != nil {
		k.weight = m.kpiIndex[*a.Weight]
	}
	if k.spec.Source.Type != "calculated" {
		return
	}
	text := ""
	if k.spec.Source.Formula != nil {
		text = *k.spec.Source.Formula
	}
	parsed, err := formula.Parse(text)
	if err != nil {
		k.broken = sentence.FormulaUnreadable(err.Error())
		return
	}
	k.formula, k.lookBack = parsed, map[*kpi]lookBack{}
	for _, input := range parsed.Inputs() {
		read, known := m.kpiIndex[input.Kpi]
		if !known {
			continue // the formula says so when it is evaluated
		}
		back := wholeHistory
		switch input.LookBack {
		case "":
			back = plain
		case "samePeriodLastYear":
			back = yearBack
		}
		if seen, ok := k.lookBack[read]; !ok {
			k.inputs = append(k.inputs, read)
			k.lookBack[read] = back
		} else {
			k.lookBack[read] = max(seen, back)
		}
	}
}

// reads are the KPIs that a KPI reads directly.
func (k *kpi) reads() []*kpi {
	if k.weight == nil {
		return k.inputs
	}
	return append(k.inputs[:len(k.inputs):len(k.inputs)], k.weight)
}

// breakCycles marks every KPI that reads itself, so that evaluation always ends.
func (m *Model) breakCycles() {
	const (
		unseen = iota
		active
		done
	)
	progress := make([]uint8, len(m.kpis))
	var path []*kpi
	var visit func(k *kpi)
	visit = func(k *kpi) {
		switch progress[k.index] {
		case done:
			return
		case active:
			for i := len(path) - 1; i >= 0; i-- {
				path[i].broken = sentence.CircularFormula
				if path[i] == k {
					break
				}
			}
			return
		}
		progress[k.index] = active
		path = append(path, k)
		for _, read := range k.reads() {
			visit(read)
		}
		path = path[:len(path)-1]
		progress[k.index] = done
	}
	for _, k := range m.kpis {
		visit(k)
	}
	for _, k := range m.kpis {
		if k.broken != nil {
			k.formula, k.inputs, k.weight = nil, nil, nil
		}
	}
}

// settle finds out how many days after a period's end each KPI is settled; KPIs must not read themselves.
func (m *Model) settle() {
	known := make([]bool, len(m.kpis))
	var days func(k *kpi) int
	days = func(k *kpi) int {
		if !known[k.index] {
			known[k.index] = true
			if len(k.inputs) == 0 {
				k.settleDays = k.closeDays
			}
			for _, read := range k.reads() {
				k.settleDays = max(k.settleDays, days(read))
			}
		}
		return k.settleDays
	}
	for _, k := range m.kpis {
		days(k)
	}
}

// constant is whether a formula reads no KPI.
func (k *kpi) constant() bool { return k.formula != nil && len(k.inputs) == 0 }

func (k *kpi) calculated() bool { return k.spec.Source.Type == "calculated" }

// describe is how the KPI's values come about, in words.
func (k *kpi) describe(m method) string {
	if m == weightedMean && k.weight != nil {
		return "weightedMean by " + k.weight.name
	}
	return methodNames[m]
}
