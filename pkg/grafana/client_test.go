package grafana

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

const secret = "glsa_very-secret"

// serve starts a Grafana that answers every call with handler, and a client that uses it.
func serve(t *testing.T, handler http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return New(Config{Credentials: []Credentials{{Source: ConfiguredToken, URL: server.URL, Token: secret}}, MaxResponse: 1 << 20})
}

func ask(t *testing.T, c *Client, models ...map[string]any) ([]collection.Answer, error) {
	t.Helper()
	queries := make([]collection.Query, len(models))
	for i, m := range models {
		model, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		queries[i] = collection.Query{Model: model}
	}
	return c.Query(t.Context(), 1, contract.DatasourceRef{Uid: "erp"}, time.UnixMilli(1000), time.UnixMilli(2000), queries)
}

func kindOf(err error) collection.ErrorKind {
	var q *collection.QueryError
	if errors.As(err, &q) {
		return q.Kind
	}
	return ""
}

func TestModelsAreSentWithTheirAddress(t *testing.T) {
	kind := "prometheus"
	for model, want := range map[string]string{
		`{}`:        `{"datasource":{"type":"prometheus","uid":"erp"},"refId":"A"}`,
		`{"x":"}"}`: `{"datasource":{"type":"prometheus","uid":"erp"},"refId":"A","x":"}"}`,
	} {
		sent, err := addressed(json.RawMessage(model), "A", contract.DatasourceRef{Type: &kind, Uid: "erp"})
		if err != nil || string(sent) != want {
			t.Errorf("%s is sent as %s, %v", model, sent, err)
		}
	}
}

func TestQuerySendsOneCallAndReadsEveryResult(t *testing.T) {
	frame := data.NewFrame("", data.NewField("value", nil, []*float64{new(float64), nil}))
	encoded, err := json.Marshal(frame)
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		calls++
		if r.Header.Get("Authorization") != "Bearer "+secret || r.URL.Path != "/api/ds/query" {
			t.Errorf("%s with %q", r.URL.Path, r.Header.Get("Authorization"))
		}
		var body struct {
			From, To string
			Queries  []map[string]any
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			t.Error(err)
		}
		if body.From != "1000" || body.To != "2000" || len(body.Queries) != 2 {
			t.Errorf("sent %+v", body)
		}
		for i, q := range body.Queries {
			if q["refId"] != refID(i) || q["rawSql"] != fmt.Sprint("select ", i) || q["datasource"].(map[string]any)["uid"] != "erp" {
				t.Errorf("query %d: %v", i, q)
			}
		}
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintf(w, `{"results":{"A":{"status":200,"frames":[%s]},"B":{"status":400,"error":"syntax error at x","errorSource":"downstream"}}}`, encoded)
	})
	answers, err := ask(t, c, map[string]any{"rawSql": "select 0"}, map[string]any{"rawSql": "select 1"})
	if err != nil {
		t.Fatal(err)
	}
	if len(answers[0].Frames) != 1 || answers[0].Frames[0].Rows() != 2 || answers[0].Err != nil {
		t.Errorf("first answer: %+v", answers[0])
	}
	if kindOf(answers[1].Err) != collection.BadQuery || answers[1].Err.Error() != "syntax error at x" {
		t.Errorf("second answer: %+v", answers[1])
	}
	if calls != 1 {
		t.Errorf("%d calls", calls)
	}
}

func TestQueryErrorsAreClassified(t *testing.T) {
	for name, tc := range map[string]struct {
		status int
		body   string
		want   collection.ErrorKind
	}{
		"refused token":           {401, `{"message":"Invalid API key"}`, collection.Unauthorised},
		"no permission":           {403, `{"message":"You'll need additional permissions"}`, collection.Unauthorised},
		"no data source":          {404, `{"message":"Data source not found"}`, collection.NotFound},
		"no data source, by name": {400, `{"message":"data source \"gone\" not found"}`, collection.NotFound},
		"rows left out": {200, `{"results":{"A":{"frames":[{"schema":{"meta":{"notices":[{"severity":"warning",` +
			`"text":"Results have been limited to 1000000 because the SQL row limit was reached"}]},"fields":[{"name":"a","type":"number","typeInfo":{"frame":"float64"}}]},` +
			`"data":{"values":[[1]]}}]}}}`, collection.TooLarge},
		"rate limit":            {429, `{}`, collection.Busy},
		"proxy page":            {502, `<html>bad gateway</html>`, collection.Transport},
		"plain error":           {400, `{"message":"bad request data"}`, collection.BadQuery},
		"redirect":              {302, ``, collection.BadQuery},
		"slots in plain error":  {500, `{"message":"pq: remaining connection slots are reserved"}`, collection.Busy},
		"slots in result":       {400, `{"results":{"A":{"error":"FATAL: sorry, too many clients already (SQLSTATE 53300)"}}}`, collection.Busy},
		"wrong password":        {400, `{"results":{"A":{"error":"failed to connect: password authentication failed"}}}`, collection.BadQuery},
		"database down":         {500, `{"results":{"A":{"error":"dial tcp 10.0.0.1:5432: connect: connection refused"}}}`, collection.Transport},
		"statement timeout":     {400, `{"results":{"A":{"error":"canceling statement due to statement timeout"}}}`, collection.Timeout},
		"result of another ref": {200, `{"results":{"Z":{"frames":[]}}}`, collection.BadQuery},
		"columns of two sizes": {200, `{"results":{"A":{"frames":[{"schema":{"fields":[{"name":"a","type":"number"},{"name":"b","type":"number"}]},` +
			`"data":{"values":[[1,2],[1]]}}]}}}`, collection.BadQuery},
		"frames of nonsense": {200, `{"results":{"A":{"frames":[{"schema":{"fields":7}}]}}}`, collection.BadQuery},
	} {
		t.Run(name, func(t *testing.T) {
			c := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(tc.status)
				io.WriteString(w, tc.body)
			})
			answers, err := ask(t, c, map[string]any{})
			if err == nil {
				err = answers[0].Err
			}
			if kindOf(err) != tc.want {
				t.Errorf("%q: %v", kindOf(err), err)
			}
			if err != nil && strings.Contains(err.Error(), secret) {
				t.Errorf("the message holds the token: %v", err)
			}
		})
	}
}

func TestQueryWithoutGrafana(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	c := New(Config{Credentials: []Credentials{{Source: ConfiguredToken, URL: server.URL, Token: secret}}})
	if _, err := ask(t, c, map[string]any{}); kindOf(err) != collection.Transport {
		t.Errorf("nobody listens: %v", err)
	}
}

func TestQueryTimeoutAndCancellation(t *testing.T) {
	c := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body) // only then does the server notice that the client has left
		<-r.Context().Done()
	})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := c.Query(ctx, 1, contract.DatasourceRef{Uid: "x"}, time.Time{}, time.Time{}, []collection.Query{{}})
	if kindOf(err) != collection.Timeout {
		t.Errorf("timeout: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	_, err = c.Query(ctx, 1, contract.DatasourceRef{Uid: "x"}, time.Time{}, time.Time{}, []collection.Query{{}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestAnswersAboveTheLimitAreNotRead(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		chunk := strings.Repeat(" ", 1<<16)
		for range 1 << 12 { // 256 MiB, if somebody wants them
			if _, err := io.WriteString(w, chunk); err != nil {
				return
			}
		}
	})
	_, err := ask(t, c, map[string]any{})
	if kindOf(err) != collection.TooLarge || !strings.Contains(err.Error(), "1 MiB") {
		t.Errorf("%v", err)
	}
}

func TestRefIDs(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := refID(i); got != want {
			t.Errorf("refID(%d) = %s, want %s", i, got, want)
		}
	}
}

func TestCredentialsByOrg(t *testing.T) {
	managed := Credentials{Source: ManagedServiceAccount, URL: "http://grafana", Token: "m"}
	configured := Credentials{Source: ConfiguredToken, URL: "http://grafana", Token: "c"}
	secure := Credentials{Source: SecureSettings, URL: "http://grafana", Token: "s"}
	c := New(Config{Credentials: []Credentials{{Source: ManagedServiceAccount}, configured}})
	expect := func(org int64, want string) {
		t.Helper()
		if got := c.Credentials(org).Source; got != want || c.Ready(org) != (want != NoCredentials) {
			t.Errorf("org %d uses %s, want %s", org, got, want)
		}
	}
	expect(1, ConfiguredToken)
	expect(2, NoCredentials)
	c.Learn(1, managed, secure)
	expect(1, ManagedServiceAccount)
	c.Learn(2, managed) // another org's account would read another org's data
	expect(2, NoCredentials)
	c.Learn(2, secure)
	expect(2, SecureSettings)
	c.Learn(2, Credentials{Source: SecureSettings, URL: "http://grafana"})
	expect(2, NoCredentials)
	c.Learn(1, Credentials{Source: ManagedServiceAccount, URL: "http://grafana"})
	expect(1, ManagedServiceAccount)
	for _, text := range []string{fmt.Sprint(managed), fmt.Sprintf("%+v", managed), fmt.Sprintf("%#v", managed)} {
		if text != ManagedServiceAccount {
			t.Errorf("printed as %s", text)
		}
	}
}

func TestFromEnvironment(t *testing.T) {
	env := map[string]string{"GF_APP_URL": "https://public/", "GF_PLUGIN_APP_CLIENT_SECRET": "m"}
	getenv := func(key string) string { return env[key] }
	c := New(Config{Credentials: FromEnvironment(getenv, "", "")})
	if got := c.Credentials(1); got.Source != ManagedServiceAccount || got.URL != "https://public/" || got.Token != "m" {
		t.Errorf("%#v %s", got, got.URL)
	}
	c = New(Config{Credentials: FromEnvironment(getenv, "http://inside", "t"), URL: "http://inside"})
	if got := c.Credentials(1); got.Source != ManagedServiceAccount || got.URL != "http://inside" {
		t.Errorf("%#v %s", got, got.URL)
	}
	c.Learn(1, Credentials{Source: ManagedServiceAccount, URL: "https://public/", Token: "n"})
	if got := c.Credentials(1); got.URL != "http://inside" || got.Token != "n" {
		t.Errorf("the fixed address is kept: %s", got.URL)
	}
}

func TestPeople(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/api/org/users":
			io.WriteString(w, `[{"login":"ada","email":"ada@x","role":"Editor","lastSeenAt":"2026-03-01T10:00:00Z"}]`)
		case "/api/teams/search":
			io.WriteString(w, `{"totalCount":2,"teams":[{"id":7,"name":"Sales Ops"},{"id":8,"name":"Sales"}]}`)
		case "/api/teams/8/members":
			io.WriteString(w, `[{"login":"ada","email":"ada@x"}]`)
		default:
			http.NotFound(w, r)
		}
	})
	users, err := c.Users(t.Context(), 1)
	if err != nil || len(users) != 1 || users[0].Login != "ada" || users[0].LastSeenAt.IsZero() {
		t.Errorf("%v %v", users, err)
	}
	teams, err := c.Teams(t.Context(), 1)
	if err != nil || strings.Join(teams, ",") != "Sales Ops,Sales" {
		t.Errorf("%v %v", teams, err)
	}
	members, err := c.Members(t.Context(), 1, "sales")
	if err != nil || strings.Join(members, ",") != "ada,ada@x" {
		t.Errorf("%v %v", members, err)
	}
	if members, err := c.Members(t.Context(), 1, "Nobody"); err != nil || members != nil {
		t.Errorf("%v %v", members, err)
	}
}

func TestStatus(t *testing.T) {
	code, calls := 200, 0
	now := time.Unix(0, 0)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls++
		w.WriteHeader(code)
		io.WriteString(w, `[]`)
	}))
	defer server.Close()
	c := New(Config{Now: func() time.Time { return now }})
	if s := c.Status(t.Context(), 1); s.Ok || s.Credentials != NoCredentials || !strings.Contains(s.Message, "grafana_token") {
		t.Errorf("%+v", s)
	}
	c.Learn(1, Credentials{Source: SecureSettings, URL: server.URL, Token: secret})
	if s := c.Status(t.Context(), 1); !s.Ok || s.Credentials != SecureSettings {
		t.Errorf("%+v", s)
	}
	code = 401
	if s := c.Status(t.Context(), 1); !s.Ok || calls != 1 {
		t.Errorf("remembered: %+v after %d calls", s, calls)
	}
	now = now.Add(time.Minute)
	if s := c.Status(t.Context(), 1); s.Ok || !strings.Contains(s.Message, "401") {
		t.Errorf("%+v", s)
	}
}

func FuzzResults(f *testing.F) {
	f.Add([]byte(`{"results":{"A":{"status":200,"frames":[{"schema":{"fields":[{"name":"v","type":"number","typeInfo":{"frame":"float64"}}]},"data":{"values":[[1]],"entities":[{"NaN":[5]}]}}]}}}`))
	f.Add([]byte(`{"message":"x"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		results, err := readResults(body)
		if err != nil && results != nil {
			t.Error("results and an error")
		}
		for _, r := range results {
			for _, frame := range r.Frames {
				if _, err := frame.RowLen(); err != nil {
					t.Error(err)
				}
			}
		}
	})
}
