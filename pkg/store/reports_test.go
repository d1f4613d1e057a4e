package store

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
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
