package main

import (
	"log/slog"
	"os"
	"strings"
)

// newLogger writes to standard error in the form that Grafana reads from plugins: one JSON object a line with @level,
// @message and @timestamp.
func newLogger() *slog.Logger {
	names := map[string]string{slog.TimeKey: "@timestamp", slog.LevelKey: "@level", slog.MessageKey: "@message"}
	logger := slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{
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
