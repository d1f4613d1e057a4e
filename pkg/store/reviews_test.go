package store

import (
	"fmt"
	"reflect"
	"sync"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

func logged(id, kind string, hours int) review.Event {
	return review.Event{
		ID: id, At: at(hours), Type: kind, Actor: "ada", ReceivedAt: at(9), Body: []byte(`{"id":"` + id + `"}`),
	}
}

func ids(events []review.Event) []string {
	list := []string{}
	for _, e := range events {
		list = append(list, e.Review+"/"+e.ID)
	}
	return list
}

func TestEventsAreKeptOnceInTheOrderOfTime(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		put(t, s, 1, reviews("may", "june")...)
		put(t, s, 2, reviews("may")...)
		if added := must(s.AppendEvents(ctx, 1, "may", []review.Event{logged("late", "close", 4), logged("b", "note", 2)}))(t); added != 2 {
			t.Errorf("added %d", added)
		}
		other := logged("b", "note", 3)
		if added := must(s.AppendEvents(ctx, 1, "may", []review.Event{other, logged("a", "open", 1), logged("c", "note", 2)}))(t); added != 2 {
			t.Errorf("added %d of one known and two new", added)
		}
		must(s.AppendEvents(ctx, 1, "june", []review.Event{logged("b", "open", 1)}))(t)
		must(s.AppendEvents(ctx, 2, "may", []review.Event{logged("x", "open", 1)}))(t)

		for _, c := range []struct {
			reviews []string
			want    []string
		}{
			{[]string{"may"}, []string{"may/a", "may/b", "may/c", "may/late"}},
			{[]string{"june", "unknown"}, []string{"june/b"}},
			{[]string{}, []string{}},
			{nil, []string{"june/b", "may/a", "may/b", "may/c", "may/late"}},
		} {
			if got := ids(must(s.Events(ctx, 1, c.reviews))(t)); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%v: %v, want %v", c.reviews, got, c.want)
			}
		}
		if got := ids(must(s.EventsOfTypes(ctx, 1, []string{"open", "close"}))(t)); !reflect.DeepEqual(got, []string{"june/b", "may/a", "may/late"}) {
			t.Errorf("of some types: %v", got)
		}
		kept := must(s.Events(ctx, 1, []string{"june"}))(t)[0]
		want := logged("b", "open", 1)
		want.Review = "june"
		if !reflect.DeepEqual(kept, want) {
			t.Errorf("kept %+v, want %+v", kept, want)
		}
	})
}

func TestConcurrentSendersKeepEveryEventOnce(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		put(t, s, 1, reviews("may")...)
		var waiting sync.WaitGroup
		for sender := range 6 {
			waiting.Go(func() {
				for n := range 5 {
					events := []review.Event{logged(fmt.Sprintf("own-%d-%d", sender, n), "note", n), logged(fmt.Sprintf("shared-%d", n), "note", n)}
					if _, err := s.AppendEvents(ctx, 1, "may", events); err != nil {
						t.Error(err)
					}
				}
			})
		}
		waiting.Wait()
		events := must(s.Events(ctx, 1, []string{"may"}))(t)
		seen := map[string]bool{}
		for _, e := range events {
			seen[e.ID] = true
		}
		if len(events) != 35 || len(seen) != 35 {
			t.Errorf("%d events, %d of them different, want 35", len(events), len(seen))
		}
	})
}
