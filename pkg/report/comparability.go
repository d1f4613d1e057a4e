package report

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

// comparability is the share of sections that are filled alike in every unit: filled or not, with the same kind of gap, if
// any. It is nil without units. All units have the same sections, in the same order.
func comparability(units [][]contract.ReportSectionContent) *float64 {
	if len(units) == 0 || len(units[0]) == 0 {
		return nil
	}
	alike := 0
	for i, first := range units[0] {
		same := true
		for _, sections := range units[1:] {
			same = same && filling(sections[i]) == filling(first)
		}
		if same {
			alike++
		}
	}
	share := float64(alike) / float64(len(units[0]))
	return &share
}

// fill is how a section is filled.
type fill struct {
	filled bool
	gap    string
}

func filling(section contract.ReportSectionContent) fill {
	f := fill{filled: section.Filled}
	if section.Gap != nil {
		f.gap = section.Gap.Code
	}
	return f
}
