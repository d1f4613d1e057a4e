package grafana

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	jsoniter "github.com/json-iterator/go"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

var _ collection.Querier = (*Client)(nil)

// Query implements collection.Querier with one call of POST /api/ds/query.
func (c *Client) Query(
	ctx context.Context, org int64, datasource contract.DatasourceRef, from, to time.Time, queries []collection.Query,
) ([]collection.Answer, error) {
	models := make([]json.RawMessage, len(queries))
	for i, q := range queries {
		var err error
		if models[i], err = addressed(q.Model, refID(i), datasource); err != nil {
			return nil, &collection.QueryError{Kind: collection.BadQuery, Message: err.Error()}
		}
	}
	a, err := c.call(ctx, org, http.MethodPost, "/api/ds/query", map[string]any{
		"from":    strconv.FormatInt(from.UnixMilli(), 10),
		"to":      strconv.FormatInt(to.UnixMilli(), 10),
		"queries": models,
	})
	if err != nil {
		return nil, err
	}
	results, err := readResults(a.body)
	if err != nil {
		return nil, err
	}
	if results == nil { // Grafana answers 400 when any query failed, with the results of all beside it
		err := refusal(a)
		if q, ok := err.(*collection.QueryError); ok && q.Kind == collection.NotFound {
			q.Message = fmt.Sprintf("Grafana has no data source %q (%s)", datasource.Uid, q.Message)
		}
		return nil, err
	}
	answers := make([]collection.Answer, len(queries))
	for i := range answers {
		result, ok := results[refID(i)]
		switch {
		case !ok:
			answers[i].Err = &collection.QueryError{Kind: collection.BadQuery, Message: "Grafana's answer has no result for the query"}
		case result.Error != "":
			answers[i].Err = resultError(result.Status, result.Error)
		default:
			answers[i].Frames, answers[i].Err = result.Frames, cutOff(result.Frames)
		}
	}
	return answers, nil
}

// addressed puts into a query model, a JSON object, what it is called in its call and which data source it goes to.
func addressed(model json.RawMessage, refID string, datasource contract.DatasourceRef) (json.RawMessage, error) {
	address, err := json.Marshal(struct {
		Datasource contract.DatasourceRef `json:"datasource"`
		RefID      string                 `json:"refId"`
	}{datasource, refID})
	if err != nil || len(model) <= len("{}") {
		return address, err
	}
	return slices.Concat(address[:len(address)-1], []byte(","), model[1:]), nil
}

// limited are the words with which Grafana's SQL data sources say that they left rows out.
var limited = regexp.MustCompile(`(?i)results have been limited|row limit was reached`)

// cutOff is the error for frames from which the data source left rows out: what is left would pass for everything.
func cutOff(frames data.Frames) error {
	for _, frame := range frames {
		if frame.Meta == nil {
			continue
		}
		for _, notice := range frame.Meta.Notices {
			if limited.MatchString(notice.Text) {
				return &collection.QueryError{Kind: collection.TooLarge, Message: "the data source left rows out: " + notice.Text}
			}
		}
	}
	return nil
}

// refID names the queries of a call A, B … Z, AA …
func refID(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// result is the answer to one query.
type result struct {
	Status int           `json:"status"`
	Error  string        `json:"error"`
	Frames []*data.Frame `json:"frames"`
}

// readResults reads the results by refId; nil when the body has none. Frames are checked: all columns of one have the same
// length.
func readResults(body []byte) (results map[string]result, err error) {
	defer func() { // the SDK's frame decoder panics on some malformed frames
		if fault := recover(); fault != nil {
			results, err = nil, unreadable(fmt.Errorf("%v", fault))
		}
	}()
	var envelope struct {
		Results map[string]result `json:"results"`
	}
	// The library for which the SDK's frames have a decoder reads them in one pass; encoding/json would read them three times.
	if err := jsoniter.ConfigCompatibleWithStandardLibrary.Unmarshal(body, &envelope); err != nil {
		if json.Valid(body) {
			return nil, unreadable(err)
		}
		return nil, nil // such as the HTML of a proxy: the status says what happened
	}
	for _, r := range envelope.Results {
		for _, frame := range r.Frames {
			if frame == nil {
				return nil, unreadable(fmt.Errorf("a frame is null"))
			}
			if _, err := frame.RowLen(); err != nil {
				return nil, unreadable(err)
			}
		}
	}
	return envelope.Results, nil
}

func unreadable(err error) error {
	return &collection.QueryError{Kind: collection.BadQuery, Message: "the frames in Grafana's answer can't be read: " + err.Error()}
}
