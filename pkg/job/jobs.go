// Package job does what nobody waits for: it executes collection runs, decides what is due, and takes up what a process that
// died has left. A run begins at once while there is room; River queues what must wait and repeats what has failed. What counts
// is in the store: runs, marks of the schedule, and leases, so that a job that comes twice or not at all changes nothing.
package job

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgxpool"
	"golang.org/x/sync/semaphore"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Store is what jobs need of the store.
type Store interface {
	collection.RunStore
	collection.ScheduleStore
	Leases
	// Orgs lists the orgs that hold anything.
	Orgs(ctx context.Context) ([]int64, error)
	// UnfinishedRuns lists the ids of the org's runs that have not come to their end, oldest first.
	UnfinishedRuns(ctx context.Context, org int64) ([]string, error)
	// ForgetRuns deletes the org's finished runs that were created before a time, but none of the newest keep.
	ForgetRuns(ctx context.Context, org int64, before time.Time, keep int) error
	// DB is the handle that queue tables are written with; with PostgreSQL Pool is used instead, else it is nil.
	DB() *sql.DB
	Pool() *pgxpool.Pool
}

// Runner executes runs. collection.Collector does.
type Runner interface {
	// Execute brings a run to its end, or goes on with one that was interrupted.
	Execute(ctx context.Context, org int64, id string) (contract.Run, error)
}

// Credentials tells for which orgs there are credentials to collect with.
type Credentials interface {
	Ready(org int64) bool
}

// Config makes Jobs.
type Config struct {
	Store  Store
	Now    func() time.Time
	Logger *slog.Logger
	// Tick is how often it is decided what is due; 0 means 15 seconds.
	Tick time.Duration
	// LeaseTime is after how long the work of a process that died is taken up by another; 0 means 20 seconds.
	LeaseTime time.Duration
}

const (
	defaultTick      = 15 * time.Second
	defaultLeaseTime = 20 * time.Second
	// stopTime is how long Stop waits for jobs to notice.
	stopTime = 10 * time.Second
)

// Jobs is the background work of this process.
type Jobs struct {
	Config
	// process tells the jobs of this process from those of others.
	process string

	mu       sync.Mutex
	queue    queue
	schedule *collection.Schedule
	runner   Runner
	ready    Credentials
	// cadence is nil where no reviews are made ahead.
	cadence Cadence
	// reports is nil where nothing is done for reports.
	reports ReportWork
	// problem is why the last look at what is due failed; nil when it didn't.
	problem error
	// ctx ends when Stop is called.
	ctx     context.Context
	stop    func()
	running sync.WaitGroup
	// forgotten is when old runs of an org were last looked for.
	forgotten map[int64]time.Time
	// room is for the runs that this process executes at a time.
	room *semaphore.Weighted
}

// New makes the background work of a process. Nothing happens before Start.
func New(config Config) *Jobs {
	j := &Jobs{Config: config, process: uuid.NewString(), room: semaphore.NewWeighted(runsAtATime), forgotten: map[int64]time.Time{}}
	if j.Tick == 0 {
		j.Tick = defaultTick
	}
	if j.LeaseTime == 0 {
		j.LeaseTime = defaultLeaseTime
	}
	return j
}

var errNotStarted = errors.New("background work has not started")

// Start begins to work, and first takes up what was left unfinished.
func (j *Jobs) Start(ctx context.Context, runner Runner, definitions collection.Definitions, ready Credentials) error {
	alone := j.Store.Pool() == nil
	if alone { // whoever held these is gone
		if err := j.Store.ReleaseAll(ctx); err != nil {
			return fmt.Errorf("background work: %w", err)
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.runner, j.ready = runner, ready
	j.schedule = &collection.Schedule{Definitions: definitions, Store: j.Store, Now: j.Now}
	q, err := newQueue(ctx, j)
	if err != nil {
		return fmt.Errorf("background work: %w", err)
	}
	j.ctx, j.stop = context.WithCancel(context.WithoutCancel(ctx))
	if err := q.start(j.ctx); err != nil {
		return fmt.Errorf("background work: %w", err)
	}
	j.queue = q
	j.running.Go(func() { j.watch(j.ctx) })
	if j.reports != nil {
		j.running.Go(func() { j.watchReports(j.ctx) })
	}
	return nil
}

// watch ticks until its context ends. Every process does so: the store lets each due time and each run be taken once, so no
// leader is needed, whose death the others would have to notice first.
func (j *Jobs) watch(ctx context.Context) {
	ticker := time.NewTicker(j.Tick)
	defer ticker.Stop()
	for {
		j.tick(ctx)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// Stop interrupts running jobs and waits for them; whoever starts next goes on with them.
func (j *Jobs) Stop() {
	j.mu.Lock()
	q := j.queue
	j.queue = nil
	j.mu.Unlock()
	if q == nil {
		return
	}
	j.stop()
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	if err := q.stop(ctx); err != nil {
		j.Logger.Warn("background work did not stop in time", "error", err)
	}
	j.running.Wait()
}

// Enqueue implements collection.Queue. While there is room the run begins at once, without a turn through the queue's tables;
// the queue has what must wait, and what has to be tried again. Should the process die meanwhile, the next look at unfinished
// runs finds it, as it does with whatever a queue has left.
func (j *Jobs) Enqueue(ctx context.Context, org int64, run string) error {
	args := collectArgs{Org: org, Run: run, By: j.process}
	j.mu.Lock()
	q := j.queue
	begun := q != nil && j.room.TryAcquire(1)
	if begun { // under the lock, so that Stop waits for it
		j.running.Go(func() {
			defer j.room.Release(1)
			j.begin(args, q)
		})
	}
	j.mu.Unlock()
	switch {
	case q == nil:
		return errNotStarted
	case begun:
		return nil
	}
	return q.collect(ctx, args)
}

// begin makes the first attempt at a run, and leaves the others to the queue.
func (j *Jobs) begin(args collectArgs, q queue) {
	ctx, cancel := context.WithTimeout(j.ctx, longestRun)
	defer cancel()
	err := j.collect(ctx, args.Org, args.Run)
	if err == nil || j.ctx.Err() != nil || errors.Is(err, resource.ErrNotFound) {
		return
	}
	j.Logger.Warn("a run was interrupted and is tried again", "org", args.Org, "run", args.Run, "error", err)
	if err := q.collect(j.ctx, args); err != nil {
		j.Logger.Warn("a run could not be queued yet", "run", args.Run, "error", err)
	}
}

// collect executes a run, unless somebody else works on it.
func (j *Jobs) collect(ctx context.Context, org int64, id string) error {
	_, err := j.withLease(ctx, leaseName(org, id), func(ctx context.Context) error {
		run, err := j.runner.Execute(ctx, org, id)
		if err != nil {
			return err
		}
		j.Logger.Info("collected", "org", org, "run", id, "state", run.State, "kpis", len(run.Kpis))
		return j.schedule.Settle(ctx, org, run)
	})
	return err
}

// tick takes up unfinished runs that nobody works on, and starts what is due.
func (j *Jobs) tick(ctx context.Context) {
	problem := j.eachOrg(ctx)
	if ctx.Err() != nil {
		return
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if problem != nil && (j.problem == nil || j.problem.Error() != problem.Error()) {
		j.Logger.Error("what is due could not be decided", "error", problem)
	}
	j.problem = problem
}

func (j *Jobs) eachOrg(ctx context.Context) error {
	orgs, err := j.Store.Orgs(ctx)
	if err != nil {
		return err
	}
	var problems []error
	for _, org := range orgs {
		if err := j.takeUp(ctx, org); err != nil {
			problems = append(problems, err)
		}
		if err := j.forgetOldRuns(ctx, org); err != nil {
			problems = append(problems, err)
		}
		if err := j.makeAhead(ctx, org); err != nil {
			problems = append(problems, err)
		}
		if !j.ready.Ready(org) {
			continue
		}
		run, err := j.schedule.StartDue(ctx, org)
		if err == nil && run != "" {
			err = j.Enqueue(ctx, org, run)
		}
		if err != nil {
			problems = append(problems, err)
		}
	}
	return errors.Join(problems...)
}

// takeUp queues the org's unfinished runs that no process works on: those of a process that died, and those that could not
// be queued when they were saved.
func (j *Jobs) takeUp(ctx context.Context, org int64) error {
	runs, err := j.Store.UnfinishedRuns(ctx, org)
	if err != nil {
		return err
	}
	for _, run := range runs {
		leased, err := j.Store.Leased(ctx, leaseName(org, run), j.Now())
		if err == nil && !leased {
			err = j.Enqueue(ctx, org, run)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Lags gives for every org how long the KPI that waits longest for its scheduled collection has been due.
func (j *Jobs) Lags(ctx context.Context) (map[int64]time.Duration, error) {
	j.mu.Lock()
	schedule := j.schedule
	j.mu.Unlock()
	if schedule == nil {
		return nil, errNotStarted
	}
	orgs, err := j.Store.Orgs(ctx)
	if err != nil {
		return nil, err
	}
	lags := make(map[int64]time.Duration, len(orgs))
	for _, org := range orgs {
		if lags[org], err = schedule.Lag(ctx, org); err != nil {
			return nil, err
		}
	}
	return lags, nil
}

// Status describes the schedule for an org.
func (j *Jobs) Status(ctx context.Context, org int64) contract.ScheduleStatus {
	status := contract.ScheduleStatus{}
	j.mu.Lock()
	schedule, ready, problem := j.schedule, j.ready, j.problem
	j.mu.Unlock()
	if schedule == nil {
		status.Message = errNotStarted.Error()
		return status
	}
	next, err := schedule.NextDue(ctx, org)
	if err != nil {
		status.Message = err.Error()
		return status
	}
	if next != nil {
		text := next.UTC().Format(time.RFC3339)
		status.NextDue = &text
	}
	runs, _, err := j.Store.Runs(ctx, org, 1, "")
	if err != nil {
		status.Message = err.Error()
		return status
	}
	if len(runs) > 0 {
		status.LastRun = &runs[0].CreatedAt
	}
	switch {
	case problem != nil:
		status.Message = problem.Error()
	case next != nil && !ready.Ready(org):
		status.Message = "Scheduled collection waits for credentials to call Grafana's API with."
	case next == nil:
		status.Ok, status.Message = true, "There is nothing to collect."
	default:
		status.Ok, status.Message = true, "The schedule works."
	}
	return status
}
