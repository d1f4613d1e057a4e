package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

const dayLayout = "2006-01-02"

// subjects are what a report is about: its scorecards, and their objectives and KPIs.
func (c *content) subjects() map[contract.Ref]bool {
	subjects := map[contract.Ref]bool{}
	for _, view := range c.views {
		for _, n := range flat(view.Node) {
			subjects[n.Ref] = true
		}
	}
	return subjects
}

// ofSeries reports whether a review belongs to the series of the report.
func (c *content) ofSeries(review string) bool {
	spec, ok := c.docs.Reviews[review]
	return ok && spec.Series == c.plan.series
}

// from reports whether something comes out of the series: of one of its reviews, or a decision or item of one.
func (c *content) from(source *contract.Ref) bool {
	if source == nil {
		return false
	}
	switch source.Kind {
	case "Review":
		return c.ofSeries(source.Name)
	case "ReviewSeries":
		return source.Name == c.plan.series
	case "Decision":
		review := c.docs.Decisions[source.Name].Review
		return review != nil && c.ofSeries(*review)
	case "AgendaItem":
		return c.docs.AgendaItems[source.Name].Series == c.plan.series
	}
	return false
}

// elsewhere reports whether something is said of another unit.
func (c *content) elsewhere(unit *string) bool { return unit != nil && *unit != c.unit.name }

// relevantAction reports whether an action is open and concerns the report's series or what it shows.
func (c *content) relevantAction(action contract.ActionSpec, subjects map[contract.Ref]bool) bool {
	if action.State != nil && (*action.State == "done" || *action.State == "cancelled") || c.elsewhere(action.Unit) {
		return false
	}
	return c.from(action.Source) || action.Kpi != nil && subjects[contract.Ref{Kind: kindKpi, Name: *action.Kpi}] ||
		concerns(action.About, subjects)
}

func concerns(about []contract.Ref, subjects map[contract.Ref]bool) bool {
	return slices.ContainsFunc(about, func(ref contract.Ref) bool { return subjects[ref] })
}

// actions shows what is open: actions first by due date, then decisions that are still to be made.
func (f *filler) actions() {
	subjects := f.subjects()
	t := newTable("", textColumn("title", "Action"), textColumn("owner", "Owner"), dateColumn("due", "Due"),
		wholeColumn("overdueDays", "Days overdue"), dateColumn("firstDue", "First due"), textColumn("state", "State"), textColumn("kpi", "KPI"))
	type open struct {
		name string
		spec contract.ActionSpec
	}
	var actions []open
	for name, action := range f.docs.Actions {
		if f.relevantAction(action, subjects) {
			actions = append(actions, open{name, action})
		}
	}
	slices.SortFunc(actions, func(a, b open) int {
		return cmp.Or(compareDays(a.spec.Due, b.spec.Due), cmp.Compare(a.name, b.name))
	})
	for _, action := range actions {
		state := "open"
		if action.spec.State != nil {
			state = *action.spec.State
		}
		var kpi any
		if action.spec.Kpi != nil {
			kpi = f.kpiTitle(*action.spec.Kpi)
		}
		t.add(measure{}, action.spec.Title, cell(action.spec.Owner), cell(action.spec.Due), overdueDays(action.spec.Due, f.now),
			cell(action.spec.FirstDue), state, kpi)
	}
	if len(t.Rows) > 0 {
		f.section.Tables = append(f.section.Tables, t.ReportTable)
	}
	if decisions := f.decisionsTable("Decisions to be made", subjects, true); len(decisions.Rows) > 0 {
		f.section.Tables = append(f.section.Tables, decisions)
	}
	f.orNothing(sentence.NothingOpen)
}

func (f *filler) decisions() {
	if decisions := f.decisionsTable("", f.subjects(), false); len(decisions.Rows) > 0 {
		f.section.Tables = append(f.section.Tables, decisions)
	}
	f.orNothing(sentence.NoDecisions)
}

func (f *filler) orNothing(statement *contract.Reason) {
	if len(f.section.Tables) > 0 {
		f.filled(nil)
		return
	}
	f.nothing(statement)
}

// decisionsTable lists decisions of the series or on what the report shows: those that are open, by when they are due, or those
// that were made, newest first.
func (f *filler) decisionsTable(title string, subjects map[contract.Ref]bool, open bool) contract.ReportTable {
	dated := dateColumn("decidedOn", "Decided")
	if open {
		dated = dateColumn("due", "Due")
	}
	t := newTable(title, textColumn("title", "Decision"), dated, textColumn("chosen", "Chosen"), textColumn("owner", "Owner"),
		textColumn("rationale", "Why"), textColumn("dissent", "Dissent"))
	names := slices.Sorted(maps.Keys(f.docs.Decisions))
	names = slices.DeleteFunc(names, func(name string) bool {
		decision := f.docs.Decisions[name]
		state := "decided"
		if decision.State != nil {
			state = *decision.State
		}
		ours := decision.Review != nil && f.ofSeries(*decision.Review) || concerns(decision.About, subjects)
		return !ours || state == "withdrawn" || open != (state == "open")
	})
	day := func(name string) *string {
		if open {
			return f.docs.Decisions[name].Due
		}
		return f.docs.Decisions[name].DecidedOn
	}
	slices.SortStableFunc(names, func(a, b string) int {
		if open {
			return compareDays(day(a), day(b))
		}
		return compareDays(day(b), day(a))
	})
	for _, name := range names {
		decision := f.docs.Decisions[name]
		t.add(measure{}, decision.Title, cell(day(name)), cell(decision.Chosen), cell(decision.Owner), cell(decision.Rationale), cell(decision.Dissent))
	}
	return t.ReportTable
}

// compareDays orders days; none comes last.
func compareDays(a, b *string) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return strings.Compare(*a, *b)
}

// overdueDays is how many days ago something was due; nil when it isn't overdue.
func overdueDays(due *string, now time.Time) any {
	if due == nil {
		return nil
	}
	day, err := time.Parse(dayLayout, *due)
	if err != nil {
		return nil
	}
	days := int(now.Truncate(24*time.Hour).Sub(day).Hours() / 24)
	if days <= 0 {
		return nil
	}
	return days
}
