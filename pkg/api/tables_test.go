package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func TestTablesGoOutAndComeBack(t *testing.T) {
	s := newServer(t)
	s.must(201, "POST", "/orgunits", unit("north", "aliases", []string{"N"}))
	s.must(201, "POST", "/orgunits", unit("oslo", "parent", "north"))

	book := s.must(200, "GET", "/export?format=xlsx", nil)
	var result contract.ImportResult
	s.must(200, "POST", "/import?dryRun=false", book.raw, "Content-Type", xlsx).into(t, &result)
	if result.DryRun || len(result.Rows) != 2 || result.Rows[0].Outcome != "unchanged" {
		t.Errorf("a workbook came back as %+v", result)
	}

	file := string(s.must(200, "GET", "/export?format=csv&kinds=OrgUnit", nil).raw)
	file = strings.Replace(file, "OSLO", "Oslo", 1) + "bergen,Bergen,,north\n"
	s.must(200, "POST", "/import?kind=OrgUnit", file, "Content-Type", "text/csv").into(t, &result)
	outcomes := ""
	for _, row := range result.Rows {
		outcomes += row.Outcome + " "
	}
	if !result.DryRun || outcomes != "unchanged changed created " {
		t.Errorf("dry run %v: %s\n%s", result.DryRun, outcomes, file)
	}
	s.must(404, "GET", "/orgunits/bergen", nil)
	s.must(200, "POST", "/import?kind=OrgUnit&dryRun=false", file, "Content-Type", "text/csv")
	s.must(200, "GET", "/orgunits/bergen", nil)

	s.must(400, "POST", "/import", "PK\x03\x04nonsense", "Content-Type", xlsx).problem(t)
}

func TestImportKeepsTheGoodRows(t *testing.T) {
	s := newServer(t)
	s.must(201, "POST", "/orgunits", unit("north"))
	s.must(201, "POST", "/orgunits", unit("oslo", "parent", "north"))
	table := strings.Join([]string{
		"name,title,parent",
		"voss,Voss,nowhere", // refers to nothing
		",Nameless,",
		"bergen,Bergen,north",
		"fana,Fana,voss", // refers to a row that is refused
		"bergen,Twice,north",
		"north,North of it,",
		"oslo,OSLO,north",
		"Big,Big,",
	}, "\n")
	for _, dry := range []bool{true, false} {
		var result contract.ImportResult
		s.must(200, "POST", fmt.Sprintf("/import?kind=OrgUnit&dryRun=%v", dry), table, "Content-Type", "text/csv").into(t, &result)
		got := []string{}
		for _, row := range result.Rows {
			line := fmt.Sprint(row.Row, " ", row.Outcome)
			for _, e := range row.Errors {
				if line += " " + e.Path; e.Line != nil || e.Column != nil {
					t.Errorf("row %d: a place in a file nobody sent", row.Row)
				}
			}
			got = append(got, line)
		}
		want := []string{
			"2 refused /spec/parent", "3 refused ", "4 created", "5 refused /spec/parent", "6 refused /metadata/name", "7 changed",
			"8 unchanged", "9 refused /metadata/name",
		}
		if result.DryRun != dry || !slices.Equal(got, want) {
			t.Errorf("dry run %v, want %v:\n%q, want\n%q", result.DryRun, dry, got, want)
		}
		if dry {
			s.must(404, "GET", "/orgunits/bergen", nil)
		}
	}
	s.must(200, "GET", "/orgunits/bergen", nil)
	s.must(404, "GET", "/orgunits/voss", nil)
	if !strings.Contains(string(s.must(200, "GET", "/orgunits/north", nil).raw), "North of it") {
		t.Error("the changed row was not kept")
	}
}

func TestImportLeavesWhatFilesManage(t *testing.T) {
	s := newServer(t)
	file := resource.Input{Data: []byte("apiVersion: scorecard/v1\nkind: OrgUnit\nmetadata: {name: north}\nspec: {title: North}\n"), File: "units.yaml"}
	options := resource.ApplyOptions{WriteOptions: resource.WriteOptions{Source: resource.ManagedByFile}}
	if _, err := resource.New(s.store, resource.Options{}).Apply(t.Context(), access.For(s.caller), file, options); err != nil {
		t.Fatal(err)
	}
	var result contract.ImportResult
	s.must(200, "POST", "/import?kind=OrgUnit&dryRun=false", "name,title\nnorth,Mine\nsouth,South\n", "Content-Type", "text/csv").into(t, &result)
	if len(result.Rows) != 2 || result.Rows[0].Outcome != "refused" || !strings.Contains(result.Rows[0].Errors[0].Message, "units.yaml") ||
		result.Rows[1].Outcome != "created" {
		t.Errorf("%+v", result.Rows)
	}
	if strings.Contains(string(s.must(200, "GET", "/orgunits/north", nil).raw), "Mine") {
		t.Error("the file's unit was changed")
	}
}

func TestSubmissionAsCSV(t *testing.T) {
	s := newServer(t)
	s.must(201, "POST", "/orgunits", unit("north"))
	s.must(201, "POST", "/calendars", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "Calendar", "metadata": map[string]any{"name": "c"},
		"spec": map[string]any{"title": "c", "timeZone": "UTC"},
	})
	s.must(201, "POST", "/kpis", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "Kpi", "metadata": map[string]any{"name": "audits"},
		"spec": map[string]any{"title": "Audits", "calendar": "c", "frequency": "month", "source": map[string]any{"type": "manual"}},
	})
	rows := "KPI,unit,period,value,note\naudits,north,2026-01,4,counted\naudits,nowhere,2026-01,1,\n"
	var result contract.SubmissionResult
	s.must(200, "POST", "/submissions", rows, "Content-Type", "text/csv").into(t, &result)
	if len(result.Rows) != 2 || result.Rows[0].Outcome != "accepted" || result.Rows[1].Outcome != "refused" {
		t.Errorf("rows = %+v", result.Rows)
	}
	var kept contract.ObservationList
	s.must(200, "GET", "/kpis/audits/observations?unit=north", nil).into(t, &kept)
	if len(kept.Items) != 1 || *kept.Items[0].Value != 4 {
		t.Errorf("observations = %+v", kept.Items)
	}
	s.must(422, "POST", "/submissions", "kpi,unit\naudits,north\n", "Content-Type", "text/csv").problem(t)
	s.must(200, "POST", "/submissions", `{"rows":[{"kpi":"No KPI","unit":"north","period":"2026-02","value":1},
		{"kpi":"audits","unit":"North!","period":"2026-02","value":1},{"kpi":"audits","unit":"north","period":"2026-02","value":1}]}`).into(t, &result)
	if len(result.Rows) != 3 || result.Rows[0].Outcome != "refused" || result.Rows[1].Outcome != "refused" || result.Rows[2].Outcome != "accepted" {
		t.Errorf("rows with malformed names = %+v", result.Rows)
	}

	for name, c := range map[string]struct {
		table    string
		outcomes []string
		values   map[string]float64
		message  string
	}{
		"a row that can't be read": {
			"kpi,unit,period,value\naudits,north,2025-01,many\naudits,north,2025-02,2\naudits,north,2025-03,\naudits,north\n",
			[]string{"refused", "accepted", "refused", "refused"}, map[string]float64{"2025-02": 2}, `"many" is not a number`,
		},
		"no number, or thousands": {
			"kpi,unit,period,value\naudits,north,2025-01,NaN\naudits,north,2025-01,Inf\naudits,north,2025-01,\"1,234\"\n",
			[]string{"refused", "refused", "refused"}, nil, `"NaN" is not a number`,
		},
		"empty lines":    {"\nkpi,unit,period,value\n\n,,,\naudits,north,2025-04,4\n", []string{"accepted"}, map[string]float64{"2025-04": 4}, ""},
		"decimal comma":  {"kpi;unit;period;value\r\naudits;north;2025-05;1,5\r\naudits;north;2025-06;-2.5\r\n", []string{"accepted", "accepted"}, map[string]float64{"2025-05": 1.5, "2025-06": -2.5}, ""},
		"both of them":   {"kpi;unit;period;value\naudits;north;2025-05;1.234,5\n", []string{"refused"}, nil, `"1.234,5" is not a number`},
		"tabs":           {"kpi\tunit\tperiod\tvalue\tnote\naudits\tnorth\t2025-07\t7,25\tx\n", []string{"accepted"}, map[string]float64{"2025-07": 7.25}, ""},
		"a row repeated": {"kpi,unit,period,value\naudits,north,2025-08,x\naudits,north,2025-08,8\naudits,north,2025-08,9\n", []string{"refused", "accepted", "refused"}, map[string]float64{"2025-08": 8}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var result contract.SubmissionResult
			s.must(200, "POST", "/submissions", c.table, "Content-Type", "text/csv").into(t, &result)
			outcomes := []string{}
			for _, row := range result.Rows {
				outcomes = append(outcomes, row.Outcome)
			}
			if !slices.Equal(outcomes, c.outcomes) {
				t.Fatalf("outcomes %v, want %v", outcomes, c.outcomes)
			}
			if c.message != "" && *result.Rows[0].Message != c.message {
				t.Errorf("message %s, want %s", *result.Rows[0].Message, c.message)
			}
			for period, value := range c.values {
				var kept contract.ObservationList
				s.must(200, "GET", "/kpis/audits/observations?unit=north&period="+period, nil).into(t, &kept)
				if len(kept.Items) != 1 || *kept.Items[0].Value != value {
					t.Errorf("%s: %+v", period, kept.Items)
				}
			}
		})
	}
}

func TestASecondPersonApproves(t *testing.T) {
	s := newServer(t)
	s.must(201, "POST", "/orgunits", unit("north"))
	s.must(201, "POST", "/calendars", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "Calendar", "metadata": map[string]any{"name": "c"},
		"spec": map[string]any{"title": "c", "timeZone": "UTC"},
	})
	s.must(201, "POST", "/kpis", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "Kpi", "metadata": map[string]any{"name": "audits"},
		"spec": map[string]any{
			"title": "Audits", "calendar": "c", "frequency": "month", "source": map[string]any{"type": "manual", "approval": true},
		},
	})
	row := func(value float64) map[string]any {
		return map[string]any{"rows": []any{map[string]any{"kpi": "audits", "unit": "north", "period": "2026-01", "value": value}}}
	}
	second := s.as(access.Editor)
	for i, c := range []struct {
		who   *server
		value float64
		want  string
	}{
		{s, 4, "quarantined"}, {s, 4, "quarantined"}, {second, 5, "quarantined"}, {second, 5, "quarantined"}, {s, 5, "accepted"},
	} {
		var result contract.SubmissionResult
		c.who.must(200, "POST", "/submissions", row(c.value)).into(t, &result)
		if got := result.Rows[0].Outcome; got != c.want {
			t.Errorf("step %d: %s, want %s", i, got, c.want)
		}
	}
	var series contract.Series
	s.must(200, "GET", "/kpis/audits/series?unit=north&from=2026-01&to=2026-01", nil).into(t, &series)
	if value := series.Points[0].Value; value == nil || *value != 5 {
		t.Errorf("the approved value is %v", value)
	}
}
