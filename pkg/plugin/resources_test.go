package plugin

import (
	"context"
	"net/http"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// Names reach the API as they are, whatever an address would make of them.
func TestNamesInPathsAreNoAddresses(t *testing.T) {
	for path, want := range map[string]string{
		"v1/kpis/revenue":    "/v1/kpis/revenue",
		"/v1/kpis/a b":       "/v1/kpis/a b",
		"v1/kpis/100%":       "/v1/kpis/100%",
		"v1/kpis/%s%n":       "/v1/kpis/%s%n",
		"v1/kpis/why?":       "/v1/kpis/why?",
		"v1/kpis/a\x00b":     "/v1/kpis/a\x00b",
		"v1/kpis/a#fragment": "/v1/kpis/a#fragment",
	} {
		var got string
		host := NewHost(func(context.Context) (*App, error) {
			return &App{
				API:   http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r.URL.Path }),
				Learn: func(int64, string, string, string) {},
			}, nil
		}, nil)
		err := host.CallResource(t.Context(), &backend.CallResourceRequest{Method: "GET", Path: path, URL: "v1/kpis/x?now=1"},
			backend.CallResourceResponseSenderFunc(func(*backend.CallResourceResponse) error { return nil }))
		if err != nil || got != want {
			t.Errorf("%q arrives as %q (%v)", path, got, err)
		}
	}
}

func TestUnreadableAddressIsBadRequest(t *testing.T) {
	host := NewHost(func(context.Context) (*App, error) {
		return &App{Learn: func(int64, string, string, string) {}}, nil
	}, nil)
	status := 0
	err := host.CallResource(t.Context(), &backend.CallResourceRequest{Method: "GET", Path: "v1/kinds", URL: "v1/kinds\x00"},
		backend.CallResourceResponseSenderFunc(func(r *backend.CallResourceResponse) error { status = r.Status; return nil }))
	if err != nil || status != http.StatusBadRequest {
		t.Errorf("status %d, %v", status, err)
	}
}
