package api

import (
	"net/http"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func (s *server) serverRoutes() {
	s.handle("GET", "/openapi.json", access.Viewer, func(w http.ResponseWriter, _ *http.Request, _ access.Filter) error {
		return writeRaw(w, "application/json", contract.OpenAPI())
	})
	s.handle("GET", "/schemas/{file}", access.Viewer, s.schema)
	s.handle("GET", "/status", access.Admin, s.status)
	s.handle("GET", "/metrics", access.Admin, func(w http.ResponseWriter, r *http.Request, _ access.Filter) error {
		s.Metrics.ServeHTTP(w, r)
		return nil
	})
}

func (s *server) schema(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	kind, ok := strings.CutSuffix(r.PathValue("file"), ".json")
	if !ok || !f.SeesKind(kind) {
		return notFound("There is no schema %s.", r.PathValue("file"))
	}
	schema, err := contract.Schema(kind)
	if err != nil {
		return notFound("There is no kind %s.", kind)
	}
	return writeRaw(w, "application/schema+json", schema)
}

func (s *server) status(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	status, err := s.Status(r.Context(), f)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, status)
}

func writeRaw(w http.ResponseWriter, contentType string, body []byte) error {
	w.Header().Set("Content-Type", contentType)
	_, _ = w.Write(body)
	return nil
}
