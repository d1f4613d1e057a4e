package resource

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// scheduled is Northwind's governance at the beginning of 2026, with reviews that the schedule made.
func scheduled(t *testing.T, reviews ...string) *fixture {
	t.Helper()
	x := governed(t)
	stream := Input{Data: []byte(strings.Join(reviews, "\n---\n"))}
	if err := x.CreateMissing(x.ctx, access.System(1, Schedule), stream, WriteOptions{}); err != nil {
		t.Fatal(problemsText(err))
	}
	return x
}

func tactical(name, start string) string {
	return doc("Review", name, "{series: northwind-tactical, start: "+start+"}")
}

func (x *fixture) delete(t *testing.T, kind, name string) error {
	t.Helper()
	resource, err := x.Get(x.ctx, x.viewer, kind, name, nil)
	if err != nil {
		t.Fatal(err)
	}
	return x.Delete(x.ctx, x.editor, kind, name, version(int(*resource.Metadata.Version)), WriteOptions{})
}

func TestUntouchedReviewsToComeGoWithTheirSeries(t *testing.T) {
	x := scheduled(t, tactical("january", "2026-01-14T14:00:00Z"), tactical("february", "2026-02-11T14:00:00Z"))
	if err := x.delete(t, "ReviewSeries", "northwind-tactical"); err != nil {
		t.Fatal(problemsText(err))
	}
	documents, err := x.Governance(x.ctx, x.viewer, nil)
	if err != nil || len(documents.Reviews) != 0 || len(documents.Series) != 1 {
		t.Errorf("left: %v, %v", documents.Reviews, err)
	}
	if history, err := x.History(x.ctx, x.viewer, "Review", "january"); err != nil || history.Items[0].Action != "deleted" {
		t.Errorf("history %+v, %v", history, err)
	}
}

func TestOtherReviewsKeepTheirSeries(t *testing.T) {
	for name, spoil := range map[string]func(x *fixture){
		"touched": func(x *fixture) {
			x.mustApply(t, doc("Review", "january", "{series: northwind-tactical, start: 2026-01-15T14:00:00Z}"))
		},
		"past": func(x *fixture) {
			if err := x.CreateMissing(x.ctx, access.System(1, Schedule), Input{Data: []byte(tactical("december", "2025-12-10T14:00:00Z"))}, WriteOptions{}); err != nil {
				t.Fatal(err)
			}
		},
		"made by somebody": func(x *fixture) { x.mustApply(t, tactical("march", "2026-03-11T14:00:00Z")) },
		"referred to": func(x *fixture) {
			x.mustApply(t, doc("Decision", "d", "{title: D, review: january}"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			x := scheduled(t, tactical("january", "2026-01-14T14:00:00Z"))
			spoil(x)
			err := x.delete(t, "ReviewSeries", "northwind-tactical")
			var conflict *ConflictError
			if !errors.As(err, &conflict) || len(conflict.Referrers) == 0 {
				t.Errorf("expected a conflict, got %v", err)
			}
			if documents, err := x.Governance(x.ctx, x.viewer, nil); err != nil || len(documents.Series) != 2 {
				t.Errorf("%d series are left, %v", len(documents.Series), err)
			}
		})
	}
}

// documentsButReviews exports what there is, without its reviews.
func (x *fixture) documentsButReviews(t *testing.T) []string {
	t.Helper()
	exported, err := x.Export(x.ctx, x.viewer, nil, YAML)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(string(exported), "---\n"), func(document string) bool {
		return strings.Contains(document, "kind: Review\n")
	})
}

// prune applies a stream and deletes what it lacks.
func (x *fixture) prune(t *testing.T, stream string) contract.ApplyResult {
	t.Helper()
	result, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(stream)}, ApplyOptions{Prune: true})
	if err != nil {
		t.Fatal(problemsText(err))
	}
	return result
}

func TestPruneLeavesAloneWhatTheScheduleMade(t *testing.T) {
	x := scheduled(t, tactical("january", "2026-01-14T14:00:00Z"))
	kept := x.documentsButReviews(t)
	if result := x.prune(t, strings.Join(kept, "---\n")); len(result.Deleted) != 0 {
		t.Errorf("deleted %v", result.Deleted)
	}
	var withoutSeries []string
	for _, document := range kept {
		if !strings.Contains(document, "name: northwind-tactical\n") {
			withoutSeries = append(withoutSeries, document)
		}
	}
	if result := x.prune(t, strings.Join(withoutSeries, "---\n")); len(result.Deleted) != 2 {
		t.Errorf("deleted %v", result.Deleted)
	}
}

func conflictOf(t *testing.T, err error) *ConflictError {
	t.Helper()
	var conflict *ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("expected a conflict, got %v", err)
	}
	return conflict
}

func TestAReviewWithAReportOrALogStaysAndSoDoesItsSeries(t *testing.T) {
	x := scheduled(t, tactical("january", "2026-01-14T14:00:00Z"), tactical("february", "2026-02-11T14:00:00Z"))
	x.store.firm = []string{"january"}
	const stays = "has a frozen report or a log, which stay for ever"
	if c := conflictOf(t, x.delete(t, "Review", "january")); c.Detail != "Review “january” "+stays+": archive it instead" || len(c.Problems) != 1 {
		t.Errorf("%+v", c)
	}
	c := conflictOf(t, x.delete(t, "ReviewSeries", "northwind-tactical"))
	if c.Detail != "ReviewSeries “northwind-tactical” is still referenced by Review “january”, which "+stays+": archive it instead" ||
		len(c.Problems) != 1 || !slices.Equal(c.Referrers, []contract.Ref{{Kind: "Review", Name: "january"}}) {
		t.Errorf("%+v", c)
	}
	if err := x.DeletePassing(x.ctx, x.editor, "Review", []string{"january", "february"}, WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	documents, err := x.Governance(x.ctx, x.viewer, nil)
	if _, kept := documents.Reviews["january"]; err != nil || !kept || len(documents.Reviews) != 1 {
		t.Errorf("left: %v, %v", documents.Reviews, err)
	}
}

func TestAReviewThatIsFrozenInTheMomentOfTheDeletionStays(t *testing.T) {
	for name, remove := range map[string]func(x *fixture) error{
		"of itself":     func(x *fixture) error { return x.delete(t, "Review", "january") },
		"of its series": func(x *fixture) error { return x.delete(t, "ReviewSeries", "northwind-tactical") },
	} {
		t.Run(name, func(t *testing.T) {
			x := scheduled(t, tactical("january", "2026-01-14T14:00:00Z"))
			x.store.meanwhile = func() { x.store.firm = []string{"january"} }
			conflictOf(t, remove(x))
		})
	}
	for name, remove := range map[string]func(x *fixture) error{
		"by the schedule": func(x *fixture) error {
			return x.DeletePassing(x.ctx, x.editor, "Review", []string{"january"}, WriteOptions{})
		},
		"by a stream without it": func(x *fixture) error {
			_, err := x.Apply(x.ctx, x.editor, Input{Data: []byte(doc("Strategy", "only", "{title: Only}"))}, ApplyOptions{Prune: true})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			x := scheduled(t, tactical("january", "2026-01-14T14:00:00Z"))
			x.store.meanwhile = func() { x.store.firm = []string{"january"} }
			if err := remove(x); err != nil {
				t.Fatal(err)
			}
			if _, err := x.Get(x.ctx, x.viewer, "Review", "january", nil); err != nil {
				t.Errorf("it was taken away: %v", err)
			}
		})
	}
}

func TestPruneLeavesAloneWhatStaysAndWhatThatNeeds(t *testing.T) {
	x := scheduled(t, tactical("december", "2025-12-10T14:00:00Z"))
	x.mustApply(t, tactical("november", "2025-11-12T14:00:00Z"))
	others := x.documentsButReviews(t)
	x.store.firm = []string{"december", "november"}
	for _, stream := range []string{strings.Join(others, "---\n"), doc("Strategy", "only", "{title: Only}")} {
		result := x.prune(t, stream)
		left := slices.DeleteFunc(result.Warnings, func(w string) bool { return !strings.Contains(w, "stay for ever") })
		if len(left) != 1 || !strings.HasPrefix(left[0], "Review “november” has a frozen report") {
			t.Errorf("warnings: %v", left)
		}
		for _, ref := range result.Deleted {
			if ref.Kind == "Review" || ref.Name == "northwind-tactical" || ref.Kind == "Scorecard" {
				t.Errorf("deleted %v", ref)
			}
		}
	}
	x.store.firm = []string{"december"}
	if result := x.prune(t, doc("Strategy", "only", "{title: Only}")); !slices.Contains(result.Deleted, contract.Ref{Kind: "Review", Name: "november"}) ||
		slices.ContainsFunc(result.Deleted, func(ref contract.Ref) bool { return ref.Name == "northwind-tactical" }) {
		t.Errorf("deleted %v", result.Deleted)
	}
	x.store.firm = nil
	if result := x.prune(t, doc("Strategy", "only", "{title: Only}")); !slices.ContainsFunc(result.Deleted, func(ref contract.Ref) bool { return ref.Name == "northwind-tactical" }) {
		t.Errorf("deleted %v", result.Deleted)
	}
}
