package collection

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Query is one question to a data source.
type Query struct {
	// Model is the data source's own query model, a JSON object without refId and datasource.
	Model json.RawMessage
}

// Answer is what one query of a call gave: frames, or an error that concerns this query alone.
type Answer struct {
	Frames data.Frames
	Err    error
}

// Querier asks Grafana's data sources. pkg/grafana implements it.
type Querier interface {
	// Query sends the queries to one data source in one call, for the range from … to, both included, and returns an answer
	// for each, in their order. An error concerns the whole call. Errors are *QueryError where their kind is known.
	// The caller's deadline is the timeout.
	Query(ctx context.Context, org int64, datasource contract.DatasourceRef, from, to time.Time, queries []Query) ([]Answer, error)
}

// ErrorKind says what may be done about a failed query.
type ErrorKind string

// The kinds of failed queries.
const (
	// BadQuery is refused by the data source: asking again gives the same.
	BadQuery ErrorKind = "badQuery"
	// Transport failed on the way: asking again may help.
	Transport ErrorKind = "transport"
	// Busy has used up the database's connections: ask again later.
	Busy ErrorKind = "busy"
	// Timeout had no answer in time.
	Timeout ErrorKind = "timeout"
	// TooLarge is an answer above the size limit: ask for fewer periods.
	TooLarge ErrorKind = "tooLarge"
	// NotFound names a data source that Grafana doesn't have.
	NotFound ErrorKind = "notFound"
	// Unauthorised says that Grafana refuses the plugin's credentials, or that there are none.
	Unauthorised ErrorKind = "unauthorised"
)

// QueryError is a failed query with its kind. Message is for people and holds no secret.
type QueryError struct {
	Kind    ErrorKind
	Message string
}

// Error is the message.
func (e *QueryError) Error() string { return e.Message }

// kindOf is the kind of an error; one that doesn't say is a failure on the way.
func kindOf(err error) ErrorKind {
	var q *QueryError
	switch {
	case errors.As(err, &q):
		return q.Kind
	case errors.Is(err, context.DeadlineExceeded):
		return Timeout
	}
	return Transport
}

// digest is the SHA-256, in hex, of a query as it is sent: data source, model and range in milliseconds, without refId.
// Equal queries have equal digests. model is JSON with sorted keys.
func digest(datasource contract.DatasourceRef, model []byte, from, to time.Time) string {
	sum := sha256.New()
	fmt.Fprintf(sum, `{"datasource":{"type":%q,"uid":%q},"from":%d,"query":%s,"to":%d}`,
		optional(datasource.Type), datasource.Uid, from.UnixMilli(), model, to.UnixMilli())
	return hex.EncodeToString(sum.Sum(nil))
}
