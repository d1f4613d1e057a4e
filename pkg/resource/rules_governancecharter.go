package resource

import (
	"maps"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkGovernanceCharter(c *check, spec *contract.GovernanceCharterSpec) {
	names := committeeNames(spec)
	c.duplicates(names, func(i int) string { return indexed("/spec/committees", i, "name") }, sentence.CommitteeTwice)
	for i := range spec.Committees {
		c.people(&spec.Committees[i], item("/spec/committees", i))
	}
	promised := map[[3]string]bool{}
	for i, review := range spec.Reviews {
		if governance.CommitteeNamed(*spec, review.Committee) == nil {
			c.refuse(indexed("/spec/reviews", i, "committee"), orNear(sentence.NoCommittee(review.Committee), review.Committee, names))
		}
		promise := [3]string{review.Scorecard, review.Committee, review.Tier}
		if promised[promise] {
			c.refuse(item("/spec/reviews", i), sentence.PromisedTwice(review.Tier, review.Scorecard, review.Committee))
		}
		promised[promise] = true
		c.cadenceBounds(review, item("/spec/reviews", i))
	}
	if spec.Pivots != nil && governance.CommitteeNamed(*spec, spec.Pivots.Committee) == nil {
		c.refuse("/spec/pivots/committee", orNear(sentence.NoCommittee(spec.Pivots.Committee), spec.Pivots.Committee, names))
	}
}

// people refuses a committee whose people contradict each other.
func (c *check) people(committee *contract.Committee, path string) {
	c.distinctPeople(committee.Members, path+"/members", sentence.MemberTwice)
	seats := slices.Clone(committee.Members)
	if committee.Chair != nil && !hasPerson(seats, *committee.Chair) {
		seats = append(seats, *committee.Chair)
	}
	for _, replaced := range slices.Sorted(maps.Keys(committee.Delegates)) {
		place := child(path+"/delegates", replaced)
		switch {
		case !hasPerson(seats, replaced):
			c.refuse(place, sentence.DelegateOfNobody(replaced))
		case hasPerson([]string{replaced}, committee.Delegates[replaced]):
			c.refuse(place, sentence.OwnDelegate)
		}
	}
	if q := committee.Quorum; q != nil && len(committee.Members) > 0 && int(*q) > len(seats) {
		c.refuse(path+"/quorum", sentence.QuorumTooLarge(len(seats)))
	}
}

// cadenceBounds refuses bounds in the wrong order, and a promise outside of them.
func (c *check) cadenceBounds(review contract.CharterReview, path string) {
	if review.Bounds == nil {
		return
	}
	every, often, seldom := period.Frequency(review.Every).Rank(), -1, period.Year.Rank()
	if review.Bounds.Often != nil {
		often = period.Frequency(*review.Bounds.Often).Rank()
	}
	if review.Bounds.Seldom != nil {
		seldom = period.Frequency(*review.Bounds.Seldom).Rank()
	}
	switch {
	case seldom < often:
		c.refuse(path+"/bounds/seldom", sentence.BoundsReversed(*review.Bounds.Seldom, *review.Bounds.Often))
	case every < often:
		c.refuse(path+"/every", sentence.OftenerThanBounds(*review.Bounds.Often))
	case every > seldom:
		c.refuse(path+"/every", sentence.RarerThanBounds(*review.Bounds.Seldom))
	}
}

// distinctPeople refuses people who stand in a list twice, at the second place.
func (c *check) distinctPeople(people []string, path string, twice func(name string) *contract.Reason) {
	for i, person := range people {
		if hasPerson(people[:i], person) {
			c.refuse(item(path, i), twice(person))
		}
	}
}

// hasPerson reports whether a person is in a list, in any case.
func hasPerson(people []string, person string) bool {
	return slices.ContainsFunc(people, func(other string) bool {
		return strings.EqualFold(strings.TrimSpace(other), strings.TrimSpace(person))
	})
}

func committeeNames(charter *contract.GovernanceCharterSpec) []string {
	names := make([]string, len(charter.Committees))
	for i, committee := range charter.Committees {
		names[i] = committee.Name
	}
	return names
}
