package governance

import (
	"cmp"
	"slices"
	"time"
)

// plannedReview is a review that was made: when it starts, and the occurrence that it says it stands for.
type plannedReview struct {
	name       string
	start      time.Time
	occurrence *time.Time
}

// match is a slot of a recurrence with the review made for it (name "" for none), or a review outside the rule.
type match struct {
	slot   Slot
	review plannedReview
}

// Ways in which a review belongs to a slot, the surest first.
const (
	exactly = iota
	onItsDay
	onItsPlannedDay
	nearby
)

type pairing struct {
	slot, review, way int
	distance          time.Duration
}

// matched joins slots and reviews: a review belongs to the occurrence that it names, else to the one of its local day, else to
// the nearest one within half an interval; each slot and each review is used once. Reviews that belong to none stand for
// themselves. Slots are in the order of time.
func matched(slots []Slot, reviews []plannedReview) []match {
	var pairs []pairing
	for r, review := range reviews {
		for s := range slots {
			if way, distance, ok := belongs(review, slots, s); ok {
				pairs = append(pairs, pairing{s, r, way, distance})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(a.way, b.way), cmp.Compare(a.distance, b.distance), cmp.Compare(a.slot, b.slot), cmp.Compare(a.review, b.review))
	})
	reviewOf, used := map[int]int{}, map[int]bool{}
	for _, p := range pairs {
		if _, taken := reviewOf[p.slot]; !taken && !used[p.review] {
			reviewOf[p.slot], used[p.review] = p.review, true
		}
	}
	result := make([]match, 0, len(slots))
	for s, slot := range slots {
		m := match{slot: slot}
		if r, taken := reviewOf[s]; taken {
			m.review = reviews[r]
		}
		result = append(result, m)
	}
	for r, review := range reviews {
		if !used[r] {
			result = append(result, match{slot: Slot{Planned: review.start, Start: review.start}, review: review})
		}
	}
	return result
}

// belongs says in which way a review may belong to a slot, and how far it is from it.
func belongs(review plannedReview, slots []Slot, s int) (way int, distance time.Duration, ok bool) {
	slot, when := slots[s], review.start
	if review.occurrence != nil {
		when = *review.occurrence
	}
	distance = when.Sub(slot.Start).Abs()
	if distance > matchReach {
		return 0, 0, false
	}
	switch {
	case when.Equal(slot.Start) || when.Equal(slot.Planned):
		return exactly, distance, true
	case sameDay(when, slot.Start, slot.zone):
		return onItsDay, distance, true
	case sameDay(when, slot.Planned, slot.zone):
		return onItsPlannedDay, distance, true
	case review.occurrence == nil && 2*distance <= gap(slots, s, when):
		return nearby, distance, true
	}
	return 0, 0, false
}

// gap is the interval between a slot and its neighbour on the side where an instant lies; of a slot at the end of the rule the
// one on its other side, and a year when it is alone.
func gap(slots []Slot, s int, when time.Time) time.Duration {
	before, after := s-1, s+1
	if when.After(slots[s].Start) {
		before, after = after, before
	}
	for _, neighbour := range []int{before, after} {
		if neighbour >= 0 && neighbour < len(slots) {
			return slots[neighbour].Start.Sub(slots[s].Start).Abs()
		}
	}
	return 365 * day
}

func sameDay(a, b time.Time, zone *time.Location) bool {
	return a.Sub(b).Abs() < 2*day && a.In(zone).Format(dateForm) == b.In(zone).Format(dateForm)
}
