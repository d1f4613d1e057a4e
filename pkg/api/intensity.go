package api

import (
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

func (s *server) intensityRoutes() {
	s.handle("GET", "/scorecards/{name}/intensity", access.Viewer, reading(intensityQuery, s.Reviews.Intensity))
	s.handle("GET", "/cadenceproposals/{name}/change", access.Viewer, reading(changeQuery, s.Reviews.CadenceChange))
}

func intensityQuery(r *http.Request, p *params) review.IntensityQuery {
	return review.IntensityQuery{
		Scorecard: r.PathValue("name"),
		Period:    p.text("period"),
		Unit:      p.text("unit"),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
}

func changeQuery(r *http.Request, p *params) review.ChangeQuery {
	return review.ChangeQuery{Proposal: r.PathValue("name"), AsOf: p.instant("asOf"), Now: p.instant("now")}
}
