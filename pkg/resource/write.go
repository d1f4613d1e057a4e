package resource

import (
	"bytes"
	"context"
	"errors"
	"slices"

	jsonpatch "github.com/evanphx/json-patch/v5"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// WriteOptions say how a change is made.
type WriteOptions struct {
	// DryRun works everything out and writes nothing.
	DryRun bool
	// Reason is kept in the history.
	Reason string
	// Source is ManagedByUI for changes of our own pages, ManagedByFile for provisioning; everything else is ManagedByAPI.
	Source string
}

// Basis says which versions of a resource a change is made to.
type Basis struct {
	// Any takes whatever version there is.
	Any      bool
	Versions []int
}

// Create makes a resource of the kind. A *ConflictError says that the name is taken.
func (e *Engine) Create(ctx context.Context, f access.Filter, kind string, body Input, options WriteOptions) (contract.Resource, error) {
	return e.writeOne(ctx, f, kind, options, func(before *state) (*document, error) {
		d, err := readOne(body)
		if err != nil {
			return nil, err
		}
		if err := d.addressed(kind, ""); err != nil {
			return nil, err
		}
		if before.get(d.ref) != nil {
			taken := findingOf("/metadata/name", sentence.ExistsAlready(d.ref.Kind, d.ref.Name))
			return nil, &ConflictError{Detail: taken.message, Problems: []contract.ProblemItem{d.problem(taken)}}
		}
		return d, nil
	})
}

// Replace writes a whole document over a resource. Without a basis it is ErrPreconditionRequired, with another version than the
// current one a *StaleError.
func (e *Engine) Replace(ctx context.Context, f access.Filter, kind, name string, basis *Basis, body Input, options WriteOptions) (contract.Resource, error) {
	return e.writeOne(ctx, f, kind, options, func(before *state) (*document, error) {
		if _, err := based(before, f, contract.Ref{Kind: kind, Name: name}, basis); err != nil {
			return nil, err
		}
		d, err := readOne(body)
		if err != nil {
			return nil, err
		}
		return d, d.addressed(kind, name)
	})
}

// Patch changes parts of a resource by a JSON merge patch (RFC 7396); metadata.archived archives and brings back.
func (e *Engine) Patch(ctx context.Context, f access.Filter, kind, name string, basis *Basis, patch Input, options WriteOptions) (contract.Resource, error) {
	return e.writeOne(ctx, f, kind, options, func(before *state) (*document, error) {
		current, err := based(before, f, contract.Ref{Kind: kind, Name: name}, basis)
		if err != nil {
			return nil, err
		}
		d, err := merged(current, patch)
		if err != nil {
			return nil, err
		}
		return d, d.addressed(kind, name)
	})
}

// Delete removes a resource; its history stays. A *ConflictError lists what still refers to it, or says that it stays for ever: a
// review with a frozen report or a log.
func (e *Engine) Delete(ctx context.Context, f access.Filter, kind, name string, basis *Basis, options WriteOptions) error {
	if err := mayWrite(f, kind); err != nil {
		return err
	}
	by := e.author(f, options.Source, options.Reason)
	_, err := e.commit(ctx, f, by, options.DryRun, func(before *state, from reader) (*change, error) {
		ref := contract.Ref{Kind: kind, Name: name}
		if _, err := based(before, f, ref, basis); err != nil {
			return nil, err
		}
		firm, err := firmReviews(ctx, from)
		if err != nil {
			return nil, err
		}
		c := planned(before, nil, deletion{[]contract.Ref{ref}, firm}, by)
		return c, c.judge(&request{}, by)
	})
	return shown(f, err)
}

// writeOne plans and commits a change of one document.
func (e *Engine) writeOne(ctx context.Context, f access.Filter, kind string, options WriteOptions, read func(before *state) (*document, error)) (contract.Resource, error) {
	if err := mayWrite(f, kind); err != nil {
		return contract.Resource{}, err
	}
	by := e.author(f, options.Source, options.Reason)
	var written contract.Ref
	done, err := e.commit(ctx, f, by, options.DryRun, func(before *state, _ reader) (*change, error) {
		d, err := read(before)
		if err != nil {
			return nil, err
		}
		written = d.ref
		c := planned(before, []put{{document: d}}, deletion{}, by)
		return c, c.judge(&request{}, by)
	})
	if err != nil {
		return contract.Resource{}, shown(f, err)
	}
	result := done.after
	if done.nothing() {
		result = done.before
	}
	if options.DryRun { // what a provider computes is of what is stored
		return result.resource(result.get(written)), nil
	}
	return e.oneWithStatus(ctx, f, result.resource(result.get(written)))
}

// based returns the resource that a change is made to, when it is at a version that the change is based on.
func based(before *state, f access.Filter, ref contract.Ref, basis *Basis) (*entry, error) {
	current, err := visible(before, f, ref)
	switch {
	case err != nil:
		return nil, err
	case basis == nil:
		return nil, ErrPreconditionRequired
	case !basis.Any && !slices.Contains(basis.Versions, current.stored.Version):
		return nil, &StaleError{before.resource(current)}
	}
	return current, nil
}

// readOne reads a body of exactly one document.
func readOne(body Input) (*document, error) {
	trees, err := read(body)
	if err != nil {
		return nil, err
	}
	if len(trees) != 1 {
		return nil, &ParseError{File: body.File, Message: "the body must hold exactly one document"}
	}
	return newDocument(trees[0], body.File, 0, true), nil
}

// merged is the document that a merge patch makes of a resource.
func merged(current *entry, patch Input) (*document, error) {
	trees, err := read(patch)
	if err != nil {
		return nil, err
	}
	if len(trees) != 1 || trees[0].kind != object {
		return nil, &ParseError{Message: "a merge patch is one mapping of the fields to change"}
	}
	var changes bytes.Buffer
	trees[0].appendJSON(&changes)
	base, err := jsonpatch.MergePatch(current.stored.Document, archivedPatch(current))
	if err != nil {
		return nil, err
	}
	result, err := jsonpatch.MergePatch(base, changes.Bytes())
	if err != nil {
		return nil, &ParseError{Message: "the merge patch can't be applied: " + err.Error()}
	}
	trees, err = read(Input{Data: result, Format: JSON})
	if err != nil {
		return nil, err
	}
	return newDocument(trees[0], "", 0, false), nil
}

func archivedPatch(current *entry) []byte {
	if current.stored.Archived {
		return []byte(`{"metadata":{"archived":true}}`)
	}
	return []byte(`{}`)
}

// addressed checks that a document is about what the address says; an empty name leaves it open.
func (d *document) addressed(kind, name string) error {
	switch {
	case d.ref.Kind != "" && d.ref.Kind != kind:
		d.shape = []finding{{path: "/kind", message: "must be " + quote(kind) + ", as the address says, not " + quote(d.ref.Kind)}}
	case name != "" && d.ref.Name != "" && d.ref.Name != name:
		d.shape = append(d.shape, finding{path: "/metadata/name", message: "must be " + quote(name) + ", as the address says: a resource can't be renamed"})
	case d.named():
		return nil
	}
	return &InvalidError{d.problems(d.shape)}
}

func (d *document) problems(findings []finding) []contract.ProblemItem {
	problems := make([]contract.ProblemItem, len(findings))
	for i, f := range findings {
		problems[i] = d.problem(f)
	}
	return problems
}

// shown is an error without what the caller may not know of.
func shown(f access.Filter, err error) error {
	var conflict *ConflictError
	if errors.As(err, &conflict) && conflict.Referrers != nil {
		conflict.Referrers = visibleRefs(f, conflict.Referrers)
	}
	return err
}
