package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

var _ collection.ObservationStore = (*Store)(nil)

// provenance is who recorded a revision and what it came from, as the store keeps it.
type provenance struct {
	RecordedBy string                     `json:"recordedBy"`
	Source     contract.ObservationSource `json:"source"`
}

// entry is one row of a batch on its way into the store.
type entry struct {
	series int64
	period string
	revision
	provenance int64
	note       string
	// row is the entry's place in the batch.
	row int
}

// Record implements collection.ObservationStore. A revision that was collected before the newest one takes its place in
// the order of time; it isn't stored either when it repeats the one in force at its time. When no row is stored the data
// version stays.
func (s *Store) Record(ctx context.Context, org int64, revisions []collection.Revision) ([]bool, error) {
	stored := make([]bool, len(revisions))
	if len(revisions) == 0 {
		return stored, nil
	}
	entries, err := newEntries(revisions)
	if err != nil {
		return nil, fmt.Errorf("store: record observations: %w", err)
	}
	err = s.change(ctx, org, "record observations", func(tx *writeTx) error {
		return explain(ctx, "record observations", tx.record(ctx, revisions, entries, stored))
	})
	if err != nil {
		return nil, err
	}
	return stored, nil
}

// newEntries checks the rows and takes over what needs no look into the store.
func newEntries(revisions []collection.Revision) ([]entry, error) {
	entries := make([]entry, len(revisions))
	for i, r := range revisions {
		e := entry{period: cleanText(r.Period), note: r.Note, row: i}
		e.at = millis(r.CollectedAt)
		if r.Value != 0 { // SQLite doesn't keep -0
			e.value = r.Value
		}
		if math.IsNaN(r.Value) || math.IsInf(r.Value, 0) {
			return nil, fmt.Errorf("row %d (%s, %s, %s): %v is not a finite number", i+1, r.Series, r.Unit, r.Period, r.Value)
		}
		switch r.Outcome {
		case "pass":
			e.outcome = pass
		case "warn":
			e.outcome = warn
		case "quarantine":
			e.outcome = quarantine
		default:
			return nil, fmt.Errorf("row %d (%s, %s, %s): unknown outcome %q", i+1, r.Series, r.Unit, r.Period, r.Outcome)
		}
		entries[i] = e
	}
	return entries, nil
}

func (tx *writeTx) record(ctx context.Context, revisions []collection.Revision, entries []entry, stored []bool) error {
	if err := tx.resolveNames(ctx, revisions, entries); err != nil {
		return err
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.series, b.series), cmp.Compare(a.period, b.period), cmp.Compare(a.unit, b.unit))
	})
	pages := groupPages(entries)
	if err := tx.loadPages(ctx, pages); err != nil {
		return err
	}
	if err := tx.loadHistories(ctx, pages); err != nil {
		return err
	}
	m := merging{seq: tx.seq, added: entries[:0]} // an entry is read before its place is taken by one before it
	for i := range pages {
		m.apply(&pages[i])
	}
	added := m.added
	if len(added) == 0 {
		return nil
	}
	tx.seq, tx.wrote = m.seq, true
	for _, e := range added {
		stored[e.row] = true
	}
	if err := tx.resolveProvenances(ctx, revisions, added); err != nil {
		return err
	}
	columns := []string{"org", "series_id", "period", "unit_id", "seq", "value", "outcome", "collected_at", "provenance_id", "note"}
	err := tx.insert(ctx, "observations", columns, len(added), func(i int, to []any) {
		e := &added[i]
		to[0], to[1], to[2], to[3], to[4] = tx.org, e.series, e.period, e.unit, e.seq
		to[5], to[6], to[7], to[8], to[9] = e.value, int64(e.outcome), e.at, e.provenance, e.note
	})
	if err != nil {
		return err
	}
	changed := slices.DeleteFunc(pages, func(p page) bool { return p.packed == nil })
	return insertValues(ctx, tx.conn, tx.session, "observation_pages", []string{"org", "series_id", "period", "cells"},
		"ON CONFLICT (org, series_id, period) DO UPDATE SET cells = excluded.cells", len(changed), func(i int, to []any) {
			p := &changed[i]
			to[0], to[1], to[2], to[3] = tx.org, p.series, p.period, p.packed
		})
}

// resolveNames gives the entries the numbers of their series and units.
func (tx *writeTx) resolveNames(ctx context.Context, revisions []collection.Revision, entries []entry) error {
	series, units := map[string]int64{}, map[string]int64{}
	for _, r := range revisions {
		series[cleanText(r.Series)] = 0
		units[cleanText(r.Unit)] = 0
	}
	if err := tx.intern(ctx, "series", series); err != nil {
		return err
	}
	if err := tx.intern(ctx, "units", units); err != nil {
		return err
	}
	for i := range entries {
		r := &revisions[entries[i].row]
		entries[i].series = series[cleanText(r.Series)]
		entries[i].unit = units[cleanText(r.Unit)]
	}
	return nil
}

// resolveProvenances stores where the entries came from, each source once.
func (tx *writeTx) resolveProvenances(ctx context.Context, revisions []collection.Revision, entries []entry) error {
	type source struct{ by, kind, run, digest, submission, file string }
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	known := map[source]int64{}
	var documents []string
	for i := range entries {
		r := &revisions[entries[i].row]
		key := source{r.RecordedBy, r.Source.Type, text(r.Source.Run), text(r.Source.QueryDigest), text(r.Source.Submission), text(r.Source.File)}
		place, ok := known[key]
		if !ok {
			document, err := json.Marshal(provenance{r.RecordedBy, r.Source})
			if err != nil {
				return err
			}
			place = int64(len(documents))
			known[key] = place
			documents = append(documents, string(document))
		}
		entries[i].provenance = place
	}
	first, err := tx.number(ctx, "provenances", "document", documents)
	for i := range entries {
		entries[i].provenance += first
	}
	return err
}

// loadPages reads the cells that the store has of the pages.
func (tx *writeTx) loadPages(ctx context.Context, pages []page) error {
	keys := make([][]any, len(pages))
	for i := range pages {
		p := &pages[i]
		keys[i] = []any{i, p.series, p.period}
	}
	wanted, err := jsonRows(keys)
	if err != nil {
		return err
	}
	return tx.each(ctx, func(rows *sql.Rows) error {
		var i int
		var packed sql.RawBytes
		if err := rows.Scan(&i, &packed); err != nil {
			return err
		}
		return pages[i].unpack(packed)
	}, `SELECT CAST(w.value ->> 0 AS BIGINT), p.cells FROM {rows} CROSS JOIN observation_pages p
		WHERE p.org = ? AND p.series_id = CAST(w.value ->> 1 AS BIGINT) AND p.period = w.value ->> 2`, wanted, tx.org)
}

// loadHistories reads all revisions of those cells whose newest one doesn't tell enough.
func (tx *writeTx) loadHistories(ctx context.Context, pages []page) error {
	var keys [][]any
	for i := range pages {
		p := &pages[i]
		for j := range p.groups {
			if g := &p.groups[j]; g.needsHistory(p.entries) {
				g.full = true
				g.revisions = nil
				keys = append(keys, []any{i, j, p.series, p.period, g.unit})
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	wanted, err := jsonRows(keys)
	if err != nil {
		return err
	}
	return tx.each(ctx, func(rows *sql.Rows) error {
		var i, j int
		var r revision
		if err := rows.Scan(&i, &j, &r.unit, &r.seq, &r.at, &r.value, &r.outcome); err != nil {
			return err
		}
		g := &pages[i].groups[j]
		g.revisions = append(g.revisions, r)
		return nil
	}, `SELECT CAST(w.value ->> 0 AS BIGINT), CAST(w.value ->> 1 AS BIGINT), o.unit_id, o.seq, o.collected_at, o.value, o.outcome
		FROM {rows} CROSS JOIN observations o
		WHERE o.org = ? AND o.series_id = CAST(w.value ->> 2 AS BIGINT) AND o.period = w.value ->> 3
			AND o.unit_id = CAST(w.value ->> 4 AS BIGINT)`, wanted, tx.org)
}
