// Command server runs the built plugin without Grafana, for trying it out and for tests: see preview/README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/hashicorp/go-hclog"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/people"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/plugins"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/web"
)

const shutdownAfter = 5 * time.Second

type flags struct {
	host, plugin, hostDir, provisioning, data, users, ini, version string
	port                                                           int
	attached                                                       bool
	settings                                                       list
}

type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(v string) error { *l = append(*l, v); return nil }

func parseFlags() flags {
	var f flags
	flag.StringVar(&f.host, "host", "127.0.0.1", "address to listen on")
	flag.IntVar(&f.port, "port", 3000, "port to listen on; 0 takes a free one")
	flag.StringVar(&f.plugin, "plugin", "dist", "folder of the built plugin")
	flag.StringVar(&f.hostDir, "host-dir", "preview/dist/grafana-12", "folder of the built browser side")
	flag.StringVar(&f.version, "grafana-version", "12.4.10", "version of Grafana's packages in that folder")
	flag.StringVar(&f.provisioning, "provisioning", envOr("GF_PATHS_PROVISIONING", "provisioning"), "Grafana's provisioning folder")
	flag.StringVar(&f.data, "data-dir", ".run/preview", "folder for what the preview keeps")
	flag.StringVar(&f.users, "users", "preview/users.yaml", "file with the people who may log in")
	flag.StringVar(&f.ini, "config", "", "a grafana.ini whose [plugin.<id>] sections the plugin gets")
	flag.Var(&f.settings, "set", "one more ini setting as section.key=value; may be repeated")
	flag.BoolVar(&f.attached, "attached", false, "stop when standard input ends: the program that started this one has gone")
	flag.Parse()
	return f
}

func envOr(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	// Whoever read the log may have gone; that is no reason to end without ending the plugin's processes.
	signal.Ignore(syscall.SIGPIPE)
	log := hclog.New(&hclog.LoggerOptions{Name: "preview", Level: hclog.LevelFromString(envOr("LOG_LEVEL", "info"))})
	if err := run(parseFlags(), log); err != nil {
		log.Error("The preview has stopped", "error", err)
		os.Exit(1)
	}
}

func run(f flags, log hclog.Logger) error {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	if f.attached {
		go func() {
			_, _ = io.Copy(io.Discard, os.Stdin) // however it ended, there is nobody there any more
			cancel()
		}()
	}
	// Whatever happens from here on, no plugin process outlives this one.
	defer plugins.StopAll()

	listener, err := net.Listen("tcp", fmt.Sprintf("%s:%d", f.host, f.port))
	if err != nil {
		return err
	}
	defer listener.Close()
	url := fmt.Sprintf("http://%s/", listener.Addr())

	server, stop, err := prepare(f, url, log)
	if err != nil {
		return err
	}
	defer stop()

	httpServer := &http.Server{Handler: server.Handler(), ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- httpServer.Serve(listener) }()
	log.Info("Listening", "url", url)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("Stopping")
	ending, done := context.WithTimeout(context.Background(), shutdownAfter)
	defer done()
	if err := httpServer.Shutdown(ending); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// prepare reads the configuration and starts the plugin's processes; stop ends what was started.
func prepare(f flags, url string, log hclog.Logger) (*web.Server, func(), error) {
	manifests, err := plugins.Discover(f.plugin)
	if err != nil {
		return nil, nil, err
	}
	sections, err := config.ReadSections(f.ini, f.settings)
	if err != nil {
		return nil, nil, err
	}
	provisioned, err := config.ReadProvisioning(f.provisioning)
	if err != nil {
		return nil, nil, fmt.Errorf("read the provisioning: %w", err)
	}
	directory, err := people.Load(f.users, time.Now)
	if err != nil {
		return nil, nil, fmt.Errorf("read the users: %w", err)
	}
	if err := os.MkdirAll(filepath.Clean(f.data), 0o755); err != nil {
		return nil, nil, err
	}
	apps, err := config.OpenAppStore(f.data, provisioned.Apps, time.Now)
	if err != nil {
		return nil, nil, err
	}
	token := people.Secret()
	processes := map[string]*plugins.Process{}
	stop := func() {
		for _, process := range processes {
			process.Stop()
		}
	}
	for _, manifest := range manifests {
		if !manifest.Backend {
			continue
		}
		process, err := plugins.Start(manifest, environment(manifest, sections, url, f.version, token), log)
		if err != nil {
			stop()
			return nil, nil, err
		}
		processes[manifest.ID] = process
	}
	server := web.New(web.Options{
		AppURL: url, GrafanaVersion: f.version, Manifests: manifests, Processes: processes, Apps: apps,
		DataSources: provisioned.DataSources, People: directory, AccountToken: token, HostDir: f.hostDir,
	})
	return server, func() { stop(); server.Close() }, nil
}

// environment is all that a plugin's process gets: its own ini section, and for the plugin that asks for a service
// account its secret, before anybody has logged in.
func environment(manifest plugins.Manifest, sections *config.Sections, url, version, token string) []string {
	env := append(sections.PluginEnv(manifest.ID), "GF_VERSION="+version, "GF_EDITION=Open Source", "GF_APP_URL="+url)
	if manifest.IAM != nil {
		env = append(env, "GF_PLUGIN_APP_CLIENT_SECRET="+token)
	}
	return env
}
