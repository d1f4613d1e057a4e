package period_test

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

type goldenCase struct {
	contract.CalendarSpec
	Frequency period.Frequency
	Instant   time.Time
	Period    string
	Start     time.Time
	End       time.Time
}

func TestGoldenCases(t *testing.T) {
	for _, name := range []string{"period.json", "period-patterns.json"} {
		content, err := os.ReadFile("../../tests/golden/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var cases []goldenCase
		if err := json.Unmarshal(content, &cases); err != nil {
			t.Fatal(err)
		}
		if len(cases) == 0 {
			t.Fatalf("%s has no cases", name)
		}
		for _, c := range cases {
			t.Run(name+"/"+c.TimeZone+"/"+c.Period, func(t *testing.T) {
				calendar, err := period.New(c.CalendarSpec)
				if err != nil {
					t.Fatal(err)
				}
				p := calendar.At(c.Instant, c.Frequency)
				if id := calendar.ID(p); id != c.Period {
					t.Errorf("At(%s): got %s, want %s", c.Instant, id, c.Period)
				}
				if start := calendar.Start(p); !start.Equal(c.Start) {
					t.Errorf("Start: got %s, want %s", start, c.Start)
				}
				if end := calendar.End(p); !end.Equal(c.End) {
					t.Errorf("End: got %s, want %s", end, c.End)
				}
				if parsed, err := calendar.Parse(c.Period); err != nil || parsed != p {
					t.Errorf("Parse(%s): got %v, %v, want %v", c.Period, parsed, err, p)
				}
			})
		}
	}
}
