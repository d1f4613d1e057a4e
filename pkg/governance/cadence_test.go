package governance

import (
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func TestReadIntensity(t *testing.T) {
	r := ReadIntensity([]VolatilityPoint{
		{Ratio: 1, Outside: new(true)}, {Ratio: 2, Outside: new(false)}, {Ratio: 4, Outside: nil}, {Ratio: 3, Outside: new(false)},
	})
	if *r.Volatility != 2.5 || *r.ShiftShare != 1.0/3 {
		t.Errorf("V %v, S %v", *r.Volatility, *r.ShiftShare)
	}
	if r := ReadIntensity(nil); r.Volatility != nil || r.ShiftShare != nil {
		t.Errorf("of nothing: %+v", r)
	}
}

func TestAdvise(t *testing.T) {
	reading := func(v, s float64) IntensityReading { return IntensityReading{&v, &s} }
	unknown := IntensityReading{}
	for what, c := range map[string]struct {
		readings []IntensityReading
		events   []string
		want     Direction
	}{
		"nothing known":                   {nil, nil, Stay},
		"lively once":                     {[]IntensityReading{reading(1, 0), reading(1.5, 0)}, nil, Stay},
		"lively twice":                    {[]IntensityReading{reading(1.5, 0), reading(1.5, 0)}, nil, Up},
		"just not":                        {[]IntensityReading{reading(1.499, 0.249), reading(1.499, 0.249)}, nil, Stay},
		"shifted twice":                   {[]IntensityReading{reading(1, 0.25), reading(1, 0.25)}, nil, Up},
		"once by each":                    {[]IntensityReading{reading(1.5, 0), reading(1, 0.25)}, nil, Up},
		"lively, with a gap":              {[]IntensityReading{reading(1.5, 0), unknown, reading(1.5, 0)}, nil, Stay},
		"no longer":                       {[]IntensityReading{reading(2, 1), reading(2, 1), reading(1, 0)}, nil, Stay},
		"an event alone":                  {nil, []string{"Merger"}, Up},
		"calm for three":                  {[]IntensityReading{reading(0.7, 0), reading(0.7, 0), reading(0.7, 0)}, nil, Stay},
		"calm for four":                   {[]IntensityReading{reading(0.7, 0), reading(0.7, 0), reading(0.7, 0), reading(0.7, 0)}, nil, Down},
		"calm with an event":              {[]IntensityReading{reading(0.5, 0), reading(0.5, 0), reading(0.5, 0), reading(0.5, 0)}, []string{"Merger"}, Up},
		"calm but shifted":                {[]IntensityReading{reading(0.5, 0), reading(0.5, 0), reading(0.5, 0.3), reading(0.5, 0.3)}, nil, Up},
		"calm, and unknown in the middle": {[]IntensityReading{reading(0.5, 0), unknown, reading(0.5, 0), reading(0.5, 0)}, nil, Stay},
	} {
		got, why := Advise(c.readings, c.events)
		if got != c.want || (len(why) == 0) != (got == Stay) {
			t.Errorf("%s: %q because %v, expected %q", what, got, why, c.want)
		}
	}
}

func TestStep(t *testing.T) {
	bounds := &contract.CadenceBounds{Seldom: new("half"), Often: new("month")}
	for _, c := range []struct {
		every     string
		direction Direction
		bounds    *contract.CadenceBounds
		to, code  string
	}{
		{"quarter", Up, bounds, "month", ""},
		{"quarter", Down, bounds, "half", ""},
		{"month", Up, bounds, "week", sentence.CodeBounds},
		{"half", Down, bounds, "year", sentence.CodeBounds},
		{"week", Down, bounds, "month", ""},
		{"month", Up, nil, "week", ""},
		{"month", Up, &contract.CadenceBounds{}, "week", ""},
		{"day", Up, nil, "day", sentence.CodeNoStep},
		{"year", Down, nil, "year", sentence.CodeNoStep},
	} {
		to, blocked := Step(c.every, c.direction, c.bounds)
		if code := codeOf(blocked); to != c.to || code != c.code {
			t.Errorf("%s %s: %s %q, expected %s %q", c.every, c.direction, to, code, c.to, c.code)
		}
	}
}

func codeOf(reason *contract.Reason) string {
	if reason == nil {
		return ""
	}
	return reason.Code
}

func TestAfterCycles(t *testing.T) {
	from := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	for every, want := range map[string]string{
		"day": "2026-02-02", "week": "2026-02-14", "month": "2026-03-31", "quarter": "2026-07-31", "half": "2027-01-31", "year": "2028-01-31",
	} {
		if got := AfterCycles(from, every, RestCycles).Format(time.DateOnly); got != want {
			t.Errorf("%s: %s, expected %s", every, got, want)
		}
	}
}
