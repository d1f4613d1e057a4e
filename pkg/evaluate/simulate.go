package evaluate

import (
	"fmt"
	"math"
	"sort"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Simulate answers a scorecard's view from definitions and the observations of the request alone. now is the clock of
// requests that set neither now nor asOf. Errors are NotFoundError, InvalidError and InvalidErrors.
func Simulate(d Definitions, r contract.SimulateRequest, now time.Time) (contract.View, error) {
	m, err := Compile(d)
	if err != nil {
		return contract.View{}, err
	}
	request := Request{Scorecard: r.Scorecard, Period: r.Period.Text(), Unit: r.Unit, Now: now}
	if r.AsOf != nil {
		asOf, err := parseInstant("asOf", *r.AsOf)
		if err != nil {
			return contract.View{}, err
		}
		request.AsOf, request.Now = &asOf, asOf
	}
	if r.Now != nil {
		if request.Now, err = parseInstant("now", *r.Now); err != nil {
			return contract.View{}, err
		}
	}
	if r.Sparkline != nil {
		request.Sparkline = int(min(*r.Sparkline, MaxSparkline+1))
	}
	o, err := m.Observe(r.Observations, request.AsOf)
	if err != nil {
		return contract.View{}, err
	}
	return m.View(request, o)
}

const notAnInstant = "must be an ISO 8601 instant with zone, such as 2026-03-31T12:00:00Z"

func parseInstant(field, text string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return t, &InvalidError{field, notAnInstant}
	}
	return t, nil
}

// revision is one simulated value with when it was known.
type revision struct {
	value float64
	at    int64
}

// Observe orders simulated observations as a store would: per cell the newest revision known at asOf, nil for all. Without
// collectedAt an observation is known since its period's end. One without a value is none. The error is InvalidErrors with
// everything that is wrong; its fields are the paths of the observations in the request.
func (m *Model) Observe(rows []contract.SimulatedObservation, asOf *time.Time) (*Observations, error) {
	cells := map[cellName][]revision{}
	var wrong InvalidErrors
	for i, row := range rows {
		key, r, problems := m.observed(row)
		for _, p := range problems {
			wrong = append(wrong, &InvalidError{fmt.Sprintf("observations/%d/%s", i, p.Field), p.Message})
		}
		if len(problems) == 0 && row.Value != nil && (asOf == nil || r.at <= asOf.UnixMilli()) {
			cells[key] = append(cells[key], r)
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	o := &Observations{Units: m.units.names, Pages: map[string]map[string]Page{}}
	for key, revisions := range cells {
		pages := o.Pages[key.series]
		if pages == nil {
			pages = map[string]Page{}
			o.Pages[key.series] = pages
		}
		page := pages[key.period]
		page.Unit = append(page.Unit, m.units.index[key.unit])
		page.Cell = append(page.Cell, newest(revisions))
		pages[key.period] = page
	}
	return o, nil
}

// cellName is a cell by the names in a request.
type cellName struct{ series, period, unit string }

// observed reads one simulated observation; the problems are of its fields.
func (m *Model) observed(row contract.SimulatedObservation) (cellName, revision, InvalidErrors) {
	var wrong InvalidErrors
	refuse := func(field, message string) { wrong = append(wrong, &InvalidError{field, message}) }
	var r revision
	if row.Value != nil {
		if r.value = *row.Value; !finite(r.value) {
			refuse("value", "must be a finite number")
		}
	}
	if _, err := m.unit(row.Unit); err != nil {
		refuse("unit", err.Error())
	}
	k, err := m.kpi(row.Kpi)
	switch {
	case err != nil:
		refuse("kpi", err.Error())
		return cellName{}, r, wrong
	case k.cal == nil:
		refuse("kpi", "the calendar of "+k.name+" can't be used")
		return cellName{}, r, wrong
	}
	id := row.Period.Text()
	p, err := k.cal.Parse(id)
	switch {
	case err != nil:
		refuse("period", err.Error())
		return cellName{}, r, wrong
	case p.Frequency != k.freq:
		refuse("period", fmt.Sprintf("%s is a %s, and %s is collected by %s", id, p.Frequency, k.name, k.freq))
	}
	at := k.cal.End(p)
	if row.CollectedAt != nil {
		if at, err = time.Parse(time.RFC3339Nano, *row.CollectedAt); err != nil {
			refuse("collectedAt", notAnInstant)
		}
	}
	r.at = at.UnixMilli()
	return cellName{k.name, k.cal.ID(p), row.Unit}, r, wrong
}

// newest reduces the revisions of a cell; one that equals the one before is none.
func newest(revisions []revision) Cell {
	sort.SliceStable(revisions, func(i, j int) bool { return revisions[i].at < revisions[j].at })
	c := Cell{Value: revisions[0].value, ChangedAt: revisions[0].at}
	for _, r := range revisions[1:] {
		if !sameValue(c.Value, r.value) {
			c = Cell{Value: r.value, ChangedAt: r.at, Changed: true}
		}
	}
	return c
}

// revisionTolerance is how much, relative to the larger of them, two values differ at most to count as equal.
const revisionTolerance = 1e-12

func sameValue(a, b float64) bool {
	return math.Abs(a-b) <= revisionTolerance*math.Max(math.Abs(a), math.Abs(b))
}
