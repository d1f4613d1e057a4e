package followup

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// CalendarEntry is one entry of a calendar feed.
type CalendarEntry struct {
	// UID stays the same for as long as the resource has its name; Sequence rises with every change of it.
	UID      string
	Sequence int
	// Changed is when it last changed.
	Changed              time.Time
	Summary, Description string
	// Start and End are instants; of an entry that takes all day, days as midnight in UTC, with End the day after.
	Start, End time.Time
	AllDay     bool
	Cancelled  bool
}

// Calendar is what a feed shows.
type Calendar struct {
	Title   string
	Entries []CalendarEntry
}

// meetingMinutes is the length of a meeting that doesn't say its own.
const meetingMinutes = 60

// Feed gives the calendar of the token's owner: the open actions and decisions of them and their teams on the day they are due,
// what was cancelled of them, and the reviews in which they have a part. It shows what a Viewer sees, whoever holds the token. An unknown or
// revoked token is resource.ErrNotFound.
func (s *Service) Feed(ctx context.Context, f access.Filter, token string) (Calendar, error) {
	feed, err := s.feedOf(ctx, f.Org(), token)
	if err != nil {
		return Calendar{}, err
	}
	owner, _ := s.teams.of(ctx, access.For(access.Caller{Org: f.Org(), Login: feed.Person, Email: feed.Email, Role: access.Viewer}))
	documents, entries, err := s.entries(ctx, owner, Moment{})
	if err != nil {
		return Calendar{}, err
	}
	calendar := Calendar{Title: cmp.Or(feed.Title, "Scorecard: "+feed.Person)}
	for _, e := range entries {
		if entry, ok := dueEntry(owner, e, f.Org()); ok {
			calendar.Entries = append(calendar.Entries, entry)
		}
	}
	calendar.Entries = append(calendar.Entries, meetings(documents, owner, f.Org())...)
	return calendar, nil
}

// dueEntry is an action or a decision of the owner on the day it is due.
func dueEntry(owner access.Filter, e governance.Entry, org int64) (CalendarEntry, bool) {
	row := e.Row
	cancelled := row.State == "cancelled" || row.State == "withdrawn"
	if row.Owner == nil || !owner.Is(*row.Owner) || row.Due == nil || !row.Waiting && !cancelled {
		return CalendarEntry{}, false
	}
	day, err := time.Parse(time.DateOnly, *row.Due)
	if err != nil {
		return CalendarEntry{}, false
	}
	verb := "Due"
	switch {
	case row.Ref.Kind == "Decision" && row.State == "open":
		verb = "Decide"
	case row.Ref.Kind == "Decision":
		verb = "Revisit"
	}
	lines := []string{fmt.Sprintf("%s %s, %s", row.Ref.Kind, row.Ref.Name, row.State)}
	if row.Slips > 0 {
		lines = append(lines, fmt.Sprintf("First due on %s.", *row.FirstDue))
	}
	if e.Description != "" {
		lines = append(lines, e.Description)
	}
	return CalendarEntry{
		UID: uid(row.Ref, org), Sequence: int(row.Version), Changed: e.UpdatedAt, Summary: verb + ": " + row.Title,
		Description: strings.Join(lines, "\n"), Start: day, End: day.AddDate(0, 0, 1), AllDay: true, Cancelled: cancelled,
	}, true
}

// meetings are the reviews in which the owner has a part, by name.
func meetings(d governance.Documents, owner access.Filter, org int64) []CalendarEntry {
	var entries []CalendarEntry
	for _, name := range slices.Sorted(maps.Keys(d.Reviews)) {
		ref, review := contract.Ref{Kind: "Review", Name: name}, d.Reviews[name]
		part := partIn(owner, d, review)
		start, err := time.Parse(time.RFC3339, review.Start)
		if part == nil || err != nil || d.Origins[ref].Archived {
			continue
		}
		minutes := int64(meetingMinutes)
		if review.Minutes != nil {
			minutes = *review.Minutes
		}
		entry := CalendarEntry{
			UID: uid(ref, org), Sequence: d.Origins[ref].Version, Changed: d.Origins[ref].UpdatedAt, Summary: d.ReviewTitle(name),
			Description: part.Message, Start: start.UTC(), End: start.UTC().Add(time.Duration(minutes) * time.Minute), Cancelled: review.Cancelled != nil,
		}
		if review.Cancelled != nil {
			entry.Description = *review.Cancelled
		}
		entries = append(entries, entry)
	}
	return entries
}

// partIn is the part that a person has in a review, in words; nil for none.
func partIn(person access.Filter, d governance.Documents, review contract.ReviewSpec) *contract.Reason {
	series := d.Series[review.Series]
	roles := review.Roles
	if roles == nil {
		roles = series.Roles
	}
	switch {
	case series.Facilitator != nil && person.Is(*series.Facilitator):
		return sentence.YouFacilitate
	case roles == nil:
		return nil
	case slices.ContainsFunc(roles.Required, person.Is):
		return sentence.YouAreRequired
	case slices.ContainsFunc(roles.Optional, person.Is):
		return sentence.YouMayTakePart
	}
	return nil
}

// uid names a resource for good, in the whole world as far as a name can.
func uid(ref contract.Ref, org int64) string {
	return fmt.Sprintf("%s-%s.org%d@bsc-scorecard-app", strings.ToLower(ref.Kind), ref.Name, org)
}
