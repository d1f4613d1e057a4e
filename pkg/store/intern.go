package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
)

// jsonRows writes the parameter of a statement's {rows}: one row per element, whose fields are w.value ->> 0, 1 ….
func jsonRows(rows [][]any) (string, error) {
	for _, row := range rows {
		clean(row)
	}
	text, err := json.Marshal(rows)
	return string(text), err
}

// intern gives every name its number in a table of names (series or units), adding those that are new.
func (tx *writeTx) intern(ctx context.Context, table string, names map[string]int64) error {
	rows := make([][]any, 0, len(names))
	for name := range names {
		rows = append(rows, []any{name})
	}
	wanted, err := jsonRows(rows)
	if err != nil {
		return err
	}
	err = tx.each(ctx, func(found *sql.Rows) error {
		var name string
		var id int64
		err := found.Scan(&name, &id)
		names[name] = id
		return err
	}, `SELECT n.name, n.id FROM {rows} CROSS JOIN `+table+` n WHERE n.org = ? AND n.name = w.value ->> 0`, wanted, tx.org)
	if err != nil {
		return err
	}
	var added []string
	for name, id := range names {
		if id == 0 {
			added = append(added, name)
		}
	}
	slices.Sort(added)
	first, err := tx.number(ctx, table, "name", added)
	for i, name := range added {
		names[name] = first + int64(i)
	}
	return err
}

// number adds texts to a table that numbers them within the org and returns the number of the first.
func (tx *writeTx) number(ctx context.Context, table, column string, texts []string) (first int64, err error) {
	if len(texts) == 0 {
		return 0, nil
	}
	var last int64
	if err := tx.row(ctx, `SELECT COALESCE(MAX(id), 0) FROM `+table+` WHERE org = ?`, tx.org).Scan(&last); err != nil {
		return 0, err
	}
	return last + 1, tx.insert(ctx, table, []string{"org", "id", column}, len(texts), func(i int, to []any) {
		to[0], to[1], to[2] = tx.org, last+1+int64(i), texts[i]
	})
}
