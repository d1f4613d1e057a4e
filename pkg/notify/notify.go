// Package notify sends reports out of Grafana: to a webhook and by e-mail.
package notify

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
)

// Settings say where to send to. What is empty is not set up.
type Settings struct {
	// WebhookURL takes a POST per report; WebhookSecret signs its body.
	WebhookURL    string
	WebhookSecret string
	// SMTPHost is the mail server, as host or host:port; its port is 587 when left out.
	SMTPHost     string
	SMTPUser     string
	SMTPPassword string
	// SMTPFrom is the sender's address.
	SMTPFrom string
	// SMTPPlain sends without encryption where the server offers none.
	SMTPPlain bool
}

// SignatureHeader carries the HMAC-SHA256 of a webhook's body in hexadecimal, after "sha256=".
const SignatureHeader = "X-Scorecard-Signature"

// IDHeader carries the id of a webhook's message, which is the same when it is sent again.
const IDHeader = "Idempotency-Key"

const (
	sendTime = 30 * time.Second
	mailPort = 587
)

// Sender sends reports. It is safe for concurrent use.
type Sender struct {
	settings Settings
	client   *http.Client
}

var _ report.Sender = (*Sender)(nil)

// New makes a sender.
func New(settings Settings) *Sender {
	// A redirect would be followed without the body: it is an answer like any other that isn't a success.
	asked := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Sender{settings: settings, client: &http.Client{Timeout: sendTime, CheckRedirect: asked}}
}

// Send implements report.Sender.
func (s *Sender) Send(ctx context.Context, channel, recipient string, message report.Message) error {
	ctx, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	switch channel {
	case report.ChannelWebhook:
		return s.post(ctx, message)
	case report.ChannelEmail:
		return s.mail(ctx, recipient, message)
	}
	return fmt.Errorf("there is no channel %q", channel)
}

// post sends the message to the webhook. Errors hold no address, which may carry a secret.
func (s *Sender) post(ctx context.Context, message report.Message) error {
	if s.settings.WebhookURL == "" {
		return errors.New("no webhook is set up: set report_webhook_url")
	}
	body, err := json.Marshal(message)
	if err != nil {
		return fmt.Errorf("write the webhook's body: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.settings.WebhookURL, bytes.NewReader(body))
	if err != nil {
		return errors.New("report_webhook_url is no address")
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set(IDHeader, message.ID)
	if s.settings.WebhookSecret != "" {
		request.Header.Set(SignatureHeader, "sha256="+Signature(s.settings.WebhookSecret, body))
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return fmt.Errorf("the webhook can't be reached: %w", withoutAddress(err))
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, 1<<20))
	if answer.StatusCode >= 300 {
		return fmt.Errorf("the webhook answered %d", answer.StatusCode)
	}
	return nil
}

// Signature is the HMAC-SHA256 of a body in hexadecimal.
func Signature(secret string, body []byte) string {
	digest := hmac.New(sha256.New, []byte(secret))
	digest.Write(body)
	return hex.EncodeToString(digest.Sum(nil))
}

func withoutAddress(err error) error {
	var failed *url.Error
	if errors.As(err, &failed) {
		return failed.Err
	}
	return err
}

func (s *Sender) mail(ctx context.Context, to string, message report.Message) error {
	if s.settings.SMTPHost == "" || s.settings.SMTPFrom == "" {
		return errors.New("e-mail is not set up: set smtp_host and smtp_from")
	}
	letter, err := s.letter(to, message)
	if err != nil {
		return err
	}
	client, err := s.mailServer()
	if err != nil {
		return err
	}
	// A server that has taken the letter and then breaks off has it all the same.
	if err := client.DialAndSendWithContext(ctx, letter); err != nil && !letter.IsDelivered() {
		return fmt.Errorf("the mail server didn't take it: %w", err)
	}
	return nil
}

func (s *Sender) mailServer() (*mail.Client, error) {
	host, port := s.settings.SMTPHost, mailPort
	if h, p, err := net.SplitHostPort(host); err == nil {
		if port, err = strconv.Atoi(p); err != nil {
			return nil, fmt.Errorf("smtp_host: %q is no port", p)
		}
		host = h
	}
	options := []mail.Option{mail.WithPort(port), mail.WithTimeout(sendTime), mail.WithTLSPolicy(mail.TLSMandatory)}
	if s.settings.SMTPPlain {
		options = append(options, mail.WithTLSPolicy(mail.TLSOpportunistic))
	}
	if s.settings.SMTPUser != "" {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover),
			mail.WithUsername(s.settings.SMTPUser), mail.WithPassword(s.settings.SMTPPassword))
	}
	client, err := mail.NewClient(host, options...)
	if err != nil {
		return nil, fmt.Errorf("smtp_host: %w", err)
	}
	return client, nil
}

// letter is the message as an e-mail, the reports attached.
func (s *Sender) letter(to string, message report.Message) (*mail.Msg, error) {
	letter := mail.NewMsg()
	if err := letter.From(s.settings.SMTPFrom); err != nil {
		return nil, fmt.Errorf("smtp_from is no address: %w", err)
	}
	if err := letter.To(to); err != nil {
		return nil, fmt.Errorf("%q is no e-mail address", to)
	}
	letter.Subject(fmt.Sprintf("%s · %s", message.Title, message.Period))
	letter.SetMessageIDWithValue(message.ID + "@" + domain(s.settings.SMTPFrom))
	letter.SetDate()
	letter.SetBodyString(mail.TypeTextPlain, body(message))
	for _, file := range message.Attachments {
		if err := letter.AttachReader(file.Name, bytes.NewReader(file.Data)); err != nil {
			return nil, fmt.Errorf("attach %s: %w", file.Name, err)
		}
	}
	return letter, nil
}

// domain is what follows the @ of an address, which may stand in angle brackets.
func domain(address string) string {
	_, host, _ := strings.Cut(address, "@")
	return strings.TrimRight(host, "> ")
}

func body(m report.Message) string {
	start, frozenAt := moments(m)
	lines := []string{
		fmt.Sprintf("The report for %s (%s) was frozen by %s on %s. The review begins on %s.", m.Title, m.Period, m.FrozenBy, frozenAt, start),
	}
	if m.Premature > 0 {
		lines = append(lines, fmt.Sprintf("Values that were not final: %d.", m.Premature))
		if m.PrematureReason != nil {
			lines = append(lines, "Frozen all the same: "+*m.PrematureReason)
		}
	}
	if more := len(m.Units) - len(m.Attachments); more > 0 {
		lines = append(lines, fmt.Sprintf("Reports of units that are not attached: %d.", more))
	}
	if m.Link != "" {
		lines = append(lines, m.Link)
	}
	return strings.Join(append(lines, "SHA-256 "+m.Hash), "\n\n") + "\n"
}

// moments are the review's start and the freeze as a letter says them, both on the clock of the review's place.
func moments(m report.Message) (start, frozenAt string) {
	const layout = "Mon 2 Jan 2006, 15:04 (UTC-07:00)"
	begins, err := time.Parse(time.RFC3339, m.Start)
	if err != nil {
		return m.Start, m.FrozenAt
	}
	frozen, err := time.Parse(time.RFC3339, m.FrozenAt)
	if err != nil {
		return begins.Format(layout), m.FrozenAt
	}
	return begins.Format(layout), frozen.In(begins.Location()).Format(layout)
}
