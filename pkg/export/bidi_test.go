package export

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Hebrew is written without joining, so that a line's drawn order can be read here: אבג is drawn גבא.
func TestVisualOrder(t *testing.T) {
	for name, c := range map[string]struct{ line, want string }{
		"left to right":         {"revenue (EUR) 12 %", "revenue (EUR) 12 %"},
		"right to left":         {"אבג דהו", "והד גבא"},
		"number in it":          {"אבג 12 דהו", "והד 12 גבא"},
		"number at its end":     {"אבג 2026", "2026 גבא"},
		"word of Latin in it":   {"אבג SAP דהו", "והד SAP גבא"},
		"within a Latin line":   {"SAP אבג דהו ERP", "SAP והד גבא ERP"},
		"with a number therein": {"SAP אבג 12 דהו ERP", "SAP והד 12 גבא ERP"},
		"brackets are mirrored": {"(אבג)", "(גבא)"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := visual(c.line, rightToLeft(c.line)); got != c.want {
				t.Errorf("drawn %q, want %q", got, c.want)
			}
		})
	}
}

func TestVisualOrderKeepsEveryCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringOfN(rapid.RuneFrom([]rune("abc 12.אבגد()-م")), 0, 40, -1).Draw(t, "line")
		rtl := rapid.Bool().Draw(t, "rtl")
		got := visual(line, rtl)
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(line) {
			t.Fatalf("%q is drawn %q", line, got)
		}
	})
}

func TestArabicLettersJoin(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"alone":                  {"ب", "\uFE8F"},
		"initial, medial, final": {"ببب", "\uFE91\uFE92\uFE90"},
		"alef doesn't go on":     {"باب", "\uFE91\uFE8E\uFE8F"},
		"lam with alef":          {"سلام", "\uFEB3\uFEFC\uFEE1"},
		"a mark between":         {"بَب", "\uFE91\u064E\uFE90"},
		"two words":              {"بب بب", "\uFE91\uFE90 \uFE91\uFE90"},
		"Persian pe":             {"پپ", "\uFB58\uFB57"},
		"no Arabic":              {"Revenue 12", "Revenue 12"},
		"hamza stands alone":     {"سماء", "\uFEB3\uFEE4\uFE8E\uFE80"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shapeArabic(c.text); got != c.want {
				t.Errorf("%q: %+q, want %+q", c.text, got, c.want)
			}
		})
	}
}

func TestNumbersAreWritten(t *testing.T) {
	places := func(n int64) *int64 { return &n }
	for _, c := range []struct {
		n        float64
		decimals *int64
		want     string
	}{
		{1234567.891, places(2), "1,234,567.89"}, {-1234.5, places(0), "−1,234"}, {-0.001, places(2), "0.00"}, {0.125, nil, "0.125"},
		{2, nil, "2"}, {1.0 / 3, nil, "0.333"}, {67.4999, places(0), "67"},
	} {
		if got := formatNumber(c.n, c.decimals); got != c.want {
			t.Errorf("%v is written %s, want %s", c.n, got, c.want)
		}
	}
}

func TestWrappedTextIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abcdefgh   \nש"))).Draw(t, "text")
		letters := rapid.IntRange(4, 30).Draw(t, "letters")
		lines := wrapped(text, letters)
		if got := strings.Join(lines, ""); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		for _, line := range lines {
			if n := utf8.RuneCountInString(strings.TrimRight(line, " \n")); n > letters {
				t.Fatalf("%q has %d letters", line, n)
			}
		}
	})
}
