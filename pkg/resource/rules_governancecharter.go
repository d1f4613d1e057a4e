package resource

import (
	"maps"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

func checkGovernanceCharter(c *check, spec *contract.GovernanceCharterSpec) {
	names := committeeNames(spec)
	c.duplicates(names, func(i int) string { return indexed("/spec/committees", i, "name") }, "committee")
	for i := range spec.Committees {
		c.people(&spec.Committees[i], item("/spec/committees", i))
	}
	promised := map[[3]string]bool{}
	for i, review := range spec.Reviews {
		if committeeOf(spec, review.Committee) == nil {
			c.refuse(indexed("/spec/reviews", i, "committee"), "there is no committee %s%s", quote(review.Committee), suggestion(review.Committee, names))
		}
		promise := [3]string{review.Scorecard, review.Committee, review.Tier}
		if promised[promise] {
			c.refuse(item("/spec/reviews", i), "the %s review of %s by %s is promised twice: keep one", review.Tier, quote(review.Scorecard), quote(review.Committee))
		}
		promised[promise] = true
		c.cadenceBounds(review, item("/spec/reviews", i))
	}
	if spec.Pivots != nil && committeeOf(spec, spec.Pivots.Committee) == nil {
		c.refuse("/spec/pivots/committee", "there is no committee %s%s", quote(spec.Pivots.Committee), suggestion(spec.Pivots.Committee, names))
	}
}

// people refuses a committee whose people contradict each other.
func (c *check) people(committee *contract.Committee, path string) {
	c.distinctPeople(committee.Members, path+"/members", "member")
	seats := slices.Clone(committee.Members)
	if committee.Chair != nil && !hasPerson(seats, *committee.Chair) {
		seats = append(seats, *committee.Chair)
	}
	for _, replaced := range slices.Sorted(maps.Keys(committee.Delegates)) {
		place := child(path+"/delegates", replaced)
		switch {
		case !hasPerson(seats, replaced):
			c.refuse(place, "%s is no member of the committee: a delegate stands in for a member", quote(replaced))
		case hasPerson([]string{replaced}, committee.Delegates[replaced]):
			c.refuse(place, "nobody stands in for themselves: name somebody else")
		}
	}
	if q := committee.Quorum; q != nil && len(committee.Members) > 0 && int(*q) > len(seats) {
		c.refuse(path+"/quorum", "can't be reached: the committee has %d members", len(seats))
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
		c.refuse(path+"/bounds/seldom", "must not be shorter than often: every %s is more often than every %s", *review.Bounds.Seldom, *review.Bounds.Often)
	case every < often:
		c.refuse(path+"/every", "is more often than the bounds allow: every %s", *review.Bounds.Often)
	case every > seldom:
		c.refuse(path+"/every", "is more seldom than the bounds allow: every %s", *review.Bounds.Seldom)
	}
}

// distinctPeople refuses people who stand in a list twice, at the second place.
func (c *check) distinctPeople(people []string, path, what string) {
	for i, person := range people {
		if hasPerson(people[:i], person) {
			c.refuse(item(path, i), "%s %s stands here twice: keep one", what, quote(person))
		}
	}
}

// hasPerson reports whether a person is in a list, in any case.
func hasPerson(people []string, person string) bool {
	return slices.ContainsFunc(people, func(other string) bool {
		return strings.EqualFold(strings.TrimSpace(other), strings.TrimSpace(person))
	})
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
