import { type ExplainStep } from '../../../api/types';
import { keyAction, openAtFirst, rowsOf } from './explainTree';

const step = (label: string, ...inputs: ExplainStep[]): ExplainStep => ({ kind: 'kpi', label, value: 1, inputs });

const root = step('score', step('revenue', step('europe', step('observation')), step('asia')), step('scale'));

const labels = (open: Iterable<string>) => rowsOf(root, new Set(open)).map(({ step: { label } }) => label);

it('shows what is open', () => {
  expect(labels([])).toEqual(['score']);
  expect(labels(openAtFirst(root))).toEqual(['score', 'revenue', 'europe', 'asia', 'scale']);
  expect(rowsOf(root, openAtFirst(root))[3]).toMatchObject({
    id: '0.0.1',
    level: 3,
    position: 2,
    siblings: 2,
    expanded: false,
  });
});

it.each([
  ['ArrowDown', '0', { focus: '0.0' }],
  ['ArrowDown', '0.1', undefined],
  ['ArrowUp', '0.1', { focus: '0.0.1' }],
  ['Home', '0.1', { focus: '0' }],
  ['End', '0', { focus: '0.1' }],
  ['ArrowRight', '0.0', { focus: '0.0.0' }],
  ['ArrowRight', '0.0.0', { toggle: '0.0.0' }],
  ['ArrowRight', '0.1', undefined],
  ['ArrowLeft', '0.0', { toggle: '0.0' }],
  ['ArrowLeft', '0.0.1', { focus: '0.0' }],
  ['ArrowLeft', '0.1', { focus: '0' }],
  ['x', '0', undefined],
  ['ArrowDown', 'gone', undefined],
])('%s on %s', (key, focused, action) => {
  expect(keyAction(key, rowsOf(root, openAtFirst(root)), focused)).toEqual(action);
});
