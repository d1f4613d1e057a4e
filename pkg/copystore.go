package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"text/tabwriter"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

// copyStoreCommand is the first argument with which the program moves a store instead of serving Grafana.
const copyStoreCommand = "copy-store"

// copyStoreMain is the whole program when it is called with copyStoreCommand. It returns the exit code.
func copyStoreMain(settings plugin.Settings, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := copyStore(ctx, settings, args, os.Stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// copyStore copies everything from the SQLite store in -data-path to the empty PostgreSQL database of -database-url, compares
// both and prints what was copied. The settings are the flags' defaults. The source is only read; after an error the target
// is as empty as before.
func copyStore(ctx context.Context, settings plugin.Settings, args []string, out io.Writer) error {
	flags := flag.NewFlagSet(copyStoreCommand, flag.ContinueOnError)
	flags.SetOutput(out)
	flags.StringVar(&settings.DataPath, "data-path", settings.DataPath, "folder of the SQLite store to copy; data_path of the ini section")
	address := flags.String("database-url", "",
		"PostgreSQL connection string of the empty database to copy to (default: what GF_PLUGIN_DATABASE_URL holds)")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *address != "" {
		settings.DatabaseURL = *address
	}
	if settings.DatabaseURL == "" || flags.NArg() > 0 {
		flags.Usage()
		return errors.New("say where to copy to with -database-url")
	}
	from, err := store.Open(ctx, store.Config{DataPath: settings.DataPath, ReadOnly: true})
	if err != nil {
		return fmt.Errorf("open the store to copy: %w", err)
	}
	defer from.Close()
	to, err := store.Open(ctx, store.Config{DatabaseURL: settings.DatabaseURL})
	if err != nil {
		return fmt.Errorf("open the store to copy to: %w", err)
	}
	defer to.Close()
	report, err := store.Copy(ctx, from, to, nil)
	if err != nil {
		return fmt.Errorf("nothing was copied: %w", err)
	}
	return printReport(out, report)
}

func printReport(out io.Writer, report store.CopyReport) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "table\trows\tSHA-256 of both")
	total := int64(0)
	for _, t := range report.Tables {
		fmt.Fprintf(table, "%s\t%d\t%s\n", t.Table, t.Rows, t.Checksum)
		total += t.Rows
	}
	fmt.Fprintf(table, "all\t%d\t\n", total)
	return table.Flush()
}
