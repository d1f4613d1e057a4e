package governance

import (
	"maps"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// States of a proposal of cadence.
const (
	ProposalOpen     = "open"
	ProposalRejected = "rejected"
	// ProposalAccepted is not carried out: a series of the committee meets at another cadence.
	ProposalAccepted   = "accepted"
	ProposalCarriedOut = "carriedOut"
	// ProposalReplaced was accepted, and so was a later one for the same reviews.
	ProposalReplaced = "replaced"
)

// ProposalStatusRule is the version of the rule by which a proposal's state is computed.
const ProposalStatusRule = "cadence/1"

// ProposalStatus is what became of a proposal: its decision held against how often the series of its committee, tier and scorecard
// meet by their rules.
func (d Documents) ProposalStatus(name string) contract.CadenceProposalStatus {
	spec := d.Proposals[name]
	status := contract.CadenceProposalStatus{State: ProposalOpen, Series: []contract.SeriesCadence{}, Rule: ProposalStatusRule}
	committee := d.committeeOfProposal(spec)
	status.Committee = named(committee)
	all := true
	for _, series := range d.seriesOfProposal(spec, committee) {
		cadence := CadenceOf(d.Series[series].Recurrence)
		all = all && cadence == spec.To
		status.Series = append(status.Series, contract.SeriesCadence{Series: series, Cadence: named(cadence), CarriedOut: cadence == spec.To})
	}
	switch {
	case spec.Decision == nil:
	case spec.Decision.Outcome == "rejected":
		status.State = ProposalRejected
	case d.replaced(name):
		status.State = ProposalReplaced
	case all && len(status.Series) > 0:
		status.State = ProposalCarriedOut
	default:
		status.State = ProposalAccepted
	}
	return status
}

// committeeOfProposal is the committee whose reviews a proposal is about: that of its series, else the one that the charter has
// review the scorecard in that tier. Empty where that can't be told.
func (d Documents) committeeOfProposal(spec contract.CadenceProposalSpec) string {
	if spec.Series != nil {
		if committee := d.Series[*spec.Series].Committee; committee != nil {
			return *committee
		}
	}
	for _, promise := range d.Charters[spec.Charter].Reviews {
		if promise.Scorecard == spec.Scorecard && promise.Tier == spec.Tier {
			return promise.Committee
		}
	}
	return ""
}

// seriesOfProposal names the series that a proposal changes, by name; archived ones are none.
func (d Documents) seriesOfProposal(spec contract.CadenceProposalSpec, committee string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(d.Series)) {
		series := d.Series[name]
		if text(series.Charter) == spec.Charter && text(series.Committee) == committee && series.Tier == spec.Tier &&
			slices.Contains(series.Scorecards, spec.Scorecard) && !d.Origins[contract.Ref{Kind: "ReviewSeries", Name: name}].Archived {
			names = append(names, name)
		}
	}
	return names
}

// replaced reports whether a later step for the same reviews was accepted than that of a proposal.
func (d Documents) replaced(name string) bool {
	spec := d.Proposals[name]
	ref := func(name string) contract.Ref { return contract.Ref{Kind: "CadenceProposal", Name: name} }
	for other, later := range d.Proposals {
		if other == name || d.Origins[ref(other)].Archived || later.Decision == nil || later.Decision.Outcome != "accepted" ||
			later.Charter != spec.Charter || later.Scorecard != spec.Scorecard || later.Tier != spec.Tier ||
			d.committeeOfProposal(later) != d.committeeOfProposal(spec) {
			continue
		}
		if later.Decision.On > spec.Decision.On ||
			later.Decision.On == spec.Decision.On && d.Origins[ref(other)].CreatedAt.After(d.Origins[ref(name)].CreatedAt) {
			return true
		}
	}
	return false
}
