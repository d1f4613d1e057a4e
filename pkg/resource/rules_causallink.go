package resource

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkCausalLink(c *check, spec *contract.CausalLinkSpec) {
	if spec.From == spec.To {
		c.refuse("/spec/to", sentence.OwnCause(spec.From))
	}
}
