package resource

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

const testsFolder = "../../tests"

// problemsText lists the problems of an error, one a line.
func asInvalid(err error, into **InvalidError) bool { return errors.As(err, into) }

func problemsText(err error) string {
	var invalid *InvalidError
	if !errors.As(err, &invalid) {
		return fmt.Sprint(err)
	}
	var lines []string
	for _, p := range invalid.Problems {
		line := p.Path + ": " + p.Message
		if p.Resource != nil {
			line = p.Resource.Kind + "/" + p.Resource.Name + line
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// places gives the problems of an error as kind/name/path, sorted and each once.
func places(t *testing.T, err error) []string {
	t.Helper()
	var invalid *InvalidError
	if !errors.As(err, &invalid) {
		t.Fatalf("want *InvalidError, got %T: %v", err, err)
	}
	var result []string
	for _, p := range invalid.Problems {
		if p.Resource == nil {
			t.Fatalf("problem without resource: %+v", p)
		}
		result = append(result, p.Resource.Kind+"/"+p.Resource.Name+p.Path)
	}
	slices.Sort(result)
	return slices.Compact(result)
}

func readGolden(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(testsFolder, "golden", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

func TestGoldenRefusals(t *testing.T) {
	var cases []struct {
		Rule      string
		Resources json.RawMessage
		Path      string
		Kind      string
		Name      string
		Also      []string
	}
	readGolden(t, "refusals.json", &cases)
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	for i, c := range cases {
		t.Run(fmt.Sprintf("%02d %s", i, c.Rule), func(t *testing.T) {
			x := newFixture(t)
			_, err := x.Apply(x.ctx, x.editor, Input{Data: c.Resources}, ApplyOptions{})
			want := []string{c.Kind + "/" + c.Name + c.Path}
			for _, name := range c.Also {
				want = append(want, c.Kind+"/"+name+c.Path)
			}
			slices.Sort(want)
			if got := places(t, err); !slices.Equal(got, want) {
				t.Fatalf("places %v, want %v\n%s", got, want, problemsText(err))
			}
			if len(x.store.current) != 0 {
				t.Fatal("something was written")
			}
		})
	}
}

func TestGoldenScenariosAreAccepted(t *testing.T) {
	var cases []struct {
		Rule    string
		Request contract.SimulateRequest
	}
	readGolden(t, "scenarios.json", &cases)
	for i, c := range cases {
		t.Run(fmt.Sprintf("%03d %s", i, c.Rule), func(t *testing.T) {
			documents, err := json.Marshal(c.Request.Resources)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := Compose(Input{Data: documents}); err != nil {
				t.Fatal(problemsText(err))
			}
		})
	}
}
