package collection

import (
	"fmt"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func agendaFor(t *testing.T, spec string) agenda {
	t.Helper()
	w := newWorld()
	w.kpi(t, "kpi", spec)
	a, ok := w.catalogue().agendaOf(w.specs.Kpis["kpi"])
	if !ok {
		t.Fatal("no agenda")
	}
	return a
}

func TestWhenAKpiIsDue(t *testing.T) {
	for _, tc := range []struct{ spec, now, last, next string }{
		{`{"frequency":"day"}`, "2026-03-15T12:30:00Z", "2026-03-15T12:00:00Z", "2026-03-15T13:00:00Z"},
		{`{"frequency":"day"}`, "2026-03-15T23:59:59Z", "2026-03-15T23:00:00Z", "2026-03-16T00:00:00Z"},
		{`{"frequency":"day","calendar":"berlin"}`, "2026-03-29T22:30:00Z", "2026-03-29T22:00:00Z", "2026-03-29T23:00:00Z"}, // a day of 23 hours has ended
		{`{"frequency":"month"}`, "2026-03-15T12:30:00Z", "2026-03-15T12:00:00Z", "2026-03-15T18:00:00Z"},
		{`{"frequency":"month"}`, "2026-04-01T00:00:00Z", "2026-04-01T00:00:00Z", "2026-04-01T06:00:00Z"},
		{`{"frequency":"quarter","closeDays":5}`, "2026-04-05T23:00:00Z", "2026-04-05T00:00:00Z", "2026-04-06T00:00:00Z"},
		{`{"frequency":"week","closeDays":0}`, "2026-03-16T00:00:00Z", "2026-03-16T00:00:00Z", "2026-03-16T06:00:00Z"},
		// The close of the day before the last, in the calendar's zone, falls between refreshes counted from the month's start.
		{`{"frequency":"month","calendar":"berlin","closeDays":40}`, "2026-04-09T22:30:00Z", "2026-04-09T22:00:00Z", "2026-04-10T04:00:00Z"},
	} {
		last, next := agendaFor(t, tc.spec).around(at(tc.now))
		if !last.Equal(at(tc.last)) || !next.Equal(at(tc.next)) {
			t.Errorf("%s at %s: %s and %s", tc.spec, tc.now, last.UTC(), next.UTC())
		}
	}
}

func TestMarksAndWhatIsDue(t *testing.T) {
	a := agendaFor(t, `{"frequency":"month"}`) // moments at 12:00 and 18:00
	for _, tc := range []struct {
		name             string
		taken, succeeded string
		due              bool
		next             string
	}{
		{"never collected", "", "", true, "2026-03-15T12:30:00Z"},
		{"collected since the last moment", "2026-03-15T12:00:00Z", "2026-03-15T12:00:00Z", false, "2026-03-15T18:00:00Z"},
		{"collected before the last moment", "2026-03-15T11:59:00Z", "2026-03-15T11:59:00Z", true, "2026-03-15T12:30:00Z"},
		{"failed a moment ago", "2026-03-15T12:20:00Z", "2026-03-15T11:00:00Z", false, "2026-03-15T12:35:00Z"},
		{"failed a while ago", "2026-03-15T12:15:00Z", "", true, "2026-03-15T12:30:00Z"},
		{"the clock was ahead", "2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z", true, "2026-03-15T12:30:00Z"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			mark := Mark{}
			if tc.taken != "" {
				mark.Taken = at(tc.taken)
			}
			if tc.succeeded != "" {
				mark.Succeeded = at(tc.succeeded)
			}
			if got := a.due(mark, at("2026-03-15T12:30:00Z")); got != tc.due {
				t.Errorf("due: %v", got)
			}
			if got := a.nextDue(mark, at("2026-03-15T12:30:00Z")); !got.Equal(at(tc.next)) {
				t.Errorf("next at %s, want %s", got.UTC(), tc.next)
			}
		})
	}
}

func TestHowLongAKpiHasBeenDue(t *testing.T) {
	a := agendaFor(t, `{"frequency":"month"}`) // moments at 12:00 and 18:00
	for _, tc := range []struct {
		name             string
		taken, succeeded string
		want             time.Duration
	}{
		{"never collected", "", "", 30 * time.Minute},
		{"collected since the last moment", "2026-03-15T12:00:00Z", "2026-03-15T12:00:00Z", 0},
		{"collected before the last moment", "2026-03-15T11:59:00Z", "2026-03-15T11:59:00Z", 30 * time.Minute},
		{"not collected for a day", "2026-03-14T12:00:00Z", "2026-03-14T12:00:00Z", 18*time.Hour + 30*time.Minute},
		{"failed a moment ago", "2026-03-15T12:20:00Z", "2026-03-15T11:00:00Z", 0},
		{"failed a while ago", "2026-03-15T12:05:00Z", "2026-03-15T11:00:00Z", 10 * time.Minute},
	} {
		mark := Mark{}
		if tc.taken != "" {
			mark = Mark{Taken: at(tc.taken), Succeeded: at(tc.succeeded)}
		}
		if got := a.waiting(mark, at("2026-03-15T12:30:00Z")); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestWhatAScheduledRunAsksFor(t *testing.T) {
	for _, tc := range []struct{ spec, succeeded, want string }{
		{`{}`, "", "2026-02 2026-03"},
		{`{}`, "2026-03-15T06:00:00Z", "2026-02 2026-03"},
		{`{"closeDays":45}`, "2026-03-14T12:00:00Z", "2026-01 2026-03"}, // January closes on 18 March
		{`{}`, "2025-11-20T00:00:00Z", "2025-11 2026-03"},               // after an outage
		{`{"frequency":"day"}`, "2020-01-01T00:00:00Z", "2025-02-08 2026-03-15"},
		{`{}`, "2027-01-01T00:00:00Z", "2026-02 2026-03"},
	} {
		a := agendaFor(t, tc.spec)
		mark := Mark{}
		if tc.succeeded != "" {
			mark.Succeeded = at(tc.succeeded)
		}
		ask := a.ask(mark, at(now))
		if got := fmt.Sprint(a.calendar.ID(ask.first), " ", a.calendar.ID(ask.last)); got != tc.want {
			t.Errorf("%s after %s: %s, want %s", tc.spec, tc.succeeded, got, tc.want)
		}
	}
}

// Once collecting has begun, whatever happens in between, every period is collected at or after its close.
func TestEveryPeriodIsCollectedAfterItsClose(t *testing.T) {
	for _, closeDays := range []int{0, 3, 20, 40} {
		for _, looks := range []time.Duration{13 * time.Minute, 7 * time.Hour, 40 * day} {
			a := agendaFor(t, fmt.Sprintf(`{"frequency":"week","closeDays":%d}`, closeDays))
			mark, settled := Mark{}, map[int]bool{}
			first := a.calendar.At(at("2026-01-05T00:00:00Z"), a.frequency)
			for now := a.calendar.Start(first); now.Before(at("2026-09-30T00:00:00Z")); now = now.Add(looks) {
				if !a.due(mark, now) {
					continue
				}
				mark.Taken = now
				if now.Day()%5 == 0 && !mark.Succeeded.IsZero() {
					continue // the data source is down
				}
				ask := a.ask(mark, now)
				mark.Succeeded = now
				for p := ask.first; p.Ordinal <= ask.last.Ordinal; p = p.Next(1) {
					settled[p.Ordinal] = !a.closeOf(p).After(now)
				}
			}
			for p := first; !a.closeOf(p).After(mark.Succeeded); p = p.Next(1) {
				if !settled[p.Ordinal] {
					t.Errorf("closing after %d days, looked at every %s: %s was last collected before its close", closeDays, looks, a.calendar.ID(p))
				}
			}
		}
	}
}

func TestTwoSchedulersStartOneRun(t *testing.T) {
	w, m := newWorld(), newMemory()
	w.kpi(t, "a", "")
	w.kpi(t, "manual", `{"source":{"type":"manual"}}`)
	s := &Schedule{Definitions: w, Store: m, Now: func() time.Time { return at(now) }}
	first, err := s.StartDue(t.Context(), 1)
	if err != nil || first == "" {
		t.Fatalf("%q, %v", first, err)
	}
	second, err := s.StartDue(t.Context(), 1)
	if err != nil || second != "" || len(m.runs) != 1 {
		t.Errorf("%q, %v", second, err)
	}
	run := m.runs[first]
	if run.Trigger != TriggerSchedule || run.RequestedBy != "schedule" || len(run.Kpis) != 1 || run.Kpis[0].Kpi != "a" {
		t.Errorf("run %s", asJSON(run))
	}
	run.Kpis[0].State = "failed"
	if err := s.Settle(t.Context(), 1, run); err != nil || !m.marks["a"].Succeeded.IsZero() {
		t.Errorf("a failure settled: %v, %v", m.marks, err)
	}
	run.Kpis[0].State = "partial"
	if err := s.Settle(t.Context(), 1, run); err != nil || !m.marks["a"].Succeeded.Equal(at(now)) {
		t.Errorf("marks %v, %v", m.marks, err)
	}
	if err := s.Settle(t.Context(), 1, contract.Run{Trigger: TriggerManual}); err != nil {
		t.Error(err)
	}
}
