import { type Run } from '../../../api/types';
import { durationText, errorCount, isUnderWay, retryOf, secondsOf } from './runs';

type RunKpi = Run['kpis'][number];

const kpi = (name: string, state: RunKpi['state'], change: Partial<RunKpi> = {}): RunKpi => ({
  kpi: name,
  from: '2026-01',
  to: '2026-03',
  state,
  observations: 0,
  dropped: 0,
  errors: [],
  ...change,
});

const run = (kpis: RunKpi[], change: Partial<Run> = {}): Run => ({
  id: 'r1',
  state: 'partial',
  trigger: 'manual',
  requestedBy: 'editor',
  createdAt: '2026-03-01T00:00:00Z',
  startedAt: '2026-03-01T00:00:10Z',
  finishedAt: '2026-03-01T00:01:15Z',
  progress: { done: kpis.length, total: kpis.length },
  kpis,
  ...change,
});

it('collects again what a run did not get, over the same periods and units', () => {
  const kpis = [kpi('a', 'succeeded'), kpi('b', 'failed'), kpi('c', 'partial'), kpi('d', 'cancelled')];
  expect(retryOf(run(kpis, { units: ['europe'] }))).toEqual({
    kpis: ['b', 'c', 'd'],
    from: '2026-01',
    to: '2026-03',
    units: ['europe'],
  });
  expect(retryOf(run([kpi('a', 'succeeded')]))).toBeUndefined();
});

it('leaves the periods to the server where KPIs were asked for different ones', () => {
  expect(retryOf(run([kpi('a', 'failed'), kpi('b', 'failed', { from: '2026-Q1', to: '2026-Q1' })]))).toEqual({
    kpis: ['a', 'b'],
  });
});

it('counts errors over all KPIs', () => {
  const errors = [{ message: 'no' }, { message: 'no' }];
  expect(errorCount(run([kpi('a', 'failed', { errors }), kpi('b', 'partial', { errors: [{ message: 'x' }] })]))).toBe(
    3
  );
});

it('knows what is under way and how long it takes', () => {
  expect((['queued', 'running', 'succeeded', 'cancelled'] as const).map((state) => isUnderWay({ state }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(secondsOf(run([]), 0)).toBe(65);
  expect(secondsOf(run([], { finishedAt: null }), Date.parse('2026-03-01T00:00:14Z'))).toBe(4);
  expect(secondsOf(run([], { startedAt: null }), 0)).toBeUndefined();
  expect([durationText(4.25), durationText(59.4), durationText(65)]).toEqual(['4.3 s', '59 s', '1 min 5 s']);
});
