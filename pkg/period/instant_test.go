package period_test

import (
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

func TestInstantsHaveFourDigitsOfYear(t *testing.T) {
	july := int64(7)
	for name, spec := range map[string]contract.CalendarSpec{
		"calendar year": {TimeZone: "UTC"}, "west of Greenwich": {TimeZone: "America/New_York"}, "fiscal": {TimeZone: "Asia/Tokyo", FiscalYearStartMonth: &july},
	} {
		c, err := period.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range period.Frequencies() {
			p := c.At(time.Date(9999, 12, 31, 12, 0, 0, 0, time.UTC), f)
			for _, end := range []time.Time{c.Start(p), c.End(p)} {
				if text := period.InstantText(end); len(text) > len("9999-12-31T23:59:59.999Z") || text[:4] != "9999" {
					t.Errorf("%s: %s %s", name, f, text)
				}
			}
		}
	}
	if text := period.InstantText(time.Date(2026, 3, 1, 1, 0, 0, 5_000_000, time.FixedZone("", 3600))); text != "2026-03-01T00:00:00.005Z" {
		t.Error(text)
	}
}
