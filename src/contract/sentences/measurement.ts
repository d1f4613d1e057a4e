import { OF_CAUSE, type Pattern } from './pattern';

/** Why a value is absent. */
const values = {
  noObservation: { text: 'there is no observation' },
  notMeasured: { text: "the KPI isn't measured at this unit" },
  notBegun: { text: 'the period has not begun' },
  quarantined: { text: 'the newest value is quarantined' },
  missingChild: { text: 'a unit below has no value, and the KPI requires all of them' },
  missingPeriod: { text: 'a part of the period has no value, and the KPI requires all of them' },
  nothingCarried: { text: "neither of the last two periods of the KPI's own frequency has a value" },
  noWeight: { text: 'no value has a weight above zero' },
  notFinite: { text: 'the result is too large for a number' },
  unknownKpi: { text: 'there is no KPI {{kpi}}', params: { kpi: 'text' } },
  calendarUnusable: {
    code: 'invalidDefinition',
    text: "its calendar {{calendar}} can't be used",
    params: { calendar: 'text' },
  },
  frequencyUnknown: {
    code: 'invalidDefinition',
    text: 'its frequency {{frequency}} is unknown',
    params: { frequency: 'text' },
  },
  formulaUnreadable: {
    code: 'invalidDefinition',
    text: "its formula can't be read: {{problem}}",
    params: { problem: 'text' },
  },
  circularFormula: { code: 'invalidDefinition', text: 'it is calculated from itself' },
} satisfies Record<string, Pattern>;

/** Why a formula has no value. */
const formulas = {
  divisionByZero: { text: 'Division by zero.' },
  missingInput: { text: '{{kpi}} has no value: {{cause}}', params: { kpi: 'text' } },
  lookBackTooShort: { text: 'the time looked back on begins before its first observation here' },
  noCounterpart: {
    code: 'lookBackTooShort',
    text: '{{period}} has no counterpart a year before',
    params: { period: 'period' },
  },
  noValueYearBefore: {
    code: OF_CAUSE,
    text: 'it has no value in {{period}}: {{cause}}',
    params: { period: 'period' },
  },
  nothingToCompare: { code: 'noObservation', text: 'it has no value this year to compare with' },
} satisfies Record<string, Pattern>;

/** Why a value has no score. */
const scales = {
  noScale: { text: 'no target set gives a scale for this unit and period' },
  noTarget: { text: 'The scale is in percent of the target, and there is none for this period.' },
  noTargetToReach: { code: 'noTarget', text: 'The scale ends at the target, and there is none for this period.' },
  zeroTarget: { text: 'The scale is in percent of the target, which is 0 in this period.' },
  noBaseline: { text: 'The scale begins at the baseline, and there is none for this period.' },
  invalidScale: {
    text: "The scale can't score in this period: {{threshold}} {{problem}}.",
    params: { threshold: 'text', problem: 'text' },
  },
  thresholdsTooLarge: { code: 'invalidScale', text: 'The thresholds of the scale are too large.' },
  unknownLevel: {
    text: "The scale names the level “{{level}}”, which the scheme doesn't have.",
    params: { level: 'text' },
  },
  outsideRanges: { text: 'No range of the scale holds {{value}}.', params: { value: 'number' } },
  quarantinedThreshold: {
    code: 'quarantined',
    text: 'the newest value of the threshold {{threshold}} is quarantined',
    params: { threshold: 'text' },
  },
} satisfies Record<string, Pattern>;

/** Why an objective, a perspective, a theme or a scorecard has no score. */
const rollUps = {
  noChildren: { text: 'there is nothing below it that could be scored' },
  allWeightsZero: { code: 'noWeight', text: 'all weights are 0' },
  missingParts: {
    code: 'missingChild',
    text: {
      one: '{{count}} of its parts has no score, and the roll-up allows none to be missing',
      other: '{{count}} of its parts have no score, and the roll-up allows none to be missing',
    },
    params: { count: 'count' },
  },
  nothingScored: { text: 'none of its parts has a score' },
  lowCoverage: {
    text: 'only {{coverage}} of the weight has a score, and at least {{minimum}} is required',
    params: { coverage: 'percent', minimum: 'percent' },
  },
  circularObjective: { code: 'invalidDefinition', text: 'it contributes to itself' },
} satisfies Record<string, Pattern>;

/** Why an arrow of the strategy map has no strength. */
const links = {
  tooFewPairs: {
    text: {
      one: 'there is {{count}} pair of changes, and at least {{needed}} are needed',
      other: 'there are {{count}} pairs of changes, and at least {{needed}} are needed',
    },
    params: { count: 'count', needed: 'whole' },
  },
  noVariation: { text: 'one of the two scores never changes differently' },
  tooLittleInformation: { text: 'the changes depend on each other too much to tell' },
} satisfies Record<string, Pattern>;

export const measurement = { ...values, ...formulas, ...scales, ...rollUps, ...links };
