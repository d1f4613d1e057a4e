package api_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
)

// postman keeps what is sent, and fails while told so.
type postman struct {
	mu      sync.Mutex
	failing bool
	sent    []string
	last    report.Message
	// ids are those of everything that was tried, by channel.
	ids map[string][]string
}

func (p *postman) Send(_ context.Context, channel, recipient string, message report.Message) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ids == nil {
		p.ids = map[string][]string{}
	}
	p.ids[channel] = append(p.ids[channel], message.ID)
	if p.failing {
		return errors.New("the mail server is away")
	}
	p.sent = append(p.sent, channel+" "+recipient)
	p.last = message
	return nil
}

// scheduled is the server's reports with another clock and postman.
func scheduled(s *server, now *time.Time, p *postman) *report.Service {
	config := s.reports.Config
	config.Now, config.Sender, config.AppURL = func() time.Time { return *now }, p, "https://grafana.example.org/a/bsc-scorecard-app"
	config.Logger = slog.New(slog.NewTextHandler(io.Discard, nil))
	return report.New(config)
}

const subscribed = `
apiVersion: scorecard/v1
kind: ReportTemplate
metadata: {name: monthly}
spec:
  title: Monthly report
  freezeHoursBefore: 24
  sections: [{name: scorecard, type: scorecard}]
  subscribers: [{person: ada}, {person: bob@example.org, channel: email}, {channel: webhook}]
`

func TestTheScheduleFreezesAndDeliversOnce(t *testing.T) {
	s := reviewedServer(t)
	s.must(200, "POST", "/apply", subscribed, "Content-Type", "application/yaml")
	// The review is in the future of the documents: the clock moves to it. Its report is frozen on the third of a month, when the month
	// before isn't closed.
	today := time.Now().UTC()
	start := time.Date(today.Year(), today.Month()+2, 4, 9, 0, 0, 0, time.UTC)
	review := "{apiVersion: scorecard/v1, kind: Review, metadata: {name: soon}, spec: {title: Soon, series: board, start: " + start.Format(time.RFC3339) + "}}"
	s.must(201, "POST", "/reviews", review, "Content-Type", "application/yaml")
	now, post := start.Add(-24*time.Hour-time.Minute), &postman{failing: true}
	reports := scheduled(s, &now, post)
	tick := func() {
		t.Helper()
		if err := errors.Join(reports.Tick(t.Context(), 1), reports.Deliver(t.Context(), 1)); err != nil {
			t.Fatal(err)
		}
	}
	tick()
	s.must(404, "GET", "/reviews/soon/snapshot", nil)

	now = now.Add(time.Minute)
	tick()
	var snapshot contract.Snapshot
	s.must(200, "GET", "/reviews/soon/snapshot", nil).into(t, &snapshot)
	if snapshot.FrozenBy != "schedule" || len(snapshot.Premature) == 0 || *snapshot.PrematureReason != "frozen by the schedule" {
		t.Errorf("%+v", snapshot)
	}
	states := func() string {
		t.Helper()
		var list contract.Deliveries
		s.must(200, "GET", "/reviews/soon/deliveries", nil).into(t, &list)
		var all []string
		for _, d := range list.Items {
			text := d.Channel + " " + d.To + " " + d.State
			if d.Message != nil {
				text += " (" + *d.Message + ")"
			}
			all = append(all, text)
		}
		return strings.Join(all, "; ")
	}
	failed := "app ada sent; app bob@example.org sent; email bob@example.org failed (the mail server is away); webhook webhook failed (the mail server is away)"
	if got := states(); got != failed {
		t.Errorf("deliveries: %s", got)
	}

	post.failing = false
	tick()
	if len(post.sent) != 0 {
		t.Errorf("tried again at once: %v", post.sent)
	}
	for range 3 {
		now = now.Add(5 * time.Minute)
		tick()
	}
	slices.Sort(post.sent)
	if got := strings.Join(post.sent, "; "); got != "email bob@example.org; webhook webhook" {
		t.Errorf("sent %s", got)
	}
	if got := states(); strings.Contains(got, "failed") {
		t.Errorf("deliveries: %s", got)
	}
	mail, hook := post.ids["email"], post.ids["webhook"]
	if len(mail) != 2 || len(hook) != 2 || mail[0] != mail[1] || hook[0] != hook[1] || mail[0] == hook[0] || hook[0] == "" {
		t.Errorf("ids: %v", post.ids)
	}
	if m := post.last; m.Title != "Soon" || m.Hash != snapshot.Hash || m.Link != "https://grafana.example.org/a/bsc-scorecard-app/reviews/meetings/soon" {
		t.Errorf("%+v", m)
	}

	inbox := func(login string) int {
		t.Helper()
		f := access.For(access.Caller{Org: 1, Login: login, Role: access.Viewer})
		list, err := reports.Inbox(t.Context(), f, now.Add(-time.Hour))
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	if inbox("ada") != 1 || inbox("eve") != 0 {
		t.Errorf("ada has %d, eve %d", inbox("ada"), inbox("eve"))
	}
}

// noting is a store that refuses to note deliveries in some state.
type noting struct {
	report.Store
	refused string
}

var errFull = errors.New("the disk is full")

func (n *noting) SaveDelivery(ctx context.Context, org int64, delivery report.Delivery) error {
	if delivery.State == n.refused {
		return errFull
	}
	return n.Store.SaveDelivery(ctx, org, delivery)
}

// What leaves the house can't be taken back: nothing leaves that can't be noted, and what was sent when the noting failed is sent
// once more, with the same id.
func TestAFullStoreSendsNobodyTheSameAgainAndAgain(t *testing.T) {
	s := reviewedServer(t)
	s.must(200, "POST", "/apply", subscribed, "Content-Type", "application/yaml")
	start := time.Now().UTC().Add(40 * 24 * time.Hour).Truncate(time.Hour)
	review := "{apiVersion: scorecard/v1, kind: Review, metadata: {name: soon}, spec: {series: board, start: " + start.Format(time.RFC3339) + "}}"
	s.must(201, "POST", "/reviews", review, "Content-Type", "application/yaml")
	now, post := start.Add(-time.Hour), &postman{}
	reports := scheduled(s, &now, post)
	store := &noting{Store: reports.Store}
	reports.Store = store
	if err := reports.Tick(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	deliver := func(refused string, want error, sent int) {
		t.Helper()
		store.refused = refused
		if err := reports.Deliver(t.Context(), 1); !errors.Is(err, want) || len(post.sent) != sent {
			t.Errorf("refused %q: %v, sent %v", refused, err, post.sent)
		}
	}
	for range 3 {
		deliver(report.DeliverySending, errFull, 0)
	}
	deliver(report.DeliverySent, errFull, 2)
	var list contract.Deliveries
	s.must(200, "GET", "/reviews/soon/deliveries", nil).into(t, &list)
	for _, d := range list.Items {
		if d.Channel != "app" && d.State != "sending" {
			t.Errorf("%+v", d)
		}
	}
	deliver("", nil, 4)
	deliver("", nil, 4)
	for channel, ids := range post.ids {
		if len(ids) != 2 || ids[0] != ids[1] {
			t.Errorf("%s has the ids %v", channel, ids)
		}
	}
}
