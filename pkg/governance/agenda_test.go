package governance

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// meetings are reviews of a series that were held, by the instants at which they began.
func meetings(t *testing.T, d Documents, logs map[string][]Event, series string, starts ...string) {
	t.Helper()
	for _, start := range starts {
		name := series + "-" + start[:10]
		d.Reviews[name] = review(t, series, start, "")
		logs[name] = heldAt(t, start)
	}
}

func itemOf(t *testing.T, series, rest string) contract.AgendaItemSpec {
	t.Helper()
	return read[contract.AgendaItemSpec](t, fmt.Sprintf(`{"title": "I", "series": %q, "raised": "2026-02-01T00:00:00Z"%s}`, series, rest))
}

// trail writes the course of an item: where it was, and why it went on.
func trail(c ItemCourse) string {
	parts := []string{c.Item.Series}
	for _, e := range c.Escalations {
		parts = append(parts, fmt.Sprintf("-%s@%s-> %s", e.Why, e.At[5:10], e.To))
	}
	if c.On == "" {
		parts = append(parts, "settled")
	}
	return strings.Join(parts, " ")
}

func TestItemsGoWhereTheyAreSettled(t *testing.T) {
	one := int64(1)
	dissolved := "2026-01-01"
	monthly := []string{"2026-02-11T13:00:00Z", "2026-03-11T13:00:00Z", "2026-04-08T12:00:00Z"}
	for name, c := range map[string]struct {
		item   string
		series string
		change func(d Documents)
		held   map[string][]string
		want   string
	}{
		"no meeting yet":           {"", "sales", nil, nil, "sales"},
		"one meeting":              {"", "sales", nil, map[string][]string{"sales": monthly[:1]}, "sales"},
		"two meetings":             {"", "sales", nil, map[string][]string{"sales": monthly[:2]}, "sales -unresolved@03-11-> board"},
		"meetings before it":       {"", "sales", nil, map[string][]string{"sales": {"2026-01-14T13:00:00Z", monthly[0]}}, "sales"},
		"meetings of another tier": {"", "sales", nil, map[string][]string{"board": {"2026-02-11T13:00:00Z", "2026-03-11T13:00:00Z"}}, "sales"},
		"the series' own limit":    {"", "sales", func(d Documents) { s := d.Series["sales"]; s.EscalateAfter = &one; d.Series["sales"] = s }, map[string][]string{"sales": monthly[:1]}, "sales -unresolved@02-11-> board"},
		"two tiers up":             {"", "floor", nil, map[string][]string{"floor": {"2026-02-02T07:00:00Z", "2026-02-09T07:00:00Z"}, "sales": monthly[:2]}, "floor -unresolved@02-09-> sales -unresolved@03-11-> board"},
		"nothing above":            {"", "board", nil, map[string][]string{"board": {"2026-02-11T13:00:00Z", "2026-03-11T13:00:00Z", "2026-03-18T13:00:00Z"}}, "board"},
		"resolved in time":         {`, "state": "resolved", "resolved": "2026-03-11T13:30:00Z"`, "sales", nil, map[string][]string{"sales": monthly[:2]}, "sales settled"},
		"resolved too late":        {`, "state": "resolved", "resolved": "2026-03-12T13:30:00Z"`, "sales", nil, map[string][]string{"sales": monthly[:2]}, "sales -unresolved@03-11-> board settled"},
		"resolved after now":       {`, "state": "resolved", "resolved": "2026-12-12T13:30:00Z"`, "sales", nil, map[string][]string{"sales": monthly[:2]}, "sales -unresolved@03-11-> board"},
		"withdrawn":                {`, "state": "withdrawn"`, "sales", nil, nil, "sales settled"},
		"a right that lies higher": {`, "right": "Funding"`, "sales", nil, nil, "sales -right@02-01-> board"},
		"two tiers higher":         {`, "right": "funding"`, "floor", nil, nil, "floor -right@02-01-> sales -right@02-01-> board"},
		"one tier higher":          {`, "right": "countermeasures"`, "floor", nil, nil, "floor -right@02-01-> sales"},
		"a right of its own":       {`, "right": "countermeasures"`, "sales", nil, nil, "sales"},
		"a right of nobody":        {`, "right": "war"`, "sales", nil, nil, "sales"},
		"a lower class":            {`, "class": "tactical"`, "board", nil, nil, "board -class@02-01-> sales"},
		"a class two tiers lower":  {`, "class": "operational"`, "board", nil, nil, "board -class@02-01-> floor"},
		"a lower class, accepted":  {`, "class": "operational", "classReason": "urgent"`, "board", nil, nil, "board"},
		"a higher class stays":     {`, "class": "strategic"`, "floor", nil, nil, "floor"},
		"down, and up again":       {`, "class": "tactical"`, "board", nil, map[string][]string{"sales": monthly}, "board -class@02-01-> sales -unresolved@03-11-> board"},
		"the series that it names": {"", "sales", func(d Documents) {
			to := "crisis"
			d.Series["crisis"] = d.Series["board"]
			s := d.Series["sales"]
			s.EscalatesTo = &to
			d.Series["sales"] = s
		}, map[string][]string{"sales": monthly[:2]}, "sales -unresolved@03-11-> crisis"},
		"of the same charter first": {"", "sales", func(d Documents) { s := d.Series["board"]; s.Charter = nil; d.Series["a"] = s }, map[string][]string{"sales": monthly[:2]}, "sales -unresolved@03-11-> board"},
		"a common scorecard":        {"", "sales", func(d Documents) { s := d.Series["board"]; s.Charter = nil; d.Series["board"] = s }, map[string][]string{"sales": monthly[:2]}, "sales -unresolved@03-11-> board"},
		"not to a dissolved one":    {"", "sales", func(d Documents) { d.Charters["charter"].Committees[0].Dissolved = &dissolved }, map[string][]string{"sales": monthly[:2]}, "sales"},
		"past a tier without series": {"", "floor", func(d Documents) { delete(d.Series, "sales") }, map[string][]string{"floor": {"2026-02-02T07:00:00Z", "2026-02-09T07:00:00Z"}},
			"floor -unresolved@02-09-> board"},
	} {
		t.Run(name, func(t *testing.T) {
			d, logs := company(t), map[string][]Event{}
			d.AgendaItems["i"] = itemOf(t, c.series, c.item)
			if c.change != nil {
				c.change(d)
			}
			for series, starts := range c.held {
				meetings(t, d, logs, series, starts...)
			}
			courses := NewPlanner(d, logs, at(t, "2026-05-01T00:00:00Z")).ItemCourses()
			if len(courses) != 1 || trail(courses[0]) != c.want {
				t.Errorf("got %v, want %s", courses, c.want)
			}
		})
	}
}

func TestAnEscalatedItemIsOnTheNextAgendaRightAfterTheLimit(t *testing.T) {
	d, logs := company(t), map[string][]Event{}
	d.AgendaItems["i"] = itemOf(t, "sales", "")
	meetings(t, d, logs, "sales", "2026-02-11T13:00:00Z", "2026-03-11T13:00:00Z")
	d.Reviews["board-april"] = review(t, "board", "2026-04-21T07:00:00Z", "")
	d.Reviews["sales-april"] = review(t, "sales", "2026-04-08T12:00:00Z", "")
	on := func(now, name string) bool {
		t.Helper()
		p := NewPlanner(d, logs, at(t, now))
		return p.OnAgenda(name, p.ItemCourses()[0])
	}
	const before, limit = "2026-03-11T13:59:59.999Z", "2026-03-11T14:00:00Z" // the second meeting ends
	if on(before, "board-april") || !on(before, "sales-april") {
		t.Error("it went up before the second meeting was over")
	}
	if !on(limit, "board-april") || on(limit, "sales-april") {
		t.Error("it isn't on the board's next agenda when the second meeting is over")
	}
	p := NewPlanner(d, logs, at(t, limit))
	course := p.ItemCourses()[0]
	if !course.LeftAfter("sales-2026-03-11") || !course.Left("sales") || course.On != "board" || !course.Since.Equal(at(t, limit)) {
		t.Errorf("course %+v", course)
	}
	if !slices.Equal(course.Meetings, []string{"sales-2026-02-11", "sales-2026-03-11"}) || !p.OnAgenda("sales-2026-03-11", course) {
		t.Errorf("its history is lost: %v", course.Meetings)
	}
}
