package company

import (
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

func TestFillMakesWhatTheSizeSays(t *testing.T) {
	size, folder := Size{Kpis: 25, Units: 4, Months: 3}, t.TempDir()
	for _, source := range []Source{Manual, Query(KpiName)} {
		if _, err := size.Fill(t.Context(), folder, source); err != nil {
			t.Fatal(err)
		}
	}
	data, err := store.Open(t.Context(), store.Config{DataPath: folder, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer data.Close()
	var windows []evaluate.Window
	for i := range size.Kpis {
		windows = append(windows, evaluate.Window{Series: KpiName(i), From: "2025-10", To: LastPeriod})
	}
	found, err := data.Observations(t.Context(), 1, windows, nil)
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for _, pages := range found.Pages {
		for _, page := range pages {
			cells += len(page.Cell)
		}
	}
	if cells != size.Observations() {
		t.Errorf("%d cells, want %d", cells, size.Observations())
	}
}
