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

// groupPages cuts ordered entries into pages and cells.
func groupPages(entries []entry) []*page {
	var pages []*page
	start := 0
	for i := range entries {
		e := &entries[i]
		last := len(pages) - 1
		if last < 0 || pages[last].series != e.series || pages[last].period != e.period {
			pages = append(pages, &page{series: e.series, period: e.period})
			last++
			start = i
		}
		p := pages[last]
		p.entries = entries[start : i+1]
		if n := len(p.groups); n == 0 || p.groups[n-1].unit != e.unit {
			p.groups = append(p.groups, group{unit: e.unit, from: i - start})
		}
		p.groups[len(p.groups)-1].to = i - start + 1
	}
	return pages
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
			p.groups[g].revisions = []revision{c.revision}
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

// apply puts the page's entries in their places, in the order they came, and appends those that are revisions to added,
// numbered from seq on.
func (p *page) apply(seq *int64, added []entry) []entry {
	cells := make([]cell, 0, len(p.cells)+len(p.groups))
	old := p.cells
	for i := range p.groups {
		g := &p.groups[i]
		slices.SortFunc(g.revisions, older)
		n := len(added)
		for _, e := range p.entries[g.from:g.to] {
			if !g.place(&e, seq) {
				continue
			}
			added = append(added, e)
		}
		for len(old) > 0 && old[0].unit < g.unit {
			cells = append(cells, old[0])
			old = old[1:]
		}
		if len(old) > 0 && old[0].unit == g.unit {
			if len(added) == n {
				cells = append(cells, old[0])
			}
			old = old[1:]
		}
		if len(added) > n {
			c := newest(g.revisions)
			c.changed = c.changed || g.changed
			cells = append(cells, c)
		}
	}
	p.cells = append(cells, old...)
	return added
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
