package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

const (
	sqliteFile = "scorecard.db"
	// sqliteReaders is how many connections read side by side; each keeps a cache of its own.
	sqliteReaders = 4
	// checkpointPages is how many pages of 4 kB, 16 MB, the write-ahead log gathers before they are copied into the file: a page
	// that several runs have changed meanwhile is copied once.
	checkpointPages = 4000
)

// openSQLite opens the file: one connection writes, others read beside it what was committed (WAL).
//
// synchronous=FULL: a commit is on the disk before it is acknowledged, so neither a killed process nor a power cut takes
// it back. What a statement of many rows needs to be undone alone is kept in memory (temp_store), not in a file.
func openSQLite(ctx context.Context, config Config) (*Store, error) {
	if config.DataPath == "" {
		return nil, errors.New("neither data_path nor database_url is set")
	}
	folder, err := filepath.Abs(config.DataPath)
	if err != nil {
		return nil, fmt.Errorf("data_path: %w", err)
	}
	file := filepath.Join(folder, sqliteFile)
	s := &Store{dialect: sqliteDialect{}, readOnly: config.ReadOnly, file: file}
	if config.ReadOnly {
		if _, err := os.Stat(file); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNotReady, err)
		}
	} else if err := prepareFolder(folder); err != nil {
		return nil, err
	}
	if s.read, err = sql.Open("sqlite", sqliteName(file, "mode=rw", "_pragma=query_only(1)", "_pragma=cache_size(-8000)")); err != nil {
		return nil, err
	}
	s.read.SetMaxOpenConns(sqliteReaders)
	s.read.SetMaxIdleConns(sqliteReaders)
	s.write = s.read
	if config.ReadOnly {
		return s, nil
	}
	s.write, err = sql.Open("sqlite", sqliteName(file, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)",
		"_pragma=temp_store(MEMORY)", fmt.Sprintf("_pragma=wal_autocheckpoint(%d)", checkpointPages),
		"_pragma=journal_size_limit(67108864)", "_pragma=cache_size(-16000)"))
	if err != nil {
		return nil, errors.Join(err, s.read.Close())
	}
	s.write.SetMaxOpenConns(1)
	// As durable as fsync, which also writes the time at which the file was changed.
	if _, err := sqlite.Fdatasync(true); err != nil && !errors.Is(err, sqlite.ErrFdatasyncUnavailable) {
		return nil, errors.Join(err, s.write.Close(), s.read.Close())
	}
	// Two processes that turn on the write-ahead log of a new file don't wait for each other by themselves.
	if err := s.patiently(ctx, func() error { return s.write.PingContext(ctx) }); err != nil {
		return nil, errors.Join(fmt.Errorf("data_path %q can't hold a database: %w", folder, err), s.write.Close(), s.read.Close())
	}
	return s, nil
}

// sqliteName is the driver's name of the file with options; any path can be written so.
func sqliteName(file string, options ...string) string {
	options = append([]string{"_pragma=busy_timeout(5000)"}, options...)
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: strings.Join(options, "&")}).String()
}

// prepareFolder creates the folder and tries to write in it.
func prepareFolder(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("data_path %q can't be created: %w", folder, err)
	}
	probe, err := os.CreateTemp(folder, ".writable-*")
	if err != nil {
		return fmt.Errorf("data_path %q can't be written: %w", folder, err)
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

type sqliteDialect struct{}

func (sqliteDialect) name() string { return SQLite }

func (sqliteDialect) text(statement string) string {
	return strings.ReplaceAll(statement, "{rows}", "json_each(?) AS w")
}

// snapshot needs no isolation level: every transaction of SQLite reads one state.
func (sqliteDialect) snapshot() *sql.TxOptions { return &sql.TxOptions{ReadOnly: true} }

func (sqliteDialect) insert(
	ctx context.Context, conn *sql.Conn, q session, table string, columns []string, n int, row func(i int, to []any),
) error {
	return insertValues(ctx, conn, q, table, columns, "", n, row)
}

func (sqliteDialect) passing(err error) bool {
	code := primaryCode(err)
	return code == codes.SQLITE_BUSY || code == codes.SQLITE_LOCKED
}

func (d sqliteDialect) unavailable(err error) bool {
	switch primaryCode(err) {
	case codes.SQLITE_FULL, codes.SQLITE_IOERR, codes.SQLITE_READONLY, codes.SQLITE_CANTOPEN:
		return true
	}
	return d.passing(err)
}

// primaryCode is SQLite's own code of an error without its extension; SQLITE_OK for errors of others.
func primaryCode(err error) int {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return codes.SQLITE_OK
	}
	return fault.Code() & 0xff
}
