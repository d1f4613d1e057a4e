package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/formula"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
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
	c.duplicates(spec.Units, func(i int) string { return item("/spec/units", i) }, sentence.UnitTwice)
	c.aggregation(spec)
	switch spec.Source.Type {
	case sourceCalculated:
		c.formula(text(spec.Source.Formula))
	case sourceQuery:
		c.query(spec.Source.Dataset, spec.Source.Query, "/spec/source")
		c.extract(spec.Source.Extract, "/spec/source/extract")
		if spec.Source.Extract != nil && spec.Source.Extract.Unit == nil && len(spec.Units) != 1 {
			c.refuse("/spec/units", sentence.UnitUnclear)
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
		c.refuse("/spec/aggregation/weight", sentence.WeightMissing)
	case aggregation.Weight != nil && *aggregation.Weight == c.entry.ref.Name:
		c.refuse("/spec/aggregation/weight", sentence.WeighsItself)
	}
	if text(spec.Source.Evaluate) == perPeriod && aggregation.Time == nil {
		c.refuse("/spec/aggregation/time", sentence.TimeAggregationMissing)
	}
}

func (c *check) formula(source string) {
	if _, err := formula.Parse(source); err != nil {
		c.refuse(formulaPath, sentence.Of(err))
	}
	if cycle := c.formulaCycles()[c.entry.ref.Name]; cycle != nil {
		c.refuse(formulaPath, sentence.NeedsItself(strings.Join(append(cycle, cycle[0]), " → ")))
	}
}

// query checks that a query source has one query: its own, or a dataset's.
func (c *check) query(dataset *string, query map[string]any, path string) {
	switch {
	case dataset == nil && query == nil:
		c.refuse(path+"/query", sentence.QueryMissing)
	case dataset != nil && query != nil:
		c.refuse(path+"/query", sentence.DatasetToo)
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
			c.refuse(path+"/time", sentence.TimeColumnMissing)
		case extract.Time != nil && extract.Period != nil:
			c.refuse(path+"/period", sentence.TimeColumnToo)
		}
	case modeSeries:
		if extract.Period != nil {
			c.refuse(path+"/period", sentence.SeriesHasTimes)
		}
	case modeScalar:
		if extract.Time != nil {
			c.refuse(path+"/time", sentence.ScalarWithTime)
		}
		if extract.Period != nil {
			c.refuse(path+"/period", sentence.ScalarWithPeriod)
		}
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
