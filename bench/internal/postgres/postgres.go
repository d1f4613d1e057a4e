// Package postgres is the operational database that is measured against: the one that BENCH_DATABASE_URL names, which
// npm run bench starts. Benchmarks replace the tables in it.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// Database is a pool of connections.
type Database struct {
	*pgxpool.Pool
	config *pgx.ConnConfig
}

// application is how this program's own connections are told from those of the data source.
const application = "bench"

// Open connects with at most so many connections.
func Open(ctx context.Context, connections int32) (*Database, error) {
	address := os.Getenv("BENCH_DATABASE_URL")
	if address == "" {
		return nil, errors.New("BENCH_DATABASE_URL is not set: start benchmarks with npm run bench")
	}
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	config.MaxConns = connections
	config.ConnConfig.RuntimeParams["application_name"] = application
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &Database{pool, config.ConnConfig}, pool.Ping(ctx)
}

// Env are the variables that bench/provisioning refers to.
func (d *Database) Env() []string {
	return []string{
		fmt.Sprintf("BENCH_DATABASE_ADDRESS=%s:%d", d.config.Host, d.config.Port), "BENCH_DATABASE_USER=" + d.config.User,
		"BENCH_DATABASE_PASSWORD=" + d.config.Password, "BENCH_DATABASE_NAME=" + d.config.Database,
	}
}

// Load replaces a table by rows.
func (d *Database) Load(ctx context.Context, table, columns string, names []string, rows int, row func(i int) ([]any, error), then ...string) error {
	for _, statement := range []string{"DROP TABLE IF EXISTS " + table, "CREATE UNLOGGED TABLE " + table + " (" + columns + ")"} {
		if _, err := d.Exec(ctx, statement); err != nil {
			return err
		}
	}
	if _, err := d.CopyFrom(ctx, pgx.Identifier{table}, names, pgx.CopyFromSlice(rows, row)); err != nil {
		return err
	}
	for _, statement := range append(then, "VACUUM ANALYZE "+table) {
		if _, err := d.Exec(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// WatchConnections looks every few milliseconds how many connections the data source has to the database, until stop is
// called, which returns the most there were.
func (d *Database) WatchConnections(ctx context.Context) (stop func() (int, error), err error) {
	conn, err := pgx.ConnectConfig(ctx, d.config)
	if err != nil {
		return nil, err
	}
	done := make(chan struct{})
	most := 0
	var failure error
	var watching sync.WaitGroup
	watching.Go(func() {
		for {
			var n int
			failure = conn.QueryRow(ctx, `SELECT COUNT(*) FROM pg_stat_activity
				WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> $1`, application).Scan(&n)
			most = max(most, n)
			if failure != nil {
				return
			}
			select {
			case <-done:
				return
			case <-time.After(3 * time.Millisecond):
			}
		}
	})
	return func() (int, error) {
		close(done)
		watching.Wait()
		return most, errors.Join(failure, conn.Close(ctx))
	}, nil
}
