package store

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

func filled(t *testing.T) *Store {
	s := open(t, Config{DataPath: t.TempDir()})
	put(t, s, 1, kpi("revenue", 1, 1), kpi("cost", 1, 1))
	put(t, s, 1, kpi("revenue", 2, 2))
	put(t, s, 2, kpi("revenue", 1, 1))
	put(t, s, 1, reviews("may")...)
	batch := make([]collection.Revision, 6000)
	for i := range batch {
		batch[i] = observed(float64(i)/3, i%7)
		batch[i].Unit, batch[i].Period = fmt.Sprintf("unit-%d", i%50), fmt.Sprintf("20%02d-01", i/50%60)
	}
	record(t, s, batch...)
	if err := s.SaveRun(t.Context(), 1, contract.Run{ID: "run-1", CreatedAt: at(1).Format(time.RFC3339)}); err != nil {
		t.Fatal(err)
	}
	must(s.TakeDue(t.Context(), 1, queuedRun("run-2", at(2)), at(2), map[string]collection.Mark{"revenue": {}}))(t)
	if err := errors.Join(
		s.SaveSnapshot(t.Context(), 1, frozenAt("may", 1), []report.UnitReport{{Unit: "north", Document: []byte("{}")}}),
		s.SaveBatch(t.Context(), 1, batchOf("a", 1), []byte("PK")),
		s.SaveDelivery(t.Context(), 1, report.Delivery{Review: "may", Channel: "app", Recipient: "ada", At: at(1), State: report.DeliverySent}),
	); err != nil {
		t.Fatal(err)
	}
	must(s.AppendEvents(t.Context(), 1, "may", []review.Event{logged("1", "open", 1)}))(t)
	if err := errors.Join(s.SaveFeed(t.Context(), 1, feed("a", "anna", at(1))), s.MarkSeen(t.Context(), 1, "anna", at(1))); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCopy(t *testing.T) {
	for name, target := range map[string]func(t *testing.T) Config{
		"sqlite to postgres": func(t *testing.T) Config { return Config{DatabaseURL: pgtest.URL(t)} },
		"sqlite to sqlite":   func(t *testing.T) Config { return Config{DataPath: t.TempDir()} },
	} {
		t.Run(name, func(t *testing.T) {
			from, to := filled(t), open(t, target(t))
			ctx := t.Context()
			seen := map[string]int64{}
			copied, err := Copy(ctx, from, to, func(table string, rows int64) { seen[table] = rows })
			if err != nil {
				t.Fatal(err)
			}
			for _, table := range copied.Tables {
				if table.Rows == 0 || len(table.Checksum) != 64 || seen[table.Table] != table.Rows {
					t.Errorf("%+v, progress %d", table, seen[table.Table])
				}
			}
			for _, org := range []int64{1, 2} {
				a, versionA, errA := from.Snapshot(ctx, org, nil)
				b, versionB, errB := to.Snapshot(ctx, org, nil)
				if !reflect.DeepEqual(a, b) || versionA != versionB || errA != nil || errB != nil {
					t.Errorf("org %d: %v of version %d, want %v of %d (%v, %v)", org, names(b), versionB, names(a), versionA, errB, errA)
				}
			}
			window := []evaluate.Window{{Series: "revenue"}}
			a, b := must(from.Observations(ctx, 1, window, nil))(t), must(to.Observations(ctx, 1, window, nil))(t)
			if !reflect.DeepEqual(a, b) {
				t.Error("the observations differ")
			}
			// The copy goes on where the original stopped.
			if stored := record(t, to, observed(100, 1)); !stored[0] {
				t.Error("the copy doesn't take a new unit")
			}
			if _, err := Copy(ctx, from, to, nil); !errors.Is(err, ErrNotEmpty) {
				t.Errorf("copied onto a store in use: %v", err)
			}
		})
	}
}

func TestCopyKnowsEveryTable(t *testing.T) {
	s := open(t, Config{DataPath: t.TempDir()})
	rows, err := s.DB().Query(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	want := []string{"health", "leases", migrationTable}
	for _, c := range copied {
		want = append(want, c.table)
	}
	slices.Sort(want)
	var have []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		have = append(have, name)
	}
	if !slices.Equal(have, want) {
		t.Errorf("tables %v, known %v", have, want)
	}
}
