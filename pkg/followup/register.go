package followup

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// Pages of the register.
const (
	defaultRows = 100
	// MaxRows is the most rows that one page has.
	MaxRows = 1000
)

// Words that stand for several states in RegisterQuery.States.
const (
	Waiting = "waiting"
	Closed  = "closed"
)

// RegisterQuery asks for rows of the register. Absent fields restrict nothing.
type RegisterQuery struct {
	Moment
	// Mine restricts to what waits for the caller or a team of theirs.
	Mine      bool
	Owner     string
	States    []string
	Overdue   bool
	Escalated bool
	// Type is action or decision.
	Type string
	// Kpi, Objective, Review, Series and Committee are names; Text is looked for in title, name and description.
	Kpi, Objective, Review, Series, Committee, Text string
	// Sort is one of Sorts, with a leading - for descending; by urgency when empty.
	Sort string
	// Limit bounds the page, 0 for the default of 100; Cursor is where the page before ended.
	Limit  int
	Cursor string
}

// Register gives a page of the rows that the query asks for, and figures over all of them.
func (s *Service) Register(ctx context.Context, f access.Filter, query RegisterQuery) (contract.Register, error) {
	key, descending, err := sorting(query.Sort)
	if err != nil {
		return contract.Register{}, err
	}
	after, err := base64.RawURLEncoding.DecodeString(query.Cursor)
	if err != nil || !utf8.Valid(after) {
		return contract.Register{}, &evaluate.InvalidError{Field: "cursor", Message: "not one that a page gave: start again without it"}
	}
	documents, entries, err := s.entries(ctx, f, query.Moment)
	if err != nil {
		return contract.Register{}, err
	}
	member, _ := s.teams.of(ctx, f)
	teams := teamsOf(entries)
	entries = slices.DeleteFunc(entries, func(e governance.Entry) bool { return !query.wants(member, e) })
	result := contract.Register{
		Items: []contract.RegisterRow{}, Now: contract.InstantText(s.present(query.Moment)), Summary: governance.Summarize(entries),
		Teams: teams, Rule: governance.RegisterRule,
	}
	page, next := pageOf(entries, key, descending, string(after), query.limit())
	if next != "" {
		cursor := base64.RawURLEncoding.EncodeToString([]byte(next))
		result.Next = &cursor
	}
	checks, err := s.checks(ctx, f, documents, trialsOf(page), query.Moment)
	if err != nil {
		return contract.Register{}, err
	}
	for _, e := range page {
		e.Row.Effect = checks[e.Row.Ref]
		result.Items = append(result.Items, e.Row)
	}
	return result, nil
}

// teamsOf lists the Grafana teams that own an entry, by name, each as it was written first.
func teamsOf(entries []governance.Entry) []string {
	known := map[string]bool{}
	teams := []string{}
	for _, e := range entries {
		team, ok := access.Team(or(e.Row.Owner, ""))
		if ok && !known[fold(team)] {
			known[fold(team)] = true
			teams = append(teams, team)
		}
	}
	slices.Sort(teams)
	return teams
}

func (q RegisterQuery) limit() int {
	if q.Limit <= 0 {
		return defaultRows
	}
	return min(q.Limit, MaxRows)
}

// wants tells whether the query asks for an entry.
func (q RegisterQuery) wants(f access.Filter, e governance.Entry) bool {
	row := e.Row
	return (!q.Mine || row.WaitsFor != nil && f.Is(*row.WaitsFor) || row.Owner != nil && f.Is(*row.Owner)) &&
		(q.Owner == "" || row.Owner != nil && fold(*row.Owner) == fold(q.Owner)) &&
		(len(q.States) == 0 || slices.ContainsFunc(q.States, func(state string) bool { return inState(row, state) })) &&
		(!q.Overdue || row.Overdue) &&
		(!q.Escalated || row.Escalation != nil) &&
		(q.Type == "" || strings.EqualFold(row.Ref.Kind, q.Type)) &&
		(q.Kpi == "" || e.Concerns(contract.Ref{Kind: "Kpi", Name: q.Kpi})) &&
		(q.Objective == "" || e.Concerns(contract.Ref{Kind: "Objective", Name: q.Objective})) &&
		(q.Review == "" || e.Review == q.Review) &&
		(q.Series == "" || e.Series == q.Series) &&
		(q.Committee == "" || e.Committee == q.Committee) &&
		mentions(e, q.Text)
}

func inState(row contract.RegisterRow, state string) bool {
	switch state {
	case Waiting:
		return row.Waiting
	case Closed:
		return !row.Waiting
	}
	return row.State == state
}

func mentions(e governance.Entry, text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	return text == "" || strings.Contains(strings.ToLower(e.Row.Title), text) ||
		strings.Contains(e.Row.Ref.Name, text) || strings.Contains(strings.ToLower(e.Description), text)
}

// sortKey gives the text by which an entry is sorted.
type sortKey func(e governance.Entry) string

// last sorts behind every date.
const last = "9999-99-99"

var sortKeys = map[string]sortKey{
	"":        urgency,
	"due":     func(e governance.Entry) string { return or(e.Row.Due, last) },
	"age":     func(e governance.Entry) string { return fmt.Sprintf("%09d", e.Row.AgeDays) },
	"slips":   func(e governance.Entry) string { return fmt.Sprintf("%09d %09d", e.Row.Slips, max(0, e.Row.SlipDays)) },
	"owner":   func(e governance.Entry) string { return fold(or(e.Row.Owner, "\U0010FFFF")) },
	"state":   func(e governance.Entry) string { return e.Row.State },
	"title":   func(e governance.Entry) string { return strings.ToLower(e.Row.Title) },
	"updated": func(e governance.Entry) string { return e.UpdatedAt.UTC().Format("2006-01-02T15:04:05.000") },
}

// urgency puts what waits before what is closed, and the earliest due date first; closed entries come newest first.
func urgency(e governance.Entry) string {
	if e.Row.Waiting {
		return "0 " + or(e.Row.Due, last)
	}
	closed, err := time.Parse(time.DateOnly, or(e.Row.ClosedOn, "0001-01-01"))
	if err != nil {
		return "2"
	}
	return fmt.Sprintf("1 %09d", 9_999_999-closed.Unix()/(24*60*60))
}

func sorting(by string) (sortKey, bool, error) {
	name, descending := strings.CutPrefix(by, "-")
	if key := sortKeys[name]; key != nil && (name != "" || !descending) {
		return key, descending, nil
	}
	return nil, false, &evaluate.InvalidError{
		Field: "sort", Message: fmt.Sprintf("%q is none of age, due, owner, slips, state, title, updated, or one of these after a -", by),
	}
}

// pageOf sorts the entries and cuts out the page behind a key; next is the key at which it ends, "" at the end of all.
func pageOf(entries []governance.Entry, key sortKey, descending bool, after string, limit int) (page []governance.Entry, next string) {
	keyed := make([]keyedEntry, len(entries))
	for i, e := range entries {
		keyed[i] = keyedEntry{key(e) + "\x00" + e.Row.Ref.Kind + "\x00" + e.Row.Ref.Name, i}
	}
	compare := func(a, b string) int {
		if descending {
			a, b = b, a
		}
		return cmp.Compare(a, b)
	}
	slices.SortFunc(keyed, func(a, b keyedEntry) int { return compare(a.key, b.key) })
	for _, k := range keyed {
		if after != "" && compare(k.key, after) <= 0 {
			continue
		}
		if len(page) == limit {
			return page, next
		}
		page, next = append(page, entries[k.index]), k.key
	}
	return page, ""
}

type keyedEntry struct {
	key   string
	index int
}

func or(s *string, otherwise string) string {
	if s == nil {
		return otherwise
	}
	return *s
}
