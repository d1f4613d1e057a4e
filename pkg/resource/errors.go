package resource

import (
	"errors"
	"fmt"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// ErrPreconditionRequired says that a change lacks the version it is based on.
var ErrPreconditionRequired = errors.New("this change needs the version it is based on (If-Match)")

// ErrUnavailable says that the store can't be reached or written just now. A write that ends with it may have been done:
// the connection can break after the commit and before its confirmation.
var ErrUnavailable = errors.New("the store can't be reached or written just now")

// ParseError says that a body can't be read as YAML or JSON. Line and Column count from 1; 0 means unknown.
type ParseError struct {
	File         string
	Line, Column int
	Message      string
}

// Error names the place and what is wrong there.
func (e *ParseError) Error() string {
	var place strings.Builder
	if e.File != "" {
		place.WriteString(e.File + ": ")
	}
	if e.Line > 0 {
		fmt.Fprintf(&place, "line %d, column %d: ", e.Line, e.Column)
	}
	return place.String() + e.Message
}

// Item gives the error as a problem of an HTTP answer.
func (e *ParseError) Item() contract.ProblemItem {
	return withPlace(contract.ProblemItem{Message: e.Message}, e.File, e.Line, e.Column)
}

// TooLargeError says which limit a request exceeds.
type TooLargeError struct{ Message string }

// Error names the limit.
func (e *TooLargeError) Error() string { return e.Message }

// InvalidError lists everything that is wrong with the content of a request. Nothing of it was written.
type InvalidError struct{ Problems []contract.ProblemItem }

// Error gives the first problem and how many there are.
func (e *InvalidError) Error() string {
	if len(e.Problems) == 0 {
		return "invalid content"
	}
	first := e.Problems[0]
	text := first.Message
	if first.Path != "" {
		text = first.Path + ": " + text
	}
	if first.Resource != nil {
		text = refText(*first.Resource) + " " + text
	}
	if more := len(e.Problems) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}

// ConflictError says that a change meets something that stands against it: a resource of the same name, one that still
// refers to what should go, or a file that manages the resource.
type ConflictError struct {
	Detail string
	// Problems names each resource in conflict; may be empty.
	Problems []contract.ProblemItem
	// Referrers lists what still refers to the resources that should be deleted.
	Referrers []contract.Ref
}

// Error says what stands against the change.
func (e *ConflictError) Error() string { return e.Detail }

// StaleError says that a change was based on a version that is no longer the current one.
type StaleError struct{ Current contract.Resource }

// Error says what to do.
func (e *StaleError) Error() string {
	version := int64(0)
	if e.Current.Metadata.Version != nil {
		version = *e.Current.Metadata.Version
	}
	return fmt.Sprintf("%s %q was changed meanwhile and is at version %d: look at it and change that one",
		e.Current.Kind, e.Current.Metadata.Name, version)
}

func refText(ref contract.Ref) string { return ref.Kind + " " + quote(ref.Name) }

func quote(s string) string { return "“" + s + "”" }

func withPlace(item contract.ProblemItem, file string, line, column int) contract.ProblemItem {
	if file != "" {
		item.File = &file
	}
	if line > 0 {
		l, c := int64(line), int64(column)
		item.Line, item.Column = &l, &c
	}
	return item
}
