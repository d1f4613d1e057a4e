package resource

import (
	"strings"
	"testing"
)

// refused holds documents on top of Northwind's governance to the places where they are refused; "" is accepted.
func refused(t *testing.T, x *fixture, document, want string) {
	t.Helper()
	_, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(document)}, ApplyOptions{WriteOptions: WriteOptions{DryRun: true}})
	if want == "" {
		if err != nil {
			t.Errorf("refused: %s", problemsText(err))
		}
		return
	}
	path, message, _ := strings.Cut(want, " ")
	var invalid *InvalidError
	if !asInvalid(err, &invalid) || len(invalid.Problems) != 1 || invalid.Problems[0].Path != path || !strings.Contains(invalid.Problems[0].Message, message) {
		t.Errorf("%v; expected %s", err, want)
	}
}

func TestCharterRefusals(t *testing.T) {
	x := governed(t)
	board := func(rest string) string {
		return doc("GovernanceCharter", "c", "{title: C, committees: [{name: board, title: Board, "+rest+"}]}")
	}
	promise := func(rest string) string {
		return doc("GovernanceCharter", "c", "{title: C, committees: [{name: board, title: Board}], reviews: ["+rest+"]}")
	}
	for name, c := range map[string]struct{ document, want string }{
		"sound": {board("chair: ceo, members: [cfo, coo], quorum: 3, delegates: {ceo: cfo, coo: controller}"), ""},
		"two committees of one name": {
			doc("GovernanceCharter", "c", "{title: C, committees: [{name: a, title: A}, {name: a, title: B}]}"), "/spec/committees/1/name twice",
		},
		"a member twice":        {board("members: [cfo, CFO]"), "/spec/committees/0/members/1 twice"},
		"a delegate of nobody":  {board("members: [cfo], delegates: {coo: controller}"), "/spec/committees/0/delegates/coo no member"},
		"one's own delegate":    {board("members: [cfo], delegates: {cfo: cfo}"), "/spec/committees/0/delegates/cfo themselves"},
		"a quorum of too many":  {board("chair: ceo, members: [cfo], quorum: 3"), "/spec/committees/0/quorum 2 members"},
		"a quorum of nobody":    {board("quorum: 0"), "/spec/committees/0/quorum"},
		"an impossible day":     {board("dissolved: 2026-02-30"), "/spec/committees/0/dissolved"},
		"an unknown committee":  {promise("{scorecard: northwind, committee: bord, tier: strategic, every: month}"), "/spec/reviews/0/committee did you mean “board”"},
		"an unknown scorecard":  {promise("{scorecard: nowhere, committee: board, tier: strategic, every: month}"), "/spec/reviews/0/scorecard there is no Scorecard"},
		"an unknown tier":       {promise("{scorecard: northwind, committee: board, tier: top, every: month}"), "/spec/reviews/0/tier"},
		"promised twice":        {promise("{scorecard: northwind, committee: board, tier: strategic, every: month}, {scorecard: northwind, committee: board, tier: strategic, every: year}"), "/spec/reviews/1 twice"},
		"bounds in wrong order": {promise("{scorecard: northwind, committee: board, tier: strategic, every: month, bounds: {seldom: month, often: quarter}}"), "/spec/reviews/0/bounds/seldom shorter"},
		"more often than that":  {promise("{scorecard: northwind, committee: board, tier: strategic, every: month, bounds: {often: quarter}}"), "/spec/reviews/0/every more often"},
		"more seldom than that": {promise("{scorecard: northwind, committee: board, tier: strategic, every: half, bounds: {seldom: quarter}}"), "/spec/reviews/0/every more seldom"},
		"bounds of one length":  {promise("{scorecard: northwind, committee: board, tier: strategic, every: month, bounds: {seldom: month, often: month}}"), ""},
		"pivots of nobody": {
			doc("GovernanceCharter", "c", "{title: C, committees: [{name: a, title: A}], pivots: {committee: b, every: half}}"), "/spec/pivots/committee no committee",
		},
	} {
		t.Run(name, func(t *testing.T) { refused(t, x, c.document, c.want) })
	}
}

func TestSeriesRefusals(t *testing.T) {
	x := governed(t)
	series := func(tier, rest string) string {
		return doc("ReviewSeries", "s", "{title: S, tier: "+tier+", scorecards: [northwind], "+rest+"}")
	}
	const monthly = "recurrence: {rrule: FREQ=MONTHLY, start: 1997-01-08T14:00, timeZone: Europe/London}"
	for name, c := range map[string]struct{ document, want string }{
		"sound":                      {series("operational", monthly), ""},
		"a rule that can't be read":  {series("operational", "recurrence: {rrule: monthly, start: 1997-01-08T14:00, timeZone: Europe/London}"), "/spec/recurrence/rrule no recurrence rule"},
		"an hourly rule":             {series("operational", "recurrence: {rrule: FREQ=HOURLY, start: 1997-01-08T14:00, timeZone: Europe/London}"), "/spec/recurrence/rrule at most daily"},
		"a start that doesn't exist": {series("operational", "recurrence: {rrule: FREQ=DAILY, start: 1997-02-30T14:00, timeZone: Europe/London}"), "/spec/recurrence/start exists"},
		"an unknown zone":            {series("operational", "recurrence: {rrule: FREQ=DAILY, start: 1997-02-20T14:00, timeZone: Europe/Londn}"), "/spec/recurrence/timeZone IANA"},
		"an unknown calendar":        {series("operational", "recurrence: {rrule: FREQ=DAILY, start: 1997-02-20T14:00, timeZone: UTC, calendar: lunar}"), "/spec/recurrence/calendar there is no Calendar"},
		"nothing to review":          {doc("ReviewSeries", "s", "{title: S, tier: tactical, scorecards: [], "+monthly+"}"), "/spec/scorecards"},
		"a scorecard twice":          {doc("ReviewSeries", "s", "{title: S, tier: tactical, scorecards: [northwind, northwind], "+monthly+"}"), "/spec/scorecards/1 twice"},
		"an item twice":              {series("operational", monthly+", agenda: [{name: a, title: A, minutes: 5, class: tactical}, {name: a, title: B, minutes: 5, class: tactical}]"), "/spec/agenda/1/name twice"},
		"a committee of no charter":  {series("operational", monthly+", committee: board"), "/spec/committee needs the charter"},
		"an unknown committee":       {series("operational", monthly+", charter: northwind-governance, committee: logistic"), "/spec/committee did you mean “logistics”"},
		"required and optional":      {series("operational", monthly+", roles: {required: [ceo], optional: [cfo, CEO]}"), "/spec/roles/optional/1 nobody is both"},
		"required twice":             {series("operational", monthly+", roles: {required: [ceo, ceo]}"), "/spec/roles/required/1 twice"},
		"up to a higher tier":        {series("operational", monthly+", escalatesTo: northwind-strategic"), ""},
		"up to the same tier":        {series("tactical", monthly+", escalatesTo: northwind-tactical"), "/spec/escalatesTo higher tier"},
		"down":                       {series("strategic", monthly+", escalatesTo: northwind-tactical"), "/spec/escalatesTo higher tier"},
		"to itself":                  {series("tactical", monthly+", escalatesTo: s"), "/spec/escalatesTo another series"},
		"to nowhere":                 {series("tactical", monthly+", escalatesTo: nowhere"), "/spec/escalatesTo there is no ReviewSeries"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, x, c.document, c.want) })
	}
}

func TestReviewAndSignatureRefusals(t *testing.T) {
	x := governed(t)
	review := func(rest string) string {
		return doc("Review", "r", "{series: northwind-strategic, start: 1997-04-15T08:00:00Z, "+rest+"}")
	}
	signature := func(rest string) string {
		return doc("CharterSignature", "s", "{charter: northwind-governance, person: ceo, "+rest+"}")
	}
	for name, c := range map[string]struct{ document, want string }{
		"a period of the calendar":    {review("period: 1997-Q1"), ""},
		"a period of no calendar":     {review("period: 1997-Q5"), "/spec/period quarter 5"},
		"a name of the API's own":     {doc("Review", "calendar", "{series: northwind-strategic, start: 1997-04-15T08:00:00Z}"), "/metadata/name address"},
		"a person twice":              {review("roles: {required: [ceo], optional: [ceo]}"), "/spec/roles/optional/0 nobody is both"},
		"a signature":                 {signature("version: 1, signedOn: 1997-01-02"), ""},
		"of a version to come":        {signature("version: 2, signedOn: 1997-01-02"), "/spec/version no version 2"},
		"of no version":               {signature("version: 0, signedOn: 1997-01-02"), "/spec/version"},
		"signed on an impossible day": {signature("version: 1, signedOn: 1997-02-30"), "/spec/signedOn"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, x, c.document, c.want) })
	}
}
