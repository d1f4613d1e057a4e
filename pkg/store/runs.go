package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	jsoniter "github.com/json-iterator/go"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

var _ collection.RunStore = (*Store)(nil)

// saveRun leaves a request to cancel the run as it is.
const saveRun = `INSERT INTO runs (org, id, created_at, cancel_requested, finished, document) VALUES (?, ?, ?, 0, ?, ?)
	ON CONFLICT (org, id) DO UPDATE SET created_at = excluded.created_at, finished = excluded.finished,
	document = excluded.document`

// runRow gives the parameters of saveRun.
func runRow(org int64, run contract.Run) ([]any, error) {
	created, err := time.Parse(time.RFC3339Nano, run.CreatedAt)
	if err != nil {
		return nil, fmt.Errorf("store: createdAt of run %s: %w", run.ID, err)
	}
	document, err := json.Marshal(run)
	if err != nil {
		return nil, fmt.Errorf("store: run %s: %w", run.ID, err)
	}
	finished := 0
	if collection.Finished(run) {
		finished = 1
	}
	return []any{org, run.ID, millis(created), finished, document}, nil
}

// decodeRun reads a run's document. Whoever looks how far a run is has it read, with all its KPIs: this library takes a third of
// the time of encoding/json.
func decodeRun(document []byte, run *contract.Run) error {
	return jsoniter.ConfigCompatibleWithStandardLibrary.Unmarshal(document, run)
}

// SaveRun implements collection.RunStore.
func (s *Store) SaveRun(ctx context.Context, org int64, run contract.Run) error {
	row, err := runRow(org, run)
	if err != nil {
		return err
	}
	return s.writing(ctx, "save a run", func(q session) error { return q.exec(ctx, saveRun, row...) })
}

// Run implements collection.RunStore.
func (s *Store) Run(ctx context.Context, org int64, id string) (run contract.Run, err error) {
	err = s.reading(ctx, "read a run", func(q session) error {
		var document []byte
		err := q.row(ctx, `SELECT document FROM runs WHERE org = ? AND id = ?`, org, id).Scan(&document)
		if err != nil {
			return orNotFound(err)
		}
		return decodeRun(document, &run)
	})
	return run, err
}

// Runs implements collection.RunStore. A cursor that names no run is answered with resource.ErrNotFound.
func (s *Store) Runs(ctx context.Context, org int64, limit int, cursor string) (runs []contract.Run, next string, err error) {
	err = s.reading(ctx, "list runs", func(q session) error {
		runs, next = nil, ""
		statement, args := `SELECT document FROM runs WHERE org = ?`, []any{org}
		if cursor != "" {
			var created int64
			err := q.row(ctx, `SELECT created_at FROM runs WHERE org = ? AND id = ?`, org, cursor).Scan(&created)
			if err != nil {
				return orNotFound(err)
			}
			statement += ` AND (created_at, id) < (?, ?)`
			args = append(args, created, cursor)
		}
		err := q.each(ctx, func(rows *sql.Rows) error {
			var document sql.RawBytes
			if err := rows.Scan(&document); err != nil {
				return err
			}
			var run contract.Run
			err := decodeRun(document, &run)
			runs = append(runs, run)
			return err
		}, statement+` ORDER BY created_at DESC, id DESC LIMIT ?`, append(args, limit+1)...)
		if err == nil && len(runs) > limit {
			runs = runs[:limit]
			next = runs[limit-1].ID
		}
		return err
	})
	return runs, next, err
}

// ForgetRuns deletes the org's finished runs that were created before a time, but none of the newest keep.
func (s *Store) ForgetRuns(ctx context.Context, org int64, before time.Time, keep int) error {
	return s.writing(ctx, "forget old runs", func(q session) error {
		return q.exec(ctx, `DELETE FROM runs WHERE org = ? AND finished = 1 AND created_at < ? AND id NOT IN
			(SELECT id FROM runs WHERE org = ? ORDER BY created_at DESC, id DESC LIMIT ?)`, org, millis(before), org, keep)
	})
}

// RequestCancel implements collection.RunStore.
func (s *Store) RequestCancel(ctx context.Context, org int64, id string) error {
	return s.writing(ctx, "cancel a run", func(q session) error {
		n, err := q.affected(ctx, `UPDATE runs SET cancel_requested = 1 WHERE org = ? AND id = ?`, org, id)
		if err == nil && n == 0 {
			return resource.ErrNotFound
		}
		return err
	})
}

// CancelRequested implements collection.RunStore; of an unknown run nobody asked it.
func (s *Store) CancelRequested(ctx context.Context, org int64, id string) (requested bool, err error) {
	err = s.reading(ctx, "read a run", func(q session) error {
		var n int64
		err := q.row(ctx, `SELECT COUNT(*) FROM runs WHERE org = ? AND id = ? AND cancel_requested = 1`, org, id).Scan(&n)
		requested = n > 0
		return err
	})
	return requested, err
}

func orNotFound(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return resource.ErrNotFound
	}
	return err
}
