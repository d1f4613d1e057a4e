package resource

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// patterns are those of the contract, by how they start, with what they ask for.
var patterns = []struct {
	start string
	said  *contract.Reason
}{
	{`^[a-z0-9]([a-z0-9-]*[a-z0-9])?$`, sentence.NoName},
	{`^#[0-9a-fA-F]{6}$`, sentence.NoColour},
	{`^-?\d+(\.\d+)?\s*%$`, sentence.NoAmount},
	{`^(https?:`, sentence.NoAddress},
	{`^(?:(?:\d\d[2468]`, sentence.NoDate},
}

// valueWords says what to change for an error at one value; nil for errors that only group others.
func valueWords(errorKind jsonschema.ErrorKind) *contract.Reason {
	switch k := errorKind.(type) {
	case *kind.Enum:
		return sentence.NoneOf(texts(k.Want))
	case *kind.Const:
		return sentence.NotThat(fmt.Sprint(k.Want))
	case *kind.Pattern:
		for _, p := range patterns {
			if strings.HasPrefix(k.Want, p.start) {
				return p.said
			}
		}
		return sentence.NoMatch(k.Want)
	case *kind.MinLength:
		if k.Want == 1 {
			return sentence.EmptyText
		}
		return sentence.TooShort(k.Want, k.Got)
	case *kind.MaxLength:
		return sentence.TooLong(k.Want, k.Got)
	case *kind.MinItems:
		if k.Want == 1 {
			return sentence.EmptyList
		}
		return sentence.TooFew(k.Want, k.Got)
	case *kind.MaxItems:
		return sentence.TooMany(k.Want, k.Got)
	case *kind.Minimum:
		return sentence.TooLow(number(k.Want), number(k.Got))
	case *kind.Maximum:
		return sentence.TooHigh(number(k.Want), number(k.Got))
	case *kind.ExclusiveMinimum:
		return sentence.NotAbove(number(k.Want), number(k.Got))
	case *kind.ExclusiveMaximum:
		return sentence.NotBelow(number(k.Want), number(k.Got))
	}
	return nil
}

func number(n *big.Rat) float64 {
	f, _ := n.Float64()
	return f
}

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
