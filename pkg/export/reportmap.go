package export

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// mapPicture is a strategy map laid out on a rectangle: a lane per perspective, from top to bottom, with the objectives' cards in
// it, and arrows from cause to effect. Lengths are in the unit of the rectangle.
type mapPicture struct {
	width, height float64
	lanes         []mapLane
	cards         []mapCard
	arrows        []mapArrow
	// text is the height of the letters.
	text float64
}

type box struct{ x, y, width, height float64 }

type mapLane struct {
	box
	title string
	color string
}

type mapCard struct {
	box
	title string
	// mark is shape, status and score.
	mark, color string
}

type mapArrow struct {
	fromX, fromY, toX, toY float64
	// dashed is an untested or inconclusive hypothesis, broken one that the data contradicts.
	dashed, broken bool
}

// largestText is the height of a map's letters by its width, however few objectives it has.
const largestText = 0.011

// layOutMap fits a map into a rectangle. Cards are as large as the fullest map of that many objectives allows: a map of 200 is a
// picture to zoom into, with its table beside it.
func layOutMap(m contract.StrategyMap, width, height float64) mapPicture {
	laneTitle := width * 0.11
	columns := bestColumns(m, width-laneTitle, height)
	rows := 0
	for _, perspective := range m.Perspectives {
		rows += rowsOf(len(perspective.Objectives), columns)
	}
	p := mapPicture{width: width, height: height}
	if rows == 0 {
		return p
	}
	cellWidth, cellHeight := (width-laneTitle)/float64(columns), math.Min(height/float64(rows), height/4)
	gapX, gapY := cellWidth*0.08, cellHeight*0.2
	p.text = math.Min(math.Min((cellHeight-gapY)*0.22, cellWidth*0.09), width*largestText)
	p.height = cellHeight * float64(rows)
	places := map[string]box{}
	y := 0.0
	for _, perspective := range m.Perspectives {
		lane := box{0, y, width, cellHeight * float64(rowsOf(len(perspective.Objectives), columns))}
		_, color := statusText(perspective.Status, m.Scheme)
		p.lanes = append(p.lanes, mapLane{lane, perspective.Title, color})
		for i, objective := range perspective.Objectives {
			card := box{
				laneTitle + float64(i%columns)*cellWidth + gapX/2, y + float64(i/columns)*cellHeight + gapY/2,
				cellWidth - gapX, cellHeight - gapY,
			}
			places[objective.Ref.Name] = card
			mark, color := statusText(objective.Status, m.Scheme)
			if objective.Score != nil {
				mark += " " + formatNumber(*objective.Score, new(int64))
			}
			p.cards = append(p.cards, mapCard{card, objective.Title, mark, color})
		}
		y += lane.height
	}
	for _, link := range m.Links {
		from, known := places[link.From]
		to, alsoKnown := places[link.To]
		if known && alsoKnown {
			p.arrows = append(p.arrows, arrowBetween(from, to, link.State))
		}
	}
	return p
}

func rowsOf(objectives, columns int) int {
	return max(1, (objectives+columns-1)/columns)
}

// bestColumns is how many cards stand side by side so that they come out largest; a card is about three times as wide as high.
func bestColumns(m contract.StrategyMap, width, height float64) int {
	most := 1
	for _, perspective := range m.Perspectives {
		most = max(most, len(perspective.Objectives))
	}
	best, bestSize := 1, 0.0
	for columns := 1; columns <= most; columns++ {
		rows := 0
		for _, perspective := range m.Perspectives {
			rows += rowsOf(len(perspective.Objectives), columns)
		}
		if size := math.Min(width/float64(columns)/3, height/float64(max(rows, 1))); size > bestSize {
			best, bestSize = columns, size
		}
	}
	return max(best, min(most, 4))
}

// arrowBetween goes from the edge of one card to that of the other: up or down between rows, sideways within one.
func arrowBetween(from, to box, state string) mapArrow {
	a := mapArrow{
		fromX: from.x + from.width/2, fromY: from.y, toX: to.x + to.width/2, toY: to.y + to.height,
		dashed: state == "untested" || state == "inconclusive", broken: state == "broken",
	}
	switch {
	case to.y > from.y:
		a.fromY, a.toY = from.y+from.height, to.y
	case to.y == from.y && to.x > from.x:
		a.fromX, a.fromY, a.toX, a.toY = from.x+from.width, from.y+from.height/2, to.x, to.y+to.height/2
	case to.y == from.y:
		a.fromX, a.fromY, a.toX, a.toY = from.x, from.y+from.height/2, to.x+to.width, to.y+to.height/2
	}
	return a
}
