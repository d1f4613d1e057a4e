// Package host runs the built plugin in the preview server, as Grafana runs it, and talks to it over HTTP.
package host

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	dto "github.com/prometheus/client_model/go"
)

const plugin = "bsc-scorecard-app"

// Options say what to run.
type Options struct {
	// DataPath is the folder of the plugin's SQLite store.
	DataPath string
	// Profiling has the plugin's process offer profiles: see ProfileCPU.
	Profiling bool
	// Env are more variables of the server: what bench/provisioning refers to.
	Env []string
}

// Host is a running server.
type Host struct {
	url     string
	server  *exec.Cmd
	alive   io.Closer
	folder  string
	profile string
	client  *http.Client
}

// Start starts the server and returns when the plugin answers.
func Start(ctx context.Context, options Options) (*Host, error) {
	folder, err := os.MkdirTemp("", "bsc-bench-*")
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	profile, err := freePort()
	if err != nil {
		return nil, err
	}
	h := &Host{
		url: "http://127.0.0.1:" + port, folder: folder, profile: "http://127.0.0.1:" + profile,
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}},
	}
	h.server = exec.Command(filepath.Join(".run", "bin", "preview"),
		"-port", port, "-plugin", "dist", "-provisioning", filepath.Join("bench", "provisioning"), "-data-dir", folder,
		"-set", "plugin."+plugin+".data_path="+options.DataPath,
		"-set", "plugin."+plugin+".profiling_enabled="+strconv.FormatBool(options.Profiling), "-set", "plugin."+plugin+".profiling_port="+profile,
		"-set", "plugin.bsc-scorecard-datasource.data_path="+options.DataPath, "-attached")
	h.server.Env = append(os.Environ(), options.Env...)
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	h.server.Stdout, h.server.Stderr = log, log
	if h.alive, err = h.server.StdinPipe(); err != nil {
		return nil, err
	}
	if err := h.server.Start(); err != nil {
		return nil, fmt.Errorf("start the preview: %w (npm run bench builds it)", err)
	}
	if err := h.await(ctx); err != nil {
		text, _ := os.ReadFile(log.Name())
		h.Stop()
		return nil, fmt.Errorf("%w\n%s", err, text)
	}
	return h, nil
}

// Stop ends the server and its plugins and removes what it kept. The store stays.
func (h *Host) Stop() {
	_ = h.alive.Close() // the server stops when its input ends
	_ = h.server.Wait()
	_ = os.RemoveAll(h.folder)
}

func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return strconv.Itoa(listener.Addr().(*net.TCPAddr).Port), nil
}

func (h *Host) await(ctx context.Context) error {
	deadline := time.Now().Add(60 * time.Second)
	for {
		err := h.Call(ctx, http.MethodGet, "kinds", nil, nil)
		if err == nil {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("the plugin does not answer: %w", err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Call calls the plugin's API as the administrator; body and into may be nil.
func (h *Host) Call(ctx context.Context, method, path string, body, into any) error {
	return h.send(ctx, method, "/api/plugins/"+plugin+"/resources/v1/"+path, body, into)
}

// Query sends queries through Grafana's query API in one call; each is a data source's query model. Answers are read and
// thrown away.
func (h *Host) Query(ctx context.Context, from, to time.Time, queries []map[string]any) error {
	models := make([]map[string]any, len(queries))
	for i, query := range queries {
		models[i] = map[string]any{"refId": fmt.Sprint("Q", i), "datasource": map[string]any{"uid": "bench"}}
		for key, value := range query {
			models[i][key] = value
		}
	}
	return h.send(ctx, http.MethodPost, "/api/ds/query", map[string]any{
		"from": strconv.FormatInt(from.UnixMilli(), 10), "to": strconv.FormatInt(to.UnixMilli(), 10), "queries": models,
	}, nil)
}

func (h *Host) send(ctx context.Context, method, path string, body, into any) error {
	answer, err := h.request(ctx, method, path, body)
	if err != nil {
		return err
	}
	defer answer.Close()
	if into == nil {
		_, err := io.Copy(io.Discard, answer)
		return err
	}
	return json.NewDecoder(answer).Decode(into)
}

func (h *Host) request(ctx context.Context, method, path string, body any) (io.ReadCloser, error) {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, err
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, h.url+path, content)
	if err != nil {
		return nil, err
	}
	request.SetBasicAuth("admin", "admin")
	request.Header.Set("Content-Type", "application/json")
	response, err := h.client.Do(request)
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= 300 {
		defer response.Body.Close()
		text, _ := io.ReadAll(io.LimitReader(response.Body, 2000))
		return nil, fmt.Errorf("%s %s: %s: %s", method, path, response.Status, text)
	}
	return response.Body, nil
}

// Metrics are the values of the plugin's counters and gauges, summed over labels.
type Metrics map[string]float64

// Metrics reads what the plugin's process tells of itself.
func (h *Host) Metrics(ctx context.Context) (Metrics, error) {
	answer, err := h.request(ctx, http.MethodGet, "/api/plugins/"+plugin+"/resources/v1/metrics", nil)
	if err != nil {
		return nil, err
	}
	defer answer.Close()
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(answer)
	if err != nil {
		return nil, err
	}
	values := Metrics{}
	for name, family := range families {
		for _, metric := range family.Metric {
			values[name] += valueOf(metric)
		}
	}
	return values, nil
}

func valueOf(metric *dto.Metric) float64 {
	return metric.GetCounter().GetValue() + metric.GetGauge().GetValue() + metric.GetUntyped().GetValue()
}

// Resident is the memory of the plugin's process that is in RAM, in MB of 10⁶ bytes.
func (h *Host) Resident(ctx context.Context) (float64, error) {
	metrics, err := h.Metrics(ctx)
	return metrics["process_resident_memory_bytes"] / 1e6, err
}

// ProfileCPU begins to write a CPU profile of the plugin's process to a file. It takes profileTime; wait waits for its end. That
// it fails is said on standard error and ends nothing.
func (h *Host) ProfileCPU(ctx context.Context, file string) (wait func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := h.profileTo(ctx, file); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}()
	return func() { <-done }
}

// profileTime is how long a profile is taken, in seconds.
const profileTime = 8

func (h *Host) profileTo(ctx context.Context, file string) error {
	address := fmt.Sprintf("%s/debug/pprof/profile?seconds=%d", h.profile, profileTime)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	to, err := os.Create(file)
	if err != nil {
		return err
	}
	defer to.Close()
	_, err = io.Copy(to, response.Body)
	return err
}

// Run is what a collection run tells.
type Run struct {
	ID         string  `json:"id"`
	State      string  `json:"state"`
	CreatedAt  string  `json:"createdAt"`
	StartedAt  *string `json:"startedAt"`
	FinishedAt *string `json:"finishedAt"`
	Kpis       []struct {
		Kpi          string `json:"kpi"`
		State        string `json:"state"`
		Observations int    `json:"observations"`
		Errors       []struct {
			Message string `json:"message"`
		} `json:"errors"`
	} `json:"kpis"`
}

// Waited is how long the run waited to be started, Took how long it took from the call that asked for it to its end.
func (r Run) Waited() time.Duration { return r.since(r.StartedAt) }

// Took: see Waited. The run's own times are taken, since asking for them again and again would slow it down.
func (r Run) Took() time.Duration { return r.since(r.FinishedAt) }

// since is the time from the run's creation to an instant; 0 without one.
func (r Run) since(text *string) time.Duration {
	if text == nil {
		return 0
	}
	created, err := time.Parse(time.RFC3339, r.CreatedAt)
	instant, err2 := time.Parse(time.RFC3339, *text)
	if err != nil || err2 != nil {
		return 0
	}
	return instant.Sub(created)
}

// Observations is how many values the run stored.
func (r Run) Observations() (n int) {
	for _, kpi := range r.Kpis {
		n += kpi.Observations
	}
	return n
}

// Settle waits until what the schedule says has been done: a process begins with it.
func (h *Host) Settle(ctx context.Context) error {
	deadline := time.Now().Add(60 * time.Second)
	for time.Now().Before(deadline) {
		var status struct {
			Schedule struct{ NextDue *time.Time }
		}
		if err := h.Call(ctx, http.MethodGet, "status", nil, &status); err != nil {
			return err
		}
		metrics, err := h.Metrics(ctx)
		if err != nil {
			return err
		}
		waits := status.Schedule.NextDue == nil || status.Schedule.NextDue.After(time.Now())
		if waits && metrics["bsc_collection_runs_active"] == 0 {
			return nil
		}
		time.Sleep(200 * time.Millisecond)
	}
	return errors.New("the schedule does not come to rest")
}

// Collect has the KPIs collected for a range of periods and waits. It fails when any of them has.
func (h *Host) Collect(ctx context.Context, from, to string, kpis ...string) (Run, error) {
	body := map[string]any{"from": from, "to": to}
	if len(kpis) > 0 {
		body["kpis"] = kpis
	}
	var run Run
	if err := h.Call(ctx, http.MethodPost, "collections", body, &run); err != nil {
		return run, err
	}
	for run.State == "queued" || run.State == "running" {
		time.Sleep(300 * time.Millisecond)
		if err := h.Call(ctx, http.MethodGet, "collections/"+run.ID, nil, &run); err != nil {
			return run, err
		}
	}
	if run.State != "succeeded" {
		return run, fmt.Errorf("the run %s: %s", run.State, firstError(run))
	}
	return run, nil
}

func firstError(run Run) string {
	for _, kpi := range run.Kpis {
		if len(kpi.Errors) > 0 {
			return kpi.Kpi + ": " + strings.TrimSpace(kpi.Errors[0].Message)
		}
	}
	return "no KPI says why"
}
