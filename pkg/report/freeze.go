package report

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// rule is the version of how preparation and comparability are computed.
const rule = "report/1"

// history is how many periods of history a report has with every number.
const history = 13

// FreezeQuery asks to freeze the report of a review.
type FreezeQuery struct {
	Review string
	contract.FreezeRequest
	// AsOf is what was known, not later than Now; the server's clock when nil. Now is the present that states are told from; AsOf when
	// nil.
	AsOf, Now *time.Time
	// DryRun checks everything and keeps nothing.
	DryRun bool
}

// Freeze builds the report of every unit, as known now, and keeps it for ever. Premature values (see prematureOf) are refused
// unless the request says why they are frozen all the same. The error is a *resource.ConflictError
// when the review is frozen already or cancelled, a *resource.InvalidError on premature values or unknown units, and else one
// of evaluate's.
func (s *Service) Freeze(ctx context.Context, f access.Filter, query FreezeQuery) (contract.Snapshot, error) {
	if err := f.Require(access.Editor, "freezing a report"); err != nil {
		return contract.Snapshot{}, err
	}
	if query.Premature != nil {
		why := strings.TrimSpace(*query.Premature)
		query.Premature = optional(why)
	}
	frozenAt := s.Now().UTC().Truncate(time.Millisecond)
	asOf, now, err := query.instants(frozenAt)
	if err != nil {
		return contract.Snapshot{}, err
	}
	docs, err := s.Documents.Governance(ctx, f, nil)
	if err != nil {
		return contract.Snapshot{}, err
	}
	p, err := s.plan(ctx, f, docs, query.Review, query.Units)
	if err != nil {
		return contract.Snapshot{}, err
	}
	if err := s.notFrozen(ctx, f, query.Review); err != nil {
		return contract.Snapshot{}, err
	}
	_, versions, _, err := s.Documents.Definitions(ctx, f, nil)
	if err != nil {
		return contract.Snapshot{}, err
	}
	snapshot := contract.Snapshot{
		Review: p.review, Series: p.series, Period: p.period(), Units: []string{}, AsOf: instantText(asOf), DataVersion: versions.Data,
		Template: optional(p.template), TemplateVersion: int64(p.templateVersion), Premature: []contract.PrematureValue{},
		PrematureReason: query.Premature, FrozenAt: instantText(frozenAt), FrozenBy: f.Actor(), Rule: rule,
	}
	contents, err := s.contents(ctx, f, p, asOf, now)
	if err != nil {
		return contract.Snapshot{}, err
	}
	for _, c := range contents {
		snapshot.Units = append(snapshot.Units, c.unit.name)
		snapshot.Premature = append(snapshot.Premature, prematureOf(c.views)...)
	}
	switch {
	case len(snapshot.Premature) == 0:
		snapshot.PrematureReason = nil
	case query.Premature == nil:
		return contract.Snapshot{}, refusePremature(snapshot.Premature)
	}
	reports, sections, err := frozen(contents, snapshot)
	if err != nil {
		return contract.Snapshot{}, err
	}
	snapshot.Hash, snapshot.Comparability = hashOf(reports), comparability(sections)
	if snapshot.PreparationMinutes, err = s.preparation(ctx, f, docs, p, now); err != nil {
		return contract.Snapshot{}, err
	}
	if query.DryRun {
		return snapshot, nil
	}
	err = s.Store.SaveSnapshot(ctx, f.Org(), snapshot, reports)
	if errors.Is(err, ErrFrozen) {
		err = alreadyFrozen(p.review)
	}
	return snapshot, err
}

// instants are what was known and the present of a freeze, at the server's clock. What will be known can't be frozen: an asOf after
// the present is an *evaluate.InvalidError.
func (q FreezeQuery) instants(clock time.Time) (asOf, now time.Time, err error) {
	asOf, now = clock, clock
	if q.Now != nil {
		now = q.Now.UTC()
	}
	if q.AsOf == nil {
		return asOf, now, nil
	}
	if asOf = q.AsOf.UTC(); asOf.After(now) {
		message := fmt.Sprintf("is after the present, %s: what will be known then can't be frozen yet", instantText(now))
		return asOf, now, &evaluate.InvalidError{Field: "asOf", Message: message}
	}
	if q.Now == nil {
		now = asOf
	}
	return asOf, now, nil
}

func (s *Service) notFrozen(ctx context.Context, f access.Filter, review string) error {
	_, err := s.Store.FrozenSnapshot(ctx, f.Org(), review)
	switch {
	case errors.Is(err, resource.ErrNotFound):
		return nil
	case err == nil:
		return alreadyFrozen(review)
	}
	return err
}

func alreadyFrozen(review string) error {
	return &resource.ConflictError{Detail: fmt.Sprintf("The report of the review “%s” is frozen already; it stays as it is.", review)}
}

// namedValues is how many premature values a refusal names.
const namedValues = 100

func refusePremature(values []contract.PrematureValue) error {
	names := make([]string, 0, min(len(values), namedValues))
	for _, v := range values[:min(len(values), namedValues)] {
		names = append(names, fmt.Sprintf("%s at %s in %s (%s)", v.Kpi, v.Unit, v.Period, v.State))
	}
	if more := len(values) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	said := sentence.PrematureUnexplained(strings.Join(names, ", "))
	return &resource.InvalidError{Problems: []contract.ProblemItem{{Path: "/premature", Message: said.Message, Said: said}}}
}

// content is what the report of one unit is made from.
type content struct {
	plan  *plan
	unit  unitPlan
	views []contract.View
	maps  []contract.StrategyMap
	// docs are what was recorded, as known then.
	docs governance.Documents
	now  time.Time
}

// contents reads what every unit's report is made from.
func (s *Service) contents(ctx context.Context, f access.Filter, p *plan, asOf, now time.Time) ([]content, error) {
	docs, err := s.Documents.Governance(ctx, f, &asOf)
	if err != nil {
		return nil, err
	}
	contents := make([]content, 0, len(p.units))
	for _, unit := range p.units {
		c := content{plan: p, unit: unit, docs: docs, now: now}
		for _, card := range unit.scorecards {
			query := scorecard.ViewQuery{
				Scorecard: card, Period: p.periods[card], Unit: unit.name, Sparkline: history, AsOf: &asOf, Now: &now,
			}
			view, err := s.Measurements.View(ctx, f, query)
			if err != nil {
				return nil, ofReview(err)
			}
			c.views = append(c.views, view)
			if !p.shows("strategyMap") {
				continue
			}
			strategyMap, err := s.Measurements.Map(ctx, f, scorecard.MapQuery{
				Strategy: docs.Scorecards[card].Strategy, Scorecard: card, Period: query.Period, Unit: unit.name, AsOf: &asOf, Now: &now,
			})
			if err != nil {
				return nil, ofReview(err)
			}
			c.maps = append(c.maps, strategyMap)
		}
		contents = append(contents, c)
	}
	return contents, nil
}

// shows reports whether a report has a section of the type.
func (p *plan) shows(sectionType string) bool {
	for _, section := range p.sections {
		if section.Type == sectionType {
			return true
		}
	}
	return false
}

// ofReview says of a field that can't be used that it is the review's: nobody asked for it in a query.
func ofReview(err error) error {
	var invalid *evaluate.InvalidError
	if !errors.As(err, &invalid) {
		return err
	}
	return &resource.InvalidError{Problems: []contract.ProblemItem{{Path: "/spec/" + invalid.Field, Message: invalid.Message}}}
}

// frozen writes the reports, and gives the sections of every unit.
func frozen(contents []content, snapshot contract.Snapshot) (reports []UnitReport, sections [][]contract.ReportSectionContent, err error) {
	for _, c := range contents {
		report := contract.Report{
			Review: snapshot.Review, Series: snapshot.Series, Title: c.plan.title(), Tier: c.plan.seriesSpec.Tier,
			Unit: c.unit.name, UnitTitle: c.unit.title, Scorecards: c.unit.scorecards, Period: snapshot.Period,
			Start: instantText(c.plan.start), AsOf: snapshot.AsOf, FrozenAt: snapshot.FrozenAt, FrozenBy: snapshot.FrozenBy,
			DataVersion: snapshot.DataVersion, Template: snapshot.Template, TemplateVersion: snapshot.TemplateVersion,
			Scheme: c.views[0].Scheme, Premature: prematureOf(c.views), PrematureReason: snapshot.PrematureReason, Sections: sectionsOf(c),
		}
		document, err := json.Marshal(report)
		if err != nil {
			return nil, nil, fmt.Errorf("write the report of %s: %w", c.unit.name, err)
		}
		reports = append(reports, UnitReport{Unit: c.unit.name, Document: document})
		sections = append(sections, report.Sections)
	}
	return reports, sections, nil
}

// hashOf is the SHA-256 over the reports in the order of the units, a line each.
func hashOf(reports []UnitReport) string {
	digest := sha256.New()
	for _, report := range reports {
		digest.Write(report.Document)
		digest.Write([]byte{'\n'})
	}
	return hex.EncodeToString(digest.Sum(nil))
}

func instantText(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// optional is nil for an empty text.
func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
