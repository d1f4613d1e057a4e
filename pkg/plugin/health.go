package plugin

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
)

// CheckHealth implements backend.CheckHealthHandler. The app tells store, Grafana's credentials, schedule, provisioning and
// data sources apart; the details carry all of them. A data source without answers is mentioned and is no fault of the app.
func (h *Host) CheckHealth(ctx context.Context, req *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if req.PluginContext.DataSourceInstanceSettings != nil {
		return h.readerHealth(ctx), nil
	}
	app, err := h.App(ctx)
	if err != nil {
		return unhealthy(err.Error()), nil
	}
	learn(backend.WithPluginContext(ctx, req.PluginContext), app)
	status, err := app.Status(ctx, access.System(req.PluginContext.OrgID, "health"))
	if err != nil {
		return unhealthy(err.Error()), nil
	}
	var faults []string
	for _, part := range []struct {
		ok      bool
		message string
	}{
		{status.Store.Ok, status.Store.Message}, {status.Grafana.Ok, status.Grafana.Message}, {status.Schedule.Ok, status.Schedule.Message},
	} {
		if !part.ok {
			faults = append(faults, part.message)
		}
	}
	for _, file := range status.Provisioning.Files {
		for _, problem := range file.Errors {
			faults = append(faults, file.File+": "+problem.Message)
		}
	}
	details, err := json.Marshal(status)
	if err != nil {
		return nil, err
	}
	result := &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: "Everything works.", JSONDetails: details}
	if len(faults) > 0 {
		result.Status, result.Message = backend.HealthStatusError, strings.Join(faults, "; ")
	}
	for _, source := range status.DataSources {
		if !source.Ok {
			result.Message += " Data source " + source.Uid + ": " + source.Message
		}
	}
	return result, nil
}

func (h *Host) readerHealth(ctx context.Context) *backend.CheckHealthResult {
	reader, err := h.readerRole(ctx)
	if err == nil {
		err = reader.Ping(ctx)
	}
	if err != nil {
		return unhealthy(err.Error())
	}
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: "Scores can be read."}
}

func unhealthy(message string) *backend.CheckHealthResult {
	return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: message}
}
