package resource

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// base is a small sound organisation that the cases below spoil.
const base = `
{apiVersion: scorecard/v1, kind: Calendar, metadata: {name: cal}, spec: {title: Cal, timeZone: UTC, fiscalYearStartMonth: 1}}
---
{apiVersion: scorecard/v1, kind: OrgUnit, metadata: {name: company}, spec: {title: Company, aliases: [ACME]}}
---
{apiVersion: scorecard/v1, kind: OrgUnit, metadata: {name: north}, spec: {title: North, parent: company}}
---
{apiVersion: scorecard/v1, kind: Strategy, metadata: {name: s}, spec: {title: S, from: 2026, to: 2028}}
---
{apiVersion: scorecard/v1, kind: Strategy, metadata: {name: s2}, spec: {title: S2}}
---
{apiVersion: scorecard/v1, kind: Theme, metadata: {name: growth}, spec: {title: Growth, strategy: s}}
---
{apiVersion: scorecard/v1, kind: Kpi, metadata: {name: sales}, spec: {title: Sales, calendar: cal, frequency: month, source: {type: manual}}}
---
{apiVersion: scorecard/v1, kind: Kpi, metadata: {name: costs}, spec: {title: Costs, calendar: cal, frequency: month, source: {type: manual}}}
---
{apiVersion: scorecard/v1, kind: Objective, metadata: {name: earn}, spec: {title: Earn, strategy: s, perspective: fin, kpis: [{kpi: sales}]}}
---
{apiVersion: scorecard/v1, kind: Objective, metadata: {name: save}, spec: {title: Save, strategy: s, perspective: fin, kpis: [{kpi: costs}]}}
---
{apiVersion: scorecard/v1, kind: Scorecard, metadata: {name: card}, spec: {title: Card, strategy: s, calendar: cal, frequency: month, unit: company, perspectives: [{name: fin, title: Fin, objectives: [{objective: earn}]}]}}
---
{apiVersion: scorecard/v1, kind: Dataset, metadata: {name: data}, spec: {title: Data, query: {rawSql: select 1}}}
`

func doc(kind, name, spec string) string {
	return fmt.Sprintf("{apiVersion: scorecard/v1, kind: %s, metadata: {name: %s}, spec: %s}", kind, name, spec)
}

func kpi(name, rest string) string {
	return doc("Kpi", name, "{title: K, calendar: cal, frequency: month, "+rest+"}")
}

func targets(rest string) string {
	return doc("TargetSet", "t", "{kpi: sales, unit: company, "+rest+"}")
}

func card(rest string) string {
	return doc("Scorecard", "c2", "{title: C, strategy: s, calendar: cal, frequency: month, unit: company, "+rest+"}")
}

func override(rest string) string {
	return doc("StatusOverride", "o", "{scorecard: card, unit: company, author: me, reason: why, "+rest+"}")
}

func TestRefusals(t *testing.T) {
	other := doc("Calendar", "other", "{title: O, timeZone: UTC}") + "\n---\n"
	for name, c := range map[string]struct {
		documents string
		// want are the places of all problems; a text after a space must be in the message.
		want []string
	}{
		"not a document":         {"just text", []string{" mapping with apiVersion"}},
		"unknown kind":           {doc("Kpis", "x", "{}"), []string{"/kind did you mean “Kpi”"}},
		"missing kind":           {"{apiVersion: scorecard/v1}", []string{"/kind is missing"}},
		"wrong version":          {"{apiVersion: v2, kind: Theme, metadata: {name: x}, spec: {title: T, strategy: s}}", []string{"/apiVersion scorecard/v1"}},
		"missing spec":           {"{apiVersion: scorecard/v1, kind: Theme, metadata: {name: x}}", []string{"/spec is missing"}},
		"missing name":           {"{apiVersion: scorecard/v1, kind: Theme, metadata: {}, spec: {title: T, strategy: s}}", []string{"/metadata/name is missing"}},
		"bad name":               {doc("Theme", "Big_Name", "{title: T, strategy: s}"), []string{"/metadata/name lower-case"}},
		"unknown field":          {doc("Theme", "x", "{title: T, strategy: s, sponsr: me}"), []string{"/spec/sponsr did you mean “sponsor”"}},
		"unknown metadata":       {"{apiVersion: scorecard/v1, kind: Theme, metadata: {name: x, foo: 1}, spec: {title: T, strategy: s}}", []string{"/metadata/foo no such field"}},
		"missing title":          {doc("Theme", "x", "{strategy: s}"), []string{"/spec/title is missing"}},
		"blank title":            {doc("Theme", "x", "{title: '  ', strategy: s}"), []string{"/spec/title blank"}},
		"blank person":           {doc("Theme", "x", "{title: X, strategy: s, sponsor: ' '}"), []string{"/spec/sponsor blank"}},
		"blank alias":            {doc("OrgUnit", "x", "{title: X, aliases: [a, '  ']}"), []string{"/spec/aliases/1 blank"}},
		"blank title within":     {card("perspectives: [{name: p, title: ' '}]"), []string{"/spec/perspectives/0/title blank"}},
		"wrong type":             {doc("Theme", "x", "{title: 5, strategy: s}"), []string{"/spec/title must be text, not the number 5"}},
		"required without value": {doc("Theme", "x", "{title: ~, strategy: s}"), []string{"/spec/title is missing"}},
		"enum":                   {kpi("k", "source: {type: manual}, missing: ignore"), []string{"/spec/missing “skip”, “require”"}},
		"pattern":                {doc("Theme", "x", "{title: T, strategy: s, color: red}"), []string{"/spec/color colour"}},
		"minimum":                {kpi("k", "source: {type: manual}, closeDays: -1"), []string{"/spec/closeDays at least 0"}},
		"several at once":        {doc("Theme", "x", "{titel: T, strategy: nowhere, color: red}"), []string{"/spec/title is missing", "/spec/titel no such field", "/spec/color colour", "/spec/strategy there is no Strategy"}},
		"union without type":     {kpi("k", "source: {formula: sales}"), []string{"/spec/source/type “query”, “manual”, “calculated”"}},
		"union of unknown type":  {kpi("k", "source: {type: manuel}"), []string{"/spec/source/type did you mean “manual”"}},
		"union's own errors":     {kpi("k", "source: {type: calculated, formla: sales}"), []string{"/spec/source/formla no such field", "/spec/source/formula is missing"}},
		"union of other type":    {kpi("k", "source: 5"), []string{"/spec/source must be a mapping of fields"}},
		"period of wrong type":   {targets("from: [2026]"), []string{"/spec/from must be text or a whole number, not a list"}},
		"threshold":              {targets("scale: {type: goalRedFlag, redFlag: 10 percent, goal: 5}"), []string{"/spec/scale/redFlag percent of the target"}},
		"theme reference":        {doc("Objective", "o", "{title: O, strategy: s, perspective: fin, themes: [nowhere, {theme: nothing}]}"), []string{"/spec/themes/0 no Theme", "/spec/themes/1/theme no Theme"}},
		"similar name":           {doc("Theme", "x", "{title: T, strategy: s3}"), []string{"/spec/strategy did you mean “s2”"}},
		"twice in one request":   {doc("Theme", "x", "{title: T, strategy: s}") + "\n---\n" + doc("Theme", "x", "{title: T, strategy: s}"), []string{"/metadata/name already in this request"}},
		"time zone":              {doc("Calendar", "x", "{title: C, timeZone: Mars/Base}"), []string{"/spec/timeZone "}},
		"pattern without end":    {doc("Calendar", "x", "{title: C, timeZone: UTC, pattern: 4-4-5}"), []string{"/spec/yearEnd "}},
		"alias of another":       {doc("OrgUnit", "x", "{title: X, aliases: [' acme ']}"), []string{"/spec/aliases/0 alias of OrgUnit “company”"}},
		"alias twice":            {doc("OrgUnit", "x", "{title: X, aliases: [a, A]}"), []string{"/spec/aliases/1 twice"}},
		"alias is a name":        {doc("OrgUnit", "x", "{title: X, aliases: [North]}"), []string{"/spec/aliases/0 name of another unit"}},
		"name is an alias":       {doc("OrgUnit", "acme", "{title: X}"), []string{"/metadata/name alias of OrgUnit “company”"}},
		"strategy ends early":    {doc("Strategy", "x", "{title: X, from: 2026, to: 2025}"), []string{"/spec/to ends before"}},
		"strategy period":        {doc("Strategy", "x", "{title: X, from: soon}"), []string{"/spec/from no period"}},
		"strategy month":         {doc("Strategy", "x", "{title: X, from: 2026-13}"), []string{"/spec/from no period"}},
		"strategy day":           {doc("Strategy", "x", "{title: X, to: 2026-01-32}"), []string{"/spec/to no period"}},
		"strategy week":          {doc("Strategy", "x", "{title: X, to: 2026-W54}"), []string{"/spec/to no period"}},
		"cause of itself":        {doc("CausalLink", "x", "{from: earn, to: earn}"), []string{"/spec/to cause of itself"}},
		"KPI twice":              {doc("Objective", "o", "{title: O, strategy: s, perspective: fin, kpis: [{kpi: sales}, {kpi: sales}]}"), []string{"/spec/kpis/1/kpi twice"}},
		"weight's period":        {doc("Objective", "o", "{title: O, strategy: s, perspective: fin, kpis: [{kpi: sales, weights: [{from: 2026-13, weight: 1}]}]}"), []string{"/spec/kpis/0/weights/0/from "}},
		"weight steps together":  {doc("Objective", "o", "{title: O, strategy: s, perspective: fin, kpis: [{kpi: sales, weights: [{from: 2026, weight: 1}, {from: 2026-01, weight: 2}]}]}"), []string{"/spec/kpis/0/weights/1/from begins when"}},
		"contributes to itself":  {doc("Objective", "o", "{title: O, strategy: s, perspective: fin, contributesTo: [{objective: o}]}"), []string{"/spec/contributesTo/0/objective own children"}},
		"contribution cycle":     {doc("Objective", "o", "{title: O, strategy: s, perspective: fin, contributesTo: [{objective: p}]}") + "\n---\n" + doc("Objective", "p", "{title: P, strategy: s, perspective: fin, contributesTo: [{objective: earn}, {objective: o}]}"), []string{"/spec/contributesTo/0/objective own children", "/spec/contributesTo/1/objective own children"}},
		"formula":                {kpi("k", "source: {type: calculated, formula: sales +}"), []string{"/spec/source/formula "}},
		"formula input":          {kpi("k", "source: {type: calculated, formula: sale / prev(sale)}"), []string{"/spec/source/formula no Kpi “sale”; did you mean “sales”"}},
		"two formula inputs":     {kpi("k", "source: {type: calculated, formula: foo / bar}"), []string{"/spec/source/formula no Kpi “foo”", "/spec/source/formula no Kpi “bar”"}},
		"mean without weight":    {kpi("k", "source: {type: manual}, aggregation: {units: weightedMean}"), []string{"/spec/aggregation/weight is missing"}},
		"weighs itself":          {kpi("k", "source: {type: manual}, aggregation: {units: weightedMean, weight: k}"), []string{"/spec/aggregation/weight weigh itself"}},
		"per period":             {kpi("k", "source: {type: calculated, formula: sales, evaluate: perPeriod}"), []string{"/spec/aggregation/time is missing"}},
		"no query":               {kpi("k", "units: [north], source: {type: query, extract: {mode: scalar}}"), []string{"/spec/source/query is missing"}},
		"query and dataset":      {kpi("k", "units: [north], source: {type: query, dataset: data, query: {a: 1}, extract: {mode: scalar}}"), []string{"/spec/source/query keep one"}},
		"table without time":     {kpi("k", "source: {type: query, dataset: data, extract: {mode: table, unit: u}}"), []string{"/spec/source/extract/time is missing"}},
		"table with both":        {kpi("k", "source: {type: query, dataset: data, extract: {mode: table, unit: u, time: t, period: p}}"), []string{"/spec/source/extract/period keep one"}},
		"scalar with time":       {kpi("k", "units: [north], source: {type: query, dataset: data, extract: {mode: scalar, time: t}}"), []string{"/spec/source/extract/time scalar"}},
		"no unit column":         {kpi("k", "source: {type: query, dataset: data, extract: {mode: table, time: t}}"), []string{"/spec/units exactly one"}},
		"too many units":         {kpi("k", "units: [north, company], source: {type: query, dataset: data, extract: {mode: scalar}}"), []string{"/spec/units exactly one"}},
		"unit twice":             {kpi("k", "units: [north, north], source: {type: manual}"), []string{"/spec/units/1 twice"}},
		"contributor's unit":     {kpi("k", "source: {type: manual, contributors: [{person: me, units: [nowhere]}]}"), []string{"/spec/source/contributors/0/units/0 no OrgUnit"}},
		"target ends early":      {targets("from: 2026-05, to: 2026-04"), []string{"/spec/to ends before"}},
		"target's period":        {targets("from: FY2026-Q1, target: 1"), []string{"/spec/from "}},
		"target point's period":  {targets("points: [{period: 2026-02, target: 1}, {period: 2026-W99, target: 1}]"), []string{"/spec/points/1/period "}},
		"target points together": {targets("points: [{period: 2026-02, target: 1}, {period: 2026-02, target: 2}]"), []string{"/spec/points/1/period begins when"}},
		"seasonal, no shares":    {targets("path: seasonal, target: 1"), []string{"/spec/shares is missing"}},
		"seasonal, few shares":   {targets("path: seasonal, target: 1, shares: [1, 2]"), []string{"/spec/shares 12 periods"}},
		"seasonal, monthly weeks": {
			doc("Kpi", "weekly", "{title: K, calendar: cal, frequency: week}") + "\n---\n" + doc("TargetSet", "t", "{kpi: weekly, unit: company, path: seasonal, target: 1, shares: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]}"),
			[]string{"/spec/shares 52 or 53 periods"},
		},
		"seasonal, no weight":    {targets("path: seasonal, target: 1, shares: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"), []string{"/spec/shares add up to 0"}},
		"columns, no source":     {targets("columns: {target: t}"), []string{"/spec/columns no source"}},
		"target's dataset":       {targets("source: {type: query, dataset: nowhere, extract: {mode: scalar}}"), []string{"/spec/source/dataset no Dataset"}},
		"two rules of one set":   {targets("from: 2026-05, to: 2026-04, scale: {type: between, low: 9, high: 1, tolerance: 1}"), []string{"/spec/to ends before", "/spec/scale/high "}},
		"schema and rule":        {targets("from: 2026-05, to: 2026-04, method: guess"), []string{"/spec/to ends before", "/spec/method one of"}},
		"scheme":                 {card("perspectives: [{name: p, title: P}], scheme: {levels: [{name: a, from: 10}, {name: a, from: 5}]}"), []string{"/spec/scheme/levels/0/from ", "/spec/scheme/levels/1/from ", "/spec/scheme/levels/1/name "}},
		"perspective twice":      {card("perspectives: [{name: p, title: P}, {name: p, title: P}]"), []string{"/spec/perspectives/1/name twice"}},
		"objective twice":        {card("perspectives: [{name: fin, title: P, objectives: [{objective: earn}, {objective: earn}]}]"), []string{"/spec/perspectives/0/objectives/1/objective twice"}},
		"objective elsewhere":    {doc("Objective", "o", "{title: O, strategy: s2, perspective: fin}") + "\n---\n" + card("perspectives: [{name: fin, title: P, objectives: [{objective: o}]}]"), []string{"/spec/perspectives/0/objectives/0/objective strategy"}},
		"perspective's weights":  {card("perspectives: [{name: p, title: P, weights: [{from: FY2026, weight: 1}]}]"), []string{"/spec/perspectives/0/weights/0/from "}},
		"contributor's calendar": {other + doc("Kpi", "k", "{title: K, calendar: other, frequency: month, source: {type: manual}}") + "\n---\n" + doc("Objective", "o", "{title: O, strategy: s, perspective: fin, kpis: [{kpi: k}], contributesTo: [{objective: save}]}") + "\n---\n" + card("perspectives: [{name: fin, title: P, objectives: [{objective: save}]}]"), []string{"/spec/calendar the KPI “k”"}},
		"override's status":      {override("node: {kind: Objective, name: earn}, period: 2026-01, status: blue"), []string{"/spec/status “red”, “amber”, “green”"}},
		"override's period":      {override("node: {kind: Objective, name: earn}, period: 2026-99, status: red"), []string{"/spec/period "}},
		"override's kind":        {override("node: {kind: OrgUnit, name: north}, period: 2026-01, status: red"), []string{"/spec/node/kind node of a scorecard"}},
		"override's odd kind":    {override("node: {kind: Nothing, name: north}, period: 2026-01, status: red"), []string{"/spec/node/kind no kind"}},
		"override elsewhere":     {override("node: {kind: Objective, name: save}, period: 2026-01, status: red"), []string{"/spec/node/name has no Objective"}},
		"override dangling":      {override("node: {kind: Kpi, name: nowhere}, period: 2026-01, status: red"), []string{"/spec/node/name no Kpi"}},
		"override's perspective": {override("node: {kind: Perspective, name: fun}, period: 2026-01, status: red"), []string{"/spec/node/name did you mean “fin”"}},
		"breaks a scorecard":     {other + doc("Kpi", "sales", "{title: Sales, calendar: other, frequency: month, source: {type: manual}}"), []string{"Scorecard/card/spec/calendar would break Scorecard “card”"}},
		"breaks a placement":     {doc("Objective", "earn", "{title: Earn, strategy: s, perspective: learning}"), []string{"Scorecard/card/spec/perspectives/0/objectives/0/objective would break"}},
	} {
		t.Run(name, func(t *testing.T) {
			x := newFixture(t)
			x.mustApply(t, base)
			before := x.store.version
			_, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(c.documents)}, ApplyOptions{})
			if err == nil {
				t.Fatal("accepted")
			}
			got := strings.Split(problemsText(err), "\n")
			missing := slices.Clone(c.want)
			for _, line := range got {
				missing = slices.DeleteFunc(missing, func(want string) bool {
					place, message, _ := strings.Cut(want, " ")
					return strings.Contains(line, place+": ") && strings.Contains(line, message)
				})
			}
			if len(missing) > 0 || len(got) != len(c.want) {
				t.Errorf("want %q, got\n%s", c.want, strings.Join(got, "\n"))
			}
			if x.store.version != before {
				t.Error("something was written")
			}
		})
	}
}

// Every problem says which sentence its message is, whatever the rule that found it.
func TestRefusalsSayTheirSentence(t *testing.T) {
	agenda := "agenda: [{name: a, title: A, class: tactical, minutes: 5}, {name: a, title: B, class: tactical, minutes: 5}]"
	for sentence, document := range map[string]string{
		"noTimeZone":            doc("Calendar", "c", "{title: C, timeZone: Berlin}"),
		"moreThanDaily":         strings.Replace(series("s", ""), "MONTHLY", "HOURLY", 1),
		"missing":               doc("Theme", "x", "{strategy: s}"),
		"tooHigh":               doc("Decision", "d", "{title: D, expectedEffect: {kpi: sales, sign: up, by: 2026-03, probability: 1.5}}"),
		"goalIsRedFlag":         targets("target: 1, scale: {type: goalRedFlag, redFlag: 1, goal: 1}"),
		"idOfNoPeriod":          override("node: {kind: Kpi, name: sales}, period: 2026-13, status: red"),
		"formulaAt":             kpi("k", "source: {type: calculated, formula: sales +}"),
		"itemTwice":             doc("Review", "r", "{series: none, start: '2026-01-20T09:00:00Z', "+agenda+"}") + "\n---\n" + series("none", ""),
		"quorumTooLarge":        doc("GovernanceCharter", "g", "{title: G, committees: [{name: b, title: B, members: [ann], quorum: 2}], reviews: []}"),
		"didYouMean":            doc("Action", "a", "{title: A, kpi: salse}"),
		"escalatesToItself":     series("s", ", escalatesTo: s"),
		"endsBeforeItBegins":    doc("ChangeEvent", "e", "{title: E, kind: transition, from: 2026-02-01, to: 2026-01-01, scorecards: [card]}"),
		"noMailAddress":         doc("ReportTemplate", "t", "{title: T, sections: [{name: a, type: text, title: A, text: x}], subscribers: [{person: ann, channel: email}]}"),
		"closedWhileOpen":       doc("Action", "a", "{title: A, closedOn: 2026-01-01}"),
		"revisitBeforeDecision": doc("Decision", "d", "{title: D, decidedOn: 2026-02-01, revisitOn: 2026-01-01}"),
		"weighsItself":          kpi("k", "source: {type: manual}, aggregation: {units: weightedMean, weight: k}"),
		"sharesCount":           targets("path: seasonal, target: 1, shares: [1]"),
		"noSuchLevel":           override("node: {kind: Kpi, name: sales}, period: 2026-01, status: blue"),
		"ownCause":              doc("CausalLink", "l", "{from: earn, to: earn}"),
	} {
		t.Run(sentence, func(t *testing.T) {
			x := newFixture(t)
			x.mustApply(t, base)
			_, err := x.Apply(x.ctx, x.editor, body(document), ApplyOptions{})
			var invalid *InvalidError
			if !errors.As(err, &invalid) || len(invalid.Problems) != 1 {
				t.Fatalf("%v", err)
			}
			p := invalid.Problems[0]
			if p.Said == nil || p.Said.Message != p.Message {
				t.Fatalf("%q says %+v", p.Message, p.Said)
			}
			if name := cmp.Or(text(p.Said.Sentence), p.Said.Code); name != sentence {
				t.Errorf("%q is %s", p.Message, name)
			}
		})
	}
}

func series(name, rest string) string {
	return doc("ReviewSeries", name, "{title: S, tier: tactical, scorecards: [card], recurrence: {rrule: FREQ=MONTHLY, start: '2026-01-20T09:00', timeZone: UTC}"+rest+"}")
}

func TestWhatAChangeWouldBreakSaysWhy(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	_, err := x.Apply(x.ctx, x.editor, body(doc("Objective", "earn", "{title: Earn, strategy: s2, perspective: fin}")), ApplyOptions{})
	var invalid *InvalidError
	if !errors.As(err, &invalid) || len(invalid.Problems) != 1 {
		t.Fatalf("%v", err)
	}
	said := invalid.Problems[0].Said
	if said == nil || text(said.Sentence) != "wouldBreak" || said.Message != invalid.Problems[0].Message || said.Cause == nil || said.Cause.Code != "otherStrategy" {
		t.Errorf("%q says %+v", invalid.Problems[0].Message, said)
	}
}

func TestAccepted(t *testing.T) {
	for name, documents := range map[string]string{
		"KPI without source":        doc("Kpi", "k", "{title: K, calendar: cal, frequency: month}"),
		"query without data source": kpi("k", "source: {type: query, dataset: data, extract: {mode: table, time: t, unit: u}}"),
		"field without value":       doc("Theme", "x", "{title: T, strategy: s, sponsor: ~, description: one, two}"),
		"whole floats":              kpi("k", "source: {type: manual}, closeDays: 2.0, unitOfMeasure: {decimals: 1.0}"),
		"unsorted weights":          doc("Objective", "o", "{title: O, strategy: s, perspective: fin, kpis: [{kpi: sales, weights: [{from: 2026-05, weight: 1}, {from: 2026-01, weight: 2}]}]}"),
		"own name as alias":         doc("OrgUnit", "usa", "{title: USA, aliases: [USA]}"),
		"override of perspective":   override("node: {kind: Perspective, name: fin}, period: 2026-01, status: red"),
		"override of theme":         override("node: {kind: Theme, name: growth}, period: 2026, status: green"),
		"override of the whole":     override("node: {kind: Scorecard, name: card}, period: 2026-Q1, status: amber, expires: 2026-06-01"),
		"ignored computed fields":   "{apiVersion: scorecard/v1, kind: Theme, metadata: {name: x, version: no, createdAt: never, managedBy: me}, spec: {title: T, strategy: s}, status: 5}",
		"dates as periods":          targets("from: 2026-03-01, to: 2026-03-31, target: 1"),
		"percent of a target of 0":  targets("target: 0, scale: {type: toTarget, baseline: 20%, target: 50%}"),
		"a period's baseline":       targets("path: seasonal, target: 12, shares: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], scale: {type: toTarget, baseline: 12}"),
	} {
		t.Run(name, func(t *testing.T) {
			x := newFixture(t)
			x.mustApply(t, base)
			if result := x.mustApply(t, documents); len(result.Created) != 1 {
				t.Errorf("created %v", result.Created)
			}
		})
	}
}

func TestProblemsHaveTheirPlaceInTheStream(t *testing.T) {
	x := newFixture(t)
	stream := `apiVersion: scorecard/v1
kind: Theme
metadata:
  name: a
spec:
  title: A
  strategy: nowhere
---
apiVersion: scorecard/v1
kind: Theme
metadata: {name: b}
spec:
    sponsr: x
    title: B
`
	_, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(stream), File: "themes.yaml"}, ApplyOptions{})
	var invalid *InvalidError
	if !asInvalid(err, &invalid) {
		t.Fatal(err)
	}
	var got []string
	for _, p := range invalid.Problems {
		got = append(got, fmt.Sprintf("%s %s %d:%d", *p.File, p.Path, *p.Line, *p.Column))
	}
	want := []string{"themes.yaml /spec/strategy 7:3", "themes.yaml /spec/sponsr 13:5", "themes.yaml /spec/strategy 12:1"}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// refusedOnce applies a document beside the base that has to be refused for one reason: at a place, with a message that holds a text.
func refusedOnce(t *testing.T, document, place, message string) {
	t.Helper()
	x := newFixture(t)
	x.mustApply(t, base)
	_, err := x.Apply(x.ctx, x.editor, body(document), ApplyOptions{})
	if err == nil {
		t.Fatal("accepted")
	}
	lines := strings.Split(problemsText(err), "\n")
	if len(lines) != 1 || !strings.Contains(lines[0], place+": ") || !strings.Contains(lines[0], message) {
		t.Errorf("problems %q", lines)
	}
}
