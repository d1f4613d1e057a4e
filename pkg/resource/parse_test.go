package resource

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestReadGivesJSONInTheOrderReceived(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"order":             {"b: 1\na: 2", `{"b":1,"a":2}`},
		"dates stay text":   {"a: 2026-03-14\nb: 2026-03-14T10:00:00Z\nc: 2026-03", `{"a":"2026-03-14","b":"2026-03-14T10:00:00Z","c":"2026-03"}`},
		"years are numbers": {"a: 1997\nb: \"1997\"", `{"a":1997,"b":"1997"}`},
		"yes is text":       {"a: yes\nb: true\nc: ~", `{"a":"yes","b":true,"c":null}`},
		"numbers":           {"a: 1.0\nb: 1e3\nc: 0x1F\nd: 1_000\ne: +5\nf: .5", `{"a":1.0,"b":1e3,"c":31,"d":1000,"e":5,"f":0.5}`},
		"big numbers":       {"a: 12345678901234567890", `{"a":12345678901234567890}`},
		"anchors":           {"a: &x {k: 1}\nb: *x", `{"a":{"k":1},"b":{"k":1}}`},
		"merge keys":        {"a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}", `{"a":{"k":1,"l":2},"b":{"k":3,"l":2}}`},
		"keys are text":     {"1: a\ntrue: b", `{"1":"a","true":"b"}`},
		"empty documents":   {"---\n# nothing\n---\na: 1\n---\n", `{"a":1}`},
		"version 1.2":       {"%YAML 1.2\n---\na: 1\nb: yes\n", `{"a":1,"b":"yes"}`},
		"JSON":              {` {"b": [1, 2.50, null], "a": "x\ud83d\ude00\n"} `, `{"b":[1,2.50,null],"a":"x😀\n"}`},
		"byte order mark":   {"\xef\xbb\xbf{\"a\":1}", `{"a":1}`},
		"YAML flow":         {"{a: 1, b: [x, y]}", `{"a":1,"b":["x","y"]}`},
	} {
		t.Run(name, func(t *testing.T) {
			trees, err := read(Input{Data: []byte(c.in)})
			if err != nil {
				t.Fatal(err)
			}
			if len(trees) != 1 {
				t.Fatalf("%d documents", len(trees))
			}
			var b bytes.Buffer
			trees[0].appendJSON(&b)
			if b.String() != c.want {
				t.Errorf("got %s, want %s", b.String(), c.want)
			}
		})
	}
}

func TestReadSplitsStreamsAndArrays(t *testing.T) {
	for name, in := range map[string]string{
		"YAML stream": "a: 1\n---\na: 2\n", "YAML list": "- a: 1\n- a: 2\n", "JSON array": `[{"a":1},{"a":2}]`,
	} {
		trees, err := read(Input{Data: []byte(in)})
		if err != nil || len(trees) != 2 {
			t.Errorf("%s: %d documents, %v", name, len(trees), err)
		}
	}
}

func TestReadNamesThePlaceOfWhatIsNoYAMLOrJSON(t *testing.T) {
	for name, c := range map[string]struct {
		in           string
		format       Format
		line, column int
		message      string
	}{
		"YAML syntax":          {"a: 1\nb: [1, 2\nc: 3\n", YAML, 3, 2, "flow sequence"},
		"YAML duplicate":       {"a: 1\nb:\n  c: 1\n  c: 2\n", YAML, 4, 3, "twice"},
		"YAML infinity":        {"a: .inf", YAML, 1, 4, "finite"},
		"YAML not a number":    {"a: .nan", YAML, 1, 4, "finite"},
		"YAML self anchor":     {"a: &x [*x]", YAML, 1, 4, "anchor"},
		"YAML unknown anchor":  {"a: 1\nb: *x", YAML, 2, 4, "anchor"},
		"YAML key is a list":   {"? [a, b]\n: 1", YAML, 1, 3, "name of a field"},
		"JSON syntax":          {"{\n  \"a\": tru\n}", JSON, 2, 11, "not JSON"},
		"JSON cut":             {"{\n  \"a\": [1, ", JSON, 2, 12, "unexpected end"},
		"JSON duplicate":       {"{\"a\": 1,\n \"a\": 2}", JSON, 2, 2, "twice"},
		"JSON trailing":        {"{\"a\": 1}\n x", JSON, 2, 2, "after top-level"},
		"JSON two values":      {"{\"a\": 1}\n{\"a\": 2}", JSON, 2, 1, "after top-level"},
		"JSON too large":       {"{\"a\": 1e999}", JSON, 1, 7, "beyond"},
		"JSON exponent":        {"{\"a\": 1e-999999999}", JSON, 1, 7, "beyond"},
		"JSON NaN":             {"{\"a\": NaN}", JSON, 1, 7, "not JSON"},
		"JSON name not text":   {"{1: 2}", JSON, 1, 2, "not JSON"},
		"JSON after letters":   {"{\"é\": \"ü–\",\n \"b\": \"😀\", \"é\": 2}", JSON, 2, 12, "twice"},
		"JSON syntax, letters": {"{\"é\": \"ü\", \"b\":}", JSON, 1, 16, "not JSON"},
		"YAML after letters":   {"{é: ü–, b: 1, b: 2}", YAML, 1, 15, "twice"},
		"YAML control, letter": {"é: \"\x00\"", YAML, 1, 5, "control"},
		"JSON nested too deep": {strings.Repeat("[", 200) + strings.Repeat("]", 200), JSON, 1, 102, "levels"},
		"YAML nested too deep": {strings.Repeat("[", 200) + strings.Repeat("]", 200), YAML, 1, 102, "levels"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(Input{Data: []byte(c.in), Format: c.format, File: "f"})
			var parse *ParseError
			if !errors.As(err, &parse) {
				t.Fatalf("want *ParseError, got %v", err)
			}
			if parse.Line != c.line || parse.Column != c.column || parse.File != "f" || !strings.Contains(parse.Message, c.message) {
				t.Errorf("got %d:%d %q, want %d:%d …%s…", parse.Line, parse.Column, parse.Message, c.line, c.column, c.message)
			}
		})
	}
}

func TestReadBoundsWhatAnchorsExpandTo(t *testing.T) {
	var laughs strings.Builder
	laughs.WriteString("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n")
	for i := 1; i < 20; i++ {
		fmt.Fprintf(&laughs, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i-1, i-1, i-1, i-1, i-1, i-1, i-1, i-1, i-1)
	}
	_, err := read(Input{Data: []byte(laughs.String())})
	var large *TooLargeError
	if !errors.As(err, &large) {
		t.Fatalf("want *TooLargeError, got %v", err)
	}
}

func TestReadRefusesWhatIsTooLarge(t *testing.T) {
	for name, in := range map[string]string{
		"YAML document":  "a: " + strings.Repeat("x", MaxDocumentBytes+1),
		"JSON document":  `{"a":"` + strings.Repeat("x", MaxDocumentBytes+1) + `"}`,
		"JSON in array":  `[{"a":"` + strings.Repeat("x", MaxDocumentBytes+1) + `"}]`,
		"JSON documents": "[" + strings.Repeat("1,", MaxDocuments) + "1]",
		"YAML documents": strings.Repeat("a: 1\n---\n", MaxDocuments) + "a: 1",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(Input{Data: []byte(in)})
			var large *TooLargeError
			if !errors.As(err, &large) {
				t.Fatalf("want *TooLargeError, got %v", err)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"a: &x [1, *x]", `{"a":[1,2,{"b":null}]}`, "a: 1\n---\n- b\n- {<<: *c}", "? [x]\n: y", "&a a: *a", "[{},[],\"\\u0000\"]", "!!float x", "a: 0o7", "a: 1e400",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []Format{Detect, JSON, YAML} {
			trees, err := read(Input{Data: data, Format: format})
			if err != nil {
				var parse *ParseError
				var large *TooLargeError
				if !errors.As(err, &parse) && !errors.As(err, &large) {
					t.Fatalf("unexpected error %T: %v", err, err)
				}
				continue
			}
			for _, tree := range trees {
				var b bytes.Buffer
				tree.appendJSON(&b)
				value, err := decodeValue(b.Bytes())
				if err != nil {
					t.Fatalf("%q became invalid JSON %q: %v", data, b.String(), err)
				}
				if !equal(value, tree.value()) {
					t.Fatalf("value and JSON of %q differ: %v, %s", data, tree.value(), b.String())
				}
			}
		}
	})
}
