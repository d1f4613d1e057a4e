package resource

import (
	"context"
	"slices"
	"strings"
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

// firm are resources that can't be deleted: reviews with a frozen report or a log, which stay for ever.
type firm map[contract.Ref]bool

// firmText says of a review what makes it firm.
const firmText = "has a frozen report or a log, which stay for ever"

func firmReviews(ctx context.Context, from reader) (firm, error) {
	names, err := from.FirmReviews(ctx)
	f := make(firm, len(names))
	for _, name := range names {
		f[contract.Ref{Kind: "Review", Name: name}] = true
	}
	return f, err
}

// texts names resources, and says which are firm.
func (f firm) texts(refs []contract.Ref) string {
	texts := make([]string, len(refs))
	for i, ref := range refs {
		if texts[i] = refText(ref); f[ref] {
			texts[i] += " (" + firmText + ")"
		}
	}
	return strings.Join(texts, ", ")
}

// deletion is what a change deletes.
type deletion struct {
	refs []contract.Ref
	firm firm
}

// sparingFirm leaves out firm resources, and whatever they need, and says so of each that somebody made.
func (d deletion) sparingFirm(before *state) (_ deletion, left []string) {
	stays := map[contract.Ref]bool{}
	for _, ref := range d.refs {
		if stays[ref] = d.firm[ref]; stays[ref] && before.get(ref).stored.CreatedBy != Schedule {
			left = append(left, refText(ref)+" "+firmText+": it was left as it is, with what it refers to")
		}
	}
	needed := func(ref contract.Ref) bool {
		return slices.ContainsFunc(before.referrers(ref), func(by contract.Ref) bool { return stays[by] || d.firm[by] })
	}
	for grown := true; grown; {
		grown = false
		for _, ref := range d.refs {
			if !stays[ref] && needed(ref) {
				stays[ref], grown = true, true
			}
		}
	}
	d.refs = slices.DeleteFunc(slices.Clone(d.refs), func(ref contract.Ref) bool { return stays[ref] })
	return d, left
}

// withPassing adds to what is deleted the passing resources that refer to it, but for firm ones.
func (d deletion) withPassing(before *state, now time.Time) []contract.Ref {
	deletes := slices.Clone(d.refs)
	known := map[contract.Ref]bool{}
	for _, ref := range deletes {
		known[ref] = true
	}
	for i := 0; i < len(deletes); i++ { // grows while it is gone through
		for _, referrer := range before.referrers(deletes[i]) {
			if e := before.get(referrer); !known[referrer] && e != nil && e.passing(now) && !d.firm[referrer] {
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
	by := e.author(f, options.Source, options.Reason)
	_, err := e.commit(ctx, f, by, options.DryRun, func(before *state, from reader) (*change, error) {
		firm, err := firmReviews(ctx, from)
		if err != nil {
			return nil, err
		}
		deletes := deletion{firm: firm}
		for _, name := range names {
			ref := contract.Ref{Kind: kind, Name: name}
			if known := before.get(ref); known != nil && known.passing(by.at) && !firm[ref] && len(before.referrers(ref)) == 0 {
				deletes.refs = append(deletes.refs, ref)
			}
		}
		c := planned(before, nil, deletes, by)
		return c, c.judge(&request{}, by)
	})
	return shown(f, err)
}
