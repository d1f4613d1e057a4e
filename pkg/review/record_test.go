package review_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

// counting is a store of events that counts its questions and breaks down when told to.
type counting struct {
	review.EventStore
	broken bool
	reads  int
}

var errBroken = errors.New("the process was killed here")

func (c *counting) AppendEvents(ctx context.Context, org int64, name string, events []review.Event) (int, error) {
	if c.broken {
		return 0, errBroken
	}
	return c.EventStore.AppendEvents(ctx, org, name, events)
}

func (c *counting) AppendEventsIn(ctx context.Context, tx resource.Tx, name string, events []review.Event) error {
	if c.broken {
		return errBroken
	}
	return c.EventStore.AppendEventsIn(ctx, tx, name, events)
}

func (c *counting) Events(ctx context.Context, org int64, reviews []string) ([]review.Event, error) {
	c.reads++
	return c.EventStore.Events(ctx, org, reviews)
}

type fixture struct {
	*review.Service
	engine *resource.Engine
	events *counting
	editor access.Filter
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	data, err := store.Open(t.Context(), store.Config{DataPath: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = data.Close() })
	now := func() time.Time { return time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC) }
	x := &fixture{
		engine: resource.New(data, resource.Options{Now: now}), events: &counting{EventStore: data},
		editor: access.For(access.Caller{Org: 1, Login: "ada", Role: access.Editor}),
	}
	x.Service = review.New(review.Config{Documents: x.engine, Resources: x.engine, Events: x.events, Now: now})
	x.engine.ComputeStatus(x.Service, "Review")
	documents := `
{apiVersion: scorecard/v1, kind: Calendar, metadata: {name: cal}, spec: {title: Cal, timeZone: UTC}}
---
{apiVersion: scorecard/v1, kind: OrgUnit, metadata: {name: company}, spec: {title: Company}}
---
{apiVersion: scorecard/v1, kind: Strategy, metadata: {name: s}, spec: {title: S}}
---
{apiVersion: scorecard/v1, kind: Objective, metadata: {name: o}, spec: {title: O, strategy: s, perspective: p}}
---
{apiVersion: scorecard/v1, kind: Scorecard, metadata: {name: card}, spec: {title: Card, strategy: s, calendar: cal, frequency: month, unit: company, perspectives: [{name: p, title: P, objectives: [{objective: o}]}]}}
---
{apiVersion: scorecard/v1, kind: ReviewSeries, metadata: {name: series}, spec: {title: Series, tier: tactical, scorecards: [card],
  recurrence: {rrule: FREQ=MONTHLY, start: "2026-03-04T23:00", timeZone: America/New_York}, agenda: [{name: a, title: A, minutes: 30, class: tactical}]}}
`
	for n := range 20 {
		documents += fmt.Sprintf("---\n{apiVersion: scorecard/v1, kind: Review, metadata: {name: review-%02d}, spec: {series: series, start: 2026-03-04T10:00:00Z}}\n", n)
	}
	if _, err := x.engine.Apply(t.Context(), x.editor, resource.Input{Data: []byte(documents)}, resource.ApplyOptions{}); err != nil {
		t.Fatal(err)
	}
	return x
}

func body(t *testing.T, events ...map[string]any) []byte {
	t.Helper()
	encoded, err := json.Marshal(map[string]any{"events": events})
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func TestARequestRepeatedAfterACrashCompletes(t *testing.T) {
	x := newFixture(t)
	request := body(t,
		map[string]any{"id": "1", "at": "2026-03-04T10:00:00Z", "type": "decision", "text": "Keep it"},
		map[string]any{"id": "2", "at": "2026-03-04T10:01:00Z", "type": "action", "text": "Do it", "due": "2026-04-01"})
	x.events.broken = true
	if err := x.Record(t.Context(), x.editor, "review-00", request, resource.WriteOptions{}); !errors.Is(err, errBroken) {
		t.Fatalf("got %v", err)
	}
	x.events.broken = false
	documents, err := x.engine.Governance(t.Context(), x.editor, nil)
	if err != nil || len(documents.Actions)+len(documents.Decisions) != 0 {
		t.Fatalf("without their events: %d actions, %d decisions, %v", len(documents.Actions), len(documents.Decisions), err)
	}
	if err := x.Record(t.Context(), x.editor, "review-00", request, resource.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	documents, err = x.engine.Governance(t.Context(), x.editor, nil)
	if err != nil || len(documents.Actions) != 1 || len(documents.Decisions) != 1 {
		t.Fatalf("with their events: %d actions, %d decisions, %v", len(documents.Actions), len(documents.Decisions), err)
	}
	for name := range documents.Actions { // somebody changes it before the request comes again
		if _, err := x.engine.Patch(t.Context(), x.editor, "Action", name, &resource.Basis{Versions: []int{1}}, resource.Input{Data: []byte(`{"spec": {"title": "Done already"}}`), Format: resource.JSON}, resource.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := x.Record(t.Context(), x.editor, "review-00", request, resource.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	documents, _ = x.engine.Governance(t.Context(), x.editor, nil)
	for name, action := range documents.Actions {
		if action.Title != "Done already" || len(documents.Actions) != 1 {
			t.Errorf("%s %+v", name, action)
		}
	}
	log, err := x.Log(t.Context(), x.editor, review.MeetingQuery{Review: "review-00"})
	if err != nil || len(log.Items) != 2 {
		t.Errorf("log %v, %v", log.Items, err)
	}
}

func TestAPageOfReviewsAsksForTheirEventsOnce(t *testing.T) {
	x := newFixture(t)
	for n := range 20 {
		event := map[string]any{"id": "1", "at": "2026-03-04T10:00:00Z", "type": "open"}
		if err := x.Record(t.Context(), x.editor, fmt.Sprintf("review-%02d", n), body(t, event), resource.WriteOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	x.events.reads = 0
	list, err := x.engine.List(t.Context(), x.editor, "Review", resource.ListOptions{})
	if err != nil || len(list.Items) != 20 || x.events.reads != 1 {
		t.Errorf("%d reviews by %d questions, %v", len(list.Items), x.events.reads, err)
	}
	for _, item := range list.Items {
		if item.Status["state"] != "open" {
			t.Errorf("%s: %v", item.Metadata.Name, item.Status)
		}
	}
}

func TestADecisionIsOfTheDayWhereTheMeetingIs(t *testing.T) {
	x := newFixture(t)
	event := map[string]any{"id": strings.Repeat("i", 200), "at": "2026-03-04T03:30:00Z", "type": "decision", "text": "Late in the evening"}
	if err := x.Record(t.Context(), x.editor, "review-00", body(t, event), resource.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	documents, err := x.engine.Governance(t.Context(), x.editor, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, decision := range documents.Decisions {
		if *decision.DecidedOn != "2026-03-03" || len(name) > 100 {
			t.Errorf("%s: %+v", name, decision)
		}
	}
}

func TestADecisionMayBeChosenWithoutListedOptions(t *testing.T) {
	x := newFixture(t)
	event := map[string]any{"id": "1", "at": "2026-03-04T10:00:00Z", "type": "decision", "text": "Which depot?", "chosen": "The one in the north"}
	if err := x.Record(t.Context(), x.editor, "review-00", body(t, event), resource.WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	documents, err := x.engine.Governance(t.Context(), x.editor, nil)
	if err != nil || len(documents.Decisions) != 1 {
		t.Fatalf("%d decisions, %v", len(documents.Decisions), err)
	}
	for name, decision := range documents.Decisions {
		if decision.Chosen == nil || *decision.Chosen != "The one in the north" {
			t.Errorf("%s: %+v", name, decision)
		}
	}
}
