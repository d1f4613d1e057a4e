package evaluate

import (
	"fmt"
	"maps"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
)

// PreviewRequest asks how values of a KPI definition that isn't saved would score. Name is the KPI's when it exists already,
// so that its targets hold, else "". Values are what its source gave; those of a calculated KPI are computed. From and To are
// period ids, both included; Units are by default those of the values, else the KPI's, else the roots.
type PreviewRequest struct {
	Name   string
	Spec   contract.KpiSpec
	From   string
	To     string
	Units  []string
	Values []contract.PreviewValue
	Now    time.Time
}

// unsavedName is the name of a KPI that has none: no resource can be called so.
const unsavedName = "?"

// previewed is the model with the definition in place.
type previewed struct {
	*Model
	kpi   *kpi
	run   run
	units []int32
}

func (m *Model) preview(r PreviewRequest) (previewed, error) {
	name := r.Name
	if name == "" {
		name = unsavedName
	}
	defs := m.defs
	defs.Kpis = maps.Clone(defs.Kpis)
	if defs.Kpis == nil {
		defs.Kpis = map[string]contract.KpiSpec{}
	}
	defs.Kpis[name] = r.Spec
	model, err := Compile(defs)
	if err != nil {
		return previewed{}, err
	}
	p := previewed{Model: model, kpi: model.kpiIndex[name]}
	if p.kpi.broken != nil {
		return p, &InvalidError{"kpi", p.kpi.broken.Message}
	}
	from, err := p.kpi.cal.period("from", r.From)
	if err != nil {
		return p, err
	}
	to, err := p.kpi.cal.period("to", r.To)
	if err != nil {
		return p, err
	}
	p.run.first, _ = p.kpi.ownRange(from)
	_, p.run.last = p.kpi.ownRange(to)
	if points := p.run.last - p.run.first + 1; points < 1 || points > MaxPoints {
		return p, &InvalidError{"from", fmt.Sprintf("must not be after to, nor more than %d periods before it", MaxPoints)}
	}
	p.units, err = p.unitsOf(r)
	return p, err
}

func (p *previewed) unitsOf(r PreviewRequest) ([]int32, error) {
	names := r.Units
	if len(names) == 0 {
		seen := map[string]bool{}
		for _, v := range r.Values {
			if !seen[v.Unit] {
				seen[v.Unit] = true
				names = append(names, v.Unit)
			}
		}
	}
	if len(names) == 0 {
		names = r.Spec.Units
	}
	var found []int32
	for _, name := range names {
		u, err := p.unit(name)
		if err != nil {
			return nil, err
		}
		found = append(found, u)
	}
	if len(names) == 0 {
		for u := int32(0); u < p.Model.units.size(); u = p.Model.units.end[u] {
			found = append(found, u)
		}
	}
	return found, nil
}

// PreviewNeeds lists the observations that Preview reads for a request. Errors are as Preview's.
func (m *Model) PreviewNeeds(r PreviewRequest) ([]Window, error) {
	p, err := m.preview(r)
	if err != nil {
		return nil, err
	}
	d := p.demand(r.Now)
	d.judged(p.kpi, spanOver(p.kpi.cal, p.kpi.freq, p.run))
	windows := d.windows()
	needed := windows[:0]
	for _, w := range windows {
		if w.Series != p.kpi.name {
			needed = append(needed, w)
		}
	}
	return needed, nil
}

// Preview scores every unit and period of the request by the default scheme. Errors are NotFoundError and InvalidError.
func (m *Model) Preview(r PreviewRequest, o *Observations) ([]contract.PreviewScore, error) {
	p, err := m.preview(r)
	if err != nil {
		return nil, err
	}
	e := p.evaluator(withValues(o, p.kpi.name, r.Values), r.Now)
	scores := []contract.PreviewScore{}
	for _, u := range p.units {
		for ordinal := p.run.first; ordinal <= p.run.last; ordinal++ {
			at := period.Period{Frequency: p.kpi.freq, Ordinal: ordinal}
			j := e.judge(p.kpi, u, nil, p.kpi.cal, at)
			score := contract.PreviewScore{
				Unit: p.Model.units.names[u], Period: p.kpi.cal.ID(at), Value: j.number(), Target: j.amounts[target],
				Score: j.score, Reason: j.unscored,
			}
			if j.score != nil {
				status := schemeFor(nil).Status(*j.score)
				score.Status = &status
			}
			scores = append(scores, score)
		}
	}
	return scores, nil
}

// withValues are the observations with a series put in the place of what there was of it.
func withValues(o *Observations, series string, values []contract.PreviewValue) *Observations {
	merged := &Observations{Pages: map[string]map[string]Page{}}
	if o != nil {
		merged.Units = append(merged.Units, o.Units...)
		maps.Copy(merged.Pages, o.Pages)
	}
	index := map[string]int32{}
	for i, name := range merged.Units {
		index[name] = int32(i)
	}
	pages := map[string]Page{}
	for _, v := range values {
		if v.Value == nil || !finite(*v.Value) {
			continue
		}
		i, known := index[v.Unit]
		if !known {
			i = int32(len(merged.Units))
			index[v.Unit], merged.Units = i, append(merged.Units, v.Unit)
		}
		page := pages[v.Period]
		page.Unit, page.Cell = append(page.Unit, i), append(page.Cell, Cell{Value: *v.Value})
		pages[v.Period] = page
	}
	merged.Pages[series] = pages
	return merged
}
