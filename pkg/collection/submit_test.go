package collection

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// teams has one team.
type teams struct{ fails bool }

func (t teams) Members(_ context.Context, _ int64, team string) ([]string, error) {
	switch {
	case t.fails:
		return nil, errors.New("Grafana can't be reached")
	case team == "Sales":
		return []string{"sally", "sally@acme"}, nil
	}
	return nil, nil
}

func submissionWorld(t *testing.T) *world {
	w := newWorld()
	w.kpi(t, "revenue", "")
	w.kpi(t, "survey", `{"units":["germany","france"],"source":{"type":"manual"}}`)
	w.kpi(t, "fiscal", `{"calendar":"fiscal","frequency":"year","source":{"type":"manual"}}`)
	w.kpi(t, "approved", `{"source":{"type":"manual","approval":true}}`)
	w.kpi(t, "named", `{"source":{"type":"manual","contributors":[{"person":"Ed","units":["germany"]},{"person":"team:Sales"},{"person":"head of sales"}]}}`)
	return w
}

func TestSubmissions(t *testing.T) {
	as := func(login, email string, role access.Role) access.Filter {
		return access.For(access.Caller{Org: 1, Login: login, Email: email, Role: role})
	}
	ed, sally, boss := as("ed", "ed@acme", access.Editor), as("s.miller", "Sally@Acme", access.Editor), as("boss", "", access.Admin)
	for _, tc := range []struct {
		name   string
		filter access.Filter
		rows   string
		want   []string // outcome and part of the message, row by row
		stored int
	}{
		{"good rows are kept", ed, `{"kpi":"survey","unit":"germany","period":"2026-03","value":1,"note":"n"},{"kpi":"survey","unit":"mars","period":"2026-03","value":1},{"kpi":"survey","unit":"france","period":"2026-03","value":2}`, []string{"accepted", "refused no OrgUnit", "accepted"}, 2},
		{"unknown KPI", ed, `{"kpi":"nothing","unit":"acme","period":"2026-03","value":1}`, []string{`refused no Kpi "nothing"`}, 0},
		{"a KPI with a query", ed, `{"kpi":"revenue","unit":"acme","period":"2026-03","value":1}`, []string{"refused its source is query"}, 0},
		{"a unit where it isn't measured", ed, `{"kpi":"survey","unit":"america","period":"2026-03","value":1}`, []string{"refused not among the KPI's units"}, 0},
		{"another frequency", ed, `{"kpi":"survey","unit":"france","period":"2026-Q1","value":1}`, []string{"refused the KPI's frequency is month"}, 0},
		{"no period at all", ed, `{"kpi":"survey","unit":"france","period":"soon","value":1}`, []string{"refused soon"}, 0},
		{"a period that has not begun", ed, `{"kpi":"survey","unit":"france","period":"2026-04","value":1}`, []string{"refused 2026-04 has not begun"}, 0},
		{"a fiscal year", ed, `{"kpi":"fiscal","unit":"acme","period":"FY2026","value":1},{"kpi":"fiscal","unit":"acme","period":2026,"value":1}`, []string{"accepted", "refused 2026"}, 1},
		{"two rows for one cell", ed, `{"kpi":"survey","unit":"france","period":"2026-03","value":1},{"kpi":"survey","unit":"france","period":"2026-03","value":2}`, []string{"accepted", "refused row 1 already"}, 1},
		{"a refused row doesn't count for that", ed, `{"kpi":"survey","unit":"mars","period":"2026-03","value":1},{"kpi":"survey","unit":"france","period":"2026-03","value":2}`, []string{"refused", "accepted"}, 1},
		{"approval", ed, `{"kpi":"approved","unit":"acme","period":"2026-03","value":1}`, []string{"quarantined second person"}, 1},
		{"a contributor for their unit", ed, `{"kpi":"named","unit":"germany","period":"2026-03","value":1},{"kpi":"named","unit":"france","period":"2026-03","value":1}`, []string{"accepted", "refused ed is not a contributor"}, 1},
		{"a contributor by team and e-mail", sally, `{"kpi":"named","unit":"france","period":"2026-03","value":1}`, []string{"accepted"}, 1},
		{"administrators may", boss, `{"kpi":"named","unit":"france","period":"2026-03","value":1}`, []string{"accepted"}, 1},
		{"no rows", ed, ``, nil, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w, m := submissionWorld(t), newMemory()
			c := newCollector(t, w, m, &source{})
			c.Teams = teams{}
			submission := decode[contract.Submission](t, `{"rows":[`+tc.rows+`]}`)
			draft := submission
			draft.Draft = new(true)
			for _, s := range []contract.Submission{draft, submission} {
				result, err := c.Submit(t.Context(), tc.filter, s)
				if err != nil {
					t.Fatal(err)
				}
				if len(result.Rows) != len(tc.want) {
					t.Fatalf("outcomes %s", asJSON(result))
				}
				for i, row := range result.Rows {
					outcome, part, _ := strings.Cut(tc.want[i], " ")
					if row.Outcome != outcome || !strings.Contains(optional(row.Message), part) {
						t.Errorf("row %d: %s %q, want %q", i, row.Outcome, optional(row.Message), tc.want[i])
					}
				}
				if s.Draft != nil && len(m.revisions) != 0 {
					t.Error("a draft was recorded")
				}
			}
			if len(m.revisions) != tc.stored {
				t.Errorf("%d revisions", len(m.revisions))
			}
			for _, r := range m.revisions {
				want := "pass"
				if r.Series == "approved" {
					want = "quarantine"
				}
				if r.Outcome != want || r.RecordedBy != tc.filter.Actor() || r.Source.Type != "submission" || optional(r.Source.Submission) == "" {
					t.Errorf("recorded %s", asJSON(r))
				}
			}
		})
	}
}

func TestTeamsThatCannotBeRead(t *testing.T) {
	c := newCollector(t, submissionWorld(t), newMemory(), &source{})
	c.Teams = teams{fails: true}
	other := access.For(access.Caller{Org: 1, Login: "other", Role: access.Editor})
	result, err := c.Submit(t.Context(), other, decode[contract.Submission](t, `{"rows":[{"kpi":"named","unit":"acme","period":"2026-03","value":1}]}`))
	if err != nil || result.Rows[0].Outcome != "refused" || !strings.Contains(optional(result.Rows[0].Message), "team Sales can't be read") {
		t.Errorf("%s, %v", asJSON(result), err)
	}
}

func TestASubmissionThatCannotBeStored(t *testing.T) {
	m := newMemory()
	m.failing = 1
	c := newCollector(t, submissionWorld(t), m, &source{})
	_, err := c.Submit(t.Context(), editor, decode[contract.Submission](t, `{"rows":[{"kpi":"survey","unit":"france","period":"2026-03","value":1}]}`))
	if err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("%v", err)
	}
}

func previewOf(t *testing.T, spec, from, to string) contract.PreviewRequest {
	t.Helper()
	return decode[contract.PreviewRequest](t, fmt.Sprintf(`{"kpi":%s,"from":%q,"to":%q}`, spec, from, to))
}

const previewed = `{"title":"x","calendar":"utc","frequency":"month","source":{"type":"query","system":"erp","query":{"rawSql":"x"},"extract":{"mode":"table","time":"time","unit":"unit"}}}`

func TestPreview(t *testing.T) {
	w, m := newWorld(), newMemory()
	c := newCollector(t, w, m, &source{answer: one(7)})
	got, err := c.Preview(t.Context(), editor, previewOf(t, previewed, "2026-01", "2026-02"))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"dropped":0,"errors":[],"frames":[{"fields":[{"name":"time","type":"time.Time"},{"name":"unit","type":"string"},{"name":"value","type":"float64"}],` +
		`"name":"","rows":1,"sample":[["2026-01-11T00:00:00Z","germany",7]]}],"scores":[],"values":[{"period":"2026-01","unit":"germany","value":7}]}`
	if asJSON(got) != want {
		t.Errorf("got  %s\nwant %s", asJSON(got), want)
	}
	if len(m.revisions)+len(m.runs) != 0 {
		t.Error("a preview wrote something")
	}
}

func TestPreviewReportsWhatFails(t *testing.T) {
	w, m := newWorld(), newMemory()
	failing := &source{answer: nil, whole: func([]asked) error { return &QueryError{BadQuery, "syntax error"} }}
	got, err := newCollector(t, w, m, failing).Preview(t.Context(), editor, previewOf(t, previewed, "2026-01", "2026-02"))
	if err != nil {
		t.Fatal(err)
	}
	compareErrors(t, got.Errors, []string{"syntax error"})
	noSource := strings.Replace(previewed, `"system":"erp",`, "", 1)
	got, err = newCollector(t, w, m, failing).Preview(t.Context(), editor, previewOf(t, noSource, "2026-01", "2026-02"))
	if err != nil {
		t.Fatal(err)
	}
	compareErrors(t, got.Errors, []string{"no data source"})
}

// Columns are chosen by looking at the rows, so the rows come before anybody can say what they mean.
func TestPreviewShowsRowsBeforeTheyAreMapped(t *testing.T) {
	c := newCollector(t, newWorld(), newMemory(), &source{answer: one(7)})
	for extract, problem := range map[string]string{
		`{"mode":"table","time":"time"}`: "without extract.unit",
		`{"mode":"table","unit":"unit"}`: "needs a time or a period column",
	} {
		spec := strings.Replace(previewed, `{"mode":"table","time":"time","unit":"unit"}`, extract, 1)
		got, err := c.Preview(t.Context(), editor, previewOf(t, spec, "2026-01", "2026-02"))
		if err != nil {
			t.Fatal(err)
		}
		compareErrors(t, got.Errors, []string{problem})
		if len(got.Frames) != 1 || len(got.Frames[0].Fields) != 3 || len(got.Values) != 0 {
			t.Errorf("%s: frames %s, values %s", extract, asJSON(got.Frames), asJSON(got.Values))
		}
	}
}

func TestPreviewOfAnotherSourceIsEmpty(t *testing.T) {
	c := newCollector(t, newWorld(), newMemory(), &source{})
	got, err := c.Preview(t.Context(), editor, previewOf(t, `{"title":"x","calendar":"utc","frequency":"month","source":{"type":"calculated","formula":"1"}}`, "2026-01", "2026-02"))
	if err != nil || asJSON(got) != `{"dropped":0,"errors":[],"frames":[],"scores":[],"values":[]}` {
		t.Errorf("%s, %v", asJSON(got), err)
	}
}

func TestRefusedPreviews(t *testing.T) {
	c := newCollector(t, newWorld(), newMemory(), &source{})
	for _, tc := range []struct {
		spec, from, to string
		want           []string
	}{
		{`{"title":1}`, "2026-01", "2026-02", []string{"/kpi title"}},
		{`{"calendar":"no","frequency":"often","units":["mars"],"source":{"type":"query"}}`, "2026-01", "2026-02", []string{"/kpi/frequency often", "/kpi/calendar no", "/kpi/units/0 mars"}},
		{previewed, "soon", "2026-02", []string{"/from soon"}},
		{previewed, "2026-02", "2026-01", []string{"/to before"}},
		{strings.Replace(previewed, "table", "scalar", 1), "2020-01", "2026-01", []string{"/from scalar asks once"}},
	} {
		_, err := c.Preview(t.Context(), editor, previewOf(t, tc.spec, tc.from, tc.to))
		expectProblems(t, err, tc.want)
	}
}

func TestPreviewsAreJSON(t *testing.T) {
	nan := newNaN()
	s := &source{answer: nan}
	got, err := newCollector(t, newWorld(), newMemory(), s).Preview(t.Context(), editor, previewOf(t, previewed, "2026-01", "2026-02"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := json.Marshal(got); err != nil || got.Frames[0].Sample[0][2] != "NaN" {
		t.Errorf("%v %v", got.Frames, err)
	}
}
