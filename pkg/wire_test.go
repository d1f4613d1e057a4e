package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/telemetry"
)

// as asks as a person of org 1 with the role.
func as(t *testing.T, role string) context.Context {
	return backend.WithPluginContext(t.Context(), backend.PluginContext{OrgID: 1, User: &backend.User{Login: "somebody", Role: role}})
}

func TestTheServerTellsHowItIs(t *testing.T) {
	hidden := &secrets{}
	p := &process{
		settings: plugin.Settings{DataPath: t.TempDir(), ScorecardsPath: t.TempDir(), ScorecardsOrg: 1},
		logger:   newLogger(io.Discard, hidden), hidden: hidden, telemetry: telemetry.New(prometheus.DefaultRegisterer, "test"),
	}
	app, err := p.openApp(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(app.Close)
	get := func(role, path string) *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		app.API.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil).WithContext(as(t, role)))
		return answer
	}
	var status contract.ServerStatus
	if answer := get("Admin", "/v1/status"); json.Unmarshal(answer.Body.Bytes(), &status) != nil || !status.Store.Ok || status.DataSources == nil {
		t.Errorf("status %d: %s", answer.Code, answer.Body)
	}
	metrics := get("Admin", "/v1/metrics").Body.String()
	for _, want := range []string{
		"bsc_store_up 1", "bsc_provisioning_errors 0", `bsc_build_info{version="test"} 1`, "bsc_store_statements_total",
		`bsc_http_request_duration_seconds_count{method="GET",route="/v1/status",status="2xx"} 1`,
		`bsc_store_operation_duration_seconds_count{operation="check_that_the_store_can_be_written",outcome="ok"}`,
	} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
	if code := get("Editor", "/v1/metrics").Code; code != http.StatusForbidden {
		t.Errorf("an editor reads metrics: %d", code)
	}

	app.Learn(1, "http://grafana", "managed-token", "secure-token")
	if got := string(hidden.hide([]byte("managed-token secure-token"))); got != "[hidden] [hidden]" {
		t.Errorf("tokens that came with a call are shown: %s", got)
	}
}
