package api_test

import (
	"net/http"
	"strings"
	"testing"
)

// The store's connection is made read-only, as a disk may become.
func TestAStoreThatCantBeWrittenIs503(t *testing.T) {
	s := newServer(t)
	tx, err := s.store.DB().BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec(`PRAGMA query_only = 1`); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	body := map[string]any{"apiVersion": "scorecard/v1", "kind": "OrgUnit", "metadata": map[string]any{"name": "company"},
		"spec": map[string]any{"title": "Company", "type": "company"}}
	refused := s.must(http.StatusServiceUnavailable, "POST", "/orgunits", body)
	if !strings.Contains(string(refused.raw), "try again") || refused.header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("refusal %s", refused.raw)
	}
	if _, err := s.store.DB().Exec(`PRAGMA query_only = 0`); err != nil {
		t.Fatal(err)
	}
	s.must(http.StatusCreated, "POST", "/orgunits", body)
}
