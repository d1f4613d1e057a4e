package telemetry

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/tracing"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	dto "github.com/prometheus/client_model/go"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

var spans = tracetest.NewSpanRecorder()

func TestMain(m *testing.M) {
	tracing.InitDefaultTracer(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans)).Tracer("test"))
	m.Run()
}

func newTelemetry(t *testing.T) (*Telemetry, *prometheus.Registry) {
	t.Helper()
	spans.Reset()
	registry := prometheus.NewPedanticRegistry()
	return New(registry, "1.2.3"), registry
}

// sample finds the value of a metric's sample: that of a counter or gauge, the count of a histogram. labels are name=value.
func sample(t *testing.T, registry *prometheus.Registry, name string, labels ...string) float64 {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		for _, metric := range family.Metric {
			if family.GetName() == name && slices.Equal(labelsOf(metric), labels) {
				return metric.GetCounter().GetValue() + metric.GetGauge().GetValue() + float64(metric.GetHistogram().GetSampleCount())
			}
		}
	}
	return -1
}

func labelsOf(metric *dto.Metric) []string {
	labels := []string{}
	for _, label := range metric.Label {
		labels = append(labels, label.GetName()+"="+label.GetValue())
	}
	return labels
}

func expect(t *testing.T, registry *prometheus.Registry, want float64, name string, labels ...string) {
	t.Helper()
	if labels == nil {
		labels = []string{}
	}
	if got := sample(t, registry, name, labels...); got != want {
		t.Errorf("%s%v is %v, want %v", name, labels, got, want)
	}
}

func spanNames() []string {
	var names []string
	for _, s := range spans.Ended() {
		names = append(names, s.Name())
	}
	return names
}

func TestHTTPIsMeasuredByRoute(t *testing.T) {
	m, registry := newTelemetry(t)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/kpis/{name}", func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("name") == "broken" {
			w.WriteHeader(http.StatusInternalServerError)
			w.WriteHeader(http.StatusOK)
		}
		fmt.Fprint(w, "{}")
	})
	h := m.HTTP(mux)
	for _, call := range []struct{ method, path string }{
		{"GET", "/v1/kpis/revenue"}, {"GET", "/v1/kpis/cost"}, {"GET", "/v1/kpis/broken"}, {"GET", "/nowhere"}, {"BREW", "/v1/kpis/a"},
	} {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(call.method, call.path, nil))
	}
	const name = "bsc_http_request_duration_seconds"
	expect(t, registry, 2, name, "method=GET", "route=/v1/kpis/{name}", "status=2xx")
	expect(t, registry, 1, name, "method=GET", "route=/v1/kpis/{name}", "status=5xx")
	expect(t, registry, 1, name, "method=GET", "route=none", "status=4xx")
	expect(t, registry, 1, name, "method=other", "route=none", "status=4xx")
	if names := spanNames(); names[0] != "HTTP GET /v1/kpis/{name}" || len(names) != 5 {
		t.Errorf("spans %q", names)
	}
}

func TestViewsAndTheStore(t *testing.T) {
	m, registry := newTelemetry(t)
	m.CachedView()
	ctx, done := m.ComputeView(t.Context())
	_, stored := m.Operation(ctx, "read observations")
	m.Statement()
	stored(nil)
	done(nil)
	_, failed := m.Operation(t.Context(), "take a lease")
	failed(errors.New("disk full"))
	expect(t, registry, 1, "bsc_view_requests_total", "cache=hit")
	expect(t, registry, 1, "bsc_view_requests_total", "cache=miss")
	expect(t, registry, 1, "bsc_view_compute_duration_seconds")
	expect(t, registry, 1, "bsc_store_statements_total")
	expect(t, registry, 1, "bsc_store_operation_duration_seconds", "operation=read_observations", "outcome=ok")
	expect(t, registry, 1, "bsc_store_operation_duration_seconds", "operation=take_a_lease", "outcome=error")
	if names := spanNames(); !slices.Equal(names, []string{"store: read observations", "compute view"}) {
		t.Errorf("spans %q: an operation of the background is none", names)
	}
	if parent := spans.Ended()[0].Parent().SpanID(); parent != spans.Ended()[1].SpanContext().SpanID() {
		t.Error("what the store does is not a part of the view")
	}
}

// asked answers as told.
type asked struct {
	answers []collection.Answer
	err     error
}

func (a asked) Query(context.Context, int64, contract.DatasourceRef, time.Time, time.Time, []collection.Query) ([]collection.Answer, error) {
	return a.answers, a.err
}

func TestQueriesAreCountedByOutcome(t *testing.T) {
	m, registry := newTelemetry(t)
	two := make([]collection.Query, 2)
	ask := func(a asked) {
		answers, err := m.Querier(a).Query(t.Context(), 1, contract.DatasourceRef{Uid: "erp"}, time.Time{}, time.Time{}, two)
		if len(answers) != len(a.answers) || err != a.err {
			t.Errorf("%v, %v", answers, err)
		}
	}
	ask(asked{answers: []collection.Answer{{}, {Err: &collection.QueryError{Kind: collection.BadQuery}}}})
	ask(asked{err: fmt.Errorf("call: %w", &collection.QueryError{Kind: collection.Transport})})
	ask(asked{err: context.Canceled})
	m.Retry(collection.Busy, 3)
	expect(t, registry, 1, "bsc_datasource_queries_total", "outcome=ok")
	expect(t, registry, 1, "bsc_datasource_queries_total", "outcome=badQuery")
	expect(t, registry, 2, "bsc_datasource_queries_total", "outcome=transport")
	expect(t, registry, 2, "bsc_datasource_queries_total", "outcome=cancelled")
	expect(t, registry, 1, "bsc_datasource_call_duration_seconds", "outcome=ok")
	expect(t, registry, 3, "bsc_datasource_query_retries_total", "reason=busy")
}

type recorder struct {
	collection.ObservationStore
	stored []bool
}

func (r recorder) Record(context.Context, int64, []collection.Revision) ([]bool, error) {
	return r.stored, nil
}

func TestRunsAndObservations(t *testing.T) {
	m, registry := newTelemetry(t)
	run := contract.Run{ID: "r", Trigger: "manual", Kpis: []contract.RunKpi{{Kpi: "secret-name", State: "succeeded"}, {Kpi: "b", State: "failed"}}}
	_, end := m.Run(t.Context(), 1, run)
	expect(t, registry, 1, "bsc_collection_runs_active")
	run.State, run.StartedAt, run.FinishedAt = "partial", new("2026-01-01T00:00:00Z"), new("2026-01-01T00:00:07.5Z")
	end(run, nil)
	_, interrupted := m.Run(t.Context(), 1, run)
	interrupted(run, context.Canceled)
	expect(t, registry, 0, "bsc_collection_runs_active")
	expect(t, registry, 1, "bsc_collection_runs_total", "state=partial", "trigger=manual")
	expect(t, registry, 1, "bsc_collection_run_duration_seconds", "trigger=manual")
	expect(t, registry, 1, "bsc_collection_kpis_total", "state=succeeded")

	revisions := make([]collection.Revision, 3)
	for i, source := range []string{"run", "run", "submission"} {
		revisions[i].Source.Type = source
	}
	if _, err := m.Observations(recorder{stored: []bool{true, false, true}}).Record(t.Context(), 1, revisions); err != nil {
		t.Fatal(err)
	}
	expect(t, registry, 1, "bsc_observations_stored_total", "source=run")
	expect(t, registry, 1, "bsc_observations_stored_total", "source=submission")

	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		if strings.Contains(family.String(), "secret-name") {
			t.Errorf("%s names a KPI", family.GetName())
		}
	}
}

func TestGaugesAskTheirSources(t *testing.T) {
	m, registry := newTelemetry(t)
	expect(t, registry, -1, "bsc_store_up")
	var broken error
	m.Follow(Sources{
		DataVersions: func(context.Context) (map[int64]int64, error) { return map[int64]int64{1: 17, 5: 2}, broken },
		ScheduleLags: func(context.Context) (map[int64]time.Duration, error) {
			return map[int64]time.Duration{1: 90 * time.Second}, nil
		},
		ProvisioningErrors: func() int { return 2 },
	})
	expect(t, registry, 1, "bsc_store_up")
	expect(t, registry, 17, "bsc_store_data_version", "org=1")
	expect(t, registry, 2, "bsc_store_data_version", "org=5")
	expect(t, registry, 90, "bsc_schedule_lag_seconds", "org=1")
	expect(t, registry, 2, "bsc_provisioning_errors")
	broken = errors.New("gone")
	expect(t, registry, 0, "bsc_store_up")
}

func TestMetricsFollowPrometheusConventions(t *testing.T) {
	m, registry := newTelemetry(t)
	m.CachedView()
	m.Retry(collection.Busy, 1)
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	problems, err := promlint.NewWithMetricFamilies(families).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
	expect(t, registry, 1, "bsc_build_info", "version=1.2.3")
}
