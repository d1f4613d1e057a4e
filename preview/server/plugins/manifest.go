// Package plugins runs the backend of built Grafana plugins as Grafana does: one process per plugin that has a
// backend, spoken to over Grafana's gRPC plugin protocol.
package plugins

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"
)

// Manifest is one plugin.json of a built plugin folder. It is read once and never changed afterwards, so that
// requests may share it.
type Manifest struct {
	ID         string         `json:"id"`
	Type       string         `json:"type"`
	Name       string         `json:"name"`
	Backend    bool           `json:"backend"`
	Executable string         `json:"executable"`
	Info       Info           `json:"info"`
	Includes   []Include      `json:"includes"`
	IAM        *IAM           `json:"iam"`
	Raw        map[string]any `json:"-"`
	// Dir is the folder that holds the plugin.json.
	Dir string `json:"-"`
	// BaseURL is where a browser finds the files of Dir, without a leading slash.
	BaseURL string `json:"-"`
	// Parent is the id of the app that contains this plugin, empty for the app itself.
	Parent string `json:"-"`
}

// Info is the part of plugin.json that describes the plugin.
type Info struct {
	Version string            `json:"version"`
	Logos   map[string]string `json:"logos"`
}

// Include is one page, dashboard or nested plugin that an app announces.
type Include struct {
	Type       string `json:"type"`
	Name       string `json:"name"`
	Path       string `json:"path"`
	Role       string `json:"role"`
	Action     string `json:"action"`
	AddToNav   bool   `json:"addToNav"`
	DefaultNav bool   `json:"defaultNav"`
	Icon       string `json:"icon"`
}

// IAM lists the permissions that a plugin asks for its own service account.
type IAM struct {
	Permissions []struct {
		Action string `json:"action"`
		Scope  string `json:"scope"`
	} `json:"permissions"`
}

// Discover reads the plugin in dir and every plugin nested in it, the app first.
func Discover(dir string) ([]Manifest, error) {
	root, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	root.BaseURL = "public/plugins/" + root.ID
	found := []Manifest{root}
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.Name() != "plugin.json" || filepath.Dir(path) == filepath.Clean(dir) {
			return nil
		}
		nested, err := readManifest(filepath.Dir(path))
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(dir, nested.Dir)
		if err != nil {
			return err
		}
		nested.Parent = root.ID
		nested.BaseURL = root.BaseURL + "/" + filepath.ToSlash(relative)
		found = append(found, nested)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the plugins nested in %s: %w", dir, err)
	}
	sort.SliceStable(found[1:], func(i, j int) bool { return found[1+i].ID < found[1+j].ID })
	return found, nil
}

func readManifest(dir string) (Manifest, error) {
	path := filepath.Join(dir, "plugin.json")
	content, err := os.ReadFile(path)
	if err != nil {
		return Manifest{}, fmt.Errorf("read the built plugin: %w (build it first: npm run build)", err)
	}
	var manifest Manifest
	if err := json.Unmarshal(content, &manifest); err != nil {
		return Manifest{}, fmt.Errorf("%s: %w", path, err)
	}
	if err := json.Unmarshal(content, &manifest.Raw); err != nil {
		return Manifest{}, fmt.Errorf("%s: %w", path, err)
	}
	if manifest.ID == "" || manifest.Type == "" {
		return Manifest{}, fmt.Errorf("%s: id and type are required", path)
	}
	manifest.Dir = filepath.Clean(dir)
	return manifest, nil
}

// Binary is the program of the plugin's backend for this machine.
func (m Manifest) Binary() string {
	name := fmt.Sprintf("%s_%s_%s", m.Executable, runtime.GOOS, runtime.GOARCH)
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(m.Dir, filepath.FromSlash(name))
}
