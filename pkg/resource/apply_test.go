package resource

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

func names(refs []contract.Ref) string {
	var words []string
	for _, ref := range refs {
		words = append(words, ref.Kind+"/"+ref.Name)
	}
	return strings.Join(words, " ")
}

func northwind(t testing.TB) []string {
	t.Helper()
	var documents []string
	for _, name := range []string{"units", "kpis", "scorecard"} {
		data, err := os.ReadFile(filepath.Join(testsFolder, "examples", "northwind", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		documents = append(documents, string(data))
	}
	return documents
}

func TestNorthwindIsAcceptedInAnyOrder(t *testing.T) {
	files := northwind(t)
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
		x := newFixture(t)
		stream := files[order[0]] + "\n---\n" + files[order[1]] + "\n---\n" + files[order[2]]
		created := x.mustApply(t, stream)
		if len(created.Created) < 60 || len(created.Changed)+len(created.Unchanged)+len(created.Deleted) != 0 {
			t.Errorf("%v", created)
		}
		again := x.mustApply(t, stream)
		if len(again.Unchanged) != len(created.Created) || len(again.Created)+len(again.Changed)+len(again.Impact) != 0 {
			t.Errorf("applied twice: %+v", again)
		}
	}
}

func TestApplyTellsWhatItDoes(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	result := x.mustApply(t, theme("growth", "Growth")+"\n---\n"+theme("x", "X")+"\n---\n"+
		doc("Kpi", "sales", "{title: Sales, calendar: cal, frequency: month, closeDays: 3, source: {type: manual}}"))
	if names(result.Created) != "Theme/x" || names(result.Unchanged) != "Theme/growth" || len(result.Changed) != 1 {
		t.Fatalf("%+v", result)
	}
	changed := result.Changed[0]
	if changed.Ref.Name != "sales" || !equalJSON(t, changed.Diff, []contract.Change{{Path: "/spec/closeDays", To: json.Number("3")}}) {
		t.Errorf("%+v", changed)
	}
	if got := names(result.Impact); !strings.Contains(got, "Scorecard/card") || !strings.Contains(got, "Objective/earn") || strings.Contains(got, "costs") {
		t.Errorf("impact %s", got)
	}
}

func TestImpactIsAlsoOnWhatWasReferredTo(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base+"---\n"+doc("TargetSet", "t", "{kpi: sales, unit: company, target: 5}"))
	for _, c := range []struct{ document, want string }{
		{doc("TargetSet", "t", "{kpi: sales, unit: company, target: 6}"), "Kpi/sales Objective/earn Scorecard/card"},
		{doc("TargetSet", "t", "{kpi: costs, unit: company, target: 6}"), "Kpi/costs Kpi/sales Objective/earn Objective/save Scorecard/card"},
		{doc("Objective", "earn", "{title: Earn, strategy: s, perspective: fin}") + "\n---\n" + kpi("sales", "source: {type: manual}, closeDays: 2"),
			"Kpi/sales Objective/earn Scorecard/card"},
	} {
		if got := names(x.mustApply(t, c.document).Impact); got != c.want {
			t.Errorf("%s: impact %s, want %s", c.document, got, c.want)
		}
	}
}

func TestApplyIsAllOrNothing(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	before := x.store.version
	if _, err := x.Apply(x.ctx, x.editor, body(theme("a", "A")+"\n---\n"+theme("b", "")), ApplyOptions{}); err == nil {
		t.Fatal("accepted")
	}
	if _, err := x.Get(x.ctx, x.viewer, "Theme", "a", nil); !errors.Is(err, ErrNotFound) || x.store.version != before {
		t.Errorf("half of it was written: %v", err)
	}
}

func TestPruneDeletesWhatTheStreamLacksInItsScope(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	made := func(name, label, source string) {
		t.Helper()
		text := fmt.Sprintf("{apiVersion: scorecard/v1, kind: Theme, metadata: {name: %s, labels: {team: %s}}, spec: {title: T, strategy: s}}", name, label)
		if _, err := x.Create(x.ctx, x.editor, "Theme", body(text), WriteOptions{Source: source}); err != nil {
			t.Fatal(err)
		}
	}
	made("a1", "a", ManagedByAPI)
	made("a2", "a", ManagedByAPI)
	made("a3", "a", ManagedByUI)
	made("b1", "b", ManagedByAPI)
	stream := body("{apiVersion: scorecard/v1, kind: Theme, metadata: {name: a1, labels: {team: a}}, spec: {title: T, strategy: s}}")
	result, err := x.Apply(x.ctx, x.editor, stream, ApplyOptions{Prune: true, Selector: "team=a", WriteOptions: WriteOptions{DryRun: true}})
	if err != nil || names(result.Deleted) != "Theme/a2" {
		t.Fatalf("%+v, %v", result, err)
	}
	result, err = x.Apply(x.ctx, x.editor, stream, ApplyOptions{Prune: true, Selector: "team=a", ManagedBy: ManagedByUI})
	if err != nil || names(result.Deleted) != "Theme/a3" {
		t.Fatalf("%+v, %v", result, err)
	}
}

func TestPruneIsJudgedOnTheFinalState(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	// Everything goes at once, although everything refers to something that goes.
	result, err := x.Apply(x.ctx, x.editor, body(doc("Calendar", "other", "{title: O, timeZone: UTC}")), ApplyOptions{Prune: true})
	if err != nil || len(result.Deleted) != 12 {
		t.Fatalf("%+v, %v", result, problemsText(err))
	}
	x = newFixture(t)
	x.mustApply(t, base)
	if _, err := x.Create(x.ctx, x.editor, "Kpi", body(kpi("mine", "source: {type: manual}")), WriteOptions{Source: ManagedByUI}); err != nil {
		t.Fatal(err)
	}
	_, err = x.Apply(x.ctx, x.editor, body(""), ApplyOptions{Prune: true})
	var conflict *ConflictError
	if !errors.As(err, &conflict) || names(conflict.Referrers) != "Kpi/mine" {
		t.Fatalf("%+v, %v", conflict, err)
	}
}

func TestManagedByFollowsTheWriter(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	managedBy := func(want string) {
		t.Helper()
		if read, err := x.Get(x.ctx, x.viewer, "Theme", "growth", nil); err != nil || *read.Metadata.ManagedBy != want {
			t.Errorf("managed by %s, want %s", *read.Metadata.ManagedBy, want)
		}
	}
	managedBy(ManagedByAPI)
	if _, err := x.Patch(x.ctx, x.editor, "Theme", "growth", version(1), body(`{"spec":{"title":"New"}}`), WriteOptions{Source: ManagedByUI}); err != nil {
		t.Fatal(err)
	}
	managedBy(ManagedByUI)
	x.mustApply(t, theme("growth", "New"))
	managedBy(ManagedByUI)
	x.mustApply(t, theme("growth", "Newer"))
	managedBy(ManagedByAPI)
}

func TestExportComesBackUnchanged(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, strings.Join(northwind(t), "\n---\n"))
	x.mustApply(t, `{apiVersion: scorecard/v1, kind: Theme, metadata: {name: odd, labels: {a: "yes", "1": "2026-03-14"}},
		spec: {title: "  yes", strategy: northwind-1997, description: "two\nlines \n\n\ttab: 'x' \"y\" #z\r\n é 😀 \u0007 "}}`)
	if _, err := x.Patch(x.ctx, x.editor, "Kpi", "revenue", version(1), body(`{"metadata":{"archived":true}}`), WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, format := range []Format{YAML, JSON} {
		exported, err := x.Export(x.ctx, x.viewer, nil, format)
		if err != nil {
			t.Fatal(err)
		}
		result, err := x.Apply(x.ctx, x.editor, Input{Data: exported, Format: format}, ApplyOptions{Prune: true})
		if err != nil {
			t.Fatal(problemsText(err))
		}
		if len(result.Created)+len(result.Changed)+len(result.Deleted) != 0 || len(result.Unchanged) != len(x.store.current) {
			t.Errorf("format %d: %+v", format, result)
		}
		fresh := newFixture(t)
		fresh.mustApply(t, string(exported))
		second, err := fresh.Export(fresh.ctx, fresh.viewer, nil, format)
		if err != nil || string(second) != string(exported) {
			t.Errorf("format %d: the export of an import differs, %v", format, err)
		}
	}
	only, err := x.Export(x.ctx, x.viewer, []string{"themes", "Strategy"}, YAML)
	if err != nil || strings.Count(string(only), "kind: Theme") != 3 || strings.Count(string(only), "kind: Strategy") != 1 || strings.Contains(string(only), "kind: Kpi") {
		t.Errorf("%s, %v", only, err)
	}
	var invalid *evaluate.InvalidError
	if _, err := x.Export(x.ctx, x.viewer, []string{"nothing"}, YAML); !errors.As(err, &invalid) || invalid.Field != "kinds" {
		t.Errorf("%v", err)
	}
}

func TestDocumentsAreKeptAsReceived(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	x.mustApply(t, `{"kind":"Kpi","metadata":{"name":"k"},"apiVersion":"scorecard/v1","spec":{"source":{"type":"manual"},"title":"K","frequency":"month","closeDays":2.0,"calendar":"cal"}}`)
	want := `{"apiVersion":"scorecard/v1","kind":"Kpi","metadata":{"name":"k"},"spec":{"source":{"type":"manual"},"title":"K","frequency":"month","closeDays":2.0,"calendar":"cal"}}`
	if got := string(x.store.current[contract.Ref{Kind: "Kpi", Name: "k"}].Document); got != want {
		t.Errorf("got %s", got)
	}
	if result := x.mustApply(t, kpi("k", "source: {type: manual}, closeDays: 2")); len(result.Unchanged) != 1 {
		t.Errorf("%+v", result)
	}
}

type directory []string

func (d directory) Unknown(_ context.Context, _ int64, people []string) ([]string, error) {
	return slices.DeleteFunc(people, func(p string) bool { return slices.Contains(d, p) }), nil
}

func TestUnknownPeopleAreWarnings(t *testing.T) {
	x := newFixture(t)
	x.Engine = New(x.store, Options{Now: x.now, People: directory{"ceo"}})
	x.mustApply(t, base)
	result := x.mustApply(t, doc("Theme", "a", "{title: A, strategy: s, sponsor: ceo}")+"\n---\n"+doc("Theme", "b", "{title: B, strategy: s, sponsor: cfo}")+
		"\n---\n"+kpi("k", "owner: cfo, source: {type: manual, contributors: [{person: team:x}]}"))
	if len(result.Warnings) != 2 || !strings.Contains(result.Warnings[0], "“cfo” matches no Grafana user or team: Theme “b”, Kpi “k”") {
		t.Errorf("%q", result.Warnings)
	}
}

func TestDiffPatchesOneVersionIntoTheOther(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`{"a":1}`, `{"a":1.0}`, `[]`},
		{`{"a":1}`, `{"b":[1]}`, `[{"path":"/a","from":1},{"path":"/b","to":[1]}]`},
		{`{"a":[1,2,3]}`, `{"a":[1,5]}`, `[{"path":"/a/1","from":2,"to":5},{"path":"/a/2","from":3}]`},
		{`{"a/b":{"c~":true}}`, `{"a/b":{"c~":false}}`, `[{"path":"/a~1b/c~0","from":true,"to":false}]`},
		{`{"a":{"b":1}}`, `{"a":[1]}`, `[{"path":"/a","from":{"b":1},"to":[1]}]`},
	} {
		from, err := decodeValue([]byte(c.from))
		if err != nil {
			t.Fatal(err)
		}
		to, err := decodeValue([]byte(c.to))
		if err != nil {
			t.Fatal(err)
		}
		var want []contract.Change
		if err := json.Unmarshal([]byte(c.want), &want); err != nil {
			t.Fatal(err)
		}
		if got := diff(from, to); !equalJSON(t, got, want) {
			t.Errorf("%s → %s: %+v", c.from, c.to, got)
		}
	}
}

// many is an organisation of about n resources.
func many(n int) string {
	var b strings.Builder
	b.WriteString(base)
	for i := range n / 3 {
		fmt.Fprintf(&b, "---\n%s\n", doc("OrgUnit", fmt.Sprintf("u%d", i), fmt.Sprintf("{title: U, parent: company, aliases: [alias %d]}", i)))
		fmt.Fprintf(&b, "---\n%s\n", kpi(fmt.Sprintf("k%d", i), fmt.Sprintf("owner: me, units: [u%d], source: {type: calculated, formula: 'sales / prev(sales) + coalesce(costs, 0)'}", i)))
		fmt.Fprintf(&b, "---\n%s\n", doc("TargetSet", fmt.Sprintf("t%d", i), fmt.Sprintf("{kpi: k%d, unit: u%d, from: 2026-01, target: 5, scale: {type: goalRedFlag, redFlag: 80%%, goal: 100%%}}", i, i)))
	}
	return b.String()
}

func TestApplyOfThreeThousandDocumentsTakesSeconds(t *testing.T) {
	x := newFixture(t)
	stream := many(3000)
	start := time.Now()
	result := x.mustApply(t, stream)
	t.Logf("created %d in %s", len(result.Created), time.Since(start))
	start = time.Now()
	if _, err := x.Patch(x.ctx, x.editor, "Kpi", "k7", version(1), body(`{"spec":{"title":"New"}}`), WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	t.Logf("patched one in %s", time.Since(start))
}

func BenchmarkApply3000(b *testing.B) {
	stream := many(3000)
	for b.Loop() {
		x := newFixture(b)
		x.mustApply(b, stream)
	}
}

func FuzzApply(f *testing.F) {
	f.Add([]byte(base), uint64(1))
	for _, file := range northwind(f) {
		f.Add([]byte(file), uint64(2))
	}
	f.Add([]byte(targets("scale: {type: points, points: [[1, 2, 3], [4]]}")), uint64(3))
	f.Add([]byte(`[{"apiVersion":"scorecard/v1","kind":"Kpi","metadata":{"name":"k"},"spec":{"source":{"type":"calculated","formula":"k("}}}]`), uint64(4))
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		x := newFixture(t)
		x.mustApply(t, base)
		for _, input := range [][]byte{data, mutated(data, seed)} {
			_, err := x.Apply(x.ctx, x.editor, Input{Data: input}, ApplyOptions{Prune: seed%2 == 0})
			var parse *ParseError
			var large *TooLargeError
			var invalid *InvalidError
			var conflict *ConflictError
			if err != nil && !errors.As(err, &parse) && !errors.As(err, &large) && !errors.As(err, &invalid) && !errors.As(err, &conflict) {
				t.Fatalf("unexpected error %T: %v", err, err)
			}
			if err != nil {
				continue
			}
			again, err := x.Apply(x.ctx, x.editor, Input{Data: input}, ApplyOptions{})
			if err != nil || len(again.Created)+len(again.Changed) != 0 {
				t.Fatalf("applied twice: %+v, %v", again, err)
			}
			exported, err := x.Export(x.ctx, x.viewer, nil, YAML)
			if err != nil {
				t.Fatal(err)
			}
			back, err := x.Apply(x.ctx, x.editor, Input{Data: exported, Format: YAML}, ApplyOptions{})
			if err != nil || len(back.Created)+len(back.Changed) != 0 {
				t.Fatalf("export and apply: %+v, %v\n%s", back, err, exported)
			}
		}
	})
}

// mutated swaps some words of a text, which keeps more of its structure than changing bytes does.
func mutated(data []byte, seed uint64) []byte {
	random := rand.New(rand.NewPCG(seed, seed))
	words := strings.Split(string(data), " ")
	for range min(len(words), 8) {
		i, j := random.IntN(len(words)), random.IntN(len(words))
		words[i], words[j] = words[j], words[i]
	}
	return []byte(strings.Join(words, " "))
}
