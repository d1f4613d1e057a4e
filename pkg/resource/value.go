package resource

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"
)

// valueAt returns the part of a JSON value at a location; nil when there is none.
func valueAt(value any, location []string) any {
	for _, token := range location {
		switch v := value.(type) {
		case map[string]any:
			value = v[token]
		case []any:
			index, err := strconv.Atoi(token)
			if err != nil || index < 0 || index >= len(v) {
				return nil
			}
			value = v[index]
		default:
			return nil
		}
	}
	return value
}

// decodeValue reads JSON keeping numbers as they were written.
func decodeValue(data []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	return value, err
}

// equal compares JSON values by what they mean: 1 and 1.0 are the same number.
func equal(a, b any) bool {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name, field := range a {
			other, ok := b[name]
			if !ok || !equal(field, other) {
				return false
			}
		}
		return true
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !equal(a[i], b[i]) {
				return false
			}
		}
		return true
	case json.Number:
		b, ok := b.(json.Number)
		return ok && equalNumbers(a.String(), b.String())
	}
	return a == b
}

// equalNumbers compares as float64; whole numbers beyond its precision, such as ids in queries, digit by digit.
func equalNumbers(a, b string) bool {
	if a == b {
		return true
	}
	if isWhole(a) && isWhole(b) {
		return isZero(a) && isZero(b)
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && x == y
}

func isZero(text string) bool { return text == "0" || text == "-0" }

func isWhole(text string) bool { return !strings.ContainsAny(text, ".eE") }

// wholeNumbers rewrites numbers such as 2.0 as 2, which encoding/json needs to read them as integers.
func wholeNumbers(value any) any {
	switch v := value.(type) {
	case map[string]any:
		result := make(map[string]any, len(v))
		for name, field := range v {
			result[name] = wholeNumbers(field)
		}
		return result
	case []any:
		result := make([]any, len(v))
		for i, element := range v {
			result[i] = wholeNumbers(element)
		}
		return result
	case json.Number:
		if n, err := v.Float64(); err == nil && !isWhole(v.String()) && n == math.Trunc(n) && math.Abs(n) < 1<<53 {
			return json.Number(strconv.FormatInt(int64(n), 10))
		}
	}
	return value
}

// decodeSpec reads a spec that agrees with its schema into the contract's type.
func decodeSpec(spec any, into any) error {
	data, err := json.Marshal(spec)
	if err != nil {
		return err
	}
	if err = json.Unmarshal(data, into); err == nil {
		return nil
	}
	if data, err = json.Marshal(wholeNumbers(spec)); err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}
