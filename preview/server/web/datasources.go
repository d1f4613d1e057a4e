package web

import (
	"net/http"
	"regexp"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/postgres"
)

var notUID = regexp.MustCompile(`[^a-zA-Z0-9_-]+`)

// withDefaults gives each data source what a provisioning file may leave out.
func withDefaults(sources []config.DataSource) []config.DataSource {
	filled := make([]config.DataSource, len(sources))
	for i, source := range sources {
		if source.UID == "" {
			source.UID = strings.ToLower(notUID.ReplaceAllString(source.Name, "-"))
		}
		if source.Access == "" {
			source.Access = "proxy"
		}
		if source.Type == postgres.Alias {
			source.Type = postgres.Type
		}
		if source.OrgID == 0 {
			source.OrgID = orgID
		}
		filled[i] = source
	}
	return filled
}

func (s *Server) findSource(matches func(config.DataSource) bool) (config.DataSource, bool) {
	for _, source := range s.DataSources {
		if matches(source) {
			return source, true
		}
	}
	return config.DataSource{}, false
}

func (s *Server) sourceByUID(uid string) (config.DataSource, bool) {
	return s.findSource(func(source config.DataSource) bool { return source.UID == uid })
}

// sourceModel is a data source as the HTTP API shows it: without its secrets.
func (s *Server) sourceModel(source config.DataSource) map[string]any {
	secure := map[string]bool{}
	for key, value := range source.SecureJSONData {
		secure[key] = value != ""
	}
	jsonData := source.JSONData
	if jsonData == nil {
		jsonData = map[string]any{}
	}
	return map[string]any{
		"id": s.sourceID(source.UID), "uid": source.UID, "orgId": source.OrgID, "name": source.Name, "type": source.Type,
		"typeName": s.typeName(source.Type), "access": source.Access, "url": source.URL, "user": source.User,
		"database": source.Database, "basicAuth": source.BasicAuth, "isDefault": source.IsDefault,
		"jsonData": jsonData, "secureJsonFields": secure, "readOnly": true,
	}
}

// sourceID is the number that older parts of Grafana's API know a data source by.
func (s *Server) sourceID(uid string) int {
	for i, source := range s.DataSources {
		if source.UID == uid {
			return i + 1
		}
	}
	return 0
}

func (s *Server) typeName(pluginType string) string {
	if manifest, ok := s.manifests[pluginType]; ok {
		return manifest.Name
	}
	if pluginType == postgres.Type {
		return "PostgreSQL"
	}
	return pluginType
}

func (s *Server) listDataSources(response http.ResponseWriter, _ *http.Request, _ caller) {
	list := make([]map[string]any, 0, len(s.DataSources))
	for _, source := range s.DataSources {
		list = append(list, s.sourceModel(source))
	}
	writeJSON(response, http.StatusOK, list)
}

func (s *Server) requestedSource(response http.ResponseWriter, request *http.Request) (config.DataSource, bool) {
	source, ok := s.findSource(func(source config.DataSource) bool {
		return source.UID == request.PathValue("uid") || source.Name == request.PathValue("name")
	})
	if !ok {
		writeMessage(response, http.StatusNotFound, "Data source not found")
	}
	return source, ok
}

func (s *Server) dataSource(response http.ResponseWriter, request *http.Request, _ caller) {
	if source, ok := s.requestedSource(response, request); ok {
		writeJSON(response, http.StatusOK, s.sourceModel(source))
	}
}

func (s *Server) dataSourceHealth(response http.ResponseWriter, request *http.Request, who caller) {
	source, ok := s.requestedSource(response, request)
	if !ok {
		return
	}
	checker, err := s.healthOf(request.Context(), source)
	if err != nil {
		writeMessage(response, http.StatusBadRequest, err.Error())
		return
	}
	result, err := checker(request.Context(), s.dataSourceContext(source, who))
	if err != nil {
		writePluginError(response, err)
		return
	}
	writeHealth(response, result, http.StatusBadRequest)
}

func (s *Server) dataSourceResource(response http.ResponseWriter, request *http.Request, who caller) {
	source, ok := s.requestedSource(response, request)
	if !ok {
		return
	}
	process, ok := s.Processes[source.Type]
	if !ok {
		writeMessage(response, http.StatusNotFound, "The data source has no resources in the preview")
		return
	}
	callResource(response, request, process, s.dataSourceContext(source, who))
}
