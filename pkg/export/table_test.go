package export

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

func roundTrip(t interface {
	Fatal(...any)
	Helper()
}, documents []Document) []Document {
	t.Helper()
	sheets, err := Sheets(documents)
	if err != nil {
		t.Fatal(err)
	}
	var book bytes.Buffer
	if err := WriteXLSX(&book, sheets); err != nil {
		t.Fatal(err)
	}
	fromBook, err := ReadXLSX(book.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var fromCSV []Sheet
	for _, sheet := range sheets {
		var file bytes.Buffer
		if err := WriteCSV(&file, sheet); err != nil {
			t.Fatal(err)
		}
		read, err := ReadCSV(file.Bytes(), sheet.Kind)
		if err != nil {
			t.Fatal(err)
		}
		fromCSV = append(fromCSV, read)
	}
	a, _, problems := Documents(fromBook)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	b, _, _ := Documents(fromCSV)
	if encode(a) != encode(b) {
		t.Fatal("XLSX and CSV differ:", encode(a), encode(b))
	}
	return a
}

func encode(documents []Document) string {
	encoded, _ := json.Marshal(documents)
	return string(encoded)
}

func TestTablesComeBackUnchanged(t *testing.T) {
	documents := []Document{
		{"scorecard/v1", "OrgUnit", Metadata{"north", map[string]string{"team": "0123"}}, map[string]any{
			"title": "North", "aliases": []any{"n", "N1"}, "mandate": "=HYPERLINK(\"x\")", "description": "two\nlines",
		}},
		{"scorecard/v1", "TargetSet", Metadata{"t", nil}, map[string]any{
			"kpi": "k", "unit": "north", "from": "1997", "to": json.Number("1998"), "target": json.Number("1.50"),
			"scale": map[string]any{"type": "goalRedFlag", "redFlag": "80%", "goal": json.Number("-3")},
		}},
		{"scorecard/v1", "Dataset", Metadata{"d", nil}, map[string]any{
			"title": " spaces ", "query": map[string]any{"raw.sql": "select 1", "empty": map[string]any{}, "on": true},
		}},
	}
	if got := roundTrip(t, documents); encode(got) != encode([]Document{documents[0], documents[2], documents[1]}) {
		t.Errorf("got %s", encode(got))
	}
}

func TestAnyTextComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.StringMatching(`[ -~äß“]{0,40}`).Draw(t, "title")
		d := Document{"scorecard/v1", "OrgUnit", Metadata{"n", nil}, map[string]any{"title": title}}
		sheets, err := Sheets([]Document{d})
		if err != nil {
			t.Fatal(err)
		}
		got, _, problems := Documents(sheets)
		if len(problems) > 0 || len(got) != 1 || !reflect.DeepEqual(got[0].Spec["title"], title) {
			t.Fatalf("%q came back as %v (%v)", title, got, problems)
		}
	})
}

func TestProblemsNameTheirRow(t *testing.T) {
	_, _, problems := Documents([]Sheet{
		{Kind: "OrgUnit", Rows: [][]string{{"name", "title", "title.x"}, {"", "North"}, {"a", "A", "x"}, {"", " "}}},
		{Kind: "Planet", Rows: [][]string{{"name"}, {"x"}}},
	})
	if len(problems) != 3 || problems[0].Place != (Place{"OrgUnit", 2}) || problems[1].Place != (Place{"OrgUnit", 3}) {
		t.Errorf("problems = %+v", problems)
	}
}

func TestCSVOfSpreadsheets(t *testing.T) {
	wide := func(text string, order binary.AppendByteOrder) string {
		data := order.AppendUint16(nil, 0xfeff)
		for _, unit := range utf16.Encode([]rune(text)) {
			data = order.AppendUint16(data, unit)
		}
		return string(data)
	}
	for name, c := range map[string]struct {
		data    string
		decimal bool
	}{
		"UTF-8":                   {"name,title\na,Köln\n", false},
		"byte order mark":         {"\ufeffname,title\r\na,Köln\r\n", false},
		"Windows-1252":            {"name;title\na;K\xf6ln\n", true},
		"UTF-16, little endian":   {wide("name\ttitle\na\tKöln\n", binary.LittleEndian), true},
		"UTF-16, big endian":      {wide("name,title\na,Köln\n", binary.BigEndian), false},
		"quotes around commas":    {"\"name\";\"title\"\na;\"Köln\"\n", true},
		"commas and a semicolon":  {"name,title,labels.a;b;c;d\na,Köln,\n", false},
		"lines before the header": {"\n\nname;title\na;Köln\n", true},
	} {
		sheet, err := ReadCSV([]byte(c.data), "OrgUnit")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		documents, _, problems := Documents([]Sheet{sheet})
		if len(problems) > 0 || len(documents) != 1 || documents[0].Spec["title"] != "Köln" || sheet.DecimalComma != c.decimal {
			t.Errorf("%s: %+v, %v, decimal comma %v", name, documents, problems, sheet.DecimalComma)
		}
	}
	if sheet, err := ReadCSV([]byte("name\na\n"), "OrgUnit"); err != nil || len(sheet.Rows) != 2 || sheet.DecimalComma {
		t.Errorf("a single column: %+v, %v", sheet, err)
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("name,title\nx,\"a\nb\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		sheet, err := ReadCSV(data, "OrgUnit")
		if err == nil {
			Documents([]Sheet{sheet})
		}
	})
}

func FuzzReadXLSX(f *testing.F) {
	var book bytes.Buffer
	if err := WriteXLSX(&book, []Sheet{{Kind: "OrgUnit", Rows: [][]string{{"name"}, {"x"}}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(book.Bytes())
	f.Add([]byte(strings.Repeat("PK", 20)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if sheets, err := ReadXLSX(data); err == nil {
			Documents(sheets)
		}
	})
}
