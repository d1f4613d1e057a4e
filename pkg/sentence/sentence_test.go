package sentence_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func TestSentences(t *testing.T) {
	eighty, berlin := "80%", time.FixedZone("CEST", 2*60*60)
	for _, c := range []struct {
		said *contract.Reason
		want string
	}{
		{sentence.NoObservation, `{"code":"noObservation","message":"there is no observation"}`},
		{sentence.AllWeightsZero, `{"code":"noWeight","message":"all weights are 0","sentence":"allWeightsZero"}`},
		{
			sentence.LowCoverage(0.254, 0.5),
			`{"code":"lowCoverage","message":"only 25 % of the weight has a score, and at least 50 % is required","params":{"coverage":0.254,"minimum":0.5}}`,
		},
		{
			sentence.MissingInput("x", sentence.UnknownKpi("y")),
			`{"cause":{"code":"unknownKpi","message":"there is no KPI y","params":{"kpi":"y"}},"code":"missingInput","message":"x has no value: there is no KPI y","params":{"kpi":"x"}}`,
		},
		{
			sentence.NoValueYearBefore("2025", sentence.Quarantined),
			`{"cause":{"code":"quarantined","message":"the newest value is quarantined"},"code":"quarantined","message":"it has no value in 2025: the newest value is quarantined","params":{"period":"2025"},"sentence":"noValueYearBefore"}`,
		},
		{
			sentence.OverdueByDays(1),
			`{"code":"overdue","message":"It is overdue by one day.","params":{"count":1},"sentence":"overdueByDays"}`,
		},
		{
			sentence.LivelyVariation(2, 1.6, 1.5),
			`{"code":"livelyVariation","message":"For 2 periods running, variation is 1.60 times what is usual (limit 1.5).","params":{"limit":1.5,"periods":2,"variation":1.6}}`,
		},
		{
			sentence.AtLeast(&contract.Threshold{String: &eighty}),
			`{"code":"atLeast","message":"100 from 80% on, else 0","params":{"value":"80%"}}`,
		},
		{
			sentence.TooOften("month"),
			`{"code":"bounds","message":"the charter allows no more often than every month","params":{"every":"month"},"sentence":"tooOften"}`,
		},
		{
			sentence.InQuarantine(2, []string{"2026-03", "2026-04"}),
			`{"code":"inQuarantine","message":"2 values of 2026-03, 2026-04 are in quarantine.","params":{"count":2,"periods":"2026-03, 2026-04"}}`,
		},
		{
			sentence.BeforeDataClose("2026-03", time.Date(2026, 4, 3, 0, 30, 0, 0, berlin)),
			`{"code":"beforeDataClose","message":"It begins before the data of 2026-03 close, on 3 April 2026 00:30.","params":{"closes":"2026-04-02T22:30:00.000Z","period":"2026-03"}}`,
		},
	} {
		got, err := json.Marshal(c.said)
		if err != nil || string(got) != c.want {
			t.Errorf("%v\ngot  %s\nwant %s", err, got, c.want)
		}
	}
}

func TestText(t *testing.T) {
	if got := sentence.Text([]contract.Reason{*sentence.Blocked, *sentence.NobodyOwns}); got != "It is blocked. Nobody owns it." {
		t.Error(got)
	}
}

// A reason that is written out where it is given has no text in any other language.
func TestReasonsComeFromTheTable(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Dir(path) == filepath.Join("..", "sentence") ||
			!strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if literal, ok := n.(*ast.CompositeLit); ok && named(literal.Type) == "Reason" && len(literal.Elts) > 0 {
				t.Errorf("%s writes a reason out: it belongs into src/contract/sentences", set.Position(literal.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil || files < 100 {
		t.Errorf("%d files, %v", files, err)
	}
}

// named is the last name of a type, such as Reason of contract.Reason.
func named(expression ast.Expr) string {
	switch e := expression.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
