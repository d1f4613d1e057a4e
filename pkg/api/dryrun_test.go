package api_test

import (
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

func TestFeedsOfADryRunAreNotMade(t *testing.T) {
	s := followed(t).called("anna", access.Viewer)
	var planned, made contract.FeedToken
	s.must(200, "POST", "/feedtokens?dryRun=true", object{"title": "Phone"}).into(t, &planned)
	if planned.Token != nil || planned.Path != nil || planned.Title == nil || *planned.Title != "Phone" {
		t.Errorf("a dry run gives %+v, which must be the feed without a token", planned)
	}
	var list contract.FeedTokenList
	if s.must(200, "GET", "/feedtokens", nil).into(t, &list); len(list.Items) != 0 {
		t.Errorf("a dry run made %+v", list.Items)
	}

	s.must(201, "POST", "/feedtokens", nil).into(t, &made)
	s.must(204, "DELETE", "/feedtokens/"+made.ID+"?dryRun=true", nil)
	s.must(404, "DELETE", "/feedtokens/"+planned.ID+"?dryRun=true", nil)
	s.must(200, "GET", *made.Path, nil)
	s.called("ben", access.Viewer).must(404, "DELETE", "/feedtokens/"+made.ID+"?dryRun=true", nil)
	s.must(422, "POST", "/feedtokens?dryRun=perhaps", nil)
}

func TestSeeingWorkInADryRunIsNotNoted(t *testing.T) {
	s := followed(t).called("anna", access.Viewer)
	s.must(204, "POST", "/mywork/seen?dryRun=true", nil)
	var work contract.MyWork
	if s.must(200, "GET", "/mywork", nil).into(t, &work); work.SeenAt != nil {
		t.Errorf("a dry run noted %s", *work.SeenAt)
	}
}

func TestRunsOfADryRunAreNotStarted(t *testing.T) {
	s := followed(t).called("editor", access.Editor)
	var run contract.Run
	request := object{"from": "2026-01", "to": "2026-02"}
	s.must(200, "POST", "/collections?dryRun=true", request).into(t, &run)
	s.must(404, "GET", "/collections/"+run.ID, nil)
	s.must(422, "POST", "/collections?dryRun=true", object{"kpis": []any{"nowhere"}})

	s.must(202, "POST", "/collections", request).into(t, &run)
	s.must(200, "DELETE", "/collections/"+run.ID+"?dryRun=true", nil)
	s.called("viewer", access.Viewer).must(403, "DELETE", "/collections/"+run.ID+"?dryRun=true", nil)
}
