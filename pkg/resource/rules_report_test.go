package resource

import (
	"strings"
	"testing"
)

func TestTemplatesAndCommentaryThatAreRefused(t *testing.T) {
	template := func(rest string) string { return doc("ReportTemplate", "t", "{title: T, "+rest+"}") }
	subscribers := func(list string) string {
		return template("sections: [{name: a, type: text}], subscribers: [" + list + "]")
	}
	commentary := func(rest string) string {
		return doc("Commentary", "c", "{kpi: sales, unit: north, period: 2026-03, explanation: Rain, "+rest+"}")
	}
	for name, c := range map[string]struct{ document, place, message string }{
		"no section":              {template("sections: []"), "/spec/sections", ""},
		"section twice":           {template("sections: [{name: a, type: text}, {name: a, type: scorecard}]"), "/spec/sections/1/name", "twice"},
		"unknown section":         {template("sections: [{name: a, type: weather}]"), "/spec/sections/0/type", ""},
		"KPI twice":               {template("sections: [{name: a, type: kpiDetail, kpis: [sales, sales]}]"), "/spec/sections/0/kpis/1", "twice"},
		"unknown KPI":             {template("sections: [{name: a, type: kpiDetail, kpis: [nothing]}]"), "/spec/sections/0/kpis/0", "no Kpi"},
		"status twice":            {template("sections: [{name: a, type: exceptions, statuses: [red, red]}]"), "/spec/sections/0/statuses/1", "twice"},
		"frozen after the review": {template("sections: [{name: a, type: text}], freezeHoursBefore: -1"), "/spec/freezeHoursBefore", ""},
		"nobody by e-mail":        {subscribers("{channel: email}"), "/spec/subscribers/0/person", "missing"},
		"nobody in the app":       {subscribers("{channel: app}"), "/spec/subscribers/0/person", "missing"},
		"a role by e-mail":        {subscribers("{person: the boss, channel: email}"), "/spec/subscribers/0/person", "e-mail address"},
		"half an address":         {subscribers("{person: 'not an email@@', channel: email}"), "/spec/subscribers/0/person", "e-mail address"},
		"a name with an address":  {subscribers("{person: 'Ann <ann@example.org>', channel: email}"), "/spec/subscribers/0/person", "e-mail address"},
		"an unknown channel":      {subscribers("{person: ada, channel: pigeon}"), "/spec/subscribers/0/channel", ""},
		"a subscriber twice":      {subscribers("{person: ada}, {person: ada, channel: app}"), "/spec/subscribers/1", "twice"},
		"the webhook twice":       {subscribers("{}, {channel: webhook}"), "/spec/subscribers/1", "twice"},
		"no explanation":          {doc("Commentary", "c", "{kpi: sales, unit: north, period: 2026-03, explanation: '  '}"), "/spec/explanation", "blank"},
		"another calendar":        {doc("Commentary", "c", "{kpi: sales, unit: north, period: FY2026-Q1, explanation: Rain}"), "/spec/period", "not an id"},
		"no period":               {doc("Commentary", "c", "{kpi: sales, unit: north, period: 2026-13, explanation: Rain}"), "/spec/period", ""},
		"unknown unit":            {doc("Commentary", "c", "{kpi: sales, unit: nowhere, period: 2026-03, explanation: Rain}"), "/spec/unit", "no OrgUnit"},
		"recovers before":         {commentary("recoveryDate: 2026-02-28"), "/spec/recoveryDate", "before the period"},
		"recovers on no day":      {commentary("recoveryDate: 2026-02-30"), "/spec/recoveryDate", ""},
		"unknown action":          {commentary("actions: [nothing]"), "/spec/actions/0", "no Action"},
	} {
		t.Run(name, func(t *testing.T) { refusedOnce(t, c.document, c.place, c.message) })
	}
}

func TestTemplatesAndCommentaryThatAreAccepted(t *testing.T) {
	long := strings.Repeat("Regen. ", 285) // 1,995 letters
	for name, document := range map[string]string{
		"every channel":       doc("ReportTemplate", "t", "{title: T, sections: [{name: a, type: text}], subscribers: [{person: ada}, {person: a@b.org, channel: email}, {}]}"),
		"frozen at the start": doc("ReportTemplate", "t", "{title: T, sections: [{name: a, type: text}], freezeHoursBefore: 0}"),
		"a long explanation":  doc("Commentary", "c", "{kpi: sales, unit: north, period: 2026-03, explanation: "+long+"}"),
		"right to left":       doc("Commentary", "c", "{kpi: sales, unit: north, period: 2026-03, explanation: الإيرادات أقل من الهدف, recoveryDate: 2026-03-01}"),
		"a longer period":     doc("Commentary", "c", "{kpi: sales, unit: north, period: 2026-Q1, explanation: Rain}"),
	} {
		t.Run(name, func(t *testing.T) {
			x := newFixture(t)
			x.mustApply(t, base)
			x.mustApply(t, document)
		})
	}
}
