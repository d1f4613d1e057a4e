package api

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/export"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
)

func (s *server) followupRoutes() {
	follow := s.FollowUp
	s.handle("GET", "/register", access.Viewer, reading(registerQuery, follow.Register))
	s.handle("GET", "/governancecharters/{name}/calibration", access.Viewer, reading(calibrationQuery, follow.Calibration))
	s.handle("GET", "/mywork", access.Viewer, reading(moment, follow.MyWork))
	s.handle("POST", "/mywork/seen", access.Viewer, s.markSeen)
	s.handle("GET", "/feedtokens", access.Viewer, reading(nothing, func(ctx context.Context, f access.Filter, _ struct{}) (contract.FeedTokenList, error) {
		return follow.Feeds(ctx, f)
	}))
	s.handle("POST", "/feedtokens", access.Viewer, s.createFeed)
	s.handle("DELETE", "/feedtokens/{id}", access.Viewer, s.revokeFeed)
	s.handle("GET", "/actions/feed.ics", access.Viewer, s.feed)
}

// registerStates are what the parameter state of the register takes, apart from lists of them.
var registerStates = []string{
	"open", "inProgress", "blocked", "done", "cancelled", "decided", "withdrawn", followup.Waiting, followup.Closed,
}

func registerQuery(_ *http.Request, p *params) followup.RegisterQuery {
	return followup.RegisterQuery{
		Moment: moment(nil, p),
		Mine:   p.flag("mine"), Owner: p.text("owner"), States: p.listOf("state", registerStates...),
		Overdue: p.flag("overdue"), Escalated: p.flag("escalated"), Type: p.oneOf("type", "", "action", "decision"),
		Kpi: p.text("kpi"), Objective: p.text("objective"), Review: p.text("review"), Series: p.text("series"),
		Committee: p.text("committee"), Text: p.text("q"), Sort: p.text("sort"),
		Limit: p.whole("limit", 1, followup.MaxRows, 0), Cursor: p.text("cursor"),
	}
}

func calibrationQuery(r *http.Request, p *params) followup.CalibrationQuery {
	return followup.CalibrationQuery{Moment: moment(r, p), Charter: r.PathValue("name")}
}

func moment(_ *http.Request, p *params) followup.Moment {
	return followup.Moment{Now: p.instant("now"), AsOf: p.instant("asOf")}
}

func nothing(*http.Request, *params) struct{} { return struct{}{} }

// listOf reads a list of words, separated by commas.
func (p *params) listOf(name string, allowed ...string) []string {
	var words []string
	for word := range strings.SplitSeq(p.text(name), ",") {
		word = strings.TrimSpace(word)
		if word == "" {
			continue
		}
		if !slices.Contains(allowed, word) {
			p.refuse(name, "%q is none of %s", word, strings.Join(allowed, ", "))
			continue
		}
		words = append(words, word)
	}
	return words
}

func (s *server) markSeen(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	dryRun, err := dryRunOf(r)
	if err != nil {
		return err
	}
	if !dryRun {
		if err := s.FollowUp.MarkSeen(r.Context(), f); err != nil {
			return err
		}
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *server) createFeed(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	var request contract.FeedTokenRequest
	dryRun, err := dryRunOf(r)
	if err != nil {
		return err
	}
	if r.ContentLength != 0 {
		if request, err = decodeBody[contract.FeedTokenRequest](r, "FeedTokenRequest"); err != nil {
			return err
		}
	}
	feed, err := s.FollowUp.CreateFeed(r.Context(), f, request, dryRun)
	if err != nil {
		return err
	}
	if dryRun {
		return writeJSON(w, http.StatusOK, feed)
	}
	return writeJSON(w, http.StatusCreated, feed)
}

func (s *server) revokeFeed(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	dryRun, err := dryRunOf(r)
	if err != nil {
		return err
	}
	if err := s.FollowUp.RevokeFeed(r.Context(), f, r.PathValue("id"), dryRun); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *server) feed(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	calendar, err := s.FollowUp.Feed(r.Context(), f, p.text("token"))
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := export.ICS(&file, calendar); err != nil {
		return err
	}
	w.Header().Set("Content-Type", export.ICSContentType)
	w.Header().Set("Cache-Control", "private, no-cache")
	_, _ = w.Write(file.Bytes())
	return nil
}
