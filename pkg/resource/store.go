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

// Store keeps resources per Grafana org. Reads see committed states only.
type Store interface {
	// Snapshot returns every resource of the org, ordered by kind and name, with the versions they belong to.
	// With asOf it returns the resources as they were at that time.
	Snapshot(ctx context.Context, org int64, asOf *time.Time) ([]Stored, evaluate.Versions, error)
	// History returns every version of one resource, newest first; also of a deleted one. None is not an error.
	History(ctx context.Context, org int64, kind, name string) ([]HistoryRecord, error)
	// Versions tell what was committed: of an org without anything they are 0.
	Versions(ctx context.Context, org int64) (evaluate.Versions, error)
	// Update runs fn in one write transaction and bumps both versions; when fn or the commit fails nothing is written.
	// Write transactions of an org are serial across processes, so what fn reads holds until the commit.
	Update(ctx context.Context, org int64, fn func(Tx) error) error
	// Orgs lists the orgs that hold anything.
	Orgs(ctx context.Context) ([]int64, error)
}

// Tx is a write transaction.
type Tx interface {
	// Snapshot returns every resource of the org as the transaction sees it, with the versions before the change.
	Snapshot(ctx context.Context) ([]Stored, evaluate.Versions, error)
	// Put writes the resource and a history record with it.
	Put(ctx context.Context, record HistoryRecord) error
	// Delete removes the resource and keeps the record as its last state.
	Delete(ctx context.Context, record HistoryRecord) error
}
