// Command reports measures freezing a review of 40 units, and making their reports as PDF, PPTX and XLSX in one batch:
// npm run bench -- reports.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/company"
	measured "github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

var size = company.Size{Kpis: 100, Units: 40, Months: 36}

// budget is for the files of 40 units in three formats.
const budget = 60 * time.Second

var formats = []string{"pdf", "pptx", "xlsx"}

func main() {
	flag.Parse()
	table := measured.New("reports: "+size.String(), "what", "took", "budget", "met")
	table.Exit(measure(context.Background(), table))
}

// nobody is a queue that nothing is taken from: the batch is made by hand.
type nobody struct{}

func (nobody) EnqueueBatch(context.Context, int64, string) error { return nil }

func measure(ctx context.Context, table *measured.Table) error {
	folder, err := os.MkdirTemp("", "bench-reports-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if _, err := size.Fill(ctx, folder, company.Manual); err != nil {
		return err
	}
	data, err := store.Open(ctx, store.Config{DataPath: folder})
	if err != nil {
		return err
	}
	defer data.Close()
	engine := resource.New(data, resource.Options{Now: time.Now})
	f := access.System(1, "bench")
	body, err := company.JSON(governance())
	if err != nil {
		return err
	}
	if _, err := engine.Apply(ctx, f, resource.Input{Data: body, Format: resource.JSON}, resource.ApplyOptions{}); err != nil {
		return fmt.Errorf("apply the review: %w", err)
	}
	reports := report.New(report.Config{
		Documents: engine, Measurements: scorecard.New(engine, data, resource.ComposeDocuments, time.Now), Events: data, Store: data,
		Render: export.RenderReport, Queue: nobody{}, Now: time.Now, Logger: slog.Default(),
	})

	started := time.Now()
	snapshot, err := reports.Freeze(ctx, f, report.FreezeQuery{Review: "review"})
	if err != nil {
		return err
	}
	table.Row(fmt.Sprintf("freezing %d units", len(snapshot.Units)), time.Since(started), "", "")

	started = time.Now()
	batch, err := reports.StartBatch(ctx, f, contract.ReportBatchRequest{Review: "review", Formats: formats}, false)
	if err != nil {
		return err
	}
	if err := reports.MakeBatch(ctx, f.Org(), batch.ID); err != nil {
		return err
	}
	took := time.Since(started)
	archive, _, err := reports.Archive(ctx, f, batch.ID)
	if err != nil {
		return err
	}
	table.Row(fmt.Sprintf("%d files as PDF, PPTX, XLSX", batch.Progress.Total), took, budget, table.Met(took < budget))
	table.Note("The archive has %.1f MB.", float64(len(archive))/1e6)
	return nil
}

// governance is a review of every branch, with a report of everything.
func governance() []company.Document {
	units := make([]string, size.Units)
	for i := range units {
		units[i] = company.UnitName(i)
	}
	document := func(kind, name string, spec map[string]any) company.Document {
		return company.Document{"apiVersion": "scorecard/v1", "kind": kind, "metadata": map[string]any{"name": name}, "spec": spec}
	}
	var sections []any
	for _, kind := range []string{"strategyMap", "scorecard", "exceptions", "commentary", "kpiDetail", "actions"} {
		sections = append(sections, map[string]any{"name": "s-" + fmt.Sprint(len(sections)), "type": kind})
	}
	return []company.Document{
		document("ReportTemplate", "template", map[string]any{"title": "Report", "sections": sections}),
		document("ReviewSeries", "series", map[string]any{
			"title": "Series", "tier": "strategic", "scorecards": []string{company.Scorecard}, "units": units, "template": "template",
			"recurrence": map[string]any{"rrule": "FREQ=MONTHLY", "start": "2026-01-10T09:00", "timeZone": "UTC"},
		}),
		document("Review", "review", map[string]any{"series": "series", "start": "2026-01-10T09:00:00Z"}),
	}
}
