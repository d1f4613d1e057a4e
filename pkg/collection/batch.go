package collection

import (
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// outcomePass is the validation outcome of a value that no rule objects to; outcomeQuarantine of one that waits for approval.
const (
	outcomePass       = "pass"
	outcomeQuarantine = "quarantine"
)

// batch gathers what the answers of one call gave, to be recorded in one transaction.
type batch struct {
	// now is when the answers came.
	now   time.Time
	parts []part
}

// part is what one reader extracted.
type part struct {
	reader reader
	digest string
	result extraction
}

func (b *batch) add(r reader, digest string, result extraction) {
	b.parts = append(b.parts, part{r, digest, result})
}

// rows is the number of values of all parts.
func (b *batch) rows() (n int) {
	for _, p := range b.parts {
		n += len(p.result.values)
	}
	return n
}

// weight is the room that the batch takes while it waits.
func (b *batch) weight() int64 { return int64(min(max(b.rows(), 1), maxUnstored)) }

// appendRevisions appends the values of all parts, in their order, to what has room for them.
func (b *batch) appendRevisions(revisions []Revision, run *progress, ids periodIDs) []Revision {
	id := run.id()
	for _, p := range b.parts {
		source := contract.ObservationSource{Type: "run", Run: &id, QueryDigest: &p.digest}
		for _, v := range p.result.values {
			text := ids.of(p.reader.item.calendar, v.period)
			revisions = append(revisions, Revision{
				Series: v.series, Unit: v.unit, Period: text, Value: v.value, Outcome: outcomePass,
				CollectedAt: b.now, RecordedBy: run.requestedBy(), Source: source,
			})
		}
	}
	return revisions
}

// periodIDs remembers the ids of periods: values of a run share a few.
type periodIDs map[calendarPeriod]string

type calendarPeriod struct {
	calendar *period.Calendar
	period   period.Period
}

func (ids periodIDs) of(calendar *period.Calendar, p period.Period) string {
	key := calendarPeriod{calendar, p}
	text, ok := ids[key]
	if !ok {
		text = calendar.ID(p)
		ids[key] = text
	}
	return text
}

// report tells the run what became of the parts. stored says for every revision whether it is one; err that none was.
func (b *batch) report(run *progress, stored []bool, err error) {
	at := 0
	for _, p := range b.parts {
		if err != nil {
			run.failReader(p.reader, "the values could not be stored: "+err.Error())
			continue
		}
		var count int64
		for _, is := range stored[at : at+len(p.result.values)] {
			if is {
				count++
			}
		}
		at += len(p.result.values)
		run.succeed(p.reader, p.result, count)
	}
}
