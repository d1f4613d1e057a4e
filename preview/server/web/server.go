// Package web offers the part of Grafana's HTTP API that the plugin and its pages use, on the built plugin and without
// Grafana. It knows nothing of scorecards.
package web

import (
	"net/http"
	"sync"

	"github.com/grafana/sqlds/v5"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/people"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/plugins"
)

// orgID is the one organisation that there is.
const orgID = 1

// Options is what a Server is made of.
type Options struct {
	// AppURL is where browsers and the plugin reach this server, with a slash at the end.
	AppURL string
	// GrafanaVersion is the version of the package set that the browser gets.
	GrafanaVersion string
	// Manifests are the app and its nested plugins.
	Manifests []plugins.Manifest
	// Processes are the running backends by plugin id.
	Processes map[string]*plugins.Process
	// Apps keeps the settings of apps.
	Apps *config.AppStore
	// DataSources are the provisioned ones.
	DataSources []config.DataSource
	// People may log in.
	People *people.Directory
	// AccountToken is the secret of the plugin's managed service account.
	AccountToken string
	// HostDir holds the browser side of the preview, built.
	HostDir string
}

// Server answers for Grafana.
type Server struct {
	Options
	account   caller
	manifests map[string]plugins.Manifest

	mu        sync.Mutex
	databases map[string]*sqlds.SQLDatasource
}

// New prepares a server; Handler serves it.
func New(options Options) *Server {
	s := &Server{
		Options:   options,
		manifests: map[string]plugins.Manifest{},
		databases: map[string]*sqlds.SQLDatasource{},
	}
	permissions := map[string]bool{}
	for _, manifest := range options.Manifests {
		s.manifests[manifest.ID] = manifest
		if manifest.IAM == nil {
			continue
		}
		for _, permission := range manifest.IAM.Permissions {
			permissions[permission.Action] = true
		}
	}
	s.account = caller{permissions: permissions, person: people.Person{
		Login: "sa-1-extsvc-" + options.Manifests[0].ID, Name: "extsvc-" + options.Manifests[0].ID, Role: "None",
	}}
	s.DataSources = withDefaults(options.DataSources)
	return s
}

// Handler routes every request.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("GET /login", s.page)
	mux.HandleFunc("GET /logout", s.logout)
	mux.HandleFunc("GET /api/health", s.health)
	mux.Handle("GET /api/frontend/settings", s.needs("", s.frontendSettings))

	mux.Handle("GET /api/plugins", s.needs("", s.listPlugins))
	mux.Handle("GET /api/plugins/{id}/settings", s.needs("", s.pluginSettings))
	mux.Handle("POST /api/plugins/{id}/settings", s.needs(administer, s.setPluginSettings))
	mux.Handle("GET /api/plugins/{id}/health", s.needs("", s.pluginHealth))
	mux.Handle("/api/plugins/{id}/resources", s.needs(accessPlugin, s.pluginResource))
	mux.Handle("/api/plugins/{id}/resources/{path...}", s.needs(accessPlugin, s.pluginResource))

	mux.Handle("POST /api/ds/query", s.needs(queryDataSources, s.queryData))
	mux.Handle("GET /api/datasources", s.needs(readDataSources, s.listDataSources))
	mux.Handle("GET /api/datasources/uid/{uid}", s.needs(readDataSources, s.dataSource))
	mux.Handle("GET /api/datasources/name/{name}", s.needs(readDataSources, s.dataSource))
	mux.Handle("GET /api/datasources/uid/{uid}/health", s.needs(queryDataSources, s.dataSourceHealth))
	mux.Handle("/api/datasources/uid/{uid}/resources/{path...}", s.needs(queryDataSources, s.dataSourceResource))

	mux.Handle("GET /api/user", s.needs("", s.currentUser))
	mux.Handle("GET /api/user/preferences", s.needs("", s.preferences))
	mux.Handle("PATCH /api/user/preferences", s.needs("", s.setPreferences))
	mux.Handle("GET /api/org", s.needs("", s.organisation))
	mux.Handle("GET /api/org/users", s.needs(readUsers, s.orgUsers))
	mux.Handle("PATCH /api/org/users/{id}", s.needs(administer, s.setRole))
	mux.Handle("GET /api/users/lookup", s.needs(readUsers, s.lookUpUser))
	mux.Handle("POST /api/admin/users", s.needs(administer, s.createUser))
	mux.Handle("GET /api/teams/search", s.needs(readTeams, s.searchTeams))
	mux.Handle("POST /api/teams", s.needs(administer, s.createTeam))
	mux.Handle("GET /api/teams/{id}/members", s.needs(readTeamMembers, s.teamMembers))
	mux.Handle("POST /api/teams/{id}/members", s.needs(administer, s.joinTeam))
	mux.Handle("GET /api/search", s.needs("", s.searchDashboards))
	mux.HandleFunc("/api/", func(response http.ResponseWriter, _ *http.Request) {
		writeMessage(response, http.StatusNotFound, "Not found: the preview offers only the part of Grafana's API that the plugin uses")
	})

	mux.HandleFunc("GET /public/build/{path...}", s.hostAsset)
	mux.HandleFunc("GET /public/fonts/{path...}", s.font)
	mux.HandleFunc("GET /public/plugins/{id}/{path...}", s.pluginAsset)
	mux.HandleFunc("GET /public/", http.NotFound)
	mux.HandleFunc("/", s.page)
	return mux
}

func (s *Server) health(response http.ResponseWriter, _ *http.Request) {
	writeJSON(response, http.StatusOK, map[string]string{"database": "ok", "version": s.GrafanaVersion})
}
