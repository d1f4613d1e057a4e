package resource

import (
	"errors"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkCalendar(c *check, spec *contract.CalendarSpec) {
	_, err := period.New(*spec)
	var problems period.Problems
	switch {
	case errors.As(err, &problems):
		for _, problem := range problems {
			c.refuse("/spec"+problem.Path, problem.Said)
		}
	case err != nil:
		c.refuse("/spec", sentence.Of(err))
	}
}
