package resource

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// logged collects what a provisioner says.
type logged struct {
	mu    sync.Mutex
	lines []string
}

func (l *logged) Info(message string, args ...any) { l.add(message, args) }
func (l *logged) Warn(message string, args ...any) { l.add(message, args) }

func (l *logged) add(message string, args []any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, fmt.Sprint(append([]any{message}, args...)...))
}

type provisionFixture struct {
	*fixture
	*Provisioner
	t         *testing.T
	directory string
	log       *logged
}

func newProvisionFixture(t *testing.T) *provisionFixture {
	x := &provisionFixture{fixture: newFixture(t), t: t, directory: t.TempDir(), log: &logged{}}
	x.Provisioner = NewProvisioner(x.Engine, 1, x.directory, x.log)
	return x
}

// write puts a file; an empty text removes it.
func (x *provisionFixture) write(name, text string) {
	x.t.Helper()
	path := filepath.Join(x.directory, name)
	if text == "" {
		if err := os.Remove(path); err != nil {
			x.t.Fatal(err)
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		x.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		x.t.Fatal(err)
	}
}

// load syncs and compares the files' states: "name: resources" and then each problem.
func (x *provisionFixture) load(want ...string) {
	x.t.Helper()
	if _, err := x.sync(x.ctx); err != nil {
		x.t.Fatal(err)
	}
	var got []string
	for _, file := range x.Provisioner.Status().Files {
		got = append(got, fmt.Sprintf("%s: %d", file.File, file.Resources))
		for _, problem := range file.Errors {
			got = append(got, "! "+problemLine(problem))
		}
	}
	ok := len(got) == len(want)
	for i := range min(len(got), len(want)) {
		ok = ok && strings.HasPrefix(got[i], want[i])
	}
	if !ok {
		x.t.Fatalf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func (x *provisionFixture) read(kind, name string) *contract.Resource {
	x.t.Helper()
	read, err := x.Get(x.ctx, x.viewer, kind, name, nil)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		x.t.Fatal(err)
	}
	return &read
}

func strategy(name string) string { return doc("Strategy", name, "{title: S}") }

func themeOf(name, title, strategy string) string {
	return doc("Theme", name, "{title: "+title+", strategy: "+strategy+"}")
}

func TestProvisionedFilesReferToEachOther(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("a/themes.yaml", themeOf("a", "A", "s")+"\n---\n"+themeOf("b", "B", "s"))
	x.write("z/deep/strategy.json", `{"apiVersion":"scorecard/v1","kind":"Strategy","metadata":{"name":"s"},"spec":{"title":"S"}}`)
	x.write("README.md", "not a document")
	x.load("a/themes.yaml: 2", "z/deep/strategy.json: 1")
	theme := x.read("Theme", "a")
	if *theme.Metadata.ManagedBy != ManagedByFile || *theme.Metadata.File != "a/themes.yaml" || *theme.Metadata.CreatedBy != "provisioning" {
		t.Errorf("%+v", theme.Metadata)
	}
	history, err := x.History(x.ctx, x.viewer, "Theme", "a")
	if err != nil || *history.Items[0].Reason != "provisioned from a/themes.yaml" {
		t.Errorf("%+v, %v", history, err)
	}
	before := x.store.version
	x.load("a/themes.yaml: 2", "z/deep/strategy.json: 1")
	if x.store.version != before {
		t.Error("loading the same files wrote something")
	}
}

func TestNorthwindProvisionedIsWhatApplyMakes(t *testing.T) {
	x := newProvisionFixture(t)
	for i, text := range northwind(t) {
		x.write(fmt.Sprintf("%d.yaml", 3-i), text)
	}
	if _, err := x.sync(x.ctx); err != nil {
		t.Fatal(err)
	}
	if n := problemsIn(x.Provisioner.Status()); n != 0 {
		t.Fatalf("%+v", x.Provisioner.Status())
	}
	result := x.mustApply(t, strings.Join(northwind(t), "\n---\n"))
	if len(result.Created)+len(result.Changed)+len(result.Deleted) != 0 {
		t.Errorf("%+v", result)
	}
}

func TestOtherWritersAreSentToTheFile(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("s.yaml", strategy("s"))
	x.load("s.yaml: 1")
	changed := doc("Strategy", "s", "{title: Mine}")
	for name, write := range map[string]func() error{
		"apply": func() error { _, err := x.Apply(x.ctx, x.editor, body(changed), ApplyOptions{}); return err },
		"replace": func() error {
			_, err := x.Replace(x.ctx, x.editor, "Strategy", "s", version(1), body(changed), WriteOptions{})
			return err
		},
		"patch": func() error {
			_, err := x.Patch(x.ctx, x.editor, "Strategy", "s", version(1), body(`{"spec":{"title":"Mine"}}`), WriteOptions{})
			return err
		},
		"delete": func() error { return x.Delete(x.ctx, x.editor, "Strategy", "s", version(1), WriteOptions{}) },
		"prune": func() error {
			_, err := x.Apply(x.ctx, x.editor, body(""), ApplyOptions{Prune: true, ManagedBy: ManagedByFile})
			return err
		},
	} {
		var conflict *ConflictError
		if err := write(); !errors.As(err, &conflict) || !strings.Contains(conflict.Detail, "s.yaml") {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Saying the same is no change, so that an export can be applied.
	if result := x.mustApply(t, strategy("s")); len(result.Unchanged) != 1 {
		t.Errorf("%+v", result)
	}
}

func TestABrokenFileStopsNothingElseAndKeepsWhatItBrought(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("s.yaml", strategy("s"))
	x.write("t.yaml", themeOf("a", "A", "s")+"\n---\n"+themeOf("b", "B", "s"))
	x.load("s.yaml: 1", "t.yaml: 2")
	loaded := *x.Provisioner.Status().Files[1].LoadedAt

	x.write("t.yaml", "a: [\n")
	x.write("u.yaml", themeOf("c", "C", "s"))
	x.load("s.yaml: 1", "t.yaml: 2", "! t.yaml: line 2, column 1: not YAML", "u.yaml: 1")
	if x.read("Theme", "a") == nil || *x.Provisioner.Status().Files[1].LoadedAt != loaded {
		t.Error("the former resources, or when they were loaded, are gone")
	}
	// A file is taken as a whole.
	x.write("t.yaml", themeOf("a", "Changed", "s")+"\n---\n\n"+themeOf("b", "B", "nowhere"))
	x.load("s.yaml: 1", "t.yaml: 2", "! t.yaml: line 4, column 79: /spec/strategy: there is no Strategy", "u.yaml: 1")
	if x.read("Theme", "a").Spec["title"] != "A" {
		t.Error("half of a broken file was loaded")
	}
	x.write("t.yaml", themeOf("a", "Changed", "s"))
	x.load("s.yaml: 1", "t.yaml: 1", "u.yaml: 1")
	if x.read("Theme", "a").Spec["title"] != "Changed" || x.read("Theme", "b") != nil {
		t.Error("the repaired file was not loaded")
	}
	if len(x.log.lines) == 0 || !slices.ContainsFunc(x.log.lines, func(line string) bool { return strings.Contains(line, "not YAML") }) {
		t.Errorf("log %q", x.log.lines)
	}
}

func TestWhatDependsOnABrokenFileIsReportedToo(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("a.yaml", themeOf("a", "A", "s"))
	x.write("b.yaml", doc("Objective", "o", "{title: O, strategy: s, perspective: p, themes: [a]}"))
	x.write("c.yaml", doc("Strategy", "s", "{titel: S}"))
	x.write("d.yaml", strategy("other"))
	x.load("a.yaml: 0", "! a.yaml: line 1, column 79: /spec/strategy: there is no Strategy",
		"b.yaml: 0", "! b.yaml: line 1, column 83: /spec/strategy: there is no Strategy",
		"c.yaml: 0", "! c.yaml: line 1, column 65: /spec/title: is missing", "! c.yaml: line 1, column 72: /spec/titel: there is no such field",
		"d.yaml: 1")
	x.write("c.yaml", strategy("s"))
	x.load("a.yaml: 1", "b.yaml: 1", "c.yaml: 1", "d.yaml: 1")
}

func TestAReviewWithAReportOrALogStaysWithoutItsFile(t *testing.T) {
	x := newProvisionFixture(t)
	x.fixture.mustApply(t, strings.Join(append(northwind(t), doc("ReviewSeries", "other", otherSeries)), "\n---\n"))
	x.write("series.yaml", doc("ReviewSeries", "weekly", otherSeries))
	x.write("reviews.yaml", doc("Review", "frozen", "{series: weekly, start: 2025-12-10T14:00:00Z}")+"\n---\n"+
		doc("Review", "made", "{series: other, start: 2025-12-10T14:00:00Z}"))
	x.load("reviews.yaml: 2", "series.yaml: 1")
	x.store.meanwhile = func() { x.store.firm = []string{"frozen"} }
	x.write("series.yaml", "")
	x.write("reviews.yaml", "")
	x.load("reviews.yaml: 1", "! reviews.yaml: Review “frozen” is no longer in this file, but stays because it has a frozen report or a log, which stay for ever",
		"series.yaml: 1", "! series.yaml: ReviewSeries “weekly” is no longer in this file, but stays because it is still referenced by Review “frozen” (has a frozen report")
	if x.read("Review", "made") != nil {
		t.Error("a review without a report and a log stays as well")
	}
}

const otherSeries = `{title: Weekly, tier: operational, scorecards: [northwind], recurrence: {rrule: FREQ=WEEKLY, start: "2025-12-03T14:00", timeZone: UTC}}`

func TestTheSameNameInTwoFilesIsAnErrorOfTheSecond(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("b.yaml", strategy("s"))
	x.write("c.yaml", strategy("t")+"\n---\n"+strategy("s"))
	x.load("b.yaml: 1", "c.yaml: 0", "! c.yaml: line 3, column 55: /metadata/name: Strategy “s” is already in b.yaml, line 1")
}

func TestWhatIsInNoFileAnyMoreGoesUnlessReferenced(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("s.yaml", strategy("s")+"\n---\n"+strategy("unused"))
	x.write("t.yaml", themeOf("a", "A", "s"))
	x.load("s.yaml: 2", "t.yaml: 1")
	x.write("s.yaml", "")
	x.load("t.yaml: 1", "s.yaml: 1", "! s.yaml: Strategy “s” is no longer in this file, but stays because it is still referenced by Theme “a”")
	if x.read("Strategy", "unused") != nil || x.read("Strategy", "s") == nil {
		t.Error("the wrong one was deleted")
	}
	x.write("t.yaml", "")
	x.load()
	if len(x.store.current) != 0 {
		t.Errorf("%v is left", x.store.current)
	}
}

func TestAResourceMovesBetweenFiles(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("a.yaml", strategy("s"))
	x.load("a.yaml: 1")
	x.write("b.yaml", strategy("s")+"\n---\n"+themeOf("x", "X", "nowhere"))
	x.write("a.yaml", strategy("t"))
	x.load("a.yaml: 2", "b.yaml: 0", "! b.yaml:")
	x.write("b.yaml", strategy("s"))
	x.load("a.yaml: 1", "b.yaml: 1")
	if *x.read("Strategy", "s").Metadata.File != "b.yaml" {
		t.Error("it still belongs to the old file")
	}
}

func TestFilesWinOverWhatPeopleMade(t *testing.T) {
	x := newProvisionFixture(t)
	if _, err := x.Create(x.ctx, x.editor, "Strategy", body(doc("Strategy", "s", "{title: Mine}")), WriteOptions{Source: ManagedByUI}); err != nil {
		t.Fatal(err)
	}
	x.write("s.yaml", strategy("s"))
	x.load("s.yaml: 1")
	s := x.read("Strategy", "s")
	if s.Spec["title"] != "S" || *s.Metadata.ManagedBy != ManagedByFile || *s.Metadata.CreatedBy != "editor" || *s.Metadata.Version != 2 {
		t.Errorf("%+v", s)
	}
}

func TestAFileThatWouldBreakOtherResourcesIsLeftOut(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("cal.yaml", doc("Calendar", "cal", "{title: C, timeZone: UTC}")+"\n---\n"+doc("Calendar", "other", "{title: C, timeZone: UTC}"))
	x.write("kpi.yaml", kpi("k", "source: {type: manual}"))
	x.load("cal.yaml: 2", "kpi.yaml: 1")
	x.mustApply(t, doc("OrgUnit", "u", "{title: U}")+"\n---\n"+strategy("s")+"\n---\n"+
		doc("Objective", "o", "{title: O, strategy: s, perspective: p, kpis: [{kpi: k}]}")+"\n---\n"+
		doc("Scorecard", "card", "{title: C, strategy: s, calendar: cal, frequency: month, unit: u, perspectives: [{name: p, title: P, objectives: [{objective: o}]}]}"))
	x.write("kpi.yaml", doc("Kpi", "k", "{title: K, calendar: other, frequency: month, source: {type: manual}}"))
	x.write("more.yaml", strategy("t"))
	x.load("cal.yaml: 2", "kpi.yaml: 1", "! kpi.yaml: /spec/calendar: this change would break Scorecard “card”", "more.yaml: 1")
}

func TestAMissingDirectoryDeletesNothing(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("s.yaml", strategy("s"))
	x.load("s.yaml: 1")
	if err := os.Rename(x.directory, x.directory+"-gone"); err != nil {
		t.Fatal(err)
	}
	if _, err := x.sync(x.ctx); err == nil {
		t.Error("no error")
	}
	status := x.Provisioner.Status()
	if len(status.Files) != 2 || status.Files[0].File != "." || len(status.Files[0].Errors) != 1 || x.read("Strategy", "s") == nil {
		t.Errorf("%+v", status)
	}
	if err := os.Rename(x.directory+"-gone", x.directory); err != nil {
		t.Fatal(err)
	}
	x.load("s.yaml: 1")
}

func TestConfigMapsAreReadOnce(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("..2026_01_01/s.yaml", strategy("s"))
	x.write("..2026_01_01/sub/t.yaml", strategy("t"))
	x.write(".hidden.yaml", "a: [")
	for link, target := range map[string]string{"..data": "..2026_01_01", "s.yaml": "..data/s.yaml", "sub": "..data/sub", "loop": "."} {
		if err := os.Symlink(target, filepath.Join(x.directory, link)); err != nil {
			t.Fatal(err)
		}
	}
	x.load("s.yaml: 1", "sub/t.yaml: 1")
}

func TestUnreadableAndForeignFilesAreReported(t *testing.T) {
	x := newProvisionFixture(t)
	x.write("broken.json", `{"apiVersion": "scorecard/v1",}`)
	x.write("values.yaml", "replicas: 3\n")
	if err := os.Symlink("nowhere", filepath.Join(x.directory, "dangling.yaml")); err != nil {
		t.Fatal(err)
	}
	x.load("broken.json: 0", "! broken.json: line 1, column 31: not JSON",
		"values.yaml: 0", "! values.yaml: line 1, column 1: /apiVersion: is missing", "! values.yaml: line 1, column 1: /kind: is missing")
}

func TestRunFollowsChanges(t *testing.T) {
	x := newProvisionFixture(t)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { x.Run(ctx); close(done) }()
	eventually := func(what string, condition func() bool) {
		t.Helper()
		for deadline := time.Now().Add(20 * time.Second); !condition(); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s never happened", what)
			}
		}
	}
	has := func(name string) func() bool {
		return func() bool {
			list, err := x.List(x.ctx, x.viewer, "Strategy", ListOptions{})
			return err == nil && slices.ContainsFunc(list.Items, func(r contract.Resource) bool { return r.Metadata.Name == name })
		}
	}
	x.write("a.yaml", strategy("a"))
	eventually("loading a file", has("a"))
	x.write("new/b.yaml", strategy("b"))
	eventually("loading a file in a new folder", has("b"))
	x.write("new/b.yaml", strategy("c"))
	eventually("loading a change", has("c"))
	x.write("new/b.yaml", "")
	eventually("removing", func() bool { return !has("c")() })
	stop()
	<-done
}
