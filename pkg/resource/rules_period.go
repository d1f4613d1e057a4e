package resource

import (
	"regexp"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// plausiblePeriod is the form of period ids in any calendar; it serves where no calendar is known.
var plausiblePeriod = regexp.MustCompile(
	`^(FY)?\d{4}(-((0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|W(0[1-9]|[1-4]\d|5[0-3])|P(0[1-9]|1[0-2])|Q[1-4]|H[12]))?$`)

// period reads a period id of a calendar and refuses what is none. Without a calendar (nil) only the form counts.
func (c *check) period(calendar *period.Calendar, text *contract.PeriodText, path string) (period.Period, bool) {
	id := text.Text()
	if id == "" {
		return period.Period{}, false
	}
	if calendar == nil {
		if !plausiblePeriod.MatchString(id) {
			c.refuse(path, sentence.NoPeriodId(id))
		}
		return period.Period{}, false
	}
	p, err := calendar.Parse(id)
	if err != nil {
		c.refuse(path, sentence.Of(err))
		return period.Period{}, false
	}
	return p, true
}

// span refuses a range that ends before it begins, at its end.
func (c *check) span(calendar *period.Calendar, from, to *contract.PeriodText, fromPath, toPath string) {
	first, okFirst := c.period(calendar, from, fromPath)
	last, okLast := c.period(calendar, to, toPath)
	switch {
	case okFirst && okLast:
		if calendar.End(last).Before(calendar.Start(first)) || !calendar.End(last).After(calendar.Start(first)) {
			c.refuse(toPath, sentence.EndsBefore(from.Text()))
		}
	case calendar == nil && from != nil && to != nil:
		a, b := from.Text(), to.Text()
		// Ids of the same form sort as text.
		if len(a) == len(b) && a > b && plausiblePeriod.MatchString(a) && plausiblePeriod.MatchString(b) {
			c.refuse(toPath, sentence.EndsBefore(a))
		}
	}
}

// distinct refuses periods of a list, in whatever order, that begin together with an earlier one.
func (c *check) distinct(calendar *period.Calendar, texts []*contract.PeriodText, path func(i int) string) {
	first := map[time.Time]int{}
	for i, text := range texts {
		p, ok := c.period(calendar, text, path(i))
		if !ok {
			continue
		}
		start := calendar.Start(p)
		if j, twice := first[start]; twice {
			c.refuse(path(i), sentence.SamePeriod(path(j)))
			continue
		}
		first[start] = i
	}
}

// weights checks the steps of a weight that changes over time.
func (c *check) weights(calendar *period.Calendar, steps []contract.WeightStep, path string) {
	texts := make([]*contract.PeriodText, len(steps))
	for i := range steps {
		texts[i] = steps[i].From
	}
	c.distinct(calendar, texts, func(i int) string { return item(path+"/weights", i) + "/from" })
}
