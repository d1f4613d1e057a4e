// Package api is the HTTP API: it decodes, authorises, calls a use case and encodes. It holds no rules.
package api

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"path"
	"runtime/debug"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

// base is where the API begins below the plugin's resources.
const base = "/v1"

// Services are the use cases that the API offers, and who is asking.
type Services struct {
	Resources  *resource.Engine
	Scorecards *scorecard.Service
	Collector  *collection.Collector
	Reviews    *review.Service
	Reports    *report.Service
	FollowUp   *followup.Service
	// Status describes the running server.
	Status func(ctx context.Context, f access.Filter) (contract.ServerStatus, error)
	// Metrics answers in Prometheus' text format.
	Metrics http.Handler
	// Caller says who is asking.
	Caller func(ctx context.Context) access.Caller
}

// handler answers one call. A returned error becomes a problem.
type handler func(w http.ResponseWriter, r *http.Request, f access.Filter) error

type server struct {
	Services
	mux *http.ServeMux
}

// New builds the API.
func New(services Services) http.Handler {
	s := &server{Services: services, mux: http.NewServeMux()}
	s.resourceRoutes()
	s.measurementRoutes()
	s.collectionRoutes()
	s.meetingRoutes()
	s.cadenceRoutes()
	s.intensityRoutes()
	s.reportRoutes()
	s.followupRoutes()
	s.serverRoutes()
	return s
}

// handle registers a call that needs at least the role. Only one registration per method and path exists.
func (s *server) handle(method, path string, role access.Role, h handler) {
	s.mux.HandleFunc(method+" "+base+path, func(w http.ResponseWriter, r *http.Request) {
		f := access.For(s.Caller(r.Context()))
		if err := f.Require(role, method+" "+path); err != nil {
			writeProblem(w, r, err)
			return
		}
		if err := h(w, r, f); err != nil {
			writeProblem(w, r, err)
		}
	})
}

// ServeHTTP answers a call; unknown paths and methods are problems too, and a panic is a 500 that keeps the process alive.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if cause := recover(); cause != nil {
			slog.ErrorContext(r.Context(), "panic", "path", r.URL.Path, "cause", cause, "stack", string(debug.Stack()))
			writeProblem(w, r, fmt.Errorf("panic: %v", cause))
		}
	}()
	if !s.routes(r) {
		s.unrouted(w, r)
		return
	}
	s.mux.ServeHTTP(w, r)
}

// routes reports whether a call is registered. Paths with ".." or "//" are none of ours, which the mux would redirect to an
// address outside of Grafana's path for plugins.
func (s *server) routes(r *http.Request) bool {
	_, pattern := s.mux.Handler(r)
	return pattern != "" && path.Clean(r.URL.Path) == r.URL.Path
}

func (s *server) unrouted(w http.ResponseWriter, r *http.Request) {
	if err := access.For(s.Caller(r.Context())).Require(access.Viewer, "reading"); err != nil {
		writeProblem(w, r, err)
		return
	}
	var allowed []string
	for _, method := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
		probe := r.Clone(r.Context())
		probe.Method = method
		if s.routes(probe) {
			allowed = append(allowed, method)
		}
	}
	if len(allowed) == 0 {
		writeProblem(w, r, notFound("There is nothing at %s.", r.URL.Path))
		return
	}
	w.Header().Set("Allow", strings.Join(allowed, ", "))
	writeProblem(w, r, &requestError{
		status: http.StatusMethodNotAllowed,
		detail: fmt.Sprintf("%s is not offered here; there are %s.", r.Method, strings.Join(allowed, ", ")),
	})
}

func writeJSON(w http.ResponseWriter, status int, body any) error {
	encoded, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("encode the answer: %w", err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(encoded)
	return nil
}
