package grafana

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
)

// refusal turns an answer without results into an error with its kind.
func refusal(a answer) error {
	var body struct {
		Message string `json:"message"`
		Error   string `json:"error"`
	}
	message := ""
	if json.Unmarshal(a.body, &body) == nil {
		message = strings.TrimSpace(strings.Join([]string{body.Message, body.Error}, " "))
	}
	if message == "" {
		message = http.StatusText(a.status)
	}
	kind := kindOfText(message)
	switch {
	case kind != "":
	case a.status == http.StatusUnauthorized, a.status == http.StatusForbidden:
		kind = collection.Unauthorised
	case a.status == http.StatusNotFound:
		kind = collection.NotFound
	case a.status == http.StatusTooManyRequests:
		kind = collection.Busy
	case a.status == http.StatusRequestTimeout:
		kind = collection.Timeout
	case a.status >= 500:
		kind = collection.Transport
	default:
		kind = collection.BadQuery
	}
	return &collection.QueryError{Kind: kind, Message: fmt.Sprintf("Grafana answered %d: %s", a.status, message)}
}

// resultError is the error of one query of a call.
func resultError(status int, message string) error {
	kind := kindOfText(message)
	switch {
	case kind != "":
	case status == http.StatusTooManyRequests:
		kind = collection.Busy
	case status == http.StatusRequestTimeout, status == http.StatusGatewayTimeout:
		kind = collection.Timeout
	case status == http.StatusBadGateway, status == http.StatusServiceUnavailable:
		kind = collection.Transport
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		kind = collection.Unauthorised
	case status == http.StatusNotFound:
		kind = collection.NotFound
	default:
		kind = collection.BadQuery
	}
	return &collection.QueryError{Kind: kind, Message: message}
}

// texts says by which words of databases and drivers a kind is known, the first match decides. Grafana's status codes don't
// tell them apart: its SQL data sources answer 400 or 500 for all of them.
var texts = []struct {
	kind  collection.ErrorKind
	words *regexp.Regexp
}{
	{collection.Busy, regexp.MustCompile(`(?i)too many (connections|clients)|connection slots are reserved|\b53300\b|` +
		`connection pool (has been |is )?exhausted|ORA-12516|ORA-12519|ORA-00020|max_user_connections`)},
	{collection.BadQuery, regexp.MustCompile(`(?i)password authentication failed|authentication failed|access denied for user|` +
		`login failed|database "[^"]*" does not exist|unknown database`)},
	{collection.Timeout, regexp.MustCompile(`(?i)deadline exceeded|statement timeout|query timeout|execution timeout|` +
		`maximum statement execution time|max_execution_time|client\.timeout exceeded`)},
	{collection.NotFound, regexp.MustCompile(`(?i)data ?source\b.{0,200}\bnot found`)},
	{collection.Transport, regexp.MustCompile(`(?i)connection refused|connection reset|no such host|broken pipe|unexpected eof|` +
		`\beof$|network is unreachable|no route to host|i/o timeout|bad connection|server closed the connection|` +
		`context canceled|the database system is (starting up|shutting down|in recovery)|terminating connection|` +
		`failed to connect|plugin unavailable|plugin\.unavailable`)},
}

func kindOfText(message string) collection.ErrorKind {
	for _, t := range texts {
		if t.words.MatchString(message) {
			return t.kind
		}
	}
	return ""
}
