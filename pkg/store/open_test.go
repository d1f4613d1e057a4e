package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

func TestReopenedStoreHoldsEverything(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, err := Open(t.Context(), config)
		if err != nil {
			t.Fatal(err)
		}
		if s.Engine() == SQLite != (s.Pool() == nil) {
			t.Errorf("%s with the pool %v", s.Engine(), s.Pool())
		}
		put(t, s, 1, kpi("revenue", 1, 1))
		record(t, s, observed(100, 1))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = open(t, config)
		wantSnapshot(t, s, 1, -1, 2, "Kpi/revenue@1")
		if stored := record(t, s, observed(100, 2)); stored[0] {
			t.Error("the observation was forgotten")
		}
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

func TestReadOnlyStore(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		reading := config
		reading.ReadOnly = true
		if _, err := Open(t.Context(), reading); !errors.Is(err, ErrNotReady) {
			t.Errorf("opened before it was set up: %v", err)
		}
		writer := open(t, config)
		reader := open(t, reading)
		record(t, writer, observed(100, 1))
		put(t, writer, 1, kpi("revenue", 1, 1))
		wantSnapshot(t, reader, 1, -1, 2, "Kpi/revenue@1")
		found := must(reader.Observations(t.Context(), 1, []evaluate.Window{{Series: "revenue"}}, nil))(t)
		if len(flat(found)) != 1 {
			t.Errorf("read %v", flat(found))
		}
		if err := reader.Ping(t.Context()); err != nil {
			t.Error(err)
		}
		if _, err := reader.Record(t.Context(), 1, []collection.Revision{observed(1, 1)}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("recorded: %v", err)
		}
		if err := reader.Update(t.Context(), 1, func(resource.Tx) error { return nil }); !errors.Is(err, ErrReadOnly) {
			t.Errorf("updated: %v", err)
		}
		if _, err := reader.DB().Exec("DELETE FROM orgs"); err == nil {
			t.Error("the engine let a reader write")
		}
	})
}

func TestStoreOfANewerReleaseIsRefused(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		if _, err := s.DB().Exec("INSERT INTO " + migrationTable + " (version_id, is_applied) VALUES (99999, true)"); err != nil {
			t.Fatal(err)
		}
		for _, readOnly := range []bool{false, true} {
			config.ReadOnly = readOnly
			if _, err := Open(t.Context(), config); err == nil || !strings.Contains(err.Error(), "newer release") {
				t.Errorf("read only %v: %v", readOnly, err)
			}
		}
	})
}

func TestUnwritablePlaceIsExplained(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	blocked := t.TempDir()
	if err := os.Mkdir(filepath.Join(blocked, sqliteFile), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		config Config
		want   string
	}{
		{Config{}, "neither data_path nor database_url is set"},
		{Config{DataPath: filepath.Join(file, "below")}, "can't be created"},
		{Config{DataPath: blocked}, "can't hold a database"},
		{Config{DatabaseURL: "postgres://bsc:secret@127.0.0.1:1/none?sslmode=disable"}, "can't be reached"},
		{Config{DatabaseURL: "postgres://bsc:secret@127.0.0.1:port/none"}, "database_url"},
	} {
		_, err := Open(t.Context(), c.config)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%+v: %v, want %q", c.config, err, c.want)
		}
	}
	if os.Getuid() != 0 { // root may write anywhere
		folder := t.TempDir()
		if err := os.Chmod(folder, 0o500); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), Config{DataPath: folder}); err == nil || !strings.Contains(err.Error(), "can't be written") {
			t.Errorf("read-only folder: %v", err)
		}
	}
}

func TestFolderIsPrivateAndMayHaveAnyName(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a b?c#d%20e&f=g", "data")
	s := open(t, Config{DataPath: folder})
	put(t, s, 1, kpi("revenue", 1, 1))
	info, err := os.Stat(folder)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if _, err := os.Stat(filepath.Join(folder, sqliteFile)); err != nil {
		t.Error(err)
	}
}

// A full disk is played by SQLite's own limit of pages, which gives the same error.
func TestFullDisk(t *testing.T) {
	s := open(t, Config{DataPath: t.TempDir()})
	record(t, s, observed(1, 1))
	limit := func(pages string) {
		if _, err := s.DB().Exec("PRAGMA max_page_count = " + pages); err != nil {
			t.Fatal(err)
		}
	}
	limit("1") // SQLite takes the size that the file has
	batch := make([]collection.Revision, 5000)
	for i := range batch {
		batch[i] = observed(float64(i), i)
	}
	if _, err := s.Record(t.Context(), 1, batch); !errors.Is(err, resource.ErrUnavailable) || !strings.Contains(err.Error(), "full") {
		t.Fatalf("record: %v", err)
	}
	found := must(s.Observations(t.Context(), 1, []evaluate.Window{{Series: "revenue"}}, nil))(t)
	want := map[string]evaluate.Cell{"revenue 2026-01 north": {Value: 1, ChangedAt: at(1).UnixMilli()}}
	if !reflect.DeepEqual(flat(found), want) {
		t.Errorf("after the failure: %+v, want %+v", flat(found), want)
	}
	limit("1000000")
	record(t, s, batch...)
}

func TestPingMissesTheFile(t *testing.T) {
	folder := t.TempDir()
	s := open(t, Config{DataPath: folder})
	if err := os.Remove(filepath.Join(folder, sqliteFile)); err != nil {
		t.Fatal(err)
	}
	if err := s.Ping(t.Context()); err == nil {
		t.Error("a store whose file is gone is healthy")
	}
}

func TestPingMissesTheTable(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		if _, err := s.DB().Exec("DROP TABLE health"); err != nil {
			t.Fatal(err)
		}
		if err := s.Ping(t.Context()); err == nil {
			t.Error("a store that can't be written is healthy")
		}
	})
}
