package web

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"unicode/utf8"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/plugins"
)

func (s *Server) manifest(response http.ResponseWriter, request *http.Request) (plugins.Manifest, bool) {
	manifest, ok := s.manifests[request.PathValue("id")]
	if !ok {
		writeMessage(response, http.StatusNotFound, "Plugin not found, no installed plugin with that id")
	}
	return manifest, ok
}

func (s *Server) pluginSettings(response http.ResponseWriter, request *http.Request, _ caller) {
	manifest, ok := s.manifest(response, request)
	if !ok {
		return
	}
	writeJSON(response, http.StatusOK, s.pluginModel(manifest))
}

func (s *Server) listPlugins(response http.ResponseWriter, _ *http.Request, _ caller) {
	list := make([]map[string]any, 0, len(s.Manifests))
	for _, manifest := range s.Manifests {
		list = append(list, s.pluginModel(manifest))
	}
	writeJSON(response, http.StatusOK, list)
}

// pluginModel is what Grafana answers about one plugin: its plugin.json with the settings of this organisation.
func (s *Server) pluginModel(manifest plugins.Manifest) map[string]any {
	model := map[string]any{}
	for key, value := range manifest.Raw {
		model[key] = value
	}
	settings := s.Apps.Get(manifest.ID)
	secure := map[string]bool{}
	for key, value := range settings.SecureJSONData {
		secure[key] = value != ""
	}
	model["module"] = manifest.BaseURL + "/module.js"
	model["baseUrl"] = manifest.BaseURL
	model["enabled"] = settings.Enabled
	model["pinned"] = settings.Pinned
	model["jsonData"] = config.JSON(settings.JSONData)
	model["secureJsonFields"] = secure
	model["hasUpdate"] = false
	model["signature"] = "unsigned"
	model["loadingStrategy"] = "fetch"
	if manifest.Type == "app" {
		model["defaultNavUrl"] = "/a/" + manifest.ID
	}
	return model
}

func (s *Server) setPluginSettings(response http.ResponseWriter, request *http.Request, _ caller) {
	manifest, ok := s.manifest(response, request)
	if !ok {
		return
	}
	var settings config.AppSettings
	if !readJSON(response, request, &settings) {
		return
	}
	if err := s.Apps.Set(manifest.ID, settings); err != nil {
		writeMessage(response, http.StatusInternalServerError, "Failed to update plugin setting: "+err.Error())
		return
	}
	writeMessage(response, http.StatusOK, "Plugin settings updated")
}

func (s *Server) pluginHealth(response http.ResponseWriter, request *http.Request, who caller) {
	process, ok := s.Processes[request.PathValue("id")]
	if !ok {
		writeMessage(response, http.StatusNotFound, "Plugin not found")
		return
	}
	result, err := process.Health(request.Context(), s.appContext(request.PathValue("id"), who))
	if err != nil {
		writePluginError(response, err)
		return
	}
	writeHealth(response, result, http.StatusServiceUnavailable)
}

func writeHealth(response http.ResponseWriter, result *backend.CheckHealthResult, failed int) {
	body := map[string]any{"status": result.Status.String(), "message": result.Message}
	if len(result.JSONDetails) > 0 {
		body["details"] = rawJSON(result.JSONDetails)
	}
	status := http.StatusOK
	if result.Status != backend.HealthStatusOk {
		status = failed
	}
	writeJSON(response, status, body)
}

func (s *Server) pluginResource(response http.ResponseWriter, request *http.Request, who caller) {
	id := request.PathValue("id")
	process, ok := s.Processes[id]
	if !ok {
		writeMessage(response, http.StatusNotFound, "Plugin not found")
		return
	}
	if !s.Apps.Get(id).Enabled {
		writeMessage(response, http.StatusNotFound, "Plugin is not enabled")
		return
	}
	callResource(response, request, process, s.appContext(id, who))
}

// notForwarded are the headers that stay between browser and host.
var notForwarded = []string{
	"Cookie", "Authorization", "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Te",
	"Trailer", "Transfer-Encoding", "Upgrade", "Accept-Encoding",
}

// callResource hands a request to a plugin and its answer back, part by part as it comes.
func callResource(response http.ResponseWriter, request *http.Request, process *plugins.Process, context backend.PluginContext) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		writeMessage(response, http.StatusBadRequest, "Failed to read the request's body: "+err.Error())
		return
	}
	headers := request.Header.Clone()
	for _, name := range notForwarded {
		headers.Del(name)
	}
	path := request.PathValue("path")
	if !isUTF8(path, headers) {
		writeMessage(response, http.StatusBadRequest, "The path or a header is not UTF-8, which the plugin protocol needs")
		return
	}
	started := false
	err = process.Resource(request.Context(), &backend.CallResourceRequest{
		PluginContext: context,
		Path:          path,
		Method:        request.Method,
		URL:           (&url.URL{Path: path, RawQuery: request.URL.RawQuery}).String(),
		Headers:       headers,
		Body:          body,
	}, func(part *backend.CallResourceResponse) error {
		if !started {
			started = true
			writeHeaders(response, part)
		}
		if _, err := response.Write(part.Body); err != nil {
			return err
		}
		return flush(response)
	})
	if err != nil && !started {
		writePluginError(response, err)
	}
}

// isUTF8 reports whether a path and headers can travel over the plugin protocol.
func isUTF8(path string, headers http.Header) bool {
	for _, values := range headers {
		for _, value := range values {
			if !utf8.ValidString(value) {
				return false
			}
		}
	}
	return utf8.ValidString(path)
}

func writeHeaders(response http.ResponseWriter, part *backend.CallResourceResponse) {
	for name, values := range part.Headers {
		if http.CanonicalHeaderKey(name) == "Set-Cookie" {
			continue
		}
		for _, value := range values {
			response.Header().Add(name, value)
		}
	}
	// As in Grafana: what a plugin answers can't act as a page of this origin.
	response.Header().Set("Content-Security-Policy", "sandbox")
	status := part.Status
	if status == 0 {
		status = http.StatusOK
	}
	response.WriteHeader(status)
}

func flush(response http.ResponseWriter) error {
	err := http.NewResponseController(response).Flush()
	if errors.Is(err, http.ErrNotSupported) {
		return nil
	}
	return err
}

func writePluginError(response http.ResponseWriter, err error) {
	if errors.Is(err, plugins.ErrUnavailable) {
		writeMessage(response, http.StatusServiceUnavailable, "Plugin unavailable")
		return
	}
	writeMessage(response, http.StatusInternalServerError, "An error occurred within the plugin: "+err.Error())
}
