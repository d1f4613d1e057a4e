package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func checkOrgUnit(c *check, spec *contract.OrgUnitSpec) {
	if cycle := c.unitCycles()[c.entry.ref.Name]; cycle != nil {
		c.refuse("/spec/parent", "units form a forest, but this one is below itself: %s", strings.Join(append(cycle, cycle[0]), " → "))
	}
	keys := []string{c.entry.ref.Name}
	for _, alias := range spec.Aliases {
		keys = append(keys, foldAlias(alias))
	}
	for _, key := range unique(keys) {
		c.alias(key)
	}
}

// alias refuses the uses of a key by this unit that come after another use. A unit's alias may repeat its own name.
func (c *check) alias(key string) {
	uses := c.aliases()[key]
	first := uses[0]
	for _, use := range uses[1:] {
		if use.unit.ref != c.entry.ref || use.own && first.own {
			continue
		}
		switch {
		case first.unit.ref == use.unit.ref && first.own:
		case first.unit.ref == use.unit.ref:
			c.refuse(use.path, "the alias %s stands here twice: keep one", quote(key))
		case first.own:
			c.refuse(use.path, "%s is the name of another unit: rows with that key belong to one unit only", quote(key))
		case use.own:
			c.refuse(use.path, "%s is an alias of %s: choose another name, or remove the alias there", quote(key), refText(first.unit.ref))
		default:
			c.refuse(use.path, "%s is an alias of %s already: rows with that key belong to one unit only", quote(key), refText(first.unit.ref))
		}
	}
}

func unique(words []string) []string {
	seen := map[string]bool{}
	var result []string
	for _, word := range words {
		if !seen[word] {
			seen[word] = true
			result = append(result, word)
		}
	}
	return result
}
