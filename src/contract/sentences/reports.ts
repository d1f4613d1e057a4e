import { type Pattern } from './pattern';

/** What is missing in a section of a report. */
const gaps = {
  kpisNotMeasured: {
    code: 'notMeasured',
    text: 'Not measured at {{unit}}: {{kpis}}.',
    params: { unit: 'text', kpis: 'text' },
  },
  closedWithoutValue: { code: 'late', text: 'Closed without a value: {{kpis}}.', params: { kpis: 'text' } },
  noScores: {
    code: 'noValues',
    text: 'No objective of {{unit}} has a score in this period.',
    params: { unit: 'text' },
  },
  noValues: { text: 'No KPI of {{unit}} has a value in this period.', params: { unit: 'text' } },
  noKpis: { code: 'noValues', text: 'The scorecards of this review have no KPI.' },
  notOnScorecard: { text: 'Not on the scorecards of this review: {{kpis}}.', params: { kpis: 'text' } },
  initiativesNotRecorded: { code: 'notRecorded', text: 'Initiatives are not recorded.' },
  noText: { code: 'empty', text: 'The template gives no text.' },
  requiredButEmpty: { code: 'empty', text: '{{cause}} The template requires this section.' },
  noExplanation: { text: 'No explanation yet: {{kpis}}.', params: { kpis: 'text' } },
  noRecoveryPlan: { text: 'No recovery plan yet: {{kpis}}.', params: { kpis: 'text' } },
} satisfies Record<string, Pattern>;

/** What a section says that has nothing to show. */
const statements = {
  nothingOffTrack: { text: 'No KPI is off track.' },
  nothingToExplain: { text: 'No KPI is off track: there is nothing to explain.' },
  nothingOpen: { text: 'There are no open actions or decisions.' },
  noDecisions: { text: 'There are no decisions yet.' },
} satisfies Record<string, Pattern>;

export const reports = { ...gaps, ...statements };
