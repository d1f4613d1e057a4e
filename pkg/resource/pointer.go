package resource

import (
	"strconv"
	"strings"
)

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// child extends a JSON Pointer by a property name.
func child(pointer, name string) string { return pointer + "/" + pointerEscaper.Replace(name) }

// item extends a JSON Pointer by an index.
func item(pointer string, index int) string { return pointer + "/" + strconv.Itoa(index) }

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

// tokens splits a JSON Pointer into its unescaped parts.
func tokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, part := range parts {
		parts[i] = pointerUnescaper.Replace(part)
	}
	return parts
}

// pointerOf joins tokens to a JSON Pointer.
func pointerOf(parts []string) string {
	var b strings.Builder
	for _, part := range parts {
		b.WriteString("/" + pointerEscaper.Replace(part))
	}
	return b.String()
}
