package governance

import "cmp"

// What people call things by their names; the name itself where nothing of that name is known, and "" of an empty one.

// ReviewTitle is the title of a review: its own, else that of its series.
func (d Documents) ReviewTitle(name string) string {
	review, ok := d.Reviews[name]
	if !ok {
		return name
	}
	return cmp.Or(text(review.Title), d.SeriesTitle(review.Series))
}

// SeriesTitle is the title of a series of reviews.
func (d Documents) SeriesTitle(name string) string { return cmp.Or(d.Series[name].Title, name) }

// CommitteeTitle is the title of a committee of a charter.
func (d Documents) CommitteeTitle(charter, name string) string {
	if committee := CommitteeNamed(d.Charters[charter], name); committee != nil {
		return committee.Title
	}
	return name
}

// KpiTitle is the title of a KPI.
func (d Documents) KpiTitle(name string) string { return cmp.Or(d.Kpis[name].Title, name) }
