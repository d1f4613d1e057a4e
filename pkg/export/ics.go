package export

import (
	"fmt"
	"io"

	ics "github.com/arran4/golang-ical"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
)

// ICSContentType is the media type of what ICS writes.
const ICSContentType = "text/calendar; charset=utf-8"

// calendarRefresh is how often calendars are asked to read the feed again, as an RFC 5545 duration.
const calendarRefresh = "PT1H"

// ICS writes a feed as iCalendar (RFC 5545). Entries are events, since hardly any calendar shows the to-dos of a feed.
func ICS(w io.Writer, feed followup.Calendar) error {
	calendar := ics.NewCalendarFor("Balanced Scorecard for Grafana")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetName(feed.Title)
	calendar.SetXPublishedTTL(calendarRefresh)
	calendar.SetRefreshInterval(calendarRefresh) // it says itself that it is a duration
	for _, entry := range feed.Entries {
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
