package followup

import (
	"context"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// CalibrationQuery asks how well the committees of a charter foresee what their decisions do.
type CalibrationQuery struct {
	Moment
	Charter string
}

// Calibration checks every decision on trial of a charter's committees. An unknown charter is an evaluate.NotFoundError.
func (s *Service) Calibration(ctx context.Context, f access.Filter, query CalibrationQuery) (contract.Calibration, error) {
	documents, err := s.Documents.Governance(ctx, f, query.AsOf)
	if err != nil {
		return contract.Calibration{}, err
	}
	charter, ok := documents.Charters[query.Charter]
	if !ok {
		return contract.Calibration{}, &evaluate.NotFoundError{Kind: "GovernanceCharter", Name: query.Charter}
	}
	tried := governance.OnTrial(documents, query.Charter)
	trials := make([]governance.Trial, len(tried))
	for i, t := range tried {
		trials[i] = t.Trial
	}
	checks, err := s.checks(ctx, f, documents, trials, query.Moment)
	if err != nil {
		return contract.Calibration{}, err
	}
	result := contract.Calibration{
		Charter: query.Charter, Now: contract.InstantText(s.present(query.Moment)), Rule: governance.CalibrationRule,
		Committees: []contract.CommitteeCalibration{}, Decisions: []contract.CalibratedDecision{},
	}
	byCommittee := map[string][]contract.EffectCheck{}
	for _, t := range tried {
		check := *checks[t.Trial.Ref]
		byCommittee[t.Committee] = append(byCommittee[t.Committee], check)
		result.Decisions = append(result.Decisions, contract.CalibratedDecision{
			Ref: t.Trial.Ref, Title: documents.Decisions[t.Trial.Ref.Name].Title, Committee: t.Committee,
			CommitteeTitle: documents.CommitteeTitle(query.Charter, t.Committee), Effect: check,
		})
	}
	for _, committee := range charter.Committees {
		c := governance.Calibrate(byCommittee[committee.Name])
		c.Committee, c.Title = committee.Name, committee.Title
		result.Committees = append(result.Committees, c)
	}
	return result, nil
}
