package store

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// TestReplicasHoldOneAnotherToTheRules has three processes claim the same keys for units of their own at once: the rule across
// documents holds though each reads only what the others wrote.
func TestReplicasHoldOneAnotherToTheRules(t *testing.T) {
	const replicas, keys = 3, 12
	onBothEngines(t, func(t *testing.T, config Config) {
		f := access.For(access.Caller{Org: 1, Login: "ada", Role: access.Editor})
		elsewhere := access.For(access.Caller{Org: 2, Login: "ada", Role: access.Editor})
		unit := func(name, alias string) resource.Input {
			return resource.Input{Data: fmt.Appendf(nil, "{apiVersion: scorecard/v1, kind: OrgUnit, metadata: {name: %s}, spec: {title: U, aliases: [%s]}}", name, alias)}
		}
		var taken [keys]atomic.Int32
		var all sync.WaitGroup
		engines := make([]*resource.Engine, replicas)
		for r := range replicas {
			engines[r] = resource.New(open(t, config), resource.Options{})
			all.Go(func() {
				for key := range keys {
					_, err := engines[r].Apply(t.Context(), f, unit(fmt.Sprintf("unit-%d-%d", r, key), fmt.Sprintf("key-%d", key)), resource.ApplyOptions{})
					var invalid *resource.InvalidError
					switch {
					case err == nil:
						taken[key].Add(1)
					case !errors.As(err, &invalid) || !strings.Contains(err.Error(), "alias"):
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		for key := range keys {
			if n := taken[key].Load(); n != 1 {
				t.Errorf("key %d belongs to %d units", key, n)
			}
		}
		for r, engine := range engines {
			list, err := engine.List(t.Context(), f, "OrgUnit", resource.ListOptions{})
			if err != nil || len(list.Items) != keys {
				t.Errorf("replica %d sees %d units, %v", r, len(list.Items), err)
			}
			if _, err := engine.Apply(t.Context(), elsewhere, unit("unit", fmt.Sprintf("key-%d", r)), resource.ApplyOptions{}); err != nil {
				t.Errorf("a key of another org is taken: %v", err)
			}
		}
	})
}

func TestWhatWasWrittenSince(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s := open(t, config)
		ctx := t.Context()
		put(t, s, 1, kpi("revenue", 1, 1), kpi("costs", 1, 1))
		put(t, s, 2, kpi("other", 1, 1))
		_, mark, err := s.Snapshot(ctx, 1, nil)
		if err != nil || mark.Seq == 0 {
			t.Fatalf("mark %+v, %v", mark, err)
		}
		want := func(after resource.Mark, limit int, changes ...string) resource.Mark {
			t.Helper()
			records, next, err := s.Since(ctx, 1, after, limit)
			got := []string{}
			for _, r := range records {
				got = append(got, fmt.Sprintf("%s %s@%d", r.Action, r.Name, r.Version))
			}
			if err != nil || strings.Join(got, ", ") != strings.Join(changes, ", ") {
				t.Errorf("since %+v: %v, %v; want %v", after, got, err, changes)
			}
			return next
		}
		if next := want(mark, 10); next != mark {
			t.Errorf("mark %+v without a change, was %+v", next, mark)
		}
		broken := errors.New("broken")
		err = s.Update(ctx, 1, func(tx resource.Tx) error {
			if err := tx.Put(ctx, kpi("lost", 1, 2)); err != nil {
				return err
			}
			return broken
		})
		if !errors.Is(err, broken) {
			t.Fatal(err)
		}
		record(t, s, observed(1, 1))
		if next := want(mark, 10); next.Definitions != mark.Definitions || next.Data == mark.Data {
			t.Errorf("mark %+v after an observation, was %+v", next, mark)
		}
		put(t, s, 1, kpi("revenue", 2, 2))
		err = s.Update(ctx, 1, func(tx resource.Tx) error {
			records, within, err := tx.Since(ctx, mark, 10)
			if len(records) != 1 || records[0].Version != 2 || within.Seq <= mark.Seq || err != nil {
				t.Errorf("within a transaction: %+v, %+v, %v", records, within, err)
			}
			if none, _, err := tx.Since(ctx, within, 10); len(none) != 0 || err != nil {
				t.Errorf("within a transaction, since the last write: %+v, %v", none, err)
			}
			return tx.Delete(ctx, kpi("costs", 1, 3))
		})
		if err != nil {
			t.Fatal(err)
		}
		want(mark, 1, "changed revenue@2")
		next := want(mark, 10, "changed revenue@2", "deleted costs@1")
		want(next, 10)
		if _, unknown, err := s.Since(ctx, 9, resource.Mark{}, 10); err != nil || unknown != (resource.Mark{}) {
			t.Errorf("an org without anything: %+v, %v", unknown, err)
		}
	})
}
