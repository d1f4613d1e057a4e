import { type Pattern } from './pattern';

/** What is to be done with actions and decisions. */
const entries = {
  toDo: { text: 'It is to be done and has no due date.' },
  toDoBy: { text: 'It is to be done by {{due}}.', params: { due: 'day' } },
  toDoSince: { text: 'It is to be done and was due on {{due}}.', params: { due: 'day' } },
  toDecide: { text: 'It is to be decided and has no due date.' },
  toDecideBy: { text: 'It is to be decided by {{due}}.', params: { due: 'day' } },
  toDecideSince: { text: 'It is to be decided and was due on {{due}}.', params: { due: 'day' } },
  revisit: { text: 'It is to be revisited and has no due date.' },
  revisitBy: { text: 'It is to be revisited by {{due}}.', params: { due: 'day' } },
  revisitSince: { text: 'It is to be revisited and was due on {{due}}.', params: { due: 'day' } },
  blocked: { text: 'It is blocked.' },
  nobodyOwns: { text: 'Nobody owns it.' },
  ownerUnknown: { text: "Grafana doesn't know its owner, {{owner}}.", params: { owner: 'text' } },
  noOwner: { text: 'It has no owner.' },
  ownedBy: { text: 'Its owner is {{owner}}.', params: { owner: 'text' } },
  effectNotUp: {
    text: "{{kpi}} was expected to go up and didn't do so as far as was said.",
    params: { kpi: 'text' },
  },
  effectNotDown: {
    text: "{{kpi}} was expected to go down and didn't do so as far as was said.",
    params: { kpi: 'text' },
  },
} satisfies Record<string, Pattern>;

/** What waits of meetings and charters. */
const governance = {
  youFacilitate: { text: 'You facilitate it.' },
  youAreRequired: { text: 'You are required.' },
  youMayTakePart: { text: 'You may take part.' },
  notFrozen: { text: 'Its report is not frozen yet.' },
  reportCame: { text: 'Its report came in.' },
  drifted: {
    text: 'Its last two meetings spent more than {{limit}} of their time on operational items or off the agenda.',
    params: { limit: 'percent' },
  },
  missed: { text: 'It was planned and not held: {{days}}.', params: { days: 'periods' } },
  raised: { text: 'You raised it, and it is open on the agenda of {{series}}.', params: { series: 'text' } },
  meetingsHadIt: { text: 'Meetings that had it: {{meetings}}.', params: { meetings: 'whole' } },
  unsigned: {
    text: "You sit on one of its committees and haven't signed version {{version}}.",
    params: { version: 'whole' },
  },
  cadenceToDecide: {
    text: 'Your committee is to decide whether it is reviewed {{to}} instead of {{from}}: {{why}}',
    params: { to: 'every', from: 'every', why: 'text' },
  },
} satisfies Record<string, Pattern>;

/** What waits of values. */
const data = {
  inQuarantine: {
    text: {
      one: '{{count}} value of {{periods}} is in quarantine.',
      other: '{{count}} values of {{periods}} are in quarantine.',
    },
    params: { count: 'count', periods: 'periods' },
  },
  awaitsApproval: {
    text: {
      one: '{{count}} value of {{periods}} waits for a second person.',
      other: '{{count}} values of {{periods}} wait for a second person.',
    },
    params: { count: 'count', periods: 'periods' },
  },
  notSubmitted: { text: 'Nothing was submitted for {{period}}.', params: { period: 'period' } },
  notSubmittedBy: {
    text: 'Nothing was submitted for {{period}} by {{units}}.',
    params: { period: 'period', units: 'text' },
  },
  collectionFailed: { text: 'Its collection failed.' },
  collectionFailedBy: { text: 'Its collection failed: {{problem}}', params: { problem: 'text' } },
  unexplained: {
    text: 'It is {{status}} in {{period}} and nobody has said why.',
    params: { status: 'level', period: 'period' },
  },
  unplanned: {
    text: 'It is {{status}} in {{period}} and has no recovery plan yet.',
    params: { status: 'level', period: 'period' },
  },
} satisfies Record<string, Pattern>;

export const work = { ...entries, ...governance, ...data };
