package scorecard

import (
	"context"
	"fmt"
	"strconv"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// defaultPage is how many revisions one page has when the query doesn't say.
const defaultPage = 100

// Observations lists every revision of a KPI, newest first, with its provenance. A period may be coarser than the KPI's
// frequency: it stands for the periods that belong to it. Errors are those of evaluate.
func (s *Service) Observations(ctx context.Context, f access.Filter, query ObservationsQuery) (contract.ObservationList, error) {
	m, err := s.model(ctx, f, query.AsOf)
	if err != nil {
		return contract.ObservationList{}, err
	}
	spec, ok := m.specs.Kpis[query.Kpi]
	if !ok || !f.SeesResource("Kpi", query.Kpi) {
		return contract.ObservationList{}, &evaluate.NotFoundError{Kind: "Kpi", Name: query.Kpi}
	}
	if query.Unit != "" {
		if _, ok := m.specs.Units[query.Unit]; !ok {
			return contract.ObservationList{}, &evaluate.NotFoundError{Kind: "OrgUnit", Name: query.Unit}
		}
		if err := seesUnit(f, query.Unit); err != nil {
			return contract.ObservationList{}, err
		}
	}
	from, to, err := m.span(spec, query)
	if err != nil {
		return contract.ObservationList{}, err
	}
	skip, err := offset(query.Cursor)
	if err != nil {
		return contract.ObservationList{}, err
	}
	limit := query.Limit
	if limit == 0 {
		limit = defaultPage
	}
	items, more, err := s.observations.RevisionPart(ctx, f.Org(), RevisionPart{
		Series: query.Kpi, Unit: query.Unit, From: from, To: to, AsOf: query.AsOf, Sees: f.SeesUnit, Skip: skip, Limit: limit,
	})
	if err != nil {
		return contract.ObservationList{}, fmt.Errorf("list observations: %w", err)
	}
	list := contract.ObservationList{Items: items}
	if items == nil {
		list.Items = []contract.Observation{}
	}
	if more {
		next := strconv.Itoa(skip + len(items))
		list.Next = &next
	}
	return list, nil
}

// offset reads a cursor: the number of items before the page.
func offset(cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(cursor)
	if err != nil || n < 0 {
		return 0, &evaluate.InvalidError{Field: "cursor", Message: "is not the next of an earlier page"}
	}
	return n, nil
}

// span gives the first and last period id of the KPI's own frequency that the query means; "" is open.
func (m *model) span(spec contract.KpiSpec, query ObservationsQuery) (from, to string, err error) {
	calendar, err := m.calendar(spec.Calendar)
	if err != nil {
		return "", "", err
	}
	own := period.Frequency(spec.Frequency)
	bound := func(field, id string) (first, last string, err error) {
		if id == "" {
			return "", "", nil
		}
		p, err := calendar.Parse(id)
		if err != nil {
			return "", "", &evaluate.InvalidError{Field: field, Message: err.Error()}
		}
		if p.Frequency.Rank() < own.Rank() {
			return "", "", &evaluate.InvalidError{Field: field, Message: fmt.Sprintf("%s is finer than the KPI's frequency, %s", id, own)}
		}
		if p.Frequency == own {
			return id, id, nil
		}
		a, b := calendar.Sub(p, own)
		return calendar.ID(a), calendar.ID(b), nil
	}
	if query.Period != "" {
		return bound("period", query.Period)
	}
	if from, _, err = bound("from", query.From); err != nil {
		return "", "", err
	}
	_, to, err = bound("to", query.To)
	return from, to, err
}
