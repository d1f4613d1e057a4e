package api

import (
	"context"
	"net/http"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

// maxSparkline is how many periods of history a view gives at most.
const maxSparkline = 120

func (s *server) measurementRoutes() {
	read := s.Scorecards
	s.handle("GET", "/calendar/period", access.Viewer, reading(periodQuery, func(ctx context.Context, f access.Filter, q periodAt) (contract.Period, error) {
		return read.PeriodAt(ctx, f, q.calendar, q.frequency, q.at)
	}))
	s.handle("GET", "/scorecards/{name}/view", access.Viewer, reading(viewQuery, read.View))
	s.handle("GET", "/strategies/{name}/map", access.Viewer, reading(mapQuery, read.Map))
	s.handle("GET", "/kpis/{name}/series", access.Viewer, reading(seriesQuery, read.Series))
	s.handle("GET", "/kpis/{name}/observations", access.Viewer, reading(observationsQuery, read.Observations))
	s.handle("GET", "/kpis/{name}/explain", access.Viewer, reading(explainQuery, read.Explain))
	s.handle("GET", "/kpis/{name}/lineage", access.Viewer, reading(lineageQuery, func(ctx context.Context, f access.Filter, q lineageOf) (contract.Lineage, error) {
		return read.Lineage(ctx, f, q.kpi, q.asOf)
	}))
	s.handle("POST", "/simulate", access.Viewer, s.simulate)
}

// reading answers a GET: it reads the query, calls and encodes.
func reading[Q, T any](read func(r *http.Request, p *params) Q, call func(context.Context, access.Filter, Q) (T, error)) handler {
	return func(w http.ResponseWriter, r *http.Request, f access.Filter) error {
		p, err := paramsOf(r)
		if err != nil {
			return err
		}
		query := read(r, p)
		if err := p.check(); err != nil {
			return err
		}
		answer, err := call(r.Context(), f, query)
		if err != nil {
			return err
		}
		return writeJSON(w, http.StatusOK, answer)
	}
}

// periodAt asks for the period that holds an instant.
type periodAt struct {
	calendar, frequency string
	at                  *time.Time
}

func periodQuery(_ *http.Request, p *params) periodAt {
	if p.text("frequency") == "" {
		p.refuse("frequency", "say which: day, week, month, quarter, half or year")
	}
	return periodAt{calendar: p.text("calendar"), frequency: p.frequency(), at: p.instant("at")}
}

func viewQuery(r *http.Request, p *params) scorecard.ViewQuery {
	return scorecard.ViewQuery{
		Scorecard: r.PathValue("name"),
		Period:    p.text("period"),
		Unit:      p.text("unit"),
		Sparkline: p.whole("sparkline", 0, maxSparkline, 0),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
}

func mapQuery(r *http.Request, p *params) scorecard.MapQuery {
	return scorecard.MapQuery{
		Strategy:  r.PathValue("name"),
		Scorecard: p.text("scorecard"),
		Period:    p.text("period"),
		Unit:      p.text("unit"),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
}

func seriesQuery(r *http.Request, p *params) scorecard.SeriesQuery {
	return scorecard.SeriesQuery{
		Kpi:       r.PathValue("name"),
		Unit:      p.text("unit"),
		From:      p.text("from"),
		To:        p.text("to"),
		Frequency: p.frequency(),
		Scorecard: p.text("scorecard"),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
}

func explainQuery(r *http.Request, p *params) scorecard.ExplainQuery {
	return scorecard.ExplainQuery{
		Kpi:       r.PathValue("name"),
		Unit:      p.text("unit"),
		Period:    p.text("period"),
		Scorecard: p.text("scorecard"),
		AsOf:      p.instant("asOf"),
		Now:       p.instant("now"),
	}
}

func observationsQuery(r *http.Request, p *params) scorecard.ObservationsQuery {
	p.instant("now") // taken by every measurement; what was recorded doesn't depend on it
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
	if query.Period != "" && (query.From != "" || query.To != "") {
		p.refuse("period", "give either period, or from and to")
	}
	return query
}

// lineageOf asks for the lineage of a KPI.
type lineageOf struct {
	kpi  string
	asOf *time.Time
}

func lineageQuery(r *http.Request, p *params) lineageOf {
	return lineageOf{kpi: r.PathValue("name"), asOf: p.instant("asOf")}
}

func (s *server) simulate(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	request, err := decodeBody[contract.SimulateRequest](r, "SimulateRequest")
	if err != nil {
		return err
	}
	view, err := s.Scorecards.Simulate(r.Context(), f, request)
	if err != nil {
		return inBody(err)
	}
	return writeJSON(w, http.StatusOK, view)
}
