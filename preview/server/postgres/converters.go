package postgres

import (
	"database/sql"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/data/sqlutil"
)

// converters say how columns become fields. A column called "time" is a time even when the query computed it as
// seconds since 1970; every kind of number is a number that a panel can draw.
var converters = append([]sqlutil.Converter{{
	Name:            "time column",
	InputColumnName: "time",
	InputScanType:   reflect.TypeFor[any](),
	FrameConverter:  sqlutil.FrameConverter{FieldType: data.FieldTypeNullableTime, ConverterFunc: toTime},
}}, numeric("NUMERIC", "INT2", "INT4", "INT8", "FLOAT4", "FLOAT8")...)

func numeric(types ...string) []sqlutil.Converter {
	all := make([]sqlutil.Converter, len(types))
	for i, name := range types {
		all[i] = sqlutil.Converter{
			Name:           name,
			InputTypeName:  name,
			InputScanType:  reflect.TypeFor[sql.NullFloat64](),
			FrameConverter: sqlutil.FrameConverter{FieldType: data.FieldTypeNullableFloat64, ConverterFunc: toFloat},
		}
	}
	return all
}

func toFloat(in any) (any, error) {
	scanned := in.(*sql.NullFloat64)
	if !scanned.Valid {
		return (*float64)(nil), nil
	}
	value := scanned.Float64
	return &value, nil
}

func toTime(in any) (any, error) {
	switch value := (*in.(*any)).(type) {
	case nil:
		return (*time.Time)(nil), nil
	case time.Time:
		utc := value.UTC()
		return &utc, nil
	case int64:
		return epoch(float64(value)), nil
	case float64:
		return epoch(value), nil
	case string: // numeric
		seconds, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("column \"time\" holds %q, which is no time", value)
		}
		return epoch(seconds), nil
	default:
		return nil, fmt.Errorf("column \"time\" holds a %T, which is no time", value)
	}
}

// epoch reads seconds, or, for numbers too large to be seconds, milliseconds since 1970.
func epoch(value float64) *time.Time {
	const largestSeconds = 1e11
	if math.Abs(value) >= largestSeconds {
		value /= 1000
	}
	t := time.UnixMilli(int64(math.Round(value * 1000))).UTC()
	return &t
}
