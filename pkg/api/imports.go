package api

import (
	"cmp"
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Outcomes of an imported row.
const (
	rowCreated   = "created"
	rowChanged   = "changed"
	rowUnchanged = "unchanged"
	rowRefused   = "refused"
)

func (s *server) importTables(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	options := resource.ApplyOptions{WriteOptions: resource.WriteOptions{
		DryRun: p.text("dryRun") == "" || p.flag("dryRun"),
		Reason: r.Header.Get("X-Change-Reason"),
		Source: changeSource(r),
	}}
	if err := p.check(); err != nil {
		return err
	}
	sheets, err := readTables(r, p.text("kind"))
	if err != nil {
		return err
	}
	documents, places, problems := export.Documents(sheets)
	result := contract.ImportResult{DryRun: options.DryRun, Rows: []contract.ImportRow{}}
	for _, problem := range problems {
		result.Rows = append(result.Rows, contract.ImportRow{
			Sheet: problem.Place.Sheet, Row: int64(problem.Place.Row), Outcome: rowRefused,
			Errors: []contract.ProblemItem{{Message: problem.Message}},
		})
	}
	rows, err := s.importDocuments(r, f, documents, places, options)
	if err != nil {
		return err
	}
	result.Rows = append(result.Rows, rows...)
	order := map[string]int{}
	for i, sheet := range sheets {
		order[sheet.Kind] = i
	}
	slices.SortStableFunc(result.Rows, func(a, b contract.ImportRow) int {
		return cmp.Or(cmp.Compare(order[a.Sheet], order[b.Sheet]), cmp.Compare(a.Row, b.Row))
	})
	return writeJSON(w, http.StatusOK, result)
}

// importDocuments applies the sound documents in one transaction and tells what became of each. What is wrong with a row, or with
// one that it refers to, refuses that row only.
func (s *server) importDocuments(
	r *http.Request, f access.Filter, documents []export.Document, places []export.Place, options resource.ApplyOptions,
) ([]contract.ImportRow, error) {
	rows := make([]contract.ImportRow, len(documents))
	known := map[contract.Ref]bool{}
	var left []int
	for i, d := range documents {
		ref := contract.Ref{Kind: d.Kind, Name: d.Metadata.Name}
		rows[i] = contract.ImportRow{
			Sheet: places[i].Sheet, Row: int64(places[i].Row), Ref: &ref, Outcome: rowRefused, Errors: []contract.ProblemItem{},
		}
		if known[ref] {
			rows[i].Errors = []contract.ProblemItem{{Path: "/metadata/name", Message: "a row above has this name already", Resource: &ref}}
			continue
		}
		known[ref] = true
		left = append(left, i)
	}
	for len(left) > 0 {
		applied, err := s.applyRows(r, f, documents, left, options)
		if err == nil {
			tellOutcomes(rows, left, applied)
			return rows, nil
		}
		problems := problemsOfRows(err)
		if len(problems) == 0 {
			return nil, err
		}
		left = refuseRows(rows, left, problems)
	}
	return rows, nil
}

func (s *server) applyRows(r *http.Request, f access.Filter, documents []export.Document, rows []int, options resource.ApplyOptions) (contract.ApplyResult, error) {
	chosen := make([]export.Document, len(rows))
	for i, row := range rows {
		chosen[i] = documents[row]
	}
	encoded, err := json.Marshal(chosen)
	if err != nil {
		return contract.ApplyResult{}, err
	}
	return s.Resources.Apply(r.Context(), f, resource.Input{Data: encoded, Format: resource.JSON}, options)
}

func tellOutcomes(rows []contract.ImportRow, applied []int, result contract.ApplyResult) {
	outcomes := map[contract.Ref]string{}
	for _, ref := range result.Created {
		outcomes[ref] = rowCreated
	}
	for _, changed := range result.Changed {
		outcomes[changed.Ref] = rowChanged
	}
	for _, i := range applied {
		rows[i].Outcome = rowUnchanged
		if outcome, ok := outcomes[*rows[i].Ref]; ok {
			rows[i].Outcome = outcome
		}
	}
}

// problemsOfRows are those that say which resource they are about, without their places in the JSON that the rows were made into.
func problemsOfRows(err error) []contract.ProblemItem {
	var found []contract.ProblemItem
	var invalid *resource.InvalidError
	var conflict *resource.ConflictError
	switch {
	case errors.As(err, &invalid):
		found = invalid.Problems
	case errors.As(err, &conflict):
		found = conflict.Problems
	}
	var problems []contract.ProblemItem
	for _, problem := range found {
		if problem.Resource != nil {
			problem.Line, problem.Column = nil, nil
			problems = append(problems, problem)
		}
	}
	return problems
}

// refuseRows gives the problems to the rows that they are about and returns the others. Problems of a resource that no row is about
// are all rows' own: any of them may be behind it.
func refuseRows(rows []contract.ImportRow, tried []int, problems []contract.ProblemItem) (left []int) {
	byRef := map[contract.Ref][]contract.ProblemItem{}
	for _, problem := range problems {
		byRef[*problem.Resource] = append(byRef[*problem.Resource], problem)
	}
	for _, i := range tried {
		if own := byRef[*rows[i].Ref]; len(own) > 0 {
			rows[i].Errors = own
		} else {
			left = append(left, i)
		}
	}
	if len(left) < len(tried) {
		return left
	}
	for _, i := range tried {
		rows[i].Errors = problems
	}
	return nil
}
