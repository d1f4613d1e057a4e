package resource

import (
	"errors"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

func checkCalendar(c *check, spec *contract.CalendarSpec) {
	_, err := period.New(*spec)
	var problems period.Problems
	switch {
	case errors.As(err, &problems):
		for _, problem := range problems {
			c.pass("/spec"+problem.Path, errors.New(problem.Message))
		}
	case err != nil:
		c.pass("/spec", err)
	}
}
