// Package collection measures: it plans the queries of KPIs and TargetSets, asks Grafana's data sources, extracts
// observations from their frames and records them; and it takes what people submit.
package collection

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// States of a run and of a KPI in it.
const (
	stateQueued    = "queued"
	stateRunning   = "running"
	stateSucceeded = "succeeded"
	statePartial   = "partial"
	stateFailed    = "failed"
	stateCancelled = "cancelled"
)

// Triggers of a run.
const (
	TriggerManual   = "manual"
	TriggerSchedule = "schedule"
)

// Queue hands runs to whatever executes them, now or after a restart. pkg/job implements it.
type Queue interface {
	// Enqueue has Execute called for the run. It is called after the run was saved.
	Enqueue(ctx context.Context, org int64, run string) error
}

// Slots limits the calls at a time to one data source, over all runs and processes that share it.
type Slots interface {
	// Acquire waits until one of the data source's slots is free, and takes it until release is called.
	Acquire(ctx context.Context, org int64, datasource string, slots int) (release func(), err error)
}

// Config joins a Collector with what it needs.
type Config struct {
	Definitions  Definitions
	Observations ObservationStore
	Runs         RunStore
	Querier      Querier
	Queue        Queue
	// Slots is optional: without it the limits hold within this process.
	Slots Slots
	// Teams is optional: without it no contributor is a team.
	Teams  Teams
	Now    func() time.Time
	Logger *slog.Logger
	// Observer is optional.
	Observer Observer
	// Waits is optional; tests shorten it.
	Waits *Waits
}

// Observer is told of what a Collector does. It must be safe for concurrent use.
type Observer interface {
	// Run begins or continues a run. It returns the run's context and what is called at the end of this execution with the
	// run as it is then, which has come to its end where err is nil.
	Run(ctx context.Context, org int64, run contract.Run) (context.Context, func(run contract.Run, err error))
	// Retry tells that some queries are sent again, and what made the last attempt fail.
	Retry(kind ErrorKind, queries int)
}

// nobody is the observer of a Collector that none was given.
type nobody struct{}

func (nobody) Run(ctx context.Context, _ int64, _ contract.Run) (context.Context, func(contract.Run, error)) {
	return ctx, func(contract.Run, error) {}
}
func (nobody) Retry(ErrorKind, int) {}

// Waits are the pauses of a run.
type Waits struct {
	// Retry is the first pause after a failure on the way, doubled each time, at most retries times.
	Retry time.Duration
	// Busy is the first pause when a database has no connection free, doubled up to BusyMax, for BusyTotal in all.
	Busy, BusyMax, BusyTotal time.Duration
	// Cancel is how often a run looks whether it is to be cancelled; Save how often its progress is saved.
	Cancel, Save time.Duration
}

var defaultWaits = Waits{
	Retry: 500 * time.Millisecond,
	Busy:  time.Second, BusyMax: 30 * time.Second, BusyTotal: 10 * time.Minute,
	Cancel: 300 * time.Millisecond, Save: 500 * time.Millisecond,
}

// retries is how often a call is repeated after a failure on the way.
const retries = 3

// Collector collects. It is safe for concurrent use.
type Collector struct {
	Config
	waits Waits
}

// New makes a Collector.
func New(config Config) *Collector {
	c := &Collector{Config: config, waits: defaultWaits}
	if c.Waits != nil {
		c.waits = *c.Waits
	}
	if c.Observer == nil {
		c.Observer = nobody{}
	}
	if c.Slots == nil {
		c.Slots = newLocalSlots()
	}
	return c
}

// Plan checks a request and gives the run that it asks for, of which nothing is saved. It returns resource.InvalidError when the
// request names what there is not, and access.ErrForbidden to callers below Editor.
func (c *Collector) Plan(ctx context.Context, f access.Filter, request contract.CollectionRequest, trigger string) (contract.Run, error) {
	if err := f.Require(access.Editor, "collecting"); err != nil {
		return contract.Run{}, err
	}
	known, err := loadCatalogue(ctx, c.Definitions, f)
	if err != nil {
		return contract.Run{}, err
	}
	now := c.Now()
	kpis, err := known.resolveRequest(f, request, now)
	if err != nil {
		return contract.Run{}, err
	}
	return newRun(f.Actor(), trigger, request.Units, kpis, now)
}

// Start saves the run that a request asks for and queues it. Its errors are those of Plan.
func (c *Collector) Start(ctx context.Context, f access.Filter, request contract.CollectionRequest, trigger string) (contract.Run, error) {
	run, err := c.Plan(ctx, f, request, trigger)
	if err != nil {
		return contract.Run{}, err
	}
	if err := c.Runs.SaveRun(ctx, f.Org(), run); err != nil {
		return contract.Run{}, fmt.Errorf("save the run: %w", err)
	}
	// The run is saved: should queueing fail now, the next look at unfinished runs does it.
	if err := c.Queue.Enqueue(ctx, f.Org(), run.ID); err != nil {
		c.Logger.Warn("a run could not be queued yet", "run", run.ID, "error", err)
	}
	return run, nil
}

func newRun(by, trigger string, units []string, kpis []contract.RunKpi, now time.Time) (contract.Run, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return contract.Run{}, err
	}
	return contract.Run{
		ID: id.String(), State: stateQueued, Trigger: trigger, RequestedBy: by, CreatedAt: instantText(now),
		Units: units, Kpis: kpis, Progress: contract.Progress{Total: int64(len(kpis))},
	}, nil
}

// Run returns one run, or resource.ErrNotFound.
func (c *Collector) Run(ctx context.Context, f access.Filter, id string) (contract.Run, error) {
	if err := f.Require(access.Viewer, "reading runs"); err != nil {
		return contract.Run{}, err
	}
	run, err := c.Runs.Run(ctx, f.Org(), id)
	if err != nil {
		return contract.Run{}, err
	}
	return visible(f, run), nil
}

// List returns runs, newest first, and the cursor to go on with, "" at the end.
func (c *Collector) List(ctx context.Context, f access.Filter, limit int, cursor string) ([]contract.Run, string, error) {
	if err := f.Require(access.Viewer, "reading runs"); err != nil {
		return nil, "", err
	}
	runs, next, err := c.Runs.Runs(ctx, f.Org(), limit, cursor)
	for i := range runs {
		runs[i] = visible(f, runs[i])
	}
	return runs, next, err
}

// Cancel asks a run to stop and returns it as it is; what it has recorded stays. A finished run is left as it is.
func (c *Collector) Cancel(ctx context.Context, f access.Filter, id string) (contract.Run, error) {
	if err := f.Require(access.Editor, "cancelling"); err != nil {
		return contract.Run{}, err
	}
	run, err := c.Runs.Run(ctx, f.Org(), id)
	if err != nil {
		return contract.Run{}, err
	}
	if !finished(run.State) {
		if err := c.Runs.RequestCancel(ctx, f.Org(), id); err != nil {
			return contract.Run{}, err
		}
	}
	return visible(f, run), nil
}

// visible leaves out of a run the KPIs and cells that the caller may not know of.
func visible(f access.Filter, run contract.Run) contract.Run {
	kpis := make([]contract.RunKpi, 0, len(run.Kpis))
	for _, kpi := range run.Kpis {
		if !f.SeesResource("Kpi", kpi.Kpi) {
			continue
		}
		errors := []contract.CellError{}
		for _, e := range kpi.Errors {
			if e.Unit == nil || f.SeesUnit(*e.Unit) {
				errors = append(errors, e)
			}
		}
		kpi.Errors = errors
		kpis = append(kpis, kpi)
	}
	run.Kpis = kpis
	return run
}

// finished reports whether a state is a last one.
func finished(state string) bool { return state != stateQueued && state != stateRunning }

// Finished reports whether a run has come to its end.
func Finished(run contract.Run) bool { return finished(run.State) }

func instantText(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }
