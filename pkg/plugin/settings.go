package plugin

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Settings come from Grafana's ini section of the plugin: every key reaches the process as GF_PLUGIN_<KEY>.
type Settings struct {
	// DataPath is the folder of the SQLite file.
	DataPath string
	// DatabaseURL of a PostgreSQL database; SQLite when empty.
	DatabaseURL string
	// ScorecardsPath is a folder of YAML and JSON documents that are provisioned, into the org ScorecardsOrg.
	ScorecardsPath string
	ScorecardsOrg  int64
	// GrafanaURL and GrafanaToken serve background queries where Grafana offers no managed service account.
	GrafanaURL   string
	GrafanaToken string
	// PublicURL is Grafana's address for people; links in what is sent begin with it. Empty when unknown.
	PublicURL string
	// Where reports are delivered: a webhook with the secret that signs its body, and a mail server.
	ReportWebhookURL    string
	ReportWebhookSecret string
	SMTPHost            string
	SMTPUser            string
	SMTPPassword        string
	SMTPFrom            string
	SMTPPlain           bool
}

// LoadSettings reads the settings from the environment. executable is the path under which Grafana started the plugin.
func LoadSettings(getenv func(string) string, executable string) (Settings, error) {
	get := func(key string) string { return strings.TrimSpace(getenv("GF_PLUGIN_" + key)) }
	s := Settings{
		DataPath:       get("DATA_PATH"),
		DatabaseURL:    get("DATABASE_URL"),
		ScorecardsPath: get("SCORECARDS_PATH"),
		ScorecardsOrg:  1,
		GrafanaURL:     get("GRAFANA_URL"),
		GrafanaToken:   get("GRAFANA_TOKEN"),
		PublicURL:      strings.TrimSpace(getenv("GF_APP_URL")),

		ReportWebhookURL:    get("REPORT_WEBHOOK_URL"),
		ReportWebhookSecret: get("REPORT_WEBHOOK_SECRET"),
		SMTPHost:            get("SMTP_HOST"),
		SMTPUser:            get("SMTP_USER"),
		SMTPPassword:        get("SMTP_PASSWORD"),
		SMTPFrom:            get("SMTP_FROM"),
	}
	if s.PublicURL == "" {
		s.PublicURL = s.GrafanaURL
	}
	if s.DataPath == "" {
		s.DataPath = defaultDataPath(executable)
	}
	if org := get("SCORECARDS_ORG"); org != "" {
		id, err := strconv.ParseInt(org, 10, 64)
		if err != nil || id < 1 {
			return Settings{}, fmt.Errorf("scorecards_org: %q is not the id of a Grafana org", org)
		}
		s.ScorecardsOrg = id
	}
	if plain := get("SMTP_PLAIN"); plain != "" {
		allowed, err := strconv.ParseBool(plain)
		if err != nil {
			return Settings{}, fmt.Errorf("smtp_plain: %q is neither true nor false", plain)
		}
		s.SMTPPlain = allowed
	}
	return s, nil
}

// RunsApp reports whether this process is surely the app's: only the app has a managed service account, a token or documents
// to provision. The nested data source's process, started from the same binary, has none of them.
func (s Settings) RunsApp(getenv func(string) string) bool {
	return getenv("GF_PLUGIN_APP_CLIENT_SECRET") != "" || s.GrafanaToken != "" || s.ScorecardsPath != ""
}

// defaultDataPath is the folder bsc-scorecard beside Grafana's plugins folder: an upgrade replaces the plugin's own folder,
// so data must not live in it. Grafana starts the binary as <plugins>/bsc-scorecard-app/gpx_…, for the nested data source
// with one folder more that it leaves again.
func defaultDataPath(executable string) string {
	pluginFolder := filepath.Dir(filepath.Clean(executable))
	return filepath.Join(filepath.Dir(filepath.Dir(pluginFolder)), "bsc-scorecard")
}

// Executable is the path under which Grafana started this process, with links kept as they are.
func Executable() string {
	if filepath.IsAbs(os.Args[0]) {
		return os.Args[0]
	}
	if path, err := filepath.Abs(os.Args[0]); err == nil {
		return path
	}
	return os.Args[0]
}
