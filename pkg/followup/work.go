package followup

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// WorkStore keeps when people last looked, and tells what changed since.
type WorkStore interface {
	// Seen is when a person last said that they had seen what changed; zero for never.
	Seen(ctx context.Context, org int64, person string) (time.Time, error)
	// MarkSeen notes that a person has seen what changed up to a time. An earlier time than the one noted changes nothing, unless it is so
	// much earlier that the noted one comes from a clock that was ahead.
	MarkSeen(ctx context.Context, org int64, person string, at time.Time) error
	// Changes lists the newest changes of resources after a time, newest first, at most limit of them.
	Changes(ctx context.Context, org int64, since time.Time, limit int) ([]resource.HistoryRecord, error)
}

// Runs lists collection runs, newest first. collection.Collector does.
type Runs interface {
	List(ctx context.Context, f access.Filter, limit int, cursor string) ([]contract.Run, string, error)
}

// Reviews tells what became of reviews, and how they were held. review.Service does.
type Reviews interface {
	Calendar(ctx context.Context, f access.Filter, q review.RangeQuery) (contract.ReviewCalendar, error)
	// RaisedItems lists the open agenda items that the caller raised, oldest first.
	RaisedItems(ctx context.Context, f access.Filter, asOf *time.Time, now time.Time) ([]review.RaisedItem, error)
	SeriesDiscipline(ctx context.Context, f access.Filter, q review.SeriesQuery) (contract.SeriesDiscipline, error)
}

// Reports tells which reports were frozen, and which of them went to the caller. report.Service does.
type Reports interface {
	// Snapshot says what was frozen for a review; a *report.MissingError while nothing is.
	Snapshot(ctx context.Context, f access.Filter, review string) (contract.Snapshot, error)
	// Inbox lists the reports that were delivered to the caller since an instant, oldest first.
	Inbox(ctx context.Context, f access.Filter, since time.Time) ([]report.Delivery, error)
}

// How urgent something is; lower comes first.
const (
	urgentEscalated = 0
	urgentOverdue   = 10
	urgentBroken    = 20
	urgentSoon      = 30
	urgentPlanned   = 40
	urgentUndated   = 50
	urgentToKnow    = 60
)

// ClocksApart is how far the clocks of two processes may be apart; what was noted later than that was noted by one that was wrong.
const ClocksApart = 5 * time.Minute

// soon is how long before something is due it counts as due soon.
const soon = 7 * 24 * time.Hour

// worklist gathers what waits for one person.
type worklist struct {
	*Service
	ctx context.Context
	// filter is the caller's, as a member of their teams.
	filter access.Filter
	moment Moment
	now    time.Time
	// seen is when the caller last said that they had seen what changed; zero for never.
	seen      time.Time
	documents governance.Documents
	entries   []governance.Entry
	items     []contract.WorkItem
}

// MyWork gives what waits for the caller, the most urgent first, and what changed since they said that they had seen it.
func (s *Service) MyWork(ctx context.Context, f access.Filter, m Moment) (contract.MyWork, error) {
	documents, entries, err := s.entries(ctx, f, m)
	if err != nil {
		return contract.MyWork{}, err
	}
	f, told := s.teams.of(ctx, f)
	seen, err := s.Work.Seen(ctx, f.Org(), f.Actor())
	if err != nil {
		return contract.MyWork{}, err
	}
	if seen.After(s.Now().Add(ClocksApart)) { // by a clock that was ahead: nobody has seen what will be
		seen = time.Time{}
	}
	w := &worklist{
		Service: s, ctx: ctx, filter: f, moment: m, now: s.present(m), seen: seen, documents: documents, entries: entries,
		items: []contract.WorkItem{},
	}
	w.fromRegister()
	w.fromCharters()
	w.fromProposals()
	for _, gather := range []func() error{
		w.fromReviews, w.fromAgendas, w.fromChair, w.fromReports, w.fromTrials, w.fromRuns, w.fromData, w.fromScores,
	} {
		if err := gather(); err != nil {
			return contract.MyWork{}, err
		}
	}
	slices.SortStableFunc(w.items, moreUrgent)
	work := contract.MyWork{Person: f.Actor(), Now: contract.InstantText(w.now), SeenAt: optional(seen), Items: w.items}
	err = w.changes(&work)
	work.TeamsKnown = told()
	return work, err
}

// MarkSeen notes that the caller has seen what changed until now.
func (s *Service) MarkSeen(ctx context.Context, f access.Filter) error {
	if err := f.Require(access.Viewer, "looking at one's work"); err != nil {
		return err
	}
	return s.Work.MarkSeen(ctx, f.Org(), f.Actor(), s.Now())
}

func moreUrgent(a, b contract.WorkItem) int {
	return cmp.Or(
		cmp.Compare(a.Urgency, b.Urgency), cmp.Compare(or(a.Due, last), or(b.Due, last)), cmp.Compare(a.Title, b.Title),
	)
}

// add adds an item; what it says is why it is here.
func (w *worklist) add(item contract.WorkItem) {
	item.Why = sentence.Text(item.Said)
	w.items = append(w.items, item)
}

// said are sentences in the order in which they are said.
func said(reasons ...*contract.Reason) []contract.Reason {
	all := make([]contract.Reason, len(reasons))
	for i, reason := range reasons {
		all[i] = *reason
	}
	return all
}

// is reports whether the caller, or a team of theirs, is one of the people, and which team; by name comes before by team.
func (w *worklist) is(people ...*string) (is bool, team *string) {
	for _, person := range people {
		if person == nil || !w.filter.Is(*person) {
			continue
		}
		name, ofTeam := access.Team(*person)
		if !ofTeam {
			return true, nil
		}
		if team == nil {
			team = &name
		}
	}
	return team != nil, team
}

// dated is how urgent something is by the time it is due, which may be nil.
func (w *worklist) dated(due *time.Time) int64 {
	switch {
	case due == nil:
		return urgentUndated
	case !w.now.Before(*due):
		return urgentOverdue
	case due.Sub(w.now) <= soon:
		return urgentSoon
	}
	return urgentPlanned
}
