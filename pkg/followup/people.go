package followup

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// Directory tells which people Grafana knows. grafana.Client does.
type Directory interface {
	// Unknown returns those of the given people (login, e-mail or team:<name>) that match nobody.
	Unknown(ctx context.Context, org int64, people []string) ([]string, error)
}

// peopleAge is for how long an answer about people is remembered, peopleTimeout how long one is waited for.
const (
	peopleAge     = time.Minute
	peopleTimeout = 2 * time.Second
)

// people remembers whom the directory knows.
type people struct {
	directory Directory
	now       func() time.Time
	mu        sync.Mutex
	orgs      map[int64]*roster
}

// roster is what was learnt of an org's people at a time; failed when the directory gave no answer.
type roster struct {
	at     time.Time
	asked  map[string]bool
	absent map[string]bool
	failed bool
}

func newPeople(directory Directory, now func() time.Time) *people {
	return &people{directory: directory, now: now, orgs: map[int64]*roster{}}
}

// known answers for the people. Where the directory can't be asked nothing is known of anybody: that isn't an error, since a
// register without it is still one.
func (p *people) known(ctx context.Context, org int64, names []string) governance.Knows {
	if p.directory == nil || len(names) == 0 {
		return func(string) *bool { return nil }
	}
	r := p.roster(ctx, org, names)
	return func(person string) *bool {
		if r.failed {
			return nil
		}
		known := !r.absent[fold(person)]
		return &known
	}
}

func (p *people) roster(ctx context.Context, org int64, names []string) *roster {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if r := p.orgs[org]; r != nil && recent(r.at, now) && r.covers(names) {
		return r
	}
	r := &roster{at: now, asked: map[string]bool{}, absent: map[string]bool{}}
	for _, name := range names {
		r.asked[fold(name)] = true
	}
	bounded, cancel := context.WithTimeout(ctx, peopleTimeout)
	defer cancel()
	unknown, err := p.directory.Unknown(bounded, org, names)
	r.failed = err != nil
	for _, name := range unknown {
		r.absent[fold(name)] = true
	}
	p.orgs[org] = r
	return r
}

func (r *roster) covers(names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !r.asked[fold(name)] })
}

func fold(person string) string { return strings.ToLower(strings.TrimSpace(person)) }

// owners lists the owners of actions and decisions, each once.
func owners(d governance.Documents) []string {
	seen := map[string]bool{}
	var names []string
	add := func(owner *string) {
		if owner != nil && !seen[*owner] {
			seen[*owner] = true
			names = append(names, *owner)
		}
	}
	for _, action := range d.Actions {
		add(action.Owner)
	}
	for _, decision := range d.Decisions {
		add(decision.Owner)
	}
	slices.Sort(names)
	return names
}
