// Code generated from src/contract/sentences by npm run contract. DO NOT EDIT.

package sentence

import (
	"strconv"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Codes of sentences. Several sentences can have one.
const (
	CodeDivisionByZero       = "divisionByZero"
	CodeInvalidDefinition    = "invalidDefinition"
	CodeInvalidScale         = "invalidScale"
	CodeLookBackTooShort     = "lookBackTooShort"
	CodeLowCoverage          = "lowCoverage"
	CodeMissingChild         = "missingChild"
	CodeMissingInput         = "missingInput"
	CodeMissingPeriod        = "missingPeriod"
	CodeNoBaseline           = "noBaseline"
	CodeNoChildren           = "noChildren"
	CodeNoObservation        = "noObservation"
	CodeNoScale              = "noScale"
	CodeNoTarget             = "noTarget"
	CodeNoVariation          = "noVariation"
	CodeNoWeight             = "noWeight"
	CodeNotBegun             = "notBegun"
	CodeNotFinite            = "notFinite"
	CodeNotMeasured          = "notMeasured"
	CodeNothingCarried       = "nothingCarried"
	CodeNothingScored        = "nothingScored"
	CodeOutsideRanges        = "outsideRanges"
	CodeQuarantined          = "quarantined"
	CodeTooFewPairs          = "tooFewPairs"
	CodeTooLittleInformation = "tooLittleInformation"
	CodeUnknownKpi           = "unknownKpi"
	CodeUnknownLevel         = "unknownLevel"
	CodeZeroTarget           = "zeroTarget"
)

// Sentences without particulars, made once: nobody changes one.
var (
	AllWeightsZero       = &contract.Reason{Code: CodeNoWeight, Sentence: new("allWeightsZero"), Message: "all weights are 0"}
	CircularFormula      = &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("circularFormula"), Message: "it is calculated from itself"}
	CircularObjective    = &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("circularObjective"), Message: "it contributes to itself"}
	DivisionByZero       = &contract.Reason{Code: CodeDivisionByZero, Message: "Division by zero."}
	LookBackTooShort     = &contract.Reason{Code: CodeLookBackTooShort, Message: "the time looked back on begins before its first observation here"}
	MissingChild         = &contract.Reason{Code: CodeMissingChild, Message: "a unit below has no value, and the KPI requires all of them"}
	MissingPeriod        = &contract.Reason{Code: CodeMissingPeriod, Message: "a part of the period has no value, and the KPI requires all of them"}
	NoBaseline           = &contract.Reason{Code: CodeNoBaseline, Message: "The scale begins at the baseline, and there is none for this period."}
	NoChildren           = &contract.Reason{Code: CodeNoChildren, Message: "there is nothing below it that could be scored"}
	NoObservation        = &contract.Reason{Code: CodeNoObservation, Message: "there is no observation"}
	NoScale              = &contract.Reason{Code: CodeNoScale, Message: "no target set gives a scale for this unit and period"}
	NoTarget             = &contract.Reason{Code: CodeNoTarget, Message: "The scale is in percent of the target, and there is none for this period."}
	NoTargetToReach      = &contract.Reason{Code: CodeNoTarget, Sentence: new("noTargetToReach"), Message: "The scale ends at the target, and there is none for this period."}
	NotBegun             = &contract.Reason{Code: CodeNotBegun, Message: "the period has not begun"}
	NotFinite            = &contract.Reason{Code: CodeNotFinite, Message: "the result is too large for a number"}
	NothingCarried       = &contract.Reason{Code: CodeNothingCarried, Message: "neither of the last two periods of the KPI's own frequency has a value"}
	NothingScored        = &contract.Reason{Code: CodeNothingScored, Message: "none of its parts has a score"}
	NothingToCompare     = &contract.Reason{Code: CodeNoObservation, Sentence: new("nothingToCompare"), Message: "it has no value this year to compare with"}
	NotMeasured          = &contract.Reason{Code: CodeNotMeasured, Message: "the KPI isn't measured at this unit"}
	NoVariation          = &contract.Reason{Code: CodeNoVariation, Message: "one of the two scores never changes differently"}
	NoWeight             = &contract.Reason{Code: CodeNoWeight, Message: "no value has a weight above zero"}
	Quarantined          = &contract.Reason{Code: CodeQuarantined, Message: "the newest value is quarantined"}
	ThresholdsTooLarge   = &contract.Reason{Code: CodeInvalidScale, Sentence: new("thresholdsTooLarge"), Message: "The thresholds of the scale are too large."}
	TooLittleInformation = &contract.Reason{Code: CodeTooLittleInformation, Message: "the changes depend on each other too much to tell"}
	ZeroTarget           = &contract.Reason{Code: CodeZeroTarget, Message: "The scale is in percent of the target, which is 0 in this period."}
)

// CalendarUnusable says: its calendar {{calendar}} can't be used
func CalendarUnusable(calendar string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("calendarUnusable"), Message: "its calendar " + calendar + " can't be used", Params: map[string]any{"calendar": calendar}}
}

// FormulaUnreadable says: its formula can't be read: {{problem}}
func FormulaUnreadable(problem string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("formulaUnreadable"), Message: "its formula can't be read: " + problem, Params: map[string]any{"problem": problem}}
}

// FrequencyUnknown says: its frequency {{frequency}} is unknown
func FrequencyUnknown(frequency string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("frequencyUnknown"), Message: "its frequency " + frequency + " is unknown", Params: map[string]any{"frequency": frequency}}
}

// InvalidScale says: The scale can't score in this period: {{threshold}} {{problem}}.
func InvalidScale(threshold string, problem string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidScale, Message: "The scale can't score in this period: " + threshold + " " + problem + ".", Params: map[string]any{"threshold": threshold, "problem": problem}}
}

// LowCoverage says: only {{coverage}} of the weight has a score, and at least {{minimum}} is required
func LowCoverage(coverage float64, minimum float64) *contract.Reason {
	return &contract.Reason{Code: CodeLowCoverage, Message: "only " + percent(coverage) + " of the weight has a score, and at least " + percent(minimum) + " is required", Params: map[string]any{"coverage": coverage, "minimum": minimum}}
}

// MissingInput says: {{kpi}} has no value: {{cause}}
func MissingInput(kpi string, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: CodeMissingInput, Message: kpi + " has no value: " + cause.Message, Params: map[string]any{"kpi": kpi}, Cause: cause}
}

// MissingParts says: {{count}} of its parts have no score, and the roll-up allows none to be missing
func MissingParts(count int) *contract.Reason {
	message := strconv.Itoa(count) + " of its parts have no score, and the roll-up allows none to be missing"
	if count == 1 {
		message = strconv.Itoa(count) + " of its parts has no score, and the roll-up allows none to be missing"
	}
	return &contract.Reason{Code: CodeMissingChild, Sentence: new("missingParts"), Message: message, Params: map[string]any{"count": count}}
}

// NoCounterpart says: {{period}} has no counterpart a year before
func NoCounterpart(period string) *contract.Reason {
	return &contract.Reason{Code: CodeLookBackTooShort, Sentence: new("noCounterpart"), Message: period + " has no counterpart a year before", Params: map[string]any{"period": period}}
}

// NoValueYearBefore says: it has no value in {{period}}: {{cause}}
func NoValueYearBefore(period string, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: cause.Code, Sentence: new("noValueYearBefore"), Message: "it has no value in " + period + ": " + cause.Message, Params: map[string]any{"period": period}, Cause: cause}
}

// OutsideRanges says: No range of the scale holds {{value}}.
func OutsideRanges(value float64) *contract.Reason {
	return &contract.Reason{Code: CodeOutsideRanges, Message: "No range of the scale holds " + number(value) + ".", Params: map[string]any{"value": value}}
}

// QuarantinedThreshold says: the newest value of the threshold {{threshold}} is quarantined
func QuarantinedThreshold(threshold string) *contract.Reason {
	return &contract.Reason{Code: CodeQuarantined, Sentence: new("quarantinedThreshold"), Message: "the newest value of the threshold " + threshold + " is quarantined", Params: map[string]any{"threshold": threshold}}
}

// TooFewPairs says: there are {{count}} pairs of changes, and at least {{needed}} are needed
func TooFewPairs(count int, needed int) *contract.Reason {
	message := "there are " + strconv.Itoa(count) + " pairs of changes, and at least " + strconv.Itoa(needed) + " are needed"
	if count == 1 {
		message = "there is " + strconv.Itoa(count) + " pair of changes, and at least " + strconv.Itoa(needed) + " are needed"
	}
	return &contract.Reason{Code: CodeTooFewPairs, Message: message, Params: map[string]any{"count": count, "needed": needed}}
}

// UnknownKpi says: there is no KPI {{kpi}}
func UnknownKpi(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeUnknownKpi, Message: "there is no KPI " + kpi, Params: map[string]any{"kpi": kpi}}
}

// UnknownLevel says: The scale names the level “{{level}}”, which the scheme doesn't have.
func UnknownLevel(level string) *contract.Reason {
	return &contract.Reason{Code: CodeUnknownLevel, Message: "The scale names the level “" + level + "”, which the scheme doesn't have.", Params: map[string]any{"level": level}}
}
