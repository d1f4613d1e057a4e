package telemetry

import (
	"context"
	"strings"
	"time"

	"go.opentelemetry.io/otel/trace"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

var _ scorecard.Observer = (*Telemetry)(nil)

// CachedView implements scorecard.Observer.
func (t *Telemetry) CachedView() { t.views.WithLabelValues("hit").Inc() }

// ComputeView implements scorecard.Observer.
func (t *Telemetry) ComputeView(ctx context.Context) (context.Context, func(error)) {
	t.views.WithLabelValues("miss").Inc()
	started := time.Now()
	ctx, s := span(ctx, "compute view")
	return ctx, func(err error) {
		t.viewSeconds.Observe(seconds(started))
		end(s, err)
	}
}

// Operation measures an operation of the store, as its observer. It is a span only within another: what the background does every few seconds is none.
func (t *Telemetry) Operation(ctx context.Context, name string) (context.Context, func(error)) {
	started := time.Now()
	s := trace.SpanFromContext(context.Background())
	if trace.SpanContextFromContext(ctx).IsValid() {
		ctx, s = span(ctx, "store: "+name)
	}
	return ctx, func(err error) {
		t.operations.WithLabelValues(strings.ReplaceAll(name, " ", "_"), outcomeOf(err)).Observe(seconds(started))
		end(s, err)
	}
}

// Statement counts a statement of the store.
func (t *Telemetry) Statement() { t.statements.Inc() }
