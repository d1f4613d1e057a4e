package export

import (
	"fmt"
	"io"
	"time"

	ics "github.com/arran4/golang-ical"
)

// ICSContentType is the media type of what ICS writes.
const ICSContentType = "text/calendar; charset=utf-8"

// CalendarEntry is one entry of a calendar.
type CalendarEntry struct {
	// UID identifies the entry for good; Sequence rises with every change.
	UID      string
	Sequence int
	// Changed is when it last changed.
	Changed              time.Time
	Summary, Description string
	// Start and End are instants; of an entry that takes all day, days as midnight in UTC, with End the day after.
	Start, End time.Time
	AllDay     bool
	Cancelled  bool
}

// calendarRefresh is how often calendars are asked to read the feed again, as an RFC 5545 duration.
const calendarRefresh = "PT1H"

// ICS writes a calendar as iCalendar (RFC 5545). Entries are events, since hardly any calendar shows the to-dos of a feed.
func ICS(w io.Writer, title string, entries []CalendarEntry) error {
	calendar := ics.NewCalendarFor("Balanced Scorecard for Grafana")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetName(title)
	calendar.SetXPublishedTTL(calendarRefresh)
	calendar.SetRefreshInterval(calendarRefresh) // it says itself that it is a duration
	for _, entry := range entries {
		event := calendar.AddEvent(entry.UID)
		event.SetDtStampTime(entry.Changed)
		event.SetLastModifiedAt(entry.Changed)
		event.SetSequence(entry.Sequence)
		event.SetSummary(entry.Summary)
		if entry.Description != "" {
			event.SetDescription(entry.Description)
		}
		if entry.AllDay {
			event.SetAllDayStartAt(entry.Start)
			event.SetAllDayEndAt(entry.End)
			event.SetTimeTransparency(ics.TransparencyTransparent)
		} else {
			event.SetStartAt(entry.Start)
			event.SetEndAt(entry.End)
		}
		if entry.Cancelled {
			event.SetStatus(ics.ObjectStatusCancelled)
		} else {
			event.SetStatus(ics.ObjectStatusConfirmed)
		}
	}
	if err := calendar.SerializeTo(w, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("write the calendar: %w", err)
	}
	return nil
}
