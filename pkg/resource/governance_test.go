package resource

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// governed is an organisation with Northwind's scorecard and its governance.
func governed(t *testing.T) *fixture {
	t.Helper()
	x := newFixture(t)
	data, err := os.ReadFile(filepath.Join(testsFolder, "examples", "governance", "governance.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	x.mustApply(t, strings.Join(append(northwind(t), string(data)), "\n---\n"))
	return x
}

func TestAReviewKeepsTheAgendaOfTheDayItWasMade(t *testing.T) {
	x := governed(t)
	review := doc("Review", "april", "{series: northwind-strategic, start: 1997-04-15T08:00:00Z}")
	x.mustApply(t, review)
	spec := func() contract.ReviewSpec {
		t.Helper()
		documents, err := x.Governance(x.ctx, x.viewer, nil)
		if err != nil {
			t.Fatal(err)
		}
		return documents.Reviews["april"]
	}
	made := spec()
	if len(made.Agenda) != 5 || made.Roles == nil || len(made.Roles.Required) != 3 || made.Quorum == nil || *made.Quorum != 3 || *made.Minutes != 120 {
		t.Fatalf("made %+v", made)
	}
	if result := x.mustApply(t, review); len(result.Unchanged) != 1 {
		t.Errorf("a second apply: %+v", result)
	}
	series, err := x.Get(x.ctx, x.viewer, "ReviewSeries", "northwind-strategic", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := x.Patch(x.ctx, x.editor, "ReviewSeries", "northwind-strategic",
		version(int(*series.Metadata.Version)), body(`{"spec": {"agenda": []}}`), WriteOptions{}); err != nil {
		t.Fatal(problemsText(err))
	}
	if after := spec(); len(after.Agenda) != 5 {
		t.Errorf("the agenda followed the series: %+v", after.Agenda)
	}
}

func TestAnActionKeepsItsFirstDueDateAndEverySlip(t *testing.T) {
	x := newFixture(t)
	action := func(spec string) string { return doc("Action", "a", spec) }
	x.mustApply(t, action("{title: Ship, due: 2026-03-01}"))
	x.mustApply(t, action("{title: Ship, due: 2026-03-15}"))
	x.mustApply(t, action("{title: Ship, due: 2026-04-01, state: done}"))
	if result := x.mustApply(t, action("{title: Ship, due: 2026-04-01, state: done}")); len(result.Unchanged) != 1 {
		t.Errorf("apply again: %+v", result)
	}
	documents, err := x.Governance(x.ctx, x.viewer, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := documents.Actions["a"]
	if a.FirstDue == nil || *a.FirstDue != "2026-03-01" || len(a.DueHistory) != 2 || a.DueHistory[1].Due != "2026-03-15" || a.ClosedOn == nil {
		t.Errorf("action %+v", a)
	}
	if _, err := x.Apply(x.ctx, x.editor, body(action("{title: Ship, firstDue: 2026-05-01, due: 2026-05-01}")), ApplyOptions{}); err == nil || !strings.Contains(problemsText(err), "never changes") {
		t.Errorf("another first due date: %v", err)
	}
}
