package api_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// ahead has the schedule make reviews of the tactical series that start in three days.
func (s *server) ahead(names ...string) {
	s.t.Helper()
	start := time.Now().Add(72 * time.Hour).UTC().Format(time.RFC3339)
	var documents []string
	for _, name := range names {
		documents = append(documents, fmt.Sprintf(
			"{apiVersion: scorecard/v1, kind: Review, metadata: {name: %s}, spec: {series: northwind-tactical, start: %s}}", name, start))
	}
	engine := resource.New(s.store, resource.Options{})
	stream := resource.Input{Data: []byte(strings.Join(documents, "\n---\n"))}
	if err := engine.CreateMissing(context.Background(), access.System(1, resource.Schedule), stream, resource.WriteOptions{}); err != nil {
		s.t.Fatal(err)
	}
}

func TestReviewsWithAReportOrALogAreNotDeleted(t *testing.T) {
	onBothEngines(t, func(t *testing.T, s *server) {
		s.govern(t)
		s.ahead("frozen", "noted", "untouched")
		s.must(200, "POST", "/reviews/frozen/freeze", map[string]any{"premature": "the plant closes early"})
		s.must(200, "POST", "/reviews/noted/events", events(event("1", "08:00:00", "note", "text", "Bring the list.")))
		const stays = "has a frozen report or a log, which stay for ever"
		refused := func(path string) contract.Problem {
			t.Helper()
			return s.must(409, "DELETE", path, nil, "If-Match", "*").problem(t)
		}
		for _, name := range []string{"frozen", "noted"} {
			want := fmt.Sprintf("Review “%s” %s: archive it instead", name, stays)
			if p := refused("/reviews/" + name + "?dryRun=true"); *p.Detail != want {
				t.Errorf("tried: %s", *p.Detail)
			}
			if p := refused("/reviews/" + name); *p.Detail != want || len(p.Errors) != 1 || p.Errors[0].Resource.Name != name {
				t.Errorf("%s: %+v", *p.Detail, p.Errors)
			}
		}
		referrers := []contract.Ref{{Kind: "Review", Name: "frozen"}, {Kind: "Review", Name: "noted"}}
		for _, path := range []string{"/reviewseries/northwind-tactical?dryRun=true", "/reviewseries/northwind-tactical"} {
			p := refused(path)
			if !slices.Equal(p.Referrers, referrers) || len(p.Errors) != 2 ||
				!strings.HasSuffix(*p.Detail, "which "+stays+": archive it instead") || !strings.HasPrefix(*p.Detail, "ReviewSeries “northwind-tactical” is still referenced by Review ") {
				t.Errorf("%s: %s %+v %v", path, *p.Detail, p.Errors, p.Referrers)
			}
		}
		// Nor does a stream without the series take them away.
		documents := strings.Split(string(s.must(200, "GET", "/export?format=yaml", nil).raw), "---\n")
		others := slices.DeleteFunc(documents, func(d string) bool {
			return strings.Contains(d, "kind: Review\n") || strings.Contains(d, "name: northwind-tactical\n")
		})
		stream := strings.Join(others, "---\n")
		s.must(200, "POST", "/apply?prune=true", stream, "Content-Type", "application/yaml")
		s.must(200, "GET", "/reviewseries/northwind-tactical", nil)
		for _, name := range []string{"frozen", "noted", "untouched"} {
			s.must(200, "GET", "/reviews/"+name, nil)
		}
		// They can be archived, and the report is still there.
		s.must(200, "PATCH", "/reviews/frozen", `{"metadata": {"archived": true}}`, "If-Match", `"1"`)
		s.must(200, "GET", "/reviews/frozen/report", nil)
		s.must(204, "DELETE", "/reviews/untouched", nil, "If-Match", "*")
	})
}
