package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

var (
	_ report.Store     = (*Store)(nil)
	_ review.Snapshots = (*Store)(nil)
)

// SaveSnapshot implements report.Store.
func (s *Store) SaveSnapshot(ctx context.Context, org int64, snapshot contract.Snapshot, reports []report.UnitReport) error {
	document, err := json.Marshal(snapshot)
	if err != nil {
		return fmt.Errorf("store: snapshot of %s: %w", snapshot.Review, err)
	}
	frozenAt, err := time.Parse(time.RFC3339, snapshot.FrozenAt)
	if err != nil {
		return fmt.Errorf("store: frozenAt of %s: %w", snapshot.Review, err)
	}
	return s.change(ctx, org, "freeze a report", func(tx *writeTx) error {
		if err := tx.needsReview(ctx, snapshot.Review); err != nil {
			return explain(ctx, "freeze a report", err)
		}
		n, err := tx.affected(ctx, `INSERT INTO snapshots (org, review, frozen_at, document) VALUES (?, ?, ?, ?)
			ON CONFLICT (org, review) DO NOTHING`, org, snapshot.Review, millis(frozenAt), document)
		if err != nil {
			return explain(ctx, "freeze a report", err)
		}
		if n == 0 {
			return report.ErrFrozen
		}
		for _, r := range reports {
			err := tx.exec(ctx, `INSERT INTO snapshot_reports (org, review, unit, document) VALUES (?, ?, ?, ?)`,
				org, snapshot.Review, r.Unit, r.Document)
			if err != nil {
				return explain(ctx, "freeze a report", err)
			}
		}
		tx.wrote = true
		return nil
	})
}

// FrozenSnapshot implements report.Store.
func (s *Store) FrozenSnapshot(ctx context.Context, org int64, review string) (snapshot contract.Snapshot, err error) {
	err = s.readDocument(ctx, "read a snapshot", &snapshot, `SELECT document FROM snapshots WHERE org = ? AND review = ?`, org, review)
	return snapshot, err
}

// readDocument reads one JSON document; resource.ErrNotFound when there is none.
func (s *Store) readDocument(ctx context.Context, what string, into any, statement string, args ...any) error {
	return s.reading(ctx, what, func(q session) error {
		var document []byte
		if err := q.row(ctx, statement, args...).Scan(&document); err != nil {
			return orNotFound(err)
		}
		return json.Unmarshal(document, into)
	})
}

// FrozenSnapshots implements report.Store.
func (s *Store) FrozenSnapshots(ctx context.Context, org int64, since time.Time) (snapshots []contract.Snapshot, err error) {
	err = s.reading(ctx, "list snapshots", func(q session) error {
		snapshots = nil
		return q.each(ctx, func(rows *sql.Rows) error {
			var document sql.RawBytes
			if err := rows.Scan(&document); err != nil {
				return err
			}
			var snapshot contract.Snapshot
			err := json.Unmarshal(document, &snapshot)
			snapshots = append(snapshots, snapshot)
			return err
		}, `SELECT document FROM snapshots WHERE org = ? AND frozen_at >= ? ORDER BY frozen_at, review`, org, millis(since))
	})
	return snapshots, err
}

// FrozenReviews implements review.Snapshots.
func (s *Store) FrozenReviews(ctx context.Context, org int64) (names []string, err error) {
	err = s.reading(ctx, "list frozen reviews", func(q session) error {
		names, err = reviewNames(ctx, q, `SELECT review FROM snapshots WHERE org = ? ORDER BY review`, org)
		return err
	})
	return names, err
}

const listingFirm = "list reviews with a report or a log"

// FirmReviews implements resource.Store.
func (s *Store) FirmReviews(ctx context.Context, org int64) (names []string, err error) {
	err = s.reading(ctx, listingFirm, func(q session) error {
		names, err = firmReviews(ctx, q, org)
		return err
	})
	return names, err
}

// FirmReviews implements resource.Tx.
func (t resourceTx) FirmReviews(ctx context.Context) ([]string, error) {
	names, err := firmReviews(ctx, t.tx.session, t.tx.org)
	return names, explain(ctx, listingFirm, err)
}

func firmReviews(ctx context.Context, q session, org int64) ([]string, error) {
	return reviewNames(ctx, q, `SELECT review FROM snapshots WHERE org = ? UNION SELECT review FROM review_events WHERE org = ? ORDER BY review`, org, org)
}

// reviewNames reads a column of names.
func reviewNames(ctx context.Context, q session, statement string, args ...any) (names []string, err error) {
	err = q.each(ctx, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	}, statement, args...)
	return names, err
}

// needsReview is resource.ErrNotFound when there is no such review. Within the org's lock it stays as it is until the commit.
func (tx *writeTx) needsReview(ctx context.Context, name string) error {
	var one int
	return orNotFound(tx.row(ctx, `SELECT 1 FROM resources WHERE org = ? AND kind = 'Review' AND name = ?`, tx.org, name).Scan(&one))
}

// UnitReport implements report.Store.
func (s *Store) UnitReport(ctx context.Context, org int64, review, unit string) ([]byte, error) {
	return s.readBytes(ctx, "read a frozen report",
		`SELECT document FROM snapshot_reports WHERE org = ? AND review = ? AND unit = ?`, org, review, unit)
}

// readBytes reads one value; resource.ErrNotFound when there is none.
func (s *Store) readBytes(ctx context.Context, what, statement string, args ...any) (data []byte, err error) {
	err = s.reading(ctx, what, func(q session) error { return orNotFound(q.row(ctx, statement, args...).Scan(&data)) })
	return data, err
}

// SaveBatch implements report.Store.
func (s *Store) SaveBatch(ctx context.Context, org int64, batch contract.ReportBatch, archive []byte) error {
	document, err := json.Marshal(batch)
	if err != nil {
		return fmt.Errorf("store: batch %s: %w", batch.ID, err)
	}
	created, err := time.Parse(time.RFC3339, batch.CreatedAt)
	if err != nil {
		return fmt.Errorf("store: createdAt of batch %s: %w", batch.ID, err)
	}
	finished := 0
	if batch.FinishedAt != nil {
		finished = 1
	}
	return s.writing(ctx, "save a batch of reports", func(q session) error {
		return q.exec(ctx, `INSERT INTO report_batches (org, id, created_at, finished, document, archive) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (org, id) DO UPDATE SET finished = excluded.finished, document = excluded.document, archive = excluded.archive
			WHERE report_batches.finished = 0`,
			org, batch.ID, millis(created), finished, document, archive)
	})
}

// Batch implements report.Store.
func (s *Store) Batch(ctx context.Context, org int64, id string) (batch contract.ReportBatch, err error) {
	err = s.readDocument(ctx, "read a batch of reports", &batch, `SELECT document FROM report_batches WHERE org = ? AND id = ?`, org, id)
	return batch, err
}

// UnfinishedBatches implements report.Store.
func (s *Store) UnfinishedBatches(ctx context.Context, org int64) ([]string, error) {
	return s.unfinished(ctx, "list batches of reports", "report_batches", org)
}

// Archive implements report.Store.
func (s *Store) Archive(ctx context.Context, org int64, id string) ([]byte, error) {
	return s.readBytes(ctx, "read an archive of reports",
		`SELECT archive FROM report_batches WHERE org = ? AND id = ? AND archive IS NOT NULL`, org, id)
}

// ForgetBatches implements report.Store.
func (s *Store) ForgetBatches(ctx context.Context, org int64, before time.Time) error {
	return s.writing(ctx, "forget batches of reports", func(q session) error {
		return q.exec(ctx, `DELETE FROM report_batches WHERE org = ? AND finished = 1 AND created_at < ?`, org, millis(before))
	})
}

// SaveDelivery implements report.Store.
func (s *Store) SaveDelivery(ctx context.Context, org int64, d report.Delivery) error {
	return s.writing(ctx, "save a delivery", func(q session) error {
		return q.exec(ctx, `INSERT INTO deliveries (org, review, channel, recipient, at, state, message) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (org, review, channel, recipient) DO UPDATE SET at = excluded.at, state = excluded.state, message = excluded.message`,
			org, d.Review, d.Channel, d.Recipient, millis(d.At), d.State, d.Message)
	})
}

// Deliveries implements report.Store.
func (s *Store) Deliveries(ctx context.Context, org int64, review string) ([]report.Delivery, error) {
	return s.deliveries(ctx, `org = ? AND review = ? ORDER BY channel, recipient`, org, review)
}

// DeliveriesSince implements report.Store.
func (s *Store) DeliveriesSince(ctx context.Context, org int64, channel string, since time.Time) ([]report.Delivery, error) {
	return s.deliveries(ctx, `org = ? AND channel = ? AND at >= ? ORDER BY at, review, recipient`, org, channel, millis(since))
}

func (s *Store) deliveries(ctx context.Context, where string, args ...any) (list []report.Delivery, err error) {
	err = s.reading(ctx, "list deliveries", func(q session) error {
		list = nil
		return q.each(ctx, func(rows *sql.Rows) error {
			var d report.Delivery
			var at int64
			err := rows.Scan(&d.Review, &d.Channel, &d.Recipient, &at, &d.State, &d.Message)
			d.At = instant(at)
			list = append(list, d)
			return err
		}, `SELECT review, channel, recipient, at, state, message FROM deliveries WHERE `+where, args...)
	})
	return list, err
}
