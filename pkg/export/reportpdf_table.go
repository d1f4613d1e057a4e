package export

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// cellGap is the space between columns, in millimetres.
const cellGap = 2.5

// tableRow is one row with its texts wrapped to the columns.
type tableRow struct {
	cells  [][]textLine
	colors []string
	// right says which columns are numbers, which stand at the right.
	right []bool
	// indents are the spaces before the first column's text.
	indent float64
	height int
}

// table draws a table over as many pages as it needs, its header on each.
func (p *page) table(t contract.ReportTable) {
	if t.Title != nil {
		p.room(20)
		p.font("B", bodySize+1, inkColor)
		p.paragraph(margin, bodyWidth, *t.Title)
	}
	p.font("", tableSize, inkColor)
	texts := make([][]printed, len(t.Rows))
	for r := range t.Rows {
		texts[r] = make([]printed, len(t.Columns))
		for c := range t.Columns {
			texts[r][c] = printCell(t, r, c, p.report.Scheme)
		}
	}
	widths := p.columnWidths(t, texts)
	header := tableRow{right: make([]bool, len(t.Columns)), colors: make([]string, len(t.Columns))}
	p.font("B", tableSize, quietColor)
	for c, column := range t.Columns {
		header.right[c], header.colors[c] = column.Type == "number", quietColor
		header.add(p.wrap(column.Title, widths[c]))
	}
	p.drawHeader(header, widths)
	for _, cells := range texts {
		p.font("", tableSize, inkColor)
		row := tableRow{right: header.right, colors: make([]string, len(cells))}
		for c, cell := range cells {
			text := cell.text
			width := widths[c]
			if c == 0 {
				trimmed := strings.TrimLeft(text, "\u2003")
				row.indent = float64(len([]rune(text))-len([]rune(trimmed))) * 2.5
				text, width = trimmed, max(width-row.indent, 10)
			}
			row.colors[c] = cell.color
			row.add(p.wrap(text, width))
		}
		p.drawRow(row, widths, header)
	}
	p.SetY(p.GetY() + 3)
}

func (r *tableRow) add(lines []textLine) {
	r.cells = append(r.cells, lines)
	r.height = max(r.height, len(lines))
}

// columnWidths shares the page's width among the columns: each gets what its longest word needs, and of the rest as much as its
// longest text asks for.
func (p *page) columnWidths(t contract.ReportTable, texts [][]printed) []float64 {
	least, wish := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	measure := func(c int, text string) {
		wish[c] = max(wish[c], min(p.GetStringWidth(text), bodyWidth/2))
		for word := range strings.FieldsSeq(text) {
			least[c] = max(least[c], min(p.GetStringWidth(word), bodyWidth/8))
		}
	}
	for c, column := range t.Columns {
		p.font("B", tableSize, inkColor)
		measure(c, column.Title)
		p.font("", tableSize, inkColor)
		for r := range texts {
			measure(c, texts[r][c].text)
		}
	}
	room := bodyWidth - cellGap*float64(len(t.Columns)-1)
	var leastSum, more float64
	for c := range least {
		least[c] += 0.5
		leastSum += least[c]
		more += max(wish[c]-least[c], 0)
	}
	widths := make([]float64, len(least))
	for c := range least {
		switch {
		case leastSum >= room:
			widths[c] = least[c] * room / leastSum
		case more == 0:
			widths[c] = least[c]
		default:
			widths[c] = least[c] + max(wish[c]-least[c], 0)*min(1, (room-leastSum)/more)
		}
	}
	return widths
}

func (p *page) drawHeader(header tableRow, widths []float64) {
	p.font("B", tableSize, quietColor)
	height := p.lineHeight() * float64(header.height)
	p.room(height + 3*p.lineHeight())
	p.drawLines(header, widths, 0, header.height, "B")
	p.SetDrawColor(rgb(ruleColor))
	p.SetLineWidth(0.3)
	p.Line(margin, p.GetY(), pageWidth-margin, p.GetY())
	p.SetY(p.GetY() + 0.8)
}

// drawRow draws a row; one that is higher than what is left of the page goes on on the next.
func (p *page) drawRow(row tableRow, widths []float64, header tableRow) {
	lineHeight := p.lineHeight()
	for from := 0; from < row.height; {
		fit := int((pageHeight - bottom - p.GetY()) / lineHeight)
		rest := row.height - from
		if wholePage := int((pageHeight - bottom - margin) / lineHeight * 0.8); fit < 1 || fit < rest && rest <= wholePage {
			p.AddPage()
			p.drawHeader(header, widths)
			continue
		}
		to := from + min(fit, rest)
		p.drawLines(row, widths, from, to, "")
		from = to
	}
	p.SetDrawColor(rgb(ruleColor))
	p.SetLineWidth(0.1)
	p.Line(margin, p.GetY()+0.3, pageWidth-margin, p.GetY()+0.3)
	p.SetY(p.GetY() + 0.9)
}

// drawLines draws some of a row's lines.
func (p *page) drawLines(row tableRow, widths []float64, from, to int, style string) {
	x, top := margin, p.GetY()
	lineHeight := p.lineHeight()
	for c, lines := range row.cells {
		color := row.colors[c]
		if color == "" {
			color = inkColor
		}
		p.font(style, tableSize, color)
		left, width := x, widths[c]
		if c == 0 {
			left, width = x+row.indent, width-row.indent
		}
		for i := from; i < min(to, len(lines)); i++ {
			y := top + lineHeight*(float64(i-from)+0.75)
			if row.right[c] {
				p.drawRight(x+width, y, lines[i].text)
				continue
			}
			p.drawLine(left, y, width, lines[i].text, lines[i].rtl)
		}
		x += widths[c] + cellGap
	}
	p.SetY(top + lineHeight*float64(to-from))
}
