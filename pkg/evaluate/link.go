package evaluate

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

const (
	// linkPeriods is how many changes of the effect a link is tested on at most, minPairs on how many at least.
	linkPeriods = 24
	minPairs    = 8
	// normal95 is the quantile of the normal distribution that leaves 2.5 % on each side.
	normal95 = 1.959963984540054
)

// causalLink is a CausalLink whose objectives are both on a scorecard.
type causalLink struct {
	name string
	spec contract.CausalLinkSpec
}

// linksOf are the links between the objectives of a scorecard, by name.
func (m *Model) linksOf(c *card) []causalLink {
	placed := map[string]bool{}
	for _, p := range c.spec.Perspectives {
		for _, o := range p.Objectives {
			placed[o.Objective] = true
		}
	}
	var links []causalLink
	for _, name := range sortedNames(m.defs.CausalLinks) {
		if spec := m.defs.CausalLinks[name]; placed[spec.From] && placed[spec.To] {
			links = append(links, causalLink{name, spec})
		}
	}
	return links
}

// linkHistory is the time that a link is tested on: it ends with the frame's period, of the lag's frequency.
type linkHistory struct {
	frame frame
	// lag is how many periods the effect comes after the cause.
	lag int
}

// end is an objective at the last period of the history.
func (h linkHistory) end(objective string) branch {
	return branch{ref: contract.Ref{Kind: kindObjective, Name: objective}, frame: h.frame}
}

// maxLag is the longest lag, in periods, that can be tested.
const maxLag = 1000

// historyOf ends with the last period within the requested one that is over: one in progress has not had all its effect.
func (e *evaluator) historyOf(f frame, lag *contract.Lag) linkHistory {
	h := linkHistory{frame: f}
	freq := f.card.freq
	if lag != nil {
		if given := period.Frequency(lag.Frequency); given.Rank() >= 0 {
			freq = given
		}
		h.lag = int(min(max(lag.Periods, 0), maxLag))
	}
	_, h.frame.period = f.card.cal.Sub(f.period, freq)
	if over := e.clock(f.card.cal).current[freq.Rank()] - 1; h.frame.period.Ordinal > over {
		h.frame.period.Ordinal = over
	}
	return h
}

func (v *viewer) mapLink(l causalLink) contract.MapLink {
	link := contract.MapLink{
		Ref: contract.Ref{Kind: "CausalLink", Name: l.name}, From: l.spec.From, To: l.spec.To, Hypothesis: l.spec.Hypothesis,
		Lag: l.spec.Lag, State: "untested",
	}
	causes, effects := v.changes(v.historyOf(v.root, l.spec.Lag), l.spec.From, l.spec.To)
	link.Pairs = int64(len(causes))
	if len(causes) < minPairs {
		link.Reason = sentence.TooFewPairs(len(causes), minPairs)
		return link
	}
	r, varies := correlation(causes, effects)
	if !varies {
		link.Reason = sentence.NoVariation
		return link
	}
	link.Strength, link.State = &r, "inconclusive"
	low, high, ok := interval(r, effectiveSize(causes, effects))
	if !ok {
		link.Reason = sentence.TooLittleInformation
		return link
	}
	link.Interval = []float64{low, high}
	switch {
	case low > 0:
		link.State = "supported"
	case high < 0:
		link.State = "broken"
	}
	return link
}

// changes pairs the change of the effect's score in each period with that of the cause's score a lag before.
func (v *viewer) changes(h linkHistory, from, to string) (causes, effects []float64) {
	score := func(objective string, back int) *float64 {
		return v.scoreOf(h.end(objective).before(back))
	}
	for back := linkPeriods - 1; back >= 0; back-- {
		a, b := score(from, back+h.lag+1), score(from, back+h.lag)
		c, d := score(to, back+1), score(to, back)
		if a != nil && b != nil && c != nil && d != nil {
			causes, effects = append(causes, *b-*a), append(effects, *d-*c)
		}
	}
	return causes, effects
}

// correlation is Pearson's; false when one of the two doesn't vary.
func correlation(x, y []float64) (float64, bool) {
	mx, my := meanOf(x), meanOf(y)
	var xx, yy, xy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		xx, yy, xy = xx+dx*dx, yy+dy*dy, xy+dx*dy
	}
	const least = tolerance * tolerance
	if xx < least || yy < least {
		return 0, false
	}
	return max(-1, min(1, xy/math.Sqrt(xx*yy))), true
}

// effectiveSize is how many independent pairs two autocorrelated series are worth: N (1 − r₁r₂) / (1 + r₁r₂) with the two
// lag-1 autocorrelations (Bartlett 1935).
func effectiveSize(x, y []float64) float64 {
	rr := autocorrelation(x) * autocorrelation(y)
	return float64(len(x)) * (1 - rr) / (1 + rr)
}

// autocorrelation is that of neighbours, between −1 and 1; x varies.
func autocorrelation(x []float64) float64 {
	m := meanOf(x)
	var next, all float64
	for i := range x {
		all += (x[i] - m) * (x[i] - m)
		if i > 0 {
			next += (x[i] - m) * (x[i-1] - m)
		}
	}
	return next / all
}

// interval is the 95 % confidence interval of a correlation by Fisher's transformation; false when n is too small for one.
func interval(r, n float64) (low, high float64, ok bool) {
	if !(n > 3) {
		return 0, 0, false
	}
	const nearOne = 1 - 1e-12 // a perfect correlation has no finite transform
	z, half := math.Atanh(max(-nearOne, min(nearOne, r))), normal95/math.Sqrt(n-3)
	return min(r, math.Tanh(z-half)), max(r, math.Tanh(z+half)), true
}

func meanOf(x []float64) float64 {
	total := 0.0
	for _, v := range x {
		total += v
	}
	return total / float64(len(x))
}
