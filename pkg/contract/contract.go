// Package contract holds the shapes of documents and HTTP bodies: Go types and JSON Schemas generated from src/contract,
// and the few accessors that a union needs. It has no behaviour of its own.
package contract

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// APIVersion is the only apiVersion that this release reads and writes.
const APIVersion = "scorecard/v1"

//go:embed schemas/*.json
var schemaFiles embed.FS

//go:embed bodies.json
var bodiesFile []byte

//go:embed kinds.json
var kindsFile []byte

//go:embed openapi.json
var openAPIFile []byte

// Kind names one kind of resource, as the API calls it.
type Kind struct {
	Kind    string `json:"kind"`
	Plural  string `json:"plural"`
	Summary string `json:"summary"`
}

var (
	kinds    []Kind
	byKind   = map[string]Kind{}
	byPlural = map[string]Kind{}
)

func init() {
	if err := json.Unmarshal(kindsFile, &kinds); err != nil {
		panic(fmt.Sprintf("contract: kinds.json: %v", err))
	}
	for _, k := range kinds {
		byKind[k.Kind] = k
		byPlural[k.Plural] = k
	}
}

// Kinds lists every kind in the contract's order.
func Kinds() []Kind { return append([]Kind(nil), kinds...) }

// KindByName finds a kind by its name, such as "Kpi".
func KindByName(name string) (Kind, bool) { k, ok := byKind[name]; return k, ok }

// KindByPlural finds a kind by the path segment of the API, such as "kpis".
func KindByPlural(plural string) (Kind, bool) { k, ok := byPlural[plural]; return k, ok }

// Schema returns the self-contained JSON Schema (draft 2020-12) of a whole document of the kind.
func Schema(kind string) ([]byte, error) {
	if _, ok := byKind[kind]; !ok {
		return nil, fmt.Errorf("contract: no kind %q", kind)
	}
	return schemaFiles.ReadFile("schemas/" + kind + ".json")
}

// Bodies returns the JSON Schema document whose $defs hold every request and response body by id.
func Bodies() []byte { return bodiesFile }

// OpenAPI returns the OpenAPI 3.1 document of the HTTP API.
func OpenAPI() []byte { return openAPIFile }

// Text gives the period id, whether it was written as text or as a whole number; "" for nil.
func (x *PeriodText) Text() string {
	switch {
	case x == nil:
		return ""
	case x.Integer != nil:
		return strconv.FormatInt(*x.Integer, 10)
	case x.String != nil:
		return *x.String
	}
	return ""
}

// Amount splits a threshold into its number and whether that is percent of the period's target. ok is false for nil.
func (x *Threshold) Amount() (amount float64, percent, ok bool) {
	switch {
	case x == nil:
		return 0, false, false
	case x.Double != nil:
		return *x.Double, false, true
	case x.String != nil:
		n, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(*x.String), "%")), 64)
		return n, true, err == nil
	}
	return 0, false, false
}

// InstantText writes an instant as the API does: in UTC, to the millisecond.
func InstantText(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05.000Z07:00") }
