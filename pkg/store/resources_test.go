package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// kpi is a record of a KPI's version, written at that many hours.
func kpi(name string, version, hours int) resource.HistoryRecord {
	return resource.HistoryRecord{
		Action: "changed", Reason: fmt.Sprintf("reason %d", version),
		Stored: resource.Stored{
			Kind: "Kpi", Name: name, Version: version, Document: fmt.Appendf(nil, `{"v": %d, "text": "é\u0000"}`, version),
			Labels: map[string]string{"team": "sales"}, ManagedBy: "api", File: "kpis.yaml", Archived: version == 3,
			CreatedAt: at(0), CreatedBy: "ann", UpdatedAt: at(hours), UpdatedBy: "bob",
		},
	}
}

// reviews are records of new reviews.
func reviews(names ...string) []resource.HistoryRecord {
	records := make([]resource.HistoryRecord, len(names))
	for i, name := range names {
		records[i] = kpi(name, 1, 0)
		records[i].Kind = "Review"
	}
	return records
}

func put(t testing.TB, s *Store, org int64, records ...resource.HistoryRecord) {
	t.Helper()
	err := s.Update(t.Context(), org, func(tx resource.Tx) error {
		for _, record := range records {
			if err := tx.Put(t.Context(), record); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func names(all []resource.Stored) []string {
	list := []string{}
	for _, stored := range all {
		list = append(list, fmt.Sprintf("%s/%s@%d", stored.Kind, stored.Name, stored.Version))
	}
	return list
}

func wantSnapshot(t *testing.T, s *Store, org int64, hours int, version int64, want ...string) {
	t.Helper()
	asOf := at(hours)
	instant := &asOf
	if hours < 0 {
		instant = nil
	}
	all, got, err := s.Snapshot(t.Context(), org, instant)
	if err != nil {
		t.Fatal(err)
	}
	if want == nil {
		want = []string{}
	}
	if !reflect.DeepEqual(names(all), want) || got.Data != version {
		t.Errorf("snapshot of org %d as of %d h: %v of version %d, want %v of %d", org, hours, names(all), got.Data, want, version)
	}
}

func TestResourcesKeepEveryVersion(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		ctx := t.Context()
		wantSnapshot(t, s, 1, -1, 0)
		put(t, s, 1, kpi("revenue", 1, 1), kpi("Zeta", 1, 1), kpi("a-b", 1, 1))
		put(t, s, 1, kpi("revenue", 2, 2))
		put(t, s, 2, kpi("other", 1, 1))
		wantSnapshot(t, s, 1, -1, 2, "Kpi/Zeta@1", "Kpi/a-b@1", "Kpi/revenue@2")
		wantSnapshot(t, s, 2, -1, 1, "Kpi/other@1")

		err := s.Update(ctx, 1, func(tx resource.Tx) error {
			all, version, err := tx.Snapshot(ctx)
			if len(all) != 3 || version.Data != 2 || err != nil {
				t.Errorf("within the transaction: %d resources of version %d, %v", len(all), version.Data, err)
			}
			if err := tx.Put(ctx, kpi("revenue", 3, 3)); err != nil {
				return err
			}
			all, version, err = tx.Snapshot(ctx)
			if all[2].Version != 3 || version.Data != 2 || err != nil {
				t.Errorf("after a put: version %d of data version %d, %v", all[2].Version, version.Data, err)
			}
			return tx.Delete(ctx, kpi("a-b", 1, 3))
		})
		if err != nil {
			t.Fatal(err)
		}
		wantSnapshot(t, s, 1, -1, 3, "Kpi/Zeta@1", "Kpi/revenue@3")
		wantSnapshot(t, s, 1, 0, 3)
		wantSnapshot(t, s, 1, 1, 3, "Kpi/Zeta@1", "Kpi/a-b@1", "Kpi/revenue@1")
		wantSnapshot(t, s, 1, 2, 3, "Kpi/Zeta@1", "Kpi/a-b@1", "Kpi/revenue@2")
		wantSnapshot(t, s, 1, 3, 3, "Kpi/Zeta@1", "Kpi/revenue@3")

		history := must(s.History(ctx, 1, "Kpi", "revenue"))(t)
		want := []resource.HistoryRecord{kpi("revenue", 3, 3), kpi("revenue", 2, 2), kpi("revenue", 1, 1)}
		if !reflect.DeepEqual(history, want) {
			t.Errorf("history:\n%+v\nwant\n%+v", history, want)
		}
		deleted := must(s.History(ctx, 1, "Kpi", "a-b"))(t)
		if len(deleted) != 2 || deleted[0].Action != "deleted" {
			t.Errorf("history of a deleted resource: %+v", deleted)
		}
		if none := must(s.History(ctx, 1, "Kpi", "no\x00ne"))(t); len(none) != 0 {
			t.Errorf("history of an unknown resource: %+v", none)
		}
		if orgs := must(s.Orgs(ctx))(t); !reflect.DeepEqual(orgs, []int64{1, 2}) {
			t.Errorf("orgs %v", orgs)
		}
		if version := must(s.Versions(ctx, 1))(t).Data; version != 3 {
			t.Errorf("data version %d", version)
		}
		if version := must(s.Versions(ctx, 9))(t).Data; version != 0 {
			t.Errorf("data version of an unknown org: %d", version)
		}
	})
}

func TestRecreatedResourceHasOneHistory(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		put(t, s, 1, kpi("revenue", 1, 1))
		remove := func(tx resource.Tx) error { return tx.Delete(t.Context(), kpi("revenue", 1, 2)) }
		if err := s.Update(t.Context(), 1, remove); err != nil {
			t.Fatal(err)
		}
		if err := s.Update(t.Context(), 1, remove); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("deleting twice: %v", err)
		}
		put(t, s, 1, kpi("revenue", 1, 3))
		wantSnapshot(t, s, 1, 1, 3, "Kpi/revenue@1")
		wantSnapshot(t, s, 1, 2, 3)
		wantSnapshot(t, s, 1, 3, 3, "Kpi/revenue@1")
		if history := must(s.History(t.Context(), 1, "Kpi", "revenue"))(t); len(history) != 3 {
			t.Errorf("%d history records, want 3", len(history))
		}
	})
}

func TestFailedOrEmptyUpdateLeavesNoTrace(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		put(t, s, 1, kpi("revenue", 1, 1))
		broken := errors.New("broken")
		err := s.Update(t.Context(), 1, func(tx resource.Tx) error {
			return errors.Join(tx.Put(t.Context(), kpi("revenue", 2, 2)), broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("error %v, want the one of fn", err)
		}
		err = s.Update(t.Context(), 7, func(resource.Tx) error { return nil })
		if err != nil {
			t.Error(err)
		}
		func() {
			defer func() { recover() }()
			s.Update(t.Context(), 1, func(tx resource.Tx) error {
				tx.Put(t.Context(), kpi("revenue", 2, 2))
				panic("fn")
			})
		}()
		wantSnapshot(t, s, 1, -1, 1, "Kpi/revenue@1")
		if orgs := must(s.Orgs(t.Context()))(t); !reflect.DeepEqual(orgs, []int64{1}) {
			t.Errorf("orgs %v", orgs)
		}
		put(t, s, 1, kpi("revenue", 2, 2))
		wantSnapshot(t, s, 1, -1, 2, "Kpi/revenue@2")
	})
}

func TestConcurrentUpdatesAreSerial(t *testing.T) {
	const writers, each = 8, 10
	onBothEngines(t, func(t *testing.T, config Config) {
		// Two handles stand for two processes.
		stores := []*Store{open(t, config), open(t, config)}
		ctx := t.Context()
		var group sync.WaitGroup
		for w := range writers {
			group.Go(func() {
				for range each {
					err := stores[w%2].Update(ctx, 1, func(tx resource.Tx) error {
						all, _, err := tx.Snapshot(ctx)
						if err != nil {
							return err
						}
						version := 1
						if len(all) == 1 {
							version = all[0].Version + 1
						}
						return tx.Put(ctx, kpi("counter", version, version))
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		wantSnapshot(t, stores[0], 1, -1, writers*each, fmt.Sprintf("Kpi/counter@%d", writers*each))
		for i, record := range must(stores[1].History(ctx, 1, "Kpi", "counter"))(t) {
			if record.Version != writers*each-i {
				t.Fatalf("history record %d has version %d", i, record.Version)
			}
		}
	})
}

func TestCancelledContextIsReportedAsSuch(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, _, err := s.Snapshot(ctx, 1, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("read: %v", err)
		}
		ctx, cancel = context.WithCancel(t.Context())
		err := s.Update(ctx, 1, func(tx resource.Tx) error {
			cancel()
			return tx.Put(ctx, kpi("revenue", 1, 1))
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("write: %v", err)
		}
		wantSnapshot(t, s, 1, -1, 0)
	})
}
