package job

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

var (
	runsTotal = promauto.NewCounterVec(prometheus.CounterOpts{
		Name: "bsc_collection_runs_total",
		Help: "Finished collection runs by trigger (manual, schedule) and state.",
	}, []string{"trigger", "state"})
	runSeconds = promauto.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "bsc_collection_run_seconds",
		Help:    "Duration of finished collection runs from start to end, in seconds.",
		Buckets: prometheus.ExponentialBuckets(0.1, 3, 9),
	}, []string{"trigger"})
	kpisTotal = promauto.NewCounterVec(prometheus.CounterOpts{
		Name: "bsc_collection_kpis_total",
		Help: "KPIs collected, by the state that they came to.",
	}, []string{"state"})
	observationsTotal = promauto.NewCounter(prometheus.CounterOpts{
		Name: "bsc_collection_observations_total",
		Help: "Revisions of observations that runs stored.",
	})
)

// observe counts a finished run.
func observe(run contract.Run) {
	runsTotal.WithLabelValues(run.Trigger, run.State).Inc()
	if run.StartedAt != nil && run.FinishedAt != nil {
		started, err := time.Parse(time.RFC3339, *run.StartedAt)
		finished, err2 := time.Parse(time.RFC3339, *run.FinishedAt)
		if err == nil && err2 == nil {
			runSeconds.WithLabelValues(run.Trigger).Observe(finished.Sub(started).Seconds())
		}
	}
	for _, kpi := range run.Kpis {
		kpisTotal.WithLabelValues(kpi.State).Inc()
		observationsTotal.Add(float64(kpi.Observations))
	}
}
