package api_test

import (
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
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

	broken := "name,title,parent\nvoss,Voss,nowhere\n,Nameless,\n"
	s.must(200, "POST", "/import?kind=OrgUnit&dryRun=false", broken, "Content-Type", "text/csv").into(t, &result)
	if !result.DryRun || len(result.Rows) != 2 || result.Rows[0].Row != 3 || result.Rows[1].Outcome != "refused" ||
		result.Rows[1].Errors[0].Path != "/spec/parent" {
		t.Errorf("broken rows: %+v", result)
	}
	s.must(404, "GET", "/orgunits/voss", nil)
	s.must(400, "POST", "/import", "PK\x03\x04nonsense", "Content-Type", xlsx).problem(t)
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
	s.must(422, "POST", "/submissions", "kpi,unit,period,value\naudits,north,2026-01,many\n", "Content-Type", "text/csv").problem(t)
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
