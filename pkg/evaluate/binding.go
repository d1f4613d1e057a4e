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
	ids    map[periodOf]string
	// recent is the layout of the page bound last: pages of one source mostly have the same units.
	recent *layout
}

type periodOf struct {
	calendar *calendar
	period   period.Period
}

// layout is the order of a page's units.
type layout struct {
	raw []int32
	// units are the model's, ascending and each once; order says which cell of the page is whose, nil for the page's own order.
	units, order []int32
}

// seriesCells are the pages of one series, bound when they are first asked for.
type seriesCells struct {
	raw   map[string]Page
	bound few[int, boundPage]
	// ordinals are those of the pages in ascending order, once somebody asked for all.
	ordinals []int
	listed   bool
}

// boundPage holds the cells of one series and period in the order of the model's units.
type boundPage struct {
	*layout
	cells []Cell
}

// cell is that of the i-th unit.
func (p *boundPage) cell(i int) *Cell {
	if p.order != nil {
		i = int(p.order[i])
	}
	return &p.cells[i]
}

func newBinding(m *Model, o *Observations) *binding {
	if o == nil {
		o = &Observations{}
	}
	b := &binding{
		observations: o, unitOf: make([]int32, len(o.Units)), series: map[string]*seriesCells{}, ids: map[periodOf]string{},
	}
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
		s = &seriesCells{raw: b.observations.Pages[series]}
		b.series[series] = s
	}
	return s
}

var emptyPage = boundPage{layout: &layout{}}

// page is the page of one period; one without cells when there is none.
func (b *binding) page(s *seriesCells, c *calendar, f period.Frequency, ordinal int) boundPage {
	if len(s.raw) == 0 {
		return emptyPage
	}
	if p, ok := s.bound.get(ordinal); ok {
		return p
	}
	p := b.bind(s.raw[b.id(c, period.Period{Frequency: f, Ordinal: ordinal})])
	s.bound.put(ordinal, p)
	return p
}

// id is that of a period, which all series of a frequency are asked for.
func (b *binding) id(c *calendar, p period.Period) string {
	of := periodOf{c, p}
	id, ok := b.ids[of]
	if !ok {
		id = c.ID(p)
		b.ids[of] = id
	}
	return id
}

// bind orders the cells of a page by the model's units.
func (b *binding) bind(raw Page) boundPage {
	n := min(len(raw.Unit), len(raw.Cell))
	if n == 0 {
		return emptyPage
	}
	if b.recent == nil || !slices.Equal(b.recent.raw, raw.Unit[:n]) {
		b.recent = b.layoutOf(raw.Unit[:n])
	}
	return boundPage{b.recent, raw.Cell}
}

// layoutOf translates units. Of several cells of one unit the last one stands; units that the model doesn't know are left out.
func (b *binding) layoutOf(raw []int32) *layout {
	units, ascending, previous := make([]int32, 0, len(raw)), true, noUnit
	for _, i := range raw {
		u := noUnit
		if i >= 0 && int(i) < len(b.unitOf) {
			u = b.unitOf[i]
		}
		units = append(units, u)
		ascending = ascending && u > previous
		previous = u
	}
	l := &layout{raw: raw, units: units}
	if ascending {
		return l
	}
	order := make([]int32, 0, len(raw))
	for i, u := range units {
		if u != noUnit {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(i, j int32) int { return int(units[i]) - int(units[j]) })
	l.units, l.order = make([]int32, 0, len(order)), make([]int32, 0, len(order))
	for _, i := range order {
		if last := len(l.units) - 1; last >= 0 && l.units[last] == units[i] {
			l.order[last] = i
			continue
		}
		l.units, l.order = append(l.units, units[i]), append(l.order, i)
	}
	return l
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
		return p.cell(i)
	}
	return nil
}
