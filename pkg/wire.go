package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/api"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/grafana"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/job"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

// openApp joins the process that writes: store, use cases, API, background work.
func openApp(ctx context.Context, settings plugin.Settings, logger *slog.Logger) (*plugin.App, error) {
	data, err := store.Open(ctx, store.Config{DataPath: settings.DataPath, DatabaseURL: settings.DatabaseURL})
	if err != nil {
		return nil, err
	}
	client := grafana.New(grafana.Config{
		Org:         settings.ScorecardsOrg,
		Credentials: grafana.FromEnvironment(os.Getenv, settings.GrafanaURL, settings.GrafanaToken),
		URL:         settings.GrafanaURL,
	})
	engine := resource.New(data, resource.Options{Now: time.Now, People: client})
	scorecards := scorecard.New(engine, data, compose, time.Now)
	background, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup

	jobs := job.New(job.Config{Store: data, Now: time.Now, Logger: logger})
	collector := collection.New(collection.Config{
		Definitions: engine, Observations: data, Runs: data, Querier: client, Queue: jobs, Slots: jobs.Slots(), Teams: client,
		Now: time.Now, Logger: logger,
	})
	if err := jobs.Start(background, collector, engine, client); err != nil {
		stop()
		return nil, errors.Join(err, data.Close())
	}

	var provisioner *resource.Provisioner
	if settings.ScorecardsPath != "" {
		provisioner = resource.NewProvisioner(engine, settings.ScorecardsOrg, settings.ScorecardsPath, logger)
		running.Go(func() { provisioner.Run(background) })
	}
	status := statusOf(data, client, jobs, provisioner)
	return &plugin.App{
		API: api.New(api.Services{
			Resources: engine, Scorecards: scorecards, Collector: collector,
			Status: status, Metrics: promhttp.Handler(), Caller: plugin.Caller,
		}),
		Status: status,
		Learn: func(org int64, url, managedToken, secureToken string) {
			client.Learn(org,
				grafana.Credentials{Source: grafana.ManagedServiceAccount, URL: url, Token: managedToken},
				grafana.Credentials{Source: grafana.SecureSettings, URL: url, Token: secureToken})
		},
		Close: func() {
			stop()
			jobs.Stop()
			running.Wait()
			if err := data.Close(); err != nil {
				logger.Error("closing the store", "error", err)
			}
		},
	}, nil
}

// openReader joins the nested data source's process: it reads what the app's process stored.
func openReader(ctx context.Context, settings plugin.Settings) (*plugin.Reader, error) {
	data, err := store.Open(ctx, store.Config{DataPath: settings.DataPath, DatabaseURL: settings.DatabaseURL, ReadOnly: true})
	if err != nil {
		return nil, err
	}
	engine := resource.New(data, resource.Options{Now: time.Now})
	return &plugin.Reader{
		Measurements: scorecard.New(engine, data, compose, time.Now),
		Ping:         data.Ping,
		Close:        func() { _ = data.Close() },
	}, nil
}

// compose reads documents that stand by themselves.
func compose(documents []map[string]any) (evaluate.Definitions, error) {
	encoded, err := json.Marshal(documents)
	if err != nil {
		return evaluate.Definitions{}, fmt.Errorf("encode documents: %w", err)
	}
	return resource.Compose(resource.Input{Data: encoded, Format: resource.JSON})
}

// statusOf gives the function that describes the running parts.
func statusOf(
	data *store.Store, client *grafana.Client, jobs *job.Jobs, provisioner *resource.Provisioner,
) func(context.Context, access.Filter) (contract.ServerStatus, error) {
	return func(ctx context.Context, f access.Filter) (contract.ServerStatus, error) {
		if err := f.Require(access.Admin, "reading the server's status"); err != nil {
			return contract.ServerStatus{}, err
		}
		status := contract.ServerStatus{
			Version:      version,
			Store:        contract.StoreStatus{Engine: data.Engine(), Ok: true, Message: "The store can be read and written."},
			Grafana:      client.Status(ctx, f.Org()),
			Schedule:     jobs.Status(ctx, f.Org()),
			Provisioning: contract.ProvisioningStatus{Files: []contract.ProvisionedFile{}},
		}
		if err := data.Ping(ctx); err != nil {
			status.Store.Ok, status.Store.Message = false, err.Error()
		}
		if provisioner != nil {
			status.Provisioning = provisioner.Status()
		}
		return status, nil
	}
}
