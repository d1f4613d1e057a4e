package export

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// utf8Of gives text of a spreadsheet as UTF-8: by its byte order mark, else it is UTF-8 already or, where that can't be, the
// Windows-1252 that Excel writes.
func utf8Of(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
	case utf8.Valid(data):
		return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), nil
	}
	return charmap.Windows1252.NewDecoder().Bytes(data)
}

// delimiterOf is what separates the columns of the header: commas, where it has any outside of quotes, else semicolons, else tabs.
func delimiterOf(data []byte) rune {
	found := map[byte]bool{}
	quoted := false
	for _, b := range bytes.TrimLeft(data, "\r\n") {
		if b == '"' {
			quoted = !quoted
		}
		if b == '\n' && !quoted {
			break
		}
		found[b] = found[b] || !quoted
	}
	for _, delimiter := range []byte(",;\t") {
		if found[delimiter] {
			return rune(delimiter)
		}
	}
	return ','
}
