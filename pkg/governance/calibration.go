package governance

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// CalibrationRule is the version of the rules by which a committee's calibration is computed.
const CalibrationRule = "calibration/1"

// calibrationBins is into how many equal parts the probabilities from 0 to 1 are sorted.
const calibrationBins = 5

// Calibrate says how well the probabilities of checks foresaw what came of them. The score is Brier's (1950): the mean of
// (probability − outcome)², 0 for perfect foresight, 0.25 for a coin. It is null, with a reason, until a check has come out.
func Calibrate(checks []contract.EffectCheck) contract.CommitteeCalibration {
	c := contract.CommitteeCalibration{Decisions: int64(len(checks)), Bins: make([]contract.CalibrationBin, calibrationBins)}
	var all tally
	bins := make([]tally, calibrationBins)
	for _, check := range checks {
		switch check.State {
		case TrialPending:
			c.Pending++
			continue
		case TrialNotEvaluable:
			c.NotEvaluable++
			continue
		}
		if check.Brier == nil || check.Probability == nil {
			continue
		}
		c.Checked++
		all.add(check)
		bins[binOf(*check.Probability)].add(check)
	}
	for i, bin := range bins {
		c.Bins[i] = contract.CalibrationBin{
			From: float64(i) / calibrationBins, To: float64(i+1) / calibrationBins, N: int64(bin.n),
			MeanProbability: bin.mean(bin.probability), HeldShare: bin.mean(bin.held),
		}
	}
	c.Brier, c.MeanProbability, c.HeldShare = all.mean(all.brier), all.mean(all.probability), all.mean(all.held)
	if all.n == 0 {
		c.Reason = sentence.NothingChecked
	}
	return c
}

// binOf is the part that a probability belongs to; 1 belongs to the last.
func binOf(probability float64) int {
	return min(calibrationBins-1, max(0, int(math.Floor(probability*calibrationBins+tolerance))))
}

// tally sums up checks.
type tally struct {
	n                        int
	probability, held, brier float64
}

func (t *tally) add(check contract.EffectCheck) {
	t.n++
	t.probability += *check.Probability
	t.brier += *check.Brier
	if check.State == TrialHeld {
		t.held++
	}
}

// mean is a sum over the checks as their mean; nil without any.
func (t *tally) mean(sum float64) *float64 {
	if t.n == 0 {
		return nil
	}
	mean := sum / float64(t.n)
	return &mean
}
