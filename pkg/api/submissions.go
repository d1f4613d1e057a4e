package api

import (
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
)

// submittedColumns are those that a table of submissions must have; note may be left out.
var submittedColumns = []string{"kpi", "unit", "period", "value"}

func (s *server) submit(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	submission, unreadable, err := decodeSubmission(r)
	if err != nil {
		return err
	}
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	if p.flag("dryRun") {
		draft := true
		submission.Draft = &draft
	}
	if err := p.check(); err != nil {
		return err
	}
	result, err := s.Collector.Submit(r.Context(), f, submission)
	if err != nil {
		return err
	}
	for i, why := range unreadable {
		result.Rows[i].Message = &why
	}
	return writeJSON(w, http.StatusOK, result)
}

// decodeSubmission reads a submission as JSON, or as a table with the columns kpi, unit, period, value and note. unreadable says
// of rows of a table why their value can't be read; it is not a number then, which is refused without harm to the other rows.
func decodeSubmission(r *http.Request) (submission contract.Submission, unreadable map[int]string, err error) {
	contentType := r.Header.Get("Content-Type")
	if !strings.HasPrefix(contentType, csvType) && !strings.HasPrefix(contentType, xlsxType) {
		submission, err = decodeBody[contract.Submission](r, "Submission")
		return submission, nil, err
	}
	sheets, err := readTables(r, "")
	if err != nil {
		return submission, nil, err
	}
	submission.Rows, unreadable = []contract.SubmissionRow{}, map[int]string{}
	for _, sheet := range sheets {
		if len(sheet.Rows) == 0 {
			continue
		}
		columns, err := submissionColumns(sheet.Rows[0])
		if err != nil {
			return submission, nil, err
		}
		for _, row := range sheet.Rows[1:] {
			if export.IsEmpty(row) {
				continue
			}
			read, err := submissionRow(columns, row, sheet.DecimalComma)
			if err != nil {
				unreadable[len(submission.Rows)] = err.Error()
			}
			submission.Rows = append(submission.Rows, read)
		}
	}
	return submission, unreadable, nil
}

// submissionColumns finds the columns by the names of a header.
func submissionColumns(header []string) (map[string]int, error) {
	columns := map[string]int{}
	for i, name := range header {
		columns[strings.ToLower(strings.TrimSpace(name))] = i
	}
	var problems []contract.ProblemItem
	for _, required := range submittedColumns {
		if _, ok := columns[required]; !ok {
			problems = append(problems, contract.ProblemItem{Message: fmt.Sprintf("the header lacks the column %q", required)})
		}
	}
	if len(problems) > 0 {
		return nil, invalid(problems...)
	}
	return columns, nil
}

// submissionRow reads a row of a table; the error says why its value can't be read.
func submissionRow(columns map[string]int, row []string, decimalComma bool) (contract.SubmissionRow, error) {
	cell := func(name string) string {
		if i, ok := columns[name]; ok && i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	period, note, written := cell("period"), cell("note"), cell("value")
	read := contract.SubmissionRow{
		Kpi: cell("kpi"), Unit: cell("unit"), Period: &contract.PeriodText{String: &period}, Value: math.NaN(),
	}
	if note != "" {
		read.Note = &note
	}
	if written == "" {
		return read, fmt.Errorf("the row has no value")
	}
	number := written
	if decimalComma && !strings.Contains(written, ".") {
		number = strings.Replace(written, ",", ".", 1)
	}
	value, err := strconv.ParseFloat(number, 64)
	if err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
		return read, fmt.Errorf("%q is not a number", written)
	}
	read.Value = value
	return read, nil
}
