package evaluate

import (
	"slices"
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// binding gives observations by the model's own units.
type binding struct {
	observations *Observations
	// unitOf is the model's unit for each unit of the observations, noUnit for one that it doesn't know.
	unitOf []int32
	series map[string]*seriesCells
}

// seriesCells are the pages of one series, bound when they are first asked for.
type seriesCells struct {
	raw   map[string]Page
	bound map[int]*boundPage
	// ordinals are those of the pages in ascending order, once somebody asked for all.
	ordinals []int
	listed   bool
}

// boundPage holds the cells of one series and period in the order of the model's units.
type boundPage struct {
	units []int32
	cells []Cell
}

func newBinding(m *Model, o *Observations) *binding {
	if o == nil {
		o = &Observations{}
	}
	b := &binding{observations: o, unitOf: make([]int32, len(o.Units)), series: map[string]*seriesCells{}}
	for i, name := range o.Units {
		b.unitOf[i] = noUnit
		if u, ok := m.units.index[name]; ok {
			b.unitOf[i] = u
		}
	}
	return b
}

func (b *binding) of(series string) *seriesCells {
	s, ok := b.series[series]
	if !ok {
		s = &seriesCells{raw: b.observations.Pages[series], bound: map[int]*boundPage{}}
		b.series[series] = s
	}
	return s
}

var emptyPage = &boundPage{}

// page is the page of one period; one without cells when there is none.
func (b *binding) page(s *seriesCells, c *calendar, f period.Frequency, ordinal int) *boundPage {
	if len(s.raw) == 0 {
		return emptyPage
	}
	if p, ok := s.bound[ordinal]; ok {
		return p
	}
	p := b.bind(s.raw[c.ID(period.Period{Frequency: f, Ordinal: ordinal})])
	s.bound[ordinal] = p
	return p
}

// bind translates the units of a page and orders it by them. Of several cells of one unit the last one stands.
func (b *binding) bind(raw Page) *boundPage {
	n := min(len(raw.Unit), len(raw.Cell))
	if n == 0 {
		return emptyPage
	}
	units, ascending, previous := make([]int32, 0, n), true, noUnit
	for _, i := range raw.Unit[:n] {
		u := noUnit
		if i >= 0 && int(i) < len(b.unitOf) {
			u = b.unitOf[i]
		}
		units = append(units, u)
		ascending = ascending && u > previous
		previous = u
	}
	if ascending {
		return &boundPage{units, raw.Cell[:n]}
	}
	order := make([]int32, 0, n)
	for i, u := range units {
		if u != noUnit {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(i, j int32) int { return int(units[i]) - int(units[j]) })
	p := &boundPage{make([]int32, 0, len(order)), make([]Cell, 0, len(order))}
	for _, i := range order {
		if last := len(p.units) - 1; last >= 0 && p.units[last] == units[i] {
			p.cells[last] = raw.Cell[i]
			continue
		}
		p.units, p.cells = append(p.units, units[i]), append(p.cells, raw.Cell[i])
	}
	return p
}

// all are the ordinals of the periods that have a page, in ascending order.
func (b *binding) all(s *seriesCells, c *calendar, f period.Frequency) []int {
	if !s.listed {
		s.listed = true
		for id := range s.raw {
			if p, err := c.Parse(id); err == nil && p.Frequency == f {
				s.ordinals = append(s.ordinals, p.Ordinal)
			}
		}
		sort.Ints(s.ordinals)
	}
	return s.ordinals
}

// from is the place of the first cell of unit u or a later one.
func (p *boundPage) from(u int32) int {
	i, _ := slices.BinarySearch(p.units, u)
	return i
}

// at is the cell of one unit, nil when there is none.
func (p *boundPage) at(u int32) *Cell {
	if i, ok := slices.BinarySearch(p.units, u); ok {
		return &p.cells[i]
	}
	return nil
}
