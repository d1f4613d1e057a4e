import { dayIn, earlierRules, type Recurrence, replaces } from './earlierRules';

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
  expect(earlierRules(before, { ...before, start }, today)).toEqual(expected);
});

const summer = { ...monthly, except: ['2026-08-11', '2026-04-14'], onHoliday: 'skip' as const };
const past = { timeZone: 'Europe/Berlin', except: ['2026-04-14'], onHoliday: 'skip' };

it.each<[string, Recurrence, Partial<Recurrence>, object[]]>([
  ['another zone', monthly, { timeZone: 'Asia/Tokyo' }, [{ ...kept, until: today, timeZone: 'Europe/Berlin' }]],
  ['other holidays', summer, { onHoliday: undefined }, [{ ...kept, until: today, ...past }]],
  ['a day of the past', summer, { except: ['2026-03-10'] }, [{ ...kept, until: today, ...past }]],
  ['no day of the past any more', summer, { except: undefined }, [{ ...kept, until: today, ...past }]],
  [
    'the days of a rule that was changed today already',
    {
      ...summer,
      earlier: [
        { ...older, until: '2026-04-30', timeZone: 'UTC' },
        { ...older, until: today },
      ],
    },
    { timeZone: 'Asia/Tokyo' },
    [
      { ...older, until: '2026-04-30', timeZone: 'UTC' },
      { ...older, until: today, ...past },
    ],
  ],
])('keeps the days of before at %s', (_name, before, change, expected) => {
  const after = { ...before, ...change };
  expect(replaces(after, before, today)).toBe(true);
  expect(earlierRules(before, after, today)).toEqual(expected);
});

it('leaves the past alone where only days to come change', () => {
  for (const except of [['2026-04-14'], ['2026-12-08', '2026-04-14', '2026-0', '']]) {
    expect(replaces({ ...summer, except }, summer, today)).toBe(false);
  }
});

it('tells the day where the series meets', () => {
  const late = new Date('2026-05-20T23:30:00Z');
  expect(dayIn('Europe/Berlin', late)).toBe('2026-05-21');
  expect(dayIn('America/New_York', late)).toBe('2026-05-20');
  expect(dayIn('Mars/Olympus', late)).toMatch(/^2026-05-2[01]$/);
});
