package api_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func unit(name string, fields ...any) map[string]any {
	spec := map[string]any{"title": strings.ToUpper(name)}
	for i := 0; i+1 < len(fields); i += 2 {
		spec[fields[i].(string)] = fields[i+1]
	}
	return map[string]any{
		"apiVersion": "scorecard/v1", "kind": "OrgUnit", "metadata": map[string]any{"name": name}, "spec": spec,
	}
}

func TestResourceLifeCycle(t *testing.T) {
	s := newServer(t)

	created := s.must(201, "POST", "/orgunits", unit("north"), "X-Change-Source", "ui", "X-Change-Reason", "first")
	if got := created.header.Get("ETag"); got != `"1"` {
		t.Errorf("ETag = %s", got)
	}
	var resource contract.Resource
	created.into(t, &resource)
	if resource.Metadata.ManagedBy == nil || string(*resource.Metadata.ManagedBy) != "ui" {
		t.Errorf("managedBy = %v", resource.Metadata.ManagedBy)
	}
	s.must(409, "POST", "/orgunits", unit("north")).problem(t)
	s.must(404, "PUT", "/orgunits/south", unit("south"), "If-Match", `"1"`).problem(t)
	if p := s.must(422, "POST", "/orgunits", unit("No Name")).problem(t); p.Errors[0].Path != "/metadata/name" || p.Errors[0].Resource.Name != "No Name" {
		t.Errorf("a malformed name: %+v", p.Errors)
	}
	s.must(428, "PUT", "/orgunits/north", unit("north", "type", "region")).problem(t)
	s.must(200, "PUT", "/orgunits/north", unit("north", "type", "region"), "If-Match", `"1"`)

	stale := s.must(412, "PATCH", "/orgunits/north", `{"spec":{"type":"site"}}`, "If-Match", `"1"`).problem(t)
	current, _ := json.Marshal(stale.Current)
	if !strings.Contains(string(current), `"region"`) {
		t.Errorf("a stale change is not told the current state: %s", current)
	}
	for tag, status := range map[string]int{
		`"2"`: 200, `W/"2"`: 200, `2`: 200, `"1", "2"`: 200, `"2","x"`: 200, `*`: 200,
		`"1", "3"`: 412, `"02"`: 412, `"x"`: 412, `""`: 412, `"-2"`: 412, ``: 428,
	} {
		s.must(status, "PATCH", "/orgunits/north?dryRun=true", `{"spec":{"type":"site"}}`, "If-Match", tag)
	}
	s.must(404, "PATCH", "/orgunits/south", `{"spec":{"type":"site"}}`, "If-Match", "*").problem(t)
	patched := s.must(200, "PATCH", "/orgunits/north", `{"spec":{"type":null}}`, "If-Match", `"2"`)
	if strings.Contains(string(patched.raw), `"region"`) {
		t.Errorf("a merge patch with null keeps the field: %s", patched.raw)
	}

	s.must(201, "POST", "/orgunits", unit("oslo", "parent", "north"))
	referenced := s.must(409, "DELETE", "/orgunits/north", nil, "If-Match", `"3"`).problem(t)
	if len(referenced.Referrers) != 1 || referenced.Referrers[0] != (contract.Ref{Kind: "OrgUnit", Name: "oslo"}) {
		t.Errorf("referrers = %v", referenced.Referrers)
	}
	s.must(200, "DELETE", "/orgunits/oslo?dryRun=true", nil, "If-Match", `"1"`)
	s.must(204, "DELETE", "/orgunits/oslo", nil, "If-Match", `"1"`)
	s.must(404, "GET", "/orgunits/oslo", nil).problem(t)

	var history contract.History
	s.must(200, "GET", "/orgunits/north/history", nil).into(t, &history)
	if len(history.Items) != 3 || history.Items[0].Version != 3 || history.Items[2].Reason == nil || *history.Items[2].Reason != "first" {
		t.Errorf("history = %+v", history.Items)
	}
}

func TestEveryProblemIsNamedAtOnce(t *testing.T) {
	s := newServer(t)
	p := s.must(422, "POST", "/orgunits", map[string]any{
		"apiVersion": "scorecard/v1", "kind": "OrgUnit", "metadata": map[string]any{"name": "North!"},
		"spec": map[string]any{"title": "", "parent": "nowhere", "colour": "red"},
	}).problem(t)
	paths := map[string]bool{}
	for _, e := range p.Errors {
		paths[e.Path] = true
	}
	for _, want := range []string{"/metadata/name", "/spec/title", "/spec/colour"} {
		if !paths[want] {
			t.Errorf("no error at %s in %v", want, p.Errors)
		}
	}
}

func TestRoles(t *testing.T) {
	s := newServer(t)
	s.must(201, "POST", "/orgunits", unit("north"))
	for _, c := range []struct {
		role         access.Role
		method, path string
		want         int
	}{
		{access.None, "GET", "/orgunits", 401},
		{access.None, "GET", "/nothing", 401},
		{access.Viewer, "GET", "/orgunits/north", 200},
		{access.Viewer, "GET", "/nothing", 404},
		{access.Viewer, "POST", "/orgunits", 403},
		{access.Viewer, "POST", "/apply", 403},
		{access.Viewer, "POST", "/collections", 403},
		{access.Viewer, "POST", "/kpis/preview", 403},
		{access.Viewer, "DELETE", "/orgunits/north", 403},
		{access.Editor, "GET", "/status", 403},
		{access.Editor, "GET", "/metrics", 403},
		{access.Admin, "GET", "/status", 200},
		{access.Admin, "DELETE", "/kinds", 405},
	} {
		if got := s.as(c.role).call(c.method, c.path, "{}").status; got != c.want {
			t.Errorf("role %d: %s %s = %d, want %d", c.role, c.method, c.path, got, c.want)
		}
	}
}

func TestUnreadableBodies(t *testing.T) {
	s := newServer(t)
	for name, body := range map[string]string{"cut off": `{"kind": `, "not a mapping": `"text"`, "yaml": "a: [1,\n"} {
		for _, path := range []string{"/apply", "/orgunits", "/simulate", "/collections", "/submissions"} {
			a := s.call("POST", path, body)
			if a.status != 400 && a.status != 422 {
				t.Errorf("%s to %s = %d: %s", name, path, a.status, a.raw)
			}
			a.problem(t)
		}
	}
	s.must(413, "POST", "/apply", strings.Repeat("x", 13<<20)).problem(t)
}

func TestResourcesAsYAML(t *testing.T) {
	s := newServer(t)
	made := s.must(201, "POST", "/orgunits", "apiVersion: scorecard/v1\nkind: OrgUnit\nmetadata: {name: north}\nspec: {title: 'no', aliases: ['01', x]}\n",
		"Content-Type", "application/yaml", "Accept", "application/yaml")
	if made.header.Get("Content-Type") != "application/yaml" || made.header.Get("ETag") != `"1"` || !strings.Contains(string(made.raw), "version: 1") {
		t.Errorf("created: %v %s", made.header, made.raw)
	}
	for accept, want := range map[string]string{
		"application/yaml": "application/yaml", "text/yaml;q=0.9, application/json": "application/yaml", "application/x-yaml, */*": "application/yaml",
		"application/json, application/yaml": "application/json", "*/*": "application/json", "text/html, */*;q=0.1": "application/json", "": "application/json",
	} {
		got := s.must(200, "GET", "/orgunits/north", nil, "Accept", accept)
		if got.header.Get("Content-Type") != want {
			t.Errorf("accepting %q: %s", accept, got.header.Get("Content-Type"))
		}
		var again contract.ApplyResult
		s.must(200, "POST", "/apply", got.raw, "Content-Type", want).into(t, &again)
		if len(again.Unchanged) != 1 {
			t.Errorf("%s comes back as %+v", want, again)
		}
	}
	if list := s.must(200, "GET", "/orgunits", nil, "Accept", "application/yaml"); !strings.HasPrefix(string(list.raw), "items:") {
		t.Errorf("list: %s", list.raw)
	}
	s.must(404, "GET", "/orgunits/south", nil, "Accept", "application/yaml").problem(t)
}

func TestCursorsOfRuns(t *testing.T) {
	s := newServer(t)
	for _, cursor := range []string{"zzz", "01a20e04-2571-731b-be50-df589a50841b"} {
		if p := s.must(422, "GET", "/collections?cursor="+cursor, nil).problem(t); p.Errors[0].Path != "/query/cursor" {
			t.Errorf("%s: %+v", cursor, p)
		}
	}
}

func TestSimulateNamesEverythingThatIsWrong(t *testing.T) {
	s := newServer(t)
	document := func(kind, name string, spec map[string]any) map[string]any {
		return map[string]any{"apiVersion": "scorecard/v1", "kind": kind, "metadata": map[string]any{"name": name}, "spec": spec}
	}
	request := map[string]any{
		"resources": []any{
			document("Calendar", "c", map[string]any{"title": "C", "timeZone": "UTC"}), unit("north"),
			document("Kpi", "k", map[string]any{"title": "K", "calendar": "c", "frequency": "month", "source": map[string]any{"type": "manual"}}),
			document("Strategy", "s", map[string]any{"title": "S", "from": "2020", "to": "2030"}),
			document("Scorecard", "sc", map[string]any{
				"title": "SC", "strategy": "s", "calendar": "c", "frequency": "month", "unit": "north",
				"perspectives": []any{map[string]any{"name": "p", "title": "P"}},
			}),
		},
		"scorecard": "sc", "period": "2026-05", "unit": "north",
		"observations": []any{
			map[string]any{"kpi": "k", "unit": "north", "period": "2026-05", "value": 1},
			map[string]any{"kpi": "nothing", "unit": "nowhere", "period": "2026-05", "value": 1},
			map[string]any{"kpi": "k", "unit": "north", "period": "2026-Q1", "value": 1},
			map[string]any{"kpi": "k", "unit": "north", "period": "2026-13", "value": nil},
		},
	}
	paths := []string{}
	for _, problem := range s.must(422, "POST", "/simulate", request).problem(t).Errors {
		paths = append(paths, problem.Path)
	}
	want := []string{"/observations/1/unit", "/observations/1/kpi", "/observations/2/period", "/observations/3/period"}
	if !slices.Equal(paths, want) {
		t.Errorf("problems at %q, want %q", paths, want)
	}
	request["observations"], request["period"] = []any{}, "2026-13"
	if problem := s.must(422, "POST", "/simulate", request).problem(t); problem.Errors[0].Path != "/period" {
		t.Errorf("problem at %q", problem.Errors[0].Path)
	}
}

func TestNorthwindInAnyOrderAndBack(t *testing.T) {
	files := []string{"scorecard.yaml", "kpis.yaml", "units.yaml"}
	s := newServer(t)
	var stream strings.Builder
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join("../../tests/examples/northwind", name))
		if err != nil {
			t.Fatal(err)
		}
		stream.WriteString("---\n" + string(data) + "\n")
	}
	var planned, applied, again contract.ApplyResult
	s.must(200, "POST", "/apply?dryRun=true", stream.String()).into(t, &planned)
	s.must(200, "POST", "/apply", stream.String()).into(t, &applied)
	if len(planned.Created) != len(applied.Created) || len(applied.Created) < 69 {
		t.Errorf("planned %d, created %d", len(planned.Created), len(applied.Created))
	}
	exported := s.must(200, "GET", "/export", nil)
	s.must(200, "POST", "/apply", exported.raw).into(t, &again)
	if len(again.Created)+len(again.Changed)+len(again.Deleted) != 0 || len(again.Unchanged) != len(applied.Created) {
		t.Errorf("export → apply: %d created, %d changed, %d unchanged", len(again.Created), len(again.Changed), len(again.Unchanged))
	}
	view := s.must(200, "GET", "/scorecards/northwind/view?period=1997-06&now=1998-06-01T00:00:00Z", nil)
	if !strings.Contains(string(view.raw), `"reason"`) {
		t.Error("a scorecard without observations has no reasons")
	}
}
