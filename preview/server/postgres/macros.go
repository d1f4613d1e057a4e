package postgres

import (
	"fmt"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/gtime"
	"github.com/grafana/grafana-plugin-sdk-go/data/sqlutil"
)

// macros are the documented macros of Grafana's PostgreSQL data source. The fill argument of $__timeGroup is accepted and ignored.
var macros = sqlutil.Macros{
	"time": withColumn(func(_ *sqlutil.Query, column string) string {
		return column + ` AS "time"`
	}),
	"timeEpoch": withColumn(func(_ *sqlutil.Query, column string) string {
		return fmt.Sprintf(`extract(epoch from %s) as "time"`, column)
	}),
	"timeFilter": withColumn(func(query *sqlutil.Query, column string) string {
		return fmt.Sprintf("%s BETWEEN %s AND %s", column, instant(query.TimeRange.From), instant(query.TimeRange.To))
	}),
	"timeFrom": withoutArguments(func(query *sqlutil.Query) string { return instant(query.TimeRange.From) }),
	"timeTo":   withoutArguments(func(query *sqlutil.Query) string { return instant(query.TimeRange.To) }),
	"timeGroup": func(_ *sqlutil.Query, args []string) (string, error) {
		return timeGroup("floor(extract(epoch from %[1]s)/%[2]v)*%[2]v", args)
	},
	"timeGroupAlias": func(_ *sqlutil.Query, args []string) (string, error) {
		return timeGroup(`floor(extract(epoch from %[1]s)/%[2]v)*%[2]v AS "time"`, args)
	},
	"unixEpochFilter": withColumn(func(query *sqlutil.Query, column string) string {
		return fmt.Sprintf("%[1]s >= %[2]d AND %[1]s <= %[3]d", column, query.TimeRange.From.Unix(), query.TimeRange.To.Unix())
	}),
	"unixEpochFrom": withoutArguments(func(query *sqlutil.Query) string { return fmt.Sprint(query.TimeRange.From.Unix()) }),
	"unixEpochTo":   withoutArguments(func(query *sqlutil.Query) string { return fmt.Sprint(query.TimeRange.To.Unix()) }),
	"unixEpochNanoFilter": withColumn(func(query *sqlutil.Query, column string) string {
		return fmt.Sprintf("%[1]s >= %[2]d AND %[1]s <= %[3]d", column, query.TimeRange.From.UnixNano(), query.TimeRange.To.UnixNano())
	}),
	"unixEpochNanoFrom": withoutArguments(func(query *sqlutil.Query) string { return fmt.Sprint(query.TimeRange.From.UnixNano()) }),
	"unixEpochNanoTo":   withoutArguments(func(query *sqlutil.Query) string { return fmt.Sprint(query.TimeRange.To.UnixNano()) }),
	"unixEpochGroup": func(_ *sqlutil.Query, args []string) (string, error) {
		return timeGroup("floor((%[1]s)/%[2]v)*%[2]v", args)
	},
	"unixEpochGroupAlias": func(_ *sqlutil.Query, args []string) (string, error) {
		return timeGroup(`floor((%[1]s)/%[2]v)*%[2]v AS "time"`, args)
	},
}

func instant(t time.Time) string { return "'" + t.UTC().Format(time.RFC3339Nano) + "'" }

func withColumn(expand func(query *sqlutil.Query, column string) string) sqlutil.MacroFunc {
	return func(query *sqlutil.Query, args []string) (string, error) {
		if len(args) != 1 || args[0] == "" {
			return "", fmt.Errorf("%w: the macro takes one column", sqlutil.ErrorBadArgumentCount)
		}
		return expand(query, args[0]), nil
	}
}

func withoutArguments(expand func(query *sqlutil.Query) string) sqlutil.MacroFunc {
	return func(query *sqlutil.Query, _ []string) (string, error) { return expand(query), nil }
}

func timeGroup(format string, args []string) (string, error) {
	if len(args) < 2 {
		return "", fmt.Errorf("%w: the macro takes a column and an interval", sqlutil.ErrorBadArgumentCount)
	}
	interval, err := gtime.ParseInterval(strings.Trim(args[1], `'"`))
	if err != nil {
		return "", fmt.Errorf("parse the interval %s: %w", args[1], err)
	}
	return fmt.Sprintf(format, args[0], interval.Seconds()), nil
}
