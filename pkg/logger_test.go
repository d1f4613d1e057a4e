package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/grafana"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/plugin"
)

func TestLogsHoldNoSecrets(t *testing.T) {
	const (
		token    = `glsa_"x<y>\z`
		password = "p@ss word"
		secure   = "from-secure-settings"
		address  = "postgres://bsc:p%40ss%20word@db/bsc"
	)
	var log bytes.Buffer
	hidden := &secrets{}
	hidden.add(token, "", "abc")
	hidden.addDatabase(address)
	logger := newLogger(&log, hidden)
	hidden.add(secure)
	settings := plugin.Settings{DatabaseURL: address, GrafanaToken: token}
	logger.Info("starting with "+token, "settings", settings, "abc", 1)
	logger.Error("can't connect", "error", fmt.Errorf("open %s: %w", address, errors.New("password "+password)))
	logger.WithGroup("g").With("credentials", grafana.Credentials{Source: "x", Token: secure}).Warn("odd", "list", []string{secure, token})
	for _, secret := range []string{token, password, "p%40ss%20word", secure, `glsa_\"x`, `glsa_"x`} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("%q is in the log:\n%s", secret, log.String())
		}
	}
	if !strings.Contains(log.String(), `"abc":1`) {
		t.Error("a text too short to be a secret was hidden")
	}
	for line := range strings.Lines(log.String()) {
		var entry map[string]any
		if err := json.Unmarshal([]byte(line), &entry); err != nil || entry["@level"] == nil || entry["@message"] == nil || entry["@timestamp"] == nil {
			t.Errorf("%q is not a line that Grafana reads: %v", line, err)
		}
	}
}

func TestAnUnreadableDatabaseURLIsHiddenWhole(t *testing.T) {
	hidden := &secrets{}
	hidden.addDatabase("postgres://bsc:geheim@db:port/bsc")
	if got := hidden.hide([]byte("open postgres://bsc:geheim@db:port/bsc")); string(got) != "open [hidden]" {
		t.Errorf("%s", got)
	}
}
