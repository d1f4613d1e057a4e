package postgres

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data/sqlutil"
	"github.com/stretchr/testify/require"
)

func TestMacros(t *testing.T) {
	span := backend.TimeRange{From: time.Unix(1_000_000, 0), To: time.Unix(2_000_000, 500_000_000)}
	for statement, want := range map[string]string{
		"$__timeFilter(at)":                      "at BETWEEN '1970-01-12T13:46:40Z' AND '1970-01-24T03:33:20.5Z'",
		"a >= $__timeFrom() and a < $__timeTo()": "a >= '1970-01-12T13:46:40Z' and a < '1970-01-24T03:33:20.5Z'",
		"$__timeGroup(at, '5m')":                 "floor(extract(epoch from at)/300)*300",
		"$__timeGroupAlias(at, 1d, NULL)":        `floor(extract(epoch from at)/86400)*86400 AS "time"`,
		"$__time(at)":                            `at AS "time"`,
		"$__unixEpochFilter(at)":                 "at >= 1000000 AND at <= 2000000",
		"$__unixEpochFrom()":                     "1000000",
		"$__unixEpochGroup(at, '1h')":            "floor((at)/3600)*3600",
		"$__timeFilter(coalesce(a, b))":          "coalesce(a, b) BETWEEN '1970-01-12T13:46:40Z' AND '1970-01-24T03:33:20.5Z'",
	} {
		got, err := sqlutil.Interpolate(&sqlutil.Query{RawSQL: statement, TimeRange: span}, macros)
		require.NoError(t, err, statement)
		require.Equal(t, want, got, statement)
	}
}

func TestMacrosRefuseWrongArguments(t *testing.T) {
	for _, statement := range []string{"$__timeFilter()", "$__timeGroup(at)", "$__timeGroup(at, 'often')"} {
		_, err := sqlutil.Interpolate(&sqlutil.Query{RawSQL: statement}, macros)
		require.Error(t, err, statement)
	}
}

func TestIntervalVariablesMayStandInsideMacros(t *testing.T) {
	query := backend.DataQuery{
		Interval: time.Minute,
		JSON:     json.RawMessage(`{"rawSql":"$__timeGroup(at, $__interval) $__interval_ms","format":"time_series"}`),
	}
	_, changed := driver{}.MutateQuery(context.Background(), query)
	require.JSONEq(t, `{"rawSql":"$__timeGroup(at, 1m) 60000","format":"timeseries"}`, string(changed.JSON))
}

func TestATimeColumnMayBeComputed(t *testing.T) {
	noon := time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC)
	for name, in := range map[string]any{
		"time":         noon.In(time.FixedZone("", 3600)),
		"seconds":      noon.Unix(),
		"float":        float64(noon.Unix()),
		"numeric":      "1709294400",
		"milliseconds": noon.UnixMilli(),
	} {
		got, err := toTime(&in)
		require.NoError(t, err, name)
		require.Equal(t, noon, *got.(*time.Time), name)
	}
	var missing any
	got, err := toTime(&missing)
	require.NoError(t, err)
	require.Nil(t, got.(*time.Time))
	var text any = "yesterday"
	_, err = toTime(&text)
	require.ErrorContains(t, err, "no time")
}

func TestConnection(t *testing.T) {
	settings := backend.DataSourceInstanceSettings{
		URL: "db.example:6543", User: "reader", DecryptedSecureJSONData: map[string]string{"password": "it's"},
	}
	config, err := connectionConfig(settings, options{Database: "erp", SSLMode: "disable"})
	require.NoError(t, err)
	require.Equal(t, "db.example", config.Host)
	require.EqualValues(t, 6543, config.Port)
	require.Equal(t, "erp", config.Database)
	require.Equal(t, "it's", config.Password)

	_, err = connectionConfig(backend.DataSourceInstanceSettings{}, options{})
	require.ErrorContains(t, err, "no url")
}
