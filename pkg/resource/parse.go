package resource

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"unicode"
)

// Limits of what one request may hold.
const (
	// MaxDocumentBytes is the size of one document as JSON, anchors expanded.
	MaxDocumentBytes = 1 << 20
	// MaxDocuments is how many documents one apply takes.
	MaxDocuments = 10_000

	maxDepth        = 100
	maxNumberLength = 400
	// maxExponent bounds what exact arithmetic on a number costs; float64 ends at e±324.
	maxExponent = 400
)

// Format says how a body is written.
type Format int

// Formats. Detect takes JSON when the body is JSON, else YAML.
const (
	Detect Format = iota
	JSON
	YAML
)

// Input is a body as received.
type Input struct {
	Data   []byte
	Format Format
	// File is named in problems; "" for requests.
	File string
}

// read returns the documents of a body: a YAML stream, one JSON object, or a JSON array of them. An array in YAML counts as
// its items, too. The error is a *ParseError or *TooLargeError.
func read(in Input) ([]*tree, error) {
	in.Data = bytes.TrimPrefix(in.Data, []byte("\xef\xbb\xbf"))
	if len(bytes.TrimSpace(in.Data)) == 0 {
		return nil, nil
	}
	var roots []*tree
	var err error
	if isJSON(in) {
		roots, err = readJSON(in, newBudget)
	} else {
		roots, err = readYAML(in)
	}
	if err != nil {
		return nil, err
	}
	documents := make([]*tree, 0, len(roots))
	for _, root := range roots {
		if root.kind == array {
			documents = append(documents, root.children...)
		} else {
			documents = append(documents, root)
		}
	}
	if len(documents) > MaxDocuments {
		return nil, tooManyDocuments()
	}
	return documents, nil
}

func tooManyDocuments() error {
	return &TooLargeError{fmt.Sprintf("more than %d documents in one request: send fewer at a time", MaxDocuments)}
}

func isJSON(in Input) bool {
	switch in.Format {
	case JSON:
		return true
	case YAML:
		return false
	}
	start := bytes.TrimLeftFunc(in.Data, unicode.IsSpace)
	return len(start) > 0 && (start[0] == '{' || start[0] == '[') && json.Valid(in.Data)
}

// budget counts the bytes that one document takes as JSON, so that expanded anchors can't grow without end.
type budget struct{ left int }

func newBudget() *budget { return &budget{left: MaxDocumentBytes} }

// unlimited is the budget of what the caller has limited already.
func unlimited() *budget { return &budget{left: math.MaxInt} }

func (b *budget) spend(bytes int) error {
	b.left -= bytes
	if b.left < 0 {
		return &TooLargeError{fmt.Sprintf("a document is larger than %d KiB, anchors expanded: split it", MaxDocumentBytes>>10)}
	}
	return nil
}

// checkNumber says what is wrong with a number in JSON's notation; "" when nothing is.
func checkNumber(text string) string {
	if len(text) > maxNumberLength {
		return fmt.Sprintf("a number of more than %d characters: round it", maxNumberLength)
	}
	if at := bytes.IndexAny([]byte(text), "eE"); at >= 0 {
		exponent, err := strconv.Atoi(text[at+1:])
		if err != nil || exponent > maxExponent || exponent < -maxExponent {
			return "a number beyond what can be computed with"
		}
	}
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return "a number beyond what can be computed with"
	}
	return ""
}
