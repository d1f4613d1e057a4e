package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

// maxPoints bounds a series; more periods than that are cut off at the beginning of the range.
const maxPoints = 500

// Query types of the data source.
const (
	// QuerySeries gives one row per period that the time range touches.
	QuerySeries = "series"
	// QueryTable gives one row per node of the scorecard, at the period that holds the end of the time range.
	QueryTable = "table"
)

var queryTypes = []string{QuerySeries, QueryTable, QueryReviews, QueryDecisions, QueryRegister}

// Query is the query model of the data source. Of a series or table it is either Kpi, or Scorecard with or without Node; of reviews,
// decisions and the register both only restrict.
type Query struct {
	QueryType string        `json:"queryType"`
	Scorecard string        `json:"scorecard"`
	Node      *contract.Ref `json:"node"`
	Kpi       string        `json:"kpi"`
	Unit      string        `json:"unit"`
	Frequency string        `json:"frequency"`
	// Field is the only number wanted of a series or of the register; all, or the rows, when empty.
	Field string `json:"field"`
	// Show says which rows of the register are wanted: waiting, overdue, escalated, closed or all; waiting when empty. Of reviews
	// it may be next.
	Show string `json:"show"`
	// Owner restricts the register to one person.
	Owner string `json:"owner"`
}

// Measurements are the calls that the data source answers with.
type Measurements interface {
	View(ctx context.Context, filter access.Filter, query scorecard.ViewQuery) (contract.View, error)
	Series(ctx context.Context, filter access.Filter, query scorecard.SeriesQuery) (contract.Series, error)
	// PeriodsOf lists the periods of a scorecard's or KPI's calendar that touch [from, to], at most max of them, the last ones.
	PeriodsOf(ctx context.Context, filter access.Filter, ref contract.Ref, frequency string, from, to time.Time, max int) ([]contract.Period, error)
}

// QueryData implements backend.QueryDataHandler: queries of dashboards and alert rules. What is wrong with one query is that
// query's error, not its neighbours'.
func (h *Host) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	reader, err := h.readerRole(ctx)
	if err != nil {
		return nil, err
	}
	filter := access.For(Caller(backend.WithPluginContext(ctx, req.PluginContext)))
	response := backend.NewQueryDataResponse()
	for _, q := range req.Queries {
		frames, err := (&dataQueries{reader.Measurements, reader.Reviews, reader.Register, computesOn(req)}).answer(ctx, filter, q)
		if err != nil {
			response.Responses[q.RefID] = backend.DataResponse{
				Error: err, Status: backend.StatusBadRequest, ErrorSource: backend.ErrorSourceDownstream,
			}
			continue
		}
		for _, frame := range frames {
			frame.RefID = q.RefID
		}
		response.Responses[q.RefID] = backend.DataResponse{Frames: frames}
	}
	return response, nil
}

// dataQueries answers single queries.
type dataQueries struct {
	measurements Measurements
	reviews      Reviews
	register     Register
	// computed: Grafana computes on the answer, for an alert rule or an expression.
	computed bool
}

func (d *dataQueries) answer(ctx context.Context, filter access.Filter, q backend.DataQuery) (data.Frames, error) {
	if err := filter.Require(access.Viewer, "reading scores"); err != nil {
		return nil, err
	}
	var query Query
	if err := json.Unmarshal(q.JSON, &query); err != nil {
		return nil, fmt.Errorf("the query can't be read: %w", err)
	}
	if query.QueryType == "" {
		query.QueryType = QuerySeries
	}
	switch query.QueryType {
	case QueryReviews:
		return d.reviewRows(ctx, filter, query, q.TimeRange)
	case QueryDecisions:
		return d.decisionRows(ctx, filter, query, q.TimeRange)
	case QueryRegister:
		return d.registerRows(ctx, filter, query, q.TimeRange)
	}
	switch {
	case query.Kpi == "" && query.Scorecard == "":
		return nil, fmt.Errorf("choose a scorecard or a KPI")
	case query.QueryType == QueryTable && query.Scorecard == "":
		return nil, fmt.Errorf("a table needs a scorecard")
	case query.QueryType == QueryTable:
		return d.table(ctx, filter, query, q.TimeRange)
	case query.QueryType != QuerySeries:
		return nil, fmt.Errorf("queryType %q is none of %s", query.QueryType, strings.Join(queryTypes, ", "))
	}
	series := d.nodeSeries
	if query.Kpi != "" {
		series = d.kpiSeries
	}
	frames, err := series(ctx, filter, query, q.TimeRange)
	if err != nil {
		return nil, err
	}
	return narrow(frames, query.Field, d.computed)
}

func (d *dataQueries) kpiSeries(ctx context.Context, filter access.Filter, query Query, span backend.TimeRange) (data.Frames, error) {
	periods, err := d.measurements.PeriodsOf(ctx, filter, contract.Ref{Kind: "Kpi", Name: query.Kpi}, query.Frequency, span.From, span.To, maxPoints)
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	series, err := d.measurements.Series(ctx, filter, scorecard.SeriesQuery{
		Kpi: query.Kpi, Unit: query.Unit, Frequency: query.Frequency, Scorecard: query.Scorecard,
		From: periods[0].ID, To: periods[len(periods)-1].ID,
	})
	if err != nil {
		return nil, err
	}
	return data.Frames{kpiFrame(series)}, nil
}

func (d *dataQueries) nodeSeries(ctx context.Context, filter access.Filter, query Query, span backend.TimeRange) (data.Frames, error) {
	ref := contract.Ref{Kind: "Scorecard", Name: query.Scorecard}
	periods, err := d.measurements.PeriodsOf(ctx, filter, ref, query.Frequency, span.From, span.To, maxPoints)
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	view, err := d.measurements.View(ctx, filter, scorecard.ViewQuery{
		Scorecard: query.Scorecard, Unit: query.Unit, Period: periods[len(periods)-1].ID, Sparkline: len(periods),
	})
	if err != nil {
		return nil, err
	}
	if query.Node != nil {
		ref = *query.Node
	}
	node := findNode(&view.Node, ref)
	if node == nil {
		return nil, fmt.Errorf("scorecard %s has no %s %s", query.Scorecard, ref.Kind, ref.Name)
	}
	return data.Frames{nodeFrame(*node, periods, scoring.NewScheme(&view.Scheme))}, nil
}

func (d *dataQueries) table(ctx context.Context, filter access.Filter, query Query, span backend.TimeRange) (data.Frames, error) {
	ref := contract.Ref{Kind: "Scorecard", Name: query.Scorecard}
	periods, err := d.measurements.PeriodsOf(ctx, filter, ref, query.Frequency, span.To, span.To, 1)
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	view, err := d.measurements.View(ctx, filter, scorecard.ViewQuery{
		Scorecard: query.Scorecard, Unit: query.Unit, Period: periods[0].ID,
	})
	if err != nil {
		return nil, err
	}
	root := &view.Node
	if query.Node != nil {
		if root = findNode(&view.Node, *query.Node); root == nil {
			return nil, fmt.Errorf("scorecard %s has no %s %s", query.Scorecard, query.Node.Kind, query.Node.Name)
		}
	}
	return data.Frames{tableFrame(*root, view)}, nil
}

func findNode(node *contract.Node, ref contract.Ref) *contract.Node {
	if node.Ref == ref {
		return node
	}
	for i := range node.Children {
		if found := findNode(&node.Children[i], ref); found != nil {
			return found
		}
	}
	return nil
}
