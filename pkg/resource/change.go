package resource

import (
	"context"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Who manages a resource.
const (
	ManagedByUI   = "ui"
	ManagedByAPI  = "api"
	ManagedByFile = "file"
)

// What a history record says was done.
const (
	actionCreated  = "created"
	actionChanged  = "changed"
	actionArchived = "archived"
	actionDeleted  = "deleted"
)

// author is who makes a change, from where, when and why.
type author struct {
	actor     string
	managedBy string
	reason    string
	at        time.Time
}

// why is the reason that the history keeps; files give none of their own.
func (a author) why(event string, e *entry) string {
	if a.reason == "" && a.managedBy == ManagedByFile {
		return event + e.stored.File
	}
	return a.reason
}

// change is what a request does to a state, worked out but not written.
type change struct {
	before, after *state
	created       []*entry
	changed       []*entry
	unchanged     []*entry
	deleted       []*entry
	// firm is only known where something is deleted.
	firm firm
	// beside is written in the same transaction; nil when nothing is.
	beside func(context.Context, Tx) error
}

// put is one document of a request, with how its absent parts are read.
type put struct {
	document *document
	// keepArchived leaves archived as it is where the document doesn't say.
	keepArchived bool
}

// planned works out a change: which documents create, change or leave what is there, and which resources go. Documents with
// a broken shape take part by name, so that references to them are not reported as well. What the schedule made goes with what it
// was made for.
func planned(before *state, puts []put, deletes deletion, by author) *change {
	c := &change{before: before, firm: deletes.firm}
	gone := deletes.withPassing(before, by.at)
	entries := make([]*entry, len(puts))
	for i, p := range puts {
		entries[i] = candidate(before.get(p.document.ref), p, by)
	}
	entries = completed(entries, before, by)
	for _, e := range entries {
		known := before.get(e.ref)
		e.leaveWith(known, by)
		switch {
		case known == nil:
			c.created = append(c.created, e)
		case e.sameContent(known) && e.stored.ManagedBy == known.stored.ManagedBy && e.stored.File == known.stored.File:
			e.stored = known.stored
			c.unchanged = append(c.unchanged, e)
		default:
			c.changed = append(c.changed, e)
		}
	}
	for _, ref := range gone {
		c.deleted = append(c.deleted, before.get(ref))
	}
	c.after = before.changed(entries, gone)
	return c
}

// candidate is the entry that a document makes of what is there (nil for nothing).
func candidate(known *entry, p put, by author) *entry {
	d := p.document
	stored := Stored{
		Kind: d.ref.Kind, Name: d.ref.Name, Version: 1, Document: d.json(), Labels: d.labels(), ManagedBy: by.managedBy,
		Archived: d.archived != nil && *d.archived, CreatedAt: by.at, CreatedBy: by.actor, UpdatedAt: by.at, UpdatedBy: by.actor,
	}
	if by.managedBy == ManagedByFile {
		stored.File = d.file
	}
	if known != nil {
		stored.Version = known.stored.Version + 1
		stored.CreatedAt, stored.CreatedBy = known.stored.CreatedAt, known.stored.CreatedBy
		if d.archived == nil && p.keepArchived {
			stored.Archived = known.stored.Archived
		}
	}
	value, _ := decodeValue(stored.Document)
	fields, _ := value.(map[string]any)
	e := readEntry(stored, fields)
	e.origin = d
	return e
}

// leaveWith leaves a resource with whoever manages it when the document says what is there already. Only a file takes a
// resource over by that.
func (e *entry) leaveWith(known *entry, by author) {
	if known != nil && by.managedBy != ManagedByFile && e.sameContent(known) {
		e.stored.ManagedBy, e.stored.File = known.stored.ManagedBy, known.stored.File
	}
}

// judge is the error of a change that must not happen: it meets a file's resources, is invalid, or deletes what stays for ever or is
// still referred to. nil when it may happen.
func (c *change) judge(r *request, by author) error {
	if by.managedBy != ManagedByFile {
		if err := c.managedByFile(); err != nil {
			return err
		}
	}
	if problems := r.problems(c); len(problems) > 0 {
		return &InvalidError{problems}
	}
	return c.undeletable()
}

// undeletable is the conflict of a change with what stays for ever, and with what refers to what it deletes.
func (c *change) undeletable() error {
	e := &ConflictError{Referrers: referrersOf(c.after, c.gone())}
	refuse := func(ref contract.Ref, message string) {
		e.Problems = append(e.Problems, contract.ProblemItem{Resource: &ref, Message: message})
	}
	if len(e.Referrers) > 0 {
		e.Detail = "still referenced: change or delete what refers to it first, or archive it instead"
	}
	for _, deleted := range c.deleted {
		if c.firm[deleted.ref] {
			refuse(deleted.ref, firmText)
			e.Detail = refText(deleted.ref) + " " + firmText + ": archive it instead"
		}
		for _, referrer := range c.after.referrers(deleted.ref) {
			refuse(deleted.ref, "is still referenced by "+c.firm.texts([]contract.Ref{referrer}))
			if c.firm[referrer] {
				e.Detail = refText(deleted.ref) + " is still referenced by " + refText(referrer) + ", which " + firmText + ": archive it instead"
			}
		}
	}
	if len(e.Problems) == 0 {
		return nil
	}
	return e
}

// managedByFile is the conflict of a change with resources that files manage.
func (c *change) managedByFile() error {
	var problems []contract.ProblemItem
	refuse := func(e *entry) {
		known := c.before.get(e.ref)
		if known == nil || known.stored.ManagedBy != ManagedByFile {
			return
		}
		finding := findingOf("/metadata/name", sentence.ManagedByFile(e.ref.Kind, e.ref.Name, known.stored.File))
		if e.origin != nil {
			problems = append(problems, e.origin.problem(finding))
			return
		}
		ref := e.ref
		problems = append(problems, finding.problem(&ref))
	}
	for _, e := range c.changed {
		refuse(e)
	}
	for _, e := range c.deleted {
		refuse(e)
	}
	if len(problems) == 0 {
		return nil
	}
	return &ConflictError{Detail: problems[0].Message, Problems: problems}
}

func (c *change) gone() map[contract.Ref]bool {
	gone := map[contract.Ref]bool{}
	for _, e := range c.deleted {
		gone[e.ref] = true
	}
	return gone
}

// nothing reports whether the change leaves everything as it is.
func (c *change) nothing() bool {
	return len(c.created) == 0 && len(c.changed) == 0 && len(c.deleted) == 0
}

// records are the history records to write, and those that delete.
func (c *change) records(by author) (puts, deletes []HistoryRecord) {
	for _, e := range c.created {
		puts = append(puts, HistoryRecord{Stored: e.stored, Action: actionCreated, Reason: by.why("provisioned from ", e)})
	}
	for _, e := range c.changed {
		action := actionChanged
		if known := c.before.get(e.ref); e.stored.Archived && !known.stored.Archived {
			action = actionArchived
		}
		puts = append(puts, HistoryRecord{Stored: e.stored, Action: action, Reason: by.why("provisioned from ", e)})
	}
	for _, e := range c.deleted {
		stored := e.stored
		stored.Version++
		stored.UpdatedAt, stored.UpdatedBy = by.at, by.actor
		deletes = append(deletes, HistoryRecord{Stored: stored, Action: actionDeleted, Reason: by.why("no longer in ", e)})
	}
	return puts, deletes
}
