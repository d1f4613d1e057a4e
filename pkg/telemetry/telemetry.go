// Package telemetry measures: Prometheus metrics, all of them registered here, and OpenTelemetry spans. It listens where use
// cases and edges say what they do (their Observer interfaces) and stands between others (an http.Handler, a Querier), so
// that none of them knows of it. Label values come from small fixed sets, or are ids of orgs: never names of definitions.
package telemetry

import (
	"context"
	"errors"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/tracing"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// Telemetry holds the metrics of a process. It is safe for concurrent use.
type Telemetry struct {
	gauges *gauges

	requests *prometheus.HistogramVec

	views       *prometheus.CounterVec
	viewSeconds prometheus.Histogram

	operations *prometheus.HistogramVec
	statements prometheus.Counter

	runs         *prometheus.CounterVec
	runSeconds   *prometheus.HistogramVec
	runsActive   prometheus.Gauge
	kpis         *prometheus.CounterVec
	queries      *prometheus.CounterVec
	retries      *prometheus.CounterVec
	callSeconds  *prometheus.HistogramVec
	observations *prometheus.CounterVec
}

// New registers the metrics. version is the plugin's.
func New(registry prometheus.Registerer, version string) *Telemetry {
	t := &Telemetry{
		gauges: newGauges(),
		requests: histogram("bsc_http_request_duration_seconds",
			"Duration of calls of the HTTP API in seconds, by route pattern, method and class of the status.",
			prometheus.ExponentialBuckets(0.001, 3, 10), "route", "method", "status"),

		views:       counter("bsc_view_requests_total", "Scorecard views asked for, by whether the answer was still known: hit or miss.", "cache"),
		viewSeconds: single(histogram("bsc_view_compute_duration_seconds", "Duration of computing a scorecard view that was not known, in seconds, reading included.", prometheus.ExponentialBuckets(0.001, 3, 9))),

		operations: histogram("bsc_store_operation_duration_seconds",
			"Duration of the store's operations in seconds, by operation and outcome (ok, error; a refusal counts as an error).",
			prometheus.ExponentialBuckets(0.0002, 4, 9), "operation", "outcome"),
		statements: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "bsc_store_statements_total", Help: "SQL statements that the store sent to its database.",
		}),

		runs: counter("bsc_collection_runs_total", "Finished collection runs, by trigger (manual, schedule) and state.", "trigger", "state"),
		runSeconds: histogram("bsc_collection_run_duration_seconds", "Duration of finished collection runs in seconds, by trigger.",
			prometheus.ExponentialBuckets(0.1, 3, 9), "trigger"),
		runsActive: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "bsc_collection_runs_active", Help: "Collection runs that this process executes now.",
		}),
		kpis:    counter("bsc_collection_kpis_total", "KPIs of finished collection runs, by the state they came to.", "state"),
		queries: counter("bsc_datasource_queries_total", "Queries sent to data sources, by outcome: ok or the kind of error.", "outcome"),
		retries: counter("bsc_datasource_query_retries_total", "Queries sent again, by the kind of error of the attempt before.", "reason"),
		callSeconds: histogram("bsc_datasource_call_duration_seconds", "Duration of calls of Grafana's query API in seconds, by outcome of the call.",
			prometheus.ExponentialBuckets(0.005, 3, 9), "outcome"),
		observations: counter("bsc_observations_stored_total", "Revisions of observations stored, by source.", "source"),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "bsc_build_info", Help: "1; the label is the plugin's version.", ConstLabels: prometheus.Labels{"version": version},
	})
	build.Set(1)
	registry.MustRegister(build, t.gauges, t.requests, t.views, t.viewSeconds, t.operations, t.statements, t.runs, t.runSeconds,
		t.runsActive, t.kpis, t.queries, t.retries, t.callSeconds, t.observations)
	return t
}

func counter(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

func histogram(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets}, labels)
}

// single is the histogram of a vector without labels.
func single(vector *prometheus.HistogramVec) prometheus.Histogram {
	return vector.WithLabelValues().(prometheus.Histogram)
}

// span begins a span of Grafana's tracer; the returned function ends it.
func span(ctx context.Context, name string, attributes ...attribute.KeyValue) (context.Context, trace.Span) {
	return tracing.DefaultTracer().Start(ctx, name, trace.WithAttributes(attributes...))
}

// end ends a span with its error, nil for none. Of the error only its text is kept; a caller who gave up is no error.
func end(s trace.Span, err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		s.SetStatus(codes.Error, err.Error())
	}
	s.End()
}

func seconds(since time.Time) float64 { return time.Since(since).Seconds() }

func outcomeOf(err error) string {
	if err != nil {
		return "error"
	}
	return "ok"
}
