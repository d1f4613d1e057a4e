package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"strconv"
	"strings"
)

// dialect is what differs between the engines. Statements are written once, with ? for parameters and {rows} for a
// parameter that holds a JSON array, of which every element becomes a row with the column w.value.
type dialect interface {
	name() string
	// text gives the engine's form of a statement.
	text(statement string) string
	// snapshot are the options of a transaction whose reads all see one state.
	snapshot() *sql.TxOptions
	// insert adds n rows, each with a value per column, in the transaction that conn is in.
	insert(ctx context.Context, conn *sql.Conn, q session, table string, columns []string, n int, row func(i int, to []any)) error
	// passing tells whether an error is likely to pass, while nothing was done.
	passing(err error) bool
	// unavailable tells whether an error is the fault of the place where the data lives: it is out of reach, full or
	// read-only.
	unavailable(err error) bool
}

// runner is what a statement runs on: a database, a connection or a transaction.
type runner interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// session runs statements in the engine's dialect.
type session struct {
	dialect dialect
	on      runner
	// observer is told of every statement.
	observer Observer
}

func (q session) exec(ctx context.Context, statement string, args ...any) error {
	q.observer.Statement()
	_, err := q.on.ExecContext(ctx, q.dialect.text(statement), clean(args)...)
	return err
}

// affected runs a statement and counts the rows that it changed.
func (q session) affected(ctx context.Context, statement string, args ...any) (int64, error) {
	q.observer.Statement()
	result, err := q.on.ExecContext(ctx, q.dialect.text(statement), clean(args)...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

func (q session) row(ctx context.Context, statement string, args ...any) *sql.Row {
	q.observer.Statement()
	return q.on.QueryRowContext(ctx, q.dialect.text(statement), clean(args)...)
}

// each calls read for every row of the answer; what read scans as sql.RawBytes holds until it returns.
func (q session) each(ctx context.Context, read func(*sql.Rows) error, statement string, args ...any) error {
	q.observer.Statement()
	rows, err := q.on.QueryContext(ctx, q.dialect.text(statement), clean(args)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := read(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// clean replaces what PostgreSQL can't keep in a text, NUL and broken UTF-8, so that both engines answer alike.
func clean(args []any) []any {
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			args[i] = cleanText(text)
		}
	}
	return args
}

func cleanText(text string) string {
	if strings.IndexByte(text, 0) >= 0 {
		text = strings.ReplaceAll(text, "\x00", "\uFFFD")
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}

// numbered writes $1, $2 … for the ? of a statement, none of which stands in a literal.
func numbered(statement string) string {
	var b strings.Builder
	b.Grow(len(statement) + 16)
	n := 0
	for i := range len(statement) {
		if statement[i] != '?' {
			b.WriteByte(statement[i])
			continue
		}
		n++
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// insertValues adds rows by statements of many rows each, in the transaction that conn is in. suffix is what follows the values,
// such as ON CONFLICT. It speaks with the driver, since database/sql would make a copy of every argument.
func insertValues(
	ctx context.Context, conn *sql.Conn, q session, table string, columns []string, suffix string, n int, row func(i int, to []any),
) error {
	const perStatement = 64
	width := len(columns)
	values := make([]any, width)
	args := make([]driver.NamedValue, min(n, perStatement)*width)
	fill := func(from, count int) []driver.NamedValue {
		for i := range count {
			row(from+i, values)
			for j, value := range clean(values) {
				at := i*width + j
				args[at] = driver.NamedValue{Ordinal: at + 1, Value: value}
			}
		}
		q.observer.Statement()
		return args[:count*width]
	}
	text := func(rows int) string { return q.dialect.text(insertText(table, columns, suffix, rows)) }
	return conn.Raw(func(on any) error {
		done := 0
		if n >= perStatement {
			statement, err := on.(driver.ConnPrepareContext).PrepareContext(ctx, text(perStatement))
			if err != nil {
				return err
			}
			defer statement.Close()
			for ; n-done >= perStatement; done += perStatement {
				if _, err := statement.(driver.StmtExecContext).ExecContext(ctx, fill(done, perStatement)); err != nil {
					return err
				}
			}
		}
		if done == n {
			return nil
		}
		_, err := on.(driver.ExecerContext).ExecContext(ctx, text(n-done), fill(done, n-done))
		return err
	})
}

func insertText(table string, columns []string, suffix string, rows int) string {
	one := "(" + strings.Repeat("?, ", len(columns)-1) + "?)"
	return "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES " +
		strings.Repeat(one+", ", rows-1) + one + " " + suffix
}
