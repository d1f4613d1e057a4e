package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkOrgUnit(c *check, spec *contract.OrgUnitSpec) {
	if cycle := c.unitCycles()[c.entry.ref.Name]; cycle != nil {
		c.refuse("/spec/parent", sentence.UnitBelowItself(strings.Join(append(cycle, cycle[0]), " → ")))
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
			c.refuse(use.path, sentence.AliasTwice(key))
		case first.own:
			c.refuse(use.path, sentence.AliasIsName(key))
		case use.own:
			c.refuse(use.path, sentence.NameIsAlias(key, first.unit.ref.Name))
		default:
			c.refuse(use.path, sentence.AliasTaken(key, first.unit.ref.Name))
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
