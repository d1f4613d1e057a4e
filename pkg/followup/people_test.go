package followup

import (
	"context"
	"errors"
	"testing"
	"time"
)

// directory knows everybody but some, and counts how often it is asked.
type directory struct {
	unknown []string
	err     error
	asked   int
}

func (d *directory) Unknown(context.Context, int64, []string) ([]string, error) {
	d.asked++
	return d.unknown, d.err
}

func TestPeopleAreLookedUpOnceAMinute(t *testing.T) {
	now := day("2026-05-04")
	d := &directory{unknown: []string{"Gone"}}
	p := newPeople(d, func() time.Time { return now })
	look := func(names ...string) func(string) *bool { return p.known(t.Context(), 1, names) }
	if known := look("anna", "gone"); !*known("Anna") || *known("gone") {
		t.Error("who is known and who isn't")
	}
	now = now.Add(59 * time.Second)
	look("anna")
	if d.asked != 1 {
		t.Errorf("asked %d times within a minute", d.asked)
	}
	look("anna", "ben")
	if d.asked != 2 {
		t.Errorf("asked %d times: somebody new has to be looked up", d.asked)
	}
	now = now.Add(2 * time.Minute)
	look("anna")
	if d.asked != 3 {
		t.Errorf("asked %d times: answers grow old", d.asked)
	}
}

func TestNobodyIsUnknownWhereNobodyCanBeAsked(t *testing.T) {
	for name, p := range map[string]*people{
		"no directory": newPeople(nil, time.Now), "one that fails": newPeople(&directory{err: errors.New("away"), unknown: []string{"anna"}}, time.Now),
	} {
		if got := p.known(t.Context(), 1, []string{"anna"})("anna"); got != nil {
			t.Errorf("%s: %v", name, *got)
		}
	}
}
