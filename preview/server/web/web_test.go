package web

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/people"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/plugins"
)

const token = "token-of-the-service-account"

// server is one without plugin processes: an app with pages, and one data source that nobody listens behind.
func server(t *testing.T) *httptest.Server {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
	write("app/plugin.json", `{"id":"my-app","type":"app","name":"My app","info":{"version":"1.0.0"},
		"includes":[{"type":"page","name":"Start","path":"/a/%PLUGIN_ID%/start","addToNav":true,"role":"Viewer"},
		            {"type":"page","name":"Set up","path":"/a/my-app/setup","addToNav":true,"role":"Admin"}],
		"iam":{"permissions":[{"action":"datasources:query","scope":"datasources:*"}]}}`)
	write("app/module.js", "define([], function () {});")
	write("app/gpx_my_linux_amd64", "program")
	write("secret.txt", "secret")
	write("host/host.js", "host")
	write("users.yaml", `users:
  - { login: admin, role: Admin, teams: [Office] }
  - { login: editor, role: Editor }
  - { login: viewer, role: Viewer }
`)
	manifests, err := plugins.Discover(filepath.Join(dir, "app"))
	require.NoError(t, err)
	directory, err := people.Load(filepath.Join(dir, "users.yaml"), time.Now)
	require.NoError(t, err)
	apps, err := config.OpenAppStore(dir, nil, time.Now)
	require.NoError(t, err)
	s := New(Options{
		AppURL: "http://127.0.0.1/", GrafanaVersion: "12.4.10", Manifests: manifests, Apps: apps, People: directory,
		AccountToken: token, HostDir: filepath.Join(dir, "host"),
		DataSources: []config.DataSource{{
			Name: "Nobody There", Type: "postgres", URL: "127.0.0.1:1", User: "x",
			JSONData: map[string]any{"sslmode": "disable"}, SecureJSONData: map[string]string{"password": "hush"},
		}},
	})
	running := httptest.NewServer(s.Handler())
	t.Cleanup(func() { running.Close(); s.Close() })
	return running
}

type reply struct {
	status int
	header http.Header
	body   string
}

// as makes the headers of a person or, for "plugin", of the service account.
func send(t *testing.T, running *httptest.Server, as, method, path, body string) reply {
	t.Helper()
	request, err := http.NewRequest(method, running.URL+path, strings.NewReader(body))
	require.NoError(t, err)
	switch as {
	case "":
	case "plugin":
		request.Header.Set("Authorization", "Bearer "+token)
	default:
		request.SetBasicAuth(as, as)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return reply{response.StatusCode, response.Header, string(content)}
}

func TestWhoMayDoWhat(t *testing.T) {
	running := server(t)
	for _, c := range []struct {
		as, method, path string
		want             int
	}{
		{"", "GET", "/api/health", 200},
		{"", "GET", "/api/user", 401},
		{"stranger", "GET", "/api/user", 401},
		{"viewer", "GET", "/api/user", 200},
		{"viewer", "GET", "/api/datasources", 200},
		{"viewer", "GET", "/api/org/users", 403},
		{"editor", "GET", "/api/teams/search", 403},
		{"admin", "GET", "/api/org/users", 200},
		{"admin", "GET", "/api/teams/search", 200},
		{"plugin", "GET", "/api/org/users", 403}, // its plugin.json asks for queries only
		{"plugin", "POST", "/api/ds/query", 400}, // allowed, but there is no query in it
		{"editor", "POST", "/api/plugins/my-app/settings", 403},
		{"admin", "GET", "/api/no/such/call", 404},
		{"admin", "GET", "/api/plugins/other/settings", 404},
	} {
		body := ""
		if c.method == "POST" {
			body = "{}"
		}
		require.Equal(t, c.want, send(t, running, c.as, c.method, c.path, body).status, "%s %s as %q", c.method, c.path, c.as)
	}
}

func TestLogin(t *testing.T) {
	running := server(t)
	require.Equal(t, 401, send(t, running, "", "POST", "/login", `{"user":"admin","password":"wrong"}`).status)

	toPage := send(t, running, "", "GET", "/a/my-app?x=1", "")
	require.Equal(t, 302, toPage.status)
	require.Equal(t, "/login?redirectTo=%2Fa%2Fmy-app%3Fx%3D1", toPage.header.Get("Location"))

	in := send(t, running, "", "POST", "/login", `{"user":"viewer","password":"viewer"}`)
	require.Equal(t, 200, in.status)
	request, _ := http.NewRequest("GET", running.URL+"/api/user", nil)
	request.Header.Set("Cookie", in.header.Get("Set-Cookie"))
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	require.Equal(t, 200, response.StatusCode)
}

func TestThePageCarriesWhatTheRoleMaySee(t *testing.T) {
	running := server(t)
	forViewer := send(t, running, "viewer", "GET", "/a/my-app", "").body
	require.Contains(t, forViewer, "/a/my-app/start")
	require.NotContains(t, forViewer, `"url":"/a/my-app/setup"`)
	require.Contains(t, send(t, running, "admin", "GET", "/", "").body, `"url":"/a/my-app/setup"`)
	require.NotContains(t, send(t, running, "", "GET", "/login", "").body, "Nobody There", "strangers learn nothing")
}

func TestAPageSpeaksTheLanguageOfItsReader(t *testing.T) {
	running := server(t)
	page := func(as string) string { return send(t, running, as, "GET", "/a/my-app", "").body }
	require.Contains(t, page("viewer"), `<html lang="en-US">`)

	require.Equal(t, 200, send(t, running, "viewer", "PATCH", "/api/user/preferences", `{"language":"de-DE"}`).status)
	require.JSONEq(t, `{"language":"de-DE"}`, send(t, running, "viewer", "GET", "/api/user/preferences", "").body)
	require.Contains(t, page("viewer"), `<html lang="de-DE">`)
	require.Contains(t, page("viewer"), `"language":"de-DE"`)
	require.Contains(t, page("editor"), `<html lang="en-US">`, "the choice is one person's")
}

func TestSecretsAreNotShown(t *testing.T) {
	running := server(t)
	set := send(t, running, "admin", "POST", "/api/plugins/my-app/settings", `{"enabled":true,"jsonData":{"a":1},"secureJsonData":{"token":"hush"}}`)
	require.Equal(t, 200, set.status)
	for _, path := range []string{"/api/plugins/my-app/settings", "/api/datasources", "/api/frontend/settings", "/"} {
		require.NotContains(t, send(t, running, "admin", "GET", path, "").body, "hush", path)
	}
	var settings struct {
		JSONData         map[string]any  `json:"jsonData"`
		SecureJSONFields map[string]bool `json:"secureJsonFields"`
	}
	require.NoError(t, json.Unmarshal([]byte(send(t, running, "viewer", "GET", "/api/plugins/my-app/settings", "").body), &settings))
	require.Equal(t, 1.0, settings.JSONData["a"])
	require.True(t, settings.SecureJSONFields["token"])
}

func TestFilesOfThePlugin(t *testing.T) {
	running := server(t)
	require.Equal(t, 200, send(t, running, "", "GET", "/public/plugins/my-app/module.js", "").status)
	for _, path := range []string{
		"/public/plugins/my-app/gpx_my_linux_amd64", "/public/plugins/my-app/%2e%2e/secret.txt", "/public/plugins/my-app/",
		"/public/plugins/other/module.js", "/public/nothing",
	} {
		require.NotEqual(t, 200, send(t, running, "", "GET", path, "").status, path)
	}
}

func TestWhatIsNamedByItsContentIsNotAskedForAgain(t *testing.T) {
	for path, forGood := range map[string]bool{
		"chunk-3FMEY6T4.js": true, "chunks/home.97d2e80648f3.js": true, "host.js": false, "module.js": false, "plugin.json": false, "chunks/home.js": false,
	} {
		require.Equal(t, forGood, namedByContent.MatchString(path), path)
	}
}

func TestQueriesThatCannotRun(t *testing.T) {
	running := server(t)
	query := func(body string) reply { return send(t, running, "viewer", "POST", "/api/ds/query", body) }
	require.Contains(t, query(`{"from":"now-1h","to":"now","queries":[{"refId":"A","datasource":{"uid":"gone"}}]}`).body, `data source \"gone\" not found`)
	require.Contains(t, query(`{"from":"now-1h","to":"now","queries":[{"refId":"A"}]}`).body, "missing its datasource")
	require.Contains(t, query(`{"from":"sometime","to":"now","queries":[{"refId":"A","datasource":{"uid":"nobody-there"}}]}`).body, "start of the time range")

	failed := query(`{"from":"now-1h","to":"now","queries":[{"refId":"A","datasource":{"uid":"nobody-there"},"format":"table","rawSql":"select 1"}]}`)
	require.Equal(t, 400, failed.status)
	var answer struct {
		Results map[string]struct{ Error string } `json:"results"`
	}
	require.NoError(t, json.Unmarshal([]byte(failed.body), &answer))
	require.NotEmpty(t, answer.Results["A"].Error)
}

func TestUsersForEndToEndTests(t *testing.T) {
	running := server(t)
	created := send(t, running, "admin", "POST", "/api/admin/users", `{"name":"New","login":"new","password":"pw"}`)
	require.Equal(t, 200, created.status)
	var user struct{ ID int64 }
	require.NoError(t, json.Unmarshal([]byte(created.body), &user))
	require.Equal(t, 412, send(t, running, "admin", "POST", "/api/admin/users", `{"login":"new"}`).status)
	require.Contains(t, send(t, running, "admin", "GET", "/api/users/lookup?loginOrEmail=new", "").body, `"login":"new"`)
	require.Equal(t, 400, send(t, running, "admin", "PATCH", "/api/org/users/4", `{"role":"King"}`).status)
	require.Equal(t, 200, send(t, running, "admin", "PATCH", "/api/org/users/4", `{"role":"Editor"}`).status)
	require.Contains(t, send(t, running, "admin", "GET", "/api/org/users", "").body, `"login":"new","name":"New"`)
}

func TestTeams(t *testing.T) {
	running := server(t)
	require.Contains(t, send(t, running, "admin", "GET", "/api/teams/search?query=off", "").body, `"totalCount":1`)
	require.Contains(t, send(t, running, "admin", "GET", "/api/teams/1/members", "").body, `"login":"admin"`)
	require.Equal(t, 404, send(t, running, "admin", "GET", "/api/teams/9/members", "").status)
	require.Equal(t, 403, send(t, running, "viewer", "GET", "/api/teams/1/members", "").status)
	require.Contains(t, send(t, running, "admin", "POST", "/api/teams", `{"name":"Offshore"}`).body, `"message":"Team created"`)
	require.Equal(t, 409, send(t, running, "admin", "POST", "/api/teams", `{"name":"offshore"}`).status)
	require.Equal(t, 400, send(t, running, "admin", "POST", "/api/teams", `{}`).status)
	second := send(t, running, "admin", "GET", "/api/teams/search?query=off&perpage=1&page=2", "").body
	require.Contains(t, second, `"totalCount":2`)
	require.Contains(t, second, `"name":"Offshore"`)
	require.Contains(t, send(t, running, "admin", "GET", "/api/teams/search?name=Off", "").body, `"teams":[]`)
	require.Equal(t, 200, send(t, running, "admin", "POST", "/api/teams/team-2/members", `{"userId":2}`).status)
	require.Equal(t, 404, send(t, running, "admin", "POST", "/api/teams/2/members", `{"userId":99}`).status)
	require.Contains(t, send(t, running, "admin", "GET", "/api/teams/2/members", "").body, `"userId":2`)
}
