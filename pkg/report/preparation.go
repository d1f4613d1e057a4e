package report

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

// longestPause is the pause between two edits that still counts as work; a longer one ends a session.
const longestPause = 15 * time.Minute

// Edit is one sign that somebody worked on a report.
type Edit struct {
	Person string
	At     time.Time
}

// PreparationMinutes adds up the sessions of active editing, person by person: from the first to the last edit between which
// no pause is longer than 15 minutes. A single edit counts 0. It is nil when nobody edited.
func PreparationMinutes(edits []Edit) *float64 {
	if len(edits) == 0 {
		return nil
	}
	byPerson := map[string][]time.Time{}
	for _, edit := range edits {
		byPerson[edit.Person] = append(byPerson[edit.Person], edit.At)
	}
	var worked time.Duration
	for _, instants := range byPerson {
		slices.SortFunc(instants, time.Time.Compare)
		for i, at := range instants[1:] {
			if pause := at.Sub(instants[i]); pause <= longestPause {
				worked += pause
			}
		}
	}
	minutes := worked.Minutes()
	return &minutes
}

// preparation measures the work on a review's report until an instant: what pages told of while people wrote for it, and, since the
// review was made, every change of a commentary on the period under review.
func (s *Service) preparation(ctx context.Context, f access.Filter, docs governance.Documents, p *plan, until time.Time) (*float64, error) {
	events, err := s.Events.Events(ctx, f.Org(), []string{p.review})
	if err != nil {
		return nil, fmt.Errorf("preparation of %s: %w", p.review, err)
	}
	told, written := prepared(events), []Edit{}
	for name, commentary := range docs.Commentaries {
		if !p.comments(commentary) {
			continue
		}
		history, err := s.Documents.History(ctx, f, "Commentary", name)
		if err != nil {
			return nil, fmt.Errorf("history of commentary %s: %w", name, err)
		}
		for _, version := range history.Items {
			at, err := time.Parse(time.RFC3339, version.At)
			if err != nil {
				return nil, fmt.Errorf("history of commentary %s: %w", name, err)
			}
			written = append(written, Edit{Person: version.By, At: at})
		}
	}
	return PreparationMinutes(append(within(told, time.Time{}, until), within(written, p.made, until)...)), nil
}

// comments reports whether a commentary is on a unit and period that the report shows.
func (p *plan) comments(commentary contract.CommentarySpec) bool {
	for _, period := range p.periods {
		if period == commentary.Period.Text() {
			return slices.ContainsFunc(p.units, func(u unitPlan) bool { return u.name == commentary.Unit })
		}
	}
	return false
}

// prepared are the edits that pages told of. The person is whom the event names, else who sent it.
func prepared(events []review.Event) []Edit {
	var edits []Edit
	for _, event := range events {
		if event.Type != "prepare" {
			continue
		}
		var body struct {
			Person string `json:"person"`
		}
		if json.Unmarshal(event.Body, &body) != nil || body.Person == "" {
			body.Person = event.Actor
		}
		edits = append(edits, Edit{Person: body.Person, At: event.At})
	}
	return edits
}

// within keeps the edits from since to until. A report that is frozen as of a time before the review was made has no beginning.
func within(edits []Edit, since, until time.Time) []Edit {
	return slices.DeleteFunc(edits, func(edit Edit) bool {
		return edit.At.After(until) || since.Before(until) && edit.At.Before(since)
	})
}
