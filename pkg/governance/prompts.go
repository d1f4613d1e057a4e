package governance

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// FacilitationRule is the version of the rules of this file.
const FacilitationRule = "facilitation/1"

// postponedFrom is after how many moved due dates an action is asked about.
const postponedFrom = 2

// Sources of prompts, in the order of what their answer may change.
const (
	fromAssumption = "assumption"
	fromLeadingRed = "leadingRed"
	fromSignal     = "signal"
	fromPostponed  = "postponed"
	fromDecision   = "decision"
)

// Evidence is what is known of one scorecard in the period under review.
type Evidence struct {
	View contract.View
	// Links are the arrows of its strategy map, with what the figures say of them.
	Links []contract.MapLink
}

// Prompts are the questions that a facilitator may put in a meeting, ranked: hypotheses that the figures contradict; leading
// indicators at the lowest level while what they lead to is at the best; KPIs at the lowest level, or outside of their usual
// variation, that nobody has explained; actions postponed twice; decisions that were to be looked at again.
func Prompts(documents Documents, m Meeting, evidence []Evidence, now time.Time) []contract.ChallengePrompt {
	c := &challenger{documents: documents, meeting: m, now: now, seen: map[string]bool{}, prompts: []contract.ChallengePrompt{}}
	for _, e := range evidence {
		c.assumptions(e)
	}
	for _, e := range evidence {
		c.leadingRed(e)
	}
	for _, e := range evidence {
		c.signals(e)
	}
	c.postponed(evidence)
	c.revisits()
	return c.prompts
}

type challenger struct {
	documents Documents
	meeting   Meeting
	now       time.Time
	seen      map[string]bool
	prompts   []contract.ChallengePrompt
}

// ask adds a prompt once, with whether it was shown and answered in the meeting.
func (c *challenger) ask(source, key string, question *contract.Reason, about ...contract.Ref) {
	id := source + ":" + key
	if c.seen[id] {
		return
	}
	c.seen[id] = true
	prompt := contract.ChallengePrompt{ID: id, Source: source, Text: question.Message, Said: *question, About: about}
	for _, e := range c.meeting.Events {
		if e.Type == "prompt" && text(e.Prompt) == id {
			prompt.Shown = true
			prompt.Answered = prompt.Answered || text(e.State) == "answered"
		}
	}
	c.prompts = append(c.prompts, prompt)
}

func (c *challenger) assumptions(e Evidence) {
	for _, link := range e.Links {
		if link.State != "broken" {
			continue
		}
		c.ask(fromAssumption, link.Ref.Name, sentence.BrokenAssumption(c.objective(link.From), c.objective(link.To)), link.Ref, contract.Ref{Kind: "Objective", Name: link.From}, contract.Ref{Kind: "Objective", Name: link.To})
	}
}

func (c *challenger) objective(name string) string {
	return cmp.Or(c.documents.Objectives[name].Title, name)
}

// leadingRed compares leading KPIs with the lagging ones of the same objective and of those that the map says it drives.
func (c *challenger) leadingRed(e Evidence) {
	lowest, best := ends(e.View.Scheme)
	kpis := map[string][]contract.Node{}
	for _, objective := range objectivesOf(e.View.Node) {
		kpis[objective.Ref.Name] = append(kpis[objective.Ref.Name], kpisBelow(objective)...)
	}
	for _, name := range slices.Sorted(maps.Keys(kpis)) {
		reached := []string{name}
		for _, link := range e.Links {
			if link.From == name {
				reached = append(reached, link.To)
			}
		}
		for _, leading := range kpis[name] {
			if text(leading.Type) != "leading" || text(leading.Status) != lowest {
				continue
			}
			for _, to := range reached {
				for _, lagging := range kpis[to] {
					if text(lagging.Type) == "lagging" && text(lagging.Status) == best {
						c.ask(fromLeadingRed, leading.Ref.Name+":"+lagging.Ref.Name, sentence.LeadingRed(leading.Title, lowest, lagging.Title, best), leading.Ref, lagging.Ref)
					}
				}
			}
		}
	}
}

// signals lists what needs an explanation and has none, the lowest scores first.
func (c *challenger) signals(e Evidence) {
	lowest, _ := ends(e.View.Scheme)
	var found []contract.Node
	for _, objective := range objectivesOf(e.View.Node) {
		for _, kpi := range kpisBelow(objective) {
			if (text(kpi.Status) == lowest || outside(kpi)) && !c.explained(kpi.Ref.Name, e.View) {
				found = append(found, kpi)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b contract.Node) int {
		return cmp.Or(cmp.Compare(scoreOrLast(a), scoreOrLast(b)), cmp.Compare(a.Ref.Name, b.Ref.Name))
	})
	for _, kpi := range found {
		question := sentence.UnexplainedSignal(kpi.Title, e.View.Period.ID)
		if text(kpi.Status) == lowest {
			question = sentence.UnexplainedStatus(kpi.Title, lowest, e.View.Period.ID)
		}
		c.ask(fromSignal, strings.Join([]string{kpi.Ref.Name, e.View.Unit, e.View.Period.ID}, ":"), question, kpi.Ref)
	}
}

// explained reports whether somebody wrote an explanation of a KPI for the period.
func (c *challenger) explained(kpi string, view contract.View) bool {
	explanation, _ := recovery(c.documents, kpi, view)
	return explanation != ""
}

func scoreOrLast(n contract.Node) float64 {
	if n.Score == nil {
		return math.Inf(1)
	}
	return *n.Score
}

// outside reports whether the newest value of a KPI is outside of its control limits.
func outside(kpi contract.Node) bool {
	values := make([]*float64, len(kpi.Sparkline))
	for i, point := range kpi.Sparkline {
		values[i] = point.Value
	}
	if len(values) == 0 {
		return false
	}
	judged, why := Volatility(values)
	if why != nil || len(judged.Points) == 0 {
		return false
	}
	last := judged.Points[len(judged.Points)-1].Outside
	return last != nil && *last
}

// postponed lists the open actions of the series, or about what its scorecards hold, whose due date was moved twice.
func (c *challenger) postponed(evidence []Evidence) {
	held := map[contract.Ref]bool{}
	for _, e := range evidence {
		for _, objective := range objectivesOf(e.View.Node) {
			held[objective.Ref] = true
			for _, kpi := range kpisBelow(objective) {
				held[kpi.Ref] = true
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.documents.Actions)) {
		action := c.documents.Actions[name]
		ref := contract.Ref{Kind: "Action", Name: name}
		over := text(action.State) == "done" || text(action.State) == "cancelled" || c.documents.Origins[ref].Archived
		if over || len(action.DueHistory) < postponedFrom || !c.concerns(action, held) {
			continue
		}
		c.ask(fromPostponed, name, sentence.Postponed(action.Title, len(action.DueHistory), action.DueHistory[0].Due), ref)
	}
}

func (c *challenger) concerns(action contract.ActionSpec, held map[contract.Ref]bool) bool {
	if source := action.Source; source != nil {
		review := source.Name
		if source.Kind == "Decision" {
			review = text(c.documents.Decisions[source.Name].Review)
		}
		if c.documents.Reviews[review].Series == c.meeting.Review.Series {
			return true
		}
		if held[*source] {
			return true
		}
	}
	if action.Kpi != nil && held[contract.Ref{Kind: "Kpi", Name: *action.Kpi}] {
		return true
	}
	return slices.ContainsFunc(action.About, func(r contract.Ref) bool { return held[r] })
}

// revisits lists the decisions of the series' earlier meetings that were to be looked at again by now.
func (c *challenger) revisits() {
	today := c.now.Format(time.DateOnly)
	for _, name := range slices.Sorted(maps.Keys(c.documents.Decisions)) {
		decision := c.documents.Decisions[name]
		review := text(decision.Review)
		revisit := text(decision.RevisitOn)
		if revisit == "" || revisit > today || text(decision.State) == "withdrawn" || review == c.meeting.Name ||
			c.documents.Reviews[review].Series != c.meeting.Review.Series {
			continue
		}
		c.ask(fromDecision, name, sentence.ToRevisit(decision.Title, revisit), contract.Ref{Kind: "Decision", Name: name})
	}
}

// ends are the lowest and the best level of a status scheme.
func ends(scheme contract.Scheme) (lowest, best string) {
	levels := slices.Clone(scheme.Levels)
	if len(levels) == 0 {
		return "", ""
	}
	slices.SortFunc(levels, func(a, b contract.Level) int { return cmp.Compare(a.From, b.From) })
	return levels[0].Name, levels[len(levels)-1].Name
}

// objectivesOf lists the objectives of a scored tree, those that contribute to others included.
func objectivesOf(n contract.Node) []contract.Node {
	var objectives []contract.Node
	if n.Ref.Kind == "Objective" {
		objectives = append(objectives, n)
	}
	for _, child := range n.Children {
		objectives = append(objectives, objectivesOf(child)...)
	}
	return objectives
}

func kpisBelow(objective contract.Node) []contract.Node {
	return slices.DeleteFunc(slices.Clone(objective.Children), func(n contract.Node) bool { return n.Ref.Kind != "Kpi" })
}

// YieldOf is how many decisions a meeting made per hour on strategic items; nil with the reason when there was no such time.
func YieldOf(m Meeting, decisions int) (*float64, *contract.Reason) {
	hours := 0.0
	for _, minutes := range DisciplineOf(m).Minutes {
		if minutes.Class == Strategic {
			hours += minutes.Actual / 60
		}
	}
	if value := ratio(float64(decisions), hours); value != nil {
		return value, nil
	}
	return nil, sentence.NoStrategicTime
}

// LatencyOf is the median number of days from raised to decided over decisions; a decision about an agenda item was raised with
// it. nil with the reason when no decision says both.
func LatencyOf(documents Documents, decisions []contract.Ref) (*float64, *contract.Reason) {
	var days []float64
	for _, ref := range decisions {
		decision := documents.Decisions[ref.Name]
		raised := text(decision.RaisedOn)
		for _, about := range decision.About {
			if item := documents.AgendaItems[about.Name]; about.Kind == "AgendaItem" && len(text(item.Raised)) >= len(time.DateOnly) {
				raised = (*item.Raised)[:len(time.DateOnly)]
			}
		}
		from, err := time.Parse(time.DateOnly, raised)
		to, err2 := time.Parse(time.DateOnly, text(decision.DecidedOn))
		if err == nil && err2 == nil {
			days = append(days, math.Max(0, to.Sub(from).Hours()/24))
		}
	}
	if len(days) == 0 {
		return nil, sentence.NotRaised
	}
	middle := median(days)
	return &middle, nil
}
