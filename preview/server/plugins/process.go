package plugins

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"
)

// watchEvery is how often a process is looked at to see whether it has died.
const watchEvery = 250 * time.Millisecond

// ErrUnavailable says that the plugin's process isn't running just now.
var ErrUnavailable = errors.New("plugin unavailable")

// Process is the backend of one plugin. A process that dies is started again, as Grafana does.
type Process struct {
	manifest Manifest
	env      []string
	log      hclog.Logger

	mu      sync.RWMutex
	client  *goplugin.Client
	backend *backendClient
	stop    chan struct{}
	watched chan struct{}
	once    sync.Once
}

type backendClient struct {
	diagnostics grpcplugin.DiagnosticsClient
	resource    grpcplugin.ResourceClient
	data        grpcplugin.DataClient
}

// Start runs the plugin's binary with env as its whole environment (names and values as NAME=value; nothing of the
// host's own environment is passed on, as from Grafana 12.4) and returns after the handshake.
func Start(manifest Manifest, env []string, log hclog.Logger) (*Process, error) {
	p := &Process{manifest: manifest, env: env, log: log.Named(manifest.ID), stop: make(chan struct{}), watched: make(chan struct{})}
	if err := p.start(); err != nil {
		return nil, fmt.Errorf("start the backend of %s: %w", manifest.ID, err)
	}
	go p.watch()
	return p, nil
}

func (p *Process) start() error {
	binary, err := filepath.Abs(p.manifest.Binary())
	if err != nil {
		return err
	}
	command := exec.Command(binary)
	command.Env = p.env
	client := goplugin.NewClient(&goplugin.ClientConfig{
		Cmd: command,
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion:  grpcplugin.ProtocolVersion,
			MagicCookieKey:   grpcplugin.MagicCookieKey,
			MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]goplugin.PluginSet{grpcplugin.ProtocolVersion: {
			"diagnostics": &grpcplugin.DiagnosticsGRPCPlugin{},
			"resource":    &grpcplugin.ResourceGRPCPlugin{},
			"data":        &grpcplugin.DataGRPCPlugin{},
		}},
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		// Managed lets StopAll end every process; without it go-plugin leaves them behind.
		Managed:     true,
		SkipHostEnv: true,
		Logger:      p.log,
	})
	backend, err := dispense(client)
	if err != nil {
		client.Kill()
		return err
	}
	p.mu.Lock()
	p.client, p.backend = client, backend
	p.mu.Unlock()
	p.log.Info("Plugin process started", "pid", client.ID())
	return nil
}

func dispense(client *goplugin.Client) (*backendClient, error) {
	protocol, err := client.Client()
	if err != nil {
		return nil, err
	}
	var backend backendClient
	for name, assign := range map[string]func(any) bool{
		"diagnostics": func(raw any) (ok bool) { backend.diagnostics, ok = raw.(grpcplugin.DiagnosticsClient); return },
		"resource":    func(raw any) (ok bool) { backend.resource, ok = raw.(grpcplugin.ResourceClient); return },
		"data":        func(raw any) (ok bool) { backend.data, ok = raw.(grpcplugin.DataClient); return },
	} {
		raw, err := protocol.Dispense(name)
		if err != nil {
			return nil, err
		}
		if !assign(raw) {
			return nil, fmt.Errorf("the plugin's %s service has the unexpected type %T", name, raw)
		}
	}
	return &backend, nil
}

// watch starts the process again whenever it has died, until Stop.
func (p *Process) watch() {
	defer close(p.watched)
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-ticker.C:
		}
		p.mu.RLock()
		exited := p.client.Exited()
		p.mu.RUnlock()
		if !exited {
			continue
		}
		p.mu.Lock()
		p.backend = nil
		p.mu.Unlock()
		p.log.Warn("Plugin process ended, starting it again")
		if err := p.start(); err != nil {
			p.log.Error("Could not start the plugin process", "error", err)
		}
	}
}

func (p *Process) services() (*backendClient, error) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.backend == nil || p.client.Exited() {
		return nil, ErrUnavailable
	}
	return p.backend, nil
}

// Stop ends the supervision, after which the process is not started again; StopAll ends the processes themselves.
func (p *Process) Stop() {
	p.once.Do(func() { close(p.stop) })
	<-p.watched
}

// StopAll ends every plugin process that this program has started.
func StopAll() { goplugin.CleanupClients() }
