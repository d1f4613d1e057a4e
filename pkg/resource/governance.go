package resource

import (
	"context"
	"maps"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// Governance gives the specs of every resource that reviews and their follow-up read, as they are now or were at a time.
// What the caller may not see is left out. The maps are shared: callers don't change them.
func (e *Engine) Governance(ctx context.Context, f access.Filter, asOf *time.Time) (governance.Documents, error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return governance.Documents{}, err
	}
	s, err := e.at(ctx, f.Org(), asOf)
	if err != nil {
		return governance.Documents{}, err
	}
	d := governance.Documents{
		Charters:     visibleSpecs[contract.GovernanceCharterSpec](s, f, "GovernanceCharter"),
		Signatures:   visibleSpecs[contract.CharterSignatureSpec](s, f, "CharterSignature"),
		Templates:    visibleSpecs[contract.ReportTemplateSpec](s, f, "ReportTemplate"),
		Series:       visibleSpecs[contract.ReviewSeriesSpec](s, f, "ReviewSeries"),
		Reviews:      visibleSpecs[contract.ReviewSpec](s, f, "Review"),
		AgendaItems:  visibleSpecs[contract.AgendaItemSpec](s, f, "AgendaItem"),
		Decisions:    visibleSpecs[contract.DecisionSpec](s, f, "Decision"),
		Actions:      visibleSpecs[contract.ActionSpec](s, f, "Action"),
		Commentaries: visibleSpecs[contract.CommentarySpec](s, f, "Commentary"),
		ChangeEvents: visibleSpecs[contract.ChangeEventSpec](s, f, "ChangeEvent"),
		Proposals:    visibleSpecs[contract.CadenceProposalSpec](s, f, "CadenceProposal"),
		Scorecards:   visibleSpecs[contract.ScorecardSpec](s, f, "Scorecard"),
		Calendars:    visibleSpecs[contract.CalendarSpec](s, f, "Calendar"),
		Units:        visibleSpecs[contract.OrgUnitSpec](s, f, "OrgUnit"),
		Kpis:         visibleSpecs[contract.KpiSpec](s, f, "Kpi"),
		Objectives:   visibleSpecs[contract.ObjectiveSpec](s, f, "Objective"),
		Origins:      s.origins.get(s.originsOfAll),
	}
	return d, nil
}

// originsOfAll says of every resource where it is from.
func (s *state) originsOfAll() map[contract.Ref]governance.Origin {
	origins := make(map[contract.Ref]governance.Origin, s.size())
	for _, entry := range s.all() {
		origins[entry.ref] = governance.Origin{
			Version: entry.stored.Version, CreatedAt: entry.stored.CreatedAt, CreatedBy: entry.stored.CreatedBy,
			UpdatedAt: entry.stored.UpdatedAt, UpdatedBy: entry.stored.UpdatedBy, Archived: entry.stored.Archived,
			ManagedBy: entry.stored.ManagedBy, File: entry.stored.File, MadeAhead: entry.madeAhead() && len(s.referrers(entry.ref)) == 0,
		}
	}
	return origins
}

// visibleSpecs are the specs of a kind that the caller may see, by name.
func visibleSpecs[T any](s *state, f access.Filter, kind string) map[string]T {
	specs := specsOf[T](s, kind)
	hidden := func(name string, _ T) bool { return !f.SeesResource(kind, name) }
	for name, spec := range specs {
		if hidden(name, spec) {
			specs = maps.Clone(specs)
			maps.DeleteFunc(specs, hidden)
			return specs
		}
	}
	return specs
}
