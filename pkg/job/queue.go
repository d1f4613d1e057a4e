package job

import (
	"context"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"
)

const (
	collections = "collections"
	// runsAtATime is how many runs a process executes side by side: a long back-fill doesn't hold up the schedule.
	runsAtATime = 3
	// longestRun bounds one attempt at a run; the next one goes on with it.
	longestRun = 6 * time.Hour
	// kept is how long finished jobs stay in the queue's table.
	kept = time.Hour
)

// queue is River on either engine.
type queue interface {
	start(ctx context.Context) error
	stop(ctx context.Context) error
	collect(ctx context.Context, args collectArgs) error
}

func newQueue(ctx context.Context, j *Jobs) (queue, error) {
	if pool := j.Store.Pool(); pool != nil {
		return newRiver(ctx, j, riverpgxv5.New(pool), false)
	}
	// SQLite tells nobody of a new job: River would ask it twenty times a second all day, for runs that mostly begin without it.
	return newRiver(ctx, j, riversqlite.New(j.Store.DB()), true)
}

type riverQueue[Tx any] struct{ client *river.Client[Tx] }

// newRiver makes the queue; one that only polls looks for jobs every second instead of being told of them.
func newRiver[Tx any](ctx context.Context, j *Jobs, driver riverdriver.Driver[Tx], pollOnly bool) (queue, error) {
	logger := slog.New(onlyWarnings{j.Logger.Handler()})
	if err := migrate(ctx, driver, logger); err != nil {
		return nil, err
	}
	workers := river.NewWorkers()
	river.AddWorker(workers, &collectWorker{jobs: j})
	client, err := river.NewClient(driver, &river.Config{
		Logger:                      logger,
		Queues:                      map[string]river.QueueConfig{collections: {MaxWorkers: runsAtATime}},
		Workers:                     workers,
		PollOnly:                    pollOnly,
		CompletedJobRetentionPeriod: kept,
		CancelledJobRetentionPeriod: kept,
		DiscardedJobRetentionPeriod: kept,
	})
	if err != nil {
		return nil, err
	}
	return &riverQueue[Tx]{client}, nil
}

// migrate makes River's tables. Processes that start together do it at the same time: who fails on what another has made
// finds it done.
func migrate[Tx any](ctx context.Context, driver riverdriver.Driver[Tx], logger *slog.Logger) error {
	migrator, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: logger})
	if err != nil {
		return err
	}
	for try := 0; ; try++ {
		if _, err = migrator.Migrate(ctx, rivermigrate.DirectionUp, nil); err == nil || try == 5 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(200 * time.Millisecond << try):
		}
	}
}

func (q *riverQueue[Tx]) start(ctx context.Context) error { return q.client.Start(ctx) }
func (q *riverQueue[Tx]) stop(ctx context.Context) error  { return q.client.StopAndCancel(ctx) }

func (q *riverQueue[Tx]) collect(ctx context.Context, args collectArgs) error {
	_, err := q.client.Insert(ctx, args, nil)
	return err
}

// pending are the states of a job that is still to be done or being done.
var pending = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning,
	rivertype.JobStateScheduled,
}

// collectArgs ask for one run. A process asks for a run once at a time; By tells processes apart, since what one has left
// running says nothing any more once it died.
type collectArgs struct {
	Org int64  `json:"org"`
	Run string `json:"run"`
	By  string `json:"by"`
}

// Kind implements river.JobArgs.
func (collectArgs) Kind() string { return "collect" }

// InsertOpts implements river.JobArgsWithInsertOpts.
func (collectArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: collections, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: pending}}
}

// onlyWarnings keeps River's chatter out of Grafana's log.
type onlyWarnings struct{ slog.Handler }

// Enabled implements slog.Handler.
func (h onlyWarnings) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && h.Handler.Enabled(ctx, level)
}

// WithAttrs implements slog.Handler.
func (h onlyWarnings) WithAttrs(attrs []slog.Attr) slog.Handler {
	return onlyWarnings{h.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (h onlyWarnings) WithGroup(name string) slog.Handler {
	return onlyWarnings{h.Handler.WithGroup(name)}
}
