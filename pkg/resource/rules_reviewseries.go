package resource

import (
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func checkReviewSeries(c *check, spec *contract.ReviewSeriesSpec) {
	c.duplicates(agendaNames(spec.Agenda), func(i int) string { return indexed("/spec/agenda", i, "name") }, "item")
	if spec.Committee == nil {
		return
	}
	if spec.Charter == nil {
		c.refuse("/spec/committee", "needs the charter whose committee it is")
		return
	}
	charter := find[contract.GovernanceCharterSpec](c.state, "GovernanceCharter", *spec.Charter)
	if charter != nil && committeeOf(charter, *spec.Committee) == nil {
		c.refuse("/spec/committee", "the charter %s has no committee %s%s",
			quote(*spec.Charter), quote(*spec.Committee), suggestion(*spec.Committee, committeeNames(charter)))
	}
}

func agendaNames(agenda []contract.AgendaEntry) []string {
	names := make([]string, len(agenda))
	for i, entry := range agenda {
		names[i] = entry.Name
	}
	return names
}

// indexed is the JSON Pointer of a field of a list's element.
func indexed(list string, i int, field string) string { return fmt.Sprintf("%s/%d/%s", list, i, field) }
