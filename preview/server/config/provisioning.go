package config

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"

	"go.yaml.in/yaml/v4"
)

// DataSource is one data source of provisioning/datasources, with environment variables filled in.
type DataSource struct {
	OrgID          int64             `yaml:"orgId" json:"orgId"`
	UID            string            `yaml:"uid" json:"uid"`
	Name           string            `yaml:"name" json:"name"`
	Type           string            `yaml:"type" json:"type"`
	Access         string            `yaml:"access" json:"access"`
	URL            string            `yaml:"url" json:"url"`
	User           string            `yaml:"user" json:"user"`
	Database       string            `yaml:"database" json:"database"`
	BasicAuth      bool              `yaml:"basicAuth" json:"basicAuth"`
	IsDefault      bool              `yaml:"isDefault" json:"isDefault"`
	JSONData       map[string]any    `yaml:"jsonData" json:"jsonData"`
	SecureJSONData map[string]string `yaml:"secureJsonData" json:"secureJsonData"`
	Editable       bool              `yaml:"editable" json:"editable"`
}

// App is one app of provisioning/plugins.
type App struct {
	Type           string            `yaml:"type"`
	OrgID          int64             `yaml:"org_id"`
	Disabled       bool              `yaml:"disabled"`
	Pinned         *bool             `yaml:"pinned"`
	JSONData       map[string]any    `yaml:"jsonData"`
	SecureJSONData map[string]string `yaml:"secureJsonData"`
}

// Provisioning is what a provisioning folder declares.
type Provisioning struct {
	DataSources []DataSource
	Apps        []App
}

// ReadProvisioning reads datasources/*.yaml and plugins/*.yaml under dir. A folder that isn't there declares nothing;
// a file that can't be read is an error that names it.
func ReadProvisioning(dir string) (Provisioning, error) {
	var all Provisioning
	err := eachFile(filepath.Join(dir, "datasources"), func(content []byte) error {
		var file struct {
			Datasources []DataSource `yaml:"datasources"`
		}
		if err := decode(content, &file); err != nil {
			return err
		}
		all.DataSources = append(all.DataSources, file.Datasources...)
		return nil
	})
	if err != nil {
		return Provisioning{}, err
	}
	err = eachFile(filepath.Join(dir, "plugins"), func(content []byte) error {
		var file struct {
			Apps []App `yaml:"apps"`
		}
		if err := decode(content, &file); err != nil {
			return err
		}
		all.Apps = append(all.Apps, file.Apps...)
		return nil
	})
	return all, err
}

func eachFile(dir string, read func([]byte) error) error {
	var paths []string
	for _, pattern := range []string{"*.yaml", "*.yml"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return err
		}
		paths = append(paths, found...)
	}
	sort.Strings(paths)
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := read(content); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// decode fills variables into every string value, then reads the document as the given type. Values are expanded
// after parsing, so that a variable's content can't change the document's structure.
func decode(content []byte, into any) error {
	var document yaml.Node
	if err := yaml.Unmarshal(content, &document); err != nil {
		return err
	}
	if document.Kind == 0 {
		return nil // an empty file
	}
	expandNode(&document)
	return document.Decode(into)
}

func expandNode(node *yaml.Node) {
	if node.Kind == yaml.ScalarNode {
		if expanded := expand(node.Value); expanded != node.Value {
			node.Value = expanded
			if node.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 {
				node.Tag = "" // a plain ${PORT} may be a number
			}
		}
	}
	for _, child := range node.Content {
		expandNode(child)
	}
}

var variable = regexp.MustCompile(`\$\$|\$\{(\w+)\}|\$__env\{(\w+)\}|\$([A-Za-z_]\w*)`)

// expand replaces $NAME, ${NAME} and $__env{NAME} by the environment's value (empty when unset); $$ is a dollar sign.
func expand(text string) string {
	return variable.ReplaceAllStringFunc(text, func(match string) string {
		if match == "$$" {
			return "$"
		}
		groups := variable.FindStringSubmatch(match)
		return os.Getenv(groups[1] + groups[2] + groups[3])
	})
}

// JSON is a settings map as JSON; a missing map is an empty object.
func JSON(settings map[string]any) json.RawMessage {
	if settings == nil {
		return json.RawMessage("{}")
	}
	encoded, err := json.Marshal(settings)
	if err != nil {
		return json.RawMessage("{}") // YAML with keys that aren't strings can't be decoded into the map at all
	}
	return encoded
}
