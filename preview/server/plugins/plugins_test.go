package plugins

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/resource/httpadapter"
	"github.com/hashicorp/go-hclog"
	"github.com/stretchr/testify/require"
)

// servePlugin makes this test binary act as a plugin's backend.
const servePlugin = "PREVIEW_TEST_SERVE"

func TestMain(m *testing.M) {
	if os.Getenv(servePlugin) == "" {
		code := m.Run()
		StopAll()
		os.Exit(code)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/pid", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strconv.Itoa(os.Getpid())))
	})
	mux.HandleFunc("/env", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Join(os.Environ(), "\n")))
	})
	if err := backend.Manage("test-app", backend.ServeOpts{ //nolint:staticcheck // the smallest way to serve
		CallResourceHandler: httpadapter.New(mux),
		CheckHealthHandler: backend.CheckHealthHandlerFunc(func(context.Context, *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
			return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: "well"}, nil
		}),
		QueryDataHandler: backend.QueryDataHandlerFunc(func(_ context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
			response := backend.NewQueryDataResponse()
			for _, query := range request.Queries {
				response.Responses[query.RefID] = backend.DataResponse{}
			}
			return response, nil
		}),
	}); err != nil {
		os.Exit(1)
	}
}

// builtPlugin is a plugin folder whose program is this test binary.
func builtPlugin(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "plugin.json"), `{"id":"test-app","type":"app","backend":true,"executable":"gpx_test","info":{"version":"1.2.3"}}`)
	write(t, filepath.Join(dir, "datasource", "plugin.json"), `{"id":"test-datasource","type":"datasource","backend":true,"executable":"../gpx_test"}`)
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, filepath.Join(dir, "gpx_test_"+runtime.GOOS+"_"+runtime.GOARCH)))
	return dir
}

func write(t *testing.T, path, content string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
}

func started(t *testing.T, manifest Manifest) *Process {
	t.Helper()
	process, err := Start(manifest, []string{servePlugin + "=1", "GF_PLUGIN_DATA_PATH=/somewhere"}, hclog.NewNullLogger())
	require.NoError(t, err)
	t.Cleanup(process.Stop)
	return process
}

func get(process *Process, path string) (string, error) {
	var body strings.Builder
	err := process.Resource(context.Background(), &backend.CallResourceRequest{Path: path, URL: path, Method: http.MethodGet},
		func(part *backend.CallResourceResponse) error { body.Write(part.Body); return nil })
	return body.String(), err
}

func TestDiscoverFindsTheAppFirstThenWhatIsNestedInIt(t *testing.T) {
	dir := builtPlugin(t)
	found, err := Discover(dir)
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, "test-app", found[0].ID)
	require.Equal(t, "public/plugins/test-app", found[0].BaseURL)
	require.Equal(t, "test-app", found[1].Parent)
	require.Equal(t, "public/plugins/test-app/datasource", found[1].BaseURL)
	require.Equal(t, found[0].Binary(), found[1].Binary(), "both run the same program")
}

func TestDiscoverSaysWhatToDoWithoutABuiltPlugin(t *testing.T) {
	_, err := Discover(t.TempDir())
	require.ErrorContains(t, err, "npm run build")
}

func TestAProcessAnswersAndGetsNothingOfTheHostsEnvironment(t *testing.T) {
	t.Setenv("SECRET_OF_THE_HOST", "1")
	manifests, err := Discover(builtPlugin(t))
	require.NoError(t, err)
	process := started(t, manifests[0])

	env, err := get(process, "env")
	require.NoError(t, err)
	require.Contains(t, env, "GF_PLUGIN_DATA_PATH=/somewhere")
	require.NotContains(t, env, "SECRET_OF_THE_HOST")

	health, err := process.Health(context.Background(), backend.PluginContext{})
	require.NoError(t, err)
	require.Equal(t, "well", health.Message)

	answer, err := process.Query(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{{RefID: "A"}}})
	require.NoError(t, err)
	require.Contains(t, answer.Responses, "A")
}

func TestAProcessThatDiesIsStartedAgainAndStopEndsThat(t *testing.T) {
	manifests, err := Discover(builtPlugin(t))
	require.NoError(t, err)
	process := started(t, manifests[0])
	first := pid(t, process)

	require.NoError(t, syscall.Kill(first, syscall.SIGKILL))
	var second int
	require.Eventually(t, func() bool {
		answer, err := get(process, "pid")
		second, _ = strconv.Atoi(answer)
		return err == nil && second != first
	}, 10*time.Second, 20*time.Millisecond)

	process.Stop()
	require.NoError(t, syscall.Kill(second, syscall.SIGKILL))
	require.Eventually(t, func() bool { _, err := get(process, "pid"); return err != nil }, 10*time.Second, 20*time.Millisecond)
	time.Sleep(2 * watchEvery)
	_, err = get(process, "pid")
	require.ErrorIs(t, err, ErrUnavailable)
}

func pid(t *testing.T, process *Process) int {
	t.Helper()
	answer, err := get(process, "pid")
	require.NoError(t, err)
	id, err := strconv.Atoi(answer)
	require.NoError(t, err)
	return id
}
