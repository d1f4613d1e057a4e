package resource

import (
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// entry is one resource of a state with everything that checks and reads need of it, computed once. It is immutable.
type entry struct {
	ref    contract.Ref
	stored Stored
	// value is the stored document with numbers as written, without fields that have no value.
	value map[string]any
	// spec points to the contract's type for the kind; nil when the document can't be read as one.
	spec       any
	references []reference
	people     []string
	// formula is that of a calculated KPI, when it can be read.
	formula *formula.Formula
	// calendar is that of a Calendar, when its rules are sound.
	calendar *period.Calendar
	// origin is the document of the request that brings the entry; nil for what was there before.
	origin *document
}

// newEntry reads a stored document.
func newEntry(stored Stored) (*entry, error) {
	value, err := decodeValue(stored.Document)
	if err != nil {
		return nil, fmt.Errorf("stored document of %s %s: %w", stored.Kind, stored.Name, err)
	}
	fields, ok := value.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("stored document of %s %s is not an object", stored.Kind, stored.Name)
	}
	return readEntry(stored, fields), nil
}

// readEntry interprets a document. One that can't be read as the type of its kind gets no spec, and rules leave it alone.
func readEntry(stored Stored, fields map[string]any) *entry {
	e := &entry{ref: contract.Ref{Kind: stored.Kind, Name: stored.Name}, stored: stored, value: fields}
	if schema := schemas()[stored.Kind]; schema != nil {
		schema.outline.clean(fields, "")
		e.references, e.people = schema.outline.marked(fields)
	}
	if support, ok := kindRules[stored.Kind]; ok {
		spec := support.newSpec()
		if decodeSpec(fields["spec"], spec) == nil {
			e.spec = spec
		}
	}
	switch spec := e.spec.(type) {
	case *contract.KpiSpec:
		if spec.Source.Formula != nil {
			if parsed, err := formula.Parse(*spec.Source.Formula); err == nil {
				e.formula = parsed
			}
		}
	case *contract.CalendarSpec:
		if calendar, err := period.New(*spec); err == nil {
			e.calendar = calendar
		}
	}
	if e.formula != nil {
		for _, kpi := range inputsOf(e.formula) {
			e.references = append(e.references, reference{formulaPath, contract.Ref{Kind: "Kpi", Name: kpi}})
		}
	}
	return e
}

// inputsOf lists the KPIs that a formula reads, each once.
func inputsOf(f *formula.Formula) []string {
	var kpis []string
	for _, input := range f.Inputs() {
		kpis = append(kpis, input.Kpi)
	}
	return unique(kpis)
}

const formulaPath = "/spec/source/formula"

// sameContent reports whether two entries say the same: document by meaning, and archived.
func (e *entry) sameContent(other *entry) bool {
	return e.stored.Archived == other.stored.Archived && equal(e.value, other.value)
}
