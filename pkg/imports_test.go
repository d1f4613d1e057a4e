package main

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/bsc-scorecard/bsc-scorecard-app/pkg"

// bands says what each package of the house may import of ours. docs/architecture.md draws it.
var bands = map[string]string{
	"contract":     "",
	"period":       "contract sentence",
	"sentence":     "contract",
	"formula":      "contract sentence",
	"scoring":      "contract sentence",
	"evaluate":     "contract sentence period formula scoring",
	"access":       "",
	"governance":   "contract sentence period",
	"resource":     "contract sentence period formula scoring evaluate governance access",
	"review":       "contract sentence period evaluate governance access resource scorecard",
	"report":       "contract sentence period evaluate governance access resource scorecard review",
	"followup":     "contract sentence period evaluate governance access resource scorecard review report",
	"collection":   "contract period formula scoring evaluate access resource",
	"scorecard":    "contract period formula scoring evaluate access",
	"store":        "contract period evaluate resource collection scorecard review report followup",
	"grafana":      "contract resource collection",
	"export":       "contract followup",
	"notify":       "report",
	"api":          "contract period evaluate access resource collection scorecard review report followup export",
	"plugin":       "contract scoring governance access scorecard review followup",
	"job":          "contract access resource collection review report followup",
	"telemetry":    "contract collection scorecard",
	"store/pgtest": "",
	"":             "contract evaluate access resource collection scorecard review report followup store grafana export notify api plugin job telemetry",
}

func TestImportsRunOneWay(t *testing.T) {
	output, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(strings.NewReader(string(output)))
	seen := 0
	for decoder.More() {
		var found struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&found); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(strings.TrimPrefix(found.ImportPath, module), "/")
		allowed, known := bands[name]
		if !known {
			t.Errorf("package %q has no place in the house", name)
			continue
		}
		seen++
		for _, path := range found.Imports {
			imported, ours := strings.CutPrefix(path, module+"/")
			if ours && !strings.Contains(" "+allowed+" ", " "+imported+" ") {
				t.Errorf("%s imports %s", name, imported)
			}
		}
		if pure := "contract sentence period formula scoring evaluate governance"; strings.Contains(pure, name) && name != "" {
			for _, path := range found.Imports {
				if path == "net/http" || path == "database/sql" || path == "os" || strings.HasPrefix(path, "github.com/grafana/") {
					t.Errorf("%s is pure and imports %s", name, path)
				}
			}
		}
	}
	if seen < len(bands)-1 {
		t.Errorf("only %d of %d packages were looked at", seen, len(bands))
	}
}
