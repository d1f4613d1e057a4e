package resource

import (
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Schedule is who makes resources ahead of time.
const Schedule = "schedule"

// passing reports whether a resource goes with what it refers to: the schedule made it for a time to come, and nobody has touched
// it since. It is nobody's document, so it is no reason to keep what it was made for.
func (e *entry) passing(now time.Time) bool {
	rule := kindRules[e.ref.Kind]
	return rule.begins != nil && e.stored.CreatedBy == Schedule && e.stored.Version == 1 && e.spec != nil && rule.begins(e).After(now)
}

// withPassing adds to what is deleted the passing resources that refer to it.
func withPassing(before *state, deletes []contract.Ref, now time.Time) []contract.Ref {
	deletes = slices.Clone(deletes)
	known := map[contract.Ref]bool{}
	for _, ref := range deletes {
		known[ref] = true
	}
	for i := 0; i < len(deletes); i++ { // grows while it is gone through
		for _, referrer := range before.referrers()[deletes[i]] {
			if e := before.get(referrer); !known[referrer] && e != nil && e.passing(now) {
				known[referrer] = true
				deletes = append(deletes, referrer)
			}
		}
	}
	return deletes
}
