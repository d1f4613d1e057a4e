// Package postgres is a PostgreSQL data source with the query model and macros of Grafana's own, so that a KPI's
// query runs unchanged in the preview and in Grafana.
package postgres

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/gtime"
	"github.com/grafana/grafana-plugin-sdk-go/data/sqlutil"
	"github.com/grafana/sqlds/v5"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// Type is the plugin id of Grafana's PostgreSQL data source, and Alias the one it had before.
const (
	Type  = "grafana-postgresql-datasource"
	Alias = "postgres"
)

// Grafana's defaults for the connection pool.
const (
	defaultMaxOpen         = 100
	defaultMaxIdle         = 100
	defaultLifetimeSeconds = 14400
)

type options struct {
	Database        string `json:"database"`
	SSLMode         string `json:"sslmode"`
	MaxOpenConns    *int   `json:"maxOpenConns"`
	MaxIdleConns    *int   `json:"maxIdleConns"`
	ConnMaxLifetime *int   `json:"connMaxLifetime"`
}

// New returns the data source for the settings. It connects when it is first queried. All queries of a batch run at
// once, each on its own connection, as in Grafana.
func New(ctx context.Context, settings backend.DataSourceInstanceSettings) (*sqlds.SQLDatasource, error) {
	source := sqlds.NewDatasource(driver{})
	if _, err := source.NewDatasource(ctx, settings); err != nil {
		return nil, err
	}
	return source, nil
}

type driver struct{}

func (driver) Connect(_ context.Context, settings backend.DataSourceInstanceSettings, _ json.RawMessage) (*sql.DB, error) {
	var opts options
	if err := json.Unmarshal(settings.JSONData, &opts); err != nil {
		return nil, fmt.Errorf("read the data source's jsonData: %w", err)
	}
	config, err := connectionConfig(settings, opts)
	if err != nil {
		return nil, err
	}
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(valueOr(opts.MaxOpenConns, defaultMaxOpen))
	db.SetMaxIdleConns(valueOr(opts.MaxIdleConns, defaultMaxIdle))
	db.SetConnMaxLifetime(time.Duration(valueOr(opts.ConnMaxLifetime, defaultLifetimeSeconds)) * time.Second)
	return db, nil
}

func connectionConfig(settings backend.DataSourceInstanceSettings, opts options) (*pgx.ConnConfig, error) {
	host, port, err := net.SplitHostPort(settings.URL)
	if err != nil {
		host, port = settings.URL, "5432"
	}
	if host == "" {
		return nil, errors.New("the data source has no url (host:port)")
	}
	database := opts.Database
	if database == "" {
		database = settings.Database
	}
	sslMode := opts.SSLMode
	if sslMode == "" {
		sslMode = "require"
	}
	// Keyword/value form: the password is set on the parsed config, so nothing needs quoting but these three.
	config, err := pgx.ParseConfig(fmt.Sprintf("host='%s' port='%s' sslmode='%s'", host, port, sslMode))
	if err != nil {
		return nil, err
	}
	config.User = settings.User
	config.Database = database
	config.Password = settings.DecryptedSecureJSONData["password"]
	return config, nil
}

func valueOr(value *int, otherwise int) int {
	if value == nil {
		return otherwise
	}
	return *value
}

func (driver) Settings(context.Context, backend.DataSourceInstanceSettings) sqlds.DriverSettings {
	return sqlds.DriverSettings{}
}

func (driver) Macros() sqlds.Macros { return macros }

func (driver) Converters() []sqlutil.Converter { return converters }

// MutateQuery fills in the interval variables, which may stand inside another macro's arguments, and turns the format
// time_series, as Grafana writes it, into the spelling of the SQL library.
func (driver) MutateQuery(ctx context.Context, query backend.DataQuery) (context.Context, backend.DataQuery) {
	var model map[string]any
	if json.Unmarshal(query.JSON, &model) != nil {
		return ctx, query // the data source itself reports what can't be read
	}
	if model["format"] == "time_series" {
		model["format"] = "timeseries"
	}
	if statement, ok := model["rawSql"].(string); ok {
		model["rawSql"] = strings.NewReplacer(
			"$__interval_ms", strconv.FormatInt(query.Interval.Milliseconds(), 10),
			"$__interval", gtime.FormatInterval(query.Interval),
		).Replace(statement)
	}
	if encoded, err := json.Marshal(model); err == nil {
		query.JSON = encoded
	}
	return ctx, query
}

// MutateQueryError shows the database's own message, as Grafana does, and says that the fault is the database's.
func (driver) MutateQueryError(err error) backend.ErrorWithSource {
	var fromDatabase *pgconn.PgError
	if errors.As(err, &fromDatabase) {
		err = fmt.Errorf("db query error: %w", fromDatabase)
	}
	return backend.NewErrorWithSource(err, backend.ErrorSourceDownstream)
}
