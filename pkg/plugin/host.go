// Package plugin is the edge to Grafana's plugin SDK: one file per call that Grafana makes.
package plugin

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// App is the running app: the process that writes, collects and provisions.
type App struct {
	// API answers resource calls.
	API http.Handler
	// Status describes the parts of the server.
	Status func(ctx context.Context, f access.Filter) (contract.ServerStatus, error)
	// Learn notes what came with a call: Grafana's address, the managed service account's token, and the token in the app's
	// secure settings; "" where there is none.
	Learn func(org int64, url, managedToken, secureToken string)
	// Close stops background work and frees the store.
	Close func()
}

// Reader is the running data source: a process of its own that reads the same store.
type Reader struct {
	Measurements Measurements
	Reviews      Reviews
	Register     Register
	// Ping says why the store can't be read.
	Ping func(ctx context.Context) error
	// Close frees the store.
	Close func()
}

// Host serves Grafana's calls. One program plays two roles, each in its own process: the app, and the nested data source.
// Which one shows in the first call, by whose settings come with it; what a role needs is opened then, and tried again at
// the next call when it failed.
type Host struct {
	openApp    func(context.Context) (*App, error)
	openReader func(context.Context) (*Reader, error)

	mu     sync.Mutex
	app    *App
	reader *Reader
}

// NewHost makes a host that opens its roles with the given functions.
func NewHost(openApp func(context.Context) (*App, error), openReader func(context.Context) (*Reader, error)) *Host {
	return &Host{openApp: openApp, openReader: openReader}
}

// App gives the running app, opening it when needed. The context's cancellation doesn't end what was opened.
func (h *Host) App(ctx context.Context) (*App, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.app == nil {
		app, err := h.openApp(context.WithoutCancel(ctx))
		if err != nil {
			return nil, err
		}
		h.app = app
	}
	return h.app, nil
}

func (h *Host) readerRole(ctx context.Context) (*Reader, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.reader == nil {
		reader, err := h.openReader(context.WithoutCancel(ctx))
		if err != nil {
			return nil, err
		}
		h.reader = reader
	}
	return h.reader, nil
}

// Close ends whatever was opened.
func (h *Host) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.app != nil {
		h.app.Close()
	}
	if h.reader != nil {
		h.reader.Close()
	}
	h.app, h.reader = nil, nil
}

// learn hands the app the credentials that come with a call: the managed service account's, or the token in its secure
// settings.
func learn(ctx context.Context, app *App) {
	call := backend.PluginConfigFromContext(ctx)
	config := backend.GrafanaConfigFromContext(ctx)
	url, _ := config.AppURL()
	managed, _ := config.PluginAppClientSecret()
	secure := ""
	if settings := call.AppInstanceSettings; settings != nil {
		secure = settings.DecryptedSecureJSONData["grafanaToken"]
	}
	app.Learn(call.OrgID, url, managed, secure)
}

// errWrongRole answers a call that the role of its settings doesn't take.
var errWrongRole = errors.New("this call is not offered by the data source")
