package collection

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// Teams tells who is in which Grafana team.
type Teams interface {
	// Members lists logins and e-mails of a team's members; none for a team that doesn't exist.
	Members(ctx context.Context, org int64, team string) ([]string, error)
}

// Outcomes of a submitted row.
const (
	rowAccepted    = "accepted"
	rowQuarantined = "quarantined"
	rowRefused     = "refused"
)

// Submit records what people report for manual KPIs. Every row has its outcome: good rows are kept beside refused ones, and
// where the KPI wants a second person's approval the value waits in quarantine until another person submits the same. A draft is checked and not recorded.
// It returns access.ErrForbidden to callers below Editor.
func (c *Collector) Submit(ctx context.Context, f access.Filter, submission contract.Submission) (contract.SubmissionResult, error) {
	result := contract.SubmissionResult{Rows: []contract.SubmissionOutcome{}}
	if err := f.Require(access.Editor, "submitting"); err != nil {
		return result, err
	}
	known, err := loadCatalogue(ctx, c.Definitions, f)
	if err != nil {
		return result, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return result, err
	}
	name := id.String()
	s := &submitting{
		Collector: c, ctx: ctx, filter: f, known: known, now: c.Now(),
		source: contract.ObservationSource{Type: "submission", Submission: &name},
		seen:   map[cell]int{}, members: map[string][]string{},
	}
	var revisions []Revision
	for i, row := range submission.Rows {
		revision, err := s.check(i, row)
		if err != nil {
			message := err.Error()
			result.Rows = append(result.Rows, contract.SubmissionOutcome{Outcome: rowRefused, Message: &message})
			continue
		}
		revisions = append(revisions, revision)
		outcome := contract.SubmissionOutcome{Outcome: rowAccepted}
		if revision.Outcome == outcomeQuarantine {
			message := "waits until a second person submits the same value"
			outcome = contract.SubmissionOutcome{Outcome: rowQuarantined, Message: &message}
		}
		result.Rows = append(result.Rows, outcome)
	}
	if len(revisions) == 0 || submission.Draft != nil && *submission.Draft {
		return result, nil
	}
	if _, err := c.Observations.Record(ctx, f.Org(), revisions); err != nil {
		return contract.SubmissionResult{}, fmt.Errorf("record the submission: %w", err)
	}
	return result, nil
}

// cell is one cell of a KPI.
type cell struct{ series, unit, period string }

// submitting is one submission being checked.
type submitting struct {
	*Collector
	ctx     context.Context
	filter  access.Filter
	known   *catalogue
	now     time.Time
	source  contract.ObservationSource
	seen    map[cell]int // first row of each cell
	members map[string][]string
}

// check turns a row into a revision, or says why not.
func (s *submitting) check(i int, row contract.SubmissionRow) (Revision, error) {
	spec, ok := s.known.Kpis[row.Kpi]
	if !ok || !s.filter.SeesResource("Kpi", row.Kpi) {
		return Revision{}, fmt.Errorf("there is no Kpi %q", row.Kpi)
	}
	if spec.Source.Type != sourceManual {
		return Revision{}, fmt.Errorf("KPI %s is not submitted by people: its source is %s", row.Kpi, spec.Source.Type)
	}
	if !s.known.units.exists(row.Unit) || !s.filter.SeesUnit(row.Unit) {
		return Revision{}, fmt.Errorf("there is no OrgUnit %q", row.Unit)
	}
	if scope := kpiScope(s.known.units, spec); !scope.allowed(row.Unit) {
		return Revision{}, fmt.Errorf("unit %s: %s", row.Unit, scope.why)
	}
	id, err := s.periodOf(spec, row.Period.Text())
	if err != nil {
		return Revision{}, err
	}
	if math.IsNaN(row.Value) || math.IsInf(row.Value, 0) {
		return Revision{}, fmt.Errorf("%v is not a finite number", row.Value)
	}
	if err := s.mayContribute(spec.Source, row.Unit); err != nil {
		return Revision{}, err
	}
	key := cell{row.Kpi, row.Unit, id}
	if first, twice := s.seen[key]; twice {
		return Revision{}, fmt.Errorf("row %d already has a value for this KPI, unit and period", first+1)
	}
	s.seen[key] = i
	revision := Revision{
		Series: row.Kpi, Unit: row.Unit, Period: id, Value: row.Value, Outcome: outcomePass,
		CollectedAt: s.now, RecordedBy: s.filter.Actor(), Source: s.source,
	}
	if row.Note != nil {
		revision.Note = *row.Note
	}
	if spec.Source.Approval != nil && *spec.Source.Approval {
		approved, err := s.approves(revision)
		if err != nil {
			return Revision{}, err
		}
		if !approved {
			revision.Outcome = outcomeQuarantine
		}
	}
	return revision, nil
}

// approves reports whether a row is the second person's approval: another person's value for the cell waits, and this one
// is the same.
func (s *submitting) approves(r Revision) (bool, error) {
	known, err := s.Observations.Revisions(s.ctx, s.filter.Org(), r.Series, r.Unit, r.Period, r.Period, nil)
	if err != nil {
		return false, fmt.Errorf("what waits for approval can't be read: %w", err)
	}
	if len(known) == 0 || known[0].Value == nil {
		return false, nil
	}
	newest := known[0]
	return newest.Outcome == outcomeQuarantine && newest.RecordedBy != r.RecordedBy && *newest.Value == r.Value, nil
}

// periodOf checks that a period is one of the KPI's own frequency and has begun.
func (s *submitting) periodOf(spec contract.KpiSpec, id string) (string, error) {
	calendar, ok := s.known.calendars[spec.Calendar]
	if !ok {
		return "", fmt.Errorf("the calendar %q is missing or invalid", spec.Calendar)
	}
	p, err := periodID(id, calendar, period.Frequency(spec.Frequency))
	if err != nil {
		return "", err
	}
	if calendar.Start(p).After(s.now) {
		return "", fmt.Errorf("%s has not begun", calendar.ID(p))
	}
	return calendar.ID(p), nil
}

// mayContribute reports why the caller may not submit for a unit. Where contributors are named it must be one of them, for
// this unit; administrators always may.
func (s *submitting) mayContribute(source contract.KpiSource, unit string) error {
	if len(source.Contributors) == 0 || s.filter.Require(access.Admin, "submitting for others") == nil {
		return nil
	}
	for _, contributor := range source.Contributors {
		if len(contributor.Units) > 0 && !slices.Contains(contributor.Units, unit) {
			continue
		}
		is, err := s.isContributor(contributor.Person)
		if err != nil {
			return err
		}
		if is {
			return nil
		}
	}
	return fmt.Errorf("%s is not a contributor of this KPI for unit %s", s.filter.Actor(), unit)
}

func (s *submitting) isContributor(person string) (bool, error) {
	team, ok := access.Team(person)
	if !ok {
		return s.filter.Is(person), nil
	}
	if s.Teams == nil {
		return false, nil
	}
	members, known := s.members[team]
	if !known {
		var err error
		if members, err = s.Teams.Members(s.ctx, s.filter.Org(), team); err != nil {
			return false, fmt.Errorf("the members of team %s can't be read: %w", team, err)
		}
		s.members[team] = members
	}
	return slices.ContainsFunc(members, s.filter.Is), nil
}
