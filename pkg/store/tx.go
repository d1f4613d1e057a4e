package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/sethvargo/go-retry"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// writeTx is a write transaction of one org. It holds the org's lock: until it ends, no other process writes to the org.
type writeTx struct {
	session
	conn *sql.Conn
	org  int64
	// versions are the org's before this transaction.
	versions evaluate.Versions
	// seq is the last sequence number that was given out.
	seq int64
	// wrote is set by whatever changed something; without it the transaction leaves no trace.
	wrote bool
	// defined is set by whatever changed a resource.
	defined bool
}

// insert adds rows in bulk.
func (tx *writeTx) insert(ctx context.Context, table string, columns []string, n int, row func(i int, to []any)) error {
	return tx.dialect.insert(ctx, tx.conn, tx.session, table, columns, n, row)
}

func (s *Store) session(on runner) session { return session{s.dialect, on, s.observer} }

// change runs fn in a write transaction of the org. When fn wrote something the versions rise with the commit; when it
// wrote nothing, or failed, the store stays as it was.
func (s *Store) change(ctx context.Context, org int64, what string, fn func(*writeTx) error) (err error) {
	if s.readOnly {
		return fmt.Errorf("store: %s: %w", what, ErrReadOnly)
	}
	ctx, end := s.observer.Operation(ctx, what)
	defer func() {
		err = s.blame(err)
		end(err)
	}()
	conn, sqlTx, tx, err := s.lock(ctx, org)
	if err != nil {
		return explain(ctx, what, err)
	}
	defer conn.Close()
	defer sqlTx.Rollback()
	if err := fn(tx); err != nil || !tx.wrote {
		return err
	}
	next := evaluate.Versions{Data: tx.versions.Data + 1, Definitions: tx.versions.Definitions}
	if tx.defined {
		next.Definitions = next.Data
	}
	err = tx.exec(ctx, `UPDATE orgs SET data_version = ?, definitions_version = ?, last_seq = ? WHERE org = ?`,
		next.Data, next.Definitions, tx.seq, org)
	if err != nil {
		return explain(ctx, what, err)
	}
	return explain(ctx, what, sqlTx.Commit())
}

// lock begins a write transaction and takes the org's lock: its row, which on SQLite comes with the only writing
// transaction there can be. It tries again while the store is busy or out of reach, since nothing was done yet.
func (s *Store) lock(ctx context.Context, org int64) (conn *sql.Conn, sqlTx *sql.Tx, tx *writeTx, err error) {
	err = s.patiently(ctx, func() error {
		if conn, err = s.write.Conn(ctx); err != nil {
			return err
		}
		if sqlTx, err = conn.BeginTx(ctx, nil); err != nil {
			conn.Close()
			return err
		}
		tx = &writeTx{session: s.session(sqlTx), conn: conn, org: org}
		err = tx.row(ctx, `INSERT INTO orgs (org, data_version, last_seq) VALUES (?, 0, 0)
			ON CONFLICT (org) DO UPDATE SET last_seq = orgs.last_seq
			RETURNING data_version, definitions_version, last_seq`, org).Scan(&tx.versions.Data, &tx.versions.Definitions, &tx.seq)
		if err != nil {
			sqlTx.Rollback()
			conn.Close()
		}
		return err
	})
	return conn, sqlTx, tx, err
}

// writing runs a statement that stands for itself and may be repeated.
func (s *Store) writing(ctx context.Context, what string, fn func(session) error) (err error) {
	if s.readOnly {
		return fmt.Errorf("store: %s: %w", what, ErrReadOnly)
	}
	ctx, end := s.observer.Operation(ctx, what)
	defer func() {
		err = s.blame(err)
		end(err)
	}()
	return explain(ctx, what, s.patiently(ctx, func() error { return fn(s.session(s.write)) }))
}

// reading runs a query. fn may run more than once and starts afresh each time.
func (s *Store) reading(ctx context.Context, what string, fn func(session) error) (err error) {
	ctx, end := s.observer.Operation(ctx, what)
	defer func() {
		err = s.blame(err)
		end(err)
	}()
	return explain(ctx, what, s.patiently(ctx, func() error { return fn(s.session(s.read)) }))
}

// readingOneState runs queries that all see the same committed state. fn may run more than once.
func (s *Store) readingOneState(ctx context.Context, what string, fn func(session) error) (err error) {
	ctx, end := s.observer.Operation(ctx, what)
	defer func() {
		err = s.blame(err)
		end(err)
	}()
	return explain(ctx, what, s.patiently(ctx, func() error {
		tx, err := s.read.BeginTx(ctx, s.dialect.snapshot())
		if err != nil {
			return err
		}
		defer tx.Rollback()
		return fn(s.session(tx))
	}))
}

// patiently repeats fn, for about two seconds, while it fails for a reason that is likely to pass.
func (s *Store) patiently(ctx context.Context, fn func() error) error {
	pauses := retry.WithMaxRetries(5, retry.WithJitterPercent(20, retry.NewExponential(60*time.Millisecond)))
	return retry.Do(ctx, pauses, func(ctx context.Context) error {
		err := fn()
		if err != nil && ctx.Err() == nil && s.dialect.passing(err) {
			return retry.RetryableError(err)
		}
		return err
	})
}

// blame marks errors for which the place of the data is at fault as resource.ErrUnavailable.
func (s *Store) blame(err error) error {
	if err == nil || errors.Is(err, resource.ErrUnavailable) || !s.dialect.unavailable(err) {
		return err
	}
	return fmt.Errorf("%w: %w", resource.ErrUnavailable, err)
}

// explain says what failed; a cancelled context is reported as such, whatever the driver made of it.
func explain(ctx context.Context, what string, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("store: %s: %w", what, context.Cause(ctx))
	}
	return fmt.Errorf("store: %s: %w", what, err)
}

// millis is an instant as it is stored.
func millis(t time.Time) int64 { return t.UnixMilli() }

// instant reads a stored instant.
func instant(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
