package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/gtime"
	"github.com/grafana/sqlds/v5"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/postgres"
)

// Grafana's defaults for a query that doesn't say.
const (
	defaultMaxDataPoints = 100
	defaultIntervalMS    = 1000
)

type queryRequest struct {
	From    string            `json:"from"`
	To      string            `json:"to"`
	Queries []json.RawMessage `json:"queries"`
}

type querySpec struct {
	RefID         string `json:"refId"`
	QueryType     string `json:"queryType"`
	MaxDataPoints int64  `json:"maxDataPoints"`
	IntervalMS    int64  `json:"intervalMs"`
	Hide          bool   `json:"hide"`
	DataSource    struct {
		UID string `json:"uid"`
	} `json:"datasource"`
	DataSourceUID string `json:"datasourceUid"`
}

// queryData answers /api/ds/query: the queries of each data source go to it as one batch, and a query that fails
// makes the whole answer a 400 that still holds the results of the others, as in Grafana.
func (s *Server) queryData(response http.ResponseWriter, request *http.Request, who caller) {
	var body queryRequest
	if !readJSON(response, request, &body) {
		return
	}
	batches, err := s.plan(body)
	if err != nil {
		writeMessage(response, http.StatusBadRequest, err.Error())
		return
	}
	all := backend.NewQueryDataResponse()
	for _, batch := range batches {
		result, err := s.runBatch(request.Context(), batch, who)
		if err != nil {
			for _, query := range batch.queries {
				all.Responses[query.RefID] = backend.ErrDataResponse(backend.StatusInternal, err.Error())
			}
			continue
		}
		for refID, answer := range result.Responses {
			all.Responses[refID] = answer
		}
	}
	status := http.StatusOK
	for _, answer := range all.Responses {
		if answer.Error != nil {
			status = http.StatusBadRequest
		}
	}
	writeJSON(response, status, all)
}

type batch struct {
	source  config.DataSource
	queries []backend.DataQuery
}

// plan groups the queries by data source, in the order of their first query.
func (s *Server) plan(body queryRequest) ([]batch, error) {
	if len(body.Queries) == 0 {
		return nil, errors.New("no queries found")
	}
	span, err := timeRange(body.From, body.To)
	if err != nil {
		return nil, err
	}
	var batches []batch
	position := map[string]int{}
	for _, raw := range body.Queries {
		query, uid, err := dataQuery(raw, span)
		if err != nil {
			return nil, err
		}
		source, ok := s.sourceByUID(uid)
		if !ok {
			return nil, fmt.Errorf("data source %q not found", uid)
		}
		at, known := position[uid]
		if !known {
			at = len(batches)
			position[uid] = at
			batches = append(batches, batch{source: source})
		}
		batches[at].queries = append(batches[at].queries, query)
	}
	return batches, nil
}

func dataQuery(raw json.RawMessage, span backend.TimeRange) (backend.DataQuery, string, error) {
	spec := querySpec{RefID: "A", MaxDataPoints: defaultMaxDataPoints, IntervalMS: defaultIntervalMS}
	if err := json.Unmarshal(raw, &spec); err != nil {
		return backend.DataQuery{}, "", fmt.Errorf("read a query: %w", err)
	}
	uid := spec.DataSource.UID
	if uid == "" {
		uid = spec.DataSourceUID
	}
	if uid == "" {
		return backend.DataQuery{}, "", fmt.Errorf("query %s is missing its datasource uid", spec.RefID)
	}
	return backend.DataQuery{
		RefID:         spec.RefID,
		QueryType:     spec.QueryType,
		MaxDataPoints: spec.MaxDataPoints,
		Interval:      time.Duration(spec.IntervalMS) * time.Millisecond,
		TimeRange:     span,
		JSON:          raw,
	}, uid, nil
}

func timeRange(from, to string) (backend.TimeRange, error) {
	span := gtime.NewTimeRange(from, to)
	start, err := span.ParseFrom()
	if err != nil {
		return backend.TimeRange{}, fmt.Errorf("read the start of the time range %q: %w", from, err)
	}
	end, err := span.ParseTo()
	if err != nil {
		return backend.TimeRange{}, fmt.Errorf("read the end of the time range %q: %w", to, err)
	}
	return backend.TimeRange{From: start, To: end}, nil
}

func (s *Server) runBatch(ctx context.Context, batch batch, who caller) (*backend.QueryDataResponse, error) {
	request := &backend.QueryDataRequest{
		PluginContext: s.dataSourceContext(batch.source, who),
		Queries:       batch.queries,
	}
	if process, ok := s.Processes[batch.source.Type]; ok {
		return process.Query(ctx, request)
	}
	database, err := s.database(ctx, batch.source)
	if err != nil {
		return nil, err
	}
	return database.QueryData(ctx, request)
}

// database returns the PostgreSQL data source, which is made once and keeps its connections.
func (s *Server) database(ctx context.Context, source config.DataSource) (*sqlds.SQLDatasource, error) {
	if source.Type != postgres.Type {
		return nil, fmt.Errorf("data sources of the type %s are not part of the preview", source.Type)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if database, ok := s.databases[source.UID]; ok {
		return database, nil
	}
	database, err := postgres.New(ctx, instanceSettings(source))
	if err != nil {
		return nil, err
	}
	s.databases[source.UID] = database
	return database, nil
}

type healthCheck func(context.Context, backend.PluginContext) (*backend.CheckHealthResult, error)

func (s *Server) healthOf(ctx context.Context, source config.DataSource) (healthCheck, error) {
	if process, ok := s.Processes[source.Type]; ok {
		return process.Health, nil
	}
	database, err := s.database(ctx, source)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, plugin backend.PluginContext) (*backend.CheckHealthResult, error) {
		return database.CheckHealth(ctx, &backend.CheckHealthRequest{PluginContext: plugin})
	}, nil
}

// Close gives the databases their connections back.
func (s *Server) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, database := range s.databases {
		database.Dispose()
	}
}
