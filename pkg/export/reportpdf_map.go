package export

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

const (
	// leastMap is how high a map must be allowed to be to share a page with what stands above it.
	leastMap  = 110.0
	arrowHead = 1.6
)

// strategyMap draws a map across the page.
func (p *page) strategyMap(m contract.StrategyMap) {
	p.room(leastMap)
	picture := layOutMap(m, bodyWidth, pageHeight-bottom-p.GetY()-3)
	left, top := margin, p.GetY()+1
	for i, lane := range picture.lanes {
		if i%2 == 0 {
			p.SetFillColor(244, 246, 248)
		} else {
			p.SetFillColor(235, 239, 243)
		}
		p.Rect(left, top+lane.y, lane.width, lane.height, "F")
		p.font("B", 7, lane.color)
		p.SetXY(left, top+lane.y+1)
		for _, line := range p.wrap(lane.title, lane.width*0.1) {
			p.drawLine(left+1, p.GetY()+2.5, lane.width*0.1, line.text, line.rtl)
			p.SetY(p.GetY() + p.lineHeight())
		}
	}
	for _, arrow := range picture.arrows {
		p.arrow(left, top, arrow)
	}
	for _, card := range picture.cards {
		p.card(left, top, card, picture.text)
	}
	p.SetY(top + picture.height + 2)
}

func (p *page) card(left, top float64, card mapCard, text float64) {
	x, y := left+card.x, top+card.y
	p.SetFillColor(255, 255, 255)
	p.SetDrawColor(rgb(card.color))
	p.SetLineWidth(0.25)
	p.Rect(x, y, card.width, card.height, "FD")
	inset := card.width * 0.04
	p.font("B", text/pointHeight, inkColor)
	lines := p.wrap(card.title, card.width-2*inset)
	if len(lines) > 2 {
		lines = lines[:2]
	}
	for i, line := range lines {
		p.drawLine(x+inset, y+text*(1.2+float64(i)*1.2), card.width-2*inset, line.text, line.rtl)
	}
	p.font("", text/pointHeight, card.color)
	p.draw(x+inset, y+card.height-text*0.5, card.width-2*inset, card.mark)
}

func (p *page) arrow(left, top float64, a mapArrow) {
	color := quietColor
	if a.broken {
		color = colors[standingWorst]
	}
	p.SetDrawColor(rgb(color))
	p.SetFillColor(rgb(color))
	p.SetLineWidth(0.2)
	if a.dashed {
		p.SetDashPattern([]float64{1, 0.8}, 0)
	}
	fromX, fromY, toX, toY := left+a.fromX, top+a.fromY, left+a.toX, top+a.toY
	p.Line(fromX, fromY, toX, toY)
	p.SetDashPattern(nil, 0)
	angle := math.Atan2(toY-fromY, toX-fromX)
	p.MoveTo(toX, toY)
	for _, side := range []float64{2.7, -2.7} { // radians from the arrow's direction
		p.LineTo(toX+arrowHead*math.Cos(angle+side), toY+arrowHead*math.Sin(angle+side))
	}
	p.ClosePath()
	p.DrawPath("F")
}
