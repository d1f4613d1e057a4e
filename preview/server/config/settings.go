package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// AppSettings is what an administrator has set for an app.
type AppSettings struct {
	Enabled        bool              `json:"enabled"`
	Pinned         bool              `json:"pinned"`
	JSONData       map[string]any    `json:"jsonData"`
	SecureJSONData map[string]string `json:"secureJsonData"`
	Updated        time.Time         `json:"updated"`
}

// AppStore keeps the settings of apps in a file of the data directory. Provisioned apps start with what the files
// say, as in Grafana.
type AppStore struct {
	mu   sync.Mutex
	path string
	apps map[string]AppSettings
	now  func() time.Time
}

// OpenAppStore reads the settings saved under dir and lays the provisioned ones over them.
func OpenAppStore(dir string, provisioned []App, now func() time.Time) (*AppStore, error) {
	store := &AppStore{path: filepath.Join(dir, "apps.json"), apps: map[string]AppSettings{}, now: now}
	content, err := os.ReadFile(store.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err == nil {
		if err := json.Unmarshal(content, &store.apps); err != nil {
			return nil, fmt.Errorf("%s: %w", store.path, err)
		}
	}
	for _, app := range provisioned {
		store.apps[app.Type] = AppSettings{
			Enabled:        !app.Disabled,
			Pinned:         app.Pinned == nil || *app.Pinned,
			JSONData:       app.JSONData,
			SecureJSONData: app.SecureJSONData,
			Updated:        now(),
		}
	}
	return store, nil
}

// Get returns a copy of an app's settings; an app that nobody has set is enabled, so that the preview needs no
// set-up.
func (s *AppStore) Get(id string) AppSettings {
	s.mu.Lock()
	defer s.mu.Unlock()
	settings, ok := s.apps[id]
	if !ok {
		return AppSettings{Enabled: true, Pinned: true, JSONData: map[string]any{}}
	}
	settings.JSONData = maps.Clone(settings.JSONData)
	settings.SecureJSONData = maps.Clone(settings.SecureJSONData)
	return settings
}

// Set replaces an app's settings and saves them. Secrets that are not given stay as they were.
func (s *AppStore) Set(id string, settings AppSettings) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	secrets := maps.Clone(s.apps[id].SecureJSONData)
	if secrets == nil {
		secrets = map[string]string{}
	}
	maps.Copy(secrets, settings.SecureJSONData)
	settings.SecureJSONData = secrets
	settings.Updated = s.now()
	s.apps[id] = settings
	content, err := json.MarshalIndent(s.apps, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(s.path, content, 0o600)
}
