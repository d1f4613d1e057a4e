package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const (
	// crashVariable makes the test binary the child that is killed; it holds "<engine> <place> <first batch>".
	crashVariable = "BSC_TEST_CRASH"
	crashRows     = 300
)

// crashBatch is what the child writes as its n-th batch: one period, many units.
func crashBatch(n int) []collection.Revision {
	batch := make([]collection.Revision, crashRows)
	for i := range batch {
		batch[i] = observed(float64(n), 1)
		batch[i].Period, batch[i].Unit = fmt.Sprintf("%04d-01", n), fmt.Sprintf("unit-%d", i)
	}
	return batch
}

// writeUntilKilled is the child: it writes a batch and a resource, says so on standard output, and goes on.
func writeUntilKilled() {
	ctx := context.Background()
	var config Config
	engine, rest, _ := strings.Cut(os.Getenv(crashVariable), " ")
	place, first, _ := strings.Cut(rest, " ")
	if engine == SQLite {
		config.DataPath = place
	} else {
		config.DatabaseURL = place
	}
	n, err := strconv.Atoi(first)
	if err != nil {
		panic(err)
	}
	s, err := Open(ctx, config)
	if err != nil {
		panic(err)
	}
	for ; ; n++ {
		if _, err := s.Record(ctx, 1, crashBatch(n)); err != nil {
			panic(err)
		}
		fmt.Println("batch", n)
		err := s.Update(ctx, 1, func(tx resource.Tx) error {
			for _, name := range []string{"a", "b", "c"} {
				if err := tx.Put(ctx, kpi(name, n, n)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			panic(err)
		}
		fmt.Println("resources", n)
	}
}

func TestKilledProcessLosesNothing(t *testing.T) {
	kills := 8
	if testing.Short() {
		kills = 3
	}
	onBothEngines(t, func(t *testing.T, config Config) {
		place := config.DataPath + config.DatabaseURL
		engine := SQLite
		if config.DatabaseURL != "" {
			engine = Postgres
		}
		acknowledged := map[string]int{}
		for kill := range kills {
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %d", crashVariable, engine, place, acknowledged["batch"]+1))
			child.Stderr = os.Stderr
			output, err := child.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(output)
			pause := time.Duration(rand.IntN(120)) * time.Millisecond
			for said := 0; lines.Scan(); said++ {
				what, n, _ := strings.Cut(lines.Text(), " ")
				if acknowledged[what], err = strconv.Atoi(n); err != nil {
					t.Fatalf("the child said %q", lines.Text())
				}
				if said == 0 { // it is at work: kill it at some moment, and hear it out
					time.AfterFunc(pause, func() { child.Process.Kill() })
				}
			}
			_ = child.Wait() // it was killed
			verifyAfterKill(t, config, acknowledged, kill)
		}
	})
}

func verifyAfterKill(t *testing.T, config Config, acknowledged map[string]int, kill int) {
	t.Helper()
	if acknowledged["batch"] == 0 {
		t.Fatal("the child wrote nothing")
	}
	s, err := Open(t.Context(), config)
	if err != nil {
		t.Fatalf("after kill %d: %v", kill, err)
	}
	defer s.Close()
	pages := func() *evaluate.Observations {
		return must(s.Observations(t.Context(), 1, []evaluate.Window{{Series: "revenue"}}, nil))(t)
	}
	found := pages()
	revisions := must(s.Revisions(t.Context(), 1, "revenue", "", "", "", nil))(t)
	// The server may still be committing the last batch of the child that is gone: look again until nothing more comes.
	for after := pages(); len(after.Pages["revenue"]) != len(found.Pages["revenue"]); after = pages() {
		found = after
		revisions = must(s.Revisions(t.Context(), 1, "revenue", "", "", "", nil))(t)
	}
	for n := 1; n <= acknowledged["batch"]; n++ {
		if _, ok := found.Pages["revenue"][fmt.Sprintf("%04d-01", n)]; !ok {
			t.Errorf("kill %d: acknowledged batch %d is lost", kill, n)
		}
	}
	for period, page := range found.Pages["revenue"] {
		if len(page.Cell) != crashRows {
			t.Errorf("kill %d: half a batch in %s: %d of %d cells", kill, period, len(page.Cell), crashRows)
		}
	}
	if want := crashRows * len(found.Pages["revenue"]); len(revisions) != want {
		t.Errorf("kill %d: %d revisions, want %d: each once", kill, len(revisions), want)
	}
	all, _, err := s.Snapshot(t.Context(), 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, stored := range all {
		if stored.Version < acknowledged["resources"] || stored.Version != all[0].Version {
			t.Errorf("kill %d: %s has version %d, %d was acknowledged", kill, stored.Name, stored.Version, acknowledged["resources"])
		}
	}
	// The child may have committed more than it could say.
	acknowledged["batch"] = max(acknowledged["batch"], len(found.Pages["revenue"]))
}
