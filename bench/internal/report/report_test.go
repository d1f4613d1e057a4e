package report

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestQuantile(t *testing.T) {
	times := Times{}
	for i := 100; i > 0; i-- {
		times = append(times, time.Duration(i))
	}
	for share, want := range map[float64]time.Duration{0: 1, 0.5: 50, 0.95: 95, 1: 100} {
		if got := times.Quantile(share); got != want {
			t.Errorf("quantile %v: %d, want %d", share, got, want)
		}
	}
	if (Times{}).Median() != 0 {
		t.Error("of nothing")
	}
}

func TestMeasureStopsAtAnError(t *testing.T) {
	calls := 0
	_, err := Measure(5, func() error {
		if calls++; calls == 2 {
			return errors.New("broken")
		}
		return nil
	})
	if err == nil || calls != 2 {
		t.Errorf("%v after %d calls", err, calls)
	}
}

func TestPrintTellsWhetherBudgetsAreMet(t *testing.T) {
	table := New("Title", "what", "time", "met")
	table.Row("a", 1500*time.Microsecond, table.Met(true))
	var out strings.Builder
	if !table.Print(&out) || !strings.Contains(out.String(), "| a | 1.50 ms | yes |") {
		t.Error(out.String())
	}
	table.Row("b", 12.34, table.Met(false))
	if table.Print(&out) || !strings.Contains(out.String(), "| b | 12.3 | no |") {
		t.Error(out.String())
	}
}
