package governance

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// AgendaRule is the version of the rules of this file.
const AgendaRule = "agenda/1"

// defaultEscalateAfter is after how many meetings an unresolved item goes to the next tier, of a series that doesn't say.
const defaultEscalateAfter = 2

// Why an item is on an agenda.
const (
	whyRaised     = "raised"
	whyClass      = "class"
	whyRight      = "right"
	whyUnresolved = "unresolved"
)

// ItemCourse is where an agenda item is and how it came there: raised in a series, put where its class belongs, up to who may
// decide it, and up a tier for staying unresolved.
type ItemCourse struct {
	Name string
	Item contract.AgendaItemSpec
	// Raised is since when it is open.
	Raised time.Time
	// On is the series whose agenda it is on, Since when; empty once it is settled.
	On    string
	Since time.Time
	// Meetings are the held reviews that had it on their agenda, oldest first.
	Meetings    []string
	Escalations []contract.ItemEscalation
}

// ItemCourses gives the course of every agenda item that was raised until now, by name. Archived ones are left out.
func (p *Planner) ItemCourses() []ItemCourse {
	var courses []ItemCourse
	held := map[string][]sitting{}
	for _, name := range slices.Sorted(maps.Keys(p.documents.AgendaItems)) {
		origin := p.documents.Origins[contract.Ref{Kind: "AgendaItem", Name: name}]
		item := p.documents.AgendaItems[name]
		raised := origin.CreatedAt
		if item.Raised != nil {
			raised, _ = parseInstant(*item.Raised)
		}
		if _, known := p.documents.Series[item.Series]; known && !origin.Archived && !raised.After(p.now) {
			courses = append(courses, p.itemCourse(name, item, raised, held))
		}
	}
	return courses
}

// sitting is a review that was held, or is under way.
type sitting struct {
	review string
	began  time.Time
	// ended is nil while it is under way.
	ended *time.Time
}

// sittings lists the held reviews of a series in the order of time.
func (p *Planner) sittings(series string) []sitting {
	var list []sitting
	for _, name := range p.bySeries[series] {
		course, review := p.course(name), p.documents.Reviews[name]
		if !course.Held() || review.Cancelled != nil {
			continue
		}
		s := sitting{review: name, began: course.began(), ended: course.Closed}
		length := time.Duration(p.minutes(p.documents.Series[series], name)) * time.Minute
		if end := s.began.Add(length); s.ended == nil && p.now.After(end.Add(longestOpen)) {
			s.ended = &end
		}
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b sitting) int { return cmp.Or(a.began.Compare(b.began), cmp.Compare(a.review, b.review)) })
	return list
}

// itemCourse follows an item from when it was raised. held caches the sittings by series.
func (p *Planner) itemCourse(name string, item contract.AgendaItemSpec, raised time.Time, held map[string][]sitting) ItemCourse {
	c := ItemCourse{Name: name, Item: item, Raised: raised, On: item.Series, Since: raised}
	if lower := p.lowerSeries(item); lower != "" {
		c.move(lower, raised, whyClass, "", fmt.Sprintf("Its class is %s: it belongs to a lower tier.", text(item.Class)))
	}
	settled := p.settledAt(item)
	for {
		if next := p.deciding(c.On, text(item.Right)); next != "" {
			c.move(next, c.Since, whyRight, "", fmt.Sprintf("The decision right %q lies higher.", *item.Right))
			continue
		}
		if _, known := held[c.On]; !known {
			held[c.On] = p.sittings(c.On)
		}
		if !p.discuss(&c, held[c.On], settled) {
			break
		}
	}
	if settled != nil {
		c.On = ""
	}
	return c
}

// settledAt is when an item was resolved or withdrawn; nil while it is open.
func (p *Planner) settledAt(item contract.AgendaItemSpec) *time.Time {
	if item.State == nil || *item.State == "open" {
		return nil
	}
	if item.Resolved != nil {
		if at, ok := parseInstant(*item.Resolved); ok {
			if at.After(p.now) {
				return nil
			}
			return &at
		}
	}
	return &p.now
}

// discuss takes an item through the meetings of the series that it is on. It reports whether it left for the next tier: when it
// stayed unresolved in as many as the series allows.
func (p *Planner) discuss(c *ItemCourse, meetings []sitting, settled *time.Time) (left bool) {
	limit, unresolved := p.escalateAfter(c.On), 0
	for _, m := range meetings {
		if m.began.Before(c.Since) || settled != nil && !m.began.Before(*settled) {
			continue
		}
		c.Meetings = append(c.Meetings, m.review)
		if m.ended == nil || settled != nil && !settled.After(*m.ended) {
			continue
		}
		if unresolved++; unresolved < limit {
			continue
		}
		if next := p.nextSeries(c.On); next != "" {
			c.move(next, *m.ended, whyUnresolved, m.review, fmt.Sprintf("It was not resolved in %s of %s.",
				plural(unresolved, "meeting"), p.documents.Series[c.On].Title))
			return true
		}
	}
	return false
}

func (c *ItemCourse) move(to string, at time.Time, why, review, reason string) {
	c.Escalations = append(c.Escalations, contract.ItemEscalation{
		From: c.On, To: to, At: instantOf(at), Why: why, Reason: reason, Review: named(review),
	})
	c.On, c.Since = to, at
}

// Why tells why it is on the agenda it is on.
func (c ItemCourse) Why() (why, reason string) {
	if n := len(c.Escalations); n > 0 {
		return c.Escalations[n-1].Why, c.Escalations[n-1].Reason
	}
	return whyRaised, "It was raised there."
}

// Left reports whether it left the agenda of a series for that of another one.
func (c ItemCourse) Left(series string) bool {
	return slices.ContainsFunc(c.Escalations, func(e contract.ItemEscalation) bool { return e.From == series })
}

// LeftAfter reports whether it went on to another series after a review.
func (c ItemCourse) LeftAfter(review string) bool {
	return slices.ContainsFunc(c.Escalations, func(e contract.ItemEscalation) bool { return text(e.Review) == review })
}

// OnAgenda reports whether a review has it on its agenda: a held one had it, and one that is still to come has what is open now.
func (p *Planner) OnAgenda(review string, c ItemCourse) bool {
	spec := p.documents.Reviews[review]
	if slices.Contains(c.Meetings, review) {
		return true
	}
	return c.On == spec.Series && spec.Cancelled == nil && !p.course(review).Held()
}

// escalateAfter is after how many meetings an unresolved item leaves a series.
func (p *Planner) escalateAfter(series string) int {
	if n := p.documents.Series[series].EscalateAfter; n != nil {
		return int(*n)
	}
	return defaultEscalateAfter
}

// nextSeries is where what stays unresolved goes from a series: the one that it names, else of the tiers above it the lowest that
// has a series of the same charter, or else of a common scorecard. Empty when there is none.
func (p *Planner) nextSeries(series string) string {
	if to := text(p.documents.Series[series].EscalatesTo); to != "" && p.active(to) {
		return to
	}
	rank := tierRank(p.documents.Series[series].Tier)
	return p.closest(series, func(other contract.ReviewSeriesSpec) (int, bool) {
		above := tierRank(other.Tier) - rank
		return above, above > 0
	})
}

// lowerSeries is where an item goes whose class is lower than the tier of the series that it was raised in, unless a reason was
// given for it: the series of its class, else the nearest one below. Empty when it stays.
func (p *Planner) lowerSeries(item contract.AgendaItemSpec) string {
	if item.Class == nil || item.ClassReason != nil {
		return ""
	}
	class, rank := tierRank(*item.Class), tierRank(p.documents.Series[item.Series].Tier)
	if class >= rank {
		return ""
	}
	return p.closest(item.Series, func(other contract.ReviewSeriesSpec) (int, bool) {
		tier := tierRank(other.Tier)
		return tier - class, tier >= class && tier < rank
	})
}

// deciding is the next tier's series of one whose committee doesn't decide a right while the committee of a higher one of the
// same charter does. Empty when the item stays.
func (p *Planner) deciding(series, right string) string {
	spec := p.documents.Series[series]
	if right == "" || spec.Charter == nil || decides(p.committeeOf(series), right) {
		return ""
	}
	for name, other := range p.documents.Series {
		higher := text(other.Charter) == *spec.Charter && tierRank(other.Tier) > tierRank(spec.Tier)
		if higher && p.active(name) && decides(p.committeeOf(name), right) {
			return p.nextSeries(series)
		}
	}
	return ""
}

func decides(committee *contract.Committee, right string) bool {
	return committee != nil && slices.ContainsFunc(committee.Decides, func(r string) bool {
		return strings.EqualFold(strings.TrimSpace(r), strings.TrimSpace(right))
	})
}

// closest chooses among the active series that share the charter or a scorecard with one: the least distance, then the same
// charter, then a common scorecard, then the name. wanted gives the distance; false leaves a series out.
func (p *Planner) closest(series string, wanted func(contract.ReviewSeriesSpec) (distance int, ok bool)) string {
	origin, best, bestRank := p.documents.Series[series], "", [3]int{}
	for _, name := range slices.Sorted(maps.Keys(p.documents.Series)) {
		other := p.documents.Series[name]
		distance, ok := wanted(other)
		if !ok || name == series || !related(origin, other) || !p.active(name) {
			continue
		}
		rank := [3]int{distance, 1, 1}
		if origin.Charter != nil && text(other.Charter) == *origin.Charter {
			rank[1] = 0
		}
		if len(sharedPeople(origin.Scorecards, other.Scorecards)) > 0 {
			rank[2] = 0
		}
		if best == "" || slices.Compare(rank[:], bestRank[:]) < 0 {
			best, bestRank = name, rank
		}
	}
	return best
}

// active reports whether a series still meets: it is not archived and its committee not dissolved.
func (p *Planner) active(series string) bool {
	spec, known := p.documents.Series[series]
	if !known || p.documents.Origins[contract.Ref{Kind: "ReviewSeries", Name: series}].Archived {
		return false
	}
	if charter := spec.Charter; charter != nil && p.documents.Origins[contract.Ref{Kind: "GovernanceCharter", Name: *charter}].Archived {
		return false
	}
	recurrence := p.Recurrence(series)
	return recurrence != nil && !dissolvedAt(p.committeeOf(series), p.now, recurrence.ZoneAt(p.now))
}
