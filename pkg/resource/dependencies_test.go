package resource

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// followUp names resources of the governed fixture in every kind that a rule looks at and that it doesn't have.
const followUp = `
{apiVersion: scorecard/v1, kind: Review, metadata: {name: april}, spec: {series: northwind-strategic, start: 1997-04-15T08:00:00Z, period: 1997-03}}
---
{apiVersion: scorecard/v1, kind: Review, metadata: {name: talk}, spec: {series: northwind-tactical, start: 1997-04-09T13:00:00Z}}
---
{apiVersion: scorecard/v1, kind: Action, metadata: {name: call}, spec: {title: Call, kpi: revenue-growth, source: {kind: Review, name: april}, effect: {kpi: revenue-growth, sign: up, probability: 0.5, by: 1997-06}}}
---
{apiVersion: scorecard/v1, kind: Action, metadata: {name: write}, spec: {title: Write, kpi: discount-rate, source: {kind: Review, name: talk}}}
---
{apiVersion: scorecard/v1, kind: AgendaItem, metadata: {name: prices}, spec: {title: Prices, series: northwind-tactical, review: april, about: [{kind: Kpi, name: discount-rate}]}}
---
{apiVersion: scorecard/v1, kind: AgendaItem, metadata: {name: growth}, spec: {title: Growth, series: northwind-strategic, about: [{kind: Objective, name: grow-revenue}]}}
`

// lookedAt are kinds that the rules of others look at.
var lookedAt = []string{"Calendar", "GovernanceCharter", "Kpi", "Objective", "OrgUnit", "ReviewSeries", "Scorecard"}

// TestAChangeIsHeldAgainstAllThatItMattersTo makes changes at random, sound and broken ones, and compares what is found wrong with what
// looking at every resource finds. Every sound change is committed, so that what rules look at is followed from state to state.
func TestAChangeIsHeldAgainstAllThatItMattersTo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	by := author{actor: "ada", managedBy: ManagedByAPI, at: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	elsewhere, sound := 0, 0
	var x *fixture
	for i := range 1200 {
		if i%200 == 0 { // what is left of the one before has little to break
			x = governed(t)
			x.mustApply(t, followUp)
		}
		before, err := x.current(x.ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		subjects := before.all()
		if i%2 == 0 { // what others look at
			subjects = slices.DeleteFunc(subjects, func(e *entry) bool { return !slices.Contains(lookedAt, e.ref.Kind) })
		}
		subject := subjects[random.IntN(len(subjects))]
		var puts []put
		var deletes deletion
		if random.IntN(10) == 0 {
			deletes.refs = []contract.Ref{subject.ref}
		} else {
			same := before.sorted(subject.ref.Kind)
			puts = []put{{document: mixed(t, random, subject, same[random.IntN(len(same))])}}
		}
		narrow := planned(before, puts, deletes, by)
		found := problemsOf(narrow)
		wide := *narrow
		wide.before = &state{shelves: before.shelves, mark: before.mark}
		if want := problemsOf(&wide); !reflect.DeepEqual(found, want) {
			t.Fatalf("%s: found\n%s\nbut looking at everything finds\n%s", refText(subject.ref), problemsText(&InvalidError{found}), problemsText(&InvalidError{want}))
		}
		elsewhere += len(slices.DeleteFunc(found, func(p contract.ProblemItem) bool { return !strings.HasPrefix(p.Message, "this change would break") }))
		if narrow.judge(&request{}, by) != nil {
			continue
		}
		if sound++; random.IntN(3) > 0 {
			continue
		}
		if err := x.store.Update(x.ctx, 1, func(tx Tx) error { return write(x.ctx, tx, narrow, by) }); err != nil {
			t.Fatal(err)
		}
	}
	if elsewhere < 20 || sound < 100 {
		t.Errorf("%d findings in other resources, %d sound changes: too few to tell", elsewhere, sound)
	}
}

// mixed is a document with one value of its spec taken from another resource of its kind, or left out.
func mixed(t *testing.T, random *rand.Rand, subject, other *entry) *document {
	t.Helper()
	value, err := decodeValue(subject.stored.Document)
	if err != nil {
		t.Fatal(err)
	}
	mine, _ := value.(map[string]any)["spec"].(map[string]any)
	theirs, _ := other.value["spec"].(map[string]any)
	switch { // so that cycles come about
	case subject.ref.Kind == "OrgUnit" && random.IntN(2) == 0:
		mine["parent"] = other.ref.Name
	case subject.ref.Kind == "Objective" && random.IntN(3) == 0:
		mine["contributesTo"] = []any{map[string]any{"objective": other.ref.Name}}
	}
	for {
		fields := slices.Sorted(maps.Keys(mine))
		if len(fields) == 0 {
			break
		}
		field := fields[random.IntN(len(fields))]
		within, ok := mine[field].(map[string]any)
		if beside, same := theirs[field].(map[string]any); ok && same && random.IntN(2) == 0 {
			mine, theirs = within, beside
			continue
		}
		if replacement, ok := theirs[field]; ok && random.IntN(4) > 0 {
			mine[field] = replacement
		} else {
			delete(mine, field)
		}
		break
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	d, err := readOne(Input{Data: encoded, Format: JSON})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAWriteReadsWhatOthersWroteOnly(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	other := New(x.store, Options{})
	for _, engine := range []*Engine{x.Engine, other} { // each knows everything
		if _, err := engine.Get(x.ctx, x.viewer, "Kpi", "sales", nil); err != nil {
			t.Fatal(err)
		}
	}
	snapshots := x.store.snapshots
	if _, err := other.Apply(x.ctx, x.editor, body(theme("new", "New")), ApplyOptions{}); err != nil {
		t.Fatal(problemsText(err))
	}
	if err := other.Delete(x.ctx, x.editor, "Kpi", "costs", &Basis{Any: true}, WriteOptions{}); err == nil {
		t.Fatal("a KPI that an objective names was deleted")
	}
	if err := other.Delete(x.ctx, x.editor, "Dataset", "data", &Basis{Any: true}, WriteOptions{}); err != nil {
		t.Fatal(problemsText(err))
	}
	// x never looked in between: its write is held against what the other one wrote.
	objective := doc("Objective", "o", "{title: O, strategy: s, perspective: fin, themes: [new]}")
	if _, err := x.Apply(x.ctx, x.editor, body(objective), ApplyOptions{}); err != nil {
		t.Errorf("a theme that the other one made is unknown: %s", problemsText(err))
	}
	query := kpi("k", "units: [north], source: {type: query, dataset: data, extract: {mode: scalar}}")
	if _, err := x.Apply(x.ctx, x.editor, body(query), ApplyOptions{}); err == nil {
		t.Error("a dataset that the other one deleted may be used")
	}
	if x.store.snapshots != snapshots {
		t.Errorf("all resources were read %d times more", x.store.snapshots-snapshots)
	}
}

func TestWritesOfOtherKindsLeaveTheVersionsOfMeasurement(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	versions := func() [2]int64 {
		t.Helper()
		_, v, resources, err := x.Definitions(x.ctx, x.viewer, nil)
		if err != nil || resources[contract.Ref{Kind: "Kpi", Name: "sales"}] == 0 {
			t.Fatalf("%v, %v", resources, err)
		}
		return [2]int64{v.Data, v.Definitions}
	}
	first := versions()
	action := doc("Action", "a", "{title: A, kpi: sales}")
	x.mustApply(t, action)
	if after := versions(); after != first {
		t.Errorf("after an action: %v, was %v", after, first)
	}
	x.store.observed++
	observed := versions()
	if observed[0] <= first[0] || observed[1] != first[1] {
		t.Errorf("after an observation: %v, was %v", observed, first)
	}
	x.store.observed++
	x.mustApply(t, doc("Action", "b", "{title: B, kpi: sales}"))
	both := versions()
	if both[0] <= observed[0] || both[1] != first[1] {
		t.Errorf("after an observation and an action: %v, was %v", both, observed)
	}
	x.mustApply(t, kpi("sales", "description: Other, source: {type: manual}"))
	if after := versions(); after[0] <= both[0] || after[1] <= both[1] {
		t.Errorf("after a KPI: %v, was %v", after, both)
	}
}

func TestOtherStoresAreReadAnew(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	x.mustApply(t, theme("later", "Later"))
	if _, err := x.Get(x.ctx, x.viewer, "Theme", "later", nil); err != nil {
		t.Fatal(err)
	}
	restored := newMemory() // as it was before the theme
	if _, err := New(restored, Options{}).Apply(x.ctx, x.editor, body(base), ApplyOptions{}); err != nil {
		t.Fatal(problemsText(err))
	}
	x.Engine.store = restored
	if _, err := x.Get(x.ctx, x.viewer, "Theme", "later", nil); err == nil {
		t.Error("what the store no longer has is shown")
	}
	if _, err := x.Get(x.ctx, x.viewer, "Kpi", "sales", nil); err != nil {
		t.Error(err)
	}
}

func TestWhatARuleLooksAtIsFollowed(t *testing.T) {
	x := newFixture(t)
	series := func(scorecard string) string {
		return doc("ReviewSeries", "ser", "{title: S, tier: tactical, scorecards: ["+scorecard+`], recurrence: {rrule: "FREQ=MONTHLY;BYDAY=1MO", start: "2026-01-05T09:00", timeZone: UTC}}`)
	}
	other := func(calendar string) string {
		return doc("Scorecard", "other", "{title: O, strategy: s, calendar: "+calendar+", frequency: month, unit: company, perspectives: [{name: fin, title: Fin, objectives: []}]}")
	}
	x.mustApply(t, base)
	x.mustApply(t, strings.Join([]string{
		doc("Calendar", "fiscal", "{title: Fiscal, timeZone: UTC, fiscalYearStartMonth: 7}"), other("cal"), series("card"),
		doc("Review", "r", "{series: ser, start: 2026-04-06T09:00:00Z, period: 2026-Q1}"),
	}, "\n---\n"))
	x.mustApply(t, other("fiscal")) // nothing looks at it yet
	x.mustApply(t, other("cal"))
	x.mustApply(t, series("other")) // from now on the review does
	_, err := x.Apply(x.ctx, x.editor, body(other("fiscal")), ApplyOptions{})
	if err == nil || !strings.Contains(problemsText(err), "this change would break Review “r”") {
		t.Errorf("a calendar without the review's period: %v", problemsText(err))
	}
	x.mustApply(t, series("card")) // and now no longer
	x.mustApply(t, other("fiscal"))
}
