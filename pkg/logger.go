package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"
)

// newLogger writes in the form that Grafana reads from a plugin's standard error: one JSON object a line with @level,
// @message and @timestamp. No line holds a secret, whatever it is asked to say.
func newLogger(to io.Writer, hidden *secrets) *slog.Logger {
	names := map[string]string{slog.TimeKey: "@timestamp", slog.LevelKey: "@level", slog.MessageKey: "@message"}
	logger := slog.New(slog.NewJSONHandler(hidingWriter{to, hidden}, &slog.HandlerOptions{
		Level: slog.LevelDebug,
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			if name, ok := names[a.Key]; ok && len(groups) == 0 {
				if a.Key == slog.LevelKey {
					return slog.String(name, strings.ToLower(a.Value.String()))
				}
				a.Key = name
			}
			return a
		},
	}))
	slog.SetDefault(logger)
	return logger
}

// hidingWriter writes lines of JSON without what is hidden.
type hidingWriter struct {
	to     io.Writer
	hidden *secrets
}

func (w hidingWriter) Write(line []byte) (int, error) {
	if _, err := w.to.Write(w.hidden.hide(line)); err != nil {
		return 0, err
	}
	return len(line), nil
}

// shortestSecret is from how many bytes on a secret is hidden: a shorter one would hide half of every text.
const shortestSecret = 4

// secrets are texts that must not be shown. It is safe for concurrent use.
type secrets struct {
	mu    sync.RWMutex
	texts [][]byte
}

// add hides texts from now on, also in the form that they have within JSON.
func (s *secrets) add(texts ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, text := range texts {
		if len(text) < shortestSecret || s.has(text) {
			continue
		}
		s.texts = append(s.texts, []byte(text), quoted(text))
	}
}

// quoted is the text as the log's JSON writes it, without the quotes.
func quoted(text string) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // a string always encodes
	return b.Bytes()[1 : b.Len()-2]
}

func (s *secrets) has(text string) bool {
	for _, known := range s.texts {
		if string(known) == text {
			return true
		}
	}
	return false
}

// addDatabase hides the password of a PostgreSQL connection string, decoded and as it was written.
func (s *secrets) addDatabase(address string) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		s.add(address) // what it holds can't be told apart
		return
	}
	s.add(config.Password)
	if _, rest, ok := strings.Cut(address, "://"); ok {
		if user, _, ok := strings.Cut(rest, "@"); ok {
			_, written, _ := strings.Cut(user, ":")
			s.add(written)
		}
	}
}

func (s *secrets) hide(line []byte) []byte {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, text := range s.texts {
		line = bytes.ReplaceAll(line, text, []byte("[hidden]"))
	}
	return line
}
