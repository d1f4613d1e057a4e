import { type Pattern } from './pattern';

/** Why somebody above should know, and why figures of the register are absent. */
const register = {
  overdue: { text: 'It is overdue.' },
  overdueByDays: {
    code: 'overdue',
    text: { one: 'It is overdue by one day.', other: 'It is overdue by {{count}} days.' },
    params: { count: 'count' },
  },
  slippedTwice: { text: 'Its due date was put off a second time.' },
  nothingDue: { text: 'Nothing with a due date was closed yet or is overdue.' },
} satisfies Record<string, Pattern>;

/** Why it can't be told whether something had its effect. */
const trials = {
  kpiGone: { text: 'The KPI {{kpi}} is no longer there.', params: { kpi: 'text' } },
  noCalendar: { text: "The KPI's calendar can't be read." },
  noPeriod: { text: "The KPI's calendar has no {{problem}}.", params: { problem: 'text' } },
  tooEarly: {
    text: '{{period}} ends before the effect could begin on {{since}}.',
    params: { period: 'period', since: 'day' },
  },
  notDecided: { text: "It wasn't decided, so there is no effect to look for." },
  notDone: { text: "It isn't done, so there is no effect to look for." },
  noValueYet: { text: 'The period has ended and is not closed: its value may still come.' },
  noValueBefore: { text: 'There is no value of the last period before.' },
  noValueAfter: { text: 'There is no value of the period in which the effect was to show.' },
  definitionBreak: { text: "The KPI's definition changed in between: the two values can't be compared." },
  nothingExpected: { text: 'No effect was stated, so there is nothing to hold the change against.' },
  nothingChecked: { text: 'No expected effect of its decisions has come out yet.' },
  notMeasurable: { text: "It can't be measured: {{problem}}.", params: { problem: 'text' } },
  nothingToMeasure: {
    code: 'kpiGone',
    text: 'It can\'t be measured: there is no {{kind}} "{{name}}".',
    params: { kind: 'text', name: 'text' },
  },
} satisfies Record<string, Pattern>;

export const followUp = { ...register, ...trials };
