package resource

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkCharterSignature(c *check, spec *contract.CharterSignatureSpec) {
	charter := c.get(contract.Ref{Kind: "GovernanceCharter", Name: spec.Charter})
	if charter != nil && spec.Version > int64(charter.stored.Version) {
		c.refuse("/spec/version", sentence.NoVersionYet(int(spec.Version), charter.stored.Version))
	}
}
