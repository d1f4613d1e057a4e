package report

import (
	"context"
	"errors"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// ErrFrozen says that a review's report is frozen already.
var ErrFrozen = errors.New("the report of this review is frozen already")

// MissingError says that what is asked for is not there, or not yet.
type MissingError struct{ Detail string }

func (e *MissingError) Error() string { return e.Detail }

// UnitReport is the frozen report of one unit: a contract.Report as JSON, byte by byte what was hashed.
type UnitReport struct {
	Unit     string
	Document []byte
}

// Delivery is one report on its way to one recipient.
type Delivery struct {
	Review string
	// Channel is app, email or webhook.
	Channel   string
	Recipient string
	// At is when it was last tried.
	At time.Time
	// State is one of the states below.
	State string
	// Message says why it failed.
	Message string
}

// States of a delivery. One that is being sent while nobody delivers was left by a process that died: whether it arrived is unknown.
const (
	DeliverySending = "sending"
	DeliverySent    = "sent"
	DeliveryFailed  = "failed"
)

// Store keeps reports. What it doesn't have is answered with resource.ErrNotFound.
type Store interface {
	// SaveSnapshot keeps what was frozen, once, as long as there is the review: ErrFrozen when it has a snapshot already.
	SaveSnapshot(ctx context.Context, org int64, snapshot contract.Snapshot, reports []UnitReport) error
	FrozenSnapshot(ctx context.Context, org int64, review string) (contract.Snapshot, error)
	// FrozenSnapshots lists those frozen since an instant, oldest first.
	FrozenSnapshots(ctx context.Context, org int64, since time.Time) ([]contract.Snapshot, error)
	UnitReport(ctx context.Context, org int64, review, unit string) ([]byte, error)

	SaveBatch(ctx context.Context, org int64, batch contract.ReportBatch, archive []byte) error
	Batch(ctx context.Context, org int64, id string) (contract.ReportBatch, error)
	// UnfinishedBatches lists the ids of batches that have not come to their end, oldest first.
	UnfinishedBatches(ctx context.Context, org int64) ([]string, error)
	Archive(ctx context.Context, org int64, id string) ([]byte, error)
	// ForgetBatches deletes the batches that were made before an instant and have come to their end.
	ForgetBatches(ctx context.Context, org int64, before time.Time) error

	// SaveDelivery keeps how a delivery went; a later one to the same recipient replaces it.
	SaveDelivery(ctx context.Context, org int64, delivery Delivery) error
	// Deliveries lists those of a review, by channel and recipient.
	Deliveries(ctx context.Context, org int64, review string) ([]Delivery, error)
	// DeliveriesSince lists those over one channel since an instant, oldest first.
	DeliveriesSince(ctx context.Context, org int64, channel string, since time.Time) ([]Delivery, error)
}
