package store

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

func frozenAt(review string, hours int) contract.Snapshot {
	return contract.Snapshot{
		Review: review, Units: []string{"north"}, Premature: []contract.PrematureValue{}, FrozenAt: at(hours).Format(time.RFC3339Nano),
	}
}

func batchOf(id string, hours int) contract.ReportBatch {
	return contract.ReportBatch{ID: id, Units: []string{"north"}, Formats: []string{"pdf"}, State: "queued", CreatedAt: at(hours).Format(time.RFC3339Nano)}
}

func TestSnapshotsAreKeptOnce(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		put(t, s, 1, reviews("may", "june")...)
		first := frozenAt("may", 1)
		document := []byte(`{"value": 0.1}`)
		if err := s.SaveSnapshot(ctx, 1, first, []report.UnitReport{{Unit: "north", Document: document}}); err != nil {
			t.Fatal(err)
		}
		again := s.SaveSnapshot(ctx, 1, frozenAt("may", 2), []report.UnitReport{{Unit: "south", Document: document}})
		if !errors.Is(again, report.ErrFrozen) {
			t.Errorf("the second freeze: %v", again)
		}
		if err := s.SaveSnapshot(ctx, 1, frozenAt("june", 3), nil); err != nil {
			t.Fatal(err)
		}
		if got := must(s.FrozenSnapshot(ctx, 1, "may"))(t); !reflect.DeepEqual(got, first) {
			t.Errorf("%+v", got)
		}
		if got := must(s.UnitReport(ctx, 1, "may", "north"))(t); string(got) != string(document) {
			t.Errorf("%s", got)
		}
		for name, err := range map[string]error{
			"snapshot": second(s.FrozenSnapshot(ctx, 2, "may")), "report": second(s.UnitReport(ctx, 1, "may", "south")),
		} {
			if !errors.Is(err, resource.ErrNotFound) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if got := must(s.FrozenReviews(ctx, 1))(t); !slices.Equal(got, []string{"june", "may"}) {
			t.Errorf("frozen are %v", got)
		}
		if got := must(s.FrozenSnapshots(ctx, 1, at(2)))(t); len(got) != 1 || got[0].Review != "june" {
			t.Errorf("since then: %+v", got)
		}
	})
}

// Freezing and logging race with the deletion of their review: whatever comes first, no report and no log is left without its review.
func TestWhatStaysKeepsItsReview(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		if err := s.SaveSnapshot(ctx, 1, frozenAt("nowhere", 1), nil); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("a report of no review: %v", err)
		}
		if _, err := s.AppendEvents(ctx, 1, "nowhere", []review.Event{logged("a", "open", 1)}); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("a log of no review: %v", err)
		}
		const rounds = 40
		deleted, kept := 0, 0
		for round := range rounds {
			name := fmt.Sprintf("review-%d", round)
			put(t, s, 1, reviews(name)...)
			var gone, added error
			var waiting sync.WaitGroup
			waiting.Go(func() {
				gone = s.Update(ctx, 1, func(tx resource.Tx) error {
					if slices.Contains(must(tx.FirmReviews(ctx))(t), name) {
						return report.ErrFrozen
					}
					return tx.Delete(ctx, reviews(name)[0])
				})
			})
			waiting.Go(func() {
				if round%2 == 0 {
					added = s.SaveSnapshot(ctx, 1, frozenAt(name, 1), nil)
				} else {
					_, added = s.AppendEvents(ctx, 1, name, []review.Event{logged("a", "open", 1)})
				}
			})
			waiting.Wait()
			switch firm := slices.Contains(must(s.FirmReviews(ctx, 1))(t), name); {
			case gone == nil && errors.Is(added, resource.ErrNotFound) && !firm:
				deleted++
			case errors.Is(gone, report.ErrFrozen) && added == nil && firm:
				kept++
			default:
				t.Fatalf("%s: deleted %v, added %v, firm %v", name, gone, added, firm)
			}
		}
		t.Logf("%d deleted, %d kept", deleted, kept)
	})
}

func second[T any](_ T, err error) error { return err }

func TestBatchesOfReports(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		for _, batch := range []contract.ReportBatch{batchOf("b", 2), batchOf("a", 1), batchOf("c", 3)} {
			if err := s.SaveBatch(ctx, 1, batch, nil); err != nil {
				t.Fatal(err)
			}
		}
		done := batchOf("a", 1)
		finished := at(4).Format(time.RFC3339Nano)
		done.State, done.FinishedAt = "succeeded", &finished
		if err := s.SaveBatch(ctx, 1, done, []byte("PK")); err != nil {
			t.Fatal(err)
		}
		// A process that was held up goes on with what another has finished meanwhile.
		if err := s.SaveBatch(ctx, 1, batchOf("a", 1), nil); err != nil {
			t.Fatal(err)
		}
		if got := must(s.UnfinishedBatches(ctx, 1))(t); !reflect.DeepEqual(got, []string{"b", "c"}) {
			t.Errorf("unfinished %v", got)
		}
		if got := must(s.Batch(ctx, 1, "a"))(t); !reflect.DeepEqual(got, done) {
			t.Errorf("%+v", got)
		}
		if got := must(s.Archive(ctx, 1, "a"))(t); string(got) != "PK" {
			t.Errorf("archive %q", got)
		}
		if err := second(s.Archive(ctx, 1, "nothing")); !errors.Is(err, resource.ErrNotFound) {
			t.Error(err)
		}
		if err := s.ForgetBatches(ctx, 1, at(9)); err != nil {
			t.Fatal(err)
		}
		if err := second(s.Batch(ctx, 1, "a")); !errors.Is(err, resource.ErrNotFound) {
			t.Errorf("a finished one is still there: %v", err)
		}
		if got := must(s.UnfinishedBatches(ctx, 1))(t); len(got) != 2 {
			t.Errorf("unfinished ones are forgotten: %v", got)
		}
	})
}

func TestDeliveries(t *testing.T) {
	onBothEngines(t, func(t *testing.T, config Config) {
		s, ctx := open(t, config), t.Context()
		failed := report.Delivery{Review: "may", Channel: "email", Recipient: "ada@example.org", At: at(1), State: report.DeliveryFailed, Message: "no such box"}
		sent := failed
		sent.At, sent.State, sent.Message = at(2), report.DeliverySent, ""
		inApp := report.Delivery{Review: "may", Channel: "app", Recipient: "ada", At: at(3), State: report.DeliverySent}
		for _, d := range []report.Delivery{failed, inApp, sent} {
			if err := s.SaveDelivery(ctx, 1, d); err != nil {
				t.Fatal(err)
			}
		}
		if got := must(s.Deliveries(ctx, 1, "may"))(t); !reflect.DeepEqual(got, []report.Delivery{inApp, sent}) {
			t.Errorf("%+v", got)
		}
		if got := must(s.DeliveriesSince(ctx, 1, "app", at(3)))(t); !reflect.DeepEqual(got, []report.Delivery{inApp}) {
			t.Errorf("%+v", got)
		}
		if got := must(s.DeliveriesSince(ctx, 1, "app", at(4)))(t); len(got) != 0 {
			t.Errorf("%+v", got)
		}
	})
}
