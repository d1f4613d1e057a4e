package api

import (
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

// meetingRoutes registers what happens in reviews, and how they keep to their plan.
func (s *server) meetingRoutes() {
	read := s.Reviews
	s.handle("POST", "/reviews/{name}/events", access.Editor, s.logReview)
	s.handle("GET", "/reviews/{name}/log", access.Viewer, reading(meetingQuery, read.Log))
	s.handle("GET", "/reviews/{name}/discipline", access.Viewer, reading(meetingQuery, read.Discipline))
	s.handle("GET", "/reviews/{name}/facilitation", access.Viewer, reading(meetingQuery, read.Facilitation))
	s.handle("GET", "/reviewseries/{name}/discipline", access.Viewer, reading(seriesMeetingsQuery, read.SeriesDiscipline))
}

func meetingQuery(r *http.Request, p *params) review.MeetingQuery {
	return review.MeetingQuery{Review: r.PathValue("name"), AsOf: p.instant("asOf"), Now: p.instant("now")}
}

func seriesMeetingsQuery(r *http.Request, p *params) review.SeriesQuery {
	return review.SeriesQuery{
		Series: r.PathValue("name"),
		From:   p.from(),
		To:     p.until(),
		AsOf:   p.instant("asOf"),
		Now:    p.instant("now"),
	}
}

// logReview answers the review with what its log makes of it.
func (s *server) logReview(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	body, err := readBody(r)
	if err != nil {
		return err
	}
	options, err := writeOptions(r)
	if err != nil {
		return err
	}
	name := r.PathValue("name")
	if err := s.Reviews.Record(r.Context(), f, name, body, options); err != nil {
		return err
	}
	found, err := s.Resources.Get(r.Context(), f, "Review", name, nil)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, found)
}
