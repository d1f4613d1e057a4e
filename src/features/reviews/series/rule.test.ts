import fc from 'fast-check';
import { countsMonths, places, rhythmOf, rhythms, ruleOf, ruleText, weekdays } from './rule';

it('writes rules that it reads back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rhythms),
      fc.constantFrom(...weekdays),
      fc.constantFrom(...places),
      (every, weekday, place) => {
        const rhythm = { every, weekday, nth: countsMonths(every) ? place : 1 };
        expect(rhythmOf(ruleOf(rhythm))).toEqual(rhythm);
      }
    )
  );
});

it.each([
  ['FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU', 'every month, on the third Tuesday'],
  ['FREQ=WEEKLY;BYDAY=TH', 'every week, on Thursday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every working day'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'by a rule of its own'],
])('says %s', (rule, text) => {
  expect(ruleText(rule)).toBe(text);
});

it.each([
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU', { every: 'quarter', weekday: 'TU', nth: 3 }],
  ['FREQ=MONTHLY;BYDAY=-1FR', { every: 'month', weekday: 'FR', nth: -1 }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { every: 'twoWeeks', weekday: 'MO', nth: 1 }],
  ['FREQ=WEEKLY;BYDAY=MO,TU', undefined],
  ['FREQ=MONTHLY;BYDAY=TU', undefined],
  ['FREQ=MONTHLY;BYDAY=5TU', undefined],
  ['FREQ=MONTHLY;INTERVAL=5;BYDAY=1TU', undefined],
  ['FREQ=MONTHLY;BYDAY=1TU;COUNT=3', undefined],
  ['FREQ=DAILY', undefined],
  ['', undefined],
])('reads %s', (rule, rhythm) => {
  expect(rhythmOf(rule)).toEqual(rhythm);
});
