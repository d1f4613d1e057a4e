package collection

import (
	"slices"
	"sync"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// progress is the record of a run while it is done. It is safe for concurrent use.
type progress struct {
	mu    sync.Mutex
	run   contract.Run
	kpis  map[string]*kpiProgress
	dirty bool
}

// kpiProgress is what has come of one KPI so far.
type kpiProgress struct {
	at int // index in run.Kpis
	// pending counts the answers that are still to come.
	pending int
	// good counts cells with a value, new or not; bad whether anything failed.
	good   int64
	errors errorList
}

// newProgress begins or continues a run. KPIs that are done stay as they are; of the others only what they have stored is
// kept, since they are asked again.
func newProgress(run contract.Run, startedAt string) *progress {
	p := &progress{run: run, kpis: map[string]*kpiProgress{}}
	p.run.State = stateRunning
	if p.run.StartedAt == nil {
		p.run.StartedAt = &startedAt
	}
	p.run.Kpis = slices.Clone(run.Kpis)
	for i := range p.run.Kpis {
		kpi := &p.run.Kpis[i]
		if !finished(kpi.State) {
			kpi.State, kpi.Dropped, kpi.Errors = stateQueued, 0, []contract.CellError{}
			p.kpis[kpi.Kpi] = &kpiProgress{at: i}
		}
	}
	return p
}

func (p *progress) id() string      { return p.run.ID }
func (p *progress) units() []string { return p.run.Units }
func (p *progress) trigger() string { return p.run.Trigger }

// requestedBy is who is recorded with every value.
func (p *progress) requestedBy() string { return p.run.RequestedBy }

// unfinished lists the KPIs that are still to be done.
func (p *progress) unfinished() []contract.RunKpi {
	p.mu.Lock()
	defer p.mu.Unlock()
	var open []contract.RunKpi
	for _, kpi := range p.run.Kpis {
		if !finished(kpi.State) {
			open = append(open, kpi)
		}
	}
	return open
}

// changed reports whether anything has changed since the last call.
func (p *progress) changed() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	was := p.dirty
	p.dirty = false
	return was
}

// snapshot is the run's record as of now.
func (p *progress) snapshot() contract.Run {
	p.mu.Lock()
	defer p.mu.Unlock()
	run := p.run
	run.Kpis = slices.Clone(p.run.Kpis)
	return run
}

// expect says how many answers a KPI waits for; without any it is done.
func (p *progress) expect(kpi string, answers int) {
	p.change(kpi, func(k *kpiProgress, _ *contract.RunKpi) { k.pending = answers })
}

// fail notes an error of a KPI's definition.
func (p *progress) fail(kpi, message string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.kpis[kpi].errors.add(contract.CellError{Message: message})
}

// begin marks the KPIs that read a query as running.
func (p *progress) begin(q *planned) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, r := range q.readers {
		if kpi := &p.run.Kpis[p.kpis[r.item.kpi].at]; kpi.State == stateQueued {
			kpi.State, p.dirty = stateRunning, true
		}
	}
}

// split replaces a query by its halves.
func (p *progress) split(q *planned, halves []*planned) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, r := range q.readers {
		p.kpis[r.item.kpi].pending--
	}
	for _, half := range halves {
		for _, r := range half.readers {
			p.kpis[r.item.kpi].pending++
		}
	}
}

// failQuery notes that everything that reads a query has no answer.
func (p *progress) failQuery(q *planned, message string) {
	for _, r := range q.readers {
		p.failReader(r, message)
	}
}

func (p *progress) failReader(r reader, message string) {
	p.change(r.item.kpi, func(k *kpiProgress, _ *contract.RunKpi) {
		e := contract.CellError{Message: r.item.label + clip(message)}
		if r.item.extract.Mode == modeScalar {
			id := r.item.calendar.ID(r.first)
			e.Period = &id
		}
		k.errors.add(e)
		k.pending--
	})
}

// succeed notes an answer that was read and recorded.
func (p *progress) succeed(r reader, result extraction, stored int64) {
	p.change(r.item.kpi, func(k *kpiProgress, kpi *contract.RunKpi) {
		kpi.Observations += stored
		kpi.Dropped += result.dropped
		k.good += int64(len(result.values))
		k.errors.addAll(result.errors)
		k.pending--
	})
}

// change changes a KPI and closes it when its last answer has come.
func (p *progress) change(name string, fn func(*kpiProgress, *contract.RunKpi)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	k := p.kpis[name]
	kpi := &p.run.Kpis[k.at]
	fn(k, kpi)
	p.dirty = true
	kpi.Errors = k.errors.report()
	if k.pending > 0 || finished(kpi.State) {
		return
	}
	switch {
	case k.errors.total == 0:
		kpi.State = stateSucceeded
	case k.good > 0:
		kpi.State = statePartial
	default:
		kpi.State = stateFailed
	}
	p.run.Progress.Done++
}

// finish closes the run. KPIs that have no outcome by now were cancelled.
func (p *progress) finish(finishedAt string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	states := map[string]int{}
	for i := range p.run.Kpis {
		kpi := &p.run.Kpis[i]
		if !finished(kpi.State) {
			kpi.State = stateCancelled
		}
		states[kpi.State]++
	}
	p.run.FinishedAt = &finishedAt
	p.run.Progress.Done = int64(len(p.run.Kpis) - states[stateCancelled])
	switch {
	case states[stateCancelled] > 0:
		p.run.State = stateCancelled
	case states[stateSucceeded] == len(p.run.Kpis):
		p.run.State = stateSucceeded
	case states[stateFailed] == len(p.run.Kpis):
		p.run.State = stateFailed
	default:
		p.run.State = statePartial
	}
}
