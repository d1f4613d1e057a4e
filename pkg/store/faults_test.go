package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

// Processes that start together find an empty place and set it up once.
func TestOpenedBySeveralAtOnce(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				s, err := Open(t.Context(), config)
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				if err := s.Ping(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
	})
}

func TestDatabaseGoneAndBack(t *testing.T) {
	address := pgtest.URL(t)
	s := open(t, Config{DatabaseURL: address})
	record(t, s, observed(100, 1))
	other, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close(t.Context())
	cut := func() {
		_, err := other.Exec(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid()`)
		if err != nil {
			t.Fatal(err)
		}
	}
	cut()
	if version, err := s.Versions(t.Context(), 1); version.Data != 1 || err != nil {
		t.Errorf("read after the connections were cut: version %v, %v", version, err)
	}
	cut()
	if stored := record(t, s, observed(120, 2)); !stored[0] {
		t.Error("write after the connections were cut: not stored")
	}
	cut()
	if err := s.Ping(t.Context()); err != nil {
		t.Errorf("health after the connections were cut: %v", err)
	}
}

func TestWriterWaitsForAnotherProcess(t *testing.T) {
	config := Config{DataPath: t.TempDir()}
	s, other := open(t, config), open(t, config)
	tx, err := other.DB().BeginTx(t.Context(), nil) // takes SQLite's write lock
	if err != nil {
		t.Fatal(err)
	}
	release := time.AfterFunc(200*time.Millisecond, func() { tx.Rollback() })
	defer release.Stop()
	if stored := record(t, s, observed(100, 1)); !stored[0] {
		t.Error("not stored")
	}
	if found := must(other.Versions(t.Context(), 1))(t).Data; found != 1 {
		t.Errorf("data version %d", found)
	}
}

func TestPoolIsLimited(t *testing.T) {
	s := open(t, Config{DatabaseURL: pgtest.URL(t), MaxConnections: 3})
	if limit := s.Pool().Config().MaxConns; limit != 3 {
		t.Errorf("at most %d connections, want 3", limit)
	}
	var group sync.WaitGroup
	for range 12 {
		group.Go(func() {
			if _, err := s.Versions(t.Context(), 1); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if open := s.Pool().Stat().TotalConns(); open > 3 {
		t.Errorf("%d connections", open)
	}
}

func TestFaultsOfThePlaceAreToldApart(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want bool
	}{
		"disk full":         {&pgconn.PgError{Code: "53100"}, true},
		"shutting down":     {&pgconn.PgError{Code: "57P01"}, true},
		"read-only standby": {&pgconn.PgError{Code: "25006"}, true},
		"disk broken":       {&pgconn.PgError{Code: "58030"}, true},
		"unique violation":  {&pgconn.PgError{Code: "23505"}, false},
		"no code":           {&pgconn.PgError{}, false},
		"not found":         {resource.ErrNotFound, false},
	} {
		s := &Store{dialect: postgresDialect{}}
		if got := errors.Is(s.blame(fmt.Errorf("store: %w", c.err)), resource.ErrUnavailable); got != c.want {
			t.Errorf("%s: unavailable is %v", name, got)
		}
	}
}
