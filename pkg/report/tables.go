package report

import (
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// indent is put before a title once for every level of the tree: an em space.
const indent = "\u2003"

func textColumn(name, title string) contract.ReportColumn {
	return contract.ReportColumn{Name: name, Title: title, Type: "text"}
}

func dateColumn(name, title string) contract.ReportColumn {
	return contract.ReportColumn{Name: name, Title: title, Type: "date"}
}

// numberColumn is a column whose numbers have the decimals of their row.
func numberColumn(name, title string) contract.ReportColumn {
	return contract.ReportColumn{Name: name, Title: title, Type: "number"}
}

// wholeColumn is a column of numbers without decimals, such as scores.
func wholeColumn(name, title string) contract.ReportColumn {
	none := int64(0)
	return contract.ReportColumn{Name: name, Title: title, Type: "number", Decimals: &none}
}

var statusColumn = contract.ReportColumn{Name: "status", Title: "Status", Type: "status"}

// cell is what a pointer points to, or nil: a table holds no typed nils.
func cell[T any](value *T) any {
	if value == nil {
		return nil
	}
	return *value
}

// table collects rows.
type table struct{ contract.ReportTable }

func newTable(title string, columns ...contract.ReportColumn) *table {
	return &table{contract.ReportTable{Title: optional(title), Columns: columns, Rows: [][]any{}}}
}

// measure is what the numbers of a row are measured in, where their column doesn't say it.
type measure struct {
	decimals *int64
	unit     *string
}

// measureOf a KPI's values.
func measureOf(n contract.Node) measure { return measure{n.Decimals, n.UnitOfMeasure} }

// add adds a row.
func (t *table) add(m measure, cells ...any) {
	t.RowDecimals = perRow(t.RowDecimals, len(t.Rows), m.decimals)
	t.RowUnits = perRow(t.RowUnits, len(t.Rows), m.unit)
	t.Rows = append(t.Rows, cells)
}

// perRow adds what a row has to a list of so many rows, which begins with the first row that has something.
func perRow[T any](list []*T, rows int, value *T) []*T {
	if list == nil && value == nil {
		return nil
	}
	if list == nil {
		list = make([]*T, rows)
	}
	return append(list, value)
}

// objectivesTable says in words what a strategy map draws.
func objectivesTable(m contract.StrategyMap) contract.ReportTable {
	t := newTable(m.Title, textColumn("perspective", "Perspective"), textColumn("objective", "Objective"), statusColumn,
		wholeColumn("score", "Score"), wholeColumn("change", "Change"), textColumn("leadsTo", "Leads to"), textColumn("owner", "Owner"),
		textColumn("note", "Note"))
	titles := map[string]string{}
	for _, perspective := range m.Perspectives {
		for _, objective := range perspective.Objectives {
			titles[objective.Ref.Name] = objective.Title
		}
	}
	for _, perspective := range m.Perspectives {
		for _, objective := range perspective.Objectives {
			var effects []string
			for _, link := range m.Links {
				if link.From == objective.Ref.Name {
					effects = append(effects, titles[link.To])
				}
			}
			t.add(measure{}, perspective.Title, objective.Title, cell(objective.Status), cell(objective.Score), cell(objective.Trend.Delta),
				strings.Join(effects, ", "), cell(objective.Owner), note(objective.Reason, objective.Override))
		}
	}
	return t.ReportTable
}

// scorecardTable is the scored tree, a row per node.
func scorecardTable(view contract.View) contract.ReportTable {
	t := newTable(view.Node.Title, textColumn("name", "Name"), statusColumn, wholeColumn("score", "Score"), wholeColumn("change", "Change"),
		numberColumn("value", "Value"), numberColumn("target", "Target"), textColumn("unitOfMeasure", "Measured in"),
		textColumn("state", "Data"), textColumn("owner", "Owner"), textColumn("note", "Note"))
	for _, n := range flat(view.Node) {
		t.add(measureOf(n.Node), strings.Repeat(indent, n.depth)+n.Title, cell(n.Status), cell(n.Score), cell(n.Trend.Delta),
			cell(n.Value), cell(n.Target), unitWords(n.UnitOfMeasure), cell(n.State), cell(n.Owner), note(n.Reason, n.Override))
	}
	return t.ReportTable
}

// historyTable is a KPI's history, newest last.
func historyTable(kpi contract.Node) contract.ReportTable {
	t := newTable(kpi.Title, textColumn("period", "Period"), numberColumn("value", "Value"), numberColumn("target", "Target"),
		wholeColumn("score", "Score"), statusColumn, textColumn("state", "Data"), textColumn("note", "Note"))
	for i, point := range kpi.Sparkline {
		if i < len(kpi.Sparkline)-1 {
			t.add(measureOf(kpi), point.Period, cell(point.Value), nil, cell(point.Score), nil, nil, nil)
			continue
		}
		t.add(measureOf(kpi), point.Period, cell(kpi.Value), cell(kpi.Target), cell(kpi.Score), cell(kpi.Status), cell(kpi.State),
			note(kpi.Reason, kpi.Override))
	}
	return t.ReportTable
}

// exceptionsTable lists KPIs that are off track, the lowest score first.
func (f *filler) exceptionsTable(view contract.View, kpis []placed) contract.ReportTable {
	t := newTable(view.Node.Title, textColumn("kpi", "KPI"), textColumn("objective", "Objective"), statusColumn, wholeColumn("score", "Score"),
		numberColumn("value", "Value"), numberColumn("target", "Target"), textColumn("unitOfMeasure", "Measured in"),
		textColumn("owner", "Owner"), dateColumn("recoveryDate", "Recovers by"), textColumn("note", "Note"))
	kpis = slices.Clone(kpis)
	slices.SortStableFunc(kpis, func(a, b placed) int {
		switch {
		case *a.Score < *b.Score:
			return -1
		case *a.Score > *b.Score:
			return 1
		}
		return 0
	})
	for _, kpi := range kpis {
		commentary, _ := f.commentaryOn(kpi.Ref.Name, view.Period.ID)
		t.add(measureOf(kpi.Node), kpi.Title, kpi.objective, cell(kpi.Status), cell(kpi.Score), cell(kpi.Value), cell(kpi.Target),
			unitWords(kpi.UnitOfMeasure), cell(kpi.Owner), cell(commentary.RecoveryDate), note(kpi.Reason, kpi.Override))
	}
	return t.ReportTable
}

// note says why there is no number, and who says that the status is another one.
func note(reason *contract.Reason, override *contract.Override) any {
	var parts []string
	if override != nil {
		parts = append(parts, "Overridden to "+override.Status+" by "+override.Author+": "+override.Reason)
	}
	if reason != nil {
		parts = append(parts, reason.Message)
	}
	if len(parts) == 0 {
		return nil
	}
	return strings.Join(parts, "; ")
}

// unitWords says what a number is measured in, where it doesn't show: percent signs stand with the number. Units that have no
// words of their own are named as Grafana does.
func unitWords(unit *string) any {
	if unit == nil {
		return nil
	}
	if currency, ok := strings.CutPrefix(*unit, "currency"); ok {
		return currency
	}
	words := map[string]string{
		"percent": "", "percentunit": "", "short": "", "none": "", "locale": "",
		"d": "days", "h": "hours", "m": "minutes", "s": "seconds", "ms": "milliseconds",
	}
	text, known := words[*unit]
	switch {
	case !known:
		return *unit
	case text == "":
		return nil
	}
	return text
}
