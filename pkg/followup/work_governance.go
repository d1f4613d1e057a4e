package followup

import (
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// fromRegister adds the caller's actions and decisions that wait, and what escalated to them.
func (w *worklist) fromRegister() {
	for _, e := range w.entries {
		row := e.Row
		if !row.Waiting {
			continue
		}
		escalation := row.Escalation
		if mine, team := w.is(row.WaitsFor, row.Owner); mine {
			item := w.entryItem(row)
			item.Team = team
			if escalation != nil {
				item.Urgency = urgentEscalated
			}
			w.add(item)
			continue
		}
		if escalation == nil {
			continue
		}
		if mine, team := w.is(escalation.To); mine {
			owner := sentence.NoOwner
			if row.Owner != nil {
				owner = sentence.OwnedBy(*row.Owner)
			}
			w.add(contract.WorkItem{
				Type: "escalation", Ref: &row.Ref, Team: team, Title: row.Title, Said: said(&escalation.Reason, owner), Since: &escalation.At, Due: row.DueAt,
				Overdue: row.Overdue, Urgency: urgentEscalated,
			})
		}
	}
}

func (w *worklist) entryItem(row contract.RegisterRow) contract.WorkItem {
	item := contract.WorkItem{Ref: &row.Ref, Title: row.Title, Due: row.DueAt, Overdue: row.Overdue}
	var due *time.Time
	if row.DueAt != nil {
		if t, err := time.Parse(time.RFC3339, *row.DueAt); err == nil {
			due = &t
		}
	}
	item.Urgency = w.dated(due)
	what := toDo
	item.Type = "action"
	switch {
	case row.Ref.Kind == "Decision" && row.State == "open":
		item.Type, what = "decision", toDecide
	case row.Ref.Kind == "Decision":
		item.Type, what = "decision", toRevisit
	}
	switch {
	case row.Overdue:
		item.Said = said(what.since(*row.Due))
	case row.Due != nil:
		item.Said = said(what.by(*row.Due))
	default:
		item.Said = said(what.undated)
	}
	if row.State == "blocked" {
		item.Said = append(item.Said, *sentence.Blocked)
		item.Urgency = min(item.Urgency, urgentBroken)
	}
	switch {
	case row.Owner == nil:
		item.Said = append(item.Said, *sentence.NobodyOwns)
	case !w.filter.Is(*row.Owner):
		item.Said = append(item.Said, *sentence.OwnerUnknown(*row.Owner))
	}
	return item
}

// task says what is to be done with an entry: without a due date, by one, or since one.
type task struct {
	undated   *contract.Reason
	by, since func(due string) *contract.Reason
}

var (
	toDo      = task{sentence.ToDo, sentence.ToDoBy, sentence.ToDoSince}
	toDecide  = task{sentence.ToDecide, sentence.ToDecideBy, sentence.ToDecideSince}
	toRevisit = task{sentence.Revisit, sentence.RevisitBy, sentence.RevisitSince}
)

// fromCharters adds the charters that the caller is part of and hasn't signed as they are now.
func (w *worklist) fromCharters() {
	for _, name := range slices.Sorted(maps.Keys(w.documents.Charters)) {
		ref, charter := contract.Ref{Kind: "GovernanceCharter", Name: name}, w.documents.Charters[name]
		origin := w.documents.Origins[ref]
		mine, team := w.is(seats(charter.Committees...)...)
		if origin.Archived || !mine || w.signed(name, origin.Version) {
			continue
		}
		since := contract.InstantText(origin.UpdatedAt)
		w.add(contract.WorkItem{
			Type: "signature", Ref: &ref, Team: team, Title: charter.Title, Since: &since, Urgency: urgentUndated,
			Said: said(sentence.Unsigned(origin.Version)),
		})
	}
}

// seats are the chairs and members of committees.
func seats(committees ...contract.Committee) []*string {
	var people []*string
	for _, committee := range committees {
		people = append(people, committee.Chair)
		for i := range committee.Members {
			people = append(people, &committee.Members[i])
		}
	}
	return people
}

// fromProposals adds the proposals to meet more or less often that the caller's committee hasn't decided.
func (w *worklist) fromProposals() {
	for _, name := range slices.Sorted(maps.Keys(w.documents.Proposals)) {
		ref, proposal := contract.Ref{Kind: "CadenceProposal", Name: name}, w.documents.Proposals[name]
		origin := w.documents.Origins[ref]
		if proposal.Decision != nil || origin.Archived {
			continue
		}
		mine, team := w.is(seats(w.deciding(proposal)...)...)
		if !mine {
			continue
		}
		since := contract.InstantText(origin.CreatedAt)
		w.add(contract.WorkItem{
			Type: "proposal", Ref: &contract.Ref{Kind: "Scorecard", Name: proposal.Scorecard}, Team: team, Since: &since, Urgency: urgentUndated,
			Title: or(proposal.Title, w.documents.Scorecards[proposal.Scorecard].Title),
			Said:  said(sentence.CadenceToDecide(proposal.To, proposal.From, proposal.Why)),
		})
	}
}

// deciding are the committees whose promise a proposal would change.
func (w *worklist) deciding(proposal contract.CadenceProposalSpec) []contract.Committee {
	charter := w.documents.Charters[proposal.Charter]
	return slices.DeleteFunc(slices.Clone(charter.Committees), func(c contract.Committee) bool {
		return !slices.ContainsFunc(charter.Reviews, func(promise contract.CharterReview) bool {
			return promise.Committee == c.Name && promise.Scorecard == proposal.Scorecard && promise.Tier == proposal.Tier
		})
	})
}

func (w *worklist) signed(charter string, version int) bool {
	for _, signature := range w.documents.Signatures {
		if signature.Charter == charter && int(signature.Version) == version && w.filter.Is(signature.Person) {
			return true
		}
	}
	return false
}

// trialNews is for how long a failed check is news.
const trialNews = 30 * 24 * time.Hour

// fromTrials adds what the caller decided or did that didn't have its effect.
func (w *worklist) fromTrials() error {
	var trials []governance.Trial
	titles, teams := map[contract.Ref]string{}, map[contract.Ref]*string{}
	for _, e := range w.entries {
		if mine, team := w.is(e.Row.Owner); mine && e.Trial != nil {
			trials = append(trials, *e.Trial)
			titles[e.Row.Ref], teams[e.Row.Ref] = e.Row.Title, team
		}
	}
	checks, err := w.checks(w.ctx, w.filter, w.documents, trials, w.moment)
	if err != nil {
		return err
	}
	for _, trial := range trials {
		check := checks[trial.Ref]
		if check.State != governance.TrialFailed || check.DueAt == nil {
			continue
		}
		at, err := time.Parse(time.RFC3339, *check.DueAt)
		if err != nil || w.now.Sub(at) > trialNews {
			continue
		}
		why := sentence.EffectNotUp
		if trial.Effect.Sign == "down" {
			why = sentence.EffectNotDown
		}
		w.add(contract.WorkItem{
			Type: "effectCheck", Ref: &trial.Ref, Team: teams[trial.Ref], Title: titles[trial.Ref], Since: check.DueAt, Urgency: urgentToKnow,
			Said: said(why(check.Kpi)),
		})
	}
	return nil
}
