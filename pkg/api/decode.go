package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// maxBody is the largest request body in bytes; Grafana's plugin protocol carries a little more.
const maxBody = 12 << 20

var errTooLarge = errors.New("the body is larger than 12 MiB: send it in parts")

// params reads query parameters and remembers what is wrong with them.
type params struct {
	values url.Values
	errors []contract.ProblemItem
}

func paramsOf(r *http.Request) (*params, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, badRequest("the query string can't be read: %v", err)
	}
	return &params{values: values}, nil
}

func (p *params) text(name string) string { return strings.TrimSpace(p.values.Get(name)) }

func (p *params) refuse(name, format string, args ...any) {
	p.errors = append(p.errors, contract.ProblemItem{Path: "/query/" + name, Message: fmt.Sprintf(format, args...)})
}

func (p *params) instant(name string) *time.Time {
	text := p.text(name)
	if text == "" {
		return nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		p.refuse(name, "%q is not an ISO 8601 instant such as 2026-03-31T12:00:00Z", text)
		return nil
	}
	if t.Year() < 1000 || t.Year() > 9999 {
		p.refuse(name, "%q is outside the years 1000 to 9999", text)
		return nil
	}
	t = t.UTC()
	return &t
}

// from is where a range begins: an instant, or a day, of which it is the beginning in UTC.
func (p *params) from() *time.Time { return p.bound("from", 0) }

// until is where a range ends: an instant, excluded, or a day, included.
func (p *params) until() *time.Time { return p.bound("to", 1) }

func (p *params) bound(name string, days int) *time.Time {
	day, err := time.Parse(time.DateOnly, p.text(name))
	if err != nil || day.Year() < 1000 {
		return p.instant(name)
	}
	day = day.AddDate(0, 0, days)
	return &day
}

func (p *params) whole(name string, low, high, otherwise int) int {
	text := p.text(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		p.refuse(name, "%q is not a whole number from %d to %d", text, low, high)
		return otherwise
	}
	return n
}

func (p *params) flag(name string) bool {
	text := p.text(name)
	switch strings.ToLower(text) {
	case "", "false", "0":
		return false
	case "true", "1":
		return true
	}
	p.refuse(name, "%q is neither true nor false", text)
	return false
}

func (p *params) oneOf(name string, otherwise string, allowed ...string) string {
	text := p.text(name)
	if text == "" {
		return otherwise
	}
	for _, a := range allowed {
		if text == a {
			return text
		}
	}
	p.refuse(name, "%q is none of %s", text, strings.Join(allowed, ", "))
	return otherwise
}

// frequency is the length of period that is asked for, "" when none is.
func (p *params) frequency() string { return p.oneOf("frequency", "", frequencies()...) }

func frequencies() []string {
	var names []string
	for _, f := range period.Frequencies() {
		names = append(names, string(f))
	}
	return names
}

// dryRunOf reads whether a call is to write nothing.
func dryRunOf(r *http.Request) (bool, error) {
	p, err := paramsOf(r)
	if err != nil {
		return false, err
	}
	return p.flag("dryRun"), p.check()
}

// check gives one error with everything that was refused, or nil.
func (p *params) check() error {
	if len(p.errors) == 0 {
		return nil
	}
	return invalid(p.errors...)
}

func readBody(r *http.Request) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return nil, badRequest("the body can't be read: %v", err)
	}
	if len(body) > maxBody {
		return nil, errTooLarge
	}
	return body, nil
}

// decodeBody reads a JSON body and checks it against the contract's schema of that id.
func decodeBody[T any](r *http.Request, id string) (T, error) {
	var body T
	data, err := readBody(r)
	if err != nil {
		return body, err
	}
	err = resource.ReadBody(data, id, &body)
	return body, err
}

// ifMatch reads the versions that a change is based on, as in `"3"`, or `*` for whichever there is (RFC 9110, 13.1.1); nil when the
// header is missing. A tag that is weak, as proxies make them of what they compress, or without its quotes counts as well; one
// that is none of ours matches no version.
func ifMatch(r *http.Request) *resource.Basis {
	header := strings.TrimSpace(strings.Join(r.Header.Values("If-Match"), ","))
	if header == "" {
		return nil
	}
	basis := resource.Basis{Any: header == "*"}
	for tag := range strings.SplitSeq(header, ",") {
		text := strings.Trim(strings.TrimPrefix(strings.TrimSpace(tag), "W/"), `"`)
		if version, err := strconv.Atoi(text); err == nil && strconv.Itoa(version) == text {
			basis.Versions = append(basis.Versions, version)
		}
	}
	return &basis
}

// etag writes a version as an entity tag.
func etag(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }

// changeCall is a call of the resource engine that changes one resource.
type changeCall func(
	ctx context.Context, f access.Filter, kind, name string, basis *resource.Basis, body resource.Input, options resource.WriteOptions,
) (contract.Resource, error)
