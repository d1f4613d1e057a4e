package evaluate

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// heldOverride is a StatusOverride of one scorecard.
type heldOverride struct {
	spec    contract.StatusOverrideSpec
	period  period.Period
	expires time.Time
}

// never is after every expiry.
var never = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)

// compileOverrides orders overrides by name; those of unreadable periods or expiries are left out.
func (m *Model) compileOverrides() {
	for _, name := range sortedNames(m.defs.Overrides) {
		spec := m.defs.Overrides[name]
		c, ok := m.cards[spec.Scorecard]
		if !ok || c.cal == nil {
			continue
		}
		p, err := c.cal.Parse(spec.Period.Text())
		if err != nil {
			continue
		}
		expires, ok := expiryOf(c.cal, spec.Expires)
		if !ok {
			continue
		}
		c.overrides = append(c.overrides, heldOverride{spec, p, expires})
	}
}

// expiryOf reads an instant, or a day that still counts as a whole.
func expiryOf(c *calendar, text *string) (time.Time, bool) {
	if text == nil {
		return never, true
	}
	if t, err := time.Parse(time.RFC3339Nano, *text); err == nil {
		return t, true
	}
	if day, err := c.Parse(*text); err == nil && day.Frequency == period.Day {
		return c.End(day), true
	}
	return time.Time{}, false
}

// override is what a person has set for a node in its frame, nil when nothing is in force; of several the last by name.
func (e *evaluator) override(ref contract.Ref, f frame) *contract.Override {
	var found *contract.Override
	for _, o := range f.card.overrides {
		if o.spec.Node != ref || o.period != f.period || o.spec.Unit != e.units.names[f.unit] || !e.now.Before(o.expires) {
			continue
		}
		found = &contract.Override{
			Status: o.spec.Status, Author: o.spec.Author, Reason: o.spec.Reason, Expires: o.spec.Expires,
		}
	}
	return found
}
