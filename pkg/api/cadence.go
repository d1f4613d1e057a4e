package api

import (
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

func (s *server) cadenceRoutes() {
	read := s.Reviews
	s.handle("GET", "/reviews/calendar", access.Viewer, reading(rangeQuery, read.Calendar))
	s.handle("POST", "/reviewseries/preview", access.Editor, s.previewSeries)
	s.handle("GET", "/reviews/{name}/agenda", access.Viewer, reading(agendaQuery, read.Agenda))
	s.handle("GET", "/governancecharters/{name}/compliance", access.Viewer, reading(rangeQuery, read.Compliance))
}

func rangeQuery(r *http.Request, p *params) review.RangeQuery {
	return review.RangeQuery{Name: r.PathValue("name"), From: p.from(), To: p.until(), AsOf: p.instant("asOf"), Now: p.instant("now")}
}

func agendaQuery(r *http.Request, p *params) review.AgendaQuery {
	return review.AgendaQuery{Review: r.PathValue("name"), AsOf: p.instant("asOf"), Now: p.instant("now")}
}

func (s *server) previewSeries(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	request, err := decodeBody[contract.SeriesPreviewRequest](r, "SeriesPreviewRequest")
	if err != nil {
		return err
	}
	preview, err := s.Reviews.Preview(r.Context(), f, request)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, preview)
}
