package scoring_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

func readGolden(t *testing.T, name string, cases any) {
	t.Helper()
	content, err := os.ReadFile("../../tests/golden/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, cases); err != nil {
		t.Fatal(err)
	}
}

func TestGoldenScores(t *testing.T) {
	var cases []struct {
		Scale  contract.Scale
		Value  *float64
		Score  *float64
		Status *string
	}
	readGolden(t, "scoring.json", &cases)
	scheme := scoring.DefaultScheme()
	scored := 0
	for i, c := range cases {
		resolved, reason := scoring.Parse(c.Scale).Resolve(scoring.Amounts{}, 1)
		if reason != nil {
			t.Errorf("%d: %s", i, reason.Message)
			continue
		}
		if c.Value == nil {
			continue // no value, no score: nothing to ask
		}
		scored++
		score, reason := resolved.Score(*c.Value, scheme)
		if reason != nil {
			t.Errorf("%d: %s", i, reason.Message)
			continue
		}
		if math.Abs(score-*c.Score) > 1e-9 {
			t.Errorf("%d: %s of %v: got %v, want %v", i, c.Scale.Type, *c.Value, score, *c.Score)
		}
		if status := scheme.Status(score); status != *c.Status {
			t.Errorf("%d: score %v: got %s, want %s", i, score, status, *c.Status)
		}
	}
	if scored < 70 {
		t.Errorf("only %d of %d cases have a value", scored, len(cases))
	}
}

func TestGoldenRefusals(t *testing.T) {
	var cases []struct {
		Rule      string
		Kind      string
		Name      string
		Path      string
		Resources []struct {
			Kind     string
			Metadata struct{ Name string }
			Spec     json.RawMessage
		}
	}
	readGolden(t, "refusals.json", &cases)
	seen := 0
	for _, c := range cases {
		if c.Kind != "TargetSet" || strings.HasPrefix(c.Rule, "references") {
			continue
		}
		for _, resource := range c.Resources {
			if resource.Kind != c.Kind || resource.Metadata.Name != c.Name {
				continue
			}
			var spec contract.TargetSetSpec
			if err := json.Unmarshal(resource.Spec, &spec); err != nil {
				t.Fatal(err)
			}
			seen++
			var paths []string
			for _, problem := range scoring.Validate(*spec.Scale, spec.Target, spec.Baseline) {
				paths = append(paths, "/spec"+problem.Path)
			}
			if fmt.Sprint(paths) != fmt.Sprint([]string{c.Path}) {
				t.Errorf("%s: got %v, want %s for %s", c.Rule, paths, c.Path, resource.Spec)
			}
		}
	}
	if seen < 14 {
		t.Errorf("only %d refusals concern scales", seen)
	}
}
