package evaluate

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

// amount names one of the three amounts of a target set.
type amount uint8

const (
	baseline amount = iota
	target
	stretch
	amounts
)

var amountNames = [amounts]string{"baseline", "target", "stretch"}

// thresholdFields are the fields of scales that a set may collect.
var thresholdFields = []string{"redFlag", "goal", "worst", "best", "low", "high", "tolerance", "value"}

// targetSet is a TargetSet ready for evaluation. Ordinals are those of periods of the KPI's frequency.
type targetSet struct {
	name string
	spec contract.TargetSetSpec
	unit int32
	// from and to are the first and last period in which it holds.
	from, to int
	paths    [amounts]path
	// collects names the amounts and thresholds that come from a database.
	collects  map[string]bool
	scale     *contract.Scale
	parsed    scoring.Parsed // of the scale, when there is one
	inherits  bool
	threshold []string
}

// path gives an amount for each period.
type path struct {
	kind     string
	constant *float64
	points   []point
	// shares spread a year's amount when kind is seasonal.
	shares []float64
}

type point struct {
	ordinal int
	value   float64
}

func (m *Model) compileTargets() {
	for _, name := range sortedNames(m.defs.TargetSets) {
		spec := m.defs.TargetSets[name]
		k, known := m.kpiIndex[spec.Kpi]
		u, placed := m.units.index[spec.Unit]
		if !known || !placed || k.cal == nil || k.rank < 0 {
			continue
		}
		if set, ok := newTargetSet(name, spec, k); ok {
			set.unit = u
			k.sets = append(k.sets, set)
		}
	}
	for _, k := range m.kpis {
		k.indexSets()
	}
}

// newTargetSet is false when the set names periods that the KPI's calendar doesn't have.
func newTargetSet(name string, spec contract.TargetSetSpec, k *kpi) (*targetSet, bool) {
	s := &targetSet{name: name, spec: spec, from: math.MinInt, to: math.MaxInt, scale: spec.Scale}
	if id := spec.From.Text(); id != "" {
		p, err := k.cal.Parse(id)
		if err != nil {
			return nil, false
		}
		s.from, _ = k.ownRange(p)
	}
	if id := spec.To.Text(); id != "" {
		p, err := k.cal.Parse(id)
		if err != nil {
			return nil, false
		}
		_, s.to = k.ownRange(p)
	}
	kind := "step"
	if spec.Path != nil {
		kind = *spec.Path
	}
	constants := [amounts]*float64{baseline: spec.Baseline, target: spec.Target, stretch: spec.Stretch}
	for a := range amounts {
		s.paths[a] = path{kind: kind, constant: constants[a]}
		if kind == "seasonal" {
			s.paths[a].shares = spec.Shares
		}
	}
	for _, given := range spec.Points {
		p, err := k.cal.Parse(given.Period.Text())
		if err != nil {
			return nil, false
		}
		ordinal, _ := k.ownRange(p)
		for a, value := range [amounts]*float64{baseline: given.Baseline, target: given.Target, stretch: given.Stretch} {
			if value != nil {
				s.paths[a].points = append(s.paths[a].points, point{ordinal, *value})
			}
		}
	}
	for a := range s.paths {
		points := s.paths[a].points
		sort.SliceStable(points, func(i, j int) bool { return points[i].ordinal < points[j].ordinal })
	}
	s.compileCollected()
	if s.scale != nil {
		s.parsed = scoring.Parse(*s.scale)
		s.inherits = len(s.threshold) == 0 && !hasAbsolute(*s.scale)
	}
	return s, true
}

func (s *targetSet) compileCollected() {
	if s.spec.Source == nil {
		return
	}
	s.collects = map[string]bool{}
	if len(s.spec.Columns) == 0 || s.spec.Source.Extract.Value != nil {
		s.collects[amountNames[target]] = true // extract.value, where columns doesn't say otherwise
	}
	for field := range s.spec.Columns {
		s.collects[field] = true
	}
	for _, field := range thresholdFields {
		if s.collects[field] {
			s.threshold = append(s.threshold, field)
		}
	}
}

// ownRange are the ordinals of the KPI's own periods that belong to p, or of the one to which p belongs.
func (k *kpi) ownRange(p period.Period) (first, last int) {
	a, b := k.cal.Sub(p, k.freq)
	return a.Ordinal, b.Ordinal
}

// indexSets orders the sets of a KPI by what is looked at first, and finds the units that have some.
func (k *kpi) indexSets() {
	sort.SliceStable(k.sets, func(i, j int) bool { return k.sets[i].from > k.sets[j].from })
	for _, s := range k.sets {
		if s.collects != nil {
			k.collected = append(k.collected, s)
		}
	}
	k.byUnit = slices.Clone(k.sets)
	slices.SortStableFunc(k.byUnit, func(a, b *targetSet) int { return cmp.Compare(a.unit, b.unit) })
}

// setsAt are the sets of one unit.
func (k *kpi) setsAt(u int32) []*targetSet {
	first := k.firstSet(u)
	end := first
	for end < len(k.byUnit) && k.byUnit[end].unit == u {
		end++
	}
	return k.byUnit[first:end]
}

// firstSet is the place among the sets by unit of the first one of unit u or a later one.
func (k *kpi) firstSet(u int32) int {
	return sort.Search(len(k.byUnit), func(i int) bool { return k.byUnit[i].unit >= u })
}

// setsWithin is whether any set is for a unit of the subtree, or could be.
func (k *kpi) setsWithin(u, end int32) bool {
	if len(k.collected) > 0 {
		return true
	}
	i := k.firstSet(u)
	return i < len(k.byUnit) && k.byUnit[i].unit < end
}

func (s *targetSet) holds(ordinal int) bool { return s.from <= ordinal && ordinal <= s.to }

// place is where a period stands in its fiscal year.
type place struct {
	// position is from 0, length how many such periods the year has.
	position, length int
}

// at is the path's amount for one period. Shares that the period's year has no period for, such as that of a 53rd week, are
// not part of it: what a year has adds up to its amount.
func (p *path) at(ordinal int, in place) (float64, bool) {
	value, ok := p.along(ordinal)
	if !ok || p.kind != "seasonal" {
		return value, ok
	}
	total := 0.0
	for _, share := range p.shares[:min(in.length, len(p.shares))] {
		total += share
	}
	if in.position >= len(p.shares) || total == 0 {
		return 0, false
	}
	return value * p.shares[in.position] / total, true
}

func (p *path) along(ordinal int) (float64, bool) {
	if len(p.points) == 0 {
		if p.constant == nil {
			return 0, false
		}
		return *p.constant, true
	}
	after := sort.Search(len(p.points), func(i int) bool { return p.points[i].ordinal > ordinal })
	if after == 0 {
		return 0, false
	}
	before := p.points[after-1]
	if p.kind != "linear" || after == len(p.points) {
		return before.value, true
	}
	next := p.points[after]
	share := float64(ordinal-before.ordinal) / float64(next.ordinal-before.ordinal)
	return before.value + share*(next.value-before.value), true
}

// hasAbsolute is whether any threshold of a scale is an amount rather than percent of the target.
func hasAbsolute(s contract.Scale) bool {
	for _, t := range thresholdsOf(&s) {
		if _, percent, given := (*t).Amount(); given && !percent {
			return true
		}
	}
	for _, r := range s.Ranges {
		for _, t := range []*contract.Threshold{r.From, r.To} {
			if _, percent, given := t.Amount(); given && !percent {
				return true
			}
		}
	}
	for _, p := range s.Points {
		if len(p) > 0 {
			if _, percent, given := p[0].Amount(); given && !percent {
				return true
			}
		}
	}
	return false
}

// thresholdsOf are the places of a scale's single thresholds by name.
func thresholdsOf(s *contract.Scale) map[string]**contract.Threshold {
	return map[string]**contract.Threshold{
		"redFlag": &s.RedFlag, "goal": &s.Goal, "worst": &s.Worst, "best": &s.Best, "low": &s.Low, "high": &s.High,
		"tolerance": &s.Tolerance, "value": &s.Value, "baseline": &s.Baseline, "target": &s.Target,
	}
}
