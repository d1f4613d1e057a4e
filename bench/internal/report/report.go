// Package report turns measurements into a table of Markdown, with the machine and its load.
package report

import (
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Times are the durations of one measurement, repeated.
type Times []time.Duration

// Measure times a call as often as said. The first error ends it.
func Measure(times int, call func() error) (Times, error) {
	all := make(Times, 0, times)
	for range times {
		started := time.Now()
		if err := call(); err != nil {
			return nil, err
		}
		all = append(all, time.Since(started))
	}
	return all, nil
}

// Quantile is the duration that a share of all, 0 to 1, does not exceed; the nearest rank.
func (t Times) Quantile(share float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	rank := int(math.Ceil(share * float64(len(sorted))))
	return sorted[min(max(rank, 1), len(sorted))-1]
}

// Median is the middle duration.
func (t Times) Median() time.Duration { return t.Quantile(0.5) }

// Table is what one benchmark found.
type Table struct {
	title   string
	columns []string
	rows    [][]string
	notes   []string
	started time.Time
	load    string
	failed  bool
}

// New begins a table with its columns.
func New(title string, columns ...string) *Table {
	return &Table{title: title, columns: columns, started: time.Now(), load: loadAverage()}
}

// Row adds a row; a duration is shown in milliseconds, a float with three digits.
func (t *Table) Row(cells ...any) {
	row := make([]string, len(t.columns))
	for i, cell := range cells {
		row[i] = text(cell)
	}
	t.rows = append(t.rows, row)
}

// Note adds a sentence below the table.
func (t *Table) Note(format string, args ...any) {
	t.notes = append(t.notes, fmt.Sprintf(format, args...))
}

// Met says whether a budget is met, and remembers it for Print.
func (t *Table) Met(ok bool) string {
	if !ok {
		t.failed = true
		return "no"
	}
	return "yes"
}

// Print writes the table and reports whether every budget was met.
func (t *Table) Print(to io.Writer) bool {
	fmt.Fprintf(to, "### %s\n\n%s\n%s\n", t.title, line(t.columns), line(slices.Repeat([]string{"---"}, len(t.columns))))
	for _, row := range t.rows {
		fmt.Fprintln(to, line(row))
	}
	fmt.Fprintln(to)
	for _, note := range t.notes {
		fmt.Fprintf(to, "%s\n\n", note)
	}
	fmt.Fprintf(to, "%s; load before %s, after %s; took %.0f s.\n\n", machine(), t.load, loadAverage(), time.Since(t.started).Seconds())
	return !t.failed
}

// Exit prints the table and ends the program: 1 when a budget was not met or there is an error.
func (t *Table) Exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if !t.Print(os.Stdout) {
		fmt.Fprintln(os.Stderr, "a budget was not met")
		os.Exit(1)
	}
}

func line(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

func text(cell any) string {
	switch v := cell.(type) {
	case time.Duration:
		return fmt.Sprintf("%s ms", number(float64(v.Microseconds())/1000))
	case float64:
		return number(v)
	}
	return fmt.Sprint(cell)
}

// number shows about three digits.
func number(v float64) string {
	switch {
	case math.Abs(v) >= 100:
		return fmt.Sprintf("%.0f", v)
	case math.Abs(v) >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

func machine() string {
	memory := ""
	if info, err := os.ReadFile("/proc/meminfo"); err == nil {
		var kib int64
		if _, err := fmt.Sscanf(string(info), "MemTotal: %d kB", &kib); err == nil {
			memory = fmt.Sprintf(", %d GiB of memory", kib>>20)
		}
	}
	return fmt.Sprintf("%s/%s, %d cores%s, %s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), memory, runtime.Version())
}

func loadAverage() string {
	load, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(load), " ")
	return first
}
