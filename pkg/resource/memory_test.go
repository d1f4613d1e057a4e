package resource

import (
	"context"
	"slices"
	"sort"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// memory is a Store for tests: one org's resources in maps.
type memory struct {
	mu      sync.Mutex
	current map[contract.Ref]Stored
	history []HistoryRecord
	version int64
	// firm are the reviews with a frozen report or a log.
	firm []string
	// meanwhile, unless nil, is what others commit just before the next write transaction.
	meanwhile func()
	// observed counts writes of observations, snapshots the reads of all resources, within write transactions or not.
	observed, snapshots int64
}

func newMemory() *memory { return &memory{current: map[contract.Ref]Stored{}} }

func (m *memory) Snapshot(_ context.Context, _ int64, asOf *time.Time) ([]Stored, Mark, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.snapshots++
	if asOf == nil {
		return sortedStored(m.current), m.mark(), nil
	}
	then := map[contract.Ref]Stored{}
	for _, record := range m.history {
		ref := contract.Ref{Kind: record.Kind, Name: record.Name}
		switch {
		case record.UpdatedAt.After(*asOf):
		case record.Action == actionDeleted:
			delete(then, ref)
		default:
			then[ref] = record.Stored
		}
	}
	return sortedStored(then), m.mark(), nil
}

func sortedStored(all map[contract.Ref]Stored) []Stored {
	result := make([]Stored, 0, len(all))
	for _, stored := range all {
		result = append(result, stored)
	}
	sort.Slice(result, func(i, j int) bool {
		return refLess(contract.Ref{Kind: result[i].Kind, Name: result[i].Name}, contract.Ref{Kind: result[j].Kind, Name: result[j].Name})
	})
	return result
}

func (m *memory) History(_ context.Context, _ int64, kind, name string) ([]HistoryRecord, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var records []HistoryRecord
	for _, record := range slices.Backward(m.history) {
		if record.Kind == kind && record.Name == name {
			records = append(records, record)
		}
	}
	return records, nil
}

func (m *memory) Versions(context.Context, int64) (evaluate.Versions, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.versions(), nil
}

func (m *memory) Since(_ context.Context, _ int64, after Mark, limit int) ([]HistoryRecord, Mark, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.since(after, limit), m.mark(), nil
}

func (m *memory) since(after Mark, limit int) []HistoryRecord {
	records := m.history[min(int(after.Seq), len(m.history)):]
	return slices.Clone(records[:min(limit, len(records))])
}

func (m *memory) mark() Mark { return Mark{m.versions(), int64(len(m.history))} }

func (m *memory) versions() evaluate.Versions {
	return evaluate.Versions{Data: m.version + m.observed, Definitions: m.version}
}

func (m *memory) FirmReviews(context.Context, int64) ([]string, error) { return m.firm, nil }

func (m *memory) Orgs(context.Context) ([]int64, error) { return []int64{1}, nil }

func (m *memory) Update(_ context.Context, _ int64, fn func(Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.meanwhile != nil {
		m.meanwhile()
		m.meanwhile = nil
	}
	tx := &memoryTx{memory: m}
	if err := fn(tx); err != nil {
		return err
	}
	for _, write := range tx.writes {
		write()
	}
	if len(tx.writes) > 0 {
		m.version++
	}
	return nil
}

type memoryTx struct {
	*memory
	writes []func()
}

func (tx *memoryTx) Snapshot(context.Context) ([]Stored, Mark, error) {
	tx.snapshots++
	return sortedStored(tx.current), tx.mark(), nil
}

func (tx *memoryTx) Since(_ context.Context, after Mark, limit int) ([]HistoryRecord, Mark, error) {
	return tx.since(after, limit), tx.mark(), nil
}

func (tx *memoryTx) FirmReviews(context.Context) ([]string, error) { return tx.firm, nil }

func (tx *memoryTx) Put(_ context.Context, record HistoryRecord) error {
	tx.writes = append(tx.writes, func() {
		tx.current[contract.Ref{Kind: record.Kind, Name: record.Name}] = record.Stored
		tx.history = append(tx.history, record)
	})
	return nil
}

func (tx *memoryTx) Delete(_ context.Context, record HistoryRecord) error {
	tx.writes = append(tx.writes, func() {
		delete(tx.current, contract.Ref{Kind: record.Kind, Name: record.Name})
		tx.history = append(tx.history, record)
	})
	return nil
}

// fixture is an engine over an empty store with a clock that goes on by a second at each look.
type fixture struct {
	*Engine
	store  *memory
	ctx    context.Context
	editor access.Filter
	viewer access.Filter
}

func newFixture(t testing.TB) *fixture {
	t.Helper()
	clock := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	store := newMemory()
	return &fixture{
		store: store, ctx: t.Context(),
		Engine: New(store, Options{Now: func() time.Time { clock = clock.Add(time.Second); return clock }}),
		editor: access.For(access.Caller{Org: 1, Login: "editor", Role: access.Editor}),
		viewer: access.For(access.Caller{Org: 1, Login: "viewer", Role: access.Viewer}),
	}
}

// mustApply applies documents that have to be accepted.
func (x *fixture) mustApply(t testing.TB, documents string) contract.ApplyResult {
	t.Helper()
	result, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(documents)}, ApplyOptions{})
	if err != nil {
		t.Fatalf("apply: %v", problemsText(err))
	}
	return result
}
