package formula_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
)

func TestParseRefusals(t *testing.T) {
	cases := []struct {
		formula      string
		line, column int
		says         string
	}{
		{"", 1, 1, "empty"},
		{" \n\t", 1, 1, "empty"},
		{"revenue +", 1, 10, "ends too early"},
		{"(revenue", 1, 9, "ends too early"},
		{"revenue ? 1", 1, 12, "ends too early"},
		{"revenue)", 1, 8, `unexpected ")"`},
		{"revenue orders", 1, 9, `unexpected "orders"`},
		{"* revenue", 1, 1, `unexpected "*"`},
		{"a +\nb +\n  * c", 3, 3, `unexpected "*"`},
		{"revenue > 1", 1, 9, "> gives a truth value"},
		{"revenue > 1 and profit > 1", 1, 13, "and gives a truth value"},
		{"not (revenue > 1)", 1, 1, "not gives a truth value"},
		{"(revenue > 1) + 1", 1, 10, "> gives a truth value"},
		{"min(revenue > 1, 2)", 1, 13, "> gives a truth value"},
		{"revenue ? 1 : 2", 1, 1, "a condition is needed"},
		{"not revenue > 1 ? 1 : 2", 1, 1, "write not (x > y)"},
		{"revenue and 1 > 0 ? 1 : 2", 1, 1, "a condition is needed"},
		{"1 > 0 and revenue ? 1 : 2", 1, 11, "a condition is needed"},
		{"(1 > 0) == (2 > 1) ? 1 : 2", 1, 4, "> gives a truth value"},
		{"1 < revenue < 3 ? 1 : 2", 1, 13, "can't be chained"},
		{"1 < a < b < 3 ? 1 : 2", 1, 11, "can't be chained"},
		{"1 > 0 ?: 2", 1, 10, "between ? and : is missing"},
		{"true", 1, 1, `kpi("true")`},
		{"1 + nil", 1, 5, `kpi("nil")`},
		{"if > 1 ? 1 : 2", 1, 1, `kpi("if")`},
		{"let x = 1; x", 1, 1, "reserved word"},
		{"a in b", 1, 3, "reserved word"},
		{"a not in b", 1, 7, "reserved word"},
		{"a ** b", 1, 3, "no operator"},
		{"a ^ b", 1, 3, "no operator"},
		{"a; b", 1, 2, "no operator"},
		{"a..b", 1, 2, "no operator"},
		{"a.b", 1, 2, "no operator"},
		{"a = b", 1, 3, "write =="},
		{"a & b", 1, 3, "write and"},
		{"a | min(b)", 1, 3, "write or"},
		{"a ?? b", 1, 3, "write coalesce(x, y)"},
		{"a?.b", 1, 2, "no operator"},
		{"#a", 1, 1, "no operator"},
		{"a // b", 1, 3, "no comments"},
		{"a /* b */ + 1", 1, 3, "no comments"},
		{"a + 1 // why", 1, 7, "no comments"},
		{"[1, 2]", 1, 1, "only ( and )"},
		{"{a: 1}", 1, 1, "only ( and )"},
		{"a[0]", 1, 2, "only ( and )"},
		{`"revenue"`, 1, 1, `text is only used in kpi("name")`},
		{`a + 'b'`, 1, 5, `text is only used in kpi("name")`},
		{`b"bytes"`, 1, 1, `text is only used in kpi("name")`},
		{"a $ b", 1, 3, "$"},
		{"$env", 1, 1, "can't be the name of a KPI"},
		{"a € b", 1, 3, "unrecognized character"},
		{"é + ö * [", 1, 9, "only ( and )"},
		{"12abc", 1, 3, "bad number"},
		{"99999999999999999999", 1, 20, "invalid integer"},
		{"'revenue", 1, 9, "not terminated"},
		{"sum(revenue, 2)", 1, 1, "there is no function sum: there are abs, coalesce, kpi, max, min, prev, "},
		{"filter(a, # > 1)", 1, 1, "there is no function filter"},
		{"len(a)", 1, 1, "there is no function len"},
		{"1 + sqrt(2)", 1, 5, "there is no function sqrt"},
		{"(a)(b)", 1, 4, `unexpected "("`},
		{"min()", 1, 1, "min can't have 0 arguments: write min(x, y, …)"},
		{"abs(1, 2)", 1, 1, "abs can't have 2 arguments: write abs(x)"},
		{"round(1, 2, 3)", 1, 1, "round can't have 3 arguments"},
		{"round(1, 2.5)", 1, 10, "whole number from -15 to 15"},
		{"round(1, 99)", 1, 10, "whole number from -15 to 15"},
		{"round(1, a)", 1, 10, "whole number"},
		{"coalesce()", 1, 1, "write coalesce(x, y, …)"},
		{"kpi()", 1, 1, `write kpi("name")`},
		{`kpi("a", "b")`, 1, 1, `write kpi("name")`},
		{"kpi(revenue)", 1, 1, "in quotes"},
		{`kpi("Net Sales")`, 1, 1, "can't be the name of a KPI"},
		{`kpi("")`, 1, 1, "can't be the name of a KPI"},
		{"net_sales", 1, 1, "can't be the name of a KPI"},
		{"Revenue", 1, 1, "can't be the name of a KPI"},
		{"prev()", 1, 1, "write prev(x) or prev(x, n), x being a KPI"},
		{"prev(a + b)", 1, 8, "prev needs a KPI"},
		{"prev(prev(a))", 1, 6, "prev needs a KPI"},
		{"ytd(3)", 1, 5, "ytd needs a KPI"},
		{`ytd("revenue")`, 1, 5, "ytd needs a KPI"},
		{"prev(kpi())", 1, 6, `write kpi("name")`},
		{"prev(a, 0)", 1, 9, "whole number from 1"},
		{"prev(a, -1)", 1, 9, "whole number from 1"},
		{"prev(a, 1.5)", 1, 9, "whole number from 1"},
		{"prev(a, b)", 1, 9, "whole number from 1"},
		{"rolling(a, 1000000)", 1, 12, "whole number from 1 to 10000"},
		{"rolling(a)", 1, 1, "write rolling(x, n)"},
		{"samePeriodLastYear(a, 1)", 1, 1, "can't have 2 arguments"},
		{"a" + strings.Repeat(" + a", 600), 1, 1, "too long: split it"},
		{strings.Repeat("1", 5001), 1, 1, "at most 5000 characters"},
		{"a\xff", 1, 1, "UTF-8"},
	}
	for _, c := range cases {
		name := c.formula[:min(len(c.formula), 40)]
		t.Run(name, func(t *testing.T) {
			_, err := formula.Parse(c.formula)
			var refused *formula.Error
			if !errors.As(err, &refused) {
				t.Fatalf("got %v, want an error", err)
			}
			if refused.Line != c.line || refused.Column != c.column || !strings.Contains(refused.Said.Message, c.says) {
				t.Errorf("got %q at %d:%d, want %q at %d:%d", refused.Said.Message, refused.Line, refused.Column, c.says, c.line, c.column)
			}
			if !strings.Contains(err.Error(), "column") || !strings.Contains(err.Error(), refused.Said.Message) {
				t.Errorf("the text %q lacks the place or the message", err)
			}
		})
	}
}

// Nesting of any kind costs no more than the text is long.
func TestDeepNestingIsQuick(t *testing.T) {
	deep := []string{
		strings.Repeat("(", 2400) + "a" + strings.Repeat(")", 2400),
		strings.Repeat("-", 4900) + "a",
		strings.Repeat("abs(", 900) + "a" + strings.Repeat(")", 900),
		strings.Repeat("a > 1 ? 1 : ", 300) + "2",
		strings.Repeat("1 < (", 300) + "1" + strings.Repeat(") < 3 ? 1 : 2", 300),
		strings.Repeat("not ", 1200) + "(a > 1) ? 1 : 2",
		strings.Repeat("[", 5000),
		strings.Repeat("min(a,", 800),
	}
	started := time.Now()
	for _, text := range deep {
		if f, err := formula.Parse(text); err == nil {
			f.Eval(&ledger{values: books})
		}
	}
	if took := time.Since(started); took > 2*time.Second {
		t.Errorf("took %s", took)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"revenue / orders", `kpi("order-cycle-days") % 7`, "a > 1 and not (b < 2) || c != 3 ? min(a, b) : round(c, -2)",
		"coalesce(prev(a, 2), ytd(b), rolling(c, 3), samePeriodLastYear(a), -1.5e3)", "1 < a < 2 ? 1 : 2", "a ?: b", "1e308 * 1e308",
		"let x = 1; x", "a // b", "filter(a, {# > 1})", "a?.b[1:2]", "'\\u{110000}'", "0x", "((((", "a | b", "::min(1)", "if a {1} else {2}",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		parsed, err := formula.Parse(text)
		if err != nil {
			var refused *formula.Error
			if !errors.As(err, &refused) || refused.Column < 1 || refused.Line < 1 || refused.Said.Message == "" {
				t.Fatalf("%q: a bad error: %#v", text, err)
			}
			return
		}
		env := &ledger{values: books}
		n, reason := parsed.Eval(env)
		if reason == nil && (math.IsNaN(n) || math.IsInf(n, 0)) {
			t.Fatalf("%q: the value is %v", text, n)
		}
		if reason != nil && (reason.Code == "" || reason.Message == "") {
			t.Fatalf("%q: a bad reason: %+v", text, reason)
		}
		known := map[string]bool{}
		for _, input := range parsed.Inputs() {
			known[input.Kpi] = true
		}
		for _, key := range env.asked {
			words := strings.Fields(key)
			if !known[words[min(len(words)-1, 1)]] && !known[words[0]] {
				t.Fatalf("%q: %s was asked for, but isn't in %v", text, key, parsed.Inputs())
			}
		}
	})
}
