import { OF_CAUSE, type Pattern } from './pattern';

/** Why a text is no period of a calendar. */
const examples = { week: 'text', month: 'text', quarter: 'text', half: 'text', year: 'text' } as const;
const periods = {
  idOfNoPeriod: { code: OF_CAUSE, text: 'period {{id}}: {{cause}}', params: { id: 'text' } },
  periodExpected: {
    text: 'expected a day such as 2026-03-14, a week such as {{week}}, a month such as {{month}}, a quarter such as {{quarter}}, a half such as {{half}} or a year such as {{year}}',
    params: examples,
  },
  idOfOtherCalendar: {
    text: 'not an id of this calendar, which has a day such as 2026-03-14, a week such as {{week}}, a month such as {{month}}, a quarter such as {{quarter}}, a half such as {{half}} or a year such as {{year}}',
    params: examples,
  },
  yearOutOfRange: { text: 'years go from {{first}} to {{last}}', params: { first: 'text', last: 'text' } },
  noSuchPart: {
    text: 'there is no {{part}} {{position}} in {{year}}: they go from 1 to {{last}}',
    params: { part: 'frequency', position: 'whole', year: 'text', last: 'whole' },
  },
  noSuchDay: {
    text: 'there is no {{day}} {{month}} in {{year}}: days go from 1 to {{last}}',
    params: { day: 'whole', month: 'month', year: 'text', last: 'whole' },
  },
} satisfies Record<string, Pattern>;

/** What is wrong with a scale, at the threshold that has to change. */
const scales = {
  noThreshold: { text: 'must be a finite number, or percent of the target such as "80%"' },
  goalIsRedFlag: { text: 'must differ from redFlag' },
  worstNotBeyond: { text: 'must lie beyond redFlag, on the side away from goal' },
  bestNotBeyond: { text: 'must lie beyond goal, on the side away from redFlag' },
  targetIsBaseline: { text: 'must differ from baseline' },
  baselineIsTarget: { text: 'must differ from the target, of which it is 100%' },
  highBelowLow: { text: 'must not be less than low' },
  toleranceNegative: { text: "is a distance: it can't be negative" },
  noComparison: { text: 'must be gt, gte, lt, lte or eq' },
  noScaleType: { text: 'must be goalRedFlag, toTarget, between, binary, ranges or points' },
  pointsTooFew: { text: 'at least two points are needed' },
  noPoint: { text: 'a point is a value and a score' },
  scoreOutOfRange: { text: 'a score is a number from 0 to 100' },
  pointsUnordered: { text: 'values must be in strictly rising or strictly falling order' },
  rangesMissing: { text: 'at least one range is needed' },
  rangeEmpty: {
    text: 'the range of "{{level}}" is empty: to must be greater than from',
    params: { level: 'level' },
  },
  rangesOpen: { text: 'ranges overlap: at most one may leave out from, and one to' },
  rangesOverlap: {
    text: 'the ranges of "{{before}}" and "{{level}}" overlap',
    params: { before: 'level', level: 'level' },
  },
  rangesApart: {
    text: 'there is a gap between the ranges of "{{before}}" and "{{level}}"',
    params: { before: 'level', level: 'level' },
  },
} satisfies Record<string, Pattern>;

/** What is wrong with the levels of a status scheme. */
const schemes = {
  levelsTooFew: { text: 'a scheme needs at least two levels' },
  lowestNotZero: { text: 'the lowest level begins at 0, not at {{from}}', params: { from: 'number' } },
  levelsUnordered: {
    text: 'levels go from the lowest to the best: from must be greater than {{before}}',
    params: { before: 'number' },
  },
  levelAboveAll: { text: 'a score is at most 100, not {{from}}', params: { from: 'number' } },
  levelTwice: { text: 'there is another level "{{level}}"', params: { level: 'text' } },
} satisfies Record<string, Pattern>;

/** What is wrong with a calendar. */
const calendars = {
  noTimeZone: {
    text: '"{{zone}}" is no IANA time zone: write a name such as Europe/Berlin or UTC',
    params: { zone: 'text' },
  },
  noMonth: { text: 'must be a month from 1 to 12, not {{month}}', params: { month: 'whole' } },
  yearEndWithoutPattern: {
    text: 'only calendars with a week pattern have a yearEnd: add pattern or use fiscalYearStartMonth',
  },
  yearEndNeeded: {
    text: 'a week pattern needs yearEnd: the month, weekday and rule by which the fiscal year ends',
  },
  patternAndMonth: {
    text: 'a calendar has either a pattern or a fiscalYearStartMonth: the fiscal year ends by yearEnd',
  },
  noPattern: { text: 'must be 4-4-5, 4-5-4 or 5-4-4, not "{{pattern}}"', params: { pattern: 'text' } },
  noWeekday: { text: 'must be a weekday in English, lower case, not "{{weekday}}"', params: { weekday: 'text' } },
  noYearEndRule: { text: 'must be last or nearest, not "{{rule}}"', params: { rule: 'text' } },
} satisfies Record<string, Pattern>;

/** What is wrong with the recurrence of a series. */
const recurrences = {
  noWallTime: { text: 'is no date and time that exists: write it like 2026-01-20T09:00' },
  startOutOfRange: { text: 'must be of a year from {{first}} to {{last}}', params: { first: 'text', last: 'text' } },
  neverHappens: { text: 'there is no day on which it happens: see its start, its end and the days that it names' },
  zoneNeeded: { text: 'needs timeZone: without it the days are those of the present rule' },
  noDay: { text: 'is no day that exists: write it like 2026-03-31' },
  untilBeforeStart: { text: 'must not be before its start, {{start}}', params: { start: 'day' } },
  untilBeforeOther: { text: 'must be after that of the rule before, {{until}}', params: { until: 'day' } },
  ruleWithStart: { text: 'must not contain DTSTART: write it as start and timeZone' },
  ruleWithoutFrequency: { text: 'needs FREQ: DAILY, WEEKLY, MONTHLY or YEARLY' },
  moreThanDaily: {
    text: 'must not be {{frequency}}: reviews are at most daily',
    params: { frequency: 'text' },
  },
  severalTimes: {
    text: 'must not have several values for {{part}}: reviews are at most daily',
    params: { part: 'text' },
  },
  rulePartOutOfRange: {
    text: '{{part}} must be a whole number from 1 to {{most}}, not "{{given}}"',
    params: { part: 'text', most: 'whole', given: 'text' },
  },
  countAndUntil: { text: 'has either COUNT or UNTIL, not both' },
  noRule: { text: 'is no recurrence rule of RFC 5545: {{problem}}', params: { problem: 'text' } },
  noRulePart: {
    text: 'is no recurrence rule of RFC 5545: "{{part}}" is none of its parts; write one like FREQ=MONTHLY;BYDAY=2WE',
    params: { part: 'text' },
  },
  rulePartEmpty: { text: 'is no recurrence rule of RFC 5545: {{part}} has no value', params: { part: 'text' } },
  rulePartTwice: { text: 'has {{part}} twice: keep one', params: { part: 'text' } },
} satisfies Record<string, Pattern>;

/** Why a part of a definition can't be used, whatever document it stands in. */
export const definitions = { ...periods, ...calendars, ...recurrences, ...scales, ...schemes };
