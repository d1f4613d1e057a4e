package governance

import (
	"math"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func by(id string) *contract.PeriodText { return &contract.PeriodText{String: &id} }

func tried() Documents {
	return Documents{
		Calendars: map[string]contract.CalendarSpec{"cal": {TimeZone: "UTC"}},
		Kpis: map[string]contract.KpiSpec{
			"sales": {Calendar: "cal", Frequency: "month", Units: []string{"north", "south"}}, "costs": {Calendar: "cal", Frequency: "quarter"},
		},
	}
}

func TestWhereATrialMeasures(t *testing.T) {
	review, first, second := "r", "first", "second"
	d := tried()
	d.Kpis["products"] = contract.KpiSpec{Calendar: "cal", Frequency: "month", Units: []string{"shop"}}
	d.Scorecards = map[string]contract.ScorecardSpec{"first": {Unit: "company"}, "second": {Unit: "shops"}}
	d.Series = map[string]contract.ReviewSeriesSpec{"s": {Scorecards: []string{"first"}}}
	d.Reviews = map[string]contract.ReviewSpec{review: {Series: "s"}}
	decision := func(kpi string, unit, review *string, about ...string) *Trial {
		spec := contract.DecisionSpec{
			DecidedOn: ptr("2026-03-15"), Review: review, ExpectedEffect: &contract.ExpectedEffect{Kpi: kpi, Unit: unit, By: by("2026-06")},
		}
		for _, name := range about {
			spec.About = append(spec.About, contract.Ref{Kind: "Scorecard", Name: name})
		}
		return d.trialOfDecision(contract.Ref{Kind: "Decision", Name: "d"}, spec)
	}
	for name, c := range map[string]struct {
		trial *Trial
		want  string
	}{
		"the unit it names":                        {decision("costs", ptr("north"), &review), "north"},
		"that of the review's scorecard":           {decision("costs", nil, &review, second), "company"},
		"also where the KPI is measured below":     {decision("sales", nil, &review), "company"},
		"the only one of the KPI":                  {decision("products", nil, &review), "shop"},
		"that of a scorecard that it is about":     {decision("costs", nil, nil, "gone", second, first), "shops"},
		"the KPI's first without a scorecard":      {decision("sales", nil, nil), "north"},
		"left to find where nobody names anything": {decision("costs", nil, nil), ""},
	} {
		check, ask := c.trial.Begin(d, moment(t, "2026-12-31T00:00:00Z"))
		if ask == nil || ask.Unit != c.want || text(check.Unit) != c.want {
			t.Errorf("%s: asks %+v, says %q, not %q", name, ask, text(check.Unit), c.want)
		}
	}
	action := d.trialOfAction(contract.Ref{Kind: "Action", Name: "a"}, contract.ActionSpec{
		Source: &contract.Ref{Kind: "Review", Name: review}, State: ptr("done"), ClosedOn: ptr("2026-03-15"),
		Effect: &contract.ExpectedEffect{Kpi: "costs", By: by("2026-06")},
	})
	if _, ask := action.Begin(d, moment(t, "2026-12-31T00:00:00Z")); ask == nil || ask.Unit != "company" {
		t.Errorf("of an action: %+v", ask)
	}
}

func TestWhatATrialMeasures(t *testing.T) {
	for name, c := range map[string]struct {
		trial         Trial
		due           string
		before, after string
		unit, code    string
	}{
		"a period of the KPI":    {Trial{Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-06")}, Since: "2026-03-15"}, "2026-07-01T00:00:00Z", "2026-02", "2026-06", "north", ""},
		"a day within a period":  {Trial{Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-06-10")}, Since: "2026-03-01"}, "2026-07-01T00:00:00Z", "2026-02", "2026-06", "north", ""},
		"a coarser period":       {Trial{Effect: contract.ExpectedEffect{Kpi: "sales", Unit: ptr("south"), By: by("2026-Q2")}, Since: "2026-03-31"}, "2026-07-01T00:00:00Z", "2026-02", "2026-06", "south", ""},
		"a finer period":         {Trial{Effect: contract.ExpectedEffect{Kpi: "costs", By: by("2026-05")}, Since: "2026-01-01"}, "2026-07-01T00:00:00Z", "2025-Q4", "2026-Q2", "", ""},
		"not before a day":       {Trial{Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-06")}, Since: "2026-03-15", NotBefore: "2026-08-02"}, "2026-08-03T00:00:00Z", "2026-02", "2026-06", "north", ""},
		"too early":              {Trial{Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-02")}, Since: "2026-03-15"}, "2026-03-01T00:00:00Z", "", "", "north", "tooEarly"},
		"the first full period":  {Trial{Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-03")}, Since: "2026-03-15"}, "2026-04-01T00:00:00Z", "2026-02", "2026-03", "north", ""},
		"never decided":          {Trial{Ref: contract.Ref{Kind: "Decision"}, Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-06")}}, "2026-07-01T00:00:00Z", "", "", "north", "notDecided"},
		"never done":             {Trial{Ref: contract.Ref{Kind: "Action"}, Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-06")}}, "2026-07-01T00:00:00Z", "", "", "north", "notDone"},
		"a KPI that is gone":     {Trial{Effect: contract.ExpectedEffect{Kpi: "gone", By: by("2026-06")}}, "", "", "", "", "kpiGone"},
		"no period of the KPI's": {Trial{Effect: contract.ExpectedEffect{Kpi: "sales", By: by("FY2026-P01")}}, "", "", "", "", "noPeriod"},
	} {
		t.Run(name, func(t *testing.T) {
			now := moment(t, "2026-12-31T00:00:00Z")
			check, ask := c.trial.Begin(tried(), now)
			if c.due == "" != (check.DueAt == nil) || c.due != "" && !sameInstant(t, *check.DueAt, c.due) || text(check.Unit) != c.unit {
				t.Errorf("check %+v", check)
			}
			if c.code != "" {
				if ask != nil || check.State != TrialNotEvaluable || check.Reason.Code != c.code {
					t.Errorf("check %+v", check)
				}
				return
			}
			if ask == nil || ask.Before != c.before || ask.After != c.after || ask.Unit != c.unit {
				t.Fatalf("asks %+v", ask)
			}
			earlier, ask := c.trial.Begin(tried(), moment(t, c.due).Add(-1))
			if ask != nil || earlier.State != TrialPending || earlier.Reason != nil {
				t.Errorf("before it is due: %+v", earlier)
			}
		})
	}
}

func TestHowATrialComesOut(t *testing.T) {
	point := func(value any) *contract.SeriesPoint {
		p := &contract.SeriesPoint{ClosesAt: ptr("2026-07-05T00:00:00Z")}
		if v, ok := value.(float64); ok {
			p.Value = &v
		}
		return p
	}
	for name, c := range map[string]struct {
		sign          string
		size          *float64
		before, after any
		broken        bool
		now           string
		state, code   string
	}{
		"up at all":             {"up", nil, 10.0, 10.001, false, "", TrialHeld, ""},
		"up and didn't move":    {"up", nil, 10.0, 10.0, false, "", TrialFailed, ""},
		"up by enough":          {"up", ptr(0.1), 0.2, 0.3, false, "", TrialHeld, ""},
		"up by too little":      {"up", ptr(0.2), 0.2, 0.3, false, "", TrialFailed, ""},
		"up and fell":           {"up", ptr(1.0), 10.0, 5.0, false, "", TrialFailed, ""},
		"down at all":           {"down", nil, 10.0, 9.0, false, "", TrialHeld, ""},
		"down by enough":        {"down", ptr(2.0), 10.0, 8.0, false, "", TrialHeld, ""},
		"down by too little":    {"down", ptr(2.0), 10.0, 9.0, false, "", TrialFailed, ""},
		"down through zero":     {"down", ptr(4.0), 2.0, -2.0, false, "", TrialHeld, ""},
		"no value before":       {"up", nil, nil, 9.0, false, "", TrialNotEvaluable, "noValueBefore"},
		"no value after":        {"up", nil, 9.0, nil, false, "", TrialNotEvaluable, "noValueAfter"},
		"no value after so far": {"up", nil, 9.0, nil, false, "2026-07-04T23:59:00Z", TrialPending, "noValueYet"},
		"another definition":    {"up", nil, 9.0, 10.0, true, "", TrialNotEvaluable, "definitionBreak"},
	} {
		t.Run(name, func(t *testing.T) {
			now := "2026-07-05T00:00:00Z"
			if c.now != "" {
				now = c.now
			}
			trial := Trial{Effect: contract.ExpectedEffect{Kpi: "sales", Sign: c.sign, Size: c.size, Probability: 0.7, By: by("2026-06")}}
			begun := contract.EffectCheck{State: TrialPending, Probability: ptr(0.7)}
			got := trial.Judge(begun, point(c.before), point(c.after), c.broken, moment(t, now))
			if got.State != c.state || c.code == "" != (got.Reason == nil) || c.code != "" && got.Reason.Code != c.code {
				t.Errorf("check %+v %+v", got, got.Reason)
			}
			switch c.state {
			case TrialHeld:
				near(t, "brier", got.Brier, 0.09)
			case TrialFailed:
				near(t, "brier", got.Brier, 0.49)
			default:
				if got.Brier != nil {
					t.Errorf("brier of no outcome: %v", *got.Brier)
				}
			}
		})
	}
}

func near(t *testing.T, what string, got *float64, want float64) {
	t.Helper()
	if got == nil || math.Abs(*got-want) > 1e-12 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func TestAnActionWithoutAnEffectShowsTheChange(t *testing.T) {
	trial := Documents{}.trialOfAction(contract.Ref{Kind: "Action", Name: "a"}, contract.ActionSpec{
		Kpi: ptr("sales"), EffectCheckOn: ptr("2026-06-10"), State: ptr("done"), ClosedOn: ptr("2026-03-15"),
	})
	now := moment(t, "2026-12-31T00:00:00Z")
	check, ask := trial.Begin(tried(), now)
	if ask == nil || ask.Before != "2026-02" || ask.After != "2026-06" || check.Probability != nil {
		t.Fatalf("check %+v asks %+v", check, ask)
	}
	got := trial.Judge(check, &contract.SeriesPoint{Value: ptr(1.0)}, &contract.SeriesPoint{Value: ptr(3.0)}, false, now)
	near(t, "change", got.Change, 2)
	if got.State != TrialNotEvaluable || got.Reason.Code != "nothingExpected" {
		t.Errorf("check %+v", got)
	}
}

// The five forecasts below are worked out by hand: (0.9−1)² = 0.01, (0.8−0)² = 0.64, (0.6−1)² = 0.16, (0.3−0)² = 0.09 and
// (1−1)² = 0 sum up to 0.90; their mean is 0.18. Three of five held; the probabilities sum up to 3.6.
func TestCalibrationAsByHand(t *testing.T) {
	checked := func(p, outcome float64) contract.EffectCheck {
		state := TrialFailed
		if outcome == 1 {
			state = TrialHeld
		}
		return contract.EffectCheck{State: state, Probability: ptr(p), Brier: ptr((p - outcome) * (p - outcome))}
	}
	c := Calibrate([]contract.EffectCheck{
		checked(0.9, 1), checked(0.8, 0), checked(0.6, 1), checked(0.3, 0), checked(1, 1),
		{State: TrialPending, Probability: ptr(0.5)}, {State: TrialNotEvaluable, Probability: ptr(0.5)},
	})
	near(t, "brier", c.Brier, 0.18)
	near(t, "probability", c.MeanProbability, 0.72)
	near(t, "held", c.HeldShare, 0.6)
	if c.Decisions != 7 || c.Checked != 5 || c.Pending != 1 || c.NotEvaluable != 1 || c.Reason != nil || len(c.Bins) != 5 {
		t.Errorf("calibration %+v", c)
	}
	for i, n := range []int64{0, 1, 0, 1, 3} {
		if c.Bins[i].N != n || (n == 0) != (c.Bins[i].HeldShare == nil) {
			t.Errorf("bin %d: %+v", i, c.Bins[i])
		}
	}
	near(t, "highest bin's probability", c.Bins[4].MeanProbability, 0.9)
	near(t, "highest bin's share", c.Bins[4].HeldShare, 2.0/3)
}

func TestCalibrationOfNothingIsNotMeasured(t *testing.T) {
	c := Calibrate([]contract.EffectCheck{{State: TrialPending, Probability: ptr(0.5)}})
	if c.Brier != nil || c.HeldShare != nil || c.MeanProbability != nil || c.Reason == nil {
		t.Errorf("calibration %+v", c)
	}
}

func TestOnTrialFindsTheCommittee(t *testing.T) {
	d := followed()
	effect := &contract.ExpectedEffect{Kpi: "sales", By: by("2026-06")}
	d.Decisions = map[string]contract.DecisionSpec{
		"by-review":  {Review: ptr("april"), ExpectedEffect: effect},
		"by-itself":  {Charter: ptr("charter"), Committee: ptr("audit"), ExpectedEffect: effect},
		"elsewhere":  {Charter: ptr("other"), ExpectedEffect: effect},
		"no-effect":  {Review: ptr("april")},
		"withdrawn":  {Review: ptr("april"), ExpectedEffect: effect, State: ptr("withdrawn")},
		"overridden": {Review: ptr("april"), Committee: ptr("audit"), ExpectedEffect: effect},
	}
	got := map[string]string{}
	for _, trial := range OnTrial(d, "charter") {
		got[trial.Ref.Name] = trial.Committee
	}
	if len(got) != 3 || got["by-review"] != "board" || got["by-itself"] != "audit" || got["overridden"] != "audit" {
		t.Errorf("on trial %v", got)
	}
}

func TestADefinitionBreaksATrialBetweenItsValues(t *testing.T) {
	trial := Trial{Effect: contract.ExpectedEffect{Kpi: "sales", By: by("2026-06")}, Since: "2026-03-15"}
	_, ask := trial.Begin(tried(), moment(t, "2026-12-31T00:00:00Z"))
	for at, want := range map[string]bool{
		"2026-03-14T23:59:59Z": false, "2026-03-15T00:00:01Z": true, "2026-06-30T23:59:59Z": true, "2026-07-01T00:00:00Z": false,
	} {
		if got := ask.Broken(moment(t, at)); got != want {
			t.Errorf("%s: %v", at, got)
		}
	}
}
