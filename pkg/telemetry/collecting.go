package telemetry

import (
	"context"
	"errors"
	"time"

	"go.opentelemetry.io/otel/attribute"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

var _ collection.Observer = (*Telemetry)(nil)

// Run implements collection.Observer. Only a run that came to its end is counted: one that a restart interrupted is counted
// by the process that ends it.
func (t *Telemetry) Run(ctx context.Context, org int64, run contract.Run) (context.Context, func(contract.Run, error)) {
	t.runsActive.Inc()
	ctx, s := span(ctx, "collection run", attribute.Int64("bsc.org", org), attribute.String("bsc.run", run.ID),
		attribute.String("bsc.trigger", run.Trigger), attribute.Int("bsc.kpis", len(run.Kpis)))
	return ctx, func(run contract.Run, err error) {
		t.runsActive.Dec()
		s.SetAttributes(attribute.String("bsc.state", run.State))
		end(s, err)
		if err == nil {
			t.finished(run)
		}
	}
}

func (t *Telemetry) finished(run contract.Run) {
	t.runs.WithLabelValues(run.Trigger, run.State).Inc()
	for _, kpi := range run.Kpis {
		t.kpis.WithLabelValues(kpi.State).Inc()
	}
	if run.StartedAt == nil || run.FinishedAt == nil {
		return
	}
	started, err := time.Parse(time.RFC3339, *run.StartedAt)
	finished, err2 := time.Parse(time.RFC3339, *run.FinishedAt)
	if err == nil && err2 == nil {
		t.runSeconds.WithLabelValues(run.Trigger).Observe(finished.Sub(started).Seconds())
	}
}

// Retry implements collection.Observer.
func (t *Telemetry) Retry(kind collection.ErrorKind, queries int) {
	t.retries.WithLabelValues(string(kind)).Add(float64(queries))
}

// Querier measures what is asked through another one.
func (t *Telemetry) Querier(next collection.Querier) collection.Querier { return &querier{t, next} }

type querier struct {
	*Telemetry
	next collection.Querier
}

// Query implements collection.Querier.
func (q *querier) Query(
	ctx context.Context, org int64, datasource contract.DatasourceRef, from, to time.Time, queries []collection.Query,
) ([]collection.Answer, error) {
	started := time.Now()
	ctx, s := span(ctx, "query data source", attribute.Int64("bsc.org", org),
		attribute.String("bsc.datasource", datasource.Uid), attribute.Int("bsc.queries", len(queries)))
	answers, err := q.next.Query(ctx, org, datasource, from, to, queries)
	q.callSeconds.WithLabelValues(kindOf(err)).Observe(seconds(started))
	if err != nil {
		q.queries.WithLabelValues(kindOf(err)).Add(float64(len(queries)))
	}
	for _, answer := range answers {
		q.queries.WithLabelValues(kindOf(answer.Err)).Inc()
	}
	end(s, err)
	return answers, err
}

// kindOf is ok or what kind of error it is.
func kindOf(err error) string {
	var q *collection.QueryError
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &q):
		return string(q.Kind)
	case errors.Is(err, context.Canceled):
		return "cancelled"
	}
	return "other"
}

// Observations counts what is recorded through another store.
func (t *Telemetry) Observations(next collection.ObservationStore) collection.ObservationStore {
	return &observations{next, t}
}

type observations struct {
	collection.ObservationStore
	telemetry *Telemetry
}

// Record implements collection.ObservationStore.
func (o *observations) Record(ctx context.Context, org int64, revisions []collection.Revision) ([]bool, error) {
	stored, err := o.ObservationStore.Record(ctx, org, revisions)
	bySource := map[string]int{}
	for i, is := range stored {
		if is {
			bySource[revisions[i].Source.Type]++
		}
	}
	for source, n := range bySource {
		o.telemetry.observations.WithLabelValues(source).Add(float64(n))
	}
	return stored, err
}
