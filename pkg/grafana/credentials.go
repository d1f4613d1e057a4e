package grafana

import (
	"net/url"
	"strings"
)

// Sources of credentials, as the settings page names them.
const (
	ManagedServiceAccount = "managedServiceAccount"
	ConfiguredToken       = "configuredToken"
	SecureSettings        = "secureSettings"
	NoCredentials         = "none"
)

// Credentials are how the plugin proves itself to Grafana's API. Token is a secret: it goes into the Authorization header
// and nowhere else.
type Credentials struct {
	// Source is one of the sources above.
	Source string
	// URL is Grafana's address, such as http://localhost:3000/grafana.
	URL   string
	Token string
}

// String names the source and hides the token, whatever prints it.
func (c Credentials) String() string { return c.Source }

// GoString does the same for %#v.
func (c Credentials) GoString() string { return c.Source }

func (c Credentials) usable() bool {
	if c.Token == "" {
		return false
	}
	u, err := url.Parse(c.URL)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// FromEnvironment reads what Grafana hands to the process at start: the managed service account, and url and token of the
// plugin's ini section. url, where it is set, is also the address for the managed account: Grafana's own idea of its address
// need not be reachable from the server itself.
func FromEnvironment(getenv func(string) string, url, token string) []Credentials {
	own := strings.TrimSpace(getenv("GF_APP_URL"))
	if url == "" {
		url = own
	}
	return []Credentials{
		{Source: ManagedServiceAccount, URL: url, Token: strings.TrimSpace(getenv("GF_PLUGIN_APP_CLIENT_SECRET"))},
		{Source: ConfiguredToken, URL: url, Token: token},
	}
}

// Learn notes credentials that came with a request of an org. A managed account or configured token without a token changes
// nothing; a secure setting without one has been removed.
func (c *Client) Learn(org int64, found ...Credentials) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, credentials := range found {
		if c.fixedURL != "" {
			credentials.URL = c.fixedURL
		}
		if credentials.Token == "" && credentials.Source != SecureSettings {
			continue
		}
		if c.byOrg[org] == nil {
			c.byOrg[org] = map[string]Credentials{}
		}
		if c.byOrg[org][credentials.Source] != credentials {
			c.byOrg[org][credentials.Source] = credentials
			delete(c.statuses, org)
		}
	}
}

// Credentials are those used for an org: the managed service account, else the configured token, else the one in the app's
// secure settings. The first two belong to one org; elsewhere they would read another org's data, so they are not used there.
func (c *Client) Credentials(org int64) Credentials {
	c.mu.Lock()
	defer c.mu.Unlock()
	order := []string{ManagedServiceAccount, ConfiguredToken, SecureSettings}
	if org != c.home {
		order = []string{SecureSettings}
	}
	for _, source := range order {
		if credentials := c.byOrg[org][source]; credentials.usable() {
			return credentials
		}
	}
	return Credentials{Source: NoCredentials}
}

// Ready reports whether there are credentials for the org.
func (c *Client) Ready(org int64) bool { return c.Credentials(org).Source != NoCredentials }
