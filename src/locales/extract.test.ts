import { askedIn, textsOf } from '../../scripts/i18n/extract';
import { toTexts, toTree } from '../../scripts/i18n/tree';

const asked = (source: string) => Object.fromEntries(textsOf(askedIn('page.tsx', source)));

it('finds a text with its key wherever it is asked for', () => {
  expect(
    asked(`const a = t('a.b', 'An "A"'); export const B = () => <p title={t('a.c', \`B\`)}>{t('a.d', 'D')}</p>;`)
  ).toEqual({
    'a.b': 'An "A"',
    'a.c': 'B',
    'a.d': 'D',
  });
});

it('wants a form for one and for others where a text counts', () => {
  expect(asked(`t('a', '{{count}} rows', { count })`)).toEqual({ a_one: '{{count}} rows', a_other: '{{count}} rows' });
  expect(
    asked(`t('a', '', { count: rows.length, defaultValue_one: '{{count}} row', defaultValue_other: '{{count}} rows' })`)
  ).toEqual({ a_one: '{{count}} row', a_other: '{{count}} rows' });
});

it.each([
  ['t(key, "Text")', /page.tsx:1: t needs/],
  ['t("a", text)', /page.tsx:1: t needs/],
  ['\nt("a", "Text"); t("a", "Another")', /page.tsx:2: the key a already stands for "Text"/],
])('refuses %s', (source, message) => {
  expect(() => asked(source)).toThrow(message);
});

it('nests keys in alphabetical order and finds them again', () => {
  const texts = new Map([
    ['b.c', 'C'],
    ['a', 'A'],
    ['b.a.d', 'D'],
  ]);
  expect(JSON.stringify(toTree(texts))).toBe('{"a":"A","b":{"a":{"d":"D"},"c":"C"}}');
  expect(toTexts(toTree(texts))).toEqual(texts);
});

it('refuses a key below another one', () => {
  expect(() =>
    toTree(
      new Map([
        ['a.b', 'B'],
        ['a.b.c', 'C'],
      ])
    )
  ).toThrow('a.b.c lies below a.b, which is a text itself');
});
