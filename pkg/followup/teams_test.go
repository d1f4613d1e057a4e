package followup

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// roll says who is in which team, and counts how often it is asked.
type roll struct {
	members map[string][]string
	err     error
	asked   int
}

func (r *roll) Members(ctx context.Context, _ int64, team string) ([]string, error) {
	r.asked++
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return r.members[team], r.err
}

func TestMembersOfATeam(t *testing.T) {
	now := day("2026-05-04")
	r := &roll{members: map[string][]string{"logistics": {"ANNA", "anna@example.org"}, "sales": {"ben"}}}
	known := newTeams(r, func() time.Time { return now })
	member, told := known.of(t.Context(), anna)
	for person, want := range map[string]bool{
		"team:Logistics": true, "TEAM:logistics": true, "team:Sales": false, "team:Nobody": false, "team:": false, "Logistics": false, "anna": true,
	} {
		if got := member.Is(person); got != want {
			t.Errorf("%s: %v", person, got)
		}
	}
	if asked := r.asked; asked != 4 || !told() {
		t.Errorf("asked %d times about four teams, told %v", asked, told())
	}
	if anna.Is("team:Logistics") {
		t.Error("a caller whose teams nobody looked up is in one")
	}
	now = now.Add(59 * time.Second)
	again, _ := known.of(t.Context(), access.For(access.Caller{Org: 1, Login: "ben"}))
	if !again.Is("team:Sales") || again.Is("team:Logistics") || r.asked != 4 {
		t.Errorf("asked %d times within a minute", r.asked)
	}
	now = now.Add(2 * time.Second)
	r.members["logistics"] = nil
	if later, _ := known.of(t.Context(), anna); later.Is("team:Logistics") {
		t.Error("who left a team is in it after a minute")
	}
}

func TestTeamsThatNobodyTells(t *testing.T) {
	now := day("2026-05-04")
	r := &roll{members: map[string][]string{"logistics": {"anna"}}, err: errors.New("away")}
	known := newTeams(r, func() time.Time { return now })
	member, told := known.of(t.Context(), anna)
	if !told() {
		t.Error("nothing was asked yet")
	}
	if member.Is("team:Logistics") || member.Is("team:Sales") || told() {
		t.Error("somebody is in a team although nobody tells")
	}
	if r.asked != 1 {
		t.Errorf("asked %d times: one refusal is enough for a minute", r.asked)
	}
	r.err, now = nil, now.Add(2*time.Minute)
	if member, told = known.of(t.Context(), anna); !member.Is("team:Logistics") || !told() {
		t.Error("it is not asked again after a minute")
	}
	now = now.Add(2 * time.Minute)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if member, told = known.of(gone, anna); member.Is("team:Logistics") || told() {
		t.Error("an answer although the caller went away")
	}
	if member, told = known.of(t.Context(), anna); !member.Is("team:Logistics") || !told() {
		t.Error("Grafana is held for silent because a caller went away")
	}
	if member, told = newTeams(nil, time.Now).of(t.Context(), anna); member.Is("team:Logistics") || told() {
		t.Error("an answer of nobody")
	}
}

// teamwork is a world in which the team of anna owns an action that is overdue and is steward of a KPI.
func teamwork() *world {
	w := stewarded()
	kpi := w.documents.Kpis["surveys"]
	kpi.Steward = ptr("team:Logistics")
	w.documents.Kpis["surveys"] = kpi
	w.documents.Actions = map[string]contract.ActionSpec{
		"gate":  {Title: "Repair the gate", Owner: ptr("team:Logistics"), Due: ptr("2026-05-01")},
		"price": {Title: "Print prices", Owner: ptr("team:Sales")},
		"own":   {Title: "Call", Owner: ptr("anna")},
	}
	w.roll = roll{members: map[string][]string{"logistics": {"anna"}, "sales": {"ben"}}}
	return w
}

func TestWhatATeamOwnsWaitsForItsMembers(t *testing.T) {
	w := teamwork()
	work := w.work(t)
	var waiting []string
	for _, item := range work.Items {
		waiting = append(waiting, item.Type+" "+item.Ref.Name+" "+or(item.Team, "-"))
	}
	if got := strings.Join(waiting, ", "); got != "action gate Logistics, submission surveys Logistics, action own -" || !work.TeamsKnown {
		t.Errorf("waiting: %s", got)
	}
	if why := work.Items[0].Why; why != "It is to be done and was due on 2026-05-01." {
		t.Errorf("why: %s", why)
	}
	register, err := w.service().Register(t.Context(), anna, RegisterQuery{Mine: true})
	if err != nil || register.Summary.Total != 2 || strings.Join(register.Teams, ",") != "Logistics,Sales" {
		t.Errorf("mine: %+v of %v, %v", register.Summary, register.Teams, err)
	}
	register, err = w.service().Register(t.Context(), anna, RegisterQuery{Owner: "team:sales"})
	if err != nil || len(register.Items) != 1 || register.Items[0].Title != "Print prices" {
		t.Errorf("of a team: %+v, %v", register.Items, err)
	}
}

func TestWithoutTeamsTheRestOfTheWorkIsThere(t *testing.T) {
	w := teamwork()
	w.roll.err = errors.New("Grafana is away")
	work := w.work(t)
	if len(work.Items) != 1 || work.Items[0].Ref.Name != "own" || work.TeamsKnown {
		t.Errorf("items %+v, told %v", work.Items, work.TeamsKnown)
	}
}
