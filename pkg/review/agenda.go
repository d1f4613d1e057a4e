package review

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// AgendaQuery asks about the agenda of a review. Absent instants: everything known, the present.
type AgendaQuery struct {
	Review    string
	AsOf, Now *time.Time
}

// Agenda is the agenda of a review: the items that it has from its series, and the open ones that came onto it.
// *evaluate.NotFoundError when there is no such review.
func (s *Service) Agenda(ctx context.Context, f access.Filter, q AgendaQuery) (contract.ReviewAgenda, error) {
	now := s.present(q.Now, q.AsOf)
	documents, planner, err := s.planning(ctx, f, q.AsOf, now, courseTypes)
	if err != nil {
		return contract.ReviewAgenda{}, err
	}
	review, known := documents.Reviews[q.Review]
	if !known {
		return contract.ReviewAgenda{}, &evaluate.NotFoundError{Kind: "Review", Name: q.Review}
	}
	agenda := contract.ReviewAgenda{
		Review: q.Review, Series: review.Series, Tier: documents.Series[review.Series].Tier, Now: contract.InstantText(now),
		Template: append([]contract.AgendaEntry{}, review.Agenda...), Rule: governance.AgendaRule,
	}
	agenda.Items, agenda.Sent = carriedBy(planner, planner.ItemCourses(), q.Review)
	return agenda, nil
}

// carriedBy gives the items on the agenda of a review, and those that went on to another tier after it.
func carriedBy(planner *governance.Planner, courses []governance.ItemCourse, review string) (items, sent []contract.CarriedItem) {
	return carried(courses, func(c governance.ItemCourse) bool { return planner.OnAgenda(review, c) }),
		carried(courses, func(c governance.ItemCourse) bool { return c.LeftAfter(review) })
}

// RaisedItem is an open agenda item, and when it is talked about next.
type RaisedItem struct {
	contract.CarriedItem
	// Next is when the next meeting that has it starts, as an instant in UTC; empty when none is planned.
	Next string
}

// RaisedItems lists the open items that the caller raised or, where nobody is named, wrote down; oldest first.
func (s *Service) RaisedItems(ctx context.Context, f access.Filter, asOf *time.Time, now time.Time) ([]RaisedItem, error) {
	documents, planner, err := s.planning(ctx, f, asOf, now, courseTypes)
	if err != nil {
		return nil, err
	}
	open := carried(planner.ItemCourses(), func(c governance.ItemCourse) bool {
		by := documents.Origins[contract.Ref{Kind: "AgendaItem", Name: c.Name}].CreatedBy
		if c.Item.RaisedBy != nil {
			by = *c.Item.RaisedBy
		}
		return c.On != "" && f.Is(by)
	})
	next := map[string]string{}
	raised := make([]RaisedItem, len(open))
	for i, item := range open {
		series := *item.AgendaOf
		if _, known := next[series]; !known {
			next[series] = ""
			if n := nextOf(planner, series, now); n != nil {
				next[series] = n.Start
			}
		}
		raised[i] = RaisedItem{item, next[series]}
	}
	return raised, nil
}

// carried are those of the items that are wanted, oldest first.
func carried(courses []governance.ItemCourse, wanted func(governance.ItemCourse) bool) []contract.CarriedItem {
	items := []contract.CarriedItem{}
	for _, c := range courses {
		if wanted(c) {
			items = append(items, carriedItem(c))
		}
	}
	slices.SortStableFunc(items, func(a, b contract.CarriedItem) int { return cmp.Compare(a.Raised, b.Raised) })
	return items
}

func carriedItem(c governance.ItemCourse) contract.CarriedItem {
	place := placeOf(c)
	return contract.CarriedItem{
		Item: c.Name, Title: c.Item.Title, Class: governance.EntryOf(c.Name, c.Item).Class, Minutes: c.Item.Minutes, RaisedIn: c.Item.Series,
		Raised: contract.InstantText(c.Raised), RaisedBy: c.Item.RaisedBy, AgendaOf: place.AgendaOf, Since: place.Since, Why: place.Why,
		Reason: place.Reason, Meetings: place.Meetings, Escalations: place.Escalations,
	}
}

// placeOf is where an item is, as its status says it.
func placeOf(c governance.ItemCourse) contract.AgendaItemStatus {
	why, reason := c.Why()
	status := contract.AgendaItemStatus{
		Since: contract.InstantText(c.Since), Why: why, Reason: reason, Rule: governance.AgendaRule,
		Meetings: append([]string{}, c.Meetings...), Escalations: append([]contract.ItemEscalation{}, c.Escalations...),
	}
	if c.On != "" {
		status.AgendaOf = &c.On
	}
	return status
}

// AgendaStatuses computes the status of agenda items and of series: where items are, and what waits for a series' next review.
// It implements resource.StatusProvider.
type AgendaStatuses struct{ *Service }

// Statuses implements resource.StatusProvider.
func (a AgendaStatuses) Statuses(ctx context.Context, f access.Filter, kind string, names []string) (map[string]map[string]any, error) {
	now := a.present(nil, nil)
	documents, planner, err := a.planning(ctx, f, nil, now, courseTypes)
	if err != nil {
		return nil, err
	}
	courses := planner.ItemCourses()
	statuses := make(map[string]map[string]any, len(names))
	if kind == "AgendaItem" {
		for _, c := range courses {
			if slices.Contains(names, c.Name) {
				if statuses[c.Name], err = fieldsOf(placeOf(c)); err != nil {
					return nil, err
				}
			}
		}
		return statuses, nil
	}
	for _, name := range names {
		if _, visible := documents.Series[name]; !visible {
			continue
		}
		status := contract.ReviewSeriesStatus{
			Next:        nextOf(planner, name, now),
			AgendaItems: carried(courses, func(c governance.ItemCourse) bool { return c.On == name }),
			SentItems:   carried(courses, func(c governance.ItemCourse) bool { return c.Left(name) }),
			Rule:        governance.AgendaRule,
		}
		if statuses[name], err = fieldsOf(status); err != nil {
			return nil, err
		}
	}
	return statuses, nil
}

// nextOf is the next occurrence of a series within two years that takes place; nil when there is none.
func nextOf(planner *governance.Planner, series string, now time.Time) *contract.NextOccurrence {
	for _, o := range planner.Occurrences(series, now, now.AddDate(2, 0, 0)) {
		if o.State != governance.OccurrencePlanned && o.State != governance.OccurrenceMade {
			continue
		}
		next := &contract.NextOccurrence{Start: contract.InstantText(o.Start)}
		if o.Review != "" {
			next.Review = &o.Review
		}
		if id, _ := planner.PeriodReviewed(o); id != "" {
			next.Period = &id
		}
		return next
	}
	return nil
}

// fieldsOf is a body as the fields of a status.
func fieldsOf(body any) (map[string]any, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	var fields map[string]any
	err = json.Unmarshal(encoded, &fields)
	return fields, err
}
