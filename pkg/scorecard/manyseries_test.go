package scorecard

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

func TestManySeriesReadOnce(t *testing.T) {
	w := newWorld(t)
	now := time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)
	s := New(w, w, nil, func() time.Time { return now })
	viewer := access.For(access.Caller{Org: 1, Login: "vic", Role: access.Viewer})
	all, err := s.ManySeries(context.Background(), viewer, ManySeriesQuery{Series: []SeriesQuery{
		{Kpi: "revenue", Unit: "company", From: "2026-01", To: "2026-01"},
		{Kpi: "revenue", Unit: "company", From: "2025-06", To: "2026-02"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if w.reads != 1 {
		t.Errorf("read %d times", w.reads)
	}
	if len(all) != 2 || len(all[0].Points) != 1 || len(all[1].Points) != 9 {
		t.Fatalf("%+v", all)
	}
	// The same question alone has the same answer.
	alone, err := s.Series(context.Background(), viewer, SeriesQuery{Kpi: "revenue", Unit: "company", From: "2026-01", To: "2026-01"})
	if err != nil || *alone.Points[0].Value != *all[0].Points[0].Value || *all[1].Points[7].Value != w.value {
		t.Errorf("%+v, %v", alone, err)
	}
}

func TestManySeriesOfUnknownKpis(t *testing.T) {
	w := newWorld(t)
	s := New(w, w, nil, time.Now)
	viewer := access.For(access.Caller{Org: 1, Login: "vic", Role: access.Viewer})
	_, err := s.ManySeries(context.Background(), viewer, ManySeriesQuery{Series: []SeriesQuery{{Kpi: "nothing"}}})
	var unknown *evaluate.NotFoundError
	if !errors.As(err, &unknown) || unknown.Name != "nothing" {
		t.Errorf("got %v", err)
	}
}

func TestUnionOfWindows(t *testing.T) {
	known := map[string]evaluate.Window{"a": {Series: "a", From: "2026-03", To: "2026-05"}}
	for _, c := range []struct{ other, want evaluate.Window }{
		{evaluate.Window{Series: "a", From: "2026-01", To: "2026-04"}, evaluate.Window{Series: "a", From: "2026-01", To: "2026-05"}},
		{evaluate.Window{Series: "a", From: "2026-04", To: "2026-06"}, evaluate.Window{Series: "a", From: "2026-03", To: "2026-06"}},
		{evaluate.Window{Series: "a", To: "2026-04"}, evaluate.Window{Series: "a", To: "2026-05"}},
		{evaluate.Window{Series: "b", From: "2026-04", To: "2026-04"}, evaluate.Window{Series: "b", From: "2026-04", To: "2026-04"}},
	} {
		if got := union(known, c.other); got != c.want {
			t.Errorf("%+v and %+v: %+v, expected %+v", known["a"], c.other, got, c.want)
		}
	}
}
