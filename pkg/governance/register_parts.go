package governance

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// firstDue is the first due date of an action, also of one that was written before it was kept.
func firstDue(spec contract.ActionSpec) *string {
	switch {
	case spec.FirstDue != nil:
		return spec.FirstDue
	case len(spec.DueHistory) > 0:
		return &spec.DueHistory[0].Due
	}
	return spec.Due
}

// slipsOf are the instants at which the due date was put off, or taken away.
func slipsOf(spec contract.ActionSpec) []time.Time {
	var slips []time.Time
	for i, change := range spec.DueHistory {
		next := text(spec.Due)
		if i+1 < len(spec.DueHistory) {
			next = spec.DueHistory[i+1].Due
		}
		at, ok := parseInstant(change.ChangedAt)
		if ok && (next == "" || next > change.Due) {
			slips = append(slips, at)
		}
	}
	return slips
}

func earliestSlip(spec contract.ActionSpec) string {
	if len(spec.DueHistory) == 0 {
		return ""
	}
	return spec.DueHistory[0].ChangedAt
}

// maxDuplicates bounds how many others an entry lists that say the same.
const maxDuplicates = 10

// markDuplicates lists with each waiting entry the others of its kind that have the same title, but for case, spaces and
// punctuation, and the same owner or something in common that they are about.
func markDuplicates(entries []Entry) {
	alike := map[string][]int{}
	keys := make([][]string, len(entries))
	for i, e := range entries {
		if !e.Row.Waiting {
			continue
		}
		title := e.Row.Ref.Kind + "\n" + normalTitle(e.Row.Title) + "\n"
		keys[i] = append(keys[i], title+"owner "+personKey(text(e.Row.Owner)))
		for _, ref := range e.Row.About {
			keys[i] = append(keys[i], title+"about "+ref.Kind+"/"+ref.Name)
		}
		for _, key := range keys[i] {
			alike[key] = append(alike[key], i)
		}
	}
	for i := range entries {
		seen := map[int]bool{i: true}
		for _, key := range keys[i] {
			for _, j := range alike[key] {
				if len(seen) > maxDuplicates {
					break
				}
				if !seen[j] {
					seen[j] = true
					entries[i].Row.Duplicates = append(entries[i].Row.Duplicates, entries[j].Row.Ref)
				}
			}
		}
	}
}

// normalTitle is a title in lower case, with everything but letters and digits as single spaces.
func normalTitle(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, " ")
}

// concerns lists the resources that an entry names.
func concerns(about []contract.Ref, source *contract.Ref, kpi, unit, effect *string) []contract.Ref {
	refs := append([]contract.Ref(nil), about...)
	if source != nil {
		refs = append(refs, *source)
	}
	for _, name := range []*string{kpi, effect} {
		if name != nil {
			refs = append(refs, contract.Ref{Kind: "Kpi", Name: *name})
		}
	}
	if unit != nil {
		refs = append(refs, contract.Ref{Kind: "OrgUnit", Name: *unit})
	}
	return refs
}

func effectKpi(effect *contract.ExpectedEffect) *string {
	if effect == nil {
		return nil
	}
	return &effect.Kpi
}

// daysBetween is how many days the second date is after the first.
func daysBetween(first, second string) int64 {
	a, errA := time.Parse(time.DateOnly, first)
	b, errB := time.Parse(time.DateOnly, second)
	if errA != nil || errB != nil {
		return 0
	}
	return int64(b.Sub(a).Hours() / 24)
}

// parseInstant reads an instant, or a day as its first instant in UTC.
func parseInstant(s string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// LastInstant is the last one that the contract can write: its years have four digits.
var LastInstant = time.Date(9999, time.December, 31, 23, 59, 59, 999_000_000, time.UTC)

// instantOf writes an instant as the API does; what is later than LastInstant as that.
func instantOf(t time.Time) string {
	if t.After(LastInstant) {
		t = LastInstant
	}
	return contract.InstantText(t)
}

// samePerson compares people as documents name them, by login or e-mail in any case.
func samePerson(a, b string) bool { return a != "" && b != "" && personKey(a) == personKey(b) }

// named is a text that may be absent.
func named(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// filled is a text with something in it, or nil.
func filled(s *string) *string {
	if strings.TrimSpace(text(s)) == "" {
		return nil
	}
	return s
}

func or(s *string, otherwise string) string {
	if s == nil {
		return otherwise
	}
	return *s
}

func plural(n int, word string) string {
	if n == 1 {
		return "one " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
