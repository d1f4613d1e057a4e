package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Channels over which reports are delivered.
const (
	ChannelApp     = "app"
	ChannelEmail   = "email"
	ChannelWebhook = "webhook"
)

// channels are in the order in which they are served.
var channels = []string{ChannelApp, ChannelWebhook, ChannelEmail}

const (
	// deliveredFor is how long after the freeze a report is delivered, and failures are tried again.
	deliveredFor = 72 * time.Hour
	// pauseBetween is how long a delivery that failed waits for its next attempt.
	pauseBetween = 5 * time.Minute
	// attached is how many units' reports an e-mail carries at most; the page has the others.
	attached = 5
	// sentAtATime is how many deliveries are on their way at a time.
	sentAtATime = 4
	// notingTime is how long a process that stops takes to note what it has sent.
	notingTime = 5 * time.Second
)

// Message is a frozen report on its way out.
type Message struct {
	// ID is the same however often the message is sent: who has seen it has the message.
	ID     string `json:"id"`
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

// Deliver sends what was frozen lately to the subscribers who don't have it yet. One process at a time does it.
func (s *Service) Deliver(ctx context.Context, org int64) error {
	docs, err := s.Documents.Governance(ctx, access.System(org, resource.Schedule), nil)
	if err != nil {
		return err
	}
	snapshots, err := s.Store.FrozenSnapshots(ctx, org, s.Now().Add(-deliveredFor))
	if err != nil {
		return err
	}
	var waiting []delivering
	for _, snapshot := range snapshots {
		if snapshot.Template == nil {
			continue
		}
		known, err := s.Store.Deliveries(ctx, org, snapshot.Review)
		if err != nil {
			return err
		}
		for _, to := range recipientsOf(docs.Templates[*snapshot.Template]) {
			if due(known, to, s.Now()) {
				waiting = append(waiting, delivering{snapshot, to})
			}
		}
	}
	// What needs no server comes first, mail last: there are many letters, and a mail server that hangs takes its time with each.
	slices.SortStableFunc(waiting, func(a, b delivering) int {
		return cmp.Compare(slices.Index(channels, a.to.channel), slices.Index(channels, b.to.channel))
	})
	var sending errgroup.Group
	sending.SetLimit(sentAtATime)
	for _, d := range waiting {
		sending.Go(func() error { return s.attempt(ctx, org, docs, d) })
	}
	return sending.Wait()
}

// delivering is a report that is due to a recipient.
type delivering struct {
	snapshot contract.Snapshot
	to       recipient
}

// attempt tries a delivery. That it begins is noted before anything leaves the house: nobody is sent the same again and again
// because the store is full.
func (s *Service) attempt(ctx context.Context, org int64, docs governance.Documents, d delivering) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	delivery := Delivery{
		Review: d.snapshot.Review, Channel: d.to.channel, Recipient: d.to.name, At: s.Now().UTC(), State: DeliverySending,
	}
	if d.to.channel != ChannelApp {
		if err := s.Store.SaveDelivery(ctx, org, delivery); err != nil {
			return err
		}
	}
	delivery.State = DeliverySent
	if err := s.send(ctx, org, docs, d.snapshot, d.to); err != nil {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		delivery.State, delivery.Message = DeliveryFailed, err.Error()
		s.Logger.Warn("a report could not be delivered yet", "review", d.snapshot.Review, "channel", d.to.channel, "error", err)
	}
	// What has left is noted even by a process that is told to stop.
	noting, done := context.WithTimeout(context.WithoutCancel(ctx), notingTime)
	defer done()
	return s.Store.SaveDelivery(noting, org, delivery)
}

// due reports whether a delivery is still to be made: not tried yet, left by a process that died, or failed a while ago by this
// clock, which may have been ahead.
func due(known []Delivery, to recipient, now time.Time) bool {
	at := slices.IndexFunc(known, func(d Delivery) bool { return d.Channel == to.channel && d.Recipient == to.name })
	if at < 0 {
		return true
	}
	last := known[at]
	switch last.State {
	case DeliverySent:
		return false
	case DeliverySending:
		return true
	}
	return now.Sub(last.At) >= pauseBetween || last.At.After(now)
}

// deliveryID tells a delivery from every other, and is the same whenever it is tried.
func deliveryID(org int64, snapshot contract.Snapshot, to recipient) string {
	name := fmt.Sprintf("%d\n%s\n%s\n%s\n%s", org, snapshot.Review, snapshot.Hash, to.channel, to.name)
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String()
}

// send delivers over one channel. In the app there is nothing to send: the delivery itself is what people see there.
func (s *Service) send(ctx context.Context, org int64, docs governance.Documents, snapshot contract.Snapshot, to recipient) error {
	if to.channel == ChannelApp {
		return nil
	}
	message := Message{
		ID: deliveryID(org, snapshot, to), Review: snapshot.Review, Series: snapshot.Series, Title: docs.Series[snapshot.Series].Title, Period: snapshot.Period,
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
		item := contract.Delivery{Review: d.Review, Channel: d.Channel, To: d.Recipient, At: instantText(d.At), State: d.State, Message: optional(d.Message)}
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
