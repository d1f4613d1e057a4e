package collection

import (
	"context"
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// outcome is what came of one query: frames or the error that it is left with.
type outcome struct {
	query  *planned
	frames data.Frames
	err    error
}

// send asks the queries of one call and returns an outcome for each. What fails on the way is repeated a few times, a busy
// database is waited for. Queries that fail beside others are asked once more alone, so that none fails for its neighbour.
func (x *execution) send(ctx context.Context, call []*planned, limits limits) []outcome {
	outcomes := x.persist(ctx, call, limits)
	if len(call) == 1 {
		return outcomes
	}
	for i, o := range outcomes {
		if o.err != nil && worthAlone(kindOf(o.err)) && ctx.Err() == nil {
			x.Observer.Retry(kindOf(o.err), 1)
			outcomes[i] = x.persist(ctx, []*planned{o.query}, limits)[0]
		}
	}
	return outcomes
}

// worthAlone reports whether a query that failed among others may succeed alone.
func worthAlone(kind ErrorKind) bool { return kind == BadQuery || kind == Timeout || kind == TooLarge }

// persist sends queries in one call, and again those that time may help.
func (x *execution) persist(ctx context.Context, call []*planned, limits limits) []outcome {
	outcomes := make([]outcome, len(call))
	todo := make([]int, len(call))
	for i, q := range call {
		outcomes[i], todo[i] = outcome{query: q}, i
	}
	failures := 0
	wait, waited := x.waits.Busy, time.Duration(0)
	for len(todo) > 0 {
		x.ask(ctx, outcomes, todo, limits)
		var broken, busy []int
		for _, i := range todo {
			switch err := outcomes[i].err; {
			case err == nil || ctx.Err() != nil:
			case kindOf(err) == Transport:
				broken = append(broken, i)
			case kindOf(err) == Busy:
				busy = append(busy, i)
			}
		}
		todo = nil
		delay := time.Duration(0)
		if len(broken) > 0 && failures < retries {
			delay = x.waits.Retry << failures
			failures++
			x.Observer.Retry(Transport, len(broken))
			todo = append(todo, broken...)
		}
		if len(busy) > 0 && waited < x.waits.BusyTotal {
			delay = max(delay, wait)
			waited += wait
			x.Observer.Retry(Busy, len(busy))
			wait = min(2*wait, x.waits.BusyMax)
			todo = append(todo, busy...)
		}
		if len(todo) > 0 && pause(ctx, delay) != nil {
			break
		}
	}
	return outcomes
}

// ask sends one call within the data source's slots and the timeout, and notes what came.
func (x *execution) ask(ctx context.Context, outcomes []outcome, todo []int, limits limits) {
	first := outcomes[todo[0]].query
	queries := make([]Query, len(todo))
	for n, i := range todo {
		queries[n] = Query{Model: outcomes[i].query.model}
	}
	answers, err := x.query(ctx, first, queries, limits)
	for n, i := range todo {
		outcomes[i].frames, outcomes[i].err = nil, err
		if err == nil {
			outcomes[i].frames, outcomes[i].err = answers[n].Frames, answers[n].Err
		}
	}
}

func (x *execution) query(ctx context.Context, like *planned, queries []Query, limits limits) ([]Answer, error) {
	release, err := x.Slots.Acquire(ctx, x.org, like.datasource.Uid, limits.concurrency)
	if err != nil {
		return nil, fmt.Errorf("wait for the data source: %w", err)
	}
	defer release()
	bounded, cancel := context.WithTimeout(ctx, limits.timeout)
	defer cancel()
	answers, err := x.Querier.Query(bounded, x.org, like.datasource, like.from, like.to, queries)
	switch {
	case err != nil && bounded.Err() == context.DeadlineExceeded:
		return nil, &QueryError{Timeout, fmt.Sprintf("the data source %s did not answer within %s", like.datasource.Uid, limits.timeout)}
	case err != nil:
		return nil, err
	case len(answers) != len(queries):
		return nil, &QueryError{BadQuery, fmt.Sprintf("%d answers to %d queries", len(answers), len(queries))}
	}
	return answers, nil
}

// pause waits, or returns why it doesn't.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
