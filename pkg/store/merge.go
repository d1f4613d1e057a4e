package store

import "slices"

// page is the part of a batch that belongs to one series and period, with what the store has there.
type page struct {
	series int64
	period string
	// entries are ordered by unit, then as they came.
	entries []entry
	// groups are the entries' units, rising.
	groups []group
	// cells are what the store has, by rising unit.
	cells []cell
	// packed are the cells that it is to have; nil when nothing changes.
	packed []byte
}

// group is the part of a page that belongs to one unit.
type group struct {
	unit     int64
	from, to int
	// revisions are what the store has of the cell; only the newest one unless full.
	revisions []revision
	full      bool
	// changed is true when revisions are not full and an earlier one had another value than the newest.
	changed bool
}

// groupPages cuts ordered entries into pages and cells. There is room for what the store has of the cells, and for the entries.
func groupPages(entries []entry) []page {
	var pages []page
	groups := make([]group, 0, len(entries))
	room := make([]revision, 2*len(entries))
	for len(entries) > 0 {
		p := page{series: entries[0].series, period: entries[0].period}
		p.entries = entries[:prefix(entries, func(e *entry) bool { return e.series == p.series && e.period == p.period })]
		entries = entries[len(p.entries):]
		first := len(groups)
		for from := 0; from < len(p.entries); {
			unit := p.entries[from].unit
			n := prefix(p.entries[from:], func(e *entry) bool { return e.unit == unit })
			groups = append(groups, group{unit: unit, from: from, to: from + n, revisions: room[: 0 : n+1]})
			room = room[n+1:]
			from += n
		}
		p.groups = groups[first:]
		pages = append(pages, p)
	}
	return pages
}

// prefix is how many of the first entries are alike.
func prefix(entries []entry, alike func(*entry) bool) (n int) {
	for n < len(entries) && alike(&entries[n]) {
		n++
	}
	return n
}

// unpack takes the stored cells of the page.
func (p *page) unpack(packed []byte) error {
	g := 0
	return unpackPage(packed, func(n int) { p.cells = make([]cell, 0, n) }, func(c cell) {
		p.cells = append(p.cells, c)
		for g < len(p.groups) && p.groups[g].unit < c.unit {
			g++
		}
		if g < len(p.groups) && p.groups[g].unit == c.unit {
			p.groups[g].revisions = append(p.groups[g].revisions, c.revision)
			p.groups[g].changed = c.changed
		}
	})
}

// needsHistory tells whether the cell's newest revision is not enough to place the entries: a quarantined one hides the
// last good value, and an entry collected earlier belongs somewhere before.
func (g *group) needsHistory(entries []entry) bool {
	if len(g.revisions) == 0 {
		return false
	}
	last := g.revisions[0]
	return last.outcome == quarantine ||
		slices.ContainsFunc(entries[g.from:g.to], func(e entry) bool { return e.at < last.at })
}

// merging puts entries in their places, page by page.
type merging struct {
	// seq is the last sequence number that was given out.
	seq int64
	// added are the entries that are revisions, numbered.
	added []entry
	// cells is room for those of one page.
	cells []cell
}

// apply puts the page's entries in their places, in the order they came, and packs its cells if any of them is a revision.
func (m *merging) apply(p *page) {
	cells := m.cells[:0]
	old := p.cells
	before := len(m.added)
	for i := range p.groups {
		g := &p.groups[i]
		slices.SortFunc(g.revisions, older)
		n := len(m.added)
		for _, e := range p.entries[g.from:g.to] {
			if g.place(&e, &m.seq) {
				m.added = append(m.added, e)
			}
		}
		for len(old) > 0 && old[0].unit < g.unit {
			cells = append(cells, old[0])
			old = old[1:]
		}
		if len(old) > 0 && old[0].unit == g.unit {
			if len(m.added) == n {
				cells = append(cells, old[0])
			}
			old = old[1:]
		}
		if len(m.added) > n {
			c := newest(g.revisions)
			c.changed = c.changed || g.changed
			cells = append(cells, c)
		}
	}
	m.cells = append(cells, old...)
	if len(m.added) > before {
		p.packed = packPage(m.cells)
	}
}

// place inserts the entry by its time, unless it repeats the newest revision or the one in force at its time.
func (g *group) place(e *entry, seq *int64) bool {
	at := len(g.revisions)
	if at > 0 && same(g.revisions[at-1], e.revision) {
		return false
	}
	for at > 0 && g.revisions[at-1].at > e.at {
		at--
	}
	if at > 0 && same(g.revisions[at-1], e.revision) {
		return false
	}
	*seq++
	e.seq = *seq
	g.revisions = slices.Insert(g.revisions, at, e.revision)
	return true
}
