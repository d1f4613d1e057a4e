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

// InvalidErrors are all the fields of a request that can't be answered as they are.
type InvalidErrors []*InvalidError

func (e InvalidErrors) Error() string {
	if len(e) == 1 {
		return e[0].Error()
	}
	return fmt.Sprintf("%v (and %d more)", e[0], len(e)-1)
}

// why is the reason for an absent number. Reasons are shared: nobody changes one.
type why = *contract.Reason
