package resource

import (
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// kindRule is what a kind adds to the engine: its Go type, and the rules across fields and resources that a JSON Schema
// can't say. Kinds without an entry are held to their schema and references only.
type kindRule struct {
	newSpec func() any
	check   func(*check)
	// complete fills in what the server adds to a document; nil where it adds nothing.
	complete func(*completion)
	// begins is when that of which a resource tells begins; nil where the schedule makes none ahead.
	begins func(*entry) time.Time
}

// madeAhead adds to a rule when that of which a resource tells begins, so that the schedule can make it before.
func (r kindRule) madeAhead(begins func(*entry) time.Time) kindRule {
	r.begins = begins
	return r
}

// completedBy adds to a rule what the server fills in.
func (r kindRule) completedBy(complete func(*completion)) kindRule {
	r.complete = complete
	return r
}

func ruleOf[T any](rules func(*check, *T)) kindRule {
	return kindRule{
		newSpec: func() any { return new(T) },
		check:   func(c *check) { rules(c, c.entry.spec.(*T)) },
	}
}

// kindRules has one line per kind; each kind's rules are a file of their own.
var kindRules map[string]kindRule

func init() {
	kindRules = map[string]kindRule{
		"Action":            ruleOf(checkAction).completedBy(completeAction),
		"AgendaItem":        ruleOf(checkAgendaItem).completedBy(completeAgendaItem),
		"CadenceProposal":   ruleOf(checkCadenceProposal).completedBy(completeCadenceProposal),
		"Calendar":          ruleOf(checkCalendar),
		"CausalLink":        ruleOf(checkCausalLink),
		"ChangeEvent":       ruleOf(checkChangeEvent),
		"CharterSignature":  ruleOf(checkCharterSignature),
		"Commentary":        ruleOf(checkCommentary),
		"Dataset":           ruleOf(func(*check, *contract.DatasetSpec) {}),
		"Decision":          ruleOf(checkDecision).completedBy(completeDecision),
		"GovernanceCharter": ruleOf(checkGovernanceCharter),
		"Kpi":               ruleOf(checkKpi),
		"Objective":         ruleOf(checkObjective),
		"OrgUnit":           ruleOf(checkOrgUnit),
		"ReportTemplate":    ruleOf(checkReportTemplate),
		"Review":            ruleOf(checkReview).completedBy(completeReview).madeAhead(reviewStart),
		"ReviewSeries":      ruleOf(checkReviewSeries),
		"Scorecard":         ruleOf(checkScorecard),
		"SourceSystem":      ruleOf(func(*check, *contract.SourceSystemSpec) {}),
		"StatusOverride":    ruleOf(checkStatusOverride),
		"Strategy":          ruleOf(checkStrategy),
		"TargetSet":         ruleOf(checkTargetSet),
		"Theme":             ruleOf(func(*check, *contract.ThemeSpec) {}),
	}
}

// check is the examination of one entry within a state.
type check struct {
	*state
	entry    *entry
	findings []finding
}

func (c *check) refuse(path string, said *contract.Reason) {
	c.findings = append(c.findings, findingOf(path, said))
}

// checkEntry lists what is wrong with an entry in a state: its shape first, then references, then the rules of its kind
// where the shape is sound.
func checkEntry(s *state, e *entry) []finding {
	c := &check{state: s, entry: e}
	for _, r := range e.references {
		c.reference(r)
	}
	if schema := schemas()[e.ref.Kind]; schema != nil {
		for _, path := range schema.outline.blanks(e.value) {
			c.refuse(path, sentence.Blank)
		}
	}
	if support, ok := kindRules[e.ref.Kind]; ok && e.spec != nil {
		support.check(c)
	}
	if !e.origin.broken() {
		return c.findings
	}
	sound := slices.DeleteFunc(c.findings, func(f finding) bool { return !e.origin.sound(f.path) })
	return append(slices.Clone(e.origin.shape), sound...)
}

// perspectiveKind is a virtual kind: perspectives are nodes of a scorecard, not resources.
const perspectiveKind = "Perspective"

func (c *check) reference(r reference) {
	switch {
	case c.get(r.target) != nil || r.target.Kind == perspectiveKind:
	case schemas()[r.target.Kind] == nil:
		kindPath := strings.TrimSuffix(r.path, "/name") + "/kind"
		c.refuse(kindPath, orNear(sentence.NoKind(r.target.Kind), r.target.Kind, kindNames()))
	default:
		c.refuse(r.path, orNear(sentence.NoResource(r.target.Kind, r.target.Name), r.target.Name, c.candidates(r.target.Kind)))
	}
}

// maxCandidates bounds what looking for a similar name costs.
const maxCandidates = 200

// candidates are the names among which a similar one is looked for; none where they are too many.
func (c *check) candidates(kind string) []string {
	names := c.names(kind)
	if len(names) > maxCandidates {
		return nil
	}
	return names
}

// duplicates refuses names that stand in a list twice, at the second place.
func (c *check) duplicates(names []string, path func(i int) string, twice func(name string) *contract.Reason) {
	seen := map[string]bool{}
	for i, name := range names {
		if seen[name] {
			c.refuse(path(i), twice(name))
		}
		seen[name] = true
	}
}
