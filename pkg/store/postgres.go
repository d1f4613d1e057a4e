package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
)

const defaultMaxConnections = 8

// openPostgres connects through one pool that queries, transactions and background jobs share.
func openPostgres(ctx context.Context, config Config) (*Store, error) {
	settings, err := pgxpool.ParseConfig(config.DatabaseURL)
	if err != nil {
		return nil, fmt.Errorf("database_url: %w", err)
	}
	settings.MaxConns = int32(config.MaxConnections)
	if settings.MaxConns <= 0 {
		settings.MaxConns = defaultMaxConnections
	}
	if settings.ConnConfig.ConnectTimeout == 0 {
		settings.ConnConfig.ConnectTimeout = 10 * time.Second
	}
	if settings.ConnConfig.RuntimeParams["application_name"] == "" {
		settings.ConnConfig.RuntimeParams["application_name"] = "bsc-scorecard-app"
	}
	if config.ReadOnly {
		settings.ConnConfig.RuntimeParams["default_transaction_read_only"] = "on"
	}
	pool, err := pgxpool.NewWithConfig(ctx, settings)
	if err != nil {
		return nil, fmt.Errorf("database_url: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("the database of database_url can't be reached: %w", err)
	}
	db := stdlib.OpenDBFromPool(pool)
	return &Store{dialect: postgresDialect{}, readOnly: config.ReadOnly, write: db, read: db, pool: pool}, nil
}

type postgresDialect struct{}

func (postgresDialect) name() string { return Postgres }

func (postgresDialect) text(statement string) string {
	return numbered(strings.ReplaceAll(statement, "{rows}", "json_array_elements(CAST(? AS json)) AS w(value)"))
}

func (postgresDialect) snapshot() *sql.TxOptions {
	return &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead}
}

// insert streams the rows by COPY.
func (postgresDialect) insert(
	ctx context.Context, conn *sql.Conn, q session, table string, columns []string, n int, row func(i int, to []any),
) error {
	if n == 0 {
		return nil
	}
	values := make([]any, len(columns))
	source := pgx.CopyFromSlice(n, func(i int) ([]any, error) {
		row(i, values)
		return clean(values), nil
	})
	q.observer.Statement()
	return conn.Raw(func(on any) error {
		_, err := on.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{table}, columns, source)
		return err
	})
}

func (postgresDialect) passing(err error) bool {
	var fault *pgconn.PgError
	if errors.As(err, &fault) {
		switch fault.Code {
		case "40001", "40P01", // serialization, deadlock
			"53300",                   // too many connections
			"57P01", "57P02", "57P03": // shutting down, crashed, starting
			return true
		}
		return strings.HasPrefix(fault.Code, "08")
	}
	var network net.Error
	return errors.As(err, &network) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, driver.ErrBadConn) || pgconn.SafeToRetry(err)
}

func (d postgresDialect) unavailable(err error) bool {
	var fault *pgconn.PgError
	if errors.As(err, &fault) {
		switch fault.Code[:min(2, len(fault.Code))] {
		case "53", "57", "58": // out of resources such as disk space, operator intervention, system error
			return true
		}
		if fault.Code == "25006" { // read-only: a standby, or an administrator's setting
			return true
		}
	}
	return d.passing(err)
}
