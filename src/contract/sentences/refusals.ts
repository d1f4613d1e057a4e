import { OF_CAUSE, type Pattern } from './pattern';

/** What is wrong with a document whatever its kind; each stands behind the path of a field. */
const anyKind = {
  asReported: { text: '{{problem}}', params: { problem: 'text' } },
  blank: { text: 'must not be blank' },
  noKind: { text: 'there is no kind “{{kind}}”', params: { kind: 'text' } },
  noResource: { text: 'there is no {{kind}} “{{name}}”', params: { kind: 'kind', name: 'text' } },
  didYouMean: { code: OF_CAUSE, text: '{{cause}}; did you mean “{{near}}”?', params: { near: 'text' } },
  existsAlready: {
    text: '{{kind}} “{{name}}” exists already: change it with PUT or PATCH, or choose another name',
    params: { kind: 'kind', name: 'text' },
  },
  managedByFile: {
    text: '{{kind}} “{{name}}” is managed by the file “{{file}}”: change it there',
    params: { kind: 'kind', name: 'text', file: 'text' },
  },
  wouldBreak: {
    code: OF_CAUSE,
    text: 'this change would break {{kind}} “{{name}}”: {{cause}}',
    params: { kind: 'kind', name: 'text' },
  },
  noPeriodId: {
    text: '“{{period}}” is no period: write 2026, 2026-Q1, 2026-03, 2026-W11 or 2026-03-14',
    params: { period: 'text' },
  },
  endsBefore: { text: 'ends before “{{from}}” begins: swap them or correct one', params: { from: 'period' } },
  samePeriod: { text: 'begins when the period at {{path}} does: keep one of the two', params: { path: 'text' } },
} satisfies Record<string, Pattern>;

/** What a single value has to be. */
const values = {
  missing: { text: 'is missing' },
  missingOneOf: { text: 'is missing: one of {{values}}', params: { values: 'names' } },
  noField: { text: 'there is no such field' },
  noKey: { text: "“{{key}}” can't be used as a name here", params: { key: 'text' } },
  noneOf: { text: 'must be one of {{values}}', params: { values: 'names' } },
  notThat: { text: 'must be “{{value}}”', params: { value: 'text' } },
  noName: { text: 'must be lower-case letters, digits and hyphens, starting and ending with a letter or digit' },
  noColour: { text: 'must be a colour such as #1f77b4' },
  noAmount: { text: 'must be a number, or percent of the target such as “80%”' },
  noAddress: { text: 'must be an address that starts with http://, https:// or /' },
  noDate: { text: 'must be an ISO 8601 date, or instant with time zone, such as 2026-03-31T17:00:00Z' },
  noMatch: { text: 'must match {{pattern}}', params: { pattern: 'text' } },
  emptyText: { text: 'must not be empty' },
  tooShort: {
    text: 'must have at least {{least}} characters, has {{length}}',
    params: { least: 'whole', length: 'whole' },
  },
  tooLong: {
    text: 'must have at most {{most}} characters, has {{length}}',
    params: { most: 'whole', length: 'whole' },
  },
  emptyList: { text: 'must not be an empty list: leave the field out, or add an item' },
  tooFew: { text: 'must have at least {{least}} items, has {{length}}', params: { least: 'whole', length: 'whole' } },
  tooMany: { text: 'must have at most {{most}} items, has {{length}}', params: { most: 'whole', length: 'whole' } },
  tooLow: { text: 'must be at least {{least}}, is {{value}}', params: { least: 'number', value: 'number' } },
  tooHigh: { text: 'must be at most {{most}}, is {{value}}', params: { most: 'number', value: 'number' } },
  notAbove: { text: 'must be more than {{least}}, is {{value}}', params: { least: 'number', value: 'number' } },
  notBelow: { text: 'must be less than {{most}}, is {{value}}', params: { most: 'number', value: 'number' } },
} satisfies Record<string, Pattern>;

/** What stands in a list a second time. */
const twice = {
  committeeTwice: { text: 'committee “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  itemTwice: { text: 'item “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  kpiTwice: { text: 'the KPI “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  memberTwice: { text: 'member “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  objectiveTwice: { text: 'the objective “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  optionTwice: { text: 'option “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  perspectiveTwice: { text: 'the perspective “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  roleTwice: { text: 'role “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  scorecardTwice: { text: 'scorecard “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  sectionTwice: { text: 'section “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  statusTwice: { text: 'status “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  subscriberTwice: { text: 'subscriber “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  themeTwice: { text: 'the theme “{{name}}” stands here twice: keep one', params: { name: 'text' } },
  unitTwice: { text: 'the unit “{{name}}” stands here twice: keep one', params: { name: 'text' } },
} satisfies Record<string, Pattern>;

const charters = {
  noCommittee: { text: 'there is no committee “{{committee}}”', params: { committee: 'text' } },
  charterLacksCommittee: {
    text: 'the charter “{{charter}}” has no committee “{{committee}}”',
    params: { charter: 'text', committee: 'text' },
  },
  promisedTwice: {
    text: 'the {{tier}} review of “{{scorecard}}” by “{{committee}}” is promised twice: keep one',
    params: { tier: 'tier', scorecard: 'text', committee: 'text' },
  },
  delegateOfNobody: {
    text: '“{{person}}” is no member of the committee: a delegate stands in for a member',
    params: { person: 'text' },
  },
  ownDelegate: { text: 'nobody stands in for themselves: name somebody else' },
  quorumTooLarge: { text: "can't be reached: the committee has {{members}} members", params: { members: 'whole' } },
  boundsReversed: {
    text: 'must not be shorter than often: {{seldom}} is more often than {{often}}',
    params: { seldom: 'every', often: 'every' },
  },
  oftenerThanBounds: { text: 'is more often than the bounds allow: {{often}}', params: { often: 'every' } },
  rarerThanBounds: { text: 'is more seldom than the bounds allow: {{seldom}}', params: { seldom: 'every' } },
  noVersionYet: {
    text: 'the charter has no version {{version}} yet: it is at {{current}}',
    params: { version: 'whole', current: 'whole' },
  },
} satisfies Record<string, Pattern>;

const reviews = {
  requiredToo: { text: '“{{person}}” is required: nobody is both', params: { person: 'text' } },
  escalatesToItself: { text: 'must be another series: items go up a tier' },
  escalatesNotUp: {
    text: '“{{other}}” is {{otherTier}} and this series {{tier}}: items go to a higher tier',
    params: { other: 'text', otherTier: 'tier', tier: 'tier' },
  },
  charterNeeded: { text: 'needs the charter whose committee it is' },
  reservedName: { text: 'must not be “{{name}}”: that is an address of its own', params: { name: 'text' } },
  reviewOfOtherSeries: {
    text: 'is a review of the series “{{other}}”, not of “{{series}}”',
    params: { other: 'text', series: 'text' },
  },
  operationalOnStrategic: {
    text: 'an operational item needs a reason (classReason) to be on the agenda of the strategic series “{{series}}”; put it on the agenda of “{{other}}”',
    params: { series: 'text', other: 'text' },
  },
  operationalNowhere: {
    text: 'an operational item needs a reason (classReason) to be on the agenda of the strategic series “{{series}}”; no other series takes operational items of its charter and scorecards',
    params: { series: 'text' },
  },
  recipientMissing: {
    text: 'is missing: say who gets the report over the channel “{{channel}}”',
    params: { channel: 'text' },
  },
  prematureUnexplained: {
    text: 'say why the report is frozen although not all values are final: {{values}}',
    params: { values: 'text' },
  },
  noMailAddress: { text: 'must be an e-mail address to be reached by e-mail' },
} satisfies Record<string, Pattern>;

const cadences = {
  endsBeforeItBegins: { text: 'must not be before from' },
  sameCadence: { text: 'must differ from the cadence there is' },
  severalSteps: {
    text: 'is more than one step from {{from}}: propose the cadence next to it',
    params: { from: 'every' },
  },
  rejectionUnexplained: { text: 'say why it is rejected' },
  beforeItsReading: { text: 'must not be before the reading that it decides on' },
  cadenceRests: {
    text: 'is within {{cycles}} cycles of the step that “{{proposal}}” accepted: a cadence rests after a step',
    params: { cycles: 'whole', proposal: 'text' },
  },
  charterLacksReview: {
    text: 'the charter “{{charter}}” has no {{tier}} review of the scorecard “{{scorecard}}”',
    params: { charter: 'text', tier: 'tier', scorecard: 'text' },
  },
  seriesOfOtherCharter: {
    text: 'the series “{{series}}” is none of the charter “{{charter}}”',
    params: { series: 'text', charter: 'text' },
  },
  seriesOfOtherTier: {
    text: 'the series “{{series}}” is {{seriesTier}}, not {{tier}}',
    params: { series: 'text', seriesTier: 'tier', tier: 'tier' },
  },
} satisfies Record<string, Pattern>;

const entries = {
  closedInFuture: { text: 'lies in the future: an action closes on the day it is done' },
  firstDueStays: { text: 'never changes once it is set: it is {{day}}', params: { day: 'day' } },
  dueMissing: { text: 'is missing: an action with a first due date has a due date' },
  closedWhileOpen: { text: 'only what is over has one: set state to “done”, “cancelled”' },
  sizeNotAbove: { text: 'must be above 0: sign says which way the KPI is to move' },
  noSuchOption: { text: 'must be one of the options: {{options}}', params: { options: 'names' } },
  decidedWhileOpen: { text: 'an open decision has none: set state to “decided” or leave it out' },
  revisitBeforeDecision: { text: 'lies before {{decided}}, the day it was decided', params: { decided: 'day' } },
  recoveryBeforePeriod: {
    text: 'comes before the period “{{period}}” begins: write the day by which the KPI is back on track',
    params: { period: 'period' },
  },
} satisfies Record<string, Pattern>;

/** What an event of a meeting lacks. */
const events = {
  aheadOfClock: { text: "is more than a day ahead of the server's clock: see whether the sender's is right" },
  longAgo: { text: 'is before the year 1000' },
  controlCharacters: { text: 'must not hold control characters' },
  whoseAttendance: { text: 'is missing: whose attendance is this?' },
  noAttendance: { text: 'must be present, delegate or absent' },
  noteEmpty: { text: 'is missing: what is the note?' },
  entryEmpty: { text: 'is missing: say in one line what it is' },
  oneOption: { text: 'must be at least two, or none' },
  notAmongOptions: { text: 'must be one of the options' },
  whichPrompt: { text: 'is missing: which prompt?' },
  noPromptState: { text: 'must be shown or answered' },
  pulseIncomplete: { text: 'is missing: the pulse has three answers from 1 to 5' },
  whichItem: {
    text: 'is missing: which item of the agenda begins, or offAgenda with a title for anything else',
  },
  onAndOffAgenda: { text: 'stands beside item: a block is on the agenda or off it, not both' },
  notOnAgenda: {
    text: '“{{item}}” is not on the agenda, which has {{items}}',
    params: { item: 'text', items: 'names' },
  },
  agendaEmpty: { text: '“{{item}}” is not on the agenda, which has no items', params: { item: 'text' } },
} satisfies Record<string, Pattern>;

const strategies = {
  ownCause: {
    text: "an objective can't be the cause of itself: name another than “{{objective}}”",
    params: { objective: 'text' },
  },
  ownChild: { text: 'the objective would be among its own children: {{path}}', params: { path: 'text' } },
  unitBelowItself: { text: 'units form a forest, but this one is below itself: {{path}}', params: { path: 'text' } },
  aliasTwice: { text: 'the alias “{{alias}}” stands here twice: keep one', params: { alias: 'text' } },
  aliasIsName: {
    text: '“{{alias}}” is the name of another unit: rows with that key belong to one unit only',
    params: { alias: 'text' },
  },
  nameIsAlias: {
    text: '“{{name}}” is an alias of OrgUnit “{{unit}}”: choose another name, or remove the alias there',
    params: { name: 'text', unit: 'text' },
  },
  aliasTaken: {
    text: '“{{alias}}” is an alias of OrgUnit “{{unit}}” already: rows with that key belong to one unit only',
    params: { alias: 'text', unit: 'text' },
  },
  otherPerspective: {
    text: 'the objective says that it belongs to the perspective “{{perspective}}”: place it there, or change the objective',
    params: { perspective: 'text' },
  },
  otherStrategy: {
    text: 'the objective belongs to the strategy “{{strategy}}”, the scorecard to “{{other}}”: use an objective of that strategy',
    params: { strategy: 'text', other: 'text' },
  },
  otherCalendar: {
    text: 'the KPI “{{kpi}}” has the calendar “{{calendar}}”, not “{{other}}”: all KPIs of a scorecard share its calendar',
    params: { kpi: 'text', calendar: 'text', other: 'text' },
  },
  noSuchLevel: {
    text: "must be a level of the scorecard's scheme: one of {{levels}}",
    params: { levels: 'names' },
  },
  noNode: { text: 'must be a node of a scorecard: one of {{kinds}}', params: { kinds: 'names' } },
  notUnderScorecard: {
    text: 'the scorecard “{{scorecard}}” has no {{kind}} “{{name}}”',
    params: { scorecard: 'text', kind: 'kind', name: 'text' },
  },
} satisfies Record<string, Pattern>;

const kpis = {
  unitUnclear: {
    text: 'without a unit column in extract the values belong to one unit: name exactly one here, or give extract.unit',
  },
  weightMissing: { text: 'is missing: a weightedMean needs the KPI that weighs it' },
  weighsItself: { text: "a KPI can't weigh itself: name another" },
  timeAggregationMissing: {
    text: 'is missing: a KPI that is computed per period needs to know how its periods add up',
  },
  needsItself: { text: 'the KPI needs itself: {{path}}', params: { path: 'text' } },
  queryMissing: { text: 'is missing: give a query here, or name a dataset' },
  datasetToo: { text: 'there is a dataset, too: keep one of the two' },
  timeColumnMissing: { text: 'is missing: a table needs a column with the time, or with the period' },
  timeColumnToo: { text: 'there is a time column, too: keep one of the two' },
  seriesHasTimes: { text: 'a series has times: use time, or mode table' },
  scalarWithTime: {
    text: 'a scalar is asked once per period and has no time column: remove it, or use mode series or table',
  },
  scalarWithPeriod: {
    text: 'a scalar is asked once per period and has no period column: remove it, or use mode table',
  },
  columnsOfNothing: { text: 'there is no source whose columns these could be: add one, or remove the columns' },
  sharesMissing: {
    text: "is missing: a seasonal path spreads the year's amount by them, one per period of the KPI",
  },
  sharesCount: {
    text: 'has {{shares}} items, but a year has {{periods}} periods of frequency {{frequency}}',
    params: { shares: 'whole', periods: 'whole', frequency: 'frequency' },
  },
  sharesCountVaries: {
    text: 'has {{shares}} items, but a year has {{least}} or {{most}} periods of frequency {{frequency}}',
    params: { shares: 'whole', least: 'whole', most: 'whole', frequency: 'frequency' },
  },
  sharesAddUpToNothing: { text: 'add up to 0: at least one must be more' },
} satisfies Record<string, Pattern>;

/** Why a document is refused: what the rules across fields and resources say, each at a field. */
export const refusals = {
  ...anyKind,
  ...values,
  ...twice,
  ...charters,
  ...reviews,
  ...cadences,
  ...entries,
  ...events,
  ...strategies,
  ...kpis,
};
