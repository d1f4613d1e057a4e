package telemetry

import (
	"context"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// readTime bounds what is asked while metrics are read.
const readTime = 5 * time.Second

// Sources are asked whenever metrics are read. A nil one has nothing to say; one that fails leaves its metrics out.
type Sources struct {
	// DataVersions gives each org's data version. That it fails means that the store is out of reach.
	DataVersions func(ctx context.Context) (map[int64]int64, error)
	// ScheduleLags gives for each org how long the KPI that waits longest has been due; 0 when nothing is due.
	ScheduleLags func(ctx context.Context) (map[int64]time.Duration, error)
	// ProvisioningErrors counts the problems of the provisioned files.
	ProvisioningErrors func() int
}

// Follow asks the sources from now on, instead of earlier ones.
func (t *Telemetry) Follow(sources Sources) {
	t.gauges.mu.Lock()
	defer t.gauges.mu.Unlock()
	t.gauges.sources = sources
}

// gauges are metrics that are read where they are kept: a replica shows what another one wrote.
type gauges struct {
	mu      sync.Mutex
	sources Sources

	up, version, lag, provisioning *prometheus.Desc
}

func newGauges() *gauges {
	return &gauges{
		up:           prometheus.NewDesc("bsc_store_up", "1 while the store can be read, else 0.", nil, nil),
		version:      prometheus.NewDesc("bsc_store_data_version", "Committed writes of definitions and observations, by org.", []string{"org"}, nil),
		lag:          prometheus.NewDesc("bsc_schedule_lag_seconds", "How long the KPI that waits longest for its scheduled collection has been due, in seconds, by org; 0 when nothing is due.", []string{"org"}, nil),
		provisioning: prometheus.NewDesc("bsc_provisioning_errors", "Problems of the provisioned files at their last load.", nil, nil),
	}
}

// Describe implements prometheus.Collector.
func (g *gauges) Describe(to chan<- *prometheus.Desc) {
	to <- g.up
	to <- g.version
	to <- g.lag
	to <- g.provisioning
}

// Collect implements prometheus.Collector.
func (g *gauges) Collect(to chan<- prometheus.Metric) {
	g.mu.Lock()
	sources := g.sources
	g.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), readTime)
	defer cancel()
	set := func(desc *prometheus.Desc, value float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(desc, prometheus.GaugeValue, value, labels...)
	}
	if sources.DataVersions != nil {
		versions, err := sources.DataVersions(ctx)
		up := 1.0
		if err != nil {
			up = 0
		}
		set(g.up, up)
		for org, version := range versions {
			set(g.version, float64(version), strconv.FormatInt(org, 10))
		}
	}
	if sources.ScheduleLags != nil {
		lags, _ := sources.ScheduleLags(ctx) // why it fails is said by bsc_store_up and the server's status
		for org, lag := range lags {
			set(g.lag, lag.Seconds(), strconv.FormatInt(org, 10))
		}
	}
	if sources.ProvisioningErrors != nil {
		set(g.provisioning, float64(sources.ProvisioningErrors()))
	}
}
