package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

var _ collection.ScheduleStore = (*Store)(nil)

// Marks implements collection.ScheduleStore.
func (s *Store) Marks(ctx context.Context, org int64) (marks map[string]collection.Mark, err error) {
	err = s.reading(ctx, "read the schedule", func(q session) error {
		marks = map[string]collection.Mark{}
		return q.each(ctx, func(rows *sql.Rows) error {
			var kpi string
			var taken, succeeded int64
			err := rows.Scan(&kpi, &taken, &succeeded)
			marks[kpi] = collection.Mark{Taken: instantOrZero(taken), Succeeded: instantOrZero(succeeded)}
			return err
		}, `SELECT kpi, taken, succeeded FROM schedule WHERE org = ?`, org)
	})
	return marks, err
}

// TakeDue implements collection.ScheduleStore.
func (s *Store) TakeDue(
	ctx context.Context, org int64, run contract.Run, at time.Time, before map[string]collection.Mark,
) (taken bool, err error) {
	row, err := runRow(org, run)
	if err != nil {
		return false, err
	}
	if s.readOnly {
		return false, fmt.Errorf("store: take what is due: %w", ErrReadOnly)
	}
	ctx, end := s.observer.Operation(ctx, "take what is due")
	defer func() { end(err) }()
	conn, sqlTx, tx, err := s.lock(ctx, org) // the org's lock makes what is read here hold until the commit
	if err != nil {
		return false, explain(ctx, "take what is due", err)
	}
	defer conn.Close()
	defer sqlTx.Rollback()
	for kpi, mark := range before {
		var n int64
		err := tx.row(ctx, `SELECT COUNT(*) FROM schedule WHERE org = ? AND kpi = ? AND taken <> ?`,
			org, kpi, millisOrZero(mark.Taken)).Scan(&n)
		if err == nil && n > 0 {
			return false, nil
		}
		if err == nil {
			err = tx.exec(ctx, `INSERT INTO schedule (org, kpi, taken, succeeded) VALUES (?, ?, ?, 0)
				ON CONFLICT (org, kpi) DO UPDATE SET taken = excluded.taken`, org, kpi, millis(at))
		}
		if err != nil {
			return false, explain(ctx, "take what is due", err)
		}
	}
	if err := tx.exec(ctx, saveRun, row...); err != nil {
		return false, explain(ctx, "take what is due", err)
	}
	err = explain(ctx, "take what is due", sqlTx.Commit())
	return err == nil, err
}

// MarkSucceeded implements collection.ScheduleStore.
func (s *Store) MarkSucceeded(ctx context.Context, org int64, kpis []string, at time.Time) error {
	rows := make([][]any, len(kpis))
	for i, kpi := range kpis {
		rows[i] = []any{kpi}
	}
	wanted, err := jsonRows(rows)
	if err != nil {
		return err
	}
	return s.writing(ctx, "note what the schedule has collected", func(q session) error {
		// A success after the KPI was last taken is one of a clock that was ahead.
		return q.exec(ctx, `UPDATE schedule SET succeeded = ? WHERE org = ? AND (succeeded < ? OR succeeded > taken)
			AND kpi IN (SELECT w.value ->> 0 FROM {rows})`, millis(at), org, millis(at), wanted)
	})
}

// UnfinishedRuns lists the ids of the org's runs that have not come to their end, oldest first.
func (s *Store) UnfinishedRuns(ctx context.Context, org int64) ([]string, error) {
	return s.unfinished(ctx, "list unfinished runs", "runs", org)
}

// unfinished lists the ids of those rows of a table that have not come to their end, oldest first.
func (s *Store) unfinished(ctx context.Context, what, table string, org int64) (ids []string, err error) {
	err = s.reading(ctx, what, func(q session) error {
		ids = nil
		return q.each(ctx, func(rows *sql.Rows) error {
			var id string
			err := rows.Scan(&id)
			ids = append(ids, id)
			return err
		}, `SELECT id FROM `+table+` WHERE org = ? AND finished = 0 ORDER BY created_at, id`, org)
	})
	return ids, err
}

// longestLease is more than anybody takes a lease for: one that ends later was taken while a clock was ahead, and holds nobody
// up.
const longestLease = time.Hour

// Acquire takes a lease, or renews it, until now + ttl. It is false while another holder has it.
func (s *Store) Acquire(ctx context.Context, name, holder string, now time.Time, ttl time.Duration) (held bool, err error) {
	err = s.writing(ctx, "take a lease", func(q session) error {
		n, err := q.affected(ctx, `INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
			WHERE leases.holder = excluded.holder OR leases.until <= ? OR leases.until > ?`,
			name, holder, millis(now.Add(ttl)), millis(now), millis(now.Add(longestLease)))
		held = n > 0
		return err
	})
	return held, err
}

// Release gives a lease back if the holder has it.
func (s *Store) Release(ctx context.Context, name, holder string) error {
	return s.writing(ctx, "release a lease", func(q session) error {
		return q.exec(ctx, `DELETE FROM leases WHERE name = ? AND holder = ?`, name, holder)
	})
}

// Leased reports whether anybody holds the lease.
func (s *Store) Leased(ctx context.Context, name string, now time.Time) (leased bool, err error) {
	err = s.reading(ctx, "read a lease", func(q session) error {
		var n int64
		err := q.row(ctx, `SELECT COUNT(*) FROM leases WHERE name = ? AND until > ? AND until <= ?`,
			name, millis(now), millis(now.Add(longestLease))).Scan(&n)
		leased = n > 0
		return err
	})
	return leased, err
}

// ReleaseAll forgets every lease. Only a process that is alone with the store may do so: those of its predecessor.
func (s *Store) ReleaseAll(ctx context.Context) error {
	return s.writing(ctx, "release all leases", func(q session) error { return q.exec(ctx, `DELETE FROM leases`) })
}

func millisOrZero(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return millis(t)
}

func instantOrZero(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return instant(ms)
}
