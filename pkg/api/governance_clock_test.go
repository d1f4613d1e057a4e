package api_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

const everyDay = `
apiVersion: scorecard/v1
kind: ReviewSeries
metadata: {name: daily}
spec:
  title: Daily
  tier: operational
  scorecards: [card]
  template: monthly
  recurrence: {rrule: FREQ=DAILY, start: "2020-01-01T09:00", timeZone: UTC, minutes: 15}
---
apiVersion: scorecard/v1
kind: Action
metadata: {name: late}
spec: {title: Late, owner: ada, due: 2020-05-01}
---
apiVersion: scorecard/v1
kind: Action
metadata: {name: early}
spec: {title: Early, owner: ada, due: 2030-05-01}
`

// ahead is the schedule's part of reviews and their follow-up, by a clock that the test moves.
type ahead struct {
	t      *testing.T
	engine *resource.Engine
	now    time.Time
	tick   func() error
	follow *followup.Service
}

func newAhead(t *testing.T, s *server, p *postman) *ahead {
	a := &ahead{t: t, now: time.Now().UTC().Truncate(24 * time.Hour).Add(48*time.Hour + 10*time.Hour)}
	clock := func() time.Time { return a.now }
	a.engine = resource.New(s.store, resource.Options{Now: clock})
	reviews := review.New(review.Config{Documents: a.engine, Resources: a.engine, Events: s.store, Snapshots: s.store, Now: clock})
	reports := scheduled(s, &a.now, p)
	a.follow = followup.New(followup.Config{Documents: a.engine, Now: clock})
	a.tick = func() error {
		return errors.Join(reviews.MakeAhead(t.Context(), 1), reports.Tick(t.Context(), 1), reports.Deliver(t.Context(), 1))
	}
	return a
}

// look moves the clock, has the schedule look three times, and gives the reviews of the daily series by their starts.
func (a *ahead) look(move time.Duration) map[string]string {
	a.t.Helper()
	a.now = a.now.Add(move)
	for range 3 {
		if err := a.tick(); err != nil {
			a.t.Fatal(err)
		}
	}
	documents, err := a.engine.Governance(a.t.Context(), access.System(1, resource.Schedule), nil)
	if err != nil {
		a.t.Fatal(err)
	}
	reviews := map[string]string{}
	for name, spec := range documents.Reviews {
		if spec.Series != "daily" {
			continue
		}
		if other, twice := reviews[spec.Start]; twice {
			a.t.Errorf("%s and %s are the same day's", name, other)
		}
		if version := documents.Origins[contract.Ref{Kind: "Review", Name: name}].Version; version != 1 {
			a.t.Errorf("%s was written %d times", name, version)
		}
		reviews[spec.Start] = name
	}
	return reviews
}

func (a *ahead) register() contract.Register {
	a.t.Helper()
	register, err := a.follow.Register(a.t.Context(), access.System(1, resource.Schedule), followup.RegisterQuery{})
	if err != nil {
		a.t.Fatal(err)
	}
	return register
}

// The clock jumps a year ahead and back while the schedule makes reviews, freezes and delivers: every day's review is made once,
// every report goes out once, what escalates does so by the clock as it is, and afterwards everything goes on at its pace.
func TestReviewsByAClockThatJumps(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		s.must(200, "POST", "/apply", reviewed, "Content-Type", "application/yaml")
		s.must(200, "POST", "/apply", subscribed+"---"+everyDay, "Content-Type", "application/yaml")
		post := &postman{}
		a := newAhead(t, s, post)
		const year = 365 * 24 * time.Hour

		before, registered := a.look(0), a.register()
		if len(before) != 14 {
			t.Fatalf("%d reviews for 14 days", len(before))
		}
		there := a.look(year)
		if len(there) != 28 {
			t.Errorf("%d reviews, want those of now and those of a year ahead", len(there))
		}
		if later := a.register(); reflect.DeepEqual(later, registered) {
			t.Error("nothing became older in a year")
		}
		if back := a.look(-year); !reflect.DeepEqual(back, there) {
			t.Errorf("%d reviews after the clock is right, want %d", len(back), len(there))
		}
		if now := a.register(); !reflect.DeepEqual(now, registered) {
			t.Errorf("the register holds on to the future: %+v, want %+v", now, registered)
		}
		if next := a.look(24 * time.Hour); len(next) != 29 {
			t.Errorf("%d reviews a day later, want one more", len(next))
		}

		// One report before the jump, one in the future, one a day later: to the webhook and by mail, each once.
		if len(post.ids["webhook"]) != 3 || len(post.ids["email"]) != 3 {
			t.Errorf("sent %v", post.sent)
		}
		seen := map[string]bool{}
		for _, id := range append(post.ids["webhook"], post.ids["email"]...) {
			if seen[id] {
				t.Errorf("%s was sent twice", id)
			}
			seen[id] = true
		}
	})
}

// A delivery that fails while the clock is ahead is tried again at the usual pace once it is right.
func TestAFailureFromTheFutureIsTriedAgain(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		s.must(200, "POST", "/apply", reviewed, "Content-Type", "application/yaml")
		s.must(200, "POST", "/apply", subscribed+"---"+everyDay, "Content-Type", "application/yaml")
		post := &postman{failing: true}
		a := newAhead(t, s, post)
		a.look(48 * time.Hour)
		post.failing = false
		a.look(-48 * time.Hour)
		if len(post.sent) != 4 {
			t.Errorf("sent %v, want the future's report and today's, over two channels each", post.sent)
		}
	})
}
