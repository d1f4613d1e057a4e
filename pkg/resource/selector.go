package resource

import (
	"regexp"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// selector is a list of requirements on labels; all have to hold.
type selector []requirement

type requirement struct {
	key string
	// values are those that satisfy; with not, those that don't. Without any the key itself is required, or refused.
	values []string
	not    bool
}

var (
	selectorSet   = regexp.MustCompile(`^([^\s!=,()]+)\s+(in|notin)\s*\(([^()]*)\)$`)
	selectorEqual = regexp.MustCompile(`^([^\s!=,()]+)\s*(==|=|!=)\s*([^!=,()]*)$`)
	selectorKey   = regexp.MustCompile(`^(!?)\s*([^\s!=,()]+)$`)
)

// parseSelector reads Kubernetes' notation: key=value, key!=value, key, !key, key in (a,b), key notin (a,b). Anything else is an
// *evaluate.InvalidError.
func parseSelector(text string) (selector, error) {
	var result selector
	for _, part := range splitOutsideParentheses(text) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if m := selectorSet.FindStringSubmatch(part); m != nil {
			values := strings.Split(m[3], ",")
			for i := range values {
				values[i] = strings.TrimSpace(values[i])
			}
			result = append(result, requirement{key: m[1], values: values, not: m[2] == "notin"})
		} else if m := selectorEqual.FindStringSubmatch(part); m != nil {
			result = append(result, requirement{key: m[1], values: []string{strings.TrimSpace(m[3])}, not: m[2] == "!="})
		} else if m := selectorKey.FindStringSubmatch(part); m != nil {
			result = append(result, requirement{key: m[2], not: m[1] == "!"})
		} else {
			return nil, &evaluate.InvalidError{Field: "labelSelector", Message: quote(part) + " is none of key=value, key!=value, key, !key, key in (a,b), key notin (a,b)"}
		}
	}
	return result, nil
}

func splitOutsideParentheses(text string) []string {
	var parts []string
	depth, start := 0, 0
	for i, c := range text {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth <= 0:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}

// matches reports whether labels satisfy every requirement. As in Kubernetes, a missing key satisfies != and notin.
func (s selector) matches(labels map[string]string) bool {
	for _, r := range s {
		value, present := labels[r.key]
		satisfied := present && (len(r.values) == 0 || slices.Contains(r.values, value))
		if satisfied == r.not {
			return false
		}
	}
	return true
}
