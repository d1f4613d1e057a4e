package web

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// pageTemplate is the one page of the preview. Boot data must be there before any package of Grafana loads.
var pageTemplate = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<base href="/">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="public/build/host.css">
<script>
window.grafanaBootData = {{.Boot}};
window.__grafana_public_path__ = '/public/';
document.documentElement.dataset.theme = window.grafanaBootData.user.theme =
  new URLSearchParams(location.search).get('theme') || localStorage.getItem('preview.theme') || 'dark';
</script>
</head>
<body>
<div id="reactRoot"></div>
<noscript>The preview needs JavaScript.</noscript>
<script type="module" src="public/build/host.js"></script>
</body>
</html>
`))

// page serves the page for every address that is no other thing; without a session it leads to the login.
func (s *Server) page(response http.ResponseWriter, request *http.Request) {
	who, loggedIn := s.identify(request)
	if !loggedIn && request.URL.Path != "/login" {
		redirectToLogin(response, request)
		return
	}
	encoded, err := json.Marshal(s.bootData(who, loggedIn))
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	content := map[string]any{"Title": s.Manifests[0].Name, "Language": languageOf(who), "Boot": template.JS(encoded)}
	var page bytes.Buffer
	// json.Marshal escapes <, > and &, so the text can't end the script.
	if err := pageTemplate.Execute(&page, content); err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	response.Header().Set("Content-Type", "text/html; charset=utf-8")
	response.Header().Set("Cache-Control", "no-store")
	_, _ = page.WriteTo(response) // the caller has gone: nobody to tell
}

func (s *Server) hostAsset(response http.ResponseWriter, request *http.Request) {
	serveFile(response, request, s.HostDir, request.PathValue("path"))
}

func (s *Server) font(response http.ResponseWriter, request *http.Request) {
	serveFile(response, request, filepath.Join(s.HostDir, "fonts"), request.PathValue("path"))
}

// pluginAsset serves the built plugin, but never its backend's program or provisioning.
func (s *Server) pluginAsset(response http.ResponseWriter, request *http.Request) {
	manifest, ok := s.manifests[request.PathValue("id")]
	path := request.PathValue("path")
	if !ok || strings.HasPrefix(filepath.Base(path), "gpx_") {
		http.NotFound(response, request)
		return
	}
	serveFile(response, request, manifest.Dir, path)
}

// namedByContent are files whose names hold a hash of what is in them: esbuild's and webpack's parts.
var namedByContent = regexp.MustCompile(`-[0-9A-Z]{8}\.js$|\.[0-9a-f]{12}\.js$`)

func serveFile(response http.ResponseWriter, request *http.Request, dir, path string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		http.NotFound(response, request)
		return
	}
	defer root.Close()
	file, err := root.Open(filepath.FromSlash(path))
	if err != nil {
		http.NotFound(response, request)
		return
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || info.IsDir() {
		http.NotFound(response, request)
		return
	}
	caching := "no-cache"
	if namedByContent.MatchString(path) {
		caching = "public, max-age=31536000, immutable"
	}
	response.Header().Set("Cache-Control", caching)
	http.ServeContent(response, request, path, info.ModTime(), file)
}

func expandPluginID(path, id string) string { return strings.ReplaceAll(path, "%PLUGIN_ID%", id) }
