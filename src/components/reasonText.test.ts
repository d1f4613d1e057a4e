import { type Reason } from '../api/types';
import { formsOf, type Place, placesIn, sentences } from '../contract/sentences';
import { reasonText } from './reasonText';

const reason = (change: Partial<Reason>): Reason => ({ code: 'unheard', message: 'said in English', ...change });

it.each<[string, Reason, string]>([
  [
    'a sentence without places',
    reason({ code: 'noScale', message: sentences.noScale.text as string }),
    'no target set',
  ],
  [
    'one of several of a code',
    reason({ code: 'noTarget', sentence: 'unknownKpi', params: { kpi: 'x' } }),
    'there is no KPI x',
  ],
  ['a share', reason({ code: 'lowCoverage', params: { coverage: 0.25, minimum: 0.5 } }), 'only 25% of the weight'],
  ['a period', reason({ sentence: 'noCounterpart', params: { period: '2026-03' } }), 'March 2026 has no counterpart'],
  ['one', reason({ sentence: 'missingParts', params: { count: 1 } }), '1 of its parts has no score'],
  ['several', reason({ sentence: 'missingParts', params: { count: 2 } }), '2 of its parts have no score'],
  [
    'what it is due to',
    reason({ code: 'missingInput', params: { kpi: 'x' }, cause: reason({ code: 'unknownKpi', params: { kpi: 'y' } }) }),
    'x has no value: there is no KPI y',
  ],
  [
    'names as they are',
    reason({ code: 'unknownKpi', params: { kpi: 'R&D $t(app.title) {{kpi}}' } }),
    'there is no KPI R&D $t(app.title) {{kpi}}',
  ],
])('says %s', (_name, each, text) => {
  expect(reasonText(each)).toContain(text);
});

it.each<[string, Reason]>([
  ['of a code that it does not know', reason({})],
  ['of a code that is a name of something else', reason({ code: 'constructor' })],
  ['without what belongs in its places', reason({ code: 'lowCoverage' })],
  ['without its cause', reason({ code: 'missingInput', params: { kpi: 'x' } })],
  ['whose words are others by now', reason({ code: 'noScale' })],
])('says a reason %s as the server did', (_name, each) => {
  expect(reasonText(each)).toBe('said in English');
});

const sample: Record<Place, string | number> = {
  text: 'Sales',
  count: 2,
  whole: 8,
  number: 1.5,
  ratio: 1.5,
  percent: 0.5,
  threshold: '80%',
  period: '2026-03',
  periods: '2026-03, 2026-04-01',
  day: '2026-03-31',
  instant: '2026-03-31T12:00:00Z',
  level: 'red',
  every: 'month',
  frequency: 'month',
  month: 3,
  tier: 'strategic',
  kind: 'Kpi',
  names: 'one\ntwo',
};

it.each(Object.entries(sentences))('has something for every place of %s', (name, pattern) => {
  const params = Object.fromEntries(Object.entries(pattern.params ?? {}).map(([place, kind]) => [place, sample[kind]]));
  const places = Object.values(formsOf(pattern)).flatMap(placesIn);
  const cause = places.includes('cause') ? reason({ message: 'that' }) : undefined;
  expect(Object.keys({ ...params, ...(cause && { cause }) }).sort()).toEqual([...new Set(places)].sort());
  const text = reasonText(
    reason({ sentence: name, params, cause, ...(places.length === 0 && { message: formsOf(pattern)[''] }) })
  );
  expect(text).not.toMatch(/{{|said in English|undefined/);
});
