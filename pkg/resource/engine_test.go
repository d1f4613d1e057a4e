package resource

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

func body(text string) Input { return Input{Data: []byte(text)} }

func version(n int) *Basis { return &Basis{Versions: []int{n}} }

func theme(name, title string) string { return doc("Theme", name, "{title: "+title+", strategy: s}") }

func TestCreateAnswersTheResourceWithWhatTheServerKnows(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	created, err := x.Create(x.ctx, x.editor, "Kpi", body(`{apiVersion: scorecard/v1, kind: Kpi, metadata: {name: k, labels: {a: b}},
		spec: {title: K, calendar: cal, frequency: month, owner: me, source: {type: query, query: {id: 12345678901234567890, x: 1.0}, extract: {mode: table, time: t, unit: u}}}}`),
		WriteOptions{Source: ManagedByUI, Reason: "because"})
	if err != nil {
		t.Fatal(problemsText(err))
	}
	m := created.Metadata
	if *m.Version != 1 || *m.ManagedBy != "ui" || *m.CreatedBy != "editor" || *m.UpdatedBy != "editor" || m.Labels["a"] != "b" || m.File != nil {
		t.Errorf("metadata %+v", m)
	}
	if at, err := time.Parse(time.RFC3339Nano, *m.CreatedAt); err != nil || at.Year() != 2026 {
		t.Errorf("createdAt %s, %v", *m.CreatedAt, err)
	}
	if gaps := created.Status["gaps"]; !slices.Equal(gaps.([]string), []string{"steward", "driver", "source"}) {
		t.Errorf("gaps %v", gaps)
	}
	text, err := json.Marshal(created.Spec["source"])
	if err != nil || !strings.Contains(string(text), `"id":12345678901234567890`) {
		t.Errorf("the query was changed: %s, %v", text, err)
	}
	read, err := x.Get(x.ctx, x.viewer, "Kpi", "k", nil)
	if err != nil || !equalJSON(t, read, created) {
		t.Errorf("read %+v, %v", read, err)
	}
}

func equalJSON(t *testing.T, a, b any) bool {
	t.Helper()
	x, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(x) == string(y)
}

func TestGapsEndWithTheSystemsDatasource(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	x.mustApply(t, doc("SourceSystem", "erp", "{title: ERP, datasource: {uid: pg}}")+"\n---\n"+
		doc("Dataset", "orders", "{title: Orders, system: erp, query: {rawSql: select 1}}")+"\n---\n"+
		kpi("k", "owner: a, steward: b, valueDriver: c, source: {type: query, dataset: orders, extract: {mode: table, time: t, unit: u}}"))
	read, err := x.Get(x.ctx, x.viewer, "Kpi", "k", nil)
	if err != nil || len(read.Status["gaps"].([]string)) != 0 {
		t.Errorf("%v, %v", read.Status, err)
	}
}

func TestDefinitionsTellArchivedKpis(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	x.mustApply(t, kpi("k", "source: {type: manual}")+"\n---\n"+kpi("old", "source: {type: manual}"))
	if _, err := x.Patch(x.ctx, x.editor, "Kpi", "old", version(1), body(`{"metadata":{"archived":true}}`), WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	d, _, _, err := x.Definitions(x.ctx, x.viewer, nil)
	if err != nil || !d.Archived["old"] || d.Archived["k"] {
		t.Errorf("%v, %v", d.Archived, err)
	}
}

func TestWritesNeedTheCurrentVersion(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	writes := map[string]func(version *Basis) error{
		"replace": func(v *Basis) error {
			_, err := x.Replace(x.ctx, x.editor, "Theme", "growth", v, body(theme("growth", "New")), WriteOptions{})
			return err
		},
		"patch": func(v *Basis) error {
			_, err := x.Patch(x.ctx, x.editor, "Theme", "growth", v, body(`{"spec":{"title":"Newer"}}`), WriteOptions{})
			return err
		},
		"delete": func(v *Basis) error {
			return x.Delete(x.ctx, x.editor, "Theme", "growth", v, WriteOptions{})
		},
	}
	for name, write := range writes {
		if err := write(nil); !errors.Is(err, ErrPreconditionRequired) {
			t.Errorf("%s without version: %v", name, err)
		}
		var stale *StaleError
		if err := write(version(7)); !errors.As(err, &stale) || *stale.Current.Metadata.Version != 1 || stale.Current.Spec["title"] != "Growth" {
			t.Errorf("%s of another version: %v", name, err)
		}
	}
	for i, name := range []string{"replace", "patch", "delete"} {
		if err := writes[name](version(i + 1)); err != nil {
			t.Errorf("%s of the current version: %v", name, err)
		}
	}
	if _, err := x.Get(x.ctx, x.viewer, "Theme", "growth", nil); !errors.Is(err, ErrNotFound) {
		t.Errorf("after delete: %v", err)
	}
	for name, write := range writes {
		if err := write(nil); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s of what is gone: %v", name, err)
		}
	}
}

func TestAddressAndBodyMustAgree(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	_, err := x.Create(x.ctx, x.editor, "Kpi", body(theme("x", "X")), WriteOptions{})
	if got := places(t, err); !slices.Equal(got, []string{"Theme/x/kind"}) {
		t.Errorf("create: %v", got)
	}
	_, err = x.Replace(x.ctx, x.editor, "Theme", "growth", version(1), body(theme("other", "X")), WriteOptions{})
	if got := places(t, err); !slices.Equal(got, []string{"Theme/other/metadata/name"}) {
		t.Errorf("replace: %v", got)
	}
	_, err = x.Patch(x.ctx, x.editor, "Theme", "growth", version(1), body(`{"metadata":{"name":"other"}}`), WriteOptions{})
	if got := places(t, err); !slices.Equal(got, []string{"Theme/other/metadata/name"}) {
		t.Errorf("patch: %v", got)
	}
	var conflict *ConflictError
	if _, err = x.Create(x.ctx, x.editor, "Theme", body(theme("growth", "X")), WriteOptions{}); !errors.As(err, &conflict) {
		t.Fatalf("create of what exists: %v", err)
	}
	if p := conflict.Problems; len(p) != 1 || p[0].Path != "/metadata/name" || p[0].Message != conflict.Detail || p[0].Said == nil || p[0].Said.Code != "existsAlready" {
		t.Errorf("create of what exists names %+v", p)
	}
	var parse *ParseError
	for name, text := range map[string]string{"empty": "", "two documents": theme("a", "A") + "\n---\n" + theme("b", "B"), "no YAML": "{a: ["} {
		if _, err := x.Create(x.ctx, x.editor, "Theme", body(text), WriteOptions{}); !errors.As(err, &parse) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := x.Create(x.ctx, x.editor, "Nothing", body(theme("a", "A")), WriteOptions{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("unknown kind: %v", err)
	}
}

func TestWritesOfTheSameContentChangeNothing(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	before := x.store.version
	same, err := x.Replace(x.ctx, x.editor, "Theme", "growth", version(1), body(theme("growth", "Growth")), WriteOptions{Source: ManagedByUI})
	if err != nil || *same.Metadata.Version != 1 || *same.Metadata.ManagedBy != "api" || x.store.version != before {
		t.Errorf("%+v, %v", same.Metadata, err)
	}
	x.mustApply(t, base)
	read, err := x.Get(x.ctx, x.viewer, "Theme", "growth", nil)
	if err != nil || *read.Metadata.Version != 1 || *read.Metadata.UpdatedAt != *same.Metadata.UpdatedAt {
		t.Errorf("read afterwards: %+v, %v", read.Metadata, err)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	before := x.store.version
	dry := WriteOptions{DryRun: true}
	created, err := x.Create(x.ctx, x.editor, "Theme", body(theme("x", "X")), dry)
	if err != nil || *created.Metadata.Version != 1 {
		t.Errorf("create: %+v, %v", created, err)
	}
	changed, err := x.Patch(x.ctx, x.editor, "Theme", "growth", version(1), body(`{"spec":{"title":"New"}}`), dry)
	if err != nil || *changed.Metadata.Version != 2 || changed.Spec["title"] != "New" {
		t.Errorf("patch: %+v, %v", changed, err)
	}
	if err := x.Delete(x.ctx, x.editor, "Theme", "growth", version(1), dry); err != nil {
		t.Errorf("delete: %v", err)
	}
	if _, err := x.Create(x.ctx, x.editor, "Theme", body(doc("Theme", "x", "{title: X, strategy: nowhere}")), dry); err == nil {
		t.Error("a dry run accepts what is invalid")
	}
	if x.store.version != before {
		t.Error("something was written")
	}
}

func TestPatchKeepsWhatItDoesNotName(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	patched, err := x.Patch(x.ctx, x.editor, "OrgUnit", "company", version(1),
		body(`{"metadata":{"labels":{"a":"1","b":"2"},"version":99},"spec":{"owner":"ceo","aliases":null},"status":{"x":1}}`), WriteOptions{})
	if err != nil {
		t.Fatal(problemsText(err))
	}
	if patched.Spec["title"] != "Company" || patched.Spec["owner"] != "ceo" || patched.Spec["aliases"] != nil || len(patched.Metadata.Labels) != 2 {
		t.Errorf("%+v", patched)
	}
	patched, err = x.Patch(x.ctx, x.editor, "OrgUnit", "company", version(2), body(`{"metadata":{"labels":{"a":null}}}`), WriteOptions{})
	if err != nil || len(patched.Metadata.Labels) != 1 {
		t.Errorf("%+v, %v", patched.Metadata, err)
	}
	_, err = x.Patch(x.ctx, x.editor, "OrgUnit", "company", version(3), body(`{"spec":{"parent":"north","titel":"x"}}`), WriteOptions{})
	if got := places(t, err); !slices.Equal(got, []string{"OrgUnit/company/spec/parent", "OrgUnit/company/spec/titel", "OrgUnit/north/spec/parent"}) {
		t.Errorf("%v", got)
	}
}

func TestArchivingIsAlwaysPossible(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	archived, err := x.Patch(x.ctx, x.editor, "Kpi", "sales", version(1), body(`{"metadata":{"archived":true}}`), WriteOptions{})
	if err != nil || archived.Metadata.Archived == nil || !*archived.Metadata.Archived {
		t.Fatalf("%+v, %v", archived.Metadata, err)
	}
	history, err := x.History(x.ctx, x.viewer, "Kpi", "sales")
	if err != nil || history.Items[0].Action != "archived" || len(history.Items[0].Diff) != 1 || history.Items[0].Diff[0].Path != "/metadata/archived" {
		t.Errorf("%+v, %v", history.Items[0], err)
	}
	// Applying the document that says nothing of it leaves it archived, other changes do, too.
	x.mustApply(t, doc("Kpi", "sales", "{title: Sales 2, calendar: cal, frequency: month, source: {type: manual}}"))
	if read, _ := x.Get(x.ctx, x.viewer, "Kpi", "sales", nil); read.Metadata.Archived == nil {
		t.Error("apply brought it back")
	}
	back, err := x.Patch(x.ctx, x.editor, "Kpi", "sales", version(3), body(`{"metadata":{"archived":false}}`), WriteOptions{})
	if err != nil || back.Metadata.Archived != nil {
		t.Errorf("%+v, %v", back.Metadata, err)
	}
}

func TestDeletingWhatIsReferencedListsTheReferrers(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	var conflict *ConflictError
	err := x.Delete(x.ctx, x.editor, "Calendar", "cal", version(1), WriteOptions{})
	want := []contract.Ref{{Kind: "Kpi", Name: "costs"}, {Kind: "Kpi", Name: "sales"}, {Kind: "Scorecard", Name: "card"}}
	if !errors.As(err, &conflict) || !slices.Equal(conflict.Referrers, want) {
		t.Fatalf("%+v, %v", conflict, err)
	}
}

func TestHistoryTellsWhoWhenWhyAndWhat(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	if _, err := x.Patch(x.ctx, x.editor, "Theme", "growth", version(1), body(`{"spec":{"title":"New","sponsor":"ceo"}}`), WriteOptions{Reason: "renamed"}); err != nil {
		t.Fatal(err)
	}
	if err := x.Delete(x.ctx, x.editor, "Theme", "growth", version(2), WriteOptions{Reason: "over"}); err != nil {
		t.Fatal(err)
	}
	history, err := x.History(x.ctx, x.viewer, "Theme", "growth")
	if err != nil || len(history.Items) != 3 {
		t.Fatalf("%+v, %v", history, err)
	}
	deleted, changed, created := history.Items[0], history.Items[1], history.Items[2]
	if deleted.Action != "deleted" || *deleted.Reason != "over" || deleted.Version != 3 || created.Action != "created" || created.Reason != nil {
		t.Errorf("%+v, %+v", deleted, created)
	}
	want := []contract.Change{{Path: "/spec/sponsor", To: "ceo"}, {Path: "/spec/title", From: "Growth", To: "New"}}
	if changed.Action != "changed" || *changed.Reason != "renamed" || changed.By != "editor" || !equalJSON(t, changed.Diff, want) {
		t.Errorf("%+v", changed)
	}
	if changed.Document.Spec["title"] != "New" || created.Document.Spec["title"] != "Growth" {
		t.Error("the documents of the versions are mixed up")
	}
	if _, err := x.History(x.ctx, x.viewer, "Theme", "nowhere"); !errors.Is(err, ErrNotFound) {
		t.Errorf("%v", err)
	}
}

func TestAsOfAnswersWithWhatWasKnown(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	first, err := x.Get(x.ctx, x.viewer, "Theme", "growth", nil)
	if err != nil {
		t.Fatal(err)
	}
	then, err := time.Parse(time.RFC3339Nano, *first.Metadata.UpdatedAt)
	if err != nil {
		t.Fatal(err)
	}
	x.mustApply(t, theme("growth", "New"))
	past, err := x.Get(x.ctx, x.viewer, "Theme", "growth", &then)
	if err != nil || past.Spec["title"] != "Growth" {
		t.Errorf("%+v, %v", past, err)
	}
	definitions, _, versions, err := x.Definitions(x.ctx, x.viewer, &then)
	if err != nil || definitions.Themes["growth"].Title != "Growth" || versions[contract.Ref{Kind: "Theme", Name: "growth"}] != 1 {
		t.Errorf("%+v, %v", definitions.Themes, err)
	}
	now, state, _, err := x.Definitions(x.ctx, x.viewer, nil)
	if err != nil || now.Themes["growth"].Title != "New" || state.Definitions != x.store.version {
		t.Errorf("%+v, %v", now.Themes, err)
	}
	earlier := then.Add(-time.Hour)
	if _, err := x.Get(x.ctx, x.viewer, "Theme", "growth", &earlier); !errors.Is(err, ErrNotFound) {
		t.Errorf("before it was made: %v", err)
	}
}

func TestObservationsDontMakeResourcesBeReadAgain(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	if _, _, _, err := x.Definitions(x.ctx, x.viewer, nil); err != nil {
		t.Fatal(err)
	}
	before := x.store.snapshots
	x.store.observed = 5
	_, versions, _, err := x.Definitions(x.ctx, x.viewer, nil)
	if want := (evaluate.Versions{Data: x.store.version + 5, Definitions: x.store.version}); err != nil || versions != want {
		t.Errorf("%+v, want %+v, %v", versions, want, err)
	}
	if x.store.snapshots != before {
		t.Errorf("the resources were read %d times more", x.store.snapshots-before)
	}
	x.mustApply(t, theme("growth", "New"))
	if now, _, _, err := x.Definitions(x.ctx, x.viewer, nil); err != nil || now.Themes["growth"].Title != "New" {
		t.Errorf("after a resource was written: %+v, %v", now.Themes, err)
	}
}

func TestListPagesSearchesAndSelects(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base+`
---
{apiVersion: scorecard/v1, kind: Theme, metadata: {name: a, labels: {area: north, tier: one}}, spec: {title: First idea, strategy: s}}
---
{apiVersion: scorecard/v1, kind: Theme, metadata: {name: b, labels: {area: south}}, spec: {title: Second, description: An IDEA, strategy: s}}
`)
	names := func(options ListOptions) string {
		t.Helper()
		list, err := x.List(x.ctx, x.viewer, "Theme", options)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, r := range list.Items {
			names = append(names, r.Metadata.Name)
		}
		if list.Next != nil {
			names = append(names, "…")
		}
		return strings.Join(names, " ")
	}
	for _, c := range []struct {
		options ListOptions
		want    string
	}{
		{ListOptions{}, "a b growth"},
		{ListOptions{Limit: 2}, "a b …"},
		{ListOptions{Query: "idea"}, "a b"},
		{ListOptions{Query: " GROW "}, "growth"},
		{ListOptions{LabelSelector: "area=north"}, "a"},
		{ListOptions{LabelSelector: "area!=north"}, "b growth"},
		{ListOptions{LabelSelector: "area"}, "a b"},
		{ListOptions{LabelSelector: "!area"}, "growth"},
		{ListOptions{LabelSelector: "area in (north, south), tier"}, "a"},
		{ListOptions{LabelSelector: "area notin (north)"}, "b growth"},
	} {
		if got := names(c.options); got != c.want {
			t.Errorf("%+v: %s, want %s", c.options, got, c.want)
		}
	}
	page, err := x.List(x.ctx, x.viewer, "Theme", ListOptions{Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	if got := names(ListOptions{Limit: 2, Cursor: *page.Next}); got != "growth" {
		t.Errorf("second page %s", got)
	}
	var invalid *evaluate.InvalidError
	for field, options := range map[string][]ListOptions{
		"labelSelector": {{LabelSelector: "a=b=c"}, {LabelSelector: "(a"}}, "cursor": {{Cursor: "%%"}, {Cursor: "garbage"}},
	} {
		for _, o := range options {
			if _, err := x.List(x.ctx, x.viewer, "Theme", o); !errors.As(err, &invalid) || invalid.Field != field {
				t.Errorf("%+v: %v", o, err)
			}
		}
	}
}

func TestRolesDecideWhoMayDoWhat(t *testing.T) {
	x := newFixture(t)
	x.mustApply(t, base)
	nobody := access.For(access.Caller{Org: 1})
	calls := map[string]func(f access.Filter) error{
		"list": func(f access.Filter) error { _, err := x.List(x.ctx, f, "Theme", ListOptions{}); return err },
		"get":  func(f access.Filter) error { _, err := x.Get(x.ctx, f, "Theme", "growth", nil); return err },
		"history": func(f access.Filter) error {
			_, err := x.History(x.ctx, f, "Theme", "growth")
			return err
		},
		"kinds":       func(f access.Filter) error { _, err := x.Kinds(x.ctx, f); return err },
		"export":      func(f access.Filter) error { _, err := x.Export(x.ctx, f, nil, YAML); return err },
		"definitions": func(f access.Filter) error { _, _, _, err := x.Definitions(x.ctx, f, nil); return err },
		"write create": func(f access.Filter) error {
			_, err := x.Create(x.ctx, f, "Theme", body(theme("x", "X")), WriteOptions{DryRun: true})
			return err
		},
		"write replace": func(f access.Filter) error {
			_, err := x.Replace(x.ctx, f, "Theme", "growth", version(1), body(theme("growth", "X")), WriteOptions{DryRun: true})
			return err
		},
		"write patch": func(f access.Filter) error {
			_, err := x.Patch(x.ctx, f, "Theme", "growth", version(1), body("{}"), WriteOptions{DryRun: true})
			return err
		},
		"write delete": func(f access.Filter) error {
			return x.Delete(x.ctx, f, "Theme", "growth", version(1), WriteOptions{DryRun: true})
		},
		"write apply": func(f access.Filter) error {
			_, err := x.Apply(x.ctx, f, body(theme("x", "X")), ApplyOptions{WriteOptions: WriteOptions{DryRun: true}})
			return err
		},
	}
	for name, call := range calls {
		writes := strings.HasPrefix(name, "write")
		if err := call(nobody); !errors.Is(err, access.ErrUnauthenticated) {
			t.Errorf("%s signed out: %v", name, err)
		}
		if err := call(x.viewer); writes && !errors.Is(err, access.ErrForbidden) || !writes && err != nil {
			t.Errorf("%s as viewer: %v", name, err)
		}
		if err := call(x.editor); err != nil {
			t.Errorf("%s as editor: %v", name, err)
		}
	}
	kinds, err := x.Kinds(x.ctx, x.viewer)
	if err != nil || len(kinds.Items) != len(contract.Kinds()) || !slices.Equal(kinds.Items[0].Verbs, []string{"read"}) {
		t.Errorf("%+v, %v", kinds, err)
	}
}
