package report

import (
	"slices"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func section(filled bool, gap string) contract.ReportSectionContent {
	s := contract.ReportSectionContent{Filled: filled}
	if gap != "" {
		s.Gap = &contract.Reason{Code: gap}
	}
	return s
}

func TestComparability(t *testing.T) {
	full, empty, partial := section(true, ""), section(false, ""), section(true, sentence.CodeNotMeasured)
	for name, c := range map[string]struct {
		units [][]contract.ReportSectionContent
		want  float64
	}{
		"one unit":                 {[][]contract.ReportSectionContent{{full, empty}}, 1},
		"all alike":                {[][]contract.ReportSectionContent{{full, empty}, {full, empty}}, 1},
		"one of two differs":       {[][]contract.ReportSectionContent{{full, full}, {full, empty}}, 0.5},
		"a gap differs, too":       {[][]contract.ReportSectionContent{{full, full}, {partial, full}, {full, full}}, 0.5},
		"the third unit differs":   {[][]contract.ReportSectionContent{{full}, {full}, {empty}}, 0},
		"another kind of gap does": {[][]contract.ReportSectionContent{{partial}, {section(true, sentence.CodeNoRecoveryPlan)}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := comparability(c.units); got == nil || *got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
	if got := comparability(nil); got != nil {
		t.Errorf("%v without units", *got)
	}
}

func TestLastEndedPeriod(t *testing.T) {
	march := contract.Period{ID: "2026-03", Start: "2026-03-01T00:00:00Z", End: "2026-04-01T00:00:00Z"}
	april := contract.Period{ID: "2026-04", Start: "2026-04-01T00:00:00Z", End: "2026-05-01T00:00:00Z"}
	for at, want := range map[string]string{"2026-04-20T09:00:00Z": "2026-03", "2026-05-01T00:00:00Z": "2026-04"} {
		instant, _ := time.Parse(time.RFC3339, at)
		if got, err := lastEnded([]contract.Period{march, april}, instant); got != want || err != nil {
			t.Errorf("%s: %s, %v", at, got, err)
		}
	}
	if _, err := lastEnded([]contract.Period{april}, nine); err == nil {
		t.Error("a period that has not ended is under review")
	}
}

func TestRecipients(t *testing.T) {
	ada, bob := "ada", "bob@example.org"
	app, email, webhook := ChannelApp, ChannelEmail, ChannelWebhook
	got := recipientsOf(contract.ReportTemplateSpec{Subscribers: []contract.Subscriber{
		{Person: &ada}, {Person: &bob, Channel: &email}, {Channel: &webhook}, {}, {Person: &ada, Channel: &app}, {Person: &ada, Channel: &webhook},
	}})
	want := []recipient{{"app", "ada"}, {"app", "bob@example.org"}, {"email", "bob@example.org"}, {"webhook", "webhook"}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestDeliveriesAreMadeOnceAndTriedAgain(t *testing.T) {
	to := recipient{ChannelEmail, "ada"}
	for name, c := range map[string]struct {
		known []Delivery
		want  bool
	}{
		"not tried":    {nil, true},
		"to another":   {[]Delivery{{Channel: ChannelEmail, Recipient: "bob", State: DeliverySent}}, true},
		"sent":         {[]Delivery{{Channel: ChannelEmail, Recipient: "ada", State: DeliverySent}}, false},
		"just failed":  {[]Delivery{{Channel: ChannelEmail, Recipient: "ada", At: nine.Add(-time.Minute), State: DeliveryFailed}}, false},
		"failed a bit": {[]Delivery{{Channel: ChannelEmail, Recipient: "ada", At: nine.Add(-pauseBetween), State: DeliveryFailed}}, true},
		"left behind":  {[]Delivery{{Channel: ChannelEmail, Recipient: "ada", At: nine, State: DeliverySending}}, true},
		"failed ahead": {[]Delivery{{Channel: ChannelEmail, Recipient: "ada", At: nine.AddDate(1, 0, 0), State: DeliveryFailed}}, true},
	} {
		if got := due(c.known, to, nine); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestReviewsAreFrozenFromHoursBeforeUntilTheyStart(t *testing.T) {
	hours, template, cancelled := int64(24), "monthly", "strike"
	docs := governance.Documents{
		Templates: map[string]contract.ReportTemplateSpec{"monthly": {FreezeHoursBefore: &hours}, "by-hand": {}},
		Series:    map[string]contract.ReviewSeriesSpec{"board": {Template: &template}, "plain": {}},
		Reviews: map[string]contract.ReviewSpec{
			"soon":      {Series: "board", Start: "2026-04-21T09:00:00Z"},
			"later":     {Series: "board", Start: "2026-04-21T09:00:01Z"},
			"begun":     {Series: "board", Start: "2026-04-20T09:00:00Z"},
			"cancelled": {Series: "board", Start: "2026-04-21T08:00:00Z", Cancelled: &cancelled},
			"archived":  {Series: "board", Start: "2026-04-21T08:00:00Z"},
			"unplanned": {Series: "plain", Start: "2026-04-21T08:00:00Z"},
		},
		Origins: map[contract.Ref]governance.Origin{{Kind: "Review", Name: "archived"}: {Archived: true}},
	}
	if got := dueReviews(docs, nine); !slices.Equal(got, []string{"soon"}) {
		t.Errorf("due: %v", got)
	}
}
