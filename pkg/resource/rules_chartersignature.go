package resource

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

func checkCharterSignature(c *check, spec *contract.CharterSignatureSpec) {
	charter := c.get(contract.Ref{Kind: "GovernanceCharter", Name: spec.Charter})
	if charter != nil && spec.Version > int64(charter.stored.Version) {
		c.refuse("/spec/version", "the charter has no version %d yet: it is at %d", spec.Version, charter.stored.Version)
	}
}
