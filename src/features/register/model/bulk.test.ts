import { type Resource } from '../../../api/types';
import { commonStates, fieldOf, isEmpty, problemsByEntry, withFields } from './bulk';

const resource = (kind: string, spec: Resource['spec']): Resource => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name: 'x' },
  spec,
});

it('offers the states that all chosen entries can have', () => {
  expect(commonStates([{ kind: 'Action', name: 'a' }])).toContain('blocked');
  expect(
    commonStates([
      { kind: 'Action', name: 'a' },
      { kind: 'Decision', name: 'd' },
    ])
  ).toEqual(['open']);
  expect(commonStates([])).toEqual([]);
});

it('sets what is filled in and leaves the rest', () => {
  const action = resource('Action', { title: 'A', owner: 'ben', state: 'open' });
  expect(withFields(action, { state: 'done', owner: ' anna ' }).spec).toEqual({
    title: 'A',
    owner: 'anna',
    state: 'done',
  });
  expect(isEmpty({ state: '', owner: ' ' })).toBe(true);
  expect(isEmpty({ due: '2026-05-01' })).toBe(false);
});

it('opens again without the day on which it was closed or decided', () => {
  expect(withFields(resource('Action', { state: 'done', closedOn: '2026-01-01' }), { state: 'open' }).spec).toEqual({
    state: 'open',
  });
  expect(withFields(resource('Decision', { decidedOn: '2026-01-01' }), { state: 'open' }).spec).toEqual({
    state: 'open',
  });
});

it('moves the day on which a decision is revisited', () => {
  const decision = resource('Decision', { revisitOn: '2026-01-01' });
  expect(withFields(decision, { due: '2026-06-01', evidence: 'mail' }).spec).toEqual({
    revisitOn: '2026-06-01',
  });
});

it('moves the due day of a decision that is still open, though it says when to revisit it', () => {
  const decision = resource('Decision', { state: 'open', due: '2026-01-01', revisitOn: '2026-12-01' });
  expect(withFields(decision, { due: '2026-06-01' }).spec).toMatchObject({
    due: '2026-06-01',
    revisitOn: '2026-12-01',
  });
});

it.each([
  ['/spec/due', 'due'],
  ['/spec/revisitOn', 'due'],
  ['/spec/owner', 'owner'],
  ['/spec/title', undefined],
  ['/metadata/name', undefined],
])('puts what is wrong at %s to the field %s', (path, field) => {
  expect(fieldOf({ path, message: 'wrong', resource: { kind: 'Decision', name: 'd' } })).toBe(field);
});

it('sorts problems by the entry that has them', () => {
  const problems = problemsByEntry([
    { path: '/spec/due', message: 'no day', resource: { kind: 'Action', name: 'a' } },
    { path: '/spec/owner', message: 'blank', resource: { kind: 'Action', name: 'a' } },
    { path: '', message: 'too large' },
  ]);
  expect(problems.get('Action/a')).toEqual(['no day', 'blank']);
  expect(problems.get('')).toEqual(['too large']);
});
