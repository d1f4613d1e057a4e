package report

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// Channels over which reports are delivered.
const (
	ChannelApp     = "app"
	ChannelEmail   = "email"
	ChannelWebhook = "webhook"
)

const (
	// deliveredFor is how long after the freeze a report is delivered, and failures are tried again.
	deliveredFor = 72 * time.Hour
	// pauseBetween is how long a delivery that failed waits for its next attempt.
	pauseBetween = 5 * time.Minute
	// attached is how many units' reports an e-mail carries at most; the page has the others.
	attached = 5
)

// Message is a frozen report on its way out.
type Message struct {
	Review string `json:"review"`
	Series string `json:"series"`
	Title  string `json:"title"`
	Period string `json:"period"`
	// Start is when the review begins.
	Start    string   `json:"start"`
	FrozenAt string   `json:"frozenAt"`
	FrozenBy string   `json:"frozenBy"`
	Units    []string `json:"units"`
	Hash     string   `json:"hash"`
	// Premature counts the values that were not final, and PrematureReason says why they were frozen.
	Premature       int     `json:"premature"`
	PrematureReason *string `json:"prematureReason"`
	// Link is the review's page; empty when Grafana's address is unknown.
	Link        string       `json:"link"`
	Attachments []Attachment `json:"-"`
}

// Attachment is a file that goes with a message.
type Attachment struct {
	Name string
	Data []byte
}

// recipient is whom a report goes to over which channel.
type recipient struct{ channel, name string }

// recipientsOf lists a template's recipients, each once. Persons get every report in the app; webhook is the one of the settings.
func recipientsOf(template contract.ReportTemplateSpec) []recipient {
	var recipients []recipient
	add := func(r recipient) {
		if !slices.Contains(recipients, r) {
			recipients = append(recipients, r)
		}
	}
	for _, subscriber := range template.Subscribers {
		if subscriber.Person != nil {
			add(recipient{ChannelApp, *subscriber.Person})
		}
		switch {
		case subscriber.Person == nil || subscriber.Channel != nil && *subscriber.Channel == ChannelWebhook:
			add(recipient{ChannelWebhook, ChannelWebhook})
		case subscriber.Channel != nil && *subscriber.Channel == ChannelEmail:
			add(recipient{ChannelEmail, *subscriber.Person})
		}
	}
	return recipients
}

// deliver sends what was frozen lately to the subscribers who don't have it yet.
func (s *Service) deliver(ctx context.Context, org int64, docs governance.Documents) error {
	snapshots, err := s.Store.FrozenSnapshots(ctx, org, s.Now().Add(-deliveredFor))
	if err != nil {
		return err
	}
	var problems []error
	for _, snapshot := range snapshots {
		if snapshot.Template != nil {
			problems = append(problems, s.deliverSnapshot(ctx, org, docs, snapshot))
		}
	}
	return errors.Join(problems...)
}

func (s *Service) deliverSnapshot(ctx context.Context, org int64, docs governance.Documents, snapshot contract.Snapshot) error {
	recipients := recipientsOf(docs.Templates[*snapshot.Template])
	if len(recipients) == 0 {
		return nil
	}
	known, err := s.Store.Deliveries(ctx, org, snapshot.Review)
	if err != nil {
		return err
	}
	for _, to := range recipients {
		now := s.Now().UTC()
		if !due(known, to, now) {
			continue
		}
		delivery := Delivery{Review: snapshot.Review, Channel: to.channel, Recipient: to.name, At: now, Sent: true}
		if err := s.send(ctx, org, docs, snapshot, to); err != nil {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			delivery.Sent, delivery.Message = false, err.Error()
			s.Logger.Warn("a report could not be delivered yet", "review", snapshot.Review, "channel", to.channel, "error", err)
		}
		if err := s.Store.SaveDelivery(ctx, org, delivery); err != nil {
			return err
		}
	}
	return nil
}

// due reports whether a delivery is still to be made: not tried yet, or failed a while ago.
func due(known []Delivery, to recipient, now time.Time) bool {
	at := slices.IndexFunc(known, func(d Delivery) bool { return d.Channel == to.channel && d.Recipient == to.name })
	return at < 0 || !known[at].Sent && now.Sub(known[at].At) >= pauseBetween
}

// send delivers over one channel. In the app there is nothing to send: the delivery itself is what people see there.
func (s *Service) send(ctx context.Context, org int64, docs governance.Documents, snapshot contract.Snapshot, to recipient) error {
	if to.channel == ChannelApp {
		return nil
	}
	message := Message{
		Review: snapshot.Review, Series: snapshot.Series, Title: docs.Series[snapshot.Series].Title, Period: snapshot.Period,
		Start: docs.Reviews[snapshot.Review].Start, FrozenAt: snapshot.FrozenAt, FrozenBy: snapshot.FrozenBy, Units: snapshot.Units,
		Hash: snapshot.Hash, Premature: len(snapshot.Premature), PrematureReason: snapshot.PrematureReason,
	}
	if title := docs.Reviews[snapshot.Review].Title; title != nil {
		message.Title = *title
	}
	if s.AppURL != "" {
		message.Link = s.AppURL + "/reviews/meetings/" + snapshot.Review
	}
	if to.channel == ChannelEmail {
		for _, unit := range snapshot.Units[:min(len(snapshot.Units), attached)] {
			data, name, err := s.File(ctx, access.System(org, "schedule"), snapshot.Review, unit, "pdf")
			if err != nil {
				return err
			}
			message.Attachments = append(message.Attachments, Attachment{Name: name, Data: data})
		}
	}
	return s.Sender.Send(ctx, to.channel, to.name, message)
}

// Deliveries lists whom a frozen report went to, and what failed.
func (s *Service) Deliveries(ctx context.Context, f access.Filter, review string) (contract.Deliveries, error) {
	list := contract.Deliveries{Items: []contract.Delivery{}}
	if _, err := s.Snapshot(ctx, f, review); err != nil {
		return list, err
	}
	known, err := s.Store.Deliveries(ctx, f.Org(), review)
	if err != nil {
		return list, err
	}
	for _, d := range known {
		item := contract.Delivery{Review: d.Review, Channel: d.Channel, To: d.Recipient, At: instantText(d.At), State: "sent", Message: optional(d.Message)}
		if !d.Sent {
			item.State = "failed"
		}
		list.Items = append(list.Items, item)
	}
	return list, nil
}

// Inbox lists the reports that were delivered to the caller in the app since an instant, oldest first.
func (s *Service) Inbox(ctx context.Context, f access.Filter, since time.Time) ([]Delivery, error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return nil, err
	}
	all, err := s.Store.DeliveriesSince(ctx, f.Org(), ChannelApp, since)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(d Delivery) bool { return !f.Is(d.Recipient) }), nil
}
