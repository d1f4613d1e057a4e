import { decisionOf, emptyDecision, missingOf } from './decision';

const draft = { ...emptyDecision({ text: 'Renew', owner: 'coo', due: '2030-01-15', kpi: 'lead-time' }) };

it('starts with what the line said', () => {
  expect(draft).toMatchObject({ text: 'Renew', owner: 'coo', revisitOn: '2030-01-15', kpi: 'lead-time' });
});

it.each([
  ['nothing decided', { text: ' ' }, 'Say what was decided.'],
  ['one option', { options: 'a\n \n' }, 'Give at least two options, or none.'],
  ['an effect without a date', { by: '' }, 'Say by when the effect is expected.'],
  ['an effect without a probability', { probability: '' }, 'Say how likely it is, from 0 to 100 percent.'],
  ['a probability beyond certainty', { probability: '101' }, 'Say how likely it is, from 0 to 100 percent.'],
])('does not take %s', (_, change, sentence) => {
  expect(missingOf({ ...draft, by: '2030-06', probability: '70', ...change })).toEqual([sentence]);
});

it('makes an event of what was filled in', () => {
  const filled = {
    ...draft,
    options: 'renew\n leave ',
    chosen: 'leave',
    sign: 'down' as const,
    size: '-2',
    by: ' 2030-06 ',
    probability: '70',
  };
  expect(missingOf(filled)).toEqual([]);
  expect(decisionOf(filled)).toEqual({
    text: 'Renew',
    owner: 'coo',
    options: ['renew', 'leave'],
    chosen: 'leave',
    kpi: 'lead-time',
    expectedEffect: { kpi: 'lead-time', sign: 'down', size: 2, by: '2030-06', probability: 0.7 },
    revisitOn: '2030-01-15',
  });
  expect(decisionOf({ ...filled, kpi: '', chosen: 'gone' })).not.toHaveProperty('expectedEffect');
});
