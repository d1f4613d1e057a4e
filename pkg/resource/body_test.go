package resource

import (
	"errors"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestReadBodyHoldsRequestsToTheContract(t *testing.T) {
	var request contract.SimulateRequest
	good := `{"resources": [], "observations": [{"kpi": "k", "unit": "u", "period": 2026, "value": 1}], "scorecard": "c", "period": "2026-01", "unit": "u"}`
	if err := ReadBody([]byte(good), "SimulateRequest", &request); err != nil || request.Observations[0].Period.Text() != "2026" {
		t.Errorf("%+v, %v", request, problemsText(err))
	}
	var invalid *InvalidError
	bad := `{"resources": 5, "observations": [{"kpi": "k", "unit": "u", "value": "x"}], "scorecard": "c", "period": "2026-01"}`
	if err := ReadBody([]byte(bad), "SimulateRequest", &request); !errors.As(err, &invalid) || len(invalid.Problems) != 4 {
		t.Errorf("%v", problemsText(err))
	}
	var parse *ParseError
	for name, body := range map[string]string{"empty": " ", "cut": `{"a":`, "trailing": `{} {}`, "huge exponent": `{"sparkline": 1e-999999999}`} {
		if err := ReadBody([]byte(body), "SimulateRequest", &request); !errors.As(err, &parse) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
