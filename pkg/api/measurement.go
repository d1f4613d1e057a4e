package api

import (
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

func (s *server) measurementRoutes() {
	s.handle("GET", "/calendar/period", access.Viewer, s.calendarPeriod)
	s.handle("GET", "/scorecards/{name}/view", access.Viewer, s.view)
	s.handle("GET", "/strategies/{name}/map", access.Viewer, s.strategyMap)
	s.handle("GET", "/kpis/{name}/series", access.Viewer, s.series)
	s.handle("GET", "/kpis/{name}/observations", access.Viewer, s.observations)
	s.handle("GET", "/kpis/{name}/lineage", access.Viewer, s.lineage)
	s.handle("GET", "/kpis/{name}/explain", access.Viewer, s.explain)
	s.handle("POST", "/simulate", access.Viewer, s.simulate)
}

func (s *server) calendarPeriod(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	at := p.instant("at")
	frequency := p.oneOf("frequency", "", "day", "week", "month", "quarter", "half", "year")
	if p.text("frequency") == "" {
		p.refuse("frequency", "say which: day, week, month, quarter, half or year")
	}
	if err := p.check(); err != nil {
		return err
	}
	period, err := s.Scorecards.PeriodAt(r.Context(), f, p.text("calendar"), frequency, at)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, period)
}

func (s *server) view(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	query := scorecard.ViewQuery{
		Scorecard: r.PathValue("name"),
		Period:    p.text("period"),
		Unit:      p.text("unit"),
		Sparkline: p.whole("sparkline", 0, 120, 0),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
	if err := p.check(); err != nil {
		return err
	}
	view, err := s.Scorecards.View(r.Context(), f, query)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, view)
}

func (s *server) strategyMap(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	query := scorecard.MapQuery{
		Strategy:  r.PathValue("name"),
		Scorecard: p.text("scorecard"),
		Period:    p.text("period"),
		Unit:      p.text("unit"),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
	if err := p.check(); err != nil {
		return err
	}
	strategyMap, err := s.Scorecards.Map(r.Context(), f, query)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, strategyMap)
}

func (s *server) series(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	query := scorecard.SeriesQuery{
		Kpi:       r.PathValue("name"),
		Unit:      p.text("unit"),
		From:      p.text("from"),
		To:        p.text("to"),
		Frequency: p.oneOf("frequency", "", "day", "week", "month", "quarter", "half", "year"),
		Scorecard: p.text("scorecard"),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
	if err := p.check(); err != nil {
		return err
	}
	series, err := s.Scorecards.Series(r.Context(), f, query)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, series)
}

func (s *server) observations(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	query := scorecard.ObservationsQuery{
		Kpi:    r.PathValue("name"),
		Unit:   p.text("unit"),
		Period: p.text("period"),
		From:   p.text("from"),
		To:     p.text("to"),
		Limit:  p.whole("limit", 1, maxItems, 0),
		Cursor: p.text("cursor"),
		AsOf:   p.instant("asOf"),
	}
	p.instant("now") // taken by every measurement; what was recorded doesn't depend on it
	if query.Period != "" && (query.From != "" || query.To != "") {
		p.refuse("period", "give either period, or from and to")
	}
	if err := p.check(); err != nil {
		return err
	}
	list, err := s.Scorecards.Observations(r.Context(), f, query)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, list)
}

func (s *server) lineage(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	asOf := p.instant("asOf")
	if err := p.check(); err != nil {
		return err
	}
	lineage, err := s.Scorecards.Lineage(r.Context(), f, r.PathValue("name"), asOf)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, lineage)
}

func (s *server) explain(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	query := scorecard.ExplainQuery{
		Kpi:       r.PathValue("name"),
		Unit:      p.text("unit"),
		Period:    p.text("period"),
		Scorecard: p.text("scorecard"),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
	if err := p.check(); err != nil {
		return err
	}
	explain, err := s.Scorecards.Explain(r.Context(), f, query)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, explain)
}

func (s *server) simulate(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	request, err := decodeBody[contract.SimulateRequest](r, "SimulateRequest")
	if err != nil {
		return err
	}
	view, err := s.Scorecards.Simulate(r.Context(), f, request)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, view)
}
