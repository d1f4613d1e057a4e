package evaluate_test

import (
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
)

// Two of ten parts are a coverage of 0.2, though 1/7 + 1/7 by 1/7 + 1/7 + 1/7 + 1 is a little less in binary.
func TestCoverageThatIsExactlyEnough(t *testing.T) {
	fifty := 50.0
	children := []evaluate.Child{{Weight: 1, Score: &fifty}, {Weight: 1, Score: &fifty}, {Weight: 1}, {Weight: 7}}
	for minimum, enough := range map[float64]bool{0.2: true, 0.2001: false} {
		got := evaluate.RollUp(children, evaluate.Policy{Method: "weightedMean", Missing: "exclude", MinCoverage: minimum})
		if (got.Score != nil) != enough {
			t.Errorf("a coverage of %v with a minimum of %v gives the score %s, %v", got.Coverage, minimum, show(got.Score), got.Reason)
		}
	}
}
