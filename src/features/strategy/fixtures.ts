import { type MapLink, type MapObjective, type Node, type StrategyMap } from '../../api/types';

const flat = { score: 60, delta: 0, direction: 'flat' } as const;

export function kpiNode(name: string, change: Partial<Node> = {}): Node {
  return {
    ref: { kind: 'Kpi', name },
    title: name,
    weight: 1,
    score: 70,
    status: 'green',
    coverage: null,
    trend: flat,
    children: [],
    owner: null,
    steward: null,
    value: 12,
    unitOfMeasure: null,
    decimals: 0,
    target: 10,
    stretch: null,
    baseline: null,
    state: 'final',
    carried: null,
    closesAt: null,
    bands: [],
    type: 'leading',
    gaps: [],
    sparkline: null,
    ...change,
  };
}

export function mapObjective(name: string, title: string, change: Partial<MapObjective> = {}): MapObjective {
  return {
    ref: { kind: 'Objective', name },
    title,
    perspective: '',
    themes: [],
    owner: 'coo',
    score: 67.4,
    status: 'green',
    coverage: 1,
    trend: { score: 63, delta: 4.2, direction: 'up' },
    kpis: [],
    ...change,
  };
}

export function mapLink(from: string, to: string, change: Partial<MapLink> = {}): MapLink {
  return {
    ref: { kind: 'CausalLink', name: `${from}-to-${to}` },
    from,
    to,
    hypothesis: null,
    lag: null,
    strength: null,
    interval: null,
    pairs: 0,
    state: 'untested',
    ...change,
  };
}

/** A map as the server answers, for tests: skills → delivery → praise → sales. */
export function strategyMap(change: Partial<StrategyMap> = {}): StrategyMap {
  const lane = (name: string, title: string, objectives: MapObjective[]) => ({
    name,
    title,
    score: 60,
    status: 'amber',
    objectives: objectives.map((objective) => ({ ...objective, perspective: name })),
  });
  return {
    strategy: 'aurelia-2028',
    title: 'Aurelia 2028',
    scorecard: 'corporate',
    unit: 'aurelia',
    period: { id: '2026-03', start: '2026-02-28T23:00:00Z', end: '2026-03-31T22:00:00Z', state: 'final' },
    asOf: null,
    now: '2026-04-20T10:00:00Z',
    scheme: {
      levels: [
        { name: 'red', from: 0 },
        { name: 'amber', from: 33 },
        { name: 'green', from: 67 },
      ],
    },
    perspectives: [
      lane('financial', 'Financial', [mapObjective('sales', 'Grow sales')]),
      lane('customer', 'Customer', [
        mapObjective('praise', 'Be recommended', {
          score: null,
          status: null,
          trend: { score: null, delta: null, direction: 'none' },
          reason: { code: 'coverage', message: 'Less than half of the weight has a score' },
        }),
      ]),
      lane('process', 'Internal process', [
        mapObjective('delivery', 'Deliver when promised', {
          score: 20,
          status: 'red',
          themes: ['promise'],
          kpis: [kpiNode('on-time', { title: 'On-time delivery', value: 91, target: 95 })],
        }),
      ]),
      lane('learning', 'Learning', [mapObjective('skills', 'People who know', { owner: null })]),
    ],
    links: [
      mapLink('skills', 'delivery', { state: 'broken', strength: -0.1, interval: [-0.4, 0.2], pairs: 24 }),
      mapLink('delivery', 'praise', {
        hypothesis: 'Late parcels turn promoters into detractors',
        state: 'supported',
        strength: 0.42,
        interval: [0.1, 0.71],
        pairs: 24,
        lag: { periods: 1, frequency: 'month' },
      }),
      mapLink('praise', 'sales'),
    ],
    themes: [{ name: 'promise', title: 'A promise kept', color: '#B877D9' }],
    ...change,
  };
}
