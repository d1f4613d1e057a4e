package config

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	path := filepath.Join(dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
}

func TestSectionsReachAPluginAsVariables(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "grafana.ini", "[plugin.my-app]\ndata_path = /from/ini\ngrafana_url = http://x\n\n[plugin.other]\nsecret = 1\n")
	t.Setenv("GF_PLUGIN_MY_APP_GRAFANA_URL", "http://from-env")
	t.Setenv("GF_PLUGIN_MY_APP_DATABASE_URL", "ignored: the section has no such key")

	sections, err := ReadSections(filepath.Join(dir, "grafana.ini"), []string{"plugin.my-app.data_path=/from/flag"})
	require.NoError(t, err)
	require.Equal(t, []string{"GF_PLUGIN_DATA_PATH=/from/flag", "GF_PLUGIN_GRAFANA_URL=http://from-env"}, sections.PluginEnv("my-app"))
	require.Empty(t, sections.PluginEnv("unknown"))
}

func TestASettingNeedsSectionAndKey(t *testing.T) {
	for _, setting := range []string{"data_path=/x", "plugin.my-app.data_path"} {
		_, err := ReadSections("", []string{setting})
		require.ErrorContains(t, err, "section.key=value", setting)
	}
}

func TestExpand(t *testing.T) {
	t.Setenv("HOST", "db")
	t.Setenv("PORT", "5432")
	for text, want := range map[string]string{
		"${HOST}:$PORT":     "db:5432",
		"$__env{HOST}":      "db",
		"a$$b":              "a$b",
		"[$UNSET_VARIABLE]": "[]",
		"100 $":             "100 $",
	} {
		require.Equal(t, want, expand(text), text)
	}
}

func TestProvisioningFillsInVariablesAfterParsing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PASSWORD", "a: {b}")
	t.Setenv("CONNS", "7")
	write(t, dir, "datasources/a.yaml", `
apiVersion: 1
datasources:
  - name: Main
    uid: main
    type: postgres
    jsonData: { maxOpenConns: $CONNS, database: x }
    secureJsonData: { password: $PASSWORD }
`)
	write(t, dir, "plugins/app.yml", "apps:\n  - type: my-app\n    jsonData: { x: 1 }\n")
	write(t, dir, "datasources/notes.txt", "not read")

	all, err := ReadProvisioning(dir)
	require.NoError(t, err)
	require.Len(t, all.DataSources, 1)
	require.Equal(t, "a: {b}", all.DataSources[0].SecureJSONData["password"])
	require.Equal(t, 7, all.DataSources[0].JSONData["maxOpenConns"])
	require.Len(t, all.Apps, 1)
}

func TestProvisioningNamesTheFileThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "datasources/broken.yaml", "datasources: [")
	_, err := ReadProvisioning(dir)
	require.ErrorContains(t, err, "broken.yaml")
}

func TestAppSettingsAreKeptAndSecretsStay(t *testing.T) {
	dir := t.TempDir()
	now := func() time.Time { return time.Unix(1000, 0).UTC() }
	store, err := OpenAppStore(dir, nil, now)
	require.NoError(t, err)
	require.True(t, store.Get("my-app").Enabled)

	require.NoError(t, store.Set("my-app", AppSettings{Enabled: true, SecureJSONData: map[string]string{"token": "t"}}))
	require.NoError(t, store.Set("my-app", AppSettings{Enabled: true, JSONData: map[string]any{"a": 1.0}}))

	again, err := OpenAppStore(dir, nil, now)
	require.NoError(t, err)
	require.Equal(t, "t", again.Get("my-app").SecureJSONData["token"])
	require.Equal(t, 1.0, again.Get("my-app").JSONData["a"])

	provisioned, err := OpenAppStore(dir, []App{{Type: "my-app", Disabled: true}}, now)
	require.NoError(t, err)
	require.False(t, provisioned.Get("my-app").Enabled, "files win at start")
}
