package resource

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// patternWords says what a pattern of the contract asks for.
var patternWords = []struct{ start, words string }{
	{`^[a-z0-9]([a-z0-9-]*[a-z0-9])?$`, "lower-case letters, digits and hyphens, starting and ending with a letter or digit"},
	{`^#[0-9a-fA-F]{6}$`, "a colour such as #1f77b4"},
	{`^-?\d+(\.\d+)?\s*%$`, "a number, or percent of the target such as “80%”"},
	{`^(https?:`, "an address that starts with http://, https:// or /"},
	{`^(?:(?:\d\d[2468]`, "an ISO 8601 date, or instant with time zone, such as 2026-03-31T17:00:00Z"},
}

// valueWords says what to change for an error at one value; "" for errors that only group others.
func valueWords(errorKind jsonschema.ErrorKind) string {
	switch k := errorKind.(type) {
	case *kind.Enum:
		return "must be one of " + list(texts(k.Want))
	case *kind.Const:
		return "must be " + quote(fmt.Sprint(k.Want))
	case *kind.Pattern:
		for _, p := range patternWords {
			if strings.HasPrefix(k.Want, p.start) {
				return "must be " + p.words
			}
		}
		return "must match " + k.Want
	case *kind.MinLength:
		if k.Want == 1 {
			return "must not be empty"
		}
		return fmt.Sprintf("must have at least %d characters, has %d", k.Want, k.Got)
	case *kind.MaxLength:
		return fmt.Sprintf("must have at most %d characters, has %d", k.Want, k.Got)
	case *kind.MinItems:
		if k.Want == 1 {
			return "must not be an empty list: leave the field out, or add an item"
		}
		return fmt.Sprintf("must have at least %d items, has %d", k.Want, k.Got)
	case *kind.MaxItems:
		return fmt.Sprintf("must have at most %d items, has %d", k.Want, k.Got)
	case *kind.Minimum:
		return fmt.Sprintf("must be at least %s, is %s", number(k.Want.Float64()), number(k.Got.Float64()))
	case *kind.Maximum:
		return fmt.Sprintf("must be at most %s, is %s", number(k.Want.Float64()), number(k.Got.Float64()))
	case *kind.ExclusiveMinimum:
		return fmt.Sprintf("must be more than %s, is %s", number(k.Want.Float64()), number(k.Got.Float64()))
	case *kind.ExclusiveMaximum:
		return fmt.Sprintf("must be less than %s, is %s", number(k.Want.Float64()), number(k.Got.Float64()))
	}
	return ""
}

func number(n float64, _ bool) string { return strings.TrimSuffix(fmt.Sprintf("%g", n), ".0") }

var typeNames = map[string]string{
	"string": "text", "integer": "a whole number", "number": "a number", "object": "a mapping of fields",
	"array": "a list", "boolean": "true or false", "null": "empty",
}

func typeWords(types []string) string {
	var words []string
	seen := map[string]bool{}
	for _, t := range types {
		if word := typeNames[t]; !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
	}
	return strings.Join(words, " or ")
}

// describe names a value's type, and short values themselves.
func describe(value any) string {
	switch v := value.(type) {
	case nil:
		return "empty"
	case bool:
		return fmt.Sprint(v)
	case json.Number:
		return "the number " + v.String()
	case string:
		if len(v) <= 40 {
			return "the text " + quote(v)
		}
		return "text"
	case []any:
		return "a list"
	}
	return "a mapping of fields"
}

func texts(values []any) []string {
	result := make([]string, len(values))
	for i, v := range values {
		result[i] = fmt.Sprint(v)
	}
	return result
}

// list joins words as a sentence lists them.
func list(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = quote(word)
	}
	return strings.Join(quoted, ", ")
}

// suggestion asks for the nearest of the known words when one is near enough to be a slip.
func suggestion(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return "; did you mean " + quote(near) + "?"
	}
	return ""
}

// orNear adds to what is said of an unknown word the nearest of the known ones when one is near enough to be a slip.
func orNear(said *contract.Reason, word string, known []string) *contract.Reason {
	if near := nearest(word, known); near != "" {
		return sentence.DidYouMean(near, said)
	}
	return said
}

// nearest is the known word that another may be a slip of; "" when none is near enough.
func nearest(word string, known []string) string {
	best, near := 3, ""
	known = slices.Sorted(slices.Values(known))
	for _, candidate := range known {
		d := distance(strings.ToLower(word), strings.ToLower(candidate), best)
		if d < best && d < len(candidate) {
			best, near = d, candidate
		}
	}
	return near
}

// distance is the number of letters to insert, delete or replace between two words; limit when it is that or more.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 60 || len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, c := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j, d := range y {
			above := row[j+1]
			cost := diagonal
			if c != d {
				cost = min(diagonal, above, row[j]) + 1
			}
			row[j+1], diagonal = cost, above
		}
	}
	return min(row[len(y)], limit)
}
