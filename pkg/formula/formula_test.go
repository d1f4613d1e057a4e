package formula_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// ledger is an Env over a map. Keys are as in "revenue", "prev revenue 1", "ytd revenue"; it notes what was asked.
type ledger struct {
	values map[string]float64
	asked  []string
}

func (l *ledger) get(key string) (float64, *formula.Reason) {
	l.asked = append(l.asked, key)
	if n, ok := l.values[key]; ok {
		return n, nil
	}
	return 0, &formula.Reason{Code: sentence.CodeMissingInput, Message: key}
}

func (l *ledger) Value(kpi string) (float64, *formula.Reason) { return l.get(kpi) }
func (l *ledger) Ytd(kpi string) (float64, *formula.Reason)   { return l.get("ytd " + kpi) }
func (l *ledger) Prev(kpi string, n int) (float64, *formula.Reason) {
	return l.get(fmt.Sprintf("prev %s %d", kpi, n))
}
func (l *ledger) Rolling(kpi string, n int) (float64, *formula.Reason) {
	return l.get(fmt.Sprintf("rolling %s %d", kpi, n))
}
func (l *ledger) SamePeriodLastYear(kpi string) (float64, *formula.Reason) {
	return l.get("samePeriodLastYear " + kpi)
}

var books = map[string]float64{
	"revenue": 120, "profit": 30, "orders": 8, "nothing": 0, "loss": -7.5, "order-cycle-days": 4, "huge": 1e308, "min": 3,
	"count": 5, "sum": 6, "map": 7, "first": 8, "last": 9, "now": 10, "duration": 11, "if": 12, "in": 13, "true": 14, "nil": 15,
	"prev revenue 1": 100, "prev revenue 3": 80, "ytd revenue": 400, "rolling revenue 5": 500, "rolling order-cycle-days 2": 9,
	"samePeriodLastYear revenue": 96, "prev": 16, "all": 17, "len": 18, "kpi": 19, "a": 1, "b": 2, "c": 3,
}

func TestEval(t *testing.T) {
	cases := []struct {
		formula string
		want    float64
	}{
		{"revenue", 120},
		{`kpi("order-cycle-days") + 1`, 5},
		{"kpi('order-cycle-days')", 4},
		{"kpi(`revenue`)", 120},
		{"profit / revenue", 0.25},
		{"1 - profit / revenue * 2", 0.5},
		{"(1 - profit / revenue) * 2", 1.5},
		{"-loss", 7.5},
		{"- -loss", -7.5},
		{"+profit", 30},
		{"-nothing", 0},
		{"revenue % 50", 20},
		{"-revenue % 50", -20},
		{"revenue - profit - orders", 82},
		{"1e3 + 1_000 + .5 + 0x10", 2016.5},
		{"revenue > 100 ? 1 : 2", 1},
		{"revenue > 120 ? 1 : 2", 2},
		{"revenue >= 120 ? 1 : 2", 1},
		{"revenue < 120 ? 1 : 2", 2},
		{"revenue <= 120 ? 1 : 2", 1},
		{"revenue == 120 ? 1 : 2", 1},
		{"revenue != 120 ? 1 : 2", 2},
		{"revenue > 200 ? 1 : revenue > 100 ? 2 : 3", 2},
		{"revenue > 100 and profit > 100 ? 1 : 2", 2},
		{"revenue > 100 && profit < 100 ? 1 : 2", 1},
		{"revenue > 200 or profit < 100 ? 1 : 2", 1},
		{"revenue > 200 || profit > 100 ? 1 : 2", 2},
		{"not (revenue > 100) ? 1 : 2", 2},
		{"!(revenue > 200) ? 1 : 2", 1},
		{"(revenue > 100 ? 1 : 2) + 10", 11},
		{"a < b and b < c ? 1 : 2", 1},
		{"min(revenue, profit, 50)", 30},
		{"max(revenue, profit, 50)", 120},
		{"min(revenue)", 120},
		{"abs(loss)", 7.5},
		{"round(loss)", -8},
		{"round(2.5)", 3},
		{"round(1234.5678, 2)", 1234.57},
		{"round(1234.5678, -2)", 1200},
		{"round(huge, 10)", 1e308},
		{"coalesce(revenue, 1)", 120},
		{"coalesce(unknown, 1)", 1},
		{"coalesce(unknown, other, profit)", 30},
		{"coalesce(revenue / nothing, -1)", -1},
		{"coalesce(prev(unknown), 7)", 7},
		{"prev(revenue)", 100},
		{"prev(revenue, 3)", 80},
		{"revenue / prev(revenue) - 1", 0.2},
		{"ytd(revenue)", 400},
		{"rolling(revenue, 5)", 500},
		{`rolling(kpi("order-cycle-days"), 2)`, 9},
		{"samePeriodLastYear(revenue)", 96},
		// Words that mean something to the parser, or to us when called, are KPIs when they aren't.
		{"min + count + sum + map + first + last + now + duration + prev + all + len + kpi", 129},
		{`kpi("if") + kpi("in") + kpi("true") + kpi("nil") + kpi("count")`, 59},
		{"min(min, count)", 3},
		{"prev(revenue) + prev", 116},
		{" revenue\n  / orders ", 15},
	}
	for _, c := range cases {
		t.Run(c.formula, func(t *testing.T) {
			f, err := formula.Parse(c.formula)
			if err != nil {
				t.Fatal(err)
			}
			got, reason := f.Eval(&ledger{values: books})
			if reason != nil {
				t.Fatal(reason.Message)
			}
			if math.Abs(got-c.want) > 1e-12*math.Abs(c.want) || math.Signbit(got) != math.Signbit(c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestNoValue(t *testing.T) {
	cases := map[string]string{
		"revenue / nothing":                  sentence.CodeDivisionByZero,
		"revenue % nothing":                  sentence.CodeDivisionByZero,
		"nothing / nothing":                  sentence.CodeDivisionByZero,
		"revenue / (profit - 30)":            sentence.CodeDivisionByZero,
		"unknown":                            sentence.CodeMissingInput,
		"revenue + unknown":                  sentence.CodeMissingInput,
		"unknown * 0":                        sentence.CodeMissingInput,
		"-unknown":                           sentence.CodeMissingInput,
		"min(revenue, unknown)":              sentence.CodeMissingInput,
		"max(unknown, revenue)":              sentence.CodeMissingInput,
		"abs(unknown)":                       sentence.CodeMissingInput,
		"round(unknown, 2)":                  sentence.CodeMissingInput,
		"coalesce(unknown, other)":           sentence.CodeMissingInput,
		"coalesce(unknown, 1 / nothing)":     sentence.CodeDivisionByZero,
		"unknown > 1 ? 1 : 2":                sentence.CodeMissingInput,
		"not (unknown > 1) ? 1 : 2":          sentence.CodeMissingInput,
		"unknown > 1 or revenue > 1 ? 1 : 2": sentence.CodeMissingInput,
		"revenue > 1 ? unknown : 2":          sentence.CodeMissingInput,
		"prev(unknown)":                      sentence.CodeMissingInput,
		"samePeriodLastYear(profit)":         sentence.CodeMissingInput,
		"huge * 10":                          sentence.CodeNotFinite,
		"huge + huge":                        sentence.CodeNotFinite,
		"-huge - huge":                       sentence.CodeNotFinite,
		"huge / 1e-5":                        sentence.CodeNotFinite,
	}
	for text, code := range cases {
		t.Run(text, func(t *testing.T) {
			f, err := formula.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			if got, reason := f.Eval(&ledger{values: books}); reason == nil || reason.Code != code || got != 0 {
				t.Errorf("got %v, %+v, want the reason %s", got, reason, code)
			}
		})
	}
}

func TestAnEnvThatGivesNoNumber(t *testing.T) {
	f, err := formula.Parse("bad")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if _, reason := f.Eval(&ledger{values: map[string]float64{"bad": n}}); reason == nil || reason.Code != sentence.CodeNotFinite {
			t.Errorf("%v: got %+v, want %s", n, reason, sentence.CodeNotFinite)
		}
	}
}

func TestOnlyWhatIsNeededIsRead(t *testing.T) {
	cases := map[string][]string{
		"revenue > 100 ? profit : unknown":                   {"revenue", "profit"},
		"revenue > 200 ? unknown : profit":                   {"revenue", "profit"},
		"revenue > 200 and unknown > 1 ? unknown : 1":        {"revenue"},
		"revenue > 100 or unknown > 1 ? 1 : unknown":         {"revenue"},
		"coalesce(revenue, unknown)":                         {"revenue"},
		"unknown + revenue":                                  {"unknown", "revenue"},
		"unknown > 1 ? revenue : profit":                     {"unknown"},
		"min(unknown, revenue)":                              {"unknown", "revenue"},
		"orders == 0 ? 0 : prev(revenue, 3) / ytd(revenue)":  {"orders", "prev revenue 3", "ytd revenue"},
		"nothing == 0 ? 0 : prev(revenue, 3) / ytd(revenue)": {"nothing"},
	}
	for text, want := range cases {
		t.Run(text, func(t *testing.T) {
			f, err := formula.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			env := &ledger{values: books}
			f.Eval(env)
			if !slices.Equal(env.asked, want) {
				t.Errorf("asked for %v, want %v", env.asked, want)
			}
		})
	}
}

func TestInputs(t *testing.T) {
	f, err := formula.Parse(`revenue > 0 ? revenue / prev(revenue) : kpi("order-cycle-days") + prev(revenue, 2) + prev(revenue, 1) +
		rolling(orders, 3) + ytd(orders) + samePeriodLastYear(kpi("revenue")) + kpi("revenue")`)
	if err != nil {
		t.Fatal(err)
	}
	want := []formula.Input{
		{Kpi: "revenue"}, {"revenue", formula.Prev, 1}, {Kpi: "order-cycle-days"}, {"revenue", formula.Prev, 2},
		{"orders", formula.Rolling, 3}, {"orders", formula.Ytd, 0}, {"revenue", formula.SamePeriodLastYear, 0},
	}
	if got := f.Inputs(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
