import { type ReviewEvent } from '../../../api/meetings';
import { contractError } from '../../../components/editor/contractError';
import { prune } from '../../../components/editor/document';
import { type DecisionDraft, decisionDraft, decisionOf, draftOf, draftOfEvent, isBlank } from './decision';

const draft = draftOf({ text: 'Renew', owner: 'coo', due: '2030-01-15', kpi: 'lead-time' });
const effect = { kpi: 'lead-time', sign: 'up' as const, by: '2030-06', probability: 70 };
const problems = (change: Partial<DecisionDraft>) =>
  decisionDraft
    .safeParse(prune({ ...draft, expectedEffect: effect, ...change }), { error: contractError })
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
const expecting = (change: Partial<DecisionDraft['expectedEffect']>) => ({ expectedEffect: { ...effect, ...change } });
const noPeriod = 'Write a day or period that exists, as 2026-06-30, 2026-06 or 2026-Q2.';

it('starts with what the line said', () => {
  expect(draft).toMatchObject({
    text: 'Renew',
    owner: 'coo',
    revisitOn: '2030-01-15',
    expectedEffect: { kpi: 'lead-time' },
  });
  expect(isBlank(draft)).toBe(false);
  expect(isBlank(draftOf({ text: ' ' }))).toBe(true);
});

it.each<[string, Partial<DecisionDraft>, string]>([
  ['nothing decided', { text: ' ' }, 'text: This is needed.'],
  ['one option', { options: ['a', '', ' '] }, 'options: Give at least two options, or none.'],
  ['an option twice', { options: ['a', 'b', ' a '] }, 'options: Give each option once.'],
  ['a long option', { options: ['a', 'x'.repeat(501)] }, 'options.1: Shorten this to 500 characters; it has 501.'],
  ['a long owner', { owner: 'x'.repeat(201) }, 'owner: Shorten this to 200 characters; it has 201.'],
  ['an effect without a date', expecting({ by: '' }), 'expectedEffect.by: This is needed.'],
  ['an effect in a month 13', expecting({ by: '2030-13' }), `expectedEffect.by: ${noPeriod}`],
  ['an effect some day', expecting({ by: 'soon' }), `expectedEffect.by: ${noPeriod}`],
  ['an effect of no size', expecting({ size: 0 }), 'expectedEffect.size: This must be more than 0.'],
  [
    'an effect without a probability',
    expecting({ probability: undefined }),
    'expectedEffect.probability: This is needed.',
  ],
  [
    'a probability beyond certainty',
    expecting({ probability: 150 }),
    'expectedEffect.probability: This must be at most 100.',
  ],
])('does not take %s', (_, change, problem) => {
  expect(problems(change)).toEqual([problem]);
});

it('asks nothing about the effect on no KPI', () => {
  expect(problems(expecting({ kpi: undefined, by: '', probability: 150 }))).toEqual([]);
});

it('makes an event of what was filled in, and the draft of the event', () => {
  const filled: DecisionDraft = {
    ...draft,
    question: '  ',
    options: ['renew', '', ' leave '],
    chosen: 'leave',
    expectedEffect: { ...effect, sign: 'down', size: 2, by: '2030-06', probability: 29 },
  };
  expect(problems(filled)).toEqual([]);
  const event = decisionOf(filled);
  expect(event).toEqual({
    text: 'Renew',
    owner: 'coo',
    options: ['renew', 'leave'],
    chosen: 'leave',
    kpi: 'lead-time',
    expectedEffect: { kpi: 'lead-time', sign: 'down', size: 2, by: '2030-06', probability: 0.29 },
    revisitOn: '2030-01-15',
  });
  const again = draftOfEvent(event as ReviewEvent);
  expect(again.expectedEffect.probability).toBe(29);
  expect(decisionOf(again)).toEqual(event);
  const without = decisionOf({ ...filled, chosen: 'gone', expectedEffect: { sign: 'up', probability: 10 } });
  expect(without).not.toHaveProperty('expectedEffect');
  expect(without).not.toHaveProperty('chosen');
});
