package resource

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

func checkCausalLink(c *check, spec *contract.CausalLinkSpec) {
	if spec.From == spec.To {
		c.refuse("/spec/to", "an objective can't be the cause of itself: name another than %s", quote(spec.From))
	}
}
