package evaluate

import (
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// NotFoundError says that a request names a resource that the definitions don't have.
type NotFoundError struct {
	Kind string
	Name string
}

func (e *NotFoundError) Error() string { return fmt.Sprintf("there is no %s %q", e.Kind, e.Name) }

// InvalidError says that one field of a request can't be answered as it is. Field is the request's own name for it.
type InvalidError struct {
	Field   string
	Message string
}

func (e *InvalidError) Error() string { return e.Field + ": " + e.Message }

// Codes of the reasons for absent numbers. Those of formulas and scales come from their packages.
const (
	codeNoObservation    = "noObservation"
	codeNotMeasured      = "notMeasured"
	codeNotBegun         = "notBegun"
	codeQuarantined      = "quarantined"
	codeMissingChild     = "missingChild"
	codeMissingPeriod    = "missingPeriod"
	codeNothingCarried   = "nothingCarried"
	codeNoWeight         = "noWeight"
	codeNotFinite        = "notFinite"
	codeUnknownKpi       = "unknownKpi"
	codeInvalid          = "invalidDefinition"
	codeNoScale          = "noScale"
	codeNoChildren       = "noChildren"
	codeNothingScored    = "nothingScored"
	codeLowCoverage      = "lowCoverage"
	codeNoLinkData       = "tooFewPairs"
	codeNoLinkVariation  = "noVariation"
	codeLinkShortHistory = "tooLittleInformation"
)

// why is the reason for an absent number. Reasons are shared: nobody changes one.
type why = *contract.Reason

func because(code, format string, args ...any) why {
	if len(args) == 0 {
		return &contract.Reason{Code: code, Message: format}
	}
	return &contract.Reason{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Reasons without particulars, made once: cells are many.
var (
	whyNoObservation  = because(codeNoObservation, "there is no observation")
	whyNotMeasured    = because(codeNotMeasured, "the KPI isn't measured at this unit")
	whyNotBegun       = because(codeNotBegun, "the period has not begun")
	whyQuarantined    = because(codeQuarantined, "the newest value is quarantined")
	whyMissingChild   = because(codeMissingChild, "a unit below has no value, and the KPI requires all of them")
	whyMissingPeriod  = because(codeMissingPeriod, "a part of the period has no value, and the KPI requires all of them")
	whyNothingCarried = because(codeNothingCarried, "neither of the last two periods of the KPI's own frequency has a value")
	whyNoWeight       = because(codeNoWeight, "no value has a weight above zero")
	whyNotFinite      = because(codeNotFinite, "the result is too large for a number")
	whyNoScale        = because(codeNoScale, "no target set gives a scale for this unit and period")
)
