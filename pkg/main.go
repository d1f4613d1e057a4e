// The backend of Balanced Scorecard for Grafana. It wires the bands together and does nothing else.
package main

import (
	"context"
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
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
	logger := newLogger()
	host := plugin.NewHost(
		func(ctx context.Context) (*plugin.App, error) { return openApp(ctx, settings, logger) },
		func(ctx context.Context) (*plugin.Reader, error) { return openReader(ctx, settings) },
	)
	if settings.RunsApp(os.Getenv) {
		// Only the app's process has these settings: its schedule and provisioning start before anybody asks for a page.
		go func() {
			if _, err := host.App(context.Background()); err != nil {
				logger.Error("the app can't start yet; the next call tries again", "error", err)
			}
		}()
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
