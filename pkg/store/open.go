// Package store keeps everything that outlives a process: resources and their history, observations, collection runs.
//
// It is the only package that knows SQL. Two engines serve the same interfaces (resource.Store, collection.ObservationStore,
// collection.RunStore, scorecard.ObservationReader) with the same statements: SQLite as the embedded default, PostgreSQL
// where several processes share one store. Instants are kept in UTC with a precision of one millisecond.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Engines that a store can run on, as Engine names them.
const (
	SQLite   = "sqlite"
	Postgres = "postgres"
)

// Errors that callers tell apart; everything else is a fault of the engine, the disk or the network.
var (
	// ErrReadOnly says that the store was opened to read.
	ErrReadOnly = errors.New("the store is open for reading only")
	// ErrNotReady says that a store opened to read has not been set up by the app's process yet.
	ErrNotReady = errors.New("the store is not set up yet")
)

// Config says where the data lives.
type Config struct {
	// DataPath is the folder of the SQLite file scorecard.db, created when it is missing. Unused with DatabaseURL.
	DataPath string
	// DatabaseURL is a PostgreSQL connection string; when it is set the store lives there.
	DatabaseURL string
	// ReadOnly opens an existing store to read: it creates nothing, migrates nothing and refuses writes.
	ReadOnly bool
	// MaxConnections limits connections to PostgreSQL, background jobs included; 0 means 8.
	MaxConnections int
	// Observer is told of what the store does; nil tells nobody.
	Observer Observer
}

// Observer is told of what a store does. It must be safe for concurrent use.
type Observer interface {
	// Operation begins an operation of the name, one of a few fixed ones such as "read observations". It returns the
	// operation's context and what is called with its error, or nil, at the end.
	Operation(ctx context.Context, name string) (context.Context, func(err error))
	// Statement tells that the store sends one more statement to its database.
	Statement()
}

// nobody is the observer of a store that none was given.
type nobody struct{}

func (nobody) Operation(ctx context.Context, _ string) (context.Context, func(error)) {
	return ctx, func(error) {}
}
func (nobody) Statement() {}

// Store is an open store. It is safe for concurrent use.
type Store struct {
	dialect  dialect
	observer Observer
	readOnly bool
	// write is where transactions that write run; on SQLite it has a single connection.
	write *sql.DB
	// read is where queries run.
	read *sql.DB
	// pool is what both run on with PostgreSQL; nil with SQLite.
	pool *pgxpool.Pool
	// file is SQLite's database file; "" with PostgreSQL.
	file string
}

// Open opens the store and brings its tables to this release's state, unless it is opened to read. It fails with a message
// for the administrator when the place can't be written, or when a newer release has written there.
func Open(ctx context.Context, config Config) (*Store, error) {
	open := openSQLite
	if config.DatabaseURL != "" {
		open = openPostgres
	}
	s, err := open(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	s.observer = config.Observer
	if s.observer == nil {
		s.observer = nobody{}
	}
	if config.ReadOnly {
		err = s.checkSchema(ctx)
	} else {
		err = s.migrate(ctx)
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("store: %w", err)
	}
	return s, nil
}

// Close waits for running statements and frees every connection.
func (s *Store) Close() error {
	err := s.read.Close()
	if s.write != s.read {
		err = errors.Join(err, s.write.Close())
	}
	if s.pool != nil {
		s.pool.Close()
	}
	return err
}

// Engine names what the store runs on: SQLite or Postgres.
func (s *Store) Engine() string { return s.dialect.name() }

// DB is the handle for writing, shared with background jobs. On SQLite it has a single connection: don't ask it for a
// second one while holding one.
func (s *Store) DB() *sql.DB { return s.write }

// Pool is PostgreSQL's connection pool; nil on SQLite.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// Ping reports why the store can't do its work: it can't be reached or, unless it was opened to read, not be written.
func (s *Store) Ping(ctx context.Context) error {
	if s.file != "" {
		if _, err := os.Stat(s.file); err != nil {
			return fmt.Errorf("store: the database file is gone: %w", err)
		}
	}
	if s.readOnly {
		return s.reading(ctx, "check the store", func(q session) error {
			var one int64
			return q.row(ctx, `SELECT 1`).Scan(&one)
		})
	}
	return s.writing(ctx, "check that the store can be written", func(q session) error {
		return q.exec(ctx, `INSERT INTO health (id, checked_at) VALUES (1, ?)
			ON CONFLICT (id) DO UPDATE SET checked_at = excluded.checked_at`, time.Now().UnixMilli())
	})
}
