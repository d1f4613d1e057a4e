package resource

import (
	"context"
	"errors"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// Errors that a Store reports; everything else is a fault of the store itself.
var (
	ErrNotFound = errors.New("not found")
)

// Stored is one resource as the store keeps it: the document as it was written, and who changed it last.
type Stored struct {
	Kind string
	Name string
	// Version counts from 1.
	Version int
	// Document is the JSON of apiVersion, kind, metadata (name, labels) and spec as received.
	Document  []byte
	Labels    map[string]string
	ManagedBy string
	File      string
	Archived  bool
	CreatedAt time.Time
	CreatedBy string
	UpdatedAt time.Time
	UpdatedBy string
}

// HistoryRecord is one version of a resource: the state after the change (before it, for a deletion).
type HistoryRecord struct {
	Stored
	// Action is created, changed, archived or deleted.
	Action string
	Reason string
}

// Mark says how far the resources of an org were read.
type Mark struct {
	evaluate.Versions
	// Seq rises with every history record of the org, in the order of commits.
	Seq int64
}

// Store keeps resources per Grafana org. Reads see committed states only.
type Store interface {
	// Snapshot returns every resource of the org, ordered by kind and name, with the mark they belong to.
	// With asOf it returns the resources as they were at that time, with the mark of the present.
	Snapshot(ctx context.Context, org int64, asOf *time.Time) ([]Stored, Mark, error)
	// Since returns what was written after a mark, in order and limit records at most, and the mark that all of it leads to.
	Since(ctx context.Context, org int64, after Mark, limit int) ([]HistoryRecord, Mark, error)
	// History returns every version of one resource, newest first; also of a deleted one. None is not an error.
	History(ctx context.Context, org int64, kind, name string) ([]HistoryRecord, error)
	// Versions tell what was committed: of an org without anything they are 0.
	Versions(ctx context.Context, org int64) (evaluate.Versions, error)
	// Update runs fn in one write transaction and bumps both versions; when fn or the commit fails nothing is written.
	// Write transactions of an org are serial across processes, so what fn reads holds until the commit.
	Update(ctx context.Context, org int64, fn func(Tx) error) error
	// FirmReviews lists by name the reviews of an org that are more than their document: those with a frozen report, and those of which
	// something was logged. Neither is added to a review that isn't there.
	FirmReviews(ctx context.Context, org int64) ([]string, error)
	// Orgs lists the orgs that hold anything.
	Orgs(ctx context.Context) ([]int64, error)
}

// Tx is a write transaction.
type Tx interface {
	// Snapshot returns every resource of the org as the transaction sees it, with the mark before the change.
	Snapshot(ctx context.Context) ([]Stored, Mark, error)
	// Since returns what others wrote after an earlier mark, as Store.Since does.
	Since(ctx context.Context, after Mark, limit int) ([]HistoryRecord, Mark, error)
	// FirmReviews lists those of the org, as Store.FirmReviews does; until the commit there will be no others.
	FirmReviews(ctx context.Context) ([]string, error)
	// Put writes the resource and a history record with it.
	Put(ctx context.Context, record HistoryRecord) error
	// Delete removes the resource and keeps the record as its last state.
	Delete(ctx context.Context, record HistoryRecord) error
}
