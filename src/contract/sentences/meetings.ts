import { type Pattern } from './pattern';

/** Why a figure of a meeting, or of those of a series, is absent. */
const discipline = {
  notHeld: { text: 'The meeting has not been held.' },
  notTimed: { text: 'Nothing was timed in this meeting.' },
  notRecorded: { text: 'Nobody noted who was there.' },
  noRequiredRoles: { text: "The series requires nobody, so attendance can't be measured." },
  notOpened: { text: 'Nobody logged when the meeting was opened.' },
  noMeetings: { text: 'No meeting was held in this time.' },
  tooFewMeetings: { text: 'Punctuality needs a meeting and the one before it.' },
  attendanceUnmeasured: { code: 'notRecorded', text: 'Attendance was measured in none of the meetings.' },
  nothingTimed: { code: 'notTimed', text: 'Nothing was timed in these meetings.' },
  tooFewAnswers: { text: 'The pulse is shown from four answers on.' },
  noStrategicTime: { text: 'No time was logged on strategic items.' },
  notRaised: { text: 'No decision of this meeting says when it was raised.' },
} satisfies Record<string, Pattern>;

/** What a charter's promises come to. */
const compliance = {
  nothingPromised: { text: 'The charter promises no reviews.' },
  noPeriodEnded: { text: 'No period of the promised length has ended within the range.' },
  noReviewHeld: { code: 'notHeld', text: 'No such review was held in this period.' },
  belowQuorum: { text: 'A review was held, but without its quorum.' },
} satisfies Record<string, Pattern>;

/** What is in the way of a planned meeting. */
const conflicts = {
  beforeDataClose: {
    text: 'It begins before the data of {{period}} close, on {{closes}}.',
    params: { period: 'period', closes: 'instant' },
  },
  holiday: { text: 'It is on a holiday.' },
  namedHoliday: { code: 'holiday', text: 'It is on a holiday: {{holiday}}.', params: { holiday: 'text' } },
  committeeDissolved: {
    code: 'committee',
    text: 'The committee {{committee}} is dissolved since {{since}}.',
    params: { committee: 'text', since: 'day' },
  },
  overlap: { text: 'It overlaps with {{other}}, which is of the same committee.', params: { other: 'text' } },
  overlapOfPeople: {
    code: 'overlap',
    text: 'It overlaps with {{other}}, which needs {{people}} too.',
    params: { other: 'text', people: 'text' },
  },
  peopleElsewhere: {
    code: 'person',
    text: 'Required here and in {{other}} at the same time: {{people}}.',
    params: { other: 'text', people: 'text' },
  },
  tooFewForQuorum: {
    code: 'quorum',
    text: '{{required}} must be there, and only {{possible}} can be, delegates included.',
    params: { required: 'whole', possible: 'whole' },
  },
} satisfies Record<string, Pattern>;

/** What a facilitator may ask. */
const prompts = {
  brokenAssumption: {
    text: 'The map says that “{{from}}” drives “{{to}}”; the figures say otherwise. What would have to be true for it to hold?',
    params: { from: 'text', to: 'text' },
  },
  leadingRed: {
    text: '“{{leading}}” leads and is {{lowest}} while “{{lagging}}” is still {{best}}. When will it show, and what can be done before?',
    params: { leading: 'text', lowest: 'level', lagging: 'text', best: 'level' },
  },
  unexplainedStatus: {
    text: '“{{kpi}}” is {{status}} in {{period}} and nobody has said why. What is the cause, and by when does it recover?',
    params: { kpi: 'text', status: 'level', period: 'period' },
  },
  unexplainedSignal: {
    text: '“{{kpi}}” is outside of its usual variation in {{period}} and nobody has said why. What is the cause, and by when does it recover?',
    params: { kpi: 'text', period: 'period' },
  },
  postponed: {
    text: {
      one: '“{{action}}” was postponed {{count}} time, first due {{due}}. What is in the way, and is it still worth doing?',
      other:
        '“{{action}}” was postponed {{count}} times, first due {{due}}. What is in the way, and is it still worth doing?',
    },
    params: { action: 'text', count: 'count', due: 'day' },
  },
  toRevisit: {
    text: '“{{decision}}” was to be looked at again on {{on}}. Would you decide the same today?',
    params: { decision: 'text', on: 'day' },
  },
} satisfies Record<string, Pattern>;

export const meetings = { ...discipline, ...compliance, ...conflicts, ...prompts };
