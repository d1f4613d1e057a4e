package export

import (
	"math"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Lengths on a slide in points, and the sizes of its letters.
const (
	slideMargin   = 36.0
	slideBody     = 960 - 2*slideMargin
	bodyTop       = 78.0
	bodyBottom    = 510.0
	slideText     = 12.0
	slideTable    = 9.0
	slideLine     = 1.25 // height of a line by that of its letters
	slideLetter   = 0.55 // mean width of a letter by its height
	tableRowExtra = 4.0
)

// slides lays a report out on slides.
type slides struct {
	deck
	report contract.Report
	// now is the slide at work, and y where the next thing goes, in points.
	now *slide
	y   float64
}

// reportPPTX is a report as a presentation with texts, tables and maps that can be edited.
func reportPPTX(r contract.Report) ([]byte, error) {
	s := &slides{deck: deck{title: r.Title + " · " + headline(r), dated: frozenAt(r)}, report: r}
	s.cover()
	for _, section := range r.Sections {
		s.section(section)
	}
	return s.file()
}

func at(x, y, width, height float64) frame {
	return frame{points(x), points(y), points(width), points(height)}
}

func (s *slides) cover() {
	s.now = s.add()
	s.now.text("Title", at(slideMargin, 150, slideBody, 60), true, span{s.report.Title, 36, true, headingColor})
	spans := []span{
		{headline(s.report), 20, false, inkColor},
		{"Review on " + minute(s.report.Start), 14, false, quietColor},
		{provenance(s.report), slideText, false, quietColor},
	}
	s.now.text("Summary", at(slideMargin, 220, slideBody, 120), false, spans...)
	if text := prematureText(s.report); text != "" {
		s.y = 350
		s.paragraph(s.report.Title, text, true, colors[standingWorst])
	}
}

// begin starts a slide of a section.
func (s *slides) begin(title string) {
	s.now = s.add()
	s.now.text("Title", at(slideMargin, 24, slideBody, 34), true, span{title, 24, true, headingColor})
	s.now.text("Report", at(slideMargin, 56, slideBody, 14), false, span{headline(s.report), 10, false, quietColor})
	s.y = bodyTop
}

func (s *slides) section(section contract.ReportSectionContent) {
	s.begin(section.Title)
	if section.Gap != nil {
		s.paragraph(section.Title, gapPrefix+section.Gap.Message, true, colors[standingWorst])
	}
	if section.Text != nil {
		s.paragraph(section.Title, *section.Text, false, inkColor)
	}
	for _, m := range section.Maps {
		s.strategyMap(section.Title, m)
	}
	for _, t := range section.Tables {
		s.table(section.Title, t)
	}
	for _, entry := range section.Commentary {
		s.commentary(section.Title, entry)
	}
}

// lettersPerLine is how many letters of a size a width holds.
func lettersPerLine(width, size float64) int { return max(4, int(width/(size*slideLetter))) }

// wrapped breaks text into lines of so many letters: behind a blank, or within a word that is longer. Joined they are the text.
func wrapped(text string, letters int) []string {
	var lines []string
	var line []rune
	flush := func() { lines, line = append(lines, string(line)), line[:0] }
	for word := range strings.SplitAfterSeq(text, " ") {
		if len(line) > 0 && len(line)+len([]rune(strings.TrimRight(word, " \n"))) > letters {
			flush()
		}
		for _, r := range word {
			if len(line) >= letters && r != ' ' && r != '\n' {
				flush()
			}
			line = append(line, r)
			if r == '\n' {
				flush()
			}
		}
	}
	flush()
	return lines
}

// paragraph writes text, on as many slides as it takes.
func (s *slides) paragraph(title, text string, bold bool, color string) {
	height := slideText * slideLine
	lines := wrapped(text, lettersPerLine(slideBody, slideText))
	for len(lines) > 0 {
		fit := int((bodyBottom - s.y) / height)
		if fit < 1 {
			s.begin(title)
			continue
		}
		part := lines[:min(fit, len(lines))]
		lines = lines[len(part):]
		s.now.text("Text", at(slideMargin, s.y, slideBody, height*float64(len(part))), false, span{strings.TrimSuffix(strings.Join(part, ""), "\n"), slideText, bold, color})
		s.y += height*float64(len(part)) + 4
	}
}

func (s *slides) commentary(title string, entry contract.CommentaryEntry) {
	if s.y > bodyBottom-90 {
		s.begin(title)
	}
	status, color := statusText(entry.Status, s.report.Scheme)
	s.paragraph(title, entry.Title+"  "+status, true, color)
	for _, f := range facts(entry) {
		s.paragraph(title, f.label+": "+f.text, false, inkColor)
	}
	s.y += 8
}

func (s *slides) strategyMap(title string, m contract.StrategyMap) {
	if s.y > bodyTop {
		s.begin(title)
	}
	picture := layOutMap(m, slideBody, bodyBottom-s.y)
	for i, lane := range picture.lanes {
		fill := "F4F6F8"
		if i%2 == 1 {
			fill = "EBEFF3"
		}
		s.now.box("Perspective "+lane.title, at(slideMargin, s.y+lane.y, lane.width, lane.height), fill, "", points(3), span{lane.title, 8, true, lane.color})
	}
	for _, a := range picture.arrows {
		color := quietColor
		if a.broken {
			color = colors[standingWorst]
		}
		s.now.arrow("Cause and effect", points(slideMargin+a.fromX), points(s.y+a.fromY), points(slideMargin+a.toX), points(s.y+a.toY), color, a.dashed)
	}
	size := math.Max(1, math.Floor(picture.text*10)/10)
	for _, card := range picture.cards {
		s.now.box("Objective "+card.title, at(slideMargin+card.x, s.y+card.y, card.width, card.height), "FFFFFF", card.color, points(picture.text*0.4),
			span{card.title, size, true, inkColor}, span{card.mark, size, false, card.color})
	}
	s.y = bodyBottom
}

// table puts a table on as many slides as it needs, its header on each. Rows are as high as their longest cell is expected to be.
func (s *slides) table(title string, t contract.ReportTable) {
	header := make([]slideCell, len(t.Columns))
	texts := [][]slideCell{header}
	for c, column := range t.Columns {
		header[c] = slideCell{span{column.Title, slideTable, true, quietColor}, column.Type == "number"}
	}
	for r := range t.Rows {
		row := make([]slideCell, len(t.Columns))
		for c := range t.Columns {
			cell := printCell(t, r, c, s.report.Scheme)
			color := cell.color
			if color == "" {
				color = inkColor
			}
			row[c] = slideCell{span{cell.text, slideTable, false, color}, header[c].right}
		}
		texts = append(texts, row)
	}
	if t.Title != nil {
		title += " · " + *t.Title
	}
	widths := slideColumns(texts)
	room := int(math.Floor((bodyBottom - bodyTop) / (slideTable * slideLine)))
	for rows := splitRows(texts[1:], widths, room/2); len(rows) > 0; {
		s.begin(title)
		lines, fit := linesOf(header, widths), 0
		for fit < len(rows) && (fit == 0 || lines+linesOf(rows[fit], widths) <= room) {
			lines += linesOf(rows[fit], widths)
			fit++
		}
		columns := make([]emu, len(widths))
		for c, width := range widths {
			columns[c] = points(width)
		}
		place := at(slideMargin, s.y, slideBody, float64(lines)*slideTable*slideLine)
		s.now.table(title, place, columns, append([][]slideCell{header}, rows[:fit]...), points(slideTable*slideLine+tableRowExtra))
		rows = rows[fit:]
		s.y = bodyBottom
	}
}

// slideColumns shares the slide's width by the length of the texts; the longest count no more than a few lines.
func slideColumns(rows [][]slideCell) []float64 {
	const most = 40
	weights, sum := make([]float64, len(rows[0])), 0.0
	for _, row := range rows {
		for c, cell := range row {
			weights[c] = max(weights[c], float64(min(len([]rune(cell.text)), most)), 6)
		}
	}
	for _, weight := range weights {
		sum += weight
	}
	for c := range weights {
		weights[c] *= slideBody / sum
	}
	return weights
}

// linesOf is how many lines a row is expected to take, with the space between rows.
func linesOf(row []slideCell, widths []float64) int {
	most := 1
	for c, cell := range row {
		most = max(most, len(wrapped(cell.text, lettersPerLine(widths[c]-6, slideTable))))
	}
	return most + 1
}

// splitRows continues rows that are higher than so many lines in rows of their own.
func splitRows(rows [][]slideCell, widths []float64, lines int) [][]slideCell {
	var split [][]slideCell
	for _, row := range rows {
		for rest := row; rest != nil; {
			var first []slideCell
			first, rest = cutRow(rest, widths, lines)
			split = append(split, first)
		}
	}
	return split
}

// cutRow takes so many lines of every cell; rest is nil when nothing is left.
func cutRow(row []slideCell, widths []float64, lines int) (first, rest []slideCell) {
	first = make([]slideCell, len(row))
	later := make([]slideCell, len(row))
	more := false
	for c, cell := range row {
		first[c], later[c] = cell, cell
		text := wrapped(cell.text, lettersPerLine(widths[c]-6, slideTable))
		later[c].text = ""
		if len(text) > lines {
			first[c].text, later[c].text = strings.Join(text[:lines], ""), strings.Join(text[lines:], "")
			more = true
		}
	}
	if !more {
		return first, nil
	}
	return first, later
}
