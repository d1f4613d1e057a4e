package resource

import (
	"context"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
)

// CreateMissing makes those resources of a stream of documents that aren't there yet, in one transaction, and leaves all others
// as they are: what is repeated after a broken connection changes nothing. Errors are those of Apply; problems name the resource.
func (e *Engine) CreateMissing(ctx context.Context, f access.Filter, stream Input, options WriteOptions) error {
	return e.CreateMissingWith(ctx, f, stream, options, nil)
}

// CreateMissingWith does the same, and writes something else beside the resources, in the same transaction: afterwards both are there
// or neither. A dry run leaves it out.
func (e *Engine) CreateMissingWith(
	ctx context.Context, f access.Filter, stream Input, options WriteOptions, beside func(context.Context, Tx) error,
) error {
	if err := f.Require(access.Editor, "creating resources"); err != nil {
		return err
	}
	r, err := readRequest([]Input{stream})
	if err != nil {
		return err
	}
	for _, p := range r.puts() {
		if err := mayWrite(f, p.document.ref.Kind); err != nil {
			return err
		}
	}
	by := e.author(f, options.Source, options.Reason)
	_, err = e.commit(ctx, f, by, options.DryRun, func(before *state, _ reader) (*change, error) {
		missing := slices.DeleteFunc(r.puts(), func(p put) bool { return before.get(p.document.ref) != nil })
		c := planned(before, missing, deletion{}, by)
		c.beside = beside
		return c, c.judge(r, by)
	})
	return shown(f, err)
}
