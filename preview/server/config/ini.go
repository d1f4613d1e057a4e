// Package config reads what an administrator configures for the plugin in Grafana's own formats: sections of
// grafana.ini, and provisioning files for apps and data sources.
package config

import (
	"fmt"
	"os"
	"regexp"
	"sort"
	"strings"

	"gopkg.in/ini.v1"
)

// Sections holds the `[plugin.<id>]` sections of a grafana.ini.
type Sections struct {
	file *ini.File
}

var notAlphanumeric = regexp.MustCompile(`[^A-Z0-9]+`)

// ReadSections reads an ini file (no file when path is empty) and lays `section.key=value` settings over it. As in
// Grafana, an environment variable GF_<SECTION>_<KEY> replaces a key that is there.
func ReadSections(path string, settings []string) (*Sections, error) {
	file := ini.Empty()
	if path != "" {
		loaded, err := ini.Load(path)
		if err != nil {
			return nil, fmt.Errorf("read the ini file: %w", err)
		}
		file = loaded
	}
	for _, setting := range settings {
		name, value, ok := strings.Cut(setting, "=")
		dot := strings.LastIndex(name, ".")
		if !ok || dot < 0 {
			return nil, fmt.Errorf("setting %q is not of the form section.key=value", setting)
		}
		file.Section(name[:dot]).Key(name[dot+1:]).SetValue(value)
	}
	for _, section := range file.Sections() {
		for _, key := range section.Keys() {
			if value, set := os.LookupEnv("GF_" + upper(section.Name()) + "_" + upper(key.Name())); set {
				key.SetValue(value)
			}
		}
	}
	return &Sections{file: file}, nil
}

func upper(name string) string { return notAlphanumeric.ReplaceAllString(strings.ToUpper(name), "_") }

// PluginEnv returns the section of a plugin as the variables that its process gets: GF_PLUGIN_<KEY>=value, sorted.
func (s *Sections) PluginEnv(id string) []string {
	section, err := s.file.GetSection("plugin." + id)
	if err != nil {
		return nil // no section, nothing set
	}
	env := make([]string, 0, len(section.Keys()))
	for _, key := range section.Keys() {
		env = append(env, "GF_PLUGIN_"+strings.ToUpper(key.Name())+"="+expand(key.Value()))
	}
	sort.Strings(env)
	return env
}
