package export

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Lengths on A4 landscape, in millimetres; sizes of letters in points.
const (
	pageWidth    = 297.0
	pageHeight   = 210.0
	margin       = 14.0
	bottom       = 16.0
	bodyWidth    = pageWidth - 2*margin
	bodySize     = 9.0
	tableSize    = 7.5
	pointHeight  = 25.4 / 72
	lineSpacing  = 1.35
	fontFamily   = "body"
	inkColor     = "1F2933"
	quietColor   = "5A6270"
	ruleColor    = "C9CFD6"
	headingColor = "12395B"
)

// page draws a PDF document from top to bottom.
type page struct {
	*fpdf.Fpdf
	report contract.Report
}

// reportPDF draws a report on A4 pages, with an outline of its sections.
func reportPDF(r contract.Report) ([]byte, error) {
	p := newPage(r)
	p.AddPage()
	p.title()
	for _, section := range r.Sections {
		p.section(section)
	}
	var file bytes.Buffer
	if err := p.Output(&file); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return file.Bytes(), nil
}

func newPage(r contract.Report) *page {
	p := &page{fpdf.New("L", "mm", "A4", ""), r}
	p.AddUTF8FontFromBytes(fontFamily, "", dejavusans.TTF)
	p.AddUTF8FontFromBytes(fontFamily, "B", dejavusansbold.TTF)
	p.SetCatalogSort(true)
	p.dated(frozenAt(r))
	p.SetTitle(r.Title+" · "+headline(r), true)
	p.SetSubject(provenance(r), true)
	p.SetLang("en")
	p.SetMargins(margin, margin, margin)
	p.SetCellMargin(0)
	p.SetAutoPageBreak(false, bottom)
	p.SetFooterFunc(p.footer)
	return p
}

func (p *page) dated(at time.Time) {
	p.SetCreationDate(at)
	p.SetModificationDate(at)
}

func (p *page) footer() {
	p.font("", 7, quietColor)
	y := pageHeight - bottom/2
	p.draw(margin, y, bodyWidth-20, clip(provenance(p.report), 180))
	p.drawRight(pageWidth-margin, y, strconv.Itoa(p.PageNo()))
}

func (p *page) font(style string, size float64, color string) {
	p.SetFont(fontFamily, style, size)
	p.SetTextColor(rgb(color))
}

func rgb(color string) (red, green, blue int) {
	n, err := strconv.ParseUint(color, 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return int(n >> 16 & 0xFF), int(n >> 8 & 0xFF), int(n & 0xFF)
}

// lineHeight of the current font.
func (p *page) lineHeight() float64 {
	size, _ := p.GetFontSize()
	return size * pointHeight * lineSpacing
}

// draw writes one line, its baseline at y; text that reads from right to left ends at the right edge of the width.
func (p *page) draw(x, y, width float64, line string) {
	p.drawLine(x, y, width, shapeArabic(line), rightToLeft(line))
}

func (p *page) drawLine(x, y, width float64, shaped string, rtl bool) {
	if rtl {
		x += width - p.GetStringWidth(shaped)
	}
	p.Text(x, y, visual(shaped, rtl))
}

func (p *page) drawRight(x, y float64, line string) {
	p.Text(x-p.GetStringWidth(line), y, line)
}

// room begins a new page unless there is room for the height.
func (p *page) room(height float64) {
	if p.GetY()+height > pageHeight-bottom {
		p.AddPage()
	}
}

// paragraph writes wrapped text below what is there.
func (p *page) paragraph(x, width float64, text string) {
	height := p.lineHeight()
	for _, line := range p.wrap(text, width) {
		p.room(height)
		p.drawLine(x, p.GetY()+height*0.75, width, line.text, line.rtl)
		p.SetY(p.GetY() + height)
	}
}

// textLine is a line of wrapped text with its letters in shape.
type textLine struct {
	text string
	rtl  bool
}

// wrap breaks text into lines of the current font: between words, or within one that is wider than a line.
func (p *page) wrap(text string, width float64) []textLine {
	var lines []textLine
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		rtl := rightToLeft(paragraph)
		line := ""
		for word := range strings.FieldsFuncSeq(shapeArabic(paragraph), func(r rune) bool { return r == ' ' || r == '\t' }) {
			next := word
			if line != "" {
				next = line + " " + word
			}
			if p.GetStringWidth(next) <= width {
				line = next
				continue
			}
			if line != "" {
				lines = append(lines, textLine{line, rtl})
			}
			var parts []string
			parts, line = p.breakWord(word, width)
			for _, part := range parts {
				lines = append(lines, textLine{part, rtl})
			}
		}
		lines = append(lines, textLine{line, rtl})
	}
	return lines
}

// breakWord cuts a word into full lines and a rest.
func (p *page) breakWord(word string, width float64) (full []string, rest string) {
	for _, r := range word {
		if rest != "" && p.GetStringWidth(rest+string(r)) > width {
			full, rest = append(full, rest), ""
		}
		rest += string(r)
	}
	return full, rest
}

func clip(text string, runes int) string {
	if short := []rune(text); len(short) > runes {
		return string(short[:runes-1]) + "…"
	}
	return text
}

func (p *page) title() {
	p.font("B", 18, headingColor)
	p.paragraph(margin, bodyWidth, p.report.Title)
	p.font("", 12, inkColor)
	p.paragraph(margin, bodyWidth, headline(p.report))
	p.font("", bodySize, quietColor)
	p.paragraph(margin, bodyWidth, "Review on "+minute(p.report.Start)+" · "+provenance(p.report))
	if text := prematureText(p.report); text != "" {
		p.font("B", bodySize, colors[standingWorst])
		p.paragraph(margin, bodyWidth, text)
	}
	p.SetY(p.GetY() + 3)
}

func (p *page) section(s contract.ReportSectionContent) {
	p.room(26) // a heading doesn't stand alone at the end of a page
	p.Bookmark(s.Title, 0, -1)
	p.SetDrawColor(rgb(ruleColor))
	p.Line(margin, p.GetY(), pageWidth-margin, p.GetY())
	p.SetY(p.GetY() + 2)
	p.font("B", 13, headingColor)
	p.paragraph(margin, bodyWidth, s.Title)
	if s.Gap != nil {
		p.font("B", bodySize, colors[standingWorst])
		p.paragraph(margin, bodyWidth, gapPrefix+s.Gap.Message)
	}
	if s.Text != nil {
		p.font("", bodySize, inkColor)
		p.paragraph(margin, bodyWidth, *s.Text)
	}
	for _, m := range s.Maps {
		p.strategyMap(m)
	}
	for _, t := range s.Tables {
		p.table(t)
	}
	for _, entry := range s.Commentary {
		p.commentary(entry)
	}
	p.SetY(p.GetY() + 5)
}

func (p *page) commentary(entry contract.CommentaryEntry) {
	p.room(14)
	status, color := statusText(entry.Status, p.report.Scheme)
	p.font("B", bodySize+1, inkColor)
	p.paragraph(margin, bodyWidth, entry.Title)
	p.font("B", bodySize, color)
	p.paragraph(margin, bodyWidth, status)
	const labelWidth = 32
	for _, f := range facts(entry) {
		p.font("B", bodySize, quietColor)
		p.room(p.lineHeight())
		top, pageNo := p.GetY(), p.PageNo()
		p.Text(margin, top+p.lineHeight()*0.75, f.label)
		p.font("", bodySize, inkColor)
		p.paragraph(margin+labelWidth, bodyWidth-labelWidth, f.text)
		if p.PageNo() == pageNo {
			p.SetY(max(p.GetY(), top+p.lineHeight()))
		}
	}
	p.SetY(p.GetY() + 2.5)
}
