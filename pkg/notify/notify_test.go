package notify

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
)

var message = report.Message{
	ID: "41a2c8b5-7a0f-5d0c-9c35-6f5a0a5b2f10", Review: "may", Title: "Board", Period: "2026-04", Units: []string{"north", "south"}, Hash: "abc", Link: "https://grafana.example.org/a/x/reviews/meetings/may",
	Start: "2026-05-05T09:00:00+02:00", FrozenAt: "2026-05-04T22:30:00.553Z", FrozenBy: "ann",
	Attachments: []report.Attachment{{Name: "may-north.pdf", Data: []byte("%PDF-1.4")}},
}

func TestWebhook(t *testing.T) {
	var body []byte
	var header http.Header
	status := http.StatusNoContent
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ = io.ReadAll(r.Body)
		header = r.Header
		w.WriteHeader(status)
	}))
	defer server.Close()
	s := New(Settings{WebhookURL: server.URL + "/hook?token=hidden", WebhookSecret: "secret"})
	if err := s.Send(t.Context(), report.ChannelWebhook, "webhook", message); err != nil {
		t.Fatal(err)
	}
	var sent report.Message
	if err := json.Unmarshal(body, &sent); err != nil || sent.Hash != "abc" || sent.Link != message.Link || len(sent.Units) != 2 {
		t.Errorf("%s, %v", body, err)
	}
	if got := header.Get(SignatureHeader); got != "sha256="+Signature("secret", body) || len(got) != len("sha256=")+64 {
		t.Errorf("signature %s", got)
	}
	if got := header.Get(IDHeader); got != message.ID || sent.ID != message.ID {
		t.Errorf("id %q in the header, %q in the body", got, sent.ID)
	}
	// RFC 4231, test case 2.
	if got := Signature("Jefe", []byte("what do ya want for nothing?")); got != "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" {
		t.Errorf("HMAC is %s", got)
	}
	status = http.StatusTeapot
	if err := s.Send(t.Context(), report.ChannelWebhook, "webhook", message); err == nil || !strings.Contains(err.Error(), "418") {
		t.Errorf("a refusal: %v", err)
	}
	server.Close()
	if err := s.Send(t.Context(), report.ChannelWebhook, "webhook", message); err == nil || strings.Contains(err.Error(), "hidden") {
		t.Errorf("nobody there: %v", err)
	}
}

func TestARedirectedWebhookIsNotDelivered(t *testing.T) {
	followed := false
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			followed = true
			return
		}
		http.Redirect(w, r, "/elsewhere", http.StatusFound)
	}))
	defer server.Close()
	err := New(Settings{WebhookURL: server.URL}).Send(t.Context(), report.ChannelWebhook, "webhook", message)
	if err == nil || !strings.Contains(err.Error(), "302") || followed {
		t.Errorf("%v, followed: %v", err, followed)
	}
}

// mailbox is a mail server that keeps what it is sent. It takes mail for anybody but nobody@.
func mailbox(t *testing.T) (address string, letters chan string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	letters = make(chan string, 10)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go receive(conn, letters)
		}
	}()
	return listener.Addr().String(), letters
}

// receive speaks the server's part of a mail. A letter to hasty@ is kept, and then the connection breaks off.
func receive(conn net.Conn, letters chan string) {
	defer conn.Close()
	say := func(line string) { fmt.Fprintf(conn, "%s\r\n", line) }
	lines := bufio.NewScanner(conn)
	say("220 mailbox")
	for lines.Scan() {
		command := strings.ToUpper(lines.Text())
		switch {
		case strings.HasPrefix(command, "RCPT") && strings.Contains(command, "NOBODY@"):
			say("550 no such box")
		case command == "DATA":
			say("354 go on")
			var letter strings.Builder
			for lines.Scan() && lines.Text() != "." {
				letter.WriteString(lines.Text() + "\n")
			}
			letters <- letter.String()
			say("250 kept")
			if strings.Contains(letter.String(), "To: <hasty@") {
				return
			}
		case command == "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func TestMail(t *testing.T) {
	address, letters := mailbox(t)
	s := New(Settings{SMTPHost: address, SMTPFrom: "scorecard@example.org", SMTPPlain: true})
	if err := s.Send(t.Context(), report.ChannelEmail, "ada@example.org", message); err != nil {
		t.Fatal(err)
	}
	letter := <-letters
	for _, want := range []string{"Message-ID: <" + message.ID + "@example.org>", "To: <ada@example.org>", "From: <scorecard@example.org>", `filename="may-north.pdf"`, "SHA-256 abc", message.Link} {
		if !strings.Contains(letter, want) {
			t.Errorf("%q is missing in %s", want, letter)
		}
	}
	if err := s.Send(t.Context(), report.ChannelEmail, "hasty@example.org", message); err != nil || len(letters) != 1 {
		t.Errorf("a server that breaks off after it has taken the letter: %v", err)
	}
	if err := s.Send(t.Context(), report.ChannelEmail, "nobody@example.org", message); err == nil || !strings.Contains(err.Error(), "no such box") {
		t.Errorf("a refused recipient: %v", err)
	}
	encrypted := New(Settings{SMTPHost: address, SMTPFrom: "scorecard@example.org"})
	if err := encrypted.Send(t.Context(), report.ChannelEmail, "ada@example.org", message); err == nil {
		t.Error("sent without encryption, which was not allowed")
	}
}

func TestLetterSaysMomentsOnTheReviewsClock(t *testing.T) {
	want := "frozen by ann on Tue 5 May 2026, 00:30 (UTC+02:00). The review begins on Tue 5 May 2026, 09:00 (UTC+02:00)."
	if got := body(message); !strings.Contains(got, want) {
		t.Errorf("%s", got)
	}
	unreadable := message
	unreadable.Start = "soon"
	if got := body(unreadable); !strings.Contains(got, "begins on soon") {
		t.Errorf("%s", got)
	}
}

func TestWhatIsNotSetUpSaysWhatToSet(t *testing.T) {
	for channel, want := range map[string]string{report.ChannelWebhook: "report_webhook_url", report.ChannelEmail: "smtp_host", "pigeon": "pigeon"} {
		if err := New(Settings{}).Send(t.Context(), channel, "ada@example.org", message); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", channel, err)
		}
	}
	s := New(Settings{SMTPHost: "127.0.0.1:25", SMTPFrom: "scorecard@example.org"})
	if err := s.Send(t.Context(), report.ChannelEmail, "the boss", message); err == nil || !strings.Contains(err.Error(), "the boss") {
		t.Errorf("a role is no address: %v", err)
	}
}
