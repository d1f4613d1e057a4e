package governance

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/period"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

const (
	// maxCount and maxInterval bound what a rule may cost.
	maxCount    = 10_000
	maxInterval = 1_000
	// firstYear and lastYear are those in which a series may start.
	firstYear, lastYear = 1900, 2199
)

// rule is a rule of RFC 5545 with every part spelled out. Its times are local wall-clock times, written as if they were UTC.
type rule struct {
	ruleDays
	options rrule.ROption
	// applies is from when on; what the rule says of before was never planned by it. The zero time where it has always applied.
	applies time.Time
}

// ruleDays say on which days the meetings of a rule are: its zone, days without meetings, and where a meeting goes that falls on a
// holiday.
type ruleDays struct {
	zone      *time.Location
	except    map[string]bool
	onHoliday string
}

// readDays reads the days of a rule; a zone that is none it refuses at /timeZone.
func readDays(zone string, except []string, onHoliday *string, refuse func(path string, said *contract.Reason)) ruleDays {
	days := ruleDays{zone: time.UTC, except: make(map[string]bool, len(except)), onHoliday: cmp.Or(text(onHoliday), "next")}
	if read, err := period.Zone(zone); err != nil {
		refuse("/timeZone", sentence.Of(err))
	} else {
		days.zone = read
	}
	for _, d := range except {
		days.except[d] = true
	}
	return days
}

// readRule reads a rule and its start; what is wrong with them it refuses at /rrule and /start.
func readRule(text, start string, days ruleDays, refuse func(path string, said *contract.Reason)) rule {
	first, err := wallTime(start)
	sound := true
	wrong := func(path string, said *contract.Reason) {
		sound = false
		refuse(path, said)
	}
	switch {
	case err != nil:
		wrong("/start", sentence.NoWallTime)
	case first.Year() < firstYear || first.Year() > lastYear:
		wrong("/start", sentence.StartOutOfRange(strconv.Itoa(firstYear), strconv.Itoa(lastYear)))
	}
	option, problem := readOptions(text, days.zone)
	if problem != nil {
		wrong("/rrule", problem)
	}
	if !sound {
		return rule{}
	}
	option.Dtstart = first
	parsed, err := rrule.NewRRule(*option)
	if err != nil {
		refuse("/rrule", sentence.Of(err))
		return rule{}
	}
	r := rule{ruleDays: days, options: parsed.Options}
	r.options.Dtstart, r.options.Count, r.options.Until = first, option.Count, option.Until
	if !r.happens() {
		refuse("/rrule", sentence.NeverHappens)
	}
	return r
}

// readEarlier reads the rules that applied before, each from the day after the last one of the rule before it, on the present rule's
// days where it says none of its own. Applies is from when on the present rule does.
func readEarlier(spec contract.Recurrence, present ruleDays, refuse func(path string, said *contract.Reason)) (rules []rule, applies time.Time) {
	after := ""
	for i, past := range spec.Earlier {
		path := fmt.Sprintf("/earlier/%d", i)
		refuseHere := func(at string, said *contract.Reason) { refuse(path+at, said) }
		days := present
		if past.TimeZone != nil {
			days = readDays(*past.TimeZone, past.Except, past.OnHoliday, refuseHere)
		} else {
			if past.Except != nil {
				refuseHere("/except", sentence.ZoneNeeded)
			}
			if past.OnHoliday != nil {
				refuseHere("/onHoliday", sentence.ZoneNeeded)
			}
		}
		r := readRule(past.Rrule, past.Start, days, refuseHere)
		last, err := time.Parse(dateForm, past.Until)
		switch begins := dayOf(past.Start); {
		case err != nil:
			refuse(path+"/until", sentence.NoDay)
		case past.Until < begins:
			refuse(path+"/until", sentence.UntilBeforeStart(begins))
		case past.Until <= after:
			refuse(path+"/until", sentence.UntilBeforeOther(after))
		}
		after = past.Until
		r.applies, applies = applies, last.Add(day)
		if end := last.Add(day - time.Second); r.options.Until.IsZero() || r.options.Until.After(end) {
			r.options.Until = end
		}
		rules = append(rules, r)
	}
	return rules, applies
}

// dayOf is the day of a local date and time.
func dayOf(local string) string {
	date, _, _ := strings.Cut(local, "T")
	return date
}

// walls lists the rule's wall-clock times in [from, to].
func (r rule) walls(from, to time.Time) []time.Time {
	options := r.options
	if from.Before(r.applies) {
		from = r.applies
	}
	if options.Until.IsZero() || options.Until.After(to) {
		options.Until = to
	}
	if options.Count == 0 {
		options.Dtstart = r.near(from)
	}
	return occurrences(options, func(t time.Time) bool { return !t.Before(from) }, -1)
}

// after is the first wall-clock time from a time on that is wanted; false when there is none.
func (r rule) after(from time.Time, wanted func(time.Time) bool) (time.Time, bool) {
	options := r.options
	if options.Count == 0 {
		options.Dtstart = r.near(from)
	}
	found := occurrences(options, wanted, 1)
	if len(found) == 0 {
		return time.Time{}, false
	}
	return found[0], true
}

// near is a start from which the rule has the same occurrences from a time on, so that the years before need not be gone
// through: the beginning of the last of the rule's own steps before it.
func (r rule) near(from time.Time) time.Time {
	start, interval := r.options.Dtstart, max(1, r.options.Interval)
	if !from.After(start) {
		return start
	}
	clock := start.Sub(time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, time.UTC))
	at := func(year int, month time.Month, dayOfMonth int) time.Time {
		return time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Add(clock)
	}
	// steps is how many whole steps of a length lie before; one is kept so that a step in progress is whole.
	steps := func(units int) int { return (units/interval - 1) * interval }
	year, month, dayOfMonth := start.Date()
	days := int(from.Sub(start) / day)
	var shift int
	switch r.options.Freq {
	case rrule.YEARLY:
		if shift = steps(from.Year() - year); shift > 0 {
			return at(year+shift, time.January, 1)
		}
	case rrule.MONTHLY:
		if shift = steps((from.Year()-year)*12 + int(from.Month()-month)); shift > 0 {
			return at(year, month+time.Month(shift), 1)
		}
	case rrule.WEEKLY:
		if shift = steps(days / 7); shift > 0 {
			intoWeek := (int(start.Weekday()) + 6 - r.options.Wkst.Day()) % 7
			return at(year, month, dayOfMonth-intoWeek+7*shift)
		}
	default:
		if shift = steps(days); shift > 0 {
			return at(year, month, dayOfMonth+shift)
		}
	}
	return start
}

// happens reports whether the rule has any occurrence. The library searches until the year 9999; dates come back every 400
// years, so the search is made late in that time, where it ends soon.
func (r rule) happens() bool {
	options := r.options
	years := (9899 - options.Dtstart.Year()) / 400 * 400
	options.Dtstart = options.Dtstart.AddDate(years, 0, 0)
	if !options.Until.IsZero() {
		options.Until = options.Until.AddDate(years, 0, 0)
	}
	return len(occurrences(options, func(time.Time) bool { return true }, 1)) > 0
}

// occurrences lists the first n occurrences that are wanted, all of them when n is negative. A rule that the library stumbles over
// has none.
func occurrences(options rrule.ROption, wanted func(time.Time) bool, n int) (times []time.Time) {
	defer func() {
		if recover() != nil {
			times = nil
		}
	}()
	rule, err := rrule.NewRRule(options)
	if err != nil {
		return nil
	}
	next := rule.Iterator()
	for len(times) != n {
		t, ok := next()
		if !ok {
			break
		}
		if wanted(t) {
			times = append(times, t)
		}
	}
	return times
}

// ruleParts are the parts that a rule may have. Those of time may name one value: meetings are at most daily.
var ruleParts = map[string]bool{
	"FREQ": true, "INTERVAL": true, "COUNT": true, "UNTIL": true, "WKST": true, "BYDAY": true, "BYMONTH": true, "BYMONTHDAY": true,
	"BYYEARDAY": true, "BYWEEKNO": true, "BYSETPOS": true, "BYHOUR": true, "BYMINUTE": true, "BYSECOND": true,
}

// readOptions reads the text of a rule, or says what is wrong with it.
func readOptions(rule string, zone *time.Location) (*rrule.ROption, *contract.Reason) {
	if strings.Contains(strings.ToUpper(rule), "DTSTART") {
		return nil, sentence.RuleWithStart
	}
	parts, problem := partsOf(rule)
	if problem != nil {
		return nil, problem
	}
	switch parts["FREQ"] {
	case "":
		return nil, sentence.RuleWithoutFrequency
	case "HOURLY", "MINUTELY", "SECONDLY":
		return nil, sentence.MoreThanDaily(parts["FREQ"])
	}
	for _, name := range []string{"BYHOUR", "BYMINUTE", "BYSECOND"} {
		if strings.Contains(parts[name], ",") {
			return nil, sentence.SeveralTimes(name)
		}
	}
	for name, most := range map[string]int{"INTERVAL": maxInterval, "COUNT": maxCount} {
		if n, err := strconv.Atoi(parts[name]); parts[name] != "" && (err != nil || n < 1 || n > most) {
			return nil, sentence.RulePartOutOfRange(name, most, parts[name])
		}
	}
	if parts["COUNT"] != "" && parts["UNTIL"] != "" {
		return nil, sentence.CountAndUntil
	}
	option, err := rrule.StrToROptionInLocation(bare(rule), time.UTC)
	if err != nil {
		return nil, sentence.NoRule(err.Error())
	}
	option.Until = untilWall(parts["UNTIL"], option.Until, zone)
	return option, nil
}

// bare is a rule without the name of its property, in capitals: RFC 5545 knows no difference of case.
func bare(rule string) string {
	return strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(rule)), "RRULE:")
}

// partsOf gives the values of a rule's parts by their names, or says what is wrong with one.
func partsOf(rule string) (map[string]string, *contract.Reason) {
	parts := map[string]string{}
	for _, part := range strings.Split(bare(rule), ";") {
		name, value, _ := strings.Cut(part, "=")
		switch {
		case !ruleParts[name]:
			return nil, sentence.NoRulePart(name)
		case value == "":
			return nil, sentence.RulePartEmpty(name)
		case parts[name] != "":
			return nil, sentence.RulePartTwice(name)
		}
		parts[name] = value
	}
	return parts, nil
}

// untilWall is the last wall-clock time that a rule's end allows: an instant in the zone, a local time as it is, and of a day
// its end.
func untilWall(text string, until time.Time, zone *time.Location) time.Time {
	switch {
	case text == "":
		return time.Time{}
	case strings.HasSuffix(text, "Z"):
		return wallOf(until, zone)
	case len(text) == len("20060102"):
		return until.Add(day - time.Second)
	}
	return until
}
