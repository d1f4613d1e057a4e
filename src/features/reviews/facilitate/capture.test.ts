import fc from 'fast-check';
import { addDays, localDay, parseCapture } from './capture';

// A Wednesday.
const today = '2026-11-25';

it.each([
  ['Call the carrier', { text: 'Call the carrier' }],
  ['Call the carrier @coo !2026-12-01', { text: 'Call the carrier', owner: 'coo', due: '2026-12-01' }],
  ['@coo calls the carrier', { text: 'calls the carrier', owner: 'coo' }],
  ['Call @"Jane Doe", back', { text: 'Call , back', owner: 'Jane Doe' }],
  ['Call @"Jane Doe" back', { text: 'Call back', owner: 'Jane Doe' }],
  ['Ask @jane@corp.com !tomorrow', { text: 'Ask', owner: 'jane@corp.com', due: '2026-11-26' }],
  ['Write to jane@corp.com', { text: 'Write to jane@corp.com' }],
  ['Stop! Now', { text: 'Stop! Now' }],
  ['Ship !today', { text: 'Ship', due: '2026-11-25' }],
  ['Ship !fri', { text: 'Ship', due: '2026-11-27' }],
  ['Ship !Wednesday', { text: 'Ship', due: '2026-12-02' }],
  ['Ship !wed', { text: 'Ship', due: '2026-12-02' }],
  ['Ship !10d', { text: 'Ship', due: '2026-12-05' }],
  ['Ship !2w', { text: 'Ship', due: '2026-12-09' }],
  ['Ship !2026-02-30', { text: 'Ship !2026-02-30' }],
  ['Ship !0026-12-01', { text: 'Ship !0026-12-01' }],
  [`Ask @${'x'.repeat(201)}`, { text: `Ask @${'x'.repeat(201)}` }],
  ['Ship !soon !2026-12-01', { text: 'Ship !soon', due: '2026-12-01' }],
  ['  spaces   everywhere  ', { text: 'spaces everywhere' }],
  ['!2026-12-01', { text: '', due: '2026-12-01' }],
  ['Two @a owners @b', { text: 'Two owners @b', owner: 'a' }],
  ['', { text: '' }],
])('reads %s', (line, captured) => {
  expect(parseCapture(line, today)).toEqual(captured);
});

it('takes a KPI that there is, and nothing else after a hash', () => {
  const kpis = new Set(['lead-time']);
  expect(parseCapture('Our #1 is #lead-time now', today, kpis)).toEqual({ text: 'Our #1 is now', kpi: 'lead-time' });
  expect(parseCapture('Our #1', today, kpis)).toEqual({ text: 'Our #1' });
});

it('never loses a word that is no mark', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9.,?]+$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.option(word), (words, owner) => {
      const line = [...words, ...(owner === null ? [] : [`@${owner}`])].join(' ');
      expect(parseCapture(line, today)).toEqual({ text: words.join(' '), ...(owner !== null && { owner }) });
    })
  );
});

it('adds days over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(localDay(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
});
