package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"math"
	"strings"
)

// copied are the tables that Copy moves, with the order that makes two copies comparable. health and leases hold nothing that
// lasts, and background jobs plan themselves anew.
var copied = []struct{ table, key string }{
	{"orgs", "org"},
	{"resources", "org, kind, name"},
	{"resource_history", "org, kind, name, seq"},
	{"series", "org, id"},
	{"units", "org, id"},
	{"provenances", "org, id"},
	{"observations", "org, series_id, period, unit_id, seq"},
	{"observation_pages", "org, series_id, period"},
	{"runs", "org, id"},
	{"schedule", "org, kpi"},
	{"review_events", "org, review, id"},
	{"snapshots", "org, review"},
	{"snapshot_reports", "org, review, unit"},
	{"report_batches", "org, id"},
	{"deliveries", "org, review, channel, recipient"},
	{"feed_tokens", "org, id"},
	{"seen", "org, person"},
}

const copyBatch = 5000

// ErrNotEmpty says that the store to copy to holds something already.
var ErrNotEmpty = errors.New("the store to copy to is not empty")

// CopyReport says what was copied and verified.
type CopyReport struct {
	Tables []TableReport `json:"tables"`
}

// TableReport is one copied table: both stores hold that many rows, with the same SHA-256 over all values.
type TableReport struct {
	Table    string `json:"table"`
	Rows     int64  `json:"rows"`
	Checksum string `json:"checksum"`
}

// Copy copies everything from one store to another, empty one, of any engine, reads it back and compares counts and
// checksums. It copies one committed state, and when anything fails or differs it leaves the target empty.
// progress, which may be nil, is called now and then with the table at work and the rows copied so far.
func Copy(ctx context.Context, from, to *Store, progress func(table string, rows int64)) (CopyReport, error) {
	if to.readOnly {
		return CopyReport{}, fmt.Errorf("store: copy: %w", ErrReadOnly)
	}
	if progress == nil {
		progress = func(string, int64) {}
	}
	report, err := copyAll(ctx, from, to, progress)
	return report, explain(ctx, "copy", err)
}

func copyAll(ctx context.Context, from, to *Store, progress func(table string, rows int64)) (report CopyReport, err error) {
	source, err := from.read.BeginTx(ctx, from.dialect.snapshot())
	if err != nil {
		return report, err
	}
	defer source.Rollback()
	conn, err := to.write.Conn(ctx)
	if err != nil {
		return report, err
	}
	defer conn.Close()
	target, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return report, err
	}
	defer target.Rollback()
	c := copying{
		from: from.session(source), to: to.session(target), conn: conn, progress: progress,
	}
	for _, t := range copied {
		table, err := c.table(ctx, t.table, t.key)
		if err != nil {
			return report, fmt.Errorf("%s: %w", t.table, err)
		}
		report.Tables = append(report.Tables, table)
	}
	return report, target.Commit()
}

type copying struct {
	from, to session
	conn     *sql.Conn
	progress func(table string, rows int64)
}

func (c copying) table(ctx context.Context, table, key string) (report TableReport, err error) {
	var occupied int64
	if err := c.to.row(ctx, `SELECT COUNT(*) FROM (SELECT 1 FROM `+table+` LIMIT 1) t`).Scan(&occupied); err != nil {
		return report, err
	}
	if occupied > 0 {
		return report, ErrNotEmpty
	}
	columns, err := c.columns(ctx, table)
	if err != nil {
		return report, err
	}
	all := `SELECT ` + strings.Join(columns, ", ") + ` FROM ` + table + ` ORDER BY ` + key
	sent, err := c.send(ctx, table, columns, all)
	if err != nil {
		return report, err
	}
	arrived := newDigest()
	err = scanValues(ctx, c.to, len(columns), func(values []any) error { return arrived.add(values) }, all)
	switch {
	case err != nil:
		return report, err
	case sent.rows != arrived.rows:
		return report, fmt.Errorf("%d rows were sent, %d arrived", sent.rows, arrived.rows)
	case sent.sum() != arrived.sum():
		return report, errors.New("what arrived differs from what was sent")
	}
	return TableReport{Table: table, Rows: sent.rows, Checksum: sent.sum()}, nil
}

// columns lists the table's columns as the source has them.
func (c copying) columns(ctx context.Context, table string) ([]string, error) {
	rows, err := c.from.on.QueryContext(ctx, `SELECT * FROM `+table+` LIMIT 0`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return rows.Columns()
}

// send copies the rows in batches.
func (c copying) send(ctx context.Context, table string, columns []string, all string) (*digest, error) {
	sent := newDigest()
	batch := make([][]any, 0, copyBatch)
	flush := func() error {
		err := c.to.dialect.insert(ctx, c.conn, c.to, table, columns, len(batch), func(i int, to []any) { copy(to, batch[i]) })
		batch = batch[:0]
		c.progress(table, sent.rows)
		return err
	}
	err := scanValues(ctx, c.from, len(columns), func(values []any) error {
		if err := sent.add(values); err != nil {
			return err
		}
		batch = append(batch, append([]any(nil), values...))
		if len(batch) < copyBatch {
			return nil
		}
		return flush()
	}, all)
	if err != nil {
		return nil, err
	}
	return sent, flush()
}

// scanValues calls read with the values of every row, which it may keep but not the slice.
func scanValues(ctx context.Context, q session, width int, read func([]any) error, statement string) error {
	values, targets := make([]any, width), make([]any, width)
	for i := range values {
		targets[i] = &values[i]
	}
	return q.each(ctx, func(rows *sql.Rows) error {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		return read(values)
	}, statement)
}

// digest counts rows and hashes their values, alike for both engines.
type digest struct {
	rows int64
	hash hash.Hash
	buf  []byte
}

func newDigest() *digest { return &digest{hash: sha256.New()} }

func (d *digest) add(values []any) error {
	d.rows++
	d.buf = d.buf[:0]
	for _, value := range values {
		switch v := value.(type) {
		case int64:
			d.buf = binary.LittleEndian.AppendUint64(append(d.buf, 'i'), uint64(v))
		case float64:
			d.buf = binary.LittleEndian.AppendUint64(append(d.buf, 'f'), math.Float64bits(v))
		case string:
			d.buf = append(binary.AppendUvarint(append(d.buf, 's'), uint64(len(v))), v...)
		case []byte:
			d.buf = append(binary.AppendUvarint(append(d.buf, 'b'), uint64(len(v))), v...)
		default:
			return fmt.Errorf("a value of type %T can't be compared", value)
		}
	}
	d.hash.Write(d.buf)
	return nil
}

func (d *digest) sum() string { return hex.EncodeToString(d.hash.Sum(nil)) }
