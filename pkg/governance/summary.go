package governance

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// Summarize counts entries. On time is what was closed by its first due date over what was closed or is overdue, among what
// ever had a due date; null with a reason where that is nothing.
func Summarize(entries []Entry) contract.RegisterSummary {
	s := contract.RegisterSummary{Total: int64(len(entries))}
	var judged, onTime, slipped, slipDays int64
	for _, e := range entries {
		row := e.Row
		if row.Waiting {
			s.Open++
		}
		if e.Closed {
			s.Closed++
		}
		if row.Overdue {
			s.Overdue++
		}
		if row.Escalation != nil {
			s.Escalated++
		}
		if row.OnTime != nil {
			judged++
			if *row.OnTime {
				onTime++
			}
		}
		if row.FirstDue != nil && row.Due != nil {
			slipped++
			slipDays += row.SlipDays
		}
	}
	s.OnTime, s.MeanSlipDays = ratio(float64(onTime), float64(judged)), ratio(float64(slipDays), float64(slipped))
	if judged == 0 {
		s.Reason = sentence.NothingDue
	}
	return s
}
