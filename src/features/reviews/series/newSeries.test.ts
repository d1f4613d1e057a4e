import { newSeries, promiseQuery } from './newSeries';

const lastOfMonth = new Date(2026, 10, 30, 15, 30);

it('begins tomorrow, so that no meeting is missed before the series is there', () => {
  const { spec } = newSeries(lastOfMonth, new URLSearchParams());
  expect(spec).toMatchObject({
    tier: 'tactical',
    scorecards: [],
    recurrence: { rrule: 'FREQ=MONTHLY;BYDAY=2TU', start: '2026-12-01T09:00' },
  });
  expect(spec).not.toHaveProperty('charter');
});

it('begins as what a charter promises', () => {
  const promise = { charter: 'ours', committee: 'board', tier: 'strategic', scorecard: 'corporate', every: 'quarter' };
  const { spec } = newSeries(lastOfMonth, new URLSearchParams(promiseQuery(promise)));
  expect(spec).toMatchObject({
    charter: 'ours',
    committee: 'board',
    tier: 'strategic',
    scorecards: ['corporate'],
    recurrence: { rrule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU' },
  });
});
