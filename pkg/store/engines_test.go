package store

import (
	"os"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

func TestMain(m *testing.M) {
	if os.Getenv(crashVariable) != "" {
		writeUntilKilled()
	}
	pgtest.Main(m)
}

// onBothEngines runs a test against an empty store of each engine, given by its configuration.
func onBothEngines(t *testing.T, test func(t *testing.T, config Config)) {
	t.Run(SQLite, func(t *testing.T) { test(t, Config{DataPath: t.TempDir()}) })
	t.Run(Postgres, func(t *testing.T) { test(t, Config{DatabaseURL: pgtest.URL(t)}) })
}

func open(t testing.TB, config Config) *Store {
	t.Helper()
	s, err := Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func must[T any](value T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// at is an instant some hours into a fixed day.
func at(hours int) time.Time {
	return time.Date(2026, 3, 1, hours, 0, 0, 0, time.UTC)
}
