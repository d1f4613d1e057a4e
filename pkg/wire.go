package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/api"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/grafana"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/job"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/notify"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/telemetry"
)

// process is what both roles of the program need.
type process struct {
	settings  plugin.Settings
	logger    *slog.Logger
	hidden    *secrets
	telemetry *telemetry.Telemetry
}

// openApp joins the process that writes: store, use cases, API, background work.
func (p *process) openApp(ctx context.Context) (*plugin.App, error) {
	settings, logger := p.settings, p.logger
	data, err := store.Open(ctx, store.Config{
		DataPath: settings.DataPath, DatabaseURL: settings.DatabaseURL, Observer: p.telemetry,
	})
	if err != nil {
		return nil, err
	}
	client := grafana.New(grafana.Config{
		Org:         settings.ScorecardsOrg,
		Credentials: grafana.FromEnvironment(os.Getenv, settings.GrafanaURL, settings.GrafanaToken),
		URL:         settings.GrafanaURL,
	})
	engine := resource.New(data, resource.Options{Now: time.Now, People: client})
	scorecards := scorecard.New(engine, data, resource.ComposeDocuments, time.Now)
	scorecards.Observe(p.telemetry)
	reviews := review.New(review.Config{
		Documents: engine, Resources: engine, Events: data, Snapshots: data, Scores: scorecards, Measurements: scorecards,
		Now: time.Now,
	})
	engine.ComputeStatus(reviews, "Review")
	engine.ComputeStatus(review.AgendaStatuses{Service: reviews}, "AgendaItem", "ReviewSeries")
	engine.ComputeStatus(review.CadenceStatuses{Service: reviews}, "CadenceProposal")
	background, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup

	jobs := job.New(job.Config{Store: data, Now: time.Now, Logger: logger})
	jobs.Reviews(reviews)
	collector := collection.New(collection.Config{
		Definitions: engine, Observations: p.telemetry.Observations(data), Runs: data, Querier: p.telemetry.Querier(client),
		Queue: jobs, Slots: jobs.Slots(), Teams: client, Now: time.Now, Logger: logger, Observer: p.telemetry,
	})
	reports := report.New(report.Config{
		Documents: engine, Measurements: scorecards, Events: data, Store: data, Render: export.RenderReport, Queue: jobs,
		Sender: sender(settings), AppURL: appURL(settings), Now: time.Now, Logger: logger,
	})
	follow := followup.New(followup.Config{
		Documents: engine, Series: scorecards, Observations: data, Runs: collector, Reviews: reviews, Reports: reports,
		FeedTokens: data, Work: data, People: client, Teams: client, Scores: scorecards, Now: time.Now,
	})
	engine.ComputeStatus(follow, "Action", "Decision")
	jobs.Reports(reports)
	if err := jobs.Start(background, collector, engine, client); err != nil {
		stop()
		return nil, errors.Join(err, data.Close())
	}

	var provisioner *resource.Provisioner
	if settings.ScorecardsPath != "" {
		provisioner = resource.NewProvisioner(engine, settings.ScorecardsOrg, settings.ScorecardsPath, logger)
		running.Go(func() { provisioner.Run(background) })
	}
	whole := parts{store: data, client: client, jobs: jobs, collector: collector, provisioner: provisioner}
	p.telemetry.Follow(telemetry.Sources{
		DataVersions: data.DataVersions, ScheduleLags: jobs.Lags, ProvisioningErrors: whole.provisioningErrors,
	})
	return &plugin.App{
		API: p.telemetry.HTTP(api.New(api.Services{
			Resources: engine, Scorecards: scorecards, Collector: collector, Reviews: reviews, Reports: reports, FollowUp: follow,
			Status: whole.status, Metrics: promhttp.Handler(), Caller: plugin.Caller,
		})),
		Status: whole.status,
		Learn: func(org int64, url, managedToken, secureToken string) {
			p.hidden.add(managedToken, secureToken)
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
func (p *process) openReader(ctx context.Context) (*plugin.Reader, error) {
	data, err := store.Open(ctx, store.Config{
		DataPath: p.settings.DataPath, DatabaseURL: p.settings.DatabaseURL, ReadOnly: true, Observer: p.telemetry,
	})
	if err != nil {
		return nil, err
	}
	engine := resource.New(data, resource.Options{Now: time.Now})
	scorecards := scorecard.New(engine, data, resource.ComposeDocuments, time.Now)
	scorecards.Observe(p.telemetry)
	p.telemetry.Follow(telemetry.Sources{DataVersions: data.DataVersions})
	return &plugin.Reader{
		Measurements: scorecards,
		Reviews:      review.New(review.Config{Documents: engine, Events: data, Now: time.Now}),
		Register:     followup.New(followup.Config{Documents: engine, Series: scorecards, Now: time.Now}),
		Ping:         data.Ping,
		Close:        func() { _ = data.Close() },
	}, nil
}

// sender delivers reports as the settings say.
func sender(settings plugin.Settings) report.Sender {
	return notify.New(notify.Settings{
		WebhookURL: settings.ReportWebhookURL, WebhookSecret: settings.ReportWebhookSecret,
		SMTPHost: settings.SMTPHost, SMTPUser: settings.SMTPUser, SMTPPassword: settings.SMTPPassword, SMTPFrom: settings.SMTPFrom,
		SMTPPlain: settings.SMTPPlain,
	})
}

// appURL is where the app's pages are; empty when Grafana's address is unknown.
func appURL(settings plugin.Settings) string {
	if settings.PublicURL == "" {
		return ""
	}
	return strings.TrimSuffix(settings.PublicURL, "/") + "/a/" + pluginID
}
