package resource

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

func checkChangeEvent(c *check, spec *contract.ChangeEventSpec) {
	if spec.To != nil && *spec.To < spec.From {
		c.refuse("/spec/to", "must not be before from")
	}
}

func checkCadenceProposal(c *check, spec *contract.CadenceProposalSpec) {
	if spec.From == spec.To {
		c.refuse("/spec/to", "must differ from the cadence there is")
	}
}
