package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

var _ review.EventStore = (*Store)(nil)

// AppendEvents implements review.EventStore.
func (s *Store) AppendEvents(ctx context.Context, org int64, name string, events []review.Event) (added int, err error) {
	err = s.change(ctx, org, appending, func(tx *writeTx) error {
		added, err = tx.appendEvents(ctx, name, events)
		return err
	})
	return added, err
}

// AppendEventsIn implements review.EventStore.
func (s *Store) AppendEventsIn(ctx context.Context, tx resource.Tx, name string, events []review.Event) error {
	own, ok := tx.(resourceTx)
	if !ok {
		return fmt.Errorf("store: %s: another store's transaction", appending)
	}
	_, err := own.tx.appendEvents(ctx, name, events)
	return err
}

const appending = "append review events"

func (tx *writeTx) appendEvents(ctx context.Context, name string, events []review.Event) (added int, err error) {
	if err := tx.needsReview(ctx, name); err != nil {
		return 0, explain(ctx, appending, err)
	}
	for _, e := range events {
		n, err := tx.affected(ctx, `INSERT INTO review_events (org, review, id, seq, at, type, actor, received_at, body)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (org, review, id) DO NOTHING`,
			tx.org, name, e.ID, tx.seq+1, millis(e.At), e.Type, e.Actor, millis(e.ReceivedAt), []byte(e.Body))
		if err != nil {
			return added, explain(ctx, appending, err)
		}
		if n > 0 {
			tx.seq++
			tx.wrote = true
			added++
		}
	}
	return added, nil
}

// Events implements review.EventStore.
func (s *Store) Events(ctx context.Context, org int64, reviews []string) ([]review.Event, error) {
	if reviews == nil {
		return s.events(ctx, `review_events e WHERE e.org = ?`, org)
	}
	wanted, err := jsonRows(oneColumn(reviews))
	if err != nil {
		return nil, err
	}
	return s.events(ctx, `{rows} CROSS JOIN review_events e WHERE e.org = ? AND e.review = w.value ->> 0`, wanted, org)
}

// EventsOfTypes implements review.EventStore.
func (s *Store) EventsOfTypes(ctx context.Context, org int64, types []string) ([]review.Event, error) {
	wanted, err := jsonRows(oneColumn(types))
	if err != nil {
		return nil, err
	}
	return s.events(ctx, `{rows} CROSS JOIN review_events e WHERE e.org = ? AND e.type = w.value ->> 0`, wanted, org)
}

func oneColumn(values []string) [][]any {
	rows := make([][]any, len(values))
	for i, value := range values {
		rows[i] = []any{value}
	}
	return rows
}

// events lists what a part of a statement after FROM chooses.
func (s *Store) events(ctx context.Context, from string, args ...any) (events []review.Event, err error) {
	err = s.reading(ctx, "read review events", func(q session) error {
		events = nil
		return q.each(ctx, func(rows *sql.Rows) error {
			var e review.Event
			var at, received int64
			var body []byte
			if err := rows.Scan(&e.Review, &e.ID, &at, &e.Type, &e.Actor, &received, &body); err != nil {
				return err
			}
			e.At, e.ReceivedAt, e.Body = instant(at), instant(received), body
			events = append(events, e)
			return nil
		}, `SELECT e.review, e.id, e.at, e.type, e.actor, e.received_at, e.body FROM `+from+` ORDER BY e.review, e.at, e.seq`, args...)
	})
	return events, err
}
