package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
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
