package store

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// Outcomes of validation as they are stored.
const (
	pass = iota
	warn
	quarantine
)

// revision is what a cell's history keeps of one value.
type revision struct {
	unit    int64
	seq     int64
	at      int64 // Unix milliseconds
	value   float64
	outcome uint8
}

// cell is the newest revision of one unit, and whether an earlier one had another value.
type cell struct {
	revision
	changed bool
}

// same tells whether b would repeat a: the same outcome, and a value within 1e-12 relative.
func same(a, b revision) bool { return a.outcome == b.outcome && equal(a.value, b.value) }

func equal(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-12*max(math.Abs(a), math.Abs(b))
}

// older orders revisions by when they were collected, then by when they were stored.
func older(a, b revision) int {
	return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.seq, b.seq))
}

// newest folds the revisions of one cell, oldest first, at least one. A quarantined revision is no value, so it neither
// changes one nor is changed by the next.
func newest(revisions []revision) cell {
	c := cell{revision: revisions[len(revisions)-1]}
	good := -1
	for i, r := range revisions {
		if r.outcome == quarantine {
			continue
		}
		if good >= 0 && !equal(revisions[good].value, r.value) {
			c.changed = true
		}
		good = i
	}
	return c
}

// foldPage reduces all revisions of a page to its cells, by unit. It reorders them.
func foldPage(revisions []revision) []cell {
	slices.SortFunc(revisions, func(a, b revision) int {
		return cmp.Or(cmp.Compare(a.unit, b.unit), older(a, b))
	})
	var cells []cell
	for start := 0; start < len(revisions); {
		end := start + 1
		for end < len(revisions) && revisions[end].unit == revisions[start].unit {
			end++
		}
		cells = append(cells, newest(revisions[start:end]))
		start = end
	}
	return cells
}

// A packed page is: format, number of cells, time of the oldest cell; then per cell, by rising unit: the step from the unit
// before, flags, the step from the page's time, and the value in 8 bytes. Numbers are varints.
const (
	pageFormat  = 1
	outcomeBits = 3
	changedBit  = 4
)

var errBadPage = errors.New("a page of observations is damaged")

// packPage packs cells, which are ordered by unit.
func packPage(cells []cell) []byte {
	oldest := int64(math.MaxInt64)
	for _, c := range cells {
		oldest = min(oldest, c.at)
	}
	page := make([]byte, 0, 16+14*len(cells))
	page = append(page, pageFormat)
	page = binary.AppendUvarint(page, uint64(len(cells)))
	page = binary.AppendVarint(page, oldest)
	unit := int64(0)
	for _, c := range cells {
		flags := c.outcome
		if c.changed {
			flags |= changedBit
		}
		page = binary.AppendUvarint(page, uint64(c.unit-unit))
		page = append(page, flags)
		page = binary.AppendUvarint(page, uint64(c.at-oldest))
		page = binary.LittleEndian.AppendUint64(page, math.Float64bits(c.value))
		unit = c.unit
	}
	return page
}

// unpackPage calls grow with the number of cells, then add for each, by rising unit. The cells' seq is not kept.
func unpackPage(page []byte, grow func(n int), add func(cell)) error {
	if len(page) == 0 || page[0] != pageFormat {
		return errBadPage
	}
	r := pageReader{rest: page[1:]}
	n := r.uvarint()
	oldest := r.varint()
	if r.bad || n > uint64(len(page)) {
		return errBadPage
	}
	grow(int(n))
	var c cell
	for range n {
		c.unit += int64(r.uvarint())
		flags := r.byte()
		c.outcome, c.changed = flags&outcomeBits, flags&changedBit != 0
		c.at = oldest + int64(r.uvarint())
		c.value = math.Float64frombits(r.uint64())
		if r.bad {
			return errBadPage
		}
		add(c)
	}
	return nil
}

// pageReader takes numbers off the front; bad is set once they run out.
type pageReader struct {
	rest []byte
	bad  bool
}

func (r *pageReader) byte() byte {
	if len(r.rest) == 0 {
		r.bad = true
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func (r *pageReader) uvarint() uint64 {
	if len(r.rest) > 0 && r.rest[0] < 0x80 { // most are one byte
		b := r.rest[0]
		r.rest = r.rest[1:]
		return uint64(b)
	}
	v, n := binary.Uvarint(r.rest)
	return uint64(r.take(int64(v), n))
}

func (r *pageReader) varint() int64 {
	v, n := binary.Varint(r.rest)
	return r.take(v, n)
}

func (r *pageReader) take(v int64, n int) int64 {
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *pageReader) uint64() uint64 {
	if len(r.rest) < 8 {
		r.bad = true
		return 0
	}
	v := binary.LittleEndian.Uint64(r.rest)
	r.rest = r.rest[8:]
	return v
}

// evaluated is the cell as evaluation reads it.
func (c cell) evaluated() evaluate.Cell {
	return evaluate.Cell{Value: c.value, ChangedAt: c.at, Changed: c.changed, Quarantined: c.outcome == quarantine}
}
