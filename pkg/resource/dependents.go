package resource

import (
	"context"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Schedule is who makes resources ahead of time.
const Schedule = "schedule"

// passing reports whether a resource goes with what it refers to: the schedule made it for a time to come, and nobody has touched
// it since. It is nobody's document, so it is no reason to keep what it was made for.
func (e *entry) passing(now time.Time) bool {
	rule := kindRules[e.ref.Kind]
	return rule.begins != nil && e.madeAhead() && e.spec != nil && rule.begins(e).After(now)
}

// madeAhead reports whether the schedule made a resource and nobody has touched it since.
func (e *entry) madeAhead() bool { return e.stored.CreatedBy == Schedule && e.stored.Version == 1 }

// deleter is the author of a change that may delete something.
func (e *Engine) deleter(ctx context.Context, f access.Filter, source, reason string) (author, error) {
	by := e.author(f, source, reason)
	names, err := e.store.FirmReviews(ctx, f.Org())
	by.firm = make(map[contract.Ref]bool, len(names))
	for _, name := range names {
		by.firm[contract.Ref{Kind: "Review", Name: name}] = true
	}
	return by, err
}

// withPassing adds to what is deleted the passing resources that refer to it, but for firm ones.
func withPassing(before *state, deletes []contract.Ref, by author) []contract.Ref {
	deletes = slices.Clone(deletes)
	known := map[contract.Ref]bool{}
	for _, ref := range deletes {
		known[ref] = true
	}
	for i := 0; i < len(deletes); i++ { // grows while it is gone through
		for _, referrer := range before.referrers(deletes[i]) {
			if e := before.get(referrer); !known[referrer] && e != nil && e.passing(by.at) && !by.firm[referrer] {
				known[referrer] = true
				deletes = append(deletes, referrer)
			}
		}
	}
	return deletes
}

// DeletePassing deletes those of the named resources of a kind that the schedule made for a time to come, that nobody has touched
// and nothing refers to; the others stay, and so do firm ones.
func (e *Engine) DeletePassing(ctx context.Context, f access.Filter, kind string, names []string, options WriteOptions) error {
	if err := mayWrite(f, kind); err != nil {
		return err
	}
	by, err := e.deleter(ctx, f, options.Source, options.Reason)
	if err != nil {
		return err
	}
	_, err = e.commit(ctx, f, by, options.DryRun, func(before *state) (*change, error) {
		var deletes []contract.Ref
		for _, name := range names {
			ref := contract.Ref{Kind: kind, Name: name}
			if known := before.get(ref); known != nil && known.passing(by.at) && !by.firm[ref] && len(before.referrers(ref)) == 0 {
				deletes = append(deletes, ref)
			}
		}
		c := planned(before, nil, deletes, by)
		return c, c.judge(&request{}, by)
	})
	return shown(f, err)
}
