import { kpi, node } from '../../testing/nodes';
import { visibleRows } from './rows';
import { placesOf } from './tree';
import { treeKey, typeAhead } from './treeKeys';

const places = placesOf(
  node('Scorecard', 's', {
    children: [
      node('Perspective', 'financial', { children: [kpi('revenue', 1), kpi('returns', 1)] }),
      node('Perspective', 'customer', { children: [kpi('churn', 1)] }),
      node('Perspective', 'process', { children: [kpi('lead-time', 1)] }),
    ],
  })
);
// financial ▾, revenue, returns, customer ▸, process ▸
const rows = visibleRows(places, { open: new Set(['financial']), levels: [] });

it.each([
  ['ArrowDown', 0, { focus: 'financial/kpi:revenue' }],
  ['ArrowDown', 4, undefined],
  ['ArrowUp', 3, { focus: 'financial/kpi:returns' }],
  ['ArrowUp', 0, undefined],
  ['Home', 3, { focus: 'financial' }],
  ['End', 0, { focus: 'process' }],
  ['ArrowRight', 3, { toggle: 'customer' }],
  ['ArrowRight', 0, { focus: 'financial/kpi:revenue' }],
  ['ArrowRight', 1, undefined],
  ['ArrowLeft', 0, { toggle: 'financial' }],
  ['ArrowLeft', 2, { focus: 'financial' }],
  ['ArrowLeft', 3, undefined],
  ['*', 0, { open: ['customer', 'process'] }],
  ['Tab', 0, undefined],
])('%s on row %i does %j', (key, current, action) => {
  expect(treeKey(key, rows, current)).toEqual(action);
});

it.each([
  ['r', 0, 'financial/kpi:revenue'],
  ['r', 1, 'financial/kpi:returns'],
  ['r', 2, 'financial/kpi:revenue'],
  ['RET', 0, 'financial/kpi:returns'],
  ['re', 1, 'financial/kpi:revenue'],
  ['x', 0, undefined],
])('typing %s on row %i goes to %s', (typed, current, id) => {
  expect(typeAhead(typed, rows, current)).toBe(id);
});
