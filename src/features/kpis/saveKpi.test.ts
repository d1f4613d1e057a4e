import { type Resource } from '../../api/types';
import { fakeBackend, Refusal } from '../../testing/backend';
import { saveKpi } from './saveKpi';

const resource = (kind: string, name: string, version?: number): Resource => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name, version },
  spec: {},
});
const kpi = resource('Kpi', 'mood');
const targets = resource('TargetSet', 'mood-company');
const ref = ({ kind, metadata: { name } }: Resource) => ({ kind, name });
const plan = { created: [], changed: [], unchanged: [], deleted: [], impact: [] };

const calls = (received: ReturnType<typeof fakeBackend>) =>
  received.map(({ method, path, params }) => `${method} ${path}${params.dryRun ? ' (dry run)' : ''}`);

it('writes a KPI without targets by itself, on the version it was read', async () => {
  const received = fakeBackend({ 'PUT kpis/mood': resource('Kpi', 'mood', 4) });
  await expect(saveKpi(kpi, 3, 'because', undefined)).resolves.toMatchObject({ metadata: { version: 4 } });
  expect(received[0].headers).toMatchObject({ 'If-Match': '"3"', 'X-Change-Reason': 'because' });
});

it('writes a KPI and its targets in one transaction', async () => {
  const received = fakeBackend({
    'POST apply': { ...plan, created: [ref(kpi), ref(targets)] },
    'GET kpis/mood': resource('Kpi', 'mood', 1),
  });
  await expect(saveKpi(kpi, undefined, undefined, targets)).resolves.toMatchObject({ metadata: { version: 1 } });
  expect(calls(received)).toEqual(['POST apply (dry run)', 'POST apply', 'GET kpis/mood']);
  expect(received[1].body).toHaveLength(2);
});

it('does not write over a KPI that exists already', async () => {
  const received = fakeBackend({
    'POST apply': { ...plan, created: [ref(targets)], changed: [{ ref: ref(kpi), diff: [] }] },
  });
  await expect(saveKpi(kpi, undefined, undefined, targets)).rejects.toMatchObject({ status: 409 });
  expect(calls(received)).toEqual(['POST apply (dry run)']);
});

it('does not write over what somebody else changed, and says what it is now', async () => {
  const theirs = resource('Kpi', 'mood', 7);
  const received = fakeBackend({ 'POST apply': plan, 'GET kpis/mood': theirs });
  await expect(saveKpi(kpi, 6, undefined, targets)).rejects.toMatchObject({
    status: 412,
    problem: { current: theirs },
  });
  expect(calls(received)).toEqual(['POST apply (dry run)', 'GET kpis/mood']);
});

it('writes nothing when one of the two is refused', async () => {
  const errors = [{ path: '/spec/scale/goal', message: 'is missing', resource: ref(targets) }];
  const received = fakeBackend({ 'POST apply': new Refusal(422, { errors }) });
  await expect(saveKpi(kpi, undefined, undefined, targets)).rejects.toMatchObject({ status: 422, errors });
  expect(received).toHaveLength(1);
});
