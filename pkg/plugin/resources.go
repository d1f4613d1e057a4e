package plugin

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/resource/httpadapter"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// CallResource implements backend.CallResourceHandler: the HTTP API of the app.
func (h *Host) CallResource(ctx context.Context, req *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	if req.PluginContext.DataSourceInstanceSettings != nil {
		return sendProblem(sender, http.StatusNotFound, errWrongRole.Error())
	}
	app, err := h.App(ctx)
	if err != nil {
		backend.Logger.FromContext(ctx).Error("the app can't start", "error", err)
		return sendProblem(sender, http.StatusServiceUnavailable, "The app can't start: "+err.Error())
	}
	learn(backend.WithPluginContext(ctx, req.PluginContext), app)
	return httpadapter.New(app.API).CallResource(ctx, req, sender)
}

func sendProblem(sender backend.CallResourceResponseSender, status int, detail string) error {
	body, err := json.Marshal(contract.Problem{
		Type: "about:blank", Title: http.StatusText(status), Status: int64(status), Detail: &detail,
	})
	if err != nil {
		return err
	}
	return sender.Send(&backend.CallResourceResponse{
		Status:  status,
		Headers: map[string][]string{"Content-Type": {"application/problem+json"}},
		Body:    body,
	})
}
