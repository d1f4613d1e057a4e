package web

import (
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/config"
)

func rawJSON(encoded []byte) json.RawMessage { return json.RawMessage(encoded) }

// appContext is what the app learns of a call: organisation, person, its own settings, Grafana's configuration.
func (s *Server) appContext(id string, who caller) backend.PluginContext {
	settings := s.Apps.Get(id)
	context := s.pluginContext(id, who)
	context.AppInstanceSettings = &backend.AppInstanceSettings{
		JSONData:                config.JSON(settings.JSONData),
		DecryptedSecureJSONData: settings.SecureJSONData,
		Updated:                 settings.Updated,
	}
	return context
}

func (s *Server) dataSourceContext(source config.DataSource, who caller) backend.PluginContext {
	context := s.pluginContext(source.Type, who)
	settings := instanceSettings(source)
	context.DataSourceInstanceSettings = &settings
	return context
}

func (s *Server) pluginContext(id string, who caller) backend.PluginContext {
	manifest := s.manifests[id]
	return backend.PluginContext{
		OrgID:         orgID,
		Namespace:     "default",
		PluginID:      id,
		PluginVersion: manifest.Info.Version,
		User: &backend.User{
			Login: who.person.Login, Name: who.person.Name, Email: who.person.Email, Role: who.person.Role,
		},
		GrafanaConfig: backend.NewGrafanaCfg(s.grafanaConfig(manifest.IAM != nil)),
	}
}

func (s *Server) grafanaConfig(withAccount bool) map[string]string {
	settings := map[string]string{
		backend.AppURL:                           s.AppURL,
		backend.ConcurrentQueryCount:             "10",
		backend.UserFacingDefaultError:           "Please inspect Grafana server log for details",
		backend.SQLRowLimit:                      "1000000",
		backend.SQLMaxOpenConnsDefault:           "100",
		backend.SQLMaxIdleConnsDefault:           "100",
		backend.SQLMaxConnLifetimeSecondsDefault: "14400",
	}
	if withAccount {
		settings[backend.AppClientSecret] = s.AccountToken
	}
	return settings
}

func instanceSettings(source config.DataSource) backend.DataSourceInstanceSettings {
	return backend.DataSourceInstanceSettings{
		UID:                     source.UID,
		Name:                    source.Name,
		Type:                    source.Type,
		URL:                     source.URL,
		User:                    source.User,
		Database:                source.Database,
		BasicAuthEnabled:        source.BasicAuth,
		JSONData:                config.JSON(source.JSONData),
		DecryptedSecureJSONData: source.SecureJSONData,
	}
}
