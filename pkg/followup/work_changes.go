package followup

import (
	"encoding/json"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

const (
	// readChanges is how many changes are looked through, shownChanges how many are given.
	readChanges  = 1000
	shownChanges = 50
	// firstLook is how far back somebody looks who never said that they had seen anything.
	firstLook = 7 * 24 * time.Hour
)

// changes adds to the caller's work what others changed, since they said that they had seen it, of scorecards and of what the
// caller owns or is steward of.
func (w *worklist) changes(work *contract.MyWork) error {
	work.Changes = []contract.WorkChange{}
	f := w.filter
	records, err := w.Work.Changes(w.ctx, f.Org(), w.since(firstLook), readChanges)
	if err != nil {
		return err
	}
	for _, record := range records {
		if record.UpdatedBy == f.Actor() || !f.SeesResource(record.Kind, record.Name) {
			continue
		}
		document, err := readChanged(record.Document)
		if err != nil {
			return err
		}
		if record.Kind != "Scorecard" && !document.belongsTo(f) {
			continue
		}
		if len(work.Changes) == shownChanges {
			work.MoreChanges++
			continue
		}
		work.Changes = append(work.Changes, contract.WorkChange{
			Ref: contract.Ref{Kind: record.Kind, Name: record.Name}, Title: or(document.Spec.Title, record.Name),
			Action: record.Action, By: record.UpdatedBy, At: contract.InstantText(record.UpdatedAt),
		})
	}
	return nil
}

// since is when the caller last looked; so long before now for those who never said that they had seen anything.
func (w *worklist) since(first time.Duration) time.Time {
	if w.seen.IsZero() {
		return w.now.Add(-first)
	}
	return w.seen
}

// changed is what a change shows of a document.
type changed struct {
	Spec struct {
		Title, Owner, Steward, Sponsor, Facilitator *string
	} `json:"spec"`
}

func readChanged(document []byte) (c changed, err error) {
	err = json.Unmarshal(document, &c)
	return c, err
}

// belongsTo reports whether the caller has a duty in the document.
func (c changed) belongsTo(f access.Filter) bool {
	for _, person := range []*string{c.Spec.Owner, c.Spec.Steward, c.Spec.Sponsor, c.Spec.Facilitator} {
		if person != nil && f.Is(*person) {
			return true
		}
	}
	return false
}
