package report

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// defaultTemplate is what a series without a template of its own reports.
var defaultTemplate = contract.ReportTemplateSpec{
	Title: "Report",
	Sections: []contract.ReportSection{
		{Name: "map", Type: "strategyMap"},
		{Name: "scorecard", Type: "scorecard"},
		{Name: "exceptions", Type: "exceptions"},
		{Name: "commentary", Type: "commentary"},
		{Name: "actions", Type: "actions"},
	},
}

// plan is what the report of a review will show.
type plan struct {
	review, series string
	spec           contract.ReviewSpec
	seriesSpec     contract.ReviewSeriesSpec
	// template is empty for the default template, whose version is 0.
	template        string
	templateVersion int
	sections        []contract.ReportSection
	start           time.Time
	// made is when the review was.
	made time.Time
	// units has the scorecards that are shown for each unit, in the order of the report.
	units []unitPlan
	// periods of the scorecards under review.
	periods map[string]string
}

type unitPlan struct {
	name, title string
	scorecards  []string
}

// period is that of the first scorecard.
func (p *plan) period() string { return p.periods[p.seriesSpec.Scorecards[0]] }

func (p *plan) title() string {
	if p.spec.Title != nil {
		return *p.spec.Title
	}
	return p.seriesSpec.Title
}

// plan reads what a review is about. units are those asked for; nil means those of the series.
func (s *Service) plan(ctx context.Context, f access.Filter, docs governance.Documents, name string, units []string) (*plan, error) {
	spec, ok := docs.Reviews[name]
	if !ok {
		return nil, &evaluate.NotFoundError{Kind: "Review", Name: name}
	}
	if spec.Cancelled != nil {
		return nil, &resource.ConflictError{Detail: "The review was cancelled: " + *spec.Cancelled}
	}
	series, ok := docs.Series[spec.Series]
	if !ok {
		return nil, &evaluate.NotFoundError{Kind: "ReviewSeries", Name: spec.Series}
	}
	start, err := time.Parse(time.RFC3339, spec.Start)
	if err != nil {
		return nil, fmt.Errorf("start of review %s: %w", name, err)
	}
	p := &plan{
		review: name, series: spec.Series, spec: spec, seriesSpec: series, start: start.UTC(), sections: defaultTemplate.Sections,
		made: docs.Origins[contract.Ref{Kind: "Review", Name: name}].CreatedAt, periods: map[string]string{},
	}
	if series.Template != nil {
		if template, ok := docs.Templates[*series.Template]; ok {
			p.template, p.sections = *series.Template, template.Sections
			p.templateVersion = docs.Origins[contract.Ref{Kind: "ReportTemplate", Name: *series.Template}].Version
		}
	}
	if p.units, err = unitsOf(docs, f, series, units); err != nil {
		return nil, err
	}
	return p, s.findPeriods(ctx, f, p)
}

// unitsOf gives the units that get a report: those asked for, else the series', each with every scorecard; else each
// scorecard's own unit with the scorecards that are at home there.
func unitsOf(docs governance.Documents, f access.Filter, series contract.ReviewSeriesSpec, asked []string) ([]unitPlan, error) {
	names := asked
	if len(names) == 0 {
		names = series.Units
	}
	var plans []unitPlan
	var problems []contract.ProblemItem
	add := func(i int, name string, scorecards []string) {
		unit, ok := docs.Units[name]
		if !ok || !f.SeesUnit(name) {
			problems = append(problems, contract.ProblemItem{Path: fmt.Sprintf("/units/%d", i), Message: fmt.Sprintf("there is no OrgUnit “%s”", name)})
			return
		}
		at := slices.IndexFunc(plans, func(p unitPlan) bool { return p.name == name })
		if at < 0 {
			plans = append(plans, unitPlan{name: name, title: unit.Title})
			at = len(plans) - 1
		}
		for _, card := range scorecards {
			if !slices.Contains(plans[at].scorecards, card) {
				plans[at].scorecards = append(plans[at].scorecards, card)
			}
		}
	}
	for i, name := range names {
		add(i, name, series.Scorecards)
	}
	if len(names) == 0 {
		for i, card := range series.Scorecards {
			add(i, docs.Scorecards[card].Unit, []string{card})
		}
	}
	if len(problems) > 0 {
		return nil, &resource.InvalidError{Problems: problems}
	}
	return plans, nil
}

// findPeriods fills in the period of every scorecard: the review's, else the last one that ended before the review starts.
func (s *Service) findPeriods(ctx context.Context, f access.Filter, p *plan) error {
	for _, card := range p.seriesSpec.Scorecards {
		if p.spec.Period != nil {
			p.periods[card] = p.spec.Period.Text()
			continue
		}
		frequency := ""
		if p.seriesSpec.Period != nil {
			frequency = *p.seriesSpec.Period
		}
		ref := contract.Ref{Kind: "Scorecard", Name: card}
		periods, err := s.Measurements.PeriodsOf(ctx, f, ref, frequency, p.start.AddDate(-2, 0, 0), p.start, 2)
		if err != nil {
			return err
		}
		if p.periods[card], err = lastEnded(periods, p.start); err != nil {
			return err
		}
	}
	return nil
}

// lastEnded is the last of the periods that ended by an instant.
func lastEnded(periods []contract.Period, at time.Time) (string, error) {
	for _, period := range slices.Backward(periods) {
		end, err := time.Parse(time.RFC3339, period.End)
		if err != nil {
			return "", fmt.Errorf("end of period %s: %w", period.ID, err)
		}
		if !end.After(at) {
			return period.ID, nil
		}
	}
	return "", errors.New("no period ended before the review starts")
}
