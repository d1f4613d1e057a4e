package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
)

// Caller is who Grafana says is asking: the org of the plugin context and its user. Grafana itself (alerting) asks without
// a user; it reads as a viewer.
func Caller(ctx context.Context) access.Caller {
	plugin := backend.PluginConfigFromContext(ctx)
	if plugin.User == nil {
		if plugin.DataSourceInstanceSettings != nil {
			return access.Caller{Org: plugin.OrgID, Login: "grafana", Role: access.Viewer}
		}
		return access.Caller{Org: plugin.OrgID}
	}
	return access.Caller{
		Org:   plugin.OrgID,
		Login: plugin.User.Login,
		Name:  plugin.User.Name,
		Email: plugin.User.Email,
		Role:  access.ParseRole(plugin.User.Role),
	}
}
