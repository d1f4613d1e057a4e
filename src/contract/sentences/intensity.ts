import { type Pattern } from './pattern';

/** Why a KPI isn't judged. */
const volatility = {
  tooFewPeriods: {
    text: {
      one: 'there are values of {{count}} period, and {{needed}} before the judged one are needed',
      other: 'there are values of {{count}} periods, and {{needed}} before the judged one are needed',
    },
    params: { count: 'count', needed: 'whole' },
  },
  noValue: { text: 'the period has no value' },
  tooManyGaps: {
    code: 'gaps',
    text: {
      one: 'there is {{count}} change from one period to the next in {{periods}} periods, and {{needed}} are needed',
      other:
        'there are {{count}} changes from one period to the next in {{periods}} periods, and {{needed}} are needed',
    },
    params: { count: 'count', periods: 'whole', needed: 'whole' },
  },
  nothingChanged: {
    code: 'constant',
    text: 'in most of the {{periods}} periods before, nothing changed',
    params: { periods: 'whole' },
  },
  tooLarge: { text: 'the values are too far apart for their variation to be a number' },
  nothingJudged: {
    code: 'notMeasured',
    text: 'No KPI below the scorecard could be judged; the list of those left out says why.',
  },
} satisfies Record<string, Pattern>;

/** Why reviews should come more often, or more seldom. */
const advice = {
  eventDeclared: { text: '{{event}} is declared and has not ended.', params: { event: 'text' } },
  eventToo: { text: 'Also, {{event}} is declared.', params: { event: 'text' } },
  livelyVariation: {
    text: 'For {{periods}} periods running, variation is {{variation}} times what is usual (limit {{limit}}).',
    params: { periods: 'whole', variation: 'ratio', limit: 'number' },
  },
  livelyShare: {
    text: 'For {{periods}} periods running, {{share}} of the KPIs lie outside their limits (limit {{limit}}).',
    params: { periods: 'whole', share: 'percent', limit: 'percent' },
  },
  livelyBoth: {
    text: 'For {{periods}} periods running, variation is {{variation}} times what is usual (limit {{variationLimit}}), and {{share}} of the KPIs lie outside their limits (limit {{shareLimit}}).',
    params: {
      periods: 'whole',
      variation: 'ratio',
      variationLimit: 'number',
      share: 'percent',
      shareLimit: 'percent',
    },
  },
  calm: {
    text: 'Variation is {{variation}} times what is usual, and has been at most {{limit}} times for {{periods}} periods.',
    params: { variation: 'ratio', limit: 'number', periods: 'whole' },
  },
} satisfies Record<string, Pattern>;

/** Why a step may not be taken. */
const steps = {
  noStep: { text: 'there is no cadence beyond {{every}}', params: { every: 'every' } },
  tooOften: { code: 'bounds', text: 'the charter allows no more often than {{every}}', params: { every: 'every' } },
  tooSeldom: { code: 'bounds', text: 'the charter allows no more seldom than {{every}}', params: { every: 'every' } },
  tooSoon: {
    text: {
      one: 'The cadence was changed lately and stays for {{count}} cycle, until {{until}}.',
      other: 'The cadence was changed lately and stays for {{count}} cycles, until {{until}}.',
    },
    params: { count: 'count', until: 'day' },
  },
} satisfies Record<string, Pattern>;

/** Why a series can't be changed to another cadence. */
const changes = {
  ended: { text: 'It has no meeting to come.' },
} satisfies Record<string, Pattern>;

export const intensity = { ...volatility, ...advice, ...steps, ...changes };
