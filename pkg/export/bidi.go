package export

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// rightToLeft reports whether a text reads from right to left: its first letter decides.
func rightToLeft(text string) bool {
	for _, r := range text {
		properties, _ := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// visual puts a line of text into the order in which it is drawn from left to right. It follows Unicode's bidirectional
// algorithm (UAX #9) without explicit embeddings. rtl is the direction of the paragraph that the line belongs to.
func visual(line string, rtl bool) string {
	runs := runsOf(line, rtl)
	if len(runs) == 1 && !runs[0].rtl {
		return line
	}
	if rtl {
		slices.Reverse(runs)
	} else {
		for start := 0; start < len(runs); start++ {
			end := start
			for end < len(runs) && runs[end].embedded {
				end++
			}
			slices.Reverse(runs[start:end])
			start = max(start, end-1)
		}
	}
	var drawn []byte
	for _, run := range runs {
		if run.rtl {
			drawn = append(drawn, bidi.ReverseString(run.text)...)
			continue
		}
		drawn = append(drawn, run.text...)
	}
	return string(drawn)
}

// run is a stretch of a line that is drawn in one direction. Embedded ones stand together in the other direction than the
// paragraph: right-to-left text in a left-to-right line, with the numbers in it.
type run struct {
	text          string
	rtl, embedded bool
}

func runsOf(line string, rtl bool) []run {
	direction := bidi.LeftToRight
	if rtl {
		direction = bidi.RightToLeft
	}
	var paragraph bidi.Paragraph
	if _, err := paragraph.SetString(line, bidi.DefaultDirection(direction)); err != nil {
		return []run{{text: line}}
	}
	order, err := paragraph.Order()
	if err != nil {
		return []run{{text: line}}
	}
	var runs []run
	for i := range order.NumRuns() {
		found := order.Run(i)
		if found.Direction() == bidi.RightToLeft {
			runs = append(runs, run{text: found.String(), rtl: true, embedded: true})
			continue
		}
		text := found.String()
		if number := leadingNumber(text); !rtl && i > 0 && number > 0 {
			runs = append(runs, run{text: text[:number], embedded: true})
			text = text[number:]
		}
		if text != "" {
			runs = append(runs, run{text: text})
		}
	}
	return runs
}

// leadingNumber is the length of what stands before the first letter and ends with a digit: after right-to-left text it
// belongs to that.
func leadingNumber(text string) int {
	end := 0
	for i, r := range text {
		properties, size := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.L:
			return end
		case bidi.EN, bidi.AN:
			end = i + size
		}
	}
	return end
}
