package report

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Snapshot says what was frozen for a review. It is a *MissingError while nothing is, and an *evaluate.NotFoundError when there
// is no such review.
func (s *Service) Snapshot(ctx context.Context, f access.Filter, review string) (contract.Snapshot, error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return contract.Snapshot{}, err
	}
	unknown := &evaluate.NotFoundError{Kind: "Review", Name: review}
	if !f.SeesResource("Review", review) {
		return contract.Snapshot{}, unknown
	}
	snapshot, err := s.Store.FrozenSnapshot(ctx, f.Org(), review)
	if !errors.Is(err, resource.ErrNotFound) {
		return snapshot, err
	}
	docs, err := s.Documents.Governance(ctx, f, nil)
	if err != nil {
		return snapshot, err
	}
	if _, ok := docs.Reviews[review]; !ok {
		return snapshot, unknown
	}
	return snapshot, &MissingError{Detail: fmt.Sprintf("The report of the review “%s” is not frozen yet.", review)}
}

// Snapshots lists what was frozen, newest first: of one review, or of all with "". A review whose report isn't frozen has none.
func (s *Service) Snapshots(ctx context.Context, f access.Filter, review string) (contract.SnapshotList, error) {
	list := contract.SnapshotList{Items: []contract.Snapshot{}}
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return list, err
	}
	if review == "" {
		all, err := s.Store.FrozenSnapshots(ctx, f.Org(), time.Time{})
		for _, snapshot := range slices.Backward(all) {
			if f.SeesResource("Review", snapshot.Review) {
				list.Items = append(list.Items, snapshot)
			}
		}
		return list, err
	}
	snapshot, err := s.Snapshot(ctx, f, review)
	var missing *MissingError
	switch {
	case errors.As(err, &missing):
		return list, nil
	case err == nil:
		list.Items = append(list.Items, snapshot)
	}
	return list, err
}

// Document is a unit's frozen report as JSON, byte by byte what was hashed. unit "" means the first one. A unit without a report
// is a *MissingError.
func (s *Service) Document(ctx context.Context, f access.Filter, review, unit string) ([]byte, error) {
	snapshot, err := s.Snapshot(ctx, f, review)
	if err != nil {
		return nil, err
	}
	if unit == "" && len(snapshot.Units) > 0 {
		unit = snapshot.Units[0]
	}
	if !slices.Contains(snapshot.Units, unit) || !f.SeesUnit(unit) {
		return nil, &MissingError{Detail: fmt.Sprintf("The frozen report of “%s” has no unit “%s”.", review, unit)}
	}
	return s.Store.UnitReport(ctx, f.Org(), review, unit)
}

// File is a unit's frozen report in one of the formats html, pdf, pptx and xlsx, with a name for the file. The errors are those
// of Document.
func (s *Service) File(ctx context.Context, f access.Filter, review, unit, format string) (data []byte, name string, err error) {
	report, err := s.read(ctx, f, review, unit)
	if err != nil {
		return nil, "", err
	}
	data, err = s.Render(report, format)
	return data, fileName(report, format), err
}

func (s *Service) read(ctx context.Context, f access.Filter, review, unit string) (report contract.Report, err error) {
	document, err := s.Document(ctx, f, review, unit)
	if err != nil {
		return report, err
	}
	if err := json.Unmarshal(document, &report); err != nil {
		return report, fmt.Errorf("read the frozen report of %s, %s: %w", review, unit, err)
	}
	return report, nil
}

func fileName(report contract.Report, format string) string {
	return report.Review + "-" + report.Unit + "." + format
}

// Section puts one section of all units side by side. A section that the report doesn't have is a *MissingError.
func (s *Service) Section(ctx context.Context, f access.Filter, review, section string) (contract.SectionComparison, error) {
	snapshot, err := s.Snapshot(ctx, f, review)
	if err != nil {
		return contract.SectionComparison{}, err
	}
	comparison := contract.SectionComparison{Review: review, Section: section, Items: []contract.UnitSection{}}
	var alike [][]contract.ReportSectionContent
	for _, unit := range snapshot.Units {
		if !f.SeesUnit(unit) {
			continue
		}
		report, err := s.read(ctx, f, review, unit)
		if err != nil {
			return comparison, err
		}
		at := slices.IndexFunc(report.Sections, func(c contract.ReportSectionContent) bool { return c.Name == section })
		if at < 0 {
			return comparison, &MissingError{Detail: fmt.Sprintf("The frozen report of “%s” has no section “%s”.", review, section)}
		}
		found := report.Sections[at]
		comparison.Items = append(comparison.Items, contract.UnitSection{Unit: unit, UnitTitle: report.UnitTitle, Section: found})
		alike = append(alike, []contract.ReportSectionContent{found})
	}
	comparison.Comparability = comparability(alike)
	return comparison, nil
}
