package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"github.com/sethvargo/go-retry"
)

//go:embed migrations
var migrationFiles embed.FS

const migrationTable = "scorecard_migrations"

// migrate brings the tables to this release's state, forward only.
func (s *Store) migrate(ctx context.Context) error {
	options := []goose.ProviderOption{goose.WithTableName(migrationTable), goose.WithDisableGlobalRegistry(true)}
	engine := goose.DialectSQLite3
	if s.pool != nil {
		engine = goose.DialectPostgres
		// Asks every second, for five minutes: several replicas start together.
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
		if err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	files, err := fs.Sub(migrationFiles, "migrations/"+s.Engine())
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	provider, err := goose.NewProvider(engine, s.write, files, options...)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	sources := provider.ListSources()
	newest := sources[len(sources)-1].Version
	if s.pool != nil {
		if _, err := provider.Up(ctx); err != nil {
			return fmt.Errorf("migrate: %w", err)
		}
	} else if err := upTogether(ctx, provider); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return s.refuseNewer(ctx, newest)
}

// upTogether migrates SQLite while another process may be doing the same: who comes second fails on what the first one
// made, tries again, for about three seconds, and finds everything done.
func upTogether(ctx context.Context, provider *goose.Provider) error {
	return retry.Do(ctx, retry.WithMaxRetries(6, retry.NewExponential(50*time.Millisecond)), func(ctx context.Context) error {
		if _, err := provider.Up(ctx); err != nil {
			return retry.RetryableError(err)
		}
		return nil
	})
}

// checkSchema refuses to read tables that are older or newer than this release's.
func (s *Store) checkSchema(ctx context.Context) error {
	names, err := fs.ReadDir(migrationFiles, "migrations/"+s.Engine())
	if err != nil {
		return err
	}
	newest, err := goose.NumericComponent(names[len(names)-1].Name())
	if err != nil {
		return err
	}
	have, err := s.schemaVersion(ctx)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrNotReady, err)
	case have < newest:
		return fmt.Errorf("%w: its tables have version %d, %d is needed", ErrNotReady, have, newest)
	}
	return s.refuseNewer(ctx, newest)
}

// refuseNewer refuses a store that a newer release has changed.
func (s *Store) refuseNewer(ctx context.Context, newest int64) error {
	have, err := s.schemaVersion(ctx)
	if err != nil {
		return err
	}
	if have > newest {
		return fmt.Errorf("a newer release has written this store (tables of version %d, this release knows %d): upgrade the plugin",
			have, newest)
	}
	return nil
}

func (s *Store) schemaVersion(ctx context.Context) (version int64, err error) {
	err = s.reading(ctx, "read the version of the tables", func(q session) error {
		return q.row(ctx, `SELECT COALESCE(MAX(version_id), 0) FROM `+migrationTable).Scan(&version)
	})
	return version, err
}
