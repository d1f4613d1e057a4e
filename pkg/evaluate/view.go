package evaluate

import (
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Request asks for a scorecard's tree. An empty Unit is the scorecard's own, an empty Period the one in progress at Now.
// AsOf is only told back: definitions and observations are those of then already. Sparkline is how many periods, up to the
// requested one, every node's sparkline has; at most MaxSparkline.
type Request struct {
	Scorecard string
	// Period is an id, LastEnded, or "" for the one that holds Now.
	Period    string
	Unit      string
	Now       time.Time
	AsOf      *time.Time
	Sparkline int
}

// LastEnded stands for the scorecard's last period that has ended by the request's now.
const LastEnded = "lastEnded"

// MaxSparkline is the most periods that a sparkline has.
const MaxSparkline = 400

// frame checks what the request names.
func (m *Model) frame(r Request) (frame, error) {
	c, err := m.card(r.Scorecard)
	if err != nil {
		return frame{}, err
	}
	f := frame{c, c.unit, c.cal.At(r.Now, c.freq)}
	if r.Unit != "" {
		if f.unit, err = m.unit(r.Unit); err != nil {
			return f, err
		}
	}
	switch r.Period {
	case "":
	case LastEnded:
		f.period = f.period.Next(-1)
	default:
		if f.period, err = c.cal.period("period", r.Period); err != nil {
			return f, err
		}
	}
	if r.Sparkline < 0 || r.Sparkline > MaxSparkline {
		return f, &InvalidError{"sparkline", fmt.Sprintf("must be from 0 to %d", MaxSparkline)}
	}
	return f, nil
}

// PeriodID is the id of the period that a request is about, however it says so. Errors are as View's.
func (m *Model) PeriodID(r Request) (string, error) {
	f, err := m.frame(r)
	if err != nil {
		return "", err
	}
	return f.card.cal.ID(f.period), nil
}

// View is a scorecard's scored tree. Errors are NotFoundError and InvalidError.
func (m *Model) View(r Request, o *Observations) (contract.View, error) {
	f, err := m.frame(r)
	if err != nil {
		return contract.View{}, err
	}
	v := &viewer{evaluator: m.evaluator(o, r.Now), root: f, sparkline: r.Sparkline, settled: final}
	scheme := schemeBody(f.card)
	view := contract.View{
		Scorecard: f.card.name, Unit: m.units.names[f.unit], AsOf: instantOf(r.AsOf), Now: period.InstantText(r.Now), Scheme: scheme,
		Node:   v.node(branch{ref: contract.Ref{Kind: kindScorecard, Name: f.card.name}, weight: 1, frame: f}),
		Themes: []contract.Node{},
	}
	view.Period = contract.ViewPeriod(v.period())
	v.shallow = true
	for _, theme := range v.themesOf(f.card) {
		view.Themes = append(view.Themes, v.node(branch{ref: contract.Ref{Kind: kindTheme, Name: theme}, weight: 1, frame: f}))
	}
	return view, nil
}

// viewer builds the nodes of a response.
type viewer struct {
	*evaluator
	root      frame
	sparkline int
	// shallow leaves out what is below objectives.
	shallow bool
	// settled is the least settled state of the cells shown so far.
	settled state
	cells   int
	chain   map[nodeKey]bool
}

// period describes the requested period; its state is the least settled one of the scorecard's cells.
func (v *viewer) period() contract.MapPeriod {
	cal, p := v.root.card.cal, v.root.period
	at := v.clock(cal).phase(p, 0).phase
	settled := v.settled
	if v.cells == 0 {
		settled = at.missing()
	}
	return contract.MapPeriod{
		ID: cal.ID(p), Start: period.InstantText(cal.Start(p)), End: period.InstantText(cal.End(p)), State: at.within(settled).String(),
	}
}

func (v *viewer) node(b branch) contract.Node {
	if b.ref.Kind == kindKpi {
		return v.kpiNode(b)
	}
	// What is below comes first, so that all that is asked of a KPI is asked in one go, while the processor's caches have it.
	below := []contract.Node{}
	if !(v.shallow && b.ref.Kind == kindObjective) {
		below = v.nodesBelow(b)
	}
	r := v.rolled(b)
	n := contract.Node{
		Ref: b.ref, Title: b.ref.Name, Weight: b.weight, Score: r.Score, Status: v.status(r.Score), Coverage: &r.Coverage,
		Trend: v.trend(b, r.Score), Override: v.override(b.ref, b.frame), Reason: r.Reason, Children: below,
	}
	switch b.ref.Kind {
	case kindScorecard:
		n.Title, n.Owner = b.frame.card.spec.Title, b.frame.card.spec.Owner
	case kindPerspective:
		n.Title = b.perspective.Title
	case kindTheme:
		if theme, ok := v.defs.Themes[b.ref.Name]; ok {
			n.Title = theme.Title
		}
	case kindObjective:
		if objective, ok := v.defs.Objectives[b.ref.Name]; ok {
			n.Title, n.Owner = objective.Title, objective.Owner
		}
	}
	if v.sparkline > 0 {
		n.Sparkline = v.spark(b, func(earlier branch) contract.SparkPoint {
			return contract.SparkPoint{Score: v.scoreOf(earlier)}
		})
	}
	return n
}

// nodesBelow are the nodes of the children; those of an objective that contributes to itself are left out.
func (v *viewer) nodesBelow(b branch) []contract.Node {
	key := nodeKey{b.ref, b.frame}
	if v.chain[key] {
		return []contract.Node{}
	}
	if v.chain == nil {
		v.chain = map[nodeKey]bool{}
	}
	v.chain[key] = true
	defer delete(v.chain, key)
	below := v.below(b)
	nodes := make([]contract.Node, 0, below.count)
	for child := range below.children {
		nodes = append(nodes, v.node(child))
	}
	return nodes
}

func (v *viewer) kpiNode(b branch) contract.Node {
	n := contract.Node{
		Ref: b.ref, Title: b.ref.Name, Weight: b.weight, Trend: contract.Trend{Direction: "none"}, Override: v.override(b.ref, b.frame),
		Children: []contract.Node{}, Gaps: []string{}, Sparkline: []contract.SparkPoint{},
	}
	if b.kpi == nil {
		n.Reason = sentence.UnknownKpi(b.ref.Name)
		return n
	}
	k := b.kpi
	j := v.judgeBranch(b)
	if j.why != sentence.NotMeasured {
		v.settled = min(v.settled, j.state)
		v.cells++
	}
	cellState := j.state.String()
	n.Title, n.Owner, n.Steward, n.Type = k.spec.Title, k.spec.Owner, k.spec.Steward, k.spec.Type
	n.Score, n.Status, n.Reason = j.score, v.status(j.score), j.unscored
	n.Value, n.Target, n.Stretch, n.Baseline = j.number(), j.amounts[target], j.amounts[stretch], j.amounts[baseline]
	n.State, n.Trend = &cellState, v.trend(b, j.score)
	if u := k.spec.UnitOfMeasure; u != nil {
		n.UnitOfMeasure, n.Decimals = u.Unit, u.Decimals
	}
	if k.broken == nil {
		closes := period.InstantText(v.clock(k.cal).close(j.period, k.settleDays))
		n.ClosesAt = &closes
	}
	if j.carried {
		id := k.cal.ID(j.period)
		n.Carried = &id
	}
	if j.hasScale {
		n.Bands = j.resolved.Bands(v.root.card.scheme)
	}
	if k.gaps != nil {
		n.Gaps = k.gaps
	}
	if v.sparkline > 0 {
		n.Sparkline = v.spark(b, func(earlier branch) contract.SparkPoint {
			j := v.judgeBranch(earlier)
			return contract.SparkPoint{Value: j.number(), Score: j.score}
		})
	}
	return n
}

func (e *evaluator) judgeBranch(b branch) *judgement {
	return e.judge(b.kpi, b.frame.unit, b.frame.card, b.frame.card.cal, b.frame.period)
}

func (v *viewer) status(score *float64) *string {
	if score == nil {
		return nil
	}
	status := v.root.card.scheme.Status(*score)
	return &status
}

// spark asks for the periods up to the branch's own one. Those of contributing objectives are of their own calendar, and are
// named like the requested scorecard's.
func (v *viewer) spark(b branch, at func(branch) contract.SparkPoint) []contract.SparkPoint {
	points := make([]contract.SparkPoint, v.sparkline)
	for i := range points {
		back := v.sparkline - 1 - i
		points[i] = at(b.before(back))
		points[i].Period = v.root.card.cal.ID(v.root.period.Next(-back))
	}
	return points
}

// before is the same branch n periods earlier; its weight is still that of the later period.
func (b branch) before(n int) branch {
	b.frame = b.frame.before(n)
	return b
}

// flatBand is the greatest change of a score, in points, that counts as none.
const flatBand = 1.0

// trend compares with the period before, by score.
func (v *viewer) trend(b branch, score *float64) contract.Trend {
	t := contract.Trend{Score: v.scoreOf(b.before(1)), Direction: "none"}
	if score == nil || t.Score == nil {
		return t
	}
	delta := *score - *t.Score
	t.Delta = &delta
	switch {
	case delta > flatBand+tolerance:
		t.Direction = "up"
	case delta < -flatBand-tolerance:
		t.Direction = "down"
	default:
		t.Direction = "flat"
	}
	return t
}

func schemeBody(c *card) contract.Scheme {
	levels := make([]contract.Level, len(c.scheme))
	for i, level := range c.scheme {
		levels[i] = contract.Level{Name: level.Name, From: level.From}
	}
	return contract.Scheme{Levels: levels}
}

func instantOf(t *time.Time) *string {
	if t == nil {
		return nil
	}
	text := period.InstantText(*t)
	return &text
}
