import { kpi, node } from '../../testing/nodes';
import { type Filter, matching, openByDefault, ownersOf, type RowOptions, visibleRows } from './rows';
import { flatten, placesOf } from './tree';

const places = placesOf(
  node('Scorecard', 'corporate', {
    children: [
      node('Perspective', 'financial', {
        children: [
          node('Objective', 'grow', {
            children: [
              kpi('revenue', 90, { owner: 'zoe', value: 5 }),
              kpi('margin', 10, { owner: 'adam', value: null }),
              kpi('costs', 50, { owner: 'zoe', value: -1, state: 'provisional' }),
            ],
          }),
        ],
      }),
      node('Perspective', 'customer', { children: [kpi('churn', null)] }),
    ],
  })
);
const all = flatten(places);
const levels = ['red', 'amber', 'green'];
const shown = (options: Partial<RowOptions>) =>
  visibleRows(places, { open: new Set(), levels, ...options }).map(({ place }) => place.node.title);

it('shows the children of open rows only', () => {
  expect(shown({})).toEqual(['financial', 'customer']);
  expect(shown({ open: new Set(['financial']) })).toEqual(['financial', 'grow', 'customer']);
});

it('opens everything in a small scorecard and the perspectives in a large one', () => {
  expect(openByDefault(all)).toEqual(new Set(['financial', 'financial/grow', 'customer']));
  const many = Array.from({ length: 121 }, (_, index) => kpi(`k${index}`, 1));
  const large = placesOf(
    node('Scorecard', 's', {
      children: [node('Perspective', 'p', { children: [node('Objective', 'o', { children: many })] })],
    })
  );
  expect(openByDefault(flatten(large))).toEqual(new Set(['p']));
});

it('tells assistive technology how a row stands among its siblings', () => {
  const rows = visibleRows(places, { open: openByDefault(all), levels });
  expect(rows[3]).toMatchObject({
    place: { id: 'financial/grow/kpi:margin' },
    position: 2,
    setSize: 3,
    expandable: false,
  });
});

const open = openByDefault(all);
it.each([
  ['name', false, ['customer', 'churn', 'financial', 'grow', 'costs', 'margin', 'revenue']],
  ['value', false, ['financial', 'grow', 'costs', 'revenue', 'margin', 'customer', 'churn']],
  ['value', true, ['financial', 'grow', 'revenue', 'costs', 'margin', 'customer', 'churn']],
  ['status', false, ['financial', 'grow', 'margin', 'costs', 'revenue', 'customer', 'churn']],
  ['owner', true, ['financial', 'grow', 'revenue', 'costs', 'margin', 'customer', 'churn']],
] as const)('sorts siblings by %s, descending %s, what is absent last', (key, descending, titles) => {
  expect(shown({ open, sort: { key, descending } })).toEqual(titles);
});

const none: Filter = { statuses: [], states: [] };
it.each<[Partial<Filter>, string[]]>([
  [{ statuses: ['red'] }, ['financial', 'grow', 'margin']],
  [{ statuses: ['none', 'green'] }, ['financial', 'grow', 'revenue', 'customer', 'churn']],
  [{ owner: 'zoe' }, ['financial', 'grow', 'revenue', 'costs']],
  [{ owner: 'zoe', states: ['provisional'] }, ['financial', 'grow', 'costs']],
  [{ owner: 'nobody' }, []],
])('filters by %j and keeps what leads to a match', (filter, titles) => {
  expect(shown({ matches: matching(all, { ...none, ...filter }) })).toEqual(titles);
});

it('offers each owner once', () => {
  expect(ownersOf(all)).toEqual(['adam', 'zoe']);
});
