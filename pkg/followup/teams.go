package followup

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
)

// Teams tells who is in which Grafana team. grafana.Client does.
type Teams interface {
	// Members lists logins and e-mails of a team's members; none for a team that doesn't exist.
	Members(ctx context.Context, org int64, team string) ([]string, error)
}

// teams remembers who is in which team, as long as people remembers whom Grafana knows.
type teams struct {
	source Teams
	now    func() time.Time
	mu     sync.Mutex
	// known are the members of teams, silent since when Grafana gives no answer about them, by org.
	known  map[teamKey]crew
	silent map[int64]time.Time
}

type teamKey struct {
	org  int64
	team string
}

// crew is who was in a team at a time.
type crew struct {
	at      time.Time
	members []string
}

func newTeams(source Teams, now func() time.Time) *teams {
	return &teams{source: source, now: now, known: map[teamKey]crew{}, silent: map[int64]time.Time{}}
}

// of gives the caller as a member of their teams. A team whose members Grafana doesn't tell is nobody's, and told is false from
// then on: a list of work without it is still one. All answers together are waited for as long as one about people.
func (t *teams) of(ctx context.Context, f access.Filter) (member access.Filter, told func() bool) {
	complete := true
	var deadline time.Time
	member = f.InTeams(func(team string) bool {
		if deadline.IsZero() {
			deadline = time.Now().Add(peopleTimeout)
		}
		members, ok := t.members(ctx, deadline, teamKey{f.Org(), fold(team)})
		complete = complete && ok
		return slices.ContainsFunc(members, f.Is)
	})
	return member, func() bool { return complete }
}

func (t *teams) members(ctx context.Context, deadline time.Time, key teamKey) (members []string, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	if c, found := t.known[key]; found && recent(c.at, now) {
		return c.members, true
	}
	if t.source == nil || recent(t.silent[key.org], now) {
		return nil, false
	}
	bounded, cancel := context.WithDeadline(ctx, deadline)
	defer cancel()
	members, err := t.source.Members(bounded, key.org, key.team)
	if err != nil {
		if ctx.Err() == nil { // else it was the caller who went away
			t.silent[key.org] = now
		}
		return nil, false
	}
	t.known[key] = crew{now, members}
	return members, true
}

// recent reports whether something learnt at a time still holds. A clock that was set back makes it old.
func recent(at, now time.Time) bool { return now.Sub(at) < peopleAge && now.Sub(at) >= 0 }
