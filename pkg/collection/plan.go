package collection

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// reader is an item that reads the answer of a query, and the periods that it reads from it.
type reader struct {
	item        *item
	first, last period.Period
}

// planned is one query to send, with everything that reads its answer.
type planned struct {
	datasource contract.DatasourceRef
	model      json.RawMessage
	from, to   time.Time
	digest     string
	readers    []reader
	// depth counts how often it was halved because its answer was too large.
	depth int
}

// lane is what goes to one data source, within its limits.
type lane struct {
	datasource contract.DatasourceRef
	limits     limits
	calls      [][]*planned
}

// limits of one data source.
type limits struct {
	batchSize, concurrency int
	timeout                time.Duration
}

// What holds where no SourceSystem says otherwise. A call runs its queries at once, one database connection each.
const (
	defaultBatchSize   = 10
	defaultConcurrency = 2
	defaultTimeout     = 60 * time.Second
)

// maxCells bounds what one answer may bring, so that a back-fill of any length fits into memory: a longer range of so many
// units is asked in parts.
const maxCells = 50_000

// readersOf lists what an item asks: one query for all its periods as far as its cells fit into one answer, in scalar mode
// one for each period.
func readersOf(it *item) []reader {
	step := 1
	if it.extract.Mode != modeScalar {
		// Counting all units, not just its own, lets items that share a query ask the same ranges.
		step = max(1, maxCells/max(1, len(it.scope.index.specs)))
	}
	var readers []reader
	for p := it.first; p.Ordinal <= it.last.Ordinal; p = p.Next(step) {
		last := period.Period{Frequency: p.Frequency, Ordinal: min(p.Ordinal+step-1, it.last.Ordinal)}
		readers = append(readers, reader{it, p, last})
	}
	return readers
}

// queriesOf makes the queries that serve some readers. Equal ones are asked once.
func queriesOf(readers []reader) []*planned {
	var queries []*planned
	byDigest := map[string]*planned{}
	for _, r := range readers {
		from, to := r.item.rangeOf(r.first, r.last)
		sum := digest(r.item.datasource, r.item.model, from, to)
		q, ok := byDigest[sum]
		if !ok {
			q = &planned{datasource: r.item.datasource, model: r.item.model, from: from, to: to, digest: sum}
			byDigest[sum] = q
			queries = append(queries, q)
		}
		q.readers = append(q.readers, r)
	}
	return queries
}

// plan groups queries by data source, and within it by time range into calls of at most the data source's batch size.
// systems are all SourceSystems: the strictest limits of those that name a data source hold for it.
func plan(queries []*planned, systems map[string]contract.SourceSystemSpec) []lane {
	byUID := map[string]*lane{}
	queued := map[string][]*planned{}
	for _, q := range queries {
		uid := q.datasource.Uid
		if byUID[uid] == nil {
			byUID[uid] = &lane{datasource: q.datasource, limits: limitsOf(uid, systems)}
		}
		for _, r := range q.readers {
			byUID[uid].limits.tighten(r.item.limits)
		}
		queued[uid] = append(queued[uid], q)
	}
	lanes := make([]lane, 0, len(byUID))
	for _, uid := range slices.Sorted(maps.Keys(byUID)) {
		l := byUID[uid]
		l.calls = batches(queued[uid], l.limits.batchSize)
		lanes = append(lanes, *l)
	}
	return lanes
}

func limitsOf(uid string, systems map[string]contract.SourceSystemSpec) limits {
	var l limits
	for _, system := range systems {
		if system.Datasource != nil && system.Datasource.Uid == uid {
			l.tighten(system.Limits)
		}
	}
	return l
}

// tighten lowers the limits to those of one more SourceSystem. Zero means that none has spoken.
func (l *limits) tighten(spec *contract.Limits) {
	if spec == nil {
		return
	}
	lower := func(have int, say *int64) int {
		if say == nil || have > 0 && have <= int(*say) {
			return have
		}
		return int(*say)
	}
	l.batchSize = lower(l.batchSize, spec.BatchSize)
	l.concurrency = lower(l.concurrency, spec.Concurrency)
	l.timeout = time.Duration(lower(int(l.timeout/time.Second), spec.TimeoutSeconds)) * time.Second
}

// withDefaults fills what no SourceSystem has said.
func (l limits) withDefaults() limits {
	return limits{
		batchSize:   cmp.Or(l.batchSize, defaultBatchSize),
		concurrency: cmp.Or(l.concurrency, defaultConcurrency),
		timeout:     cmp.Or(l.timeout, defaultTimeout),
	}
}

// batches cuts queries into calls. A call has one time range and one data source type, and at most size queries.
func batches(queries []*planned, size int) [][]*planned {
	type key struct {
		from, to int64
		kind     string
	}
	var order []key
	groups := map[key][]*planned{}
	for _, q := range queries {
		k := key{q.from.UnixMilli(), q.to.UnixMilli(), optional(q.datasource.Type)}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], q)
	}
	var calls [][]*planned
	for _, k := range order {
		calls = slices.AppendSeq(calls, slices.Chunk(groups[k], cmp.Or(size, defaultBatchSize)))
	}
	return calls
}

// maxDepth bounds how often a query is halved: a data source that ignores the range is asked a few times, not hundreds.
const maxDepth = 4

// halve splits a query at a boundary that is one of periods for all its readers. ok is false when there is none.
func (q *planned) halve() (halves []*planned, ok bool) {
	if q.depth >= maxDepth {
		return nil, false
	}
	coarsest := q.readers[0]
	for _, r := range q.readers {
		if period.Count(r.first, r.last) < period.Count(coarsest.first, coarsest.last) {
			coarsest = r
		}
	}
	count := period.Count(coarsest.first, coarsest.last)
	if count < 2 {
		return nil, false
	}
	middle := coarsest.item.calendar.Start(coarsest.first.Next(count / 2))
	var early, late []reader
	for _, r := range q.readers {
		second := r.item.calendar.At(middle, r.item.frequency)
		if !r.item.calendar.Start(second).Equal(middle) {
			return nil, false
		}
		early = append(early, reader{r.item, r.first, second.Next(-1)})
		late = append(late, reader{r.item, second, r.last})
	}
	for _, half := range [][]reader{early, late} {
		for _, h := range queriesOf(half) {
			h.depth = q.depth + 1
			halves = append(halves, h)
		}
	}
	return halves, true
}
