// The backend of Balanced Scorecard for Grafana. It wires the bands together and does nothing else. With the argument
// copy-store it moves a store: see docs/operations.md.
package main

import (
	"context"
	"log/slog"
	"os"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/tracing"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/sethvargo/go-retry"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/telemetry"
)

const pluginID = "bsc-scorecard-app"

// maxMessage is the largest message that is taken from Grafana, in bytes: larger than any body that the API accepts, so that
// one too large is answered by the API.
const maxMessage = 64 << 20

func main() {
	settings, err := plugin.LoadSettings(os.Getenv, plugin.Executable())
	if err != nil {
		backend.Logger.Error("settings", "error", err)
		os.Exit(1)
	}
	if len(os.Args) > 1 && os.Args[1] == copyStoreCommand {
		os.Exit(copyStoreMain(settings, os.Args[2:]))
	}
	hidden := &secrets{}
	hidden.add(settings.GrafanaToken, os.Getenv("GF_PLUGIN_APP_CLIENT_SECRET"), settings.ReportWebhookSecret, settings.SMTPPassword)
	if settings.DatabaseURL != "" {
		hidden.addDatabase(settings.DatabaseURL)
	}
	logger := newLogger(os.Stderr, hidden)
	p := &process{
		settings: settings, logger: logger, hidden: hidden, telemetry: telemetry.New(prometheus.DefaultRegisterer, version),
	}
	// What Grafana's settings say of profiling and tracing.
	backend.SetupPluginEnvironment(pluginID)
	if err := backend.SetupTracer(pluginID, tracing.Opts{}); err != nil {
		logger.Error("there will be no traces", "error", err)
	}
	host := plugin.NewHost(p.openApp, p.openReader)
	if settings.RunsApp(os.Getenv) {
		// Only the app's process has these settings: its schedule and provisioning start before anybody asks for a page.
		go openUntilDone(host, logger)
	}
	err = backend.Manage(pluginID, backend.ServeOpts{
		CheckHealthHandler:  host,
		CallResourceHandler: host,
		QueryDataHandler:    host,
		GRPCSettings:        backend.GRPCSettings{MaxReceiveMsgSize: maxMessage},
	})
	host.Close()
	if err != nil {
		logger.Error("stopped", "error", err)
		os.Exit(1)
	}
}

// openUntilDone opens the app, again and again while its store is out of reach.
func openUntilDone(host *plugin.Host, logger *slog.Logger) {
	pauses := retry.WithCappedDuration(30*time.Second, retry.NewExponential(time.Second))
	_ = retry.Do(context.Background(), pauses, func(ctx context.Context) error { // it ends with success only
		_, err := host.App(ctx)
		if err != nil {
			logger.Error("the app can't start yet; it is tried again", "error", err)
		}
		return retry.RetryableError(err)
	})
}
