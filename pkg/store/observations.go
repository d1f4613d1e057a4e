package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

var _ scorecard.ObservationReader = (*Store)(nil)

const (
	// lastPeriod sorts behind every period id.
	lastPeriod = "~"
	timeLayout = "2006-01-02T15:04:05.000Z"
)

var outcomeNames = [...]string{pass: "pass", warn: "warn", quarantine: "quarantine"}

// Observations implements scorecard.ObservationReader: two statements, or three where the pages know more than asOf.
func (s *Store) Observations(ctx context.Context, org int64, windows []evaluate.Window, asOf *time.Time) (*evaluate.Observations, error) {
	var load *loading
	err := s.readingOneState(ctx, "read observations", func(q session) error {
		load = &loading{org: org, windows: windows, until: until(asOf),
			found: &evaluate.Observations{Pages: map[string]map[string]evaluate.Page{}}, periods: map[string]string{}}
		if len(windows) == 0 {
			return nil
		}
		if err := load.pages(ctx, q); err != nil {
			return err
		}
		if err := load.history(ctx, q); err != nil {
			return err
		}
		return load.units(ctx, q)
	})
	if err != nil {
		return nil, err
	}
	return load.found, nil
}

// until is asOf in milliseconds, without asOf the end of time.
func until(asOf *time.Time) int64 {
	if asOf == nil {
		return math.MaxInt64
	}
	return millis(*asOf)
}

// loading is one read of observations.
type loading struct {
	org     int64
	windows []evaluate.Window
	until   int64
	found   *evaluate.Observations
	// periods holds each period id once, however many pages share it.
	periods map[string]string
	// newer are the pages with a cell that changed after until: index of the window, number of the series, period.
	newer [][]any
}

// pages reads the newest revisions. A page without a cell from after until is right for until, too: what came before a
// cell's newest revision was known by then.
func (l *loading) pages(ctx context.Context, q session) error {
	rows := make([][]any, len(l.windows))
	for i, w := range l.windows {
		to := w.To
		if to == "" {
			to = lastPeriod
		}
		rows[i] = []any{i, w.Series, w.From, to}
	}
	wanted, err := jsonRows(rows)
	if err != nil {
		return err
	}
	return q.each(ctx, func(rows *sql.Rows) error {
		var i, series int64
		var period, packed sql.RawBytes
		if err := rows.Scan(&i, &series, &period, &packed); err != nil {
			return err
		}
		window := &l.windows[i]
		if !sameForm(string(period), window.From) || !sameForm(string(period), window.To) {
			return nil
		}
		id, ok := l.periods[string(period)]
		if !ok {
			id = string(period)
			l.periods[id] = id
		}
		var page evaluate.Page
		latest := int64(math.MinInt64)
		err := unpackPage(packed, func(n int) {
			page.Unit, page.Cell = make([]int32, 0, n), make([]evaluate.Cell, 0, n)
		}, func(c cell) {
			page.Unit, page.Cell = append(page.Unit, int32(c.unit-1)), append(page.Cell, c.evaluated())
			latest = max(latest, c.at)
		})
		switch {
		case err != nil:
			return fmt.Errorf("%s of %s: %w", id, window.Series, err)
		case latest > l.until:
			l.newer = append(l.newer, []any{i, series, id})
		default:
			l.add(window.Series, id, page)
		}
		return nil
	}, `SELECT CAST(w.value ->> 0 AS BIGINT), s.id, p.period, p.cells
		FROM {rows} CROSS JOIN series s CROSS JOIN observation_pages p
		WHERE s.org = ? AND s.name = w.value ->> 1 AND p.org = s.org AND p.series_id = s.id
			AND p.period >= w.value ->> 2 AND p.period <= w.value ->> 3`, wanted, l.org)
}

// history makes the pages that changed after until from the revisions that were known then.
func (l *loading) history(ctx context.Context, q session) error {
	if len(l.newer) == 0 {
		return nil
	}
	keys := make([][]any, len(l.newer))
	for i, page := range l.newer {
		keys[i] = []any{i, page[1], page[2]}
	}
	wanted, err := jsonRows(keys)
	if err != nil {
		return err
	}
	revisions := make([][]revision, len(l.newer))
	err = q.each(ctx, func(rows *sql.Rows) error {
		var i int
		var r revision
		if err := rows.Scan(&i, &r.unit, &r.seq, &r.at, &r.value, &r.outcome); err != nil {
			return err
		}
		revisions[i] = append(revisions[i], r)
		return nil
	}, `SELECT CAST(w.value ->> 0 AS BIGINT), o.unit_id, o.seq, o.collected_at, o.value, o.outcome
		FROM {rows} CROSS JOIN observations o
		WHERE o.org = ? AND o.series_id = CAST(w.value ->> 1 AS BIGINT) AND o.period = w.value ->> 2
			AND o.collected_at <= ?`, wanted, l.org, l.until)
	if err != nil {
		return err
	}
	for i, page := range l.newer {
		if len(revisions[i]) > 0 {
			l.add(l.windows[page[0].(int64)].Series, page[2].(string), evaluatedPage(foldPage(revisions[i])))
		}
	}
	return nil
}

func evaluatedPage(cells []cell) evaluate.Page {
	page := evaluate.Page{Unit: make([]int32, len(cells)), Cell: make([]evaluate.Cell, len(cells))}
	for i, c := range cells {
		page.Unit[i], page.Cell[i] = int32(c.unit-1), c.evaluated()
	}
	return page
}

func (l *loading) add(series, period string, page evaluate.Page) {
	pages := l.found.Pages[series]
	if pages == nil {
		pages = map[string]evaluate.Page{}
		l.found.Pages[series] = pages
	}
	pages[period] = page
}

// units reads the org's units; they count from 1 without gaps, so a page's index is one less than the number.
func (l *loading) units(ctx context.Context, q session) error {
	return q.each(ctx, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		l.found.Units = append(l.found.Units, name)
		return err
	}, `SELECT name FROM units WHERE org = ? ORDER BY id`, l.org)
}

// Revisions implements scorecard.ObservationReader.
func (s *Store) Revisions(
	ctx context.Context, org int64, series, unit, from, to string, asOf *time.Time,
) ([]contract.Observation, error) {
	all, _, err := s.RevisionPart(ctx, org, scorecard.RevisionPart{
		Series: series, Unit: unit, From: from, To: to, AsOf: asOf, Limit: math.MaxInt,
	})
	return all, err
}

// errEnough ends a reading that has what it wants.
var errEnough = errors.New("enough")

// RevisionPart implements scorecard.ObservationReader.
func (s *Store) RevisionPart(ctx context.Context, org int64, p scorecard.RevisionPart) (part []contract.Observation, more bool, err error) {
	last := p.To
	if last == "" {
		last = lastPeriod
	}
	err = s.reading(ctx, "read revisions", func(q session) error {
		part, more = nil, false
		skip := p.Skip
		err := q.each(ctx, func(rows *sql.Rows) error {
			var o contract.Observation
			var at int64
			var outcome uint8
			var value float64
			var source sql.RawBytes
			var note string
			if err := rows.Scan(&o.Unit, &o.Period, &value, &outcome, &at, &source, &note); err != nil {
				return err
			}
			switch {
			case !sameForm(o.Period, p.From) || !sameForm(o.Period, p.To) || p.Sees != nil && !p.Sees(o.Unit):
				return nil
			case skip > 0:
				skip--
				return nil
			case len(part) >= p.Limit:
				more = true
				return errEnough
			}
			var origin provenance
			if err := json.Unmarshal(source, &origin); err != nil {
				return fmt.Errorf("source of a revision of %s: %w", p.Series, err)
			}
			o.Value, o.Outcome, o.CollectedAt = &value, outcomeNames[outcome], instant(at).Format(timeLayout)
			o.RecordedBy, o.Source = origin.RecordedBy, origin.Source
			if note != "" {
				o.Note = &note
			}
			part = append(part, o)
			return nil
		}, `SELECT u.name, o.period, o.value, o.outcome, o.collected_at, v.document, o.note
			FROM series s
			JOIN observations o ON o.org = s.org AND o.series_id = s.id
			JOIN units u ON u.org = o.org AND u.id = o.unit_id
			JOIN provenances v ON v.org = o.org AND v.id = o.provenance_id
			WHERE s.org = ? AND s.name = ? AND (u.name = ? OR ? = '') AND o.period >= ? AND o.period <= ? AND o.collected_at <= ?
			ORDER BY o.collected_at DESC, o.seq DESC`, org, p.Series, p.Unit, p.Unit, p.From, last, until(p.AsOf))
		if errors.Is(err, errEnough) {
			return nil
		}
		return err
	})
	return part, more, err
}

// sameForm tells whether two period ids are of one frequency and calendar: alike but for their digits. Text order, which a
// window is made of, tells nothing across them. "" is like all.
func sameForm(a, b string) bool {
	if b == "" {
		return true
	}
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] && (!digit(a[i]) || !digit(b[i])) {
			return false
		}
	}
	return true
}

func digit(b byte) bool { return '0' <= b && b <= '9' }
