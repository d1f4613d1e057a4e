package store

import (
	"errors"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

func feed(id, person string, created time.Time) followup.Feed {
	return followup.Feed{ID: id, Hash: "hash-" + id, Person: person, Email: person + "@example.org", Title: "Phone", CreatedAt: created}
}

func TestFeeds(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		for _, f := range []followup.Feed{feed("a", "anna", at(1)), feed("b", "ben", at(2)), feed("c", "anna", at(3))} {
			if err := s.SaveFeed(ctx, 1, f); err != nil {
				t.Fatal(err)
			}
		}
		if all := must(s.Feeds(ctx, 1, ""))(t); len(all) != 3 || all[0].ID != "c" {
			t.Errorf("all: %+v", all)
		}
		if own := must(s.Feeds(ctx, 1, "anna"))(t); len(own) != 2 || own[1] != feed("a", "anna", at(1)) {
			t.Errorf("anna's: %+v", own)
		}
		if _, err := s.FeedByHash(ctx, 2, "hash-a"); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("another org's: %v", err)
		}
		if err := s.RevokeFeed(ctx, 1, "a", "ben", at(4)); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("somebody else's: %v", err)
		}
		for _, when := range []time.Time{at(4), at(5)} { // a second time changes nothing
			if err := s.RevokeFeed(ctx, 1, "a", "anna", when); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.RevokeFeed(ctx, 1, "b", "", at(4)); err != nil {
			t.Errorf("anybody's: %v", err)
		}
		if got := must(s.FeedByHash(ctx, 1, "hash-a"))(t); !got.RevokedAt.Equal(at(4)) {
			t.Errorf("revoked at %v", got.RevokedAt)
		}
	})
}

func TestTheUseOfAFeedIsNotedOnceAMinute(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		if err := s.SaveFeed(ctx, 1, feed("a", "anna", at(1))); err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct{ used, noted time.Time }{
			{at(2), at(2)}, {at(2).Add(59 * time.Second), at(2)}, {at(2).Add(time.Minute), at(2).Add(time.Minute)},
			{at(9), at(9)}, {at(3), at(3)}, // by a clock that was ahead, and is right again
		} {
			if err := s.TouchFeed(ctx, 1, "a", c.used, time.Minute); err != nil {
				t.Fatal(err)
			}
			if got := must(s.FeedByHash(ctx, 1, "hash-a"))(t); !got.LastUsedAt.Equal(c.noted) {
				t.Errorf("used at %v, noted %v", c.used, got.LastUsedAt)
			}
		}
	})
}

func TestSeenOnlyMovesForwardUnlessAClockWasAhead(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		if got := must(s.Seen(ctx, 1, "anna"))(t); !got.IsZero() {
			t.Errorf("before anything: %v", got)
		}
		for _, c := range []struct{ mark, want time.Time }{
			{at(2), at(2)}, {at(2).Add(-time.Minute), at(2)}, {at(9), at(9)}, {at(3), at(3)},
		} {
			if err := s.MarkSeen(ctx, 1, "anna", c.mark); err != nil {
				t.Fatal(err)
			}
			if got := must(s.Seen(ctx, 1, "anna"))(t); !got.Equal(c.want) {
				t.Errorf("marked %v: %v, want %v", c.mark, got, c.want)
			}
		}
	})
}

func TestChangesComeNewestFirst(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		put(t, s, 1, kpi("revenue", 1, 1))
		put(t, s, 1, kpi("cost", 1, 2))
		put(t, s, 1, kpi("revenue", 2, 3))
		put(t, s, 2, kpi("other", 1, 4))
		changes := must(s.Changes(ctx, 1, at(1), 10))(t)
		if len(changes) != 2 || changes[0].Name != "revenue" || changes[0].Version != 2 || changes[1].Name != "cost" {
			t.Errorf("changes %+v", changes)
		}
		if one := must(s.Changes(ctx, 1, at(0), 1))(t); len(one) != 1 || one[0].Version != 2 {
			t.Errorf("the newest: %+v", one)
		}
	})
}
