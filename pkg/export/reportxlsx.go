package export

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// workbook writes a report's sections, a sheet each, below one another.
type workbook struct {
	*excelize.File
	report contract.Report
	styles map[excelStyle]int
	sheet  string
	row    int
}

// excelStyle names a style by what it shows.
type excelStyle struct {
	bold     bool
	color    string
	decimals int64
	// number is whether decimals count; date is a day.
	number, date, wrap bool
	// unit is Grafana's unit of a number.
	unit string
}

// anyDecimals are as many as tell a number apart.
const anyDecimals = -1

// reportXLSX is a report as a workbook: a sheet that says what it is, and one per section, numbers as numbers.
func reportXLSX(r contract.Report) ([]byte, error) {
	book := &workbook{File: excelize.NewFile(), report: r, styles: map[excelStyle]int{}}
	defer book.Close()
	if err := book.write(); err != nil {
		return nil, fmt.Errorf("write XLSX: %w", err)
	}
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		return nil, fmt.Errorf("write XLSX: %w", err)
	}
	return steadyZip(file.Bytes(), frozenAt(r))
}

func (b *workbook) write() error {
	dated := frozenAt(b.report).Format(time.RFC3339)
	properties := excelize.DocProperties{Title: b.report.Title, Subject: headline(b.report), Created: dated, Modified: dated}
	if err := b.SetDocProps(&properties); err != nil {
		return err
	}
	names := sheetNames(b.report.Sections)
	if err := b.SetSheetName("Sheet1", names[0]); err != nil {
		return err
	}
	b.begin(names[0])
	lines := []string{b.report.Title, headline(b.report), "Review on " + minute(b.report.Start), provenance(b.report), prematureText(b.report)}
	for i, line := range lines {
		if err := b.line(line, excelStyle{bold: i == 0}); err != nil {
			return err
		}
	}
	if err := b.SetColWidth(names[0], "A", "A", 100); err != nil {
		return err
	}
	for i, section := range b.report.Sections {
		if _, err := b.NewSheet(names[i+1]); err != nil {
			return err
		}
		b.begin(names[i+1])
		if err := b.section(section); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) begin(sheet string) { b.sheet, b.row = sheet, 1 }

// sheetNames are those of the cover and the sections: at most 31 characters, each once, without what Excel forbids.
func sheetNames(sections []contract.ReportSectionContent) []string {
	names := []string{"Report"}
	taken := map[string]bool{"report": true}
	for _, section := range sections {
		clean := strings.Trim(strings.Map(func(r rune) rune {
			if strings.ContainsRune(`:\/?*[]`, r) {
				return ' '
			}
			return r
		}, section.Title), "' ")
		if clean == "" {
			clean = section.Name
		}
		name := clip(clean, 31)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s %d", clip(clean, 27), n)
		}
		taken[strings.ToLower(name)] = true
		names = append(names, name)
	}
	return names
}

// line writes a text into the first column; an empty one takes no row.
func (b *workbook) line(text string, style excelStyle) error {
	if text == "" {
		return nil
	}
	style.wrap = true
	err := b.cell(1, text, style)
	b.row++
	return err
}

func (b *workbook) cell(column int, value any, style excelStyle) error {
	name, err := excelize.CoordinatesToCellName(column, b.row)
	if err != nil {
		return err
	}
	if err := b.SetCellValue(b.sheet, name, value); err != nil {
		return err
	}
	id, known := b.styles[style]
	if !known {
		if id, err = b.NewStyle(style.definition()); err != nil {
			return err
		}
		b.styles[style] = id
	}
	return b.SetCellStyle(b.sheet, name, name, id)
}

func (s excelStyle) definition() *excelize.Style {
	style := &excelize.Style{Font: &excelize.Font{Bold: s.bold, Color: s.color}}
	if s.wrap {
		style.Alignment = &excelize.Alignment{WrapText: true, Vertical: "top"}
	}
	format := ""
	switch {
	case s.date:
		format = "yyyy-mm-dd"
	case s.number && s.decimals == anyDecimals:
		format = "#,##0.###"
	case s.number && s.decimals == 0:
		format = "#,##0"
	case s.number:
		format = "#,##0." + strings.Repeat("0", int(s.decimals))
	}
	switch s.unit {
	case unitShare: // Excel multiplies by 100
		format += "%"
	case unitPercent:
		format += `"%"`
	}
	if format != "" {
		style.CustomNumFmt = &format
	}
	return style
}

func (b *workbook) section(section contract.ReportSectionContent) error {
	if err := b.line(section.Title, excelStyle{bold: true}); err != nil {
		return err
	}
	if section.Gap != nil {
		if err := b.line(gapPrefix+section.Gap.Message, excelStyle{color: colors[standingWorst]}); err != nil {
			return err
		}
	}
	if section.Text != nil {
		if err := b.line(*section.Text, excelStyle{}); err != nil {
			return err
		}
	}
	tables := section.Tables
	if len(section.Commentary) > 0 {
		tables = append(tables[:len(tables):len(tables)], commentaryTable(section.Commentary))
	}
	widths := []float64{40}
	for _, t := range tables {
		b.row++
		if err := b.table(t, &widths); err != nil {
			return err
		}
	}
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			err = b.SetColWidth(b.sheet, column, column, width)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// commentaryTable has a row per KPI; what is missing is said, as everywhere.
func commentaryTable(entries []contract.CommentaryEntry) contract.ReportTable {
	t := contract.ReportTable{Columns: []contract.ReportColumn{
		{Name: "kpi", Title: "KPI", Type: "text"}, {Name: "status", Title: "Status", Type: "status"},
		{Name: "explanation", Title: "Explanation", Type: "text"}, {Name: "cause", Title: "Cause", Type: "text"},
		{Name: "countermeasure", Title: "Countermeasure", Type: "text"}, {Name: "recoveryDate", Title: "Recovers by", Type: "date"},
		{Name: "owner", Title: "Owner", Type: "text"},
	}}
	for _, entry := range entries {
		row := []any{entry.Title, nil, nil, nil, nil, nil, nil}
		if entry.Status != nil {
			row[1] = *entry.Status
		}
		places := map[string]int{"Explanation": 2, "Cause": 3, "Countermeasure": 4, "Recovers by": 5, "Owner": 6}
		for _, f := range facts(entry) {
			row[places[f.label]] = f.text
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (b *workbook) table(t contract.ReportTable, widths *[]float64) error {
	if t.Title != nil {
		if err := b.line(*t.Title, excelStyle{bold: true}); err != nil {
			return err
		}
	}
	for c, column := range t.Columns {
		if c == len(*widths) {
			*widths = append(*widths, 12)
		}
		if err := b.cell(c+1, column.Title, excelStyle{bold: true, color: quietColor}); err != nil {
			return err
		}
	}
	b.row++
	for r := range t.Rows {
		for c, column := range t.Columns {
			if err := b.value(t, r, c, column); err != nil {
				return err
			}
			text := printCell(t, r, c, b.report.Scheme).text
			(*widths)[c] = max((*widths)[c], min(float64(len([]rune(text))+2), 60))
		}
		b.row++
	}
	return nil
}

// value writes a cell of a table; what is absent stays empty.
func (b *workbook) value(t contract.ReportTable, row, column int, kind contract.ReportColumn) error {
	shown := printCell(t, row, column, b.report.Scheme)
	switch {
	case shown.number != nil:
		style := excelStyle{number: true, decimals: anyDecimals, unit: shown.unit}
		if shown.decimals != nil {
			style.decimals = *shown.decimals
		}
		return b.cell(column+1, *shown.number, style)
	case t.Rows[row][column] == nil && kind.Type != "status":
		return nil
	}
	if kind.Type == "date" {
		if day, err := time.Parse("2006-01-02", shown.text); err == nil {
			return b.cell(column+1, day, excelStyle{date: true})
		}
	}
	return b.cell(column+1, shown.text, excelStyle{color: shown.color, wrap: true})
}
