package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

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
		return sendProblem(sender, http.StatusServiceUnavailable, "The app can't start yet; Grafana's log and the plugin's health check say why.")
	}
	learn(backend.WithPluginContext(ctx, req.PluginContext), app)
	if _, err := url.Parse(req.URL); err != nil {
		return sendProblem(sender, http.StatusBadRequest, "The address can't be read.")
	}
	call := *req
	call.Path = escaped(req.Path)
	return httpadapter.New(app.API).CallResource(ctx, &call, sender)
}

// escaped writes a path, which comes decoded, as the SDK's adapter reads it: as part of an address, in which a name with
// "?" or "%" would mean something else.
func escaped(path string) string {
	return (&url.URL{Path: "/" + strings.TrimPrefix(path, "/")}).EscapedPath()
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
