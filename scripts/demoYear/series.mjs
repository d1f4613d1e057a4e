/** The three tiers of reviews of the demo company, beginning a good year before the demo's day. */
import { after, monthAfter, nthWeekday, ZONE } from './days.mjs';

const API_VERSION = 'scorecard/v1';

/** Label that keeps the day which everything in the demo's year is relative to. */
export const DAY_LABEL = 'demo-day';

export const STRATEGIC = 'board-review';
export const TACTICAL = 'performance-review';
export const OPERATIONAL = 'delivery-stand-up';

/** A document of a kind. */
export const doc = (kind, name, spec, labels) => ({
  apiVersion: API_VERSION,
  kind,
  metadata: labels ? { name, labels } : { name },
  spec,
});

/** The first day of a quarter at least thirteen months before a day. */
function firstQuarter(day) {
  const month = monthAfter(day, -13);
  return monthAfter(month, -((Number(month.slice(5, 7)) - 1) % 3));
}

export function seriesOf(day) {
  const labels = { [DAY_LABEL]: day };
  const common = { charter: 'aurelia-governance', template: 'performance-report' };
  const monday = nthWeekday(after(day, -365), 1, 1);
  return [
    doc(
      'ReviewSeries',
      STRATEGIC,
      {
        title: 'Board strategy review',
        description: 'Does the strategy still hold, and does the money follow it?',
        tier: 'strategic',
        committee: 'executive-board',
        ...common,
        scorecards: ['corporate'],
        units: ['aurelia', 'north', 'central', 'west', 'south'],
        period: 'quarter',
        recurrence: {
          rrule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU',
          start: `${nthWeekday(firstQuarter(day), 2, 3)}T09:00`,
          timeZone: ZONE,
          minutes: 120,
        },
        facilitator: 'admin',
        roles: { required: ['ceo', 'cfo', 'coo'], optional: ['head-of-product', 'hr-director'] },
        escalateAfter: 2,
        agenda: [
          { name: 'map', title: 'Does the map still hold', minutes: 30, class: 'strategic', source: 'map' },
          { name: 'themes', title: 'Themes off track', minutes: 40, class: 'strategic', source: 'scorecard' },
          { name: 'assumptions', title: 'Assumptions due', minutes: 20, class: 'strategic', source: 'assumptions' },
          {
            name: 'initiatives',
            title: 'Initiatives and funding',
            minutes: 20,
            class: 'tactical',
            source: 'initiatives',
          },
          {
            name: 'register',
            title: 'Open decisions and actions',
            minutes: 10,
            class: 'operational',
            source: 'register',
          },
        ],
      },
      labels
    ),
    doc(
      'ReviewSeries',
      TACTICAL,
      {
        title: 'Monthly performance review',
        description: 'What is off track, and who does what about it?',
        tier: 'tactical',
        committee: 'performance-committee',
        ...common,
        scorecards: ['corporate'],
        period: 'month',
        recurrence: {
          rrule: 'FREQ=MONTHLY;BYDAY=2WE',
          start: `${nthWeekday(monthAfter(day, -12), 3, 2)}T14:00`,
          timeZone: ZONE,
          minutes: 60,
        },
        facilitator: 'editor',
        roles: {
          required: ['coo', 'financial-controller', 'sales-director', 'head-of-service'],
          optional: ['logistics-manager'],
        },
        escalateAfter: 3,
        escalatesTo: STRATEGIC,
        agenda: [
          { name: 'exceptions', title: 'KPIs off track', minutes: 25, class: 'tactical', source: 'exceptions' },
          { name: 'countermeasures', title: 'Countermeasures', minutes: 20, class: 'tactical' },
          { name: 'register', title: 'Open actions', minutes: 15, class: 'operational', source: 'register' },
        ],
      },
      labels
    ),
    doc(
      'ReviewSeries',
      OPERATIONAL,
      {
        title: 'Delivery stand-up West',
        description: 'Late deliveries and complaints of the week.',
        tier: 'operational',
        committee: 'delivery-team',
        charter: common.charter,
        scorecards: ['west'],
        period: 'month',
        recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=MO', start: `${monday}T08:30`, timeZone: ZONE, minutes: 30 },
        facilitator: 'logistics-manager',
        roles: { required: ['logistics-manager', 'head-of-service'], optional: ['warehouse-lead'] },
        escalateAfter: 4,
        escalatesTo: TACTICAL,
        agenda: [
          { name: 'deliveries', title: 'Late deliveries', minutes: 15, class: 'operational' },
          { name: 'complaints', title: 'Complaints', minutes: 10, class: 'operational' },
          { name: 'actions', title: 'Open actions', minutes: 5, class: 'operational', source: 'register' },
        ],
      },
      labels
    ),
  ];
}
