import { dayIn, earlierRules, type Recurrence } from './earlierRules';

const monthly: Recurrence = { rrule: 'FREQ=MONTHLY;BYDAY=2TU', start: '2026-01-01T09:00', timeZone: 'Europe/Berlin' };
const kept = { rrule: monthly.rrule, start: monthly.start };
const older = { rrule: 'FREQ=WEEKLY;BYDAY=TU', start: '2025-01-01T09:00' };
const today = '2026-05-20';

it.each<[string, Recurrence, string, object[]]>([
  ['keeps the rule until today', monthly, '2026-01-01T09:00', [{ ...kept, until: today }]],
  ['keeps it until a later start', monthly, '2026-07-01T09:00', [{ ...kept, until: '2026-06-30' }]],
  ['keeps it while the new start is being written', monthly, '', [{ ...kept, until: today }]],
  [
    'keeps those before it',
    { ...monthly, earlier: [{ ...older, until: '2025-12-31' }] },
    '2026-01-01T09:00',
    [
      { ...older, until: '2025-12-31' },
      { ...kept, until: today },
    ],
  ],
  ['forgets a rule that has not started', { ...monthly, start: '2026-05-21T09:00' }, '2026-07-01T09:00', []],
  [
    'forgets a rule that was changed today already',
    { ...monthly, earlier: [{ ...older, until: today }] },
    '2026-01-01T09:00',
    [{ ...older, until: today }],
  ],
])('%s', (_name, before, start, expected) => {
  expect(earlierRules(before, start, today)).toEqual(expected);
});

it('tells the day where the series meets', () => {
  const late = new Date('2026-05-20T23:30:00Z');
  expect(dayIn('Europe/Berlin', late)).toBe('2026-05-21');
  expect(dayIn('America/New_York', late)).toBe('2026-05-20');
  expect(dayIn('Mars/Olympus', late)).toMatch(/^2026-05-2[01]$/);
});
