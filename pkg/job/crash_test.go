package job

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store/pgtest"
)

// processVariable makes this test binary a process that collects for the database that it names. offsetVariable is what its
// clock shows beyond the machine's: the test begins at a time after which nothing new becomes due for hours.
const (
	processVariable = "BSC_TEST_JOB_PROCESS"
	offsetVariable  = "BSC_TEST_JOB_CLOCK"
)

// dueKpis is how many KPIs are due at once.
const dueKpis = 1000

// company is so many monthly KPIs that are read from one data source.
type company int

func (n company) Definitions(context.Context, access.Filter, *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error) {
	d := evaluate.Definitions{
		Calendars: map[string]contract.CalendarSpec{"utc": {TimeZone: "UTC"}},
		Units:     map[string]contract.OrgUnitSpec{"acme": {}},
		Kpis:      map[string]contract.KpiSpec{},
	}
	for i := range int(n) {
		name := fmt.Sprintf("kpi-%04d", i)
		d.Kpis[name] = contract.KpiSpec{Calendar: "utc", Frequency: "month", Units: []string{"acme"}, Source: contract.KpiSource{
			Type: "query", Datasource: &contract.DatasourceRef{Uid: "erp"}, Query: map[string]any{"rawSql": name},
			Extract: &contract.Extract{Mode: "series"},
		}}
	}
	return d, evaluate.Versions{}, nil, nil
}

func (company) Sources(context.Context, access.Filter) (map[string]contract.SourceSystemSpec, map[string]contract.DatasetSpec, error) {
	return nil, nil, nil
}

// database answers every query with one row, after a while.
type database struct{}

func (database) Query(
	ctx context.Context, _ int64, _ contract.DatasourceRef, from, _ time.Time, queries []collection.Query,
) ([]collection.Answer, error) {
	time.Sleep(20 * time.Millisecond)
	answers := make([]collection.Answer, len(queries))
	for i := range answers {
		answers[i].Frames = data.Frames{data.NewFrame("",
			data.NewField("time", nil, []time.Time{from}), data.NewField("value", nil, []float64{1}))}
	}
	return answers, ctx.Err()
}

// collectUntilKilled is a process of the test.
func collectUntilKilled(url string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, store.Config{DatabaseURL: url})
	if err != nil {
		return err
	}
	logger := slog.New(slog.DiscardHandler)
	offset, err := time.ParseDuration(os.Getenv(offsetVariable))
	if err != nil {
		return err
	}
	now := func() time.Time { return time.Now().Add(offset) }
	j := New(Config{Store: s, Now: now, Logger: logger, Tick: 100 * time.Millisecond, LeaseTime: time.Second})
	collector := collection.New(collection.Config{
		Definitions: company(dueKpis), Observations: s, Runs: s, Querier: database{}, Queue: j, Slots: j.Slots(), Now: now, Logger: logger,
	})
	if err := j.Start(ctx, collector, company(dueKpis), ready(true)); err != nil {
		return err
	}
	select {}
}

// Three processes share one PostgreSQL and are killed again and again while they collect 1,000 due KPIs: all are collected,
// each is taken by one run, no observation is stored twice.
func TestKilledProcessesCollectEverythingOnce(t *testing.T) {
	url := pgtest.URL(t)
	s := open(t, store.Config{DatabaseURL: url})
	seed(t, s)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	offset := time.Until(newClock().now()).String()
	start := func() *exec.Cmd {
		process := exec.Command(self)
		process.Env = append(os.Environ(), processVariable+"="+url, offsetVariable+"="+offset)
		if err := process.Start(); err != nil {
			t.Fatal(err)
		}
		return process
	}
	kill := func(process *exec.Cmd) {
		if err := process.Process.Kill(); err != nil {
			t.Error(err)
		}
		process.Wait() //nolint:errcheck // it was killed
	}
	processes := []*exec.Cmd{start(), start(), start()}
	defer func() {
		for _, process := range processes {
			kill(process)
		}
	}()
	finished := func() bool {
		marks, err := s.Marks(t.Context(), 1)
		if err != nil || len(marks) < dueKpis {
			return false
		}
		for _, mark := range marks {
			if mark.Succeeded.IsZero() {
				return false
			}
		}
		return true
	}
	random := rand.New(rand.NewPCG(1, 2))
	for kills := 0; kills < 8 && !finished(); kills++ {
		time.Sleep(time.Duration(300+random.IntN(700)) * time.Millisecond) // the moment is the experiment
		victim := random.IntN(len(processes))
		kill(processes[victim])
		processes[victim] = start()
	}
	eventually(t, "every KPI is collected", finished)

	collected, runs := map[string]int{}, 0
	for cursor := ""; ; {
		page, next, err := s.Runs(t.Context(), 1, 100, cursor)
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range page {
			runs++
			for _, kpi := range run.Kpis {
				collected[kpi.Kpi]++
			}
		}
		if cursor = next; cursor == "" {
			break
		}
	}
	if len(collected) != dueKpis {
		t.Errorf("%d KPIs in %d runs", len(collected), runs)
	}
	for kpi, times := range collected {
		if times != 1 {
			t.Errorf("%s was taken by %d runs", kpi, times)
		}
		revisions, err := s.Revisions(t.Context(), 1, kpi, "", "", "", nil)
		if err != nil || len(revisions) != 1 {
			t.Errorf("%s has %d revisions, %v", kpi, len(revisions), err)
		}
	}
}
