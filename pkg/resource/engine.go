// Package resource keeps everything that an organisation configures: it reads documents, validates them in layers (form,
// schema, references, rules across fields and resources), versions every change, answers what was there at a time, applies
// many documents at once, and loads directories of files.
package resource

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// Engine is the use case of resources. It is safe for concurrent use.
type Engine struct {
	store  Store
	now    func() time.Time
	people Directory
	// statuses compute what needs more than the documents, by kind.
	statuses map[string]StatusProvider

	mu     sync.Mutex
	states map[int64]*state
	facts  map[int64]*facts
}

// Directory tells which people and teams of an org Grafana knows.
type Directory interface {
	// Unknown returns those of the given people (login, e-mail or team:<name>) that match nobody. Roles in words match nobody,
	// too.
	Unknown(ctx context.Context, org int64, people []string) ([]string, error)
}

// StatusProvider computes the status of resources of a kind from more than the documents: a clock, a log, measured values.
type StatusProvider interface {
	// Statuses gives the status of resources of one kind, by name, as of now; those without one are left out.
	Statuses(ctx context.Context, f access.Filter, kind string, names []string) (map[string]map[string]any, error)
}

// Options are what an engine may be given beside its store.
type Options struct {
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// People lets apply warn of people that Grafana doesn't know; without it nobody is looked up.
	People Directory
}

// New makes an engine over a store.
func New(store Store, options Options) *Engine {
	if options.Now == nil {
		options.Now = time.Now
	}
	return &Engine{
		store: store, now: options.Now, people: options.People, statuses: map[string]StatusProvider{},
		states: map[int64]*state{}, facts: map[int64]*facts{},
	}
}

// ComputeStatus has the status of resources of the kinds computed by a provider. It is called before the engine serves anybody.
func (e *Engine) ComputeStatus(provider StatusProvider, kinds ...string) {
	for _, kind := range kinds {
		e.statuses[kind] = provider
	}
}

// withStatus adds to resources of one kind what a provider computes of them.
func (e *Engine) withStatus(ctx context.Context, f access.Filter, kind string, resources []contract.Resource) error {
	provider := e.statuses[kind]
	if provider == nil || len(resources) == 0 {
		return nil
	}
	names := make([]string, len(resources))
	for i, r := range resources {
		names[i] = r.Metadata.Name
	}
	computed, err := provider.Statuses(ctx, f, kind, names)
	if err != nil {
		return fmt.Errorf("status of %s: %w", kind, err)
	}
	for i, name := range names {
		if status := computed[name]; status != nil {
			resources[i].Status = status
		}
	}
	return nil
}

// oneWithStatus is withStatus of a single resource.
func (e *Engine) oneWithStatus(ctx context.Context, f access.Filter, r contract.Resource) (contract.Resource, error) {
	one := []contract.Resource{r}
	err := e.withStatus(ctx, f, r.Kind, one)
	return one[0], err
}

// current returns the org's committed state: what was written since the last look is read.
func (e *Engine) current(ctx context.Context, org int64) (*state, error) {
	s, err := committed(ctx, e.known(org), storeReader{e.store, org})
	if err != nil {
		return nil, err
	}
	e.remember(org, s)
	return s, nil
}

func (e *Engine) known(org int64) *state {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.states[org]
}

// at returns the org's state at a time; nil means now.
func (e *Engine) at(ctx context.Context, org int64, asOf *time.Time) (*state, error) {
	if asOf == nil {
		return e.current(ctx, org)
	}
	s, _, err := e.past(ctx, org, *asOf)
	return s, err
}

// past returns the org's state at a time, and the versions of the present.
func (e *Engine) past(ctx context.Context, org int64, asOf time.Time) (*state, evaluate.Versions, error) {
	all, mark, err := e.store.Snapshot(ctx, org, &asOf)
	if err != nil {
		return nil, mark.Versions, err
	}
	s, err := newState(all, mark, e.known(org))
	return s, mark.Versions, err
}

// plan works out a change of the state it is given. What else it needs to know it asks the reader that the state is from.
type plan func(before *state, from reader) (*change, error)

// commit plans a change in a write transaction and writes it; a dry run plans on the committed state and writes nothing.
func (e *Engine) commit(ctx context.Context, f access.Filter, by author, dryRun bool, plan plan) (*change, error) {
	if dryRun {
		before, err := e.current(ctx, f.Org())
		if err != nil {
			return nil, err
		}
		return plan(before, storeReader{e.store, f.Org()})
	}
	var done *change
	err := e.store.Update(ctx, f.Org(), func(tx Tx) error {
		before, err := committed(ctx, e.known(f.Org()), tx)
		if err != nil {
			return err
		}
		e.remember(f.Org(), before)
		if done, err = plan(before, tx); err != nil {
			return err
		}
		return write(ctx, tx, done, by)
	})
	if err != nil {
		return nil, err
	}
	return done, nil
}

// remember keeps a committed state, so that the next read asks only for what was written since.
func (e *Engine) remember(org int64, s *state) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if latest := e.states[org]; latest == nil || latest.mark.Seq <= s.mark.Seq {
		e.states[org] = s
	}
}

func write(ctx context.Context, tx Tx, c *change, by author) error {
	puts, deletes := c.records(by)
	for _, record := range puts {
		if err := tx.Put(ctx, record); err != nil {
			return err
		}
	}
	for _, record := range deletes {
		if err := tx.Delete(ctx, record); err != nil {
			return err
		}
	}
	if c.beside != nil {
		return c.beside(ctx, tx)
	}
	return nil
}

// author says who changes something through the filter.
func (e *Engine) author(f access.Filter, source, reason string) author {
	managedBy := ManagedByAPI
	if source == ManagedByUI || source == ManagedByFile {
		managedBy = source
	}
	return author{actor: f.Actor(), managedBy: managedBy, reason: reason, at: e.now().UTC().Truncate(time.Millisecond)}
}

// visible returns a resource that the caller may see, else ErrNotFound.
func visible(s *state, f access.Filter, ref contract.Ref) (*entry, error) {
	entry := s.get(ref)
	if entry == nil || !f.SeesResource(ref.Kind, ref.Name) {
		return nil, ErrNotFound
	}
	return entry, nil
}

// visibleRefs leaves out what the caller may not know of.
func visibleRefs(f access.Filter, refs []contract.Ref) []contract.Ref {
	result := make([]contract.Ref, 0, len(refs))
	for _, ref := range refs {
		if f.SeesResource(ref.Kind, ref.Name) {
			result = append(result, ref)
		}
	}
	return result
}

// mayRead refuses callers who may not read the kind: signed out, or as if there were no such kind.
func mayRead(f access.Filter, kind string) error {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return err
	}
	if _, known := contract.KindByName(kind); !known || !f.SeesKind(kind) {
		return ErrNotFound
	}
	return nil
}

// mayWrite refuses callers who may not change the kind.
func mayWrite(f access.Filter, kind string) error {
	if err := mayRead(f, kind); err != nil {
		return err
	}
	if err := f.Require(access.Editor, "changing resources"); err != nil {
		return err
	}
	if !f.MayWrite(kind) {
		return access.ErrForbidden
	}
	return nil
}
