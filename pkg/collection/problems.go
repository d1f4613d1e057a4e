package collection

import (
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// problems gathers what is wrong with a request.
type problems []contract.ProblemItem

func (p *problems) add(path, format string, args ...any) {
	*p = append(*p, contract.ProblemItem{Path: path, Message: fmt.Sprintf(format, args...)})
}

// err is a resource.InvalidError with every problem, or nil.
func (p problems) err() error {
	if len(p) == 0 {
		return nil
	}
	return &resource.InvalidError{Problems: p}
}
