package api

import (
	"errors"
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

func (s *server) collectionRoutes() {
	s.handle("POST", "/kpis/preview", access.Editor, s.preview)
	s.handle("POST", "/submissions", access.Editor, s.submit)
	s.handle("POST", "/collections", access.Editor, s.collect)
	s.handle("GET", "/collections", access.Viewer, s.listRuns)
	s.handle("GET", "/collections/{id}", access.Viewer, s.getRun)
	s.handle("DELETE", "/collections/{id}", access.Editor, s.cancelRun)
}

func (s *server) preview(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	request, err := decodeBody[contract.PreviewRequest](r, "PreviewRequest")
	if err != nil {
		return err
	}
	preview, err := s.Collector.Preview(r.Context(), f, request)
	if err != nil {
		return err
	}
	if preview, err = s.Scorecards.ScorePreview(r.Context(), f, request, preview); err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, preview)
}

func (s *server) collect(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	dryRun, err := dryRunOf(r)
	if err != nil {
		return err
	}
	request, err := decodeBody[contract.CollectionRequest](r, "CollectionRequest")
	if err != nil {
		return err
	}
	if dryRun {
		run, err := s.Collector.Plan(r.Context(), f, request, collection.TriggerManual)
		if err != nil {
			return err
		}
		return writeJSON(w, http.StatusOK, run)
	}
	run, err := s.Collector.Start(r.Context(), f, request, collection.TriggerManual)
	if err != nil {
		return err
	}
	w.Header().Set("Location", base+"/collections/"+run.ID)
	return writeJSON(w, http.StatusAccepted, run)
}

func (s *server) listRuns(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	limit, cursor := p.whole("limit", 1, maxItems, defaultItems), p.text("cursor")
	if err := p.check(); err != nil {
		return err
	}
	runs, next, err := s.Collector.List(r.Context(), f, limit, cursor)
	if errors.Is(err, resource.ErrNotFound) {
		return invalid(contract.ProblemItem{Path: "/query/cursor", Message: "is not the next of an earlier page"})
	}
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, contract.RunList{Items: orEmpty(runs), Next: orNull(next)})
}

func (s *server) getRun(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	run, err := s.Collector.Run(r.Context(), f, r.PathValue("id"))
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, run)
}

func (s *server) cancelRun(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	dryRun, err := dryRunOf(r)
	if err != nil {
		return err
	}
	if dryRun {
		return s.getRun(w, r, f)
	}
	run, err := s.Collector.Cancel(r.Context(), f, r.PathValue("id"))
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusAccepted, run)
}

func orEmpty[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
