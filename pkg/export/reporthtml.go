package export

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

//go:embed templates/report.html
var reportTemplate string

var reportPage = template.Must(template.New("report").Parse(reportTemplate))

// svgWidth and svgHeight are the room for a map, in CSS pixels.
const (
	svgWidth  = 1150.0
	svgHeight = 700.0
)

// htmlReport is what the template shows.
type htmlReport struct {
	Report                                            contract.Report
	Headline, Start, Provenance, Premature, GapPrefix string
	Sections                                          []htmlSection
}

type htmlSection struct {
	Content    contract.ReportSectionContent
	Maps       []htmlMap
	Tables     []htmlTable
	Commentary []htmlCommentary
}

type htmlTable struct {
	Title   *string
	Columns []htmlColumn
	Rows    [][]htmlCell
}

type htmlColumn struct{ Title, Class string }

type htmlCell struct{ Text, Class, Color string }

type htmlCommentary struct {
	Title, Status, Color string
	Facts                []htmlFact
}

type htmlFact struct{ Label, Text string }

type htmlMap struct {
	Title, Marker string
	Picture       svgPicture
}

type svgPicture struct {
	Width, Height, Text float64
	Lanes               []svgLane
	Cards               []svgCard
	Arrows              []svgArrow
}

type svgLane struct {
	Y, Width, Height, TextY float64
	Title, Color, Fill      string
}

type svgCard struct {
	X, Y, Width, Height float64
	Title, Mark, Color  string
}

type svgArrow struct {
	FromX, FromY, ToX, ToY float64
	Stroke                 string
	Dashed                 bool
}

// reportHTML is a report as one page that needs nothing else, with a style sheet for printing.
func reportHTML(r contract.Report) ([]byte, error) {
	view := htmlReport{
		Report: r, Headline: headline(r), Start: minute(r.Start), Provenance: provenance(r), Premature: prematureText(r), GapPrefix: gapPrefix,
	}
	maps := 0
	for _, section := range r.Sections {
		shown := htmlSection{Content: section}
		for _, m := range section.Maps {
			maps++
			shown.Maps = append(shown.Maps, htmlMap{m.Title, fmt.Sprintf("head-%d", maps), svgOf(layOutMap(m, svgWidth, svgHeight))})
		}
		for _, t := range section.Tables {
			shown.Tables = append(shown.Tables, htmlTableOf(t, r.Scheme))
		}
		for _, entry := range section.Commentary {
			status, color := statusText(entry.Status, r.Scheme)
			commentary := htmlCommentary{Title: entry.Title, Status: status, Color: color}
			for _, f := range facts(entry) {
				commentary.Facts = append(commentary.Facts, htmlFact{f.label, f.text})
			}
			shown.Commentary = append(shown.Commentary, commentary)
		}
		view.Sections = append(view.Sections, shown)
	}
	var page bytes.Buffer
	if err := reportPage.Execute(&page, view); err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	return page.Bytes(), nil
}

func htmlTableOf(t contract.ReportTable, scheme contract.Scheme) htmlTable {
	table := htmlTable{Title: t.Title}
	for _, column := range t.Columns {
		table.Columns = append(table.Columns, htmlColumn{column.Title, column.Type})
	}
	for r := range t.Rows {
		row := make([]htmlCell, len(t.Columns))
		for c, column := range t.Columns {
			cell := printCell(t, r, c, scheme)
			row[c] = htmlCell{cell.text, column.Type, cell.color}
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func svgOf(p mapPicture) svgPicture {
	picture := svgPicture{Width: p.width, Height: tenth(p.height), Text: tenth(p.text)}
	for i, lane := range p.lanes {
		fill := "#f4f6f8"
		if i%2 == 1 {
			fill = "#ebeff3"
		}
		picture.Lanes = append(picture.Lanes, svgLane{
			tenth(lane.y), tenth(lane.width), tenth(lane.height), tenth(lane.y + 16), lane.title, lane.color, fill,
		})
	}
	for _, card := range p.cards {
		picture.Cards = append(picture.Cards, svgCard{
			tenth(card.x), tenth(card.y), tenth(card.width), tenth(card.height), card.title, card.mark, card.color,
		})
	}
	for _, a := range p.arrows {
		stroke := "#5a6270"
		if a.broken {
			stroke = "#" + colors[standingWorst]
		}
		picture.Arrows = append(picture.Arrows, svgArrow{tenth(a.fromX), tenth(a.fromY), tenth(a.toX), tenth(a.toY), stroke, a.dashed})
	}
	return picture
}

func tenth(n float64) float64 { return math.Round(n*10) / 10 }
