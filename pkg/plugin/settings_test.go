package plugin

import "testing"

func TestLoadSettings(t *testing.T) {
	env := map[string]string{"GF_PLUGIN_SCORECARDS_PATH": " /etc/scorecards ", "GF_PLUGIN_DATABASE_URL": "postgres://x/y"}
	get := func(key string) string { return env[key] }

	s, err := LoadSettings(get, "/var/lib/grafana/plugins/bsc-scorecard-app/gpx_bsc_scorecard_linux_amd64")
	if err != nil {
		t.Fatal(err)
	}
	want := Settings{
		DataPath: "/var/lib/grafana/bsc-scorecard", DatabaseURL: "postgres://x/y",
		ScorecardsPath: "/etc/scorecards", ScorecardsOrg: 1,
	}
	if s != want {
		t.Errorf("settings = %+v, want %+v", s, want)
	}

	nested, err := LoadSettings(get, "/var/lib/grafana/plugins/bsc-scorecard-app/datasource/../gpx_bsc_scorecard_linux_amd64")
	if err != nil || nested.DataPath != s.DataPath {
		t.Errorf("the nested data source reads %q (%v), the app writes %q", nested.DataPath, err, s.DataPath)
	}

	env["GF_PLUGIN_DATA_PATH"], env["GF_PLUGIN_SCORECARDS_ORG"] = "/data", "7"
	s, err = LoadSettings(get, "/x/y/z")
	if err != nil || s.DataPath != "/data" || s.ScorecardsOrg != 7 {
		t.Errorf("settings = %+v, %v", s, err)
	}

	env["GF_PLUGIN_SCORECARDS_ORG"] = "first"
	if _, err = LoadSettings(get, "/x/y/z"); err == nil {
		t.Error("an org that is no number is accepted")
	}
}

func TestSettingsOfDelivery(t *testing.T) {
	env := map[string]string{
		"GF_PLUGIN_SMTP_HOST": "mail:25", "GF_PLUGIN_SMTP_PLAIN": "true", "GF_PLUGIN_REPORT_WEBHOOK_URL": "https://hook",
		"GF_PLUGIN_GRAFANA_URL": "http://internal:3000",
	}
	get := func(key string) string { return env[key] }
	s, err := LoadSettings(get, "/x/y/z")
	if err != nil || s.SMTPHost != "mail:25" || !s.SMTPPlain || s.ReportWebhookURL != "https://hook" || s.PublicURL != "http://internal:3000" {
		t.Errorf("settings = %+v, %v", s, err)
	}
	env["GF_APP_URL"] = "https://grafana.example.org/"
	if s, _ = LoadSettings(get, "/x/y/z"); s.PublicURL != "https://grafana.example.org/" {
		t.Errorf("links begin with %s", s.PublicURL)
	}
	env["GF_PLUGIN_SMTP_PLAIN"] = "perhaps"
	if _, err = LoadSettings(get, "/x/y/z"); err == nil {
		t.Error("perhaps is accepted")
	}
}
