package web

import (
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/people"
	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/plugins"
)

const orgName = "Main Org."

// corePanels are the panels that the browser side of the preview brings itself.
var corePanels = []string{"timeseries", "stat", "table"}

// bootData is what Grafana writes into its page for the browser: who is there, the settings, the navigation.
func (s *Server) bootData(who caller, loggedIn bool) map[string]any {
	return map[string]any{
		"user":     s.bootUser(who, loggedIn),
		"settings": s.settings(who, loggedIn),
		"navTree":  s.navigation(who, loggedIn),
		"assets":   map[string]any{"jsFiles": []any{map[string]string{"filePath": "public/build/host.js"}}},
	}
}

func (s *Server) bootUser(who caller, loggedIn bool) map[string]any {
	return map[string]any{
		"isSignedIn": loggedIn, "id": who.person.ID, "login": who.person.Login, "name": who.person.Name,
		"email": who.person.Email, "orgId": orgID, "orgName": orgName, "orgRole": who.person.Role, "orgCount": 1,
		"isGrafanaAdmin": who.person.Role == people.Admin, "language": languageOf(who), "locale": languageOf(who), "timezone": "browser",
		"weekStart": "browser", "theme": "", "hasEditPermissionInFolders": false,
		"permissions": permissionsOf(who, loggedIn),
	}
}

// languageOf is the language of somebody's pages: English for who chose none.
func languageOf(who caller) string {
	if who.person.Language == "" {
		return "en-US"
	}
	return who.person.Language
}

// permissionsOf names what the browser side of plugins may ask for; Grafana knows many more.
func permissionsOf(who caller, loggedIn bool) map[string]bool {
	granted := map[string]bool{}
	if !loggedIn {
		return granted
	}
	for _, action := range []string{readDataSources, queryDataSources, readUsers, readTeams, accessPlugin} {
		if who.may(action) {
			granted[action] = true
		}
	}
	if who.may(administer) {
		granted["plugins:write"] = true
		granted["datasources:write"] = true
	}
	if rank(who.person.Role) >= rank(people.Editor) {
		granted["datasources:explore"] = true
	}
	return granted
}

func (s *Server) frontendSettings(response http.ResponseWriter, _ *http.Request, who caller) {
	writeJSON(response, http.StatusOK, s.settings(who, true))
}

func (s *Server) settings(who caller, loggedIn bool) map[string]any {
	settings := map[string]any{
		"appUrl": s.AppURL, "appSubUrl": "", "namespace": "default",
		"buildInfo": map[string]any{
			"version": s.GrafanaVersion, "commit": "preview", "edition": "Open Source", "env": "production",
			"buildstamp": 0, "hideVersion": false, "latestVersion": "", "hasUpdate": false,
		},
		"featureToggles": map[string]bool{},
		"dateFormats": map[string]any{
			"fullDate": "YYYY-MM-DD HH:mm:ss", "useBrowserLocale": false, "defaultTimezone": "browser", "defaultWeekStart": "browser",
			"interval": map[string]string{
				"millisecond": "HH:mm:ss.SSS", "second": "HH:mm:ss", "minute": "HH:mm", "hour": "MM/DD HH:mm", "day": "MM/DD",
				"month": "YYYY-MM", "year": "YYYY",
			},
		},
		"exploreEnabled": true, "viewersCanEdit": false, "licenseInfo": map[string]any{},
		"unifiedAlertingEnabled": true, "panels": map[string]any{}, "datasources": map[string]any{}, "apps": map[string]any{},
		"defaultDatasource": "", "autoAssignOrg": true, "authProxyEnabled": false, "sqlConnectionLimits": map[string]any{
			"maxOpenConns": 100, "maxIdleConns": 100, "connMaxLifetime": 14400,
		},
	}
	if !loggedIn {
		return settings
	}
	sources, defaultName := s.bootDataSources()
	settings["datasources"] = sources
	settings["defaultDatasource"] = defaultName
	settings["panels"] = s.bootPanels()
	settings["apps"] = s.bootApps()
	return settings
}

// bootDataSources describes the data sources by name, as the browser's registry wants them.
func (s *Server) bootDataSources() (map[string]any, string) {
	sources := map[string]any{}
	defaultName := ""
	for _, source := range s.DataSources {
		if source.IsDefault || defaultName == "" {
			defaultName = source.Name
		}
		sources[source.Name] = map[string]any{
			"id": s.sourceID(source.UID), "uid": source.UID, "type": source.Type, "name": source.Name,
			"url": "/api/datasources/proxy/uid/" + source.UID, "access": source.Access, "isDefault": source.IsDefault,
			"jsonData": config.JSON(source.JSONData), "database": source.Database, "readOnly": true,
			"meta": s.sourceMeta(source.Type),
		}
	}
	return sources, defaultName
}

func (s *Server) sourceMeta(pluginType string) map[string]any {
	if manifest, ok := s.manifests[pluginType]; ok {
		return pluginMeta(manifest)
	}
	return map[string]any{
		"id": pluginType, "type": "datasource", "name": s.typeName(pluginType), "module": "core:plugin/" + pluginType,
		"baseUrl": "public/build", "backend": true, "metrics": true, "alerting": true, "annotations": true,
		"info": map[string]any{"logos": map[string]string{"small": "public/build/postgres.svg", "large": "public/build/postgres.svg"}},
	}
}

func (s *Server) bootPanels() map[string]any {
	panels := map[string]any{}
	for _, id := range corePanels {
		panels[id] = map[string]any{
			"id": id, "type": "panel", "name": id, "module": "core:plugin/" + id, "baseUrl": "public/build",
			"info": map[string]any{"logos": map[string]string{}}, "sort": 1, "hideFromList": false, "skipDataQuery": false, "state": "",
		}
	}
	for _, manifest := range s.Manifests {
		if manifest.Type == "panel" {
			panels[manifest.ID] = pluginMeta(manifest)
		}
	}
	return panels
}

func (s *Server) bootApps() map[string]any {
	apps := map[string]any{}
	for _, manifest := range s.Manifests {
		if manifest.Type != "app" {
			continue
		}
		app := pluginMeta(manifest)
		app["path"] = manifest.BaseURL + "/module.js"
		app["version"] = manifest.Info.Version
		app["preload"] = manifest.Raw["preload"] == true
		apps[manifest.ID] = app
	}
	return apps
}

// pluginMeta is the browser's view of a plugin.json.
func pluginMeta(manifest plugins.Manifest) map[string]any {
	meta := map[string]any{"module": manifest.BaseURL + "/module.js", "baseUrl": manifest.BaseURL, "signature": "unsigned", "loadingStrategy": "fetch"}
	for key, value := range manifest.Raw {
		if key != "iam" {
			meta[key] = value
		}
	}
	info := map[string]any{}
	if given, ok := manifest.Raw["info"].(map[string]any); ok {
		for key, value := range given {
			info[key] = value
		}
	}
	logos := map[string]string{}
	for size, path := range manifest.Info.Logos {
		logos[size] = "/" + manifest.BaseURL + "/" + path
	}
	info["logos"] = logos
	meta["info"] = info
	return meta
}

// navigation holds the app's pages that the caller may see, under the app's own entry.
func (s *Server) navigation(who caller, loggedIn bool) []map[string]any {
	navigation := []map[string]any{}
	if !loggedIn {
		return navigation
	}
	for _, manifest := range s.Manifests {
		if manifest.Type != "app" || !s.Apps.Get(manifest.ID).Enabled {
			continue
		}
		children := []map[string]any{}
		for _, include := range manifest.Includes {
			if include.Type == "page" && include.AddToNav && rank(who.person.Role) >= rank(include.Role) {
				path := expandPluginID(include.Path, manifest.ID)
				children = append(children, map[string]any{"id": path, "text": include.Name, "url": path})
			}
		}
		navigation = append(navigation, map[string]any{
			"id": "plugin-page-" + manifest.ID, "text": manifest.Name, "url": "/a/" + manifest.ID,
			"img": pluginMeta(manifest)["info"].(map[string]any)["logos"].(map[string]string)["small"], "children": children,
		})
	}
	return navigation
}
