package api_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

const quarterlyToMonthly = `{"apiVersion": "scorecard/v1", "kind": "CadenceProposal", "metadata": {"name": "step"},
	"spec": {"scorecard": "card", "charter": "charter", "tier": "strategic", "series": "board", "from": "quarter", "to": "month", "why": "lively"%s}}`

func changeOf(t *testing.T, s *server) contract.CadenceChange {
	t.Helper()
	var change contract.CadenceChange
	s.must(200, "GET", "/cadenceproposals/step/change?now=2026-01-05T12:00:00Z", nil).into(t, &change)
	return change
}

func proposalState(t *testing.T, s *server) string {
	t.Helper()
	var list struct {
		Items []struct {
			Status contract.CadenceProposalStatus `json:"status"`
		} `json:"items"`
	}
	s.must(200, "GET", "/cadenceproposals", nil).into(t, &list)
	return list.Items[0].Status.State
}

func TestCarryingOutAProposal(t *testing.T) {
	s := lively(t)
	s.must(201, "POST", "/cadenceproposals", fmt.Sprintf(quarterlyToMonthly, ""))
	if change := changeOf(t, s); change.State != "open" || proposalState(t, s) != "open" || len(change.Series) != 1 {
		t.Errorf("before the decision: %+v", change)
	}
	s.must(200, "PUT", "/cadenceproposals/step", fmt.Sprintf(quarterlyToMonthly, `, "decision": {"outcome": "accepted", "on": "2026-01-05"}`), "If-Match", `"1"`)
	change := changeOf(t, s)
	board := change.Series[0]
	if change.State != "accepted" || proposalState(t, s) != "accepted" || *change.Committee != "board" || board.Series != "board" ||
		*board.Cadence != "quarter" || board.CarriedOut != nil || board.Version != 1 || board.ManagedBy != "api" || board.File != nil {
		t.Fatalf("accepted: %+v", change)
	}
	// The series has not begun yet, so its start stays.
	if p := board.Proposed; p.Rrule != "FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU" || p.Start != "2026-01-20T09:00" || len(p.Earlier) != 0 {
		t.Errorf("proposed: %+v", p)
	}
	if len(board.Added) != 8 || board.Added[0].Start != "2026-02-18T08:00:00.000Z" || len(board.Removed) != 0 || board.Unchanged != 4 {
		t.Errorf("dates: %+v", board)
	}
	if calendar := intensityOf(t, s, livelyNow).Proposals[0].Calendar; len(calendar) != len(board.Added)+int(board.Unchanged) {
		t.Errorf("the proposal shows %d dates, the change %d", len(calendar), len(board.Added)+int(board.Unchanged))
	}

	patch := map[string]any{"spec": map[string]any{"recurrence": map[string]any{"rrule": board.Proposed.Rrule, "start": board.Proposed.Start}}}
	s.must(412, "PATCH", "/reviewseries/board", patch, "If-Match", `"7"`)
	s.must(200, "PATCH", "/reviewseries/board", patch, "If-Match", fmt.Sprintf("%q", fmt.Sprint(board.Version)), "X-Change-Reason", "/reviews/intensity/card")
	s.must(200, "PATCH", "/reviewseries/board", map[string]any{"spec": map[string]any{"description": "monthly now"}}, "If-Match", `"2"`)
	change = changeOf(t, s)
	if done := change.Series[0]; change.State != "carriedOut" || proposalState(t, s) != "carriedOut" || done.CarriedOut == nil || done.CarriedOut.Version != 2 ||
		done.Proposed != nil || done.Reason != nil || *done.Cadence != "month" {
		t.Errorf("carried out: %+v", change)
	}
	s.must(404, "GET", "/cadenceproposals/nowhere/change", nil)
	s.must(422, "GET", "/cadenceproposals/step/change?now=soon", nil)
}

func TestAChangeOfASeriesThatHasMetKeepsWhatItPlanned(t *testing.T) {
	s := lively(t)
	s.must(201, "POST", "/cadenceproposals", fmt.Sprintf(quarterlyToMonthly, `, "decision": {"outcome": "accepted", "on": "2026-01-05"}`))
	var change contract.CadenceChange
	s.must(200, "GET", "/cadenceproposals/step/change?now=2026-05-05T12:00:00Z", nil).into(t, &change)
	p := change.Series[0].Proposed
	if p.Start != "2026-05-19T09:00" || len(p.Earlier) != 1 || p.Earlier[0].Until != "2026-05-05" || p.Earlier[0].Start != "2026-01-20T09:00" {
		t.Fatalf("proposed: %+v", p)
	}
	planned := func() string {
		var days []string
		for _, o := range calendarOf(t, s, "from=2026-01-01T00:00:00Z&to=2026-08-01T00:00:00Z&now=2026-05-05T12:00:00Z").Items {
			days = append(days, o.Start[:10])
		}
		return strings.Join(days, " ")
	}
	s.must(200, "PATCH", "/reviewseries/board", map[string]any{"spec": map[string]any{"recurrence": p}}, "If-Match", `"1"`)
	const kept = "2026-01-20 2026-04-21 2026-05-19 2026-06-16 2026-07-21"
	if got := planned(); got != kept {
		t.Errorf("the year is %s", got)
	}
	// As the form keeps the rule before: the new one has the old start, and applies when the old one has ended.
	start := map[string]any{"spec": map[string]any{"recurrence": map[string]any{"start": "2026-01-20T09:00"}}}
	s.must(200, "PATCH", "/reviewseries/board", start, "If-Match", `"2"`)
	if got := planned(); got != kept {
		t.Errorf("with the start that it had the year is %s", got)
	}
	undo := map[string]any{"spec": map[string]any{"recurrence": map[string]any{"rrule": "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU", "start": "2026-01-20T09:00", "earlier": nil}}}
	s.must(200, "PATCH", "/reviewseries/board", undo, "If-Match", `"3"`)
	if got := planned(); got != "2026-01-20 2026-04-21 2026-07-21" {
		t.Errorf("after undoing the year is %s", got)
	}
	// A document says everything: without earlier rules its rule was always so.
	literal := map[string]any{"spec": map[string]any{"recurrence": map[string]any{"rrule": "FREQ=MONTHLY;BYDAY=3TU"}}}
	s.must(200, "PATCH", "/reviewseries/board", literal, "If-Match", `"4"`)
	if got := planned(); got != "2026-01-20 2026-02-18 2026-03-17 2026-04-21 2026-05-19 2026-06-16 2026-07-21" {
		t.Errorf("written as if it had always been so the year is %s", got)
	}
}

func TestReviewsMadeAheadFollowTheirSeries(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		s.govern(t)
		now := time.Date(1997, time.April, 4, 12, 0, 0, 0, time.UTC)
		engine := resource.New(s.store, resource.Options{Now: func() time.Time { return now }})
		schedule := review.New(review.Config{Documents: engine, Resources: engine, Events: s.store, Snapshots: s.store, Now: func() time.Time { return now }})
		tick := func() string {
			t.Helper()
			if err := schedule.MakeAhead(context.Background(), 1); err != nil {
				t.Fatal(err)
			}
			var list struct {
				Items []contract.Resource `json:"items"`
			}
			s.must(200, "GET", "/reviews", nil).into(t, &list)
			var names []string
			for _, r := range list.Items {
				names = append(names, strings.TrimPrefix(r.Metadata.Name, "northwind-"))
			}
			slices.Sort(names)
			return strings.Join(names, " ")
		}
		rule := func(version int, rrule string) {
			t.Helper()
			s.must(200, "PATCH", "/reviewseries/northwind-tactical", map[string]any{"spec": map[string]any{"recurrence": map[string]any{"rrule": rrule}}},
				"If-Match", fmt.Sprintf("%q", fmt.Sprint(version)))
		}
		if got := tick(); got != "strategic-1997-04-15 tactical-1997-04-09" {
			t.Fatalf("made %s", got)
		}
		rule(1, "FREQ=MONTHLY;BYDAY=2FR")
		if got := tick(); got != "strategic-1997-04-15 tactical-1997-04-11" {
			t.Errorf("after another weekday there are %s", got)
		}
		// What somebody changed stays, and so does what something was logged of.
		s.must(200, "PATCH", "/reviews/northwind-tactical-1997-04-11", map[string]any{"spec": map[string]any{"cancelled": "fair"}}, "If-Match", `"1"`)
		rule(2, "FREQ=WEEKLY;BYDAY=WE")
		if got := tick(); got != "strategic-1997-04-15 tactical-1997-04-11 tactical-1997-04-16" { // the cancelled one stands for the 9th
			t.Errorf("beside the cancelled one there are %s", got)
		}
		s.must(200, "POST", "/reviews/northwind-tactical-1997-04-16/events", map[string]any{"events": []map[string]any{
			{"id": "e-1", "at": "1997-04-04T10:00:00Z", "type": "note", "text": "Bring the list."}}})
		rule(3, "FREQ=WEEKLY;BYDAY=MO")
		if got := tick(); got != "strategic-1997-04-15 tactical-1997-04-07 tactical-1997-04-11 tactical-1997-04-16" {
			t.Errorf("beside the prepared one there are %s", got)
		}
		frozen := contract.Snapshot{Review: "northwind-tactical-1997-04-07", FrozenAt: "1997-04-04T11:00:00Z"}
		if err := s.store.SaveSnapshot(context.Background(), 1, frozen, nil); err != nil {
			t.Fatal(err)
		}
		rule(4, "FREQ=WEEKLY;BYDAY=TH")
		if got := tick(); !strings.Contains(got, "tactical-1997-04-07") {
			t.Errorf("the frozen one is gone: %s", got)
		}
		// Nor do they go with their series.
		s.must(200, "PATCH", "/reviews/northwind-tactical-1997-04-11", map[string]any{"spec": map[string]any{"cancelled": nil}}, "If-Match", `"2"`)
		err := engine.Delete(context.Background(), access.System(1, "office"), "ReviewSeries", "northwind-tactical", &resource.Basis{Any: true}, resource.WriteOptions{})
		var conflict *resource.ConflictError
		if !errors.As(err, &conflict) || !slices.Contains(conflict.Referrers, contract.Ref{Kind: "Review", Name: "northwind-tactical-1997-04-07"}) ||
			!slices.Contains(conflict.Referrers, contract.Ref{Kind: "Review", Name: "northwind-tactical-1997-04-16"}) {
			t.Errorf("the series of a frozen review and of one with notes is deleted: %v", err)
		}
	})
}
