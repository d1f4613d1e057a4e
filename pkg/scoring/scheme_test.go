package scoring_test

import (
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scoring"
)

func TestStatus(t *testing.T) {
	cases := []struct {
		scheme scoring.Scheme
		score  float64
		want   string
	}{
		{scoring.DefaultScheme(), 0, "red"},
		{scoring.DefaultScheme(), 33.33, "red"},
		{scoring.DefaultScheme(), 100.0/3 - 0.9e-9, "amber"},
		{scoring.DefaultScheme(), 100.0/3 - 1.1e-9, "red"},
		{scoring.DefaultScheme(), 200.0 / 3, "green"},
		{scoring.DefaultScheme(), 100, "green"},
		{fiveLevels, 19.9, "e"},
		{fiveLevels, 20, "d"},
		{fiveLevels, 49.9, "c"},
		{fiveLevels, 89.9999999999, "a"},
	}
	for _, c := range cases {
		if got := c.scheme.Status(c.score); got != c.want {
			t.Errorf("%v: got %s, want %s", c.score, got, c.want)
		}
	}
}

func TestNewScheme(t *testing.T) {
	if got := scoring.NewScheme(nil).Status(50); got != "amber" {
		t.Errorf("nil: got %s, want amber", got)
	}
	spec := contract.Scheme{Levels: []contract.Level{{Name: "off", From: 0}, {Name: "on", From: 50}}}
	if got := scoring.NewScheme(&spec).Status(50); got != "on" {
		t.Errorf("got %s, want on", got)
	}
}

func TestValidateScheme(t *testing.T) {
	cases := map[string]struct {
		levels []contract.Level
		paths  string
	}{
		"fine":           {[]contract.Level{{Name: "a", From: 0}, {Name: "b", From: 100}}, ""},
		"one level":      {[]contract.Level{{Name: "a", From: 0}}, "/scheme/levels"},
		"not from 0":     {[]contract.Level{{Name: "a", From: 1}, {Name: "b", From: 2}}, "/scheme/levels/0/from"},
		"falling":        {[]contract.Level{{Name: "a", From: 0}, {Name: "b", From: 50}, {Name: "c", From: 40}}, "/scheme/levels/2/from"},
		"equal":          {[]contract.Level{{Name: "a", From: 0}, {Name: "b", From: 0}}, "/scheme/levels/1/from"},
		"beyond 100":     {[]contract.Level{{Name: "a", From: 0}, {Name: "b", From: 101}}, "/scheme/levels/1/from"},
		"same name":      {[]contract.Level{{Name: "a", From: 0}, {Name: "a", From: 50}}, "/scheme/levels/1/name"},
		"several faults": {[]contract.Level{{Name: "a", From: 5}, {Name: "a", From: 5}}, "/scheme/levels/0/from /scheme/levels/1/from /scheme/levels/1/name"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var paths []string
			for _, problem := range scoring.ValidateScheme(contract.Scheme{Levels: c.levels}) {
				paths = append(paths, problem.Path)
			}
			if got := strings.Join(paths, " "); got != c.paths {
				t.Errorf("got %q, want %q", got, c.paths)
			}
		})
	}
}
