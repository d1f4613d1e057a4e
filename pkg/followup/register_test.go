package followup

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// Page by page the register gives every entry once, in the order that it gives them all in, whatever it is sorted by.
func TestPagesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var entries []governance.Entry
		for i := range rapid.IntRange(0, 30).Draw(t, "n") {
			row := contract.RegisterRow{
				Ref: contract.Ref{Kind: "Action", Name: fmt.Sprintf("a-%d", i)}, Waiting: rapid.Bool().Draw(t, "waiting"),
				Title: rapid.SampledFrom([]string{"a", "B", ""}).Draw(t, "title"), State: "open",
				Owner: rapid.SampledFrom([]*string{nil, ptr("x"), ptr("Y")}).Draw(t, "owner"),
				Due:   rapid.SampledFrom([]*string{nil, ptr("2026-01-01"), ptr("2026-02-01")}).Draw(t, "due"),
			}
			if !row.Waiting {
				row.ClosedOn = rapid.SampledFrom([]*string{nil, ptr("1997-01-01"), ptr("2026-02-01")}).Draw(t, "closed")
			}
			entries = append(entries, governance.Entry{Row: row})
		}
		by := rapid.SampledFrom([]string{"", "due", "-due", "owner", "-owner", "title", "-title", "age", "slips", "state", "updated"}).Draw(t, "sort")
		key, descending, err := sorting(by)
		if err != nil {
			t.Fatal(err)
		}
		names := func(entries []governance.Entry) (names []string) {
			for _, e := range entries {
				names = append(names, e.Row.Ref.Name)
			}
			return names
		}
		all, next := pageOf(entries, key, descending, "", len(entries)+1)
		if next != "" || len(all) != len(entries) {
			t.Fatalf("%d of %d, next %q", len(all), len(entries), next)
		}
		var paged []string
		limit := rapid.IntRange(1, 7).Draw(t, "limit")
		for after := ""; ; {
			page, next := pageOf(entries, key, descending, after, limit)
			paged = append(paged, names(page)...)
			if after = next; next == "" {
				break
			}
		}
		if !slices.Equal(paged, names(all)) {
			t.Fatalf("pages %s, all %s", strings.Join(paged, " "), strings.Join(names(all), " "))
		}
	})
}

func TestUrgencyPutsWhatWaitsFirstAndTheNewestOfTheClosedNext(t *testing.T) {
	row := func(name string, waiting bool, due, closed *string) governance.Entry {
		return governance.Entry{Row: contract.RegisterRow{
			Ref: contract.Ref{Kind: "Action", Name: name}, Waiting: waiting, Due: due, ClosedOn: closed,
		}}
	}
	page, _ := pageOf([]governance.Entry{
		row("old", false, nil, ptr("1997-05-01")), row("new", false, nil, ptr("2026-05-01")), row("undated", true, nil, nil),
		row("later", true, ptr("2026-06-01"), nil), row("sooner", true, ptr("2026-05-01"), nil),
	}, urgency, false, "", 10)
	got := ""
	for _, e := range page {
		got += e.Row.Ref.Name + " "
	}
	if got != "sooner later undated new old " {
		t.Error(got)
	}
}

func TestWhatBreaksAKpisValues(t *testing.T) {
	for path, want := range map[string]bool{
		"/spec/source/query/rawSql": true, "/spec/source": true, "/spec/unitOfMeasure/unit": true, "/spec/frequency": true,
		"/spec/calendar": true, "/spec/source/formula": false, "/spec/source/contributors/0/person": false,
		"/spec/title": false, "/spec/unitOfMeasure/decimals": false, "/spec/owner": false,
	} {
		if got := partsValues(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
}
