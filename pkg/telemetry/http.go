package telemetry

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
)

// unrouted is the route of calls that no pattern matches.
const unrouted = "none"

// HTTP measures the calls that a handler answers. The route is the pattern of the http.ServeMux within.
func (t *Telemetry) HTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		method := methodOf(r)
		ctx, s := span(r.Context(), "HTTP "+method)
		r = r.WithContext(ctx)
		answer := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(answer, r)
		route := routeOf(r)
		t.requests.WithLabelValues(route, method, strconv.Itoa(answer.status/100)+"xx").Observe(seconds(started))
		s.SetName("HTTP " + method + " " + route)
		s.SetAttributes(attribute.String("http.route", route), attribute.String("http.request.method", method),
			attribute.Int("http.response.status_code", answer.status))
		if answer.status >= 500 {
			s.SetStatus(codes.Error, http.StatusText(answer.status))
		}
		s.End()
	})
}

// methodOf is the method, one of those that the API knows.
func methodOf(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	}
	return "other"
}

// routeOf is the pattern that a ServeMux has noted in the request, without the method.
func routeOf(r *http.Request) string {
	if r.Pattern == "" {
		return unrouted
	}
	if _, path, ok := strings.Cut(r.Pattern, " "); ok {
		return path
	}
	return r.Pattern
}

// statusWriter remembers the status.
type statusWriter struct {
	http.ResponseWriter
	status int
	begun  bool
}

func (w *statusWriter) WriteHeader(status int) {
	if !w.begun {
		w.status, w.begun = status, true
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(body []byte) (int, error) {
	w.begun = true
	return w.ResponseWriter.Write(body)
}

// Unwrap serves http.ResponseController.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
