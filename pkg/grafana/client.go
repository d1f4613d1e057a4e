// Package grafana is the client of Grafana's own HTTP API: queries of data sources, people, teams.
package grafana

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// DefaultMaxResponse is the largest answer that is read, in bytes after decompression.
const DefaultMaxResponse = 16 << 20

// Config makes a Client.
type Config struct {
	// Org is the Grafana org that Credentials belong to; 0 means 1.
	Org int64
	// Credentials are those known at start.
	Credentials []Credentials
	// URL, when set, replaces every address that Grafana reports.
	URL string
	// MaxResponse limits an answer in bytes; 0 means DefaultMaxResponse.
	MaxResponse int64
	// HTTP is optional.
	HTTP *http.Client
	// Now is the clock, for how long a status is remembered.
	Now func() time.Time
}

// Client calls Grafana's API with the credentials of each org. It is safe for concurrent use.
type Client struct {
	http        *http.Client
	maxResponse int64
	home        int64
	fixedURL    string
	now         func() time.Time

	mu       sync.Mutex
	byOrg    map[int64]map[string]Credentials
	statuses map[int64]remembered
}

type remembered struct {
	status contract.GrafanaStatus
	at     time.Time
}

// New makes a Client.
func New(config Config) *Client {
	c := &Client{
		http: config.HTTP, maxResponse: config.MaxResponse, home: max(config.Org, 1), fixedURL: config.URL, now: config.Now,
		byOrg: map[int64]map[string]Credentials{}, statuses: map[int64]remembered{},
	}
	if c.maxResponse == 0 {
		c.maxResponse = DefaultMaxResponse
	}
	if c.now == nil {
		c.now = time.Now
	}
	if c.http == nil {
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.MaxIdleConnsPerHost = 32
		c.http = &http.Client{Transport: transport, CheckRedirect: neverRedirect}
	}
	c.Learn(c.home, config.Credentials...)
	return c
}

// neverRedirect keeps the token from going anywhere else.
func neverRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// answer is what Grafana sent back.
type answer struct {
	status int
	body   []byte
}

// call sends one request. The error, a *collection.QueryError, says that there was no complete answer.
func (c *Client) call(ctx context.Context, org int64, method, path string, body any) (answer, error) {
	credentials := c.Credentials(org)
	if credentials.Source == NoCredentials {
		return answer{}, &collection.QueryError{Kind: collection.Unauthorised, Message: noCredentials}
	}
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return answer{}, &collection.QueryError{Kind: collection.BadQuery, Message: err.Error()}
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, strings.TrimRight(credentials.URL, "/")+path, content)
	if err != nil {
		return answer{}, &collection.QueryError{Kind: collection.Transport, Message: "Grafana's address is not usable"}
	}
	request.Header.Set("Authorization", "Bearer "+credentials.Token)
	request.Header.Set("Accept", "application/json")
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	response, err := c.http.Do(request)
	if err != nil {
		return answer{}, onTheWay(ctx, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, c.maxResponse+1))
	if err != nil {
		return answer{}, onTheWay(ctx, err)
	}
	if int64(len(text)) > c.maxResponse {
		return answer{}, &collection.QueryError{Kind: collection.TooLarge, Message: fmt.Sprintf(
			"the answer is larger than the limit of %d MiB: aggregate more in the query, or ask for fewer periods", c.maxResponse>>20)}
	}
	return answer{response.StatusCode, text}, nil
}

const noCredentials = "the plugin has no credentials for Grafana's API in this org: enable managed service accounts, " +
	"or set grafana_url and grafana_token, or save a service account token in the app's settings"

// onTheWay is a failure between the plugin and Grafana. The caller's own cancellation stays what it is.
func onTheWay(ctx context.Context, err error) error {
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return &collection.QueryError{Kind: collection.Timeout, Message: "Grafana did not answer in time"}
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return &collection.QueryError{Kind: collection.Transport, Message: "Grafana can't be reached: " + err.Error()}
}

// get reads a JSON answer of Grafana's API.
func (c *Client) get(ctx context.Context, org int64, path string, into any) error {
	a, err := c.call(ctx, org, http.MethodGet, path, nil)
	if err != nil {
		return err
	}
	if a.status != http.StatusOK {
		return refusal(a)
	}
	if err := json.Unmarshal(a.body, into); err != nil {
		return &collection.QueryError{Kind: collection.Transport, Message: "Grafana's answer can't be read: " + err.Error()}
	}
	return nil
}
