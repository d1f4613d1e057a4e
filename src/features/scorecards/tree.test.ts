import { kpi, node, scheme } from '../../testing/nodes';
import { compareWith, flatten, lastClose, offTrack, placesOf, restatedCount, statusChanges } from './tree';

const root = node('Scorecard', 'corporate', {
  children: [
    node('Perspective', 'financial', {
      weight: 3,
      children: [
        node('Objective', 'grow', {
          children: [
            kpi('revenue', 10, { weight: 3, before: 70 }),
            kpi('margin', 20, { weight: 1, before: 25 }),
            kpi('unweighted', 0, { weight: 0, before: 0 }),
          ],
        }),
      ],
    }),
    node('Perspective', 'customer', {
      weight: 1,
      children: [
        node('Objective', 'keep', {
          children: [
            kpi('churn', null, { before: 50, state: 'restated', closesAt: '1997-10-15T00:00:00Z' }),
            kpi('margin', 20, { before: 25, closesAt: '1997-10-05T00:00:00Z' }),
          ],
        }),
      ],
    }),
  ],
});
const places = placesOf(root);

const ids = (found: Array<{ place: { id: string } }>) => found.map(({ place }) => place.id);

it('names every place by its way down and knows its share in the whole', () => {
  expect(flatten(places).map(({ id, level, share }) => [id, level, share])).toEqual([
    ['financial', 1, 0.75],
    ['financial/grow', 2, 0.75],
    ['financial/grow/kpi:revenue', 3, 0.5625],
    ['financial/grow/kpi:margin', 3, 0.1875],
    ['financial/grow/kpi:unweighted', 3, 0],
    ['customer', 1, 0.25],
    ['customer/keep', 2, 0.25],
    ['customer/keep/kpi:churn', 3, 0.125],
    ['customer/keep/kpi:margin', 3, 0.125],
  ]);
});

it('gives no share where all weights are 0', () => {
  const zero = placesOf(node('Scorecard', 's', { children: [node('Perspective', 'p', { weight: 0 })] }));
  expect(zero[0].share).toBe(0);
});

describe('offTrack', () => {
  it('orders by share × shortfall, each KPI once with all its places', () => {
    const found = offTrack(places, scheme);
    expect(ids(found)).toEqual([
      'financial/grow/kpi:revenue',
      'financial/grow/kpi:margin',
      'financial/grow/kpi:unweighted',
    ]);
    expect(found[1].share).toBe(0.3125);
  });

  it('goes by the status that is shown, overrides included', () => {
    const override = { status: 'green', author: 'ceo', reason: 'one-off', expires: null };
    const only = placesOf(node('Scorecard', 's', { children: [kpi('revenue', 10, { override })] }));
    expect(offTrack(only, scheme)).toEqual([]);
  });
});

it('lists changes of status, also to no value, by their effect on the whole', () => {
  expect(statusChanges(places, scheme).map(({ place, from, to }) => [place.node.title, from, to])).toEqual([
    ['revenue', 'green', 'red'],
    ['churn', 'amber', null],
  ]);
});

it('counts restated KPIs and knows the last close', () => {
  expect(restatedCount(places)).toBe(1);
  expect(lastClose(places)).toBe('1997-10-15T00:00:00Z');
  expect(lastClose([])).toBeNull();
});

describe('compareWith', () => {
  it('takes trends against the other tree, node by node', () => {
    const other = node('Scorecard', 'corporate', {
      score: 40,
      children: [node('Perspective', 'financial', { score: 50.5 })],
    });
    const now = node('Scorecard', 'corporate', {
      score: 60,
      children: [node('Perspective', 'financial', { score: 50 }), node('Perspective', 'customer', { score: 10 })],
    });
    const compared = compareWith(now, other);
    expect(compared.trend).toEqual({ score: 40, delta: 20, direction: 'up' });
    expect(compared.children.map(({ trend }) => trend.direction)).toEqual(['flat', 'none']);
  });

  it('has no comparison without another tree', () => {
    expect(compareWith(node('Scorecard', 's', { score: 5 }), undefined).trend).toEqual({
      score: null,
      delta: null,
      direction: 'none',
    });
  });
});

describe('objectives that contribute from other units', () => {
  const contributed = node('Scorecard', 's', {
    children: [
      node('Perspective', 'financial', {
        children: [
          node('Objective', 'grow', {
            children: [
              kpi('revenue', 10),
              node('Objective', 'north-grow', { title: 'Grow the north', children: [kpi('revenue', 5)] }),
            ],
          }),
        ],
      }),
    ],
  });
  const found = placesOf(contributed, new Map([['north-grow', 'north']]));

  it('tell at which unit they are scored', () => {
    expect(flatten(found).map(({ node: { ref }, via, unit }) => [ref.name, via?.title, unit])).toEqual([
      ['financial', undefined, undefined],
      ['grow', undefined, undefined],
      ['revenue', undefined, undefined],
      ['north-grow', 'Grow the north', 'north'],
      ['revenue', 'Grow the north', 'north'],
    ]);
  });

  it('bring their KPIs as others than those of the shown unit', () => {
    expect(ids(offTrack(found, scheme))).toEqual([
      'financial/grow/north-grow/kpi:revenue',
      'financial/grow/kpi:revenue',
    ]);
  });
});
