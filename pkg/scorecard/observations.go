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
	all, err := s.observations.Revisions(ctx, f.Org(), query.Kpi, query.Unit, from, to, query.AsOf)
	if err != nil {
		return contract.ObservationList{}, fmt.Errorf("list observations: %w", err)
	}
	visible := []contract.Observation{}
	for _, o := range all {
		if f.SeesUnit(o.Unit) {
			visible = append(visible, o)
		}
	}
	return page(visible, query.Limit, query.Cursor)
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

// page cuts a list; the cursor is the number of items before the page.
func page(items []contract.Observation, limit int, cursor string) (contract.ObservationList, error) {
	start := 0
	if cursor != "" {
		n, err := strconv.Atoi(cursor)
		if err != nil || n < 0 {
			return contract.ObservationList{}, &evaluate.InvalidError{Field: "cursor", Message: "is not the next of an earlier page"}
		}
		start = min(n, len(items))
	}
	if limit == 0 {
		limit = defaultPage
	}
	end := min(start+limit, len(items))
	list := contract.ObservationList{Items: items[start:end]}
	if end < len(items) {
		next := strconv.Itoa(end)
		list.Next = &next
	}
	return list, nil
}
