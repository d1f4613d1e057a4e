package review

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
)

// maxTitle is how many characters the contract allows a title.
const maxTitle = 200

// document is a resource that comes from an event.
type document struct {
	APIVersion string            `json:"apiVersion"`
	Kind       string            `json:"kind"`
	Metadata   map[string]string `json:"metadata"`
	Spec       map[string]any    `json:"spec"`
}

func (d document) ref() contract.Ref { return contract.Ref{Kind: d.Kind, Name: d.Metadata["name"]} }

// capture is the resource that a decision, an action or a parked item becomes; false for other events.
func (r *recording) capture(e *sentEvent) (document, bool) {
	title, description := headline(e.event)
	spec := map[string]any{"title": title}
	put(spec, "description", description)
	kind := ""
	switch e.event.Type {
	case "decision":
		kind = "Decision"
		r.decision(spec, e)
	case "action":
		kind = "Action"
		r.action(spec, e)
	case "park":
		kind = "AgendaItem"
		r.park(spec, e)
	default:
		return document{}, false
	}
	return document{
		APIVersion: "scorecard/v1", Kind: kind, Metadata: map[string]string{"name": capturedName(r.review, e.event.ID)}, Spec: spec,
	}, true
}

func (r *recording) decision(spec map[string]any, e *sentEvent) {
	put(spec, "question", e.event.Question)
	put(spec, "chosen", e.event.Chosen)
	put(spec, "rationale", e.event.Rationale)
	put(spec, "dissent", e.event.Dissent)
	put(spec, "owner", e.event.Owner)
	put(spec, "due", e.event.Due)
	put(spec, "revisitOn", e.event.RevisitOn)
	if len(e.event.Options) > 0 {
		spec["options"] = e.event.Options
	}
	if e.event.ExpectedEffect != nil {
		spec["expectedEffect"] = e.event.ExpectedEffect
	}
	putAbout(spec, about(e.event))
	spec["review"] = r.review
	if e.event.State != nil && *e.event.State == "open" {
		spec["state"], spec["raisedOn"] = "open", r.day(e.at)
		return
	}
	spec["decidedOn"] = r.day(e.at)
}

func (r *recording) action(spec map[string]any, e *sentEvent) {
	put(spec, "owner", e.event.Owner)
	put(spec, "due", e.event.Due)
	put(spec, "kpi", e.event.Kpi)
	if e.event.ExpectedEffect != nil {
		spec["effect"] = e.event.ExpectedEffect
	}
	putAbout(spec, e.event.About)
	spec["source"] = contract.Ref{Kind: "Review", Name: r.review}
}

// park puts an item on the agenda of the review's series. An operational one that says no reason goes from a strategic review to
// the series that takes such items; where there is none it stays, so that nothing parked is lost.
func (r *recording) park(spec map[string]any, e *sentEvent) {
	links := about(e.event)
	class := governance.ProposeClass(links)
	if e.event.Class != nil {
		class = *e.event.Class
	}
	series, why := r.spec.Series, e.event.Reason
	if class == governance.Operational && r.all.Series[series].Tier == governance.Strategic && blank(why) {
		if routed := governance.RouteDown(series, r.all.Series); routed != "" {
			series = routed
		} else {
			none := "No other series takes operational items."
			why = &none
		}
	}
	spec["series"], spec["review"] = series, r.review
	put(spec, "class", e.event.Class) // otherwise the item's rule proposes it
	spec["raised"], spec["raisedBy"] = e.event.At, r.actor
	if !blank(e.event.Owner) {
		spec["raisedBy"] = *e.event.Owner
	}
	put(spec, "classReason", why)
	putAbout(spec, links)
}

// headline is the title and the description of what an event says: of several lines or a very long one, the beginning is the
// title and the whole text the description.
func headline(event contract.ReviewEvent) (title string, description *string) {
	for _, candidate := range []*string{event.Title, event.Text, event.Question} {
		if !blank(candidate) {
			title = strings.TrimSpace(*candidate)
			break
		}
	}
	whole := title
	title, _, _ = strings.Cut(title, "\n")
	if characters := []rune(strings.TrimSpace(title)); len(characters) > maxTitle {
		title = strings.TrimSpace(string(characters[:maxTitle-1])) + "…"
	}
	title = strings.TrimSpace(title)
	switch {
	case !blank(event.Title) && !blank(event.Text):
		return title, event.Text
	case title != whole:
		return title, &whole
	}
	return title, nil
}

// about is what an event is about, its KPI included.
func about(event contract.ReviewEvent) []contract.Ref {
	links := slices.Clone(event.About)
	if event.Kpi != nil {
		if kpi := (contract.Ref{Kind: "Kpi", Name: *event.Kpi}); !slices.Contains(links, kpi) {
			links = append(links, kpi)
		}
	}
	return links
}

func put(spec map[string]any, field string, value *string) {
	if !blank(value) {
		spec[field] = *value
	}
}

func putAbout(spec map[string]any, links []contract.Ref) {
	if len(links) > 0 {
		spec["about"] = links
	}
}

// day is the calendar day of an instant where the series meets.
func (r *recording) day(at time.Time) string {
	zone, err := time.LoadLocation(r.all.Series[r.spec.Series].Recurrence.TimeZone)
	if err != nil {
		zone = time.UTC
	}
	return at.In(zone).Format(time.DateOnly)
}

// capturedName is the name of the resource of an event: the same for the same review and id, whoever sends it.
func capturedName(review, id string) string {
	digest := sha256.Sum256([]byte(review + "\n" + id))
	const longest = 80
	if len(review) > longest {
		review = strings.TrimRight(review[:longest], "-")
	}
	return review + "-" + hex.EncodeToString(digest[:6])
}

// eventPath is where an event holds what a path below its resource's spec names.
func eventPath(event contract.ReviewEvent, path string) string {
	field, rest, nested := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	switch field {
	case "title":
		if blank(event.Title) {
			field = "text"
		}
	case "effect":
		field = "expectedEffect"
	case "classReason":
		field = "reason"
	case "about":
		if rest == "" {
			break
		}
		if index, _, _ := strings.Cut(rest, "/"); index == strconv.Itoa(len(event.About)) {
			return "/kpi" // the link that the event's KPI became
		}
	}
	if nested {
		return "/" + field + "/" + rest
	}
	return "/" + field
}
