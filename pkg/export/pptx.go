package export

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// A small writer of PresentationML (ECMA-376): slides with text, shapes, lines and tables, on one empty layout.

// emu are English Metric Units, in which Office measures: 12,700 to the point.
type emu int64

const (
	emuPerPoint = 12700
	slideWidth  = emu(12192000)
	slideHeight = emu(6858000)
)

func points(n float64) emu { return emu(n * emuPerPoint) }

// deck collects slides.
type deck struct {
	title string
	dated time.Time
	// slides hold the shapes of each slide, as XML.
	slides []*slide
}

// slide collects shapes; every one has an id of its own.
type slide struct {
	shapes strings.Builder
	last   int
}

func (d *deck) add() *slide {
	s := &slide{last: 1}
	d.slides = append(d.slides, s)
	return s
}

func (s *slide) id() int {
	s.last++
	return s.last
}

// frame is where something stands on a slide.
type frame struct{ x, y, width, height emu }

func (f frame) transform() string {
	return fmt.Sprintf(`<a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/>`, f.x, f.y, max(f.width, 1), max(f.height, 1))
}

// span is a text of one look. size is in points, color RRGGBB.
type span struct {
	text  string
	size  float64
	bold  bool
	color string
}

// paragraphs are the paragraphs of a text body: every line of a span is one, in the direction in which it reads.
func paragraphs(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		for line := range strings.SplitSeq(s.text, "\n") {
			align := ""
			if rightToLeft(line) {
				align = ` algn="r" rtl="1"`
			}
			bold := ""
			if s.bold {
				bold = ` b="1"`
			}
			fmt.Fprintf(&b, `<a:p><a:pPr%s/><a:r><a:rPr lang="en-US" sz="%d"%s dirty="0"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:rPr>`+
				`<a:t>%s</a:t></a:r></a:p>`, align, int(s.size*100), bold, s.color, escaped(line))
		}
	}
	return b.String()
}

// escaped is text as XML; characters that XML doesn't have become U+FFFD.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder never fails
	return b.String()
}

// text puts a text box on the slide. title marks the one that names the slide to screen readers and in the outline.
func (s *slide) text(name string, f frame, title bool, spans ...span) {
	placeholder := ""
	if title {
		placeholder = `<p:ph type="title"/>`
	}
	fmt.Fprintf(&s.shapes, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr txBox="1"/><p:nvPr>%s</p:nvPr></p:nvSpPr>`+
		`<p:spPr><a:xfrm>%s</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`+
		`<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody></p:sp>`,
		s.id(), escaped(name), placeholder, f.transform(), paragraphs(spans))
}

// box puts a filled rectangle with a text on the slide; an empty line colour draws none.
func (s *slide) box(name string, f frame, fill, line string, inset emu, spans ...span) {
	outline := `<a:ln><a:noFill/></a:ln>`
	if line != "" {
		outline = fmt.Sprintf(`<a:ln w="9525"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln>`, line)
	}
	body := `<a:p><a:endParaRPr lang="en-US"/></a:p>`
	if len(spans) > 0 {
		body = paragraphs(spans)
	}
	fmt.Fprintf(&s.shapes, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>%s</a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="%s"/></a:solidFill>%s</p:spPr>`+
		`<p:txBody><a:bodyPr wrap="square" lIns="%d" tIns="%d" rIns="%d" bIns="0" anchor="t"/><a:lstStyle/>%s</p:txBody></p:sp>`,
		s.id(), escaped(name), f.transform(), fill, outline, inset, inset/2, inset, body)
}

// arrow draws a line with a head at its end.
func (s *slide) arrow(name string, fromX, fromY, toX, toY emu, color string, dashed bool) {
	flip := ""
	if toX < fromX {
		flip += ` flipH="1"`
	}
	if toY < fromY {
		flip += ` flipV="1"`
	}
	dash := ""
	if dashed {
		dash = `<a:prstDash val="dash"/>`
	}
	f := frame{min(fromX, toX), min(fromY, toY), max(fromX, toX) - min(fromX, toX), max(fromY, toY) - min(fromY, toY)}
	fmt.Fprintf(&s.shapes, `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="%d" name="%s"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm%s>%s</a:xfrm>`+
		`<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="%s"/></a:solidFill>%s`+
		`<a:tailEnd type="triangle" w="sm" len="sm"/></a:ln></p:spPr></p:cxnSp>`, s.id(), escaped(name), flip, f.transform(), color, dash)
}

// slideCell is a cell of a table on a slide.
type slideCell struct {
	span
	right bool
}

// table puts a table on the slide; its first row is the header.
func (s *slide) table(name string, f frame, widths []emu, rows [][]slideCell, rowHeight emu) {
	fmt.Fprintf(&s.shapes, `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="%d" name="%s"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>`+
		`</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>%s</p:xfrm><a:graphic>`+
		`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>`,
		s.id(), escaped(name), f.transform())
	for _, width := range widths {
		fmt.Fprintf(&s.shapes, `<a:gridCol w="%d"/>`, width)
	}
	s.shapes.WriteString(`</a:tblGrid>`)
	for i, row := range rows {
		line := "E1E5EA"
		if i == 0 {
			line = quietColor
		}
		fmt.Fprintf(&s.shapes, `<a:tr h="%d">`, rowHeight)
		for _, cell := range row {
			body := paragraphs([]span{cell.span})
			if cell.right {
				body = strings.ReplaceAll(body, `<a:pPr/>`, `<a:pPr algn="r"/>`)
			}
			fmt.Fprintf(&s.shapes, `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>%s</a:txBody><a:tcPr marL="38100" marR="38100" marT="19050" marB="19050">`+
				`<a:lnL><a:noFill/></a:lnL><a:lnR><a:noFill/></a:lnR><a:lnT><a:noFill/></a:lnT>`+
				`<a:lnB w="6350"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>`, body, line)
		}
		s.shapes.WriteString(`</a:tr>`)
	}
	s.shapes.WriteString(`</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`)
}
