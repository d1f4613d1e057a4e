package resource

import (
	"sort"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// diff lists what differs between two JSON values, by place; from is absent where something was added, to where it was
// removed. Items of lists are compared by index.
func diff(from, to any) []contract.Change {
	changes := []contract.Change{}
	appendDiff(&changes, "", from, to)
	return changes
}

func appendDiff(changes *[]contract.Change, path string, from, to any) {
	switch a := from.(type) {
	case map[string]any:
		if b, ok := to.(map[string]any); ok {
			diffFields(changes, path, a, b)
			return
		}
	case []any:
		if b, ok := to.([]any); ok {
			diffItems(changes, path, a, b)
			return
		}
	}
	if !equal(from, to) {
		*changes = append(*changes, contract.Change{Path: path, From: from, To: to})
	}
}

func diffFields(changes *[]contract.Change, path string, a, b map[string]any) {
	names := make([]string, 0, len(a)+len(b))
	for name := range a {
		names = append(names, name)
	}
	for name := range b {
		if _, both := a[name]; !both {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		from, before := a[name]
		to, after := b[name]
		switch {
		case before && after:
			appendDiff(changes, child(path, name), from, to)
		case before:
			*changes = append(*changes, contract.Change{Path: child(path, name), From: from})
		default:
			*changes = append(*changes, contract.Change{Path: child(path, name), To: to})
		}
	}
}

func diffItems(changes *[]contract.Change, path string, a, b []any) {
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(b):
			*changes = append(*changes, contract.Change{Path: item(path, i), From: a[i]})
		case i >= len(a):
			*changes = append(*changes, contract.Change{Path: item(path, i), To: b[i]})
		default:
			appendDiff(changes, item(path, i), a[i], b[i])
		}
	}
}
