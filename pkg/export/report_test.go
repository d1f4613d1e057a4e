package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

var formats = []string{"html", "pdf", "pptx", "xlsx"}

// arabic is “revenue in 2026 was below the target”.
const arabic = "الإيرادات في 2026 كانت أقل من الهدف"

func twoThousand() string {
	return strings.TrimSpace(strings.Repeat("The supplier was late again. ", 69))[:2000]
}

// sampleReport has every kind of content, in every awkward form.
func sampleReport() contract.Report {
	two, template := int64(2), "quarterly"
	number := func(n float64) *float64 { return &n }
	text := func(s string) *string { return &s }
	m := contract.StrategyMap{Title: "Strategy", Scheme: threeLevels, Links: []contract.MapLink{}}
	for lane := range 4 {
		perspective := contract.MapPerspective{Name: fmt.Sprintf("p%d", lane), Title: fmt.Sprintf("Perspective %d", lane), Status: text("amber")}
		for i := range 50 {
			name := fmt.Sprintf("objective-%d-%d", lane, i)
			perspective.Objectives = append(perspective.Objectives, contract.MapObjective{
				Ref: contract.Ref{Kind: "Objective", Name: name}, Title: "Objective number " + name, Score: number(float64(i)), Status: text("red"),
			})
			if lane > 0 {
				m.Links = append(m.Links, contract.MapLink{From: name, To: fmt.Sprintf("objective-%d-%d", lane-1, i), State: "untested"})
			}
		}
		m.Perspectives = append(m.Perspectives, perspective)
	}
	return contract.Report{
		Review: "q1", Series: "board", Title: "Board <review> & more", Tier: "strategic", Unit: "europe", UnitTitle: "Europe", Period: "2026-Q1",
		Start: "2026-04-21T09:00:00Z", AsOf: "2026-04-20T09:00:00Z", FrozenAt: "2026-04-20T09:00:01Z", FrozenBy: "ada", DataVersion: 7,
		Template: &template, TemplateVersion: 3, Scheme: threeLevels, PrematureReason: text("the board meets today"),
		Premature: []contract.PrematureValue{{Scorecard: "s", Kpi: "revenue", Unit: "europe", Period: "2026-Q1", State: "provisional"}},
		Sections: []contract.ReportSectionContent{
			{Name: "map", Type: "strategyMap", Title: "Strategy map", Filled: true, Maps: []contract.StrategyMap{m}},
			{Name: "scorecard", Type: "scorecard", Title: "Scorecard: 2026/Q1", Filled: true, Tables: []contract.ReportTable{{
				Title: text("Numbers"),
				Columns: []contract.ReportColumn{
					{Name: "name", Title: "Name", Type: "text"}, {Name: "status", Title: "Status", Type: "status"},
					{Name: "value", Title: "Value", Type: "number"}, {Name: "due", Title: "Due", Type: "date"},
				},
				Rows: [][]any{
					{"\u2003\u2003Revenue", "green", 1234567.891, "2026-03-31"}, {"<script>alert(1)</script>", "red", -0.001, nil},
					{"=1+1", nil, nil, nil}, {twoThousand(), "amber", 0.5, "2026-12-01"}, {arabic, "green", 1.0, nil}, {"Share", "green", 0.12345, nil},
				},
				RowDecimals: []*int64{&two, &two, nil, nil, nil, &two},
				RowUnits:    []*string{text("currencyUSD"), nil, nil, nil, nil, text("percentunit")},
			}}},
			{Name: "initiatives", Type: "initiatives", Title: "Initiatives", Gap: &contract.Reason{Code: "notRecorded", Message: "Initiatives are not recorded."}},
			{Name: "commentary", Type: "commentary", Title: "Commentary", Filled: true, Commentary: []contract.CommentaryEntry{
				{Kpi: "revenue", Title: "Revenue", Status: text("red"), Explanation: text(twoThousand()), Cause: text(arabic)},
				{Kpi: "lead-time", Title: "Lead time", Status: text("red")},
			}},
			{Name: "text", Type: "text", Title: "Scorecard: 2026/Q1", Filled: true, Text: text("One line.\nAnother.\x00")},
		},
	}
}

var threeLevels = contract.Scheme{Levels: []contract.Level{{Name: "red"}, {Name: "amber", From: 33}, {Name: "green", From: 66}}}

func render(t *testing.T, r contract.Report, format string) []byte {
	t.Helper()
	file, err := RenderReport(r, format)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	for _, format := range formats {
		first, second := render(t, sampleReport(), format), render(t, sampleReport(), format)
		if !bytes.Equal(first, second) || len(first) == 0 {
			t.Errorf("%s: %d and %d bytes differ", format, len(first), len(second))
		}
		if folder := os.Getenv("REPORT_FILES"); folder != "" { // for a look at them
			if err := os.WriteFile(filepath.Join(folder, "report."+format), first, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestAnEmptyReportIsAFileToo(t *testing.T) {
	for _, format := range formats {
		if file := render(t, contract.Report{Title: "Nothing"}, format); len(file) == 0 {
			t.Errorf("%s is empty", format)
		}
	}
	if _, err := RenderReport(contract.Report{}, "docx"); err == nil {
		t.Error("an unknown format was rendered")
	}
}

func TestHTMLIsEscapedAndComplete(t *testing.T) {
	page := string(render(t, sampleReport(), "html"))
	for _, want := range []string{
		"Board &lt;review&gt; &amp; more", "&lt;script&gt;", "1,234,567.89", "0.00", "12.35%", "● on track", "○ no value", "Missing: Initiatives are not recorded.",
		"no explanation yet", "no plan yet", twoThousand(), arabic, "Objective number objective-3-49", "the board meets today", "@media print",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, never := range []string{"<script", "http://localhost", "src=", "−0.00"} {
		if strings.Contains(page, never) {
			t.Errorf("has %q", never)
		}
	}
	if got := strings.Count(page, "<foreignObject"); got != 200 {
		t.Errorf("%d cards of 200", got)
	}
}

func TestXLSXHoldsNumbersAsNumbers(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(render(t, sampleReport(), "xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheets := book.GetSheetList()
	if got := strings.Join(sheets, "|"); got != "Report|Strategy map|Scorecard  2026 Q1|Initiatives|Commentary|Scorecard  2026 Q1 2" {
		t.Errorf("sheets %s", got)
	}
	find := func(sheet, text string) (row, column int) {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, cells := range rows {
			for c, cell := range cells {
				if strings.TrimSpace(cell) == text {
					return r + 1, c + 1
				}
			}
		}
		t.Fatalf("%s has no %q", sheet, text)
		return 0, 0
	}
	row, _ := find(sheets[2], "Revenue")
	cell, _ := excelize.CoordinatesToCellName(3, row)
	kind, _ := book.GetCellType(sheets[2], cell)
	raw, _ := book.GetCellValue(sheets[2], cell, excelize.Options{RawCellValue: true})
	shown, _ := book.GetCellValue(sheets[2], cell)
	if raw != "1234567.891" || shown != "1,234,567.89" || kind == excelize.CellTypeSharedString {
		t.Errorf("value %s shown as %s, type %v", raw, shown, kind)
	}
	row, _ = find(sheets[2], "Share")
	cell, _ = excelize.CoordinatesToCellName(3, row)
	raw, _ = book.GetCellValue(sheets[2], cell, excelize.Options{RawCellValue: true})
	if shown, _ = book.GetCellValue(sheets[2], cell); raw != "0.12345" || shown != "12.35%" {
		t.Errorf("a share of %s is shown as %s", raw, shown)
	}
	row, _ = find(sheets[2], "=1+1")
	cell, _ = excelize.CoordinatesToCellName(1, row)
	if formula, _ := book.GetCellFormula(sheets[2], cell); formula != "" {
		t.Errorf("a text became the formula %s", formula)
	}
	find("Commentary", "no explanation yet")
	find("Commentary", twoThousand())
}

func TestPPTXPartsAreWellFormed(t *testing.T) {
	archive := unzipped(t, render(t, sampleReport(), "pptx"))
	if archive.File[0].Name != contentTypes {
		t.Errorf("begins with %s", archive.File[0].Name)
	}
	var texts strings.Builder
	for _, file := range archive.File {
		content, err := readEntry(file)
		if err != nil {
			t.Fatal(err)
		}
		decoder := xml.NewDecoder(bytes.NewReader(content))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", file.Name, err)
			}
			if data, ok := token.(xml.CharData); ok {
				texts.Write(data)
			}
		}
	}
	for _, want := range []string{"Board <review> & more", "1,234,567.89", arabic, "Objective number objective-3-49", "no explanation yet"} {
		if !strings.Contains(texts.String(), want) {
			t.Errorf("%q is missing", want)
		}
	}
	if got := strings.Count(texts.String(), "The supplier was late again."); got < 130 {
		t.Errorf("of two comments of 2,000 characters only %d sentences are left", got)
	}
}

func unzipped(t *testing.T, data []byte) *zip.Reader {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return archive
}
