package collection

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

func requestWorld(t *testing.T) *world {
	w := newWorld()
	w.systems["crm"] = contract.SourceSystemSpec{}
	w.datasets["leads"] = contract.DatasetSpec{System: new("crm"), Query: map[string]any{}}
	w.kpi(t, "daily", `{"frequency":"day","calendar":"berlin"}`)
	w.kpi(t, "leads", `{"frequency":"week","source":{"dataset":"leads","system":null,"query":null}}`)
	w.kpi(t, "margin", `{"source":{"type":"calculated"}}`)
	w.kpi(t, "monthly", "")
	w.kpi(t, "quarterly", `{"frequency":"quarter","calendar":"fiscal"}`)
	w.kpi(t, "scalar", `{"frequency":"day","units":["acme"],"source":{"system":"crm","extract":{"mode":"scalar","unit":null}}}`)
	w.kpi(t, "survey", `{"source":{"type":"manual"}}`)
	return w
}

func TestWhatARequestAsksFor(t *testing.T) {
	for _, tc := range []struct {
		name, request string
		want          []string
	}{
		{"everything, the open period and the one before", `{}`, []string{
			"daily 2026-03-14 2026-03-15", "leads 2026-W10 2026-W11", "monthly 2026-02 2026-03",
			"quarterly FY2026-Q3 FY2026-Q4", "scalar 2026-03-14 2026-03-15",
		}},
		{"empty lists are as none", `{"kpis":[],"sources":[],"units":[]}`, []string{
			"daily 2026-03-14 2026-03-15", "leads 2026-W10 2026-W11", "monthly 2026-02 2026-03",
			"quarterly FY2026-Q3 FY2026-Q4", "scalar 2026-03-14 2026-03-15",
		}},
		{"some KPIs, each once", `{"kpis":["monthly","daily","monthly"]}`, []string{"daily 2026-03-14 2026-03-15", "monthly 2026-02 2026-03"}},
		{"those of a source, also through a Dataset", `{"sources":["crm"]}`, []string{"leads 2026-W10 2026-W11", "scalar 2026-03-14 2026-03-15"}},
		{"KPIs and sources", `{"sources":["crm"],"kpis":["monthly"]}`, []string{"leads 2026-W10 2026-W11", "monthly 2026-02 2026-03", "scalar 2026-03-14 2026-03-15"}},
		{"own periods", `{"kpis":["monthly"],"from":"2025-11","to":"2026-01"}`, []string{"monthly 2025-11 2026-01"}},
		{"coarser ones: first to last", `{"kpis":["monthly","daily"],"from":2024,"to":"2025-Q1"}`, []string{"daily 2024-01-01 2025-03-31", "monthly 2024-01 2025-03"}},
		{"finer ones: the period they belong to", `{"kpis":["monthly"],"from":"2025-11-30","to":"2026-W01"}`, []string{"monthly 2025-11 2026-01"}},
		{"ids that only another calendar knows: the same time", `{"kpis":["monthly","quarterly"],"from":"2025-Q2","to":"2025-Q4"}`, []string{"monthly 2025-04 2025-12", "quarterly FY2026-Q1 FY2026-Q3"}},
		{"from alone: up to the open period", `{"kpis":["monthly"],"from":"2025-11"}`, []string{"monthly 2025-11 2026-03"}},
		{"from alone, ahead", `{"kpis":["monthly"],"from":"2026-11"}`, []string{"monthly 2026-11 2026-11"}},
		{"to alone: that period", `{"kpis":["monthly"],"to":"2025-Q4"}`, []string{"monthly 2025-10 2025-12"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			kpis, err := requestWorld(t).catalogue().resolveRequest(editor, decode[contract.CollectionRequest](t, tc.request), at(now))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, k := range kpis {
				got = append(got, fmt.Sprint(k.Kpi, " ", *k.From, " ", *k.To))
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestRefusedRequests(t *testing.T) {
	for _, tc := range []struct {
		request string
		want    []string // path and part of the message
	}{
		{`{"kpis":["monthly","nothing"]}`, []string{`/kpis/1 no Kpi "nothing"`}},
		{`{"kpis":["margin","survey"]}`, []string{"/kpis/0 is calculated", "/kpis/1 is manual"}},
		{`{"sources":["sap"]}`, []string{`/sources/0 no SourceSystem "sap"`}},
		{`{"units":["acme","atlantis"]}`, []string{`/units/1 no OrgUnit "atlantis"`}},
		{`{"kpis":["x"],"sources":["y"],"units":["z"],"from":"nonsense"}`, []string{"/kpis/0 ", "/sources/0 ", "/units/0 "}},
		{`{"kpis":["monthly"],"from":"nonsense","to":"2026-13"}`, []string{"/from nonsense", "/to 2026-13"}},
		{`{"from":"2026-03","to":"2026-01"}`, []string{"/to 2026-01 is before from"}},
		{`{"kpis":["daily"],"from":1000,"to":2000}`, []string{"/from at most 36600"}},
		{`{"kpis":["scalar"],"from":2010,"to":2020}`, []string{"/from asked once per period"}},
	} {
		t.Run(tc.request, func(t *testing.T) {
			w, m := requestWorld(t), newMemory()
			_, err := newCollector(t, w, m, &source{}).Start(t.Context(), editor, decode[contract.CollectionRequest](t, tc.request), TriggerManual)
			expectProblems(t, err, tc.want)
			if len(m.runs) != 0 {
				t.Error("a run was saved")
			}
		})
	}
}

func TestArchivedKpisAreNotCollected(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "kept", "")
	w.kpi(t, "old", "")
	w.specs.Archived = map[string]bool{"old": true}
	c := newCollector(t, w, m, &source{})
	_, err := c.Start(t.Context(), editor, contract.CollectionRequest{Kpis: []string{"old"}}, TriggerManual)
	expectProblems(t, err, []string{"/kpis/0 archived"})
	for _, request := range []contract.CollectionRequest{{}, {Sources: []string{"erp"}}} {
		run, err := c.Start(t.Context(), editor, request, TriggerManual)
		if err != nil || len(run.Kpis) != 1 || run.Kpis[0].Kpi != "kept" {
			t.Errorf("%s: %s, %v", asJSON(request), asJSON(run.Kpis), err)
		}
	}
	s := &Schedule{Definitions: w, Store: m, Now: func() time.Time { return at(now) }}
	id, err := s.StartDue(t.Context(), 1)
	if err != nil || len(m.runs[id].Kpis) != 1 || m.runs[id].Kpis[0].Kpi != "kept" {
		t.Errorf("scheduled %s, %v", asJSON(m.runs[id].Kpis), err)
	}
	w.specs.Archived["kept"] = true
	if next, err := s.NextDue(t.Context(), 1); err != nil || next != nil {
		t.Errorf("next due %v, %v", next, err)
	}
}

func expectProblems(t *testing.T, err error, want []string) {
	t.Helper()
	var invalid *resource.InvalidError
	if !errors.As(err, &invalid) {
		t.Fatalf("error %v", err)
	}
	if len(invalid.Problems) != len(want) {
		t.Fatalf("problems %s", asJSON(invalid.Problems))
	}
	for i, p := range invalid.Problems {
		path, part, _ := strings.Cut(want[i], " ")
		if p.Path != path || !strings.Contains(p.Message, part) {
			t.Errorf("%s: %s, want %s", p.Path, p.Message, want[i])
		}
	}
}

func TestViewersDontCollect(t *testing.T) {
	w, m := requestWorld(t), newMemory()
	c := newCollector(t, w, m, &source{})
	viewer := access.For(access.Caller{Org: 1, Login: "v", Role: access.Viewer})
	ctx := t.Context()
	_, err := c.Start(ctx, viewer, contract.CollectionRequest{}, TriggerManual)
	_, err2 := c.Cancel(ctx, viewer, "x")
	_, err3 := c.Submit(ctx, viewer, contract.Submission{})
	_, err4 := c.Preview(ctx, viewer, contract.PreviewRequest{})
	for i, err := range []error{err, err2, err3, err4} {
		if !errors.Is(err, access.ErrForbidden) {
			t.Errorf("call %d: %v", i, err)
		}
	}
	if _, err := c.Run(ctx, viewer, "x"); !errors.Is(err, resource.ErrNotFound) {
		t.Errorf("an unknown run: %v", err)
	}
	if _, _, err := c.List(ctx, access.Filter{}, 1, ""); !errors.Is(err, access.ErrUnauthenticated) {
		t.Errorf("nobody: %v", err)
	}
}
