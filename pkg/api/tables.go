package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const (
	csvType  = "text/csv"
	xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// writeTables answers an export for people: documents is a JSON array.
func writeTables(w http.ResponseWriter, documents []byte, format string) error {
	var read []export.Document
	decoder := json.NewDecoder(bytes.NewReader(documents))
	decoder.UseNumber()
	if err := decoder.Decode(&read); err != nil {
		return fmt.Errorf("read the export: %w", err)
	}
	sheets, err := export.Sheets(read)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if format == "xlsx" {
		if err := export.WriteXLSX(&file, sheets); err != nil {
			return err
		}
		return writeRaw(w, xlsxType, file.Bytes())
	}
	if len(sheets) > 1 {
		return invalid(contract.ProblemItem{Path: "/query/kinds", Message: "CSV holds one kind: say which, or take xlsx"})
	}
	for _, sheet := range sheets {
		if err := export.WriteCSV(&file, sheet); err != nil {
			return err
		}
	}
	return writeRaw(w, csvType, file.Bytes())
}

// readTables reads the sheets of a body; kind names what the rows of a CSV are.
func readTables(r *http.Request, kind string) ([]export.Sheet, error) {
	body, err := readBody(r)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(r.Header.Get("Content-Type"), xlsxType) || bytes.HasPrefix(body, []byte("PK\x03\x04")) {
		sheets, err := export.ReadXLSX(body)
		if err != nil {
			return nil, badRequest("%v", err)
		}
		return sheets, nil
	}
	sheet, err := export.ReadCSV(body, kind)
	if err != nil {
		return nil, badRequest("%v", err)
	}
	return []export.Sheet{sheet}, nil
}

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
	result := contract.ImportResult{Rows: []contract.ImportRow{}}
	for _, problem := range problems {
		result.Rows = append(result.Rows, contract.ImportRow{
			Sheet: problem.Place.Sheet, Row: int64(problem.Place.Row), Outcome: "refused",
			Errors: []contract.ProblemItem{{Message: problem.Message}},
		})
	}
	// A row that can't be read stops the import, but not the report on the others.
	options.DryRun = options.DryRun || len(problems) > 0
	result.DryRun = options.DryRun
	rows, err := s.importDocuments(r, f, documents, places, options)
	if err != nil {
		return err
	}
	result.Rows = append(result.Rows, rows...)
	return writeJSON(w, http.StatusOK, result)
}

// importDocuments applies documents and tells what became of each.
func (s *server) importDocuments(
	r *http.Request, f access.Filter, documents []export.Document, places []export.Place, options resource.ApplyOptions,
) ([]contract.ImportRow, error) {
	encoded, err := json.Marshal(documents)
	if err != nil {
		return nil, err
	}
	applied, err := s.Resources.Apply(r.Context(), f, resource.Input{Data: encoded, Format: resource.JSON}, options)
	var refused *resource.InvalidError
	if err != nil && !errors.As(err, &refused) {
		return nil, err
	}
	outcomes := map[contract.Ref]string{}
	for _, ref := range applied.Created {
		outcomes[ref] = "created"
	}
	for _, changed := range applied.Changed {
		outcomes[changed.Ref] = "changed"
	}
	rows := make([]contract.ImportRow, len(documents))
	for i, d := range documents {
		ref := contract.Ref{Kind: d.Kind, Name: d.Metadata.Name}
		rows[i] = contract.ImportRow{
			Sheet: places[i].Sheet, Row: int64(places[i].Row), Ref: &ref, Outcome: "unchanged", Errors: []contract.ProblemItem{},
		}
		if outcome, ok := outcomes[ref]; ok {
			rows[i].Outcome = outcome
		}
		if refused != nil {
			rows[i].Outcome = "refused"
			for _, problem := range refused.Problems {
				if problem.Resource != nil && *problem.Resource == ref {
					rows[i].Errors = append(rows[i].Errors, problem)
				}
			}
		}
	}
	return rows, nil
}
