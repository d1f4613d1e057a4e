package review

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const (
	// aheadDays is how many days before they start reviews are made.
	aheadDays = 14
	// longestSeriesName is how much of a series' name goes into those of its reviews.
	longestSeriesName = 89
)

// MakeAhead makes the reviews of an org that start within the next 14 days and aren't there yet, named by their series and local
// day. Two processes that do so at the same time make one. Series that no longer meet get none. Reviews that it made and nobody
// has touched go when the rule of their series no longer has their day.
func (s *Service) MakeAhead(ctx context.Context, org int64) error {
	f := access.System(org, resource.Schedule)
	now := s.Now().UTC()
	documents, planner, err := s.planning(ctx, f, nil, now, courseTypes)
	if err != nil || len(documents.Series) == 0 {
		return err
	}
	if gone, err := s.withdraw(ctx, f, documents, planner); err != nil {
		return fmt.Errorf("withdraw reviews: %w", err)
	} else if gone {
		if documents, planner, err = s.planning(ctx, f, nil, now, courseTypes); err != nil {
			return err
		}
	}
	var missing []contract.Resource
	for _, o := range planner.Due(now, now.AddDate(0, 0, aheadDays)) {
		missing = append(missing, reviewFor(o, planner.Recurrence(o.Series).ZoneAt(o.Start)))
	}
	if len(missing) == 0 {
		return nil
	}
	stream, err := json.Marshal(missing)
	if err != nil {
		return err
	}
	err = s.Resources.CreateMissing(ctx, f, resource.Input{Data: stream, Format: resource.JSON}, resource.WriteOptions{Reason: "made ahead by the schedule"})
	if err != nil {
		return fmt.Errorf("make reviews ahead: %w", err)
	}
	return nil
}

// withdraw deletes the reviews that were made ahead for days which their series no longer has, and reports whether there were any.
func (s *Service) withdraw(ctx context.Context, f access.Filter, documents governance.Documents, planner *governance.Planner) (bool, error) {
	superseded := func(firm map[string]string) (names []string) {
		for _, series := range slices.Sorted(maps.Keys(documents.Series)) {
			names = append(names, planner.Superseded(series, firm)...)
		}
		return names
	}
	candidates := superseded(nil)
	if len(candidates) == 0 {
		return false, nil
	}
	firm, err := s.firm(ctx, f, candidates)
	if err != nil {
		return false, err
	}
	names := superseded(firm)
	if len(names) == 0 {
		return false, nil
	}
	return true, s.Resources.DeletePassing(ctx, f, "Review", names, resource.WriteOptions{Reason: "its series no longer has this day"})
}

// reviewFor is the document of a review for an occurrence.
func reviewFor(o governance.Occurrence, zone *time.Location) contract.Resource {
	series := o.Series
	if len(series) > longestSeriesName {
		series = series[:longestSeriesName]
	}
	spec := map[string]any{"series": o.Series, "start": contract.InstantText(o.Start)}
	if !o.Planned.Equal(o.Start) {
		spec["occurrence"] = contract.InstantText(o.Planned)
	}
	return contract.Resource{
		APIVersion: contract.APIVersion, Kind: "Review",
		Metadata: contract.Metadata{Name: series + "-" + o.Start.In(zone).Format(time.DateOnly)}, Spec: spec,
	}
}
