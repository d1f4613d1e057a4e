package api_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// reviewed is an organisation whose board reviews two units monthly. Sales are measured in both, visits in the north only.
const reviewed = `
apiVersion: scorecard/v1
kind: Calendar
metadata: {name: months}
spec: {title: Months, timeZone: UTC}
---
apiVersion: scorecard/v1
kind: OrgUnit
metadata: {name: company}
spec: {title: Company}
---
apiVersion: scorecard/v1
kind: OrgUnit
metadata: {name: north}
spec: {title: North, parent: company}
---
apiVersion: scorecard/v1
kind: OrgUnit
metadata: {name: south}
spec: {title: South, parent: company}
---
apiVersion: scorecard/v1
kind: Kpi
metadata: {name: sales}
spec: {title: Sales, calendar: months, frequency: month, closeDays: 5, source: {type: manual}, unitOfMeasure: {decimals: 1}}
---
apiVersion: scorecard/v1
kind: Kpi
metadata: {name: visits}
spec: {title: Visits, calendar: months, frequency: month, closeDays: 5, source: {type: manual}, units: [north]}
---
apiVersion: scorecard/v1
kind: TargetSet
metadata: {name: sales-north}
spec: {kpi: sales, unit: north, target: 100, scale: {type: toTarget, baseline: 0, target: 100}}
---
apiVersion: scorecard/v1
kind: TargetSet
metadata: {name: sales-south}
spec: {kpi: sales, unit: south, target: 100, scale: {type: toTarget, baseline: 0, target: 100}}
---
apiVersion: scorecard/v1
kind: Strategy
metadata: {name: strategy}
spec: {title: Strategy}
---
apiVersion: scorecard/v1
kind: Objective
metadata: {name: grow}
spec: {title: Grow, strategy: strategy, perspective: financial, kpis: [{kpi: sales}, {kpi: visits}]}
---
apiVersion: scorecard/v1
kind: Scorecard
metadata: {name: card}
spec: {title: Card, strategy: strategy, calendar: months, frequency: month, unit: company, perspectives: [{name: financial, title: Financial, objectives: [{objective: grow}]}]}
---
apiVersion: scorecard/v1
kind: ReportTemplate
metadata: {name: monthly}
spec:
  title: Monthly report
  sections:
    - {name: map, type: strategyMap}
    - {name: scorecard, type: scorecard}
    - {name: detail, type: kpiDetail, kpis: [visits]}
    - {name: exceptions, type: exceptions}
    - {name: commentary, type: commentary, required: true}
    - {name: initiatives, type: initiatives}
    - {name: actions, type: actions}
    - {name: decisions, type: decisions, title: What was decided}
    - {name: hint, type: text, text: Read before the meeting.}
---
apiVersion: scorecard/v1
kind: ReviewSeries
metadata: {name: board}
spec: {title: Board, tier: strategic, scorecards: [card], units: [north, south], period: month, template: monthly,
  recurrence: {rrule: FREQ=MONTHLY, start: 2020-01-10T09:00, timeZone: UTC, minutes: 60}}
---
apiVersion: scorecard/v1
kind: Review
metadata: {name: may}
spec: {series: board, start: 2020-05-10T09:00:00Z}
`

// closed is a present in which April 2020 is closed, open one in which it isn't.
const (
	closedNow = "?now=2020-05-09T00:00:00Z"
	earlyNow  = "?now=2020-05-02T00:00:00Z"
)

func reviewedServer(t *testing.T) *server {
	s := newServer(t)
	s.must(200, "POST", "/apply", reviewed, "Content-Type", "application/yaml")
	s.report("sales", "north", 20)
	s.report("visits", "north", 7)
	s.report("sales", "south", 90)
	return s
}

// report submits a value for April 2020.
func (s *server) report(kpi, unit string, value float64) {
	s.t.Helper()
	rows := []map[string]any{{"kpi": kpi, "unit": unit, "period": "2020-04", "value": value}}
	s.must(200, "POST", "/submissions", map[string]any{"rows": rows})
}

func (s *server) commentOn(kpi, unit string, spec string) {
	s.t.Helper()
	document := fmt.Sprintf("{apiVersion: scorecard/v1, kind: Commentary, metadata: {name: %s-%s}, spec: {kpi: %s, unit: %s, period: 2020-04, %s}}", kpi, unit, kpi, unit, spec)
	s.must(201, "POST", "/commentaries", document, "Content-Type", "application/yaml")
}

func (s *server) frozenReport(unit string) contract.Report {
	s.t.Helper()
	var r contract.Report
	s.must(200, "GET", "/reviews/may/report?unit="+unit, nil).into(s.t, &r)
	return r
}

func sectionOf(t *testing.T, r contract.Report, name string) contract.ReportSectionContent {
	t.Helper()
	for _, section := range r.Sections {
		if section.Name == name {
			return section
		}
	}
	t.Fatalf("no section %s", name)
	return contract.ReportSectionContent{}
}

func TestFreezeIsRefusedOnPrematureValuesUnlessSaidWhy(t *testing.T) {
	s := reviewedServer(t)
	problem := s.must(422, "POST", "/reviews/may/freeze"+earlyNow, nil).problem(t)
	if len(problem.Errors) != 1 || problem.Errors[0].Path != "/premature" {
		t.Fatalf("%+v", problem)
	}
	for _, want := range []string{"sales at north in 2020-04 (provisional)", "visits at north", "sales at south"} {
		if !strings.Contains(problem.Errors[0].Message, want) {
			t.Errorf("%q is not named in %s", want, problem.Errors[0].Message)
		}
	}
	if strings.Contains(problem.Errors[0].Message, "visits at south") {
		t.Error("a KPI that isn't measured at the unit is called premature")
	}
	s.must(422, "POST", "/reviews/may/freeze"+earlyNow, map[string]any{"premature": "  "})
	s.must(404, "GET", "/reviews/may/snapshot", nil)

	var snapshot contract.Snapshot
	s.must(200, "POST", "/reviews/may/freeze"+earlyNow, map[string]any{"premature": "the board meets early"}).into(t, &snapshot)
	if len(snapshot.Premature) != 3 || snapshot.PrematureReason == nil || *snapshot.PrematureReason != "the board meets early" {
		t.Errorf("%+v", snapshot)
	}
	if r := s.frozenReport("north"); len(r.Premature) != 2 || *r.PrematureReason != "the board meets early" {
		t.Errorf("the report names %+v", r.Premature)
	}
}

func TestWhatCanNotBeFrozen(t *testing.T) {
	s := reviewedServer(t)
	s.must(404, "POST", "/reviews/june/freeze", nil)
	s.must(400, "POST", "/reviews/may/freeze", "{")
	s.must(422, "POST", "/reviews/may/freeze", map[string]any{"why": "?"})
	s.must(422, "POST", "/reviews/may/freeze?now=soon", nil)
	problem := s.must(422, "POST", "/reviews/may/freeze"+closedNow, map[string]any{"units": []string{"north", "west"}}).problem(t)
	if len(problem.Errors) != 1 || problem.Errors[0].Path != "/units/1" {
		t.Errorf("%+v", problem.Errors)
	}
	if got := s.as(access.Viewer).call("POST", "/reviews/may/freeze"+closedNow, nil); got.status != 403 {
		t.Errorf("a viewer froze a report: %d", got.status)
	}
	review := "{apiVersion: scorecard/v1, kind: Review, metadata: {name: off}, spec: {series: board, start: 2020-05-11T09:00:00Z, cancelled: strike}}"
	s.must(201, "POST", "/reviews", review, "Content-Type", "application/yaml")
	if problem := s.must(409, "POST", "/reviews/off/freeze"+closedNow, nil).problem(t); !strings.Contains(*problem.Detail, "strike") {
		t.Errorf("%s", *problem.Detail)
	}
	for _, path := range []string{"snapshot", "report", "report?format=pdf", "sections/map", "deliveries"} {
		for review, detail := range map[string]string{"may": "not frozen yet", "june": "no Review"} {
			if problem := s.must(404, "GET", "/reviews/"+review+"/"+path, nil).problem(t); !strings.Contains(*problem.Detail, detail) {
				t.Errorf("%s of %s: %s", path, review, *problem.Detail)
			}
		}
	}
	s.must(200, "POST", "/reviews/may/freeze"+closedNow+"&dryRun=true", nil)
	s.must(404, "GET", "/reviews/may/snapshot", nil)

	snapshots := func(query string) int {
		t.Helper()
		var list contract.SnapshotList
		s.must(200, "GET", "/snapshots"+query, nil).into(t, &list)
		return len(list.Items)
	}
	if snapshots("?review=may") != 0 || snapshots("") != 0 {
		t.Error("something is frozen already")
	}
	s.must(404, "GET", "/snapshots?review=june", nil)
	s.must(200, "POST", "/reviews/may/freeze"+closedNow, nil)
	if snapshots("?review=may") != 1 || snapshots("") != 1 {
		t.Error("the snapshot isn't listed")
	}
	s.must(409, "POST", "/reviews/may/freeze"+closedNow, nil)
	s.must(404, "GET", "/reviews/may/report?unit=company", nil)
	s.must(404, "GET", "/reviews/may/sections/nothing", nil)
	s.must(422, "GET", "/reviews/may/report?format=docx", nil)
}

func TestAFrozenReportStays(t *testing.T) {
	s := reviewedServer(t)
	var before contract.Snapshot
	s.must(200, "POST", "/reviews/may/freeze"+closedNow, nil).into(t, &before)
	if before.Period != "2020-04" || strings.Join(before.Units, " ") != "north south" || len(before.Hash) != 64 || *before.Template != "monthly" ||
		before.TemplateVersion != 1 || before.DataVersion == 0 || before.FrozenBy != "admin" || before.PreparationMinutes != nil {
		t.Errorf("%+v", before)
	}
	files := map[string][]byte{}
	for _, unit := range before.Units {
		for _, format := range []string{"json", "html", "pdf", "pptx", "xlsx"} {
			path := "/reviews/may/report?unit=" + unit + "&format=" + format
			files[path] = s.must(200, "GET", path, nil).raw
		}
	}
	s.report("sales", "north", 99)
	s.must(204, "DELETE", "/targetsets/sales-south", nil, "If-Match", `"1"`)
	withoutVisits := strings.NewReplacer("kpis: [{kpi: sales}, {kpi: visits}]", "kpis: [{kpi: sales}]", ", kpis: [visits]", "").Replace(reviewed)
	s.must(200, "POST", "/apply", withoutVisits, "Content-Type", "application/yaml")
	s.must(204, "DELETE", "/kpis/visits", nil, "If-Match", `"1"`)
	for path, file := range files {
		if again := s.must(200, "GET", path, nil).raw; !bytes.Equal(again, file) {
			t.Errorf("%s changed", path)
		}
	}
	var after contract.Snapshot
	s.must(200, "GET", "/reviews/may/snapshot", nil).into(t, &after)
	if after.Hash != before.Hash {
		t.Error("the hash changed")
	}
	view := sectionOf(t, s.frozenReport("north"), "scorecard").Views[0]
	if value := view.Node.Children[0].Children[0].Children[0].Value; value == nil || *value != 20 {
		t.Errorf("sales in the frozen report: %v", value)
	}
}

func TestFilesSayWhatTheyAre(t *testing.T) {
	s := reviewedServer(t)
	s.must(200, "POST", "/reviews/may/freeze"+closedNow, nil)
	for format, want := range map[string][2]string{
		"pdf":  {"application/pdf", `attachment; filename="may-north.pdf"`},
		"xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", `attachment; filename="may-north.xlsx"`},
		"pptx": {"application/vnd.openxmlformats-officedocument.presentationml.presentation", `attachment; filename="may-north.pptx"`},
		"html": {"text/html; charset=utf-8", `inline; filename="may-north.html"`},
		"json": {"application/json", ""},
	} {
		a := s.must(200, "GET", "/reviews/may/report?format="+format, nil)
		if got := a.header.Get("Content-Type"); got != want[0] {
			t.Errorf("%s is a %s", format, got)
		}
		if got := a.header.Get("Content-Disposition"); got != want[1] {
			t.Errorf("%s: %s", format, got)
		}
	}
}

func TestSectionsSayWhatIsMissing(t *testing.T) {
	s := reviewedServer(t)
	s.must(201, "POST", "/actions", "{apiVersion: scorecard/v1, kind: Action, metadata: {name: call}, spec: {title: Call customers, kpi: sales, unit: north, due: 2020-05-01, owner: ada}}", "Content-Type", "application/yaml")
	s.must(201, "POST", "/decisions", "{apiVersion: scorecard/v1, kind: Decision, metadata: {name: hire}, spec: {title: Hire two, about: [{kind: Objective, name: grow}], chosen: two, options: [one, two]}}", "Content-Type", "application/yaml")
	s.must(200, "POST", "/reviews/may/freeze"+closedNow, nil)
	north, south := s.frozenReport("north"), s.frozenReport("south")
	gap := func(r contract.Report, section string) string {
		c := sectionOf(t, r, section)
		code := ""
		if c.Gap != nil {
			code = c.Gap.Code
		}
		return fmt.Sprint(c.Filled, code)
	}
	for _, c := range []struct{ section, north, south string }{
		{"map", "true", "truenotMeasured"},
		{"scorecard", "true", "truenotMeasured"},
		{"detail", "true", "falsenotMeasured"},
		{"exceptions", "true", "true"},
		{"commentary", "falsenoExplanation", "true"},
		{"initiatives", "falsenotRecorded", "falsenotRecorded"},
		{"actions", "true", "true"},
		{"decisions", "true", "true"},
		{"hint", "true", "true"},
	} {
		if n, s := gap(north, c.section), gap(south, c.section); n != c.north || s != c.south {
			t.Errorf("%s: %s in the north, %s in the south; want %s, %s", c.section, n, s, c.north, c.south)
		}
	}
	actions := sectionOf(t, north, "actions")
	if row := actions.Tables[0].Rows[0]; row[0] != "Call customers" || row[3] != 8.0 {
		t.Errorf("action %v", row)
	}
	if text := sectionOf(t, south, "actions").Text; text == nil || !strings.Contains(*text, "no open actions") {
		t.Errorf("the south's actions: %v", text)
	}
	if row := sectionOf(t, south, "decisions").Tables[0].Rows[0]; row[0] != "Hire two" || row[2] != "two" {
		t.Errorf("decision %v", row)
	}
	var comparison contract.SectionComparison
	s.must(200, "GET", "/reviews/may/sections/commentary", nil).into(t, &comparison)
	if len(comparison.Items) != 2 || comparison.Items[1].UnitTitle != "South" || *comparison.Comparability != 0 {
		t.Errorf("%+v", comparison)
	}
	var snapshot contract.Snapshot
	s.must(200, "GET", "/reviews/may/snapshot", nil).into(t, &snapshot)
	if want := 5.0 / 9; *snapshot.Comparability != want {
		t.Errorf("comparability %v, want %v", *snapshot.Comparability, want)
	}
}

func TestWhatIsLateIsMissingRatherThanPremature(t *testing.T) {
	s := newServer(t)
	s.must(200, "POST", "/apply", reviewed, "Content-Type", "application/yaml")
	s.report("sales", "north", 20)
	s.report("sales", "south", 90)
	s.must(422, "POST", "/reviews/may/freeze"+earlyNow, nil)
	var snapshot contract.Snapshot
	s.must(200, "POST", "/reviews/may/freeze"+closedNow, map[string]any{"premature": "not needed"}).into(t, &snapshot)
	if len(snapshot.Premature) != 0 || snapshot.PrematureReason != nil {
		t.Errorf("%+v", snapshot)
	}
	gap := sectionOf(t, s.frozenReport("north"), "scorecard").Gap
	if gap == nil || gap.Code != "late" || !strings.Contains(gap.Message, "Visits") {
		t.Errorf("gap %+v", gap)
	}
}

func TestCommentaryIsReadInTheReport(t *testing.T) {
	s := reviewedServer(t)
	s.commentOn("sales", "north", "explanation: Two customers left, cause: Late deliveries")
	s.must(200, "POST", "/reviews/may/freeze"+closedNow, nil)
	section := sectionOf(t, s.frozenReport("north"), "commentary")
	if section.Gap == nil || section.Gap.Code != "noRecoveryPlan" || *section.Commentary[0].Explanation != "Two customers left" || *section.Commentary[0].Status != "red" {
		t.Errorf("%+v", section)
	}
}

func TestPreparationCountsWhatWasToldOfBeforeTheReviewWasMade(t *testing.T) {
	s := reviewedServer(t)
	events := []map[string]any{}
	for _, minute := range []string{"00", "05", "14", "40", "44"} {
		events = append(events, map[string]any{"id": minute, "at": "2026-06-01T10:" + minute + ":00Z", "type": "prepare"})
	}
	s.must(200, "POST", "/reviews/may/events", map[string]any{"events": events})
	s.commentOn("sales", "north", "explanation: Two customers left")
	var snapshot contract.Snapshot
	s.must(200, "POST", "/reviews/may/freeze", nil).into(t, &snapshot)
	if snapshot.PreparationMinutes == nil || *snapshot.PreparationMinutes != 18 {
		t.Errorf("%v minutes of preparation, want 18", snapshot.PreparationMinutes)
	}
}

func TestBatches(t *testing.T) {
	s := reviewedServer(t)
	request := map[string]any{"review": "may", "formats": []string{"pdf", "xlsx"}}
	s.must(404, "POST", "/reportbatches", request)
	s.must(200, "POST", "/reviews/may/freeze"+closedNow, nil)
	s.must(422, "POST", "/reportbatches", map[string]any{"review": "may", "formats": []string{}})
	s.must(422, "POST", "/reportbatches", map[string]any{"review": "may", "formats": []string{"pdf"}, "units": []string{"company"}})
	var planned contract.ReportBatch
	s.must(200, "POST", "/reportbatches?dryRun=true", request).into(t, &planned)
	s.must(404, "GET", "/reportbatches/"+planned.ID, nil)
	accepted := s.must(202, "POST", "/reportbatches", request)
	var batch contract.ReportBatch
	accepted.into(t, &batch)
	if accepted.header.Get("Location") != "/v1/reportbatches/"+batch.ID || batch.State != "queued" || batch.Progress.Total != 4 {
		t.Errorf("%+v", batch)
	}
	s.must(409, "GET", "/reportbatches/"+batch.ID+"/archive", nil)
	if err := s.reports.MakeBatch(t.Context(), 1, batch.ID); err != nil {
		t.Fatal(err)
	}
	s.must(200, "GET", "/reportbatches/"+batch.ID, nil).into(t, &batch)
	if batch.State != "succeeded" || batch.Progress.Done != 4 || batch.FinishedAt == nil {
		t.Errorf("%+v", batch)
	}
	data := s.must(200, "GET", "/reportbatches/"+batch.ID+"/archive", nil).raw
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range archive.File {
		names = append(names, file.Name)
	}
	if got := strings.Join(names, " "); got != "may-north.pdf may-north.xlsx may-south.pdf may-south.xlsx" {
		t.Errorf("files %s", got)
	}
	s.must(404, "GET", "/reportbatches/nothing", nil)
	s.must(404, "GET", "/reportbatches/nothing/archive", nil)
}

func TestWhatWillBeKnownCanNotBeFrozen(t *testing.T) {
	s := reviewedServer(t)
	const trial, why = "/reviews/may/freeze?dryRun=true&asOf=", `{"premature": "a trial"}`
	tomorrow := time.Now().Add(24 * time.Hour).UTC().Format(time.RFC3339)
	for _, late := range []string{tomorrow, tomorrow + "&now=2020-05-09T00:00:00Z", "2020-05-09T00:00:01Z&now=2020-05-09T00:00:00Z"} {
		problem := s.must(422, "POST", trial+late, why).problem(t)
		if len(problem.Errors) != 1 || problem.Errors[0].Path != "/query/asOf" {
			t.Errorf("asOf=%s: %+v", late, problem.Errors)
		}
	}
	var snapshot contract.Snapshot
	s.must(200, "POST", trial+tomorrow+"&now="+tomorrow, why).into(t, &snapshot)
	if snapshot.AsOf != tomorrow {
		t.Errorf("where tomorrow is the present, %s is frozen", snapshot.AsOf)
	}
}

func TestOfTwoFreezesAtOnceOneIsKept(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		s.must(200, "POST", "/apply", reviewed, "Content-Type", "application/yaml")
		statuses := make([]int, 8)
		var all sync.WaitGroup
		for i := range statuses {
			all.Go(func() {
				statuses[i] = s.call("POST", "/reviews/may/freeze"+closedNow, `{"premature": "why not"}`).status
			})
		}
		all.Wait()
		slices.Sort(statuses)
		if statuses[0] != 200 || statuses[1] != 409 || statuses[7] != 409 {
			t.Errorf("answers %v", statuses)
		}
	})
}
