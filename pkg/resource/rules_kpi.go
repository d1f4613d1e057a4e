package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
)

// The words of the contract that rules look for.
const (
	weightedMean = "weightedMean"
	perPeriod    = "perPeriod"

	sourceQuery      = "query"
	sourceCalculated = "calculated"

	modeScalar = "scalar"
	modeSeries = "series"
	modeTable  = "table"
)

func checkKpi(c *check, spec *contract.KpiSpec) {
	c.duplicates(spec.Units, func(i int) string { return item("/spec/units", i) }, "the unit")
	c.aggregation(spec)
	switch spec.Source.Type {
	case sourceCalculated:
		c.formula(text(spec.Source.Formula))
	case sourceQuery:
		c.query(spec.Source.Dataset, spec.Source.Query, "/spec/source")
		c.extract(spec.Source.Extract, "/spec/source/extract")
		if spec.Source.Extract != nil && spec.Source.Extract.Unit == nil && len(spec.Units) != 1 {
			c.refuse("/spec/units", "without a unit column in extract the values belong to one unit: name exactly one here, or give extract.unit")
		}
	}
}

func (c *check) aggregation(spec *contract.KpiSpec) {
	aggregation := spec.Aggregation
	if aggregation == nil {
		aggregation = &contract.Aggregation{}
	}
	weighted := text(aggregation.Time) == weightedMean || text(aggregation.Units) == weightedMean
	switch {
	case weighted && aggregation.Weight == nil:
		c.refuse("/spec/aggregation/weight", "is missing: a weightedMean needs the KPI that weighs it")
	case aggregation.Weight != nil && *aggregation.Weight == c.entry.ref.Name:
		c.refuse("/spec/aggregation/weight", "a KPI can't weigh itself: name another")
	}
	if text(spec.Source.Evaluate) == perPeriod && aggregation.Time == nil {
		c.refuse("/spec/aggregation/time", "is missing: a KPI that is computed per period needs to know how its periods add up")
	}
}

func (c *check) formula(source string) {
	if _, err := formula.Parse(source); err != nil {
		c.refuse(formulaPath, "%v", err)
	}
	if cycle := c.formulaCycles()[c.entry.ref.Name]; cycle != nil {
		c.refuse(formulaPath, "the KPI needs itself: %s", strings.Join(append(cycle, cycle[0]), " → "))
	}
}

// query checks that a query source has one query: its own, or a dataset's.
func (c *check) query(dataset *string, query map[string]any, path string) {
	switch {
	case dataset == nil && query == nil:
		c.refuse(path+"/query", "is missing: give a query here, or name a dataset")
	case dataset != nil && query != nil:
		c.refuse(path+"/query", "there is a dataset, too: keep one of the two")
	}
}

func (c *check) extract(extract *contract.Extract, path string) {
	if extract == nil {
		return
	}
	switch extract.Mode {
	case modeTable:
		switch {
		case extract.Time == nil && extract.Period == nil:
			c.refuse(path+"/time", "is missing: a table needs a column with the time, or with the period")
		case extract.Time != nil && extract.Period != nil:
			c.refuse(path+"/period", "there is a time column, too: keep one of the two")
		}
	case modeSeries:
		if extract.Period != nil {
			c.refuse(path+"/period", "a series has times: use time, or mode table")
		}
	case modeScalar:
		if extract.Time != nil {
			c.refuse(path+"/time", "a scalar is asked once per period and has no time column: remove it, or use mode series or table")
		}
		if extract.Period != nil {
			c.refuse(path+"/period", "a scalar is asked once per period and has no period column: remove it, or use mode table")
		}
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
