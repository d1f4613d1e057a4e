package collection

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// errCancelled is the cause of a context that ends because somebody cancelled the run.
var errCancelled = errors.New("the run was cancelled")

// Execute does a run: asks, extracts, records, and saves progress and outcome. It continues one that was interrupted and
// leaves a finished one as it is. It returns an error when the run could not be brought to its end, because ctx ended or the
// store failed; calling it again goes on.
func (c *Collector) Execute(ctx context.Context, org int64, id string) (contract.Run, error) {
	run, err := c.Runs.Run(ctx, org, id)
	if err != nil || finished(run.State) {
		return run, err
	}
	ctx, end := c.Observer.Run(ctx, org, run)
	run, err = c.execute(ctx, org, run)
	end(run, err)
	return run, err
}

func (c *Collector) execute(ctx context.Context, org int64, run contract.Run) (contract.Run, error) {
	f := access.System(org, run.RequestedBy)
	known, err := loadCatalogue(ctx, c.Definitions, f)
	if err != nil {
		return run, err
	}
	x := &execution{Collector: c, org: org, known: known, progress: newProgress(run, instantText(c.Now()))}
	stop := x.watch(ctx)
	x.collect(stop.ctx)
	stop.end()

	if ctx.Err() != nil && !errors.Is(context.Cause(stop.ctx), errCancelled) {
		// The process stops. What is done is kept, the rest is done by whoever calls Execute next.
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		return x.progress.snapshot(), errors.Join(ctx.Err(), x.save(last))
	}
	x.progress.finish(instantText(c.Now()))
	if err := x.save(context.WithoutCancel(ctx)); err != nil {
		return x.progress.snapshot(), err
	}
	return x.progress.snapshot(), nil
}

// execution is one run being done.
type execution struct {
	*Collector
	org      int64
	known    *catalogue
	progress *progress
	recorder *recorder
}

func (x *execution) save(ctx context.Context) error {
	if err := x.Runs.SaveRun(ctx, x.org, x.progress.snapshot()); err != nil {
		return fmt.Errorf("save the run: %w", err)
	}
	return nil
}

func (x *execution) saveProgress(ctx context.Context) {
	if err := x.save(ctx); err != nil && ctx.Err() == nil {
		x.Logger.Warn("progress of a run could not be saved", "run", x.progress.id(), "error", err)
	}
}

// watcher ends its context when the run is to be cancelled, and saves progress meanwhile.
type watcher struct {
	ctx context.Context
	end func()
}

func (x *execution) watch(parent context.Context) watcher {
	ctx, cancel := context.WithCancelCause(parent)
	var running sync.WaitGroup
	running.Go(func() {
		x.saveProgress(ctx) // that it has begun: nobody waits for it
		look, save := time.NewTicker(x.waits.Cancel), time.NewTicker(x.waits.Save)
		defer look.Stop()
		defer save.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-look.C:
				if asked, err := x.Runs.CancelRequested(ctx, x.org, x.progress.id()); err == nil && asked {
					cancel(errCancelled)
					return
				}
			case <-save.C:
				if x.progress.changed() {
					x.saveProgress(ctx)
				}
			}
		}
	})
	return watcher{ctx: ctx, end: func() {
		cancel(context.Canceled) // a no-op after errCancelled
		running.Wait()
	}}
}

// collect asks everything that the run has not finished yet.
func (x *execution) collect(ctx context.Context) {
	if asked, err := x.Runs.CancelRequested(ctx, x.org, x.progress.id()); err == nil && asked {
		<-ctx.Done() // the watcher sees the same
		return
	}
	var readers []reader
	for _, kpi := range x.progress.unfinished() {
		items, failures := x.itemsOf(kpi)
		for _, failure := range failures {
			x.progress.fail(kpi.Kpi, failure)
		}
		var own []reader
		for _, it := range items {
			own = append(own, readersOf(it)...)
		}
		x.progress.expect(kpi.Kpi, len(own))
		readers = append(readers, own...)
	}
	x.recorder = x.newRecorder(ctx)
	defer x.recorder.end()
	var lanes, under sync.WaitGroup
	for _, l := range plan(queriesOf(readers), x.known.systems) {
		under.Add(1)
		lanes.Go(func() { x.drive(ctx, l, under.Done) })
	}
	under.Wait()
	close(x.recorder.last)
	lanes.Wait()
}

// itemsOf prepares a KPI and its TargetSets, and says what is wrong with those that can't be collected.
func (x *execution) itemsOf(kpi contract.RunKpi) (items []*item, failures []string) {
	spec, ok := x.known.Kpis[kpi.Kpi]
	if !ok {
		return nil, []string{"the KPI is gone"}
	}
	if x.known.Archived[kpi.Kpi] {
		return nil, []string{"the KPI is archived"}
	}
	calendar, ok := x.known.calendars[spec.Calendar]
	if !ok {
		return nil, []string{fmt.Sprintf("the calendar %q is missing or invalid", spec.Calendar)}
	}
	ask, err := storedRange(calendar, period.Frequency(spec.Frequency), kpi)
	if err != nil {
		return nil, []string{err.Error()}
	}
	add := func(label string, it item, err error) {
		if err != nil {
			failures = append(failures, label+err.Error())
			return
		}
		items = append(items, &it)
	}
	if spec.Source.Type == sourceQuery {
		begun := calendar.At(x.Now(), ask.last.Frequency)
		own := periods{ask.first, period.Period{Frequency: ask.last.Frequency, Ordinal: min(ask.last.Ordinal, begun.Ordinal)}}
		it, err := x.known.newKpiItem(kpi.Kpi, spec, own, x.progress.units())
		add("", it, err)
	}
	targets := ask
	if x.progress.trigger() == TriggerSchedule {
		targets = fiscalYears(calendar, ask)
	}
	for _, set := range x.known.targetSets[kpi.Kpi] {
		it, err := x.known.newTargetItem(set, targets, x.progress.units())
		add("TargetSet "+set+": ", it, err)
	}
	return items, failures
}

// storedRange reads the range that a run keeps for a KPI. The definition may have changed since.
func storedRange(calendar *period.Calendar, frequency period.Frequency, kpi contract.RunKpi) (periods, error) {
	if kpi.From == nil || kpi.To == nil {
		return periods{}, errors.New("the run has no range for this KPI")
	}
	from, err := calendar.Parse(*kpi.From)
	if err != nil {
		return periods{}, err
	}
	to, err := calendar.Parse(*kpi.To)
	if err != nil {
		return periods{}, err
	}
	if from.Frequency != frequency || to.Frequency != frequency {
		return periods{}, fmt.Errorf("the KPI's frequency is %s now: start a new run", frequency)
	}
	return periods{from, to}, nil
}

// fiscalYears widens a range to whole fiscal years: budgets are known ahead, and the target of a year needs all of them.
func fiscalYears(calendar *period.Calendar, ask periods) periods {
	first, _ := calendar.Sub(calendar.FiscalYear(ask.first), ask.first.Frequency)
	_, last := calendar.Sub(calendar.FiscalYear(ask.last), ask.last.Frequency)
	return periods{first, last}
}

// drive sends the calls of one data source, as many at a time as it allows. It calls last when the last of them is on its way.
func (x *execution) drive(ctx context.Context, l lane, last func()) {
	next := make(chan []*planned)
	var workers sync.WaitGroup
	limits := l.limits.withDefaults()
	for range min(limits.concurrency, len(l.calls)) {
		workers.Go(func() {
			for call := range next {
				x.perform(ctx, call, limits)
			}
		})
	}
	for _, call := range l.calls {
		if ctx.Err() != nil {
			break
		}
		next <- call
	}
	close(next)
	last()
	workers.Wait()
}

// perform does one call: sends it, and hands what came to the recorder. Queries whose answers were too large are asked
// again in halves. It returns false when one of them was too large to the last.
func (x *execution) perform(ctx context.Context, call []*planned, limits limits) bool {
	for _, q := range call {
		x.progress.begin(q)
	}
	outcomes := x.send(ctx, call, limits)
	var good []outcome
	fits := true
	for _, o := range outcomes {
		switch {
		case ctx.Err() != nil: // the run stops: what has no outcome stays open
		case o.err == nil:
			good = append(good, o)
		case kindOf(o.err) == TooLarge:
			fits = x.performHalves(ctx, o, limits) && fits
		default:
			x.progress.failQuery(o.query, o.err.Error())
		}
	}
	if len(good) > 0 {
		x.recorder.add(ctx, good)
	}
	return fits
}

// performHalves asks a query for shorter ranges. When even the shortest gives too much it stops: the next would too.
func (x *execution) performHalves(ctx context.Context, o outcome, limits limits) bool {
	halves, ok := o.query.halve()
	if !ok {
		x.progress.failQuery(o.query, o.err.Error())
		return false
	}
	x.progress.split(o.query, halves)
	for i, half := range halves {
		if !x.perform(ctx, []*planned{half}, limits) {
			for _, rest := range halves[i+1:] {
				x.progress.failQuery(rest, o.err.Error())
			}
			return false
		}
	}
	return true
}

// store records revisions; a store that fails is tried again a few times.
func (x *execution) store(ctx context.Context, revisions []Revision) ([]bool, error) {
	if len(revisions) == 0 {
		return nil, nil
	}
	for try := 0; ; try++ {
		stored, err := x.Observations.Record(ctx, x.org, revisions)
		if err == nil || ctx.Err() != nil || try == retries {
			return stored, err
		}
		x.Logger.Warn("observations could not be stored; trying again", "run", x.progress.id(), "error", err)
		if pause(ctx, x.waits.Retry<<try) != nil {
			return nil, err
		}
	}
}
