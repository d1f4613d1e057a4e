package export

import (
	"fmt"
	"math"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// RenderReport makes a file of a frozen report in one of the formats html, pdf, pptx and xlsx. The same report gives the same
// bytes: nothing in a file depends on when it is made.
func RenderReport(report contract.Report, format string) ([]byte, error) {
	switch format {
	case "html":
		return reportHTML(report)
	case "pdf":
		return reportPDF(report)
	case "pptx":
		return reportPPTX(report)
	case "xlsx":
		return reportXLSX(report)
	}
	return nil, fmt.Errorf("there is no format %q of reports", format)
}

// absentText stands where a number is absent.
const absentText = "–"

// gapPrefix begins what a section says of what it lacks.
const gapPrefix = "Missing: "

// headline names the unit and period of a report.
func headline(r contract.Report) string { return fmt.Sprintf("%s · %s", r.UnitTitle, r.Period) }

// provenance says what a report was frozen from.
func provenance(r contract.Report) string {
	text := fmt.Sprintf("Frozen %s by %s · data as of %s (version %d)", minute(r.FrozenAt), r.FrozenBy, minute(r.AsOf), r.DataVersion)
	if r.Template != nil {
		text += fmt.Sprintf(" · template %s, version %d", *r.Template, r.TemplateVersion)
	}
	return text
}

// prematureText says which values were not final; empty when all were.
func prematureText(r contract.Report) string {
	if len(r.Premature) == 0 {
		return ""
	}
	names := make([]string, len(r.Premature))
	for i, value := range r.Premature {
		names[i] = fmt.Sprintf("%s in %s (%s)", value.Kpi, value.Period, value.State)
	}
	text := fmt.Sprintf("Not final when this report was frozen: %s.", strings.Join(names, ", "))
	if r.PrematureReason != nil {
		text += " Frozen all the same: " + *r.PrematureReason
	}
	return text
}

// minute is an instant in UTC to the minute.
func minute(instant string) string {
	t, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		return instant
	}
	return t.UTC().Format("2006-01-02 15:04 UTC")
}

// frozenAt is when a report was frozen; files are dated by it.
func frozenAt(r contract.Report) time.Time {
	t, err := time.Parse(time.RFC3339, r.FrozenAt)
	if err != nil {
		return time.Unix(0, 0).UTC()
	}
	return t.UTC().Truncate(time.Second)
}

// standing is where a status stands in a scheme. Shapes and colours follow it: levels are named as people like.
type standing int

const (
	standingNone standing = iota
	standingWorst
	standingMiddle
	standingBest
)

func standingOf(status string, scheme contract.Scheme) standing {
	for i, level := range scheme.Levels {
		switch {
		case level.Name != status:
		case i == len(scheme.Levels)-1:
			return standingBest
		case i == 0:
			return standingWorst
		default:
			return standingMiddle
		}
	}
	return standingNone
}

var shapes = map[standing]string{standingBest: "●", standingMiddle: "▲", standingWorst: "■", standingNone: "○"}

// colors are dark enough to be read on white.
var colors = map[standing]string{standingBest: "1A7F4B", standingMiddle: "9A6700", standingWorst: "C4162A", standingNone: "5A6270"}

// statusText is shape and words of a status, which is nil where there is none.
func statusText(status *string, scheme contract.Scheme) (text string, color string) {
	if status == nil {
		return shapes[standingNone] + " no value", colors[standingNone]
	}
	s := standingOf(*status, scheme)
	return shapes[s] + " " + statusWords(*status), colors[s]
}

// statusWords says the colours of the default scheme in words, and all others as the scheme does.
func statusWords(status string) string {
	switch status {
	case "green":
		return "on track"
	case "amber":
		return "at risk"
	case "red":
		return "off track"
	}
	return status
}

// printed is a cell of a report's table as people read it.
type printed struct {
	text string
	// color is RRGGBB; empty for the usual one.
	color string
	// number is set where the cell holds one, with its decimals; nil decimals mean as many as tell it apart.
	number   *float64
	decimals *int64
	// unit is Grafana's, where the number has one.
	unit string
}

// printCell reads the cell of a row and column.
func printCell(t contract.ReportTable, row, column int, scheme contract.Scheme) printed {
	value, kind := t.Rows[row][column], t.Columns[column]
	if kind.Type == "status" {
		var status *string
		if text, ok := value.(string); ok {
			status = &text
		}
		text, color := statusText(status, scheme)
		return printed{text: text, color: color}
	}
	n, isNumber := numberOf(value)
	switch {
	case value == nil && kind.Type == "number":
		return printed{text: absentText}
	case value == nil:
		return printed{}
	case !isNumber:
		return printed{text: fmt.Sprint(value)}
	}
	if kind.Decimals != nil {
		return printed{text: formatNumber(n, kind.Decimals), number: &n, decimals: kind.Decimals}
	}
	cell := printed{number: &n}
	if row < len(t.RowDecimals) {
		cell.decimals = t.RowDecimals[row]
	}
	if row < len(t.RowUnits) && t.RowUnits[row] != nil {
		cell.unit = *t.RowUnits[row]
	}
	cell.text = formatMeasured(n, cell.unit, cell.decimals)
	return cell
}

// Grafana's units of shares: of 1, and of 100.
const (
	unitShare   = "percentunit"
	unitPercent = "percent"
)

// formatMeasured writes a number in its unit. Only percent signs stand with the number; a table has a column for the others.
func formatMeasured(n float64, unit string, decimals *int64) string {
	switch unit {
	case unitShare:
		return formatNumber(n*100, decimals) + "%"
	case unitPercent:
		return formatNumber(n, decimals) + "%"
	}
	return formatNumber(n, decimals)
}

func numberOf(value any) (float64, bool) {
	switch n := value.(type) {
	case float64:
		return n, true
	case int:
		return float64(n), true
	}
	return 0, false
}

// mostDecimals are shown of a number that doesn't say how many it has.
const mostDecimals = 3

func formatNumber(n float64, decimals *int64) string {
	printer := message.NewPrinter(language.English)
	if decimals == nil {
		return minus(printer.Sprint(number.Decimal(n, number.MaxFractionDigits(mostDecimals))))
	}
	scale := math.Pow(10, float64(*decimals))
	if math.Round(n*scale) == 0 {
		n = 0 // no minus before nothing
	}
	return minus(printer.Sprint(number.Decimal(n, number.Scale(int(*decimals)))))
}

// minus writes the minus sign as typesetters do.
func minus(text string) string { return strings.Replace(text, "-", "−", 1) }

// fact is a line of what was written on a KPI.
type fact struct{ label, text string }

// facts of a commentary; what is missing is said.
func facts(entry contract.CommentaryEntry) []fact {
	if entry.Explanation == nil {
		return []fact{{"Explanation", "no explanation yet"}}
	}
	list := []fact{{"Explanation", *entry.Explanation}}
	for _, f := range []struct {
		label string
		text  *string
	}{{"Cause", entry.Cause}, {"Countermeasure", entry.Countermeasure}, {"Recovers by", entry.RecoveryDate}, {"Owner", entry.Owner}} {
		switch {
		case f.text != nil:
			list = append(list, fact{f.label, *f.text})
		case f.label == "Countermeasure" || f.label == "Recovers by":
			list = append(list, fact{f.label, "no plan yet"})
		}
	}
	return list
}
