// Package sentence holds everything that the server says in words on a page: why a number is absent, what is in the way, what
// waits. A sentence has a code for programs, an English message, and what stands in its places, so that the browser can say
// it in the reader's language. The sentences are generated from src/contract/sentences; this file writes what stands in them.
package sentence

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Error is an error that is one of the sentences.
type Error struct{ Said *contract.Reason }

// Error is the sentence in English.
func (e *Error) Error() string { return e.Said.Message }

// Of is the sentence that an error is; what any other error says is a sentence of its own, in its words.
func Of(err error) *contract.Reason {
	var one *Error
	if errors.As(err, &one) {
		return one.Said
	}
	return AsReported(err.Error())
}

// Text says several sentences one after the other, in English.
func Text(reasons []contract.Reason) string {
	messages := make([]string, len(reasons))
	for i, reason := range reasons {
		messages[i] = reason.Message
	}
	return strings.Join(messages, " ")
}

// number writes all digits of a number.
func number(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }

// quoted lists words, each in quotation marks.
func quoted(words []string) string {
	marked := make([]string, len(words))
	for i, word := range words {
		marked[i] = "“" + word + "”"
	}
	return strings.Join(marked, ", ")
}

// ratio writes a number with two decimals.
func ratio(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) }

// percent writes a share in whole percent.
func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 0, 64) + " %" }

// threshold writes an amount or a percentage as it was given.
func threshold(t *contract.Threshold) string {
	if n, ok := amountOf(t).(float64); ok {
		return number(n)
	}
	return *t.String
}

// amountOf is what stands for a threshold among the params: a number, or text such as "80%".
func amountOf(t *contract.Threshold) any {
	if t.Double != nil {
		return *t.Double
	}
	return *t.String
}

// instant writes a day and time of day in its own zone.
func instant(at time.Time) string { return at.Format("2 January 2006 15:04") }
