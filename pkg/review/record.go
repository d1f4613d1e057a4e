package review

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

// aheadAtMost is how far a sender's clock may be ahead of the server's.
const aheadAtMost = 24 * time.Hour

// Record logs what happened in a review: a body of events as the contract's ReviewEvents has it. Events may come late and in any
// order; those whose ids the log has are left out. Decisions, actions and parked items become resources in the transaction that keeps
// their events: whatever breaks, both are there or neither. Nothing is kept unless all is valid.
//
// The error is a *resource.ParseError, an *evaluate.NotFoundError, a *resource.ConflictError when the review is cancelled, or a
// *resource.InvalidError with everything that is wrong.
func (s *Service) Record(ctx context.Context, f access.Filter, name string, body []byte, options resource.WriteOptions) error {
	if err := f.Require(access.Editor, "logging a review"); err != nil {
		return err
	}
	sent, problems, err := readEvents(body)
	if err != nil {
		return err
	}
	documents, err := s.Documents.Governance(ctx, f, nil)
	if err != nil {
		return err
	}
	review, known := documents.Reviews[name]
	switch {
	case !known:
		return &evaluate.NotFoundError{Kind: "Review", Name: name}
	case review.Cancelled != nil:
		return &resource.ConflictError{Detail: fmt.Sprintf("the review %s is cancelled: nothing can happen in it", name)}
	}
	stored, err := s.Events.Events(ctx, f.Org(), []string{name})
	if err != nil {
		return err
	}
	log := newRecording(name, review, documents, stored, s.Now().UTC(), f.Actor())
	if log.beyondAgenda(sent) {
		if err := s.addRaised(ctx, f, log); err != nil {
			return err
		}
	}
	for i := range sent {
		if sent[i].sound {
			log.take(&sent[i])
		}
	}
	if problems = append(problems, log.problems...); len(problems) > 0 {
		return &resource.InvalidError{Problems: problems}
	}
	if len(log.events) == 0 {
		return nil
	}
	if len(log.documents) > 0 {
		return s.keepWithResources(ctx, f, log, options)
	}
	if options.DryRun {
		return nil
	}
	_, err = s.Events.AppendEvents(ctx, f.Org(), name, log.events)
	return err
}

// keepWithResources keeps the events, and makes the resources of what was decided, agreed and parked.
func (s *Service) keepWithResources(ctx context.Context, f access.Filter, log *recording, options resource.WriteOptions) error {
	stream, err := json.Marshal(log.documents)
	if err != nil {
		return err
	}
	if options.Reason == "" {
		options.Reason = "logged in the review " + log.review
	}
	keep := func(ctx context.Context, tx resource.Tx) error {
		return s.Events.AppendEventsIn(ctx, tx, log.review, log.events)
	}
	err = s.Resources.CreateMissingWith(ctx, f, resource.Input{Data: stream, Format: resource.JSON}, options, keep)
	var invalid *resource.InvalidError
	if errors.As(err, &invalid) {
		return &resource.InvalidError{Problems: log.located(invalid.Problems)}
	}
	return err
}

// sentEvent is an event of a request.
type sentEvent struct {
	index int
	body  json.RawMessage
	event contract.ReviewEvent
	at    time.Time
	// sound says that it is as the schema has it, and was read.
	sound bool
}

// read decodes an event that is as the schema has it.
func (e *sentEvent) read() (err error) {
	if err = json.Unmarshal(e.body, &e.event); err == nil {
		e.at, err = time.Parse(time.RFC3339, e.event.At)
	}
	e.sound = err == nil
	return err
}

// readEvents reads a request. What is wrong with single events is listed, so that the others are examined as well.
func readEvents(body []byte) ([]sentEvent, []contract.ProblemItem, error) {
	var request struct{ Events []json.RawMessage }
	var problems []contract.ProblemItem
	err := resource.ReadBody(body, "ReviewEvents", &request)
	var invalid *resource.InvalidError
	switch {
	case errors.As(err, &invalid):
		problems = invalid.Problems
		if json.Unmarshal(body, &request) != nil {
			return nil, problems, nil
		}
	case err != nil:
		return nil, nil, err
	}
	sent := make([]sentEvent, len(request.Events))
	for i, raw := range request.Events {
		e := sentEvent{index: i, body: raw}
		at := fmt.Sprintf("/events/%d", i)
		broken := slices.ContainsFunc(problems, func(p contract.ProblemItem) bool {
			return p.Path == at || strings.HasPrefix(p.Path, at+"/")
		})
		if !broken {
			if err := e.read(); err != nil {
				problems = append(problems, contract.ProblemItem{Path: at, Message: "can't be read: " + err.Error()})
			}
		}
		sent[i] = e
	}
	return sent, problems, nil
}

// recording examines the events of one request.
type recording struct {
	review string
	spec   contract.ReviewSpec
	all    governance.Documents
	agenda []string
	// logged are the ids that the log or the request has already.
	logged map[string]bool
	now    time.Time
	actor  string

	problems  []contract.ProblemItem
	events    []Event
	documents []document
	// origin is the event that a document comes from.
	origin map[contract.Ref]*sentEvent
}

func newRecording(
	name string, spec contract.ReviewSpec, documents governance.Documents, stored []Event, now time.Time, actor string,
) *recording {
	r := &recording{
		review: name, spec: spec, all: documents, logged: map[string]bool{}, now: now, actor: actor,
		origin: map[contract.Ref]*sentEvent{},
	}
	for _, entry := range spec.Agenda {
		r.agenda = append(r.agenda, entry.Name)
	}
	for _, e := range stored {
		r.logged[e.ID] = true
	}
	return r
}

// beyondAgenda reports whether an item begins that isn't on the review's own agenda: it may have come onto it since.
func (r *recording) beyondAgenda(sent []sentEvent) bool {
	return slices.ContainsFunc(sent, func(e sentEvent) bool {
		return e.sound && e.event.Item != nil && !slices.Contains(r.agenda, *e.event.Item)
	})
}

// addRaised adds the raised items that may be taken up: those on the agenda now, for which the course of every meeting counts,
// and those parked in this very meeting.
func (s *Service) addRaised(ctx context.Context, f access.Filter, r *recording) error {
	planner, err := s.planner(ctx, f, r.now, courseTypes)
	if err != nil {
		return err
	}
	for _, course := range planner.ItemCourses() {
		parkedHere := course.Item.Review != nil && *course.Item.Review == r.review
		if parkedHere || course.On == r.spec.Series || planner.OnAgenda(r.review, course) {
			r.agenda = append(r.agenda, course.Name)
		}
	}
	return nil
}

// take examines an event and keeps it, unless its id is known.
func (r *recording) take(e *sentEvent) {
	if r.logged[e.event.ID] {
		return
	}
	r.logged[e.event.ID] = true
	if !r.examine(e) {
		return
	}
	r.events = append(r.events, Event{
		Review: r.review, ID: e.event.ID, At: e.at, Type: e.event.Type, Actor: r.actor, ReceivedAt: r.now, Body: e.body,
	})
	if captured, ok := r.capture(e); ok {
		r.documents = append(r.documents, captured)
		r.origin[captured.ref()] = e
	}
}

// examine reports whether an event is complete, and says what it lacks.
func (r *recording) examine(e *sentEvent) bool {
	before := len(r.problems)
	refuse := func(field string, said *contract.Reason) {
		r.problems = append(r.problems, contract.ProblemItem{
			Path: fmt.Sprintf("/events/%d/%s", e.index, field), Message: said.Message, Said: said,
		})
	}
	if e.at.After(r.now.Add(aheadAtMost)) {
		refuse("at", sentence.AheadOfClock)
	}
	if e.at.Year() < 1000 {
		refuse("at", sentence.LongAgo)
	}
	if strings.ContainsFunc(e.event.ID, unicode.IsControl) {
		refuse("id", sentence.ControlCharacters)
	}
	event := e.event
	switch event.Type {
	case "item":
		r.examineItem(event, refuse)
	case "attendance":
		if blank(event.Person) {
			refuse("person", sentence.WhoseAttendance)
		}
		if !oneOf(event.State, "present", "delegate", "absent") {
			refuse("state", sentence.NoAttendance)
		}
	case "note":
		if blank(event.Text) {
			refuse("text", sentence.NoteEmpty)
		}
	case "decision", "action", "park":
		if blank(event.Text) && blank(event.Title) && blank(event.Question) {
			refuse("text", sentence.EntryEmpty)
		}
		if event.Type == "decision" && len(event.Options) == 1 {
			refuse("options", sentence.OneOption)
		}
		if event.Chosen != nil && len(event.Options) > 0 && !slices.Contains(event.Options, *event.Chosen) {
			refuse("chosen", sentence.NotAmongOptions)
		}
	case "prompt":
		if blank(event.Prompt) {
			refuse("prompt", sentence.WhichPrompt)
		}
		if event.State != nil && !oneOf(event.State, "shown", "answered") {
			refuse("state", sentence.NoPromptState)
		}
	case "pulse":
		for field, answer := range map[string]*int64{"heard": event.Heard, "evidence": event.Evidence, "clear": event.Clear} {
			if answer == nil {
				refuse(field, sentence.PulseIncomplete)
			}
		}
	}
	return len(r.problems) == before
}

func (r *recording) examineItem(event contract.ReviewEvent, refuse func(field string, said *contract.Reason)) {
	switch {
	case event.Item == nil && event.OffAgenda == nil:
		refuse("item", sentence.WhichItem)
	case event.Item != nil && event.OffAgenda != nil:
		refuse("offAgenda", sentence.OnAndOffAgenda)
	case event.OffAgenda != nil && blank(event.OffAgenda):
		refuse("offAgenda", sentence.Blank)
	case event.Item != nil && !slices.Contains(r.agenda, *event.Item):
		refuse("item", r.offAgenda(*event.Item))
	}
}

func blank(s *string) bool { return s == nil || strings.TrimSpace(*s) == "" }

func oneOf(s *string, words ...string) bool { return s != nil && slices.Contains(words, *s) }

// offAgenda says that an item is not on the agenda.
func (r *recording) offAgenda(item string) *contract.Reason {
	if len(r.agenda) == 0 {
		return sentence.AgendaEmpty(item)
	}
	return sentence.NotOnAgenda(item, r.agenda)
}

// located says of problems with resources in which events they are.
func (r *recording) located(problems []contract.ProblemItem) []contract.ProblemItem {
	for i, p := range problems {
		if p.Resource == nil || r.origin[*p.Resource] == nil {
			continue
		}
		e := r.origin[*p.Resource]
		problems[i] = contract.ProblemItem{
			Path: fmt.Sprintf("/events/%d%s", e.index, eventPath(e.event, strings.TrimPrefix(p.Path, "/spec"))), Message: p.Message, Said: p.Said,
		}
	}
	return problems
}
