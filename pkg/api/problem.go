package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// requestError is a fault of the request that a handler finds itself.
type requestError struct {
	status int
	detail string
	items  []contract.ProblemItem
}

func (e *requestError) Error() string { return e.detail }

func badRequest(format string, args ...any) error {
	return &requestError{status: http.StatusBadRequest, detail: fmt.Sprintf(format, args...)}
}

func notFound(format string, args ...any) error {
	return &requestError{status: http.StatusNotFound, detail: fmt.Sprintf(format, args...)}
}

func invalid(items ...contract.ProblemItem) error {
	return &requestError{status: http.StatusUnprocessableEntity, detail: summary(items), items: items}
}

// inBody places what is wrong with the fields of a request in its body; without it they are parameters of the query.
func inBody(err error) error {
	var one *evaluate.InvalidError
	all := evaluate.InvalidErrors{}
	if errors.As(err, &one) {
		all = evaluate.InvalidErrors{one}
	} else if !errors.As(err, &all) {
		return err
	}
	items := make([]contract.ProblemItem, len(all))
	for i, e := range all {
		items[i] = contract.ProblemItem{Path: "/" + e.Field, Message: e.Message}
	}
	return invalid(items...)
}

func summary(items []contract.ProblemItem) string {
	if len(items) == 1 {
		return items[0].Message
	}
	return fmt.Sprintf("%d problems", len(items))
}

// problemOf says how an error is answered. Whatever it doesn't know is the server's own fault.
func problemOf(err error) contract.Problem {
	var (
		request       *requestError
		parse         *resource.ParseError
		tooLarge      *resource.TooLargeError
		content       *resource.InvalidError
		conflict      *resource.ConflictError
		stale         *resource.StaleError
		unknown       *evaluate.NotFoundError
		missing       *report.MissingError
		invalidMetric *evaluate.InvalidError
	)
	switch {
	case errors.As(err, &request):
		return problem(request.status, request.detail, request.items...)
	case errors.Is(err, errTooLarge):
		return problem(http.StatusRequestEntityTooLarge, err.Error())
	case errors.As(err, &tooLarge):
		return problem(http.StatusRequestEntityTooLarge, tooLarge.Message)
	case errors.As(err, &parse):
		return problem(http.StatusBadRequest, parse.Error(), parse.Item())
	case errors.As(err, &content):
		return problem(http.StatusUnprocessableEntity, content.Error(), content.Problems...)
	case errors.As(err, &invalidMetric):
		item := contract.ProblemItem{Path: "/query/" + invalidMetric.Field, Message: invalidMetric.Message}
		return problem(http.StatusUnprocessableEntity, invalidMetric.Message, item)
	case errors.As(err, &conflict):
		p := problem(http.StatusConflict, conflict.Detail, conflict.Problems...)
		p.Referrers = conflict.Referrers
		return p
	case errors.As(err, &stale):
		p := problem(http.StatusPreconditionFailed, stale.Error())
		p.Current = stale.Current
		return p
	case errors.Is(err, resource.ErrPreconditionRequired):
		return problem(http.StatusPreconditionRequired, resource.ErrPreconditionRequired.Error())
	case errors.As(err, &unknown):
		return problem(http.StatusNotFound, unknown.Error())
	case errors.As(err, &missing):
		return problem(http.StatusNotFound, missing.Error())
	case errors.Is(err, report.ErrNotFinished):
		return problem(http.StatusConflict, "The files are not ready: the batch is not finished, or it failed.")
	case errors.Is(err, resource.ErrNotFound):
		return problem(http.StatusNotFound, "There is no such resource, or you may not see it.")
	case errors.Is(err, resource.ErrUnavailable):
		return problem(http.StatusServiceUnavailable, storeUnavailable)
	case errors.Is(err, access.ErrUnauthenticated):
		return problem(http.StatusUnauthorized, "Sign in to Grafana first.")
	case errors.Is(err, access.ErrForbidden):
		return problem(http.StatusForbidden, err.Error())
	}
	return problem(http.StatusInternalServerError, "The server failed; its log says why.")
}

// storeUnavailable names no cause, which may hold addresses and paths: health and log, for administrators, do.
const storeUnavailable = "The store of the scorecards can't be reached or written just now: try again soon. " +
	"The app's health says why."

func problem(status int, detail string, items ...contract.ProblemItem) contract.Problem {
	return contract.Problem{
		Type:   "about:blank",
		Title:  http.StatusText(status),
		Status: int64(status),
		Detail: &detail,
		Errors: items,
	}
}

func writeProblem(w http.ResponseWriter, r *http.Request, err error) {
	p := problemOf(err)
	if p.Status >= 500 {
		slog.ErrorContext(r.Context(), "request failed", "method", r.Method, "path", r.URL.Path, "error", err)
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(int(p.Status))
	_ = json.NewEncoder(w).Encode(p)
}
