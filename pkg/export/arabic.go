package export

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// arabicForms are the shapes of an Arabic letter: by itself, at the end of a word, at its beginning and in its middle. Letters
// that join only to the right have no initial and medial shape (0).
type arabicForms struct{ isolated, final, initial, medial rune }

func (f arabicForms) joinsLeft() bool { return f.initial != 0 }

// Unicode's presentation forms stand in the order isolated, final, initial, medial; their compatibility decomposition is the
// letter, or the pair of letters, that they are shapes of.
var (
	arabicLetters   = map[rune]arabicForms{}
	arabicLigatures = map[[2]rune]arabicForms{} // lam with alef
)

func init() {
	for _, block := range [][2]rune{{0xFB50, 0xFBB1}, {0xFBD3, 0xFBE7}, {0xFBFC, 0xFBFF}, {0xFE80, 0xFEFC}} {
		for first := block[0]; first <= block[1]; {
			letters := []rune(norm.NFKC.String(string(first)))
			last := first
			for last < block[1] && norm.NFKC.String(string(last+1)) == string(letters) {
				last++
			}
			forms := formsOf(first, last)
			switch len(letters) {
			case 1:
				arabicLetters[letters[0]] = forms
			case 2:
				arabicLigatures[[2]rune{letters[0], letters[1]}] = forms
			}
			first = last + 1
		}
	}
}

func formsOf(first, last rune) arabicForms {
	switch last - first {
	case 0:
		return arabicForms{isolated: first}
	case 1:
		return arabicForms{isolated: first, final: first + 1}
	}
	return arabicForms{first, first + 1, first + 2, first + 3}
}

// shapeArabic replaces Arabic letters by the shapes that they have beside each other, for what draws runes one by one. All
// else stays as it is; the text stays in the order in which it is read.
func shapeArabic(text string) string {
	var letters []rune
	for _, r := range text {
		if _, arabic := arabicLetters[r]; arabic {
			letters = []rune(text)
			break
		}
	}
	if letters == nil {
		return text
	}
	shaped := make([]rune, 0, len(letters))
	joined := false // whether the letter before reaches over to this one
	for i := 0; i < len(letters); i++ {
		forms, arabic := arabicLetters[letters[i]]
		if !arabic {
			shaped = append(shaped, letters[i])
			joined = joined && unicode.Is(unicode.Mn, letters[i]) || letters[i] == tatweel
			continue
		}
		next := i + 1
		if next < len(letters) {
			if ligature, ok := arabicLigatures[[2]rune{letters[i], letters[next]}]; ok {
				forms = ligature
				i, next = next, next+1
			}
		}
		reaches := forms.joinsLeft() && receives(letters[next:])
		switch {
		case joined && reaches:
			shaped = append(shaped, forms.medial)
		case joined && forms.final != 0:
			shaped = append(shaped, forms.final)
		case reaches:
			shaped = append(shaped, forms.initial)
		default:
			shaped = append(shaped, forms.isolated)
		}
		joined = reaches
	}
	return string(shaped)
}

// tatweel stretches the line between letters and joins on both sides.
const tatweel = 'ـ'

// receives reports whether the next letter, behind any marks, joins to the right.
func receives(rest []rune) bool {
	for _, r := range rest {
		if forms, arabic := arabicLetters[r]; arabic {
			return forms.final != 0
		}
		if !unicode.Is(unicode.Mn, r) {
			return r == tatweel
		}
	}
	return false
}
