package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// filledStore makes a SQLite store with a resource, two observations and a run, and gives its folder.
func filledStore(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	s, err := store.Open(t.Context(), store.Config{DataPath: folder})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	err = s.Update(t.Context(), 1, func(tx resource.Tx) error {
		return tx.Put(t.Context(), resource.HistoryRecord{Action: "created", Stored: resource.Stored{
			Kind: "Theme", Name: "growth", Version: 1, Document: []byte(`{}`), ManagedBy: "api", CreatedAt: at, UpdatedAt: at,
		}})
	})
	if err != nil {
		t.Fatal(err)
	}
	var revisions []collection.Revision
	for _, unit := range []string{"north", "south"} {
		revisions = append(revisions, collection.Revision{
			Series: "revenue", Unit: unit, Period: "2026-02", Value: 12.5, Outcome: "pass", CollectedAt: at, RecordedBy: "ada",
			Source: contract.ObservationSource{Type: "submission"},
		})
	}
	if _, err := s.Record(t.Context(), 1, revisions); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveRun(t.Context(), 1, contract.Run{ID: "run", CreatedAt: at.Format(time.RFC3339)}); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestCopyStoreMovesToPostgres(t *testing.T) {
	folder, address := filledStore(t), pgtest.URL(t)
	args := []string{"-data-path", folder, "-database-url", address}
	var out bytes.Buffer
	if err := copyStore(t.Context(), plugin.Settings{DataPath: "/nowhere"}, args, &out); err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{}
	for line := range strings.Lines(out.String()) {
		fields := strings.Fields(line)
		rows[fields[0]] = fields[1]
	}
	for table, want := range map[string]string{"resources": "1", "resource_history": "1", "observations": "2", "runs": "1"} {
		if rows[table] != want {
			t.Errorf("%s: %q rows, want %s, in\n%s", table, rows[table], want, &out)
		}
	}
	to, err := store.Open(t.Context(), store.Config{DatabaseURL: address, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	found, err := to.Revisions(t.Context(), 1, "revenue", "", "", "", nil)
	if err != nil || len(found) != 2 || *found[0].Value != 12.5 {
		t.Errorf("the copy holds %v, %v", found, err)
	}

	// The settings are the defaults of the flags, and a store in use is left alone.
	err = copyStore(t.Context(), plugin.Settings{DataPath: folder, DatabaseURL: address}, nil, &out)
	if !errors.Is(err, store.ErrNotEmpty) {
		t.Errorf("copied onto a store in use: %v", err)
	}
}

func TestCopyStoreRefuses(t *testing.T) {
	folder := filledStore(t)
	for _, tc := range []struct {
		args []string
		want string
	}{
		{nil, "-database-url"},
		{[]string{"-database-url", "postgres://x@127.0.0.1:1/x", "more"}, "-database-url"},
		{[]string{"-to", "x"}, "-to"},
		{[]string{"-data-path", t.TempDir(), "-database-url", "postgres://x@127.0.0.1:1/x"}, "the store to copy"},
		{[]string{"-database-url", "postgres://x:geheim@127.0.0.1:1/x?connect_timeout=1"}, "the store to copy to"},
	} {
		var out bytes.Buffer
		err := copyStore(t.Context(), plugin.Settings{DataPath: folder}, tc.args, &out)
		if err == nil || !strings.Contains(err.Error(), tc.want) || strings.Contains(fmt.Sprint(err, &out), "geheim") {
			t.Errorf("%q: %v", tc.args, err)
		}
	}
}
