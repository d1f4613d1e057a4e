package review

import (
	"context"
	"encoding/json"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Event is something that happened in a review, as it is kept.
type Event struct {
	Review string
	// ID is the sender's: unique within the review.
	ID   string
	At   time.Time
	Type string
	// Actor is who sent it, ReceivedAt when.
	Actor      string
	ReceivedAt time.Time
	// Body is the event's JSON as received.
	Body json.RawMessage
}

// Snapshots tells which reviews have a frozen report.
type Snapshots interface {
	// FrozenReviews lists the names of the reviews whose report is frozen.
	FrozenReviews(ctx context.Context, org int64) ([]string, error)
}

// EventStore keeps what happened in reviews; events are only ever added.
type EventStore interface {
	// AppendEvents adds the events whose ids the review doesn't have yet and returns how many those were. Without the review it is
	// resource.ErrNotFound.
	AppendEvents(ctx context.Context, org int64, review string, events []Event) (int, error)
	// AppendEventsIn does so in a transaction that writes resources.
	AppendEventsIn(ctx context.Context, tx resource.Tx, review string, events []Event) error
	// Events lists the events of the reviews, by review, then instant, then order of arrival. A nil list of reviews means all.
	Events(ctx context.Context, org int64, reviews []string) ([]Event, error)
	// EventsOfTypes lists the events of some types of all reviews, in the same order.
	EventsOfTypes(ctx context.Context, org int64, types []string) ([]Event, error)
}
