import fc from 'fast-check';
import { slug } from '../../contract';
import { fieldOf, fromYaml, prune, slugOf, toResource, toYaml } from './document';

describe('prune', () => {
  it('drops what forms leave in fields that were never filled', () => {
    expect(prune({ a: '', b: NaN, c: null, d: [], e: { f: ' \n' }, g: 0, h: false, i: ['', 'x', { j: '' }] })).toEqual({
      g: 0,
      h: false,
      i: ['x', {}],
    });
  });

  it('leaves query models alone', () => {
    const query = { rawSql: '', nothing: null, list: [] };
    expect(prune({ source: { query, dataset: '' } })).toEqual({ source: { query } });
  });
});

const draft = {
  metadata: { name: 'growth', labels: {} },
  spec: { title: 'Größer: “werden”', from: '1997', vision: 'two\nlines' },
};

it('is the same document as form and as YAML', () => {
  const parsed = fromYaml('Strategy', toYaml('Strategy', draft));
  expect(parsed).toEqual({ draft: { metadata: { name: 'growth' }, spec: draft.spec } });
});

it('keeps any text through YAML', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((title) => title.trim() !== ''),
      (title) => {
        const parsed = fromYaml('Strategy', toYaml('Strategy', { metadata: { name: 'x' }, spec: { title } }));
        expect(parsed).toMatchObject({ draft: { spec: { title } } });
      }
    )
  );
});

it.each([
  ['title: [1', { line: 1 }],
  ['kind: *nothing', { message: expect.stringContaining('nothing') }],
  ['kind: Strategy', { message: 'A document has kind, metadata and spec.' }],
  ['kind: Kpi\nmetadata: {name: x}\nspec: {}', { message: 'The kind must stay Strategy.' }],
])('says why %j is no strategy', (text, problem) => {
  expect(fromYaml('Strategy', text)).toEqual({ problems: [expect.objectContaining(problem)] });
});

it('sends apiVersion, kind, name and what was filled in', () => {
  expect(toResource('Strategy', { metadata: { name: 'x' }, spec: { title: 'X', vision: '' } })).toEqual({
    apiVersion: 'scorecard/v1',
    kind: 'Strategy',
    metadata: { name: 'x' },
    spec: { title: 'X' },
  });
});

it('finds the field that a problem is about', () => {
  expect(fieldOf('/spec/perspectives/0/title')).toBe('spec.perspectives.0.title');
  expect(fieldOf('/spec/a~1b')).toBe('spec.a/b');
});

describe('slugOf', () => {
  it.each([
    ['Corporate scorecard 2026', 'corporate-scorecard-2026'],
    ['Größe & Spaß!', 'grosse-spass'],
    ['  ', ''],
  ])('makes of %j the name %j', (title, name) => expect(slugOf(title)).toBe(name));

  it('makes a valid name of any title, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = slugOf(title);
        return name === '' || slug.safeParse(name).success;
      })
    );
  });
});
