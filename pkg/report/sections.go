package report

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// sectionTitles are what sections without a title of their own are called.
var sectionTitles = map[string]string{
	"strategyMap": "Strategy map", "scorecard": "Scorecard", "kpiDetail": "KPIs", "exceptions": "Exceptions",
	"initiatives": "Initiatives", "actions": "Open actions", "decisions": "Decisions", "commentary": "Commentary", "text": "Notes",
}

// fillers fill each type of section.
var fillers = map[string]func(*filler){
	"strategyMap": (*filler).strategyMap,
	"scorecard":   (*filler).scorecard,
	"kpiDetail":   (*filler).kpiDetail,
	"exceptions":  (*filler).exceptions,
	"initiatives": (*filler).initiatives,
	"actions":     (*filler).actions,
	"decisions":   (*filler).decisions,
	"commentary":  (*filler).commentary,
	"text":        (*filler).text,
}

// filler fills one section of one unit's report.
type filler struct {
	content
	spec    contract.ReportSection
	section contract.ReportSectionContent
}

// sectionsOf fills the sections of a unit's report, in the template's order.
func sectionsOf(c content) []contract.ReportSectionContent {
	sections := make([]contract.ReportSectionContent, 0, len(c.plan.sections))
	for _, spec := range c.plan.sections {
		f := &filler{content: c, spec: spec, section: contract.ReportSectionContent{
			Name: spec.Name, Type: spec.Type, Title: sectionTitles[spec.Type], Required: spec.Required != nil && *spec.Required,
			Tables: []contract.ReportTable{}, Commentary: []contract.CommentaryEntry{}, Maps: []contract.StrategyMap{}, Views: []contract.View{},
		}}
		if spec.Title != nil {
			f.section.Title = *spec.Title
		}
		fillers[spec.Type](f)
		sections = append(sections, f.section)
	}
	return sections
}

// filled marks the section as filled and incomplete for the reason, if it has one.
func (f *filler) filled(gap *contract.Reason) { f.section.Filled, f.section.Gap = true, gap }

// empty leaves the section empty, for a reason.
func (f *filler) empty(gap *contract.Reason) { f.section.Gap = gap }

// state says something in the place of what there is nothing of.
func (f *filler) state(statement *contract.Reason) {
	f.section.Text, f.section.Said = &statement.Message, statement
}

// nothing says that there is nothing to show, which is an answer; a section that is required must show something.
func (f *filler) nothing(statement *contract.Reason) {
	f.state(statement)
	if f.section.Required {
		f.empty(sentence.RequiredButEmpty(statement))
		return
	}
	f.filled(nil)
}

// missingKpis is the gap of a section that shows KPIs of which some aren't measured at the unit, or are late; nil when all have
// their value.
func (f *filler) missingKpis() *contract.Reason {
	if titles := kpisThat(f.views, func(kpi contract.Node) bool { return !measured(kpi) }); len(titles) > 0 {
		return sentence.KpisNotMeasured(f.unit.title, strings.Join(titles, ", "))
	}
	if titles := kpisThat(f.views, late); len(titles) > 0 {
		return sentence.ClosedWithoutValue(strings.Join(titles, ", "))
	}
	return nil
}

func (f *filler) strategyMap() {
	f.section.Maps = f.maps
	for _, m := range f.maps {
		f.section.Tables = append(f.section.Tables, objectivesTable(m))
		for _, perspective := range m.Perspectives {
			for _, objective := range perspective.Objectives {
				if objective.Score != nil {
					f.filled(f.missingKpis())
				}
			}
		}
	}
	if !f.section.Filled {
		f.empty(sentence.NoScores(f.unit.title))
	}
}

func (f *filler) scorecard() {
	f.section.Views = f.views
	for _, view := range f.views {
		f.section.Tables = append(f.section.Tables, scorecardTable(view))
		for _, kpi := range kpisOf(view) {
			if kpi.Value != nil {
				f.filled(f.missingKpis())
			}
		}
	}
	if !f.section.Filled {
		f.empty(sentence.NoValues(f.unit.title))
	}
}

// kpiDetail shows the KPIs that the template names, or all of the scorecards', with their history.
func (f *filler) kpiDetail() {
	shown := map[string]placed{}
	var names []string
	for _, view := range f.views {
		for _, kpi := range kpisOf(view) {
			if _, ok := shown[kpi.Ref.Name]; !ok {
				shown[kpi.Ref.Name] = kpi
				names = append(names, kpi.Ref.Name)
			}
		}
	}
	if len(f.spec.Kpis) > 0 {
		names = f.spec.Kpis
	}
	var absent, elsewhere []string
	for _, name := range names {
		kpi, ok := shown[name]
		switch {
		case !ok:
			elsewhere = append(elsewhere, f.kpiTitle(name))
		case !measured(kpi.Node):
			absent = append(absent, kpi.Title)
		default:
			f.section.Tables = append(f.section.Tables, historyTable(kpi.Node))
		}
	}
	f.section.Filled = len(f.section.Tables) > 0
	switch {
	case len(absent) > 0:
		f.empty(sentence.KpisNotMeasured(f.unit.title, strings.Join(absent, ", ")))
	case len(elsewhere) > 0:
		f.empty(sentence.NotOnScorecard(strings.Join(elsewhere, ", ")))
	case !f.section.Filled:
		f.empty(sentence.NoKpis)
	}
}

func (f *filler) kpiTitle(name string) string {
	if kpi, ok := f.docs.Kpis[name]; ok {
		return kpi.Title
	}
	return name
}

func (f *filler) exceptions() {
	for _, view := range f.views {
		if rows := exceptional(view, f.spec.Statuses); len(rows) > 0 {
			f.section.Tables = append(f.section.Tables, f.exceptionsTable(view, rows))
		}
	}
	if len(f.section.Tables) == 0 {
		f.state(sentence.NothingOffTrack)
	}
	f.filled(nil)
}

// initiatives has nothing to show until initiatives are recorded at all; the report says so rather than leave them out.
func (f *filler) initiatives() { f.empty(sentence.InitiativesNotRecorded) }

func (f *filler) text() {
	if f.spec.Text == nil || strings.TrimSpace(*f.spec.Text) == "" {
		f.empty(sentence.NoText)
		return
	}
	f.section.Text = f.spec.Text
	f.filled(nil)
}

// exceptionStatuses are those of the section, else of the template's exceptions.
func (f *filler) exceptionStatuses() []string {
	if len(f.spec.Statuses) > 0 {
		return f.spec.Statuses
	}
	for _, section := range f.plan.sections {
		if section.Type == "exceptions" {
			return section.Statuses
		}
	}
	return nil
}

// commentary has an entry for every KPI that is off track, with or without an explanation.
func (f *filler) commentary() {
	var unexplained, unplanned []string
	for _, view := range f.views {
		for _, kpi := range exceptional(view, f.exceptionStatuses()) {
			entry := contract.CommentaryEntry{Kpi: kpi.Ref.Name, Title: kpi.Title, Status: kpi.Status}
			if commentary, ok := f.commentaryOn(kpi.Ref.Name, view.Period.ID); ok {
				entry.Explanation, entry.Cause, entry.Countermeasure = &commentary.Explanation, commentary.Cause, commentary.Countermeasure
				entry.RecoveryDate, entry.Owner = commentary.RecoveryDate, commentary.Owner
			}
			f.section.Commentary = append(f.section.Commentary, entry)
			switch {
			case entry.Explanation == nil:
				unexplained = append(unexplained, kpi.Title)
			case entry.Countermeasure == nil || entry.RecoveryDate == nil:
				unplanned = append(unplanned, kpi.Title)
			}
		}
	}
	switch total := len(f.section.Commentary); {
	case total == 0:
		f.state(sentence.NothingToExplain)
		f.filled(nil)
	case len(unexplained) > 0:
		f.filled(sentence.NoExplanation(strings.Join(unexplained, ", ")))
		f.section.Filled = len(unexplained) < total
	case len(unplanned) > 0:
		f.filled(sentence.NoRecoveryPlan(strings.Join(unplanned, ", ")))
	default:
		f.filled(nil)
	}
}

// commentaryOn is what was written last on a KPI of the unit and period.
func (f *filler) commentaryOn(kpi, period string) (found contract.CommentarySpec, ok bool) {
	var newest contract.Ref
	for name, commentary := range f.docs.Commentaries {
		ref := contract.Ref{Kind: "Commentary", Name: name}
		if commentary.Kpi != kpi || commentary.Unit != f.unit.name || commentary.Period.Text() != period {
			continue
		}
		newer := f.docs.Origins[ref].UpdatedAt.Compare(f.docs.Origins[newest].UpdatedAt)
		if !ok || newer > 0 || newer == 0 && ref.Name < newest.Name {
			found, newest, ok = commentary, ref, true
		}
	}
	return found, ok
}
