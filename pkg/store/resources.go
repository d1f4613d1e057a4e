package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

var _ resource.Store = (*Store)(nil)

// resourceColumns are those that resources and resource_history share, in the order of scanResource and resourceValues.
const resourceColumns = `kind, name, version, document, labels, managed_by, file, archived, created_at, created_by, updated_at, updated_by`

// markColumns are those that say how far an org is, in the order of markTargets.
const markColumns = `o.data_version, o.definitions_version, o.last_seq`

// currentResources gives the org's mark and its resources; without any, one row of NULLs.
const currentResources = `SELECT ` + markColumns + `, ` + resourceColumns + `
	FROM orgs o LEFT JOIN resources r ON r.org = o.org
	WHERE o.org = ? ORDER BY kind, name`

// changedResources gives the org's mark and the history after a sequence number; without any, one row of NULLs.
const changedResources = `SELECT ` + markColumns + `, action, reason, ` + resourceColumns + `
	FROM orgs o LEFT JOIN resource_history h ON h.org = o.org AND h.seq > ?
	WHERE o.org = ? ORDER BY h.seq LIMIT ?`

// pastResources gives the org's mark and, of each resource, the last change up to a time, unless it deleted it.
const pastResources = `SELECT ` + markColumns + `, ` + resourceColumns + `
	FROM orgs o LEFT JOIN (
		SELECT h.org, ` + resourceColumns + `, action,
			ROW_NUMBER() OVER (PARTITION BY h.kind, h.name ORDER BY h.seq DESC) AS age
		FROM resource_history h WHERE h.org = ? AND h.updated_at <= ?
	) h ON h.org = o.org AND h.age = 1 AND h.action <> 'deleted'
	WHERE o.org = ? ORDER BY kind, name`

// Snapshot implements resource.Store.
func (s *Store) Snapshot(ctx context.Context, org int64, asOf *time.Time) (all []resource.Stored, mark resource.Mark, err error) {
	err = s.reading(ctx, "read resources", func(q session) error {
		all, mark, err = snapshot(ctx, q, org, asOf)
		return err
	})
	return all, mark, err
}

func markTargets(mark *resource.Mark) []any { return []any{&mark.Data, &mark.Definitions, &mark.Seq} }

func snapshot(ctx context.Context, q session, org int64, asOf *time.Time) (all []resource.Stored, mark resource.Mark, err error) {
	statement, args := currentResources, []any{org}
	if asOf != nil {
		statement, args = pastResources, []any{org, millis(*asOf), org}
	}
	err = q.each(ctx, func(rows *sql.Rows) error {
		var r nullableResource
		if err := rows.Scan(append(markTargets(&mark), r.targets()...)...); err != nil {
			return err
		}
		if !r.kind.Valid {
			return nil
		}
		stored, err := r.stored()
		all = append(all, stored)
		return err
	}, statement, args...)
	return all, mark, err
}

// Since implements resource.Store.
func (s *Store) Since(
	ctx context.Context, org int64, after resource.Mark, limit int,
) (records []resource.HistoryRecord, mark resource.Mark, err error) {
	err = s.reading(ctx, "read changed resources", func(q session) error {
		records, mark, err = since(ctx, q, org, after, limit)
		return err
	})
	return records, mark, err
}

func since(
	ctx context.Context, q session, org int64, after resource.Mark, limit int,
) (records []resource.HistoryRecord, mark resource.Mark, err error) {
	err = q.each(ctx, func(rows *sql.Rows) error {
		var action, reason sql.NullString
		var r nullableResource
		if err := rows.Scan(append(append(markTargets(&mark), &action, &reason), r.targets()...)...); err != nil {
			return err
		}
		if !r.kind.Valid {
			return nil
		}
		stored, err := r.stored()
		records = append(records, resource.HistoryRecord{Stored: stored, Action: action.String, Reason: reason.String})
		return err
	}, changedResources, after.Seq, org, limit)
	return records, mark, err
}

// History implements resource.Store.
func (s *Store) History(ctx context.Context, org int64, kind, name string) (records []resource.HistoryRecord, err error) {
	err = s.reading(ctx, "read the history", func(q session) error {
		records = nil
		return q.each(ctx, func(rows *sql.Rows) error {
			record, err := historyRecord(rows)
			records = append(records, record)
			return err
		}, `SELECT action, reason, `+resourceColumns+` FROM resource_history
			WHERE org = ? AND kind = ? AND name = ? ORDER BY seq DESC`, org, kind, name)
	})
	return records, err
}

// historyRecord reads a row of action, reason and resourceColumns.
func historyRecord(rows *sql.Rows) (record resource.HistoryRecord, err error) {
	var r nullableResource
	if err := rows.Scan(append([]any{&record.Action, &record.Reason}, r.targets()...)...); err != nil {
		return record, err
	}
	record.Stored, err = r.stored()
	return record, err
}

// Versions implements resource.Store.
func (s *Store) Versions(ctx context.Context, org int64) (versions evaluate.Versions, err error) {
	err = s.reading(ctx, "read the versions", func(q session) error {
		return q.row(ctx, `SELECT COALESCE(MAX(data_version), 0), COALESCE(MAX(definitions_version), 0) FROM orgs WHERE org = ?`, org).
			Scan(&versions.Data, &versions.Definitions)
	})
	return versions, err
}

// DataVersions gives the data version of every org that holds anything.
func (s *Store) DataVersions(ctx context.Context) (versions map[int64]int64, err error) {
	err = s.reading(ctx, "read all versions", func(q session) error {
		versions = map[int64]int64{}
		return q.each(ctx, func(rows *sql.Rows) error {
			var org, version int64
			err := rows.Scan(&org, &version)
			versions[org] = version
			return err
		}, `SELECT org, data_version FROM orgs`)
	})
	return versions, err
}

// Orgs implements resource.Store.
func (s *Store) Orgs(ctx context.Context) (orgs []int64, err error) {
	err = s.reading(ctx, "list the orgs", func(q session) error {
		orgs = nil
		return q.each(ctx, func(rows *sql.Rows) error {
			var org int64
			err := rows.Scan(&org)
			orgs = append(orgs, org)
			return err
		}, `SELECT org FROM orgs ORDER BY org`)
	})
	return orgs, err
}

// Update implements resource.Store. When fn puts and deletes nothing, the versions stay.
func (s *Store) Update(ctx context.Context, org int64, fn func(resource.Tx) error) error {
	return s.change(ctx, org, "write resources", func(tx *writeTx) error { return fn(resourceTx{tx}) })
}

type resourceTx struct{ tx *writeTx }

// Snapshot implements resource.Tx.
func (t resourceTx) Snapshot(ctx context.Context) ([]resource.Stored, resource.Mark, error) {
	all, mark, err := snapshot(ctx, t.tx.session, t.tx.org, nil)
	return all, mark, explain(ctx, "read resources", err)
}

// Since implements resource.Tx. The org's lock came with the versions, so that there is nothing to read where they are the same.
func (t resourceTx) Since(ctx context.Context, after resource.Mark, limit int) ([]resource.HistoryRecord, resource.Mark, error) {
	if t.tx.versions.Definitions == after.Definitions {
		return nil, resource.Mark{Versions: t.tx.versions, Seq: t.tx.seq}, nil
	}
	records, mark, err := since(ctx, t.tx.session, t.tx.org, after, limit)
	return records, mark, explain(ctx, "read changed resources", err)
}

// Put implements resource.Tx.
func (t resourceTx) Put(ctx context.Context, record resource.HistoryRecord) error {
	values, err := resourceValues(record.Stored)
	if err != nil {
		return err
	}
	err = t.tx.exec(ctx, `INSERT INTO resources (org, `+resourceColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (org, kind, name) DO UPDATE SET version = excluded.version, document = excluded.document,
			labels = excluded.labels, managed_by = excluded.managed_by, file = excluded.file, archived = excluded.archived,
			created_at = excluded.created_at, created_by = excluded.created_by,
			updated_at = excluded.updated_at, updated_by = excluded.updated_by`, append([]any{t.tx.org}, values...)...)
	if err != nil {
		return explain(ctx, "write "+record.Kind+" "+record.Name, err)
	}
	return t.remember(ctx, record, values)
}

// Delete implements resource.Tx. The record's UpdatedAt is when the resource was deleted.
func (t resourceTx) Delete(ctx context.Context, record resource.HistoryRecord) error {
	values, err := resourceValues(record.Stored)
	if err != nil {
		return err
	}
	n, err := t.tx.affected(ctx, `DELETE FROM resources WHERE org = ? AND kind = ? AND name = ?`, t.tx.org, record.Kind, record.Name)
	switch {
	case err != nil:
		return explain(ctx, "delete "+record.Kind+" "+record.Name, err)
	case n == 0:
		return fmt.Errorf("store: delete %s %s: %w", record.Kind, record.Name, resource.ErrNotFound)
	}
	record.Action = "deleted"
	return t.remember(ctx, record, values)
}

// remember adds the record to the history.
func (t resourceTx) remember(ctx context.Context, record resource.HistoryRecord, values []any) error {
	t.tx.seq++
	t.tx.wrote, t.tx.defined = true, true
	err := t.tx.exec(ctx, `INSERT INTO resource_history (org, seq, action, reason, `+resourceColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		append([]any{t.tx.org, t.tx.seq, record.Action, record.Reason}, values...)...)
	return explain(ctx, "write the history of "+record.Kind+" "+record.Name, err)
}

func resourceValues(r resource.Stored) ([]any, error) {
	labels, err := json.Marshal(r.Labels)
	if err != nil {
		return nil, fmt.Errorf("store: labels of %s %s: %w", r.Kind, r.Name, err)
	}
	archived := 0
	if r.Archived {
		archived = 1
	}
	return []any{r.Kind, r.Name, r.Version, r.Document, string(labels), r.ManagedBy, r.File, archived,
		millis(r.CreatedAt), r.CreatedBy, millis(r.UpdatedAt), r.UpdatedBy}, nil
}

// nullableResource is one row of resourceColumns, which an outer join may leave empty.
type nullableResource struct {
	kind, name, labels, managedBy, file, createdBy, updatedBy sql.NullString
	version, archived, createdAt, updatedAt                   sql.NullInt64
	document                                                  []byte
}

func (r *nullableResource) targets() []any {
	return []any{&r.kind, &r.name, &r.version, &r.document, &r.labels, &r.managedBy, &r.file, &r.archived,
		&r.createdAt, &r.createdBy, &r.updatedAt, &r.updatedBy}
}

func (r *nullableResource) stored() (resource.Stored, error) {
	stored := resource.Stored{
		Kind: r.kind.String, Name: r.name.String, Version: int(r.version.Int64), Document: r.document,
		ManagedBy: r.managedBy.String, File: r.file.String, Archived: r.archived.Int64 != 0,
		CreatedAt: instant(r.createdAt.Int64), CreatedBy: r.createdBy.String,
		UpdatedAt: instant(r.updatedAt.Int64), UpdatedBy: r.updatedBy.String,
	}
	if err := json.Unmarshal([]byte(r.labels.String), &stored.Labels); err != nil {
		return stored, fmt.Errorf("labels of %s %s: %w", stored.Kind, stored.Name, err)
	}
	return stored, nil
}
