// Package scoring turns a value into a score of 0 to 100 by a scale, and a score into a level by a scheme. It is pure.
package scoring

import (
	"strconv"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

const (
	minScore = 0.0
	maxScore = 100.0
	// tolerance within which a score equals a cut-off.
	tolerance = 1e-9
)

// Level is one status: its name and the lowest score that has it.
type Level struct {
	Name string
	From float64
}

// Scheme lists levels from the lowest, from score 0, to the best. It has at least two, with rising From.
// The cut-offs are the From of all but the first.
type Scheme []Level

// DefaultScheme is red, amber and green by thirds, for everything that has no scheme of its own.
func DefaultScheme() Scheme {
	return Scheme{{"red", minScore}, {"amber", maxScore / 3}, {"green", 2 * maxScore / 3}}
}

// NewScheme is a scorecard's scheme, the default for nil. The spec has passed ValidateScheme.
func NewScheme(spec *contract.Scheme) Scheme {
	if spec == nil {
		return DefaultScheme()
	}
	scheme := make(Scheme, len(spec.Levels))
	for i, level := range spec.Levels {
		scheme[i] = Level{level.Name, level.From}
	}
	return scheme
}

// Status is the name of a score's level. A score that equals a cut-off, within 1e-9, belongs to the better level.
func (s Scheme) Status(score float64) string { return s[s.rank(score)].Name }

func (s Scheme) rank(score float64) int {
	for i := len(s) - 1; i > 0; i-- {
		if score >= s[i].From-tolerance {
			return i
		}
	}
	return 0
}

// firstCutOff is where the second level begins, lastCutOff where the best one does.
func (s Scheme) firstCutOff() float64 { return s[1].From }
func (s Scheme) lastCutOff() float64  { return s[len(s)-1].From }

// middle is the score in the middle of a level's band. It is false for a name that isn't in the scheme.
func (s Scheme) middle(name string) (float64, bool) {
	for i, level := range s {
		if level.Name != name {
			continue
		}
		next := maxScore
		if i+1 < len(s) {
			next = s[i+1].From
		}
		return (level.From + next) / 2, true
	}
	return 0, false
}

// Problem is one reason why a scale or scheme is refused. Path is a JSON pointer relative to the spec that holds it.
type Problem struct {
	Path string
	Said *contract.Reason
}

// ValidateScheme lists what is wrong with a scorecard's scheme; paths begin with "/scheme".
func ValidateScheme(spec contract.Scheme) []Problem {
	var problems []Problem
	refuse := func(path string, said *contract.Reason) {
		problems = append(problems, Problem{"/scheme/levels" + path, said})
	}
	if len(spec.Levels) < 2 {
		refuse("", sentence.LevelsTooFew)
	}
	names := map[string]bool{}
	for i, level := range spec.Levels {
		place := "/" + strconv.Itoa(i)
		switch {
		case i == 0 && level.From != minScore:
			refuse(place+"/from", sentence.LowestNotZero(level.From))
		case i > 0 && level.From <= spec.Levels[i-1].From:
			refuse(place+"/from", sentence.LevelsUnordered(spec.Levels[i-1].From))
		case level.From > maxScore:
			refuse(place+"/from", sentence.LevelAboveAll(level.From))
		}
		if names[level.Name] {
			refuse(place+"/name", sentence.LevelTwice(level.Name))
		}
		names[level.Name] = true
	}
	return problems
}
