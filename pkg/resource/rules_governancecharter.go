package resource

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func checkGovernanceCharter(c *check, spec *contract.GovernanceCharterSpec) {
	names := committeeNames(spec)
	c.duplicates(names, func(i int) string { return indexed("/spec/committees", i, "name") }, "committee")
	for i, review := range spec.Reviews {
		if committeeOf(spec, review.Committee) == nil {
			c.refuse(indexed("/spec/reviews", i, "committee"), "there is no committee %s%s", quote(review.Committee), suggestion(review.Committee, names))
		}
	}
	if spec.Pivots != nil && committeeOf(spec, spec.Pivots.Committee) == nil {
		c.refuse("/spec/pivots/committee", "there is no committee %s%s", quote(spec.Pivots.Committee), suggestion(spec.Pivots.Committee, names))
	}
}

func committeeOf(charter *contract.GovernanceCharterSpec, name string) *contract.Committee {
	for i := range charter.Committees {
		if charter.Committees[i].Name == name {
			return &charter.Committees[i]
		}
	}
	return nil
}

func committeeNames(charter *contract.GovernanceCharterSpec) []string {
	names := make([]string, len(charter.Committees))
	for i, committee := range charter.Committees {
		names[i] = committee.Name
	}
	return names
}
