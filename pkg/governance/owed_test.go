package governance

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestRecoveryPlansAsTheBrowserHasThem(t *testing.T) {
	data, err := os.ReadFile("../../tests/examples/governance/recovery-plans.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Case         string
		Period       string
		Start        string
		Commentaries []struct {
			Name      string
			UpdatedAt time.Time
			Archived  bool
			Spec      contract.CommentarySpec
		}
		Explained, Plan *string
	}
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) == 0 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			d := Documents{Commentaries: map[string]contract.CommentarySpec{}, Origins: map[contract.Ref]Origin{}}
			for _, written := range c.Commentaries {
				d.Commentaries[written.Name] = written.Spec
				d.Origins[contract.Ref{Kind: "Commentary", Name: written.Name}] = Origin{UpdatedAt: written.UpdatedAt, Archived: written.Archived}
			}
			view := contract.View{Unit: "north", Period: contract.ViewPeriod{ID: c.Period, Start: c.Start}}
			if explanation, plan := recovery(d, "sales", view); explanation != text(c.Explained) || plan != text(c.Plan) {
				t.Errorf("explained by %q, plan of %q; want %q and %q", explanation, plan, text(c.Explained), text(c.Plan))
			}
		})
	}
}
