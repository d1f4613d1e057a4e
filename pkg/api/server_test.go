package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/api"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// server is the whole API over a fresh store, without Grafana.
type server struct {
	t       *testing.T
	handler http.Handler
	caller  access.Caller
	store   *store.Store
	reports *report.Service
}

// idle is a queue that nobody works on.
type idle struct{}

func (idle) Enqueue(context.Context, int64, string) error { return nil }

func (idle) EnqueueBatch(context.Context, int64, string) error { return nil }

// onBothEngines runs a test against the API over an empty store of each engine.
func onBothEngines(t *testing.T, test func(t *testing.T, s *server)) {
	t.Run(store.SQLite, func(t *testing.T) { test(t, newServer(t)) })
	t.Run(store.Postgres, func(t *testing.T) { test(t, newServerOn(t, store.Config{DatabaseURL: pgtest.URL(t)})) })
}

// enter has what follows asked in an org of its own, by a part of the test.
func (s *server) enter(t *testing.T, org int) {
	before := *s
	s.t, s.caller.Org = t, int64(org)
	t.Cleanup(func() { s.t, s.caller = before.t, before.caller })
}

func newServer(t *testing.T) *server {
	t.Helper()
	return newServerOn(t, store.Config{DataPath: t.TempDir()})
}

func newServerOn(t *testing.T, config store.Config) *server {
	t.Helper()
	data, err := store.Open(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = data.Close() })
	s := &server{t: t, store: data, caller: access.Caller{Org: 1, Login: "admin", Role: access.Admin}}
	engine := resource.New(data, resource.Options{Now: time.Now})
	scorecards := scorecard.New(engine, data, resource.ComposeDocuments, time.Now)
	reviews := review.New(review.Config{
		Documents: engine, Resources: engine, Events: data, Snapshots: data, Scores: scorecards, Measurements: scorecards,
		Now: time.Now,
	})
	engine.ComputeStatus(reviews, "Review")
	engine.ComputeStatus(review.AgendaStatuses{Service: reviews}, "AgendaItem", "ReviewSeries")
	engine.ComputeStatus(review.CadenceStatuses{Service: reviews}, "CadenceProposal")
	collector := collection.New(collection.Config{
		Definitions: engine, Observations: data, Runs: data, Queue: idle{}, Now: time.Now,
		Logger: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	s.reports = report.New(report.Config{
		Documents: engine, Measurements: scorecards, Events: data, Store: data, Render: export.RenderReport, Queue: idle{}, Now: time.Now,
		Logger: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	follow := followup.New(followup.Config{
		Documents: engine, Series: scorecards, Observations: data, Runs: collector, Reviews: reviews, Reports: s.reports,
		FeedTokens: data, Work: data, Now: time.Now,
	})
	engine.ComputeStatus(follow, "Action", "Decision")
	s.handler = api.New(api.Services{
		Resources: engine, Scorecards: scorecards, Collector: collector, Reviews: reviews, FollowUp: follow, Reports: s.reports,
		Status: func(context.Context, access.Filter) (contract.ServerStatus, error) {
			return contract.ServerStatus{}, nil
		},
		Metrics: http.NotFoundHandler(),
		Caller:  func(context.Context) access.Caller { return s.caller },
	})
	return s
}

// as gives the same server, asked by somebody with another role.
func (s *server) as(role access.Role) *server {
	other := *s
	other.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		before := s.caller
		s.caller = access.Caller{Org: 1, Login: "somebody", Role: role}
		defer func() { s.caller = before }()
		s.handler.ServeHTTP(w, r)
	})
	return &other
}

// answer is a response with its body decoded.
type answer struct {
	status int
	header http.Header
	raw    []byte
}

func (a answer) into(t *testing.T, body any) {
	t.Helper()
	if err := json.Unmarshal(a.raw, body); err != nil {
		t.Fatalf("body %s: %v", a.raw, err)
	}
}

func (a answer) problem(t *testing.T) contract.Problem {
	t.Helper()
	if got := a.header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("content type = %q", got)
	}
	var p contract.Problem
	if err := resource.ReadBody(a.raw, "Problem", &p); err != nil {
		t.Fatalf("not as the contract has it: %v: %s", err, a.raw)
	}
	if int(p.Status) != a.status {
		t.Errorf("problem says %d, the answer %d", p.Status, a.status)
	}
	return p
}

func (s *server) call(method, path string, body any, headers ...string) answer {
	s.t.Helper()
	var reader io.Reader
	switch b := body.(type) {
	case nil:
	case []byte:
		reader = bytes.NewReader(b)
	case string:
		reader = bytes.NewReader([]byte(b))
	default:
		encoded, err := json.Marshal(b)
		if err != nil {
			s.t.Fatal(err)
		}
		reader = bytes.NewReader(encoded)
	}
	request := httptest.NewRequest(method, "/v1"+path, reader)
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	s.handler.ServeHTTP(recorder, request)
	return answer{recorder.Code, recorder.Header(), recorder.Body.Bytes()}
}

// must calls and fails the test unless the status is as expected.
func (s *server) must(status int, method, path string, body any, headers ...string) answer {
	s.t.Helper()
	a := s.call(method, path, body, headers...)
	if a.status != status {
		s.t.Fatalf("%s %s = %d, want %d: %s", method, path, a.status, status, a.raw)
	}
	return a
}
