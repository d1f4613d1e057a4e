package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// Limits of what is read; an XLSX file is an archive, and a small one can hold a large sheet.
const (
	maxRows     = 20_000
	maxColumns  = 500
	maxUnzipped = 100 << 20
)

// WriteCSV writes one sheet.
func WriteCSV(w io.Writer, sheet Sheet) error {
	writer := csv.NewWriter(w)
	if err := writer.WriteAll(sheet.Rows); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// ReadCSV reads one sheet; kind names what its rows are. Rows may be of different lengths. Columns are separated by what the
// header has: commas, or semicolons or tabs, which spreadsheets write where numbers have a decimal comma.
func ReadCSV(data []byte, kind string) (Sheet, error) {
	data, err := utf8Of(data)
	if err != nil {
		return Sheet{}, fmt.Errorf("CSV: %w", err)
	}
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord = -1
	reader.Comma = delimiterOf(data)
	sheet := Sheet{Kind: kind, DecimalComma: reader.Comma != ','}
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return sheet, nil
		}
		if err != nil {
			return Sheet{}, fmt.Errorf("CSV: %w", err)
		}
		if err := limits(len(sheet.Rows), len(row)); err != nil {
			return Sheet{}, err
		}
		sheet.Rows = append(sheet.Rows, row)
	}
}

// WriteXLSX writes a workbook with a sheet per kind.
func WriteXLSX(w io.Writer, sheets []Sheet) error {
	book := excelize.NewFile()
	defer book.Close()
	for i, sheet := range sheets {
		if _, err := book.NewSheet(sheet.Kind); err != nil {
			return fmt.Errorf("write XLSX: %w", err)
		}
		if i == 0 {
			if err := book.DeleteSheet("Sheet1"); err != nil {
				return fmt.Errorf("write XLSX: %w", err)
			}
		}
		for r, row := range sheet.Rows {
			cell, err := excelize.CoordinatesToCellName(1, r+1)
			if err == nil {
				// As text throughout: a spreadsheet must not make a date of 1997-01.
				err = book.SetSheetRow(sheet.Kind, cell, &row)
			}
			if err != nil {
				return fmt.Errorf("write XLSX: %w", err)
			}
		}
		frozen := excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}
		if err := book.SetPanes(sheet.Kind, &frozen); err != nil {
			return fmt.Errorf("write XLSX: %w", err)
		}
	}
	return book.Write(w)
}

// ReadXLSX reads every sheet of a workbook; a sheet's name is its kind.
func ReadXLSX(data []byte) ([]Sheet, error) {
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped, RawCellValue: true,
	})
	if err != nil {
		return nil, fmt.Errorf("XLSX: %w", err)
	}
	defer book.Close()
	var sheets []Sheet
	for _, name := range book.GetSheetList() {
		sheet, err := readSheet(book, name)
		if err != nil {
			return nil, fmt.Errorf("XLSX: sheet %s: %w", name, err)
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

func readSheet(book *excelize.File, name string) (Sheet, error) {
	sheet := Sheet{Kind: name}
	rows, err := book.Rows(name)
	if err != nil {
		return sheet, err
	}
	defer rows.Close()
	for rows.Next() {
		row, err := rows.Columns()
		if err != nil {
			return sheet, err
		}
		if err := limits(len(sheet.Rows), len(row)); err != nil {
			return sheet, err
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet, rows.Error()
}

func limits(rows, columns int) error {
	if rows >= maxRows || columns > maxColumns {
		return fmt.Errorf("more than %d rows or %d columns: send it in parts", maxRows, maxColumns)
	}
	return nil
}
